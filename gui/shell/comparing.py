"""与网页核对: the published report is read and laid against the open one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from gui.dialogs.comparison import ComparisonDialog, compared
from gui.services.clipboard import on_clipboard
from gui.services.folders import nearest
from gui.session.reading_job import ReadingJob, of_clipboard, of_file
from importers.formats.kinds import suffixes
from model.form.form import CellError

if TYPE_CHECKING:
    from gui.shell.stage import Stage
    from importers.reading import Reading
    from model.files.problems import FileProblem

_NOTHING = "剪贴板里没有可以核对的内容。请在浏览器里打开网页，全选、复制后再来粘贴。"


class Comparing(QObject):
    """One comparison, as long as its dialog is open."""

    def __init__(self, stage: "Stage") -> None:
        """Ask what the open report is to be compared with."""
        self._dialog = ComparisonDialog(stage.over)
        super().__init__(self._dialog)
        self._stage = stage
        self._job: ReadingJob | None = None
        self._dialog.pasted.connect(self._paste)
        self._dialog.file_wanted.connect(self._choose)
        self._dialog.dropped.connect(lambda path: self._read(of_file(path, self)))
        self._dialog.chosen.connect(self._go)
        self._dialog.finished.connect(self._stop)
        self._dialog.open()

    def _paste(self) -> None:
        copied = on_clipboard()
        files = [Path(url.toLocalFile()) for url in copied.urls() if url.isLocalFile()]
        if files:
            self._read(of_file(files[0], self))
        elif copied.hasHtml() or copied.hasText():
            self._read(of_clipboard(copied.html(), copied.text(), self))
        else:
            self._dialog.show_refused(_NOTHING)

    def _choose(self) -> None:
        readable = " ".join(f"*{suffix}" for suffix in suffixes())
        chosen, _ = QFileDialog.getOpenFileName(
            self._dialog, "选已公布的报告", str(nearest(self._stage.documents)), f"报告 ({readable});;所有文件 (*)"
        )
        if chosen:
            self._read(of_file(Path(chosen), self))

    def _read(self, job: ReadingJob) -> None:
        self._stop()
        self._job = job
        job.done.connect(self._show)
        job.failed.connect(self._refuse)
        self._dialog.show_busy(job.name)
        job.start()

    def _show(self, reading: "Reading") -> None:
        wizard = self._stage.report
        if wizard is None:
            return
        report = wizard.bridge.session.report
        try:
            self._dialog.show_compared(compared(report, reading), report)
        except CellError as problem:
            self._dialog.show_refused(str(problem))

    def _refuse(self, problem: "FileProblem") -> None:
        self._dialog.show_refused(f"“{problem.path}”没有读成：{problem.reason}")

    def _go(self, place: object) -> None:
        if self._stage.report is not None:
            self._stage.report.go(place)  # type: ignore[arg-type]

    def _stop(self, _result: int = 0) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job.deleteLater()
            self._job = None
