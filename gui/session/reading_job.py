"""Reads a file, or what was copied, in a thread of its own, so that the window stays alive and can let it be."""

import pkgutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.services.preload import Preload, modules_of
from gui.services.window_thread import call_soon_threadsafe
from model.files.problems import FileProblem

if TYPE_CHECKING:
    from importers.reading import Reading

_FIRST = ("lxml.etree", "lxml.html")
_LAST = ("importers.child", "importers.clipboard", "importers.files", "importers.read")
_PAGE = ("gui.controls", "gui.grid", "gui.source", "gui.pages.review", "gui.shell")
"""The rooms of the page that shows what was read."""
UNEXPECTED = "读取时出了意外，没有读成。请用 Word 或 WPS 打开它，另存为新的 .docx 后再试"


class ReadingJob(QObject):
    """One reading; what came of it is told by one signal, and nothing is told after `cancel`."""

    done = Signal(object)
    """What was read, such as a `Reading`."""
    failed = Signal(object)
    """The `FileProblem`."""

    def __init__(self, name: str, read: "Callable[[Event], object]", parent: QObject | None = None) -> None:
        """Begin: first the modules are imported in the window's own thread, one by one (see `gui.services.preload`).

        Args:
            name: what is read, for the clerk.
            read: reads it, until the event is set; runs in another thread and imports nothing.
            parent: the owner.
        """
        super().__init__(parent)
        self.name = name
        self._stop = Event()
        self._read: Callable[[], object] | None = partial(read, self._stop)
        self._preload = Preload(modules(), self)

    def start(self) -> None:
        """Begin in the next event-loop iteration."""
        self._preload.before(self._begin)

    def cancel(self) -> None:
        """Tell nothing more, and end the reading."""
        self._preload.stop()
        self._stop.set()
        self._read = None

    def _begin(self) -> None:
        if self._read is not None:
            tell = call_soon_threadsafe(self._collect)
            Thread(target=_run, args=(self._read, tell), name="reading", daemon=True).start()

    def _collect(self, found: object) -> None:
        if self._read is None:
            return
        self._read = None
        if isinstance(found, FileProblem):
            self.failed.emit(FileProblem(self.name, found.reason))
        else:
            self.done.emit(found)


def of_file(path: Path, parent: QObject | None = None) -> ReadingJob:
    """The job that reads a file."""

    def read(stop: Event) -> "Reading":
        from importers import read as importing

        return importing.read(path, stop)

    return ReadingJob(path.name, read, parent)


def of_clipboard(html: str, text: str, parent: QObject | None = None) -> ReadingJob:
    """The job that reads what was copied."""

    def read(stop: Event) -> "Reading":
        from importers import clipboard
        from importers import read as importing

        return importing.read_document(clipboard.from_clipboard(html, text, stop), clipboard.NAME, stop)

    return ReadingJob("剪贴板", read, parent)


def modules() -> list[str]:
    """What reading and the page over it need and is not imported yet.

    Nothing may be imported while another thread is at work; small modules first, so that no iteration is long. The
    readers that work in a process of their own, and their libraries, are not needed here.
    """
    import importers
    from importers.formats.task import in_child_modules

    elsewhere = in_child_modules()
    names = [found.name for found in pkgutil.walk_packages(importers.__path__, "importers.")]
    names = [name for name in names if name not in elsewhere]
    wanted = (*_FIRST, *sorted(names, key=lambda name: name in _LAST), *modules_of(_PAGE))
    return [name for name in wanted if name not in sys.modules]


def _run(read: "Callable[[], object]", tell: Callable[[object], None]) -> None:
    try:
        found: object = read()
    except FileProblem as problem:
        found = problem
    except BaseException:
        tell(FileProblem("", UNEXPECTED))
        raise  # a mistake of the program is also logged
    tell(found)
