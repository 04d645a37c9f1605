"""Asks whose report it is and of which year, before a new draft is made."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.fields import Field, LineInput
from gui.controls.layouts import Column, Row
from gui.controls.text import Text
from gui.dialogs.opening import Dialog
from gui.look.theme import theme
from model.form import forms
from model.form.form import CellError

_WIDTH = 480


class NewReportDialog(Dialog):
    """The dialog; `wanted` brings the year and the agency's name."""

    wanted = Signal(int, str)

    def __init__(self, year: int, name: str, parent: QWidget | None = None) -> None:
        """Ask, with the likely answers filled in."""
        super().__init__(parent)
        self.setObjectName("new_report_dialog")
        self.setWindowTitle("新建年报")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme().px(_WIDTH))
        self._name, self._year = LineInput("new_name", "机关全称"), LineInput("new_year", "报告年度")
        self._name.setText(name)
        self._year.setText(str(year))
        self._name.setPlaceholderText("例如：某某县水务局")
        self._name_field = Field(
            "机关全称", self._name, "和公章上的名称一致" if not name else "沿用上一份的单位信息，可以改"
        )
        self._year_field = Field("报告年度", self._year, "统计期 1 月 1 日至 12 月 31 日")
        create = Button("新建", "primary", name="new_create", height=40)
        cancel = Button("取消", "ghost", name="new_cancel", height=40)
        create.setDefault(True)
        row = Row(None, 0, 8)
        row.addStretch(1)
        row.put(cancel, create)
        column = Column(self, 24, 16)
        column.put(Text("新建年报", 18, bold=True), self._name_field, self._year_field)
        column.put(row)
        create.clicked.connect(self._answer)
        cancel.clicked.connect(self.close)

    def _answer(self) -> None:
        name, year = self._name.text().strip(), self._year.text().strip()
        self._name_field.set_wrong("" if name else "请填写机关全称")
        try:
            chosen = int(year) if year.isascii() and year.isdigit() else 0
            forms.of(chosen)
        except CellError:
            self._year_field.set_wrong(f"填四位年份，{forms.first_year()} 年度起可用")
            return
        self._year_field.set_wrong("")
        if name:
            self.close()
            self.wanted.emit(chosen, name)
