"""The drafts that are gone while versions of them are kept: each can be brought back, or its versions removed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QListWidget, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column, Row
from gui.controls.text import Text
from gui.dialogs.opening import Dialog
from gui.services.moments import moment_words
from model.drafts.library import Deleted

_TITLE = "已删除的年报"
_WIDTH, _HEIGHT = 560, 360


class DeletedDialog(Dialog):
    """The dialog; it closes when something is chosen, and then tells what."""

    restored = Signal(object)
    """The `Deleted` that is to be brought back."""
    removed = Signal(object)
    """The `Deleted` whose versions are to be removed for good."""

    def __init__(self, gone: Sequence[Deleted], parent: QWidget | None = None) -> None:
        """List them."""
        super().__init__(parent)
        self.setObjectName("deleted_dialog")
        self.setWindowTitle(_TITLE)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._gone, self._list = list(gone), QListWidget()
        self._list.setObjectName("deleted_list")
        self._list.setAccessibleName(_TITLE)
        self._list.addItems([_words(one) for one in gone])
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(lambda _item: self._choose(self.restored))
        said = "草稿文件已经不在原处，历史版本还在这台电脑上。"
        column = Column(self, 24, 12)
        column.put(Text(_TITLE, 18, bold=True, wrap=True), Text(said, color="text2", wrap=True))
        column.put(self._list, stretch=1)
        column.put(self._foot())
        self.take_room(_WIDTH, _HEIGHT)

    def _foot(self) -> Row:
        foot = Row(None, 0, 8)
        close = Button("关闭", "ghost", name="deleted_close", height=40)
        remove = Button("彻底删除历史版本…", "secondary", name="deleted_remove", height=40)
        restore = Button("恢复", "primary", name="deleted_restore", height=40)
        close.clicked.connect(self.close)
        remove.clicked.connect(lambda: self._choose(self.removed))
        restore.clicked.connect(lambda: self._choose(self.restored))
        restore.setDefault(True)
        for button in (remove, restore):
            button.setEnabled(bool(self._gone))
        foot.addStretch(1)
        foot.put(close, remove, restore)
        return foot

    def _choose(self, signal: SignalInstance) -> None:
        row = self._list.currentRow()
        if row >= 0:
            self.close()
            signal.emit(self._gone[row])


def _words(gone: Deleted) -> str:
    report = gone.draft.report
    return f"{report.agency.name} {report.year} 年度报告　{gone.versions} 份，最后 {moment_words(gone.newest.at)}"
