"""The start page on 0, 300 and 2,000 drafts, beside a bare window: time to the list, time until all is read, rows.

Run with `uv run python -m benchmarks.gui.start_list`; every case is a process of its own.
"""

import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

COUNTS = (0, 300, 2000)
SEED = Path(__file__).parents[2] / "tests" / "data" / "seed.nianbao"


def main() -> None:
    """Measure all."""
    bare = _run("bare", Path(), Path())[0]
    print(f"bare window: {bare:.3f} s")
    for count in COUNTS:
        with TemporaryDirectory() as name:
            documents, data = Path(name) / "文档", Path(name) / "data"
            documents.mkdir()
            content = SEED.read_bytes()
            for number in range(count):
                (documents / f"某局{number:04d}.nianbao").write_bytes(content)
            for when in ("first", "again"):
                shown, whole, gap, rows = _run("list", documents, data)
                print(
                    f"{count} drafts, {when} start: list after {shown:.3f} s ({shown / bare:.2f} × bare), "
                    f"all read after {whole:.3f} s, longest gap of the event loop {gap * 1000:.0f} ms, {rows:.0f} rows"
                )


def _run(how: str, documents: Path, data: Path) -> list[float]:
    command = [sys.executable, "-m", "benchmarks.gui.start_list", how, str(documents), str(data)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(word) for word in done.stdout.split()]


def _child(how: str, documents: Path, data: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    start = time.perf_counter()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication(["nianbao"])
    if how == "bare":
        window = QMainWindow()
        window.show()
        app.processEvents()
        print(time.perf_counter() - start)
        return
    from gui.pages.start.draft_row import DraftRow
    from gui.program.app import dress
    from gui.shell.window import MainWindow

    dress(app)
    shown = MainWindow(documents, data, lambda: date(2025, 1, 9), str)
    shown.show()
    shown.show_start()
    app.processEvents()
    listed = time.perf_counter() - start
    last, gap = time.perf_counter(), 0.0

    def tick() -> None:
        nonlocal last, gap
        now = time.perf_counter()
        gap, last = max(gap, now - last), now

    def begin() -> None:
        nonlocal last
        last = time.perf_counter()
        timer.start()

    timer = QTimer(interval=1)
    timer.timeout.connect(tick)
    loop_until = time.monotonic() + 600
    done: list[object] = []
    shown.preload.done.connect(begin)
    shown.stage.listing.done.connect(done.append)
    while not done and time.monotonic() < loop_until:
        app.processEvents()
    rows = sum(isinstance(child, DraftRow) for child in shown.start.list.children())
    if not done:
        sys.exit("the list was not read within ten minutes")
    print(listed, time.perf_counter() - start, gap, rows)
    shown.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _child(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        main()
