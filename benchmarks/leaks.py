"""What opening and closing a report many times adds to the program: memory, objects, threads, descriptors.

    python -m benchmarks.leaks [cycles]

500 cycles unless another number is given; a line every fiftieth of them.
"""

import gc
import os
import sys
import tempfile
import threading
import time
from datetime import date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

import resources
from gui.program.app import dress
from gui.shell.window import MainWindow
from model.drafts import draft

CYCLES, LINES = 500, 10
PAGES = ("agency", "overview", "disclosure", "applications", "disputes", "problems", "other_matters", "finish")


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
        print(f"{'cycles':>8}{'MB':>10}{'widgets':>10}{'objects':>10}{'threads':>10}{'files':>10}")
        for count in range(1, cycles + 1):
            _cycle(app, window, path)
            if count == 1 or count % max(1, cycles // LINES) == 0:
                _show(count, window)
        window.close()
    return 0


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


def _show(count: int, window: MainWindow) -> None:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    memory = pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    held = (len(QApplication.allWidgets()), sum(1 for _ in window.findChildren(QObject)), threading.active_count())
    print(
        f"{count:>8}{memory:>10.1f}{held[0]:>10}{held[1]:>10}{held[2]:>10}{len(list(Path('/proc/self/fd').iterdir())):>10}"
    )


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else CYCLES))
