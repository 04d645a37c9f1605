"""All checks in a pause of the clerk's, a slice in each event-loop iteration, so that a key never waits for them."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from model.session.session import Session

if TYPE_CHECKING:
    from model.checks import Check

PAUSE_MS = 250
"""How long the clerk must pause before the texts are checked again."""
SLICE_MS = 8
"""After so long what waits in the event loop is dealt with; a check that has begun runs to its end."""


class Checking(QObject):
    """The checks of one session; every edit begins them anew, in a pause."""

    done = Signal(object)
    """`Change`: every check has run on the present value."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Take the session; nothing runs yet."""
        super().__init__(parent)
        self._session = session
        self._left: list[Check] = []
        self._pause = QTimer(self, singleShot=True)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._start)
        self._next.timeout.connect(self._run_slice)

    @property
    def waits(self) -> bool:
        """Whether some checks have still to run."""
        return self._pause.isActive() or self._next.isActive()

    def begin(self, *, soon: bool = False) -> None:
        """Run all checks after a pause from now, or `soon`; what was under way for an earlier value is dropped."""
        self._next.stop()
        self._pause.start(0 if soon else PAUSE_MS)

    def stop(self) -> None:
        """Run nothing more."""
        self._pause.stop()
        self._next.stop()

    def _start(self) -> None:
        self._left = list(self._session.stale_checks)
        self._next.start()

    def _run_slice(self) -> None:
        end = time.perf_counter() + SLICE_MS / 1000
        while self._left and time.perf_counter() < end:
            self._session.check(self._left.pop(0))
        if self._left:
            self._next.start()
        else:
            self.done.emit(self._session.tell_findings())
