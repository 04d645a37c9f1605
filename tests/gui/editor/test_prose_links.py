"""Live fields end to end: the link under a typed figure, the cure of a wrong one, and chips that survive anything."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from gui.editor.editor import ProseEdit
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.drafts.draft import load
from model.report.change import Place
from model.report.report import Report
from model.session.edits import set_number
from tests.gui.driving import named, press, settle, wait
from tests.gui.editor import prose_tools
from tests.gui.editor.prose_tools import CHIP, Desk, formats, with_text
from tests.gui.test_window import opened

TEXT = "（一）依申请公开。本年度收到政府信息公开申请5件，办结5件。"
WRONG = TEXT.replace("申请5件", "申请4件")
CONTROL, ALT, PLAIN = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
FIVE = TEXT.index("5")


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    assert qapp
    made = Desk("overview", with_text(prose_tools.seed(), overview=TEXT))
    made.window.activateWindow()
    settle()
    yield made
    made.close()


def dotted(edit: ProseEdit) -> list[str]:
    dots = QTextCharFormat.UnderlineStyle.DotLine
    return [words for words, found in formats(edit) if found.underlineStyle() == dots]


def test_typed_figures_that_are_one_cells_are_marked_quietly(desk: Desk) -> None:
    assert dotted(desk.edit) == ["5", "5"]
    assert desk.text == TEXT


def test_a_click_offers_to_follow_the_table_and_taking_it_is_one_undo(desk: Desk) -> None:
    desk.put_cursor(FIVE)
    point = desk.edit.cursorRect().center()
    QTest.mouseClick(desk.edit.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert desk.find("link_popover").isVisible()
    assert "本年新收" in desk.find("link_popover").accessibleName()
    press(desk.window, "link_take")
    assert desk.text == TEXT.replace("申请5件", f"申请{CHIP}件")
    assert not desk.find("link_popover").isVisible()
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert desk.text == TEXT


def test_the_menu_takes_it_without_a_mouse(desk: Desk) -> None:
    menu = QMenu(desk.edit)
    menu.addAction("撤销")
    desk.put_cursor(FIVE)
    desk.edit.explained.add_to(menu, desk.edit.textCursor().position())
    menu.actions()[0].trigger()
    assert CHIP in desk.text


def test_typing_on_moves_the_marks_and_never_takes_anything(desk: Desk) -> None:
    desk.put_cursor(0)
    QTest.keyClicks(desk.edit, "12")
    assert dotted(desk.edit) == ["5", "5"]
    desk.put_cursor(FIVE + 3)
    QTest.keyClicks(desk.edit, "0")
    assert dotted(desk.edit) == ["5"]
    desk.bridge.recheck()
    assert desk.text == "12" + TEXT.replace("申请5件", "申请50件")


def test_there_is_no_offer_where_a_finding_says_it_already(qapp: QApplication) -> None:
    assert qapp
    made = Desk("overview", with_text(prose_tools.seed(), overview=WRONG))
    assert dotted(made.edit) == ["5"]
    made.close()


def test_nothing_is_offered_in_a_report_that_is_only_looked_at(qapp: QApplication) -> None:
    assert qapp
    made = Desk("overview", with_text(prose_tools.seed(), overview=TEXT), read_only=True)
    assert not dotted(made.edit)
    made.close()


def wizard_with(window: MainWindow, report: Report) -> tuple[Wizard, ProseEdit]:
    wizard = opened(window, report)
    wizard.show_page("overview")
    window.activateWindow()
    settle()
    return wizard, named(wizard, ProseEdit, "prose_overview")


def tap(code: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, code, held)
    settle()


def test_a_wrong_figure_becomes_a_live_one_by_keys_and_the_place_is_shown(window: MainWindow, seed: Report) -> None:
    wizard, editor = wizard_with(window, seed.with_text("overview", WRONG))
    for _ in range(len(wizard.bridge.session.findings)):
        tap(Qt.Key.Key_F8)
        at_hand = wizard.findings.at_hand
        if at_hand is not None and at_hand.check == "X-01":
            break
    assert editor.popover.isVisible()
    tap(Qt.Key.Key_Return, ALT)
    assert wizard.bridge.session.report.text.overview == TEXT.replace("申请5件", f"申请{CHIP}件")
    assert QApplication.focusWidget() is editor
    assert not editor.popover.isVisible()
    assert editor.selected()[1] == FIVE + len(CHIP)
    tap(Qt.Key.Key_Z, CONTROL)
    assert wizard.bridge.session.report.text.overview == WRONG


def test_the_explanation_leads_to_the_table(window: MainWindow, seed: Report) -> None:
    wizard, editor = wizard_with(window, seed.with_text("overview", WRONG))
    finding = next(found for found in wizard.bridge.session.findings if found.check == "X-01")
    editor.go(Place("overview", span=finding.span))
    press(editor, "popover_see")
    assert wizard.page == "applications"


def test_a_live_field_survives_insert_copy_cut_undo_saving_and_opening(window: MainWindow, seed: Report) -> None:
    wizard, editor = wizard_with(window, seed.with_text("overview", "收到件。"))
    editor.select((2, 2))
    press(wizard, "insert_data")
    search = QApplication.focusWidget()
    assert isinstance(search, QLineEdit)
    search.setText("本年新收 总计")
    QTest.keyClick(search, Qt.Key.Key_Return)
    session, path = wizard.bridge.session, wizard.path
    assert session.report.text.overview == f"收到{CHIP}件。"

    editor.selectAll()
    tap(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "收到5件。"
    editor.select((len(session.report.text.overview),) * 2)
    tap(Qt.Key.Key_Return)
    tap(Qt.Key.Key_V, CONTROL)
    twice = f"收到{CHIP}件。\n收到{CHIP}件。"
    assert session.report.text.overview == twice
    editor.select((2, 2 + len(CHIP)))
    tap(Qt.Key.Key_X, CONTROL)
    assert session.report.text.overview == f"收到件。\n收到{CHIP}件。"
    tap(Qt.Key.Key_Z, CONTROL)
    assert session.report.text.overview == twice

    wizard.bridge.do(set_number("applications.received.natural_person", 8))
    assert editor.toPlainText().count("\ufffc") == 2
    editor.selectAll()
    tap(Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "收到8件。\n收到8件。"
    assert wizard.bridge.save_now() is None
    assert _text(path) == twice

    assert window.close_report()
    assert window.open_file(path)
    wait(lambda: window.wizard is not None)
    again = window.wizard
    assert again is not None
    again.show_page("overview")
    settle()
    assert named(again, ProseEdit, "prose_overview").toPlainText() == "收到\ufffc件。\n收到\ufffc件。"


def _text(path: Path) -> str:
    return load(path).report.text.overview
