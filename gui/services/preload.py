"""Imports ahead of need: what an open report needs is imported while the clerk still looks at the list of drafts.

One module a turn of the event loop, in the window's own thread: PySide makes its classes when a name is first asked
for, and two threads that do so at once make it crash. A clerk who is quicker waits for the rest, turn by turn too, and
the window stays alive meanwhile; whoever needs a module in the midst of something imports it there and then.
"""

import gc
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea

FIRST_MS, PAUSE_MS = 30, 4
"""Before the first import, so that the list is painted, and between two, for whatever else wants its turn."""

CHECKS = (
    "model.prose",
    *(f"model.checks.rules.{name}" for name in ("placeholders", "preamble", "sections", "numbers", "across_years")),
    *(
        f"model.checks.rules.{name}"
        for name in ("language", "punctuation", "agency_names", "source", "privacy", "title")
    ),
    "model.checks.catalogue",
    "model.session.progress",
)
"""The checks, which say how far each draft of the list is."""

MODULES = (
    *CHECKS,
    "model.session.session",
    "gui.session.bridge",
    "gui.findings.panel",
    "gui.controls.fields",
    "gui.shell.wizard",
    "gui.pages.agency.page",
    "gui.grid.grid",
    "gui.pages.table.page",
    "gui.editor.document",
    "gui.editor.editor",
    "gui.pages.prose.page",
    "export.content",
    "gui.paper.pages",
    "gui.pages.finish.page",
)
"""Innermost first, so that no turn is long."""


class Preload(QObject):
    """Imports modules one by one, from each start on until nothing is left or it is stopped."""

    checks = Signal()
    """Once a start: the checks are imported."""
    done = Signal()
    """Once a start: all is imported."""

    def __init__(self, modules: Sequence[str] = MODULES, parent: QObject | None = None) -> None:
        """Take the modules in their order."""
        super().__init__(parent)
        self._modules, self._left, self._told = modules, list(modules), False
        self._then: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._take_turn)

    def start(self) -> None:
        """Begin in the next turn."""
        self._left, self._told = self._missing(), False
        self._timer.start(FIRST_MS)

    def stop(self) -> None:
        """Import nothing more, and do nothing that waits for it."""
        self._timer.stop()
        self._then = None

    def before(self, then: Callable[[], object]) -> None:
        """Do something now if all is imported, else as soon as that is so; only the last that was wanted is done."""
        if not self._missing():
            then()
            return
        self._then = then
        self._timer.start(0)

    def _missing(self) -> list[str]:
        return [name for name in self._modules if name not in sys.modules]

    def _take_turn(self) -> None:
        self._timer.start(PAUSE_MS if self._then is None else 0)
        if not self._told and not any(name in CHECKS for name in self._left):
            self._told = True
            self.checks.emit()
        elif self._left:
            with suppress(Exception):  # it is told where the module is needed
                import_module(self._left.pop(0))
        else:
            self._end()

    def _end(self) -> None:
        then, self._then = self._then, None
        self._timer.stop()
        if then is not None:
            QTimer.singleShot(0, self, then)
        _make_all_classes()
        _freeze()
        self.done.emit()


@cache
def _freeze() -> None:
    """Take what was imported out of the collector's sight, once: looking through it each time takes 25 ms.

    Only once, after a collection: what is frozen is never freed, and later there are reports among it.
    """
    gc.collect()
    gc.freeze()


@cache
def _make_all_classes() -> None:
    """Ask a scroll area for its viewport: when that is first done, PySide makes every class of widget there is."""
    QAbstractScrollArea().viewport()
