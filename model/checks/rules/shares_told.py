"""Shares and differences whose numbers the words give: 发出200份、收回188份，回收率94%; 比计划的20篇少11篇."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction

from model.checks.rules.wholes import Counted, counted, unit_of
from model.form.form import format_value
from model.language.fractions import Said, fraction_at, per_cent
from model.language.numerals import AMOUNT, amount
from model.language.patterns import pattern
from model.language.sentences import beginning

Span = tuple[int, int]

_UNIT = "人次|[个条件处份篇家名人户张册块只期场次票元分](?![一-鿿]?%)"
_PERCENT = "(?P<share>[0-9]{1,3}(?:\\.[0-9]{1,2})?)[%％]"
_ADVERBS = "(?:刚好|正好|恰好|恰|只有|仅|只|约|大体|共|就|也|已)*"


def misfits(text: str) -> Iterator[tuple[Span, str]]:
    """The places of a text whose own numbers give another share or difference, with what is right."""
    for needed, read, judge in _KINDS:
        if any(word in text for word in needed):
            for found in read.finditer(text):
                if told := judge(found, text):
                    yield told


Told = tuple[Span, str] | None


def _share_at(text: str, at: int) -> tuple[int, Said] | None:
    """The share that begins at a place, in per cent or in words, and where it ends."""
    if found := _SHARE.match(text, at):
        step = Fraction(1, 100 * 10 ** len(found["share"].partition(".")[2]))
        value = Fraction(Decimal(found["share"])) / 100
        return found.end(), per_cent(value, step)
    words = fraction_at(text, at)
    return (words.end, words.said) if words else None


_SHARE = pattern(_PERCENT)


def _before(text: str, at: int) -> tuple[int, list[Counted]]:
    """Where the sentence of a place begins, and what it counts before it."""
    start = beginning(text, at, "sentence")
    return start, counted(text, max(start, at - _REACH), at)


_REACH = 120


def _misfit(text: str, span: Span, part: Decimal, wholes: list[Decimal], said: Said) -> Told:
    """A share that is one of none of the wholes."""
    if not wholes or any(said.fits(Fraction(part), Fraction(whole)) for whole in wholes):
        return None
    right = format_value((part * 100 / wholes[-1]).quantize(Decimal("0.1")))
    return span, f"“{text[slice(*span)]}”：{format_value(part)}是{format_value(wholes[-1])}的{right}%，请核对。"


# --- a rate by its name: 收回188份，回收率94% ---

_RATE = pattern(
    "[，、（(](?P<name>回收|收回|有效|满意|好评|合格|优秀|达标|整改|采纳|办结|完成|参与|到会|出席|通过|解决|化解|更新|准确|正确|公开|答复|覆盖)[率度]"
    f"(?:为|达到?|是|约)?(?={_PERCENT})"
)


def _of_rate(found: re.Match[str], text: str) -> Told:
    start, counts = _before(text, found.start())
    share = _share_at(text, found.end())
    if share is None or len(counts) < _TWO or _APPLICATIONS.search(text, start, found.start()):
        return None
    part = counts[-1]
    behind = text[part.end : found.start()]
    several = part.mark in ("、", "和") and set(found["name"]) & set(counts[-2].label)
    if several or _OF_OTHERS.search(part.label):
        return None
    if len(behind) > _NEAR or not set(found["name"]) <= set(part.label[-_NEAR:] + behind):
        return None
    alike = [each.value for each in counts[:-1] if unit_of(each) == unit_of(part)]
    wholes = [each for each in (sum(alike, Decimal(0)), *alike) if each >= part.value]
    return _misfit(text, (counts[-2].start, share[0]), part.value, wholes, share[1])


_TWO, _NEAR = 2, 8
_OF_OTHERS = pattern("不|未|基本|较")
"""Before a class that is not the one of the rate, or not all of it: 基本满意40份，满意率98%."""
_APPLICATIONS = pattern("申请|自然人|结转|复议|诉讼|新收|上年|去年|由[0-9]|累计")

# --- 占 behind what is counted: 走访50户，47户满意，占94%; “主动公开”占142份，正好三分之二 ---

_MAKES = pattern(f"[，、（(]{_ADVERBS}占(?:比|到|了)?(?:总数|总量|全部)?(?:的|为|达)?{_ADVERBS}(?={_PERCENT})")
_MAKES_UP = pattern(f"占(?P<part>{AMOUNT})(?P<unit>{_UNIT})[，（(]{_ADVERBS}(?:是|为|即|占)?")


def _of_part(found: re.Match[str], text: str) -> Told:
    share = _share_at(text, found.end())
    return _of_part_at(text, found.start(), share) if share else None


def _of_part_at(text: str, at: int, share: tuple[int, Said]) -> Told:
    """A whole, a part of it right before a place, and another share than that."""
    start, counts = _before(text, at)
    if len(counts) < _TWO or _OF_TABLES.search(text, start, at) or _OTHERWISE.search(text, counts[-2].start, at):
        return None
    part, alike = counts[-1], [each for each in counts[:-1] if unit_of(each) == unit_of(counts[-1])]
    if len(alike) != 1 or len(text[part.end : at]) > _NEAR or alike[0].value < part.value:
        return None
    if not _ONE_OF.search(part.label) and part.label:
        return None
    return _misfit(text, (alike[0].start, share[0]), part.value, [alike[0].value], share[1])


_OF_TABLES = pattern(
    "申请(?!指南)|自然人|结转|复议|诉讼|新收|收件|予以公开|不予公开|部分公开|办结|不掌握|上年|去年|许可|处罚"
)
_OTHERWISE = pattern("[比较各]|分别|每")
_ONE_OF = pattern("其中|有$|^有|中的?$")


def _of_made_up(found: re.Match[str], text: str) -> Told:
    start, counts = _before(text, found.start())
    share, part = _share_at(text, found.end()), amount(found["part"])
    if share is None or part is None or _OF_TABLES.search(text, start, found.start()):
        return None
    wholes = [each.value for each in counts if each.unit == found["unit"] and each.value >= part]
    return _misfit(text, (found.start(), share[0]), part, wholes, share[1])


# --- a share of a whole that is named: 41条，超过信息总数372条的一半; 其中海域类41条，过半 ---

_OF_A_WHOLE = pattern(
    f"(?P<part>{AMOUNT})(?P<unit>{_UNIT})[，（(](?:已|就|也|仅|只)?(?P<how>超过|超出|多于|高于|不足|不到|未到|少于|低于|占到|约占|占|约为|达到|达|相当于|是|接近|将近)(?:了)?"
    f"[^，。；\\n0-9]{{0,8}}?(?P<whole>{AMOUNT})(?P<same>{_UNIT})[一-鿿]{{0,6}}?的(?=近|约|超|[一二三四五六七八九十半0-9])"
)
_MOST_OF_THEM = {
    **dict.fromkeys(
        ("大多数", "绝大多数", "大部分", "绝大部分", "多数", "大半", "过半数", "过半"),
        Said(Fraction(1, 2), Fraction(1)),
    ),
    **dict.fromkeys(("少数", "小部分", "少部分"), Said(Fraction(0), Fraction(1, 2))),
}
_IN_WORDS = pattern("(?:绝?大多数|绝?大部分|多数|大半|过半数?|少数|[小少]部分)(?=[，。；）)]|$)")
_BOUND = "超|过|不到|不足|未到|绝?大[多部]|大半|多数|少数|[小少]部分"
_SHARE_ALONE = pattern(
    f"[，（(](?:已|就|也|仅|只)?(?:(?:占(?:比|到|了)?|为|是)(?:总数|总量|全部|其中)?的?(?={_BOUND})"
    f"|(?={_BOUND}|近|接近|将近|一半|半数|[二三四五六]分之|[一二三四五六七八九]成))"
)


def _of_whole(found: re.Match[str], text: str) -> Told:
    """A part, its whole and the share in words, over or under it."""
    part, whole = amount(found["part"]), amount(found["whole"])
    share = _share_at(text, found.end())
    if part is None or not whole or share is None or found["unit"] != found["same"] or part > whole:
        return None
    if _OF_TABLES.search(text, beginning(text, found.start(), "sentence"), share[0]):
        return None
    if "占" in found["how"] and text[found.end()].isdecimal():
        return None
    how = {"少于": "低于", "超出": "超过"}.get(found["how"], found["how"])
    said = share[1] if how.startswith(("占", "达", "相当", "是")) else share[1].bounded(how)
    if "约" in how:
        said = Said(said.least - _ABOUT, said.most + _ABOUT, said.off)
    return _misfit(text, (found.start(), share[0]), part, [whole], said)


_ABOUT = Fraction(4, 100)


def _of_part_alone(found: re.Match[str], text: str) -> Told:
    """A part of a whole, and behind a comma a share in words with nothing else."""
    words = _IN_WORDS.match(text, found.end())
    share = (words.end(), _MOST_OF_THEM[words[0]]) if words else _share_at(text, found.end())
    if share is None or not _STOPS.match(text, share[0]):
        return None
    return _of_part_at(text, found.start(), share)


_STOPS = pattern("[，。；）)]|$")


# --- a share and, in brackets, how many that are: 公开信息188条。其中，四分之一（47条）涉及项目 ---

_BEHIND = pattern(
    f"(?:成[一二三四五六七八九]?|分之[一二三四五六七八九]|半|[%％])[多强弱]?[（(](?P<part>{AMOUNT})(?P<unit>{_UNIT})[，）)]"
)


def _of_bracket(found: re.Match[str], text: str) -> Told:
    share = next(
        (
            (at, said)
            for at in range(max(0, found.start() - _NEAR), found.start() + 1)
            if (said := _share_at(text, at)) and found.start() < said[0] <= found.start("part")
        ),
        None,
    )
    part = amount(found["part"])
    if share is None or part is None:
        return None
    at, said = share
    start, counts = _before(text, at)
    among = _AMONG.match(text, start)
    if among and not counts:
        start = beginning(text, max(0, start - 1), "sentence")
        counts = counted(text, max(start, at - _REACH), at)
    if _OF_TABLES.search(text, start, at) or _OF_TABLES.search(text, found.end(), found.end() + 2 * _NEAR):
        return None
    wholes = [each.value for each in counts if each.unit == found["unit"] and each.value >= part]
    return _misfit(text, (at, found.end()), part, wholes, said[1])


_AMONG = pattern("\\s{0,4}(?:其中|这其中|这些|上述)")

# --- more or less than a number that is named: 比计划的20篇少11篇; 较上年提高1.9分（上年84.5分） ---

_RISE = "增加|增长|上升|提高|提升|多|增"
_FALL = "减少|下降|降低|压减|压缩|压降|缩短|缩减|精简|削减|少|减|压|提速"
_CHANGE = f"(?:(?P<rise>{_RISE})|(?:{_FALL}))(?:了)?"
_THAN = pattern(
    f"(?P<now>{AMOUNT})(?P<unit>{_UNIT})[，（(](?:比|较|与|同)(?P<whose>[^，。；\\n0-9多少增减升降]{{1,10}}?)的?(?P<then>{AMOUNT})(?P<same>{_UNIT})(?:相比)?，?{_CHANGE}"
    f"(?:(?P<by>{AMOUNT})(?P<last>{_UNIT}))?"
)
_GIVEN_BEHIND = pattern(
    f"(?P<now>{AMOUNT})(?P<unit>{_UNIT})，(?:同比|(?:比|较)(?:上一?年(?:度)?|去年|20[0-9]{{2}}年)(?:同期)?){_CHANGE}(?P<by>{AMOUNT})(?P<last>{_UNIT})"
    f"[（(，](?:而)?(?:上一?年(?:度)?|去年|20[0-9]{{2}}年)(?:同期)?(?:为|是|得分?|共|有)?(?P<then>{AMOUNT})(?P<same>{_UNIT})(?=[）)，。；]|$)"
)
_THEN_NOW = pattern(
    f"(?:上一?年(?:度)?|去年|20[0-9]{{2}}年)(?P<deed>[^，。；\\n0-9]{{0,10}})(?P<then>{AMOUNT})(?P<same>{_UNIT})，(?:今年|本年度?|当年|20[0-9]{{2}}年)"
    f"(?P<again>[^，。；\\n0-9]{{0,10}})(?P<now>{AMOUNT})(?P<unit>{_UNIT})，(?:同比)?{_CHANGE}(?:(?P<by>{AMOUNT})(?P<last>{_UNIT}))?"
)
_NOW_THEN = pattern(
    f"(?P<now>{AMOUNT})(?P<unit>{_UNIT})，(?:而)?(?:上一?年(?:度)?|去年)(?:同期)?(?:仅|只)?(?:为|是|有)(?P<then>{AMOUNT})(?P<same>{_UNIT})，(?:同比)?{_CHANGE}(?:(?P<by>{AMOUNT})(?P<last>{_UNIT}))?"
)
_BESIDE_LAST_YEARS = pattern(
    f"(?P<now>{AMOUNT})(?P<unit>{_UNIT})[，（(](?:已|明显|略|稍|远|均)?(?:(?P<more>多于|高于|大于|超过|超出)|(?P<less>少于|低于|小于|不及|不如|不到)|(?P<same_as>与|和|同))"
    f"(?:上一?年(?:度)?|去年|20[0-9]{{2}}年)(?:同期)?的(?P<then>{AMOUNT})(?P<same>{_UNIT})(?P<level>持平|相同|一样)?"
)


def _of_last_years(found: re.Match[str], _text: str) -> Told:
    """A number that is said to be more, or less, than last year's beside it, and is not."""
    now, then = amount(found["now"]), amount(found["then"])
    if now is None or then is None or found["unit"] != found["same"] or (found["same_as"] and not found["level"]):
        return None
    right = now > then if found["more"] else now < then if found["less"] else now == then
    said = found["more"] or found["less"] or found["level"]
    return None if right else (found.span(), f"“{found[0]}”：这两个数与“{said}”不合，请核对。")


