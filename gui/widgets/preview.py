"""The pages of the report, beside each other, as they will be printed."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gui import paper
from gui.paper import Page
from gui.theme import theme

_GAP, _LEAST_PAGE, _WIDEST_PAGE = 16, 300, 560


class PagePreview(QAbstractScrollArea):
    """Pages on a canvas, two beside each other where there is room; they stay white in the dark."""

    position_changed = Signal(str)
    """Which pages are in sight, in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the view, empty."""
        super().__init__(parent)
        self.setObjectName("page_preview")
        self.setAccessibleName("报告预览")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pages: Sequence[Page] = ()
        self._painted: dict[int, QPixmap] = {}
        self.verticalScrollBar().valueChanged.connect(self._tell)
        theme().changed.connect(self._measure)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show these pages; the place that is in sight stays."""
        self._pages = pages
        self._painted.clear()
        self._measure()

    def turn(self, step: int) -> None:
        """Go a row of pages forward or back."""
        bar = self.verticalScrollBar()
        bar.setValue((round(bar.value() / self._pitch()) + step) * self._pitch())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the pages to the width."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the pages in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().tokens.canvas)
        for index in range(len(self._pages)):
            area = self._area(index)
            if area.intersects(event.rect()):
                _paint_shadow(painter, area)
                painter.drawPixmap(area.topLeft(), self._pixmap(index))

    def _pixmap(self, index: int) -> QPixmap:
        """A page as painted before, or painted now."""
        if index not in self._painted:
            ratio, area = self.devicePixelRatioF(), self._area(index)
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
        room = self.viewport().width() - theme().px(_GAP)
        return 2 if len(self._pages) > 1 and room >= 2 * theme().px(_LEAST_PAGE + _GAP) else 1

    def _page_width(self) -> int:
        columns, gap = self._columns(), theme().px(_GAP)
        free = (self.viewport().width() - theme().px(12) - gap * (columns + 1)) // columns
        return max(min(free, theme().px(_WIDEST_PAGE)), 1)

    def _page_height(self) -> int:
        return self._page_width() * paper.HEIGHT // paper.WIDTH

    def _pitch(self) -> int:
        return self._page_height() + theme().px(_GAP)

    def _area(self, index: int) -> QRect:
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

    def _tell(self) -> None:
        columns, count = self._columns(), len(self._pages)
        if not count:
            return
        first = round(self.verticalScrollBar().value() / self._pitch()) * columns + 1
        first = min(first, count)
        last = min(first + columns - 1, count)
        span = f"{first}–{last}" if last > first else f"{first}"
        self.position_changed.emit(f"第 {span} 页，共 {count} 页")


def _paint_shadow(painter: QPainter, area: QRect) -> None:
    shade = QColor(theme().tokens.shadow)
    shade.setAlpha(14)
    for spread in (3, 2, 1):
        painter.fillRect(area.adjusted(-spread, -spread + 1, spread, spread + 1), shade)
