"""Plain text: paragraphs, and the tables whose cells are set apart by tabs."""

import re
from collections.abc import Iterator
from itertools import groupby

from importers.bounded.encodings import decoded
from importers.document.blocks import Document, Grid, GridCell, Paragraph
from importers.document.layout import Cell, Item, finished, table
from importers.refused import TOO_MUCH, Refused

MOST_LINES = 200_000
_LINE_END = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

_TALL_CELL = re.compile(r"^\t\n\n{3,}([^\t\n]+)\n(?=\t)", re.MULTILINE)
"""A cell that begins with empty lines, which push its words down to the middle; they have no tab of their own."""

_EMPTY_ROW = re.compile(r"[ \u3000]*(?:[^\s、]{1,12}\t|[^\t]{0,60}\t{2,})[\t ]*")
"""A row without figures; of one cell only where its label is short and no heading."""


def read(data: bytes) -> Document:
    """The document in a text file of any code.

    Raises:
        Refused: it is too much.
    """
    return from_text(decoded(data), "text")


def from_text(text: str, kind: str) -> Document:
    """The document in a text.

    A line with tabs between words is a row of a table. So are lines that begin with a tab, one for each cell, a blank
    line between rows: the way browsers and mail programs flatten a table.

    Raises:
        Refused: it is too much.
    """
    lines = _TALL_CELL.sub(r"\t\1\n", _LINE_END.sub("\n", text.replace("\0", ""))).split("\n")
    if len(lines) > MOST_LINES:
        raise Refused(TOO_MUCH)
    blocks, residues = finished(_items(lines))
    return Document(kind, blocks, residues)


def _items(lines: list[str]) -> Iterator[Item]:
    for shape, group in groupby(_shaped(lines), key=lambda line: line[0]):
        found = [line for _, line in group]
        if shape == "row":
            yield from _table([[_cell(word) for word in line.split("\t")] for line in found])
        elif shape == "cell":
            yield from _table(list(_rows(found)))
        else:
            yield from (Paragraph(line.strip()) for line in found)


def _table(rows: list[list[Cell]]) -> Iterator[Item]:
    """The rows as a grid, in which a place behind a row's last tab is none of its cells."""
    for item in table(rows):
        if isinstance(item, Grid):
            cells = zip(item.rows, map(len, rows), strict=True)
            lines = ((*row[:count], *[GridCell("", begins=False)] * (len(row) - count)) for row, count in cells)
            yield Grid(tuple(lines))
        else:
            yield item


def _shaped(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Each line with what it is: a row, a cell or words; a blank line between cells belongs to them."""
    shapes = _with_empty_rows(lines, [_shape(line) for line in lines])
    for index, (shape, line) in enumerate(zip(shapes, lines, strict=True)):
        between_cells = shape == "" and 0 < index < len(lines) - 1 and shapes[index - 1] == shapes[index + 1] == "cell"
        yield "cell" if between_cells else shape, line


def _with_empty_rows(lines: list[str], shapes: list[str]) -> list[str]:
    """The shapes, those of rows whose cells are all empty among them: a label and tabs, or tabs alone, below a row."""
    found: list[str] = []
    for line, shape in zip(lines, shapes, strict=True):
        below_a_row = bool(found) and found[-1] == "row"
        found.append("row" if below_a_row and _EMPTY_ROW.fullmatch(line) else shape)
    return found


def _shape(line: str) -> str:
    words = line.strip(" \u3000")
    if "\t" in words.strip():
        return "row"
    return "cell" if words.startswith("\t") else "words" if words else ""


def _rows(lines: list[str]) -> Iterator[list[Cell]]:
    """Rows of cells that stand one under the other; a cell may be empty, a blank line ends the row."""
    for is_row, group in groupby(lines, key=lambda line: "\t" in line):
        if is_row:
            yield [_cell(line) for line in group]


def _cell(word: str) -> Cell:
    return Cell([Paragraph(word.strip())])
