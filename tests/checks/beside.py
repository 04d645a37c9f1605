"""Last year's report and a source's evidence beside a correct report, and ways to spoil them."""

from collections.abc import Callable, Mapping

from model.form.form import Value
from model.report.evidence import HEADING
from model.report.report import Evidence, PastReport, Report, Source, Texts
from model.structs import replace
from tests.checks.correct import BUREAU, COUNTY, FEES, TOWNSHIP, applications, filled, reworded
from tests.forms import FORM

DOCUMENTS = "disclosure.normative_documents."
PAST_BUREAU = filled(
    {
        f"{DOCUMENTS}in_force": 15,
        "disclosure.licences.decisions": 71,
        "disclosure.penalties.decisions": 30,
        FEES: BUREAU.numbers[FEES] + 1,
    },
    applications("natural_person", received=3, granted=2, carried_out=1),
)
"""A year from which the bureau's figures follow."""


def with_past(report: Report, numbers: Mapping[str, Value], text: Texts | None = None, year: int = 2023) -> Report:
    """The report with last year's beside it."""
    return replace(report, last_year=PastReport(FORM, year, numbers, text or Texts()))


def bureau_after(**changes: Value) -> Report:
    """The bureau's report beside last year's with some of its figures otherwise; `__` stands for a dot."""
    changed = {name.replace("__", "."): value for name, value in changes.items()}
    return with_past(BUREAU, {**PAST_BUREAU, **changed})


def sourced(report: Report, *evidence: tuple[str, str]) -> Report:
    """The report as read from a file that printed something."""
    return replace(report, source=Source("来源.docx", tuple(Evidence(*each) for each in evidence)))


def printed_totals(report: Report, **others: str) -> Report:
    """The report as read from a file whose totals are those of its figures, but for some; `__` stands for a dot."""
    totals = {cell_id: str(report.total(cell_id)) for cell_id in FORM.parts}
    totals |= {name.replace("__", "."): words for name, words in others.items()}
    return sourced(report, *totals.items())


def headed(report: Report, *headings: str) -> Report:
    """The report as read from a file with these six headings."""
    places = (HEADING + section.id for section in FORM.sections)
    return sourced(report, *zip(places, headings, strict=True))


DISPUTED = reworded(TOWNSHIP, "overview", "，也未发生由此引起的行政复议、行政诉讼", "").with_number(
    "disputes.review.other", 1
)
"""A township without applications that had a review after all."""
HEADINGS = tuple(section.heading for section in FORM.sections)

MISREAD = "applications.granted.natural_person"
_WRONG_HEADING = ("一、总体情况", "二、行政机关主动公开政府信息情况", *HEADINGS[2:])
_WRONG_NUMBER = (*HEADINGS[:2], "3、收到和处理政府信息公开申请情况", *HEADINGS[3:])
_LAST_OVERVIEW = Texts(overview=BUREAU.text.overview.replace("2024", "2023").replace("214条", "180条"))

_FIVE = {
    cell_id: BUREAU.numbers[cell_id]
    for cell_id in (
        "disclosure.licences.decisions",
        "disclosure.penalties.decisions",
        "applications.received.natural_person",
        "applications.granted.natural_person",
        FEES,
    )
}

BESIDE_MISTAKES: list[tuple[str, Callable[[], Report]]] = [
    ("T2-01", lambda: sourced(BUREAU, (f"{DOCUMENTS}in_force", "十七件"))),
    ("T2-04", lambda: bureau_after(disclosure__normative_documents__in_force=16)),
    (
        "T2-05",
        lambda: with_past(BUREAU.with_number(f"{DOCUMENTS}repealed", 40), PAST_BUREAU),
    ),
    ("T2-07", lambda: bureau_after(disclosure__fees__amount=40)),
    ("T2-08", lambda: bureau_after(disclosure__compulsory_measures__decisions=3)),
    ("T2-08", lambda: bureau_after(disclosure__licences__decisions=9)),
    ("T3-02", lambda: printed_totals(BUREAU, applications__concluded__enterprise="3")),
    ("T3-03", lambda: printed_totals(BUREAU, applications__received__total="12")),
    ("T3-03", lambda: printed_totals(BUREAU, applications__concluded__total="11")),
    ("T3-03", lambda: printed_totals(BUREAU, applications__granted__total="", applications__received__total=" ")),
    ("T3-03", lambda: printed_totals(BUREAU).with_number(MISREAD, 4)),
    ("T3-03", lambda: printed_totals(BUREAU).with_number("applications.received.enterprise", 20)),
    ("T3-04", lambda: sourced(COUNTY, ("applications.received.research", "/"), ("applications.granted.research", "/"))),
    ("T3-06", lambda: bureau_after(applications__carried_out__natural_person=3)),
    (
        "T3-07",
        lambda: bureau_after(applications__carried_out__natural_person=0, applications__carried_out__enterprise=1),
    ),
    ("T3-12", lambda: bureau_after(applications__received__natural_person=40)),
    ("T4-01", lambda: printed_totals(COUNTY, disputes__review__total="9")),
    ("T4-02", lambda: sourced(COUNTY, ("disputes.review.other", "-1"))),
    ("T4-04", lambda: bureau_after(disputes__review__pending=2)),
    ("T4-06", lambda: with_past(DISPUTED, filled())),
    ("S-01", lambda: sourced(BUREAU.with_text("problems", ""), ("missing.problems", ""))),
    ("S-01", lambda: sourced(TOWNSHIP, ("missing.disputes", ""))),
    ("S-02", lambda: headed(COUNTY, *_WRONG_HEADING)),
    ("S-03", lambda: headed(COUNTY, *_WRONG_NUMBER)),
    ("S-04", lambda: sourced(COUNTY, ("heading.other", "七、附件"))),
    ("S-05", lambda: reworded(BUREAU, "preamble", "六个部分", "七个部分")),
    ("Y-01", lambda: reworded(COUNTY, "overview", "2024年，全县", "2023年，全县")),
    ("Y-02", lambda: with_past(BUREAU, PAST_BUREAU, _LAST_OVERVIEW)),
    ("Y-05", lambda: reworded(TOWNSHIP, "problems", "一是", "错误！未找到引用源。一是")),
    ("Y-05", lambda: sourced(TOWNSHIP, ("residue.overview", "修订痕迹"), ("residue.overview", "修订痕迹"))),
    ("Y-08", lambda: bureau_after(**{name.replace(".", "__"): value for name, value in _FIVE.items()})),
]
"""One mistake each, told once."""
