"""One writer of a file across accounts and computers: a small note beside it says who, where and since when.

No handle is kept open, so that a stick can be pulled out and a folder renamed meanwhile. Who lives is told by the
heartbeat in the note, written every half minute: one that has not moved for two minutes, by the clock of whoever looks
on, is dead; no clock of another computer is ever compared. What this account left behind on this computer (`station`)
is taken over at once: its own mark in the data folder (`model.files.lock`) tells whether another window has it.
"""

import hashlib
import json
import os
import sys
import threading
import time
import unicodedata
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from model.files import os_lock
from model.files.lock import Holder, Taken, glance, holder_note, noted_holder

BEAT_S = 30.0
"""How often the holder moves its heartbeat, in seconds."""
STALE_S = 120.0
"""How long a heartbeat must stand still before its holder counts as dead, in seconds of the observer's clock."""
_SIZE = 1024
"""The length of a note, in bytes: always the same, so that it is replaced by one write."""
_SETTLE_S = 0.05
"""How long after writing a note it is read again: of two who write at once, over a share, the later one has it.

Where the file system has locks only one writes at a time, and the second look is taken in the heartbeat's thread.
"""
_TRIES = 50


def lock_file(path: Path) -> Path:
    """The lock beside a file: hidden, of a short name, the same for every way to write the file's name."""
    real = Path(os.path.realpath(path))
    name = unicodedata.normalize("NFC", os.path.normcase(real.name))
    mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return real.with_name(f".nianbao-{mark}.lock")


class SharedLock:
    """The lock, held until `release`; its heartbeat moves by itself."""

    def __init__(self, file: Path, holder: Holder, station: str, stale: bytes = b"", *, new: bool = False) -> None:
        """Take the lock.

        Args:
            file: see `lock_file`.
            holder: who takes it.
            station: names this account on this computer.
            stale: the note of a dead holder, as `Watch.stale` saw it; it is taken over.
            new: whether any note there counts, even of this account, as for the name of a new file.

        Raises:
            Taken: somebody else holds it, or may hold it.
            OSError: nothing can be written there.
        """
        self.file, self.lost = file, False
        self._note = {**holder_note(holder), "station": station, "token": uuid.uuid4().hex}
        self._beat = 0
        self._over = threading.Event()
        self._access = threading.Lock()
        self._take(stale, new=new)
        threading.Thread(target=self._keep_beating, name="heartbeat", daemon=True).start()

    def beat(self) -> bool:
        """Move the heartbeat; False, and `lost`, when another computer has taken the lock over."""
        with self._access:
            if self._over.is_set():
                return False
            self._beat += 1
            with suppress(OSError), _changing(self.file) as (stream, _alone):
                if _parsed(stream.read(_SIZE)).get("token") not in (self._note["token"], None):
                    self.lost = True
                    return False
                self._write(stream)
            return True

    def release(self) -> None:
        """Take the note away; a second call does nothing."""
        self._over.set()
        with self._access, suppress(OSError):
            if _parsed(_content(self.file)).get("token") == self._note["token"]:
                self.file.unlink()

    def _keep_beating(self) -> None:
        if not self._over.wait(_SETTLE_S):
            self._look_again()
        while not self.lost and not self._over.wait(BEAT_S):
            self.beat()

    def _look_again(self) -> None:
        """Note whether somebody else has written at the same moment."""
        with self._access:
            self.lost = _parsed(_content(self.file)).get("token", self._note["token"]) != self._note["token"]

    def _take(self, stale: bytes, *, new: bool) -> None:
        with _changing(self.file) as (stream, alone):
            found = stream.read(_SIZE).strip()
            said = _parsed(found)
            ours = not new and all(said.get(key) == self._note[key] for key in ("station", "host"))
            if found and not ours and found != stale:
                raise Taken(noted_holder(said))
            self._write(stream)
        if not (ours or alone):
            time.sleep(_SETTLE_S)
        said = _parsed(_content(self.file))
        if said.get("token") != self._note["token"]:
            raise Taken(noted_holder(said))

    def _write(self, stream: BinaryIO) -> None:
        note = json.dumps({**self._note, "beat": self._beat}, ensure_ascii=False).encode("utf-8", "backslashreplace")
        if len(note) > _SIZE:
            note = json.dumps({**self._note, "path": "", "beat": self._beat}).encode()
        stream.seek(0)
        stream.write(note.ljust(_SIZE))


class Watch:
    """Looks at the lock that somebody else holds, to learn when it is free."""

    def __init__(
        self, file: Path, station: str, mark: Path | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin to look.

        Args:
            file: see `lock_file`.
            station: names this account on this computer.
            mark: what another window of this account holds, too.
            clock: the observer's own clock in seconds, which only goes forward.
        """
        self._file, self._station, self._mark, self._clock = file, station, mark, clock
        self._seen, self._since = b"", clock()
        self.stale = b""
        """The note of a holder that is dead, for `SharedLock`."""

    def free(self) -> bool:
        """Whether nobody holds it any more: it is gone, or its holder is dead."""
        found = _content(self._file)
        if found != self._seen:
            self._seen, self._since = found, self._clock()
        if self._mark is not None:
            with glance(self._mark) as free:
                if not free:
                    return False
        said = _parsed(found)
        ours = (said.get("station"), said.get("host")) == (self._station, os_lock.computer())
        if not found or ours or self._clock() - self._since >= STALE_S:
            self.stale = found
            return True
        return False


def forget(file: Path, station: str) -> None:
    """Take away the note of a station, as one that was copied with its folder and that nobody holds there."""
    with suppress(OSError):
        if _parsed(_content(file)).get("station") == station:
            file.unlink()


@contextmanager
def _changing(file: Path) -> Iterator[tuple[BinaryIO, bool]]:
    """The note open for reading and writing, and whether by one at a time, which is so where there are locks."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "r+b", buffering=0) as stream:
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.kernel32.SetFileAttributesW(str(file), 2)  # hidden
        alone = _wait_for_lock(stream)
        try:
            stream.seek(0)
            yield stream, alone
        finally:
            os_lock.release(stream)


def _wait_for_lock(stream: BinaryIO) -> bool:
    """Take the system's lock, which everyone holds for one write only; False where there are no locks."""
    for _ in range(_TRIES):
        try:
            os_lock.take(stream)
        except OSError as error:
            if error.errno not in os_lock.TAKEN:
                return False
            time.sleep(_SETTLE_S / _TRIES)
        else:
            return True
    return False


def _content(file: Path) -> bytes:
    with suppress(OSError), file.open("rb") as stream:
        return stream.read(_SIZE).strip()
    return b""


def _parsed(content: bytes) -> dict[str, Any]:
    with suppress(ValueError, RecursionError):
        found = json.loads(content)
        return found if isinstance(found, dict) else {}
    return {}
