"""The window: the start screen, or an open report."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from gui.controls.ring import listen
from gui.look.theme import ZOOM_STEP, theme
from gui.pages.start.page import StartPage
from gui.services.preload import Preload
from gui.shell.importing import Importing
from gui.shell.opening import Opening
from gui.shell.window_dialogs import WindowDialogs

if TYPE_CHECKING:
    from gui.controls.notice import Notice
    from gui.controls.text import Severity
    from gui.dialogs.question import Question
    from gui.shell.wizard import Wizard
    from model.drafts.library import Library

TITLE = "年报助手"


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
        self.documents, self.data, self.today, self.version = documents, data, today, version
        self.opening, self.dialogs, self.importing = Opening(self), WindowDialogs(self), Importing(self)
        self.preload = Preload(parent=self)
        self.start = StartPage(today())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self.setCentralWidget(self._stack)
        self._connect()
        self._add_shortcuts()

    @cached_property
    def library(self) -> "Library":
        """The drafts of this user; the model is imported with it, which is why it comes after the window."""
        from model.drafts.library import Library

        return Library(self.documents, self.data)

    @property
    def wizard(self) -> "Wizard | None":
        """The open report."""
        return self.opening.wizard

    # The start screen

    def show_start(self) -> None:
        """Show the drafts as they are now, and in the turns that follow how far each is."""
        self.start.show_drafts(self.library.drafts())
        self._stack.setCurrentWidget(self.start)
        self.start.setFocus()
        self.setWindowTitle(TITLE)
        self.preload.start()

    def offer_recovery(self) -> None:
        """Say what an earlier run left behind."""
        from gui.shell.draft_prompts import offer

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
        from gui.controls.notice import Notice

        shown = Notice(severity, words, answers, about=str(about or words))
        self.start.add_notice(shown)
        return shown

    def question(self, heading: str, words: str, answers: Sequence[tuple[str, str]], safe: str = "") -> "Question":
        """A question over the window; open it when its answer is connected."""
        from gui.dialogs.question import Question

        return Question(heading, words, answers, self, safe=safe)

    # An open report

    def open_file(self, path: Path, copy: Path | None = None) -> bool:
        """Open a draft; says whether it is open now, and shows a line when it is not.

        Args:
            path: the draft, or a file that turns out to be something else.
            copy: a version or a recovery copy to take the content from.
        """
        return self.opening.open(path, copy)

    def open_soon(self, path: Path) -> None:
        """Open a draft as soon as all that it needs is imported; the window stays alive meanwhile."""
        self.preload.before(lambda: self.open_file(path))

    def close_report(self) -> bool:
        """Save and close the open report; says whether that was possible, and asks when it was not."""
        return self.opening.close()

    def keep_copy(self) -> Path | None:
        """Put the open work into a safe place, as after an error in the program."""
        return self.opening.keep_copy()

    def put(self, page: QWidget, name: str = "") -> None:
        """Show an open report, or what comes in, in place of the start screen, under its name."""
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.show_name(name)
        self.start.clear_notices()

    def show_name(self, name: str) -> None:
        """Name the window after what is open in it."""
        self.setWindowTitle(f"{name} — {TITLE}" if name else TITLE)

    def put_away(self, page: QWidget) -> None:
        """Take out of sight what was put there."""
        self._stack.removeWidget(page)
        page.deleteLater()

    def show_again(self) -> None:
        """Show the open report, or the start screen, after something else was put in its place."""
        if self.wizard is not None:
            self.put(self.wizard, self.wizard.name)
        else:
            self._stack.setCurrentWidget(self.start)
            self.start.setFocus()

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
            self.importing.take(files[0])
        else:
            self.tell("一次只能打开一个文件，请一个一个拖进来。")

    # Details

    def _show_states(self) -> None:
        today = self.today()
        self.start.show_states(lambda entry: self.library.states(entry, today))

    def _connect(self) -> None:
        start, dialogs = self.start, self.dialogs
        start.new.connect(dialogs.new_report)
        start.open_file.connect(dialogs.choose_file)
        start.from_last_year.connect(dialogs.from_last_year)
        start.pasted.connect(self.importing.paste)
        start.opened.connect(lambda entry: self.open_soon(entry.path))
        start.restored.connect(lambda entry: self.open_soon(entry.path))
        start.shown.connect(lambda entry: dialogs.show_folder(entry.path))
        start.removed.connect(lambda entry: dialogs.remove(entry.path))
        self.preload.checks.connect(self._show_states)
        self.closed.connect(self.preload.stop)
        start.settings.connect(dialogs.settings)
        start.help.connect(dialogs.help)

    def _add_shortcuts(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Ctrl++": lambda: theme().set_zoom(theme().zoom + ZOOM_STEP),
            "Ctrl+=": lambda: theme().set_zoom(theme().zoom + ZOOM_STEP),
            "Ctrl+-": lambda: theme().set_zoom(theme().zoom - ZOOM_STEP),
            "Ctrl+0": lambda: theme().set_zoom(100),
            "F1": self.dialogs.help,
            "Ctrl+O": self.dialogs.choose_file,
            "Ctrl+N": self.dialogs.new_report,
        }
        for sequence, act in keys.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(act)
