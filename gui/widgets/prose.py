"""The editor of the report's texts: plain text in, plain text out.

A QTextEdit and not a QPlainTextEdit, because only the full text layout knows fixed line heights, gaps between
paragraphs, first-line indents and inline objects. It is kept plain: the document holds words, paragraph ends and chips,
and everything else that is seen is formats of the screen.
"""

import time

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from gui.bridge import Bridge
from gui.theme import theme
from gui.widgets import prose_clipboard as clipboard
from gui.widgets.layouts import Margins
from gui.widgets.prose_document import Measures, ProseDocument
from gui.widgets.prose_highlight import Mark, ProseHighlighter
from gui.widgets.prose_menu import edit_menu
from gui.widgets.prose_popover import FindingPopover
from gui.widgets.prose_prompts import Prompts
from gui.widgets.prose_shown import Span, Units, show, store
from gui.words import figure
from model.checks import SEVERITIES, Finding
from model.fields import fields
from model.form import CellError, official
from model.prompts import prompts
from model.session import Change, Place

_WIDEST = 782
_NAMES = {"preamble": "引言"}


class ProseEdit(QTextEdit):
    """One text of the report; every change goes to the session, and what the session says is shown."""

    message = Signal(str)
    """One quiet line: what was refused."""
    finding_at = Signal(object)
    """`Finding` under the cursor, or None."""

    def __init__(
        self, text_id: str, bridge: Bridge, parent: QWidget | None = None, *, margins: Margins = (12, 8, 12, 8)
    ) -> None:
        """Show a text of the open report.

        Args:
            text_id: one of the four texts.
            bridge: the session.
            parent: the parent widget.
            margins: around the text, in pixels at 100 %.
        """
        super().__init__(parent)
        self.text_id, self._bridge = text_id, bridge
        self._sending = False
        self._shown = show("")
        self._document = ProseDocument(self._figure, Measures(), self)
        self._document.margins = margins
        self._highlighter = ProseHighlighter(self._document, self._figure)
        self._prompts = Prompts(Measures())
        self._popover = FindingPopover(bridge, self)
        self._set_up()
        self._document.contentsChanged.connect(self._send)
        self.cursorPositionChanged.connect(self._tell_finding)
        self.verticalScrollBar().valueChanged.connect(self._popover.hide)
        theme().changed.connect(self._restyle)
        self.show_session()

    def _set_up(self) -> None:
        name = _NAMES.get(self.text_id) or official().section(self.text_id).heading
        self.setObjectName(f"prose_{self.text_id}")
        self.setAccessibleName(f"{name}，正文")
        self.setDocument(self._document)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        if self._bridge.session.read_only:
            self.setReadOnly(True)
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self._restyle()

    # What the session says

    def show_session(self) -> None:
        """Show the whole of the session's value."""
        self._follow(jump=False)
        self._decorate()

    def apply(self, change: Change) -> None:
        """Show what changed, and nothing else; a text changed from outside takes the cursor along."""
        if self.text_id in change.texts:
            self._follow(jump=not self._sending)
        if change.cells:
            self._document.refresh_chips(change.cells)
        if change.findings or change.texts or change.agency:
            self._decorate()

    def go(self, place: Place) -> None:
        """Put the cursor on a place of this text: its words are selected, and a finding there is explained."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if place.span is None:
            return
        self.select(place.span)
        mark = self._highlighter.mark_at(self.textCursor().selectionStart())
        if mark is not None and place.span == mark.finding.span:
            self._explain(mark)

    def select(self, span: Span) -> None:
        """Select a span of the stored text, in code points, and scroll to it."""
        start, end = self._in_document(span)
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def selected(self) -> Span:
        """The selection, or the cursor's place, in code points of the stored text."""
        cursor, units = self.textCursor(), self._document.units()
        start, end = (units.point(unit) for unit in (cursor.selectionStart(), cursor.selectionEnd()))
        return self._shown.to_stored((start, end))

    def insert_field(self, cell_id: str) -> None:
        """Put a live field in place of the selection."""
        self.insert_stored(f"{{{{{cell_id}}}}}")

    def insert_stored(self, stored: str) -> None:
        """Put a stored text in place of the selection, as one edit."""
        cursor = self.textCursor()
        self._document.write(cursor, show(stored).text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def insert_heading(self, numeral: str) -> None:
        """Begin the current paragraph with a number of the second level, such as （三）."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        self._document.write(cursor, numeral)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def compare_with(self, clauses: frozenset[str]) -> None:
        """Show what is the same as in another text (see `model.likeness`) on a ground."""
        self._highlighter.set_other_clauses(clauses)

    @property
    def composing(self) -> bool:
        """Whether an input method is in the middle of a word, which is not part of the text yet."""
        return bool(self.textCursor().block().layout().preeditAreaText())

    def _follow(self, *, jump: bool) -> None:
        """Make the document hold what the session holds; while a word is being composed, that waits."""
        stored = self._bridge.session.report.text[self.text_id]
        if self.composing or stored == self._shown.stored:
            return
        self._shown = show(stored)
        replaced = self._document.replace(self._shown.text)
        if jump and replaced:
            cursor = self.textCursor()
            cursor.setPosition(replaced[1])
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _send(self) -> None:
        """Give the session the text as it is now, without what is being composed."""
        if self._document.busy:
            return
        text = self._document.read()
        if text == self._document.shown:
            return
        self._document.shown = text
        self._popover.hide()
        self._sending = True
        try:
            self._bridge.set_text(self.text_id, store(text), now=time.monotonic())
        except CellError as error:
            self.message.emit(str(error))
        self._sending = False
        self._follow(jump=False)

    def _decorate(self) -> None:
        session = self._bridge.session
        words = session.report.text[self.text_id]
        here = [found for found in session.findings if found.section == self.text_id and found.span]
        marks = [
            Mark(*self._in_document(found.span), found)
            for found in here
            if found.span and words[found.span[0] : found.span[1]] == found.quote
        ]
        self._highlighter.set_marks(marks)
        if self._prompts.show(prompts(self.text_id, session.report, session.findings)):
            self._make_room()
        self._tell_finding()

    def _in_document(self, span: Span) -> Span:
        units = self._document.units()
        start, end = self._shown.to_shown(span)
        return units.unit(start), units.unit(end)

    def _figure(self, cell_id: str) -> str:
        value = self._bridge.session.report.value(cell_id)
        return "" if value is None else figure(value)
