"""The report that is open in the window: how it is opened, made and closed."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.pages.agency.agency_form import missing
from gui.session.bridge import Bridge
from gui.shell.draft_prompts import offer, offer_generation, refuse
from gui.shell.wizard import Wizard
from model.drafts.library import Unreadable
from model.files.problems import FileProblem
from model.form.form import CellError
from model.report import preamble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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

    def open(self, path: Path, copy: Path | None = None) -> bool:
        """Open a draft; says whether it is open now, and shows a line when it is not.

        Args:
            path: the draft, or a file that turns out to be something else.
            copy: a version or a recovery copy to take the content from.
        """
        if not self.close():
            return False
        try:
            opened = self._stage.library.open(path, _now(), copy)
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

    def close(self) -> bool:
        """Save and close the open report; says whether that was possible, and asks when it was not."""
        report = self._stage.report
        if report is None:
            return True
        trouble = report.bridge.save_now()
        if trouble and not self.leave_anyway:
            self._ask_to_leave(trouble)
            return False
        self._stage.report = None
        self.leave_anyway = False
        report.close_down()
        self._stage.put_away(report)
        self._stage.show_start()
        return True

    def offer(self, leftovers: "Iterable[Leftover]") -> None:
        """Say what an earlier run left behind."""
        for leftover in leftovers:
            offer(self._stage, leftover)

    def _show(self, opened: "Opened", *, begins: bool = False) -> None:
        today = self._stage.today()
        wizard = Wizard(Bridge(opened.session(today), opened.file), opened.file.path, today)
        wizard.back.connect(self.close)
        self._stage.report = wizard
        self.opened.emit(wizard)
        self._stage.put(wizard, wizard.name)
        wizard.begin(_first_page(opened.draft.report) if begins else "")
        if opened.read_only:
            holder = f" {opened.holder}" if opened.holder else "别的程序"
            wizard.show_reader(f"这份年报正由{holder}打开，这里只能查看，不能修改。")

    def _ask_to_leave(self, trouble: str) -> None:
        question = self._stage.question(
            "还没存上，要离开吗？",
            f"{trouble}。现在离开，最后的修改会留在本机的恢复文件里，下次打开时可以接着用。",
            (("retry", "再试一次"), ("leave", "仍要离开")),
        )
        question.answered.connect(self._leave)
        question.open()

    def _leave(self, answer: str) -> None:
        self.leave_anyway = answer == "leave"
        if self.leave_anyway and self._stage.report is not None:
            self._stage.report.bridge.keep_copy()
        self.close()


def _first_page(report: "Report") -> str:
    """Where work on a new report begins: at the agency, unless last year's report has said all that is needed of it."""
    return "agency" if report.last_year is None or missing(report) else "overview"


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)
