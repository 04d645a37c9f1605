"""重命名: asks for another name of a draft's file."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.fields import Field, LineInput
from gui.controls.layouts import Column, Row
from gui.controls.text import Text
from gui.dialogs.opening import Dialog
from gui.look.theme import theme

_WIDTH = 480


class RenameDialog(Dialog):
    """The dialog; it stays until the name is taken."""

    def __init__(self, stem: str, rename: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Ask.

        Args:
            stem: the present name.
            rename: takes the new one, and says in a sentence why not; empty when it is done.
            parent: the window.
        """
        super().__init__(parent)
        self.setObjectName("rename_dialog")
        self.setWindowTitle("重命名")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme().px(_WIDTH))
        self._rename, self._name = rename, LineInput("rename_name", "文件名")
        self._name.setText(stem)
        self._name.selectAll()
        self._field = Field("文件名", self._name, "只改文件名，报告里的机关名称和年度不变")
        done = Button("改名", "primary", name="rename_done", height=40)
        cancel = Button("取消", "ghost", name="rename_cancel", height=40)
        done.setDefault(True)
        row = Row(None, 0, 8)
        row.addStretch(1)
        row.put(cancel, done)
        column = Column(self, 24, 16)
        column.put(Text("重命名草稿文件", 18, bold=True), self._field)
        column.put(row)
        done.clicked.connect(self._answer)
        cancel.clicked.connect(self.close)

    def _answer(self) -> None:
        why = self._rename(self._name.text())
        self._field.set_wrong(why)
        if not why:
            self.close()
