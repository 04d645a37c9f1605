"""What happens when the program itself is wrong: the work is put in safety first, then the clerk is told once."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject

from gui.program.log import Log, cause
from gui.services.window_thread import call_soon_threadsafe


class Uncaught(QObject):
    """The one hook for uncaught exceptions, also of other threads."""

    def __init__(self, log: Log, keep: Callable[[], Path | None], tell: Callable[[Path, Path | None], None]) -> None:
        """Take what to do, in this order.

        Args:
            log: where the kind and the place of the error are written.
            keep: puts the open work into a safe place, and says where; None where there is none.
            tell: shows one dialog with the log's place and the copy's.
        """
        super().__init__()
        self._log, self._keep, self._tell = log, keep, tell
        self._known: set[str] = set()
        self._busy = False
        self._told = call_soon_threadsafe(self._show)

    def install(self) -> None:
        """Become the hook of the interpreter and of its threads."""
        sys.excepthook = self.handle
        threading.excepthook = lambda told: self.handle(told.exc_type, told.exc_value, told.exc_traceback)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def handle(self, kind: type[BaseException], _error: BaseException | None, trace: TracebackType | None) -> None:
        """Keep the work, write the log, and tell the clerk unless that cause was told before."""
        if issubclass(kind, KeyboardInterrupt) or self._busy:
            return
        self._busy = True
        try:
            copy = self._keep()
            self._log.error(kind, trace)
            found = cause(kind, trace)
            if found not in self._known:
                self._known.add(found)
                self._told(str(copy or ""))
        finally:
            self._busy = False

    def _show(self, copy: str) -> None:
        self._tell(self._log.path, Path(copy) if copy else None)
