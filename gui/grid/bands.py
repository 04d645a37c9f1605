"""Where a table stands in its view: head, label columns and balance row stay, the rest scrolls under them."""

from functools import cached_property

from PySide6.QtCore import QPoint, QRect, QSize

from gui.grid.layout import GridLayout
from model.form.form import Cell
from model.structs import Struct

EDGE = 20
"""How near to the upper and lower edge the round corners may reach, in pixels."""
_PINNED_MOST = 0.6
"""The largest part of the view that may stay; where the head would leave less, everything scrolls."""


class Bands(Struct, frozen=True, dict=True):
    """A laid-out table in a view of some size, scrolled to some place; all areas in the view's coordinates."""

    layout: GridLayout
    view: QSize
    scroll: QPoint

    @cached_property
    def head_rows(self) -> int:
        """How many rows stay at the top."""
        layout = self.layout
        pinned = layout.y[layout.head_rows] + layout.balance_height
        return layout.head_rows if pinned <= self.view.height() * _PINNED_MOST else 0

    @cached_property
    def label_columns(self) -> int:
        """How many columns stay at the left."""
        layout = self.layout
        return layout.label_columns if layout.x[layout.label_columns] <= self.view.width() * _PINNED_MOST else 0

    @cached_property
    def head_height(self) -> int:
        """The height of what stays at the top."""
        return self.layout.y[self.head_rows]

    @cached_property
    def labels_width(self) -> int:
        """The width of what stays at the left."""
        return self.layout.x[self.label_columns]

    @cached_property
    def pins_balance(self) -> bool:
        """Whether the balance row stays at the bottom; otherwise it scrolls as the table's last row."""
        return bool(self.layout.balance_height) and (self.head_rows > 0 or not self.layout.head_rows)

    @cached_property
    def range(self) -> QPoint:
        """How far the view can scroll, to the right and down."""
        layout = self.layout
        return QPoint(max(0, layout.width - self.view.width()), max(0, layout.height - self.view.height()))

    @cached_property
    def outline(self) -> QRect:
        """The edge of the table as far as it is in view."""
        width = min(self.layout.width, self.view.width())
        return QRect(0, 0, width, min(self.layout.height, self.view.height()))

    @cached_property
    def within(self) -> QRect:
        """A part of the table that its outline and its round corners do not reach."""
        return self.outline.adjusted(2, EDGE, -2, -EDGE)

    @cached_property
    def body(self) -> QRect:
        """The part of the view in which rows scroll up and down, label columns included."""
        bottom = self.balance_top if self.pins_balance else self.outline.height()
        return QRect(0, self.head_height, self.outline.width(), max(0, bottom - self.head_height))

    @cached_property
    def balance_top(self) -> int:
        """The upper edge of the balance row."""
        layout = self.layout
        if self.pins_balance:
            return self.outline.height() - layout.balance_height
        return layout.y[-1] - self.scroll.y()

    def rect(self, cell: Cell) -> QRect:
        """The whole area of a cell, also where it is hidden."""
        x, y = self.layout.x, self.layout.y
        left, top = x[cell.column] - self._dx(cell.column), y[cell.row] - self._dy(cell.row)
        last = cell.column + cell.column_span - 1
        right = max(left, x[last + 1] - self._dx(last))
        return QRect(left, top, right - left, y[cell.row + cell.row_span] - y[cell.row])

    def clip(self, cell: Cell) -> QRect:
        """The part of the view in which a cell may be seen."""
        across = cell.column < self.label_columns < cell.columns.stop
        side = None if across else cell.column < self.label_columns
        return self._clips[cell.row < self.head_rows, side]

    def visible(self, cell: Cell) -> QRect:
        """The part of a cell that is seen."""
        return self.rect(cell).intersected(self.clip(cell))

    @cached_property
    def seen(self) -> tuple[tuple[Cell, QRect, QRect], ...]:
        """The cells in view, each with its whole area and the part of it that is seen."""
        placed = ((cell, self.rect(cell), self.visible(cell)) for cell in self.layout.table.cells)
        return tuple((cell, whole, part) for cell, whole, part in placed if not part.isEmpty())

    def balance(self, column: int | None) -> QRect:
        """The area of the balance under a column; of its label for None."""
        layout = self.layout
        left, right = (0, layout.label_columns) if column is None else (column, column + 1)
        x = layout.x[left] - self._dx(left)
        return QRect(x, self.balance_top, layout.x[right] - layout.x[left], layout.balance_height)

    def balance_clip(self, column: int | None) -> QRect:
        """The part of the view in which the balance under a column may be seen."""
        return self._band_x(column or 0)

    def cell_at(self, point: QPoint) -> Cell | None:
        """The cell under a point of the view."""
        return next((cell for cell, _whole, part in self.seen if part.contains(point)), None)

    def scroll_to(self, cell: Cell) -> QPoint:
        """Where to scroll so that the whole of a cell is seen, moving no more than needed."""
        whole, room = self.layout.rect(cell), self.body
        x, y = self.scroll.x(), self.scroll.y()
        if cell.row >= self.head_rows:
            y = max(min(y, whole.top() - self.head_height), whole.bottom() + 1 - room.bottom() - 1)
        if cell.column >= self.label_columns:
            x = max(min(x, whole.left() - self.labels_width), whole.right() + 1 - self.outline.width())
        return QPoint(max(0, x), max(0, y))

    def _dx(self, column: int) -> int:
        return 0 if column < self.label_columns else self.scroll.x()

    def _dy(self, row: int) -> int:
        return 0 if row < self.head_rows else self.scroll.y()

    def _band_x(self, column: int) -> QRect:
        height = self.outline.height()
        if column < self.label_columns:
            return QRect(0, 0, self.labels_width, height)
        return QRect(self.labels_width, 0, max(0, self.outline.width() - self.labels_width), height)

    @cached_property
    def _clips(self) -> dict[tuple[bool, bool | None], QRect]:
        """The bands by whether they are the head, and the left part; None for what reaches over both parts."""
        head = QRect(0, 0, self.outline.width(), self.head_height)
        sides = {True: self._band_x(0), False: self._band_x(self.label_columns), None: self.outline}
        bands = {True: head, False: self.body}
        return {(up, left): bands[up].intersected(side) for up in bands for left, side in sides.items()}
