"""Grey prompts painted where text is still to be written; they are never in the document."""

from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPalette

from gui.editor.document import ProseDocument, TextMeasures
from gui.look.theme import theme


class Prompts:
    """The prompts of one editor, laid out like its text."""

    def __init__(self, measures: TextMeasures) -> None:
        """Begin with none."""
        self._document = ProseDocument(lambda _cell_id: "", measures)
        self.lines: tuple[str, ...] = ()

    def show(self, lines: tuple[str, ...]) -> bool:
        """Take the lines to paint; whether they are others than before."""
        if lines == self.lines:
            return False
        self.lines = lines
        self._document.replace("\n".join(lines))
        return True

    def set_width(self, width: float) -> None:
        """Wrap at the width of the text."""
        if self._document.textWidth() != width:
            self._document.setTextWidth(width)

    def restyle(self) -> None:
        """Follow the theme's zoom."""
        self._document.restyle()

    @property
    def height(self) -> float:
        """What they need, in pixels; 0 without any."""
        return self._document.size().height() if self.lines else 0.0

    def paint(self, painter: QPainter, left: float, top: float, clip: QRectF) -> None:
        """Paint them with their first line at a place."""
        context: Any = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, theme().tokens.text3)
        context.clip = clip.translated(-left, -top)
        painter.save()
        painter.translate(left, top)
        self._document.documentLayout().draw(painter, context)
        painter.restore()
