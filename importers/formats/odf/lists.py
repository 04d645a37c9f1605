"""The lists of an OpenDocument text, and its numbered headings."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from importers.document.lists import LEVELS, Count, Level, Levels
from importers.formats.odf.names import LOEXT, STYLE, TEXT, count
from model.structs import Struct, field

if TYPE_CHECKING:
    from lxml import etree

_LARGEST_START = 9999
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_PLACE = re.compile("%([0-9]+)%")
_KINDS = {
    "1": "decimal", "i": "lowerRoman", "I": "upperRoman", "a": "lowerLetter", "A": "upperLetter",
    "一, 二, 三, ...": "chineseCounting", "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "壹, 貳, 參, ...": "chineseLegalTraditional", "①, ②, ③, ...": "decimalEnclosedCircle",
    "１, ２, ３, ...": "decimalFullWidth", "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
}  # fmt: skip
_SILENT = Level(kind="none")


class Place(Struct):
    """Where a paragraph stands in a list: which style numbers it, how deep, and how far the list has counted."""

    style: str = ""
    index: int = 0
    count: Count = field(default_factory=Count)


class Lists:
    """The lists of a text, and how far each has counted."""

    def __init__(self, styles: Iterable["etree._Element"]) -> None:
        """Know the styles.

        Args:
            styles: the elements that hold them.
        """
        self._levels: dict[str, Levels] = {}
        self._outline: Levels = {}
        self._headings = Count()
        self._by_id: dict[str | None, Count] = {}
        self._by_style: dict[str, Count] = {}
        for holder in styles:
            for style in holder.iterchildren(f"{TEXT}list-style"):
                self._levels[style.get(f"{STYLE}name", "")] = _levels(style)
            for style in holder.iterchildren(f"{TEXT}outline-style"):
                self._outline = _levels(style)

    def enter(self, element: "etree._Element", around: Place | None) -> Place:
        """The place of the paragraphs of a list.

        Args:
            element: the list.
            around: the place of the list around it.
        """
        style = element.get(f"{TEXT}style-name", around.style if around else "")
        if around:
            return Place(style, around.index + 1, around.count)
        goes_on = element.get(f"{TEXT}continue-numbering") == "true"
        named = self._by_id.get(element.get(f"{TEXT}continue-list"))
        reached = named or (self._by_style.get(style) if goes_on else None) or Count()
        self._by_style[style] = reached
        if name := element.get(_ID):
            self._by_id[name] = reached
        return Place(style, 0, reached)

    def number(self, place: Place, item: "etree._Element") -> str:
        """The number of a list's next item."""
        return place.count.next(self._levels.get(place.style, {}), place.index, _start(item))

    def heading(self, element: "etree._Element", level: int) -> str:
        """The number of a heading that stands in no list.

        Args:
            element: the heading.
            level: from 1.
        """
        if element.get(f"{TEXT}is-list-header") == "true":
            return ""
        return self._headings.next(self._outline, level - 1, _start(element))


def _start(element: "etree._Element") -> int | None:
    name = f"{TEXT}start-value"
    return count(element, name, _LARGEST_START) if element.get(name) else None


def _levels(style: "etree._Element") -> Levels:
    found = {count(level, f"{TEXT}level", 99) - 1: _level(level) for level in style}
    return {index: level for index, level in found.items() if index < LEVELS}


def _level(element: "etree._Element") -> Level:
    kind = element.get(f"{STYLE}num-format", "")
    if not kind:
        return _SILENT
    own, shown = count(element, f"{TEXT}level", LEVELS), count(element, f"{TEXT}display-levels", LEVELS)
    numbers = ".".join(f"%{level}" for level in range(max(own - shown, 0) + 1, own + 1))
    text = element.get(f"{STYLE}num-prefix", "") + numbers + element.get(f"{STYLE}num-suffix", "")
    text = _PLACE.sub(r"%\1", element.get(f"{LOEXT}num-list-format", text))
    return Level(count(element, f"{TEXT}start-value", _LARGEST_START), _KINDS.get(kind, "decimal"), text)
