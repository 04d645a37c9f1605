"""The report that is open in the window: how it is opened, made, put elsewhere and closed."""

from collections.abc import Callable, Generator
from concurrent.futures import Future, wait
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from gui.dialogs.waiting import Waiting
from gui.pages.agency.agency_form import missing
from gui.services.window_thread import call_soon_threadsafe
from gui.services.worker import Worker
from gui.session.bridge import Bridge
from gui.shell.draft_prompts import ask_for_unsaved, offer, offer_generation, refuse
from gui.shell.leaving import ask_about_conflict, ask_to_leave
from gui.shell.reading_only import follow_holder, say_version
from gui.shell.wizard import Wizard
from model.drafts import saved_words
from model.drafts.leftovers import Leftover
from model.drafts.library import Unreadable
from model.drafts.open_draft import NotSaved
from model.drafts.opening import Opened
from model.files.problems import FileProblem
from model.form.form import CellError
from model.report import preamble
from model.session.opened import session_of

if TYPE_CHECKING:
    from gui.shell.stage import Stage
    from model.report.report import Report


_END = object()
Ask = Callable[[], None]
"""Asks something in the window's thread."""


class Clashing(Protocol):
    """Looks, in a thread, for other drafts of a report; what comes back asks what is to become of it, None for none."""

    def look_at_file(self, path: Path) -> Ask | None:
        """Whether another draft stands for the report in a file."""

    def look_at_new(self, report: "Report", make: Callable[[], object], draft: str = "") -> Ask | None:
        """Whether a second draft for one report would be made."""


