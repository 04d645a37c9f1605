"""Saving by itself: every change reaches the file within a second, in a thread of its own."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gui.services.window_thread import call_soon_threadsafe
from model.drafts import saved_words
from model.drafts.draft import Draft
from model.drafts.open_draft import Conflict, DraftFile, Saved
from model.files.problems import FileProblem
from model.session.session import Session

if TYPE_CHECKING:
    from model.report.report import Report

DELAY_MS = 400
"""From the first unsaved edit to the save; further edits do not put it off."""
RETRY_MS = 2000
"""From a failed save to the next try."""
SLOW_MS = 400
"""When a save takes longer, as on a network that does not answer, the work is put into the recovery folder too."""
HANGING_S = 5
"""When a save takes longer, the clerk is told, and closing no longer waits for it."""


class Autosave(QObject):
    """Saves a session to its file: one save at a time, its only input an immutable draft."""

    saved = Signal(object)
    """`datetime`: the file holds what was in hand at that moment."""
    failed = Signal(str)
    """A line for the clerk, once a trouble; the work is kept and saving tried again."""
    kept_aside = Signal(object)
    """`Path`: the file had been changed elsewhere; what stood in it was kept under this name."""
    stopped = Signal(str)
    """What happened to the file elsewhere, once a conflict: nothing is written there until `decide`."""
    versions_failed = Signal(str)
    """A line for the clerk when the data folder takes nothing, and an empty one when it does again."""

    def __init__(self, session: Session, file: DraftFile, parent: QObject | None = None) -> None:
        """Take charge of a session that was loaded completely."""
        super().__init__(parent)
        self._session = session
        self._file = file
        self._worker = ThreadPoolExecutor(1, "autosave")
        self._rescuer = ThreadPoolExecutor(1, "recovery")
        self._saving: Future[Saved] | None = None
        self._began = 0.0
        self._rescued: Report | None = None
        self._overdue = False
        self._closed = False
        self._trouble = ""
        self._conflict = self._over_others = self._again = False
        self._versions_problem = ""
        self._copy: Path | None = None
        self._copying: Future[Path | None] | None = None
        self._timer = self._single_shot(DELAY_MS, self._save)
        self._retry = self._single_shot(RETRY_MS, self._save)
        self._slow = self._single_shot(SLOW_MS, self._rescue)
        self.touch()

    def touch(self) -> None:
        """Note that the session may have changed."""
        if self._session.unsaved and not self._closed and not self._timer.isActive():
            self._timer.start()

    def flush(self) -> str | None:
        """Save what is unsaved now and wait for it; the line for the clerk when that fails, else None."""
        if not self._closed:
            if self._collect(patience=HANGING_S):
                if self._saving is None:
                    self._save()
                self._collect(patience=HANGING_S)
            self._rescue()
        if self._session.unsaved and self._trouble:
            return self._trouble
        return saved_words.GONE if self.gone else None

    @property
    def gone(self) -> bool:
        """Whether all was saved and the file has been taken away since."""
        return not self._closed and not self._session.unsaved and self._saving is None and self._file.missing

    def save_again(self) -> str | None:
        """Write the file even where nothing is unsaved, as after it was taken away; see `flush`."""
        self._again = True
        return self.flush()

    def decide(self) -> str | None:
        """Write over what was changed elsewhere, which is kept under a name beside it; see `flush`."""
        self._over_others = True
        return self.flush()

    def put_beside(self) -> Path:
        """Write what is in hand under a name beside the file.

        Raises:
            FileProblem: it cannot be written.
        """
        return self._file.put_beside(self._session.draft, _now())

    def keep_copy(self) -> Path | None:
        """Put what is in hand into the recovery folder, whatever else is going on; None when that fails too."""
        return self._file.keep_copy(self._session.draft, _now())

    def close(self, *, save: bool = True) -> None:
        """Save unless told not to, give the locks up and end the threads; a second call does nothing."""
        if self._closed:
            return
        if save:
            self.flush()
        elif self._saving is not None and wait([self._saving], HANGING_S).done:
            self._saving = None
        self._closed = True
        for timer in (self._timer, self._retry, self._slow):
            timer.stop()
        self._rescuer.shutdown()
        self._worker.shutdown(wait=self._saving is None)
        if self._saving is None:
            self._file.close()

    def _single_shot(self, interval: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(interval)
        timer.timeout.connect(then)
        return timer

    def _save(self) -> None:
        if self._saving is not None:
            self._overdue = True
        elif self._session.unsaved or self._again:
            self._again = False
            self._began = time.monotonic()
            self._slow.start()
            over, self._over_others = self._over_others, False
            self._saving = self._worker.submit(_write, self._file, self._session.draft, over)
            self._saving.add_done_callback(call_soon_threadsafe(self._saved))

    def _rescue(self) -> None:
        """Keep what is in hand elsewhere while a save does not come to an end."""
        if self._saving is None:
            return
        draft = self._session.draft
        if draft.report is not self._rescued:
            self._rescued = draft.report
            self._copying = self._rescuer.submit(self._file.keep_copy, draft, _now(), self._file.save_number)
            wait([self._copying], 0 if not self._hangs else 1)
        self._copy = self._copying.result() if self._copying is not None and self._copying.done() else None
        if self._hangs:
            self._fail(saved_words.hanging(self._copy))
        self._slow.start()

    @property
    def _hangs(self) -> bool:
        return time.monotonic() - self._began > HANGING_S

    def _saved(self, _future: Future[Saved]) -> None:
        self._collect()

    def _collect(self, *, patience: float = 0) -> bool:
        """Take the result of the save, when there is one; whether none goes on that was going on before."""
        future = self._saving
        if future is None:
            return True
        if not wait([future], patience).done:
            return False
        self._saving = None
        self._slow.stop()
        try:
            self._succeed(future.result())
        except Conflict as conflict:
            self._stop(conflict)
        except FileProblem as problem:
            self._fail(problem.reason)
        finally:
            self._go_on()
        return True

    def _stop(self, conflict: Conflict) -> None:
        told, self._conflict = self._conflict, True
        self._fail(conflict.reason)
        if not told:
            self.stopped.emit(conflict.cause)

    def _succeed(self, done: Saved) -> None:
        self._trouble, self._conflict = "", False
        self._session.saved(done.draft)
        if done.aside is not None:
            self.kept_aside.emit(done.aside)
        self.saved.emit(done.draft.saved_at)
        if done.versions_problem != self._versions_problem:
            self._versions_problem = done.versions_problem
            self.versions_failed.emit(done.versions_problem)

    def _fail(self, line: str) -> None:
        told, self._trouble = self._trouble, line
        if line != told:
            self.failed.emit(line)

    def _go_on(self) -> None:
        overdue, self._overdue = self._overdue, False
        if not self._session.unsaved or self._saving is not None:
            return
        if overdue and not self._trouble:
            self._save()
        elif not self._timer.isActive() and not self._conflict:
            (self._retry if self._trouble else self._timer).start()


def _write(file: DraftFile, draft: Draft, over_others: bool) -> Saved:  # noqa: FBT001 - for a thread
    return file.save(draft, _now(), over_others=over_others)


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)
