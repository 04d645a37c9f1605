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


@dataclass(frozen=True, slots=True)
class Differing:
    """What looks otherwise than before: cells, the heads of columns, the balances under columns."""

    cells: frozenset[str]
    heads: frozenset[int]
    balances: frozenset[int]


class GridMarks:
    """The marks of one table as they are shown now; `refresh` follows the session.

    Attributes:
        balances: the balance of each column that has one.
        cells: what is found about each cell.
        off_columns: the columns whose head says that they are off.
        differences: how far each column is off, in 件; None while nothing at all is filled in there.
    """

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
        self.cells: dict[str, Mark] = {}
        self.off_columns: frozenset[int] = frozenset()
        self.differences: dict[int, int | None] = {}
        self._read()

    def refresh(self) -> "Differing":
        """Follow the session; what looks otherwise now."""
        cells, off, differences = self.cells, self.off_columns, self.differences
        self._read()
        ids = cells.keys() | self.cells.keys()
        return Differing(
            frozenset(key for key in ids if _severity(cells, key) != _severity(self.cells, key)),
            off ^ self.off_columns,
            frozenset(column for column in differences if differences[column] != self.differences[column]),
        )

    def _read(self) -> None:
        self.cells, self.off_columns = self._cells(), self._off_columns()
        self.differences = {column: self._difference(column) for column in self.balances}

    def _difference(self, column: int) -> int | None:
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


def _severity(marks: dict[str, Mark], cell_id: str) -> str:
    return marks[cell_id].severity if cell_id in marks else ""
