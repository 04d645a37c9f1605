"""One block of a source file on plain paper: where its lines and cells stand, and how they are painted."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, pairwise
from typing import Any, Literal, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextLine, QTextOption

from gui.look.theme import theme
from importers.document.blocks import Block, Grid, GridCell, Paragraph
from importers.reading import Location
from model.structs import Struct

TEXT_PX, TITLE_PX, CELL_PX = 15, 18, 13
_LEAD, _CELL_LEAD, _PADDING = 26, 20, 6
_LONGEST, _LONGEST_CELL, _MOST_ROWS, _MOST_COLUMNS = 20_000, 400, 400, 40
_NARROWEST_COLUMN, _WIDEST_COLUMN = 30, 260
_FIGURE = 8
"""The longest figure of a cell that is never broken, in characters."""
_BADGE = 18
_MARGIN = -24
"""Where a number stands beside what it is about."""

Style = Literal["title", "heading", "text"]


class SourceMark(Struct, frozen=True):
    """A doubt in the source: its number, and whether it is the one being looked at; the words it is about."""

    number: int
    words: str
    current: bool = False
    first: bool = True
    """Whether the number stands here, and not at another place of the same doubt."""


class Stretch(Struct, frozen=True):
    """Some words of a paragraph, in code points of its text, that are marked without being a doubt."""

    block: int
    start: int
    end: int


Marks = Mapping[Location, SourceMark]
Rows = tuple[tuple[GridCell, ...], ...]


class LaidOut(Protocol):
    """A block that knows its height for a width."""

    height: int

    def paint(self, painter: QPainter, block: int, marks: Marks, seen: QRect) -> None:
        """Paint what is in sight of it, the painter standing at its top left corner."""

    def area(self, location: Location) -> QRect:
        """Where a location is in it."""


def laid_out(block: Block, width: int, style: Style) -> LaidOut:
    """A block laid out for a width in pixels."""
    if isinstance(block, Grid):
        return LaidGrid(block, width)
    return LaidParagraph(block, width, style)


class LaidParagraph:
    """A paragraph: set in lines, its first indented."""

    def __init__(self, paragraph: Paragraph, width: int, style: Style) -> None:
        """Break it into lines."""
        words = f"{paragraph.number}{paragraph.text}".replace("\n", "\u2028")
        self._before = len(paragraph.number)
        self._words = words[:_LONGEST] + ("…" if len(words) > _LONGEST else "")
        font = theme().serif(TITLE_PX if style == "title" else TEXT_PX, bold=style != "text")
        indent = 0 if style == "title" else 2 * theme().px(TEXT_PX)
        lead = theme().px(_LEAD + (TITLE_PX - TEXT_PX) * (style == "title"))
        self._layout = _set(self._words, font, width, lead, indent, centred=style == "title")
        self.height = max(1, self._layout.lineCount()) * lead + theme().px(4)

    def paint(self, painter: QPainter, block: int, marks: Marks, seen: QRect) -> None:  # noqa: ARG002
        """Paint it, what is doubtful on a coloured ground with its number in the margin, where it covers no word."""
        mark = marks.get(Location(block))
        if mark is not None:
            for area in self._areas(mark.words):
                painter.fillRect(area, _ground(mark))
        painter.setPen(theme().tokens.text)
        self._layout.draw(painter, QPointF(0, 0))
        if mark is not None:
            first = next(iter(self._areas(mark.words)), QRectF(0, 0, 0, theme().px(_LEAD)))
            paint_badge(painter, theme().px(_MARGIN), round(first.center().y()), mark)

    def paint_stretch(self, painter: QPainter, stretch: Stretch) -> None:
        """Paint a ground and a line below some of its words."""
        for area in self.stretch_areas(stretch):
            painter.fillRect(area, theme().tokens.hint_tint)
            painter.fillRect(QRectF(area.left(), area.bottom() - 2, area.width(), 2), theme().tokens.hint)

    def stretch_areas(self, stretch: Stretch) -> Iterator[QRectF]:
        """The lines that a stretch covers."""
        ends = (self._before + at for at in (stretch.start, stretch.end))
        yield from self._lines_of(*(_units(self._words, at) for at in ends))

    def area(self, location: Location) -> QRect:  # noqa: ARG002
        """All of it."""
        return QRect(0, 0, round(self._layout.boundingRect().width()), self.height)

    def _areas(self, words: str) -> Iterator[QRectF]:
        """The lines that some words cover; all of the first line where they are not in the text."""
        start = self._words.find(words) if words else -1
        start, end = (start, start + len(words)) if start >= 0 else (0, len(self._words))
        yield from self._lines_of(_units(self._words, start), _units(self._words, end))

    def _lines_of(self, start: int, end: int) -> Iterator[QRectF]:
        """The lines between two places as Qt counts them."""
        for index in range(self._layout.lineCount()):
            line = self._layout.lineAt(index)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = _x(line, first), _x(line, last)
                yield QRectF(left, line.y() - theme().px(1), right - left, line.height() + theme().px(2))


def _units(words: str, at: int) -> int:
    """A place in code points as Qt counts it."""
    return len(words[:at].encode("utf-16-le", "surrogatepass")) // 2


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)


class _Cell(Struct, frozen=True):
    row: int
    column: int
    rows: int
    columns: int
    text: str


class LaidGrid:
    """A table: columns as wide as their words ask for, words broken to the width of their cells."""

    def __init__(self, grid: Grid, width: int) -> None:
        """Lay it out; of a table without end only the beginning."""
        rows = tuple(row[:_MOST_COLUMNS] for row in grid.rows[:_MOST_ROWS])
        self._cells = _merged(rows)
        self._font = theme().serif(CELL_PX)
        metrics = QFontMetricsF(self._font)
        columns = max((len(row) for row in rows), default=1)
        widths = _widths(self._cells, columns, metrics, width)
        self._x = [0, *accumulate(widths)]
        self._lines = {
            cell: _broken(cell.text, self._font, self._x[cell.column + cell.columns] - self._x[cell.column])
            for cell in self._cells
        }
        self._y = [0, *accumulate(self._heights(len(rows)))]
        self.height = self._y[-1] + theme().px(10)
        self._at = {
            (row, column): cell
            for cell in self._cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }

    def paint(self, painter: QPainter, block: int, marks: Marks, seen: QRect) -> None:
        """Paint the cells in sight."""
        marked = {
            self._at.get((location.row or 0, location.column or 0)): mark
            for location, mark in marks.items()
            if location.block == block and location.row is not None
        }
        for cell in self._cells:
            area = self._rect(cell)
            if area.intersects(seen):
                self._paint_cell(painter, cell, area, marked.get(cell))
        whole = marks.get(Location(block))
        if whole is not None:
            paint_badge(painter, theme().px(_MARGIN), theme().px(12), whole)

    def area(self, location: Location) -> QRect:
        """A cell, or all of it."""
        cell = self._at.get((location.row or 0, location.column or 0))
        if location.row is None or cell is None:
            return QRect(0, 0, self._x[-1], self.height)
        return self._rect(cell)

    def _rect(self, cell: _Cell) -> QRect:
        left, top = self._x[cell.column], self._y[cell.row]
        return QRect(left, top, self._x[cell.column + cell.columns] - left, self._y[cell.row + cell.rows] - top)

    def _heights(self, rows: int) -> list[int]:
        lead, padding = theme().px(_CELL_LEAD), theme().px(_PADDING)
        heights = [lead + padding] * rows
        for cell in sorted(self._cells, key=lambda cell: cell.rows):
            missing = len(self._lines[cell]) * lead + padding - sum(heights[cell.row : cell.row + cell.rows])
            heights[cell.row + cell.rows - 1] += max(0, missing)
        return heights

    def _paint_cell(self, painter: QPainter, cell: _Cell, area: QRect, mark: SourceMark | None) -> None:
        tokens, lead = theme().tokens, theme().px(_CELL_LEAD)
        if mark is not None:
            painter.fillRect(area, _ground(mark))
        painter.setPen(QPen(tokens.border2, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        painter.setPen(tokens.text)
        painter.setFont(self._font)
        lines = self._lines[cell]
        top = area.y() + (area.height() - len(lines) * lead) / 2
        side = Qt.AlignmentFlag.AlignHCenter if len(lines) == 1 else Qt.AlignmentFlag.AlignLeft
        inside = area.adjusted(theme().px(_PADDING), 0, -theme().px(_PADDING), 0)
        for number, line in enumerate(lines):
            place = QRectF(inside.x(), top + number * lead, inside.width(), lead)
            painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)
        if mark is not None:
            self._paint_number(painter, area, mark)

    def _paint_number(self, painter: QPainter, area: QRect, mark: SourceMark) -> None:
        """The number at the right edge of the cell; beside the table where the cell is narrow."""
        x = area.right() - theme().px(_BADGE + 3) if area.width() > theme().px(90) else -theme().px(_BADGE + 4)
        paint_badge(painter, x, area.center().y(), mark)


def paint_badge(painter: QPainter, x: int, y: int, mark: SourceMark) -> None:
    """Paint a doubt's number in a circle, its left edge and its middle given; full for the one being looked at."""
    if not mark.first or not mark.number:
        return
    tokens, side = theme().tokens, theme().px(_BADGE)
    area = QRectF(x, y - side / 2, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens.warn_icon, 1.2))
    painter.setBrush(tokens.warn if mark.current else tokens.warn_tint)
    painter.drawEllipse(area.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setFont(theme().font(11 if mark.number < 100 else 8, bold=True))  # noqa: PLR2004
    painter.setPen(tokens.surface if mark.current else tokens.warn)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(mark.number))
    painter.restore()


