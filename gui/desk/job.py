"""Reads and checks a folder in worker processes, watched by a thread; results come as they are, and it ends at once."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from threading import Event, Lock, Thread

from PySide6.QtCore import QObject, Signal

from gui.services.window_thread import call_soon_threadsafe
from importers.many.crew import Crew, usual_size
from importers.many.review import Past, Step, Work, left, steps, unchanged, work
from model.files.problems import FileProblem
from model.review.board import Likeness, likeness_of
from model.review.desk import Desk
from model.review.row import Row
from model.structs import Struct, field

UNEXPECTED = "读取时出了意外，没有读完。请关闭一些程序后再试"


class Done(Struct, frozen=True):
    """What an earlier run has read to its end: its work, the rows by their files' names, and last year's reports."""

    work: Work
    rows: Mapping[str, Row] = field(default_factory=dict)
    pasts: tuple[Past, ...] = ()


class ReviewJob(QObject):
    """One run over the files of a desk, or over what is new of them; nothing is told after `cancel`."""

    found = Signal(object)
    """The `Work`: which files there are, whether they are read anew or not."""
    kept = Signal(object)
    """The `Known` of an earlier run that still holds; only where one was given."""
    stepped = Signal(object)
    """A `Step`."""
    skipped = Signal(str)
    """Why a file of last year was left out."""
    done = Signal(object)
    """The likeness of the texts, when all is read."""
    failed = Signal(str)

    def __init__(self, desk: Desk, today: date, known: Done | None = None, parent: QObject | None = None) -> None:
        """Take what is to be read, and what is known of it and is not read again."""
        super().__init__(parent)
        self._desk, self._today, self._known = desk, today, known
        self._hand = _Hand()
        self._told = False

    @property
    def processes(self) -> tuple[int, ...]:
        """The ids of the workers' processes; none before they are there."""
        return self._hand.processes

    def start(self) -> None:
        """Begin in a thread."""
        tell = call_soon_threadsafe(self._hear)
        arguments = (self._desk, self._today, self._known, self._hand, tell)
        Thread(target=_run, args=arguments, name="review", daemon=True).start()

    def cancel(self) -> None:
        """End the workers, and tell nothing more."""
        self._told = True
        self._hand.stop()

    def _hear(self, what: str, value: object) -> None:
        if not self._told:
            self._told = what in ("done", "failed")
            getattr(self, what).emit(value)


class _Hand:
    """Holds the crew of a run where another thread can end it, whether it is there yet or not."""

    def __init__(self) -> None:
        self.over, self._lock = Event(), Lock()
        self._crew: Crew | None = None

    @property
    def processes(self) -> tuple[int, ...]:
        with self._lock:
            return self._crew.processes if self._crew else ()

    def take(self, crew: Crew) -> None:
        with self._lock:
            self._crew = crew
        if self.over.is_set():
            crew.end()

    def stop(self) -> None:
        self.over.set()
        with self._lock:
            crew = self._crew
        if crew is not None:
            Thread(target=crew.end, name="crew-end", daemon=True).start()


Tell = Callable[[str, object], None]


def _run(desk: Desk, today: date, known: Done | None, hand: _Hand, tell: Tell) -> None:
    try:
        last_year = Path(desk.last_year) if desk.last_year else None
        folders = [Path(desk.folder)] if desk.folder else []
        found = work(folders, last_year, today, desk.year, [Path(each) for each in desk.files])
        tell("found", found)
        tell("done", _read(found, desk, known, hand, tell))
    except FileProblem as problem:
        tell("failed", str(problem))
    except BaseException:
        tell("failed", UNEXPECTED)
        raise  # a mistake of the program is also logged


def _read(found: Work, desk: Desk, known: Done | None, hand: _Hand, tell: Tell) -> Likeness:
    rows, to_do = dict[str, Row](), found
    if known:
        same = unchanged(known.rows, known.pasts, known.work, found)
        tell("kept", same)
        rows = dict(same.rows)
        to_do = found if same.pasts is None else left(found, rows, same.pasts)
    if to_do.files:
        crew = Crew(usual_size(len(to_do.files) + len(to_do.before)))
        hand.take(crew)
        try:
            for step in steps(to_do, crew, lambda problem: tell("skipped", str(problem))):
                _keep(step, rows)
                tell("stepped", step)
        finally:
            crew.end()
    times = {source.name: source.changed for source in found.files}
    return {} if hand.over.is_set() else likeness_of(desk, list(rows.values()), times)


def _keep(step: Step, rows: dict[str, Row]) -> None:
    if step.row is not None:
        rows[step.row.file] = step.row
