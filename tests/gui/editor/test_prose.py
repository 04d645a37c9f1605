"""Writing: keys, input methods, undo, findings; what is on the screen is what the session holds."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from gui.editor.highlight import ProseHighlighter
from gui.editor.menu import edit_menu
from gui.look.theme import theme
from model.report.change import Place
from model.report.report import Report
from model.session.edits import set_text
from tests.gui.editor.prose_tools import CHIP, Desk, formats, seed, with_text

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Opened = Callable[..., Desk]


@pytest.fixture
def opened(qapp: QApplication) -> Iterator[Opened]:
    assert qapp
    desks: list[Desk] = []

    def open_desk(text: str | None = None, report: Report | None = None, text_id: str = "overview") -> Desk:
        value = report or seed()
        desks.append(Desk(text_id, value if text is None else with_text(value, **{text_id: text})))
        return desks[-1]

    yield open_desk
    for desk in desks:
        desk.close()


def test_shows_the_text_from_its_beginning(opened: Opened) -> None:
    desk = opened()
    assert desk.edit.toPlainText() == desk.text
    assert desk.edit.textCursor().position() == 0
    assert desk.edit.verticalScrollBar().value() == 0
    assert not desk.changes


def test_typing_goes_to_the_session(opened: Opened) -> None:
    desk = opened("")
    desk.commit("收到申请")
    QTest.keyClicks(desk.edit, "12")
    desk.commit("件。")
    desk.key(Qt.Key.Key_Return)
    desk.commit("办结。")
    assert desk.text == "收到申请12件。\n办结。"
    assert all(change.texts == {"overview"} for change in desk.changes)
    assert desk.edit.stored == desk.text


def test_a_line_break_within_a_paragraph_does_not_exist(opened: Opened) -> None:
    desk = opened("一二")
    desk.put_cursor(1)
    desk.key(Qt.Key.Key_Return, SHIFT)
    assert desk.text == "一\n二"
    assert desk.edit.document().blockCount() == 2


@pytest.mark.parametrize("character", ["𠮷", "😀", "👨‍👩‍👧"])
def test_characters_beyond_the_first_plane(opened: Opened, character: str) -> None:
    desk = opened(f"{character}在前，{CHIP}件，__在后")
    assert desk.session.findings
    desk.edit.select((len(desk.text) - 4, len(desk.text) - 2))
    assert desk.edit.textCursor().selectedText() == "__"
    assert desk.edit.selected() == (len(desk.text) - 4, len(desk.text) - 2)
    desk.put_cursor(len(character))
    desk.commit("吉")
    assert desk.text == f"{character}吉在前，{CHIP}件，__在后"
    desk.key(Qt.Key.Key_Backspace)
    desk.key(Qt.Key.Key_Backspace)
    assert desk.text.endswith(f"在前，{CHIP}件，__在后")
    assert [part for part, _ in formats(desk.edit, 0) if "_" in part] == ["__"]


def test_composing_is_not_sent(opened: Opened) -> None:
    desk = opened("年度")
    desk.put_cursor(2)
    desk.compose("shou")
    assert desk.text == "年度"
    assert not desk.changes
    desk.compose("shou'dao")
    desk.commit("收到")
    assert desk.text == "年度收到"


def test_a_change_from_outside_waits_for_the_end_of_composing(opened: Opened) -> None:
    desk = opened("年度")
    desk.put_cursor(2)
    desk.compose("shou")
    desk.bridge.do(set_text("overview", "本年度"), now=0)
    assert desk.edit.document().toPlainText() == "年度"
    assert desk.edit.document().firstBlock().layout().preeditAreaText() == "shou"
    desk.compose("")
    assert desk.edit.toPlainText() == desk.text == "本年度"


def test_typing_in_one_breath_is_one_undo(opened: Opened) -> None:
    desk = opened("开头。")
    desk.put_cursor(3)
    for words in ("收到", "申请", "五件。"):
        desk.commit(words)
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert desk.text == desk.edit.toPlainText() == "开头。"
    desk.key(Qt.Key.Key_Y, CONTROL)
    assert desk.text == desk.edit.toPlainText() == "开头。收到申请五件。"
    desk.key(Qt.Key.Key_Z, CONTROL)
    desk.key(Qt.Key.Key_Z, CONTROL, SHIFT)
    assert desk.text == "开头。收到申请五件。"
    assert not desk.edit.document().isUndoAvailable()


def test_undo_shows_its_place(opened: Opened) -> None:
    desk = opened("\n".join(f"第{number}段。" for number in range(200)))
    desk.put_cursor(2)
    desk.commit("改")
    end = len(desk.text)
    desk.put_cursor(end)
    assert desk.edit.verticalScrollBar().value() > 0
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert desk.edit.selected() == (2, 2)
    assert desk.edit.viewport().rect().contains(desk.edit.cursorRect())


def test_a_change_from_outside_keeps_the_place_of_what_is_read(opened: Opened) -> None:
    desk = opened("\n".join(f"第{number}段。" for number in range(200)))
    desk.put_cursor(len(desk.text) // 2)
    bar = desk.edit.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    value, revision = bar.value(), desk.edit.document().firstBlock().revision()
    place = desk.edit.selected()[0]
    desk.bridge.do(set_text("overview", desk.text[:place] + "（补充）" + desk.text[place:]), now=0)
    assert bar.value() == value
    assert desk.edit.selected() == (place + 4, place + 4)
    assert desk.edit.document().firstBlock().revision() == revision
    assert desk.edit.document().toPlainText() == desk.text


def test_no_loop(opened: Opened) -> None:
    desk = opened("开头")
    desk.put_cursor(2)
    desk.commit("。")
    assert len(desk.changes) == 1
    desk.bridge.do(set_text("overview", "别处改的"), now=0)
    assert len(desk.changes) == 2
    assert desk.session.revision == 2


def test_a_text_too_long_is_refused_and_not_lost(opened: Opened) -> None:
    desk = opened("短")
    said: list[str] = []
    desk.page.message.connect(said.append)
    desk.edit.insert_stored("长" * 500_000)
    assert "太长" in said[0]
    assert desk.edit.toPlainText() == desk.text == "短"


def test_other_kinds_of_line_ends_are_paragraphs(opened: Opened) -> None:
    desk = opened("一\r\n二\u2028三{{{{")
    assert desk.edit.document().blockCount() == 3
    desk.edit.select((3, 4))
    assert desk.edit.textCursor().selectedText() == "二"
    assert not desk.changes


def test_headings_are_bold_on_the_screen_only(opened: Opened) -> None:
    desk = opened("开头。\n（一）加大力度。公开信息。\n（二）收到{{applications.received.total}}件。其余。")
    assert [part for part, found in formats(desk.edit, 1) if found.fontWeight() > 400] == ["（一）加大力度。"]
    assert [part for part, found in formats(desk.edit, 2) if found.fontWeight() > 400] == ["（二）收到\ufffc件。"]
    assert not formats(desk.edit, 0)
    cursor = desk.edit.textCursor()
    cursor.setPosition(8)
    assert cursor.charFormat().fontWeight() <= 400


def test_findings_are_underlined_and_move_along(opened: Opened) -> None:
    desk = opened("开头。收到XX件，信息公开处理费。")
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    found = {part: format_ for part, format_ in formats(desk.edit, 0) if format_.underlineStyle() == wave}
    assert set(found) == {"XX", "信息公开处理费"}
    assert found["XX"].underlineColor() == theme().tokens.error
    assert found["信息公开处理费"].background().color() == theme().tokens.warn_tint
    desk.put_cursor(0)
    desk.commit("很长的一句，")
    assert {part for part, format_ in formats(desk.edit, 0) if format_.underlineStyle() == wave} == set(found)
    desk.bridge.recheck()
    assert {part for part, format_ in formats(desk.edit, 0) if format_.underlineStyle() == wave} == set(found)


def test_mending_takes_the_underline_away(opened: Opened) -> None:
    desk = opened("收到XX件。")
    desk.edit.select((2, 4))
    desk.commit("5")
    desk.bridge.recheck()
    assert not formats(desk.edit, 0)
    desk.key(Qt.Key.Key_Z, CONTROL)
    desk.bridge.recheck()
    assert [part for part, _ in formats(desk.edit, 0)] == ["XX"]


def test_only_paragraphs_with_changes_are_worked_out_again(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = opened("\n".join(f"第{number}段收到XX件。" for number in range(100)))
    worked: list[str] = []
    work = ProseHighlighter.highlightBlock

    def watch(highlighter: ProseHighlighter, text: str) -> None:
        worked.append(text)
        work(highlighter, text)

    monkeypatch.setattr(ProseHighlighter, "highlightBlock", watch)
    desk.put_cursor(1)
    desk.commit("新")
    desk.bridge.recheck()
    assert 1 <= len(worked) <= 4


def test_going_to_a_finding_explains_it(opened: Opened) -> None:
    desk = opened("开头。收到信息公开处理费。")
    finding = next(found for found in desk.session.findings if found.check == "N-01" and found.section == "overview")
    desk.page.go(Place("overview", span=finding.span))
    assert desk.edit.textCursor().selectedText() == "信息公开处理费"
    assert desk.edit.popover.isVisible()
    assert "信息处理费" in desk.edit.popover.accessibleName()
    assert desk.find("finding_line").accessibleName() == f"警告，{finding.message}"
    desk.key(Qt.Key.Key_Escape)
    assert not desk.edit.popover.isVisible()


def test_a_finding_is_dismissed_with_a_reason(opened: Opened) -> None:
    desk = opened("开头。收到信息公开处理费。")
    place = desk.edit.document().toPlainText().index("处理费")
    cursor = desk.edit.textCursor()
    cursor.setPosition(place)
    point = desk.edit.cursorRect(cursor).center()
    QTest.mouseClick(desk.edit.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert desk.edit.popover.isVisible()
    QTest.mouseClick(desk.find("popover_dismiss"), Qt.MouseButton.LeftButton)
    reason = desk.find("popover_reason")
    assert isinstance(reason, QLineEdit)
    QTest.keyClicks(reason, "quoted")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert [entry.reason for entry in desk.session.report.dismissed] == ["quoted"]
    assert not desk.edit.popover.isVisible()
    assert not formats(desk.edit, 0)


def test_an_error_cannot_be_dismissed(opened: Opened) -> None:
    desk = opened("收到XX件。")
    desk.page.go(Place("overview", span=(2, 4)))
    assert desk.edit.popover.isVisible()
    assert not desk.find("popover_dismiss").isVisible()


def test_a_tooltip_says_what_is_wrong(opened: Opened) -> None:
    desk = opened("收到XX件。")
    cursor = desk.edit.textCursor()
    cursor.setPosition(3)
    assert desk.edit.explanation(desk.edit.cursorRect(cursor).center()).startswith("错误：")
    assert desk.edit.explanation(QPoint(5, desk.edit.viewport().height() - 5)) == ""


def test_a_read_only_text(qapp: QApplication) -> None:
    assert qapp
    desk = Desk("overview", with_text(seed(), overview="收到申请。"), read_only=True)
    desk.edit.selectAll()
    desk.commit("别的")
    desk.key(Qt.Key.Key_Delete)
    desk.key(Qt.Key.Key_Return)
    desk.paste("别的")
    assert desk.text == desk.edit.toPlainText() == "收到申请。"
    assert not desk.find("insert_data").isEnabled()
    desk.close()


def test_the_context_menu_is_the_sessions(opened: Opened) -> None:
    desk = opened("收到")
    desk.put_cursor(2)
    desk.commit("申请")
    menu: QMenu = edit_menu(desk.edit, desk.bridge)
    actions = {action.text().partition("\t")[0]: action for action in menu.actions() if action.text()}
    assert list(actions) == ["撤销", "重做", "剪切", "复制", "粘贴", "全选"]
    assert [name for name in ("撤销", "重做", "剪切") if actions[name].isEnabled()] == ["撤销"]
    actions["撤销"].trigger()
    assert desk.text == "收到"


def test_zoom_and_theme_keep_text_and_marks(opened: Opened) -> None:
    desk = opened(f"收到XX件，{CHIP}件。")
    theme().set_zoom(150)
    theme().set_appearance("dark")
    QApplication.processEvents()
    assert desk.edit.toPlainText() == "收到XX件，\ufffc件。"
    assert not desk.changes
    marked = dict(formats(desk.edit, 0))
    assert marked["XX"].underlineColor() == theme().tokens.error
    assert desk.edit.document().defaultFont().pixelSize() == round(17 * 1.5)


def test_the_explanation_goes_with_its_words(opened: Opened) -> None:
    desk = opened("收到XX件。\n" + "其余。\n" * 60)
    desk.page.go(Place("overview", span=(2, 4)))
    place, bar = desk.edit.popover.pos(), desk.edit.verticalScrollBar()
    bar.setValue(20)
    assert desk.edit.popover.isVisible()
    assert desk.edit.popover.pos() == place - QPoint(0, 20)
    bar.setValue(bar.maximum())
    assert not desk.edit.popover.isVisible()
