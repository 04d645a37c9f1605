"""The report that is open in the window: how it is opened, made, put elsewhere and closed."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.pages.agency.agency_form import missing
from gui.session.bridge import Bridge
from gui.shell.draft_prompts import ask_for_unsaved, offer, offer_generation, refuse
from gui.shell.leaving import ask_about_conflict, ask_to_leave
from gui.shell.reading_only import follow_holder, say_version
from gui.shell.wizard import Wizard
from model.drafts.library import Unreadable
from model.files.problems import FileProblem
from model.form.form import CellError
from model.report import preamble
from model.session.opened import session_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gui.shell.stage import Stage
    from model.drafts.library import Leftover, Opened
    from model.report.report import Report


class Opening(QObject):
    """One report at a time; while it is open, the stage has it as its `report`."""

    opened = Signal(object)
    """The `Wizard` of the report that is open now."""

    def __init__(self, stage: "Stage") -> None:
        """Begin with none."""
        super().__init__(stage)
        self._stage = stage
        self.leave_anyway = False

    def open(self, path: Path, copy: Path | None = None, stale: bytes = b"", *, ask: bool = True) -> bool:
        """Open a draft; says whether it is open now, and asks or shows a line when it is not.

        Args:
            path: the draft, or a file that turns out to be something else.
            copy: a version or a recovery copy to take the content from.
            stale: the note of a dead holder, whose lock is taken over.
            ask: whether work that never reached the draft is asked about first.
        """
        if not self.close():
            return False
        library = self._stage.library
        if copy is None and ask and (waiting := library.waiting(path)):
            ask_for_unsaved(self._stage, waiting, lambda: self.open(path, ask=False))
            return False
        try:
            opened = library.open(path, _now(), copy, stale)
        except Unreadable as problem:
            offer_generation(self._stage, problem)
            return False
        except FileProblem as problem:
            refuse(self._stage, path, problem.reason)
            return False
        self._show(opened)
        return True

    def create(self, year: int, name: str) -> None:
        """Begin a blank report, with its preamble composed."""

        def blank() -> "Report":
            report = self._stage.library.blank(year, name)
            return report.with_text("preamble", preamble.compose(report))

        self.begin(blank)

    def begin(self, make: "Callable[[], Report]") -> bool:
        """Make a report a draft and open it where work begins; says whether it is open, and shows a line when not."""
        if not self.close():
            return False
        try:
            self._show(self._stage.library.create(make(), _now()), begins=True)
        except (FileProblem, CellError) as problem:
            self._stage.tell(f"没能新建：{problem}", "error")
            return False
        return True

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
        self.close()

    def move_to(self, opened: "Opened", words: str) -> None:
        """Go on in another file, in which the open report is now, and say so."""
        self._put_away(save=False)
        self._show(opened, words=words)

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

    def _show(self, opened: "Opened", *, begins: bool = False, words: str = "") -> None:
        today = self._stage.today()
        wizard = Wizard(Bridge(session_of(opened, today), opened.file), opened.file.path, today)
        wizard.back.connect(self.close)
        wizard.bridge.stopped.connect(lambda cause: ask_about_conflict(self._stage, self, cause))
        self._stage.report = wizard
        self.opened.emit(wizard)
        self._stage.put(wizard, wizard.name)
        wizard.begin(_first_page(opened.draft.report) if begins else "")
        if opened.version is not None:
            say_version(wizard, opened, self._restore)
        elif opened.read_only:
            follow_holder(wizard, opened, self.reopen)
        wizard.say_at_first(words or "".join(opened.remarks))

    def _restore(self, version: Path, path: Path) -> None:
        """Put a version that is looked at into the place of its draft, and open that."""
        if self.close():
            self.open(path, version)


def _first_page(report: "Report") -> str:
    """Where work on a new report begins: at the agency, unless last year's report has said all that is needed of it."""
    return "agency" if report.last_year is None or missing(report) else "overview"


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)
