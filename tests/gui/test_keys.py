"""A clerk who never touches the mouse: Enter, Tab, Esc and F8 as the system sends them, and the ring."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QPushButton, QTextEdit, QWidget

from gui.controls.notice import Notice
from gui.controls.ring import RingButton
from gui.look.theme import theme
from gui.pages.registry import Pages
from gui.shell.commands import NOT_FILLED
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.drafts.library import Library
from model.report.change import Place
from model.report.report import Report
from model.session.edits import set_number
from tests.forms import FORM
from tests.gui.driving import dialog, every, named, press, settle, words
from tests.gui.pages.test_start import NOW, notices, put
from tests.gui.test_window import opened

KEY = Qt.Key
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
ENTERS = [KEY.Key_Return, KEY.Key_Enter]


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    """The window, with the keyboard."""
    window.activateWindow()
    settle()
    return window


@pytest.fixture
def wizard(window: MainWindow, seed: Report) -> Wizard:
    """The seed, opened."""
    return opened(window, seed)


def handle(window: QWidget) -> QWindow:
    found = window.windowHandle()
    assert found is not None
    return found


def key(window: QWidget, code: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """A key as the system sends it: to the window."""
    QTest.keyClick(handle(window), code, modifier)
    settle()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def shot(widget: QWidget) -> QImage:
    settle()
    return widget.grab().toImage()


def rings(button: QWidget) -> bool:
    """Whether a ring in the colour of the text is painted along the edges, parted from the fill by a light line."""
    image, middle = shot(button), button.width() // 2
    colours = [QColor(image.pixel(QPoint(middle, y))) for y in range(3)]
    return colours[:2] == [theme().tokens.text] * 2 and colours[2] != theme().tokens.text


@pytest.mark.parametrize("enter", ENTERS)
def test_enter_presses_a_tile_once(window: MainWindow, enter: Qt.Key) -> None:
    named(window, QWidget, "new_report").setFocus()
    key(window, enter)
    assert [found.objectName() for found in every(window, QDialog)] == ["new_report_dialog"]


@pytest.mark.parametrize("enter", ENTERS)
@pytest.mark.parametrize("name", ["back", "settings", "rail_disputes", "next_page", "zoom_in", "undo"])
def test_enter_presses_every_kind_of_button_once(wizard: Wizard, name: str, enter: Qt.Key) -> None:
    wizard.bridge.do(set_number("disputes.review.upheld", 3))
    settle()
    button, pressed = named(wizard, QPushButton, name), []
    button.clicked.disconnect()
    button.clicked.connect(lambda: pressed.append(name))
    button.setFocus()
    key(wizard.window(), enter)
    assert pressed == [name]


def test_enter_presses_links_of_findings(wizard: Wizard) -> None:
    wizard.show_page("overview")
    settle()
    link = next(found for found in every(wizard.findings, QPushButton) if found.objectName().startswith("dismiss_"))
    link.setFocus()
    key(wizard.window(), KEY.Key_Return)
    assert dialog(wizard.window()).objectName() == "dismiss_dialog"  # type: ignore[arg-type]


def test_enter_opens_a_draft_and_its_menu(window: MainWindow, seed: Report) -> None:
    put(window, seed, "某局")
    named(window.start, QWidget, "draft_more").setFocus()
    key(window, KEY.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
    named(window.start, QWidget, "open_draft").setFocus()
    key(window, KEY.Key_Return)
    assert window.wizard is not None


def test_enter_that_is_held_presses_once(window: MainWindow) -> None:
    button, pressed = named(window.start, QPushButton, "start_help"), []
    button.clicked.disconnect()
    button.clicked.connect(lambda: pressed.append(1))
    button.setFocus()
    for again in (False, True, True):
        _hold(button, again=again)
    assert pressed == [1]


def _hold(widget: QWidget, *, again: bool) -> None:
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Return, PLAIN, "\r", again))


def test_the_first_tab_shows_a_ring_on_the_main_tile(window: MainWindow) -> None:
    key(window, KEY.Key_Tab)
    assert focused().objectName() == "from_last_year"
    assert rings(focused())


@pytest.mark.parametrize("appearance", ["light", "dark"])
@pytest.mark.parametrize("page", list(Pages(FORM).entries))
def test_everything_that_tab_reaches_shows_that_it_has_the_keyboard(
    window: MainWindow, wizard: Wizard, page: str, appearance: str
) -> None:
    theme().set_appearance(appearance)  # type: ignore[arg-type]
    wizard.go(Place(page))
    wizard.findings.set_folded(folded=False)
    seen: list[QWidget] = []
    key(window, KEY.Key_Tab, Qt.KeyboardModifier.ControlModifier if page in _TABLES else PLAIN)
    while focused() not in seen and len(seen) < 200:
        widget = focused()
        seen.append(widget)
        with_ring = shot(widget)
        if isinstance(widget, RingButton):
            assert rings(widget), widget.objectName()
        widget.clearFocus()
        assert isinstance(widget, QTextEdit | QPlainTextEdit) or shot(widget) != with_ring, widget.objectName()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        control = widget.objectName().startswith("grid_")
        key(window, KEY.Key_Tab, Qt.KeyboardModifier.ControlModifier if control else PLAIN)
    assert {"back", f"rail_{page}"} <= {widget.objectName() for widget in seen}


_TABLES = ("disclosure", "applications", "disputes")


def test_focus_moved_by_code_shows_the_ring_after_a_key_only(window: MainWindow) -> None:
    button, other = named(window.start, QWidget, "start_help"), named(window.start, QWidget, "start_settings")
    key(window, KEY.Key_Shift)
    button.setFocus(Qt.FocusReason.OtherFocusReason)
    assert rings(button)
    QTest.mouseClick(handle(window), Qt.MouseButton.LeftButton, PLAIN, QPoint(4, 4))
    other.setFocus(Qt.FocusReason.OtherFocusReason)
    assert not rings(other)


@pytest.mark.parametrize(("opener", "name"), [("settings", "settings_close"), ("help", "help_close")])
def test_a_dialog_opens_with_its_default_button_ringed(wizard: Wizard, opener: str, name: str) -> None:
    press(wizard, opener)
    asked = dialog(wizard.window())  # type: ignore[arg-type]
    asked.activateWindow()
    settle()
    assert focused().objectName() == name
    assert rings(focused())
    key(asked, KEY.Key_Return)
    assert not every(wizard.window(), QDialog)


def test_enter_does_not_replace_a_file(window: MainWindow, wizard: Wizard) -> None:
    wizard.show_page("finish")
    settle()
    there = wizard.path.with_suffix(".docx")
    there.write_bytes(b"mine")
    press(wizard, "export_docx")
    asked = dialog(window)
    asked.activateWindow()
    settle()
    assert focused().objectName() == "answer_elsewhere"
    assert rings(focused())
    key(asked, KEY.Key_Escape)
    assert not every(window, QDialog)
    assert there.read_bytes() == b"mine"


def test_enter_does_not_remove_a_draft(window: MainWindow, seed: Report) -> None:
    path = put(window, seed, "某局")
    window.start.asked.emit("remove", window.library.drafts()[0])
    asked = dialog(window)
    asked.activateWindow()
    settle()
    assert focused().objectName() == "answer_cancel"
    key(asked, KEY.Key_Return)
    assert path.exists()


def test_enter_in_a_note_goes_on_and_shift_enter_makes_a_line(window: MainWindow, wizard: Wizard) -> None:
    wizard.show_page("disputes")
    note = named(wizard, QPlainTextEdit, "note_disputes")
    note.setFocus()
    note.moveCursor(note.textCursor().MoveOperation.End)
    before = note.toPlainText()
    key(window, KEY.Key_A)
    key(window, KEY.Key_Return, SHIFT)
    key(window, KEY.Key_B)
    key(window, KEY.Key_Return)
    assert wizard.bridge.session.report.notes["disputes"] == f"{before}a\nb"
    assert focused().objectName() == "next_page"


@pytest.mark.parametrize("page", _TABLES)
def test_tab_goes_from_the_note_to_the_next_step_and_back(window: MainWindow, wizard: Wizard, page: str) -> None:
    wizard.go(Place(page, span=(0, 0)))
    key(window, KEY.Key_Tab)
    assert focused().objectName() == "next_page"
    key(window, KEY.Key_Backtab, SHIFT)
    assert focused().objectName() == f"note_{page}"


def test_tab_goes_round_from_the_foot_to_the_head(window: MainWindow, wizard: Wizard) -> None:
    named(wizard.bottom, QWidget, "next_page").setFocus()
    way: list[QWidget] = []
    while not way or not wizard.top.isAncestorOf(focused()):
        key(window, KEY.Key_Tab)
        way.append(focused())
    assert all(wizard.bottom.isAncestorOf(widget) for widget in way[:-1])
    assert way[-1].objectName() == "back"


def test_f8_shows_the_blanks_of_every_table(window: MainWindow, seed: Report) -> None:
    blank = [cell for cell in ("applications.granted.research", "disputes.review.upheld") if cell in seed.numbers]
    first = next(cell for cell in seed.numbers if cell.startswith("disclosure.") and not cell.endswith("amount"))
    wizard = opened(window, seed.with_numbers(dict.fromkeys([first, *blank])))
    wizard.go(Place("agency"))
    visited = []
    for _ in range(len(wizard.bridge.session.findings) + 2):
        key(window, KEY.Key_F8)
        page = wizard.page
        cell = getattr(wizard._pages[page], "current_cell", "")
        visited.append(cell if cell in wizard.bridge.session.report.blanks else page)
        if visited[-1] == cell:
            assert named(wizard.bottom, QLabel, "message_words").text() == NOT_FILLED
            assert named(wizard.bottom, QLabel, "message_words").isVisible()
    at = visited.index(first)
    assert visited[at : at + 3] == [first, *blank]
    assert sum(found.check == "T0-01" for found in wizard.bridge.session.findings) == 1
    for _ in range(len(visited) - at - 2):
        key(window, KEY.Key_F8, SHIFT)
    assert wizard.page == "applications"


def test_a_file_has_one_notice_and_escape_closes_the_newest(window: MainWindow, tmp_path: Path) -> None:
    bad, worse = tmp_path / "坏.nianbao", tmp_path / "也坏.nianbao"
    for path in (bad, worse):
        path.write_bytes(b"{")
    for path in (bad, bad, worse, bad):
        window.open_file(path)
        settle()
    assert len(every(window.start, Notice)) == 2
    assert "“坏.nianbao”打不开：文件已损坏或不完整（" in notices(window)
    key(window, KEY.Key_Escape)
    assert ["也坏" in words(found) for found in every(window.start, Notice)] == [True]
    key(window, KEY.Key_Escape)
    key(window, KEY.Key_Escape)
    assert not every(window.start, Notice)


def test_a_refusal_does_not_take_the_place_of_an_offer(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "某局.nianbao"
    done: list[int] = []
    window.stage.notice("warning", "有没写进草稿的修改", (("use", "打开", lambda: done.append(1)),), path)
    window.stage.tell("打不开", "error", path)
    settle()
    shown = every(window.start, Notice)
    assert len(shown) == 1
    assert words(shown[0]) == "打不开\n有没写进草稿的修改"
    press(window.start, "use")
    assert done == [1]


def test_who_has_a_report_open_is_set_off_from_the_words(window: MainWindow, seed: Report, tmp_path: Path) -> None:
    path = put(window, seed, "某局")
    other = Library(window.library.folder, tmp_path / "data").open(path, NOW)
    window.open_file(path)
    assert window.wizard is not None
    assert window.wizard.bridge.session.read_only
    said = named(window.wizard.bottom, QLabel, "saved_words").text()
    assert said.startswith("这份年报正由 ")
    assert "）打开，这里只能查看" in said
    other.file.close()
