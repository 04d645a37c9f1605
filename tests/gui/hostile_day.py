"""A clerk's day with hostile files, without a screen: `python -m tests.gui.hostile_day FOLDER`, watched by `strace`.

FOLDER holds `received.nianbao`, `page.html` and `page.txt`; drafts go into `documents`, the program's data into `data`.
At the end Qt is made to open `control.png`, so that the watch is seen to see what Qt opens.
"""

import os
import sys
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from gui.editor.editor import ProseEdit
from gui.pages.registry import Pages
from gui.program.app import dress
from gui.shell.window import MainWindow
from tests.forms import FORM
from tests.gui.clerk import Clerk
from tests.gui.driving import named, settle, wait
from tests.gui.hostile import hover


def main(folder: Path) -> None:
    """The day."""
    app = QApplication(["nianbao"])
    app.setQuitOnLastWindowClosed(False)
    dress(app)
    window = MainWindow(folder / "documents", folder / "data", lambda: date(2025, 1, 9), str)
    window.resize(1440, 868)
    window.show_start()
    window.show()
    settle()
    work_on_received(window, folder / "received.nianbao")
    paste_page(window, (folder / "page.html").read_text("utf-8"))
    export_all(window)
    assert window.close_report()
    read(window, folder / "page.txt")
    read(window, folder / "page.html")
    QGuiApplication.clipboard().setMimeData(_page((folder / "page.html").read_text("utf-8")))
    window.importing.paste()
    _reviewed(window)
    window.close()
    control = QLabel(f'<img src="{folder / "control.png"}">')
    control.show()
    settle()
    QGuiApplication.clipboard().clear()


def work_on_received(window: MainWindow, path: Path) -> None:
    """Open a received draft, look at every page, rest the mouse on everything, give reasons for what is found."""
    assert window.open_file(path)
    assert window.wizard is not None
    for page in Pages(FORM).entries:
        window.wizard.show_page(page)
        settle()
        hover(window)
    window.wizard.dismiss.emit([found for found in window.wizard.bridge.session.findings if found.severity != "error"])
    settle()
    hover(window)


def paste_page(window: MainWindow, html: str) -> None:
    """Paste a web page that has no plain text into a text of the report, by its key."""
    assert window.wizard is not None
    window.wizard.show_page("problems")
    settle()
    editor = named(window.wizard, ProseEdit, "prose_problems")
    before = window.wizard.bridge.session.report.text.problems
    QGuiApplication.clipboard().setMimeData(_page(html))
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.wizard.bridge.session.report.text.problems != before
    hover(window)


def export_all(window: MainWindow) -> None:
    """Export the Word report with a click, and wait for the verdict."""
    clerk = Clerk(window)
    clerk.click("rail_finish")
    clerk.click("export_docx")
    clerk.wait(lambda: "200" in getattr(clerk.find("export_verdict"), "text", lambda: "")())
    hover(window)


def read(window: MainWindow, path: Path) -> None:
    """Read a foreign file and look at all that was read."""
    window.importing.take(path)
    _reviewed(window)


def _reviewed(window: MainWindow) -> None:
    wait(lambda: window.importing.page is not None and window.importing.page.objectName() == "page_review")
    hover(window)
    window.importing.leave()
    settle()


def _page(html: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(html)
    return data


if __name__ == "__main__":
    main(Path(sys.argv[1]))
