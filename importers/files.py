"""Last year's report from a file of any kind: told by its content, never by the ending of its name."""

import os
import stat
from hashlib import sha256
from pathlib import Path
from threading import Event

from importers import child
from importers.bounded import deadline
from importers.document.blocks import Document
from importers.formats import kinds
from importers.refused import Refused
from model.files.problems import FileProblem, from_os_error
from model.structs import replace

LARGEST = 50_000_000
"""The most bytes of a file that are read."""
NO_FILE = "这不是普通的文件，无法读取，请选择年度报告的文件"
TOO_LARGE = (
    "文件超过 50 MB，不像一份年度报告，没有读取。如果里面有大图片，请用 Word 或 WPS 删去图片，另存为新的 .docx 后再试"
)
NO_WORDS = "文件里没有文字。如果报告是扫描的图片，请换用编写时的 Word 或 WPS 文件"


def document(path: Path, stop: Event | None = None) -> Document:
    """Read a file; a report takes some hundredths of a second.

    Args:
        path: the file.
        stop: set by another thread to give up.

    Raises:
        FileProblem: it cannot be read; the reason says what is wrong and what to do.
    """
    data = content(path)
    try:
        return from_bytes(data, stop)
    except Refused as refused:
        raise FileProblem(path, refused.reason) from None


def from_bytes(data: bytes, stop: Event | None = None) -> Document:
    """The document in a file's content; what our own readers take is bounded by time, the others have a process.

    Args:
        data: the content.
        stop: set by another thread to give up.

    Raises:
        Refused: it cannot be read.
    """
    with deadline.within(deadline.SECONDS, stop):
        kind = kinds.kind(data)
        found = None if kind.in_child else kind.load()(data)
    if found is None:
        found = child.read(kind.id, data, stop)
    if not found.blocks:
        raise Refused(NO_WORDS)
    return replace(found, digest=sha256(data).hexdigest())


def content(path: Path, no_file: str = NO_FILE, too_large: str = TOO_LARGE) -> bytes:
    """The bytes of a regular file; a pipe or a device could go on for ever.

    Args:
        path: the file.
        no_file: what is said of what is no regular file.
        too_large: what is said of one that is larger than `LARGEST`.

    Raises:
        FileProblem: it cannot be read.
    """
    try:
        with open(path, "rb", opener=_without_waiting) as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise FileProblem(path, no_file)
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise from_os_error(path, error) from None
    except ValueError:
        raise FileProblem(path, "文件名里有不能用的字符，请改名后再试") from None
    if len(data) > LARGEST:
        raise FileProblem(path, too_large)
    return data


def _without_waiting(name: str, flags: int) -> int:
    """Open even a pipe that nobody writes to at once; what it is is looked at then."""
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
