"""Exports of the report and of its 审签单, in a thread of their own, so that the window stays alive."""

from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontDatabase

from export import exporters
from export.identity import Version
from gui.services.window_thread import call_soon_threadsafe
from model.drafts.open_draft import digest
from model.files.problems import FileProblem, from_os_error
from model.report.correction import Correction
from model.report.report import Report

if TYPE_CHECKING:
    from collections.abc import Callable

    from export.writer import Comparison


class Export(QObject):
    """One file at a time; what came of it is told by a signal."""

    done = Signal(object, object)
    """`Path` of the file, and the `Comparison` with what was read back from it."""
    failed = Signal(str)
    """One line for the clerk; whatever stood there before is as it was."""

    def __init__(self, document: exporters.Document, parent: QObject | None = None) -> None:
        """Begin idle.

        Args:
            document: what is written.
            parent: the owner.
        """
        super().__init__(parent)
        self._document = document
        self._worker: ThreadPoolExecutor | None = None
        self._path = Path()
        self.digest = ""
        """The SHA-256 of the file that was written last, once `done` tells of it."""
        self._future: Future[tuple[Comparison, str]] | None = None

    @property
    def busy(self) -> bool:
        """Whether an export is under way."""
        return self._future is not None

    def start(  # noqa: PLR0913
        self,
        report: Report,
        path: Path,
        today: date,
        *,
        replace: bool,
        version: Version | None = None,
        correction: Correction | None = None,
        signed: Report | None = None,
    ) -> None:
        """Write one file, unless another is being written.

        Args:
            report: the report.
            path: the file; its ending says what kind it becomes.
            today: the day that checks use.
            replace: whether the clerk agreed to replace a file of that name.
            version: the save of the draft that holds the report; None where none does.
            correction: what is corrected; for a 更正说明.
            signed: the report as it was signed, where it is kept; for a 审签单.
        """
        if self._future is not None:
            return
        if self._worker is None:
            self._worker = ThreadPoolExecutor(1, "export")
        self._path = path
        around = exporters.Circumstances(today, tuple(QFontDatabase.families()), version, correction, signed=signed)
        write = partial(exporters.export, self._document, report, path, replace=replace, circumstances=around)
        self._future = self._worker.submit(_written, write, path)
        self._future.add_done_callback(call_soon_threadsafe(self._collect))

    def close(self) -> None:
        """Wait for the export that is under way, and end the thread."""
        if self._worker is not None:
            self._worker.shutdown()

    def _collect(self, future: "Future[tuple[Comparison, str]]") -> None:
        self._future = None
        try:
            compared, self.digest = future.result()
        except FileProblem as problem:
            self.failed.emit(problem.reason)
        else:
            self.done.emit(self._path, compared)


def _written(write: "Callable[[], Comparison]", path: Path) -> "tuple[Comparison, str]":
    """Write a file; what was compared, and the digest of what is on the disk."""
    return write(), digest(path) or ""


def refusal(path: Path) -> str | None:
    """Why a file that is there cannot be replaced, as while Word or WPS holds it open; None when it can.

    On Windows a file that Word has open cannot be opened for writing.
    """
    try:
        exporters.refuse_target(path, replace=True)
        with path.open("r+b"):
            return None
    except FileProblem as problem:
        return problem.reason
    except OSError as error:
        return from_os_error(path, error).reason
