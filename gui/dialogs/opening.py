"""What all dialogs share: on opening, the keyboard is on the default button, and its ring says so."""

from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit

from gui.controls.ring import RingButton, listen
from gui.look.theme import theme

_FRAME = (16, 64)
"""What the system puts around a dialog, and a bar it may have, in pixels at any zoom."""


class Dialog(QDialog):
    """A dialog; one that asks for words begins with them instead."""

    def take_room(self, width: float, height: float) -> None:
        """Be so large at least, in pixels at 100 %; less where the screen has less, so that no button is beyond it."""
        parent = self.parentWidget()
        room = self.screen().availableSize()
        if parent is not None:
            room = room.expandedTo(parent.window().size())
        size = QSize(theme().px(width), theme().px(height)).boundedTo(room - QSize(*_FRAME))
        self.setMinimumSize(size)
        self.resize(size)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Put the keyboard where it is wanted first."""
        super().showEvent(event)
        listen(self)
        buttons = cast("list[RingButton]", self.findChildren(RingButton))
        default = next((button for button in buttons if button.isDefault()), None)
        if default is not None and self.findChild(QLineEdit) is None:
            default.ringed = True
            default.setFocus(Qt.FocusReason.TabFocusReason)
