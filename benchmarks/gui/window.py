"""The window: its start against a bare window's, and how long the event loop stands still in the clerk's day.

Run with `uv run python -m benchmarks.gui.window` (offscreen unless QT_QPA_PLATFORM says otherwise). Both windows are
left in the same way, by `os._exit` once they are painted, so that no interpreter's end is counted. The drafts are
those of an earlier run, and in the window when the rows in sight are there and painted.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import resources
from benchmarks.limits import Ratio, costs, is_short, judged
from benchmarks.timing import Work, python
from model.drafts.listing import DraftList

ROUNDS = 15
DRAFTS = 12
LIMITS = {DRAFTS: (2.1, 1.8), 300: (2.2, 2.0), 2000: (2.7, 2.5)}
"""With so many drafts, how many times a bare window's start the window may take; and how many it should one day."""
TICK_MS = 1

BARE = """
import os
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(["nianbao"])
window = QMainWindow()
window.show()
app.processEvents()
os._exit(0)
"""
_START = """
import os, sys
os.environ["NIANBAO_DOCUMENTS"], os.environ["NIANBAO_DATA"], until = sys.argv[1], sys.argv[2], sys.argv[3]
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from gui.program import app
application = QApplication(["nianbao", "-style", "Fusion"])
def look():
    window = next(top for top in application.topLevelWidgets() if top.objectName() == "main_window")
    rows = [child for child in window.start.list.children() if type(child).__name__ == "DraftRow"]
    if rows or until == "shown":
        window.repaint()
        os._exit(0)
    QTimer.singleShot(0, look)
QTimer.singleShot(0, look)
app.run()
"""

_GAPS = """
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from benchmarks.gui.window import fill, gaps
with TemporaryDirectory() as name:
    fill(Path(name))
    gaps(Path(name), sys.argv[1])
"""


def ratios() -> Iterator[Ratio]:
    """The window's start, with no drafts in it, with twelve, and in a long run with many more."""
    counts = {DRAFTS: LIMITS[DRAFTS]} if is_short() else LIMITS
    with TemporaryDirectory() as name:
        works: dict[str, Work] = {"bare": python(BARE)}
        for count in counts:
            folder = Path(name) / str(count)
            folder.mkdir()
            fill(folder, count)
            _know(folder)
            works[str(count)] = python(_START, folder, folder / "data", "listed")
        works["shown"] = python(_START, Path(name), Path(name) / "data", "shown")
        times = costs(works, 4 if is_short() else ROUNDS)
    bare = "bare QApplication and QMainWindow"
    yield Ratio(f"window shown ÷ {bare}", times["shown"] / times["bare"], 1.6, f"{times['shown']:.0f} ms", 1.4)
    for count, (limit, wanted) in counts.items():
        yield Ratio(f"window with {count} drafts in it ÷ {bare}", times[str(count)] / times["bare"], limit, "", wanted)


def _know(folder: Path) -> None:
    """Have the drafts read and remembered, as after any earlier run."""
    known = DraftList(folder, folder / "data")
    known.entries()
    known.remember()


def main() -> int:
    """Print all measurements; 1 when a ratio is above its limit."""
    status = judged("start of the window, in processor time", ratios())
    for when in ("at once", "later"):
        fresh = python(_GAPS, when)
        fresh()
        print(fresh().stdout.decode(), end="")
    return status


def fill(folder: Path, count: int = DRAFTS) -> None:
    """Put drafts into a folder."""
    for number in range(count):
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
    sys.exit(main())
