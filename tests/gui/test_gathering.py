"""征集表… in the window: who is asked is settled, sheets are written, read back, shown, taken and undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from gui.controls.fields import LineInput
from gui.dialogs.gathering.plan import PlanDialog
from gui.dialogs.gathering.sheets import SheetsDialog
from gui.pages.table.page import NumbersPage
from gui.shell.window import MainWindow
from model.prose.insertable.ready import ready_sentences
from model.report.change import Place
from model.report.report import Agency, Posted, new_report
from tests.gathering.filling import AGENCY, COMPULSORY, LICENCES, LINES, PENALTIES, WEBSITE, YEAR, fill, report, sheets
from tests.gui.driving import commit, dialog, every, named, press, settle, wait, words


@pytest.fixture
def asked(window: MainWindow) -> SheetsDialog:
    """The dialog over the table."""
    window.opening.begin(lambda: new_report(YEAR, Agency(AGENCY)))
    return begun(window)


def begun(window: MainWindow) -> SheetsDialog:
    assert window.wizard is not None
    window.wizard.go(Place("disclosure"))
    press(named(window.wizard, NumbersPage, "page_disclosure"), "gather_sheets")
    found = dialog(window)
    assert isinstance(found, SheetsDialog)
    return found


def settle_plan(asked: SheetsDialog, lines: dict[str, str]) -> None:
    """Open the small dialog with the mouse, type the names, save."""
    press(asked, "sheets_plan")
    plan = next(found for found in every(asked, PlanDialog) if found.isVisible())
    for item, names in lines.items():
        field = named(plan, LineInput, f"plan_{item}")
        field.clear()
        commit(field, names)
    press(plan, "plan_save")


def read(asked: SheetsDialog, monkeypatch: pytest.MonkeyPatch, *paths: Path) -> str:
    chosen = [str(path) for path in paths]
    monkeypatch.setattr("gui.shell.gathering.sheets.QFileDialog.getOpenFileNames", lambda *_: (chosen, ""))
    press(asked, "sheets_open")
    return shown(asked)


def shown(asked: SheetsDialog) -> str:
    wait(lambda: "收到" in words(asked) or "没有读" in words(asked))
    return words(asked)


def test_the_button_is_on_the_table_of_disclosure_alone(asked: SheetsDialog, window: MainWindow) -> None:
    asked.close()
    assert window.wizard is not None
    for table, there in (("disclosure", True), ("applications", False), ("disputes", False)):
        window.wizard.go(Place(table))
        page = named(window.wizard, NumbersPage, f"page_{table}")
        assert named(page, QAbstractButton, "gather_sheets").isVisibleTo(page) == there


def test_who_is_asked_is_settled_once_and_sheets_are_written(
    asked: SheetsDialog, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert "还没有定哪个科室填哪几栏" in words(asked)
    assert not named(asked, QAbstractButton, "sheets_word").isEnabled()
    settle_plan(asked, LINES)
    assert "分工：审批科 1 项、法规科 1 项、执法队 2 项、财务科 1 项、办公室 1 项" in words(asked)
    folder = tmp_path / "发下去"
    folder.mkdir()
    monkeypatch.setattr("gui.shell.gathering.sheets.QFileDialog.getExistingDirectory", lambda *_: str(folder))
    press(asked, "sheets_word")
    assert "写好 5 张表，在“发下去”里" in words(asked)
    press(asked, "sheets_excel")
    assert len(list(folder.iterdir())) == 10
    press(asked, "sheets_word")
    assert "已经有 5 张，可能填过，没有动" in words(asked)
    press(asked, "sheets_close")
    assert "分工：审批科 1 项" in words(begun(window))


def test_sheets_are_shown_before_they_are_taken_and_undone_in_one_step(
    asked: SheetsDialog, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    settle_plan(asked, LINES)
    blank = sheets(tmp_path, ".docx")
    paths = [
        fill(blank["审批科"], {LICENCES: "12"}),
        fill(blank["法规科"], {PENALTIES: "3"}),
        fill(blank["执法队"], {PENALTIES: "5", COMPULSORY: "十几"}),
        fill(sheets(tmp_path, ".xlsx")["办公室"], {WEBSITE: "120"}),
    ]
    said = read(asked, monkeypatch, *paths)
    assert "有 1 处要看一看" in said
    assert "行政强制 / 本年处理决定数量：写的是“十几”，这一格不是数字，没有填" in said
    assert "表格　行政处罚 / 本年处理决定数量：空 → 8（法规科 3、执法队 5）" in said
    assert "发布条数　政府网站 / 全年发布信息条数：空 → 120（办公室）" in said
    assert "财务科还没有交" in said
    assert named(asked, QAbstractButton, "sheets_take").text() == "填入看得清的"
    wizard = window.wizard
    assert wizard is not None
    press(asked, "sheets_take")
    taken = wizard.bridge.session.report
    assert dict(taken.numbers) == {LICENCES: 12, PENALTIES: 8}
    assert dict(taken.given_by) == {LICENCES: "审批科", PENALTIES: "法规科 3、执法队 5"}
    assert dict(taken.posts) == {"website": Posted(120, "办公室")}
    assert ready_sentences(taken, "overview")[0] == "全年通过政府网站发布信息120条。"
    assert "已从征集表填入，改动 3 个数，可以撤销" in words(wizard.bottom)
    page = named(wizard, NumbersPage, "page_disclosure")
    assert "法规科 3、执法队 5" in page.grid.painter.explanation(taken.form.cells[PENALTIES])
    wizard.commands.undo()
    undone = wizard.bridge.session.report
    assert (dict(undone.numbers), dict(undone.given_by), dict(undone.posts)) == ({}, {}, {})


def test_posts_alone_are_offered_at_once_on_the_page_of_part_one(
    asked: SheetsDialog, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wizard = window.wizard
    assert wizard is not None
    wizard.go(Place("overview"))
    page = named(wizard, QWidget, "page_overview")
    assert "发布信息" not in words(page)
    read(asked, monkeypatch, fill(sheets(tmp_path, ".docx")["办公室"], {WEBSITE: "120"}))
    press(asked, "sheets_take")
    assert (wizard.page, "全年通过政府网站发布信息120条。" in words(page)) == ("overview", True)
    assert dict(wizard.bridge.session.report.numbers) == {}


def test_files_can_be_dropped_and_what_is_no_sheet_costs_itself_alone(asked: SheetsDialog, tmp_path: Path) -> None:
    (tmp_path / "别的.docx").write_bytes(b"PK\x03\x04<b>")
    good = fill(sheets(tmp_path, ".docx")["审批科"], {LICENCES: "12"})
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (tmp_path / "别的.docx", good)])
    at, hand = QPoint(40, 40), (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(asked, QDragEnterEvent(at, Qt.DropAction.CopyAction, data, *hand))
    QApplication.sendEvent(asked, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, *hand))
    said = shown(asked)
    assert "“别的.docx”没有读成" in said
    assert "收到 1 个数，会改动 1 个" in said


def test_a_plan_that_changes_is_counted_with_at_once(
    asked: SheetsDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = fill(sheets(tmp_path, ".docx")["审批科"], {LICENCES: "12"})
    settle_plan(asked, {LICENCES: "许可科"})
    said = read(asked, monkeypatch, path)
    assert "分工里没有让审批科填行政许可" in said
    settle_plan(asked, {LICENCES: "审批科"})
    settle()
    assert "分工里没有" not in words(asked)


def test_what_agrees_already_is_said_to_agree(
    asked: SheetsDialog, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = fill(sheets(tmp_path, ".docx", of=report())["审批科"], {LICENCES: "12"})
    read(asked, monkeypatch, path)
    press(asked, "sheets_take")
    assert "收到的数与现在的都一致" in read(begun(window), monkeypatch, path)
