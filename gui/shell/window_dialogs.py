"""The dialogs the window opens: each is imported when it is asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.shell.window import MainWindow
    from model.checks import Finding

SUFFIX = ".nianbao"
_READABLE = f"年报草稿和报告 (*{SUFFIX} *.docx *.doc *.wps *.rtf *.odt *.html *.htm *.mht *.mhtml *.xlsx *.xls *.txt)"


class WindowDialogs:
    """What can be asked for on the start screen and in an open report."""

    def __init__(self, window: "MainWindow") -> None:
        """Belong to the window."""
        self._window = window

    def new_report(self) -> None:
        """Ask for year and agency, and begin a report."""
        from gui.dialogs.new_report import NewReportDialog
        from model.report.due import season_year

        window = self._window
        today = window.today()
        newest = next((entry.report for entry in window.library.drafts() if entry.report), None)
        dialog = NewReportDialog(season_year(today), newest.agency.name if newest else "", window)
        dialog.wanted.connect(window.opening.create)
        dialog.open()

    def choose_file(self) -> None:
        """Ask for a draft or a report somewhere else, and open or read it."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(
            self._window, "打开文件", str(self._window.documents), f"{_READABLE};;年报草稿 (*{SUFFIX});;所有文件 (*)"
        )
        if chosen:
            self._window.importing.take(Path(chosen))

    def from_last_year(self) -> None:
        """Begin with last year's report: a draft on this machine, or a file that is asked for."""
        from gui.shell.importing import past_drafts
        from model.report.due import season_year

        window = self._window
        found = past_drafts(window.library.drafts(), season_year(window.today()))
        if found:
            window.start.offer_past(found, window.importing.continue_draft, self.choose_last_year)
        else:
            self.choose_last_year()

    def choose_last_year(self) -> None:
        """Ask for last year's report, and read it."""
        if chosen := self._chosen("选上年的报告"):
            self._window.importing.take(chosen, "从上年报告新建")

    def last_year(self) -> None:
        """Ask for last year's report for the one that is open, and read it."""
        if chosen := self._chosen("选上年的报告，放在旁边对照"):
            self._window.importing.take_beside(chosen)

    def _chosen(self, title: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        window = self._window
        chosen, _ = QFileDialog.getOpenFileName(window, title, str(window.documents), f"{_READABLE};;所有文件 (*)")
        return Path(chosen) if chosen else None

    def show_folder(self, path: Path) -> None:
        """Show a draft in the system's file manager."""
        from gui.services.show_in_folder import show_in_folder

        if not show_in_folder(path):
            self._window.tell(f"打不开文件夹，请到这里找：{path.parent}")

    def remove(self, path: Path) -> None:
        """Ask whether a draft shall go to the recycle bin."""
        from gui.shell.draft_prompts import ask_to_remove

        ask_to_remove(self._window, path)

    def dismiss(self, findings: "Sequence[Finding]") -> None:
        """Ask why some findings of one cause are to be left as they are."""
        from gui.dialogs.dismiss import DismissDialog
        from model.session.answers import dismissed

        wizard = self._window.wizard
        if wizard is None:
            return
        dialog = DismissDialog(findings, wizard.bridge.session.report.form, self._window)
        dialog.reason.connect(lambda chosen, reason: wizard.bridge.do(dismissed(chosen, reason)))
        dialog.open()

    def settings(self) -> None:
        """Zoom, light or dark, and where everything is kept."""
        from gui.dialogs.settings import SettingsDialog

        SettingsDialog(self._window.documents, self._window.data, self._window).open()

    def help(self) -> None:
        """The keys, and what the program is."""
        from gui.dialogs.help import HelpDialog

        window = self._window
        HelpDialog(window.version(), window.documents, window.data, window).open()
