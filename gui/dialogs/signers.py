"""Asks who signs for each step of the way; set once, the next report of the agency has the names too."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.fields import Field, LineInput
from gui.controls.layouts import Column, Row
from gui.controls.text import Text
from gui.dialogs.opening import Dialog
from gui.look.theme import theme
from model.report.publication import ROUTE

_WIDTH = 480


class SignersDialog(Dialog):
    """The dialog; `named` brings the names by step, those left empty too."""

    named = Signal(object)

    def __init__(self, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        """Ask, with the names known so far filled in."""
        super().__init__(parent)
        self.setObjectName("signers_dialog")
        self.setWindowTitle("审签单上的姓名")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme().px(_WIDTH))
        self._inputs = {key: LineInput(f"signer_{key}", step) for key, step in ROUTE.items()}
        column, row = Column(self, 24, 10), Row(None, 0, 8)
        words = "填一次，本单位以后的年报也用。空着的，打印后手写。姓名只印在审签单上，不进报告。"
        column.put(Text("审签单上的姓名", 18, bold=True), Text(words, 14, color="text2", wrap=True))
        for key, step in ROUTE.items():
            self._inputs[key].setText(names.get(key, ""))
            column.put(Field(step, self._inputs[key]))
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
        self.close()
        self.named.emit(names)