_FROM_TO = pattern(
    f"(?:由|从)[^，。；\\n0-9]{{0,8}}?(?P<then>{AMOUNT})(?P<same>个工作日|{_UNIT}|天|日|工作日)[^，。；\\n0-9]{{0,6}}?(?:{_RISE}|{_FALL}|升|降)[加少长]?(?:到|至|为)(?P<now>{AMOUNT})(?P<unit>个工作日|{_UNIT}|天|日|工作日)"
    f"[，（(](?:(?P<rise>{_RISE})|(?:{_FALL}))(?:了)?(?=[^，。；]{{0,6}}(?:成|分之|半))(?P<by>)"
)
_TIMES = pattern(
    f"(?P<now>{AMOUNT})(?P<unit>{_UNIT})，(?:是|为|达到?|相当于)(?:上一?年|去年|20[0-9]{{2}}年)(?:度)?(?:同期)?[（(]?(?P<then>{AMOUNT})(?P<same>{_UNIT})[）)]?的"
    f"(?P<times>[0-9]{{1,3}}(?:\\.[0-9]{{1,2}})?|[一二两三四五六七八九十]{{1,3}})倍(?!多|以上)"
)


def _of_times(found: re.Match[str], _text: str) -> Told:
    now, then, times = amount(found["now"]), amount(found["then"]), found["times"]
    said = Decimal(times) if times[0].isascii() else amount(times)
    if now is None or not then or said is None or found["unit"] != found["same"] or found["unit"] in ("件", "份"):
        return None
    step = Decimal(1).scaleb(-len(times.partition(".")[2]))
    if abs(now / then - said) < step * _HALF:
        return None
    return found.span(), f"“{found[0]}”：前一个数是后一个的{format_value((now / then).quantize(_TENTH))}倍，请核对。"


