"""Checks on comparisons with last year in the texts."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from model.checks.about import Compared
from model.checks.fix import Fix, Replacement
from model.checks.reasons import PROSE
from model.checks.registry import Context, Problem, check, in_text
from model.checks.rules import divided
from model.checks.rules.prose_against_tables import ALIKE, READ_TEXTS
from model.form.form import Value, format_value
from model.language.patterns import pattern
from model.language.sentences import Span, has_end
from model.prose.agreement import agrees, concerns, is_unsettled, last_years_value, table_value
from model.prose.figures import Comparison, Figure, Meaning, Share, in_form
from model.prose.meant import RECEIVED
from model.prose.reader import reading
from model.prose.tokens import MONEY
from model.report.past import year_before
from model.report.report import Report, TextId
from model.structs import replace

_PERCENT = frozenset(("%", "％"))
_COUNTED = frozenset(("件", "条", "宗", "起", "项", "份", "例", "个", "次", ""))


def _comparisons(report: Report) -> Iterator[tuple[TextId, Comparison]]:
    """The comparisons of all texts with the year whose report is at hand."""
    if not report.last_year or is_unsettled(report):
        return
    for section in READ_TEXTS:
        for found in reading(report.text[section], report.form).comparisons:
            if found.year in (None, report.last_year.year) and report.last_year.year == report.year - 1:
                yield section, found


def _years(report: Report, found: Comparison) -> Iterator[tuple[Value, Value]]:
    """This year's and last year's value of all that a comparison may be about."""
    for figure in found.of:
        yield from _years_of(report, figure)


def _years_of(report: Report, figure: Figure) -> Iterator[tuple[Value, Value]]:
    """The two values of what a figure may mean; the prose's own figure counts as this year's as well."""
    for meaning in _likeliest(report, figure) if concerns(report, figure) else ():
        now, before = table_value(report, meaning), last_years_value(report, meaning)
        if now is not None and before is not None and not (figure.partial and figure.amount != now):
            yield now, before
            if figure.amount is not None and figure.amount != now:
                yield figure.amount, before


def _likeliest(report: Report, figure: Figure) -> tuple[Meaning, ...]:
    """What a figure may mean: only that by which the table has it, where it has it so."""
    if figure.amount is None or figure.partial:
        return figure.meanings
    right = tuple(meaning for meaning in figure.meanings if table_value(report, meaning) == figure.amount)
    return right or figure.meanings


@check("X-08", "hint", "inference", reads=("tables", "agency", "last_year", *READ_TEXTS), reasons=PROSE, aspect="years")
def change_differs(report: Report, _context: Context) -> Iterator[Problem]:
    """“比上年增加（减少）n 件”“与上年持平”与上年报告的数据不符；没有上年数据的不查。"""
    wrong = list(_wrong_last_years(report))
    yield from wrong
    yield from _wrong_in_lists(report, {(each.section, each.span) for each in wrong})
    for section, found in _comparisons(report):
        if found.figure.value is None and not found.figure.cell_id:
            yield from _wrong_direction(report, section, found) if found.said is None else ()
            continue
        said = _said(found, _COUNTED) if found.figure.unit not in MONEY else _said_of_fees(found)
        changes = [now - before for now, before in _years(report, found)] if said is not None else []
        if changes and said is not None and all(abs(Decimal(change) - said) >= _step(found) for change in changes):
            if _is_change_of_another(report, section, found, said):
                continue
            right = changes[0]
            unit = "万元" if found.figure.unit in MONEY else "件"
            message = f"正文写比上年{_change(said, unit)}，按上年报告应为{_change(right, unit)}{ALIKE}"
            yield _problem(report, section, found, message, right)


def _wrong_direction(report: Report, section: str, found: Comparison) -> Iterator[Problem]:
    """A rise or a fall that is given no number, where there was none by any reading."""
    years = list(_years(report, found))
    if years and not any((now > before) if found.rise else (now < before) for now, before in years):
        now, before = years[0]
        said = "增加" if found.rise else "减少"
        message = f"正文写比上年有所{said}，今年{format_value(now)}，上年{format_value(before)}{ALIKE}"
        yield _problem(report, section, found, message, now - before)


def _wrong_last_years(report: Report) -> Iterator[Problem]:
    """Figures of last year given beside this year's that are not those of last year's report."""
    past = year_before(report)
    for section in READ_TEXTS if past else ():
        for figure in reading(report.text[section], report.form).figures:
            if not figure.past or figure.year not in (None, report.year - 1) or figure.amount is None:
                continue
            values = [value for meaning in figure.meanings if (value := last_years_value(report, meaning)) is not None]
            if (
                not values
                or any(agrees(figure, value) for value in values)
                or _is_of_the_unknown(report, section, figure)
            ):
                continue
            if not any(before == figure.amount for _, _, before in _told_before(report, section, figure)):
                said = f"{figure.item}{format_value(figure.value)}{figure.unit}"
                message = f"正文写上年{said}，上年报告是{format_value(values[0])}{ALIKE}"
                problem = in_text(section, figure.span, report.text[section], message)
                yield replace(problem, cells=figure.meanings[0], about=Compared(figure.amount, values[0]))


_LISTED = pattern(
    "(?:上一?年(?:度)?|去年(?:度)?|(?P<year>20[0-9]{2})年(?:度)?)(?:同期)?(?:的|数据|数字|三项|两项|各项|对应|相应|依次|分别|则|为|是){0,4}"
    "(?P<list>[0-9]{1,6}件(?:[、，和及与]{1,2}[0-9]{1,6}件){1,2})(?![一-鿿]{0,2}[0-9])"
)
"""Last year's figures in a list behind those of this year: 许可38件、处罚14件，去年依次为33件、10件."""
_NUMBER = pattern("[0-9]+")


