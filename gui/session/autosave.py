"""Saving by itself: every change reaches the file within a second, in a thread of its own."""

import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from gui.services.window_thread import call_soon_threadsafe
from gui.services.worker import Worker
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
LOOK_MS = 5000
"""How often is looked whether the file is still there, while nothing is to be saved."""
HANGING_S = 5
"""When a save takes longer, the clerk is told, and closing no longer waits for it."""

Wait = Callable[["Future[Any]", str, float], bool]
"""Waits for something, called so, for so many seconds at most; whether it is done."""


def wait_still(future: "Future[Any]", _words: str, patience_s: float) -> bool:
    """Wait where there is no window that has to live meanwhile."""
    return bool(wait([future], patience_s).done)


class _Done(NamedTuple):
    """What came of a look at the file: what was written, None where nothing was to be; whether it had been missing.

    `lost` says what became of its place, where nothing was written.
    """

    saved: Saved | None
    missing: bool
    lost: str = ""


class Autosave(QObject):
    """Saves a session to its file: one save at a time, its only input an immutable draft.

    All that touches the file is done by one thread, in order: it lies where it lies, and its disk may not answer.
    """

    saved = Signal(object)
    """`datetime`: the file holds what was in hand at that moment."""
    slow = Signal()
    """A save takes long; how it ends is told by another signal."""
    by_hand = Signal(bool)
    """After `save_by_hand`: the file holds everything; whether it had been taken away."""
    failed = Signal(str)
    """A line for the clerk, once a trouble; the work is kept and saving tried again."""
    kept_aside = Signal(object)
    """`Path`: the file had been changed elsewhere; what stood in it was kept under this name."""
    stopped = Signal(str)
    """What happened to the file elsewhere, once a conflict: nothing is written there until `decide`."""
    lost = Signal(str)
    """A line when all was saved and the file was taken away, and an empty one when it is there again."""
    versions_failed = Signal(str)
    """A line for the clerk when the data folder takes nothing, and an empty one when it does again."""

    def __init__(
        self, session: Session, file: DraftFile, parent: QObject | None = None, wait: Wait = wait_still
    ) -> None:
        """Take charge of a session that was loaded completely.

        Args:
            session: the session.
            file: where it is saved.
            parent: the owner.
            wait: how the end of a save is waited for.
        """
        super().__init__(parent)
        self._session, self._file, self._wait = session, file, wait
        self._worker, self._rescuer = Worker("autosave"), Worker("recovery")
        self._saving: Future[_Done] | None = None
        self._left: Future[_Done] | None = None
        """The save that was waited for in vain."""
        self._began = 0.0
        self._rescued: Report | None = None
        self._overdue = self._closed = self._gone = self._only_looks = self._looked = False
        self._ended: Future[None] = Future()
        self._trouble = ""
        self._conflict = self._over_others = self._again = self._wanted_by_hand = self._told_slow = False
        self._versions_problem = self._lost = ""
        self._copy: Path | None = None
        self._timer = self._single_shot(DELAY_MS, self._save)
        self._retry = self._single_shot(RETRY_MS, self._save)
        self._slow = self._single_shot(SLOW_MS, self._rescue)
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self.look)
        self._looking.start()
        self.touch()

    def look(self) -> None:
        """Look whether the file is still there, unless something is to be saved, which tells it anyway."""
        if self._saving is None and not (self._closed or self._session.unsaved or self._trouble):
            self._only_looks = True
            self._begin()

    def touch(self) -> None:
        """Note that the session may have changed."""
        if self._session.unsaved and not self._closed and not self._timer.isActive():
            self._timer.start()

    def flush(self) -> str | None:
        """Save what is unsaved now and wait for it; the line for the clerk when that fails, else None."""
        if not self._closed:
            done = self._wait_for_save()
            if done and self._saving is None:
                self._begin()
            if not (done and self._wait_for_save()):
                self._left = self._saving
                self._tell_hanging(self.keep_copy() if self._session.unsaved else None)
        if self._session.unsaved and self._trouble:
            return self._trouble
        return saved_words.GONE if self.gone else None

    @property
    def gone(self) -> bool:
        """Whether all was saved and the file had been taken away when it was last looked at."""
        return self._gone and not self._session.unsaved

    @property
    def hangs(self) -> bool:
        """Whether a save was waited for in vain, and still does not come to an end."""
        return self._saving is not None and self._saving is self._left

    def save_again(self) -> str | None:
        """Write the file even where nothing is unsaved, as after it was taken away; see `flush`."""
        self._again = True
        return self.flush()

    def save_by_hand(self) -> None:
        """Save now, without waiting, also where all was saved and the file is gone; `by_hand` tells when it is done."""
        self._wanted_by_hand = True
        if self._saving is None:
            self._begin()
        else:
            self._overdue = True

    def decide(self) -> str | None:
        """Write over what was changed elsewhere, which is kept under a name beside it; see `flush`."""
        self._over_others = True
        return self.flush()

    def put_beside(self) -> Path:
        """Write what is in hand under a name beside the file.

        Raises:
            FileProblem: it cannot be written, or its place does not answer.
        """
        writing = self._worker.submit(self._file.put_beside, self._session.draft, _now())
        if not self._wait(writing, saved_words.SAVING, HANGING_S):
            raise FileProblem(self._file.path, "草稿所在的文件夹没有回应")
        return writing.result()

    def keep_copy(self) -> Path | None:
        """Put what is in hand into the recovery folder, whatever else is going on; None when that fails too."""
        return self._file.keep_copy(self._session.draft, _now())

    def close(self, *, save: bool = True) -> "Future[None]":
        """Save unless told not to, give the locks up and end the threads; a second call does nothing.

        A place that does not answer is waited for only so long.

        Returns:
            Done when the file is given free.
        """
        if self._closed:
            return self._ended
        if self.hangs:
            if save and self._session.unsaved:
                self.keep_copy()
        elif save:
            self.flush()
        else:
            self._wait_for_save()
        self._closed = True
        for timer in (self._timer, self._retry, self._slow, self._looking):
            timer.stop()
        self._rescuer.shutdown()
        hung = self._saving is not None
        self._ended = self._worker.submit(self._file.close)
        self._worker.shutdown(wait=False)
        if not hung:
            self._wait(self._ended, saved_words.CLOSING, HANGING_S)
        return self._ended

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
            self._begin()

    def _begin(self) -> None:
        """Write what is unsaved; where nothing is, look whether the file is still there."""
        write, self._again = self._session.unsaved or self._again, False
        over, self._over_others = self._over_others, False
        self._began, self._told_slow = time.monotonic(), False
        self._looked, self._only_looks = self._only_looks, False
        self._slow.start()
        job = _Job(self._session.draft, write, over, if_missing=self._wanted_by_hand)
        self._saving = self._worker.submit(_write, self._file, job)
        self._saving.add_done_callback(call_soon_threadsafe(self._saved))

    def _rescue(self) -> None:
        """Keep what is in hand elsewhere while a save does not come to an end."""
        if self._saving is None:
            return
        if not self._told_slow and not self._trouble and not (self._looked and not self._session.unsaved):
            self._told_slow = True
            self.slow.emit()
        draft = self._session.draft
        if self._session.unsaved and draft.report is not self._rescued:
            self._rescued = draft.report
            copying = self._rescuer.submit(self._file.keep_copy, draft, _now(), self._file.save_number)
            copying.add_done_callback(call_soon_threadsafe(self._copied))
        elif self._hangs:
            self._tell_hanging(self._copy)
        self._slow.start()

    def _copied(self, copying: "Future[Path | None]") -> None:
        self._copy = copying.result()
        if self._saving is not None and self._hangs and not self._closed:
            self._tell_hanging(self._copy)

    def _tell_hanging(self, copy: Path | None) -> None:
        self._copy = copy
        self._fail(saved_words.hanging(copy, unsaved=self._session.unsaved))

    @property
    def _hangs(self) -> bool:
        return self.hangs or time.monotonic() - self._began > HANGING_S

    def _saved(self, _future: "Future[_Done]") -> None:
        if not self._closed:
            self._collect()

    def _wait_for_save(self) -> bool:
        """Wait for the save that goes on, and take its result; whether none goes on that was going on before."""
        future = self._saving
        if future is None:
            return True
        if not self._wait(future, saved_words.SAVING, HANGING_S):
            return False
        if self._saving is future:
            self._collect()
        return True

    def _collect(self) -> None:
        """Take the result of the save, when there is one."""
        future = self._saving
        if future is None or not future.done():
            return
        self._saving = None
        self._slow.stop()
        try:
            self._succeed(future.result())
        except FileProblem as problem:
            self._wanted_by_hand = False
            if isinstance(problem, Conflict):
                self._stop(problem)
            else:
                self._fail(problem.reason)
        finally:
            self._go_on()

    def _stop(self, conflict: Conflict) -> None:
        told, self._conflict = self._conflict, True
        self._fail(conflict.reason)
        if not told:
            self.stopped.emit(conflict.cause)

    def _succeed(self, done: _Done) -> None:
        said = bool(self._trouble) or self._told_slow
        self._trouble, self._conflict, self._told_slow = "", False, False
        written = done.saved
        self._gone = done.missing and written is None
        if written is not None:
            self._session.saved(written.draft)
            if written.aside is not None:
                self.kept_aside.emit(written.aside)
        if (written is not None or said) and not (said and self._session.unsaved):
            self.saved.emit(self._session.draft.saved_at)
        if done.lost != self._lost:
            self._lost = done.lost
            self.lost.emit(done.lost)
        if self._wanted_by_hand and not self.gone and not self._session.unsaved:
            self._wanted_by_hand = False
            self.by_hand.emit(done.missing)
        if written is not None and written.versions_problem != self._versions_problem:
            self._versions_problem = written.versions_problem
            self.versions_failed.emit(written.versions_problem)

    def _fail(self, line: str) -> None:
        told, self._trouble = self._trouble, line
        if line != told:
            self.failed.emit(line)

    def _go_on(self) -> None:
        overdue, self._overdue = self._overdue, False
        if self._saving is not None:
            return
        if self._wanted_by_hand and not self._trouble:
            self._begin()
        elif not self._session.unsaved:
            return
        elif overdue and not self._trouble:
            self._save()
        elif not self._timer.isActive() and not self._conflict:
            (self._retry if self._trouble else self._timer).start()


class _Job(NamedTuple):
    """What the thread does with the file: write, over others where so decided; else look, and write if it is gone."""

    draft: Draft
    write: bool
    over_others: bool
    if_missing: bool


def _write(file: DraftFile, job: _Job) -> _Done:
    if job.write:
        return _Done(file.save(job.draft, _now(), over_others=job.over_others), missing=False)
    missing = file.missing
    if missing and job.if_missing:
        return _Done(file.save(job.draft, _now(), over_others=job.over_others), missing=True)
    return _Done(None, missing, file.lost)


def _now() -> datetime:
    return datetime.now().astimezone().replace(microsecond=0)
