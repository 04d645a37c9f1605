"""The page around a table: tools, the quiet line, the question of a column that is off, the note."""

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from gui.look.theme import theme
from gui.pages.table.page import NumbersPage
from model.report.change import Change, Place
from model.report.report import Agency
from model.session.edits import set_note, set_number
from model.structs import replace
from tests.forms import FORM
from tests.gui.grid.grid_tools import CONTROL, OpenDesk, blank, with_last_year, with_numbers, zeros

if TYPE_CHECKING:
    from collections.abc import Callable

KEY = Qt.Key


def _button(page: NumbersPage, name: str) -> QPushButton:
    button = page.findChild(QPushButton, name)
    return cast("QPushButton", button)


def test_the_first_number_brings_no_finding_of_its_own(opened: OpenDesk) -> None:
    desk = opened()
    before = {found.check for found in desk.session.findings}
    desk.go("received.natural_person")
    desk.type("5")
    desk.press(KEY.Key_Return)
    desk.bridge.recheck()
    assert {found.check for found in desk.session.findings} == before
    assert not desk.grid.marks.off_columns


def test_rules_are_not_proposed_where_there_can_be_none_and_become_zero(opened: OpenDesk) -> None:
    bureau = replace(blank(), agency=Agency("某县水务局", type="department", level="county"))
    desk = opened("disclosure", with_last_year(bureau, {"disclosure.rules.in_force": 2}))
    desk.go("rules.in_force")
    assert "应为" not in desk.grid.painter.explanation(FORM.cells["disclosure.rules.in_force"])
    QTest.mouseClick(_button(desk.page, "fill_zero"), Qt.MouseButton.LeftButton)
    assert desk.value("rules.in_force") == 0
    desk.bridge.recheck()
    assert not [found for found in desk.session.findings if "disclosure.rules.in_force" in found.cells]


def test_all_blanks_become_zero_in_one_step(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(blank(), received__natural_person=5))
    _button(desk.page, "fill_zero").click()
    assert desk.value("received.natural_person") == 5
    assert not any(cell_id.startswith("applications.") for cell_id in desk.session.report.blanks)
    assert desk.value("carried_out.research") == 0
    assert any(cell_id.startswith("disclosure.") for cell_id in desk.session.report.blanks)
    assert not _button(desk.page, "fill_zero").isEnabled()
    assert desk.page.line.words.text() == "填了 143 格 0，可以撤销"
    desk.bridge.undo()
    assert desk.page.line.words.text() != "填了 143 格 0，可以撤销"
    assert len(desk.values()) == 1
    assert _button(desk.page, "fill_zero").isEnabled()


def test_a_remainder_is_a_question(opened: OpenDesk) -> None:
    desk = opened(report=zeros())
    assert not desk.page.line.words.text()
    desk.type("2")
    line, missed, pending = desk.page.line, desk.page.line.missed, desk.page.line.pending
    assert line.words.text() == "自然人一列差 2 件：漏填了办理结果，还是确有 2 件仍在办理？"
    assert (missed.text(), pending.text()) == ("漏填了办理结果", "确有 2 件仍在办理")
    missed.click()
    assert desk.value("carried_out.natural_person") == 0
    assert desk.current == "granted.natural_person"
    assert desk.grid.hasFocus()
    pending.click()
    assert desk.value("carried_out.natural_person") == 2
    assert desk.current == "carried_out.natural_person"
    assert not line.words.text()
    assert missed.isHidden()
    assert pending.isHidden()


def test_the_question_is_about_the_current_column_first(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(zeros(), received__natural_person=1, received__research=3))
    assert desk.page.line.words.text().startswith("自然人")
    desk.go("granted.research")
    assert desk.page.line.words.text().startswith("科研机构一列差 3 件")
    desk.go("granted.enterprise")
    assert desk.page.line.words.text().startswith("自然人")


def test_too_much_is_asked_without_an_answer_to_fill_in(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(zeros(), granted__natural_person=2))
    assert desk.page.line.words.text().startswith("自然人一列多 2 件")
    assert desk.page.line.pending.isHidden()


def test_the_quiet_line_gives_way_to_the_next_entry(opened: OpenDesk) -> None:
    desk = opened(report=zeros())
    desk.paste("1\tx\n")
    assert desk.page.line.words.text().startswith("已粘贴 1 格；没有采用 1 项")
    desk.type("2")
    assert desk.page.line.words.text().startswith("自然人一列差 2 件")


@pytest.mark.parametrize("after", ["undo", "redo", "edit"])
def test_what_was_said_goes_at_the_next_step(opened: OpenDesk, after: str) -> None:
    desk = opened(report=zeros())
    desk.bridge.do(set_number("applications.granted.research", 3))
    if after == "redo":
        desk.bridge.undo()
    desk.page.line.say("说过的话")
    steps: dict[str, Callable[[], object]] = {
        "undo": desk.bridge.undo,
        "redo": desk.bridge.redo,
        "edit": lambda: desk.bridge.do(set_number("applications.received.research", 3)),
    }
    steps[after]()
    assert "说过的话" not in desk.page.line.words.text()


