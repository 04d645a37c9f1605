"""What keys must not do to a text: those pressed beside it, those held with Alt or Ctrl; what an undo takes back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gui.editor.view import ProseView
from gui.shell.window import MainWindow
from model.report.change import Place
from model.report.report import Report
from tests.gui.driving import named
from tests.gui.editor import prose_tools
from tests.gui.editor.prose_tools import Desk, with_text
from tests.gui.editor.test_prose_page import beside
from tests.gui.test_window import opened

TEXT = "开头。收到信息公开处理费。"
WORDS = "信息公开处理费"
ALT, CONTROL, META = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.MetaModifier,
)
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
ANY_KEY = [
    *(Qt.Key.Key_A, Qt.Key.Key_7, Qt.Key.Key_Period, Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
]


def _open(report: Report) -> Desk:
    desk = Desk("overview", report)
    desk.window.activateWindow()
    QApplication.processEvents()
    return desk


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    """A text with a warning, whose words are selected and explained."""
    assert qapp
    made = _open(with_text(prose_tools.seed(), overview=TEXT))
    finding = next(found for found in made.session.findings if found.section == "overview" and found.span)
    made.page.go(Place("overview", span=finding.span))
    QApplication.processEvents()
    yield made
    made.close()


def _press(key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    """A key for whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)
    QApplication.processEvents()


def _focus() -> str:
    focused = QApplication.focusWidget()
    return focused.objectName() if focused else ""


def _unharmed(desk: Desk) -> bool:
    return desk.text == TEXT and desk.edit.stored == TEXT and desk.edit.textCursor().selectedText() == WORDS


