"""The properties that the reader of Word files looks at: of one element, or of all of a body gathered in one pass.

Most runs, paragraphs and cells have properties, and most of these say nothing that is looked at (a typeface, a size);
each of them is an object that lxml would make, only to be passed over.
"""

from typing import TYPE_CHECKING, Any, TypeAlias, cast

from importers.formats.word.names import DEL, INS, MOVE_FROM, MOVE_TO, NAMES, PPR, RPR, TCPR, VAL, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

Said: TypeAlias = "Mapping[str, etree._Element]"  # noqa: SLF001 - lxml names the type so
"""Properties by their names."""
NOTHING: Said = {}
STYLE, RUN_STYLE, PLACE = w("pStyle"), w("rStyle"), w("vertAlign")
OUTLINE, NUMBERING = w("outlineLvl"), w("numPr")
COLOUR, SHADE, HIGHLIGHT = w("color"), w("shd"), w("highlight")
SIZE = w("sz")
_TINY = ".//w:rPr[w:sz[number(@w:val) <= 4]]"
"""What has a size of two points at most, in halves; all others are passed over."""
VANISH, STRIKE, DOUBLE_STRIKE = w("vanish"), w("strike"), w("dstrike")
GRID_SPAN, DOWN, ACROSS = w("gridSpan"), w("vMerge"), w("hMerge")
_HOLDERS = frozenset({PPR, RPR, TCPR})
_LOOKED_AT = (
    *(STYLE, RUN_STYLE, PLACE, OUTLINE, NUMBERING, COLOUR, SHADE, HIGHLIGHT, VANISH, STRIKE, DOUBLE_STRIKE),
    *(GRID_SPAN, DOWN, ACROSS, RPR, INS, DEL, MOVE_FROM, MOVE_TO),
)


class Properties:
    """What the paragraphs, runs and cells of a body say of themselves."""

    def __init__(self, body: "etree._Element") -> None:
        """Look once through the body."""
        self._said: dict[etree._Element, dict[str, etree._Element]] = {}
        for element in body.iter(*_LOOKED_AT):
            holder = element.getparent()
            if holder is not None and holder.tag in _HOLDERS:
                self._said.setdefault(holder, {})[element.tag] = element
        for holder in cast("list[Any]", body.xpath(_TINY, namespaces=NAMES)):
            self._said.setdefault(holder, {})[SIZE] = holder

    def among(self, parts: "Iterable[etree._Element]") -> Said:
        """What an element with these parts says of itself."""
        for part in parts:  # properties come first, in all but odd files
            if part in self._said:
                return self._said[part]
        return NOTHING


def said(element: "etree._Element", name: str = "") -> Said:
    """The properties in an element, or in its child of a name, by their names."""
    holder = next(element.iterchildren(name), None) if name else element
    return {} if holder is None else {child.tag: child for child in holder}


def value(properties: Said, name: str, otherwise: str = "") -> str | None:
    """The value of a property; None when it is not there, something else when it has no value."""
    found = properties.get(name)
    return None if found is None else found.get(VAL, otherwise)
