"""Asks who signs for each step of the way, and on which day; the next report of the agency has the names too."""

from collections.abc import Mapping
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
from model.report.publication import ROUTE

_WIDTH = 560


class SignersDialog(Dialog):
    """The dialog; `named` brings the names and the days by step, those left empty too."""

    named = Signal(object, object)

    def __init__(
        self, names: Mapping[str, str], days: Mapping[str, date], year: int, parent: QWidget | None = None
    ) -> None:
        """Ask, with the names and days known so far filled in; `year` is meant where a day has none."""
        super().__init__(parent)
        self.setObjectName("signers_dialog")
        self.setWindowTitle("审签单上的姓名")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme().px(_WIDTH))
        self._inputs = {key: LineInput(f"signer_{key}", step) for key, step in ROUTE.items()}
        self._days = {key: DayInput(f"signed_{key}", f"{step}签字日期") for key, step in ROUTE.items()}
        self._day_fields = {key: Field("签字日期（可不填）", line) for key, line in self._days.items()}
        column, row = Column(self, 24, 10), Row(None, 0, 8)
        words = (
            "姓名填一次，本单位以后的年报也用；谁签了，可以填上哪天签的。空着的，打印后手写。只印在审签单上，不进报告。"
        )
        column.put(Text("审签单上的姓名", 18, bold=True), Text(words, 14, color="text2", wrap=True))
        for key, step in ROUTE.items():
            self._inputs[key].setText(names.get(key, ""))
            self._days[key].show_day(days.get(key), None, year)
            line = Row(None, 0, 12)
            line.put(Field(step, self._inputs[key]), self._day_fields[key], stretch=1)
            column.put(line)
        save = Button("保存", "primary", name="signers_save", height=40)
        cancel = Button("取消", "ghost", name="signers_cancel", height=40)
        save.setDefault(True)
        row.addStretch(1)
        row.put(cancel, save)
        column.put(row)
        save.clicked.connect(self._answer)
        cancel.clicked.connect(self.close)

    def _answer(self) -> None:
        names = {key: line.text() for key, line in self._inputs.items()}
        wrong = [key for key, line in self._days.items() if line.text().strip() and line.day is None]
        for key, shown in self._day_fields.items():
            shown.set_wrong("请填日期，如 2025年1月15日；还没签就空着" if key in wrong else "")
        if wrong:
            self._days[wrong[0]].setFocus()
            return
        self.close()
        self.named.emit(names, {key: line.day for key, line in self._days.items()})
