"""Reports come in: a file of any kind, what was copied, last year's draft; read, looked over, and made a report."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui.pages.review.aims import Aims
from gui.services.clipboard import on_clipboard
from gui.session.kept_answers import KeptAnswers
from gui.session.reading_job import ReadingJob, of_clipboard, of_file
from gui.shell.taken_over import only, with_last_year
from model.desk.backup import is_backup
from model.drafts.draft import load
from model.files.problems import FileProblem
from model.report.change import Place
from model.report.due import season_year
from model.report.next_year import next_year, past_report
from model.report.publication import names_of
from model.report.report import Approval
from model.session.edits import Edit
from model.structs import replace

if TYPE_CHECKING:
    from gui.pages.review.aims import Accepted, Aim
    from gui.pages.review.page import ReviewPage
    from gui.shell.opening import Opening
    from gui.shell.stage import Stage
    from importers.reading import Reading
    from model.drafts.listing import Entry
    from model.report.report import Agency, Layout, PastReport, Report

_QUIET_MS = 250
"""How long a reading may take before the window says that it is reading."""
_DRAFT = b'"nianbao'
_HEAD = 4096


class Importing(QObject):
    """One thing at a time comes in."""

    help = Signal()
    """The clerk wants help with what was read."""
    backup_wanted = Signal(object)
    """The `Path` of a backup that is to be restored."""

    def __init__(self, stage: "Stage", opening: "Opening", open_soon: Callable[[Path], None]) -> None:
        """Take where it is shown, what makes a draft of a report, and what opens one that is there."""
        super().__init__(stage)
        self._stage, self._opening, self._open_soon = stage, opening, open_soon
        self._job: ReadingJob | None = None
        self._page: QWidget | None = None
        self._built: QWidget | None = None
        self._as_last_year = False
        self._answers: KeptAnswers | None = None
        self._busy = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._busy.timeout.connect(self._show_busy)

    @property
    def page(self) -> QWidget | None:
        """What stands in place of the start screen or the open report: what was read, or that it is being read."""
        return self._page

    def take(self, path: Path, way: str = "") -> None:
        """Do the right thing with a file by its content: open a draft, read anything else.

        Args:
            path: the file.
            way: how the clerk came to it, for the head of the review; empty when the file was just opened.
        """
        if is_draft(path):
            self.leave()
            self._open_soon(path)
        elif self._stage.report is None and is_backup(path):
            self.leave()
            self.backup_wanted.emit(path)
        else:
            self._read(of_file(path, self), way)

    def take_as_last_year(self, path: Path) -> None:
        """Read a file, or a draft, as last year's report of the one that is open."""
        if is_draft(path):
            self._take_draft_as_last_year(path)
        else:
            self._read(of_file(path, self), "导入上年报告", as_last_year=True)

    def paste(self) -> None:
        """Read what was copied: a file, a web page, a part of Word; say so when there is nothing."""
        copied = on_clipboard()
        files = [Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile()]
        if files:
            self.take(files[0])
        elif copied.hasHtml() or copied.hasText():
            self._read(of_clipboard(copied.html(), copied.text(), self))
        else:
            self._stage.tell("剪贴板里没有可以读的报告。请在网页、Word 或 WPS 里全选、复制后再来粘贴。")

    def continue_draft(self, entry: "Entry") -> None:
        """Begin the next report from a draft on this machine."""
        report = entry.report
        if report is not None:
            self.continue_with(report)

    def continue_with(self, report: "Report") -> None:
        """Begin the next report from a report on this machine."""
        year = max(report.year + 1, self._season())
        self._create_next(past_report(report), report.agency, year)

    def leave(self) -> None:
        """Read no longer, and show what was there before."""
        self._busy.stop()
        if self._answers is not None:
            answers, self._answers = self._answers, None
            if why := answers.now():
                self._stage.tell(f"这次核对的回答没能记下：{why}")
        if self._job is not None:
            self._job.cancel()
            self._job.deleteLater()
            self._job = None
        if self._built is not None:
            self._built.deleteLater()
            self._built = None
        if self._page is not None:
            page, self._page = self._page, None
            self._stage.put_away(page)
            self._stage.show_again()

    # Reading

    def _read(self, job: ReadingJob, way: str = "", *, as_last_year: bool = False) -> None:
        self.leave()
        self._job, self._as_last_year = job, as_last_year
        job.done.connect(lambda reading: self._review(job.name, reading, way))
        job.failed.connect(self._refuse)
        self._busy.start()
        job.start()

    def _show_busy(self) -> None:
        from gui.pages.review.busy import BusyPage

        if self._job is not None:
            page = BusyPage(f"正在读“{self._job.name}”…")
            page.cancelled.connect(self.leave)
            self._put(page)

    def _refuse(self, problem: "FileProblem") -> None:
        self.leave()
        self._stage.tell(f"“{problem.path}”没有读成：{problem.reason}", "error")

    def _review(self, name: str, reading: "Reading", way: str = "") -> None:
        from gui.pages.review.page import ReviewPage

        self.leave()
        page = ReviewPage(reading, name, self._aims(reading), self._stage.today(), way)
        page.cancelled.connect(self.leave)
        page.help.connect(self.help)
        self._remember(page, reading.document.digest)
        page.accepted.connect(lambda accepted: self._accept(accepted, name))
        self._built = page
        QTimer.singleShot(0, page, self._put_built)

    def _remember(self, page: "ReviewPage", digest: str) -> None:
        """Fill in what was answered about the same file before, and keep what is answered from now on."""
        if not digest:
            return
        files = self._stage.library.store.answered_files
        if kept := files.answers(digest):
            page.recall(kept)
        self._answers = KeptAnswers(lambda: files.keep(digest, page.answers), page)
        page.answered.connect(self._answers.soon)

    def _put_built(self) -> None:
        """Show the page in an event-loop iteration of its own, after the one that built it."""
        page, self._built = self._built, None
        if page is not None:
            self._put(page)

    def _put(self, page: QWidget) -> None:
        if self._page is not None:
            self._stage.put_away(self._page)
        self._page = page
        self._stage.put(page)

    def _aims(self, reading: "Reading") -> "Aims":
        """What a reading can become, the likeliest first: the season's own report is gone on with."""
        season = self._season()
        usable = reading.year is None or reading.form.applies_to(reading.year)
        order: list[Aim] = []
        if self._fits_open(reading):
            order.append("compare")
        if not self._as_last_year or not order:
            order += ["same", "next"] if usable and (reading.year or 0) >= season else ["next"]
            if usable and "same" not in order:
                order.append("same")
        wizard = self._stage.report
        return Aims(tuple(order), season, wizard.bridge.session.report.year if wizard else None)

    def _fits_open(self, reading: "Reading") -> bool:
        """Whether it can be last year's report of the open one: asked for, or of the year before and none there yet."""
        wizard = self._stage.report
        if wizard is None or wizard.bridge.session.read_only:
            return False
        report = wizard.bridge.session.report
        return self._as_last_year or (report.last_year is None and reading.year == report.year - 1)

    # What comes of it

    def _accept(self, accepted: "Accepted", name: str) -> None:
        reading = accepted.reading
        assert reading.year is not None
        if accepted.aim == "same":
            report = reading.report(name)
            self._create(lambda: report, reading.document.draft)
            return
        past = reading.past(reading.year)
        if accepted.aim == "compare":
            self.leave()
            self._put_last_year(past, accepted.taken)
        else:
            year = max(reading.year + 1, self._season())
            self._create_next(past, reading.agency, year, accepted.taken)

    def _create_next(
        self, past: "PastReport", agency: "Agency", year: int, taken: frozenset[str] | None = None
    ) -> None:
        """Make the next report, and say why figures were not carried over."""
        remarks: list[str] = []

        def make() -> "Report":
            started = next_year(past, agency, year, self._newest_layout())
            remarks.append(started.remark)
            report = replace(started.report, approval=self._known_signers(agency.name))
            return report if taken is None else only(report, taken)

        if self._create(make) and remarks and remarks[0]:
            self._stage.tell(remarks[0])

    def _create(self, make: Callable[[], "Report"], draft: str = "") -> bool:
        """Make a draft of a report and open it; says whether it is open, and shows a line when it is not.

        Args:
            make: gives the report.
            draft: the id of the draft that it says it was exported from.
        """
        self.leave()
        return self._opening.begin(make, draft=draft)

    def _put_last_year(self, past: "PastReport", taken: frozenset[str]) -> None:
        """Put last year's report into the open one, with what it leads to, as one undo."""
        wizard = self._stage.report
        if wizard is None:
            return
        report = wizard.bridge.session.report
        after = with_last_year(report, past, taken)
        carried = len(after.numbers) - len(report.numbers)
        wizard.bridge.do(Edit(lambda _report: after, Place(wizard.page)))
        words = f"已带入 {past.year} 年的数据和文字，可以对照"
        if past.year != report.year - 1:
            words += f"；它不是 {report.year - 1} 年的，不带上年结转，也不比较数字"
        elif carried:
            words += f"；上年结转填了 {carried} 格"
        wizard.say(f"{words}。可以撤销。")

    def _take_draft_as_last_year(self, path: Path) -> None:
        try:
            found = load(path).report
        except FileProblem as problem:
            self._stage.tell(f"“{path.name}”打不开：{problem.reason}", "error", path)
            return
        self._put_last_year(past_report(found), frozenset(("carried", "numbers", "text")))

    def _newest_layout(self) -> "Layout | None":
        newest = self._stage.library.list.newest_report()
        return newest.layout if newest else None

    def _known_signers(self, agency: str) -> "Approval":
        newest = self._stage.library.list.newest_report()
        return names_of(newest) if newest and newest.agency.name == agency else Approval()

    def _season(self) -> int:
        return season_year(self._stage.today())


def is_draft(path: Path) -> bool:
    """Whether a file is, or calls itself, a draft of this program; a broken one is still refused as a draft."""
    if path.suffix.lower() == ".nianbao":
        return True
    try:
        with path.open("rb") as stream:
            return _DRAFT in stream.read(_HEAD)[:_HEAD]
    except (OSError, ValueError):
        return False


def past_drafts(entries: "tuple[Entry, ...]", season: int) -> "list[Entry]":
    """The drafts on this machine that a new report can begin with: of the years before, the newest year first."""
    found = [entry for entry in entries if entry.year is not None and entry.year < season]
    return sorted(found, key=lambda entry: -(entry.year or 0))
