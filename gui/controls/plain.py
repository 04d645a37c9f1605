"""Words of foreign files in the window are plain text for ever: no tooltip guesses rich text, nothing is loaded.

Qt takes a tooltip that looks like HTML for HTML, and opens the pictures and style sheets it names. Every tooltip of the
program is set or shown here, and here only.
"""

import re
from html import escape

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QListWidgetItem, QToolTip, QWidget

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""Characters that control a device, turn the direction of writing, have no width, or are halves of characters."""
_SHOWN = "▯"


def harmless(words: str) -> str:
    """Words with every character that cannot be seen, or turns others about, shown as ▯; line feeds and tabs stay."""
    return _UNSEEN.sub(_SHOWN, words)


def tip(words: str) -> str:
    """Words as a tooltip takes them: as they are, or escaped where Qt could take them for rich text."""
    seen = harmless(words)
    return f"<qt>{escape(seen).replace(chr(10), '<br>')}</qt>" if "<" in seen else seen


def set_tip(target: QWidget | QListWidgetItem, words: str) -> None:
    """Give a widget or an item of a list its tooltip."""
    target.setToolTip(tip(words))


def show_tip(at: QPoint, words: str, over: QWidget, area: QRect | None = None) -> None:
    """Show a tooltip at a place of the screen, as long as the mouse is in an area of a widget; none without words."""
    QToolTip.showText(at, tip(words), over, area or QRect())


def hide_tip() -> None:
    """Take the tooltip away."""
    QToolTip.hideText()
