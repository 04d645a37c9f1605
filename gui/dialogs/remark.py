"""Asks for the private remark on a cell, and who gave its figure."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.fields import Field, LineInput
from gui.controls.layouts import Column, Row
from gui.controls.text import Text
from gui.dialogs.opening import Dialog
from gui.look.theme import theme

_WIDTH = 480


class RemarkDialog(Dialog):
    """The dialog; `written` brings the remark and the giver, each empty to take it away."""

    written = Signal(str, str)

    def __init__(self, name: str, remark: str, given_by: str, parent: QWidget | None = None) -> None:
        """Ask about the cell of a name, showing what is written already."""
        super().__init__(parent)
        self.setObjectName("remark_dialog")
        self.setWindowTitle("备注")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme().px(_WIDTH))
        self._remark, self._giver = LineInput("remark", "备注"), LineInput("given_by", "数字由谁提供")
        self._remark.setText(remark)
        self._giver.setText(given_by)
        save = Button("保存备注", "primary", name="remark_save", height=40)
        cancel = Button("取消", "ghost", name="remark_cancel", height=40)
        save.setDefault(True)
        row = Row(None, 0, 8)
        row.addStretch(1)
        row.put(cancel, save)
        column = Column(self, 24, 16)
        column.put(Text("备注", 18, bold=True), Text(name, color="text2", wrap=True))
        column.put(Field("备注", self._remark), Field("数字由谁提供", self._giver))
        column.put(Text("只存在草稿里给自己看，不会导出到任何文件。", 13, color="text2", wrap=True), row)
        save.clicked.connect(self._answer)
        cancel.clicked.connect(self.close)
        self._remark.setFocus()

    def _answer(self) -> None:
        remark, giver = self._remark.text().strip(), self._giver.text().strip()
        self.close()
        self.written.emit(remark, giver)
