"""A whole report by the keyboard alone, from the start screen to the Word file; all that it meets has name and role."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QTextEdit, QWidget

from export.word.readback import read
from gui.pages.page import Page
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.checks.places import place_of
from model.report.report import PastReport, Report, Texts
from model.structs import replace
from tests.gui.driving import commit, every, settle, wait
from tests.gui.test_window import opened

KEY = Qt.Key
CONTROL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
_FAR = 80
"""Whatever is wanted is fewer steps of Tab away."""
_NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)


class Keyboard:
    """A clerk without a mouse; notes every widget that had the keyboard.

    A whole page has it after a finding vanished that had it; Qt calls a page a client area, which says enough with its
    name.
    """

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.met: dict[str, tuple[str, QAccessible.Role]] = {}

    @property
    def nameless(self) -> set[str]:
        """What was met and tells a screen reader nothing of itself."""
        return {name for name, (words, role) in self.met.items() if not words or role in _NO_ROLES}

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        read = QAccessible.queryAccessibleInterface(found)
        role = QAccessible.Role.Pane if isinstance(found, Page) else read.role()
        self.met[found.objectName()] = read.text(QAccessible.Text.Name), role
        return found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.focus, key, modifier)
        settle()

    def write(self, words: str) -> None:
        """Words as an input method gives them."""
        commit(self.focus, words)
        settle()

    def tab_to(self, name: str) -> None:
        """Go on with Tab; a table is left with Ctrl+Tab."""
        for _ in range(_FAR):
            if self.focus.objectName() == name:
                return
            self.press(KEY.Key_Tab, CONTROL if self.focus.objectName().startswith("grid_") else PLAIN)
        raise AssertionError(f"{name} is not reached with Tab")

    def fill(self, name: str, words: str) -> None:
        self.tab_to(name)
        self.write(words)

    def next_page(self) -> str:
        self.press(KEY.Key_PageDown, CONTROL)
        return self.wizard.page

    @property
    def wizard(self) -> Wizard:
        assert self.window.wizard is not None
        return self.window.wizard


@pytest.fixture
def keyboard(window: MainWindow) -> Keyboard:
    window.resize(1366, 768)
    window.activateWindow()
    settle()
    QTest.keyClick(window, KEY.Key_Tab)
    settle()
    return Keyboard(window)


def test_a_whole_report_is_written_without_a_mouse(keyboard: Keyboard) -> None:
    begin(keyboard)
    assert keyboard.next_page() == "overview"
    keyboard.write("2024年，青河县水务局依法公开政府信息，全年通过网站公开信息12条。")
    fill_tables(keyboard)
    assert keyboard.next_page() == "problems"
    keyboard.tab_to("take_sentence_0")
    keyboard.press(KEY.Key_Return)
    assert keyboard.next_page() == "other_matters"
    keyboard.tab_to("take_sentence_0")
    keyboard.press(KEY.Key_Return)
    assert keyboard.next_page() == "finish"
    keyboard.wizard.bridge.recheck()
    report, findings = keyboard.wizard.bridge.session.report, keyboard.wizard.bridge.session.findings
    assert [place_of(found) for found in findings if found.severity == "error"] == []
    assert report.value("applications.received.natural_person") == 5
    assert report.value("applications.granted.natural_person") == 5
    keyboard.tab_to("export_docx")
    keyboard.press(KEY.Key_Return)
    written = keyboard.wizard.path.with_suffix(".docx")
    wait(written.exists)
    assert read(written.read_bytes()) is not None
    assert keyboard.nameless == set()


def begin(keyboard: Keyboard) -> None:
    keyboard.tab_to("new_report")
    keyboard.press(KEY.Key_Return)
    (dialog,) = every(keyboard.window, QDialog)
    dialog.activateWindow()
    settle()
    keyboard.fill("new_name", "青河县水务局")
    keyboard.press(KEY.Key_Return)
    wait(lambda: keyboard.window.wizard is not None)
    keyboard.window.activateWindow()
    settle()
    assert keyboard.wizard.bridge.session.report.agency.type == "department"
    for name, words in (("address", "青河县长安路1号"), ("postcode", "130000"), ("phone", "0431-12345678")):
        keyboard.fill(f"agency_{name}", words)


def fill_tables(keyboard: Keyboard) -> None:
    for page in ("disclosure", "applications", "disputes"):
        assert keyboard.next_page() == page
        assert keyboard.focus.objectName() == f"grid_{page}"
        if page == "applications":
            keyboard.press(KEY.Key_5)
            keyboard.press(KEY.Key_Return)
            keyboard.press(KEY.Key_0)
            keyboard.press(KEY.Key_Return)
            keyboard.press(KEY.Key_5)
            keyboard.press(KEY.Key_Return)
        keyboard.tab_to("fill_zero")
        keyboard.press(KEY.Key_Return)


@pytest.mark.parametrize("page", ["other_matters", "disputes"])
def test_a_finding_that_goes_while_it_has_the_keyboard_hands_it_to_the_page_where_no_key_writes(
    window: MainWindow, seed: Report, page: str
) -> None:
    wizard = opened(window, seed)
    wizard.show_page(page)
    wizard.findings.set_folded(folded=False)
    settle()
    button = every(wizard.findings, QPushButton)[-1]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    keyboard = Keyboard(window)
    assert keyboard.focus is button
    button.hide()
    settle()
    received = keyboard.focus
    assert isinstance(received, Page)
    assert keyboard.nameless == set()
    for pressed in (KEY.Key_Space, KEY.Key_Return):
        keyboard.press(pressed)
    assert wizard.bridge.session.report == seed
    keyboard.press(KEY.Key_Tab)
    assert received.isAncestorOf(keyboard.focus)


def test_what_changes_is_told_to_a_screen_reader(keyboard: Keyboard) -> None:
    begin(keyboard)
    keyboard.next_page()
    editor = keyboard.focus
    assert isinstance(editor, QTextEdit)
    keyboard.write("收到申请5件。")
    read = QAccessible.queryAccessibleInterface(editor)
    assert read.role() == QAccessible.Role.EditableText
    assert read.text(QAccessible.Text.Name) == "一、总体情况，正文"
    assert "收到申请5件。" in read.text(QAccessible.Text.Value)
    keyboard.wizard.bridge.recheck()
    settle()
    panel = QAccessible.queryAccessibleInterface(keyboard.wizard.findings)
    assert panel.text(QAccessible.Text.Name) == "校验结果"


_ASKING = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.PushButton,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Table,
}
"""What a person acts on."""


def acted_on(read: QAccessibleInterface) -> Iterator[tuple[str, str]]:
    """What can be acted on under an interface and is in sight: its class and object name, and what it is called."""
    found = read.object()
    if read.role() in _ASKING and isinstance(found, QWidget) and found.isVisible():
        yield f"{type(found).__name__} {found.objectName()}", read.text(QAccessible.Text.Name)
        return
    for index in range(read.childCount()):
        if (child := read.child(index)) is not None:
            yield from acted_on(child)


def test_all_that_can_be_acted_on_has_a_name(window: MainWindow, seed: Report) -> None:
    past = PastReport(seed.form, seed.year - 1, dict(seed.numbers), text=Texts(overview="上年的文字。"))
    wizard = opened(window, replace(seed, last_year=past))
    wizard.search(replacing=True)
    found = dict[str, dict[str, str]]()
    for page in wizard._table.entries:
        wizard.show_page(page)
        wizard.findings.set_folded(folded=False)
        settle()
        found[page] = dict(acted_on(QAccessible.queryAccessibleInterface(wizard)))
    wizard.show_page("overview")
    wizard.explain()
    settle()
    found["explanation"] = dict(acted_on(QAccessible.queryAccessibleInterface(wizard)))
    for ask in (window.dialogs.help, window.dialogs.settings, window.dialogs.new_report, window.dialogs.deleted):
        ask()
        settle()
        for dialog in every(window, QDialog):
            found[dialog.objectName()] = dict(acted_on(QAccessible.queryAccessibleInterface(dialog)))
            dialog.close()
        settle()
    window.dialogs.book("manual")
    settle()
    (books,) = every(window, QDialog)
    found["books"] = dict(acted_on(QAccessible.queryAccessibleInterface(books)))
    assert {(place, what) for place, each in found.items() for what, name in each.items() if not name} == set()
    assert min(map(len, found.values())) > 1
    assert sum(map(len, found.values())) > 300
