"""Long work with files in a thread of its own: how far it is is told, and it can be cancelled."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

from PySide6.QtCore import QObject, Signal

from gui.services.window_thread import call_soon_threadsafe
from model.files.problems import FileProblem

Work = Callable[[Callable[[int, int], None]], object]
"""Does the work, telling how many parts of how many are done."""


class Cancelled(Exception):  # noqa: N818
    """The clerk does not want it any more."""


class Task(QObject):
    """One piece of work; it tells its end once, unless it was cancelled."""

    done = Signal(object)
    """What came of it."""
    failed = Signal(object)
    """The `FileProblem` it ended with."""
    progress = Signal(int, int)
    """So many parts of so many are done."""

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        """Begin the work."""
        super().__init__(parent)
        self._over = Event()
        self._worker = ThreadPoolExecutor(1, "files")
        self._tell = call_soon_threadsafe(self._progress)
        self._future = self._worker.submit(self._run, work)
        self._future.add_done_callback(call_soon_threadsafe(self._end))

    def cancel(self) -> object:
        """End it at the next part that is done; it tells nothing more. Waits until it has ended.

        Returns:
            What came of it where it was done before it could be ended; else None.
        """
        self._over.set()
        self._worker.shutdown(wait=True)
        return None if self._future.exception() else self._future.result()

    def _run(self, work: Work) -> object:
        return work(self._hear)

    def _hear(self, done: int, of: int) -> None:
        """In the thread: end the work where it is not wanted any more."""
        if self._over.is_set():
            raise Cancelled
        self._tell(done, of)

    def _progress(self, done: int, of: int) -> None:
        if not self._over.is_set():
            self.progress.emit(done, of)

    def _end(self, future: "Future[object]") -> None:
        if self._over.is_set():
            return
        self._over.set()
        self._worker.shutdown(wait=False)
        try:
            result = future.result()
        except FileProblem as problem:
            self.failed.emit(problem)
        else:
            self.done.emit(result)
