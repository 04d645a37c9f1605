"""The numbers that Word prints before paragraphs by itself, counted as it counts them."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from importers.docx_names import OFF, VAL, w
from importers.docx_styles import LEVELS, value
from importers.numerals import numeral

if TYPE_CHECKING:
    from lxml import etree

_PLACE = re.compile("%([1-9])")
_LARGEST_START = 9999


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    restarts_after: int | None = None
    plain: bool = False


@dataclass(slots=True)
class _Count:
    """How far a list has counted, by level; None where it has not begun."""

    reached: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


class Numbering:
    """The lists of a Word file, and how far each has counted."""

    def __init__(self, root: "etree._Element | None") -> None:
        """Know the lists; none when the file has no numbering part."""
        patterns = (
            {} if root is None else {_id(item, "abstractNumId"): item for item in root.iterchildren(w("abstractNum"))}
        )
        linked = {value(item, "styleLink"): item for item in patterns.values()}
        self._levels: dict[str, dict[int, Level]] = {}
        self._pattern: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, _Count] = {}
        for number in () if root is None else root.iterchildren(w("num")):
            pattern = value(number, "abstractNumId") or ""
            element = patterns.get(pattern)
            if element is None:
                continue
            told = linked.get(value(element, "numStyleLink") or "-", element)
            self._add(_id(number, "numId"), pattern, number, _levels(told))

    def _add(self, name: str, pattern: str, number: "etree._Element", levels: dict[int, Level]) -> None:
        overrides = list(number.iterchildren(w("lvlOverride")))
        own = {index: level for override in overrides for index, level in _levels(override).items()}
        starts = {_number(override.get(w("ilvl")), 0): value(override, "startOverride") for override in overrides}
        self._levels[name], self._pattern[name] = levels | own, pattern
        self._restarts[name] = {index: _number(start, 1) for index, start in starts.items() if start is not None}

    def next(self, name: str, index: int) -> str:
        """The number of the next paragraph of a list; empty when it prints none.

        Args:
            name: the list's id.
            index: the level, from 0.
        """
        levels = self._levels.get(name)
        if levels is None or index not in levels:
            return ""
        count = self._counts.setdefault(self._pattern[name], _Count())
        start = self._restarts[name].pop(index, None)
        self._step(count, levels, index, start)
        return _printed(levels, count, index)

    @staticmethod
    def _step(count: _Count, levels: dict[int, Level], index: int, start: int | None) -> None:
        reached = count.reached[index]
        fresh = levels[index].start if start is None else start
        count.reached[index] = fresh if reached is None or start is not None else reached + 1
        for deeper in range(index + 1, LEVELS):
            after = levels[deeper].restarts_after if deeper in levels else None
            if after is None or index < after:
                count.reached[deeper] = None


def _printed(levels: dict[int, Level], count: _Count, index: int) -> str:
    def place(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        level = levels.get(at, Level())
        number = count.reached[at]
        return numeral(level.start if number is None else number, "decimal" if plain else level.kind)

    plain = levels[index].plain
    return "" if levels[index].kind in ("bullet", "none") else _PLACE.sub(place, levels[index].text)


def _levels(element: "etree._Element") -> dict[int, Level]:
    found = {_number(item.get(w("ilvl")), LEVELS): _level(item) for item in element.iterchildren(w("lvl"))}
    return {index: level for index, level in found.items() if 0 <= index < LEVELS}


def _level(element: "etree._Element") -> Level:
    restart, legal = value(element, "lvlRestart"), element.find(w("isLgl"))
    return Level(
        start=_number(value(element, "start"), 0),
        kind=value(element, "numFmt") or _kind_of_others(element),
        text=value(element, "lvlText") or "",
        restarts_after=None if restart is None else _number(restart, LEVELS),
        plain=legal is not None and legal.get(VAL, "1") not in OFF,
    )


def _kind_of_others(element: "etree._Element") -> str:
    """The format inside alternate content, where Word puts those that older versions do not know."""
    found = next(element.iter(w("numFmt")), None)
    return "decimal" if found is None else found.get(VAL, "decimal")


def _id(element: "etree._Element", name: str) -> str:
    return element.get(w(name), "")


def _number(text: str | None, otherwise: int) -> int:
    plain = text is not None and text.isascii() and text.isdigit() and len(text) <= len(str(_LARGEST_START))
    return int(text) if text is not None and plain else otherwise
