"""The export to Word, in a thread of its own, so that the window stays alive."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase

from model.problems import FileProblem
from model.report import Report

if TYPE_CHECKING:
    from export.readback import Comparison


class WordExport(QObject):
    """One export at a time; what came of it is told by a signal."""

    done = Signal(object, object)
    """`Path` of the file and `Comparison`: what was read back and compared."""
    failed = Signal(str)
    """One line for the clerk; whatever stood there before is as it was."""

    _finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin idle."""
        super().__init__(parent)
        self._worker: ThreadPoolExecutor | None = None
        self._path = Path()
        self._future: Future[Comparison] | None = None
        self._finished.connect(self._collect, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether an export is under way."""
        return self._future is not None

    def start(self, report: Report, path: Path, *, replace: bool) -> None:
        """Write the report; `replace` says that the clerk agreed to replace a file of that name."""
        if self._future is not None:
            return
        if self._worker is None:
            self._worker = ThreadPoolExecutor(1, "export")
        self._path = path
        self._future = self._worker.submit(_write, report, path, replace, tuple(QFontDatabase.families()))
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


def _write(report: Report, path: Path, replace: bool, installed: tuple[str, ...]) -> "Comparison":  # noqa: FBT001
    from export import docx

    return docx.write(report, path, replace=replace, installed=installed)
