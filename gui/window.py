"""The window: the start screen, or an open report."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from gui.pages.start import StartPage
from gui.theme import ZOOM_STEP, theme
from gui.widgets.ring import listen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from gui.dialogs.question import Question
    from gui.widgets.notice import Notice
    from gui.widgets.text import Severity
    from gui.wizard import Wizard
    from model.checks import Finding
    from model.draft_list import Entry
    from model.library import Library, Opened

TITLE = "年报助手"
SUFFIX = ".nianbao"


class MainWindow(QMainWindow):
    """The one window of the program."""

    closed = Signal()

    def __init__(self, documents: Path, data: Path, today: Callable[[], date], version: Callable[[], str]) -> None:
        """Show the start screen, still without the drafts; `show_start` brings them.

        Args:
            documents: the folder with the drafts.
            data: the folder with the program's own data.
            today: gives the day that is today.
            version: gives the program's version.
        """
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(TITLE)
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 480)
        self._documents, self._data, self.today, self._version = documents, data, today, version
        self.wizard: Wizard | None = None
        self.leave_anyway = False
        self.start = StartPage(today())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self.setCentralWidget(self._stack)
        self._connect()
        self._add_shortcuts()

    @cached_property
    def library(self) -> "Library":
        """The drafts of this user; the model is imported with it, which is why it comes after the window."""
        from model.library import Library

        return Library(self._documents, self._data)

    # The start screen

    def show_start(self) -> None:
        """Show the drafts as they are now."""
        self.start.show_drafts(self.library.drafts(self.today()))
        self._stack.setCurrentWidget(self.start)
        self.start.setFocus()
        self.setWindowTitle(TITLE)

    def offer_recovery(self) -> None:
        """Say what an earlier run left behind."""
        from gui.offers import offer

        for leftover in self.library.leftovers():
            offer(self, leftover)

    def tell(self, words: str, severity: "Severity" = "warning", about: Path | None = None) -> None:
        """Say one line: in the open report's bar, or across the start screen, where a file has only one."""
        if self.wizard is not None:
            self.wizard.say(words)
        else:
            self.notice(severity, words, about=about)

    def notice(
        self,
        severity: "Severity",
        words: str,
        answers: Sequence[tuple[str, str, Callable[[], None]]] = (),
        about: Path | None = None,
    ) -> "Notice":
        """A line across the start screen; see `Notice`."""
        from gui.widgets.notice import Notice

        shown = Notice(severity, words, answers, about=str(about or words))
        self.start.add_notice(shown)
        return shown

    def question(self, heading: str, words: str, answers: Sequence[tuple[str, str]], safe: str = "") -> "Question":
        """A question over the window; open it when its answer is connected."""
        from gui.dialogs.question import Question

        return Question(heading, words, answers, self, safe=safe)

    def new_report(self) -> None:
        """Ask for year and agency, and begin a report."""
        from gui.dialogs.new_report import NewReportDialog
        from model.due import season_year

        today = self.today()
        newest = next((entry.report for entry in self.library.drafts(today) if entry.report), None)
        dialog = NewReportDialog(season_year(today), newest.agency.name if newest else "", self)
        dialog.wanted.connect(self._create)
        dialog.open()

    def choose_file(self) -> None:
        """Ask for a draft somewhere else, and open it."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(
            self, "打开年报草稿", str(self._documents), f"年报草稿 (*{SUFFIX});;所有文件 (*)"
        )
        if chosen:
            self.open_file(Path(chosen))

    # An open report

    def open_file(self, path: Path, copy: Path | None = None) -> bool:
        """Open a draft; says whether it is open now, and shows a line when it is not.

        Args:
            path: the draft, or a file that turns out to be something else.
            copy: a version or a recovery copy to take the content from.
        """
        from gui.offers import offer_generation, refuse
        from model.library import Unreadable
        from model.problems import FileProblem

        if not self.close_report():
            return False
        try:
            opened = self.library.open(path, _now(), copy)
        except Unreadable as problem:
            offer_generation(self, problem)
            return False
        except FileProblem as problem:
            refuse(self, path, problem.reason)
            return False
        self._show(opened)
        return True

    def close_report(self) -> bool:
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
        self._stack.removeWidget(wizard)
        wizard.deleteLater()
        self.show_start()
        return True

    def keep_copy(self) -> Path | None:
        """Put the open work into a safe place, as after an error in the program."""
        return self.wizard.bridge.keep_copy() if self.wizard else None

    # Events

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Save, give the draft free, and close; a report that cannot be saved keeps the window open."""
        if self.close_report():
            self.closed.emit()
            event.accept()
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Note from now on whether keys or the mouse are used."""
        super().showEvent(event)
        listen(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files, and light up the place for them."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.start.drop_zone.set_hot(hot=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802
        """Put the light out."""
        self.start.drop_zone.set_hot(hot=False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Open what was dropped."""
        self.start.drop_zone.set_hot(hot=False)
        event.acceptProposedAction()
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if len(files) == 1:
            self.open_file(files[0])
        else:
            self.tell("一次只能打开一个文件，请一个一个拖进来。")

    # Details

    def _connect(self) -> None:
        start = self.start
        start.new.connect(self.new_report)
        start.open_file.connect(self.choose_file)
        start.opened.connect(lambda entry: self.open_file(entry.path))
        start.restored.connect(lambda entry: self.open_file(entry.path))
        start.shown.connect(lambda entry: self._show_folder(entry.path))
        start.removed.connect(self._ask_to_remove)
        start.settings.connect(self._open_settings)
        start.help.connect(self._open_help)

    def _add_shortcuts(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Ctrl++": lambda: theme().set_zoom(theme().zoom + ZOOM_STEP),
            "Ctrl+=": lambda: theme().set_zoom(theme().zoom + ZOOM_STEP),
            "Ctrl+-": lambda: theme().set_zoom(theme().zoom - ZOOM_STEP),
            "Ctrl+0": lambda: theme().set_zoom(100),
            "F1": self._open_help,
            "Ctrl+O": self.choose_file,
            "Ctrl+N": self.new_report,
        }
        for sequence, act in keys.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(act)

    def _create(self, year: int, name: str) -> None:
        from model import preamble
        from model.form import CellError
        from model.problems import FileProblem

        if not self.close_report():
            return
        try:
            report = self.library.blank(year, self.today(), name)
            report = report.with_text("preamble", preamble.compose(report))
            self._show(self.library.create(report, _now()))
        except (FileProblem, CellError) as problem:
            self.tell(f"没能新建：{problem}", "error")

    def _show(self, opened: "Opened") -> None:
        from gui.bridge import Bridge
        from gui.wizard import Wizard

        today = self.today()
        bridge = Bridge(opened.session(today), opened.file, self)
        wizard = Wizard(bridge, opened.file.path, today)
        wizard.back.connect(self.close_report)
        wizard.settings.connect(self._open_settings)
        wizard.help.connect(self._open_help)
        wizard.dismiss.connect(self._ask_reason)
        self.wizard = wizard
        self._stack.addWidget(wizard)
        self._stack.setCurrentWidget(wizard)
        wizard.begin()
        report = opened.draft.report
        self.setWindowTitle(f"{report.agency.name} {report.year} 年度报告 — {TITLE}")
        self.start.clear_notices()
        if opened.read_only:
            holder = f" {opened.holder}" if opened.holder else "别的程序"
            wizard.show_reader(f"这份年报正由{holder}打开，这里只能查看，不能修改。")

    def _ask_to_leave(self, trouble: str) -> None:
        question = self.question(
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
        self.close_report()

    def _ask_to_remove(self, entry: "Entry") -> None:
        from gui.offers import ask_to_remove

        ask_to_remove(self, entry.path)

    def _show_folder(self, path: Path) -> None:
        from gui.show_in_folder import show_in_folder

        if not show_in_folder(path):
            self.tell(f"打不开文件夹，请到这里找：{path.parent}")

    def _ask_reason(self, finding: "Finding") -> None:
        from gui.dialogs.dismiss import DismissDialog

        if self.wizard is None:
            return
        dialog = DismissDialog(finding, self)
        dialog.reason.connect(self.wizard.bridge.dismiss)
        dialog.open()

    def _open_settings(self) -> None:
        from gui.dialogs.settings import SettingsDialog

        _open(SettingsDialog(self._documents, self._data, self))

    def _open_help(self) -> None:
        from gui.dialogs.help import HelpDialog

        _open(HelpDialog(self._version(), self))


def _open(dialog: "QDialog") -> None:
    dialog.open()


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)
