"""彻底清除: a number that was taken out of the report is taken out of everything that was kept, when asked for."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from export.exporters import CHECK_SHEET, DOCUMENTS, REPORT, export
from gui.services.moments import moment_words
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.report.publication import published
from model.report.report import Report
from model.session.edits import set_deadline, set_text
from tests.gui.driving import dialog, every, named, press, settle, wait, words
from tests.gui.test_window import opened

NUMBER = "13812345670"
TEXT = f"全年开展培训，联系人李某{NUMBER}。"


@pytest.fixture
def wizard(window: MainWindow, seed: Report) -> Wizard:
    """A report that was saved with the number, which is out of it now."""
    made = opened(window, seed.with_text("overview", TEXT))
    made.show_page("overview")
    assert "P-09" in {found.check for found in made.bridge.session.findings}
    settle()
    made.bridge.do(set_text("overview", TEXT.replace(NUMBER, ""), alone=True))
    made.bridge.recheck()
    assert made.bridge.save_now() is None
    told(made)
    return made


def told(wizard: Wizard) -> None:
    """Wait until it is told that something still holds the number."""
    purging = wizard.bridge.purging
    assert purging is not None
    wait(lambda: bool(purging.words))
    settle()


def holding(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file() and NUMBER.encode() in file.read_bytes()]


def test_the_line_stands_where_the_clerk_looks_and_never_tells_the_number(wizard: Wizard) -> None:
    card = named(wizard.findings, QWidget, "purge_card")
    assert "还留在历史版本里" in words(card)
    assert NUMBER not in words(card)
    wizard.show_page("finish")
    settle()
    assert every(named(wizard, QWidget, "page_finish"), QWidget)
    assert named(named(wizard, QWidget, "page_finish"), QWidget, "purge_card").isVisible()


def test_purging_asks_once_takes_every_copy_and_the_undo_and_says_so(window: MainWindow, wizard: Wizard) -> None:
    data = wizard.bridge.data
    assert data is not None
    assert holding(data)
    press(named(wizard.findings, QWidget, "purge_card"), "purge")
    press(dialog(window), "answer_purge")
    assert not holding(data)
    assert not holding(wizard.path.parent)
    assert not wizard.bridge.session.can_undo
    assert not named(wizard, QWidget, "undo").isEnabled()
    assert "份历史版本里清除" in words(wizard.bottom)
    assert "请删掉旧文件、重新导出" in words(wizard.bottom)
    assert wizard.findings.findChild(QWidget, "purge_card") is None


@pytest.mark.parametrize("page", ["overview", "finish"])
def test_the_keyboard_is_in_the_page_after_it(window: MainWindow, wizard: Wizard, page: str) -> None:
    wizard.show_page(page)
    window.activateWindow()
    settle()
    shown = named(wizard, QWidget, f"page_{page}")
    place = shown if page == "finish" else wizard.findings
    purge = named(place, QWidget, "purge")
    purge.setFocus()
    QTest.keyClick(purge, Qt.Key.Key_Space)
    asked = dialog(window)
    asked.activateWindow()
    QTest.keyClick(named(asked, QWidget, "answer_purge"), Qt.Key.Key_Space)
    window.activateWindow()
    settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is shown or shown.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Space)
    settle()
    assert window.wizard is wizard


@pytest.mark.parametrize(("answer", "left"), [("purge", 1), ("purge_all", 0)])
def test_copies_of_what_was_published_are_named_and_purged_only_when_asked(
    window: MainWindow, seed: Report, answer: str, left: int
) -> None:
    wizard = opened(window, published(seed.with_text("overview", TEXT), date(2025, 1, 8)))
    data = wizard.bridge.data
    assert data is not None
    wizard.show_page("overview")
    settle()
    wizard.bridge.do(set_text("overview", TEXT.replace(NUMBER, ""), alone=True))
    wizard.bridge.recheck()
    assert wizard.bridge.save_now() is None
    told(wizard)
    before = holding(data)
    press(named(wizard.findings, QWidget, "purge_card"), "purge")
    asked = dialog(window)
    assert moment_words(
        next(version.at for version in window.library.generations(wizard.path) if version.published)
    ) in (words(asked))
    assert "公布时的那一份" in words(asked)
    assert NUMBER not in words(asked)
    assert holding(data) == before, "nothing is touched before the answer"
    press(asked, f"answer_{answer}")
    assert len(holding(data)) == left
    assert ("公布时的 1 份原样没动" in words(wizard.bottom)) is bool(left)
    assert all("-p" in copy.name for copy in holding(data))


def test_words_that_nothing_holds_are_not_said_to_be_kept(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed)
    wizard.show_page("overview")
    wizard.bridge.do(set_text("overview", TEXT, alone=True))
    wizard.bridge.recheck()
    wizard.bridge.undo()
    wizard.bridge.recheck()
    assert wizard.bridge.save_now() is None
    purging = wizard.bridge.purging
    assert purging is not None
    wait(lambda: not purging.looking)
    settle()
    assert wizard.findings.findChild(QWidget, "purge_card") is None


def test_every_kind_of_file_that_holds_the_words_is_named(window: MainWindow, wizard: Wizard) -> None:
    held, stem = wizard.bridge.session.report.with_text("overview", TEXT), wizard.path.stem
    files = [wizard.path.with_name(f"{stem}{end}") for end in (".docx", ".html", ".xlsx")]
    for path in files:
        export(REPORT, held, path, replace=False)
    clean = wizard.path.with_name(f"{stem}审签单.html")
    export(CHECK_SHEET, wizard.bridge.session.report, clean, replace=False)
    wizard.bridge.recheck()
    card = named(wizard.findings, QWidget, "purge_card")
    wait(lambda: all(path.name in words(wizard.findings) for path in files))
    assert card
    assert clean.name not in words(wizard.findings)
    press(named(wizard.findings, QWidget, "purge_card"), "purge")
    asked = words(dialog(window))
    assert all(f"{document.name}" in asked for document in DOCUMENTS)
    assert all(path.name in asked for path in files)
    press(dialog(window), "answer_purge")
    assert all(path.name in words(wizard.bottom) for path in files)


def test_nothing_is_purged_without_the_answer(window: MainWindow, wizard: Wizard) -> None:
    data = wizard.bridge.data
    assert data is not None
    press(named(wizard.findings, QWidget, "purge_card"), "purge")
    press(dialog(window), "answer_cancel")
    assert holding(data)
    press(named(wizard.findings, QWidget, "purge_card"), "purge_leave")
    settle()
    assert holding(data)
    assert wizard.findings.findChild(QWidget, "purge_card") is None


def test_words_that_come_back_into_the_report_are_no_longer_offered(wizard: Wizard) -> None:
    wizard.bridge.undo()
    wizard.bridge.recheck()
    settle()
    assert wizard.findings.findChild(QWidget, "purge_card") is None
    assert "P-09" in {found.check for found in wizard.bridge.session.findings}


def test_a_report_without_private_words_says_nothing(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed)
    wizard.bridge.do(set_deadline(date(2025, 1, 20)))
    wizard.bridge.recheck()
    settle()
    assert wizard.findings.findChild(QWidget, "purge_card") is None
