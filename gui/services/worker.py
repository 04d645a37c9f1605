"""A thread for work with files that may never come to an end, as on a share that does not answer.

A pool of the standard library makes the program wait for its threads before it ends; this one does not.
"""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from queue import SimpleQueue
from threading import Lock, Thread
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Worker:
    """One thing after the other, in the order in which it was asked for."""

    def __init__(self, name: str) -> None:
        """Begin idle; the thread begins with the first work."""
        self._name, self._over, self._lock = name, False, Lock()
        self._thread: Thread | None = None
        self._queue: SimpleQueue[Callable[[], None] | None] = SimpleQueue()

    def submit(self, work: Callable[Given, Result], /, *given: Given.args, **named: Given.kwargs) -> "Future[Result]":
        """Have something done; what comes of it is in the future."""
        future: Future[Result] = Future()
        with self._lock:
            if self._over:
                raise RuntimeError("this worker has ended")
            self._queue.put(partial(_do, future, partial(work, *given, **named)))
            if self._thread is None:
                self._thread = Thread(target=_work, args=(self._queue,), name=self._name, daemon=True)
                self._thread.start()
        return future

    def shutdown(self, *, wait: bool = True) -> None:
        """Take nothing more, and end the thread when all is done; a second call only waits, if so wanted."""
        with self._lock:
            if not self._over:
                self._queue.put(None)
            self._over = True
        if wait and self._thread is not None:
            self._thread.join()


def _do(future: "Future[Result]", work: Callable[[], Result]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = work()
    except BaseException as error:  # noqa: BLE001 - it is raised where the result is asked for
        future.set_exception(error)
    else:
        future.set_result(result)


def _work(queue: "SimpleQueue[Callable[[], None] | None]") -> None:
    while (work := queue.get()) is not None:
        work()
        del work
