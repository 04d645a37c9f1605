"""A clerk who closes the window in the midst of something, again and again.

Run as `python -m tests.gui.closer WHAT FOLDER TIMES`; the folder holds drafts in `文档` and files to read. It prints a
line at the end; whatever Qt, Python or another thread has to say goes to the standard error.
"""

import random
import sys
import threading
import time
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from gui.program.app import dress
from gui.session.export_job import Export
from gui.shell.window import MainWindow
from model.report.change import Place
from model.session.edits import set_number, set_text
from tests.tools import PATIENCE_S, application

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2025, 1, 9)
LATEST_S = 0.6
"""The latest closing after something was begun."""


def _edit(window: MainWindow) -> None:
    assert window.wizard is not None
    window.wizard.bridge.do(set_text("overview", "收到 5 件，又收到 6 件。" * 300))
    window.wizard.bridge.do(set_number("applications.received.natural_person", 6))


def _export(window: MainWindow, suffix: str) -> None:
    assert window.wizard is not None
    window.wizard.go(Place("finish"))
    job: Export = window.findChildren(Export)[0]  # type: ignore[index]
    path = window.stage.documents / f"导出{time.monotonic_ns()}{suffix}"
    job.start(window.wizard.bridge.session.report, path, TODAY, replace=False)


def begin(what: str, window: MainWindow, folder: Path) -> None:
    """Begin something that goes on in a thread, or in the event loop."""
    draft = folder / "文档" / "0.nianbao"
    ways: dict[str, Callable[[], object]] = {
        "list": window.stage.read_list,
        "open": partial(window.open_soon, draft),
        "read": partial(window.importing.take, folder / "收到的.doc"),
        "edit": partial(_edit, window),
        "word": partial(_export, window, ".docx"),
        "pdf": partial(_export, window, ".pdf"),
    }
    if what in ("edit", "word", "pdf"):
        assert window.open_file(draft)
    ways[what]()


def main(what: str, folder: Path, times: int) -> None:
    """Open the window, begin, close at some moment, and let it go."""
    app = application()
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    dress(app)
    chance = random.Random(what)
    for _ in range(times):
        window = MainWindow(folder / "文档", folder / "data", lambda: TODAY, str)
        window.show_start()
        window.show()
        begin(what, window, folder)
        end = time.monotonic() + chance.uniform(0, LATEST_S)
        while time.monotonic() < end:
            app.processEvents()
        assert window.close()
        window.deleteLater()
        del window
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    _end(app)
    print(f"{times} times")


def _end(app: QApplication) -> None:
    """Hear what threads still have to say, but for those that the interpreter itself ends."""
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            thread.join(PATIENCE_S)
    app.processEvents()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
