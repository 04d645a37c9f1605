"""A dialog with a list of which one is chosen, and the buttons that say what is to become of it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QListWidget, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column, Row
from gui.controls.text import Text
from gui.dialogs.opening import Dialog
from gui.look.theme import theme

_WIDTH, _HEIGHT = 560, 360


class Choice(NamedTuple):
    """A button: its object name, its words, and the signal that gives what was chosen when it is pressed."""

    name: str
    words: str
    signal: SignalInstance


class ListDialog(Dialog):
    """The dialog; it closes when something is chosen, and then tells what."""

    def __init__(self, name: str, title: str, heading: str, said: str, parent: QWidget | None) -> None:
        """Say what the list is, under a heading; it is still empty."""
        super().__init__(parent)
        self.setObjectName(f"{name}_dialog")
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = name
        self._column = Column(self, 24, 12)
        self._column.put(Text(heading, 18, bold=True, wrap=True), Text(said, color="text2", wrap=True))
        self.setMinimumSize(theme().px(_WIDTH), theme().px(_HEIGHT))

    def _offer(self, items: Sequence[tuple[object, str]], spoken: str, usual: Choice, other: Choice) -> None:
        """List things, each by its words, with the button that is usual and the other one."""
        self._things, self._list = [thing for thing, _ in items], QListWidget()
        self._list.setObjectName(f"{self._name}_list")
        self._list.setAccessibleName(spoken)
        self._list.addItems([words for _, words in items])
        foot = Row(None, 0, 8)
        close = Button("关闭", "ghost", name=f"{self._name}_close", height=40)
        close.clicked.connect(self.close)
        foot.addStretch(1)
        foot.put(close)
        for choice in (other, usual):
            button = Button(choice.words, "primary" if choice is usual else "secondary", name=choice.name, height=40)
            button.setEnabled(bool(items))
            button.setDefault(choice is usual)
            button.clicked.connect(lambda _checked=False, signal=choice.signal: self._choose(signal))
            foot.put(button)
        self._list.itemActivated.connect(lambda _item: self._choose(usual.signal))
        self._column.put(self._list, stretch=1)
        self._column.put(foot)
        self._list.setCurrentRow(0)

    def _choose(self, signal: SignalInstance) -> None:
        row = self._list.currentRow()
        if row >= 0:
            self.close()
            signal.emit(self._things[row])
