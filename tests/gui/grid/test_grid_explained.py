"""The card beside a cell that a finding led to: the cure in a press or by keys, and never in the way of typing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.grid.grid import NumberGrid
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.report.report import Evidence, PastReport, Report, Source
from model.structs import replace
from tests.forms import FORM
from tests.gui.driving import every, named, press, settle
from tests.gui.test_window import opened

ROW = "disclosure.normative_documents"
IN_FORCE = f"{ROW}.in_force"


@pytest.fixture
def wizard(window: MainWindow, seed: Report) -> Wizard:
    """现行有效 is 15, and last year's 12 and this year's 3 and 1 lead to 14."""
    numbers = {f"{ROW}.issued": 3, f"{ROW}.repealed": 1, IN_FORCE: 15}
    past = PastReport(FORM, 2023, numbers={IN_FORCE: 12})
    made = opened(window, replace(seed.with_numbers(numbers), last_year=past))
    window.activateWindow()
    finding = next(found for found in made.bridge.session.findings if found.check == "T2-04")
    made.commands.go_to(finding)
    settle()
    return made


def grid(wizard: Wizard) -> NumberGrid:
    return named(wizard, NumberGrid, "grid_disclosure")


def cards(wizard: Wizard) -> list[QWidget]:
    return [found for found in every(grid(wizard), QWidget) if found.objectName() == "finding_popover"]


def in_force(wizard: Wizard) -> object:
    return wizard.bridge.session.report.value(IN_FORCE)


def test_it_stands_at_the_cell_that_would_be_set_and_its_button_sets_it(wizard: Wizard) -> None:
    assert grid(wizard).current == IN_FORCE
    assert len(cards(wizard)) == 1
    press(cards(wizard)[0], "popover_fix")
    assert in_force(wizard) == 14
    assert not cards(wizard)
    assert QApplication.focusWidget() is grid(wizard)


def test_alt_enter_sets_it_and_undo_brings_it_back(wizard: Wizard) -> None:
    QTest.keyClick(grid(wizard), Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    settle()
    assert in_force(wizard) == 14
    QTest.keyClick(grid(wizard), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert in_force(wizard) == 15


def test_the_next_key_is_the_tables_and_puts_it_away(wizard: Wizard) -> None:
    QTest.keyClicks(grid(wizard), "16")
    assert not cards(wizard)
    assert in_force(wizard) == 16


def test_a_reason_can_be_given_there(wizard: Wizard) -> None:
    press(cards(wizard)[0], "popover_dismiss")
    press(cards(wizard)[0], "popover_reason_0")
    assert [entry.reason for entry in wizard.bridge.session.report.dismissed] == ["清理后失效"]
    assert in_force(wizard) == 15


def test_what_the_source_printed_is_confirmed_there(window: MainWindow, seed: Report) -> None:
    kept = (Evidence("applications.granted.natural_person", "0件"),)
    wizard = opened(window, replace(seed, source=Source("上年.docx", kept)))
    finding = next(found for found in wizard.bridge.session.findings if found.check == "T3-04")
    wizard.commands.go_to(finding)
    settle()
    press(named(wizard, NumberGrid, "grid_applications"), "popover_confirmed")
    assert "T3-04" not in {found.check for found in wizard.bridge.session.findings}


def test_nothing_done_in_the_card_moves_to_another_cell(wizard: Wizard) -> None:
    press(cards(wizard)[0], "popover_dismiss")
    assert grid(wizard).current == IN_FORCE
    press(cards(wizard)[0], "popover_close")
    assert grid(wizard).current == IN_FORCE
    assert QApplication.focusWidget() is grid(wizard)
