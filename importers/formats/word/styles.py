"""What a Word file's styles say that a reader needs: heading levels, numbering and hidden words."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from importers.document.lists import LEVELS
from importers.formats.word.names import OFF, PPR, RPR, STYLE_ELEMENT, VAL, w
from importers.formats.word.properties import (
    COLOUR,
    DOUBLE_STRIKE,
    HIGHLIGHT,
    NUMBERING,
    OUTLINE,
    SHADE,
    STRIKE,
    VANISH,
    Said,
    said,
    value,
)
from model.structs import Struct

if TYPE_CHECKING:
    from lxml import etree

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_LONGEST_DESCENT = 20
_LOOKS: Mapping[str, "Look"] = {VANISH: "hidden", STRIKE: "struck", DOUBLE_STRIKE: "struck"}
_ID, _TYPE, _DEFAULT = w("styleId"), w("type"), w("default")
_NAME, _BASED_ON = w("name"), w("basedOn")
_NUMBERING_ID, _LIST_LEVEL = w("numId"), w("ilvl")
_OF_STYLE = (OUTLINE, NUMBERING)

Look = Literal["", "hidden", "struck", "shown"]
"""How words look: struck ones are a correction by hand, as good as deleted; `shown` takes either back."""
_THEME_COLOUR, _FILL = w("themeColor"), w("fill")
_WHITE = re.compile("[fF][c-fC-F]" * 3)
_PAPER = frozenset({"background1", "light1"})


class Style(Struct, frozen=True):
    """What a style gives its paragraphs.

    Attributes:
        level: 1 to 9 for a heading; 0 when the style says it is none; None when it does not say.
        numbering: the numbering's id and the level in it; an empty id takes numbering away, None says nothing.
        list_level: the level in the numbering, where only that is said.
        look: whether its words are hidden or struck through.
        white: whether they are white; None when it does not say.
    """

    level: int | None = None
    numbering: str | None = None
    list_level: int | None = None
    look: Look = ""
    white: bool | None = None


PLAIN = Style()


class Styles:
    """The styles by id, what they are based on taken in."""

    def __init__(self, root: "etree._Element | None") -> None:
        """Know what there is; nothing when the file has no styles."""
        found = () if root is None else root.iterchildren(STYLE_ELEMENT)
        self._elements = {item.get(_ID, ""): item for item in found}
        self._styles: dict[str | None, Style] = {}

    def get(self, name: str | None) -> Style:
        """A style; the default one of paragraphs when a paragraph names none."""
        if name not in self._styles:
            self._styles[name] = self._default() if name is None else _whole(name, self._elements)
        return self._styles[name]

    def _default(self) -> Style:
        plain = (name for name, item in self._elements.items() if _is_default_of_paragraphs(item))
        return _whole(next(plain, ""), self._elements)


def _is_default_of_paragraphs(element: "etree._Element") -> bool:
    return element.get(_TYPE) == "paragraph" and element.get(_DEFAULT, "0") not in OFF


def _whole(name: str, elements: Mapping[str, "etree._Element"]) -> Style:
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
            whole.look or own.look,
            whole.white if whole.white is not None else own.white,
        )
        name = value(said(element), _BASED_ON) or ""
    return whole


def _own(element: "etree._Element") -> Style:
    told = paragraph_style(said(element, PPR))
    named = _HEADING.fullmatch(value(said(element), _NAME) or "")
    level = told.level if told.level is not None else int(named[1]) if named else None
    of_runs = said(element, RPR)
    return Style(level, told.numbering, told.list_level, look_of(of_runs), white_of(of_runs))


def paragraph_style(properties: Said) -> Style:
    """What a paragraph's own properties say."""
    if not properties or properties.keys().isdisjoint(_OF_STYLE):
        return PLAIN
    outline = value(properties, OUTLINE)
    numbering = said(properties[NUMBERING]) if NUMBERING in properties else {}
    level = None if outline is None else _small(outline) + 1
    return Style(
        None if level is None else level if level <= LEVELS else 0,
        value(numbering, _NUMBERING_ID) if NUMBERING in properties else None,
        _small(value(numbering, _LIST_LEVEL)) if _LIST_LEVEL in numbering else None,
    )


def look_of(properties: Said) -> Look:
    """How a run's own properties make its words look; empty when they do not say."""
    if not properties or properties.keys().isdisjoint(_LOOKS):
        return ""
    on = {look for name, look in _LOOKS.items() if name in properties and value(properties, name, "1") not in OFF}
    return "hidden" if "hidden" in on else "struck" if "struck" in on else "shown"


def white_of(properties: Said) -> bool | None:
    """Whether a run's own properties set its words in white; None when they do not say."""
    colour = properties.get(COLOUR)
    if colour is None:
        return None
    return colour.get(_THEME_COLOUR) in _PAPER or bool(_WHITE.fullmatch(colour.get(VAL, "")))


def is_shaded(properties: Said) -> bool:
    """Whether something is on a ground of another colour than the paper."""
    if not properties:
        return False
    if HIGHLIGHT in properties:
        return True
    shade = properties.get(SHADE)
    fill = "auto" if shade is None else shade.get(_FILL, "auto")
    return fill != "auto" and not _WHITE.fullmatch(fill)


def _small(text: str | None) -> int:
    """A level from 0 to 9; what is no level counts as 9, which is none."""
    return int(text) if text and text in {*"012345678"} else LEVELS
