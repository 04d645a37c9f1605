"""The dialogs the window opens: each is imported when it is asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from gui.dialogs.desk.deleted import DeletedDialog
from gui.dialogs.dismiss import DismissDialog
from gui.dialogs.help import HelpDialog
from gui.dialogs.new_report import NewReportDialog
from gui.dialogs.settings import SettingsDialog
from gui.help.book_window import BookWindow
from gui.help.books import MANUAL
from gui.services.folders import begin_in, is_given
from gui.shell.comparing import Comparing
from gui.shell.desk.actions import DraftActions
from gui.shell.desk.clashes import Clashes
from gui.shell.desk.deleted_drafts import bring_back, remove_versions
from gui.shell.desk.history import put_back
from gui.shell.desk.keeping import Keeping
from gui.shell.desk.moving import choose_folder
from gui.shell.gathering.sheets import Gathering
from gui.shell.importing import past_drafts
from gui.shell.ledger import LedgerCounting
from importers.formats.kinds import suffixes
from model.report.due import season_year
from model.session.answers import dismissed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gui.shell.importing import Importing
    from gui.shell.opening import Opening
    from gui.shell.stage import Stage
    from model.checks import Finding

SUFFIX = ".nianbao"
_GIVEN, _OPEN = "草稿文件夹由启动程序的命令指定，这里不能换。", "要换文件夹，请先回到“我的年报”。"
"""Why the drafts' folder cannot be chosen now."""


class WindowDialogs:
    """What can be asked for on the start screen and in an open report."""

    def __init__(
        self, stage: "Stage", opening: "Opening", importing: "Importing", version: "Callable[[], str]"
    ) -> None:
        """Take what the dialogs stand over, what their answers go to, and what gives the program's version."""
        self._stage, self._opening, self._importing, self._version = stage, opening, importing, version

    def new_report(self) -> None:
        """Ask for year and agency, and begin a report."""
        stage = self._stage
        newest = next((entry for entry in stage.library.list.now() if entry.readable), None)
        dialog = NewReportDialog(season_year(stage.today()), newest.agency if newest else "", stage.over)
        dialog.wanted.connect(self._opening.create)
        dialog.open()

    def choose_file(self) -> None:
        """Ask for a draft or a report somewhere else, and open or read it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._stage.over,
            "打开文件",
            begin_in(self._stage.documents),
            f"{_readable()};;年报草稿 (*{SUFFIX});;所有文件 (*)",
        )
        if chosen:
            self._importing.take(Path(chosen))

    def from_last_year(self) -> None:
        """Begin with last year's report: a draft on this machine, or a file that is asked for."""
        stage = self._stage
        found = past_drafts(stage.library.drafts(), season_year(stage.today()))
        if found:
            stage.start.show_past(found, self._importing.continue_draft, self.choose_last_year)
        else:
            self.choose_last_year()

    def choose_last_year(self) -> None:
        """Ask for last year's report, and read it."""
        if chosen := self._chosen("选上年的报告"):
            self._importing.take(chosen, "从上年报告新建")

    def last_year(self) -> None:
        """Ask for last year's report for the one that is open, and read it."""
        if chosen := self._chosen("选上年的报告，放在旁边对照"):
            self._importing.take_as_last_year(chosen)

    def comparison(self) -> None:
        """Lay what was published against the report that is open."""
        if self._stage.report is not None:
            self._stage.report.bridge.when_current(lambda: Comparing(self._stage))

    def ledger(self) -> None:
        """Count the table of the open report from a ledger."""
        if self._stage.report is not None:
            LedgerCounting(self._stage, self._stage.report)

    def sheets(self) -> None:
        """Gather the figures of the open report from the 科室."""
        if self._stage.report is not None:
            Gathering(self._stage, self._stage.report)

    def _chosen(self, title: str) -> Path | None:
        stage = self._stage
        chosen, _ = QFileDialog.getOpenFileName(
            stage.over, title, begin_in(stage.documents), f"{_readable()};;所有文件 (*)"
        )
        return Path(chosen) if chosen else None

    def dismiss(self, findings: "Sequence[Finding]") -> None:
        """Ask why some findings of one cause are to be left as they are."""
        wizard = self._stage.report
        if wizard is None:
            return
        dialog = DismissDialog(findings, wizard.bridge.session.report, self._stage.over)
        dialog.reason.connect(lambda chosen, reason: wizard.bridge.do(dismissed(chosen, reason)))
        dialog.open()

    def act(self, action: str, path: Path) -> None:
        """Do something with a draft as a file (see `gui.controls.draft_menu`)."""
        DraftActions(self._stage, self._opening, self._importing.continue_with).act(action, path)

    @property
    def clashes(self) -> Clashes:
        """What is asked about two drafts of one report."""
        return Clashes(self._stage, self._opening)

    @property
    def keeping(self) -> Keeping:
        """All drafts in one file, and back."""
        return Keeping(self._stage)

    def put_back(self, path: Path, version: Path) -> None:
        """Put a version that is looked at into its draft."""
        put_back(self._stage, self._opening, path, version)

    def deleted(self) -> None:
        """The drafts that are gone while versions of them are kept: bring one back, or remove its versions."""
        dialog = DeletedDialog(self._stage.library.deleted(), self._stage.over)
        dialog.restored.connect(lambda gone: bring_back(self._stage, self._opening, gone))
        dialog.removed.connect(lambda gone: remove_versions(self._stage, gone))
        dialog.open()

    def settings(self) -> None:
        """Zoom, light or dark, and where everything is kept."""
        stage = self._stage
        fixed = _GIVEN if is_given() else _OPEN if stage.report is not None else ""
        dialog = SettingsDialog(stage.documents, stage.data, stage.over, fixed=fixed)
        dialog.folder_wanted.connect(lambda: choose_folder(stage))
        dialog.open()

    def help(self) -> None:
        """The keys, and what the program is."""
        dialog = HelpDialog(self._version(), self._stage.documents, self._stage.data, self._stage.over)
        dialog.manual_wanted.connect(lambda: self.book(MANUAL))
        dialog.open()

    def book(self, book: str) -> None:
        """All that is written for the clerk, opened at one of the books; it may stay open beside the report."""
        BookWindow(book, self._stage.over).show()


def _readable() -> str:
    return f"年报草稿和报告 (*{SUFFIX} {' '.join(f'*{suffix}' for suffix in suffixes())})"
