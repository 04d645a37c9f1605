"""A process that reads and checks one file after the other, until its input ends.

It is asked by a line `[what, path, name, today, year]` and answers with lines: `{"who": …}` when it wants last year's
report of an agency, which is given to it by a line, and at the end `{"row": …}`, or `{"past": …}` where only the
report itself was asked for. It bounds its own memory, and the processor time of each file.
"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from importers import in_child
from importers.any_file import any_file
from importers.bounded import process
from importers.many.one_file import row
from importers.many.packed import past_from, plain_past
from model.files.problems import FileProblem
from model.report.report import PastReport, Report
from model.review.row import Row, plain

ARGUMENT = "--review-in-child"
"""The hidden first argument of the command line of a frozen program."""
SECONDS = 90
"""How much processor time one file may take, reading and checking."""
MEMORY = 700_000_000
"""The most bytes of memory that the process may have."""
WRITTEN = 100_000_000
"""The most bytes of a file that a library may write for itself."""
NO_MEMORY = "读取这份文件要的内存太多，为安全起见没有读完。请用 Word 或 WPS 打开，另存为新的 .docx 后再试"


def main() -> int:
    """Answer until the input ends."""
    in_child.bound_here(MEMORY, SECONDS, WRITTEN)
    with in_child.asked_on_stdin() as (questions, answers):
        for question in questions:
            process.allow(SECONDS)
            what, *about = json.loads(question)
            _say(answers, _past(about[0]) if what == "past" else _row(about, questions, answers))
    return 0


def _row(about: list[Any], questions: BinaryIO, answers: BinaryIO) -> dict[str, Any]:
    path, name, today, year = about

    def before(report: Report) -> PastReport | None:
        agency = report.agency
        _say(answers, {"who": {"name": agency.name, "short_name": agency.short_name, "year": report.year}})
        said = json.loads(next(_lines(questions)))
        return past_from(said) if said else None

    try:
        found = row(Path(path), date.fromisoformat(today), name, before, year or None)
    except MemoryError:
        found = Row(name, error=NO_MEMORY)
    return {"row": plain(found)}


def _past(path: str) -> dict[str, Any]:
    """Last year's report in a file; `error` where there is none."""
    try:
        found = any_file(Path(path))
        return {"past": plain_past(found.past()), "name": found.agency.name, "imported": not found.layout}
    except FileProblem as problem:
        return {"error": problem.reason}
    except MemoryError:
        return {"error": NO_MEMORY}


def _lines(questions: BinaryIO) -> Iterator[bytes]:
    return iter(questions.readline, b"")


def _say(answers: BinaryIO, answer: dict[str, Any]) -> None:
    left = memoryview(json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
    while left:
        left = left[answers.write(left) :]
