"""Replacing a file whole: afterwards the old file or the new one is there, never a part of either."""

import errno
import os
import stat
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from model.files import private as private_files

LEFT_OVER_AFTER = 600
"""How far a temporary file's time must be from now, either way, to count as left by a killed program, in seconds."""
_swept: set[Path] = set()


def write(path: Path, data: bytes, verify: Callable[[Path], None] | None = None, *, private: bool = False) -> None:
    """Put `data` in the place of `path`.

    The bytes go to a temporary file in the same folder, are flushed to the disk, looked at by `verify` where given,
    and take the target's name in one step. If anything fails, the old file is as it was and the temporary is gone.

    Args:
        path: the file to make or replace; a link is followed.
        data: the whole new content.
        verify: called with the finished temporary file; what it raises stops the replacing.
        private: whether only this account may read a file that is new.

    Raises:
        OSError: the folder is missing or closed to writing, the disk is full, the target is open elsewhere,
            read-only or no plain file; and whatever `verify` raises.
    """
    write_by(path, lambda stream: stream.write(data), verify, private=private)


def write_by(
    path: Path,
    fill: Callable[[BinaryIO], object],
    verify: Callable[[Path], None] | None = None,
    *,
    private: bool = False,
) -> None:
    """The same for a content that `fill` writes into a file, as it need not fit into memory; see `write`.

    Raises:
        OSError: see `write`; and whatever `fill` and `verify` raise.
    """
    target = Path(os.path.realpath(path))
    mode = _mode(target)
    temporary = target.with_name(f".nianbao-{os.urandom(6).hex()}.tmp")
    try:
        with open(temporary, "xb", opener=private_files.opener if private else None) as stream:
            fill(stream)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            with suppress(OSError):
                temporary.chmod(mode)
        if verify is not None:
            verify(temporary)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _flush_folder(target.parent)
    _sweep_once(target)


def takes_files(folder: Path) -> bool:
    """Whether a file can be made in a folder now: one is, and it is taken away again."""
    try:
        with tempfile.TemporaryFile(dir=folder, prefix=".nianbao-") as stream:
            stream.write(b"\0")
            stream.flush()
    except OSError:
        return False
    return True


def sweep(folder: Path, now: float | None = None) -> None:
    """Take away the temporary files that a killed program left in a folder, drafts' and exports' alike.

    Args:
        folder: the folder.
        now: the time by the clock of the folder's disk, which on a share is not this machine's; this one's without it.
    """
    now = time.time() if now is None else now
    with suppress(OSError):
        for file in folder.glob(f".nianbao-{'[0-9a-f]' * 12}.tmp"):
            if abs(now - file.stat().st_mtime) > LEFT_OVER_AFTER:
                file.unlink()


def _sweep_once(written: Path) -> None:
    """Sweep the folder of a file that was written this moment, whose time is what its disk's clock says."""
    folder = written.parent
    if folder not in _swept:
        _swept.add(folder)
        with suppress(OSError):
            sweep(folder, written.stat().st_mtime)


def _mode(target: Path) -> int | None:
    """The access bits of the file to be replaced; None where there is none yet."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "不是普通文件", str(target))
    if not found.st_mode & stat.S_IWUSR:
        raise PermissionError(errno.EROFS, os.strerror(errno.EROFS), str(target))
    return stat.S_IMODE(found.st_mode)


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where folders can be flushed (not on Windows, not on some shares)."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
