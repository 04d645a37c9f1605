"""The earlier versions of a draft: each can be looked at, and put back into its place."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs.listed import Choice, ListDialog
from gui.services.moments import moment_words
from model.drafts import saved_words
from model.drafts.history import Generation


class VersionsDialog(ListDialog):
    """The dialog; the list is in the order of the versions, newest first."""

    looked_at = Signal(object)
    """The `Generation` that is to be looked at."""
    restored = Signal(object)
    """The `Generation` that is to take the draft's place."""

    def __init__(self, name: str, generations: Sequence[Generation], parent: QWidget | None = None) -> None:
        """List the versions of a draft of that name."""
        said = saved_words.LOOKING if generations else "还没有历史版本。"
        super().__init__("versions", "历史版本", f"“{name}”的历史版本", said, parent)
        look = Choice("version_look", "查看", self.looked_at)
        restore = Choice("version_restore", "恢复到这个版本", self.restored)
        listed = [(generation, _words(generation)) for generation in generations]
        self._offer(listed, "历史版本，新的在前", look, restore)


def _words(generation: Generation) -> str:
    published = "　公布时的内容，一直保留" if generation.published else ""
    return f"{moment_words(generation.at)}　第 {generation.revision} 次保存{published}"
