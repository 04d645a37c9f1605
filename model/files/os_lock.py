"""Locks of the operating system on an open file: one holder, which a dead process cannot remain."""

import errno
import os
import sys
from contextlib import suppress
from typing import BinaryIO

TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
"""What an `OSError` of `take` says when somebody else holds the lock; any other means there are no locks there."""
_FAR = 1 << 30
"""The byte that is locked, far behind any content: on Windows nobody could read a locked one."""

if sys.platform == "win32":
    import msvcrt

    def computer() -> str:
        """The computer's name."""
        return os.environ.get("COMPUTERNAME", "")

    def take(stream: BinaryIO) -> None:
        """Take the lock on an open file, or raise `OSError` at once."""
        stream.seek(_FAR)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

    def release(stream: BinaryIO) -> None:
        """Give the lock up."""
        stream.seek(_FAR)
        with suppress(OSError):
            msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def computer() -> str:
        """The computer's name."""
        return os.uname().nodename

    def take(stream: BinaryIO) -> None:
        """Take the lock on an open file, or raise `OSError` at once."""
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def release(stream: BinaryIO) -> None:
        """Give the lock up."""
        with suppress(OSError):
            fcntl.flock(stream, fcntl.LOCK_UN)
