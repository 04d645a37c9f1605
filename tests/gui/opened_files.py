"""Which files of a folder anything in this process opens, Qt's own code included: inotify, without a library."""

import ctypes
import os
from pathlib import Path
from typing import Self

_OPEN = 0x20
_NON_BLOCKING = 0o4000
_ROOM = 65536


class OpenedFiles:
    """Watches a folder; as a context it ends the watch."""

    def __init__(self, folder: Path) -> None:
        """Begin to watch."""
        libc = ctypes.CDLL(None, use_errno=True)
        self._watch = libc.inotify_init1(_NON_BLOCKING)
        assert self._watch >= 0
        assert libc.inotify_add_watch(self._watch, os.fsencode(folder), _OPEN) >= 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._watch)

    def any(self) -> bool:
        """Whether a file was opened since the last time."""
        try:
            return bool(os.read(self._watch, _ROOM))
        except BlockingIOError:
            return False
