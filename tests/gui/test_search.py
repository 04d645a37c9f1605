"""Find and replace in the window, with real keys: over all parts, one undo, the keyboard where it is wanted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QStyleOptionViewItem,
    QTextEdit,
    QWidget,
)

from gui.editor.editor import ProseEdit
from gui.pages.prose.insert import CellPicker
from gui.pages.prose.page import ProsePage
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.drafts.library import Library
from model.report.change import Place
from model.report.report import Report
from model.structs import replace
from tests.gui.driving import commit, every, named, press, settle
from tests.gui.pages.test_start import NOW, put
from tests.gui.test_window import opened

KEY = Qt.Key
CONTROL, PLAIN, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def wizard(window: MainWindow, seed: Report) -> Wizard:
    """The seed with a wrong year in three parts, opened at the size of a common screen."""
    window.resize(1366, 768)
    window.activateWindow()
    report = replace(seed, notes={"applications": "2019年的注"})
    for text_id in ("problems", "other_matters"):
        report = report.with_text(text_id, f"2019年，{report.text[text_id]}")
    return opened(window, report)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def key(code: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(focused(), code, modifier)
    settle()


def said(wizard: Wizard) -> str:
    return named(wizard, QLabel, "search_said").text()


def test_words_are_found_in_every_part_and_replaced_in_one_step(wizard: Wizard) -> None:
    before = wizard.bridge.session.report
    wizard.go(Place("problems", span=(0, 0)))
    key(KEY.Key_H, CONTROL)
    assert focused().objectName() == "search_for"
    commit(focused(), "2019年")
    settle()
    assert wizard.page == "problems"
    assert said(wizard) == "第 2 处，共 3 处"
    assert named(wizard, ProseEdit, "prose_problems").textCursor().selectedText() == "2019年"
    key(KEY.Key_Return)
    assert wizard.page == "other_matters"
    key(KEY.Key_Return)
    assert wizard.page == "applications"
    key(KEY.Key_Return, SHIFT)
    assert wizard.page == "other_matters"
    assert focused().objectName() == "search_for"
    key(KEY.Key_Tab)
    key(KEY.Key_Tab)
    key(KEY.Key_Tab)
    assert focused().objectName() == "replace_with"
    commit(focused(), "2024年")
    press(wizard, "replace_all")
    assert (
        said(wizard)
        == "换了 3 处（表三 1 处、五、存在的主要问题及改进情况 1 处、六、其他需要报告的事项 1 处），可以撤销"
    )
    shown = named(wizard, QLabel, "search_said")
    assert shown.width() >= shown.fontMetrics().horizontalAdvance(shown.text()), "nothing of it is cut at 1366"
    assert focused().objectName() == "search_for", "Enter does not close the bar"
    after = wizard.bridge.session.report
    assert after.text.problems.startswith("2024年，")
    assert after.notes["applications"] == "2024年的注"
    key(KEY.Key_Z, CONTROL)
    assert wizard.bridge.session.report == before, "the keyboard is in the bar, and what was replaced is taken back"
    assert said(wizard) == "已撤销替换"
    commit(focused(), "上")
    key(KEY.Key_Z, CONTROL)
    assert wizard.bridge.session.report == before, "Ctrl+Z is for what was typed since"


def test_what_was_changed_since_is_taken_back_by_its_own_name(wizard: Wizard) -> None:
    wizard.go(Place("problems", span=(0, 0)))
    key(KEY.Key_H, CONTROL)
    commit(focused(), "2019年")
    named(wizard, QLineEdit, "replace_with").setText("今年")
    press(wizard, "replace_all")
    replaced = wizard.bridge.session.report
    QTest.keyClicks(named(wizard, ProseEdit, "prose_other_matters"), "!")
    assert wizard.bridge.session.report != replaced
    named(wizard, QLineEdit, "search_for").setFocus()
    key(KEY.Key_Z, CONTROL)
    assert wizard.bridge.session.report == replaced
    assert said(wizard) == "已撤销最近一次改动：六、其他事项"


def test_deleting_every_place_is_said_before_it_is_done(wizard: Wizard) -> None:
    before = wizard.bridge.session.report
    wizard.go(Place("problems", span=(0, 0)))
    key(KEY.Key_H, CONTROL)
    commit(focused(), "2019年")
    press(wizard, "replace_all")
    assert said(wizard) == "“替换为”是空的：再按一次，就把 3 处“2019年”都删去"
    assert wizard.bridge.session.report == before
    press(wizard, "replace_all")
    assert said(wizard).startswith("删去了 3 处")
    assert wizard.bridge.session.report.text.problems.startswith("，")


def test_the_words_to_put_instead_are_asked_for_next_and_enter_replaces(wizard: Wizard) -> None:
    wizard.go(Place("problems", span=(0, 0)))
    key(KEY.Key_F, CONTROL)
    commit(focused(), "2019年")
    press(wizard, "show_replace")
    assert focused().objectName() == "replace_with"
    commit(focused(), "今年")
    key(KEY.Key_Return)
    assert wizard.bridge.session.report.text.problems.startswith("今年，")
    assert focused().objectName() == "replace_with"
    assert said(wizard).endswith("共 2 处")


def test_one_place_after_the_other_is_replaced(wizard: Wizard) -> None:
    wizard.go(Place("problems", span=(0, 0)))
    key(KEY.Key_H, CONTROL)
    commit(focused(), "2019年")
    named(wizard, QLineEdit, "replace_with").setText("今年")
    press(wizard, "replace_one")
    report = wizard.bridge.session.report
    assert report.text.problems.startswith("今年，")
    assert report.text.other_matters.startswith("2019年，")
    assert said(wizard).endswith("共 2 处")


def test_f3_goes_on_and_escape_gives_the_words_back(wizard: Wizard) -> None:
    wizard.go(Place("problems", span=(0, 0)))
    editor = named(wizard, QTextEdit, "prose_problems")
    for _ in range(5):
        key(KEY.Key_Right, SHIFT)
    key(KEY.Key_F, CONTROL)
    assert named(wizard, QLineEdit, "search_for").text() == "2019年"
    assert not named(wizard, QWidget, "replace_all").isVisible()
    key(KEY.Key_F3)
    assert wizard.page == "other_matters"
    key(KEY.Key_F3, SHIFT)
    assert wizard.page == "problems"
    key(KEY.Key_Escape)
    assert focused() is editor
    assert not named(wizard, QWidget, "search_bar").isVisible()
    assert not editor.textCursor().hasSelection()
    QTest.keyClicks(editor, "!")
    assert wizard.bridge.session.report.text.problems.startswith("2019年!")


def test_nothing_found_is_said_and_nothing_can_be_replaced(wizard: Wizard) -> None:
    key(KEY.Key_H, CONTROL)
    commit(focused(), "没有的词")
    settle()
    assert said(wizard) == "没有找到"
    assert not named(wizard, QPushButton, "replace_all").isEnabled()


def test_a_report_that_is_only_read_is_searched_and_not_replaced(window: MainWindow, seed: Report) -> None:
    path = put(window, seed, "某局")
    other = Library(window.library.folder, window.library.folder.parent / "data2").open(path, NOW)
    window.open_file(path)
    settle()
    assert window.wizard is not None
    window.wizard.search(replacing=True)
    settle()
    assert not named(window.wizard, QWidget, "replace_all").isVisible()
    assert not named(window.wizard, QWidget, "show_replace").isVisible()
    other.file.close()


def test_a_wrong_year_is_put_right_at_one_press_and_all_of_them_at_another(window: MainWindow, seed: Report) -> None:
    text = "2023年，本机关加强公开。2023年，本机关加强管理。"
    wizard = opened(window, seed.with_text("problems", text))
    wizard.go(Place("problems"))
    wizard.findings.set_folded(folded=False)
    settle()
    button = next(found for found in every(wizard.findings, QPushButton) if found.text() == "全部改正 2 处")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert wizard.bridge.session.report.text.problems == text.replace("2023", "2024")
    wizard.commands.undo()
    assert wizard.bridge.session.report.text.problems == text


def test_ready_sentences_are_offered_and_written_only_when_pressed(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed.with_text("other_matters", ""))
    wizard.go(Place("other_matters"))
    settle()
    page = wizard._pages["other_matters"]
    assert isinstance(page, ProsePage)
    assert wizard.bridge.session.report.text.other_matters == ""
    press(page, "take_sentence_0")
    text = wizard.bridge.session.report.text.other_matters
    assert text == "本年度没有收取政府信息公开信息处理费。没有其他需要报告的事项。"
    assert not named(page, QWidget, "ready_sentences").isVisible()
    assert focused() is page.editor
    wizard.commands.undo()
    assert wizard.bridge.session.report.text.other_matters == ""


def test_every_row_of_the_list_of_figures_is_as_high_as_its_words(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed.with_text("other_matters", ""))
    wizard.go(Place("other_matters"))
    press(wizard._pages["other_matters"], "insert_data")
    listed = named(named(wizard, CellPicker, "cell_picker"), QListWidget, "cell_list")
    settle()
    for row in range(8):
        index = listed.model().index(row, 0)
        wanted = listed.itemDelegate().sizeHint(QStyleOptionViewItem(), index).height()
        assert listed.visualRect(index).height() >= wanted, index.data()
    assert not listed.horizontalScrollBar().isVisible()


def test_a_figure_is_inserted_by_the_word_that_texts_use(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed.with_text("overview", "办结"))
    wizard.go(Place("overview", span=(2, 2)))
    press(wizard._pages["overview"], "insert_data")
    picker = named(wizard, CellPicker, "cell_picker")
    commit(named(picker, QLineEdit, "cell_search"), "办结")
    settle()
    QTest.keyClick(named(picker, QLineEdit, "cell_search"), KEY.Key_Return)
    settle()
    assert wizard.bridge.session.report.text.overview == "办结{{applications.concluded.total}}"
