"""The window lives while a thread works with files; after a moment it says what it waits for, and one need not wait."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

from gui.dialogs.desk.progress import ProgressDialog
from gui.services.window_thread import call_soon_threadsafe
from gui.services.worker import Worker
from model.files.problems import FileProblem

if TYPE_CHECKING:
    from concurrent.futures import Future

QUIET_MS = 300
"""Before so long nothing is said, and keys and clicks wait."""
Result = TypeVar("Result")


class NotAwaited(FileProblem):
    """The clerk does not wait any longer for what is done with a file."""


class Waiting(QObject):
    """One wait at a time; a wait within a wait ends first."""

    def __init__(self, over: QWidget) -> None:
        """Take the window that lives meanwhile."""
        super().__init__(over)
        self._over = over
        self._loops: list[QEventLoop] = []
        self._ended = False

    def end(self) -> None:
        """Wait for nothing any more, as when the window is gone."""
        self._ended = True
        for loop in self._loops:
            loop.quit()

    def wait(self, future: "Future[Any]", words: str, patience_s: float = 0.0) -> bool:
        """Let the window live until something is done; whether it is.

        Args:
            future: what is waited for.
            words: what is being done, for the clerk.
            patience_s: after so long it is waited for no longer; 0 for no end but the clerk's own.
        """
        if self._ended or future.done():
            return future.done()
        one = _One(future, self._loops)
        if patience_s:
            QTimer.singleShot(round(patience_s * 1000), one, one.end)
        if not one.quietly():
            one.saying(ProgressDialog(words, self._over, "不等了" if patience_s else "取消"))
        one.deleteLater()
        return future.done()

    def apart(
        self, words: str, path: Path, work: Callable[[], Result], late: Callable[[Result], object] | None = None
    ) -> Result:
        """Do something with a file in a thread while the window lives, and return what comes of it.

        Args:
            words: what is being done, for the clerk.
            path: the file.
            work: does it.
            late: what becomes of the result, in the thread, when it comes after the clerk has gone on.

        Raises:
            NotAwaited: the clerk has gone on.
            FileProblem: the work ended with it.
        """
        worker = Worker("apart")
        future = worker.submit(work)
        worker.shutdown(wait=False)
        if not self.wait(future, words) and not future.done():
            if late is not None:
                future.add_done_callback(partial(_late, late))
            raise NotAwaited(path, "它所在的文件夹没有回应，没有再等")
        return future.result()


def _late(then: Callable[[Any], object], done: "Future[Any]") -> None:
    if done.exception() is None:
        then(done.result())


class _One(QObject):
    """Waits for one thing."""

    def __init__(self, future: "Future[Any]", loops: list[QEventLoop]) -> None:
        super().__init__()
        self._future, self._loops, self._over = future, loops, False
        self._loop = QEventLoop(self)
        future.add_done_callback(call_soon_threadsafe(self._finish))

    def quietly(self) -> bool:
        """Wait a moment without a word; whether the wait is over."""
        QTimer.singleShot(QUIET_MS, self._loop, self._loop.quit)
        self._run(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return self._over or self._future.done()

    def saying(self, dialog: ProgressDialog) -> None:
        """Wait with words, until it is done or not wanted."""
        dialog.cancelled.connect(self.end)
        dialog.open()
        self._run(QEventLoop.ProcessEventsFlag.AllEvents)
        dialog.close()

    def end(self) -> None:
        """Wait no longer."""
        self._over = True
        self._loop.quit()

    def _finish(self, _future: "Future[Any]") -> None:
        self.end()

    def _run(self, events: QEventLoop.ProcessEventsFlag) -> None:
        self._loops.append(self._loop)
        self._loop.exec(events)
        self._loops.remove(self._loop)
