"""The number table that is filled in: keys, mouse, input methods, copy and paste, on the painted official form.

One painted grid instead of a QTableView: heads, label columns and the balance row stay while the rest scrolls, merged
labels keep their words in view, and one cell is painted when one cell changes; spans and frozen bands over a QTableView
need several views kept in step, and its editor is a widget per cell. What it owes to screen readers is in `access`.

The text being typed is painted by the grid itself, not by a line edit laid over the cell. The keyboard's focus then
never moves: an input method's composition that begins on a cell is not torn, Tab and Enter have one meaning, a screen
reader stays on the cell, and a keystroke repaints one cell.

The grid is made of parts that do not know it: the cursor, the sheet (where everything stands), the painter, what is
painted anew, the entry (typing), the navigation, the blocks (copy and paste), the keys.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QMenu, QWidget

from gui.controls.plain import hide_tip, show_tip
from gui.grid import access
from gui.grid.blocks import GridBlocks
from gui.grid.caret import Caret
from gui.grid.entry import GridEntry
from gui.grid.keys import GridKeys
from gui.grid.marks import GridMarks
from gui.grid.moves import GridCursor
from gui.grid.navigation import Navigation
from gui.grid.paint import edit_places
from gui.grid.painter import GridPainter
from gui.grid.repaint import GridRepaint
from gui.grid.sheet import GridSheet
from gui.look.theme import theme
from gui.session.bridge import Bridge
from model.report.change import Change

if TYPE_CHECKING:
    from model.form.form import Cell


class NumberGrid(QAbstractScrollArea):
    """One of the three tables, to be filled in; `apply` must be called with every change of the session."""

    place_changed = Signal(str)
    """The id of the cell that has become the current one."""
    message = Signal(str)
    """One quiet line: what was pasted, skipped or refused; empty when it no longer applies."""
    remark_wanted = Signal(str)
    """The id of the cell on which a remark is to be written."""
    explanation_wanted = Signal()
    """What belongs into the current cell is to be explained."""

    def __init__(self, table_id: str, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Show a table of the bridge's session."""
        super().__init__(parent)
        self.table, session = bridge.session.report.form.table(table_id), bridge.session
        self._bridge = bridge
        self._pressed: Cell | None = None
        self.grid_cursor = GridCursor(self.table)
        self.marks = GridMarks(session, self.table)
        self.sheet = GridSheet(self, self.table)
        self.painter = GridPainter(session, self.sheet, self.grid_cursor, self.marks)
        self.anew = GridRepaint(session, self.sheet, self.grid_cursor, self.marks)
        self._caret = Caret(self, self.anew.current)
        parts = self.sheet, self.grid_cursor, self.anew
        self.entry = GridEntry(bridge, *parts, self.message.emit, self._show_caret)
        self.navigation = Navigation(session.report.form, *parts, self.entry, self._moved)
        self.blocks = GridBlocks(bridge, self.table, self.grid_cursor, self.anew, self.entry, self.message.emit, self)
        self._keys = GridKeys(self.entry, self.navigation, self.blocks, self._leave, self._ask_for_remark)
        self.readable = access.Readable(
            self, self.table, session, self.grid_cursor, self.sheet, self.painter.explanation
        )
        self._set_up()

    def _set_up(self) -> None:
        access.install()
        self.setObjectName(f"grid_{self.table.id}")
        self.setAccessibleName(f"{self.table.name}，{self._bridge.session.report.form.section(self.table.id).heading}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        theme().follow(self._lay_out)

    @property
    def current(self) -> str:
        """The id of the current cell."""
        return self.grid_cursor.current.id

    def cell_rect(self, cell_id: str) -> QRect:
        """The area of a cell in the viewport; empty where it is scrolled away."""
        return self.sheet.bands.visible(self._bridge.session.report.form.cells[cell_id])

    def apply(self, change: Change) -> None:
        """Paint anew what a change has touched; what is being typed gives way to a change from elsewhere."""
        if self.entry.edit is not None and self.current in change.cells and not self.entry.sending:
            self.entry.drop()
        self.anew.apply(change)
        if self.current in change.cells:
            self._describe(QAccessible.Event.NameChanged)

    def show_last_year(self, *, shown: bool) -> None:
        """Show last year's figures at the right of this year's, or not."""
        self.painter.shows_last_year = shown
        self.sheet.make_room_for_two(figures=shown)
        if self.isVisible():
            self._lay_out()
        self.anew.every_number()

    def menu(self) -> QMenu:
        """The menu of the selection."""
        menu = QMenu(self)
        menu.setObjectName("grid_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        several = len(self.grid_cursor.selected) > 1
        for words, keys, act, edits in (
            ("复制", "Ctrl+C", self.blocks.copy, False),
            ("粘贴", "Ctrl+V", self.blocks.paste, True),
            ("清除", "Del", self.blocks.clear, True),
            ("选中的空格填 0" if several else "全部填 0", "", self.blocks.fill_zero, True),
        ):
            action = menu.addAction(f"{words}\t{keys}" if keys else words)
            action.triggered.connect(act)
            action.setEnabled(not (edits and self._bridge.session.read_only))
        menu.addSeparator()
        menu.addAction("这一格填什么？\tF1").triggered.connect(self.explanation_wanted)
        menu.addAction("备注…\tShift+F2").triggered.connect(self._ask_for_remark)
        return menu

    # What the parts ask for

    def _moved(self) -> None:
        """Show and announce the cursor's new place."""
        self._show_caret()
        self.sheet.reveal(self.grid_cursor.current)
        self._describe(QAccessible.Event.Focus)
        self.place_changed.emit(self.current)

    def _show_caret(self) -> None:
        self._caret.show(editing=self.entry.edit is not None, focused=self.hasFocus())
        self.updateMicroFocus()

    def _describe(self, event: QAccessible.Event) -> None:
        self.setAccessibleDescription(access.spoken(self.readable, self.grid_cursor.current))
        access.announce(self.readable, event)

    def _ask_for_remark(self) -> None:
        if self.entry.finish():
            self.remark_wanted.emit(self.current)

    def _leave(self, forward: bool) -> None:  # noqa: FBT001 - Qt's own argument
        self.entry.finish()
        super().focusNextPrevChild(forward)

    def _lay_out(self) -> None:
        self.sheet.lay_out(self.grid_cursor.current)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Type, move, select, copy, paste."""
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the table from shortcuts of the window."""
        shortcut = event.type() == QEvent.Type.ShortcutOverride
        if shortcut and isinstance(event, QKeyEvent) and self._keys.is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802, FBT001
        """Tab goes through the table in the form's order, and on to the next widget at its ends."""
        return self.navigation.tab(back=not forward) or super().focusNextPrevChild(forward)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """Take what an input method composes and hands over."""
        self.entry.compose(event.preeditString(), event.commitString())
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # noqa: N802
        """Where the caret is, so that the input method's window opens at it."""
        edit = self.entry.edit
        if query == Qt.InputMethodQuery.ImEnabled:
            return not self._bridge.session.read_only
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            return self._caret_rect()
        if query in (Qt.InputMethodQuery.ImSurroundingText, Qt.InputMethodQuery.ImCurrentSelection):
            return edit.text if edit and query == Qt.InputMethodQuery.ImSurroundingText else ""
        if query in (Qt.InputMethodQuery.ImCursorPosition, Qt.InputMethodQuery.ImAnchorPosition):
            return edit.caret if edit else 0
        return super().inputMethodQuery(query)

    def _caret_rect(self) -> QRect:
        rect, edit = self.sheet.bands.rect(self.grid_cursor.current), self.entry.edit
        x = edit_places(self.sheet.kit, rect, edit)[1] if edit else rect.center().x()
        return QRect(round(x), rect.y(), 1, rect.height())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show that typing goes here now, and announce the current cell: after Qt has announced the table."""
        super().focusInEvent(event)
        self._show_caret()
        QTimer.singleShot(0, self, self._announce)

    def _announce(self) -> None:
        if self.hasFocus():
            access.announce(self.readable, QAccessible.Event.Focus)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take what was typed, and show that typing goes elsewhere now."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.entry.finish()
        super().focusOutEvent(event)
        self._show_caret()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go to a cell, or select what a label names; with Shift, select up to a cell."""
        cell = self.sheet.bands.cell_at(event.position().toPoint())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton and self.entry.finish():
            extending = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._pressed = self.navigation.press(cell, extending=extending)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select the block from the cell that was pressed; beyond the edge the table scrolls along."""
        if self._pressed is None:
            return
        cell = self.sheet.bands.cell_at(self.sheet.scroll_towards(event.position().toPoint()))
        if cell is not None and cell.id:
            self.navigation.select(self._pressed, cell)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """End the selection."""
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Edit the figure under the mouse, or take the one that is proposed there."""
        here = self.sheet.bands.cell_at(event.position().toPoint()) is self.grid_cursor.current
        if here and not self.entry.take_proposal():
            self.entry.begin_within()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll; with Ctrl the wheel is the window's, for the zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Show what can be done to the selection."""
        cell = self.sheet.bands.cell_at(event.pos())
        if cell is not None and cell.id and not cell.computed and cell.id not in self.grid_cursor.selected:
            self.entry.finish()
            self.navigation.move_to(cell)
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.sheet.bands.visible(self.grid_cursor.current).center())
        self.menu().popup(at)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Say in a tooltip what was found about a cell."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def _show_tip(self, at: QPoint, screen: QPoint) -> None:
        cell = self.sheet.bands.cell_at(at)
        words = self.painter.explanation(cell) if cell else ""
        if cell and words:
            show_tip(screen, words, self.viewport(), self.sheet.bands.visible(cell))
        else:
            hide_tip()

    # The view

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the cells in the region asked for."""
        self.painter.paint(
            self.viewport(),
            event.region(),
            edit=self.entry.edit,
            caret=self._caret.visible,
            focused=self.hasFocus(),
        )

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802
        """Move the rows under the head."""
        self.sheet.scrolled()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Lay the table out anew on another screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay the table out for the new size; a hidden one waits until it is shown."""
        super().resizeEvent(event)
        if self.isVisible():
            self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Lay the table out: only now the window's height is known."""
        super().showEvent(event)
        self._lay_out()
