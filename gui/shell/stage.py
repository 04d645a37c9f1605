"""What the window shows: the start screen, an open report, or what comes in; and how helpers speak to the clerk.

The helpers of the window (opening, importing, its dialogs) get this and never the window.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.controls.notice import Notice
from gui.pages.start.page import StartPage

if TYPE_CHECKING:
    from gui.controls.text import Severity
    from gui.dialogs.question import QuestionDialog
    from gui.shell.wizard import Wizard
    from model.drafts.library import Library


class Stage(QObject):
    """One thing is shown at a time; `report` is the open report, and None while there is none."""

    named = Signal(str)
    """What is shown is called so; empty for the start screen."""
    list_shown = Signal()
    """The list of drafts is shown anew."""

    def __init__(
        self,
        over: QWidget,
        documents: Path,
        data: Path,
        today: Callable[[], date],
        open_file: Callable[[Path, Path | None], bool],
    ) -> None:
        """Show the start screen, still without the drafts.

        Args:
            over: what questions and dialogs stand over.
            documents: the folder with the drafts.
            data: the folder with the program's own data.
            today: gives the day that is today.
            open_file: opens a draft, with the content of a version or a copy if given; says whether it is open.
        """
        super().__init__(over)
        self.over, self.documents, self.data, self.today, self.open_file = over, documents, data, today, open_file
        self.report: Wizard | None = None
        self.start = StartPage(today())
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)

    @cached_property
    def library(self) -> "Library":
        """The drafts of this user; the model is imported with it, which is why it comes after the window."""
        from model.drafts.library import Library

        return Library(self.documents, self.data)

    def show_start(self) -> None:
        """Show the drafts as they are now."""
        self.start.show_drafts(self.library.drafts())
        self._show_start_page()
        self.named.emit("")
        self.list_shown.emit()

    def put(self, page: QWidget, name: str = "") -> None:
        """Show an open report, or what comes in, in place of the start screen, under its name."""
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.named.emit(name)
        self.start.clear_notices()

    def put_away(self, page: QWidget) -> None:
        """Take out of sight what was put there, and delete it."""
        self.stack.removeWidget(page)
        page.deleteLater()

    def show_again(self) -> None:
        """Show the open report, or the start screen, after something else was put in its place."""
        if self.report is not None:
            self.put(self.report, self.report.name)
        else:
            self._show_start_page()

    def tell(self, words: str, severity: "Severity" = "warning", about: Path | None = None) -> None:
        """Say one line: in the open report's bar, or across the start screen, where a file has only one."""
        if self.report is not None:
            self.report.say(words)
        else:
            self.notice(severity, words, about=about)

    def notice(
        self,
        severity: "Severity",
        words: str,
        answers: Sequence[tuple[str, str, Callable[[], None]]] = (),
        about: Path | None = None,
    ) -> Notice:
        """A line across the start screen; see `Notice`."""
        shown = Notice(severity, words, answers, about=str(about or words))
        self.start.add_notice(shown)
        return shown

    def question(
        self, heading: str, words: str, answers: Sequence[tuple[str, str]], safe: str = ""
    ) -> "QuestionDialog":
        """A question over the window; open it when its answer is connected."""
        from gui.dialogs.question import QuestionDialog

        return QuestionDialog(heading, words, answers, self.over, safe=safe)

    def _show_start_page(self) -> None:
        self.stack.setCurrentWidget(self.start)
        self.start.setFocus()
