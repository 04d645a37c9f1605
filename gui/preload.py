"""Imports ahead of need: what an open report needs is imported while the clerk still looks at the list of drafts.

One module a turn of the event loop, in the window's own thread: PySide makes its classes when a name is first asked
for, and two threads that do so at once make it crash. Whoever needs a module earlier imports it there and then.
"""

from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea

PAUSE_MS = 4
"""Between two imports, for whatever else wants its turn."""

MODULES = (
    *(f"model.checks.{name}" for name in ("reading", "placeholders", "names", "preamble", "sections", "numbers")),
    "model.session",
    "gui.bridge",
    "gui.widgets.findings",
    "gui.widgets.fields",
    "gui.wizard",
    "gui.pages.agency",
    "gui.widgets.grid",
    "gui.pages.numbers",
    "gui.widgets.prose_document",
    "gui.widgets.prose",
    "gui.pages.prose",
    "export.layout",
    "gui.paper",
    "gui.pages.finish",
)
"""Innermost first, so that no turn is long."""


class Preload(QObject):
    """Imports modules one by one, once it is started and until it is stopped."""

    done = Signal()

    def __init__(self, modules: Iterable[str] = MODULES, parent: QObject | None = None) -> None:
        """Take the modules in their order."""
        super().__init__(parent)
        self._left = list(modules)
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._import_one)

    def start(self) -> None:
        """Begin in the next turn."""
        self._timer.start()

    def stop(self) -> None:
        """Import nothing more."""
        self._timer.stop()

    def _import_one(self) -> None:
        if not self._left:
            self.stop()
            QAbstractScrollArea().viewport()  # asked for the first time, PySide makes every class of widget there is
            self.done.emit()
            return
        with suppress(Exception):  # it is told where the module is needed
            import_module(self._left.pop(0))
