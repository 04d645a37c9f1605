"""A window for the screen reader's test: opens a draft, and does what it is told on standard input, a word a line.

Run as `python -m tests.gui.read_window DRAFT DOCUMENTS DATA`; the screen is the one of DISPLAY. It answers each line
with `done` on standard output when the event loop is quiet again.
"""

import sys
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from gui.program.app import dress
from gui.shell.window import MainWindow
from model.report.change import Place
from tests.gui.conftest import TODAY
from tests.tools import PATIENCE_S

CELL = "applications.received.natural_person"
"""The cell that is typed into."""


_SETTLE_MS = 100


class Told:
    """What can be asked of the window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def act(self, word: str) -> None:
        """Do one thing."""
        top = QApplication.activeModalWidget() or self.window
        top.activateWindow()
        assert QTest.qWaitForWindowActive(top, PATIENCE_S * 1000)
        wizard, focused = self.window.wizard, QApplication.focusWidget()
        assert wizard is not None
        assert focused is not None
        if word.startswith("type "):
            QTest.keyClicks(focused, word.removeprefix("type "))
        elif word == "enter":
            QTest.keyClick(focused, Qt.Key.Key_Return)
        elif word == "cell":
            wizard.go(Place("applications", CELL))
        elif word == "settings":
            self.window.dialogs.settings()
        elif word == "close":
            for dialog in cast("list[QDialog]", self.window.findChildren(QDialog)):
                dialog.close()
        elif word != "look":
            wizard.go(Place(word))


def main(draft: Path, documents: Path, data: Path) -> None:
    """Open the window, and end with standard input."""
    application = QApplication(["nianbao"])
    dress(application)
    window = MainWindow(documents, data, lambda: TODAY, lambda: "0")
    window.resize(1366, 768)
    window.show_start()
    window.show()
    assert window.open_file(draft)
    told = Told(window)

    def hear() -> None:
        line = sys.stdin.readline()
        if not line:
            window.opening.leave_anyway = True
            window.close()
            application.quit()
            return
        told.act(line.strip())
        QTest.qWait(_SETTLE_MS)
        print("done", flush=True)

    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(hear)
    print("done", flush=True)
    application.exec()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
