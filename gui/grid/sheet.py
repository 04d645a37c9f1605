"""A number table laid out and painted as the official form; head, labels and balance stay while the rows scroll."""

from collections.abc import Iterator
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QWidget

from gui.grid import paint as grid_paint
from gui.grid import paint_balance as grid_paint_balance
from gui.grid.bands import Bands
from gui.grid.edit import CellEdit
from gui.grid.layout import Density, lay_out, style_of
from gui.grid.marks import GridMarks
from gui.grid.moves import GridCursor
from gui.grid.paint import LabelLook, NumberLook, PaintKit
from gui.look.theme import theme
from gui.session.bridge import Bridge
from model.form.form import Cell, format_value
from model.report.past import past_value, year_before
from model.report.proposals import proposal
from model.session.session import Session

COMPACT_BELOW = 800
"""A window lower than this, in pixels at 100 %, gets compact rows."""
BAR_WIDTH = 12
"""The strip at the right that is kept free for the scroll bar, in pixels at 100 %."""
_RADIUS, _SHADOW = 8, 6


class GridSheet(QAbstractScrollArea):
    """One of the three tables, painted.

    Attributes:
        painted_cells: how many cells have been painted so far.
        bands: where everything stands in the view.
    """

    def __init__(self, table_id: str, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Show a table of the bridge's session."""
        super().__init__(parent)
        self.table = bridge.session.report.form.table(table_id)
        self.bridge = bridge
        self.grid_cursor = GridCursor(self.table)
        self.marks = GridMarks(bridge.session, self.table)
        self.painted_cells = 0
        self.shows_last_year = False
        self.shows_caret = False
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._bar.valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(self._bar.setValue)
        self._measure()
        theme().changed.connect(self._lay_out)

    @property
    def session(self) -> Session:
        """The session whose figures are shown."""
        return self.bridge.session

    @property
    def edit(self) -> CellEdit | None:
        """The text being typed into the current cell; none in a table that is only looked at."""
        return None

    def numbers(self) -> Iterator[str]:
        """The ids of the number cells in the form's order."""
        return (cell.id for cell in self.table.number_cells)

    def cell_rect(self, cell_id: str) -> QRect:
        """The area of a cell in the viewport; empty where it is scrolled away."""
        return self.bands.visible(self.session.report.form.cells[cell_id])

    def reveal(self, cell: Cell) -> None:
        """Scroll no more than is needed to show the whole of a cell."""
        place = self.bands.scroll_to(cell)
        self.horizontalScrollBar().setValue(place.x())
        self.verticalScrollBar().setValue(place.y())

    def explanation(self, cell: Cell) -> str:
        """What there is to say about a cell: what was found, that it adds up by itself, last year's figure."""
        mark = self.marks.cells.get(cell.id)
        words = list(mark.messages) if mark else ["自动计算，不用填写"] if cell.computed else []
        proposed = self._proposed(cell) if cell.id else ""
        offered = f"按上年应为 {proposed}，按回车填入" if proposed else ""
        return "\n".join([*words, *filter(None, [offered, self._last_year(cell)])])

    def column_head(self, column: int) -> Cell:
        """The label over a column that must balance."""
        return self.table.column_labels(self.session.report.form.cells[self.marks.balances[column].cells[0]])[-1]

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Lay the table out anew on another screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay the table out for the new size; a hidden one waits until it is shown."""
        super().resizeEvent(event)
        if self.isVisible():
            self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Lay the table out: only now the window's height is known."""
        super().showEvent(event)
        self._lay_out()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802
        """Move the rows under the head; merged labels keep their words in view."""
        self.bands = Bands(self._layout, self.viewport().size(), self._scroll())
        self.viewport().update()

    def _lay_out(self) -> None:
        in_view = not self.bands.visible(self.grid_cursor.current).isEmpty()
        self._measure()
        if in_view:
            self.reveal(self.grid_cursor.current)

    def _measure(self) -> None:
        self.setViewportMargins(0, 0, theme().px(BAR_WIDTH), 0)
        size, density = self.viewport().size(), self._density()
        drawn = lay_out(self.table, size.width(), density)
        self._layout = drawn
        if density == "normal" and drawn.height > size.height():
            tight = lay_out(self.table, size.width(), "tight")
            self._layout = tight if tight.height <= size.height() else drawn
        self.kit = PaintKit(theme(), self._layout.measures, self.devicePixelRatioF())
        self.bands = Bands(self._layout, size, QPoint())
        self._range_bars(size)
        self.bands = Bands(self._layout, size, self._scroll())
        below = self.horizontalScrollBar().sizeHint().height() if self.bands.range.x() else 0
        self.setMaximumHeight(drawn.height + below)
        self.viewport().update()

    def _range_bars(self, size: QSize) -> None:
        most, body, step = self.bands.range, self.bands.body, theme().px(self._layout.measures.row)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        for bar, reach, page in (
            (across, most.x(), size.width() - self.bands.labels_width),
            (down, most.y(), body.height()),
            (self._bar, most.y(), body.height()),
        ):
            bar.setRange(0, reach)
            bar.setPageStep(max(1, page))
            bar.setSingleStep(step)
        self._bar.setValue(down.value())
        self._bar.setVisible(most.y() > 0)
        self._bar.setGeometry(size.width(), body.top(), theme().px(BAR_WIDTH), body.height())

    def _density(self) -> Density:
        return "compact" if self.window().height() < theme().px(COMPACT_BELOW) else "normal"

    def _scroll(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the cells in the region asked for."""
        region, painter = event.region(), QPainter(self.viewport())
        painter.setClipRegion(region.subtracted(QRegion(self.bands.outline)))
        painter.fillRect(self.viewport().rect(), theme().tokens.surface)
        self._selected = self.grid_cursor.selected
        for cell, whole, visible in self.bands.seen:
            if region.intersects(visible):
                self._paint_cell(painter, cell, whole, visible)
        if self._layout.balance_height:
            self._paint_balance_row(painter, region)
        self._paint_shadows(painter, region)
        self._paint_edge(painter, region)
        self._paint_ring(painter, region)
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: Cell, whole: QRect, visible: QRect) -> None:
        self.painted_cells += 1
        painter.setClipRect(visible)
        if cell.id:
            grid_paint.paint_number(painter, self.kit, whole, self._number_look(cell))
        else:
            grid_paint.paint_label(painter, self.kit, whole, visible, self._label_look(cell))

    def _paint_balance_row(self, painter: QPainter, region: QRegion) -> None:
        for column in (None, *self.marks.balances):
            visible = self.bands.balance(column).intersected(self.bands.balance_clip(column))
            if not region.intersects(visible):
                continue
            self.painted_cells += 1
            painter.setClipRect(visible)
            area = self.bands.balance(column)
            if column is None:
                grid_paint_balance.paint_balance_label(painter, self.kit, area, self.session.report.form.balance_label)
            else:
                lit = column == self.grid_cursor.current.column
                grid_paint_balance.paint_balance(painter, self.kit, area, self.marks.off[column], lit=lit)

    def _number_look(self, cell: Cell) -> NumberLook:
        value, mark = self.session.report.value(cell.id), self.marks.cells.get(cell.id)
        current = cell is self.grid_cursor.current
        return NumberLook(
            text="" if value is None else format_value(value),
            zero=value == 0,
            computed=cell.computed,
            lit=self.grid_cursor.is_lit(cell),
            current=current,
            selected=cell.id in self._selected and (len(self._selected) > 1 or cell.computed),
            read_only=self.session.read_only,
            mark=_painted(mark.severity) if mark else "",
            edit=self.edit if current else None,
            caret=self.shows_caret,
            beside=self._last_year(cell),
            ghost="" if value is not None else self._proposed(cell),
        )

    def _last_year(self, cell: Cell) -> str:
        past = year_before(self.session.report) if self.shows_last_year else None
        value = past_value(past, cell.id, self.session.report.form) if past is not None and cell.id else None
        return "" if value is None else f"上年 {format_value(value)}"

    def _proposed(self, cell: Cell) -> str:
        """What last year's report leads to in a blank cell."""
        found = proposal(self.session.report, cell.id)
        return "" if found is None else str(found)

    def _label_look(self, cell: Cell) -> LabelLook:
        style = style_of(cell, self.table)
        wrong = style == "head" and any(cell is self.column_head(column) for column in self.marks.off_columns)
        return LabelLook(
            self._layout.lines[cell],
            style,
            bold=style == "bar" or (style == "head" and cell.row == 0 and not cell.row_span > 1),
            plain=style == "head" and not self.table.repeated_head_rows,
            lit=any(cell is label for label in self.grid_cursor.labels(self.grid_cursor.current)),
            wrong=wrong,
        )

    def _paint_shadows(self, painter: QPainter, region: QRegion) -> None:
        body, scroll, reach = self.bands.body, self.bands.scroll.y(), theme().px(_SHADOW)
        if scroll and self.bands.head_rows:
            self._paint_shadow(painter, region, QRect(body.left(), body.top(), body.width(), reach), up=True)
        if scroll < self.bands.range.y() and self.bands.pins_balance:
            area = QRect(body.left(), body.bottom() + 1 - reach, body.width(), reach)
            self._paint_shadow(painter, region, area, up=False)

    def _paint_shadow(self, painter: QPainter, region: QRegion, area: QRect, *, up: bool) -> None:
        if not region.intersects(area):
            return
        shadow = QLinearGradient(area.topLeft(), area.bottomLeft())
        dark, none = QColor(0, 0, 0, 90 if theme().dark else 26), QColor(0, 0, 0, 0)
        shadow.setColorAt(0, dark if up else none)
        shadow.setColorAt(1, none if up else dark)
        painter.setClipRegion(region)
        painter.fillRect(area, QBrush(shadow))

    def _paint_edge(self, painter: QPainter, region: QRegion) -> None:
        """Round the corners off and draw the outline, where any of them is to be painted."""
        outline, radius, tokens = QRectF(self.bands.outline), theme().px(_RADIUS), theme().tokens
        painter.setClipping(False)
        if self.bands.within.contains(region.boundingRect()):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corners = QPainterPath()
        corners.addRect(outline)
        corners.addRoundedRect(outline, radius, radius)
        painter.fillPath(corners, tokens.surface)
        half = self.kit.hairline / 2
        painter.setPen(QPen(tokens.grid, self.kit.hairline))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(outline.adjusted(half, half, -half, -half), radius, radius)

    def _paint_ring(self, painter: QPainter, region: QRegion) -> None:
        """Ring the current cell, over the table's own edge."""
        current = self.grid_cursor.current
        visible = self.bands.visible(current)
        if region.intersects(visible):
            painter.setClipRect(visible)
            grid_paint.paint_ring(painter, self.kit, self.bands.rect(current), focused=self.hasFocus())


def _painted(severity: str) -> Literal["error", "warning", ""]:
    """The severities that tint a cell; hints are only told."""
    return "error" if severity == "error" else "warning" if severity == "warning" else ""
