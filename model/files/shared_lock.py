"""One writer of a file across accounts and computers: a small file beside it says who, where and since when.

Three things are asked, the surest first. The operating system's lock, which a dead process cannot hold, but which some
network shares do not pass on. The note's `station`: what this account on this computer left behind is dead when nobody
holds the operating system's lock. The note's heartbeat, written every half minute: one that has not moved for two
minutes, by the clock of whoever looks on, is dead; no clock of another computer is ever compared.
"""

import hashlib
import json
import os
import sys
import threading
import time
import unicodedata
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from model.files import os_lock
from model.files.lock import Holder, Taken, holder_note, noted_holder, take_patiently

BEAT_S = 30.0
"""How often the holder moves its heartbeat, in seconds."""
STALE_S = 120.0
"""How long a heartbeat must stand still before its holder counts as dead, in seconds of the observer's clock."""
_SIZE = 1024
"""The length of a note, in bytes: always the same, so that it is replaced by one write."""
_SETTLE_S = 0.05
"""How long after writing a note it is read again, where the file system has no locks."""


def lock_file(path: Path) -> Path:
    """The lock beside a file: hidden, of a short name, the same for every way to write the file's name."""
    real = Path(os.path.realpath(path))
    name = unicodedata.normalize("NFC", os.path.normcase(real.name))
    mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return real.with_name(f".nianbao-{mark}.lock")


class SharedLock:
    """The lock, held until `release`; its heartbeat moves by itself."""

    def __init__(self, file: Path, holder: Holder, station: str, stale: bytes = b"") -> None:
        """Take the lock.

        Args:
            file: see `lock_file`.
            holder: who takes it.
            station: names this account on this computer.
            stale: the note of a dead holder, as `Watch.stale` saw it; it is taken over.

        Raises:
            Taken: somebody else holds it, or may hold it.
            OSError: nothing can be written there.
        """
        self.file, self.lost = file, False
        self._note = {**holder_note(holder), "station": station, "token": uuid.uuid4().hex}
        self._beat = 0
        self._access = threading.Lock()
        self._stream = self._taken(station, holder.host, stale)
        self._over = threading.Event()
        threading.Thread(target=self._keep_beating, name="heartbeat", daemon=True).start()

    def beat(self) -> bool:
        """Move the heartbeat; False, and `lost`, when another computer has taken the lock over."""
        with self._access:
            if self._stream.closed:
                return False
            if _parsed(_content(self.file)).get("token") not in (self._note["token"], None):
                self.lost = True
                return False
            self._beat += 1
            with suppress(OSError):
                self._write(self._stream)
            return True

    def release(self) -> None:
        """Take the note away and give the lock up; a second call does nothing."""
        self._over.set()
        with self._access:
            if self._stream.closed:
                return
            mine = _parsed(_content(self.file)).get("token") == self._note["token"]
            with suppress(OSError):
                if mine and os.name != "nt":
                    self.file.unlink()
            os_lock.release(self._stream)
            self._stream.close()
            with suppress(OSError):
                if mine and os.name == "nt":
                    self.file.unlink()

    def _keep_beating(self) -> None:
        while not self._over.wait(BEAT_S):
            if not self.beat():
                return

    def _taken(self, station: str, host: str, stale: bytes) -> BinaryIO:
        while True:
            stream = _opened(self.file)
            try:
                sure = take_patiently(stream)
                if not _is(stream, self.file):
                    stream.close()
                    continue
                self._replace_note(stream, station, host, stale, sure=sure)
            except Taken:
                stream.close()
                raise Taken(noted_holder(_parsed(_content(self.file)))) from None
            except BaseException:
                stream.close()
                raise
            return stream

    def _replace_note(self, stream: BinaryIO, station: str, host: str, stale: bytes, *, sure: bool) -> None:
        found = _content(self.file)
        said = _parsed(found)
        left_by_us = sure and said.get("station") == station and said.get("host") == host
        if found and not left_by_us and found != stale:
            raise Taken(None)
        self._write(stream)
        if not sure:
            time.sleep(_SETTLE_S)
        if _parsed(_content(self.file)).get("token") != self._note["token"]:
            raise Taken(None)

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
            mark: what another window of this account would hold, too.
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
        if any(not _let_go(held) for held in (self._file, self._mark) if held is not None):
            return False
        if not found:
            return True
        if _parsed(found).get("station") == self._station or self._clock() - self._since >= STALE_S:
            self.stale = found
            return True
        return False


def _let_go(file: Path) -> bool:
    """Whether the operating system knows of no holder."""
    try:
        with file.open("r+b", buffering=0) as stream:
            os_lock.take(stream)
            os_lock.release(stream)
    except OSError as error:
        return error.errno not in os_lock.TAKEN
    return True


def _opened(file: Path) -> BinaryIO:
    stream = os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT, 0o666), "r+b", buffering=0)
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetFileAttributesW(str(file), 2)  # hidden
    return stream


def _is(stream: BinaryIO, file: Path) -> bool:
    """Whether an open file is still the one of that name."""
    with suppress(OSError):
        return os.path.samestat(os.fstat(stream.fileno()), file.stat())
    return False


def _content(file: Path) -> bytes:
    with suppress(OSError), file.open("rb") as stream:
        return stream.read(_SIZE * 4).strip()
    return b""


def _parsed(content: bytes) -> dict[str, Any]:
    with suppress(ValueError, RecursionError):
        found = json.loads(content)
        return found if isinstance(found, dict) else {}
    return {}
