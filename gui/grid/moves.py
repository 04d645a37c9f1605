"""Where the keyboard goes in a table, and what is selected: the cursor of a number table, without its painting."""

from collections.abc import Iterator
from typing import Literal

from model.form.form import Cell, Table

Direction = Literal["left", "right", "up", "down"]
_STEPS: dict[Direction, tuple[int, int]] = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}


class GridCursor:
    """The current cell, which is always a typed one, and the selected block, which may hold computed ones too.

    Attributes:
        current: the cell that typing goes to.
    """

    def __init__(self, table: Table) -> None:
        """Begin at the first typed cell."""
        self._table = table
        self._labels = {cell.id: self._labels_of(cell) for cell in table.number_cells}
        self._typed = tuple(cell for cell in table.number_cells if not cell.computed)
        self.current = self._typed[0]
        self._lane = self.current.column
        self._anchor = self._corner = (self.current.row, self.current.column)

    def put(self, cell: Cell) -> None:
        """Make a typed cell the current one, and the whole selection."""
        self.current = cell
        self._anchor = self._corner = (cell.row, cell.column)
        if self._lane not in cell.columns:
            self._lane = cell.column

    def select(self, anchor: Cell, corner: Cell) -> None:
        """Select the block between two number cells; the current cell goes to the first when that is a typed one."""
        self._anchor, self._corner = (anchor.row, anchor.column), (corner.row, corner.column)
        if not anchor.computed:
            self.current = anchor

    def select_all(self) -> None:
        """Select every number cell."""
        cells = self._table.number_cells
        self._anchor = (min(cell.row for cell in cells), min(cell.column for cell in cells))
        self._corner = (max(cell.rows[-1] for cell in cells), max(cell.columns[-1] for cell in cells))

    def select_label(self, label: Cell) -> bool:
        """Select the cells that a label names, the row beside it or the column below; False when it names none."""
        named = [cell for cell in self._table.number_cells if label in self.labels(cell)]
        if not named:
            return False
        self._anchor = (min(cell.row for cell in named), min(cell.column for cell in named))
        self._corner = (max(cell.rows[-1] for cell in named), max(cell.columns[-1] for cell in named))
        self.current = next((cell for cell in named if not cell.computed), self.current)
        return True

    def extend(self, direction: Direction) -> Cell:
        """Move the far corner of the selection to the next number cell, computed ones included; returns that cell."""
        place = self._table.grid[self._corner[0]][self._corner[1]]
        found = self._next(place, direction, computed=True) or place
        self._corner = (found.row, found.column)
        return found

    @property
    def block(self) -> tuple[range, range]:
        """The rows and columns of the grid that the selection covers."""
        (row, column), (last_row, last_column) = self._anchor, self._corner
        rows = range(min(row, last_row), max(row, last_row) + 1)
        return rows, range(min(column, last_column), max(column, last_column) + 1)

    @property
    def selected(self) -> frozenset[str]:
        """The ids of the number cells in the selection."""
        rows, columns = self.block
        grid = self._table.grid
        return frozenset(grid[row][column].id for row in rows for column in columns) - {""}

    def labels(self, cell: Cell) -> tuple[Cell, ...]:
        """The innermost labels of a number cell: beside its row, where the table has such, and over its column."""
        return self._labels[cell.id]

    def _labels_of(self, cell: Cell) -> tuple[Cell, ...]:
        return self._table.row_labels(cell)[-1:] + self._table.column_labels(cell)[-1:]

    def step(self, direction: Direction) -> Cell | None:
        """The typed cell next to the current one; None at the edge."""
        return self._next(self.current, direction, computed=False)

    def enter(self, *, back: bool) -> Cell | None:
        """The typed cell below, in a table of one row the next one; with `back` the other way; None at the end."""
        if len({cell.row for cell in self._typed}) == 1:
            return self.tab(back=back)
        return self.step("up" if back else "down")

    def tab(self, *, back: bool) -> Cell | None:
        """The next typed cell in the form's order, or the one before; None at the end, where the focus moves on."""
        index = self._typed.index(self.current) + (-1 if back else 1)
        return self._typed[index] if 0 <= index < len(self._typed) else None

    def row_end(self, *, last: bool) -> Cell:
        """The first or last typed cell of the current row."""
        cells = [cell for cell in self._typed if self.current.row in cell.rows]
        return cells[-1 if last else 0]

    def table_end(self, *, last: bool) -> Cell:
        """The first or last typed cell of the table."""
        return self._typed[-1 if last else 0]

    def shares_line(self, cell: Cell) -> bool:
        """Whether a number cell shares the row or the column of the current one."""
        return self.current.row == cell.row or self._labels[cell.id][-1] is self._labels[self.current.id][-1]

    def _next(self, cell: Cell, direction: Direction, *, computed: bool) -> Cell | None:
        return next((found for found in self._walk(cell, direction) if computed or not found.computed), None)

    def _walk(self, cell: Cell, direction: Direction) -> Iterator[Cell]:
        """The number cells in a direction, in the lane of the cursor where a merged cell leaves the choice."""
        down, right = _STEPS[direction]
        row = cell.rows[-1] if down > 0 else cell.row
        column = (cell.columns[-1] if right > 0 else cell.column) if right else self._lane_in(cell)
        row, column = row + down, column + right
        while 0 <= row < self._table.rows and 0 <= column < self._table.columns:
            found = self._table.grid[row][column]
            if found.id:
                yield found
            row, column = row + down, column + right

    def _lane_in(self, cell: Cell) -> int:
        return self._lane if self._lane in cell.columns else cell.column
