"""Last year beside this year: figures, what follows from them, words that are taken over, and how it comes in."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from gui.grid.access import spoken
from gui.pages.prose.page import ProsePage
from gui.pages.review.page import ReviewPage
from gui.services.words import filled_words
from gui.session.bridge import Bridge
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.drafts.draft import Draft, save
from model.form.form import Value
from model.report.change import Place
from model.report.moved_years import moved_text
from model.report.report import Agency, PastReport, Report, Texts, new_report
from model.session.edits import set_number, set_text
from model.session.zero_fill import zero_fill
from model.structs import replace
from tests.forms import FORM
from tests.gui.driving import named, press, settle, wait, words
from tests.gui.grid.grid_tools import Desk, blank
from tests.gui.pages.review_tools import of_last_year, word_file

ROW = "disclosure.normative_documents."
NOW = datetime(2025, 1, 9, 10, 2).astimezone()
WORDS = """2023年，我局做了两件事。
（一）主动公开。2023年公开信息三十条，比2022年多五条。
（二）依申请公开。全年没有收到申请。"""


def after(numbers: Mapping[str, Value], text: str = "") -> Report:
    """A blank report with last year's beside it."""
    past = PastReport(FORM, 2023, numbers, Texts(overview=text))
    return replace(new_report(2024, Agency("云岭县水务局")), last_year=past)


@pytest.fixture
def desk(qapp: QApplication) -> Iterator[Desk]:
    """Table two with twelve documents in force last year."""
    assert qapp
    found = Desk("disclosure", after({f"{ROW}in_force": 12}))
    yield found
    found.window.close()


def test_the_proposal_follows_what_is_typed_and_enter_takes_it(desk: Desk) -> None:
    desk.go("normative_documents.issued")
    desk.type("3")
    desk.go("normative_documents.repealed")
    desk.type("1")
    desk.go("normative_documents.in_force")
    assert desk.value("normative_documents.in_force") is None
    assert "上年 12＋制发 3－废止 1，应为 14" in desk.page.line.words.text()
    assert spoken(desk.grid.readable, FORM.cells[f"{ROW}in_force"]).endswith("空，按上年应为 14")
    desk.press(Qt.Key.Key_Return)
    assert desk.value("normative_documents.in_force") == 14
    assert desk.page.line.words.text() == "已按上年填 14，可以撤销"
    desk.bridge.undo()
    assert desk.value("normative_documents.in_force") is None


def test_another_figure_is_just_typed_over_the_proposal(desk: Desk) -> None:
    desk.go("normative_documents.in_force")
    desk.type("9")
    desk.press(Qt.Key.Key_Return)
    assert desk.value("normative_documents.in_force") == 9


def test_the_mouse_takes_it_at_the_second_press_or_by_the_line(desk: Desk) -> None:
    desk.go("rules.issued")
    at = desk.grid.cell_rect(f"{ROW}in_force").center()
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(desk.grid.viewport(), button, keys, at)
    assert desk.value("normative_documents.in_force") is None
    QTest.qWait(QApplication.doubleClickInterval() + 50)
    QTest.mouseClick(desk.grid.viewport(), button, keys, at)
    assert desk.value("normative_documents.in_force") == 12
    desk.bridge.undo()
    settle()
    press(desk.page, "take_proposal")
    assert desk.value("normative_documents.in_force") == 12


def test_filling_with_zero_says_what_it_did(desk: Desk) -> None:
    press(desk.page, "fill_zero")
    assert desk.page.line.words.text() == "填了 9 格 0；现行有效按上年填 12，可以撤销"


def test_a_ghost_is_painted_and_gone_once_there_is_a_figure(desk: Desk) -> None:
    before = _is_blue(desk)
    desk.bridge.do(set_number(f"{ROW}in_force", 12))
    QApplication.processEvents()
    assert before
    assert not _is_blue(desk)


