"""Real disks for the tests: small, full, read-only; and real other processes that hold a draft open."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.tools import lacking, need

ROOT = Path(__file__).parents[1]
_HOLDER = """
import sys
from datetime import datetime
from pathlib import Path
from model.drafts.library import Library
opened = Library(Path(sys.argv[1]).parent, Path(sys.argv[2])).open(Path(sys.argv[1]), datetime.now().astimezone())
print("read only" if opened.read_only else "open", flush=True)
sys.stdin.readline()
opened.file.close()
"""


@contextmanager
def small_disk(folder: Path, size: str = "256k") -> Iterator[Path]:
    """A file system of its own, which can be filled and made read-only."""
    folder.mkdir(parents=True)
    done = subprocess.run(
        [need("mount"), "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if done.returncode:
        lacking(f"no file system can be mounted here: {done.stderr.decode(errors='replace').strip()}")
    try:
        yield folder
    finally:
        subprocess.run([need("umount"), "-l", str(folder)], check=True)


@contextmanager
def hanging_disk(folder: Path) -> Iterator[Path]:
    """A file system that `freeze` makes hang, as a share does on a network that is gone."""
    folder.mkdir(parents=True)
    image = folder.with_name("image")
    with image.open("wb") as stream:
        stream.truncate(8 << 20)
    subprocess.run([need("mkfs.ext4"), "-q", str(image)], check=True)
    need("fsfreeze")
    done = subprocess.run([need("mount"), "-o", "loop", str(image), str(folder)], capture_output=True, check=False)
    if done.returncode:
        lacking(f"no image can be mounted here: {done.stderr.decode(errors='replace').strip()}")
    try:
        yield folder
    finally:
        thaw(folder)
        subprocess.run([need("umount"), "-l", str(folder)], check=True)


def freeze(folder: Path) -> None:
    """Let every write to a file system wait."""
    subprocess.run([need("fsfreeze"), "-f", str(folder)], check=True)


def thaw(folder: Path) -> None:
    """Let the writes go on; nothing happens when they do."""
    subprocess.run([need("fsfreeze"), "-u", str(folder)], capture_output=True, check=False)


class Share:
    """A folder like a share: `hang` makes all that looks at it wait, reads too, and `answer` lets it answer again.

    What waited ends with an error, as on a share whose connection is lost. It is a file system in user space (FUSE)
    whose other end never answers, mounted over the folder.
    """

    def __init__(self, folder: Path) -> None:
        """Make the folder, which answers."""
        folder.mkdir(parents=True)
        self._folder, self._end = os.fsencode(folder), -1
        self._libc = ctypes.CDLL(None, use_errno=True)

    def hang(self) -> None:
        """Answer nothing from now on."""
        try:
            self._end = os.open("/dev/fuse", os.O_RDWR)
        except OSError as error:
            lacking(f"no file system in user space here: {error}")
        options = f"fd={self._end},rootmode=40000,user_id={os.getuid()},group_id={os.getgid()}"
        if self._libc.mount(b"share", self._folder, b"fuse", 0, options.encode()):
            why = os.strerror(ctypes.get_errno())
            os.close(self._end)
            self._end = -1
            lacking(f"no file system can be mounted here: {why}")

    def answer(self) -> None:
        """Answer again; a second call does nothing."""
        if self._end >= 0:
            end, self._end = self._end, -1
            self._libc.umount2(self._folder, 2)  # MNT_DETACH
            os.close(end)


@contextmanager
def share(folder: Path) -> Iterator[Share]:
    """A share, which answers in the end."""
    made = Share(folder)
    try:
        yield made
    finally:
        made.answer()


def remount(folder: Path, how: str) -> None:
    """Make a mounted file system `ro` or `rw`."""
    subprocess.run([need("mount"), "-o", f"remount,{how}", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Fill a disk to the last byte; the file that takes the room."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as stream:
        for size in (4096, 1):
            try:
                while stream.write(b"x" * size):
                    pass
            except OSError:
                continue
    return filler


@contextmanager
def held_open(path: Path, data: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has a draft open; its first line has been read."""
    command = [sys.executable, "-X", "utf8", "-c", _HOLDER, str(path), str(data)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        try:
            yield process
        finally:
            process.kill()
