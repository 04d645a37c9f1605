"""The numbers that a browser prints before the items of a list by itself, as far as the page's own marks say."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from importers.document.list_numerals import numeral

if TYPE_CHECKING:
    from lxml import etree

_LARGEST = 9999
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]{1,100})")
_WORD = re.compile(r"[a-z][a-z-]*")
_KINDS = {
    "decimal": ("decimal", "{}."), "decimal-leading-zero": ("decimalZero", "{}."),
    "lower-alpha": ("lowerLetter", "{}."), "lower-latin": ("lowerLetter", "{}."),
    "upper-alpha": ("upperLetter", "{}."), "upper-latin": ("upperLetter", "{}."),
    "lower-roman": ("lowerRoman", "{}."), "upper-roman": ("upperRoman", "{}."),
    "cjk-ideographic": ("chineseCounting", "{}、"), "simp-chinese-informal": ("chineseCounting", "{}、"),
    "trad-chinese-informal": ("chineseCounting", "{}、"), "simp-chinese-formal": ("chineseLegalSimplified", "{}、"),
    "trad-chinese-formal": ("chineseLegalTraditional", "{}、"), "cjk-decimal": ("ideographDigital", "{}、"),
    "cjk-heavenly-stem": ("ideographTraditional", "{}、"), "cjk-earthly-branch": ("ideographZodiac", "{}、"),
}  # fmt: skip
"""How each style of a list counts, and what stands around the number."""
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_UNNUMBERED = frozenset({"none", "disc", "circle", "square"})
_EDITORS = {
    "custom_num": ("decimal", "{}."), "custom_num1": ("decimal", "{}）"), "custom_num2": ("decimal", "（{}）"),
    "custom_cn": ("chineseCounting", "{}、"), "custom_cn1": ("chineseCounting", "{}）"),
    "custom_cn2": ("chineseCounting", "（{}）"),
}  # fmt: skip
"""The classes of the editor that most portals use, which has styles that no browser has."""
_PORTALS_OWN = re.compile(r"crumb|nav|menu", re.IGNORECASE)
"""Lists of links around the text."""
_RESET = re.compile(r"\b(?:ol|li)\b[^{}]{0,200}\{[^{}]{0,500}?list-style[^:{}]{0,20}:[^;{}]{0,60}?none")
_OWN_NUMBER = re.compile(
    r"\s*(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．)）](?!\d))"
)


class Lists:
    """The lists of a page, and how far each has counted."""

    def __init__(self, sheets: Iterable[str] = ()) -> None:
        """Know whether the page's style sheets take the numbers of all lists away.

        Args:
            sheets: what they say.
        """
        self._plain = "" if any(_RESET.search(sheet.lower()) for sheet in sheets) else "decimal"
        self._reached: dict[etree._Element, int] = {}

    def number(self, item: "etree._Element") -> str:
        """The number of a list's next item; empty when none is printed."""
        around = item.getparent()
        if around is None or around.tag not in ("ol", "ul"):
            return ""
        before = self._reached.get(around, _number(around.get("start"), 1) - 1)
        self._reached[around] = _number(item.get("value"), before + 1)
        kind, words = self._style(item, around)
        return words.format(numeral(max(self._reached[around], 0), kind)) if kind else ""

    def _style(self, item: "etree._Element", around: "etree._Element") -> tuple[str, str]:
        """How an item is counted, and what stands around its number."""
        classes = around.get("class", "")
        if _PORTALS_OWN.search(classes) or "reversed" in around.attrib:
            return "", ""
        editor = next((_EDITORS[name] for name in classes.split() if name in _EDITORS), None)
        if editor is not None:
            return editor
        said = (_said(item) or _said(around)) or (self._plain if around.tag == "ol" else "")
        return _KINDS.get(said, ("", ""))


def numbers_itself(words: str) -> bool:
    """Whether an item begins with a number of its own, beside which none is printed."""
    return _OWN_NUMBER.match(words) is not None


def _said(element: "etree._Element") -> str:
    """The style that an element's own marks name."""
    found = _STYLE.findall(element.get("style", "").lower())
    words = _WORD.findall(found[-1]) if found else []
    named = next((word for word in words if word in _KINDS or word in _UNNUMBERED), "")
    return named or _TYPES.get(element.get("type", "").strip(), "")


def _number(text: str | None, otherwise: int) -> int:
    digits = (text or "").strip()
    plain = digits.isascii() and digits.isdigit() and len(digits) <= len(str(_LARGEST))
    return int(digits) if plain else otherwise