def _wrong_in_lists(report: Report, told: set[tuple[str | None, Span | None]]) -> Iterator[Problem]:
    """Decisions of last year in a list, where some are those of last year's report and one is not."""
    for section in READ_TEXTS if year_before(report) else ():
        words = report.text[section]
        for found in _LISTED.finditer(words):
            numbers = [each.span() for each in _NUMBER.finditer(words, *found.span("list"))]
            right = _last_years_decisions(report, section, found.start())
            if len(right) != len(numbers) or (found["year"] and int(found["year"]) != report.year - 1):
                continue
            pairs = [(span, int(words[slice(*span)]), value) for span, value in zip(numbers, right, strict=True)]
            off = [(span, value) for span, said, value in pairs if said != value]
            for span, value in off if len(off) < len(pairs) else ():
                if not any(where == section and place and place[0] <= span[0] < place[1] for where, place in told):
                    message = f"这里写上年{words[slice(*span)]}件，上年报告是{format_value(value)}{ALIKE}"
                    yield in_text(section, span, words, message)


def _last_years_decisions(report: Report, section: TextId, at: int) -> list[Value]:
    """Last year's values of what the figures of this year's decisions before a place count, in order."""
    words = report.text[section]
    start = max(words.rfind("。", 0, at), words.rfind("\n", 0, at))
    counted = [
        figure
        for figure in reading(words, report.form).figures
        if start < figure.number[0] < at and figure.matter == "decisions" and figure.kind == "count" and not figure.past
    ]
    values = [last_years_value(report, figure.meanings[0]) for figure in counted]
    return [value for value in values if value is not None]


def _is_of_the_unknown(report: Report, section: TextId, figure: Figure) -> bool:
    """Whether right before a figure of last year stands one that nothing is known of: 办结12件、上年9件."""
    words = report.text[section]
    before = [each for each in reading(words, report.form).figures if each.number[1] <= figure.span[0]][-1:]
    return any(
        not each.meanings
        and not each.past
        and each.unit == figure.unit
        and each.kind == "count"
        and not has_end(words, "sentence", each.number[1], figure.number[0])
        for each in before
    )


_EACH_ITS_OWN = pattern("分别|依次|各[增减多少]")


def _told_before(report: Report, section: TextId, figure: Figure) -> Iterator[tuple[Value, Value | None, Value | None]]:
    """The figures of this year before one in its sentence, with this year's and last year's value of what they mean."""
    words, at = report.text[section], figure.number[0]
    start = max(words.rfind("。", 0, at), words.rfind("\n", 0, at))
    if _EACH_ITS_OWN.search(words, max(start, 0), at):
        return
    for other in reading(words, report.form).figures:
        if start < other.number[0] < at and other.amount is not None and other.kind == "count" and not other.past:
            for meaning in other.meanings:
                yield other.amount, table_value(report, meaning), last_years_value(report, meaning)


