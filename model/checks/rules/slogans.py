"""Slogans that count what they are made of, such as “三统一”, beside the items that make them up."""

import re
from collections.abc import Iterator

from model.language.numerals import count_of
from model.language.patterns import pattern

_WHAT = (
    "统一|公开|明确|落实|到位|规范|结合|坚持|上墙|见面|同步|确保|必须|强化|严格|及时|清单|对照|到底|到人|到村|到户"
    "|必查|必审"
)
_SLOGAN = pattern(f"(?P<number>[两二三四五六七八九])个?“?(?P<what>{_WHAT})(?![一-鿿]{{0,2}}[0-9])")
_BEHIND = pattern(
    "”?(?:的?(?:要求|标准|原则|机制|制度|做法|工作法|办法|模式|管理))?(?:，即|，就是|，也就是|[：:]|——|（即?)"
)
_FEWEST, _REACH, _LONGEST = 2, 160, 24
_PARTS = pattern("[、，和及]|以及")
_ENDS = pattern("[。；：\n（）]")
_AHEAD = pattern("[”」]的?“?$")
"""Between the items and a slogan that stands behind them: “统一标识、统一栏目”的二统一."""


def miscounted(text: str) -> Iterator[tuple[tuple[int, int], str, int]]:
    """The slogans whose items are not as many as they say: where each is, and how many items there are.

    Only items that hold the slogan's own word are counted, and only where at least two do.
    """
    for found in _SLOGAN.finditer(text):
        listed = _behind(found, text) or _before(found, text)
        if listed >= _FEWEST and listed != count_of(found["number"]):
            yield found.span(), found[0].replace("“", ""), listed


def _behind(found: re.Match[str], text: str) -> int:
    """How many items follow at once."""
    if not (begun := _BEHIND.match(text, found.end())):
        return 0
    end = _ENDS.search(text, begun.end(), begun.end() + _REACH)
    return _items(_PARTS.split(text[begun.end() : end.start() if end else begun.end() + _REACH]), found["what"])


def _before(found: re.Match[str], text: str) -> int:
    """How many items stand before it, in quotation marks."""
    if not _AHEAD.search(text, max(0, found.start() - _FEWEST - 1), found.start()):
        return 0
    begin = text.rfind("“", max(0, found.start() - _REACH), found.start() - 1)
    return _items(_PARTS.split(text[begin + 1 : found.start()])[::-1], found["what"]) if begin >= 0 else 0


def _items(parts: list[str], what: str) -> int:
    """How many parts, from the first on, hold the word."""
    count = 0
    for part in parts:
        if what not in part or len(part) > _LONGEST:
            break
        count += 1
    return count
