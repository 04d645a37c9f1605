"""A ledger as it was read: its sheets, and of each line what its columns say, without names, addresses and contents."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a ledger: which sheet, from 0, and which row as the sheet counts them, from 1."""

    sheet: int
    row: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        row: its number in the sheet, from 1.
        said: what stands in its columns, by the fields of `resources/ledger/columns.json`; empty ones are absent.
        doubtful: whether it is not certain that it is an application.
    """

    row: int
    said: Mapping[str, str]
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one sheet.

    Attributes:
        name: its name.
        year: the year that its name or its title says.
        fields: the fields that it has a column for.
        lines: its applications, in order.
        other_rows: the rows with figures or words in several cells in a sheet whose head was not recognised.
    """

    name: str
    year: int | None
    fields: frozenset[str]
    lines: tuple[Line, ...]
    other_rows: int = 0


@dataclass(frozen=True, slots=True)
class Ledger:
    """A ledger, and the SHA-256 of its file."""

    sheets: tuple[Sheet, ...]
    digest: str = ""

    def name(self, place: Place) -> str:
        """A place as the clerk finds it."""
        sheet = self.sheets[place.sheet]
        return f"“{sheet.name}”第 {place.row} 行" if len(self.sheets) > 1 else f"第 {place.row} 行"


def plain(ledger: Ledger) -> dict[str, Any]:
    """A ledger as JSON holds it."""
    return {
        "sheets": [
            {
                "name": sheet.name,
                "year": sheet.year,
                "fields": sorted(sheet.fields),
                "lines": [[line.row, dict(line.said), line.doubtful] for line in sheet.lines],
                "other_rows": sheet.other_rows,
            }
            for sheet in ledger.sheets
        ]
    }


def from_plain(value: Mapping[str, Any], digest: str) -> Ledger:
    """The ledger that `plain` wrote."""
    sheets = (
        Sheet(
            sheet["name"],
            sheet["year"],
            frozenset(sheet["fields"]),
            tuple(Line(row, said, doubtful) for row, said, doubtful in sheet["lines"]),
            sheet["other_rows"],
        )
        for sheet in value["sheets"]
    )
    return Ledger(tuple(sheets), digest)
