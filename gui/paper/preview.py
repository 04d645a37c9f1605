"""The pages of the report, beside each other, as they will be printed."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gui.controls.layouts import followed_bar
from gui.controls.plain import set_tip
from gui.controls.ring import paint_ring, shows_ring
from gui.look.theme import theme
from gui.paper import pages as paper
from gui.paper.pages import Page

_GAP, _WIDEST_PAGE = 16, 560
_LEAST_PAGE = 380
"""Two pages stand beside each other only where each is so wide that its words can be read, in pixels at 100 %."""


class PagePreview(QAbstractScrollArea):
    """Pages on a canvas, two beside each other where there is room; they stay white in the dark."""

    position_changed = Signal(str)
    """Which pages are in sight, in words."""
    enlarged_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the view, empty."""
        super().__init__(parent)
        self.setObjectName("page_preview")
        self.setAccessibleName("报告预览")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        set_tip(self.viewport(), "点一下放大，再点一下缩小")
        self.enlarged = self._ringed = False
        self._pages: Sequence[Page] = ()
        self._painted: dict[int, QPixmap] = {}
        followed_bar(self).valueChanged.connect(self._tell)
        theme().follow(self._measure)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show these pages; the place that is in sight stays."""
        self._pages = pages
        self._painted.clear()
        self._measure()

    def turn(self, step: int) -> None:
        """Go a row of pages forward or back."""
        bar = self.verticalScrollBar()
        bar.setValue((round(bar.value() / self._pitch()) + step) * self._pitch())

    def enlarge(self, *, enlarged: bool, page: int | None = None, height: float = 0) -> None:
        """Show one page across the whole width, or go back.

        Args:
            enlarged: whether it is to be large.
            page: the page to show; without one, the first in sight.
            height: where on the page the middle of the view is to be, as a share of its height.
        """
        shown = self._first() if page is None else page
        self.enlarged = enlarged
        self._painted.clear()
        self._measure()
        top = theme().px(_GAP) + (shown // self._columns()) * self._pitch() - theme().px(_GAP)
        middle = round(height * self._page_height()) - self.viewport().height() // 2
        self.verticalScrollBar().setValue(top + max(0, middle))
        self.enlarged_changed.emit(enlarged)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on a page makes it large, and the next one small again."""
        point = event.position().toPoint()
        page = self._page_at(point)
        if event.button() == Qt.MouseButton.LeftButton and page is not None:
            area = self.shown_at(page)
            self.enlarge(enlarged=not self.enlarged, page=page, height=(point.y() - area.top()) / area.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show that a page can be pressed."""
        over = self._page_at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the pages to the width."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the pages in sight; one not painted before has an event-loop iteration of its own, white until then."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().tokens.canvas)
        if self.hasFocus() and self._ringed:
            paint_ring(painter, self.viewport().rect(), 0)
        waiting = False
        for index in range(len(self._pages)):
            area = self.shown_at(index)
            if not area.intersects(event.rect()):
                continue
            _paint_shadow(painter, area)
            if index in self._painted or not waiting:
                waiting = waiting or index not in self._painted
                painter.drawPixmap(area.topLeft(), self._pixmap(index))
            else:
                painter.fillRect(area, Qt.GlobalColor.white)
                self.viewport().update(area)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the ring when the keyboard brought the focus."""
        self._ringed = shows_ring(event.reason(), before=self._ringed)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _pixmap(self, index: int) -> QPixmap:
        """A page as painted before, or painted now."""
        if index not in self._painted:
            ratio, area = self.devicePixelRatioF(), self.shown_at(index)
            pixmap = QPixmap(area.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            painter = QPainter(pixmap)
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
            painter.scale(area.width() / paper.WIDTH, area.height() / paper.HEIGHT)
            self._pages[index].paint(painter)
            painter.end()
            self._painted[index] = pixmap
        return self._painted[index]

    def _columns(self) -> int:
        room = 0 if self.enlarged else self.viewport().width() - theme().px(_GAP)
        return 2 if len(self._pages) > 1 and room >= 2 * theme().px(_LEAST_PAGE + _GAP) else 1

    def _page_width(self) -> int:
        columns, gap = self._columns(), theme().px(_GAP)
        free = (self.viewport().width() - theme().px(12) - gap * (columns + 1)) // columns
        return max(free if self.enlarged else min(free, theme().px(_WIDEST_PAGE)), 1)

    def _page_height(self) -> int:
        return self._page_width() * paper.HEIGHT // paper.WIDTH

    def _pitch(self) -> int:
        return self._page_height() + theme().px(_GAP)

    def shown_at(self, index: int) -> QRect:
        """Where a page is in the view."""
        columns, width, gap = self._columns(), self._page_width(), theme().px(_GAP)
        used = columns * width + (columns - 1) * gap
        left = (self.viewport().width() - used) // 2 + (index % columns) * (width + gap)
        top = gap + (index // columns) * self._pitch() - self.verticalScrollBar().value()
        return QRect(QPoint(left, top), QPoint(left + width - 1, top + self._page_height() - 1))

    def _measure(self) -> None:
        rows = -(-len(self._pages) // self._columns())
        whole = rows * self._pitch() + theme().px(_GAP)
        if any(pixmap.deviceIndependentSize().width() != self._page_width() for pixmap in self._painted.values()):
            self._painted.clear()
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(theme().px(48))
        bar.setRange(0, max(0, whole - self.viewport().height()))
        self.viewport().update()
        self._tell()

    def _first(self) -> int:
        """The first page in sight."""
        row = round(self.verticalScrollBar().value() / self._pitch())
        return max(0, min(row * self._columns(), len(self._pages) - 1))

    def _page_at(self, point: QPoint) -> int | None:
        return next((index for index in range(len(self._pages)) if self.shown_at(index).contains(point)), None)

    def _tell(self) -> None:
        columns, count = self._columns(), len(self._pages)
        if not count:
            return
        first = self._first() + 1
        last = min(first + columns - 1, count)
        span = f"{first}–{last}" if last > first else f"{first}"
        self.position_changed.emit(f"第 {span} 页，共 {count} 页")


def _paint_shadow(painter: QPainter, area: QRect) -> None:
    shade = QColor(theme().tokens.shadow)
    shade.setAlpha(14)
    for spread in (3, 2, 1):
        painter.fillRect(area.adjusted(-spread, -spread + 1, spread, spread + 1), shade)
