"""A plain table of words on paper: a head that repeats, rows that are torn only where one is higher than a page."""

from decimal import Decimal
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextLayout, QTextLine, QTextOption

from export.content import Listing
from export.pdf.parts import Mark, Part
from export.word.listing import SHORT
from export.word.tables import spread
from model.structs import Struct

_POINT, _TWIP = 4, 0.2
_FAMILIES = ("宋体", "SimSun", "Noto Serif CJK SC", "serif")
_HEAD_FAMILIES = ("黑体", "SimHei", "Noto Sans CJK SC", "sans-serif")
_MARGIN, _LINE, _PEN = 8, 3, 2


class PaperListing:
    """A table with its rows set in lines, in quarters of a point; row 0 is the head."""

    def __init__(self, block: Listing, size: Decimal, number: int = 0) -> None:
        """Set a table in a size in points; `number` is that of its block in the document."""
        self._number, self._least = number, float(block.row_pt * _POINT)
        self._lead = (float(size) + _LINE) * _POINT
        self._x = [0.0, *accumulate(width * _TWIP for width in spread(block.shares))]
        columns = zip(block.head, *block.rows, strict=True)
        self._short = [all(len(words) <= SHORT for words in column) for column in columns]
        self._rows = [
            self._set(row, _font(_FAMILIES if index else _HEAD_FAMILIES, size))
            for index, row in enumerate((block.head, *block.rows))
        ]

    @property
    def rows(self) -> int:
        """How many rows there are, with the head."""
        return len(self._rows)

    def lines(self, row: int) -> int:
        """How many lines the highest cell of a row has; at least one."""
        return max(1, *(layout.lineCount() for layout in self._rows[row]))

    def height(self, row: int, lines: int | None = None) -> float:
        """The height of a row, or of so many of its lines."""
        least = self._least if row and lines is None else 0.0
        return max(least, (self.lines(row) if lines is None else lines) * self._lead + 2 * _MARGIN)

    def fitting(self, room: float) -> int:
        """How many lines of a row have room; at least one, for no page is lower than that."""
        return max(1, int((room - 2 * _MARGIN) / self._lead))

    def paint(self, painter: QPainter, piece: "RowSlice", mark: Mark) -> None:
        """Paint some lines of a row, where the slice says."""
        for column in range(len(self._x) - 1):
            self._paint_cell(painter, piece, column, mark)

    def _paint_cell(self, painter: QPainter, piece: "RowSlice", column: int, mark: Mark) -> None:
        layout = self._rows[piece.row][column]
        area = QRectF(piece.x + self._x[column], piece.y, self._x[column + 1] - self._x[column], piece.height)
        painter.setPen(QPen(Qt.GlobalColor.black, _PEN))
        painter.drawRect(area)
        part = None if piece.again else self._part(piece.row, column)
        shown = range(piece.start, min(piece.end, layout.lineCount()))
        centred = not piece.row or self._short[column]
        top = area.center().y() - len(shown) * self._lead / 2 if piece.whole else area.top() + _MARGIN
        if not (layout.lineCount() or piece.start):
            mark(part, layout.text())
        for index in shown:
            line = layout.lineAt(index)
            free = area.width() - 2 * _MARGIN - line.naturalTextWidth()
            mark(part, words_of(layout.text(), line))
            x = area.left() + _MARGIN + (max(0.0, free / 2) if centred else 0)
            y = top + (index - piece.start) * self._lead + (self._lead - line.height()) / 2
            line.draw(painter, QPointF(x, y - line.y()))

    def _part(self, row: int, column: int) -> Part:
        return Part("TD" if row else "TH", self._number, row, column, scope="" if row else "Column")

    def _set(self, row: tuple[str, ...], font: QFont) -> list[QTextLayout]:
        widths = (right - left for left, right in zip(self._x, self._x[1:], strict=False))
        return [_layout(words, font, width - 2 * _MARGIN) for words, width in zip(row, widths, strict=True)]


class RowSlice(Struct, frozen=True):
    """Lines `start` to `end` of a row at a place of a page; a head that is repeated is there for the eye alone."""

    table: PaperListing
    row: int
    start: int
    end: int
    x: float
    y: float
    height: float
    whole: bool = True
    again: bool = False

    def paint(self, painter: QPainter, mark: Mark) -> None:
        """Paint them."""
        self.table.paint(painter, self, mark)


def words_of(text: str, line: QTextLine) -> str:
    """The words of a line; Qt counts in units of UTF-16."""
    if len(text) == len(units := text.encode("utf-16-le")) // 2:
        return text[line.textStart() : line.textStart() + line.textLength()]
    return units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())].decode("utf-16-le", "replace")


def _layout(words: str, font: QFont, width: float) -> QTextLayout:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout


def _font(families: tuple[str, ...], size: Decimal) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(round(float(size) * _POINT))
    return font
