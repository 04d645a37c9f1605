"""The one way from another thread into the window's.

A thread holds no object of Qt's: whoever owns one may let it go at any moment, and a signal sent from an object that is
just being deleted ends the whole program. What a thread has to say goes through one object that lives as long as the
program, and is heard in the window's thread, where it can be seen whether there is still somebody to hear it.
"""

import atexit
from collections.abc import Callable
from functools import cache
from threading import Lock
from types import MethodType
from weakref import WeakMethod

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid


class _Post(QObject):
    """Carries calls into the thread that it was made in, until the program ends."""

    _posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._open, self._lock = True, Lock()
        self._posted.connect(_call, Qt.ConnectionType.QueuedConnection)
        atexit.register(self._close)

    def send(self, method: "WeakMethod[Callable[..., object]]", arguments: tuple[object, ...]) -> None:
        with self._lock:
            if self._open:
                self._posted.emit((method, arguments))

    def _close(self) -> None:
        with self._lock:
            self._open = False


def call_soon_threadsafe(method: Callable[..., object]) -> Callable[..., None]:
    """A function for other threads: it has a method called in the window's thread, in a later event-loop iteration.

    The function may be kept and called by any thread, at any time; it does not keep the method's object alive, and a
    call for an object that is gone by then does nothing.

    Args:
        method: a method of a `QObject`; call this function in the window's thread.

    Returns:
        the function, which takes what the method takes.
    """
    weak, post = WeakMethod(method), _post()
    return lambda *arguments: post.send(weak, arguments)


@cache
def _post() -> _Post:
    return _Post()


def _call(posted: "tuple[WeakMethod[Callable[..., object]], tuple[object, ...]]") -> None:
    method, arguments = posted
    found = method()
    if isinstance(found, MethodType) and isValid(found.__self__):
        found(*arguments)
