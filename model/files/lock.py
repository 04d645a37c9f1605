"""One writer a draft: a lock of the operating system, which a dead process cannot keep, and a note of who holds it.

The lock file stays behind, emptied on a clean end; a note in a lock that nobody holds tells of a crash.
"""

import errno
import getpass
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

_PATIENCE = 0.3
"""How long another program's glance at the lock is waited for, in seconds."""
_FAR = 1 << 30
"""The byte that is locked, far behind the note: on Windows nobody could read a locked one."""
_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a draft open: its path, the user, the computer, the process and since when."""

    path: str
    user: str
    host: str
    process: int
    since: datetime

    def __str__(self) -> str:
        """For the clerk: 张三（电脑 PC-01，1月9日 10:42 起）."""
        since = self.since
        return f"{self.user or '未知用户'}（电脑 {self.host}，{since.month}月{since.day}日 {since:%H:%M} 起）"


def present_holder(path: Path, now: datetime) -> Holder:
    """This process, as the holder of a draft."""
    user = ""
    with suppress(OSError, KeyError, ImportError):
        user = getpass.getuser()
    return Holder(str(path), user, _computer(), os.getpid(), now)


class Taken(Exception):  # noqa: N818
    """Somebody else holds the lock."""

    def __init__(self, holder: Holder | None) -> None:
        """Keep who it is; None where the note cannot be read."""
        super().__init__(str(holder or "另一个程序"))
        self.holder = holder


class Lock:
    """A lock that is held until `release` or the end of the process."""

    def __init__(self, file: Path, holder: Holder) -> None:
        """Take the lock.

        Args:
            file: the lock file; made where it is missing.
            holder: the note for others.

        Raises:
            Taken: somebody else holds it.
            OSError: the lock file cannot be made.
        """
        self.file = file
        file.parent.mkdir(parents=True, exist_ok=True)
        stream = _opened(file)
        try:
            _take_patiently(stream)
            with suppress(OSError):
                _write(stream, holder)
        except Taken:
            stream.close()
            raise Taken(note(file)) from None
        except BaseException:
            stream.close()
            raise
        self._stream = stream

    def release(self) -> None:
        """Empty the note and give the lock free; a second call does nothing."""
        if self._stream.closed:
            return
        with suppress(OSError):
            self._stream.truncate(0)
        _give_free(self._stream)
        self._stream.close()


def note(file: Path) -> Holder | None:
    """Who wrote into a lock file; None where it is empty, missing or not to be read."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return Holder(**{**found, "since": datetime.fromisoformat(found["since"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


@contextmanager
def glance(file: Path) -> Iterator[bool]:
    """Whether nobody else holds a lock; while looking, nobody can take it."""
    try:
        stream = file.open("r+b", buffering=0)
    except OSError:
        yield True
        return
    with stream:
        try:
            _take(stream)
        except OSError as error:
            yield error.errno not in _TAKEN
            return
        try:
            yield True
        finally:
            _give_free(stream)


def forget(file: Path) -> None:
    """Empty the note that a dead process left; a lock that is held stays as it is."""
    with glance(file) as free, suppress(OSError):
        if free:
            os.truncate(file, 0)


def _opened(file: Path) -> BinaryIO:
    return os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT, 0o600), "r+b", buffering=0)


def _write(stream: BinaryIO, holder: Holder) -> None:
    stream.seek(0)
    stream.truncate(0)
    words = {**asdict(holder), "since": holder.since.isoformat()}
    stream.write(json.dumps(words, ensure_ascii=False).encode("utf-8", "backslashreplace"))


def _take_patiently(stream: BinaryIO) -> None:
    """Take the lock; one that stays taken raises `Taken`, and a file system without locks is used without."""
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            return _take(stream)
        except OSError as error:
            if error.errno not in _TAKEN:
                return None
            if time.monotonic() > deadline:
                raise Taken(None) from None
            time.sleep(_PATIENCE / 10)


if sys.platform == "win32":
    import msvcrt

    def _computer() -> str:
        return os.environ.get("COMPUTERNAME", "")

    def _take(stream: BinaryIO) -> None:
        stream.seek(_FAR)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

    def _give_free(stream: BinaryIO) -> None:
        stream.seek(_FAR)
        with suppress(OSError):
            msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _computer() -> str:
        return os.uname().nodename

    def _take(stream: BinaryIO) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _give_free(stream: BinaryIO) -> None:
        with suppress(OSError):
            fcntl.flock(stream, fcntl.LOCK_UN)
