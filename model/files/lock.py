"""Marks of what is open, in the program's own folder: an operating system lock, and a note of who holds it.

The file stays behind, emptied on a clean end; a note in a mark that nobody holds tells of a crash.
"""

import getpass
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from model.files import os_lock
from model.files.private import private_folder
from model.structs import Struct, fields_of

_PATIENCE = 0.3
"""How long another program's glance at the lock is waited for, in seconds."""


class Holder(Struct, frozen=True):
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
    return Holder(str(path), user, os_lock.computer(), os.getpid(), now)


def holder_note(holder: Holder) -> dict[str, Any]:
    """A holder as it is written into a note."""
    return {**fields_of(holder), "since": holder.since.isoformat()}


def noted_holder(found: Any) -> Holder | None:  # noqa: ANN401 - whatever JSON a note holds
    """The holder in a note; None where it names none."""
    try:
        since = datetime.fromisoformat(found["since"])
        path, user, host = (str(found[key]) for key in ("path", "user", "host"))
        return Holder(path, user[:80], host[:80], int(found["process"]), since)
    except (ValueError, TypeError, KeyError, OverflowError):
        return None


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
        private_folder(file.parent)
        stream = os.fdopen(os.open(file, os.O_RDWR | os.O_CREAT, 0o600), "r+b", buffering=0)
        try:
            self.sure = _take_patiently(stream)
            """Whether the folder has locks at all."""
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
        """Empty the note and give the lock up; a second call does nothing."""
        if self._stream.closed:
            return
        with suppress(OSError):
            self._stream.truncate(0)
        os_lock.release(self._stream)
        self._stream.close()


def note(file: Path) -> Holder | None:
    """Who wrote into a lock file; None where it is empty, missing or not to be read."""
    try:
        return noted_holder(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, RecursionError):
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
            os_lock.take(stream)
        except OSError as error:
            yield error.errno not in os_lock.TAKEN
            return
        try:
            yield True
        finally:
            os_lock.release(stream)


def forget(file: Path) -> None:
    """Empty the note that a dead process left; a lock that is held stays as it is."""
    with glance(file) as free, suppress(OSError):
        if free:
            os.truncate(file, 0)


def note_anew(file: Path, holder: Holder) -> None:
    """Put another note in the place of one that a dead process left; a lock that is held stays as it is.

    Raises:
        OSError: it cannot be written.
    """
    with glance(file) as free:
        if free:
            with file.open("r+b", buffering=0) as stream:
                _write(stream, holder)


def _take_patiently(stream: BinaryIO) -> bool:
    """Take the lock of the operating system.

    Returns:
        Whether there are locks at all; a file system without them is used without.

    Raises:
        Taken: it stays taken.
    """
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            os_lock.take(stream)
        except OSError as error:
            if error.errno not in os_lock.TAKEN:
                return False
            if time.monotonic() > deadline:
                raise Taken(None) from None
            time.sleep(_PATIENCE / 10)
        else:
            return True


def _write(stream: BinaryIO, holder: Holder) -> None:
    stream.seek(0)
    stream.truncate(0)
    stream.write(json.dumps(holder_note(holder), ensure_ascii=False).encode("utf-8", "backslashreplace"))
