"""Which characters the typefaces of this machine can show; the others come out as empty boxes."""

import unicodedata
from collections.abc import Iterable

from PySide6.QtGui import QFont, QRawFont, QTextLayout

_UNSEEN = frozenset(("Mn", "Mc", "Me", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs"))
"""The Unicode categories of the characters that show nothing by themselves."""
_CHINESE = "CJK UNIFIED IDEOGRAPH"


def shown_with(character: str, font: QFont) -> QRawFont | None:
    """The typeface that shows a character set in a font, which may be another than the font's own; None for a box."""
    layout = QTextLayout(character, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    if not runs or not all(all(run.glyphIndexes()) for run in runs):
        return None
    raw = runs[0].rawFont()
    return raw if raw.fontTable("head").size() else None  # without any typeface Qt has boxes of its own


def boxes(words: Iterable[str], font: QFont) -> str:
    """The characters of some words that no typeface of this machine shows, each once, in the order of Unicode."""
    seen = sorted({sign for text in words for sign in text if unicodedata.category(sign) not in _UNSEEN})
    return "".join(sign for sign in seen if shown_with(sign, font) is None)


def is_chinese(character: str) -> bool:
    """Whether it is a Chinese character, not a mark or a digit."""
    return unicodedata.name(character, "").startswith(_CHINESE)
