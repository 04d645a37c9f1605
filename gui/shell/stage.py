"""What the window shows: the start screen, an open report, or what comes in; and how helpers speak to the clerk.

The helpers of the window (opening, importing, its dialogs) get this and never the window.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.controls.notice import Notice
from gui.pages.start.page import StartPage
from gui.services.folders import is_chosen
from gui.services.window_thread import call_soon_threadsafe
from gui.services.worker import Worker

if TYPE_CHECKING:
    from concurrent.futures import Future

    from gui.controls.text import Severity
    from gui.dialogs.question import QuestionDialog
    from gui.dialogs.waiting import Waiting
    from gui.session.listing_job import ListingJob
    from gui.shell.wizard import Wizard
    from model.desk.desk import Desk
    from model.drafts.library import Library
    from model.drafts.listing import DraftList


_READ_AT_ONCE = 8
"""So many drafts that are not known yet are read before the list is shown."""


class Stage(QObject):
    """One thing is shown at a time; `report` is the open report, and None while there is none."""

    named = Signal(str)
    """What is shown is called so; empty for the start screen."""
    list_shown = Signal()
    """The list of drafts is shown anew."""
    waiting: "Waiting"
    """How the window lives while a thread works with files; what opens reports brings it."""

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
        self._may_read = self._held = False
        self.looked_at: Path | None = None
        """The folder that is being looked at, whether it can be used again."""
        self.start = StartPage(today())
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)

    @cached_property
    def drafts(self) -> "DraftList":
        """The list of the drafts; it comes after the window, and before what reads them."""
        from model.desk.recent import draft_list

        return draft_list(self.documents, self.data)

    @cached_property
    def desk(self) -> "Desk":
        """What is done with drafts as files; the model is imported with it, which is why it comes after the window."""
        from model.desk.desk import Desk

        return Desk.of(self.documents, self.data, self.drafts)

    @property
    def library(self) -> "Library":
        """The drafts of this user."""
        return self.desk.library

    @property
    def has_library(self) -> bool:
        """Whether anything was asked of the library yet."""
        return "desk" in self.__dict__

    def use_folder(self, documents: Path) -> None:
        """Have the drafts in another folder from now on."""
        self.stop_reading()
        self.documents = documents
        self.__dict__.pop("desk", None)
        self.__dict__.pop("drafts", None)
        job = self.__dict__.pop("listing", None)
        if job is not None:
            self.start.list.wanted.disconnect(job.ask)
            job.deleteLater()

    def show_start(self) -> None:
        """Show the drafts as far as they are known; the rest is read by `read_list`.

        A folder that the clerk has chosen may be a share that does not answer: nothing of it is looked at here.
        """
        drafts = self.drafts
        drafts.far = is_chosen(self.documents)
        unread = [entry for entry in drafts.listed() if entry.unread and not entry.elsewhere]
        for entry in () if drafts.far else unread[:_READ_AT_ONCE]:
            drafts.read(entry)
        self.start.show_drafts(drafts.now(), looking=drafts.far)
        self._show_start_page()
        self.named.emit("")
        self.list_shown.emit()

    @cached_property
    def listing(self) -> "ListingJob":
        """What reads the list, and how far drafts are, in a thread."""
        from gui.session.listing_job import ListingJob

        job = ListingJob(self.library, self.today, self)
        job.read.connect(lambda: self.start.show_drafts(self.drafts.now()))
        job.missing.connect(self._tell_missing_folder)
        job.done.connect(lambda gone: self.start.show_deleted(len(gone)))
        job.stated.connect(self.start.list.show_states)
        self.start.list.wanted.connect(job.ask)
        return job

    def read_list(self) -> None:
        """Read in a thread what is not known yet of the list, and how far the drafts in sight are."""
        self._may_read = True
        if self.report is None and not self._held:
            self.listing.start()
            self.start.list.ask()

    @contextmanager
    def reading_held(self) -> Iterator[None]:
        """Read nothing of the list meanwhile: two threads that compute make each file they touch wait for the other."""
        self.stop_reading()
        self._held = True
        try:
            yield
        finally:
            self._held = False
            if self._may_read:
                self.read_list()

    def stop_reading(self) -> None:
        """Read the list no further."""
        if "listing" in self.__dict__:
            self.listing.stop()

    def end_reading(self) -> None:
        """Read nothing of the list any more and wait for nothing, as when the window is closed."""
        self._may_read = False
        self.stop_reading()
        if "waiting" in self.__dict__:
            self.waiting.end()

    def put(self, page: QWidget, name: str = "") -> None:
        """Show an open report, or what comes in, in place of the start screen, under its name."""
        self.stop_reading()
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

    def end_notice(self, about: Path) -> None:
        """Take away what the start screen says and offers about a file, as that is done."""
        self.start.end_notice(str(about))

    def look_at_folder(self) -> None:
        """Where a line says that the folder cannot be used: look in a thread whether it can be again, and end that."""
        if self.report is None and self.looked_at is None and self.start.says_about(str(self.documents)):
            worker = Worker("folder look")
            self.looked_at = self.documents
            worker.submit(self.library.takes_files).add_done_callback(call_soon_threadsafe(self._end_trouble))
            worker.shutdown(wait=False)

    def _end_trouble(self, looked: "Future[bool]") -> None:
        folder, self.looked_at = self.looked_at, None
        if folder is not None and not looked.exception() and looked.result():
            self.end_notice(folder)
            self.show_start_if_shown()

    def _tell_missing_folder(self) -> None:
        """Say that the folder chosen for the drafts is not there, so that the list is not taken for empty."""
        why = "U盘没有插上，或共享文件夹没有连上"
        words = f"草稿文件夹“{self.documents}”现在打不开（{why}），里面的草稿没有列出来。接好以后再看。"
        self.notice("warning", words, (("look_again", "再看一次", self.show_start),), self.documents)

    def say_done(self, words: str, action: str, act: Callable[[], object]) -> None:
        """Say what was done, and offer what can be done next: over the open report as a question, else in a line."""
        if self.report is None:
            self.notice("hint", words, (("done_next", action, lambda: (act(), None)[1]),))
            return
        question = self.question("好了", words, (("next", action),), safe="cancel", cancel="关闭")
        question.answered.connect(lambda _answer: act())
        question.open()

    def show_start_if_shown(self) -> None:
        """Show the drafts anew, where they are what is shown."""
        if self.report is None:
            self.show_start()

    def question(
        self, heading: str, words: str, answers: Sequence[tuple[str, str]], safe: str = "", cancel: str = "取消"
    ) -> "QuestionDialog":
        """A question over the window; open it when its answer is connected."""
        from gui.dialogs.question import QuestionDialog

        return QuestionDialog(heading, words, answers, self.over, safe=safe, cancel=cancel)

    def _show_start_page(self) -> None:
        self.stack.setCurrentWidget(self.start)
        self.start.setFocus()