def _ground(mark: SourceMark) -> QColor:
    return theme().tokens.mark if mark.current else theme().tokens.warn_tint


def _set(text: str, font: QFont, width: int, lead: int, indent: int, *, centred: bool) -> QTextLayout:  # noqa: PLR0913
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        index = layout.lineCount() - 1
        left = indent if not index else 0
        line.setLineWidth(max(1, width - left))
        if centred:
            left = max(0, round((width - line.naturalTextWidth()) / 2))
        line.setPosition(QPointF(left, index * lead + (lead - line.height()) / 2))
    layout.endLayout()
    return layout


def _broken(text: str, font: QFont, width: int) -> list[str]:
    """The lines of a cell's words."""
    room = width - 2 * theme().px(_PADDING)
    words = text[:_LONGEST_CELL] + ("…" if len(text) > _LONGEST_CELL else "")
    lines: list[str] = []
    for part in words.split("\n"):
        if QFontMetricsF(font).horizontalAdvance(part) <= room:
            lines.append(part)
            continue
        layout = _set(part, font, room, 1, 0, centred=False)
        starts = [layout.lineAt(index).textStart() for index in range(layout.lineCount())]
        lines += [part[start:end] for start, end in pairwise([*starts, len(part)])]
    return lines


def _widths(cells: Iterable[_Cell], columns: int, metrics: QFontMetricsF, width: int) -> list[int]:
    """The widths of the columns: room for figures in each, and the rest of the paper as their words ask for it."""
    words: list[list[float]] = [[] for _ in range(columns)]
    least = [float(theme().px(_NARROWEST_COLUMN))] * columns
    for cell in cells:
        if cell.columns == 1:
            lines = cell.text[:_LONGEST_CELL].split("\n")
            longest = max(metrics.horizontalAdvance(line) for line in lines) + 3 * theme().px(_PADDING)
            words[cell.column] += [min(longest, theme().px(_WIDEST_COLUMN))] * cell.rows
            if cell.text.isascii() and len(cell.text) <= _FIGURE:
                least[cell.column] = max(least[cell.column], longest)
    room = width - sum(least)
    if room <= 0:
        return [max(1, int(one * width / sum(least))) for one in least]
    asked = [sum(column) / len(column) if column else 1.0 for column in words]
    return [int(one + room * share / sum(asked)) for one, share in zip(least, asked, strict=True)]


def _merged(rows: Rows) -> list[_Cell]:
    """The cells with what they cover: the places right of and below a cell's beginning that begin none themselves."""
    covered: set[tuple[int, int]] = set()
    cells = []
    for row, places in enumerate(rows):
        for column, place in enumerate(places):
            if (row, column) in covered:
                continue
            across, down = _extent(rows, row, column, covered)
            covered.update((row + i, column + j) for i in range(down) for j in range(across))
            cells.append(_Cell(row, column, down, across, place.text))
    return cells


def _extent(rows: Rows, row: int, column: int, covered: set[tuple[int, int]]) -> tuple[int, int]:
    def goes_on(i: int, j: int) -> bool:
        inside = i < len(rows) and j < len(rows[i]) and (i, j) not in covered
        return inside and not rows[i][j].begins and rows[i][j].text == rows[row][column].text

    across = 1
    while goes_on(row, column + across):
        across += 1
    down = 1
    while all(goes_on(row + down, column + j) for j in range(across)):
        down += 1
    return across, down
