"""Figures with their measure, wherever they stand: 12件, 二十余条, 1.2万件, 35.5万元, 25%."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from model.language.numerals import ARABIC, CHINESE, Number, number
from model.language.patterns import pattern
from model.prose.plain import FIELD, Plain
from model.structs import Struct

Bound = Literal["exact", "about", "over", "under"]
"""How the words take a number: as it is, as near it, as less than it really is, or as more."""

COUNT_UNITS = frozenset(("件", "条", "宗", "起", "项", "份", "例", "次", "个", "部", "桩", "笔", ""))
"""Measures in which applications, cases and documents are counted; a bare figure has none."""
MONEY = {"元": Decimal("0.0001"), "万元": Decimal(1), "亿元": Decimal(10_000)}
"""Measures of money, in 万元."""

_UNIT = (
    "个百分点|百分点|[%％]|亿元|万元|元|人次|件次|条次|人|倍"
    "|条(?![例款文])|件(?![数事])|宗(?!旨)|起(?![诉草点来到源])|项(?!目)|份(?!额)|例(?![如会外])|次(?![日数年月性])"
    "|笔(?!试)|篇|封|期|场|部(?!分|门)|个|处|批|家|名|桩|则|幅|张|页|位|户|种|类(?!内部|过程|事务)|站|本|册|万次|字"
)
_TOKEN = pattern(
    rf"(?P<less>不少于|不足|不到|超过|多达|至少|高达|大约|将近|接近|约|近|超|逾)?"
    rf"(?P<number>{FIELD}|(?<![0-9A-Za-z./第每 ])(?<!(?<!-)-){ARABIC}"
    rf"|(?<![第每同统唯逐任之其某零〇一二两三四五六七八九十百千]){CHINESE})"
    rf"(?P<more>余万|多万|余|多|来|几)?(?:(?P<unit>{_UNIT})(?P<late>左右|上下|以上|以内|之多|(?=余))?"
    r"|(?=[，。；、)！？和及与\n]|$))"
)
_NAMED = pattern(
    "(?:[为是：]|维持|纠正|其他|审结|自然人|企业|组织|机构|事务所|律所|公开|提供|处理|部分|全部|个人|公民|起诉|复议|诉讼|许可|处罚|强制|制发|废止|有效|新收|收到|受理|结转|转入|办结|下年|下年度|未结|未审结)$"
)
_ENCLOSED = pattern(r"[一-鿿]\($")
_ENCLOSED_END = pattern(r"\)(?:[，、；。和及与\n]|$)")
_LISTED_BEFORE = pattern("(?:分别|依次)[^，。；、0-9]{0,8}[0-9、和及与]{0,40}$")
_LISTED_BEHIND = pattern("(?:[、和及与][0-9]{1,7}){1,11}(?P<unit>[件条宗起项份])")
_LONGEST_LIST = 52
_RANGE = pattern(r"(?:[0-9一二三四五六七八九十][件条万]?(?:到|[-至])|[件条元]至)$")
_TOGETHER = pattern("[与和同][^，。；\n]{0,12}一$")
"""Before 起: with something together, 与本年申请一起."""
_NEAR = 16
_NONE_OF = pattern("(?:无|没有|未有|未发生|未收到|未出现)$")
_NOT_EVEN_ONE = pattern("(?:也|都|均)?(?:没有|未有|未发生|没发生)(?=[，。；、)\\n]|$)")
"""Behind 一件: none, 不予公开一件没有."""
_OVER = frozenset(("不少于", "超过", "多达", "至少", "高达", "超", "逾", "余", "多", "余万", "多万", "以上", "之多"))
_UNDER = frozenset(("不足", "不到", "以内"))
_ABOUT = frozenset(("约", "近", "大约", "将近", "接近", "来", "几", "左右", "上下"))


class Token(Struct, frozen=True):
    """A figure in the plain text: where it and its measure stand, and what it is worth."""

    start: int
    number_end: int
    end: int
    value: Number | None
    unit: str
    bound: Bound
    cell_id: str | None


def tokens(text: Plain) -> Iterator[Token]:
    """The figures of a text in order; the ends of ranges such as 3至5件 are none, nor is 无一件."""
    for found in _TOKEN.finditer(text.text):
        start = found.start()
        if found["unit"] == "起" and _TOGETHER.search(text.text, max(0, start - _NEAR), start + 1):
            continue
        if found["number"] in ("一", "1") and _NONE_OF.search(text.text, max(0, start - 3), start):
            continue
        if not _RANGE.search(text.text, max(0, start - 3), start) and (token := _token(found, text)):
            yield token


def _token(found: re.Match[str], text: Plain) -> Token | None:
    words, unit, more = found["number"], found["unit"] or "", found["more"] or ""
    cell_id = text.cells[found.start("number")] if words == FIELD else None
    if not unit and not cell_id:
        unit = _unit_of_list(found, text.text)
        if not unit and not _stands_alone(found, text.text):
            return None
    value = None if cell_id is not None else number(words + more[1:])
    if cell_id is None and value is None:
        return None
    if words in ("一", "1") and unit and _NOT_EVEN_ONE.match(text.text, found.end()):
        value = number("0")
    number_end = found.end("more") if more else found.end("number")
    return Token(found.start(), number_end, found.end(), value, unit, _bound(found), cell_id)


def _stands_alone(found: re.Match[str], text: str) -> bool:
    """Whether a figure without a measure is said to be the amount: 为0, 是5, 数量：12, 维持3、纠正1."""
    start, end = found.span()
    if text.startswith(")", end) and _ENCLOSED.search(text, max(0, start - 2), start):
        return bool(_ENCLOSED_END.match(text, end))
    return bool(_NAMED.search(text, max(0, start - 4), start)) and not text.startswith(("和", "及", "与"), end)


def _unit_of_list(found: re.Match[str], text: str) -> str:
    """The measure behind the last of several figures that are listed apart: 分别为12、3、5件."""
    behind = _LISTED_BEHIND.match(text, found.end())
    if not behind or not _LISTED_BEFORE.search(text, max(0, found.start() - _LONGEST_LIST), found.start()):
        return ""
    return behind["unit"]


def _bound(found: re.Match[str]) -> Bound:
    said = {found["less"], found["more"], found["late"]}
    if said & _OVER:
        return "over"
    if said & _UNDER:
        return "under"
    return "about" if said & _ABOUT else "exact"
