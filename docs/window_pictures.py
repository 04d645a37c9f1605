"""Takes pictures of the real window for `docs/`, with the bundled sample report.

Run with `QT_QPA_PLATFORM=offscreen uv run python docs/window_pictures.py docs/pictures [150]`.
"""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

import resources
from gui.look.theme import theme
from gui.pages.review.page import ReviewPage
from gui.program.app import dress
from gui.shell.window import MainWindow
from model.drafts.draft import loads, save
from model.report.change import Place
from model.report.report import Report
from model.session.edits import set_number

TODAY = date(2026, 1, 12)
SIZE = (1440, 868)
RECEIVED = "applications.received.natural_person"


def main(folder: Path, zoom: int) -> None:
    """Write one picture a page."""
    application = QApplication(["nianbao"])
    application.setQuitOnLastWindowClosed(False)
    dress(application)
    theme().set_appearance("light")
    theme().set_zoom(zoom)
    with TemporaryDirectory() as name:
        documents = Path(name) / "年报助手"
        documents.mkdir()
        sample = loads(resources.read_bytes("sample.nianbao"))
        assert sample.saved_at is not None
        save(sample, documents / "云岭县水务局2025年度报告.nianbao", sample.saved_at)
        window = MainWindow(documents, Path(name) / "data", lambda: TODAY, str)
        window.resize(*SIZE)
        window.show_start()
        window.show()
        suffix = "" if zoom == 100 else f"-{zoom}"
        take(window, folder / f"window-start{suffix}.png")
        window.open_file(documents / "云岭县水务局2025年度报告.nianbao")
        assert window.wizard is not None
        for page in ("agency", "overview", "disclosure", "disputes", "problems", "other_matters"):
            window.wizard.go(Place(page))
            take(window, folder / f"window-{page}{suffix}.png")
        window.wizard.bridge.do(set_number(RECEIVED, 12))
        window.wizard.go(Place("applications", RECEIVED))
        take(window, folder / f"window-applications{suffix}.png")
        window.wizard.bridge.undo()
        window.wizard.go(Place("finish"))
        window.findChild(QPushButton, "export_docx").click()
        QTest.qWait(1500)
        take(window, folder / f"window-finish{suffix}.png")
        window.close_report()
        review(window, Path(name) / "2024年政府信息公开年报（报送稿）.docx", sample.report)
        take(window, folder / f"window-review{suffix}.png")
        window.close()


def review(window: MainWindow, path: Path, sample: Report) -> None:
    """Read last year's report, as an office has it: with a figure explained and a row of strokes."""
    from export.exporters import REPORT, export

    export(REPORT, replace(sample, year=2024, title=None), path, replace=True)
    scribble(path)
    window.importing.take(path)
    while not isinstance(window.importing.page, ReviewPage):
        QTest.qWait(50)
    QTest.qWait(300)


def scribble(path: Path) -> None:
    """Change a Word file by hand, in Word's own words, and take away what the export carried along."""
    import docx as python_docx

    found = python_docx.Document(str(path))
    found.tables[0].rows[3].cells[3].text = "12（其中修订3件）"
    for cell in found.tables[1].rows[-3].cells[-7:]:
        cell.text = "/"
    found.save(str(path))


def take(window: MainWindow, path: Path) -> None:
    """One picture, when all is quiet."""
    QTest.qWait(700)
    window.grab().save(str(path))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100)
