"""What opening and closing a report many times adds to the program: memory, objects, threads, descriptors.

    python -m benchmarks.gui.leaks [cycles]

500 cycles unless another number is given; a line after the first and after every tenth part of them. The first tenth is
the warm-up: caches fill, regular expressions are compiled, the allocator finds its size. What comes after it must stay
flat: it fails where more than 20 MB, or any widget, object, thread or descriptor, is added from there to the end.
"""

import gc
import os
import sys
import tempfile
import threading
import time
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

import resources
from gui.program.app import dress
from gui.shell.window import MainWindow
from model.drafts import draft
from tests.tools import malloc_in_use

CYCLES, LINES = 500, 10
MOST_MB = 20.0
"""The most that may be added after the warm-up."""
PAGES = ("agency", "overview", "disclosure", "applications", "disputes", "problems", "other_matters", "finish")


class Held(NamedTuple):
    """What the program holds at some moment."""

    memory_mb: float
    malloc_mb: float
    widgets: int
    objects: int
    threads: int
    files: int


def main(cycles: int) -> int:
    """Print what is held along the way."""
    app = QApplication([])
    dress(app)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "示例.nianbao"
        draft.save(draft.loads(resources.read_bytes("sample.nianbao")), path, datetime.now().astimezone())
        window = MainWindow(folder, folder / "data", lambda: date(2026, 1, 10), str)
        window.resize(1440, 868)
        window.show()
        window.show_start()
        _settle(app)
        print("".join(f"{name:>12}" for name in ("cycles", *Held._fields)))
        warm = max(1, cycles // LINES)
        held = dict[int, Held]()
        for count in range(1, cycles + 1):
            _cycle(app, window, path)
            if count == 1 or count % warm == 0:
                held[count] = _held(window)
                print("".join(f"{number:>12.{0 if type(number) is int else 1}f}" for number in (count, *held[count])))
                sys.stdout.flush()
        window.close()
    return _judged(held[warm], held[max(held)])


def _judged(warm: Held, last: Held) -> int:
    """Print what was added after the warm-up; returns the exit status."""
    counts = {name: getattr(last, name) - getattr(warm, name) for name in Held._fields[2:]}
    grown = last.memory_mb - warm.memory_mb
    print(f"after the warm-up: {grown:+.1f} MB (at most {MOST_MB:.0f}), {counts}")
    return 1 if grown > MOST_MB or any(more > 0 for more in counts.values()) else 0


def _cycle(app: QApplication, window: MainWindow, path: Path) -> None:
    window.open_file(path)
    for page in PAGES:
        assert window.wizard is not None
        window.wizard.show_page(page)
        _settle(app)
    window.close_report()
    _settle(app)


def _settle(app: QApplication) -> None:
    end = time.perf_counter() + 0.01
    while time.perf_counter() < end:
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _held(window: MainWindow) -> Held:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return Held(
        pages * os.sysconf("SC_PAGE_SIZE") / 2**20,
        malloc_in_use() / 2**20,
        len(QApplication.allWidgets()),
        sum(1 for _ in window.findChildren(QObject)),
        threading.active_count(),
        len(list(Path("/proc/self/fd").iterdir())),
    )


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else CYCLES))
