"""The number table that is filled in: keys, mouse, input methods, copy and paste, on the painted official form.

One painted grid instead of a QTableView: heads, label columns and the balance row stay while the rest scrolls, merged
labels keep their words in view, and one cell is painted when one cell changes; spans and frozen bands over a QTableView
need several views kept in step, and its editor is a widget per cell. What it owes to screen readers is in
`grid_access`.

The text being typed is painted by the grid itself, not by a line edit laid over the cell. The keyboard's focus then
never moves: an input method's composition that begins on a cell is not torn, Tab and Enter have one meaning, a screen
reader stays on the cell, and a keystroke repaints one cell. What a number needs of an editor (a caret, Backspace,
Delete, paste, a preedit text) is `grid_edit`, some sixty lines.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from gui.grid import access as grid_access
from gui.grid import keys as grid_keys
from gui.grid.entry import GridEntry
from gui.grid.paint import edit_places
from gui.session.bridge import Bridge
from model.form.entry import can_begin

if TYPE_CHECKING:
    from model.form.form import Cell


class NumberGrid(GridEntry):
    """One of the three tables, to be filled in; see `GridEntry` for its signals."""

    def __init__(self, table_id: str, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Show a table of the bridge's session; `apply` must be called with every change of it."""
        self._pressed: Cell | None = None
        super().__init__(table_id, bridge, parent)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Type, move, select, copy, paste."""
        if not grid_keys.press(self, event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the table from shortcuts of the window."""
        shortcut = event.type() == QEvent.Type.ShortcutOverride
        if shortcut and isinstance(event, QKeyEvent) and grid_keys.is_ours(self, event):
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """Take what an input method composes and hands over."""
        if event.preeditString() and self.edit is None:
            self.begin(keep=False)
        if self.edit is not None:
            self.edit.preedit = event.preeditString()
        if event.commitString():
            self._commit(event.commitString())
        elif self.edit is not None:
            if not self.edit.text and not self.edit.preedit:
                self.cancel()
            self.show_caret()
        event.accept()

    def _commit(self, text: str) -> None:
        edit = self.edit
        if edit is not None and not edit.text and not edit.keeps_arrows and not can_begin(text):
            self.cancel()
        self.type(text)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # noqa: N802
        """Where the caret is, so that the input method's window opens beside it."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return not self.session.read_only
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            return self._caret_rect()
        if query in (Qt.InputMethodQuery.ImSurroundingText, Qt.InputMethodQuery.ImCurrentSelection):
            return self.edit.text if self.edit and query == Qt.InputMethodQuery.ImSurroundingText else ""
        if query in (Qt.InputMethodQuery.ImCursorPosition, Qt.InputMethodQuery.ImAnchorPosition):
            return self.edit.caret if self.edit else 0
        return super().inputMethodQuery(query)

    def _caret_rect(self) -> QRect:
        rect = self.bands.rect(self.grid_cursor.current)
        x = edit_places(self.kit, rect, self.edit)[1] if self.edit else rect.center().x()
        return QRect(round(x), rect.y(), 1, rect.height())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take what was typed."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()
        super().focusOutEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Announce the current cell."""
        super().focusInEvent(event)
        grid_access.announce(self, QAccessible.Event.Focus)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go to a cell, or select what a label names; with Shift, select up to a cell."""
        cell = self.bands.cell_at(event.position().toPoint())
        if cell is None or event.button() != Qt.MouseButton.LeftButton or not self.finish():
            return
        before = self.lit()
        self._pressed = cell if cell.id else None
        if not cell.id:
            self.grid_cursor.select_label(cell)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._pressed = self.grid_cursor.current
            self.grid_cursor.select(self.grid_cursor.current, cell)
        elif cell.computed:
            self.grid_cursor.select(cell, cell)
        elif cell is self.grid_cursor.current and self.take_proposal():
            return
        else:
            self.grid_cursor.put(cell)
        self.moved(before)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select the block from the cell that was pressed; beyond the edge the table scrolls along."""
        if self._pressed is None:
            return
        cell = self.bands.cell_at(self._scrolled_to(event.position().toPoint()))
        if cell is not None and cell.id:
            before = self.lit()
            self.grid_cursor.select(self._pressed, cell)
            self.relight(before)

    def _scrolled_to(self, at: QPoint) -> QPoint:
        """The nearest place of the scrolling part, after a step of scrolling when a point is beyond it."""
        room = self.bands.body.adjusted(self.bands.labels_width, 0, 0, 0)
        x, y = min(max(at.x(), room.left()), room.right()), min(max(at.y(), room.top()), room.bottom())
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + across.singleStep() * ((at.x() > x) - (at.x() < x)))
        down.setValue(down.value() + down.singleStep() * ((at.y() > y) - (at.y() < y)))
        return QPoint(x, y)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """End the selection."""
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Edit the figure under the mouse, or take the one that is proposed there."""
        here = self.bands.cell_at(event.position().toPoint()) is self.grid_cursor.current
        if here and not self.take_proposal():
            self.begin(keep=True)
            self.show_caret()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll; with Ctrl the wheel is the window's, for the zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Offer what can be done to the selection."""
        cell = self.bands.cell_at(event.pos())
        if cell is not None and cell.id and not cell.computed and cell.id not in self.grid_cursor.selected:
            self.finish()
            self.move_to(cell)
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.bands.visible(self.grid_cursor.current).center())
        self.menu().popup(at)

    def menu(self) -> QMenu:
        """The menu of the selection."""
        menu = QMenu(self)
        menu.setObjectName("grid_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        several = len(self.grid_cursor.selected) > 1
        for words, keys, act, edits in (
            ("复制", "Ctrl+C", self.copy, False),
            ("粘贴", "Ctrl+V", self.paste, True),
            ("清除", "Del", self.clear, True),
            ("选中的空格填 0" if several else "全部填 0", "", self.fill_zero, True),
        ):
            action = menu.addAction(f"{words}\t{keys}" if keys else words)
            action.triggered.connect(act)
            action.setEnabled(not (edits and self.session.read_only))
        return menu

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Say in a tooltip what was found about a cell."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def _show_tip(self, at: QPoint, screen: QPoint) -> None:
        cell = self.bands.cell_at(at)
        words = self.explanation(cell) if cell else ""
        if cell and words:
            QToolTip.showText(screen, words, self.viewport(), self.bands.visible(cell))
        else:
            QToolTip.hideText()
