"""Saving by itself: every change reaches the file within a second, in a thread of its own."""

from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from model.draft import Draft
from model.draft_file import DraftFile, Saved
from model.problems import FileProblem
from model.session import Session

DELAY_MS = 400
"""From the first unsaved edit to the save; further edits do not put it off."""
RETRY_MS = 2000
"""From a failed save to the next try."""


class Autosave(QObject):
    """Saves a session to its file: one save at a time, its only input an immutable draft."""

    saved = Signal(object)
    """`datetime`: the file holds what was in hand at that moment."""
    failed = Signal(str)
    """A line for the clerk, once a trouble; the work is kept and saving tried again."""
    kept_aside = Signal(object)
    """`Path`: another program had changed the file; its version was kept under this name."""

    _finished = Signal()

    def __init__(self, session: Session, file: DraftFile, parent: QObject | None = None) -> None:
        """Take charge of a session that was loaded completely."""
        super().__init__(parent)
        self._session = session
        self._file = file
        self._worker = ThreadPoolExecutor(1, "autosave")
        self._saving: Future[Saved] | None = None
        self._overdue = False
        self._trouble = ""
        self._timer = self._single_shot(DELAY_MS)
        self._retry = self._single_shot(RETRY_MS)
        self._finished.connect(self._collect, Qt.ConnectionType.QueuedConnection)
        self.touch()

    def touch(self) -> None:
        """Note that the session may have changed."""
        if self._session.unsaved and not self._timer.isActive():
            self._timer.start()

    def flush(self) -> str | None:
        """Save what is unsaved now and wait for it; the line for the clerk when that fails, else None."""
        self._timer.stop()
        self._retry.stop()
        self._collect(wait=True)
        self._save()
        self._collect(wait=True)
        return (self._trouble or None) if self._session.unsaved else None

    def keep_copy(self) -> Path | None:
        """Put what is in hand into the recovery folder, whatever else is going on; None when that fails too."""
        return self._file.keep_copy(self._session.draft, _now())

    def close(self) -> None:
        """Save, give the file free and end the thread."""
        self.flush()
        self._timer.stop()
        self._retry.stop()
        self._worker.shutdown()
        self._file.close()

    def _single_shot(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(interval)
        timer.timeout.connect(self._save)
        return timer

    def _save(self) -> None:
        if self._saving is not None:
            self._overdue = True
        elif self._session.unsaved:
            self._saving = self._worker.submit(self._write, self._session.draft)
            self._saving.add_done_callback(lambda _: self._finished.emit())

    def _write(self, draft: Draft) -> Saved:
        return self._file.save(draft, _now())

    def _collect(self, *, wait: bool = False) -> None:
        """Take the result of the save, when there is one."""
        future = self._saving
        if future is None or not (wait or future.done()):
            return
        self._saving = None
        try:
            self._succeed(future.result())
        except FileProblem as problem:
            self._fail(problem.reason)
        finally:
            self._go_on()

    def _succeed(self, done: Saved) -> None:
        self._trouble = ""
        self._session.saved(done.draft)
        if done.aside is not None:
            self.kept_aside.emit(done.aside)
        self.saved.emit(done.draft.saved_at)

    def _fail(self, line: str) -> None:
        told, self._trouble = self._trouble, line
        if line != told:
            self.failed.emit(line)

    def _go_on(self) -> None:
        overdue, self._overdue = self._overdue, False
        if self._session.unsaved and self._saving is None:
            if overdue and not self._trouble:
                self._save()
            elif not self._timer.isActive():
                (self._retry if self._trouble else self._timer).start()


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)
