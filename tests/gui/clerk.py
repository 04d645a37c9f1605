"""A clerk at the real window on a real screen: writes a whole report with keys, input method, paste and mouse.

Run as `python -m tests.gui.clerk SEED DOCUMENTS DATA`; the screen is the one of DISPLAY. Types the seed's figures as
digits, commits or pastes its Chinese, saves by doing nothing, closes, opens again and exports.
"""

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from gui.program.app import dress
from gui.shell.window import MainWindow
from model.drafts.draft import load
from model.form.form import format_value
from model.report.report import Report
from tests.forms import FORM
from tests.tools import PATIENCE_S

CONTROL = Qt.KeyboardModifier.ControlModifier


class Clerk:
    """What a person does with one window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def find(self, name: str) -> QWidget:
        """The one widget of that name that can be seen."""
        found: QWidget
        (found,) = set().union(*(seen(top, name) for top in QApplication.topLevelWidgets()))
        return found

    def click(self, name: str) -> None:
        self.wait(lambda: self.find(name).isEnabled())
        QTest.mouseClick(self.find(name), Qt.MouseButton.LeftButton)
        QTest.qWait(30)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus(), key, modifier)

    def focus(self) -> QWidget:
        if QApplication.activeWindow() is None:
            self.activate()
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    def activate(self) -> None:
        """What a window manager does when a dialog has opened or closed; the bare screen has none."""
        top = QApplication.activeModalWidget() or self.window
        top.activateWindow()
        self.wait(top.isActiveWindow)

    def commit(self, words: str) -> None:
        """What an input method does: the letters being composed, then the words chosen."""
        QApplication.sendEvent(self.focus(), QInputMethodEvent("pin'yin", []))
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(self.focus(), event)

    def paste(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self.key(Qt.Key.Key_V, CONTROL)

    def fill_in(self, name: str, words: str) -> None:
        """Put words into a field, over what is there: digits and letters as keys, the rest by input method."""
        self.wait(lambda: self.find(name).isEnabled())
        field = self.find(name)
        assert isinstance(field, QLineEdit)
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        if not field.hasFocus():
            self.activate()
            self.wait(field.hasFocus)
        self.key(Qt.Key.Key_A, CONTROL)
        if not words:
            self.key(Qt.Key.Key_Delete)
        elif words.isascii():
            QTest.keyClicks(field, words)
        else:
            self.commit(words)
        self.key(Qt.Key.Key_Tab)

    def wait(self, done: Callable[[], bool]) -> None:
        """Let the window work until something is so."""

        def so() -> bool:
            try:
                return done()
            except ValueError:
                return False

        end = time.monotonic() + PATIENCE_S
        while not so():
            assert time.monotonic() < end, f"the window did not get there:\n{in_sight()}"
            QTest.qWait(20)


def in_sight() -> str:
    """What the labels of each window say, and where the keyboard is."""
    said = []
    for top in QApplication.topLevelWidgets():
        labels: list[QLabel] = list(top.findChildren(QLabel))
        if top.isVisible():
            said.append(f"{type(top).__name__}: " + " / ".join(each.text() for each in labels if each.isVisible()))
    return "\n".join((*said, f"focus: {QApplication.focusWidget()}"))


def seen(top: QWidget, name: str) -> set[QWidget]:
    """The widgets of that name below another that can be seen."""
    below: list[QWidget] = list(top.findChildren(QWidget, name))
    return {widget for widget in below if widget.isVisible()}


def begin(clerk: Clerk, report: Report) -> None:
    """A new draft, and the agency's page."""
    agency = report.agency
    clerk.click("new_report")
    clerk.fill_in("new_name", agency.name)
    clerk.fill_in("new_year", str(report.year))
    clerk.click("new_create")
    for field in ("short_name", "office", "address", "postcode", "phone", "fax", "email"):
        clerk.fill_in(f"agency_{field}", getattr(agency, field))
    clerk.click(f"agency_type_{agency.type}")
    clerk.click(f"agency_level_{agency.level}")
    clerk.click(f"title_order_{report.layout.title_order}")
    clerk.click("edit_preamble")
    write(clerk, "preamble", report.text.preamble)


def write(clerk: Clerk, text_id: str, words: str) -> None:
    """A text: its first paragraph by input method, the others pasted."""
    clerk.wait(lambda: clerk.find(f"prose_{text_id}").isEnabled())
    editor = clerk.find(f"prose_{text_id}")
    editor.setFocus()
    clerk.key(Qt.Key.Key_A, CONTROL)
    clerk.key(Qt.Key.Key_Delete)
    first, _, others = words.partition("\n")
    clerk.commit(first)
    if others:
        clerk.key(Qt.Key.Key_Return)
        clerk.paste(others)


def fill(clerk: Clerk, report: Report, table_id: str) -> None:
    """A table: every figure typed as digits, on with Tab."""
    clerk.click(f"rail_{table_id}")
    clerk.wait(lambda: clerk.find(f"grid_{table_id}").isEnabled())
    grid = clerk.find(f"grid_{table_id}")
    grid.setFocus()
    clerk.key(Qt.Key.Key_Home, CONTROL)
    for cell_id in FORM.typed:
        if cell_id.startswith(f"{table_id}."):
            assert clerk.focus() is grid, cell_id
            QTest.keyClicks(grid, format_value(report.value(cell_id)))
            clerk.key(Qt.Key.Key_Tab)


def main(seed: Path, documents: Path, data: Path) -> None:
    """Write the report, close, open it again and export it."""
    app = QApplication(["nianbao"])
    app.setQuitOnLastWindowClosed(False)
    dress(app)
    QTimer.singleShot(3 * PATIENCE_S * 1000, lambda: app.exit(9))
    report = load(seed).report

    window = opened(documents, data)
    clerk = Clerk(window)
    begin(clerk, report)
    for section in FORM.sections:
        if section.table:
            fill(clerk, report, section.table)
        else:
            clerk.click(f"rail_{section.id}")
            write(clerk, section.id, report.text[section.id])
    (draft,) = documents.glob("*.nianbao")
    clerk.wait(lambda: load(draft).report.text.other_matters == report.text.other_matters)
    window.close()

    window = opened(documents, data)
    clerk = Clerk(window)
    clerk.click("open_draft")
    clerk.click("rail_finish")
    start = time.monotonic()
    clerk.click("export_docx")
    clerk.wait(lambda: "200" in getattr(clerk.find("export_verdict"), "text", lambda: "")())
    print(f"exported after {time.monotonic() - start:.2f} s")
    window.grab().save(str(data / "finish.png"))
    window.close()


def opened(documents: Path, data: Path) -> MainWindow:
    """The program's window, as it starts."""
    window = MainWindow(documents, data, lambda: date(2025, 1, 10), str)
    window.resize(1440, 868)
    window.show_start()
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    QTest.qWait(100)
    return window


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
