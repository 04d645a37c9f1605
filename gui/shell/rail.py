"""The rail: the pages with their states, and the days left."""

from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.controls.deadline import DeadlineCard
from gui.controls.layouts import Column, Divider, Ground, Scroll, followed_bar
from gui.controls.plain import set_tip
from gui.controls.ring import RingButton, paint_ring
from gui.controls.text import paint_pill, pill_size
from gui.look.icons import icon
from gui.look.theme import theme
from gui.pages.registry import PageEntry
from model.session.progress import State

WIDTH, NARROW = 232, 224
"""The rail's width, and in a narrow window, in pixels at 100 %."""

_STATE_WORDS = {"empty": "没开始", "working": "正在填", "problems": "有问题", "done": "做完"}


def mark_words(state: State) -> str:
    """A page's state in words."""
    if state.errors:
        return f"{state.errors} 个错误"
    return f"{state.warnings} 个警告" if state.warnings else _STATE_WORDS[state.word]


class RailItem(RingButton):
    """One page in the rail."""

    def __init__(self, entry: PageEntry, parent: QWidget | None = None) -> None:
        """Take the page's entry in the table of pages."""
        super().__init__(entry.name, parent)
        self.page, self._entry = entry.id, entry
        self._state: State | None = State("empty") if entry.state else None
        self.setObjectName(f"rail_{entry.id}")
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_state(self._state)
        theme().renew(self)

    @property
    def divided(self) -> bool:
        """Whether a line parts it from those before."""
        return self._entry.divided

    def set_state(self, state: State | None) -> None:
        """Show how far the page is; nothing where that cannot be said of it."""
        if state == self._state and self.accessibleName():
            return
        self._state = state
        words = mark_words(state) if state else ""
        self.setAccessibleName(f"{self._entry.name}，{words}" if words else self._entry.name)
        set_tip(self, words)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The height of an item."""
        return QSize(theme().px(WIDTH - 16), theme().px(44))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return QSize(theme().px(120), theme().px(44))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the item."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_words(painter)
        if self._state is not None:
            self._paint_state(painter, self._state)

    def _paint_ground(self, painter: QPainter) -> None:
        tokens, px = theme().tokens, theme().px
        area = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(tokens.tint2 if self.isChecked() else tokens.hover)
            painter.drawRoundedRect(area, px(6), px(6))
        if self.isChecked():
            painter.setBrush(tokens.accent)
            painter.drawRoundedRect(QRectF(0, px(12), px(3), self.height() - 2 * px(12)), px(1.5), px(1.5))
        if self.hasFocus() and self.ringed:
            paint_ring(painter, self.rect(), px(6))

    def _paint_words(self, painter: QPainter) -> None:
        tokens, px = theme().tokens, theme().px
        ink = tokens.accent_t if self.isChecked() else tokens.text
        left = QRect(px(12), 0, px(20), self.height())
        if sign := self._entry.sign:
            drawing = icon(sign, ink, px(20))
            painter.drawPixmap(left.left(), (self.height() - px(20)) // 2, drawing)
        else:
            painter.setFont(theme().font(15, bold=True))
            painter.setPen(ink if self.isChecked() else tokens.text2)
            painter.drawText(left, Qt.AlignmentFlag.AlignCenter, self._entry.numeral)
        painter.setFont(theme().font(15, self.isChecked()))
        painter.setPen(ink)
        words = self.rect().adjusted(px(42), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_state(self, painter: QPainter, state: State) -> None:
        if state.errors or state.warnings:
            self._paint_count(painter, state)
            return
        side = theme().px(20)
        left, top = self.width() - theme().px(10) - side, (self.height() - side) // 2
        if state.word == "done":
            painter.drawPixmap(left, top, icon("checkmark_circle", theme().tokens.ok, side, True))  # noqa: FBT003
        else:
            self._paint_circle(painter, QRectF(left, top, side, side), begun=state.word != "empty")

    def _paint_circle(self, painter: QPainter, area: QRectF, *, begun: bool) -> None:
        """An empty circle for what is not begun, a half filled one for what is in work."""
        edge = theme().px(2.4)
        ink = theme().tokens.accent if begun else theme().tokens.border2
        circle = area.adjusted(edge, edge, -edge, -edge)
        painter.setPen(QPen(ink, max(1.2, theme().zoom * 0.014)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        if begun:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawPie(circle, -90 * 16, 180 * 16)

    def _paint_count(self, painter: QPainter, state: State) -> None:
        severity, count = ("error", state.errors) if state.errors else ("warning", state.warnings)
        size = pill_size(str(count))
        area = QRect(self.width() - theme().px(6) - size.width(), 0, size.width(), size.height())
        area.moveTop((self.height() - size.height()) // 2)
        paint_pill(painter, area, severity, str(count), fill="surface" if self.isChecked() else "")


class Rail(Ground):
    """The rail; `chosen` says which page was pressed."""

    chosen = Signal(str)

    def __init__(self, entries: Iterable[PageEntry], parent: QWidget | None = None) -> None:
        """Build an item for each page."""
        super().__init__("bg", parent=parent)
        self.setObjectName("rail")
        self.setAccessibleName("各部分")
        self._narrow = False
        self.items = {entry.id: RailItem(entry) for entry in entries}
        self.deadline = DeadlineCard()
        self._lay_out()
        for item in self.items.values():
            item.clicked.connect(self._press)
        self._restyle()
        theme().follow(self._restyle)

    def set_current(self, page: str) -> None:
        """Mark the page that is shown."""
        for item in self.items.values():
            item.setChecked(item.page == page)
        self._show_current()

    def set_state(self, page: str, state: State | None) -> None:
        """Show how far a page is."""
        self.items[page].set_state(state)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the page that is shown in sight."""
        super().resizeEvent(event)
        self._show_current()

    def set_narrow(self, *, narrow: bool) -> None:
        """Be a little narrower in a narrow window."""
        self._narrow = narrow
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up and down move between the items."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        pages = list(self.items.values())
        focused = next((index for index, item in enumerate(pages) if item.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        pages[(focused + step) % len(pages)].setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        body = QWidget()
        column = Column(body, (8, 8, 8, 0), 2)
        for item in self.items.values():
            if item.divided:
                line = Column(None, (8, 6, 8, 6))
                line.put(Divider())
                column.put(line)
            column.put(item)
        column.addStretch(1)
        foot = Column(None, (8, 8, 8, 12), 0)
        foot.put(self.deadline)
        column.put(foot)
        self._body, self._scroll = column, Scroll(body)
        self._scroll.setObjectName("rail_scroll")
        followed_bar(self._scroll).rangeChanged.connect(self._show_current)
        Column(self, 0, 0).put(self._scroll, stretch=1)

    def _show_current(self) -> None:
        """Scroll to the page that is shown; where there is a bar, it stands in the margin."""
        scrolls = self._scroll.verticalScrollBar().maximum() > 0
        self._body.set_margins((8, 8, 0 if scrolls else 8, 0))
        current = next((item for item in self.items.values() if item.isChecked()), None)
        if current is not None:
            self._scroll.ensureWidgetVisible(current, 0, theme().px(8))

    def _press(self) -> None:
        item = self.sender()
        if isinstance(item, RailItem):
            item.setChecked(True)
            self.chosen.emit(item.page)

    def _restyle(self) -> None:
        self.setFixedWidth(theme().px(NARROW if self._narrow else WIDTH))
