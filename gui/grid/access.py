"""A number table for screen readers: a table whose children are its cells, the current one having the focus.

PySide6 6.8.3 lets Python install an accessibility factory and implement `QAccessibleInterface`: names, states, areas,
focus and destruction all reach Qt. It does not expose `QAccessibleTableInterface`, so row and column numbers cannot be
handed over; the name of each cell says its row and column in the form's words instead, with its figure:
本年新收 / 自然人，5.
"""

from collections.abc import Callable
from functools import cache
from typing import cast
from weakref import ref

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget
from shiboken6 import isValid

from gui.grid.moves import GridCursor
from gui.grid.sheet import GridSheet
from model.explanations import explained
from model.form.form import Cell, Table, format_value
from model.report.change import Place
from model.report.proposals import proposal
from model.session.session import Session
from model.structs import Struct

_NOTHING = cast("QAccessibleInterface", None)
"""What Qt takes for “no such interface”; the bindings' types do not know it."""
_kept: list["TableAccess"] = []
"""The interfaces in use: Qt deletes the C++ half with the widget, and must not find it deleted before."""


class Readable(Struct, frozen=True, eq=False, weakref=True):
    """What a screen reader is told of a table; the widget keeps it as its attribute `readable`."""

    widget: QAbstractScrollArea
    table: Table
    session: Session
    cursor: GridCursor
    sheet: GridSheet
    explanation: Callable[[Cell], str]

    @property
    def current_index(self) -> int:
        """The place of the current cell in reading order."""
        return self.table.cells.index(self.cursor.current)


@cache
def install() -> None:
    """Make screen readers see the number tables; has an effect once."""
    QAccessible.installFactory(_made)


def announce(grid: Readable, event: QAccessible.Event) -> None:
    """Tell a screen reader, if one is there, that the current cell has the focus, or reads otherwise now."""
    if QAccessible.isActive():
        told = QAccessibleEvent(grid.widget, event)
        told.setChild(grid.current_index)
        QAccessible.updateAccessibility(told)


def spoken(grid: Readable, cell: Cell) -> str:
    """A cell in words: its place on the form and its figure; a label as it is printed."""
    if not cell.id:
        return cell.label
    value = grid.session.report.value(cell.id)
    if value is not None:
        return f"{grid.session.report.form.name(cell.id)}，{format_value(value)}"
    if unread := grid.session.report.as_typed.get(cell.id):
        return f"{grid.session.report.form.name(cell.id)}，{unread}，不是数"
    proposed = proposal(grid.session.report, cell.id)
    return f"{grid.session.report.form.name(cell.id)}，空" + (
        f"，按上年应为 {proposed}" if proposed is not None else ""
    )


def _made(_key: str, widget: QObject | None) -> QAccessibleInterface | None:
    grid = getattr(widget, "readable", None)
    if not isinstance(grid, Readable):
        return None
    _kept[:] = [access for access in _kept if isValid(access)]
    _kept.append(TableAccess(grid))
    return _kept[-1]


class TableAccess(QAccessibleWidget):
    """The table as a whole."""

    def __init__(self, grid: Readable) -> None:
        """Make no cell yet; what is made goes with the widget.

        The bindings keep an interface for ever, so that it must not keep the table.
        """
        super().__init__(grid.widget, QAccessible.Role.Table, grid.widget.accessibleName())
        self._table = ref(grid)
        self._count = len(grid.table.cells)
        cells = self._cells = dict[int, CellAccess]()
        grid.widget.destroyed.connect(lambda: _forget(cells))

    @property
    def _grid(self) -> Readable:
        return _there(self._table)

    def _cell(self, index: int) -> "CellAccess":
        if index not in self._cells:
            self._cells[index] = CellAccess(self._table, index)
        return self._cells[index]

    def childCount(self) -> int:  # noqa: N802
        """One child a cell, labels included."""
        return self._count

    def child(self, index: int) -> QAccessibleInterface:
        """The cell at a place in reading order."""
        return self._cell(index) if 0 <= index < self._count else _NOTHING

    def childAt(self, x: int, y: int) -> QAccessibleInterface:  # noqa: N802
        """The cell at a point of the screen."""
        cell = self._grid.sheet.bands.cell_at(self._grid.widget.viewport().mapFromGlobal(QPoint(x, y)))
        return self._cell(self._grid.table.cells.index(cell)) if cell else _NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802
        """The place of a cell in reading order; -1 for anything else."""
        return child.index if isinstance(child, CellAccess) and child in self._cells.values() else -1

    def focusChild(self) -> QAccessibleInterface:  # noqa: N802
        """The current cell, while the table has the keyboard."""
        if not self._grid.widget.hasFocus():
            return _NOTHING
        return self._cell(self._grid.current_index)


class CellAccess(QAccessibleInterface):
    """One cell of the table."""

    def __init__(self, table: "ref[Readable]", index: int) -> None:
        """Take the table, which may be gone later, and the place in reading order."""
        super().__init__()
        self._table, self.index = table, index

    @property
    def _grid(self) -> Readable:
        return _there(self._table)

    @property
    def _cell(self) -> Cell:
        return self._grid.table.cells[self.index]

    def isValid(self) -> bool:  # noqa: N802
        """Whether the table is still there."""
        found = self._table()
        return found is not None and isValid(found.widget)

    def object(self) -> QObject:
        """No object of its own: a cell is painted."""
        return cast("QObject", None)

    def window(self) -> QWindow:
        """The window it is seen in."""
        return self._grid.widget.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """The table."""
        return QAccessible.queryAccessibleInterface(self._grid.widget)

    def rect(self) -> QRect:
        """The part in view, in the screen's coordinates."""
        seen = self._grid.sheet.bands.visible(self._cell)
        return QRect(self._grid.widget.viewport().mapToGlobal(seen.topLeft()), seen.size())

    def role(self) -> QAccessible.Role:
        """A cell, or the head of a row or column."""
        if self._cell.id:
            return QAccessible.Role.Cell
        of_row = self._cell.column < self._grid.sheet.bands.layout.label_columns
        return QAccessible.Role.RowHeader if of_row else QAccessible.Role.ColumnHeader

    def text(self, kind: QAccessible.Text) -> str:
        """Its name with the figure; as the description, what is found about it; as help, what belongs into it."""
        if kind == QAccessible.Text.Name:
            return spoken(self._grid, self._cell)
        if kind == QAccessible.Text.Description:
            return self._grid.explanation(self._cell)
        if kind == QAccessible.Text.Help and self._cell.id:
            place = Place(self._grid.table.id, self._cell.id)
            return "".join(found.brief for found in explained(self._grid.session.report.form, place)[:-1])
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:  # noqa: N802
        """Nothing: figures are typed."""

    def state(self) -> QAccessible.State:
        """Whether it can be filled in, is the current one, is selected, is scrolled away."""
        state, cell, cursor = QAccessible.State(), self._cell, self._grid.cursor
        typed = bool(cell.id) and not cell.computed
        flags = {
            "focusable": typed,
            "focused": cell is cursor.current and self._grid.widget.hasFocus(),
            "selectable": bool(cell.id),
            "selected": cell.id in cursor.selected,
            "readOnly": not typed or self._grid.session.read_only,
            "offscreen": self._grid.sheet.bands.visible(cell).isEmpty(),
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


def _there(table: "ref[Readable]") -> Readable:
    found = table()
    if found is None:
        raise RuntimeError("the table is gone")
    return found


def _forget(cells: dict[int, CellAccess]) -> None:
    for cell in cells.values():
        if isValid(cell):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(cell))
    cells.clear()
