"""What a Word file's styles say that a reader needs: heading levels, numbering and hidden words."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from importers.docx_names import OFF, PPR, RPR, STYLE_ELEMENT, VAL, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_LONGEST_DESCENT = 20
LEVELS = 9


@dataclass(frozen=True, slots=True)
class Style:
    """What a style gives its paragraphs.

    Attributes:
        level: 1 to 9 for a heading; 0 when the style says it is none; None when it does not say.
        numbering: the numbering's id and the level in it; an empty id takes numbering away, None says nothing.
        list_level: the level in the numbering, where only that is said.
        hidden: its words are not shown.
    """

    level: int | None = None
    numbering: str | None = None
    list_level: int | None = None
    hidden: bool = False


PLAIN = Style()


class Styles:
    """The styles by id, what they are based on taken in."""

    def __init__(self, root: "etree._Element | None") -> None:
        """Read what is said; nothing when the file has no styles."""
        elements = (
            {} if root is None else {item.get(w("styleId"), ""): item for item in root.iterchildren(STYLE_ELEMENT)}
        )
        self._styles: dict[str, Style] = {name: _whole(name, elements) for name in elements}
        plain = (name for name, item in elements.items() if _is_default_of_paragraphs(item))
        self._default = self._styles.get(next(plain, ""), PLAIN)

    def get(self, name: str | None) -> Style:
        """A style; the default one of paragraphs when a paragraph names none."""
        return self._default if name is None else self._styles.get(name, PLAIN)


def _is_default_of_paragraphs(element: "etree._Element") -> bool:
    return element.get(w("type")) == "paragraph" and element.get(w("default"), "0") not in OFF


def _whole(name: str, elements: "Mapping[str, etree._Element]") -> Style:
    """A style with what it is based on; the nearest that says something counts."""
    whole = PLAIN
    for _ in range(_LONGEST_DESCENT):
        element = elements.get(name)
        if element is None:
            break
        own = _own(element)
        whole = Style(
            whole.level if whole.level is not None else own.level,
            whole.numbering if whole.numbering is not None else own.numbering,
            whole.list_level if whole.list_level is not None else own.list_level,
            whole.hidden or own.hidden,
        )
        name = value(element, "basedOn") or ""
    return whole


def _own(element: "etree._Element") -> Style:
    words = element.find(RPR)
    said = paragraph_style(element.find(PPR))
    named = _HEADING.fullmatch(value(element, "name") or "")
    level = said.level if said.level is not None else int(named[1]) if named else None
    return Style(level, said.numbering, said.list_level, hidden=words is not None and is_hidden(words))


def paragraph_style(properties: "etree._Element | None") -> Style:
    """What a paragraph's own properties say."""
    if properties is None:
        return PLAIN
    outline = value(properties, "outlineLvl")
    numbering = properties.find(w("numPr"))
    level = None if outline is None else _small(outline) + 1
    return Style(
        None if level is None else level if level <= LEVELS else 0,
        None if numbering is None else value(numbering, "numId"),
        None if numbering is None or numbering.find(w("ilvl")) is None else _small(value(numbering, "ilvl")),
    )


def is_hidden(properties: "etree._Element") -> bool:
    """Whether a run's properties hide its words."""
    vanish = properties.find(w("vanish"))
    return vanish is not None and vanish.get(VAL, "1") not in OFF


def value(element: "etree._Element", name: str) -> str | None:
    """The value of a property; None when it is not there."""
    found = element.find(w(name))
    return None if found is None else found.get(VAL, "")


def _small(text: str | None) -> int:
    """A level from 0 to 9; what is no level counts as 9, which is none."""
    return int(text) if text and text in {*"012345678"} else LEVELS
