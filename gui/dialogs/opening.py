"""What all dialogs share: on opening, the keyboard is on the default button, and its ring says so."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit

from gui.controls.ring import RingButton, listen


class Dialog(QDialog):
    """A dialog; one that asks for words begins with them instead."""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Put the keyboard where it is wanted first."""
        super().showEvent(event)
        listen(self)
        buttons = cast("list[RingButton]", self.findChildren(RingButton))
        default = next((button for button in buttons if button.isDefault()), None)
        if default is not None and self.findChild(QLineEdit) is None:
            default.ringed = True
            default.setFocus(Qt.FocusReason.TabFocusReason)