def _is_blue(desk: Desk) -> bool:
    """Whether something in the cell of what is in force is in the accent's colour."""
    image = desk.grid.viewport().grab(desk.grid.cell_rect(f"{ROW}in_force").adjusted(4, 4, -4, -4)).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return any(pixel.blue() - pixel.red() > 80 for pixel in pixels)


def test_without_last_year_the_switch_asks_for_it(qapp: QApplication) -> None:
    assert qapp
    desk = Desk("disclosure", blank())
    asked: list[bool] = []
    desk.page.last_year_wanted.connect(lambda: asked.append(True))
    press(desk.page, "show_last_year")
    assert asked == [True]
    desk.window.close()


@pytest.fixture
def page(qapp: QApplication) -> Iterator[tuple[ProsePage, Bridge]]:
    """The overview beside last year's."""
    assert qapp
    desk = Desk("disclosure", after({}, WORDS))
    shown = ProsePage("overview", desk.bridge)
    desk.bridge.changed.connect(shown.apply)
    shown.resize(1100, 700)
    shown.show()
    settle()
    yield shown, desk.bridge
    shown.close()
    desk.window.close()


def test_a_paragraph_is_taken_with_its_years_moved_and_marked_until_edited(page: tuple[ProsePage, Bridge]) -> None:
    shown, bridge = page
    view = named(shown, QWidget, "last_year_text")
    QTest.keyClick(view, Qt.Key.Key_Down)
    press(shown, "take_paragraph")
    text = bridge.session.report.text.overview
    assert text == "（一）主动公开。2024年公开信息三十条，比2023年多五条。"
    assert shown._taken.text() == "1 段带自上年，还没改"
    assert _marked(shown)
    bridge.do(set_text("overview", text.replace("三十条，比2023年多五条", "四十条")), now=0)
    shown._compare()
    assert not shown._taken.text()
    bridge.undo()
    bridge.undo()
    assert bridge.session.report.text.overview == ""


def test_last_years_pane_turns_to_what_the_cursor_is_in(page: tuple[ProsePage, Bridge]) -> None:
    shown, bridge = page
    assert shown.last_year is not None
    view = shown.last_year._view
    lines = ("（一）依申请公开。", "没有收到过什么别的申请。", "（二）主动公开。2024年公开信息三十条，比2023年多五条。")
    bridge.do(set_text("overview", "\n".join(lines)))
    begins = [sum(map(len, lines[:at])) + at for at in range(len(lines))]
    for line, paragraph in ((2, 1), (0, 2), (1, 2)):
        shown.go(Place("overview", span=(begins[line], begins[line] + 3)))
        shown._moved.timeout.emit()
        assert view.paragraph == paragraph, "the same clauses, the same heading, and else where it was"
    QTest.keyClick(view, Qt.Key.Key_Up)
    view.setFocus()
    shown.go(Place("overview", span=(begins[0], begins[0] + 3)))
    assert view.paragraph == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (WORDS, "已带入，年份往后移了 1 年。请按今年的情况改写，可以撤销。"),
        ("自2019年起每季开展培训。", "已带入。请按今年的情况改写，可以撤销。"),
    ],
    ids=["moved", "none"],
)
def test_what_was_done_with_the_years_is_said_as_it_is(qapp: QApplication, text: str, said: str) -> None:
    assert qapp
    desk = Desk("disclosure", after({}, text))
    shown, heard = ProsePage("overview", desk.bridge), list[str]()
    shown.message.connect(heard.append)
    shown._take(-1)
    assert heard == [said]
    desk.window.close()


