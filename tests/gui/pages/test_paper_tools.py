"""Printing the pages, and copying the report for the editor of a web site, from the last page and by Ctrl+P."""

import subprocess
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import cast

import html5lib
import pytest
from PySide6.QtCore import QMimeData, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QMenu, QWidget

import cli
from export.content import blocks
from export.identity import words
from export.web.clipboard import plain_text, rich_text
from gui.paper import pages as paper
from gui.paper import printing, typefaces
from gui.paper.tools import PaperTools
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.report.report import Report
from model.structs import replace
from tests.gui.driving import dialog, every, named, press, settle, wait
from tests.gui.driving import words as words_of
from tests.gui.pages.test_finish import finish
from tests.tools import need


def told(wizard: Wizard) -> str:
    """What the bar at the foot says."""
    settle()
    return words_of(wizard.bottom)


def every_shortcut(wizard: Wizard) -> list[QShortcut]:
    return cast("list[QShortcut]", wizard.findChildren(QShortcut))


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
def test_a_file_that_printing_cannot_write_is_told(seed: Report, tmp_path: Path) -> None:
    before = qInstallMessageHandler(lambda *_: None)
    with pytest.raises(printing.NotPrinted, match="没有写成"):
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
    assert f"已把 5 页打印成文件“{target}”" in told(wizard)
    assert "打印机" not in told(wizard)
    target.unlink()
    wizard.commands.go_to_page("applications")
    (key,) = (each for each in every_shortcut(wizard) if each.key() == QKeySequence("Ctrl+P"))
    key.activated.emit()
    assert count(target) == 5
    monkeypatch.setattr(printing, "ask_for_printer", lambda *_: None)
    key.activated.emit()
    assert "没有打印" in told(wizard)


def test_what_no_page_has_room_for_is_said_before_it_is_printed(
    window: MainWindow, seed: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No table of the form in force is so tall; one in larger type than a draft may have is."""
    tall = replace(seed, layout=replace(seed.layout, table_pt=Decimal(16)))
    words = paper.divided(paper.pages(blocks(tall), tall.layout))
    assert words.startswith("表三一页排不下，分在第 ")
    asked = []
    monkeypatch.setattr(printing, "ask_for_printer", lambda *said: asked.append(said[2]))
    for report, expected in ((seed, ""), (tall, words)):
        tools = PaperTools(partial(replace, report), window)
        tools.show_pages(paper.pages(blocks(report), report.layout))
        assert ([label.text() for label in every(tools, QLabel) if label.text()] == [expected]) is bool(expected)
        press(tools, "print_report")
        assert asked.pop() == expected
        tools.deleteLater()


def test_the_report_or_one_table_is_copied_as_rich_text(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    content = blocks(seed)
    expected = {
        "全文": content,
        "全文，不带标题": content[1:],
        **{block.table.name: (block,) for block in content if hasattr(block, "table")},
    }
    assert len(expected) == 5
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


def test_nothing_is_printed_copied_or_exported_while_a_field_has_no_figure(
    window: MainWindow, seed: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = finish(window, seed.with_text("problems", "另{{no.such.cell}}件。"))
    monkeypatch.setattr(printing, "ask_for_printer", lambda *_: pytest.fail("the printer was asked for"))
    QGuiApplication.clipboard().setText("以前的")
    for button, told_of in (("print_report", "没有打印"), ("copy_report", "没有复制")):
        press(wizard, button)
        assert f"{told_of}：" in told(wizard)
        assert "第1段的“{{no.such.cell}}”指向的数据不存在" in told(wizard)
    assert QGuiApplication.clipboard().text() == "以前的"


@pytest.mark.parametrize("kind", ["pdf", "html", "xlsx"])
def test_every_kind_of_file_is_written_from_the_window_and_names_its_save(
    window: MainWindow, seed: Report, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    wizard = finish(window, seed)
    press(wizard, f"export_{kind}")
    if kind == "pdf" and typefaces.notices(seed):
        press(dialog(window), "answer_write")
    wait(named(wizard, QWidget, "export_result").isVisible)
    assert named(wizard, QLabel, "export_verdict").text() == "200 个数据、6 个部分逐一核对一致"
    path = wizard.path.with_suffix(f".{kind}")
    assert wizard.bridge.save_now() is None
    assert cli.main(["verify", str(path), "--draft", str(wizard.path)]) == 0
    said = capsys.readouterr().out
    assert "草稿的第 " in said
    assert "一致：295 段和格" in said
