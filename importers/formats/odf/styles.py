"""What the styles of an OpenDocument text say that a reader needs: whose words are hidden, struck or otherwise odd."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from importers.formats.odf.names import FO, STYLE, TEXT
from model.language.patterns import pattern
from model.structs import Struct, replace

if TYPE_CHECKING:
    from lxml import etree

_LONGEST_DESCENT = 20
OF_TABLES = "table."
"""Before the names of the styles of cells and rows, which may be those of others too."""
_FAMILIES = {"text": "", "paragraph": "", "table-cell": OF_TABLES, "table-row": OF_TABLES}
_PAPER = "#ffffff"
_TINY = pattern(r"[012](?:\.0*)?pt")
"""A size of two points at most."""


class Look(Struct, frozen=True):
    """How words look: None where nothing is said."""

    hidden: bool | None = None
    struck: bool | None = None
    above: bool | None = None
    below: bool | None = None
    white: bool | None = None
    tiny: bool | None = None
    grounded: bool | None = None

    def over(self, below: "Look") -> "Look":
        """This, and what the other says where this says nothing."""
        mine = ((name, getattr(self, name)) for name in self.__struct_fields__)
        return replace(below, **{name: said for name, said in mine if said is not None})


PLAIN = Look()


def looks(holders: Iterable["etree._Element"]) -> Mapping[str, Look]:
    """The styles by name, those they come from taken in; those that say nothing are left out.

    Args:
        holders: the elements that hold the styles.
    """
    elements = {
        _FAMILIES[style.get(f"{STYLE}family", "")] + style.get(f"{STYLE}name", ""): style
        for holder in holders
        for style in holder.iterchildren(f"{STYLE}style")
        if style.get(f"{STYLE}family") in _FAMILIES
    }
    found = ((name, _whole(name, elements)) for name in elements)
    return {name: look for name, look in found if look != PLAIN}


def _whole(name: str, elements: Mapping[str, "etree._Element"]) -> Look:
    whole = PLAIN
    for _ in range(_LONGEST_DESCENT):
        element = elements.get(name)
        if element is None:
            break
        whole = whole.over(_own(element))
        name = element.get(f"{STYLE}parent-style-name", "")
    return whole


def _own(element: "etree._Element") -> Look:
    grounds = [ground for said in element if (ground := said.get(f"{FO}background-color"))]
    grounded = any(ground not in ("transparent", _PAPER) for ground in grounds) if grounds else None
    words = element.find(f"{STYLE}text-properties")
    if words is None:
        return Look(grounded=grounded)
    shown, line = words.get(f"{TEXT}display"), words.get(f"{STYLE}text-line-through-style")
    place = words.get(f"{STYLE}text-position")
    colour, size = words.get(f"{FO}color"), words.get(f"{FO}font-size")
    return Look(
        None if shown is None else shown == "none",
        None if line is None else line != "none",
        None if place is None else _is_above(place),
        None if place is None else place.startswith(("sub", "-")),
        None if colour is None else colour.lower() == _PAPER,
        None if size is None else bool(_TINY.fullmatch(size)),
        grounded,
    )


def _is_above(place: str) -> bool:
    """Whether a position says `super`, or by how much above the line."""
    first = place.partition(" ")[0]
    return first == "super" or (first.endswith("%") and first[:1] not in "-0")
