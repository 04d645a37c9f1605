"""Filling in a table with the keyboard: real key events and input-method commits in a real window."""

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.session.edits import set_number
from tests.forms import FORM
from tests.gui.grid.grid_tools import CONTROL, SHIFT, OpenDesk, blank, with_numbers, zeros

if TYPE_CHECKING:
    from model.form.form import Value

KEY = Qt.Key


def test_typing_replaces_and_enter_goes_down(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(blank(), received__natural_person=77))
    desk.type("5")
    assert desk.value("received.natural_person") == 5
    desk.press(KEY.Key_Return)
    assert desk.current == "carried_in.natural_person"
    desk.type("12")
    desk.press(KEY.Key_Enter)
    assert desk.current == "granted.natural_person"
    assert desk.value("carried_in.natural_person") == 12
    desk.press(KEY.Key_Return, modifiers=SHIFT)
    assert desk.current == "carried_in.natural_person"


def test_enter_skips_totals_and_stays_in_the_last_row(opened: OpenDesk) -> None:
    desk = opened()
    visited = [desk.current]
    for _ in range(30):
        desk.press(KEY.Key_Return)
        if desk.current == visited[-1]:
            break
        visited.append(desk.current)
    typed = [cell_id.partition(".")[2] for cell_id in FORM.typed if cell_id.endswith(".natural_person")]
    assert visited == typed
    assert visited[-2:] == ["other_misc.natural_person", "carried_out.natural_person"]
    scrolled = desk.grid.verticalScrollBar().value()
    desk.type("4")
    desk.press(KEY.Key_Enter)
    assert desk.value("carried_out.natural_person") == 4
    assert desk.current == "carried_out.natural_person"
    assert desk.grid.entry.edit is None
    assert desk.grid.verticalScrollBar().value() == scrolled
    desk.press(KEY.Key_Tab)
    assert desk.current == "carried_out.enterprise"


def test_enter_at_the_top_with_shift_stays(opened: OpenDesk) -> None:
    desk = opened()
    desk.go("received.enterprise")
    desk.press(KEY.Key_Return, modifiers=SHIFT)
    assert desk.current == "received.enterprise"


def test_enter_goes_along_a_table_of_one_row(opened: OpenDesk) -> None:
    desk = opened("disputes")
    visited = [desk.grid.current]
    for _ in range(20):
        desk.press(KEY.Key_Return)
        visited.append(desk.grid.current)
    assert list(dict.fromkeys(visited)) == [cell_id for cell_id in FORM.typed if cell_id.startswith("disputes.")]


@pytest.mark.parametrize("table_id", ["disclosure", "applications", "disputes"])
def test_tab_goes_through_the_form_and_on(opened: OpenDesk, table_id: str) -> None:
    desk = opened(table_id)
    desk.before.setFocus()
    desk.page.note.setVisible(False)
    while QApplication.focusWidget() is not desk.grid:
        desk.press(KEY.Key_Tab)
    visited = []
    while QApplication.focusWidget() is desk.grid:
        visited.append(desk.grid.current)
        assert len(visited) < 200
        desk.press(KEY.Key_Tab)
    assert visited == [cell_id for cell_id in FORM.typed if cell_id.startswith(f"{table_id}.")]
    desk.press(KEY.Key_Backtab, modifiers=SHIFT)
    assert QApplication.focusWidget() is desk.grid
    back = []
    while QApplication.focusWidget() is desk.grid:
        back.append(desk.grid.current)
        assert len(back) < 200
        desk.press(KEY.Key_Backtab, modifiers=SHIFT)
    assert back == visited[::-1]


def test_control_tab_leaves_from_anywhere(opened: OpenDesk) -> None:
    desk = opened()
    desk.go("granted.research")
    desk.type("4")
    desk.press(KEY.Key_Tab, modifiers=CONTROL)
    assert QApplication.focusWidget() is not desk.grid
    assert desk.value("granted.research") == 4
    assert desk.current == "granted.research"


