"""Exports of the report and of its 校验单, in a thread of their own, so that the window stays alive."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase

from model.files.problems import FileProblem, from_os_error
from model.report.report import Report

if TYPE_CHECKING:
    from export.word.readback import Comparison


class Export(QObject):
    """One file at a time; what came of it is told by a signal."""

    done = Signal(object, object)
    """`Path` of the file, and what the writing gave: for the report the `Comparison` with what was read back."""
    failed = Signal(str)
    """One line for the clerk; whatever stood there before is as it was."""

    _finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin idle."""
        super().__init__(parent)
        self._worker: ThreadPoolExecutor | None = None
        self._path = Path()
        self._future: Future[object] | None = None
        self._finished.connect(self._collect, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether an export is under way."""
        return self._future is not None

    def run(self, path: Path, write: Callable[[], object]) -> None:
        """Write one file, unless another is being written."""
        if self._future is not None:
            return
        if self._worker is None:
            self._worker = ThreadPoolExecutor(1, "export")
        self._path = path
        self._future = self._worker.submit(write)
        self._future.add_done_callback(lambda _: self._finished.emit())

    def close(self) -> None:
        """Wait for the export that is under way, and end the thread."""
        if self._worker is not None:
            self._worker.shutdown()

    def _collect(self) -> None:
        future, self._future = self._future, None
        if future is None:
            return
        try:
            self.done.emit(self._path, future.result())
        except FileProblem as problem:
            self.failed.emit(problem.reason)


class WordExport(Export):
    """The report as a Word file."""

    def start(self, report: Report, path: Path, *, replace: bool) -> None:
        """Write the report; `replace` says that the clerk agreed to replace a file of that name."""
        self.run(path, partial(_write, report, path, replace, tuple(QFontDatabase.families())))


class SheetExport(Export):
    """The 校验单 as a Word file or a page, by the name of the file."""

    def start(self, report: Report, path: Path, today: date, *, replace: bool) -> None:
        """Check the report on a day and write what was found."""
        self.run(path, partial(_write_sheet, report, path, today, replace, tuple(QFontDatabase.families())))


def refusal(path: Path) -> str | None:
    """Why a file that is there cannot be replaced, as while Word or WPS holds it open; None when it can.

    On Windows a file that Word has open cannot be opened for writing.
    """
    from export.word.docx import refuse_target

    try:
        refuse_target(path, replace=True)
        with path.open("r+b"):
            return None
    except FileProblem as problem:
        return problem.reason
    except OSError as error:
        return from_os_error(path, error).reason


def _write(report: Report, path: Path, replace: bool, installed: tuple[str, ...]) -> "Comparison":  # noqa: FBT001
    from export.word import docx

    return docx.write(report, path, replace=replace, installed=installed)


def _write_sheet(report: Report, path: Path, today: date, replace: bool, installed: tuple[str, ...]) -> None:  # noqa: FBT001
    from export.check_sheet import check_sheet
    from export.web import check_sheet as sheet_html
    from export.word import docx

    content = check_sheet(report, today)
    if path.suffix.lower() == ".docx":
        docx.write_blocks(report, content, path, replace=replace, installed=installed)
    else:
        sheet_html.write(content, path, replace=replace)
