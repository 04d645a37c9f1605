"""Files and folders for this account alone, whatever the umask says; on Windows the profile's own rights do that."""

import os
from contextlib import suppress
from pathlib import Path


def private_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, mode 0700; one that is there stays as it is.

    Raises:
        OSError: it cannot be made.
    """
    if not folder.parent.is_dir():
        private_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


def private_file(file: Path) -> None:
    """Make an empty file of mode 0600 where there is none; others may not look into one that is there either.

    Raises:
        OSError: it cannot be made.
    """
    private_folder(file.parent)
    os.close(opener(str(file), os.O_WRONLY | os.O_CREAT))
    _close_to_others(file)


def opener(name: str, flags: int) -> int:
    """For `open`: a file that is new has mode 0600."""
    return os.open(name, flags, 0o600)


def close_to_others(data: Path) -> None:
    """Take the rights of others to the data folder, what lies in it, and what lies in its folders.

    All that is deeper is reached through those folders only.
    """
    for path in (data, *data.glob("*"), *data.glob("*/*")):
        _close_to_others(path)


def _close_to_others(path: Path) -> None:
    with suppress(OSError):
        if os.name != "nt" and not path.is_symlink() and path.stat().st_mode & 0o077:
            path.chmod(0o700 if path.is_dir() else 0o600)