def test_arrows_home_and_end(opened: OpenDesk) -> None:
    desk = opened()
    desk.go("granted.research")
    for key, place in (
        (KEY.Key_Right, "granted.public_welfare"),
        (KEY.Key_Left, "granted.research"),
        (KEY.Key_Up, "carried_in.research"),
        (KEY.Key_Down, "granted.research"),
        (KEY.Key_End, "granted.other_organisation"),
        (KEY.Key_Right, "granted.other_organisation"),
        (KEY.Key_Home, "granted.natural_person"),
        (KEY.Key_Left, "granted.natural_person"),
    ):
        desk.press(key)
        assert desk.current == place
    desk.press(KEY.Key_End, modifiers=CONTROL)
    assert desk.current == "carried_out.other_organisation"
    desk.press(KEY.Key_Up)
    assert desk.current == "other_misc.other_organisation"
    desk.press(KEY.Key_Home, modifiers=CONTROL)
    assert desk.current == "received.natural_person"


def test_merged_cells_keep_the_column_one_came_from(opened: OpenDesk) -> None:
    desk = opened("disclosure")
    desk.go("normative_documents.in_force")
    desk.press(KEY.Key_Down)
    assert desk.current == "licences.decisions"
    desk.press(KEY.Key_Down, KEY.Key_Up, KEY.Key_Up)
    assert desk.current == "normative_documents.in_force"


def test_totals_follow_each_key(opened: OpenDesk) -> None:
    desk = opened()
    desk.type("1")
    assert desk.value("received.total") == 1
    desk.type("2")
    assert desk.value("received.total") == 12
    desk.press(KEY.Key_Backspace)
    assert desk.value("received.total") == 1


def test_one_entry_is_one_undo(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(blank(), received__natural_person=7))
    desk.type("123")
    desk.press(KEY.Key_Return)
    desk.type("45")
    desk.press(KEY.Key_Return)
    desk.bridge.undo()
    assert desk.value("carried_in.natural_person") is None
    assert desk.value("received.natural_person") == 123
    desk.bridge.undo()
    assert desk.value("received.natural_person") == 7
    assert not desk.session.can_undo


def test_a_long_pause_within_an_entry_is_still_one_undo(opened: OpenDesk) -> None:
    desk = opened()
    desk.type("1")
    QTest.qWait(1100)
    desk.type("2")
    desk.press(KEY.Key_Return)
    desk.bridge.undo()
    assert desk.value("received.natural_person") is None


def test_escape_leaves_no_trace(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(blank(), received__natural_person=7))
    desk.type("12")
    desk.press(KEY.Key_Escape)
    assert desk.value("received.natural_person") == 7
    assert desk.grid.entry.edit is None
    assert not desk.session.can_undo
    desk.type("3")
    desk.press(KEY.Key_Z, modifiers=CONTROL)
    assert desk.value("received.natural_person") == 7


def test_a_withdrawn_entry_leaves_nothing_to_undo_or_redo(opened: OpenDesk) -> None:
    desk = opened()
    desk.type("2o5")
    desk.press(KEY.Key_Escape)
    assert desk.value("received.natural_person") is None
    assert not desk.session.can_undo
    assert not desk.session.can_redo


@pytest.mark.parametrize("text", ["9", "9x", "9x8", "90"])
def test_a_withdrawn_entry_leaves_what_could_be_redone_before(opened: OpenDesk, text: str) -> None:
    desk = opened(report=with_numbers(blank(), received__natural_person=7))
    desk.bridge.do(set_number("applications.granted.research", 3))
    desk.bridge.do(set_number("applications.granted.research", 4))
    desk.bridge.undo()
    desk.go("received.natural_person")
    desk.type(text)
    desk.press(KEY.Key_Escape)
    assert desk.value("received.natural_person") == 7
    assert desk.session.can_undo
    desk.bridge.redo()
    assert desk.value("granted.research") == 4
    desk.bridge.undo()
    desk.bridge.undo()
    assert not desk.session.can_undo


def test_an_entry_that_comes_back_to_the_old_figure_is_no_step(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(blank(), received__natural_person=7))
    heard = len(desk.changes)
    desk.type("70")
    desk.press(KEY.Key_Backspace, KEY.Key_Return)
    assert desk.value("received.natural_person") == 7
    assert not desk.session.can_undo
    assert len(desk.changes) > heard


