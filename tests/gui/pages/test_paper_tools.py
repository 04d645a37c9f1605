"""Printing the pages, and copying the report for the editor of a web site, from the last page and by Ctrl+P."""

import subprocess
from pathlib import Path

import html5lib
import pytest
from PySide6.QtCore import QMimeData, Qt, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from export.content import blocks
from export.identity import words
from export.web.clipboard import plain_text, rich_text
from gui.paper import pages as paper
from gui.paper import printing
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.report.report import Report
from tests.gui.driving import every, press, settle
from tests.gui.driving import words as words_of
from tests.gui.pages.test_finish import finish
from tests.tools import need


def told(wizard: Wizard) -> str:
    """What the bar at the foot says."""
    settle()
    return words_of(wizard.bottom)


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printing.set_up(printer, "报告")
    return printer


def count(path: Path) -> int:
    said = subprocess.run([need("pdfinfo"), str(path)], check=True, capture_output=True, text=True).stdout
    assert "A4" in said
    return int(next(line.split()[1] for line in said.splitlines() if line.startswith("Pages:")))


@pytest.mark.usefixtures("window")
def test_all_pages_are_printed_on_a4_or_those_asked_for(seed: Report, tmp_path: Path) -> None:
    pages = paper.pages(blocks(seed), seed.layout)
    assert printing.print_pages(printer_to(tmp_path / "all.pdf"), pages) == len(pages) == count(tmp_path / "all.pdf")
    some = printer_to(tmp_path / "some.pdf")
    some.setFromTo(2, 3)
    assert printing.print_pages(some, pages) == 2 == count(tmp_path / "some.pdf")


@pytest.mark.usefixtures("window")
def test_a_printer_that_takes_nothing_is_told(seed: Report, tmp_path: Path) -> None:
    before = qInstallMessageHandler(lambda *_: None)
    with pytest.raises(printing.NotPrinted, match="打印机没有接受"):
        printing.print_pages(printer_to(tmp_path / "no such folder" / "a.pdf"), paper.pages(blocks(seed), seed.layout))
    qInstallMessageHandler(before)


def test_the_button_and_the_key_print_and_say_what_was_done(
    window: MainWindow, seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = finish(window, seed)
    target = tmp_path / "a.pdf"
    monkeypatch.setattr(printing, "ask_for_printer", lambda *_: printer_to(target))
    press(wizard, "print_report")
    assert count(target) == 5
    assert "已把 5 页交给打印机" in told(wizard)
    target.unlink()
    wizard.commands.go_to_page("applications")
    QTest.keyClick(wizard, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert count(target) == 5
    monkeypatch.setattr(printing, "ask_for_printer", lambda *_: None)
    QTest.keyClick(wizard, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "没有打印" in told(wizard)


def test_the_report_or_one_table_is_copied_as_rich_text(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    content = blocks(seed)
    expected = {"全文": content, **{block.table.name: (block,) for block in content if hasattr(block, "table")}}
    assert len(expected) == 4
    for name, wanted in expected.items():
        press(wizard, "copy_report")
        menu = next(found for found in every(wizard, QMenu) if found.objectName() == "copy_menu" and found.isVisible())
        next(action for action in menu.actions() if action.text() == name).trigger()
        menu.hide()
        settle()
        there: QMimeData = QGuiApplication.clipboard().mimeData()
        assert there.html() == rich_text(wanted)
        assert there.text() == plain_text(wanted)
        tree = html5lib.parse(there.html(), namespaceHTMLElements=False)
        assert len(list(tree.iter("td"))) == sum(len(block.values) for block in wanted if hasattr(block, "values"))
        assert f"已复制{name}" in told(wizard)
    assert len(words(content)) == 295
