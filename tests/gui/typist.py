"""A clerk who never pauses: edits a draft every few milliseconds and says so, until killed or told to stop.

Run as `python -m tests.gui.typist HOW DRAFT DATA_FOLDER`; HOW is `window` for keys and input method in the real window,
or `bridge` for edits behind it. It stops when its standard input ends; a line there is a path, to which the clerk saves
as, once the draft's own place takes nothing. It prints, a line each:

- for an edit its count and the time on the monotonic clock in nanoseconds;
- `begins` and the count that a save, which begins now, will write;
- `saved` and that count when the save has worked;
- `leaves` and the count that is put elsewhere, before the button is pressed, and `moved` and that count afterwards;
- at the end `gap` and the longest gap of the event loop in milliseconds.
"""

import os
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from gui.program.app import dress
from gui.session.bridge import Bridge
from gui.shell.window import MainWindow
from model.drafts.draft import Draft
from model.drafts.library import Library
from model.drafts.open_draft import Saved
from model.report.change import Place
from model.session.edits import set_agency, set_number, set_numbers, set_text
from model.session.opened import session_of
from model.session.zero_fill import zero_fill
from tests.gui.clerk import seen

COUNT = "applications.received.natural_person"
EVERY_MS = 4
TODAY = date(2025, 1, 9)


class Typist:
    """Counts up in a cell, with now and then a word, a fill, an undo or a redo beside it."""

    def __init__(self, edit: Callable[[int], None], window: MainWindow | None = None) -> None:
        self.edit, self.window = edit, window
        self.count = 0
        self.last_tick = time.monotonic_ns()
        self.longest_gap = 0
        self.stopping = False
        self.elsewhere = ""

    def hear(self) -> None:
        """Make no further edit, or make those that follow in another place."""
        self.elsewhere = sys.stdin.readline().strip()
        self.stopping = not self.elsewhere

    def tick(self) -> None:
        """One edit, or the end; never in the middle of an edit, whose keys let other events happen too."""
        if self.stopping:
            QApplication.quit()
            return
        if self.elsewhere and self.window is not None:
            go_elsewhere(self.window, self.elsewhere)
            self.elsewhere = ""
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
            bridge.do(set_text("overview", f"{bridge.session.report.text.overview[-3000:]}第{count}次。"))
        elif turn == 2:
            bridge.undo()
            bridge.redo()
        elif turn == 3:
            bridge.do(zero_fill(bridge.session.report, "disputes").edit)
        elif turn == 4:
            bridge.do(set_agency(phone=str(count)))
        elif turn == 5:
            bridge.do(set_numbers({"disputes.review.upheld": None, "disputes.review.other": count}))
        bridge.do(set_number(COUNT, count))

    return edit


def edits_in(window: MainWindow) -> Callable[[int], None]:
    """Edits made as a clerk makes them: digits and commands as keys, Chinese by input method, pages in turn."""

    def edit(count: int) -> None:
        wizard = window.wizard
        assert wizard is not None
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


def go_elsewhere(window: MainWindow, path: str) -> None:
    """Leave a draft that cannot be saved, and answer the question with another place; the work goes on there."""
    assert window.wizard is not None
    bridge = window.wizard.bridge
    assert not window.close_report(), "its own place takes it"
    os.write(1, f"leaves {bridge.session.report.count(COUNT)}\n".encode())
    QFileDialog.getSaveFileName = lambda *_args: (path, "")  # type: ignore[method-assign]
    QTest.mouseClick(_found(window, "answer_save_as"), Qt.MouseButton.LeftButton)
    assert str(window.wizard.path) == path
    os.write(1, f"moved {window.wizard.bridge.session.report.count(COUNT)}\n".encode())
    tell_saves(window.wizard.bridge)


def _found(window: MainWindow, name: str) -> QWidget:
    (found,) = seen(window, name)
    return found


def tell_saves(bridge: Bridge) -> None:
    """Say when a save begins and when one has worked; by calls, as signals may come later."""
    assert bridge._file is not None
    save, saved = bridge._file.save, bridge.session.saved

    def told_save(draft: Draft, now: datetime, *, over_others: bool = False) -> Saved:
        os.write(1, f"begins {draft.report.count(COUNT)}\n".encode())
        return save(draft, now, over_others=over_others)

    def told_saved(draft: Draft) -> None:
        saved(draft)
        os.write(1, f"saved {draft.report.count(COUNT)}\n".encode())

    vars(bridge._file)["save"] = told_save
    vars(bridge.session)["saved"] = told_saved


def main(how: str, path: Path, data: Path) -> None:
    """Type until killed, or until the standard input ends, and then close."""
    app = QApplication(["nianbao"])
    app.setQuitOnLastWindowClosed(False)
    if how == "window":
        dress(app)
        window = MainWindow(path.parent, data, lambda: TODAY, str)
        window.show()
        window.open_file(path)
        assert window.wizard is not None
        tell_saves(window.wizard.bridge)
        typist = Typist(edits_in(window), window)
        close: Callable[[], object] = window.close
    else:
        opened = Library(path.parent, data).open(path, datetime.now().astimezone())
        bridge = Bridge(session_of(opened, TODAY), opened.file)
        tell_saves(bridge)
        typist, close = Typist(edits_behind(bridge)), bridge.close
    timer = QTimer()
    timer.timeout.connect(typist.tick)
    timer.start(EVERY_MS)
    told = QSocketNotifier(0, QSocketNotifier.Type.Read)
    told.activated.connect(typist.hear)
    app.exec()
    timer.stop()
    close()
    os.write(1, f"gap {typist.longest_gap / 1e6:.1f}\n".encode())


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
