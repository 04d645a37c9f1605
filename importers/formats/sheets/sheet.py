"""From a sheet to blocks: rows of one cell over the sheet are paragraphs, the others tables one below the other."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby, zip_longest

from importers.document.blocks import Grid, GridCell, Paragraph
from importers.document.layout import MOST_PLACES, Item, Mark
from importers.refused import TOO_MUCH, Refused
from model.structs import Struct

Place = tuple[int, int]
_HEADING = re.compile(r"[一二三四五六七八九十]+、|\d{1,2}、|[（(][一二三四五六七八九十]+[）)]")
_PROSE = 40
"""A text with more characters that covers the sheet is a paragraph, also inside borders."""


_HIDDEN_SHOWN = 40
"""So many characters of words that are not read are told."""


class Sheet(Struct, frozen=True):
    """A sheet as a person sees it, hidden rows and columns taken out by what is shown.

    Attributes:
        words: what stands in the cells that are not empty.
        owners: for each place of a merged cell, the place where it begins.
        bordered: the places with a line at their left or bottom.
        rows: the rows that are used and shown.
        columns: the columns that are used and shown.
        hidden: the words in rows and columns that are not shown.
        struck: the words of cells that are struck through.
    """

    words: Mapping[Place, str]
    owners: Mapping[Place, Place]
    bordered: frozenset[Place]
    rows: Sequence[int]
    columns: Sequence[int]
    hidden: Sequence[str] = ()
    struck: Sequence[str] = ()


def shown(
    words: Mapping[Place, str],
    merged: Iterable[tuple[range, range]],
    bordered: frozenset[Place],
    hidden: tuple[Container[int], Container[int]],
) -> Sheet:
    """A sheet with what is used of it, however far from it somebody set a colour or a line.

    Args:
        words: what stands in the cells that are not empty.
        merged: the rows and columns of each merged cell.
        bordered: the places with a line at their left or bottom.
        hidden: the rows, and the columns, that are not shown.

    Raises:
        Refused: it is larger than any report.
    """
    last = max((row for row, _ in words), default=0)
    used = sorted({row for row, _ in (*words, *bordered) if row <= last})
    rows = [row for row in _with_gaps(used) if row not in hidden[0]]
    columns = [column for column in sorted({column for _, column in words}) if column not in hidden[1]]
    if len(rows) * len(columns) > MOST_PLACES:
        raise Refused(TOO_MUCH)
    owners = _owners(merged, rows, columns)
    seen = set(owners.values())
    unseen = [place for place in words if (place[0] in hidden[0] or place[1] in hidden[1]) and place not in seen]
    return Sheet(words, owners, bordered, rows, columns, [words[place] for place in sorted(unseen)])


def _with_gaps(rows: Sequence[int]) -> Iterator[int]:
    """Rows in order, one empty row for any number of them between two."""
    for before, row in zip((None, *rows), rows, strict=False):
        if before is not None and row > before + 1:
            yield before + 1
        yield row


def _owners(
    merged: Iterable[tuple[range, range]], rows: Sequence[int], columns: Sequence[int]
) -> Mapping[Place, Place]:
    found: dict[Place, Place] = {}
    for down, across in merged:
        places = ((row, column) for row in _within(rows, down) for column in _within(columns, across))
        found.update(dict.fromkeys(places, (down.start, across.start)))
        if len(found) > MOST_PLACES:
            raise Refused(TOO_MUCH)
    return found


def _within(numbers: Sequence[int], wanted: range) -> Sequence[int]:
    return numbers[bisect_left(numbers, wanted.start) : bisect_left(numbers, wanted.stop)]


class _Row(Struct, frozen=True):
    cells: tuple[GridCell, ...]
    bordered: bool

    @property
    def filled(self) -> int:
        """How many cells have words."""
        return sum(bool(cell.text) for cell in self.cells if cell.begins)

    @property
    def covered(self) -> bool:
        """Whether one cell covers the sheet."""
        return sum(cell.begins for cell in self.cells) == 1

    @property
    def merged(self) -> bool:
        """Whether what stands in it covers several columns."""
        return sum(bool(cell.text) for cell in self.cells) > 1

    @property
    def words(self) -> str:
        """What the first cell with words says."""
        return next((cell.text for cell in self.cells if cell.text), "")


def items(sheet: Sheet) -> Iterator[Item]:
    """The paragraphs and tables of a sheet from top to bottom, behind them what is hidden."""
    rows = [_row(sheet, row) for row in sheet.rows]
    for shape, group in groupby(_shaped(rows), key=lambda shaped: shaped[0]):
        found = [row for _, row in group]
        if shape == "row":
            yield _trimmed([row.cells for row in found])
        elif shape == "words":
            yield from (Paragraph(row.words) for row in found)
    if sheet.hidden:
        yield Mark("hidden", " ".join(sheet.hidden)[:_HIDDEN_SHOWN])
    if sheet.struck:
        yield Mark("struck_out", " ".join(sheet.struck)[:_HIDDEN_SHOWN])


def name(words: str) -> Paragraph:
    """A sheet's name above what stands on it: a heading, which no paragraph of a sheet says of itself."""
    return Paragraph(words, level=1)


def number(value: float | Decimal) -> str:
    """A number as a person reads it: 12, not 12.0; no exponent; without the error of binary fractions."""
    return format(Decimal(f"{value:.15g}") + 0, "f")


def _row(sheet: Sheet, row: int) -> _Row:
    cells: list[GridCell] = []
    last: Place | None = None
    for column in sheet.columns:
        place = (row, column)
        owner = sheet.owners.get(place, place)
        begins = owner == place or (owner != last and not _above(sheet, owner, place))
        cells.append(GridCell(sheet.words.get(owner, ""), begins))
        last = owner
    return _Row(tuple(cells), any((row, column) in sheet.bordered for column in sheet.columns))


def _above(sheet: Sheet, owner: Place, place: Place) -> bool:
    """Whether a merged cell is already seen in a row above, or in a column to the left, of those shown."""
    rows = any(owner[0] <= row < place[0] for row in sheet.rows)
    columns = any(owner[1] <= column < place[1] for column in sheet.columns)
    return rows or columns


def _shaped(rows: Sequence[_Row]) -> Iterator[tuple[str, _Row]]:
    """Each row with what it is: of a table, words, or nothing."""
    above: _Row | None = None
    for row, below in zip_longest(rows, rows[1:]):
        shape = _shape(row, above, heads=below is not None and below.filled > 1)
        above = row if shape == "row" else None
        yield shape, row


def _shape(row: _Row, above: _Row | None, *, heads: bool) -> str:
    """What a row is.

    Args:
        row: the row.
        above: the row above if that is of a table.
        heads: the row below is of a table for certain.
    """
    if not row.filled:
        return "row" if row.bordered and above else ""
    if row.filled > 1:
        return "row"
    left_the_table = above is None or (above.bordered and not row.bordered)
    if _HEADING.match(row.words) or len(row.words) > _PROSE:
        return "words" if row.covered or left_the_table else "row"
    return "row" if row.bordered or not left_the_table or (heads and row.merged) else "words"


def _trimmed(rows: Sequence[Sequence[GridCell]]) -> Grid:
    """A grid without the empty columns at its sides, that belong to wider tables of the sheet."""
    used = [column for row in rows for column, cell in enumerate(row) if cell.text]
    return Grid(tuple(tuple(row[min(used) : max(used) + 1]) for row in rows))
