"""The window: its start against a bare window's, and how long the event loop stands still in the clerk's day.

Run with `uv run python -m benchmarks.window` (offscreen unless QT_QPA_PLATFORM says otherwise).
"""

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import resources
from benchmarks.timing import medians, python, show

ROUNDS = 15
DRAFTS = 12
TICK_MS = 1

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(["nianbao"])
window = QMainWindow()
window.show()
app.processEvents()
"""
_START = """
import os, sys
os.environ["NIANBAO_DOCUMENTS"], os.environ["NIANBAO_DATA"], until = sys.argv[1], sys.argv[2], sys.argv[3]
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from gui.program import app
application = QApplication(["nianbao", "-style", "Fusion"])
leave = lambda: ([window.repaint() for window in application.topLevelWidgets()], os._exit(0))
soon = lambda: QTimer.singleShot(0, leave)
QTimer.singleShot(0, leave if until == "shown" else lambda: QTimer.singleShot(0, soon))
app.run(None)
"""

_GAPS = """
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from benchmarks.window import fill, gaps
with TemporaryDirectory() as name:
    fill(Path(name))
    gaps(Path(name), sys.argv[1])
"""


def main() -> None:
    """Print all measurements."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder)
        started = {
            "bare QApplication and QMainWindow": python(BARE),
            "年报助手, its window there": python(_START, folder, folder / "data", "shown"),
            f"年报助手, its {DRAFTS} drafts in it": python(_START, folder, folder / "data", "listed"),
        }
        show("start to a usable window", medians(started, ROUNDS), next(iter(started)))
    for when in ("at once", "later"):
        fresh = python(_GAPS, when)
        fresh()
        print(fresh().stdout.decode(), end="")


def fill(folder: Path) -> None:
    """Put drafts into a folder."""
    for number in range(DRAFTS):
        (folder / f"{number}.nianbao").write_bytes(resources.read_bytes("sample.nianbao"))


def gaps(folder: Path, when: str) -> None:
    """The longest time between two turns of the event loop while a draft is opened, walked through and exported.

    Args:
        folder: the drafts.
        when: whether the clerk opens the draft `at once`, or has looked at the list for a moment.
    """
    from datetime import date

    from PySide6.QtWidgets import QApplication

    from gui.program.app import dress
    from gui.shell.window import MainWindow
    from model.session.edits import set_number

    app = QApplication([])
    dress(app)
    window = MainWindow(folder, folder / "data", lambda: date(2026, 1, 10), str)
    window.show_start()
    window.resize(1440, 868)
    window.show()
    app.processEvents()
    steps: dict[str, Callable[[], Any]] = {"look at the list of drafts": lambda: None} if when == "later" else {}
    steps["open a draft"] = lambda: window.open_soon(folder / "0.nianbao")
    for page in ("overview", "disclosure", "applications", "disputes", "problems", "other_matters", "finish"):
        steps[f"show {page} for the first time"] = partial(_show, window, page)
    steps["a figure"] = lambda: _wizard(window).bridge.do(set_number("applications.received.enterprise", 4))
    steps["check everything"] = lambda: _wizard(window).bridge.recheck()  # noqa: PLW0108 - there is no wizard yet
    steps["export to Word"] = lambda: _wizard(window).findChild(object, "export_docx").click()
    print(f"\nthe longest gap of the event loop, in ms, the first draft opened {when}")
    for name, step in steps.items():
        print(f"  {name:<44}{_longest_gap(step):>10.1f}")
    window.close()


def _wizard(window: Any) -> Any:  # noqa: ANN401 - the window's classes are loaded only above
    return window.wizard


def _show(window: Any, page: str) -> None:  # noqa: ANN401
    window.wizard.show_page(page)


def _longest_gap(step: Callable[[], Any]) -> float:
    """Let a step begin in the running loop and watch the loop until all is quiet again."""
    from PySide6.QtCore import QEventLoop, QTimer

    longest, last = 0.0, time.perf_counter()

    def tick() -> None:
        nonlocal longest, last
        now = time.perf_counter()
        longest, last = max(longest, now - last), now

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(TICK_MS)
    QTimer.singleShot(20, step)
    loop = QEventLoop()
    QTimer.singleShot(1500, loop.quit)
    loop.exec()
    timer.stop()
    return longest * 1000


if __name__ == "__main__":
    main()
