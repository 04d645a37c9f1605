"""A text of a report as it is seen: typography, chips, marks and grey prompts; the ground of the editor.

A QTextEdit and not a QPlainTextEdit, because only the full text layout knows fixed line heights, gaps between
paragraphs, first-line indents and inline objects. It is kept plain: the document holds words, paragraph ends and chips,
and everything else that is seen is formats of the screen.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from gui.controls.layouts import Margins, colour
from gui.controls.plain import show_tip
from gui.editor.clipboard import copied
from gui.editor.document import ProseDocument, TextMeasures
from gui.editor.highlight import ProseHighlighter
from gui.editor.prompts import Prompts
from gui.editor.shown import Shown, Span, show, store
from gui.look.theme import theme
from gui.services.words import figure
from model.checks import SEVERITIES
from model.report.fields import cell_of
from model.report.report import Report

_WIDEST_LINE = 46
"""The longest line, in characters: longer ones are hard to follow on a wide screen."""

_LOWEST = 0.7
"""How far down the cursor is after a jump, as a share of the height."""


class ProseView(QTextEdit):
    """Shows a stored text; all positions outside are code points of it."""

    def __init__(
        self,
        report: Callable[[], Report],
        measures: TextMeasures,
        margins: Margins,
        parent: QWidget | None = None,
        *,
        ground: str = "surface",
    ) -> None:
        """Begin empty.

        Args:
            report: gives the report whose figures the chips show.
            measures: the type.
            margins: around the text, in pixels at 100 %.
            parent: the parent widget.
            ground: the colour's name.
        """
        super().__init__(parent)
        self._report, self._measures, self._ground = report, measures, ground
        self._form = report().form
        self._shown: Shown = show("", self._form)
        self._figures_of: object = None
        self._figures: dict[str, str] = {}
        self._document = ProseDocument(self._figure, measures, self)
        self._document.margins = margins
        self._highlighter = ProseHighlighter(self._document, self._figure, self._form)
        self._prompts = Prompts(measures)
        self.setDocument(self._document)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._restyle()
        theme().follow(self._restyle)

    @property
    def bar_width(self) -> int:
        """What the scroll bar takes of the width."""
        return self.verticalScrollBar().sizeHint().width()

    @property
    def stored(self) -> str:
        """The text that is shown."""
        return self._shown.stored

    def show_text(self, stored: str) -> None:
        """Show another text from its beginning."""
        self._shown = show(stored, self._form)
        self._document.replace(self._shown.text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def compare_with(self, clauses: frozenset[str]) -> None:
        """Show what is the same as in another text (see `model.language.likeness`) on a ground."""
        self._highlighter.set_other_clauses(clauses)

    def set_prompts(self, lines: tuple[str, ...]) -> None:
        """Paint these prompts under the text, or in its place while it is empty."""
        if self._prompts.show(lines):
            self._make_room()

    def select(self, span: Span) -> None:
        """Select a span, in code points of the stored text, and scroll to it."""
        start, end = self._in_document(span)
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def lift(self) -> None:
        """Scroll so that the cursor is not at the very foot and what follows can be read as well."""
        below = self.cursorRect().center().y() - self.viewport().height() * _LOWEST
        if below > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + round(below))

    def selected(self) -> Span:
        """The selection, or the cursor's place, in code points of the stored text."""
        cursor, units = self.textCursor(), self._document.units()
        start, end = (units.point(unit) for unit in (cursor.selectionStart(), cursor.selectionEnd()))
        return self._shown.to_stored((start, end))

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """The selection with its live fields for this program, with their figures for others."""
        cursor, units = self.textCursor(), self._document.units()
        start, end = (units.point(unit) for unit in (cursor.selectionStart(), cursor.selectionEnd()))
        return copied(store(self._document.shown[start:end]), self._report())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wrap anew."""
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the text, and the prompts below it or in its place."""
        super().paintEvent(event)
        if not self._prompts.lines or (self._document.isEmpty() and self._composing):
            return
        painter = QPainter(self.viewport())
        left, top = self._prompts_place()
        self._prompts.paint(painter, left, top - self.verticalScrollBar().value(), QRectF(event.rect()))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Explain what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            show_tip(event.globalPos(), self.explanation(event.pos()), self)
            return True
        if event.type() == QEvent.Type.Leave:
            self._light_chip(None)
        return super().viewportEvent(event)

    def explanation(self, point: QPoint) -> str:
        """The words of the tooltip at a point of the viewport: a chip's cell, or a finding; empty for neither."""
        place = self._chip_under(point)
        source = None if place is None else self._document.chip_at(place)
        if source is not None:
            cell_id = cell_of(source)
            return f"{self._form.table_of(cell_id).name}：{self._form.name(cell_id)}"
        cursor = self.cursorForPosition(point)
        mark = self._highlighter.mark_at(cursor.position())
        return f"{SEVERITIES[mark.finding.severity]}：{mark.finding.message}" if mark else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Light the chip under the pointer."""
        super().mouseMoveEvent(event)
        self._light_chip(self._chip_under(event.position().toPoint()))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll; with Ctrl it is the window's zoom, never a zoom of this text alone."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    @property
    def _composing(self) -> bool:
        """Whether an input method is in the middle of a word, which is not part of the text yet."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def _figure(self, cell_id: str) -> str:
        report = self._report()
        if self._figures_of is not report.numbers:
            self._figures_of, self._figures = report.numbers, {}
        if cell_id not in self._figures:  # asked for with every key, once and again for each chip in sight
            value = report.value(cell_id)
            self._figures[cell_id] = "" if value is None else figure(value)
        return self._figures[cell_id]

    def _in_document(self, span: Span) -> Span:
        """A span as the document counts; what is remembered from a longer text is at the end."""
        units, last = self._document.units(), len(self._shown.text)
        start, end = self._shown.to_shown(span)
        return units.unit(min(start, last)), units.unit(min(end, last))

    def _chip_under(self, point: QPoint) -> int | None:
        position = self._document.documentLayout().hitTest(
            point.toPointF() + QPoint(0, self.verticalScrollBar().value()).toPointF(), Qt.HitTestAccuracy.ExactHit
        )
        return next((place for place in (position, position - 1) if self._is_at(place, point)), None)

    def _is_at(self, place: int, point: QPoint) -> bool:
        if self._document.chip_at(place) is None:
            return False
        cursor = QTextCursor(self._document)
        cursor.setPosition(place)
        left = self.cursorRect(cursor).left()
        cursor.setPosition(place + 1)
        return left <= point.x() <= self.cursorRect(cursor).left()

    def _light_chip(self, place: int | None) -> None:
        if place != self._document.chips.current:
            self._document.chips.current = place
            self.viewport().update()

    def _prompts_place(self) -> tuple[float, float]:
        """Where prompts begin, in the document: at its start while it is empty, else under its last paragraph."""
        left, top, _, _ = (theme().px(margin) for margin in self._document.margins)
        if self._document.isEmpty():
            return left, top
        return left, self._document.end_of_text()

    def _make_room(self) -> None:
        """Keep lines readable in a wide window, and the place free that the prompts need."""
        width = self.viewport().width()
        left, _, right, _ = (theme().px(margin) for margin in self._document.margins)
        spare = max(0, width - left - right - theme().px(_WIDEST_LINE * self._measures.px))
        self._prompts.set_width(width - left - right - spare)
        self._document.room_right = spare
        self._document.room_below = self._prompts.height
        self._document.set_frame()
        self.viewport().update()

    def _restyle(self) -> None:
        palette = self.palette()
        for role, name in ((QPalette.ColorRole.Base, self._ground), (QPalette.ColorRole.Text, "text")):
            palette.setColor(role, colour(name))
        palette.setColor(QPalette.ColorRole.Highlight, theme().tokens.tint2)
        palette.setColor(QPalette.ColorRole.HighlightedText, theme().tokens.text)
        self.setPalette(palette)
        self.viewport().setPalette(palette)  # a style sheet gives the viewport a palette of its own
        self.setCursorWidth(max(1, theme().px(1.5)))
        self._document.restyle()
        self._prompts.restyle()
        self._highlighter.rehighlight()
        self._make_room()
