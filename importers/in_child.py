"""The side of the process apart: it is asked for one file after the other, within bounds; `importers.child` asks it.

It imports little: its start is paid for each file that is read alone.
"""

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, BinaryIO

from importers.bounded import process
from importers.refused import DAMAGED, TOO_MUCH, Refused

if TYPE_CHECKING:
    from importers.document.blocks import Document

SECONDS = 10
"""How much processor time one file may take."""
MEMORY = 300_000_000
"""The most bytes of memory that the process may have."""
LARGEST_ANSWER = 30_000_000
"""The most bytes of the process's answer."""
READ, REFUSED, MUCH, NO_ROOM = 0, 3, 4, 5
"""The statuses of an answer."""

is_bounded = Event()
"""Set in a process that is bounded, and reads every kind of file itself."""


def bound_here(memory: int, seconds: int, written: int) -> None:
    """Bound this process, as `process.bound_this_process` does, and let it read every kind of file itself."""
    process.bound_this_process(memory, seconds, written)
    is_bounded.set()


@contextmanager
def asked_on_stdin() -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """The lines that such a process is asked, and where it answers; what a library prints is no answer."""
    with os.fdopen(os.dup(1), "wb", buffering=0) as answers, open(0, "rb", closefd=False) as questions:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        yield questions, answers


def main(_arguments: Sequence[str] = ()) -> int:
    """The process's side: read one file after the other until the input ends."""
    process.bound_this_process(MEMORY, SECONDS, LARGEST_ANSWER)
    with asked_on_stdin() as (questions, answers):
        for question in questions:
            process.allow(SECONDS)
            task, source, target = json.loads(question)
            answers.write(b"%d\n" % _read_one(task, Path(source), Path(target)))
    return 0


def content_of(kind: str, data: bytes) -> "Document":
    """Read a file's content in this very process, which must be one that is bounded and can be ended.

    Raises:
        Refused: it cannot be read, whatever its library raises.
    """
    from importers.formats import kinds

    try:
        return kinds.by_id(kind).load()(data)
    except Refused:
        raise
    except MemoryError:
        raise Refused(TOO_MUCH) from None
    except Exception:  # noqa: BLE001 - what the libraries raise on a broken file is anything
        raise Refused(DAMAGED) from None


def _read_one(task: str, source: Path, target: Path) -> int:
    """Do a task on a file and write the answer, or why not; the status of the answer."""
    from importers import tasks

    try:
        status, answer = READ, tasks.answer(task, source.read_bytes())
    except Refused as refused:
        status, answer = REFUSED, refused.reason.encode()
    except MemoryError:
        return MUCH
    except Exception:  # noqa: BLE001 - as above, for what comes to light when it is packed
        status, answer = REFUSED, DAMAGED.encode()
    if status == REFUSED and answer == TOO_MUCH.encode():
        return MUCH
    try:
        target.write_bytes(answer)
    except OSError:
        return MUCH if len(answer) >= LARGEST_ANSWER else NO_ROOM
    return status
