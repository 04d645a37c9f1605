"""Tables with ruled lines: their cells with the rows and columns that each covers."""

from collections.abc import Iterable, Sequence
from typing import Any

from importers.document.blocks import Paragraph
from importers.document.layout import Cell
from importers.formats.pdf.char import Char
from importers.formats.pdf.words import text
from model.language.patterns import pattern
from model.structs import Struct, replace

Box = tuple[float, float, float, float]
"""Left, top, right and lower edge, in points from the upper left corner of the page."""
_BEGINS = pattern(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[、.．]")
_SAME = 3.0
"""Edges that are less far apart, in points, are one."""


class Ruled(Struct, frozen=True):
    """A table with ruled lines on one page.

    Attributes:
        box: where it stands.
        cells: the box and the words of each cell.
        page: the page it is on, from 0.
    """

    box: Box
    cells: tuple[tuple[Box, str], ...]
    page: int


def ruled(table: Any, chars: Sequence[Char], page: int) -> Ruled:  # noqa: ANN401 - pdfplumber's table
    """A table as pdfplumber found it, with the characters of its page."""
    boxes = sorted({tuple(map(float, box)) for box in table.cells}, key=lambda box: (box[1], box[0]))
    inside: list[list[Char]] = [[] for _ in boxes]
    for middle, beside in _by_height(chars):
        across = [index for index, box in enumerate(boxes) if box[1] <= middle < box[3]]
        for char in beside if across else ():
            x = (char["x0"] + char["x1"]) / 2
            index = next((index for index in across if boxes[index][0] <= x < boxes[index][2]), None)
            if index is not None:
                inside[index].append(char)
    cells = tuple((box, text(found)) for box, found in zip(boxes, inside, strict=True))
    return Ruled(tuple(map(float, table.bbox)), cells, page)  # type: ignore[arg-type]


def _by_height(chars: Iterable[Char]) -> Iterable[tuple[float, list[Char]]]:
    """The characters by how far below the page's upper edge their middles are: those of one line share it."""
    found: dict[float, list[Char]] = {}
    for char in chars:
        found.setdefault((char["top"] + char["bottom"]) / 2, []).append(char)
    return found.items()


def within(box: Sequence[float], x: float, y: float) -> bool:
    """Whether a point is in a box."""
    return box[0] <= x < box[2] and box[1] <= y < box[3]


def goes_on(upper: Ruled, lower: Ruled) -> bool:
    """Whether a table at the top of a page goes on from one at the end of the page before."""
    same = abs(upper.box[0] - lower.box[0]) <= _SAME and abs(upper.box[2] - lower.box[2]) <= _SAME
    return same and lower.page == upper.page + 1


def rows(parts: Sequence[Ruled]) -> list[list[Cell]]:
    """The rows of a table, which may go on over pages; a cell covers what lies between its edges."""
    lefts = _edges(box[0] for part in parts for box, _ in part.cells)
    found: list[_Row] = []
    for part in parts:
        lines = _rows(part, lefts)
        if found and lines and _is_broken(found[-1], lines[0]):
            _put_together(found[-1], lines)
        found += lines
    return [[row[column] for column in sorted(row)] for row in found]


_Row = dict[int, Cell]
"""The cells that begin in a row, by their column."""


def _rows(part: Ruled, lefts: Sequence[float]) -> list[_Row]:
    tops = _edges(box[1] for box, _ in part.cells)
    lines: list[_Row] = [{} for _ in tops]
    for box, words in part.cells:
        across, down = max(_count(lefts, box[0], box[2]), 1), max(_count(tops, box[1], box[3]), 1)
        lines[_at(tops, box[1])][_at(lefts, box[0])] = Cell([Paragraph(words)], across, down)
    return lines


def _is_broken(upper: _Row, lower: _Row) -> bool:
    """Whether a row was broken by a page's end: one part has no figures, and the lower one begins no label."""
    own = [column for column in lower if column in upper and lower[column].rows == 1]
    figures = [column for column in own if not _is_label(upper[column]) and not _is_label(lower[column])]
    labels = [column for column in own if column not in figures]
    one_has_none = any(all(not _words(row[column]) for column in figures) for row in (upper, lower))
    starts = any(_BEGINS.match(_words(lower[column])) for column in labels)
    return len(figures) > 1 and bool(labels) and one_has_none and not starts


def _put_together(upper: _Row, lines: list[_Row]) -> None:
    """Put the second part of a broken row to its first; cells that go on below it move down."""
    lower = lines.pop(0)
    for column, cell in lower.items():
        if column in upper and cell.rows == 1:
            upper[column] = replace(upper[column], items=[Paragraph(_words(upper[column]) + _words(cell))])
        elif cell.rows > 1 and lines:
            lines[0].setdefault(column, replace(cell, rows=cell.rows - 1))


def _words(cell: Cell) -> str:
    return "".join(item.text for item in cell.items if isinstance(item, Paragraph))


def _is_label(cell: Cell) -> bool:
    return any(character.isalpha() for character in _words(cell))


def _edges(places: Iterable[float]) -> list[float]:
    """The edges among some places, those close together as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SAME:
            found.append(place)
    return found


def _at(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - place))


def _count(edges: Sequence[float], start: float, end: float) -> int:
    """How many columns or rows begin between two places."""
    return sum(start - _SAME <= edge < end - _SAME for edge in edges)
