"""What the checks say about the cells of one table, and how its columns balance."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.checks import Finding, Severity
from model.form import Balance, Table, official
from model.session import Session


@dataclass(frozen=True, slots=True)
class Mark:
    """The gravest severity of what is found about a cell, and all sentences about it."""

    severity: Severity
    messages: tuple[str, ...]


class GridMarks:
    """The marks of one table as they are shown now; `refresh` follows the session."""

    def __init__(self, session: Session, table: Table) -> None:
        """Read the session's findings."""
        self._session = session
        self.balances: dict[int, Balance] = {
            official().cells[balance.cells[0]].column: balance
            for balance in official().balances
            if balance.cells[0].startswith(f"{table.id}.")
        }
        self._own = frozenset(cell.id for cell in table.number_cells)
        self._columns = {
            column: tuple(cell.id for cell in table.number_cells if cell.column == column and not cell.computed)
            for column in self.balances
        }
        self.cells = self._cells()
        self.off_columns = self._off_columns()

    def refresh(self) -> tuple[set[str], set[int]]:
        """Follow the session; the cells and the column heads whose mark is another now."""
        cells, columns = self.cells, self.off_columns
        self.cells, self.off_columns = self._cells(), self._off_columns()
        differing = {key for key in cells.keys() | self.cells.keys() if cells.get(key) != self.cells.get(key)}
        return differing, set(columns ^ self.off_columns)

    def difference(self, column: int) -> int | None:
        """How far a column is off, in 件; None while nothing at all is filled in there."""
        report, balance = self._session.report, self.balances[column]
        difference = report.difference(balance)
        if not difference and all(report.value(cell_id) is None for cell_id in self._typed(column)):
            return None
        return difference

    def _typed(self, column: int) -> Iterator[str]:
        return iter(self._columns[column] or (cell_id for cells in self._columns.values() for cell_id in cells))

    def _cells(self) -> dict[str, Mark]:
        found: dict[str, Mark] = {}
        for finding in self._session.findings:
            if self._own.isdisjoint(finding.cells) or self._about_blanks(finding):
                continue
            for cell_id in self._own.intersection(finding.cells):
                known = found.get(cell_id)
                severity, said = (known.severity, known.messages) if known else (finding.severity, ())
                found[cell_id] = Mark(severity, (*said, finding.message))
        return found

    def _about_blanks(self, finding: Finding) -> bool:
        """Whether a finding only says that cells are blank: the eye sees that, and tinting them all would shout."""
        return all(self._session.report.value(cell_id) is None for cell_id in finding.cells)

    def _off_columns(self) -> frozenset[int]:
        report = self._session.report
        return frozenset(
            column
            for column, balance in self.balances.items()
            if balance.column != "total" and report.difference(balance)
        )
