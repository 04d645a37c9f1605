"""A number table laid out in the view of a scroll area: measures, scroll bars, where each cell stands."""

from collections.abc import Iterable
from itertools import chain

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from gui.controls.layouts import followed_bar
from gui.grid.bands import Bands
from gui.grid.layout import Density, lay_out
from gui.grid.paint import PaintKit
from gui.look.theme import theme
from model.form.form import Cell, Table

COMPACT_BELOW = 800
"""A window lower than this, in pixels at 100 %, gets compact rows."""
BAR_WIDTH = 12
"""The strip at the right that is kept free for the scroll bar, in pixels at 100 %."""


class GridSheet:
    """Where everything stands now.

    Attributes:
        layout: the table's measures at this size and zoom.
        bands: the table in its view, scrolled as it is.
        kit: what painting needs at this zoom and screen.
    """

    def __init__(self, area: QAbstractScrollArea, table: Table) -> None:
        """Lay a table out in a scroll area, whose vertical bar stands beside the rows only."""
        self._area, self.table, self._two_figures = area, table, False
        self._bar = QScrollBar(Qt.Orientation.Vertical, area)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        own = followed_bar(area)
        self._bar.valueChanged.connect(own.setValue)
        own.valueChanged.connect(self._bar.setValue)
        self.measure()

    def measure(self) -> None:
        """Lay the table out for the area's present size, the zoom and the screen."""
        area = self._area
        area.setViewportMargins(0, 0, theme().px(BAR_WIDTH), 0)
        size = area.viewport().size()
        layouts = (lay_out(self.table, size.width(), density) for density in self._densities())
        drawn = next(layouts)
        self.layout = next((found for found in chain((drawn,), layouts) if found.height <= size.height()), drawn)
        self.kit = PaintKit(theme(), self.layout.measures, area.devicePixelRatioF())
        self.bands = Bands(self.layout, size, QPoint())
        self._range_bars(size)
        self.bands = Bands(self.layout, size, self._scroll())
        below = area.horizontalScrollBar().sizeHint().height() if self.bands.range.x() else 0
        area.setMaximumHeight(drawn.height + below)
        area.viewport().update()

    def lay_out(self, current: Cell) -> None:
        """Lay the table out anew; a cell that was in view stays in view."""
        in_view = not self.bands.visible(current).isEmpty()
        self.measure()
        if in_view:
            self.reveal(current)

    def scrolled(self) -> None:
        """Follow the scroll bars; merged labels keep their words in view."""
        self.bands = Bands(self.layout, self._area.viewport().size(), self._scroll())
        self._area.viewport().update()

    def reveal(self, cell: Cell) -> None:
        """Scroll no more than is needed to show the whole of a cell."""
        place = self.bands.scroll_to(cell)
        self._area.horizontalScrollBar().setValue(place.x())
        self._area.verticalScrollBar().setValue(place.y())

    def scroll_towards(self, at: QPoint) -> QPoint:
        """The nearest place of the scrolling part, after a step of scrolling when a point is beyond it."""
        room = self.bands.body.adjusted(self.bands.labels_width, 0, 0, 0)
        x, y = min(max(at.x(), room.left()), room.right()), min(max(at.y(), room.top()), room.bottom())
        across, down = self._area.horizontalScrollBar(), self._area.verticalScrollBar()
        across.setValue(across.value() + across.singleStep() * ((at.x() > x) - (at.x() < x)))
        down.setValue(down.value() + down.singleStep() * ((at.y() > y) - (at.y() < y)))
        return QPoint(x, y)

    def repaint_cells(self, cells: Iterable[Cell]) -> None:
        """Paint some cells anew."""
        for cell in cells:
            self._repaint(self.bands.visible(cell))

    def repaint_balances(self, columns: Iterable[int]) -> None:
        """Paint the balances under some columns anew."""
        for column in columns:
            self._repaint(self.bands.balance(column).intersected(self.bands.balance_clip(column)))

    def _repaint(self, area: QRect) -> None:
        if not area.isEmpty():
            self._area.viewport().update(area)

    def _range_bars(self, size: QSize) -> None:
        most, body, step = self.bands.range, self.bands.body, theme().px(self.layout.measures.row)
        across, down = self._area.horizontalScrollBar(), self._area.verticalScrollBar()
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

    def make_room_for_two(self, *, figures: bool) -> None:
        """Keep the rows high enough for last year's figure beside this year's, or not."""
        self._two_figures = figures

    def _densities(self) -> tuple[Density, ...]:
        """How high the rows may be, as they are preferred: a lower one only where the whole table then is in view."""
        low = self._area.window().height() < theme().px(COMPACT_BELOW)
        found: tuple[Density, ...] = ("compact",) if low else ("normal", "tight")
        return found if self._two_figures and self.table.shape != "parts" else (*found, "dense")

    def _scroll(self) -> QPoint:
        return QPoint(self._area.horizontalScrollBar().value(), self._area.verticalScrollBar().value())
