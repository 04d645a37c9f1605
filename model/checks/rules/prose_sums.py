"""A check on totals in the texts against the parts they are given with."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate

from model.checks.reasons import PROSE
from model.checks.registry import Context, Problem, check, in_text
from model.checks.rules import divided
from model.checks.rules.prose_against_tables import ALIKE, READ_TEXTS, wrong_figures
from model.form.form import Value, format_value
from model.language.patterns import pattern
from model.language.sentences import has_end
from model.prose.agreement import is_unsettled, table_value, value_of
from model.prose.figures import Figure, Relation, Sum
from model.prose.reader import reading
from model.report.report import Report, TextId


@check("X-06", "hint", "practice", reads=("tables", "agency", *READ_TEXTS), reasons=PROSE)
def parts_do_not_add_up(report: Report, _context: Context) -> Iterator[Problem]:
    """明细之和多于总数；写“分别为”而没有“等”、或写“共计”的，明细之和不等于总数。“其中”多不穷尽，少于总数不报。

    按渠道、按受理单位分列的申请相加与表三不同，“许可比处罚多 n 件”“企业是个人的 n 倍”“二者之比”同表中的数不合的也是。
    """
    yield from _relations(report)
    yield from _by_way_or_office(report)
    told = {(section, figure.number) for section, figure in wrong_figures(report)}
    for section in READ_TEXTS:
        for entry in reading(report.text[section], report.form).sums:
            words = report.text[section]
            apart = _is_lessened(words, entry) or _stand_side_by_side(words, entry) or _counts_parts(words, entry)
            apart = apart or _divides_an_earlier(report, section, entry) or _divides_the_new(report, section, entry)
            apart = apart or all(figure.meanings and not figure.partial for figure in (entry.total, *entry.parts))
            if not apart and not any((section, figure.number) in told for figure in (entry.total, *entry.parts)):
                yield from _problem(report, section, entry)


def _by_way_or_office(report: Report) -> Iterator[Problem]:
    """Lists of the ways by which the applications came, or of who took them in, that are not all of them."""
    for section in READ_TEXTS:
        words = report.words(section)
        for span, added, whole in divided.misfits(report, report.text[section]):
            message = f"“{words[slice(*span)]}”相加是{added}件，表三本年新收是{whole}件{ALIKE}"
            yield in_text(section, span, words, message)


def _relations(report: Report) -> Iterator[Problem]:
    """What is said of two things of the tables that holds by no reading."""
    for section in READ_TEXTS if not is_unsettled(report) else ():
        words = report.words(section)
        for found in reading(report.text[section], report.form).relations:
            pairs = list(zip(found.one, found.other, strict=False))
            values = [(table_value(report, one), table_value(report, other)) for one, other in pairs]
            known = [(one, other) for one, other in values if one is not None and other is not None]
            if _HOW_MANY.search(words, *found.span) and any(abs(found.value) == other for _, other in known):
                continue
            if known and len(known) == len(values) and not any(_stand_so(found, *each) for each in known):
                one, other = (format_value(each) for each in known[0])
                message = f"正文写“{words[slice(*found.span)]}”，表中是{one}和{other}{ALIKE}"
                yield in_text(section, found.span, words, message)


def _stand_so(found: Relation, one: Value, other: Value) -> bool:
    """Whether two numbers stand to each other as it is said; times may be rounded to a half."""
    if found.said is not None:
        return found.said.fits(Fraction(one), Fraction(other))
    if found.kind == "more":
        return Fraction(one) - Fraction(other) == found.value
    if not other:
        return False
    off = abs(Fraction(one) / Fraction(other) - found.value)
    return off < (_HALF if found.value >= _MANY else found.value / 20)


_HOW_MANY = pattern("[于过出][^，。；0-9]{1,10}的[0-9]")
"""Behind 多于, before how many the other ones are: 商业企业8件，多于自然人的3件."""
_HALF, _MANY = Fraction(1, 2), 10


_LISTED = pattern("[件条项起次份]?、(?!其中|包括|含)")
_LESS = pattern(
    "[^。；\n]{0,6}(?:扣除|剔除|减去|除去|未计入)"
    "|[^。；\n]{0,4}(?:部分|有的|个别|一些|少数|其中|存在|均有)[^。；\n]{0,12}(?:重复|交叉|重叠|多[项个类种]|同时|两[项个类种])"
)
"""Behind parts: something is taken off them, or some are counted twice: 部分申请涉及多项内容."""


def _is_lessened(words: str, entry: Sum) -> bool:
    """Whether something is taken off the parts behind them."""
    return bool(_LESS.match(words, entry.span[1]))


def _stand_side_by_side(words: str, entry: Sum) -> bool:
    """Whether the first of two figures in one list was taken for their total: 网上提交1件、信函提交3件."""
    if entry.total.span[0] > entry.parts[0].span[0]:
        return False
    way = _BY_A_WAY.search(words, max(0, entry.total.number[0] - _NEAR), entry.total.number[0])
    return bool(way or _LISTED.match(words, entry.total.span[1]))


_BY_A_WAY = pattern(
    "(?:网络|网上|线[上下]|窗口|现场|当面|信函|邮寄|平台|热线|电话)(?:提交|受理|收到|接待|收件|办理|申请)$"
)
"""Before one of several ways, whose number is no total of the next: 窗口受理128件，网上受理182件."""


_PARTS = pattern("个?(?:季度|月份?|方面|类|渠道|部分|批次?|阶段)")


def _counts_parts(words: str, entry: Sum) -> bool:
    """Whether the first figure only says how many parts there are: 四个季度分别为…, 三个科室分别为2次…"""
    if entry.total.value == len(entry.parts) and entry.total.unit != entry.parts[0].unit:
        return True
    return bool(_PARTS.match(words, entry.total.number[1]))


_CARRIED = pattern("结转|转入|延续|跨年")
_NEAR = 10


def _divides_an_earlier(report: Report, section: str, entry: Sum) -> bool:
    """Whether the parts are those of an earlier total of the sentence: 办结287件，结转12件，其中予以公开133件."""
    words, start = report.text[section], entry.total.span[0]
    if not _CARRIED.search(words, max(0, start - _NEAR), entry.total.span[1]):
        return False
    total, parts = value_of(report, entry.total), [value_of(report, part) or 0 for part in entry.parts]
    if total is None or sum(parts) <= total:
        return False
    earlier = (figure for figure in reading(words, report.form).figures if figure.span[1] <= start)
    return any(
        (value_of(report, figure) or 0) >= sum(parts) and not has_end(words, "sentence", figure.span[1], start)
        for figure in earlier
    )


_OF_THE_NEW = pattern("新收|新增|收到|受理")


def _divides_the_new(report: Report, section: TextId, entry: Sum) -> bool:
    """Whether the parts are of the new applications alone, told before a total with those carried in.

    收到148件，上年结转8件，应办156件（上半年新收81件、下半年新收67件).
    """
    words = report.text[section]
    lead = words[entry.total.number[1] : entry.parts[0].number[0]]
    if entry.total.matter != "received" or not _OF_THE_NEW.search(lead):
        return False
    added = sum(value_of(report, part) or 0 for part in entry.parts)
    return any(
        figure.matter == "received"
        and value_of(report, figure) == added
        and figure.span[1] <= entry.total.span[0]
        and not has_end(words, "sentence", figure.span[1], entry.total.span[0])
        for figure in reading(words, report.form).figures
    )


def _problem(report: Report, section: str, entry: Sum) -> Iterator[Problem]:
    total, parts = value_of(report, entry.total), [value_of(report, part) for part in entry.parts]
    known = [part for part in parts if part is not None]
    if total is None or len(known) < len(parts):
        return
    added = sum(known)
    if any(part.unit != entry.total.unit and value > total for part, value in zip(entry.parts, known, strict=True)):
        return
    slip = _has_slip(report.text[section], entry, total, known) and not _is_of_the_tables(report, entry)
    if slip or not _fits(entry, total, added):
        words = report.words(section)
        quote = words[slice(*entry.span)]
        message = f"“{quote}”中明细相加是{format_value(added)}，与总数{format_value(total)}不同{ALIKE}"
        yield in_text(section, entry.span, words, message)


def _fits(entry: Sum, total: Value, added: Value) -> bool:
    """Whether parts can make up a total; approximate figures fit unless the parts are far too many."""
    figures = (entry.total, *entry.parts)
    if any(figure.bound != "exact" or figure.step > 1 for figure in figures):
        return added <= total * 2
    return added == total if entry.exhaustive else added <= total or _begins_with_all(figures, total)


def _is_of_the_tables(report: Report, entry: Sum) -> bool:
    """Whether the total and each part are told as the tables have them, so that what is missing is left out."""
    return all(
        any(figure.amount == table_value(report, meaning) for meaning in figure.meanings)
        for figure in (entry.total, *entry.parts)
    )


_OPEN = pattern("等")
_MOST_LEFT = 6
"""At most one of so many is left over where a part with two digits exchanged explains it."""


def _has_slip(words: str, entry: Sum, total: Value, parts: list[Value]) -> bool:
    """Whether parts that are less than the total would be all of it with two digits of one figure exchanged."""
    added, figures = sum(parts), (entry.total, *entry.parts)
    alike = len({figure.unit for figure in figures}) == 1
    exact = alike and all(figure.bound == "exact" and figure.step == 1 for figure in figures)
    if not exact or added >= total or len(parts) == 1 or _OPEN.search(words, *entry.span):
        return False
    if added in _exchanged(total):
        return True
    rest = total - added
    return rest * _MOST_LEFT <= total and any(part + rest in _exchanged(part) for part in parts)


def _exchanged(value: Value) -> set[int]:
    """The numbers that a slip makes of a whole number: two digits beside each other exchanged."""
    digits = str(value)
    pairs = range(len(digits) - 1) if digits.isdecimal() else range(0)
    return {int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]) for at in pairs} - {value}


_CASES = ("件", "起", "宗")


def _begins_with_all(figures: tuple[Figure, ...], total: Value) -> bool:
    """Whether the first parts are all there is, and those behind them divide it in another way.

    One more part behind them does so only among applications and cases; with another thing it is one too many.
    """
    sums = list(accumulate(figure.value or 0 for figure in figures[1:]))
    behind = sums[1:-1] if figures[0].unit in _CASES else sums[1:-2]
    return total in behind
