"""Looks at files in a thread of its own, for a folder on a network may not answer."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.services.window_thread import call_soon_threadsafe
from gui.services.worker import Worker
from model.drafts.open_draft import digest

if TYPE_CHECKING:
    from concurrent.futures import Future

GONE, UNREADABLE = "-", "?"
"""What is told in place of a SHA-256: no file is there; something is there that cannot be read."""

_Stamp = tuple[int, int, int, int]
_Known = dict[Path, tuple[_Stamp, str]]


class FileLook(QObject):
    """One look at a time, at some files; only those that seem to have changed since the last look are read."""

    told = Signal(object)
    """A dict: for each `Path` that was looked at the SHA-256 of what is there, or `GONE`, or `UNREADABLE`."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin idle."""
        super().__init__(parent)
        self._worker: Worker | None = None
        self._future: Future[dict[Path, str]] | None = None
        self._next: Sequence[Path] = ()
        self._known: _Known = {}
        self._closed = False

    def look(self, paths: Sequence[Path]) -> None:
        """Look at files; of a look that is under way nothing is told, as this one is newer, and follows it."""
        if self._future is not None:
            self._next = paths
        elif paths and not self._closed:
            self._worker = self._worker or Worker("look")
            self._future = self._worker.submit(_found, tuple(paths), self._known)
            self._future.add_done_callback(call_soon_threadsafe(self._collect))

    def close(self) -> None:
        """End the thread as soon as it can be ended; nothing is told any more."""
        self._future, self._closed = None, True
        if self._worker is not None:
            self._worker.shutdown(wait=False)

    def _collect(self, future: "Future[dict[Path, str]]") -> None:
        if future is not self._future:
            return
        self._future, waiting, self._next = None, self._next, ()
        if waiting:
            self.look(waiting)
        else:
            self.told.emit(future.result())


def _found(paths: Sequence[Path], known: _Known) -> dict[Path, str]:
    return {path: _digest(path, known) for path in paths}


def _digest(path: Path, known: _Known) -> str:
    """What is there; a file of the size and the times that it had is not read again."""
    try:
        stamp = _stamp(path.stat())
        if path not in known or known[path][0] != stamp:
            known[path] = stamp, digest(path) or GONE
    except (FileNotFoundError, NotADirectoryError):
        return GONE
    except OSError:
        return UNREADABLE
    return known[path][1]


def _stamp(found: os.stat_result) -> _Stamp:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
