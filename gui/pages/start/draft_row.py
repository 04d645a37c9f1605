"""One draft in the list on the start screen."""

import re
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.controls.buttons import Button
from gui.controls.deadline import deadline_line
from gui.controls.draft_menu import draft_menu
from gui.controls.layouts import Column, Row
from gui.controls.text import Elided, Text
from gui.look.theme import theme
from gui.pages.start.draft_progress import DraftProgress
from gui.services.moments import when
from model.drafts.file_names import report_stem
from model.drafts.listing import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.session.progress import State

_LINE_FROM = 20
_ROOMY = 900
"""The width of a row from which the days left have a column of their own, at 100 %."""

_PLACE = re.compile("（第 [^）]*）$")
"""Where in a file something is wrong, at the end of a sentence: that helps nobody who looks for a draft."""


class DraftRow(QWidget):
    """Agency, year and when it was saved; how far it is; the days left; a button that opens it."""

    opened = Signal(object)
    restored = Signal(object)
    asked = Signal(str, object)
    """The name of an action of the menu, and the entry."""

    def __init__(self, entry: Entry, today: date, *, first: bool, parent: QWidget | None = None) -> None:
        """Show one entry; the first one's button stands out, and the others have a line above them."""
        super().__init__(parent)
        self.entry, self._first = entry, first
        self.setObjectName("draft_row")
        named = "，".join(filter(None, (entry.agency, f"{entry.year or ''} 年度报告", own_name(entry))))
        self.setAccessibleName(named)
        self.stated = False
        """Whether it shows how far the draft is."""
        row = Row(self, (20, 10, 12, 10), 16)
        row.put(YearBadge(entry.year, quiet=is_finished(entry, today)))
        self._today = today
        self._said: date | None = None
        self._day, self._saved = Text(self._days(), 14, color="text2"), Elided("", 14, color=self._ink())
        self._state = DraftProgress(entry)
        row.put(self._names(), stretch=1)
        row.put(self._state, self._day)
        broken = entry.problem is not None
        self._open = Button("恢复…" if broken else "继续", "tonal" if first else "secondary", name="open_draft")
        self._open.setAccessibleName(f"打开{entry.agency} {entry.year or ''} 年度报告")
        self._open.set_least_width(88)
        self._open.clicked.connect(self._press)
        theme().follow(self._arrange)
        self._more = Button("更多", "ghost", name="draft_more", sign="more_horizontal", bare=True)
        self._more.clicked.connect(self._menu)
        row.put(self._open, self._more)

    def leave_out(self, said: date | None) -> None:
        """Say nothing of a day by which it is due that stands above the list."""
        if said != self._said:
            self._said = said
            self._day.setText(self._days())
            self._arrange()

    def show_states(self, states: "Mapping[str, State]") -> None:
        """Show how far each page is; nothing for a draft that cannot be read."""
        if states and not self.stated:
            self.stated = True
            self._state.show_states(states)

    @property
    def buttons(self) -> tuple[Button, Button]:
        """What the keyboard can reach, in order."""
        return self._open, self._more

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A double click opens it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Light up under the mouse, and part it from the row above."""
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(2, 1, -2, -1), theme().tokens.sunken)
        if not self._first:
            side = theme().px(_LINE_FROM)
            painter.fillRect(side, 0, self.width() - 2 * side, 1, theme().tokens.border)

    def _press(self) -> None:
        (self.opened if self.entry.problem is None else self.restored).emit(self.entry)

    def _menu(self) -> None:
        menu = draft_menu(
            "elsewhere" if self.entry.elsewhere else "list", lambda name: self.asked.emit(name, self.entry), self
        )
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
        if self.entry.elsewhere:
            saved = f"在 {self.entry.path.parent}{'' if self.entry.unread else f'　{saved}'}"
        saved = f"{name}　{saved}" if (name := own_name(self.entry)) else saved
        days = self._days()
        self._saved.setText(self._why() or (saved if roomy or not days else f"{saved} · {days}"))

    def _why(self) -> str:
        """Why it cannot be read, and where it lies when that is elsewhere; the place in the file is told on opening."""
        where = f"（{self.entry.path.parent}）" if self.entry.elsewhere else ""
        return f"{_PLACE.sub('', self.entry.problem)}{where}" if self.entry.problem else ""

    def _names(self) -> QWidget:
        names = QWidget()
        column = Column(names, 0, 2)
        column.addStretch(1)
        column.put(Elided(self.entry.agency, 17, bold=True), self._saved)
        column.addStretch(1)
        return names

    def _ink(self) -> str:
        return "text2" if self.entry.problem is None else "error"

    def _days(self) -> str:
        """The days left; empty where they are said above the list, or the progress says that it is published."""
        due, hand_in = self.entry.due, self.entry.hand_in
        if hand_in is not None:
            return f"报送{deadline_line(hand_in, self._today, published=False)}"
        told = due is None or due == self._said or self.entry.published
        return "" if told else deadline_line(due, self._today, published=False)


class YearBadge(QWidget):
    """The year on a small ground."""

    def __init__(self, year: int | None, *, quiet: bool = False, parent: QWidget | None = None) -> None:
        """Show a year, quietly when the report is done with."""
        super().__init__(parent)
        self._year, self._quiet = year, quiet
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().renew(self)

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


def own_name(entry: Entry) -> str:
    """The file's name where it is not the one that the program gives, which says no more than the row does.

    Of a name that only begins with that one, what follows: …（2）.
    """
    if not entry.readable or entry.year is None:
        return ""
    given, stem = report_stem(entry.agency, entry.year), entry.path.stem
    after = stem.removeprefix(given)
    return stem if after == stem else f"…{after}" if after else ""


def is_finished(entry: Entry, today: date) -> bool:
    """Whether the report is of an earlier season."""
    return entry.year is None or entry.year < today.year - 1
