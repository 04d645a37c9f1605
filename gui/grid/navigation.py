"""Moving about in a number table: the cursor goes, what it shows is painted anew, and the cell is in view."""

from collections.abc import Callable

from gui.grid.entry import GridEntry
from gui.grid.moves import Direction, GridCursor
from gui.grid.repaint import GridRepaint
from gui.grid.sheet import GridSheet
from model.form.form import Cell, Form


class Navigation:
    """Every move of one table's cursor; what was being typed is taken before the clerk leaves a cell."""

    def __init__(  # noqa: PLR0913, PLR0917 - each is one part of the table
        self,
        form: Form,
        sheet: GridSheet,
        cursor: GridCursor,
        repaint: GridRepaint,
        entry: GridEntry,
        moved: Callable[[], None],
    ) -> None:
        """Take the form and the parts of the table; `moved` is called when another current cell is to be announced."""
        self._form = form
        self._sheet, self._cursor, self._repaint, self._entry = sheet, cursor, repaint, entry
        self._moved = moved

    def go(self, cell_id: str) -> None:
        """Make a cell the current one and show it; for a computed cell, the first typed one that it adds up."""
        if self._entry.sending:
            return
        cell = self._form.cells[cell_id]
        while cell.computed:
            cell = self._form.cells[self._form.parts[cell.id][0]]
        self._entry.finish()
        self.move_to(cell)
        self._sheet.reveal(self._form.cells[cell_id])

    def move_to(self, cell: Cell | None) -> None:
        """Make a typed cell the current one; stay for None."""
        if cell is not None:
            with self._repaint.moving():
                self._cursor.put(cell)
            self._moved()

    def step(self, direction: Direction, *, extending: bool) -> None:
        """Go to the next cell in a direction, or select one cell more, or one less."""
        if not extending:
            self.move_to(self._cursor.step(direction) or self._cursor.current)
            return
        with self._repaint.moving():
            self._sheet.reveal(self._cursor.extend(direction))

    def go_to_end(self, *, last: bool, whole: bool) -> None:
        """Go to the first or last cell of the row, or of the whole table."""
        self.move_to(self._cursor.table_end(last=last) if whole else self._cursor.row_end(last=last))

    def enter(self, *, back: bool) -> None:
        """Take what was typed, or what is proposed for a blank cell, and go on."""
        typed = self._entry.edit is not None
        if self._entry.finish():
            if not typed and not back:
                self._entry.take_proposal()
            self.move_to(self._cursor.enter(back=back))

    def tab(self, *, back: bool) -> bool:
        """Go on in the form's order; False at the end of the table, where the keyboard leaves it."""
        if not self._entry.finish():
            return True
        cell = self._cursor.tab(back=back)
        self.move_to(cell)
        return cell is not None

    def select_all(self) -> None:
        """Select the whole table."""
        if self._entry.finish():
            with self._repaint.moving():
                self._cursor.select_all()

    def select(self, anchor: Cell, corner: Cell) -> None:
        """Select the block between two number cells."""
        with self._repaint.moving():
            self._cursor.select(anchor, corner)

    def press(self, cell: Cell, *, extending: bool) -> Cell | None:
        """Go to a cell, or select what a label names, or up to a cell; returns where a drag would begin."""
        current = self._cursor.current
        if cell is current and not extending and self._entry.take_proposal():
            return cell
        with self._repaint.moving():
            if not cell.id:
                self._cursor.select_label(cell)
            elif extending:
                self._cursor.select(current, cell)
            elif cell.computed:
                self._cursor.select(cell, cell)
            else:
                self._cursor.put(cell)
        self._moved()
        if not cell.id:
            return None
        return current if extending else cell
