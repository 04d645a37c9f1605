"""A ledger as it was read: its sheets, and of each line what its columns say, without names, addresses and contents.

Its values are tuples with names: they are made in a process whose start is paid for each ledger, and data classes are
not there for nothing.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Place(NamedTuple):
    """A line of a ledger: which sheet, from 0, and which row as the sheet counts them, from 1."""

    sheet: int
    row: int


class Line(NamedTuple):
    """One line.

    Attributes:
        row: its number in the sheet, from 1.
        said: what stands in its columns, by the fields of `resources/ledger/columns.json`; empty ones are absent.
        doubtful: whether it is not certain that it is an application.
    """

    row: int
    said: Mapping[str, str]
    doubtful: bool = False


class Sheet(NamedTuple):
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


class Ledger(NamedTuple):
    """A ledger, and the SHA-256 of its file."""

    sheets: tuple[Sheet, ...]
    digest: str = ""

    def name(self, place: Place) -> str:
        """A place as the clerk finds it."""
        sheet = self.sheets[place.sheet]
        return f"“{sheet.name}”第 {place.row} 行" if len(self.sheets) > 1 else f"第 {place.row} 行"


def plain(ledger: Ledger) -> dict[str, Any]:
    """A ledger as JSON holds it: of each line its row, whether it is doubtful, which fields it says, and their words.

    The lines that say the same fields share one list of them: most lines of a ledger do.
    """
    return {"sheets": [_plain_sheet(sheet) for sheet in ledger.sheets]}


def _plain_sheet(sheet: Sheet) -> dict[str, Any]:
    said: dict[tuple[str, ...], int] = {}
    lines = [
        [line.row, line.doubtful, said.setdefault(tuple(line.said), len(said)), *line.said.values()]
        for line in sheet.lines
    ]
    return {
        "name": sheet.name,
        "year": sheet.year,
        "fields": sorted(sheet.fields),
        "said": list(said),
        "lines": lines,
        "other_rows": sheet.other_rows,
    }


def from_plain(value: Mapping[str, Any], digest: str) -> Ledger:
    """The ledger that `plain` wrote."""
    return Ledger(tuple(_sheet(sheet) for sheet in value["sheets"]), digest)


def _sheet(plain: Mapping[str, Any]) -> Sheet:
    fields = plain["said"]
    lines = (
        Line(row, dict(zip(fields[kind], words, strict=True)), doubtful)
        for row, doubtful, kind, *words in plain["lines"]
    )
    return Sheet(plain["name"], plain["year"], frozenset(plain["fields"]), tuple(lines), plain["other_rows"])