def test_escape_takes_back_only_the_last_of_two_quick_entries_in_a_cell(opened: OpenDesk) -> None:
    desk = opened()
    desk.go("carried_out.natural_person")
    desk.type("5")
    desk.press(KEY.Key_Return)
    desk.type("6")
    desk.press(KEY.Key_Escape)
    assert desk.value("carried_out.natural_person") == 5
    assert not desk.session.can_redo
    desk.bridge.undo()
    assert desk.value("carried_out.natural_person") is None


def test_a_letter_is_refused_before_it_is_in_the_cell(opened: OpenDesk) -> None:
    desk = opened()
    desk.type("x")
    assert desk.lines[-1].endswith("没有填入")
    assert desk.session.report.as_typed.get(desk.grid.current) is None


@pytest.mark.parametrize("text", ["2o5", "/"])
def test_what_is_no_number_stays_in_a_blank_cell_as_it_was_typed(opened: OpenDesk, text: str) -> None:
    desk = opened()
    desk.type(text)
    desk.press(KEY.Key_Return)
    said = next(line for line in reversed(desk.lines) if line)
    assert said.endswith("先照样留着，请改正")
    assert "不是数字" in said
    assert desk.session.report.as_typed == {desk.grid.current: text}


@pytest.mark.parametrize("text", ["5.5", "-5", "1a", "12,34", "/", "5 6", "99999999999"])
def test_what_is_no_count_stays_as_typed_is_an_error_and_can_be_undone(opened: OpenDesk, text: str) -> None:
    desk = opened(report=with_numbers(blank(), received__natural_person=7))
    desk.type(text)
    desk.press(KEY.Key_Return)
    cell = desk.grid.current
    assert desk.value("received.natural_person") is None
    assert desk.session.report.as_typed == {cell: text}
    assert desk.grid.entry.edit is None
    found = [finding for finding in desk.session.findings if finding.check == "R-02"]
    assert [finding.cells for finding in found] == [(cell,)]
    assert desk.grid.marks.cells[cell].severity == "error"
    desk.press(KEY.Key_F2)
    assert getattr(desk.grid.entry.edit, "text", "") == text
    desk.press(KEY.Key_Escape)
    desk.bridge.undo()
    assert desk.value("received.natural_person") == 7
    assert desk.session.report.as_typed.get(cell) is None


def test_a_letter_does_not_even_begin(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(blank(), received__natural_person=7))
    desk.type("x")
    assert desk.grid.entry.edit is None
    assert "“x”不是数字" in desk.lines[-1]
    assert desk.value("received.natural_person") == 7


def test_a_wrong_entry_stays_as_typed_when_the_focus_goes(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(blank(), received__natural_person=7))
    desk.type("3.")
    desk.after.setFocus()
    assert desk.value("received.natural_person") is None
    assert desk.session.report.as_typed == {desk.grid.current: "3."}
    assert "不能有小数" in desk.lines[-1]
    desk.grid.setFocus()
    desk.type("3")
    desk.after.setFocus()
    assert desk.value("received.natural_person") == 3


def test_delete_and_backspace_clear(opened: OpenDesk) -> None:
    desk = opened(report=zeros())
    desk.press(KEY.Key_Delete)
    assert desk.value("received.natural_person") is None
    desk.press(KEY.Key_Right, KEY.Key_Backspace)
    assert desk.value("received.enterprise") is None


def test_f2_edits_with_a_caret(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(blank(), received__natural_person=123))
    desk.press(KEY.Key_F2, KEY.Key_Left, KEY.Key_Left, KEY.Key_Backspace)
    assert desk.value("received.natural_person") == 23
    desk.type("9")
    assert desk.value("received.natural_person") == 923
    desk.press(KEY.Key_End, KEY.Key_Backspace, KEY.Key_Home, KEY.Key_Delete)
    assert desk.value("received.natural_person") == 2
    desk.press(KEY.Key_Delete, KEY.Key_Return)
    assert desk.value("received.natural_person") is None
    assert desk.current == "carried_in.natural_person"


def test_an_arrow_ends_an_entry_that_was_begun_by_typing(opened: OpenDesk) -> None:
    desk = opened()
    desk.type("8")
    desk.press(KEY.Key_Right)
    assert desk.current == "received.enterprise"
    assert desk.value("received.natural_person") == 8


