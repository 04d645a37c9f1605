"""从台账计数… in the window: asked, shown before it is taken, undone, counted again; no name stays anywhere."""

import re
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.controls.buttons import Button
from gui.controls.fields import Choice
from gui.dialogs.ledger import LedgerDialog
from gui.pages.table.page import NumbersPage
from gui.shell.window import MainWindow
from model.report.change import Place
from model.report.report import Agency, Report, new_report
from model.session.edits import set_number
from tests.gui.driving import dialog, named, press, settle, wait, words

HEAD = ["登记号", "收到日期", "申请人", "申请人类别", "申请内容", "联系电话", "答复日期", "办理结果"]
NAMES = ("欧阳甲乙", "司马丙丁", "上官戊己")
ROWS = ("received", "granted", "carried_out", "other_not_corrected")
RECEIVED, GRANTED, LEFT, UNCORRECTED = (f"applications.{row}.natural_person" for row in ROWS)


def ledger(path: Path, *outcomes: str, year: int = 2024) -> Path:
    """A ledger with a line for each outcome; one without is still open."""
    book = Workbook()
    book.active.append(HEAD)
    for index, outcome in enumerate(outcomes):
        name, done = NAMES[index % len(NAMES)], f"{year}-4-1" if outcome else ""
        book.active.append(
            [f"〔{year}〕{index + 1}号", f"{year}-3-1", name, "公民", f"{name}的住址", "13800000000", done, outcome]
        )
    book.save(path)
    return path


