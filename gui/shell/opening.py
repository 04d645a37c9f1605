"""The report that is open in the window: how it is opened, made and closed."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.shell.window import MainWindow
    from gui.shell.wizard import Wizard
    from model.drafts.library import Opened
    from model.report.report import Report


class Opening:
    """One report at a time; `wizard` is it, and None while the start screen is shown."""

    def __init__(self, window: "MainWindow") -> None:
        """Begin with none."""
        self._window = window
        self.wizard: Wizard | None = None
        self.leave_anyway = False

    def open(self, path: Path, copy: Path | None = None) -> bool:
        """See `MainWindow.open_file`."""
        from gui.shell.draft_prompts import offer_generation, refuse
        from model.drafts.library import Unreadable
        from model.files.problems import FileProblem

        if not self.close():
            return False
        try:
            opened = self._window.library.open(path, _now(), copy)
        except Unreadable as problem:
            offer_generation(self._window, problem)
            return False
        except FileProblem as problem:
            refuse(self._window, path, problem.reason)
            return False
        self._show(opened)
        return True

    def create(self, year: int, name: str) -> None:
        """Begin a blank report, with its preamble composed."""

        def blank() -> "Report":
            from model.report import preamble

            report = self._window.library.blank(year, name)
            return report.with_text("preamble", preamble.compose(report))

        self.begin(blank)

    def begin(self, make: "Callable[[], Report]") -> bool:
        """Make a report a draft and open it where work begins; says whether it is open, and shows a line when not."""
        from model.files.problems import FileProblem
        from model.form.form import CellError

        if not self.close():
            return False
        try:
            self._show(self._window.library.create(make(), _now()), begins=True)
        except (FileProblem, CellError) as problem:
            self._window.tell(f"没能新建：{problem}", "error")
            return False
        return True

    def close(self) -> bool:
        """Save and close the open report; says whether that was possible, and asks when it was not."""
        if self.wizard is None:
            return True
        trouble = self.wizard.bridge.save_now()
        if trouble and not self.leave_anyway:
            self._ask_to_leave(trouble)
            return False
        wizard, self.wizard = self.wizard, None
        self.leave_anyway = False
        wizard.close_down()
        self._window.put_away(wizard)
        self._window.show_start()
        return True

    def keep_copy(self) -> Path | None:
        """Put the open work into a safe place, as after an error in the program."""
        return self.wizard.bridge.keep_copy() if self.wizard else None

    def _show(self, opened: "Opened", *, begins: bool = False) -> None:
        from gui.session.bridge import Bridge
        from gui.shell.wizard import Wizard

        window, today = self._window, self._window.today()
        bridge = Bridge(opened.session(today), opened.file, window)
        wizard = Wizard(bridge, opened.file.path, today)
        wizard.back.connect(self.close)
        wizard.settings.connect(window.dialogs.settings)
        wizard.help.connect(window.dialogs.help)
        wizard.dismiss.connect(window.dialogs.dismiss)
        wizard.last_year_wanted.connect(window.dialogs.last_year)
        wizard.windowTitleChanged.connect(window.show_name)
        self.wizard = wizard
        report = opened.draft.report
        window.put(wizard, wizard.name)
        wizard.begin(_first_page(report) if begins else "")
        if opened.read_only:
            holder = f" {opened.holder}" if opened.holder else "别的程序"
            wizard.show_reader(f"这份年报正由{holder}打开，这里只能查看，不能修改。")

    def _ask_to_leave(self, trouble: str) -> None:
        question = self._window.question(
            "还没存上，要离开吗？",
            f"{trouble}。现在离开，最后的修改会留在本机的恢复文件里，下次打开时可以接着用。",
            (("retry", "再试一次"), ("leave", "仍要离开")),
        )
        question.answered.connect(self._leave)
        question.open()

    def _leave(self, answer: str) -> None:
        self.leave_anyway = answer == "leave"
        if self.leave_anyway:
            self.keep_copy()
        self.close()


def _first_page(report: "Report") -> str:
    """Where work on a new report begins: at the agency, unless last year's report has said all that is needed of it."""
    from gui.pages.agency.agency_form import missing

    return "agency" if report.last_year is None or missing(report) else "overview"


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)