_HALF, _TENTH = Decimal("0.5"), Decimal("0.1")


def _is_of_tables(found: re.Match[str], text: str) -> bool:
    """Whether it is a rank, or may be of applications or decisions, which are compared with last year's tables."""
    if "第" in (text[found.start() - 1 : found.start()], text[found.start("then") - 1 : found.start("then")]):
        return True
    if found["unit"] not in ("件", "份") or not _LAST_YEAR.fullmatch(found.groupdict().get("whose") or "上年"):
        return False
    start = beginning(text, found.start(), "sentence")
    return bool(_OF_TABLES.search(text, start, found.start()) or not _NAMED.search(text, start, found.end()))


_NAMED = pattern(
    "入库|归档|稿件|审核|指南|档案|提案|建议|来信|信件|工单|台账|汇编|审查|扫描|录入|收录|折页|手册|读本|问卷|资料|宣传|单页"
)
"""Before files and letters that no table counts."""


_LAST_YEAR = pattern("(?:上一?年|去年|20[0-9]{2}年)(?:度)?(?:同期)?")


_YEAR = pattern("20[0-9]{2}(?=年)")


def _of_difference(found: re.Match[str], text: str) -> Told:
    now, then = amount(found["now"]), amount(found["then"])
    if now is None or not then or found["unit"] != found["same"] or _is_of_tables(found, text):
        return None
    years = [int(each) for each in _YEAR.findall(found[0])]
    if found.start("then") < found.start("now") and years != sorted(years):
        return None
    change = now - then if found["rise"] else then - now
    start, said = found.span()
    if found["by"]:
        by = amount(found["by"])
        if by is None or found["last"] != found["unit"] or by == change:
            return None
        right = f"{format_value(abs(change))}{found['unit']}"
        return (start, said), f"“{found[0]}”：这两个数相差{right}，请核对。"
    share = _share_at(text, found.end())
    if share is None or share[1].fits(Fraction(change), Fraction(then)):
        return None
    right = format_value((abs(now - then) * 100 / then).quantize(Decimal("0.1")))
    return (start, share[0]), f"“{text[start : share[0]]}”：这两个数相差{right}%，请核对。"


_Judge = Callable[[re.Match[str], str], Told]
_KINDS: tuple[tuple[tuple[str, ...], re.Pattern[str], _Judge], ...] = (
    (("率", "度"), _RATE, _of_rate),
    (("占",), _MAKES, _of_part),
    (("占",), _MAKES_UP, _of_made_up),
    (("分之", "半", "成", "%"), _OF_A_WHOLE, _of_whole),
    (("半", "数", "部分", "分之", "成"), _SHARE_ALONE, _of_part_alone),
    (("（", "("), _BEHIND, _of_bracket),
    (("比", "较", "与", "同"), _THAN, _of_difference),
    (("（上", "（去", "（20", "(上", "(去", "(20", "，上", "，去", "，而", "，20"), _GIVEN_BEHIND, _of_difference),
    (("今年", "本年", "当年", "20"), _THEN_NOW, _of_difference),
    (("，上年", "，去年", "，上一年"), _NOW_THEN, _of_difference),
    (("于", "超", "不", "持平", "相同", "一样"), _BESIDE_LAST_YEARS, _of_last_years),
    (("成", "分之", "半"), _FROM_TO, _of_difference),
    (("倍",), _TIMES, _of_times),
)
