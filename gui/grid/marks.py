"""What the checks say about the cells of one table, and how its columns balance."""

from model.checks import SEVERITIES, Finding, Severity
from model.checks.about import Unbalanced
from model.form.form import Balance, Cell, Table
from model.session.session import Session
from model.structs import Struct

_GRAVITY = tuple(SEVERITIES)


class CellMark(Struct, frozen=True):
    """The gravest severity of what is found about a cell, and all sentences about it."""

    severity: Severity
    messages: tuple[str, ...]


class Off(Struct, frozen=True):
    """How far a column is off, in 件, and whether cells are blank; None while one that has blanks is not off yet."""

    difference: int | None
    unfinished: bool

    @property
    def words(self) -> str:
        """差 n where results are missing, 多 n where there are too many."""
        found = self.difference or 0
        return f"差 {found}" if found > 0 else f"多 {-found}"


class Differing(Struct, frozen=True):
    """What looks otherwise than before: cells, the heads of columns, the balances under columns."""

    cells: frozenset[str]
    heads: frozenset[int]
    balances: frozenset[int]


class GridMarks:
    """The marks of one table as they are shown now; `refresh` follows the session.

    Attributes:
        balances: the balance of each column that has one.
        cells: what is found about each cell.
        off_columns: the columns whose head says that they are off: those without a blank cell.
        off: how far each column is off.
    """

    def __init__(self, session: Session, table: Table) -> None:
        """Read the session's findings."""
        self._session, self._table = session, table
        self.balances: dict[int, Balance] = {
            session.report.form.cells[balance.cells[0]].column: balance
            for balance in session.report.form.balances
            if balance.cells[0].startswith(f"{table.id}.")
        }
        self._own = frozenset(cell.id for cell in table.number_cells)
        typed = [cell for cell in table.number_cells if not cell.computed]
        every = frozenset(cell.id for cell in typed if cell.column in self.balances)
        self._typed = {
            column: frozenset(cell.id for cell in typed if cell.column == column) or every for column in self.balances
        }
        self.cells: dict[str, CellMark] = {}
        self.off_columns: frozenset[int] = frozenset()
        self.off: dict[int, Off] = {}
        self._read()

    def head_of(self, column: int) -> Cell:
        """The label over a column that must balance."""
        return self._table.column_labels(self._session.report.form.cells[self.balances[column].cells[0]])[-1]

    def refresh(self) -> "Differing":
        """Follow the session; what looks otherwise now."""
        cells, heads, balances = self.cells, self.off_columns, self.off
        self._read()
        ids = cells.keys() | self.cells.keys()
        return Differing(
            frozenset(key for key in ids if _severity(cells, key) != _severity(self.cells, key)),
            heads ^ self.off_columns,
            frozenset(column for column in balances if balances[column] != self.off[column]),
        )

    def _read(self) -> None:
        blanks = frozenset(self._session.report.blanks) | self._session.report.as_typed.keys()
        self.off = {column: self._off(column, blanks) for column in self.balances}
        self.cells, self.off_columns = self._cells(), self._off_columns()

    def _off(self, column: int, blanks: frozenset[str]) -> Off:
        """How far a column is off; the column of totals, in which nothing is typed, goes by all the others."""
        difference, typed = self._session.report.difference(self.balances[column]), self._typed[column]
        unfinished = not typed.isdisjoint(blanks)
        return Off(None if unfinished and not difference else difference, unfinished)

    def _cells(self) -> dict[str, CellMark]:
        found: dict[str, CellMark] = {}
        for finding in self._session.findings:
            if self._own.isdisjoint(finding.cells) or self._about_blanks(finding):
                continue
            severity: Severity = "hint" if self._is_premature(finding) else finding.severity
            for cell_id in self._own.intersection(finding.cells):
                known = found.get(cell_id, CellMark(severity, ()))
                gravest = min(severity, known.severity, key=_GRAVITY.index)
                found[cell_id] = CellMark(gravest, (*known.messages, finding.message))
        return found

    def _is_premature(self, finding: Finding) -> bool:
        """Whether a column is said not to balance while it is still being filled in."""
        columns = {self._session.report.form.cells[cell_id].column for cell_id in finding.cells}
        return isinstance(finding.about, Unbalanced) and any(self.off[column].unfinished for column in columns)

    def _about_blanks(self, finding: Finding) -> bool:
        """Whether a finding only says that cells are blank: the eye sees that, and tinting them all would shout."""
        report = self._session.report
        return all(report.value(cell_id) is None and cell_id not in report.as_typed for cell_id in finding.cells)

    def _off_columns(self) -> frozenset[int]:
        return frozenset(
            column
            for column, off in self.off.items()
            if off.difference and not off.unfinished and not self.balances[column].is_sum
        )


def _severity(marks: dict[str, CellMark], cell_id: str) -> str:
    return marks[cell_id].severity if cell_id in marks else ""
