"""Looks whether a draft that is only looked at was changed on the disk since it was read."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gui.session.file_look import GONE, UNREADABLE, FileLook

LOOK_MS = 5000
"""How often is looked; a look costs one question after size and times while the file is as it was."""


class DraftWatch(QObject):
    """The looking is done in a thread, as a share may not answer."""

    outdated = Signal(bool)
    """The draft holds something else now; whether anything was to be done with what was read, which is not done."""
    gone = Signal(bool)
    """Whether the draft is no longer in its place; told when that changes."""

    def __init__(self, path: Path, known: str, parent: QObject | None = None) -> None:
        """Begin to look at a draft, of whose content the digest is known."""
        super().__init__(parent)
        self._path, self._known = path, known
        self._seen = known
        self._waiting: list[Callable[[], object]] = []
        self._look = FileLook(self)
        self._look.told.connect(self._tell)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look now."""
        self._look.look((self._path,))

    def when_current(self, act: Callable[[], object]) -> None:
        """Do something as soon as it is known that what was read still stands on the disk, or nothing else does."""
        self._waiting.append(act)
        self.look()

    def close(self) -> None:
        """End the looking; what waits is not done."""
        self._timer.stop()
        self._waiting.clear()
        self._look.close()

    def _tell(self, found: Mapping[Path, str]) -> None:
        there = found[self._path]
        waiting, self._waiting = self._waiting, []
        before, self._seen = self._seen, there
        if there not in (self._known, GONE, UNREADABLE):
            if waiting or before != there:
                self.outdated.emit(bool(waiting))
            return
        if GONE in (before, there) and before != there:
            self.gone.emit(there == GONE)
        for act in waiting:
            act()
