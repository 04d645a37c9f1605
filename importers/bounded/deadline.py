"""Work in this process that ends in time: readers of our own, whose loops are bounded by counts, and by this as well.

A second thread looks at the processor time that the process has used, and raises an exception in the working one. It
takes effect between two instructions of Python: one call of a library in C runs to its end, on bounded data.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread, get_ident

from importers.refused import CANCELLED, TOO_LONG, Refused

try:
    import nianbao_raising  # in the package for Linux, see `packaging/raising.c`
except ImportError:
    import ctypes

    def _raise_in(thread: int) -> None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(_Ended))
else:

    def _raise_in(thread: int) -> None:
        nianbao_raising.raise_in(thread, _Ended)


SECONDS = 30.0
"""How much processor time reading one file may take in this process; the slowest hostile file takes some ten."""
_LOOK = 0.1


class _Ended(BaseException):
    """Raised in the working thread from outside; no reader catches it."""


@contextmanager
def within(seconds: float, stop: Event | None = None) -> Iterator[None]:
    """Let the block take some processor time at most, all threads of the process together.

    Args:
        seconds: how much.
        stop: set by another thread to give up.

    Raises:
        Refused: it took too long, or was given up.
    """
    watch, arrived = _Watch(seconds, stop), False
    try:
        try:
            watch.start()
            yield
        except _Ended:
            arrived = True
            raise
        finally:
            watch.end()
            if watch.raised and not arrived:
                _let_it_arrive()
    except _Ended:
        raise Refused(CANCELLED if stop is not None and stop.is_set() else TOO_LONG) from None


class _Watch:
    """Looks at the clock while a thread works."""

    def __init__(self, seconds: float, stop: Event | None) -> None:
        self._thread, self._end = get_ident(), time.process_time() + seconds
        self._stop, self._done, self._lock = stop, Event(), Lock()
        self.raised = False

    def start(self) -> None:
        Thread(target=self._look, name="deadline", daemon=True).start()

    def end(self) -> None:
        """Raise nothing any more; what was raised just before may still be on its way."""
        with self._lock:
            self._done.set()

    def _look(self) -> None:
        while not self._done.wait(_LOOK):
            if time.process_time() > self._end or (self._stop is not None and self._stop.is_set()):
                with self._lock:
                    if not self._done.is_set():
                        self.raised = True
                        _raise_in(self._thread)
                return


def _let_it_arrive() -> None:
    """Go on for some instructions, so that the exception on its way arrives here and not behind the block.

    It is not taken back by raising nothing: CPython 3.11 would then stop at every call to look for an exception that
    is not there, and under a tracer never go on.
    """
    for _ in range(100_000):
        pass
