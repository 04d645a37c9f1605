"""What of a number table is painted anew: no more than a change of the session or a move of the cursor has touched."""

from collections.abc import Iterator
from contextlib import contextmanager

from gui.grid.marks import GridMarks
from gui.grid.moves import GridCursor
from gui.grid.sheet import GridSheet
from model.form.form import Cell
from model.report.change import Change
from model.report.proposals import following_cells, proposal
from model.session.session import Session
from model.structs import Struct


class Highlight(Struct, frozen=True):
    """What shows where the cursor is."""

    current: Cell
    cells: frozenset[str]
    labels: tuple[Cell, ...]
    selected: frozenset[str]


class GridRepaint:
    """Follows the session and the cursor of one table."""

    def __init__(self, session: Session, sheet: GridSheet, cursor: GridCursor, marks: GridMarks) -> None:
        """Take what is shown and where it stands."""
        self._session, self._sheet, self._cursor, self._marks = session, sheet, cursor, marks

    def apply(self, change: Change) -> None:
        """Paint anew what a change has touched, and nothing else."""
        if change.cells or change.findings:
            differing = self._marks.refresh()
            ids = change.cells | differing.cells | self._proposed_anew(change)
            self._sheet.repaint_cells(cell for cell in self._sheet.table.number_cells if cell.id in ids)
            self._sheet.repaint_cells(self._marks.head_of(column) for column in differing.heads)
            self._sheet.repaint_balances(self._marks.balances.keys() & differing.balances)
        if change.texts & {"last_year", "remarks"}:
            self.every_number()

    def every_number(self) -> None:
        """Paint all number cells anew."""
        self._sheet.repaint_cells(self._sheet.table.number_cells)

    def current(self) -> None:
        """Paint the current cell anew."""
        self._sheet.repaint_cells((self._cursor.current,))

    @contextmanager
    def moving(self) -> Iterator[None]:
        """Paint anew what the moves of the cursor made inside have changed."""
        before = self._highlight()
        yield
        now = self._highlight()
        ids = (before.cells ^ now.cells) | (before.selected ^ now.selected)
        if before.current is not now.current:
            ids |= {before.current.id, now.current.id}
            columns = {before.current.column, now.current.column}
            self._sheet.repaint_balances(self._marks.balances.keys() & columns)
        self._sheet.repaint_cells(cell for cell in self._sheet.table.number_cells if cell.id in ids)
        pairs = zip(before.labels, now.labels, strict=True)
        self._sheet.repaint_cells(label for pair in pairs if pair[0] is not pair[1] for label in pair)

    def _highlight(self) -> Highlight:
        cursor = self._cursor
        cells = frozenset(cell.id for cell in self._sheet.table.number_cells if cursor.shares_line(cell))
        selected = cursor.selected if len(cursor.selected) > 1 else frozenset()
        return Highlight(cursor.current, cells, cursor.labels(cursor.current), selected)

    def _proposed_anew(self, change: Change) -> set[str]:
        """The blank cells whose proposed figure follows what was changed."""
        report = self._session.report
        return {cell for cell in following_cells(report.form, change.cells) if proposal(report, cell) is not None}
