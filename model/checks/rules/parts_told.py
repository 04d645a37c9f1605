"""A whole and its parts in one sentence, where the parts are said to be all of it or cannot be so many.

归档38卷，其中永久12卷、定期30卷; 502条，其中公示37批，其余475条; 上半年118条、下半年137条，全年265条;
参训58人次，第一次28人、第二次32人; 抽查612家，合格571家，责令改正51家.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from model.checks.rules.wholes import Counted, counted, unit_of
from model.form.form import format_value
from model.language.patterns import pattern
from model.language.sentences import beginning, spans

Span = tuple[int, int]

_TELLING = pattern(
    "其余|剩余|余下|剩下|半年|季度|首[次期场轮批]|第[一1][次期场轮批]|[0-9]月|期限|永久|长期|不|未|责令|整改|退回|正在|尚在|仍在|废止|失效"
)
"""One of these is in every sentence that is judged."""


def misfits(text: str) -> Iterator[tuple[Span, str]]:
    """The places of a text whose parts are more than their whole, or not all of it where they should be."""
    for start, end in spans(text, "sentence"):
        counts = counted(text, start, end) if _TELLING.search(text, start, end) else []
        for judge in (_rest, _stretches, _outcomes) if len(counts) > _TWO - 1 else ():
            yield from judge(text, counts)


_TWO, _THREE, _LEAD = 2, 3, 12
_OF_TABLES = pattern("申请|收件|自然人|上年|去年|累计|结转|复议|诉讼|予以公开|部分公开|往年|历年累计")
_VAGUE = pattern("(?:近|约|超|(?<!通)过|逾|至少|不少于)$")


def _told(text: str, whole: Counted, parts: Sequence[Counted], *, more: bool = False) -> tuple[Span, str]:
    start, end = min(whole.start, parts[0].start), max(whole.end, parts[-1].end)
    total = sum((each.value for each in parts), Decimal(0))
    than = f"，{'多于' if more else '不是'}{format_value(whole.value)}{whole.unit}"
    return (start, end), f"“{text[start:end]}”：明细相加是{format_value(total)}{than}，请核对。"


def _added(parts: Sequence[Counted]) -> Decimal:
    return sum((each.value for each in parts), Decimal(0))


# --- some, and the rest ---

_REST = pattern("^(?:其余|剩余|余下|剩下)的?[一-鿿]{0,4}$")
_AMONG = pattern("^(?:这?其中|包括|含)")
_OF_THE_SENTENCE_BEFORE = pattern("\\s{0,4}(?:其中|这其中)")
"""What begins a sentence whose parts are those of a number in the sentence before."""
_PIECES = frozenset("条批期篇份集部次件")
"""Measures of pieces that are told of one whole together: 502条，其中公示37批."""


def _rest(text: str, counts: list[Counted]) -> Iterator[tuple[Span, str]]:
    """A number, some of it, and the rest."""
    for place in range(_TWO, len(counts)):
        rest = counts[place]
        if not _REST.search(rest.label) or _OF_THE_SENTENCE_BEFORE.match(text, beginning(text, rest.start, "sentence")):
            continue
        first = next((at for at in range(place - 1, 0, -1) if _AMONG.search(counts[at].label)), place - 1)
        whole, parts = counts[first - 1], counts[first : place + 1]
        named = bool(_AMONG.search(parts[0].label))
        if not _is_whole_of(text, whole, parts) or (not named and not _stands_alone(counts[: first - 1], whole, parts)):
            continue
        if first > 1 and _stands_in_a_list(counts[first - 2], whole):
            continue
        alike = all(unit_of(each) == unit_of(whole) for each in parts)
        total = _added(parts)
        if total > whole.value or (alike and total < whole.value):
            yield _told(text, whole, parts)
            return


def _is_whole_of(text: str, whole: Counted, parts: Sequence[Counted]) -> bool:
    """Whether a number may be the whole of some parts behind it, all of one measure or of pieces."""
    measures = {unit_of(each) for each in (whole, *parts)}
    lead = beginning(text, whole.start, "sentence")
    return (
        unit_of(parts[-1]) == unit_of(whole)
        and (len(measures) == 1 or measures <= _PIECES)
        and all(each.value <= whole.value for each in parts)
        and not _OF_TABLES.search(text, lead, parts[-1].end)
        and not any(_VAGUE.search(each.label) for each in (whole, *parts))
    )


def _stands_alone(before: Sequence[Counted], whole: Counted, parts: Sequence[Counted]) -> bool:
    """Whether no other number of the sentence can be the whole, where 其中 does not name it."""
    return (
        not any(unit_of(each) == unit_of(whole) for each in before)
        and not any(each.mark == "；" for each in parts)
        and not whole.label.endswith("的")
        and parts[-1].value < whole.value
    )


def _stands_in_a_list(before: Counted, whole: Counted) -> bool:
    """Whether a number is itself one of several parts."""
    return whole.mark in ("、", "和", "及") and unit_of(before) == unit_of(whole) and whole.start - before.end < _LEAD


# --- halves, quarters, the first and the second time ---

_HALVES = (pattern("上半年"), pattern("下半年"))
_THREE_QUARTERS = (pattern("前三季度"), pattern("(?:第?四季度|最后一个季度)"))
_QUARTERS = tuple(pattern(f"^(?:其中)?第?[{one}]季度") for one in ("一1", "二2", "三3", "四4"))
_TIMES = "(?:次|期|场|轮|批|届|堂|讲)?"
_ORDINALS = (
    pattern(f"^(?:其中)?(?:第[一1]{_TIMES}|首{_TIMES})"),
    pattern(f"^(?:其中)?(?:第[二2]{_TIMES}|次{_TIMES})"),
    pattern(f"^(?:其中)?第[三3]{_TIMES}"),
    pattern(f"^(?:其中)?第[四4]{_TIMES}"),
)
_MONTHS = (pattern("^(?:其中)?[0-9]{1,2}月(?:份)?"),) * 12
_RESPECTIVELY = pattern("(?P<of>下半年|季度)(?:的)?[^，。；0-9]{0,8}(?:分别|依次)[^，。；0-9]{0,6}$")
_ALL = pattern(
    "^(?:全年|年内|本年度?|一年|[两二三四][次期场轮批]|[两二]个半年|四个季度|合计|共计|总计|总共|一共|共|累计)(?:合计|共计|总计|总共|一共|共|累计)?"
)
_FILLING = pattern("其中|分别|依次|共|了|为|达|是|有|各|计")
_JOINED = ("、", "，", "；", "（", "(", "和", "及", "：")


def _stretches(text: str, counts: list[Counted]) -> Iterator[tuple[Span, str]]:
    """The parts of a year, or of several times, and the number of all of them before or behind."""
    for start in range(len(counts)):
        for parts, closed in _runs(counts, start):
            found = _whole_before(text, counts, start, parts, closed=closed) or _whole_behind(
                text, counts, start, parts
            )
            if found:
                yield found
                return


def _runs(counts: list[Counted], start: int) -> Iterator[tuple[list[Counted], bool]]:
    """The parts that begin at a place, and whether they are all there can be."""
    if named := _RESPECTIVELY.search(counts[start].label):
        size = len(_HALVES) if named["of"] == "下半年" else len(_QUARTERS)
        listed = counts[start : start + size]
        if len(listed) == size and all(each.label == "" for each in listed[1:]):
            yield listed, True
        return
    for names, closed in (
        (_HALVES, True),
        (_THREE_QUARTERS, True),
        (_QUARTERS, True),
        (_ORDINALS, False),
        (_MONTHS, False),
    ):
        run = _named(counts[start : start + len(names)], names)
        if len(run) > 1 and (not closed or len(run) == len(names)):
            yield run, closed


def _named(counts: list[Counted], names: Sequence[re.Pattern[str]]) -> list[Counted]:
    """The counts from the first on that bear these names in turn."""
    pairs = zip(names, counts, strict=False)
    return [each for _, each in takewhile(lambda pair: pair[0].search(pair[1].label), pairs)]


_PERSONS = frozenset(("人次", "人"))


def _alike(one: Counted, other: Counted) -> bool:
    return unit_of(one) == unit_of(other) or {unit_of(one), unit_of(other)} <= _PERSONS


def _deed(part: Counted) -> str:
    """What a part tells of besides its time."""
    label = part.label
    for each in (*_QUARTERS, *_ORDINALS, _MONTHS[0]):
        label = each.sub("", label)
    for half in (*_HALVES, *_THREE_QUARTERS):
        label = label[found.end() :] if (found := half.search(label)) else label
    return _FILLING.sub("", label.replace("季度", ""))


def _is_run(parts: Sequence[Counted]) -> bool:
    """Whether the parts are of one measure and one deed."""
    return all(_alike(each, parts[0]) and _deed(parts[0]).startswith(_deed(each)) for each in parts)


def _whole_before(
    text: str, counts: list[Counted], start: int, parts: list[Counted], *, closed: bool
) -> tuple[Span, str] | None:
    if not start or not _is_run(parts):
        return None
    whole, deed, total = counts[start - 1], _deed(parts[0]), _added(parts)
    if not _alike(whole, parts[0]) or _OF_TABLES.search(text, max(0, whole.start - _LEAD), parts[-1].end):
        return None
    if parts[0].mark not in _JOINED or parts[0].start - whole.end - len(parts[0].label) > _THREE:
        return None
    if deed and deed not in text[max(0, whole.start - 2 * _LEAD) : whole.start]:
        return None
    full = closed or _as_many_times(counts[: start - 1], len(parts))
    return _told(text, whole, parts) if total > whole.value or (full and total != whole.value) else None


def _as_many_times(before: list[Counted], times: int) -> bool:
    """Whether the sentence said before how many times there were: 培训2次."""
    return any(each.value == times and each.unit in "次期场轮批" for each in before[-_TWO:])


def _whole_behind(text: str, counts: list[Counted], start: int, parts: list[Counted]) -> tuple[Span, str] | None:
    place = start + len(parts)
    if place >= len(counts) or not _is_run(parts):
        return None
    whole = counts[place]
    all_of_them = _ALL.match(whole.label)
    if not all_of_them or not _alike(whole, parts[0]) or _added(parts) == whole.value:
        return None
    rest = _FILLING.sub("", whole.label[all_of_them.end() :])
    if rest not in parts[0].label or _OF_TABLES.search(text, max(0, parts[0].start - _LEAD), whole.end):
        return None
    return _told(text, whole, parts)


# --- those that passed and those that did not ---

_NOT = "不|未|没有?"
_FAMILIES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        pattern(
            "(?<![不未基])(?:合格|达标|规范|正常|到位|符合要求|完好|通过|按时公开|按时公示|按期公开)(?:的)?(?:有|为)?$"
        ),
        pattern(
            f"(?:(?:{_NOT})(?:合格|达标|规范|正常|到位|通过|公开|公示|符合要求|按时公开|按时公示|及时公开)|责令(?:限期)?(?:改正|整改)|(?:要求|限期|督促|需|须|需要|责成)(?:限期)?(?:整改|改正)|退回|打回|驳回|异常|存在问题)(?:的)?(?:有|为)?$"
        ),
    ),
    (
        pattern(
            "(?<![不未])(?:落实|采纳|办结|解决|办理完毕|整改到位|整改完成|完成整改|销号|回复|答复|完成)(?:的)?(?:有|为)?$"
        ),
        pattern(
            f"(?:(?:{_NOT}|不予|暂未|尚未)(?:采纳|落实|办结|解决|整改|完成|回复|答复)|(?:尚|正|仍)?在(?:推进|办理|整改|落实|解决|处理|研究)(?:中|之中)?|在办|(?:推进|办理|整改)中|解释说明|留作参考)(?:的)?(?:有|为)?$"
        ),
    ),
)
_KINDS = (
    pattern("(?P<kind>保留|继续有效|有效|修改|修订|废止|失效)(?:的)?(?:有|为)?$"),
    pattern(
        "^(?:其中)?(?:保管期限)?(?:为)?(?P<kind>永久|长期|短期|定期|[0-9]{2}年)(?:期|保存|保管|卷|件)?(?:的)?(?:有|为)?$"
    ),
)
"""What became of documents, and how long files are kept."""


def _outcomes(text: str, counts: list[Counted]) -> Iterator[tuple[Span, str]]:
    """Those looked at, those that passed and those that did not, more together than were looked at."""
    for place, whole in enumerate(counts[:-_TWO]):
        parts = _of_one_kind(counts[place + 1 :]) or _passed_and_not(counts[place + 1 : place + _THREE])
        if (
            len(parts) > 1
            and all(unit_of(each) == unit_of(whole) for each in parts)
            and _is_whole_of(text, whole, parts)
            and _added(parts) > whole.value
            and not (
                _ISSUED.search(whole.label) or (whole.label and any(each.label.endswith(whole.label) for each in parts))
            )
            and not (place and _stands_in_a_list(counts[place - 1], whole))
        ):
            yield _told(text, whole, parts, more=True)
            return


_ISSUED = pattern("制[定发]|出台|印发|发布|颁布|新[出立]|现行|有效")
"""Before documents of the year, beside which those repealed and in force are no parts of them."""


def _passed_and_not(parts: list[Counted]) -> list[Counted]:
    if len(parts) == _TWO and any(
        passed.search(parts[0].label) and failed.search(parts[1].label) for passed, failed in _FAMILIES
    ):
        return parts
    return []


def _of_one_kind(counts: list[Counted]) -> list[Counted]:
    """What is divided by one mark, each kind told once: 保留171件、修改18件、废止35件; 永久12卷、定期30卷."""
    return max((_kinds(counts, name) for name in _KINDS), key=len)


def _kinds(counts: list[Counted], name: re.Pattern[str]) -> list[Counted]:
    run, told = list[Counted](), set[str]()
    for each in counts:
        kind = name.search(each.label)
        if not kind or kind["kind"] in told:
            break
        told.add(kind["kind"])
        run.append(each)
    return run if len(run) > 1 else []
