"""Correct reports of every kind: agencies, sizes, years, last year's beside them or not, read from a file or not."""

from datetime import date
from random import Random

from model.checks import Finding, findings
from model.checks.registry import Context
from model.form.form import format_value
from model.report.past import year_before
from model.report.preamble import compose
from model.report.report import Agency, Evidence, PastReport, Report, Source, Texts
from model.structs import replace
from tests.forms import FORM
from tests.mutation import traps, wording
from tests.mutation.figures import FEW, MANY, NOBODY, figures
from tests.mutation.writer import Writer

_AGENCIES = (
    Agency("青河县水务局", "县水务局", "department", "county"),
    Agency("青河县政务服务和数字化建设管理局", "县政数局", "department", "county"),
    Agency("临江市审计局", "市审计局", "department", "city"),
    Agency("青河县卫生健康局", "县卫健局", "department", "county"),
    Agency("青河县人民政府", "青河县政府", "government", "county", consolidated=True),
    Agency("临江市人民政府", "临江市政府", "government", "city", consolidated=True),
    Agency("石桥镇人民政府", "石桥镇", "township", "county"),
    Agency("青河县白石乡人民政府", "白石乡", "township", "county"),
    Agency("南湖街道办事处", "南湖街道", "subdistrict", "county"),
    Agency("青河县供销合作社联合社", "县供销社", "other", "county"),
)
AGENCIES = tuple(
    replace(agency, address="青河县人民路8号", postcode="130000", phone="0431-89682735", office="办公室")
    for agency in _AGENCIES
)
"""Offices of every kind, with all that is needed to reach them."""
_ASPECTS = (
    ("主动公开", wording.PUBLISHED),
    ("依申请公开", ()),
    ("政府信息管理", wording.MANAGED),
    ("政府信息公开平台建设", wording.PLATFORMS),
    ("监督保障", wording.OVERSIGHT),
)
_GOVERNMENTS = ("government", "township")
_NUMERALS = "一二三四五"


def judged(report: Report) -> tuple[Finding, ...]:
    """All findings in the January after the report's year."""
    return findings(report, Context(date(report.year + 1, 1, 10)))


def report_of(random: Random, past: bool | None = None, sourced: bool | None = None) -> Report:
    """A correct report; `past` and `sourced` say whether it has last year's beside it, and a source."""
    agency, scale = random.choice(AGENCIES), random.choice((NOBODY, FEW, FEW, MANY))
    year = random.randint(2022, 2025)
    before = figures(random, agency, year - 1, scale)
    with_past = random.random() < 0.5 if past is None else past
    numbers = figures(random, agency, year, scale, before if with_past else None)
    report = Report(year, agency, numbers=numbers, form=FORM)
    if with_past:
        older = replace(report, year=year - 1, numbers=before)
        report = replace(report, last_year=PastReport(FORM, year - 1, before, texts_of(older, random)))
    report = replace(report, text=texts_of(report, random))
    return from_file(report) if (random.random() < 0.5 if sourced is None else sourced) else report


def from_file(report: Report) -> Report:
    """The report as read from a file that printed all of it right."""
    totals = (Evidence(cell, format_value(report.total(cell))) for cell in FORM.parts)
    headings = (Evidence(f"heading.{section.id}", section.heading) for section in FORM.sections)
    return replace(report, source=Source("来源.docx", (*totals, *headings)))


def texts_of(report: Report, random: Random) -> Texts:
    """All texts of a report about its figures."""
    writer = Writer(report, random)
    texts = Texts(_preamble(writer), _overview(writer), _problems(writer), _other_matters(writer))
    return with_traps(texts, writer)


