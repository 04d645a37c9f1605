"""Filling in a number table: moving about, typing, clearing, copying, pasting; not the events that ask for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from gui.grid import access as grid_access
from gui.grid import clipboard as grid_clipboard
from gui.grid.edit import CellEdit
from gui.grid.moves import Direction
from gui.grid.typing import CellTyping, left
from gui.grid.view import GridView, Lit
from gui.services.words import filled_words
from gui.session.bridge import Bridge
from model.form.entry import can_begin
from model.form.form import Cell, format_value
from model.session.session import Change

READ_ONLY = "这份报告以只读方式打开，不能修改"


class GridEntry(GridView):
    """One of the three tables, with all that can be done to it."""

    place_changed = Signal(str)
    """The id of the cell that has become the current one."""
    message = Signal(str)
    """One quiet line: what was pasted, skipped or refused; empty when it no longer applies."""

    def __init__(self, table_id: str, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Show a table of the bridge's session; `apply` must be called with every change of it."""
        self._typing = CellTyping(bridge, self._tell)
        super().__init__(table_id, bridge, parent)
        grid_access.install()
        self.setObjectName(f"grid_{table_id}")
        self.setAccessibleName(f"{self.table.name}，{bridge.session.report.form.section(table_id).heading}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def edit(self) -> CellEdit | None:
        """The text being typed into the current cell."""
        return self._typing.edit

    @property
    def current(self) -> str:
        """The id of the current cell."""
        return self.grid_cursor.current.id

    def go(self, cell_id: str) -> None:
        """Make a cell the current one and show it; for a computed cell, the first typed one that it adds up."""
        if self._typing.sending:
            return
        form = self.session.report.form
        cell = form.cells[cell_id]
        while cell.computed:
            cell = form.cells[form.parts[cell.id][0]]
        self.finish()
        self.move_to(cell)
        self.reveal(form.cells[cell_id])

    def move_to(self, cell: Cell | None) -> None:
        """Make a typed cell the current one; stay for None."""
        if cell is not None:
            before = self.lit()
            self.grid_cursor.put(cell)
            self.moved(before)

    def extend(self, direction: Direction) -> None:
        """Select one cell more, or one less, in a direction."""
        before = self.lit()
        self.reveal(self.grid_cursor.extend(direction))
        self.relight(before)

    def select_all(self) -> None:
        """Select the whole table."""
        if not self.finish():
            return
        before = self.lit()
        self.grid_cursor.select_all()
        self.relight(before)

    def moved(self, before: Lit) -> None:
        """Show and announce the cursor's new place.

        Args:
            before: what `lit` gave before the cursor was moved.
        """
        self.relight(before)
        self.show_caret()
        self.reveal(self.grid_cursor.current)
        self.updateMicroFocus()
        self.setAccessibleDescription(grid_access.spoken(self, self.grid_cursor.current))
        grid_access.announce(self, QAccessible.Event.Focus)
        self.place_changed.emit(self.current)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802, FBT001
        """Tab goes through the table in the form's order, and on to the next widget at its ends."""
        if not self.finish():
            return True
        cell = self.grid_cursor.tab(back=not forward)
        if cell is None:
            return super().focusNextPrevChild(forward)
        self.move_to(cell)
        return True

    def leave(self, *, forward: bool) -> None:
        """Go on to the next widget from anywhere in the table."""
        self.finish()
        super().focusNextPrevChild(forward)

    def begin(self, *, keep: bool) -> CellEdit | None:
        """Begin to edit the current cell; None, with a line that says so, when the report is only looked at."""
        if self.session.read_only:
            self._tell(READ_ONLY)
            return None
        self._tell("")
        before = self.lit()
        self.grid_cursor.put(self.grid_cursor.current)
        self.relight(before)
        self.reveal(self.grid_cursor.current)
        return self._typing.begin(self.grid_cursor.current, keep=keep)

    def type(self, text: str) -> None:
        """Take typed characters: they replace the figure, or go on with what is being typed."""
        edit = self.edit
        if edit is None:
            if not can_begin(text):
                kept = left(self.session.report.value(self.current))
                self._tell(f"“{text.strip()[:12]}”不是数字{kept}" if text.strip() else "")
                return
            edit = self.begin(keep=False)
        if edit is not None:
            edit.insert(text)
            self.typed()

    def typed(self) -> None:
        """Follow a change of the text being typed."""
        self._typing.typed()
        self.show_caret()
        self.updateMicroFocus()

    def finish(self) -> bool:
        """Take what was typed; False when it is no number, and the old one was kept."""
        if self.edit is None:
            return True
        done = self._typing.finish()
        self.show_caret()
        return done

    def cancel(self) -> None:
        """Forget what was typed."""
        self._tell("")
        self._typing.cancel()
        self.show_caret()

    def clear(self) -> None:
        """Make the selected cells blank."""
        if self.session.read_only:
            self._tell(READ_ONLY)
            return
        self._tell("")
        chosen = [cell_id for cell_id in self._chosen() if not self.session.report.form.cells[cell_id].computed]
        self.bridge.set_numbers(dict.fromkeys(chosen))

    def take_proposal(self) -> bool:
        """Put into the current cell what last year's report leads to; says whether there was something."""
        if self.session.read_only or not (change := self.bridge.take_proposal(self.current)):
            return False
        figure = self.session.report.value(next(iter(change.cells & {self.current}), self.current))
        self._tell(f"已按上年填 {format_value(figure)}，可以撤销")
        return True

    def fill_zero(self, *, whole: bool = False) -> None:
        """Fill blank cells with 0: the selected ones, or with `whole`, or when one is selected, those of the table."""
        if self.session.read_only:
            self._tell(READ_ONLY)
            return
        self.finish()
        chosen = self.grid_cursor.selected
        cells = chosen if len(chosen) > 1 and not whole else frozenset(self.numbers())
        blanks = sum(cell_id in cells for cell_id in self.session.report.blanks)
        change = self.bridge.fill_zero(self.table.id, cells)
        self._tell(filled_words(blanks, change, self.session.report) if blanks else "没有空格")

    def apply(self, change: Change) -> None:
        """Paint anew what a change has touched; what is being typed gives way to a change from elsewhere."""
        if self.edit is not None and self.current in change.cells and not self._typing.sending:
            self._typing.drop()
            self.show_caret()
        super().apply(change)
        if self.current in change.cells:
            self.setAccessibleDescription(grid_access.spoken(self, self.grid_cursor.current))
            grid_access.announce(self, QAccessible.Event.NameChanged)

    def _chosen(self) -> list[str]:
        chosen = self.grid_cursor.selected
        return [cell_id for cell_id in self.numbers() if cell_id in chosen]

    def _tell(self, line: str) -> None:
        self.message.emit(line)

    def copy(self) -> None:
        """Put the selected block on the clipboard, as text that a spreadsheet takes."""
        rows, columns = self.grid_cursor.block
        text = grid_clipboard.copied(self.table, self.session.report, rows, columns)
        QApplication.clipboard().setText(self.edit.text if self.edit else text)

    def cut(self) -> None:
        """Copy the selected block and make it blank."""
        self.copy()
        self._typing.drop()
        self.clear()

    def paste(self) -> None:
        """Lay the clipboard's block over the table from the selection's first cell; one undo."""
        text = QApplication.clipboard().mimeData().text()
        if self.session.read_only or not text:
            self._tell(READ_ONLY if self.session.read_only else "剪贴板里没有可以粘贴的文字")
        elif self.edit is not None and not set(text.strip()) & set("\t\n"):
            self.type(text.strip())
        else:
            self._typing.cancel()
            self._paste_block(text)

    def _paste_block(self, text: str) -> None:
        placement, block = grid_clipboard.placed(self.table, text, *self.grid_cursor.block)
        self.bridge.set_numbers(placement.values)
        self._select_pasted(len(block), max(map(len, block)))
        self._tell(grid_clipboard.line(placement, self.session.report))

    def _select_pasted(self, rows: int, columns: int) -> None:
        first_row, first_column = (part[0] for part in self.grid_cursor.block)
        before, grid = self.lit(), self.table.grid
        last = grid[min(first_row + rows, len(grid)) - 1][min(first_column + columns, len(grid[0])) - 1]
        first = grid[first_row][first_column]
        if first.id and last.id:
            self.grid_cursor.select(first, last)
            self.relight(before)
