"""Live fields as chips: one character of the document each, painted with the present figure of its cell."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from gui.look.theme import theme
from model.report.fields import cell_of

OBJECT = "\ufffc"
"""The character that a document holds for a chip."""
BLANK = "未填"
"""What a chip shows for a cell that is not filled in: a blank is not a zero."""

_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
_SOURCE = QTextFormat.Property.UserProperty.value + 1
_PX, _HEIGHT, _BELOW, _PADDING, _GAP = 17, 27, 6, 8, 2


def chip_format(source: str) -> QTextCharFormat:
    """The format of a chip's character; it remembers the field as it was spelt."""
    made = QTextCharFormat()
    made.setObjectType(_TYPE)
    made.setProperty(_SOURCE, source)
    return made


def source_of(found: QTextFormat) -> str | None:
    """The field of a chip's format as it was spelt; None for any other format."""
    return str(found.property(_SOURCE)) if found.objectType() == _TYPE else None


def chips_of(block: QTextBlock) -> Iterator[tuple[int, str]]:
    """The chips of a paragraph: their positions in the document and their fields as they were spelt.

    Walks over the pieces of the paragraph, because a cursor would lay it out anew for every place it is put at.
    """
    pieces: Any = block
    for piece in pieces:
        fragment = piece.fragment()
        if source := source_of(fragment.charFormat()):
            yield from (
                (place, source) for place in range(fragment.position(), fragment.position() + fragment.length())
            )


class ChipPainter(QPyTextObject):
    """Measures and paints the chips of one document."""

    def __init__(self, figure: Callable[[str], str], document: QTextDocument) -> None:
        """Take what tells the words for a cell's present figure (empty for a blank cell), and join the document."""
        super().__init__(document)
        self._figure = figure
        self.current: int | None = None
        """The position of the chip under the pointer."""
        document.documentLayout().registerHandler(_TYPE, self)

    def intrinsicSize(self, _document: QTextDocument, _position: int, found: QTextFormat) -> QSizeF:  # noqa: N802
        """As wide as the figure; only as high as stands on the base line, or the line would grow."""
        return _size(*self._words(found), theme().zoom)

    def drawObject(  # noqa: N802
        self, painter: QPainter, area: QRectF | QRect, _document: QTextDocument, position: int, found: QTextFormat
    ) -> None:
        """Paint the chip, from the object's top to a little below the base line."""
        near, tokens = position == self.current, theme().tokens
        edge, gap = 2 if near else 1, theme().px(_GAP)
        box = QRectF(area.left() + gap, area.top(), area.width() - 2 * gap, theme().px(_HEIGHT))
        inset = edge / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.accent, edge))
        painter.setBrush(tokens.tint2 if near else tokens.tint)
        radius = theme().px(5)
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
        self._write(painter, box, found, tokens.accent_t)
        painter.restore()

    def _write(self, painter: QPainter, box: QRectF, found: QTextFormat, ink: QColor) -> None:
        words, bold = self._words(found)
        painter.setFont(theme().font(_PX, bold))
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _words(self, found: Any) -> tuple[str, bool]:  # noqa: ANN401
        words = self._figure(cell_of(found.property(_SOURCE)))
        return words or BLANK, bool(words)


@lru_cache(maxsize=1024)
def _size(words: str, bold: bool, _zoom: int) -> QSizeF:  # noqa: FBT001
    """Kept for each figure, because the layout asks for it again and again."""
    width = QFontMetricsF(theme().font(_PX, bold)).horizontalAdvance(words)
    return QSizeF(width + 2 * theme().px(_PADDING + _GAP), theme().px(_HEIGHT - _BELOW))
