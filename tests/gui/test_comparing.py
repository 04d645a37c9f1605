"""与网页核对: the published page against the open draft, pasted or dropped, and what the window says of it."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from export.exporters import CHECK_SHEET, REPORT, export
from export.identity import report_digest
from gui.controls.layouts import Card
from gui.dialogs.comparison import ComparisonDialog
from gui.shell.window import MainWindow
from importers.read import read
from model.report.change import WHOLE, Place
from model.report.publication import with_signed
from model.report.report import Report, Signed
from model.session.edits import Edit
from tests.gui.driving import dialog, every, press, wait, words

PAGE = Path(__file__).parents[1] / "data" / "reading" / "41_normal_page.html"
HTML = PAGE.read_text("utf-8")


@pytest.fixture
def asked(window: MainWindow) -> ComparisonDialog:
    """The dialog over the draft that the page was made of."""
    window.opening.begin(lambda: read(PAGE).report("页"))
    wizard = window.wizard
    assert wizard is not None
    wizard.go(Place(WHOLE))
    press(wizard, "compare_page")
    found = dialog(window)
    assert isinstance(found, ComparisonDialog)
    return found


def paste(asked: ComparisonDialog, html: str) -> str:
    """Copy a page as a browser does, and press Ctrl+V; what the dialog says."""
    copied = QMimeData()
    copied.setHtml(html)
    QGuiApplication.clipboard().setMimeData(copied)
    asked.activateWindow()
    wait(asked.isActiveWindow)
    QTest.keySequence(asked, QKeySequence(QKeySequence.StandardKey.Paste))
    return verdict(asked)


def verdict(asked: ComparisonDialog) -> str:
    wait(lambda: any(card.objectName() == "compare_verdict" for card in every(asked, Card)))
    return words(asked)


def test_the_same_page_is_said_to_be_the_same(asked: ComparisonDialog) -> None:
    said = paste(asked, HTML)
    assert "网页与草稿一致" in said
    assert "200 个数据" in said
    assert "6 个部分的标题逐一相同" in said


def test_what_is_the_same_is_also_said_to_be_what_was_signed_or_not(
    asked: ComparisonDialog, window: MainWindow
) -> None:
    wizard = window.wizard
    assert wizard is not None
    report = wizard.bridge.session.report
    for mark, told in ((report_digest(report), "与 2025年1月8日签批的一致"), ("sha256:0", "在 2025年1月8日签批后改过")):
        signed = with_signed(wizard.bridge.session.report, Signed(date(2025, 1, 8), mark))
        wizard.bridge.do(Edit(partial(_given, signed), Place(WHOLE)))
        paste(asked, HTML)
        wait(partial(_says, asked, told))
        assert "网页与草稿一致" in words(asked)


def test_a_file_that_was_signed_is_known_also_when_the_draft_went_on_and_so_is_its_sheet(
    asked: ComparisonDialog, window: MainWindow, tmp_path: Path
) -> None:
    wizard = window.wizard
    assert wizard is not None
    report = wizard.bridge.session.report
    signed = with_signed(report, Signed(date(2025, 1, 8), report_digest(report)))
    changed = signed.with_number("disclosure.penalties.decisions", 99)
    made = {"报告.docx": (REPORT, signed), "审签单.docx": (CHECK_SHEET, signed), "后来.docx": (REPORT, changed)}
    for name, (document, content) in made.items():
        export(document, content, tmp_path / name, replace=False)
    wizard.bridge.do(Edit(partial(_given, changed), Place(WHOLE)))
    drop(asked, tmp_path / "报告.docx")
    wait(partial(_says, asked, "有 1 处不同"))
    assert "这个文件就是 2025年1月8日签批的那一版，草稿后来改过" in words(asked)
    drop(asked, tmp_path / "审签单.docx")
    wait(partial(_says, asked, "这是审签单"))
    assert "它就是 2025年1月8日签批的那一版" in words(asked)
    assert "草稿现在要印的不是单子上的那一版" in words(asked)
    drop(asked, tmp_path / "后来.docx")
    wait(partial(_says, asked, "文件与草稿一致"))
    assert "草稿在 2025年1月8日签批后改过" in words(asked)


def _says(asked: ComparisonDialog, told: str) -> bool:
    return told in words(asked)


def _given(report: Report, _before: Report) -> Report:
    return report


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        ("<td colspan=3>12</td>", "<td colspan=3>21</td>", "行政许可"),
        ("2024年1月1日至", "202411日至", "引言第 1 段"),
        ("<p>二、主动公开政府信息情况", "<p>二、主动公开信息情况", "“二、主动公开政府信息情况”的标题"),
        ("<p>五、存在的主要问题及改进情况", "<p>五、存在问题", "“五、存在的主要问题及改进情况”的标题"),
        ("<p>（四）平台建设。每季度检查一次栏目。</p>", "", "一、总体情况第 4 段"),
    ],
)
def test_whatever_differs_is_listed(asked: ComparisonDialog, before: str, after: str, where: str) -> None:
    assert before in HTML
    said = paste(asked, HTML.replace(before, after))
    assert "一致" not in said
    assert "有 1 处不同" in said
    assert where in said


def test_what_was_not_read_for_certain_keeps_it_from_being_called_the_same(asked: ComparisonDialog) -> None:
    said = paste(asked, HTML.replace("没有其他需要报告的事项。</p>", "没有其他需要报告的事项。</p><p>水务热线</p>"))
    assert "一致" not in said
    assert "读到的与草稿相同，有 1 处没有读准" in said
    assert "水务热线" in said


def test_a_difference_leads_to_its_place_in_the_draft(asked: ComparisonDialog, window: MainWindow) -> None:
    paste(asked, HTML.replace("<td colspan=3>12</td>", "<td colspan=3>21</td>"))
    press(asked, "difference_go_1")
    assert window.wizard is not None
    assert window.wizard.page == "disclosure"


def test_a_file_that_is_dropped_is_compared_and_what_is_no_report_is_refused(
    asked: ComparisonDialog, tmp_path: Path
) -> None:
    other = tmp_path / "别的.txt"
    other.write_text("通知\n明天开会。", "utf-8")
    for path, said in ((other, "没有核对"), (PAGE, "网页与草稿一致")):
        drop(asked, path)
        assert said in verdict_of(asked, said)


def test_an_empty_clipboard_is_told(asked: ComparisonDialog) -> None:
    QGuiApplication.clipboard().clear()
    press(asked, "compare_paste")
    assert "剪贴板里没有可以核对的内容" in words(asked)


def verdict_of(asked: ComparisonDialog, said: str) -> str:
    wait(lambda: said in words(asked))
    return words(asked)


def drop(asked: ComparisonDialog, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at, action = QPoint(40, 40), Qt.DropAction.CopyAction
    hand = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(asked, QDragEnterEvent(at, action, data, *hand))
    QApplication.sendEvent(asked, QDropEvent(QPointF(at), action, data, *hand))
