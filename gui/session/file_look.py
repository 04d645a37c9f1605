"""Looks at a file in a thread of its own, for a folder on a network may not answer."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.services.window_thread import call_soon_threadsafe
from gui.services.worker import Worker
from model.drafts.open_draft import digest

if TYPE_CHECKING:
    from concurrent.futures import Future


class FileLook(QObject):
    """One look at a time."""

    told = Signal(object, object)
    """`Path` that was looked at, and the SHA-256 of what is there; None where there is no file that can be read."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin idle."""
        super().__init__(parent)
        self._worker: Worker | None = None
        self._path = Path()
        self._future: Future[str | None] | None = None

    def look(self, path: Path) -> None:
        """Look at a file, unless a look is under way."""
        if self._future is None:
            self._worker = self._worker or Worker("look")
            self._path = path
            self._future = self._worker.submit(_digest, path)
            self._future.add_done_callback(call_soon_threadsafe(self._collect))

    def close(self) -> None:
        """End the thread as soon as it can be ended; nothing is told any more."""
        self._future = None
        if self._worker is not None:
            self._worker.shutdown(wait=False)

    def _collect(self, future: "Future[str | None]") -> None:
        if future is self._future:
            self._future = None
            self.told.emit(self._path, future.result())


def _digest(path: Path) -> str | None:
    try:
        return digest(path)
    except OSError:
        return None
