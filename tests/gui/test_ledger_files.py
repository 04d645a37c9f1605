"""What a count says while a line waits, the ledgers the window writes, and what a ledger leaves behind: no name."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from openpyxl import Workbook, load_workbook

from gui.controls.buttons import Button
from gui.controls.fields import Choice
from gui.dialogs.ledger import LedgerDialog
from gui.shell.window import MainWindow
from importers.ledger.read import read, read_whole
from model.form import forms
from model.ledger.counting import count
from model.ledger.when import period
from model.prose.insertable.ready import ready_sentences
from tests.gui.driving import named, press, settle, wait, words
from tests.gui.test_ledger import HEAD, NAMES, answer, asked, begun, counted, ledger, take

assert asked  # the fixture
OTHERS = ("住址", "13800000000", "东方巳午", "令狐")


def saved_as(monkeypatch: pytest.MonkeyPatch, path: Path) -> Path:
    monkeypatch.setattr("gui.shell.ledger.QFileDialog.getSaveFileName", lambda *_: (str(path), ""))
    return path


def test_agreement_is_never_said_while_a_line_waits(asked: LedgerDialog, window: MainWindow) -> None:
    press(asked, "ledger_open")
    counted(asked)
    take(asked, window)
    again = begun(window)
    said = counted(again)
    assert "有 1 处要问您，1 行还没有计入" in said
    assert "一致" not in said
    answer(again, 1, "skip")
    assert "表格里的数都与台账一致" in words(again)
    assert "1 行按您说的不计" in words(again)


def test_an_empty_ledger_fills_zeros_and_then_agrees(asked: LedgerDialog, window: MainWindow, tmp_path: Path) -> None:
    ledger(tmp_path / "台账.xlsx")
    press(asked, "ledger_open")
    said = counted(asked)
    typed = sum(cell.startswith("applications.") for cell in forms.newest().typed)
    assert f"都清楚了，会改动 {typed} 格" in said
    assert "“台账.xlsx”共 0 行，2024 年的计入 0 件。" in said
    assert f"另外 {typed} 格现在是空的，填 0。" in said
    report = take(asked, window)
    assert set(report.numbers.values()) == {0}
    said = counted(begun(window))
    assert f"台账说到的 {typed} 格，表格里的数都与台账一致" in said


def test_a_blank_ledger_is_written_by_its_button(
    asked: LedgerDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = saved_as(monkeypatch, tmp_path / "模板.xlsx")
    assert named(asked, Button, "ledger_template").text() == "空白台账模板…"
    press(asked, "ledger_template")
    assert "已写好“模板.xlsx”。" in words(asked)
    found = count(read(path), forms.newest(), period(2024))
    assert (found.unanswered, set(found.numbers.values())) == ((), {0})
    assert load_workbook(path)["计数"]["B1"].value == 2024


def test_next_years_ledger_is_written_by_the_same_button_with_what_is_open(
    asked: LedgerDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    press(asked, "ledger_open")
    counted(asked)
    path = saved_as(monkeypatch, tmp_path / "下一年.xlsx")
    assert named(asked, Button, "ledger_template").text() == "做下一年的台账…"
    press(asked, "ledger_template")
    wait(lambda: "已写好" in words(asked))
    assert "已写好“下一年.xlsx”，带来没有办结和不清楚的 2 件。" in words(asked)
    assert [line.said["number"] for line in read_whole(path).sheets[0].lines] == ["〔2024〕2号", "〔2024〕3号"]
    assert load_workbook(path)["计数"]["B1"].value == 2025
    answer(asked, 1, "other_not_corrected")
    press(asked, "ledger_template")
    wait(lambda: "不清楚的 1 件" in words(asked))


def test_the_ledger_that_is_counted_is_never_written_over(
    asked: LedgerDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    press(asked, "ledger_open")
    counted(asked)
    before = (tmp_path / "台账.xlsx").read_bytes()
    saved_as(monkeypatch, tmp_path / "台账.xlsx")
    press(asked, "ledger_template")
    assert "这是正在算的台账，没有写；请换一个文件名。" in words(asked)
    saved_as(monkeypatch, tmp_path / "没有这个文件夹" / "a.xlsx")
    press(asked, "ledger_template")
    wait(lambda: "没有写成" in words(asked))
    assert (tmp_path / "台账.xlsx").read_bytes() == before


def full_of_names(path: Path) -> Path:
    """A ledger with names in every column, in its title and in the name of its sheet."""
    book = Workbook()
    sheet = book.active
    sheet.title = "东方巳午登记"
    sheet.append(["2024年依申请公开台账（经办人：东方巳午）"])
    sheet.append([*HEAD, "收费", "备注"])
    for index, name in enumerate(NAMES, 1):
        kind = ("公民", f"{name}本人", "")[index - 1]
        sheet.append([
            f"〔2024〕{index}号{name}", "2024-3-1", name, kind, f"{name}的住址", "13800000000", "2024-4-1",
            (f"已交{name}", "令狐取走", "公开")[index - 1], f"{name}交20元", f"{name}电话13800000000",
        ])  # fmt: skip
    book.save(path)
    return path


def spellings(word: str) -> Iterator[bytes]:
    """How a word may stand in a file: as text, escaped in JSON, escaped in an INI file."""
    yield from (word.encode(code) for code in ("utf-8", "gb18030", "utf-16-le"))
    if not word.isascii():
        yield "".join(f"\\u{ord(each):04x}" for each in word).encode()
        yield "".join(f"\\x{ord(each):x}" for each in word).encode()


def test_after_a_ledger_was_used_in_every_way_no_name_is_in_any_file(
    asked: LedgerDialog, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Counted, answered, taken, counted again, rolled over, undone, saved, refused, closed."""
    path = full_of_names(tmp_path / "台账.xlsx")
    press(asked, "ledger_open")
    said = counted(asked)
    assert "令狐取走" in said
    for number, choice in ((1, "granted"), (2, "granted"), (3, "natural_person")):
        try_answer(asked, number, choice)
    press(asked, "ledger_take")
    settle()
    wizard = window.wizard
    assert wizard is not None
    assert wizard.bridge.session.report.ledger is not None
    assert not any("欧阳" in words for words in ready_sentences(wizard.bridge.session.report, "other_matters"))
    again = begun(window)
    counted(again)
    saved_as(monkeypatch, tmp_path / "下一年.xlsx")
    press(again, "ledger_template")
    wait(lambda: "已写好" in words(again))
    path.write_bytes(path.read_bytes()[:-2000])
    press(again, "ledger_open")
    wait(lambda: "没有计数" in words(again))
    again.close()
    wizard.commands.undo()
    wizard.commands.redo()
    assert wizard.bridge.save_now() is None
    window.opening.leave_anyway = True
    window.close()
    settle()
    kept = [found for root in ("文档", "data") for found in (tmp_path / root).rglob("*") if found.is_file()]
    assert {".nianbao", ".ini"} <= {found.suffix for found in kept}
    assert any("〔2024〕1号".encode() in found.read_bytes() for found in kept)
    held = {found: found.read_bytes() for found in kept}
    assert any(spelling in data for data in held.values() for spelling in spellings("台账"))
    leaks = [
        (str(found), word)
        for found, data in held.items()
        for word in (*NAMES, *OTHERS)
        if any(spelling in data for spelling in spellings(word))
    ]
    assert leaks == []


def try_answer(asked: LedgerDialog, number: int, choice: str) -> None:
    """Answer a question with a choice if it has it, else that the line is not counted."""
    box = cast("Choice | None", asked.findChild(Choice, f"ledger_answer_{number}"))
    if box is not None:
        answer(asked, number, choice if box.findData(choice) >= 0 else "skip")