def test_a_check_alone_leaves_what_was_said(opened: OpenDesk) -> None:
    desk = opened(report=zeros())
    desk.page.line.say("说过的话")
    desk.page.apply(Change(findings=True))
    assert desk.page.line.words.text() == "说过的话"


def test_a_refusal_stays_said_while_the_wrong_text_stands(opened: OpenDesk) -> None:
    desk = opened(report=zeros())
    desk.type("2x")
    assert "“2x”不是数字" in desk.page.line.words.text()


def test_the_quiet_line_keeps_off_the_table(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(zeros(), received__natural_person=2))
    line = desk.page.line
    lowest = max(widget.geometry().bottom() for widget in (line.words, line.missed, line.pending))
    assert line.geometry().bottom() - lowest >= 4
    assert desk.grid.mapTo(desk.page, QPoint(0, 0)).y() > line.mapTo(desk.page, QPoint(0, line.height() - 1)).y()


@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_the_keyboard_stays_in_the_table_when_all_is_filled(opened: OpenDesk, hand: str) -> None:
    desk = opened()
    button = _button(desk.page, "fill_zero")
    if hand == "mouse":
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        button.setFocus()
        QTest.keyClick(button, KEY.Key_Space)
    assert not button.isEnabled()
    assert desk.grid.hasFocus()


def test_more_for_next_year_is_asked_about_as_more(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(zeros(), received__natural_person=3, carried_out__natural_person=1))
    line = desk.page.line
    assert line.words.text() == ("自然人一列差 2 件：漏填了办理结果，还是还有 2 件仍在办理（结转下年由 1 改为 3）？")
    assert line.pending.text() == "再加 2 件结转下年"
    line.pending.click()
    assert desk.value("carried_out.natural_person") == 3


def test_a_read_only_page_offers_nothing(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(blank(), received__natural_person=2), read_only=True)
    assert not _button(desk.page, "fill_zero").isEnabled()
    assert desk.page.line.pending.isHidden()
    assert desk.page.note.isReadOnly()
    assert _button(desk.page, "add_note").isHidden()


def test_the_note_goes_to_the_session(opened: OpenDesk) -> None:
    desk = opened("disclosure")
    desk.page.note.setFocus()
    QTest.keyClicks(desk.page.note, "abc")
    assert desk.session.report.notes["disclosure"] == "abc"
    desk.bridge.undo()
    assert desk.page.note.toPlainText() == ""
    desk.bridge.do(set_note("disclosure", "一\n二\n三"))
    assert desk.page.note.toPlainText() == "一\n二\n三"
    one = desk.page.note.height()
    desk.bridge.do(set_note("disclosure", "一"))
    assert desk.page.note.height() < one


def test_the_note_of_table_three_is_opened_when_wanted(opened: OpenDesk) -> None:
    desk = opened()
    assert not desk.page.note.isVisible()
    _button(desk.page, "add_note").click()
    assert desk.page.note.hasFocus()
    assert desk.page.note.isVisible()
    QTest.keyClick(desk.page.note, KEY.Key_Tab)
    assert not desk.page.note.hasFocus()
    noted = opened(report=blank())
    noted.bridge.do(set_note("applications", "撤回 2 件。"))
    assert noted.page.note.isVisible()


def test_undo_in_the_note_is_the_windows(opened: OpenDesk) -> None:
    desk = opened("disputes")
    desk.page.note.setFocus()
    QTest.keyClicks(desk.page.note, "a")
    QTest.keyClick(desk.page.note, KEY.Key_Z, CONTROL)
    assert desk.page.note.toPlainText() == "a"


def test_places(opened: OpenDesk) -> None:
    desk = opened()
    places: list[str] = []
    desk.page.status_changed.connect(lambda: places.append(desk.page.current_cell))
    desk.after.setFocus()
    desk.page.go(Place("applications", "applications.granted.research"))
    assert desk.grid.hasFocus()
    assert desk.page.current_cell == "applications.granted.research"
    assert places == ["applications.granted.research"]
    desk.bridge.do(set_note("applications", "𠮷撤回"))
    desk.page.go(Place("applications", span=(1, 3)))
    assert desk.page.note.textCursor().selectedText() == "撤回"
    desk.page.go(Place("applications"))
    assert desk.grid.hasFocus()


@pytest.mark.parametrize("zoom", [80, 100, 150, 200])
def test_the_head_fits_at_every_zoom(opened: OpenDesk, zoom: int) -> None:
    desk = opened(report=with_numbers(zeros(), received__natural_person=2))
    theme().set_zoom(zoom)
    QApplication.processEvents()
    page = desk.page
    for name in ("fill_zero", "add_note", "remainder_pending"):
        button = _button(page, name)
        place = button.mapTo(page, button.rect().bottomRight())
        assert page.rect().contains(place), (name, zoom)
        assert button.width() >= button.sizeHint().width()
