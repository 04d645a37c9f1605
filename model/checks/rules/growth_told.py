"""A count and by how many per cent it grew, which no whole number of last year gives: 57条，较上年增长13.6%."""

import re
from collections.abc import Iterator
from decimal import Decimal

from model.form.form import format_value
from model.language.patterns import pattern
from model.language.sentences import beginning

_UNITS = "人次|家次|批次|[个条项件份篇家名人户张册块期场轮次处幅]"
_GROWN = pattern(
    f"[0-9](?<![0-9.,][0-9])(?P<more>[0-9]{{0,3}})(?P<unit>{_UNITS})(?![一-鿿])[，（(](?:同比|(?:比|较|与)?(?:上一?年(?:度)?|去年|20[0-9]{{2}}年(?:度)?)(?:同期)?(?:相比)?，?|增幅|降幅)"
    "(?:约)?(?:(?P<rise>增长|增加|上升|提高|提升|增)|(?P<fall>下降|减少|降低|减))?(?:幅度)?(?:了|为|达|是)?(?P<share>[0-9]{1,3}(?:\\.[0-9]{1,2})?)[%％](?=[，。；、）)]|$)"
)
_ROUGHLY = pattern(
    "(?:增加?|减少?|增长|下降|上升|多|少|高|低)(?:了)?$|(?:近|约|超|过|逾|至少|不足|达到近)$|[0-9][^，。；\\n0-9]{0,6}[、和及与][^，。；\\n0-9]{0,8}$|分别"
    "|(?:上一?年(?:度)?|去年|同期)[^，。；\\n0-9]{0,8}$"
)
_BACK = 18
_OF_TABLES = pattern("申请|许可|处罚|强制|规范性文件|复议|诉讼")
"""Before what the tables count, which is compared with last year's."""


def misfits(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """The places of a text where a count cannot have grown by the per cent behind it, with what is near it."""
    if "%" not in text and "％" not in text:
        return
    for found in _GROWN.finditer(text):
        if _OF_TABLES.search(text, beginning(text, found.start(), "clause"), found.start()):
            continue
        if message := _of_growth(found, text):
            yield found.span(), message


def _of_growth(found: re.Match[str], text: str) -> str:
    fall = bool(found["fall"]) or "降幅" in found[0]
    now, said = int(found[0][0] + found["more"]), Decimal(found["share"])
    if not now or (fall and said >= _HUNDRED) or _ROUGHLY.search(text, max(0, found.start() - _BACK), found.start()):
        return ""
    if not found["rise"] and not found["fall"] and "幅" not in found[0]:
        return ""
    then = now / (1 + (-said if fall else said) / _HUNDRED)
    near = [Decimal(int(then) + step) for step in (-1, 0, 1, 2) if int(then) + step > 0]
    step = Decimal(1).scaleb(-len(found["share"].partition(".")[2]))
    if not near or any(abs(abs(now - each) * _HUNDRED / each - said) < step for each in near):
        return ""
    best = min(near, key=lambda each: abs(each - then))
    right = format_value((abs(now - best) * _HUNDRED / best).quantize(Decimal("0.1")))
    return (
        f"“{found[0]}”：上年是{format_value(best)}{found['unit']}的话应是{right}%，没有哪个整数正好是这个比例，请核对。"
    )


_HUNDRED = Decimal(100)
