"""Shares and yearly numbers that do not fit the figures they are told with; what X-16 says of them."""

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from model.checks.rules.figures_in_order import Amount, Told, amounts, quoted
from model.form.form import format_value
from model.language.numerals import number
from model.language.patterns import found_from, pattern
from model.language.sentences import spans

_SHARE = pattern(
    "[^，。；、（(\\n0-9]{0,6}[，、（(](?:约|大约)?(?:占(?:比|全部|总数|总量|比例|[^，。；\\n0-9]{0,8}?)?(?:的|为|达到?|约|到)*"
    "|(?P<rate>[一-鿿]{2,5})率(?:为|达到?|约|是)?)"
    "(?P<near>近|不到|超过?|约)?(?:(?P<percent>[0-9]{1,3}(?:\\.[0-9]{1,2})?)[%％]|百分之(?P<hundredths>[一二三四五六七八九十百]{1,5})"
    "|(?P<tenths>[一二两三四五六七八九])成(?P<half>半)?(?P<more>多|以上)?|(?P<of>[二三四五六七八九十])分之(?P<many>[一二三四五六七八九])|(?P<even>一半|半数))"
)
_OF_THE_FORM = pattern(
    "申请|办结|答复|结转|予以公开|部分公开|不予|无法提供|复议|诉讼|维持|纠正|许可|处罚|强制|规范性文件"
    "|自然人|公民[0-9]|个人[0-9]|企业[0-9]|科研机构|法律服务|律师|公益组织|其他组织"
)
"""What the tables give; its shares are compared with them."""
_JOINED = frozenset("和、及与")
_MOST_BEFORE = 12
_HALF_TENTH, _OF_WORDS = Fraction(6, 100), Fraction(5, 100)


def told_of_shares(text: str) -> Iterator[Told]:
    """Shares of a figure that no figure told before, of the same measure, makes right: 319条，其中97条，占五成."""
    earlier: list[Amount] = []
    last: tuple[Amount, ...] = ()
    for start, end in spans(text, "sentence"):
        found = tuple(amounts(text, start, end))
        if text[start - 1 : start] == "\n":
            earlier, last = [], ()
        for at, part in enumerate(found):
            said = _SHARE.match(text, part.end, min(end, part.end + _LONGEST))
            if said and not (said["rate"] and not _is_rate_of(said["rate"], part)):
                wholes = _wholes(text, part, (*last, *found[:at]) if text.startswith("其中", start) else found[:at])
                if (
                    wholes
                    and not _OF_THE_FORM.search(text, start, part.end)
                    and not _fits(said, part, (*earlier, *wholes))
                ):
                    yield (part.start, said.end()), _message(text, part, wholes[-1], said.end())
        earlier, last = [*earlier, *found][-_MOST_BEFORE:], found


_LONGEST = 40


def _is_rate_of(name: str, part: Amount) -> bool:
    """Whether a rate is named after what the figure counts: 优秀16个，优秀率."""
    return name[-2:] in part.lead or (name[0] in part.lead[-_LONGEST:] and name[-1] in part.lead[-_LONGEST:])


def _wholes(text: str, part: Amount, before: Sequence[Amount]) -> list[Amount]:
    """The figures of the sentence that the part may be of, and the sums of two that stand side by side."""
    alike = [each for each in before if each.unit == part.unit and each.value >= part.value]
    pairs = itertools.pairwise(before)
    added = [
        Amount(one.start, other.end, one.value + other.value, one.unit, one.lead)
        for one, other in pairs
        if one.unit == other.unit == part.unit and any(sign in other.lead for sign in _JOINED)
    ]
    return [each for each in (*alike, *added) if text[each.end : each.end + 1] != "倍"]


def _fits(said: re.Match[str], part: Amount, wholes: Sequence[Amount]) -> bool:
    return any(
        each.value and _is_share(said, Fraction(part.value) / Fraction(each.value))
        for each in wholes
        if each.unit == part.unit
    )


def _is_share(said: re.Match[str], share: Fraction) -> bool:
    if said["percent"]:
        step = Fraction(1, 10 ** len(said["percent"].partition(".")[2]))
        return abs(share * 100 - Fraction(said["percent"])) < step * (5 if said["near"] else 1)
    if said["hundredths"]:
        given = number(said["hundredths"])
        return given is None or abs(share * 100 - Fraction(given.value)) < 1
    if said["tenths"]:
        tenths = number(said["tenths"])
        exact = Fraction(int(tenths.value if tenths else 0) * 10 + (5 if said["half"] or said["more"] else 0), 100)
        return abs(share - exact) < _HALF_TENTH
    exact = Fraction(1, 2)
    if said["of"] and (many := number(said["many"])) and (of := number(said["of"])):
        exact = Fraction(int(many.value), int(of.value))
    return abs(share - exact) <= _OF_WORDS


def _message(text: str, part: Amount, whole: Amount, end: int) -> str:
    right = format_value((part.value * 100 / whole.value).quantize(Decimal("0.1")))
    return f"“{quoted(text, part, end)}”：{format_value(part.value)}是{format_value(whole.value)}的{right}%，请核对。"


_YEARLY = {
    "周": (50, 53),
    "半月": (24, 24),
    "半个月": (24, 24),
    "月": (12, 12),
    "个月": (12, 12),
    "双月": (6, 6),
    "两个月": (6, 6),
    "2个月": (6, 6),
    "季度": (4, 4),
    "个季度": (4, 4),
    "季": (4, 4),
    "半年": (2, 2),
}
"""How often each comes round in a year, at least and at most."""
_COUNTED = "[次期例场篇条批轮回]"
_NUMBER = "[0-9]{1,4}|[一二两三四五六七八九十百]{1,4}"
_EVERY = pattern(
    "每(?P<each>周|半个?月|双月|[两2]个月|个?月|个?季度|季|半年)(?P<deed>[^，。；：\n0-9一二两三四五六七八九十每]{0,14})"
    f"(?:(?P<part>{_NUMBER})(?P<unit>{_COUNTED})|(?=[，、（(]))(?P<tail>[^，。；：、\n0-9]{{0,16}})[，、（(](?:全年|年内|一年|当年|本年)(?:共|累计|合计|总计)?"
    f"(?P<again>[^，。；\n0-9一二两三四五六七八九十]{{0,6}})(?P<whole>{_NUMBER})(?P<same>{_COUNTED})"
)
_EVERY_BEGINS = pattern("每")
_OPEN = pattern("至少|不少于|不低于|以上|原则上|月起|下半年|上半年|月开始|月以来|起每|季度起|要求|部分")
_REACH = 14


def told_of_the_year(text: str) -> Iterator[Told]:
    """A yearly number that is not what each month, quarter or week makes: 每季度召开例会1次，全年5次."""
    for found in found_from(_EVERY_BEGINS, _EVERY, text):
        part, whole = number(found["part"] or "1"), number(found["whole"])
        if part is None or whole is None or (found["unit"] or found["same"]) != found["same"]:
            continue
        if _OPEN.search(text, max(0, found.start() - _REACH), found.end()):
            continue
        said, again = found["deed"] + found["tail"], found["again"].strip("了的")
        if (again and again[:2] not in said) or (not found["part"] and not (again and found["same"] == "次")):
            continue
        least, most = (many * part.value for many in _YEARLY[found["each"]])
        if not least <= whole.value <= most:
            right = f"{least}至{most}" if least != most else f"{least}"
            yield found.span(), f"“{found[0]}”：全年应是{right}{found['same']}，请核对。"
