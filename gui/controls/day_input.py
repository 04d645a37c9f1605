"""A line for a day: typed in any ordinary way, or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from gui.controls.fields import LineInput
from gui.look.icons import qicon
from gui.look.theme import theme
from model.language.days import day_of

_OPENING = (Qt.Key.Key_Down, Qt.Key.Key_Up)


class DayInput(LineInput):
    """The line; `textEdited` tells of a picked day as of a typed one. Its button opens a calendar."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        """Take the object name and the accessible name."""
        self._open = QAction("打开日历（Alt＋↓）")
        self._usual_year = 2000
        super().__init__(name, spoken, parent)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self._open.triggered.connect(self.open_calendar)
        self.editingFinished.connect(self._write_out)

    def show_day(self, day: date | None, typed: str | None, usual_year: int) -> None:
        """Show a day, or what was typed and is none; words that say the same day stay while they are being typed.

        Args:
            day: the day, if there is one.
            typed: what was typed and could not be read.
            usual_year: the year that is meant where none is typed.
        """
        self._usual_year = usual_year
        if typed is not None:
            self.show_text(typed)
        elif not (self.hasFocus() and self.day == day and (day or not self.text().strip())):
            self.show_text(day_words(day))

    @property
    def day(self) -> date | None:
        """The day that stands there; None where there is none that can be read."""
        return day_of(self.text(), self._usual_year)

    def open_calendar(self) -> None:
        """Show the calendar under the line, at its day or in the usual month of a report."""
        if not self.isEnabled():
            return
        frame = QFrame(self, Qt.WindowType.Popup)
        frame.setObjectName(f"{self.objectName()}_calendar")
        frame.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget(frame)
        calendar.setLocale(QLocale(QLocale.Language.Chinese))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        shown = self.day or date(self._usual_year, 1, 15)
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        calendar.clicked.connect(lambda day: self._pick(frame, day))
        calendar.activated.connect(lambda day: self._pick(frame, day))
        column = QVBoxLayout(frame)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(calendar)
        frame.move(self.mapToGlobal(QPoint(0, self.height())))
        frame.show()
        calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open the calendar by Alt and an arrow."""
        if event.key() in _OPENING and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def _pick(self, frame: QFrame, day: QDate) -> None:
        if not frame.close():
            return
        words = day_words(date(day.year(), day.month(), day.day()))
        self.setText(words)
        self.textEdited.emit(words)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write_out(self) -> None:
        """Write the day as it was read, once the clerk has done typing."""
        if (day := self.day) is not None:
            self.show_text(day_words(day))

    def _restyle(self) -> None:
        super()._restyle()
        self._open.setIcon(qicon("calendar_ltr", theme().tokens.text2, theme().px(20)))


def day_words(day: date | None) -> str:
    """A day as it is written in a report: 2027年1月15日; nothing for none."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""
