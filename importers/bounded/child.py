"""Reading a file in a process of its own, which can be ended: for kinds whose libraries know no bounds.

The process is this program again with a hidden first argument, so that it also works in a frozen program. It bounds
its own time and memory, reads one file and writes its blocks as JSON to another, both in a folder removed afterwards.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from importers.document.blocks import Document, Kind
from importers.refused import DAMAGED, TOO_MUCH, Refused

ARGUMENT = "--read-file-in-child"
"""The hidden first argument of the command line, before the kind and the names of two files."""
SECONDS = 10
"""How long the process may take, all in all."""
MEMORY = 300_000_000
"""The most bytes of memory that the process may have."""
LARGEST_ANSWER = 30_000_000
"""The most bytes of the process's answer."""
_READ, _REFUSED, _TOO_MUCH = 0, 3, 4
"""The exit statuses."""
_FROM_SOURCE = "import sys; from importers.bounded.child import main; sys.exit(main(sys.argv[1:]))"
_ROOT = Path(__file__).parents[2]


def reader(kind: Kind) -> Callable[[bytes], Document]:
    """The reader of a kind, run in a process of its own."""
    return lambda data: _read(kind, data)


def _read(kind: Kind, data: bytes) -> Document:
    from importers.document import packed

    with TemporaryDirectory(prefix="nianbao-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder) / "source", Path(folder) / "answer"
        source.write_bytes(data)
        status = _run([kind, str(source), str(target)], folder)
        answer = _answer(target) if status in (_READ, _REFUSED) else b""
    if status == _REFUSED:
        raise Refused(answer.decode("utf-8", "replace") or DAMAGED)
    if status != _READ:
        raise Refused(TOO_MUCH)
    return packed.loads(answer)


def _run(arguments: Sequence[str], folder: str) -> int:
    """The exit status of the process; it is ended when it takes too long.

    Args:
        arguments: the kind and the two files.
        folder: where its temporary files go.
    """
    process = subprocess.Popen(  # noqa: S603 - this very program, and names made here
        [*_program(), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), folder)},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        return process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        return _TOO_MUCH
    finally:
        process.kill()
        process.wait()


def _program() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    return [sys.executable, "-X", "utf8", "-c", f"import sys; sys.path.insert(0, {str(_ROOT)!r}); {_FROM_SOURCE}"]


def _answer(target: Path) -> bytes:
    try:
        with target.open("rb") as stream:
            answer = stream.read(LARGEST_ANSWER + 1)
    except OSError:
        raise Refused(DAMAGED) from None
    if len(answer) > LARGEST_ANSWER:
        raise Refused(TOO_MUCH)
    return answer


def main(arguments: Sequence[str]) -> int:
    """The child's side: read a file of a kind and write its blocks.

    Args:
        arguments: the kind, the file to read, the file to write.
    """
    from importers.bounded import process
    from importers.document import packed

    kind, source, target = arguments
    process.bound_this_process(MEMORY, SECONDS, LARGEST_ANSWER)
    try:
        status, answer = _READ, packed.dumps(_library_reader(kind)(Path(source).read_bytes()))
    except Refused as refused:
        status, answer = _REFUSED, refused.reason.encode()
    except MemoryError:
        return _TOO_MUCH
    except Exception:  # noqa: BLE001 - what the libraries raise on a broken file is anything
        status, answer = _REFUSED, DAMAGED.encode()
    Path(target).write_bytes(answer)
    return status


def _library_reader(kind: str) -> Callable[[bytes], Document]:
    match kind:
        case "doc":
            from importers.formats.word.doc import read
        case "pdf":
            from importers.formats.pdf.reader import read
        case "xlsx":
            from importers.formats.sheets.xlsx import read
        case _:
            from importers.formats.sheets.xls import read
    return read
