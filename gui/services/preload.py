"""Imports ahead of need: what an open report needs is imported while the clerk still looks at the list of drafts.

One module in each event-loop iteration, in the window's own thread: PySide makes its classes when a name is first asked
for, and two threads that do so at once make it crash. A clerk who is quicker waits for the rest, and the window stays
alive meanwhile; whoever needs a module in the midst of something imports it there and then. The regular expressions of
the checks are compiled in the same way, so that the first key in a text is not held up by them.
"""

import gc
import linecache
import pkgutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from model.language.patterns import any_waiting, compile_next, keep_compiled

FIRST_MS, PAUSE_MS = 30, 4
"""Before the first import, so that the list is painted, and between two, for whatever else waits in the event loop."""
SLICE_MS = 6
"""How long regular expressions are compiled in one event-loop iteration."""

CHECKS = (
    "model.files", "model.language", "model.form", "model.report", "model.prose", "model.checks",
    "model.checks.rules", "model.session",
)  # fmt: skip
"""The rooms that say how far each draft of the list is; the ground floor first, for a package imports all of itself."""
_WINDOW = ("gui.controls", "gui.findings", "gui.grid", "gui.editor", "gui.paper", "gui.source")
_OF_NO_REPORT = ("gui.pages.start", "gui.pages.review")
"""The pages that are shown while no report is open, and import what they need themselves."""


@cache
def rooms() -> tuple[str, ...]:
    """What an open report needs, innermost first, every page of a report among it; all modules in them are imported."""
    inside = find_spec("gui.pages")
    found = pkgutil.iter_modules((inside and inside.submodule_search_locations) or ())
    pages = (f"gui.pages.{page.name}" for page in found if page.ispkg)
    return (*CHECKS, *_WINDOW, *(page for page in pages if page not in _OF_NO_REPORT), "gui.shell")


def modules_of(rooms: Sequence[str]) -> Iterator[str]:
    """The names of some packages and of the modules in them; imports none of these, only what the packages are in."""
    for room in rooms:
        spec = find_spec(room)
        inside = spec.submodule_search_locations if spec else None
        yield room
        yield from (f"{room}.{found.name}" for found in pkgutil.iter_modules(inside or ()) if not found.ispkg)


class Preload(QObject):
    """Imports modules one by one, from each start on until nothing is left or it is stopped."""

    checks = Signal()
    """Once a start: the checks are imported, and their regular expressions compiled."""
    done = Signal()
    """Once a start: all is imported."""

    def __init__(
        self,
        modules: Sequence[str] | None = None,
        parent: QObject | None = None,
        is_open: Callable[[], bool] = lambda: False,
    ) -> None:
        """Take some modules in their order; without any those of `rooms`.

        Args:
            modules: what is imported.
            parent: what it goes with.
            is_open: whether a report is open, of which nothing may be frozen.
        """
        super().__init__(parent)
        self._modules, self._is_open = modules, is_open
        self._left, self._told, self._compiles = self._missing(), False, modules is None
        self._then: Callable[[], object] | None = None
        self._is_set_aside = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin in the next event-loop iteration."""
        self._left, self._told = self._missing(), False
        self._timer.start(FIRST_MS)

    def stop(self) -> None:
        """Import nothing more, and do nothing that waits for it."""
        self._timer.stop()
        self._then = None

    def before(self, then: Callable[[], object]) -> None:
        """Do something now if all is imported, else as soon as that is so; only the last that was wanted is done."""
        if self._is_ready():
            then()
            return
        self._then = then
        self._timer.start(0)

    def _is_ready(self) -> bool:
        """Whether all is imported and compiled, by whomever."""
        if self._modules is None and all(room in sys.modules for room in rooms()):
            self._modules = tuple(modules_of(rooms()))
        if self._modules is None or self._missing():
            return False
        return not (self._compiles and any_waiting())

    def _missing(self) -> list[str]:
        return [name for name in self._modules or () if name not in sys.modules]

    def _step(self) -> None:
        self._timer.start(PAUSE_MS if self._then is None else 0)
        if self._modules is None:
            self._modules = tuple(modules_of(rooms()))
            self._left = self._missing()
        elif not self._told and not any(name.startswith(CHECKS) for name in self._left):
            self._compile_some()
        elif self._left:
            with suppress(Exception):  # it is told where the module is needed
                import_module(self._left.pop(0))
            self._set_aside()
        else:
            self._end()

    def _compile_some(self) -> None:
        """Compile regular expressions for a moment; tell when none is left."""
        end = time.perf_counter() + SLICE_MS / 1000
        while (more := compile_next()) and time.perf_counter() < end:
            pass
        if not more:
            keep_compiled()
            self._told = True
            self.checks.emit()

    def _end(self) -> None:
        then, self._then = self._then, None
        self._timer.stop()
        if then is not None:
            QTimer.singleShot(0, self, then)
        _make_all_classes()
        linecache.clearcache()  # PySide reads the source of each module for the features it asks for, and keeps it
        self._set_aside(last=True)
        self.done.emit()

    def _set_aside(self, *, last: bool = False) -> None:
        """Take what was imported out of the collector's sight: looking through it each time takes 25 ms.

        After every module, so that each collection looks through little; never again after the last, and never while
        a report is open: what is frozen is not freed.
        """
        if self._compiles and not self._is_set_aside and not self._is_open():
            gc.collect()
            gc.freeze()
            self._is_set_aside = last


@cache
def _make_all_classes() -> None:
    """Ask a scroll area for its viewport: when that is first done, PySide makes every class of widget there is."""
    QAbstractScrollArea().viewport()