@pytest.mark.parametrize(("words", "value"), [("５", 5), ("１，２３４", 1234), ("12", 12), ("　7", 7)])
def test_digits_from_an_input_method(opened: OpenDesk, words: str, value: int) -> None:
    desk = opened()
    desk.commit("", composing="d")
    assert desk.grid.entry.edit is not None
    desk.commit(words)
    desk.press(KEY.Key_Return)
    assert desk.value("received.natural_person") == value


def test_digits_one_by_one_from_an_input_method(opened: OpenDesk) -> None:
    desk = opened()
    for words in "１２":
        desk.commit(words)
    assert desk.value("received.natural_person") == 12


def test_a_composition_given_up_leaves_no_trace(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(blank(), received__natural_person=7))
    desk.commit("", composing="wu")
    desk.commit("", composing="")
    assert desk.grid.entry.edit is None
    assert desk.value("received.natural_person") == 7
    assert not desk.session.can_undo


def test_words_from_an_input_method_are_refused(opened: OpenDesk) -> None:
    desk = opened(report=with_numbers(blank(), received__natural_person=7))
    desk.commit("", composing="wu")
    desk.commit("五件")
    assert desk.value("received.natural_person") == 7
    assert desk.grid.entry.edit is None
    assert "“五件”不是数字" in desk.lines[-1]


def test_the_amount_takes_decimals_exactly(opened: OpenDesk) -> None:
    desk = opened("disclosure")
    desk.go("fees.amount")
    desk.commit("４，１６６。２")
    desk.type("41619")
    desk.press(KEY.Key_Return)
    assert desk.value("fees.amount") == Decimal("4166.241619")
    desk.press(KEY.Key_F2, KEY.Key_Backspace)
    assert str(desk.value("fees.amount")) == "4166.24161"


def test_the_window_keeps_its_shortcuts_and_the_table_its_keys(opened: OpenDesk) -> None:
    desk = opened()
    heard: list[str] = []
    for keys in ("F8", "Ctrl+Z", "Ctrl+C", "5", "Left"):
        shortcut = QShortcut(QKeySequence(keys), desk.window)
        shortcut.activated.connect(lambda keys=keys: heard.append(keys))
    desk.press(KEY.Key_F8)
    desk.press(KEY.Key_Z, modifiers=CONTROL)
    desk.press(KEY.Key_C, modifiers=CONTROL)
    desk.press(KEY.Key_5, KEY.Key_Left)
    assert heard == ["F8", "Ctrl+Z"]
    assert desk.value("received.natural_person") == 5


def test_read_only_says_so(opened: OpenDesk) -> None:
    desk = opened(report=zeros(), read_only=True)
    for act in (
        lambda: desk.type("5"),
        lambda: desk.press(KEY.Key_Delete),
        lambda: desk.paste("5"),
        lambda: desk.press(KEY.Key_F2),
        desk.grid.blocks.fill_zero,
    ):
        desk.lines.clear()
        act()
        assert "只读" in desk.lines[-1]
    assert desk.value("received.natural_person") == 0
    desk.press(KEY.Key_Down)
    assert desk.current == "carried_in.natural_person"


def test_an_undo_from_elsewhere_ends_the_entry(opened: OpenDesk) -> None:
    desk = opened()
    desk.type("5")
    desk.bridge.undo()
    assert desk.grid.entry.edit is None
    desk.press(KEY.Key_Return)
    assert desk.value("received.natural_person") is None


def test_going_to_a_total_goes_to_what_it_adds_up(opened: OpenDesk) -> None:
    desk = opened()
    desk.go("other_misc.total")
    assert desk.current == "other_misc.natural_person"
    desk.go("concluded.total")
    assert desk.current == "granted.natural_person"


def test_every_key_is_survived(opened: OpenDesk) -> None:
    desk = opened(report=zeros())
    places: list[str] = []
    desk.grid.place_changed.connect(places.append)
    for code in range(int(KEY.Key_Escape), int(KEY.Key_F35)):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, "")
        QApplication.sendEvent(desk.grid, event)
    numbers: dict[str, Value] = dict(desk.values())
    assert all(FORM.cells[cell_id].check(value) == value for cell_id, value in numbers.items())
