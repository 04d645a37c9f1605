"""Takes pictures of the real window for `docs/` and for the manual, with the bundled sample report.

Run with `QT_QPA_PLATFORM=offscreen uv run python docs/window_pictures.py docs/pictures [150]`; with `manual` in place
of the zoom for those of the manual (`resources/manual`). ImageMagick, where it is there, makes each a third as large.
"""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

import resources
from gui.dialogs.ledger import LedgerDialog
from gui.look.theme import theme
from gui.pages.review.page import ReviewPage
from gui.program.app import dress
from gui.shell.window import MainWindow
from model.drafts.draft import loads, save
from model.report.change import Place
from model.report.report import Report
from model.session.edits import set_number, set_text
from model.structs import replace

TODAY = date(2026, 1, 12)
SIZE, MANUAL_SIZE = (1440, 868), (1280, 760)
COLOURS = "200"
RECEIVED = "applications.received.natural_person"
LEDGER_HEAD = ["登记号", "收到日期", "申请人类别", "答复日期", "办理结果"]
LEDGER = (
    *(("公民", "2025-2-1", "予以公开"), ("企业", "2025-3-4", "部分公开"), ("公民", "2025-4-1", "补充材料")),
    *(("律所", "2025-5-6", "本机关不掌握"), ("公民", "2025-6-3", "予以公开"), ("公民", "", "")),
)


def main(folder: Path, zoom: int, *, manual: bool) -> None:
    """Write one picture a page."""
    application = QApplication(["nianbao"])
    application.setQuitOnLastWindowClosed(False)
    dress(application)
    theme().set_appearance("light")
    theme().set_zoom(zoom)
    with TemporaryDirectory() as name:
        documents = Path(name) / "年报助手"
        documents.mkdir()
        draft = documents / "云岭县水务局2025年度报告.nianbao"
        sample = loads(resources.read_bytes("sample.nianbao"))
        assert sample.saved_at is not None
        save(replace(sample, report=replace(sample.report, events=())), draft, sample.saved_at)
        window = MainWindow(documents, Path(name) / "data", lambda: TODAY, str)
        window.resize(*(MANUAL_SIZE if manual else SIZE))
        window.show_start()
        window.show()
        if manual:
            of_the_manual(window, draft, folder)
        else:
            of_the_pages(window, draft, folder, "" if zoom == 100 else f"-{zoom}")
            review(window, Path(name) / "2024年政府信息公开年报（报送稿）.docx", sample.report)
            take(window, folder / f"window-review{'' if zoom == 100 else f'-{zoom}'}.png")
        window.close()


def of_the_pages(window: MainWindow, draft: Path, folder: Path, suffix: str) -> None:
    """The start screen, and each page of a report."""
    take(window, folder / f"window-start{suffix}.png")
    window.open_file(draft)
    assert window.wizard is not None
    for page in ("agency", "overview", "disclosure", "disputes", "problems", "other_matters"):
        window.wizard.go(Place(page))
        take(window, folder / f"window-{page}{suffix}.png")
    window.wizard.bridge.do(set_number(RECEIVED, 12))
    window.wizard.go(Place("applications", RECEIVED))
    take(window, folder / f"window-applications{suffix}.png")
    window.wizard.bridge.undo()
    exported(window)
    take(window, folder / f"window-finish{suffix}.png")
    window.close_report()


def of_the_manual(window: MainWindow, draft: Path, folder: Path) -> None:
    """What the manual shows: the first screen, a table with what is wrong and explained, the way back, the export."""
    take(window, folder / "window-first.png")
    window.open_file(draft)
    assert window.wizard is not None
    window.wizard.bridge.do(set_number(RECEIVED, 12))
    window.wizard.go(Place("applications", RECEIVED))
    take(window, folder / "window-table.png")
    window.wizard.bridge.undo()
    window.wizard.go(Place("applications", "applications.refused_security_stability.natural_person"))
    window.wizard.explain()
    take(window, folder / "window-explained.png")
    window.wizard.explain()
    exported(window)
    take(window, folder / "window-exported.png")
    text = window.wizard.bridge.session.report.text.overview
    window.wizard.bridge.do(set_text("overview", text.replace("平稳有序", "平稳有序、力度加大")))
    window.dialogs.act("versions", draft)
    QTest.qWait(300)
    (versions,) = (found for found in window.findChildren(QWidget, "versions_dialog") if found.isVisible())
    take(versions, folder / "window-versions.png")
    versions.close()
    counted(window, draft.with_name("依申请公开台账2025.xlsx"), folder)
    window.close_report()


def counted(window: MainWindow, ledger: Path, folder: Path) -> None:
    """Table three, counted from a ledger with a line that is not clear."""
    assert window.wizard is not None
    book = Workbook()
    book.active.append(LEDGER_HEAD)
    for number, (applicant, answered, outcome) in enumerate(LEDGER, 1):
        book.active.append([f"2025-{number:02d}", f"2025-{number}-11", applicant, answered, outcome])
    book.save(ledger)
    window.wizard.go(Place("applications"))
    window.wizard.findChild(QPushButton, "count_ledger").click()
    QTest.qWait(300)
    (asked,) = (found for found in window.findChildren(LedgerDialog) if found.isVisible())
    asked.dropped.emit(ledger)
    while asked.findChild(QWidget, "ledger_answer_1") is None:
        QTest.qWait(50)
    take(asked, folder / "window-ledger.png")
    asked.close()


def exported(window: MainWindow) -> None:
    """The last page, after the export is read back."""
    assert window.wizard is not None
    window.wizard.go(Place("finish"))
    window.findChild(QPushButton, "export_docx").click()
    QTest.qWait(2500)


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


def take(shown: QWidget, path: Path) -> None:
    """One picture, when all is quiet."""
    QTest.qWait(1200)
    shown.grab().save(str(path))
    if (convert := shutil.which("convert")) is not None:
        call = [convert, str(path), "-strip", "+dither", "-colors", COLOURS, "-define", "png:compression-level=9"]
        subprocess.run([*call, f"PNG8:{path}"], check=True)


if __name__ == "__main__":
    wanted = sys.argv[2] if len(sys.argv) > 2 else "100"
    main(Path(sys.argv[1]), 100 if wanted == "manual" else int(wanted), manual=wanted == "manual")
