"""The page around the editor: heading, counter, prompts, findings of the whole, last year; and any edits at all."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from gui.editor.clipboard import STORED
from gui.editor.document import ProseDocument
from gui.editor.view import ProseView
from model.report.change import Place
from model.report.report import PastReport, Report, Texts
from model.session.edits import set_number, set_text
from model.structs import replace
from tests.forms import FORM
from tests.gui.driving import wait
from tests.gui.editor.prose_tools import CHIP, Desk, formats, sample, seed, with_text

CONTROL = Qt.KeyboardModifier.ControlModifier
PAST = "2023年，{{applications.received.total}}件。认真贯彻决策部署的各项要求，提高标准。"
NOW = "2024年，认真贯彻决策部署的各项要求，收到XX件。"


def beside(past: str = PAST, now: str = NOW) -> Report:
    numbers = {"applications.received.natural_person": 3}
    last_year = PastReport(FORM, 2023, numbers=numbers, text=Texts(overview=past))
    return replace(with_text(seed(), overview=now), last_year=last_year)


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    assert qapp
    opened = Desk("overview", beside())
    yield opened
    opened.close()


def _click(desk: Desk, name: str) -> None:
    QTest.mouseClick(desk.find(name), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def _past(desk: Desk) -> ProseView:
    view = desk.find("last_year_text")
    assert isinstance(view, ProseView)
    return view


def _marked(view: ProseView) -> list[str]:
    return [words for words, _ in formats(view)]


def _labels(desk: Desk) -> list[str]:
    labels: Any = desk.page.findChildren(QLabel)
    return [label.text() for label in labels]


def test_heading_and_names(desk: Desk) -> None:
    assert "一、总体情况" in _labels(desk)
    for widget in (desk.page, desk.edit, desk.page.counter):
        assert widget.objectName()
        assert widget.accessibleName()
    buttons: Any = desk.page.findChildren(QAbstractButton)
    assert all(button.accessibleName() for button in buttons)


def test_the_counter_follows(desk: Desk) -> None:
    assert desk.page.counter.words == "26 / 1000 字"
    desk.put_cursor(0)
    desk.commit("又 二")
    assert desk.page.counter.words == "28 / 1000 字"


@pytest.mark.parametrize("text_id", ["problems", "other_matters"])
def test_other_sections_have_no_limit(qapp: QApplication, text_id: str) -> None:
    assert qapp
    desk = Desk(text_id, with_text(sample(), **{text_id: "一二 三"}))
    assert desk.page.counter.words == "3 字"
    assert not desk.find("compare_last_year").isVisible()
    desk.close()


def test_prompts_are_painted_and_never_text(qapp: QApplication) -> None:
    assert qapp
    desk = Desk("overview", with_text(seed(), overview=""))
    empty = desk.edit.grab().toImage()
    assert desk.edit.toPlainText() == desk.text == ""
    desk.edit.set_prompts(())
    assert desk.edit.grab().toImage() != empty
    desk.edit.selectAll()
    desk.key(Qt.Key.Key_C, CONTROL)
    desk.commit("字")
    assert desk.text == "字"
    desk.close()


def test_prompts_under_the_text_can_be_scrolled_to(qapp: QApplication) -> None:
    assert qapp
    desk = Desk("overview", with_text(seed(), overview="主动公开信息。\n" * 30))
    high = desk.edit.document().size().height()
    desk.edit.set_prompts(())
    assert desk.edit.document().size().height() < high
    desk.close()


def test_findings_of_the_whole_are_above(desk: Desk) -> None:
    assert desk.find("finding_S-06").isVisible()
    assert "依申请公开" in desk.find("finding_S-06").accessibleName()
    desk.edit.selectAll()
    desk.key(Qt.Key.Key_Delete)
    desk.bridge.recheck()
    assert desk.find("finding_S-14").accessibleName() == "错误，第一部分还是空的，请写总体情况。"


def test_going_to_a_place(desk: Desk) -> None:
    start = NOW.index("XX")
    desk.page.go(Place("overview", span=(6, 8)))
    assert desk.edit.selected() == (8, 8)
    assert desk.edit.hasFocus()
    desk.page.go(Place("overview", span=(start, start + 2)))
    assert desk.edit.textCursor().selectedText() == "XX"
    desk.page.go(Place("overview"))
    assert desk.edit.selected() == (start, start + 2)


def test_undo_is_left_to_a_shortcut_of_the_window(desk: Desk) -> None:
    desk.bridge.do(set_number("applications.received.natural_person", 77))
    pressed: list[str] = []
    for keys in ("Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"):
        QShortcut(QKeySequence(keys), desk.window).activated.connect(lambda keys=keys: pressed.append(keys))
    desk.key(Qt.Key.Key_Z, CONTROL)
    desk.key(Qt.Key.Key_Y, CONTROL)
    desk.key(Qt.Key.Key_Z, CONTROL, Qt.KeyboardModifier.ShiftModifier)
    assert pressed == ["Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"]
    assert desk.session.report.count("applications.received.natural_person") == 77


def test_numbers_for_headings(desk: Desk) -> None:
    desk.put_cursor(4)
    _click(desk, "insert_heading")
    assert desk.text == f"（一）{NOW}"
    desk.key(Qt.Key.Key_End, CONTROL)
    desk.key(Qt.Key.Key_Return)
    _click(desk, "insert_heading")
    assert desk.text == f"（一）{NOW}\n（二）"
    desk.commit("加大力度。")
    assert desk.text.endswith("\n（二）加大力度。")
    _click(desk, "insert_heading")
    assert desk.text.endswith("\n加大力度。")
    for _ in range(3):
        _click(desk, "insert_heading")
    assert desk.text.endswith("\n（二）加大力度。")


def test_last_year_is_shown_with_its_own_figures(desk: Desk) -> None:
    assert _past(desk).toPlainText() == PAST.replace(CHIP, "3")
    assert _past(desk).isReadOnly()
    assert desk.find("last_year").width() == 424


def test_the_same_words_are_marked_on_both_sides(desk: Desk) -> None:
    assert _marked(_past(desk)) == ["认真贯彻决策部署的各项要求，"]
    assert _marked(desk.edit) == ["认真贯彻决策部署的各项要求，", "XX"]
    desk.put_cursor(NOW.index("贯彻"))
    desk.commit("全面")
    assert _marked(desk.edit) == ["XX"]
    wait(lambda: _marked(_past(desk)) == [])


def test_last_year_is_taken_over_by_copy_only(desk: Desk) -> None:
    past = _past(desk)
    past.setFocus()
    QTest.keyClick(past, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(past, Qt.Key.Key_C, CONTROL)
    QTest.keyClick(past, Qt.Key.Key_X, CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == bytes(data.data(STORED).data()).decode() == PAST.replace(CHIP, "3")
    assert past.toPlainText() == PAST.replace(CHIP, "3")
    assert not desk.changes


def test_folding_last_year(desk: Desk) -> None:
    _click(desk, "fold_last_year")
    assert desk.find("last_year").width() == 44
    assert _marked(desk.edit) == ["XX"]
    beside = desk.find("compare_last_year")
    assert isinstance(beside, QAbstractButton)
    assert not beside.isChecked()
    _click(desk, "unfold_last_year")
    assert desk.find("last_year").width() == 424
    assert beside.isChecked()
    assert len(_marked(desk.edit)) == 2
    _click(desk, "compare_last_year")
    assert desk.find("last_year").width() == 44


@pytest.mark.parametrize("past", ["", " \n"])
def test_nothing_beside_without_last_year(qapp: QApplication, past: str) -> None:
    assert qapp
    desk = Desk("overview", beside(past))
    assert desk.window.findChild(QWidget, "last_year") is None
    assert not desk.find("compare_last_year").isVisible()
    desk.close()


_DOINGS = st.one_of(
    st.tuples(st.just("commit"), st.sampled_from(["申请", "𠮷", "😀。", "{{", "}}", "a", CHIP, "{{no.such}}"])),
    st.tuples(st.just("paste"), st.sampled_from(["一\r\n二", CHIP, f"　{CHIP}{CHIP}\u200b", "\u2029", "{{{{"])),
    st.tuples(st.just("key"), st.sampled_from([Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete])),
    st.tuples(st.just("control"), st.sampled_from([Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_X, Qt.Key.Key_V])),
    st.tuples(st.just("select"), st.tuples(st.integers(0, 99), st.integers(0, 99))),
    st.tuples(st.just("outside"), st.sampled_from(["", "收到𠮷件。", f"一{CHIP}\n{{{{ {CHIP[2:-2]} }}}}二"])),
)


def _do(desk: Desk, doing: str, what: object) -> None:
    if doing == "commit":
        desk.commit(str(what))
    elif doing == "paste":
        desk.paste(str(what))
    elif doing == "outside":
        desk.bridge.do(set_text("overview", str(what)), now=0)
    elif isinstance(what, tuple):
        start, end = sorted(place * len(desk.text) // 99 for place in what)
        desk.edit.select((start, end))
    elif isinstance(what, Qt.Key):
        desk.key(what, *([CONTROL] if doing == "control" else []))


@settings(max_examples=30)
@given(st.lists(_DOINGS, min_size=1, max_size=12))
def test_whatever_is_done_screen_and_session_agree(doings: list[tuple[str, object]]) -> None:
    assert QApplication.instance()
    desk = Desk("overview", with_text(seed(), overview=f"收到{CHIP}件，𠮷{{{{no.such}}}}。\n（一）办结。"))
    for doing, what in doings:
        _do(desk, doing, what)
        document = desk.edit.document()
        assert isinstance(document, ProseDocument)
        assert desk.edit.stored == desk.text
        assert document.shown == document.read_whole()
        assert document.stored() == desk.text
    desk.close()


def test_this_year_keeps_the_larger_part(desk: Desk) -> None:
    desk.window.resize(700, 600)
    QApplication.processEvents()
    assert desk.find("last_year").width() < desk.edit.width()
    _click(desk, "fold_last_year")
    assert desk.find("last_year").width() == 44