@pytest.fixture
def asked(window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> LedgerDialog:
    """The dialog over the table, with a ledger of three lines, one of them with a word that nobody knows."""
    window.opening.begin(lambda: new_report(2024, Agency("某县某局")))
    chosen = ledger(tmp_path / "台账.xlsx", "公开", "补充材料", "")
    monkeypatch.setattr("gui.shell.ledger.QFileDialog.getOpenFileName", lambda *_: (str(chosen), ""))
    return begun(window)


def begun(window: MainWindow) -> LedgerDialog:
    wizard = window.wizard
    assert wizard is not None
    wizard.go(Place("applications"))
    press(wizard, "count_ledger")
    found = dialog(window)
    assert isinstance(found, LedgerDialog)
    return found


def counted(asked: LedgerDialog) -> str:
    wait(lambda: "共" in words(asked) and "行" in words(asked))
    return words(asked)


def answer(asked: LedgerDialog, number: int, meaning: str) -> None:
    """Choose with the keyboard."""
    box = named(asked, Choice, f"ledger_answer_{number}")
    box.setFocus()
    while box.currentData() != meaning:
        QTest.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    settle()


def take(asked: LedgerDialog, window: MainWindow) -> Report:
    press(asked, "ledger_take")
    settle()
    assert window.wizard is not None
    return window.wizard.bridge.session.report


def test_a_ledger_is_asked_about_shown_taken_and_undone_in_one_step(asked: LedgerDialog, window: MainWindow) -> None:
    press(asked, "ledger_open")
    said = counted(asked)
    assert "有 1 处要问您，1 行还没有计入" in said
    assert "办理结果“补充材料”不认识\n第 3 行" in said
    assert "表三　本年新收 / 自然人：空 → 2" in said
    answer(asked, 1, "other_not_corrected")
    said = words(asked)
    assert "都清楚了，会改动" in said
    assert "表三　本年新收 / 自然人：空 → 3" in said
    report = take(asked, window)
    assert [report.numbers[cell] for cell in (RECEIVED, GRANTED, LEFT, UNCORRECTED)] == [3, 1, 1, 1]
    assert not any(report.difference(balance) for balance in report.form.balances)
    assert report.ledger is not None
    assert report.ledger.cells[RECEIVED] == ("〔2024〕1号", "〔2024〕2号", "〔2024〕3号")
    assert window.wizard is not None
    window.wizard.commands.undo()
    report = window.wizard.bridge.session.report
    assert (dict(report.numbers), report.ledger) == ({}, None)


def test_what_is_not_clear_may_wait_and_is_said(asked: LedgerDialog, window: MainWindow) -> None:
    press(asked, "ledger_open")
    counted(asked)
    assert named(asked, Button, "ledger_take").text() == "先填入清楚的"
    report = take(asked, window)
    assert report.numbers[RECEIVED] == 2
    assert window.wizard is not None
    assert "有 1 行不清楚，没有计入" in words(window.wizard.bottom)


def test_a_cell_says_its_ledger_and_that_it_was_changed_by_hand(asked: LedgerDialog, window: MainWindow) -> None:
    press(asked, "ledger_open")
    counted(asked)
    take(asked, window)
    assert window.wizard is not None
    page = named(window.wizard, NumbersPage, "page_applications")
    window.wizard.go(Place("applications", GRANTED))
    assert page.line.words.text() == "台账：1 件（〔2024〕1号）"
    window.wizard.bridge.do(set_number(GRANTED, 2))
    window.wizard.go(Place("applications", RECEIVED))
    window.wizard.go(Place("applications", GRANTED))
    cell = window.wizard.bridge.session.report.form.cells[GRANTED]
    assert "手工改过，台账是 1 件（〔2024〕1号）" in page.grid.painter.explanation(cell)


def test_a_new_count_of_a_changed_ledger_shows_the_differences_and_remembers_words(
    asked: LedgerDialog, window: MainWindow, tmp_path: Path
) -> None:
    press(asked, "ledger_open")
    counted(asked)
    answer(asked, 1, "other_not_corrected")
    take(asked, window)
    ledger(tmp_path / "台账.xlsx", "公开", "补充材料", "公开", "补充材料")
    again = begun(window)
    said = counted(again)
    assert "处要问您" not in said
    assert "表三　本年新收 / 自然人：3 → 4" in said
    assert "表三　结转下年度 / 自然人：1 → 0" in said
    assert "表三　逾期不补正 / 自然人：1 → 2" in said
    take(again, window)
    assert re.search("台账说到的 [1-9][0-9]* 格，表格里的数都与台账一致", counted(begun(window)))


def test_no_name_address_or_content_is_anywhere_in_what_the_program_keeps(
    asked: LedgerDialog, window: MainWindow, tmp_path: Path
) -> None:
    press(asked, "ledger_open")
    counted(asked)
    answer(asked, 1, "other_not_corrected")
    take(asked, window)
    assert window.wizard is not None
    assert window.wizard.bridge.save_now() is None
    kept = [path for root in ("文档", "data") for path in (tmp_path / root).rglob("*") if path.is_file()]
    assert any("补充材料".encode() in path.read_bytes() for path in kept)
    assert any("〔2024〕1号".encode() in path.read_bytes() for path in kept)
    secret = [
        word.encode(code) for word in (*NAMES, "住址", "13800000000") for code in ("utf-8", "gb18030", "utf-16-le")
    ]
    assert not [path for path in kept for word in secret if word in path.read_bytes()]


def test_a_word_that_could_be_a_name_is_asked_each_time(
    asked: LedgerDialog, window: MainWindow, tmp_path: Path
) -> None:
    ledger(tmp_path / "台账.xlsx", "张三")
    press(asked, "ledger_open")
    counted(asked)
    answer(asked, 1, "granted")
    take(asked, window)
    assert "办理结果“张三”不认识" in counted(begun(window))
    assert not any("张三".encode() in path.read_bytes() for path in (tmp_path / "data").rglob("*") if path.is_file())


def test_what_is_no_ledger_is_refused_in_words(asked: LedgerDialog, tmp_path: Path) -> None:
    (tmp_path / "台账.xlsx").write_bytes(b"a,b\n1,2\n")
    press(asked, "ledger_open")
    wait(lambda: "没有计数" in words(asked))
    assert "没有认出台账" in words(asked)
