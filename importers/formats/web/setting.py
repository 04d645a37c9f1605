"""How a page sets its words: left out, in their place but unseen, in the colour of the paper, with lines as typed."""

import re
from typing import TYPE_CHECKING

from model.structs import Struct, replace

if TYPE_CHECKING:
    from lxml import etree

_GONE = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all")
_ZERO = r"0(?:\.0*)?(?![.\d])"
_UNSEEN = re.compile(
    rf"visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*{_ZERO}|(?<![\w-])opacity\s*:\s*{_ZERO}"
    rf"|(?<![\w-])color\s*:\s*(?:transparent|(?:rgb|hsl)a?\([^()]{{1,40}}[,/]\s*{_ZERO}%?\s*\))"
    r"|(?:text-indent|(?<![\w-])left|(?<![\w-])top)\s*:\s*-[0-9]{3,}"
)
_COLOUR = re.compile(r"(?<![\w-])color\s*:\s*([^;]{1,60})")
_GROUND = re.compile(r"(?<![\w-])background(?:-color)?\s*:\s*([^;]{1,200})")
_LINES_KEPT = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)")
_LINES_JOINED = re.compile(r"white-space\s*:\s*(?:normal|nowrap)")
_WHITE = re.compile(
    r"\s*(?:white|#?f[c-f]f[c-f]f[c-f](?:[0-9a-f]{2})?|#?fff|"
    r"rgba?\(\s*25[2-5]\s*[, ]\s*25[2-5]\s*[, ]\s*25[2-5]\s*(?:[,/][^()]{1,10})?\))\s*(?:!important\s*)?"
)
_SIZE = re.compile(r"font-size\s*:\s*([^;]{1,40})")
_TINY = re.compile(r"[12](?:\.0*)?(?:pt|px)(?:\s*!important)?")
_NO_GROUND = re.compile(r"\s*(?:transparent|none|inherit|initial|unset|)\s*(?:!important\s*)?")


class Setting(Struct, frozen=True):
    """How the words of an element are set, as far as its own markup and that around it say.

    Attributes:
        white: in the colour of the paper.
        grounded: on a ground of another colour.
        tiny: too small to be seen.
        as_typed: lines end where the source's lines do.
    """

    white: bool = False
    grounded: bool = False
    as_typed: bool = False
    tiny: bool = False

    @property
    def faint(self) -> bool:
        """Whether they are white on white."""
        return self.white and not self.grounded

    def within(self, element: "etree._Element") -> "Setting":
        """How an element sets what stands in it."""
        style = element.get("style", "").lower()
        found = replace(self, as_typed=True) if element.tag in ("pre", "textarea") else self
        if size := _SIZE.findall(style):
            found = replace(found, tiny=bool(_TINY.fullmatch(size[-1].strip())))
        colour, ground = _said(_COLOUR, style, element.get("color")), _said(_GROUND, style, element.get("bgcolor"))
        if colour:
            found = replace(found, white=bool(_WHITE.fullmatch(colour)))
        if "background" in element.attrib or not _NO_GROUND.fullmatch(ground):
            found = replace(found, grounded=not _WHITE.fullmatch(ground))
        if style and (_LINES_KEPT.search(style) or _LINES_JOINED.search(style)):
            found = replace(found, as_typed=bool(_LINES_KEPT.search(style)))
        return found


def _said(pattern: re.Pattern[str], style: str, attribute: str | None) -> str:
    """What a style says last, or else an attribute."""
    found = pattern.findall(style) if style else []
    return found[-1] if found else (attribute or "").lower()


def is_gone(element: "etree._Element") -> bool:
    """Whether an element is not there for a visitor, and leaves no gap."""
    style = element.get("style")
    return "hidden" in element.attrib or bool(style and _GONE.search(style.lower()))


def is_unseen(element: "etree._Element") -> bool:
    """Whether an element takes up its place, and nobody sees it."""
    style = element.get("style")
    return bool(style and _UNSEEN.search(style.lower()))
