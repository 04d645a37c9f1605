"""Asks on which day a report was published or handed in, and where."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.day_input import DayInput
from gui.controls.fields import Field, LineInput
from gui.controls.layouts import Column, Row
from gui.controls.text import Text
from gui.dialogs.opening import Dialog
from gui.look.theme import theme

_WIDTH = 480


class PassedDialog(Dialog):
    """The dialog; `marked` brings the day, and where: an address, a receiver, or an empty text."""

    marked = Signal(object, str)

    def __init__(  # noqa: PLR0913, PLR0917
        self, what: str, where: str, words: str, today: date, parent: QWidget | None = None, warning: str = ""
    ) -> None:
        """Ask, with today filled in.

        Args:
            what: what happened, such as 公布.
            where: the label of the place, such as 网址.
            words: what the mark is for.
            today: the day that is proposed.
            parent: the window.
            warning: what speaks against it, where something does.
        """
        super().__init__(parent)
        self.setObjectName("passed_dialog")
        self.setWindowTitle(f"标记已{what}")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme().px(_WIDTH))
        self._day, self._where = DayInput("passed_day", f"{what}日期"), LineInput("passed_where", where)
        self._day.show_day(today, None, today.year)
        self._day_field = Field(f"{what}日期", self._day)
        save, cancel = (
            Button(f"标记已{what}", "primary", name="passed_save", height=40),
            Button("取消", "ghost", name="passed_cancel", height=40),
        )
        save.setDefault(True)
        row = Row(None, 0, 8)
        row.addStretch(1)
        row.put(cancel, save)
        column = Column(self, 24, 16)
        column.put(Text(f"标记已{what}", 18, bold=True), Text(words, 14, color="text2", wrap=True))
        if warning:
            against = Text(warning, 14, color="warn", wrap=True)
            against.setObjectName("passed_warning")
            column.put(against)
        column.put(self._day_field, Field(f"{where}（可不填）", self._where))
        column.put(row)
        save.clicked.connect(self._answer)
        cancel.clicked.connect(self.close)

    def _answer(self) -> None:
        day = self._day.day
        if day is None:
            self._day_field.set_wrong("请填日期，如 2025年1月15日")
            return
        where = self._where.text().strip()
        self.close()
        self.marked.emit(day, where)