def test_zeros_leave_out_what_cannot_be_nothing_and_say_so(qapp: QApplication) -> None:
    assert qapp
    older = PastReport(FORM, 2021, {f"{ROW}in_force": 12}, Texts())
    report = replace(new_report(2024, Agency("云岭县水务局")), last_year=older)
    desk, asked = Desk("disclosure", report), "现行有效没有填，请按今年实际填写"
    filled = zero_fill(desk.bridge.session.report, "disclosure")
    desk.bridge.do(filled.edit)
    assert filled.left_blank == {f"{ROW}in_force"}
    now = desk.bridge.session.report
    assert filled_words(filled, now) == f"填了 9 格 0，可以撤销。{asked}"
    assert filled_words(zero_fill(now, "disclosure"), now) == asked
    desk.window.close()


def test_the_whole_is_only_taken_where_nothing_is_written(page: tuple[ProsePage, Bridge]) -> None:
    shown, bridge = page
    every = named(shown, QAbstractButton, "take_all")
    press(shown, "take_all")
    assert bridge.session.report.text.overview == moved_text(bridge.session.report, "overview")
    wait(lambda: not every.isEnabled())
    assert "一段一段" in every.toolTip()


def _marked(shown: ProsePage) -> bool:
    ground: Any = shown.editor.document().firstBlock().layout().formats()
    from gui.look.theme import theme

    return any(found.format.background().color() == theme().tokens.same for found in ground)


def put(window: MainWindow, report: Report, name: str) -> Path:
    path = window.library.folder / f"{name}.nianbao"
    path.parent.mkdir(parents=True, exist_ok=True)
    save(Draft(report), path, NOW)
    window.show_start()
    settle()
    return path


def test_a_draft_of_last_year_is_offered_first_and_needs_no_reading(window: MainWindow, seed: Report) -> None:
    put(window, of_last_year(seed), "去年")
    press(window, "from_last_year")
    menu = named(window.start, QMenu, "past_menu")
    assert menu.actions()[0].text() == f"本机的 2023 年度报告 · {seed.agency.name}"
    assert menu.activeAction() is menu.actions()[0]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    wait(lambda: isinstance(window.wizard, Wizard))
    assert window.wizard is not None
    report = window.wizard.bridge.session.report
    assert (report.year, report.agency.name) == (2024, seed.agency.name)
    assert report.last_year is not None
    assert report.last_year.text.overview
    assert not report.text.overview


def test_last_year_comes_into_an_open_report_as_one_undo(window: MainWindow, seed: Report, tmp_path: Path) -> None:
    mine = new_report(2024, Agency("云岭县水务局")).with_number("applications.carried_in.natural_person", 5)
    window.open_file(put(window, mine, "今年"))
    assert window.wizard is not None
    bridge = window.wizard.bridge
    past = of_last_year(seed).with_numbers(
        {f"applications.carried_out.{end}": 2 for end in ("natural_person", "research")}
    )
    window.importing.take_as_last_year(word_file(past, tmp_path))
    wait(lambda: isinstance(window.importing.page, ReviewPage))
    press(window, "accept_compare")
    assert window.importing.page is None
    report = bridge.session.report
    assert report.last_year is not None
    assert report.last_year.year == 2023
    assert report.value("applications.carried_in.natural_person") == 5
    assert report.value("applications.carried_in.research") == 2
    assert report.agency.name == "云岭县水务局"
    window.wizard.go(Place("overview"))
    settle()
    assert "2023 年的这一部分" in words(window.wizard)
    bridge.undo()
    assert bridge.session.report == mine


def test_a_file_dropped_on_an_open_report_is_offered_as_its_last_year(
    window: MainWindow, seed: Report, tmp_path: Path
) -> None:
    window.open_file(put(window, new_report(2024, Agency("云岭县水务局")), "今年"))
    window.importing.take(word_file(of_last_year(seed), tmp_path))
    wait(lambda: isinstance(window.importing.page, ReviewPage))
    found = window.importing.page
    assert isinstance(found, ReviewPage)
    assert found.primary.text() == "用作上年报告"
    assert found.findChild(QAbstractButton, "accept_next") is not None
    press(found, "review_cancel")
    assert window.wizard is not None
    assert window.wizard.isVisible()
