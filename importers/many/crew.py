"""Worker processes that share many files: results as they come, an end at once, a dead worker costs one file."""

import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from threading import Event, Lock, Thread
from typing import Any

from importers import child, in_child
from importers.last_years import LastYears
from importers.many import worker
from importers.many.folder import Source
from importers.many.packed import past_from, plain_past
from importers.refused import CANCELLED
from model.files.problems import FileProblem, from_os_error
from model.form.form import CellError
from model.report.report import Agency, PastReport
from model.review.row import Row, from_plain
from model.structs import Struct

MOST_WORKERS = 8
"""More workers than this wait for the disk and for each other."""
_LOOK_S = 0.05
_BROKEN = (ValueError, KeyError, TypeError, IndexError, CellError)

Answer = dict[str, Any]
Reply = Callable[[Answer], object]


def usual_size(files: int) -> int:
    """How many workers are worth their start: as many as processors, and no more than every few files need one."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(MOST_WORKERS, processors, (files + 3) // 4))


class _Job(Struct, frozen=True):
    what: str
    source: Source
    today: date
    year: int

    @property
    def line(self) -> bytes:
        asked = [self.what, str(self.source.path.absolute()), self.source.name, self.today.isoformat(), self.year]
        return json.dumps(asked).encode() + b"\n"


class Crew:
    """Some worker processes. Used by one thread; `end` may be called by any."""

    def __init__(self, size: int) -> None:
        """Start the workers.

        Args:
            size: how many.

        Raises:
            FileProblem: none can be started.
        """
        self._over, self._lock = Event(), Lock()
        self._workers = [_Worker() for _ in range(size)]

    @property
    def processes(self) -> tuple[int, ...]:
        """The ids of the workers' processes."""
        return tuple(each.id for each in self._workers)

    def rows(self, sources: Sequence[Source], today: date, before: LastYears, year: int = 0) -> Iterator[Row]:
        """Read and check files; a row for each, in the order in which they are finished.

        Args:
            sources: the files.
            today: the day that checks use.
            before: last year's reports.
            year: the report year of those that do not say it; 0 for none.
        """

        def reply(asked: Answer) -> object:
            who = asked["who"]
            past = before.before_of(Agency(who["name"], who["short_name"]), who["year"])
            return plain_past(past) if past else None

        for source, answer in self._answers([_Job("row", each, today, year) for each in sources], reply):
            yield _row(source, answer)

    def last_years(
        self, sources: Sequence[Source], skipped: Callable[[FileProblem], None]
    ) -> Iterator[tuple[bool, str, PastReport]]:
        """Last year's reports in files: whether each is imported, its agency, and the report; as they come."""
        for source, answer in self._answers([_Job("past", each, date.today(), 0) for each in sources], _no_reply):  # noqa: DTZ011
            try:
                yield bool(answer["imported"]), str(answer["name"]), past_from(answer["past"])
            except _BROKEN:
                skipped(FileProblem(source.path, str(answer.get("error", child.CRASHED.format("没有回答")))))

    def end(self) -> None:
        """End all workers, whatever they do; what is being waited for comes to an end."""
        self._over.set()
        with self._lock:
            for each in self._workers:
                each.close()

    def _answers(self, jobs: Sequence[_Job], reply: Reply) -> Iterator[tuple[Source, Answer]]:
        left: SimpleQueue[_Job] = SimpleQueue()
        for job in jobs:
            left.put(job)
        done: SimpleQueue[tuple[Source, Answer]] = SimpleQueue()
        for number in range(len(self._workers)):
            Thread(target=self._work, args=(number, left, reply, done), name="crew", daemon=True).start()
        answered = 0
        while answered < len(jobs) and not self._over.is_set():
            with suppress(Empty):
                yield done.get(timeout=_LOOK_S)
                answered += 1
            for each in self._workers:
                each.end_if_stuck()

    def _work(self, number: int, left: "SimpleQueue[_Job]", reply: Reply, done: "SimpleQueue[Any]") -> None:
        """One thread for one worker: a file after the other, a new worker in the place of a dead one."""
        while not self._over.is_set():
            try:
                job = left.get_nowait()
            except Empty:
                return
            answer = self._workers[number].ask(job.line, reply)
            if "ended" in answer and not self._over.is_set():
                answer = {"error": self._replace(number)}
            done.put((job.source, answer))

    def _replace(self, number: int) -> str:
        """Put a new worker in the place of a dead one, and say why it died."""
        why = self._workers[number].why()
        with self._lock, suppress(FileProblem):
            self._workers[number].close()
            if not self._over.is_set():
                self._workers[number] = _Worker()
        return why


class _Worker:
    """One process, seen from here."""

    def __init__(self) -> None:
        self._since = 0.0
        self._stuck = False
        try:
            self._folder = TemporaryDirectory(prefix="nianbao-", ignore_cleanup_errors=True)
            self._process = child.start(child.program(worker.ARGUMENT, worker.__name__), self._folder.name)
        except OSError as error:
            raise FileProblem("", child.NO_START.format(from_os_error("", error).reason)) from None

    @property
    def id(self) -> int:
        return self._process.pid

    def ask(self, line: bytes, reply: Reply) -> Answer:
        """The answer to a question; `ended` when the process has died of it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._since = time.monotonic()
        try:
            self._process.stdin.write(line)
            while True:
                answer: Answer = json.loads(_line_of(self._process.stdout))
                if "who" not in answer:
                    return answer
                self._process.stdin.write(json.dumps(reply(answer)).encode() + b"\n")
        except (OSError, *_BROKEN):
            return {"ended": True}
        finally:
            self._since = 0.0

    def end_if_stuck(self) -> None:
        """End a process that has not answered for longer than any file may take."""
        if self._since and time.monotonic() - self._since > child.PATIENCE:
            self._stuck = True
            self._process.kill()

    def why(self) -> str:
        """Why the process died; it is ended where it lives and only talked nonsense."""
        if self._process.poll() is None:
            time.sleep(_LOOK_S)
        if self._process.poll() is None:
            self._process.kill()
        return child.IMPATIENT if self._stuck else child.why_ended(self._process.wait())

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if stream is not None:
                    stream.close()
        self._folder.cleanup()


def _line_of(stream: Any) -> bytes:  # noqa: ANN401 - an unbuffered pipe
    """A line of an unbuffered pipe, read in large pieces: the other side waits for a reply after each line.

    Raises:
        ValueError: it has ended, or goes on for longer than a row can be.
    """
    pieces = bytearray()
    while not pieces.endswith(b"\n"):
        piece = stream.read(65536)
        if not piece or len(pieces) > in_child.LARGEST_ANSWER:
            raise ValueError("no whole line")
        pieces += piece
    return bytes(pieces)


def _row(source: Source, answer: Answer) -> Row:
    try:
        return from_plain(answer["row"])
    except _BROKEN:
        return Row(source.name, error=str(answer.get("error", CANCELLED)))


def _no_reply(_answer: Answer) -> object:
    return None
