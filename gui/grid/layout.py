"""The measures of a number table at a width and a zoom: edges of columns and rows, and labels broken into lines."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Literal

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from gui.look.theme import theme
from model.form.form import Cell, Shape, Table
from model.structs import Struct

Density = Literal["normal", "tight", "compact", "dense"]
"""How high rows are: as drawn, low enough for the whole table to fit, low because the window is, or low for both."""
Style = Literal["bar", "head", "group", "upright", "label"]
"""What kind of label a cell is: over a part of the table, over columns, over rows, set upright, beside a row."""

NUMBER_COLUMN, NUMBER_COLUMN_WIDE, NUMBER_COLUMN_DENSE = 66, 76, 62
LABEL_COLUMN, LABEL_COLUMN_NARROW, LABEL_COLUMN_WIDE = 228, 140, 540
_GROUP_COLUMNS, _GROUP_COLUMNS_NARROW = (44, 88), (34, 74)
"""The columns of the groups that a list has left of its labels, outermost first."""
LINE = 1.5
"""The distance of two lines of a label, in ems."""
HEAD_ROOM = 10
"""What the words over a column leave free beside them, at least."""
ROW_PADDING = 8
"""What a row with several lines of text is higher than these."""
_PAUSE_NEAR = 5
"""How many characters a line may be shorter to end behind a pause."""
_HANGING = 0.45
"""How far an opening bracket at the start of a line hangs out to the left, in ems: that much of it is blank."""


class GridMeasures(Struct, frozen=True):
    """Heights and type of a table in pixels at 100 %.

    Attributes:
        head: of each row of the head but the last.
        last_head: of the last row of the head; 0 where no row stays.
        balance: of the row under a table that must balance.
    """

    head: int
    last_head: int
    row: int
    bar: int = 0
    part_head: int = 0
    balance: int = 0
    label_px: int = 15
    number_px: int = 16
    padding: int = 12


_MEASURES: Mapping[Shape, Mapping[Density, GridMeasures]] = {
    "parts": {
        "normal": GridMeasures(0, 0, 44, bar=38, part_head=34, number_px=17, padding=16),
        "tight": GridMeasures(0, 0, 36, bar=31, part_head=29, number_px=17, padding=16),
        "compact": GridMeasures(0, 0, 36, bar=31, part_head=29, number_px=17, padding=16),
        "dense": GridMeasures(0, 0, 30, bar=27, part_head=25, number_px=16, padding=16),
    },
    "list": {
        "normal": GridMeasures(30, 46, 29, balance=42, label_px=14),
        "tight": GridMeasures(26, 44, 27, balance=42, label_px=14),
        "compact": GridMeasures(26, 42, 27, balance=42, label_px=14),
        "dense": GridMeasures(20, 39, 19, balance=30, label_px=13, number_px=14, padding=8),
    },
    "strip": {
        "normal": GridMeasures(42, 60, 60, number_px=20, padding=4),
        "tight": GridMeasures(36, 54, 54, number_px=20, padding=4),
        "compact": GridMeasures(36, 54, 54, number_px=20, padding=4),
        "dense": GridMeasures(30, 48, 48, number_px=18, padding=4),
    },
}


def _list_columns(table: Table, width: float, density: Density) -> list[float]:
    """Columns of groups, of labels, then of numbers, which share what the labels do not need."""
    groups, count = table.label_columns - 1, table.columns - table.label_columns
    wide, narrow = _GROUP_COLUMNS[:groups], _GROUP_COLUMNS_NARROW[:groups]
    if density == "dense" and width - sum(narrow) - count * NUMBER_COLUMN_DENSE >= LABEL_COLUMN:
        return [*narrow, width - sum(narrow) - count * NUMBER_COLUMN_DENSE, *[NUMBER_COLUMN_DENSE] * count]
    rest = width - sum(wide)
    number = min(max(rest * 0.095 // 1, NUMBER_COLUMN), NUMBER_COLUMN_WIDE)
    label = min(rest - count * number, LABEL_COLUMN_WIDE)
    if label < LABEL_COLUMN:
        left = max(width - sum(narrow) - count * NUMBER_COLUMN, LABEL_COLUMN_NARROW)
        return [*narrow, left, *[NUMBER_COLUMN] * count]
    return [*wide, label, *[(rest - label) / count] * count]


def _parts_columns(table: Table, width: float, _density: Density) -> list[float]:
    label, count = min(max(width * 0.282, 132), 300), table.columns - 1
    return [label, *[max((width - label) / count, 300 / count)] * count]


def _strip_columns(table: Table, width: float, _density: Density) -> list[float]:
    return [max(width / table.columns, 46)] * table.columns


_COLUMNS: Mapping[Shape, Callable[[Table, float, Density], list[float]]] = {
    "list": _list_columns,
    "parts": _parts_columns,
    "strip": _strip_columns,
}


class GridLayout(Struct, frozen=True):
    """One table laid out; all lengths in pixels, from the table's top left corner.

    Attributes:
        x: the left edges of the columns and the right edge of the last.
        y: the upper edges of the rows and the lower edge of the last.
        lines: the lines of each label.
    """

    table: Table
    measures: GridMeasures
    x: tuple[int, ...]
    y: tuple[int, ...]
    lines: Mapping[Cell, tuple[str, ...]]

    @property
    def width(self) -> int:
        """The width of the table."""
        return self.x[-1]

    @property
    def balance_height(self) -> int:
        """The height of the balance row; 0 where the table has none."""
        return theme().px(self.measures.balance) if self.table.balanced else 0

    @property
    def height(self) -> int:
        """The height of the table with its balance row."""
        return self.y[-1] + self.balance_height

    @property
    def head_rows(self) -> int:
        """How many rows are the head, which stays in view."""
        return self.table.repeated_head_rows if self.measures.last_head else 0

    @property
    def label_columns(self) -> int:
        """How many columns at the left hold labels beside the rows."""
        return self.table.label_columns

    def rect(self, cell: Cell) -> QRect:
        """The whole area of a cell."""
        left, top = self.x[cell.column], self.y[cell.row]
        return QRect(left, top, self.x[cell.columns.stop] - left, self.y[cell.rows.stop] - top)


def lay_out(table: Table, width: int, density: Density) -> GridLayout:
    """Lay a table out for a width in pixels; it is wider than that where labels or numbers would be cut."""
    return _laid_out(table, width, density, theme().zoom)


@lru_cache(maxsize=16)
def _laid_out(table: Table, width: int, density: Density, _zoom: int) -> GridLayout:
    measures = _MEASURES[table.shape][density]
    shares = _COLUMNS[table.shape](table, width * 100 / theme().zoom, density)
    x = tuple(theme().px(edge) for edge in accumulate(shares, initial=0.0))
    lines = {cell: _lines(cell, table, x, measures) for cell in table.cells if cell.label}
    heights = [theme().px(_row_height(table, row, measures)) for row in range(table.rows)]
    for cell, broken in lines.items():
        if cell.row_span == 1 and len(broken) > 1:
            padding = ROW_PADDING if style_of(cell, table) == "label" else 0
            needed = theme().px(len(broken) * measures.label_px * LINE + padding)
            heights[cell.row] = max(heights[cell.row], needed)
    return GridLayout(table, measures, x, tuple(accumulate(heights, initial=0)), lines)


def style_of(cell: Cell, table: Table) -> Style:
    """What kind of label a cell is."""
    if cell.column_span == table.columns:
        return "bar"
    if not any(found.id for row in cell.rows for found in table.grid[row]):
        return "label" if not table.repeated_head_rows and cell.column == 0 else "head"
    if cell.row_span > 1:
        return "group" if cell.column else "upright"
    return "label"


def hanging(line: str, px: float) -> float:
    """How far a line is drawn left of its place, in pixels at 100 %, so that an opening bracket stands in line."""
    return px * _HANGING if line[:1] in "（《“" else 0.0


def _row_height(table: Table, row: int, measures: GridMeasures) -> int:
    if measures.last_head and row < table.repeated_head_rows:
        return measures.last_head if row == table.repeated_head_rows - 1 else measures.head
    cells = table.grid[row]
    if cells[0].column_span == table.columns:
        return measures.bar
    return measures.row if any(cell.id for cell in cells) else measures.part_head


def _lines(cell: Cell, table: Table, x: tuple[int, ...], measures: GridMeasures) -> tuple[str, ...]:
    style = style_of(cell, table)
    if style == "upright":
        return tuple(re.findall(r".[、，]?", cell.label))
    room = measures.padding + 4 if style == "label" else HEAD_ROOM
    width = x[cell.columns.stop] - x[cell.column] - theme().px(room)
    font = theme().font(measures.label_px, bold=True)
    return tuple(line for part in _parts(cell.label, style) for line in wrap(part, font, width))


def _parts(label: str, style: Style) -> list[str]:
    """A label in the pieces that begin on a line of their own."""
    if style == "group":
        return re.split(r"(?<=^（.）)", label)
    return re.split(r"(?<=为：)", label)


def wrap(text: str, font: QFont, width: int) -> list[str]:
    """The lines of a text within a width, always at least one.

    Broken as Chinese is, but rather behind a pause, and never so that one character is left for the last line.
    """
    lines = _broken(text, font, width)
    for number, line in enumerate(lines[:-1]):
        pause = max(line.rfind(mark) for mark in "，、；") + 1
        if 0 < len(line) - pause <= _PAUSE_NEAR and pause:
            done = sum(map(len, lines[:number])) + pause
            rest = wrap(text[done:], font, width)
            if number + 1 + len(rest) == len(lines):
                return [*lines[:number], line[:pause], *rest]
    if len(lines) > 1 and len(lines[-1]) == 1 and len(lines[-2]) > 1:
        return [*lines[:-2], lines[-2][:-1], lines[-2][-1] + lines[-1]]
    return lines


def _broken(text: str, font: QFont, width: int) -> list[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        starts.append(line.textStart())
    layout.endLayout()
    return [text[start:end] for start, end in pairwise([*starts, len(text)])]