def _is_change_of_another(report: Report, section: TextId, found: Comparison, said: Decimal) -> bool:
    """Whether a change is that of all applications, or of another figure of its sentence that the tables have so."""
    if _SOME_ALIKE.match(report.text[section], found.figure.number[1]):
        return True
    if found.of and found.of[0].is_of_applications:
        received = in_form((RECEIVED,), report.form)[0]
        now, before = table_value(report, received), last_years_value(report, received)
        if now is not None and before is not None and abs(Decimal(now - before) - said) < _step(found):
            return True
    return any(
        now == told and before is not None and abs(Decimal(told - before) - said) < _step(found)
        for told, now, before in _told_before(report, section, found.figure)
    )


_SOME_ALIKE = pattern(
    "件(?:[、和及，](?:增加|增长|上升|减少|下降|降低)[0-9]{1,6}件){0,3}[、和及，](?:及|和)?(?:基本)?持平"
)
"""Behind a change, before one of those listed that stayed as it was: 分别增加15件、减少6件、持平."""


def _change(change: Value | Decimal, unit: str) -> str:
    if change == 0:
        return "持平"
    return f"{'增加' if change > 0 else '减少'}{format_value(abs(Decimal(change)))}{unit}"


def _said_of_fees(found: Comparison) -> Decimal | None:
    """The change of the fees in 万元; None when it is approximate or is not said of fees."""
    figure = found.figure
    if figure.bound != "exact" or figure.amount is None or any(of.matter != "fees" for of in found.of[:1]):
        return None
    return Decimal(figure.amount) if found.rise else -Decimal(figure.amount)


def _step(found: Comparison) -> Decimal:
    """To what a change is written: one of what is counted, or the last digit of an amount in 万元."""
    figure = found.figure
    return Decimal(figure.step) * MONEY[figure.unit] if figure.unit in MONEY else Decimal(1)


@check("X-11", "hint", "inference", reads=("tables", "agency", "last_year", *READ_TEXTS), reasons=PROSE, aspect="years")
def percentage_differs(report: Report, _context: Context) -> Iterator[Problem]:
    """“增长（下降）p%”“增三成”“是上年的n倍”按两年的数据重算不符；四舍五入和舍尾都不算错。

    占比（58.8%、近六成、过半）、公开率、维持率、结转率按表重算。
    """
    yield from _wrong_shares(report)
    yield from _wrong_shares_of_subjects(report)
    for section, found in _comparisons(report):
        said, step = _said(found, _PERCENT), Decimal(found.figure.step)
        if found.times or found.said:
            yield from (_wrong_times if found.times else _wrong_growth)(report, section, found)
            continue
        years = [(Decimal(now), Decimal(before)) for now, before in _years(report, found) if before]
        shares = [(now - before) * 100 / before for now, before in years] if said is not None else []
        if shares and said is not None and all(abs(share - said) >= step for share in shares):
            right = shares[0].quantize(min(step, Decimal("0.1")))
            message = f"正文写{_growth(said)}%，按两年数据应为{_growth(right)}%{ALIKE}"
            yield _problem(report, section, found, message, right)


def _wrong_growth(report: Report, section: str, found: Comparison) -> Iterator[Problem]:
    """A growth in words that is none of those it may be."""
    years = [(Fraction(now), Fraction(before)) for now, before in _years(report, found) if before]
    sign = 1 if found.rise else -1
    if years and found.said and not any(found.said.fits(sign * (now - before), before) for now, before in years):
        now, before = years[0]
        right = Decimal(int((now - before) / before * 1000)) / 10
        message = f"正文写“{found.figure.words}”，按两年数据应为{_growth(right)}%{ALIKE}"
        yield _problem(report, section, found, message, right)


_HALF = Decimal("0.5")


def _wrong_times(report: Report, section: str, found: Comparison) -> Iterator[Problem]:
    """How many times last year's number this year's is, where it is not even rounded so."""
    figure = found.figure
    scale = 100 if figure.unit in _PERCENT else 1
    times = [Decimal(now) * scale / Decimal(before) for now, before in _years(report, found) if before]
    if figure.bound != "exact" or figure.value is None or not times:
        return
    said, step = Decimal(figure.value), Decimal(figure.step)
    if all(abs(each - said) >= step * _HALF for each in times):
        right = times[0].quantize(Decimal("0.1"))
        message = (
            f"正文写是上年的{format_value(said)}{figure.unit}，按两年数据应为{format_value(right)}{figure.unit}{ALIKE}"
        )
        yield _problem(report, section, found, message, right)