def _to_the_link() -> None:
    """By way of the cure, the tables' figures, if the card has them."""
    for _ in range(4):
        _press(Qt.Key.Key_Tab)
        if _focus() == "popover_dismiss":
            return
    raise AssertionError(_focus())


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("opening", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_warning_is_answered_by_keys_and_the_text_stays(desk: Desk, opening: Qt.Key, enter: Qt.Key) -> None:
    _to_the_link()
    _press(opening)
    assert _focus() == "popover_reason"
    _press(enter)
    assert not desk.session.report.dismissed
    reason = desk.find("popover_reason")
    QTest.keyClicks(reason, "as in the original")
    assert _unharmed(desk)
    _press(enter)
    assert [entry.reason for entry in desk.session.report.dismissed] == ["as in the original"]
    assert _unharmed(desk)
    assert not desk.edit.popover.isVisible()
    assert _focus() == "prose_overview"


def test_a_warning_found_by_f8_is_answered_in_the_window(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, with_text(seed, problems=TEXT))
    window.activateWindow()
    QApplication.processEvents()
    for _ in range(len(wizard.bridge.session.findings)):
        if wizard.page != "problems":
            _press(Qt.Key.Key_F8)
    assert _focus() == "prose_problems"
    _to_the_link()
    _press(Qt.Key.Key_Space)
    QTest.keyClicks(named(named(wizard, QWidget, "page_problems"), QLineEdit, "popover_reason"), "so")
    _press(Qt.Key.Key_Return)
    assert [entry.reason for entry in wizard.bridge.session.report.dismissed] == ["so"]
    assert wizard.bridge.session.report.text.problems == TEXT
    assert _focus() == "prose_problems"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_answer_can_be_confirmed_on_its_button(desk: Desk, key: Qt.Key) -> None:
    _to_the_link()
    _press(Qt.Key.Key_Return)
    QTest.keyClicks(desk.find("popover_reason"), "so")
    _press(Qt.Key.Key_Tab)
    assert _focus() == "popover_confirm"
    _press(key)
    assert [entry.reason for entry in desk.session.report.dismissed] == ["so"]
    assert _unharmed(desk)


@pytest.mark.parametrize("held", [PLAIN, ALT, SHIFT, CONTROL, META])
@pytest.mark.parametrize("part", ["popover_close", "popover_dismiss", "popover_reason", "finding_popover"])
def test_no_key_in_the_explanation_reaches_the_text(desk: Desk, part: str, held: Qt.KeyboardModifier) -> None:
    if part == "popover_reason":
        _to_the_link()
        _press(Qt.Key.Key_Space)
    for key in ANY_KEY:
        QTest.keyClick(desk.find(part), key, held)
        assert _unharmed(desk), key


@pytest.mark.parametrize("part", ["popover_close", "popover_dismiss", "popover_reason", "finding_popover"])
def test_what_an_input_method_gives_in_the_explanation_stays_there(desk: Desk, part: str) -> None:
    for words in ("原文", "\n"):
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(desk.find(part), event)
    assert _unharmed(desk)


def test_a_click_on_the_explanation_leaves_the_words_selected(desk: Desk) -> None:
    card = desk.edit.popover
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(card, Qt.MouseButton.LeftButton, pos=QPoint(card.width() // 2, card.height() - 3))
        assert card.isVisible()
        assert _unharmed(desk)


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_escape_puts_the_explanation_away_and_the_words_stay(desk: Desk, steps: int) -> None:
    for _ in range(min(steps, 2)):
        _press(Qt.Key.Key_Tab)
    if steps > 2:
        _to_the_link()
        _press(Qt.Key.Key_Space)
        QTest.keyClicks(desk.find("popover_reason"), "so")
    _press(Qt.Key.Key_Escape)
    assert not desk.edit.popover.isVisible()
    assert _focus() == "prose_overview"
    assert _unharmed(desk)


def test_keys_in_the_list_of_cells_stay_there(desk: Desk) -> None:
    desk.find("insert_data").setFocus()
    _press(Qt.Key.Key_Space)
    search = desk.find("cell_search")
    assert isinstance(search, QLineEdit)
    QTest.keyClicks(search, "zzz")
    for key in ANY_KEY:
        QTest.keyClick(search, key)
        QTest.keyClick(search, key, ALT)
    event = QInputMethodEvent()
    event.setCommitString("没有")
    QApplication.sendEvent(search, event)
    assert _unharmed(desk)
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert not desk.find("cell_picker").isVisible()
    assert _unharmed(desk)


@pytest.mark.parametrize("part", ["last_year_text", "finding_line", "prose_findings", "fold_last_year"])
def test_keys_around_the_text_do_not_reach_it(qapp: QApplication, part: str) -> None:
    assert qapp
    desk = _open(beside(now=TEXT))
    desk.edit.select((5, 12))
    for key in ANY_KEY:
        for held in (PLAIN, ALT):
            QTest.keyClick(desk.find(part), key, held)
    event = QInputMethodEvent()
    event.setCommitString("原文")
    QApplication.sendEvent(desk.find(part), event)
    past = desk.find("last_year_text")
    assert isinstance(past, ProseView)
    assert past.stored == past.stored.replace("原文", "")
    assert _unharmed(desk)
    desk.close()


@pytest.mark.parametrize("held", [ALT, ALT | SHIFT, META, META | ALT, META | CONTROL, CONTROL, CONTROL | SHIFT])
@pytest.mark.parametrize("key", [Qt.Key.Key_I, Qt.Key.Key_5, Qt.Key.Key_Space, Qt.Key.Key_Comma])
def test_a_letter_held_with_alt_or_ctrl_writes_nothing(desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    desk.edit.setFocus()
    _press(key, held)
    assert _unharmed(desk)


@pytest.mark.parametrize("held", [ALT, META, ALT | SHIFT])
def test_enter_held_with_alt_writes_nothing(desk: Desk, held: Qt.KeyboardModifier) -> None:
    desk.edit.setFocus()
    _press(Qt.Key.Key_Return, held)
    assert _unharmed(desk)


@pytest.mark.parametrize(
    "held", [PLAIN, SHIFT, CONTROL | ALT, CONTROL | ALT | SHIFT, Qt.KeyboardModifier.GroupSwitchModifier]
)
def test_what_altgr_writes_is_written(desk: Desk, held: Qt.KeyboardModifier) -> None:
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(desk.edit, QKeyEvent(kind, Qt.Key.Key_E, held, "€"))
    assert desk.text == "开头。收到€。"


def test_a_character_entered_by_its_number_is_written(desk: Desk) -> None:
    QApplication.sendEvent(desk.edit, QKeyEvent(QKeyEvent.Type.KeyPress, 0, ALT, "é"))
    assert desk.text == "开头。收到é。"


def test_the_commands_of_the_editor_still_work(desk: Desk) -> None:
    desk.edit.setFocus()
    _press(Qt.Key.Key_X, CONTROL)
    assert desk.text == "开头。收到。"
    _press(Qt.Key.Key_V, CONTROL)
    assert desk.text == TEXT
    _press(Qt.Key.Key_A, CONTROL)
    _press(Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == TEXT
    _press(Qt.Key.Key_End, CONTROL)
    _press(Qt.Key.Key_Backspace, CONTROL)
    assert desk.text != TEXT


def test_a_live_figure_is_undone_by_itself(desk: Desk) -> None:
    desk.put_cursor(3)
    desk.commit("前")
    desk.find("insert_data").setFocus()
    _press(Qt.Key.Key_Space)
    QTest.keyClick(desk.find("cell_search"), Qt.Key.Key_Return)
    desk.commit("后")
    desk.commit("面")
    whole = desk.text
    assert "{{" in whole
    shown = []
    for _ in range(3):
        desk.key(Qt.Key.Key_Z, CONTROL)
        shown.append(desk.text)
    assert shown == [whole.replace("后面", ""), "开头。前收到信息公开处理费。", TEXT]


def test_a_paste_is_undone_by_itself(desk: Desk) -> None:
    desk.put_cursor(3)
    desk.commit("前")
    desk.paste("中间")
    desk.commit("后")
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert desk.text == "开头。前中间收到信息公开处理费。"
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert desk.text == "开头。前收到信息公开处理费。"


def test_tab_leaves_the_explanation_without_writing(desk: Desk) -> None:
    for _ in range(6):
        _press(Qt.Key.Key_Tab)
        assert _unharmed(desk)
    _press(Qt.Key.Key_Backtab, SHIFT)
    focused: QWidget | None = QApplication.focusWidget()
    assert focused is not None
    assert _unharmed(desk)
