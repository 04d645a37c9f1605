"""The note under a table: plain text that is printed as 注：…; its height follows its lines.

Enter takes what was typed and goes on; Shift+Enter makes a new line.
"""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from gui.controls.ring import ENTER
from gui.look.theme import theme
from gui.session.bridge import Bridge
from model.form.form import CellError
from model.session.edits import set_note

LINES_MOST = 4
"""A longer note scrolls."""
_OWN_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class NoteField(QPlainTextEdit):
    """The note of one table, sent to the session as it is typed."""

    message = Signal(str)
    """Why a note was refused."""

    def __init__(self, table_id: str, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Show the session's note."""
        super().__init__(parent)
        self._table_id, self._bridge = table_id, bridge
        self._showing = False
        self.setObjectName(f"note_{table_id}")
        self.setAccessibleName(f"{bridge.session.report.form.table(table_id).name}下面的注")
        self.setPlaceholderText("印在表下的说明，可以不填；不用写“注：”两个字。Shift+回车换行")
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setReadOnly(bridge.session.read_only)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_note()
        self.textChanged.connect(self._changed)
        self._restyle()
        theme().follow(self._restyle)

    def show_note(self) -> None:
        """Show the session's note, unless it is there already."""
        note = self._bridge.session.report.notes.get(self._table_id, "")
        if note != self.toPlainText():
            place = self.textCursor().position()
            self._showing = True
            self.setPlainText(note)
            self._showing = False
            self._put(min(place, len(self.toPlainText())))
            self._fit()

    def go(self, span: tuple[int, int] | None) -> None:
        """Take the focus, with a span in code points selected."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if span is not None:
            self._put(*(_utf16(self.toPlainText()[:place]) for place in span))

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the lines, within limits."""
        lines = min(max(round(self.document().size().height()), 1), LINES_MOST)
        edge = 2 * round(self.document().documentMargin()) + 2
        return QSize(theme().px(300), max(lines * self.fontMetrics().lineSpacing() + edge, theme().px(36)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave undo and redo to the window; Enter goes on, with Shift it makes a new line."""
        if _is_undo(event):
            event.ignore()
        elif event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.focusNextPrevChild(True)  # noqa: FBT003
        elif not self.isReadOnly():
            self.insertPlainText("\n")
            self.ensureCursorVisible()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste plain text only."""
        self.textCursor().insertText(source.text())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Offer the standard menu without its undo and redo."""
        menu = self.createStandardContextMenu()
        for action in menu.actions()[:3]:
            menu.removeAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Follow the lines, which another width breaks elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the focus."""
        super().focusInEvent(event)
        self._restyle()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show that the focus has gone."""
        super().focusOutEvent(event)
        self._restyle()

    def _changed(self) -> None:
        self._fit()
        if self._showing:
            return
        try:
            self._bridge.do(set_note(self._table_id, self.toPlainText()))
        except CellError as error:
            self.message.emit(str(error))
            self.show_note()

    def _fit(self) -> None:
        long = self.document().size().height() > LINES_MOST
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.setFixedHeight(self.sizeHint().height())

    def _put(self, start: int, end: int | None = None) -> None:
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start if end is None else end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _restyle(self) -> None:
        tokens, px = theme().tokens, theme().px
        edge, width = (tokens.accent, 2) if self.hasFocus() else (tokens.button_border, 1)
        self.setFont(theme().font(15))
        self.document().setDocumentMargin(px(6))
        self.setStyleSheet(
            f"NoteField {{ background: {tokens.surface.name()}; color: {tokens.text.name()};"
            f" border: {width}px solid {edge.name()}; border-radius: {px(6)}px; padding: {2 - width}px {px(6)}px;"
            f" font-size: {px(15)}px; }}"
        )
        self._fit()


def _is_undo(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _OWN_UNDO)


def _utf16(text: str) -> int:
    """The length of a text as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