class Opening(QObject):
    """One report at a time; while it is open, the stage has it as its `report`."""

    opened = Signal(object)
    """The `Wizard` of the report that is open now."""
    left = Signal()
    """The clerk went back from the report, and it is closed."""
    restore_wanted = Signal(object, object)
    """The `Path` of the version that is looked at, and that of the draft it is to be put back into."""

    def __init__(self, stage: "Stage") -> None:
        """Begin with none."""
        super().__init__(stage)
        self._stage = stage
        stage.waiting = Waiting(stage.over)
        self.leave_anyway = False
        self.clashes: Callable[[], Clashing | None] = lambda: None
        """Gives what looks for other drafts of a report."""
        self._not_free: list[Future[None]] = []
        """Files of reports that were closed and are not given free yet, as their place does not answer."""
        self._leftovers: Future[tuple[Leftover, ...]] | None = None
        self._only_unsaved = True
        self._look_again = False
        self._steps: Generator[None, None, bool] | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._step)

    def open_soon(self, path: Path) -> None:
        """Open a draft, a part in each event-loop iteration; of several that were wanted the last one is opened."""
        self.drop()
        self._steps = self._opening(path)
        self._soon.start()

    def drop(self) -> None:
        """Open nothing more of what was begun with `open_soon`."""
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.close()

    def open(self, path: Path, copy: Path | None = None, stale: bytes = b"", *, ask: bool = True) -> bool:
        """Open a draft; says whether it is open now, and asks or shows a line when it is not.

        Args:
            path: the draft, or a file that turns out to be something else.
            copy: a version or a recovery copy to take the content from.
            stale: the note of a dead holder, whose lock is taken over.
            ask: whether work that never reached the draft is asked about first.
        """
        self.drop()
        return _at_once(self._opening(path, copy, stale, ask=ask))

    def _step(self) -> None:
        steps, self._steps = self._steps, None
        if steps is not None and next(steps, _END) is not _END and self._steps is None:
            self._steps = steps
            self._soon.start()

    def _opening(
        self, path: Path, copy: Path | None = None, stale: bytes = b"", *, ask: bool = True
    ) -> Generator[None, None, bool]:
        """The parts of `open`; what comes out is whether the draft is open."""
        if not self.close():
            return False
        with self._stage.reading_held():
            return (yield from self._opening_now(path, copy, stale, ask=ask))

    def _opening_now(self, path: Path, copy: Path | None, stale: bytes, *, ask: bool) -> Generator[None, None, bool]:
        look = partial(self._look, path, copy, stale, self.clashes() if copy is None and ask else None)
        try:
            found = self._stage.waiting.apart(f"正在打开“{path.name}”…", path, look, _give_free)
        except Unreadable as problem:
            offer_generation(self._stage, problem)
            return False
        except FileProblem as problem:
            refuse(self._stage, path, problem.reason)
            return False
        if isinstance(found, Leftover):
            ask_for_unsaved(self._stage, found, lambda: self.open(path, ask=False))
        elif isinstance(found, Opened):
            yield from self._showing(found)
            return True
        else:
            found()
        return False

    def _look(self, path: Path, copy: Path | None, stale: bytes, clashes: Clashing | None) -> "Opened | Leftover | Ask":
        """In a thread: open a draft, or find what is to be asked before."""
        library, desk = self._stage.library, self._stage.desk
        wait(self._not_free)
        if clashes and (waiting := library.waiting(path)):
            return waiting
        if clashes and (question := clashes.look_at_file(path)):
            return question
        opened = library.open(path, _now(), copy, stale)
        if opened.version is None:
            desk.note_opened(opened.file.path)
        return opened

    def create(self, year: int, name: str) -> None:
        """Begin a blank report, with its preamble composed."""

        def blank() -> "Report":
            report = self._stage.library.blank(year, name)
            return report.with_text("preamble", preamble.compose(report))

        self.begin(blank)

    def begin(self, make: "Callable[[], Report]", *, ask: bool = True, draft: str = "") -> bool:
        """Make a report a draft and open it where work begins; says whether it is open, and shows a line when not.

        Args:
            make: gives the report.
            ask: whether another draft of the same report is asked about first.
            draft: the id of the draft that the report says it was exported from.
        """
        self.drop()
        if not self.close():
            return False
        folder = self._stage.library.folder
        create = partial(self._create, make, draft, self.clashes() if ask else None)
        try:
            found = self._stage.waiting.apart("正在新建…", folder, create, _give_free)
            if not isinstance(found, Opened):
                found()
                return False
            _at_once(self._showing(found, begins=True))
        except NotSaved as problem:
            self._stage.show_start()
            self._stage.tell(saved_words.not_made(problem.cause, problem.copy), "error")
        except FileProblem as problem:
            self._stage.tell(saved_words.not_made(problem, None), "error", folder)
        except CellError as problem:
            self._stage.tell(saved_words.not_made(problem, None), "error")
        else:
            return True
        return False

    def _create(self, make: "Callable[[], Report]", draft: str, clashes: Clashing | None) -> "Opened | Ask":
        """In a thread: make a draft of a report, or find what is to be asked before."""
        library, desk = self._stage.library, self._stage.desk
        report = make()
        if clashes and (question := clashes.look_at_new(report, lambda: self.begin(make, ask=False), draft)):
            return question
        opened = library.create(report, _now())
        desk.note_opened(opened.file.path)
        return opened

    def close(self, then: Callable[[], object] | None = None) -> bool:
        """Save and close the open report; says whether that was possible, and asks when it was not.

        Args:
            then: done when the clerk has answered and the report is closed after all.
        """
        report = self._stage.report
        if report is None:
            return True
        trouble = "" if self.leave_anyway else report.bridge.save_now()
        if self._stage.report is not report:  # something else was done while it was waited for
            return self._stage.report is None
        if trouble:
            ask_to_leave(self._stage, self, trouble, then)
            return False
        self._put_away(save=True)
        return True

    def leave(self) -> None:
        """Close the open report whatever is not saved."""
        self.leave_anyway = True
        self._go_back()

    def _go_back(self) -> None:
        if self.close():
            self.left.emit()

    def move_to(self, opened: "Opened", words: str) -> None:
        """Go on in another file, in which the open report is now, and say so."""
        self._put_away(save=False)
        _at_once(self._showing(opened, words=words))

    def reopen(self, stale: bytes = b"", words: str = "") -> None:
        """Open the draft anew, after it was changed elsewhere or given up by whoever had it, and say why.

        Work that never reached it is among its versions afterwards, and is not asked about: a copy of it may still be
        written by the thread that keeps one.
        """
        if report := self._stage.report:
            self._put_away(save=False)
            if waiting := self._stage.library.waiting(report.path):
                self._stage.library.forget(waiting)
            if self.open(report.path, stale=stale, ask=False) and self._stage.report:
                self._stage.report.say_at_first(words)

    def offer_leftovers(self, *, unsaved: bool = False) -> None:
        """Look in a thread what an earlier run left behind, and say it on the start screen.

        A search that is running is out of date as this is called, so that another follows it.

        Args:
            unsaved: whether only work is told of that never reached its draft.
        """
        self._only_unsaved &= unsaved
        self._look_again = self._leftovers is not None
        if self._leftovers is None:
            worker = Worker("leftovers")
            self._leftovers = worker.submit(self._stage.library.leftovers)
            self._leftovers.add_done_callback(call_soon_threadsafe(self._offer))
            worker.shutdown(wait=False)

    def _offer(self, found: "Future[tuple[Leftover, ...]]") -> None:
        self._leftovers = None
        if self._look_again:
            self.offer_leftovers(unsaved=self._only_unsaved)
            return
        only_unsaved, self._only_unsaved = self._only_unsaved, True
        if self._stage.report is None and not found.exception():
            for leftover in found.result():
                if leftover.copy is not None or not only_unsaved:
                    offer(self._stage, leftover)

    def _put_away(self, *, save: bool) -> None:
        report, self._stage.report = self._stage.report, None
        self.leave_anyway = False
        if report is not None:
            self._not_free = [ended for ended in self._not_free if not ended.done()]
            if (ended := report.close_down(save=save)) is not None:
                self._not_free.append(ended)
            self._stage.put_away(report)
        self._stage.show_start()

    def _showing(self, opened: "Opened", *, begins: bool = False, words: str = "") -> Generator[None, None, bool]:
        """Show a draft that is open: the session, then the window's parts; given free again if that is dropped."""
        today = self._stage.today()
        try:
            yield
            session = session_of(opened, today)
            yield
        except GeneratorExit:
            opened.file.close()
            raise
        bridge = Bridge(session, opened.file, wait=self._stage.waiting.wait)
        wizard = Wizard(bridge, opened.file.path, today)
        wizard.back.connect(self._go_back)
        wizard.bridge.stopped.connect(lambda cause: ask_about_conflict(self._stage, self, cause))
        self._stage.report = wizard
        self.opened.emit(wizard)
        self._stage.put(wizard, wizard.name)
        wizard.begin(_first_page(opened.draft.report) if begins else "")
        if opened.version is not None:
            say_version(wizard, opened, self.restore_wanted.emit)
        elif opened.read_only:
            follow_holder(wizard, opened, self.reopen)
        wizard.say_at_first(words or "".join(opened.remarks))
        return True


def _give_free(found: object) -> None:
    """In a thread: give a draft free again that was opened too late."""
    if isinstance(found, Opened):
        found.file.close()


def _at_once(parts: Generator[None, None, bool]) -> bool:
    """Do all parts, and return what comes out."""
    while True:
        try:
            next(parts)
        except StopIteration as end:
            return bool(end.value)


def _first_page(report: "Report") -> str:
    """Where work on a new report begins: at the agency, unless last year's report has said all that is needed of it."""
    return "agency" if report.last_year is None or missing(report) else "overview"


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)
