"""A number table for screen readers: a table whose children are its cells, the current one having the focus.

PySide6 6.8.3 lets Python install an accessibility factory and implement `QAccessibleInterface`: names, states, areas,
focus and destruction all reach Qt. It does not expose `QAccessibleTableInterface`, so row and column numbers cannot be
handed over; the name of each cell says its row and column in the form's words instead, with its figure:
本年新收 / 自然人，5.
"""

from functools import cache
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from gui.grid import view as grid_view
from model.form.form import Cell, format_value
from model.report.proposals import proposal

if TYPE_CHECKING:
    from gui.grid.view import GridView

_NOTHING = cast("QAccessibleInterface", None)
"""What Qt takes for “no such interface”; the bindings' types do not know it."""
_kept: list["TableAccess"] = []
"""The interfaces in use: Qt deletes the C++ half with the widget, and must not find it deleted before."""


@cache
def install() -> None:
    """Make screen readers see the number tables; has an effect once."""
    QAccessible.installFactory(_made)


def announce(grid: "GridView", event: QAccessible.Event) -> None:
    """Tell a screen reader, if one is there, that the current cell has the focus, or reads otherwise now."""
    if QAccessible.isActive():
        told = QAccessibleEvent(grid, event)
        told.setChild(grid.table.cells.index(grid.grid_cursor.current))
        QAccessible.updateAccessibility(told)


def spoken(grid: "GridView", cell: Cell) -> str:
    """A cell in words: its place on the form and its figure; a label as it is printed."""
    if not cell.id:
        return cell.label
    value = grid.session.report.value(cell.id)
    if value is not None:
        return f"{grid.session.report.form.name(cell.id)}，{format_value(value)}"
    proposed = proposal(grid.session.report, cell.id)
    return f"{grid.session.report.form.name(cell.id)}，空" + (
        f"，按上年应为 {proposed}" if proposed is not None else ""
    )


def _made(_key: str, widget: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(widget, grid_view.GridView):
        return None
    _kept[:] = [access for access in _kept if isValid(access)]
    _kept.append(TableAccess(widget))
    return _kept[-1]


class TableAccess(QAccessibleWidget):
    """The table as a whole."""

    def __init__(self, grid: "GridView") -> None:
        """Make an interface for every cell; they go with the widget."""
        super().__init__(grid, QAccessible.Role.Table, grid.accessibleName())
        self._grid = grid
        self._cells = [CellAccess(grid, index) for index in range(len(grid.table.cells))]
        cells = self._cells
        grid.destroyed.connect(lambda: _forget(cells))

    def childCount(self) -> int:  # noqa: N802
        """One child a cell, labels included."""
        return len(self._cells)

    def child(self, index: int) -> QAccessibleInterface:
        """The cell at a place in reading order."""
        return self._cells[index] if 0 <= index < len(self._cells) else _NOTHING

    def childAt(self, x: int, y: int) -> QAccessibleInterface:  # noqa: N802
        """The cell at a point of the screen."""
        cell = self._grid.bands.cell_at(self._grid.viewport().mapFromGlobal(QPoint(x, y)))
        return self._cells[self._grid.table.cells.index(cell)] if cell else _NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        """The place of a cell in reading order; -1 for anything else."""
        return child.index if isinstance(child, CellAccess) and child in self._cells else -1

    def focusChild(self) -> QAccessibleInterface:  # noqa: N802
        """The current cell, while the table has the keyboard."""
        if not self._grid.hasFocus():
            return _NOTHING
        return self._cells[self._grid.table.cells.index(self._grid.grid_cursor.current)]


class CellAccess(QAccessibleInterface):
    """One cell of the table."""

    def __init__(self, grid: "GridView", index: int) -> None:
        """Take the place in reading order."""
        super().__init__()
        self._grid, self.index = grid, index

    @property
    def _cell(self) -> Cell:
        return self._grid.table.cells[self.index]

    def isValid(self) -> bool:  # noqa: N802
        """Whether the table is still there."""
        return isValid(self._grid)

    def object(self) -> QObject:
        """No object of its own: a cell is painted."""
        return cast("QObject", None)

    def window(self) -> QWindow:
        """The window it is seen in."""
        return self._grid.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The table."""
        return QAccessible.queryAccessibleInterface(self._grid)

    def rect(self) -> QRect:
        """The part in view, in the screen's coordinates."""
        seen = self._grid.bands.visible(self._cell)
        return QRect(self._grid.viewport().mapToGlobal(seen.topLeft()), seen.size())

    def role(self) -> QAccessible.Role:
        """A cell, or the head of a row or column."""
        if self._cell.id:
            return QAccessible.Role.Cell
        beside = self._cell.column < self._grid.bands.layout.label_columns
        return QAccessible.Role.RowHeader if beside else QAccessible.Role.ColumnHeader

    def text(self, kind: QAccessible.Text) -> str:
        """Its name with the figure; as the description, what is found about it."""
        if kind == QAccessible.Text.Name:
            return spoken(self._grid, self._cell)
        if kind == QAccessible.Text.Description:
            return self._grid.explanation(self._cell)
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:  # noqa: N802
        """Nothing: figures are typed."""

    def state(self) -> QAccessible.State:
        """Whether it can be filled in, is the current one, is selected, is scrolled away."""
        state, cell, cursor = QAccessible.State(), self._cell, self._grid.grid_cursor
        typed = bool(cell.id) and not cell.computed
        flags = {
            "focusable": typed,
            "focused": cell is cursor.current and self._grid.hasFocus(),
            "selectable": bool(cell.id),
            "selected": cell.id in cursor.selected,
            "readOnly": not typed or self._grid.session.read_only,
            "offscreen": self._grid.bands.visible(cell).isEmpty(),
        }
        for name, value in flags.items():
            setattr(state, name, int(value))
        return state

    def child(self, _index: int) -> QAccessibleInterface:
        """None."""
        return _NOTHING

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:  # noqa: N802
        """None."""
        return _NOTHING

    def childCount(self) -> int:  # noqa: N802
        """None."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:  # noqa: N802
        """None."""
        return -1


def _forget(cells: list[CellAccess]) -> None:
    for cell in cells:
        if isValid(cell):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(cell))
