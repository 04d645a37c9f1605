"""The list of drafts is read, and how far each draft is computed, in a thread of its own.

Begin when all modules are imported: nothing may be imported while another thread is at work.
"""

import os
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from threading import Event
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from gui.services.window_thread import call_soon_threadsafe
from gui.services.worker import Worker
from model.drafts.library import Library
from model.drafts.listing import Entry
from model.session.progress import State, states

TELL_S = 0.3
"""How often what was read meanwhile is told, in seconds."""
_REST_S = 0.0005
"""The pause between two drafts, in which the window's thread goes on."""


class ListingJob(QObject):
    """Reads what is not known yet of a list, and then answers how far drafts are."""

    read = Signal()
    """More of the list is known (see `DraftList.now`)."""
    missing = Signal()
    """The folder, which is a far one, is not there."""
    done = Signal(object)
    """All of it is known; the drafts that are gone while versions of them are kept, a tuple of `Deleted`."""
    stated = Signal(object, object)
    """An `Entry`, and how far each part of it is."""

    def __init__(self, library: Library, today: Callable[[], date], parent: QObject | None = None) -> None:
        """Begin idle."""
        super().__init__(parent)
        self._library, self._today = library, today
        self._worker: Worker | None = None
        self._over = Event()
        self._states: dict[tuple[Entry, date], Mapping[str, State]] = {}
        self._asked: set[Entry] = set()
        self._tell_more = call_soon_threadsafe(self._more)
        self._tell_missing = call_soon_threadsafe(self._miss)
        self._tell_done = call_soon_threadsafe(self._finish)
        self._tell_states = call_soon_threadsafe(self._keep)

    def start(self) -> None:
        """Read what is not read yet."""
        self.stop()
        self._over = Event()
        self._worker = Worker("drafts")
        tell = _Telling(self._tell_missing, self._tell_more, self._tell_done)
        self._worker.submit(_read, self._library, self._over, tell)

    def stop(self) -> None:
        """Tell nothing more; what is under way ends with the draft it is at."""
        self._over.set()
        self._asked.clear()
        if self._worker is not None:
            self._worker.shutdown(wait=False)
            self._worker = None

    def ask(self, entries: Iterable[Entry]) -> None:
        """Tell how far some drafts are, at once where that is known."""
        today = self._today()
        for entry in entries:
            known = self._states.get((entry, today))
            if known is not None:
                self.stated.emit(entry, known)
            elif self._worker is not None and entry.readable and entry not in self._asked:
                self._asked.add(entry)
                self._worker.submit(_state, entry, today, self._over, self._tell_states)

    def _miss(self, over: Event) -> None:
        if not over.is_set():
            self.missing.emit()

    def _more(self, over: Event) -> None:
        if not over.is_set():
            self.read.emit()

    def _finish(self, over: Event, gone: object) -> None:
        if not over.is_set():
            self.done.emit(gone)

    def _keep(self, over: Event, entry: Entry, today: date, found: Mapping[str, State]) -> None:
        self._states[entry, today] = found
        if not over.is_set():
            self.stated.emit(entry, found)


class _Telling(NamedTuple):
    """How the thread tells the window's: that the folder is missing, that more is known, that all is."""

    missing: Callable[..., None]
    more: Callable[..., None]
    done: Callable[..., None]


def _read(library: Library, over: Event, tell: _Telling) -> None:
    drafts, told = library.list, time.monotonic()
    if drafts.far and not os.path.isdir(library.folder):  # noqa: PTH112 - it never raises
        tell.missing(over)
    found = drafts.scan()
    if drafts.far:
        tell.more(over)
    for entry in found:
        if over.is_set():
            return
        if entry.elsewhere:
            drafts.refresh(entry)
        elif entry.unread:
            drafts.read(entry)
            time.sleep(_REST_S)
        if time.monotonic() - told > TELL_S:
            told = time.monotonic()
            tell.more(over)
    drafts.remember()
    tell.more(over)
    if not over.is_set():
        tell.done(over, library.deleted())


def _state(entry: Entry, today: date, over: Event, tell: Callable[..., None]) -> None:
    if over.is_set():
        return
    report = entry.report
    if report is not None:
        tell(over, entry, today, states(report, today))
