"""与网页核对: the published report is read and laid against the open one."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from export import exporters
from export.sheet.standing import Standing, sheet_digest, standing
from gui.dialogs.comparison import ComparisonDialog, compared, sheet_words
from gui.services.clipboard import on_clipboard
from gui.services.folders import begin_in
from gui.session.reading_job import ReadingJob, of_clipboard, of_file
from importers.formats.kinds import suffixes
from model.files.problems import FileProblem
from model.form.form import CellError

if TYPE_CHECKING:
    from export.writer import Found
    from gui.shell.stage import Stage
    from importers.reading import Reading
    from model.report.report import Report

_LARGEST = 4 * 1024 * 1024
"""The bytes of the largest file that is looked at as one of ours, in the window's own thread."""
_NOTHING = "剪贴板里没有可以核对的内容。请在浏览器里打开网页，全选、复制后再来粘贴。"


class Comparing(QObject):
    """One comparison, as long as its dialog is open."""

    def __init__(self, stage: "Stage") -> None:
        """Ask what the open report is to be compared with."""
        self._dialog = ComparisonDialog(stage.over)
        super().__init__(self._dialog)
        self._stage = stage
        self._job: ReadingJob | None = None
        self._path: Path | None = None
        self._dialog.pasted.connect(self._paste)
        self._dialog.file_wanted.connect(self._choose)
        self._dialog.dropped.connect(self._read_dropped)
        self._dialog.chosen.connect(self._go)
        self._dialog.finished.connect(self._stop)
        if stage.report is not None:
            stage.report.bridge.outdated.connect(lambda acting: self._dialog.close() if acting else None)
        self._dialog.open()

    def _paste(self) -> None:
        copied = on_clipboard()
        files = [Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile()]
        if files:
            self._read_file(files[0])
        elif copied.hasHtml() or copied.hasText():
            self._read(of_clipboard(copied.html(), copied.text(), self))
        else:
            self._dialog.show_refused(_NOTHING)

    def _read_dropped(self, files: list[Path]) -> None:
        self._read_file(files[0])

    def _choose(self) -> None:
        readable = " ".join(f"*{suffix}" for suffix in suffixes())
        chosen, _ = QFileDialog.getOpenFileName(
            self._dialog, "选已公布的报告", begin_in(self._stage.documents), f"报告 ({readable});;所有文件 (*)"
        )
        if chosen:
            self._read_file(Path(chosen))

    def _read_file(self, path: Path) -> None:
        self._read(of_file(path, self), path)

    def _read(self, job: ReadingJob, path: Path | None = None) -> None:
        self._stop()
        self._job, self._path = job, path
        job.done.connect(self._show)
        job.failed.connect(self._refuse)
        self._dialog.show_busy(job.name)
        job.start()

    def _show(self, reading: "Reading") -> None:
        if self._stage.report is not None:
            self._stage.report.bridge.when_current(lambda: self._show_current(reading))

    def _show_current(self, reading: "Reading") -> None:
        wizard = self._stage.report
        if wizard is None:
            return
        report = wizard.bridge.session.report
        try:
            its = _standing(report, self._path)
            self._dialog.show_compared(compared(report, reading, its), report)
        except CellError as problem:
            self._dialog.show_refused(str(problem))

    def _refuse(self, problem: FileProblem) -> None:
        """Say why nothing was compared; of a 审签单 say which version it is about."""
        wizard = self._stage.report
        found = _ours(self._path) if wizard and self._path else None
        if wizard and found and sheet_digest(found.words):
            report = wizard.bridge.session.report
            self._dialog.show_compared(sheet_words(report, standing(report, found)), report)
            return
        self._dialog.show_refused(f"“{problem.path}”没有读成：{problem.reason}")

    def _go(self, place: object) -> None:
        if self._stage.report is not None:
            self._stage.report.go(place)  # type: ignore[arg-type]

    def _stop(self, _result: int = 0) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job.deleteLater()
            self._job = None


def _standing(report: "Report", path: Path | None) -> Standing | None:
    """How a file stands to the signed report; None where nothing was signed, or where it is none of ours."""
    if path is None or report.approval.signed is None:
        return None
    found = _ours(path)
    return standing(report, found) if found and found.identity else None


def _ours(path: Path) -> "Found | None":
    """What a file of ours holds; None of any other, and of one too large to be one."""
    with suppress(FileProblem, OSError):
        if path.stat().st_size <= _LARGEST:
            return exporters.read(path, path.read_bytes())[1]
    return None
