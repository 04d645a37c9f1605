"""Something is being read: what, and a way to let it be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column, Ground, Row
from gui.controls.text import Text
from gui.look.theme import theme


class BusyPage(Ground):
    """One line and a bar without an end."""

    cancelled = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        """Say what is being done."""
        super().__init__("bg", parent=parent)
        self.setObjectName("page_busy")
        self.setAccessibleName(words)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(theme().px(360))
        line = Text(words, 18, bold=True, wrap=True)
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._cancel = Button("取消", "secondary", name="busy_cancel", height=40)
        self._cancel.clicked.connect(self.cancelled)
        column = Column(self, 40, 20)
        column.addStretch(1)
        column.put(line)
        for widget in (bar, self._cancel):
            row = Row(None, 0, 0)
            row.addStretch(1)
            row.put(widget)
            row.addStretch(1)
            column.put(row)
        column.addStretch(1)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.cancelled)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Put the keyboard on the way out."""
        super().showEvent(event)
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
