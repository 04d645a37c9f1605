"""What the styles of an OpenDocument text say that a reader needs: whose words are hidden, struck through or raised."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from importers.formats.odf.names import STYLE, TEXT
from model.structs import Struct

if TYPE_CHECKING:
    from lxml import etree

_LONGEST_DESCENT = 20


class Look(Struct, frozen=True):
    """How words look: None where nothing is said."""

    hidden: bool | None = None
    struck: bool | None = None
    above: bool | None = None

    def over(self, below: "Look") -> "Look":
        """This, and what the other says where this says nothing."""
        return Look(
            below.hidden if self.hidden is None else self.hidden,
            below.struck if self.struck is None else self.struck,
            below.above if self.above is None else self.above,
        )


PLAIN = Look()


def looks(holders: Iterable["etree._Element"]) -> Mapping[str, Look]:
    """The styles by name, those they come from taken in; those that say nothing are left out.

    Args:
        holders: the elements that hold the styles.
    """
    elements = {
        style.get(f"{STYLE}name", ""): style
        for holder in holders
        for style in holder.iterchildren(f"{STYLE}style")
        if style.get(f"{STYLE}family") in ("text", "paragraph")
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
    words = element.find(f"{STYLE}text-properties")
    if words is None:
        return PLAIN
    shown, line = words.get(f"{TEXT}display"), words.get(f"{STYLE}text-line-through-style")
    place = words.get(f"{STYLE}text-position")
    return Look(
        None if shown is None else shown == "none",
        None if line is None else line != "none",
        None if place is None else _is_above(place),
    )


def _is_above(place: str) -> bool:
    """Whether a position says `super`, or by how much above the line."""
    first = place.partition(" ")[0]
    return first == "super" or (first.endswith("%") and first[:1] not in "-0")
