"""The earlier versions of a draft: each can be looked at, and put back into its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column, Row
from gui.controls.text import Text
from gui.dialogs.opening import Dialog
from gui.look.theme import theme
from gui.services.moments import moment_words
from model.drafts import saved_words
from model.drafts.history import Generation

_WIDTH, _HEIGHT = 520, 380


class VersionsDialog(Dialog):
    """The dialog; the list is in the order of the versions, newest first."""

    looked_at = Signal(object)
    """The `Generation` that is to be looked at."""
    restored = Signal(object)
    """The `Generation` that is to take the draft's place."""

    def __init__(self, name: str, generations: Sequence[Generation], parent: QWidget | None = None) -> None:
        """List the versions of a draft of that name."""
        super().__init__(parent)
        self.setObjectName("versions_dialog")
        self.setWindowTitle("历史版本")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._generations = generations
        self._list = QListWidget()
        self._list.setObjectName("versions_list")
        self._list.setAccessibleName("历史版本，新的在前")
        self._list.setUniformItemSizes(True)
        for generation in generations:
            self._list.addItem(QListWidgetItem(_words(generation)))
        column, foot = Column(self, 24, 12), Row(None, 0, 8)
        said = saved_words.LOOKING if generations else "还没有历史版本。"
        column.put(Text(f"“{name}”的历史版本", 18, bold=True, wrap=True), Text(said, color="text2", wrap=True))
        column.put(self._list, stretch=1)
        look = Button("查看", "primary", name="version_look", height=40)
        restore = Button("恢复到这个版本", "secondary", name="version_restore", height=40)
        close = Button("关闭", "ghost", name="versions_close", height=40)
        foot.addStretch(1)
        foot.put(close, restore, look)
        column.put(foot)
        look.setDefault(True)
        for button, signal in ((look, self.looked_at), (restore, self.restored)):
            button.setEnabled(bool(generations))
            button.clicked.connect(lambda _checked=False, signal=signal: self._choose(signal))
        close.clicked.connect(self.close)
        self._list.itemActivated.connect(lambda _item: self._choose(self.looked_at))
        self._list.setCurrentRow(0)
        self.setMinimumSize(theme().px(_WIDTH), theme().px(_HEIGHT))

    def _choose(self, signal: SignalInstance) -> None:
        row = self._list.currentRow()
        if row >= 0:
            self.close()
            signal.emit(self._generations[row])


def _words(generation: Generation) -> str:
    published = "　公布时的内容，一直保留" if generation.published else ""
    return f"{moment_words(generation.at)}　第 {generation.revision} 次保存{published}"
