"""A table of the report on paper: the official merges with their lines, heights from the words in them."""

from decimal import Decimal
from itertools import accumulate

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from export.content import NumberTable
from export.pdf.parts import Mark, Part, Role, Scope
from export.web.tables import scope
from export.word.tables import SHORT_LABEL, column_widths, even_length
from model.form.form import Cell
from model.structs import Struct

_POINT, _TWIP = 4, 0.2
_FAMILIES = ("宋体", "SimSun", "Noto Serif CJK SC", "serif")
_HEAD_FAMILIES = ("黑体", "SimHei", "Noto Sans CJK SC", "sans-serif")
_MARGIN, _LINE, _PEN = 8, 3, 2
_UPRIGHT_BELOW = 100
_BAR = QColor("#F2F2F2")
_CENTRE = Qt.AlignmentFlag.AlignCenter
_NEVER_FIRST = "，。、；：）”"


class PaperTable:
    """A table with the place of each of its cells, in quarters of a point from its corner."""

    def __init__(self, block: NumberTable, size: Decimal, number: int = 0) -> None:
        """Measure a table set in a size in points; `number` is that of its block in the document."""
        self._block, self._grid, self._number = block, block.table, number
        self._font = _font(_FAMILIES, size)
        self._head = _font(_HEAD_FAMILIES, size)
        self._lead = (float(size) + _LINE) * _POINT
        self._x = [0.0, *accumulate(width * _TWIP for width in column_widths(self._grid))]
        self._y = [0.0, *accumulate(self._heights())]

    @property
    def name(self) -> str:
        """What it is called."""
        return self._grid.name

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self._grid.rows

    @property
    def height(self) -> float:
        """The whole height."""
        return self._y[-1]

    def extent(self, start: int, end: int) -> float:
        """The height of some rows."""
        return self._y[end] - self._y[start]

    def fitting(self, start: int, room: float) -> int:
        """The row before which the table must break to fit."""
        end = start
        while end < self.rows and self.extent(start, end + 1) <= room:
            end += 1
        return end

    def paint(self, painter: QPainter, start: int, end: int, mark: Mark) -> None:
        """Paint some rows, the first of them at the painter's origin."""
        painter.save()
        painter.setClipRect(QRectF(-_PEN, -_PEN, self._x[-1] + 2 * _PEN, self.extent(start, end) + 2 * _PEN))
        painter.translate(0, -self._y[start])
        for cell in self._grid.cells:
            if cell.row < end and cell.rows.stop > start:
                self._paint_cell(painter, cell, (start, end), mark)
        painter.restore()

    def _paint_cell(self, painter: QPainter, cell: Cell, rows: tuple[int, int], mark: Mark) -> None:
        start, end = rows
        top, bottom = self._y[max(cell.row, start)], self._y[min(cell.rows.stop, end)]
        area = QRectF(self._x[cell.column], top, self._width(cell), bottom - top)
        if cell.column_span == self._grid.columns:
            painter.fillRect(area, _BAR)
        painter.setPen(QPen(Qt.GlobalColor.black, _PEN))
        painter.drawRect(area)
        words = self._block.values[cell.id] if cell.id else cell.label
        inside = area.adjusted(_MARGIN, 0, -_MARGIN, 0)
        painter.setFont(_fitting(self._font, words, inside.width()) if cell.id else self._cell_font(cell))
        lines = self._lines(cell, words)
        first = inside.center().y() - len(lines) * self._lead / 2
        part = self._part(cell) if cell.row >= start else None
        for index, line in enumerate(lines):
            place = QRectF(inside.left(), first + index * self._lead, inside.width(), self._lead)
            mark(part, line)
            painter.drawText(place, self._side(cell), line)

    def _part(self, cell: Cell) -> Part:
        """The cell as a part of the document; where it goes on over a page it was named on the page before."""
        role: Role = "TD" if cell.id else "TH"
        heads: Scope = "" if cell.id else "Row" if scope(self._grid, cell) == "row" else "Column"
        return Part(role, self._number, cell.row, cell.column, cell.row_span, cell.column_span, heads)

    def _side(self, cell: Cell) -> Qt.AlignmentFlag:
        to_left = not cell.id and self._grid.shape == "list" and not self._is_head(cell) and not self._upright(cell)
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter if to_left else _CENTRE

    def _is_head(self, cell: Cell) -> bool:
        return not cell.id and not any(found.id for found in self._grid.grid[cell.row])

    def _cell_font(self, cell: Cell) -> QFont:
        return self._head if self._is_head(cell) else self._font

    def _upright(self, cell: Cell) -> bool:
        return cell.row_span > 1 and self._width(cell) < _UPRIGHT_BELOW and not cell.id

    def _width(self, cell: Cell) -> float:
        return self._x[cell.columns.stop] - self._x[cell.column]

    def _lines(self, cell: Cell, words: str) -> list[str]:
        """The words broken to the cell's width; one character a line where it is set upright."""
        if self._upright(cell):
            return list(words)
        metrics, room = QFontMetricsF(self._cell_font(cell)), self._width(cell) - 2 * _MARGIN
        if not cell.id and len(words) <= SHORT_LABEL and "（" not in words and metrics.horizontalAdvance(words) > room:
            step = even_length(len(words), room / metrics.horizontalAdvance("国"))
            return [words[start : start + step] for start in range(0, len(words), step)]
        lines = [""]
        for character in words:
            full = lines[-1] and not cell.id and metrics.horizontalAdvance(lines[-1] + character) > room
            if full and character not in _NEVER_FIRST:
                lines.append("")
            lines[-1] += character
        return lines

    def _heights(self) -> list[float]:
        """The heights of the rows: at least the least, and enough for every label."""
        heights = [self._grid.row_height * _TWIP] * self._grid.rows
        for cell in sorted(self._grid.cells, key=lambda cell: cell.row_span):
            if cell.label and not self._upright(cell):
                needed = len(self._lines(cell, cell.label)) * self._lead + _MARGIN
                missing = needed - sum(heights[row] for row in cell.rows)
                heights[cell.rows.stop - 1] += max(0.0, missing)
        return heights


class TableSlice(Struct, frozen=True):
    """Some rows of a table at a place of a page."""

    table: PaperTable
    start: int
    end: int
    x: float
    y: float

    def paint(self, painter: QPainter, mark: Mark) -> None:
        """Paint them."""
        painter.save()
        painter.translate(self.x, self.y)
        self.table.paint(painter, self.start, self.end, mark)
        painter.restore()


def _font(families: tuple[str, ...], size: Decimal) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(round(float(size) * _POINT))
    return font


def _fitting(font: QFont, figure: str, room: float) -> QFont:
    """The font, smaller where a number would not fit its cell on one line."""
    width = QFontMetricsF(font).horizontalAdvance(figure)
    if width <= room:
        return font
    smaller = QFont(font)
    smaller.setPixelSize(max(1, int(font.pixelSize() * room / width)))
    return smaller
