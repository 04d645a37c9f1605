"""Who made what the program consists of: each part's licence and where its source is, and every text in full."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column, Row, colour
from gui.controls.text import Text
from gui.dialogs.opening import Dialog
from gui.look.theme import theme
from gui.services import components as notices

_WIDTH, _HEIGHT = 760, 720
_OWN = (
    "年报助手自己的部分按木兰宽松许可证第 2 版发布。下面是它用到的他人的作品：先是清单和源代码的地址，后面是许可全文。"
)
_QT = "Qt 按 LGPL-3.0 使用：它的库是程序文件夹里单独的文件，可以换成自己编译的同版本 Qt。"


class LicencesDialog(Dialog):
    """The dialog."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the notices of what is installed."""
        super().__init__(parent)
        self.setObjectName("licences_dialog")
        self.setWindowTitle("许可")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = QPlainTextEdit(notices.text())
        self._words.setObjectName("licences_text")
        self._words.setAccessibleName("许可全文")
        self._words.setReadOnly(True)
        self._words.setTabChangesFocus(True)
        close = Button("关闭", "primary", name="licences_close", height=40)
        close.setDefault(True)
        close.clicked.connect(self.close)
        column, foot = Column(self, 24, 12), Row(None, 0, 0)
        column.put(Text("许可", 18, bold=True), Text(_OWN, wrap=True), Text(_QT, 14, color="text2", wrap=True))
        column.put(self._words, stretch=1)
        foot.addStretch(1)
        foot.put(close)
        column.put(foot)
        self.take_room(_WIDTH, _HEIGHT)
        self._restyle()
        theme().follow(self._restyle)

    def _restyle(self) -> None:
        self._words.setFont(theme().font(13))
        palette = self._words.palette()
        palette.setColor(QPalette.ColorRole.Base, colour("sunken"))
        palette.setColor(QPalette.ColorRole.Text, colour("text"))
        self._words.setPalette(palette)
