"""The report that is open in the window: how it is opened, made, put elsewhere and closed."""

from collections.abc import Callable, Generator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gui.pages.agency.agency_form import missing
from gui.session.bridge import Bridge
from gui.shell.draft_prompts import ask_for_unsaved, offer, offer_generation, refuse
from gui.shell.leaving import ask_about_conflict, ask_to_leave
from gui.shell.reading_only import follow_holder, say_version
from gui.shell.wizard import Wizard
from model.drafts import saved_words
from model.drafts.library import Unreadable
from model.drafts.open_draft import NotSaved
from model.files.problems import FileProblem
from model.form.form import CellError
from model.report import preamble
from model.session.opened import session_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gui.shell.stage import Stage
    from model.drafts.library import Leftover, Opened
    from model.report.report import Report


_END = object()


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
        self.leave_anyway = False
        self.ask_about_file: Callable[[Path], bool] = lambda _path: False
        """Asks what is to become of a file of a report that another draft stands for; whether it has asked."""
        self.ask_about_new: Callable[[Report, Callable[[], object], str], bool] = lambda _report, _make, _draft: False
        """Asks before a second draft for one report is made; whether it has asked."""
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
        library = self._stage.library
        if copy is None and ask and (waiting := library.waiting(path)):
            ask_for_unsaved(self._stage, waiting, lambda: self.open(path, ask=False))
            return False
        if copy is None and ask and self.ask_about_file(path):
            return False
        try:
            opened = library.open(path, _now(), copy, stale)
        except Unreadable as problem:
            offer_generation(self._stage, problem)
            return False
        except FileProblem as problem:
            refuse(self._stage, path, problem.reason)
            return False
        yield from self._showing(opened)
        return True

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
        try:
            report = make()
            if ask and self.ask_about_new(report, lambda: self.begin(make, ask=False), draft):
                return False
            _at_once(self._showing(self._stage.library.create(report, _now()), begins=True))
        except NotSaved as problem:
            self._stage.show_start()
            self._stage.tell(saved_words.not_made(problem.cause, problem.copy), "error")
        except (FileProblem, CellError) as problem:
            self._stage.tell(saved_words.not_made(problem, None), "error")
        else:
            return True
        return False

    def close(self, then: Callable[[], object] | None = None) -> bool:
        """Save and close the open report; says whether that was possible, and asks when it was not.

        Args:
            then: done when the clerk has answered and the report is closed after all.
        """
        report = self._stage.report
        if report is None:
            return True
        trouble = report.bridge.save_now()
        if trouble and not self.leave_anyway:
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

        Work that never reached it is among its versions afterwards.
        """
        if report := self._stage.report:
            self._put_away(save=False)
            if waiting := self._stage.library.waiting(report.path):
                self._stage.library.forget(waiting)
            if self.open(report.path, stale=stale) and self._stage.report:
                self._stage.report.say_at_first(words)

    def offer(self, leftovers: "Iterable[Leftover]") -> None:
        """Say what an earlier run left behind."""
        for leftover in leftovers:
            offer(self._stage, leftover)

    def _put_away(self, *, save: bool) -> None:
        report, self._stage.report = self._stage.report, None
        self.leave_anyway = False
        if report is not None:
            report.close_down(save=save)
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
        wizard = Wizard(Bridge(session, opened.file), opened.file.path, today)
        wizard.back.connect(self._go_back)
        wizard.bridge.stopped.connect(lambda cause: ask_about_conflict(self._stage, self, cause))
        self._stage.report = wizard
        self.opened.emit(wizard)
        self._stage.put(wizard, wizard.name)
        if opened.version is None:
            self._stage.desk.note_opened(wizard.path)
        wizard.begin(_first_page(opened.draft.report) if begins else "")
        if opened.version is not None:
            say_version(wizard, opened, self.restore_wanted.emit)
        elif opened.read_only:
            follow_holder(wizard, opened, self.reopen)
        wizard.say_at_first(words or "".join(opened.remarks))
        return True


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
