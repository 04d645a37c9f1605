"""Real disks for the tests: small, full, read-only; and real other processes that hold a draft open."""

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
