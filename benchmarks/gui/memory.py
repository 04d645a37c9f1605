"""Memory of the window over a bare window's: the start screen, a report open, all its pages shown.

    python -m benchmarks.gui.memory

Each is a process of its own that waits until what is imported ahead of need is there, or the report is open, and a
second more for what follows; then it says how much of the machine's memory it occupies (`Rss` of
`/proc/self/smaps_rollup`, mapped fonts and libraries included). Linux alone tells this; elsewhere nothing is measured.
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.gui.window import fill
from benchmarks.limits import Ratio, is_short, judged
from benchmarks.timing import python

ROLLUP = Path("/proc/self/smaps_rollup")
LIMITS = {"start screen": (85.0, 30), "a report open": (105.0, 50), "all pages": (120.0, 65)}
"""In MB: the most each may hold above a bare window, and the most it is to hold one day."""
FOLLOWS_MS = 1000
"""How long the event loop goes on after what was waited for, such as painting."""
PAGES = ("overview", "disclosure", "applications", "disputes", "problems", "other_matters", "finish")
_BARE = """
from benchmarks.gui.memory import held
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(["nianbao"])
window = QMainWindow()
window.show()
app.processEvents()
print(held())
"""
_OURS = """
import sys
from pathlib import Path
from benchmarks.gui.memory import shown
shown(Path(sys.argv[1]), sys.argv[2])
"""


def ratios() -> Iterator[Ratio]:
    """How many MB more than a bare window each holds; nothing where the system does not tell."""
    if not ROLLUP.exists():
        return
    rounds = 1 if is_short() else 3
    with TemporaryDirectory() as name:
        fill(Path(name))
        bare = median(_said(_BARE) for _ in range(rounds))
        for what, (limit, wanted) in LIMITS.items():
            found = median(_said(_OURS, name, what) for _ in range(rounds))
            yield Ratio(f"memory, {what}: MB above a bare window's {bare:.0f}", found - bare, limit, "", wanted)


def _said(program: str, *arguments: str) -> float:
    return float(python(program, *arguments)().stdout.split()[-1])


def held() -> float:
    """The memory that this process occupies, in MB."""
    occupied = next(line for line in ROLLUP.read_text("ascii").splitlines() if line.startswith("Rss:"))
    return int(occupied.split()[1]) / 1000


def shown(folder: Path, what: str) -> None:
    """Print the memory held once a part of the window is shown and all that follows is done."""
    from datetime import date

    from PySide6.QtWidgets import QApplication

    from gui.program.app import dress
    from gui.shell.window import MainWindow

    app = QApplication(["nianbao", "-style", "Fusion"])
    dress(app)
    window = MainWindow(folder, folder / "data", lambda: date(2026, 1, 10), str)
    ready: list[bool] = []
    window.preload.done.connect(lambda: ready.append(True))
    window.show_start()
    window.resize(1440, 868)
    window.show()
    _wait(lambda: bool(ready))
    if what != "start screen":
        window.open_soon(folder / "0.nianbao")
        _wait(lambda: window.wizard is not None)
    if what == "all pages":
        assert window.wizard is not None
        for page in PAGES:
            window.wizard.show_page(page)
            _wait(lambda: True)
    print(held(), flush=True)
    os._exit(0)


def _wait(until: Callable[[], bool]) -> None:
    from PySide6.QtTest import QTest

    while not until():
        QTest.qWait(20)
    QTest.qWait(FOLLOWS_MS)


if __name__ == "__main__":
    sys.exit(judged("memory of the window, in MB", ratios()))
