"""The window: its start against a bare window's, and how long the event loop stands still in the clerk's day.

Run with `uv run python -m benchmarks.window` (offscreen unless QT_QPA_PLATFORM says otherwise).
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import resources
from benchmarks.timing import Work, medians, show

ROUNDS = 15
DRAFTS = 12
TICK_MS = 1

_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(["nianbao"])
window = QMainWindow()
window.show()
app.processEvents()
"""
_START = """
import sys
from datetime import date
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication(["nianbao"])
from gui.app import dress
from gui.window import MainWindow
from model.library import Library
dress(app)
folder = Path(sys.argv[1])
window = MainWindow(Library(folder, folder / "data"), folder / "data", lambda: date(2026, 1, 10), "0")
window.show_start()
window.show()
app.processEvents()
"""


def main() -> None:
    """Print all measurements."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(DRAFTS):
            (folder / f"{number}.nianbao").write_bytes(resources.read_bytes("sample.nianbao"))
        started = {"bare QApplication and QMainWindow": _run(_BARE), f"年报助手 with {DRAFTS} drafts": _run(_START, folder)}
        show("start to a usable window", medians(started, ROUNDS), next(iter(started)))
        gaps(folder)


def _run(code: str, *arguments: Path) -> Work:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return lambda: subprocess.run(command, check=True, capture_output=True)


def gaps(folder: Path) -> None:
    """The longest time between two turns of the event loop while a draft is opened, walked through and exported."""
    from datetime import date

    from PySide6.QtWidgets import QApplication

    from gui.app import dress
    from gui.window import MainWindow
    from model.library import Library

    app = QApplication([])
    dress(app)
    window = MainWindow(Library(folder, folder / "data"), folder / "data", lambda: date(2026, 1, 10), "0")
    window.show_start()
    window.resize(1440, 868)
    window.show()
    steps: dict[str, Callable[[], Any]] = {"open a draft": lambda: window.open_file(folder / "0.nianbao")}
    for page in ("overview", "disclosure", "applications", "disputes", "problems", "other_matters", "finish"):
        steps[f"show {page} for the first time"] = lambda page=page: _wizard(window).show_page(page)
    steps["a figure"] = lambda: _wizard(window).bridge.set_number("applications.received.enterprise", 4)
    steps["check everything"] = lambda: _wizard(window).bridge.recheck()
    steps["export to Word"] = lambda: _wizard(window).findChild(object, "export_word").click()
    print("\nthe longest gap of the event loop, in ms")
    for name, step in steps.items():
        print(f"  {name:<44}{_longest_gap(app, step):>10.1f}")
    window.close()
    shutil.rmtree(folder / "data", ignore_errors=True)


def _wizard(window: Any) -> Any:  # noqa: ANN401 - the window's classes are loaded only above
    return window.wizard


def _longest_gap(app: Any, step: Callable[[], Any]) -> float:  # noqa: ANN401
    """Let a step begin in the running loop and watch the loop until all is quiet again."""
    from PySide6.QtCore import QTimer

    longest, last = 0.0, time.perf_counter()

    def tick() -> None:
        nonlocal longest, last
        now = time.perf_counter()
        longest, last = max(longest, now - last), now

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(TICK_MS)
    QTimer.singleShot(20, step)
    QTimer.singleShot(1500, app.quit)
    app.exec()
    timer.stop()
    return longest * 1000


if __name__ == "__main__":
    main()
