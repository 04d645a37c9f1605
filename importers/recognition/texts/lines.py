"""A document as lines of text in reading order, with a mark where each table of the form stands."""

from collections.abc import Iterator

from importers.document.blocks import Document, Grid, GridCell, Paragraph
from importers.reading import Location
from importers.recognition.tables.found import Tables
from importers.recognition.tables.grids import Scan
from model.language.patterns import pattern
from model.structs import Struct

_BOOKMARK = pattern(r"\[bookmark: [^\]\n]*\]")
_BLANKS = " \t\r\u3000\xa0\u200b\ufeff"
_PROSE = 30
"""From so many characters a cell of a grid holds prose rather than an entry."""


class Line(Struct, frozen=True):
    """One line of text, or the place of a table.

    Attributes:
        text: its words, with an automatic number put back; empty for a table.
        location: where it stands.
        level: 1 to 9 for a heading by its style.
        table: the id of the form's table that begins here, or `other` for one that is none of the form's.
        left_out: a bookmark's name that was printed as text and left out.
    """

    text: str
    location: Location
    level: int | None = None
    table: str = ""
    left_out: str = ""


def lines_of(document: Document, tables: Tables) -> tuple[Line, ...]:
    """All lines that are not blank, and the tables."""
    return tuple(_lines(document, tables))


def _lines(document: Document, tables: Tables) -> Iterator[Line]:
    for index, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            text = f"{block.number}{block.text.lstrip(_BLANKS)}" if block.number else block.text
            yield from _split(text, Location(index), block.level)
        elif found := tables.scans.get(index):
            yield from _of_table(index, found)
        elif _is_layout(block):
            for row, line in enumerate(block.rows):
                for text in _texts(line):
                    yield from _split(text, Location(index, row), None)
        elif any(cell.text.strip() for row in block.rows for cell in row):
            yield Line("", Location(index), table="other")


def _split(text: str, location: Location, level: int | None) -> Iterator[Line]:
    for piece in text.splitlines():
        marks = "".join(_BOOKMARK.findall(piece))
        words = _BOOKMARK.sub("", piece).strip(_BLANKS) if marks else piece.strip(_BLANKS)
        if words:
            yield Line(words, location, level, left_out=marks)


def _of_table(index: int, found: Scan) -> Iterator[Line]:
    """A grid of the form: what is printed across it, and where its tables begin, from the top."""
    begins: dict[str, int] = {}
    for place in found.places:
        begins[place.table] = min(place.row, begins.get(place.table, place.row))
    parts: list[tuple[int, Line]] = [(row, Line("", Location(index), table=table)) for table, row in begins.items()]
    parts += [(row, line) for row, text in found.banners for line in _split(text, Location(index, row), None)]
    yield from (line for _, line in sorted(parts, key=lambda part: part[0]))


def _is_layout(grid: Grid) -> bool:
    """Whether a grid only holds prose in place: one entry a row, or hardly anything but long texts."""
    rows = [_texts(row) for row in grid.rows]
    entries = [text for row in rows for text in row]
    long = sum(len(text) >= _PROSE for text in entries)
    return max(map(len, rows), default=0) == 1 or long * 2 > len(entries)


def _texts(row: tuple[GridCell, ...]) -> list[str]:
    return [cell.text for cell in row if cell.begins and cell.text.strip()]
