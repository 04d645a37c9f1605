"""A clerk who never pauses: edits a draft every few milliseconds and says when, until killed or told to stop.

Run as `python -m tests.gui.typist HOW DRAFT DATA_FOLDER [SECONDS]`; HOW is `window` for keys and input method in the
real window, or `bridge` for edits behind it. Prints for each edit its count and the time on the monotonic clock in
nanoseconds, and at the end the longest gap of the event loop in milliseconds.
"""

import os
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.program.app import dress
from gui.session.bridge import Bridge
from gui.shell.window import MainWindow
from model.drafts.library import Library
from model.session.opened import session_of
from model.session.session import Place
from tests.gui.clerk import seen

COUNT = "applications.received.natural_person"
EVERY_MS = 4
TODAY = date(2025, 1, 9)


class Typist:
    """Counts up in a cell, with now and then a word, a fill, an undo or a redo beside it."""

    def __init__(self, edit: Callable[[int], None]) -> None:
        self.edit = edit
        self.count = 0
        self.last_tick = time.monotonic_ns()
        self.longest_gap = 0

    def tick(self) -> None:
        """One edit."""
        now = time.monotonic_ns()
        self.longest_gap = max(self.longest_gap, now - self.last_tick)
        self.last_tick = now
        self.count += 1
        self.edit(self.count)
        os.write(1, f"{self.count} {time.monotonic_ns()}\n".encode())


def edits_behind(bridge: Bridge) -> Callable[[int], None]:
    """Edits of every kind, made through the bridge."""

    def edit(count: int) -> None:
        turn = count % 7
        if turn == 1:
            bridge.set_text("overview", f"{bridge.session.report.text.overview[-3000:]}第{count}次。")
        elif turn == 2:
            bridge.undo()
            bridge.redo()
        elif turn == 3:
            bridge.fill_zero("disputes")
        elif turn == 4:
            bridge.set_agency(phone=str(count))
        elif turn == 5:
            bridge.set_numbers({"disputes.review.upheld": None, "disputes.review.other": count})
        bridge.set_number(COUNT, count)

    return edit


def edits_in(window: MainWindow) -> Callable[[int], None]:
    """Edits made as a clerk makes them: digits and commands as keys, Chinese by input method, pages in turn."""
    assert window.wizard is not None
    wizard = window.wizard

    def edit(count: int) -> None:
        turn = count % 12
        if turn == 1:
            wizard.go(Place("overview"))
            words = QInputMethodEvent()
            words.setCommitString(f"第{count}次。")
            QApplication.sendEvent(_found(window, "prose_overview"), words)
        elif turn == 5:
            QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        elif turn == 8:
            QTest.mouseClick(_found(window, "fill_zero"), Qt.MouseButton.LeftButton)
        wizard.go(Place("applications", COUNT))
        grid = _found(window, "grid_applications")
        QTest.keyClicks(grid, str(count))
        QTest.keyClick(grid, Qt.Key.Key_Return)

    return edit


def _found(window: MainWindow, name: str) -> QWidget:
    (found,) = seen(window, name)
    return found


def main(how: str, path: Path, data: Path, seconds: float) -> None:
    """Type until killed, or for some seconds and then close."""
    app = QApplication(["nianbao"])
    app.setQuitOnLastWindowClosed(False)
    if how == "window":
        dress(app)
        window = MainWindow(path.parent, data, lambda: TODAY, str)
        window.show()
        window.open_file(path)
        edit = edits_in(window)
        close: Callable[[], object] = window.close
    else:
        opened = Library(path.parent, data).open(path, datetime.now().astimezone())
        bridge = Bridge(session_of(opened, TODAY), opened.file)
        edit, close = edits_behind(bridge), bridge.close
    typist = Typist(edit)
    timer = QTimer()
    timer.timeout.connect(typist.tick)
    timer.start(EVERY_MS)
    QTimer.singleShot(int(seconds * 1000), app.quit)
    app.exec()
    timer.stop()
    close()
    os.write(1, f"gap {typist.longest_gap / 1e6:.1f}\n".encode())


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), float(sys.argv[4]) if len(sys.argv) > 4 else 60)
