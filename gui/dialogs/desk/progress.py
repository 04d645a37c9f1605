"""How far long work is, and a button that ends it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column, Row
from gui.controls.text import Text
from gui.dialogs.opening import Dialog
from gui.look.theme import theme

_WIDTH = 420


class ProgressDialog(Dialog):
    """The dialog; Esc is the button."""

    cancelled = Signal()

    def __init__(self, words: str, parent: QWidget | None = None, cancel: str = "取消") -> None:
        """Say what is done, and what ends it."""
        super().__init__(parent)
        self.setObjectName("progress_dialog")
        self.setWindowTitle("请稍候")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bar, row = QProgressBar(), Row(None, 0, 8)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(words)
        end = Button(cancel, "ghost", name="progress_cancel", height=40)
        end.clicked.connect(self.reject)
        row.addStretch(1)
        row.put(end)
        column = Column(self, 24, 16)
        column.put(Text(words, 16, wrap=True), self._bar)
        column.put(row)
        self.setMinimumWidth(theme().px(_WIDTH))
        self.rejected.connect(self.cancelled)

    def show_progress(self, done: int, of: int) -> None:
        """Show that so much is done."""
        self._bar.setRange(0, max(of, 1))
        self._bar.setValue(done)
