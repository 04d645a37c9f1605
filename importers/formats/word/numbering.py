"""The numbers that Word prints before paragraphs by itself, counted as it counts them."""

from typing import TYPE_CHECKING

from importers.document.lists import LEVELS, Count, Level
from importers.formats.word.names import OFF, VAL, w
from importers.formats.word.properties import said, value

if TYPE_CHECKING:
    from lxml import etree

_LARGEST_START = 9999


class Numbering:
    """The lists of a Word file, and how far each has counted."""

    def __init__(self, root: "etree._Element | None") -> None:
        """Know the lists; none when the file has no numbering part."""
        patterns = (
            {} if root is None else {_id(item, "abstractNumId"): item for item in root.iterchildren(w("abstractNum"))}
        )
        linked = {value(said(item), w("styleLink")): item for item in patterns.values()}
        self._levels: dict[str, dict[int, Level]] = {}
        self._pattern: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, Count] = {}
        for number in () if root is None else root.iterchildren(w("num")):
            pattern = value(said(number), w("abstractNumId")) or ""
            element = patterns.get(pattern)
            if element is None:
                continue
            told = linked.get(value(said(element), w("numStyleLink")) or "-", element)
            self._add(_id(number, "numId"), pattern, number, _levels(told))

    def _add(self, name: str, pattern: str, number: "etree._Element", levels: dict[int, Level]) -> None:
        overrides = list(number.iterchildren(w("lvlOverride")))
        own = {index: level for override in overrides for index, level in _levels(override).items()}
        starts = {
            _number(override.get(w("ilvl")), 0): value(said(override), w("startOverride")) for override in overrides
        }
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
        count = self._counts.setdefault(self._pattern[name], Count())
        return count.next(levels, index, self._restarts[name].pop(index, None))


def _levels(element: "etree._Element") -> dict[int, Level]:
    found = {_number(item.get(w("ilvl")), LEVELS): _level(item) for item in element.iterchildren(w("lvl"))}
    return {index: level for index, level in found.items() if 0 <= index < LEVELS}


def _level(element: "etree._Element") -> Level:
    told = said(element)
    restart, legal = value(told, w("lvlRestart")), told.get(w("isLgl"))
    return Level(
        start=_number(value(told, w("start")), 0),
        kind=value(told, w("numFmt")) or _kind_of_others(element),
        text=value(told, w("lvlText")) or "",
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
