"""The drafts that are gone while versions of them are kept: each can be brought back, or its versions removed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs.listed import Choice, ListDialog
from gui.services.moments import moment_words
from model.drafts.library import Deleted

_TITLE = "已删除的年报"


class DeletedDialog(ListDialog):
    """The dialog."""

    restored = Signal(object)
    """The `Deleted` that is to be brought back."""
    removed = Signal(object)
    """The `Deleted` whose versions are to be removed for good."""

    def __init__(self, gone: Sequence[Deleted], parent: QWidget | None = None) -> None:
        """List them."""
        said = "草稿文件已经不在原处，历史版本还在这台电脑上。"
        super().__init__("deleted", _TITLE, _TITLE, said, parent)
        restore = Choice("deleted_restore", "恢复", self.restored)
        remove = Choice("deleted_remove", "彻底删除历史版本…", self.removed)
        self._offer([(one, _words(one)) for one in gone], _TITLE, restore, remove)


def _words(gone: Deleted) -> str:
    report = gone.draft.report
    return f"{report.agency.name} {report.year} 年度报告　{gone.versions} 份，最后 {moment_words(gone.newest.at)}"
