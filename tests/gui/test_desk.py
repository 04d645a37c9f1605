"""审核汇总 in the window, by keys and buttons: from the folder to the decision, the 退回意见 and the sum."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from export.exporters import REPORT, export
from gui.desk import keeping
from gui.desk.page import DeskPage
from gui.shell.window import MainWindow
from gui.source.view import SourceView
from model.drafts import draft
from model.review import desk_file
from model.review.board import Line
from tests.checks.correct import BUREAU, TOWNSHIP
from tests.gui.driving import named, press, settle, wait
from tests.gui.pages.test_start import drop

CELL = "applications.received.natural_person"
MISSING = "青河县审计局"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "收到的"
    place.mkdir()
    export(REPORT, BUREAU.with_number(CELL, BUREAU.count(CELL) + 1), place / "a.docx", replace=False)
    export(REPORT, TOWNSHIP, place / "b.html", replace=False)
    (place / "坏.docx").write_bytes(b"PK\x03\x04")
    return place


@pytest.fixture
def page(window: MainWindow, folder: Path) -> Iterator[DeskPage]:
    """The desk with all read, begun as a clerk begins it."""
    press(window.start, "start_review")
    wait(lambda: window.desks.page is not None)
    shown = window.desks.page
    assert shown is not None
    shown.begin.take_folder(folder)
    shown.begin.take_names((BUREAU.agency.name, TOWNSHIP.agency.name, MISSING))
    assert shown.begin.start.hasFocus()
    QTest.keyClick(shown.begin.start, Qt.Key.Key_Space)
    wait(lambda: shown._whole)
    yield shown
    shown.close_down()


def states(page: DeskPage) -> dict[str, str]:
    return {line.name: line.state for line in page.board.order}


def open_unit(page: DeskPage, name: str) -> Line:
    line = next(each for each in page.board.order if each.name == name)
    page.board.select(line)
    QTest.keyClick(page.board.table, Qt.Key.Key_Return)
    wait(lambda: isinstance(page.unit._view, SourceView))
    return line


def test_a_clerk_reviews_returns_and_sums(window: MainWindow, page: DeskPage, tmp_path: Path) -> None:
    wanted = {MISSING: "missing", "坏": "unreadable", BUREAU.agency.name: "doubtful", TOWNSHIP.agency.name: "open"}
    assert states(page) == wanted
    assert list(states(page).values()) == ["missing", "unreadable", "doubtful", "open"]

    open_unit(page, BUREAU.agency.name)
    view = page.unit._view
    assert isinstance(view, SourceView)
    wait(lambda: view.laid_out)
    assert "自然人" in page.unit.findings.item(0).text()
    assert not view.location_rect(1).isNull(), "the cell of the finding is marked on the paper"
    page.unit.findings.setCurrentRow(-1)
    view.picked.emit(1)
    assert page.unit.findings.currentRow() == 0

    page.unit.remark.setText("请一并核对正文")
    press(page.unit, "unit_return")
    QTest.keyClick(page.unit, Qt.Key.Key_Escape)
    assert states(page)[BUREAU.agency.name] == "returned"
    assert page.path is not None
    kept = desk_file.load(page.path).decisions[BUREAU.agency.name]
    assert (kept.verdict, kept.remark, [each.check for each in kept.chosen]) == (
        "returned",
        "请一并核对正文",
        ["T3-01"],
    )

    page.write_returns(list(page._opinions()), tmp_path / "出")
    wait(lambda: "逐一读回核对一致" in page.board._told.text())
    (written,) = (tmp_path / "出").iterdir()
    assert sorted(each.suffix for each in written.iterdir()) == [".docx", ".html"]

    page.write_sum()
    wait(lambda: window.wizard is not None)
    assert window.desks.page is None
    (made,) = window.library.folder.glob("*.nianbao")
    both = BUREAU.count(CELL) + 1 + TOWNSHIP.count(CELL)
    assert draft.load(made).report.count(CELL) == both


def test_a_desk_is_found_again_and_a_new_version_is_told(window: MainWindow, page: DeskPage, folder: Path) -> None:
    open_unit(page, BUREAU.agency.name)
    press(page.unit, "unit_return")
    page.unit.back.emit()
    press(page.board, "board_back")
    assert window.stage.stack.currentWidget() is window.start
    export(REPORT, replace(BUREAU, notes={"disclosure": "改过"}), folder / "a.docx", replace=True)
    drop(window, folder)
    wait(lambda: window.desks.page is not None)
    again = window.desks.page
    assert again is not None
    assert [path.stem for path in keeping.known(window.library.folder)] == ["审核汇总（收到的）"]
    again.begin.start.click()
    wait(lambda: again._whole)
    assert again.desk.names == page.desk.names, "the list of units is remembered"
    line = next(each for each in again.lines if each.name == BUREAU.agency.name)
    assert line.state == "open"
    assert line.changes is not None
    assert [each.check for each in line.changes.mended] == ["T3-01"]
    again.close_down()


def test_a_stop_keeps_what_was_read_and_writes_nothing_of_all(page: DeskPage) -> None:
    page.run()
    press(page.board, "board_cancel")
    settle()
    assert "已停止" in page.board._told.text()
    assert not named(page.board, QPushButton, "board_sum").isEnabled()
    assert "missing" not in states(page).values()