def _wrong_shares(report: Report) -> Iterator[Problem]:
    """Shares of the applications and cases that are none of the shares they may be."""
    for section in READ_TEXTS if not is_unsettled(report) else ():
        for found in reading(report.text[section], report.form).shares:
            figure = found.figure
            right = list(_shares(report, _of_the_whole_told(report, section, found)))
            if not right or figure.year not in (None, report.year):
                continue
            if not any(found.said.fits(*map(Fraction, pair)) for pair in right):
                some, every = right[0]
                share = (Decimal(some) * 100 / Decimal(every)).quantize(_tenth_or(figure))
                said = f"占{format_value(figure.value)}%" if figure.value is not None else f"“{figure.words}”"
                message = f"正文写{said}，按表中数据应为{format_value(share)}%{ALIKE}"
                problem = in_text(section, figure.span, report.text[section], message)
                yield replace(problem, cells=found.parts[0], about=Compared(figure.value, share))


def _wrong_shares_of_subjects(report: Report) -> Iterator[Problem]:
    """Shares of the applications that some about one thing are not."""
    for section in READ_TEXTS:
        words = report.words(section)
        for span, part, whole in divided.shares_of_subjects(report, report.text[section]):
            share = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"))
            message = f"正文写“{words[slice(*span)]}”，表三共{whole}件，{part}件是{format_value(share)}%{ALIKE}"
            yield in_text(section, span, words, message)


def _of_the_whole_told(report: Report, section: TextId, found: Share) -> Share:
    """A share of applicants as one of the new applications alone, where its sentence has told these right before.

    收到申请47件，自然人占80.9%: with those carried in there would be more than 47.
    """
    words, at, new = report.text[section], found.figure.number[0], in_form((RECEIVED,), report.form)[0]
    start = max(words.rfind("。", 0, at), words.rfind("\n", 0, at)) + 1
    told = [
        each
        for each in reading(words, report.form).figures
        if start <= each.number[0] < at and each.matter in ("received", "concluded", "carried") and not each.past
    ]
    if len(told) != 1 or told[0].matter != "received" or told[0].amount != table_value(report, new):
        return found
    values = {table_value(report, meaning) for meaning in told[0].meanings}
    if new not in found.wholes or (len(told[0].meanings) > 1 and len(values) == 1):
        return found
    parts = tuple(part for part in found.parts if all(cell.startswith("applications.received.") for cell in part))
    return replace(found, parts=parts, wholes=(new,)) if parts else found


def _is_more_than(part: Meaning, whole: Meaning) -> bool:
    """Whether applicants with those carried in would be told of as a part of what has none of those."""
    if not any(".carried_in." in cell for cell in part) or not any(".received." in cell for cell in part):
        return False
    return not any(".carried_in." in cell for cell in whole)


def _tenth_or(figure: Figure) -> Decimal:
    """To what a share is told: a tenth of a per cent, or the last place it is written to."""
    return min(Decimal(figure.step), Decimal("0.1"))


def _shares(report: Report, found: Share) -> Iterator[tuple[Value, Value]]:
    """Each part and its whole by the tables."""
    for part in found.parts:
        for whole in found.wholes:
            if _is_more_than(part, whole):
                continue
            some, every = table_value(report, part), table_value(report, whole)
            if some is not None and every:
                yield some, every


def _growth(share: Value) -> str:
    return f"{'增长' if share >= 0 else '下降'}{format_value(abs(Decimal(share)))}"


def _said(found: Comparison, units: frozenset[str]) -> Decimal | None:
    """The change as the text has it, a fall below 0; None when it is approximate, a field, or in another measure."""
    figure = found.figure
    if figure.unit not in units or figure.bound != "exact" or figure.value is None:
        return None
    return Decimal(figure.value) if found.rise else -Decimal(figure.value)


def _problem(report: Report, section: str, found: Comparison, message: str, right: Value) -> Problem:
    """A wrong comparison; its figure can be put right when the direction is."""
    figure, words = found.figure, report.words(section)
    cure = None
    if figure.value and right and (right > 0) == found.rise:
        number = format_value(abs(Decimal(right)))
        cure = Fix(f"改为{number}{figure.unit}", (Replacement(section, figure.number, number),))
    quote = words[slice(*figure.span)]
    about = Compared(figure.value, right)
    return Problem(message, found.of[0].meanings[0], section, figure.span, quote, cure, about)
