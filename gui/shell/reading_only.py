"""A report that can only be looked at: why, lastingly, and the way to write when that is possible again."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from gui.services.moments import moment_words
from gui.services.window_thread import call_soon_threadsafe
from gui.services.worker import Worker
from model.drafts import saved_words
from model.drafts.store import is_recovery
from model.files.shared_lock import Watch

if TYPE_CHECKING:
    from gui.shell.wizard import Wizard
    from model.drafts.library import Opened

LOOK_MS = 5000
"""How often is looked whether whoever has the draft open has closed it."""


class Reopen(Protocol):
    """Opens the draft anew."""

    def __call__(self, stale: bytes = b"", words: str = "") -> None:
        """Take over the lock of a dead holder, and say why it was opened anew."""


def follow_holder(wizard: "Wizard", opened: "Opened", reopen: Reopen) -> None:
    """Say who has the draft open or why it cannot be written, and offer to write as soon as nobody has it."""
    watch = opened.file.watch
    if watch is None:
        _follow_draft(wizard, f"{opened.file.refusal}，这里只能查看，不能修改。", reopen)
        return
    holder = f" {opened.holder}" if opened.holder else "别的程序"
    _follow_draft(wizard, f"这份年报正由{holder}打开，这里只能查看，不能修改。", reopen)

    def offer() -> None:
        who = opened.holder.user if opened.holder and opened.holder.user else "对方"
        wizard.show_reader(f"{who}已经关闭这份年报，可以改了。", "开始修改", lambda: reopen(watch.stale))

    follower = Follower(watch, wizard)
    follower.free.connect(offer)


def _follow_draft(wizard: "Wizard", why: str, reopen: Reopen) -> None:
    """Say why the draft can only be looked at, and when it was changed or taken away elsewhere.

    Where something was about to be done with what had been read, the draft is read again at once.
    """

    def outdated(acting: bool) -> None:  # noqa: FBT001 - a signal's
        if acting:
            reopen(words=saved_words.READ_AGAIN)
        else:
            wizard.show_reader(saved_words.OUTDATED, "重新读入", reopen)

    wizard.show_reader(why)
    wizard.bridge.outdated.connect(outdated)
    wizard.bridge.gone_from_disk.connect(lambda gone: wizard.show_reader(saved_words.GONE_MEANWHILE if gone else why))


def say_version(wizard: "Wizard", opened: "Opened", restore: Callable[[Path, Path], None]) -> None:
    """Say that a version is looked at, and offer to put it into the place of its draft."""
    version = opened.version
    assert version is not None
    at = moment_words(opened.draft.saved_at) if opened.draft.saved_at else ""
    words = saved_words.looking(at, recovery=is_recovery(version))
    path = opened.draft_path
    if path is None:
        wizard.show_reader(words)
    else:
        wizard.show_reader(
            words, "恢复到这一份" if is_recovery(version) else "恢复到这个版本", lambda: restore(version, path)
        )


class Follower(QObject):
    """Looks at a lock now and then, in a thread, as a share may not answer."""

    free = Signal()
    """Once: nobody holds it any more."""

    def __init__(self, watch: Watch, parent: QObject) -> None:
        """Begin to look; it ends with its owner."""
        super().__init__(parent)
        self._watch, self._busy = watch, False
        self._worker = Worker("lock watch")
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        worker = self._worker
        self.destroyed.connect(lambda: worker.shutdown(wait=False))

    def look(self) -> None:
        """Look now, unless the last look has not come back."""
        if not self._busy:
            self._busy = True
            self._worker.submit(_look, self._watch, call_soon_threadsafe(self._collect))

    def _collect(self, free: bool) -> None:  # noqa: FBT001
        self._busy = False
        if free and self._timer.isActive():
            self._timer.stop()
            self.free.emit()


def _look(watch: Watch, tell: Callable[[bool], None]) -> None:
    tell(watch.free())