def with_traps(texts: Texts, writer: Writer) -> Texts:
    """Texts with some further right sentences at the ends of paragraphs."""
    lines = texts.overview.split("\n")
    for sentence in writer.some_of(traps.ANYWHERE, 8):
        place = writer.random.choice([index for index, line in enumerate(lines) if line.endswith("。")])
        lines[place] += sentence
    if writer.random.random() < 0.5:
        place = next(i for i, line in enumerate(lines) if i + 1 == len(lines) or lines[i + 1].startswith("（三）"))
        lines[place] += writer.one_of(traps.OF_APPLICATIONS)
    return replace(texts, overview="\n".join(lines))


def _preamble(writer: Writer) -> str:
    random = writer.random
    if random.random() < 0.3:
        return compose(writer.report)
    opening = random.choice(wording.PREAMBLES).replace("{基}", random.choice(wording.BASES))
    return writer.text(opening + random.choice(wording.PERIODS) + random.choice(wording.CONTACTS))


def _overview(writer: Writer) -> str:
    """Section one in its five aspects, their subheadings all in one way."""
    random, report = writer.random, writer.report
    end = random.choice(("。", "情况。", "\n", "情况\n", "方面。"))
    parts = [writer.one_of(wording.OPENINGS)]
    for numeral, (name, sentences) in zip(_NUMERALS, _ASPECTS, strict=True):
        if name == "依申请公开":
            said = _about_applications(writer)
        elif name == "监督保障" and report.agency.type not in _GOVERNMENTS:
            said = writer.some_of(wording.OVERSIGHT_OF_BUREAUS, 2)
        else:
            said = writer.some_of(sentences, 1 if name == "监督保障" else 3)
        parts.append(f"（{numeral}）{name}{end}{''.join(said)}")
    return "\n".join(parts)


def _about_applications(writer: Writer) -> list[str]:
    report = writer.report
    handled = report.count("applications.received.total") + report.count("applications.concluded.total")
    disputed = any(report.count(f"disputes.{group}.total") for group in ("review", "direct_suit", "suit_after_review"))
    carried = report.count("applications.carried_in.total") + report.count("applications.carried_out.total")
    if not handled and not carried:
        none = [each for each in wording.NO_APPLICATIONS if not disputed or "复议" not in each]
        said = [writer.one_of(tuple(none))]
    else:
        said = [writer.one_of(wording.APPLICATIONS), *writer.some_of(wording.RESULTS, 2)]
    if report.count("applications.other_misc.total"):
        said.append(writer.one_of(wording.EXPLAINED))
    return [*said, writer.one_of(wording.DISPUTES if disputed else wording.NO_DISPUTES)]


def _problems(writer: Writer) -> str:
    """Problems and what is done about them, in one of several ways."""
    random = writer.random
    other = writer.report.year % 2
    problems = random.sample(wording.PROBLEMS[other::2], 2)
    groups = ("review", "direct_suit", "suit_after_review")
    if sum(writer.report.count(f"disputes.{group}.corrected") for group in groups) > 1:
        problems[0] = "个别答复说理不够充分"
    cures = [writer.text(cure) for cure in random.sample(wording.IMPROVEMENTS[other::2], 2)]
    return random.choice(
        (
            f"一是{problems[0]}，二是{problems[1]}。下一步，将{cures[0]}；{cures[1]}。",
            f"存在的主要问题：一是{problems[0]}；二是{problems[1]}。\n改进情况：一是{cures[0]}；二是{cures[1]}。",
            f"（一）存在的主要问题\n1.{problems[0]}。\n2.{problems[1]}。\n（二）改进情况\n1.{cures[0]}。\n2.{cures[1]}。",
            (
                f"{writer.report.year}年，公开工作取得一定成效，但仍存在一些不足，主要是{problems[0]}，{problems[1]}。"
                f"针对上述问题，{writer.text('{局}')}已{cures[0]}，今后将{cures[1]}。"
            ),
        )
    )


def _other_matters(writer: Writer) -> str:
    return writer.one_of(wording.FEES) + "".join(
        writer.some_of(wording.OTHER_MATTERS[writer.random.choice((0, 3)) :], 1)
    )


def has_past(report: Report) -> bool:
    """Whether last year's report is beside it."""
    return year_before(report) is not None
