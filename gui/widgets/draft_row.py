"""One draft in the list on the start screen."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from gui.theme import theme
from gui.widgets.buttons import Button
from gui.widgets.deadline import deadline_line
from gui.widgets.layouts import Column, Row
from gui.widgets.text import Pill, Text
from gui.words import PAGES, when
from model.draft_list import Entry
from model.due import due_day, is_published
from model.progress import State

_ROOMY = 900
"""The width of a row from which the days left have a column of their own, at 100 %."""
_BAR_COLOURS = {"empty": "border", "working": "accent", "problems": "warn_icon", "done": "ok"}


class DraftRow(QWidget):
    """Agency, year and when it was saved; how far it is; the days left; a button that opens it."""

    opened = Signal(object)
    removed = Signal(object)
    shown = Signal(object)
    restored = Signal(object)

    def __init__(self, entry: Entry, today: date, *, first: bool, parent: QWidget | None = None) -> None:
        """Show one entry; the first one's button stands out."""
        super().__init__(parent)
        self.entry = entry
        self.setObjectName("draft_row")
        self.setAccessibleName(f"{entry.agency}，{entry.year or ''} 年度报告")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = Row(self, (20, 14, 12, 14), 16)
        row.put(YearBadge(entry.year, quiet=is_finished(entry, today)))
        self._today = today
        self._day, self._saved = Text(self._days(today), 14, color="text2"), Text("", 14, color=self._ink(), wrap=True)
        self._state = self._progress()
        row.put(self._names(), stretch=1)
        row.put(self._state, self._day)
        readable = entry.report is not None
        self._open = Button("继续" if readable else "恢复…", "tonal" if first else "secondary", name="open_draft")
        self._open.setAccessibleName(f"打开{entry.agency} {entry.year or ''} 年度报告")
        self._open.set_least_width(88)
        self._open.clicked.connect(self._press)
        theme().changed.connect(self._arrange)
        self._more = Button("更多", "ghost", name="draft_more", sign="more_horizontal", bare=True)
        self._more.clicked.connect(self._menu)
        row.put(self._open, self._more)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A double click opens it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Light up under the mouse."""
        if self.underMouse():
            QPainter(self).fillRect(self.rect().adjusted(2, 1, -2, -1), theme().tokens.sunken)

    def _press(self) -> None:
        (self.opened if self.entry.report is not None else self.restored).emit(self.entry)

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("打开所在文件夹").triggered.connect(lambda: self.shown.emit(self.entry))
        menu.addAction("移到回收站…").triggered.connect(lambda: self.removed.emit(self.entry))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Say the days behind the time of saving where there is no room for a column of their own."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        roomy = self.width() >= theme().px(_ROOMY)
        self._day.setVisible(roomy)
        self._day.setFixedWidth(theme().px(190))
        self._state.setFixedWidth(theme().px(210))
        saved = f"{when(self.entry.saved_at, self._today)} 保存"
        days = self._days(self._today)
        self._saved.setText(self.entry.problem or (saved if roomy or not days else f"{saved} · {days}"))

    def _names(self) -> QWidget:
        names = QWidget()
        column = Column(names, 0, 2)
        column.addStretch(1)
        column.put(Text(self.entry.agency, 17, bold=True, wrap=True), self._saved)
        column.addStretch(1)
        return names

    def _ink(self) -> str:
        return "text2" if self.entry.problem is None else "error"

    def _progress(self) -> QWidget:
        side = QWidget()
        column, head = Column(side, 0, 6), Row(None, 0, 8)
        finish = self.entry.states.get("finish", State("empty"))
        head.put(Text(_state_words(self.entry), bold=True))
        if finish.errors and _begun(self.entry):
            head.put(Pill("error", str(finish.errors)))
        if finish.warnings and _begun(self.entry):
            head.put(Pill("warning", str(finish.warnings)))
        head.addStretch(1)
        column.addStretch(1)
        column.put(head)
        if self.entry.states:
            column.put(ProgressBars(self._shown_states()))
        column.addStretch(1)
        return side

    def _shown_states(self) -> list[State]:
        """The states of the pages; the last page of a report that is not begun is not wrong yet."""
        states = [self.entry.states[page] for page in PAGES]
        return states if _begun(self.entry) else [*states[:-1], State("empty")]

    def _days(self, today: date) -> str:
        report = self.entry.report
        return deadline_line(due_day(report), today, published=is_published(report)) if report else ""


class YearBadge(QWidget):
    """The year on a small ground."""

    def __init__(self, year: int | None, *, quiet: bool = False, parent: QWidget | None = None) -> None:
        """Show a year, quietly when the report is done with."""
        super().__init__(parent)
        self._year, self._quiet = year, quiet
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """The ground's size."""
        return QSize(theme().px(60), theme().px(46))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint it."""
        painter, tokens = QPainter(self), theme().tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.head if self._quiet else tokens.tint)
        painter.drawRoundedRect(QRectF(self.rect()), theme().px(6), theme().px(6))
        painter.setFont(theme().font(17, bold=True))
        painter.setPen(tokens.text2 if self._quiet else tokens.accent_t)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._year or "？"))


class ProgressBars(QWidget):
    """Eight short bars, one for each page of the report."""

    def __init__(self, states: list[State], parent: QWidget | None = None) -> None:
        """Show some states."""
        super().__init__(parent)
        self._states = states
        done = sum(state.word == "done" for state in states)
        self.setAccessibleName(f"{len(states)} 部分里做完 {done} 部分")
        self.setToolTip(f"{len(states)} 部分里做完 {done} 部分")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the bars."""
        return QSize(theme().px(19 * len(self._states)), theme().px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the bars."""
        painter, px = QPainter(self), theme().px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for index, state in enumerate(self._states):
            name = "error" if state.errors else _BAR_COLOURS[state.word]
            painter.setBrush(getattr(theme().tokens, name))
            painter.drawRoundedRect(QRectF(px(19) * index, 0, px(15), px(6)), px(3), px(3))


def is_finished(entry: Entry, today: date) -> bool:
    """Whether the report is of an earlier season."""
    return entry.report is None or entry.report.year < today.year - 1


def _begun(entry: Entry) -> bool:
    return any(state.word != "empty" for page, state in entry.states.items() if page not in ("agency", "finish"))


def _state_words(entry: Entry) -> str:
    if entry.report is None:
        return "打不开"
    if is_published(entry.report):
        return "已公布"
    if all(state.word == "done" for state in entry.states.values()):
        return "填好了"
    return "填写中" if _begun(entry) else "刚开始"
