"""What of a whole, how many there are now and how many there were: told in one sentence, and not fitting."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from model.form.form import format_value
from model.language.numerals import AMOUNT, amount
from model.language.patterns import pattern
from model.language.sentences import pieces, spans

_MEASURE = "[个条项件处份篇家名人户张册块只次场期](?!次)"
_LEAD = 12


def misfits(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """The places of a text where such figures do not go together, with what is wrong."""
    for start, end in spans(text, "sentence"):
        for word, read, judge in _KINDS:
            if text.find(word, start, end) >= 0:
                for found in read.finditer(text, start, end + 1):
                    if message := judge(found, text):
                        yield found.span(), message


_HOW_MUCH = "[一二三四五六七八九]成半?|一半|半数|[二三四五六]分之[一二三四五]"
_SHARE_IN_WORDS = pattern(
    f"(?P<whole>{AMOUNT})(?P<unit>{_MEASURE})[^。；\\n0-9]{{0,16}}[中，、](?!其余|另外?)[^。；\\n0-9]{{0,12}}?(?P<part>{AMOUNT})(?P<same>{_MEASURE})"
    f"[^。；，\\n0-9]{{0,12}}[，（(](?:大?约|只|仅|恰好?|正好)?占(?:比|总数|总量|全部)?(?:约|近|了|达)?(?P<share>{_HOW_MUCH})"
)
_ROUGHLY = Decimal("0.06")
_TENTHS, _HALF, _TENTH = "零一二三四五六七八九", ("一半", "半数"), Decimal("0.1")


def _of_share_in_words(found: re.Match[str], text: str) -> str:
    """A share in tenths or as a fraction whose part and whole are both given in figures."""
    part, whole = amount(found["part"]), amount(found["whole"])
    alike = found["unit"] == found["same"] or {found["unit"], found["same"]} == {"名", "人"}
    if part is None or not whole or not alike or part > whole:
        return ""
    if _ELSEWHERE.search(found[0]) or text[found.start() - 1 : found.start()] in ("第", "至"):
        return ""
    said = _fraction(found["share"])
    if abs(part / whole - said) <= _ROUGHLY:
        return ""
    exact = _plain((part * 100 / whole).quantize(_TENTH))
    return f"“{found[0]}”：{found['part']}{found['unit']}是{found['whole']}{found['unit']}的{exact}%，请核对。"


def _plain(value: Decimal) -> str:
    return format_value(int(value) if value == value.to_integral_value() else value)


_ELSEWHERE = pattern("上年|去年|多[0-9]|增加|减少|结转")


def _fraction(words: str) -> Decimal:
    if words in _HALF:
        return Decimal("0.5")
    if "分之" in words:
        below, above = words.split("分之")
        return Decimal(_TENTHS.index(above)) / Decimal(_TENTHS.index(below))
    return _TENTH * _TENTHS.index(words[0]) + (_TENTH / 2 if words.endswith("半") else 0)


_REARRANGED = pattern(
    f"由(?:原来的?|原有的?)?(?P<from>{AMOUNT})(?P<unit>{_MEASURE})(?:调整|变更?|整合|改|优化|压减|压缩|精简|缩减|减少?|增加?)(?:为|到|成|至)(?P<to>{AMOUNT})(?P<same>{_MEASURE})"
    f"，(?:(?P<fewer>撤并|合并|精简|压减|减少|撤销|关停|净减)|(?P<more>新增|增加|增设|净增))(?:了)?(?P<by>{AMOUNT})(?P<last>{_MEASURE})(?=[，。；）)])"
)


def _of_rearrangement(found: re.Match[str], text: str) -> str:
    """So many before, so many now, and how many went or came, unless both did."""
    before, now, by = amount(found["from"]), amount(found["to"]), amount(found["by"])
    if before is None or now is None or by is None or len({found["unit"], found["same"], found["last"]}) > 1:
        return ""
    right = before - now if found["fewer"] else now - before
    behind = next(pieces(text[found.end() : found.end() + _LEAD], "sentence"), "") if text[found.end()] == "，" else ""
    if right == by or (right < by and right > 0) or _BOTH_WAYS.search(behind):
        return ""
    return f"“{found[0]}”：这几个数合不上，请核对。"


_BOTH_WAYS = pattern("增|设|撤|减|并|关|停|注销|取消")
_NET = pattern(
    f"(?:制发|出台|制定|印发|新制[定发]|发布)(?:(?:了)?(?:行政)?规范性文件)?(?P<made>{AMOUNT})件[，、](?:同时)?(?:清理|宣布)?废止(?:了)?(?P<gone>{AMOUNT})件"
    f"[，、；](?:[^。；，\\n]{{0,14}}，)?(?:(?:增减|两相)?相抵(?:后)?)?(?P<net>净|[较比](?:上年|去年)[末底]|[较比]年初)(?:(?P<rise>增加?|多|增长)|(?P<fall>减少?|少))(?:了)?(?P<by>{AMOUNT})件"
)


def _of_net(found: re.Match[str], _text: str) -> str:
    """Documents issued and repealed, and by how many there are more or fewer than when the year began."""
    made, gone, by = amount(found["made"]), amount(found["gone"]), amount(found["by"])
    if made is None or gone is None or by is None or made - gone == (by if found["rise"] else -by):
        return ""
    change = made - gone
    right = "持平" if not change else f"{'增加' if change > 0 else '减少'}{format_value(abs(change))}件"
    return f"“{found[0]}”：制发{found['made']}件、废止{found['gone']}件，应是{right}，请核对。"


_Judge = Callable[[re.Match[str], str], str]
_KINDS: tuple[tuple[str, re.Pattern[str], _Judge], ...] = (
    ("由", _REARRANGED, _of_rearrangement),
    ("废止", _NET, _of_net),
    ("占", _SHARE_IN_WORDS, _of_share_in_words),
)
