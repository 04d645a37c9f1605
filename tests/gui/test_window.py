"""An open report: rail, findings, balance, undo, zoom, saving, in a real window with real keys."""

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from gui.controls.buttons import Button
from gui.controls.fields import Tick
from gui.editor.editor import ProseEdit
from gui.findings.item import FindingItem
from gui.look.theme import theme
from gui.pages.prose.page import ProsePage
from gui.pages.registry import Pages
from gui.services.last_places import LastPlaces
from gui.shell.rail import NARROW
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.checks.places import place_of
from model.drafts.draft import Draft, load, save
from model.drafts.file_names import key as place_key
from model.report.change import WHOLE, Place
from model.report.length import TEXT_LIMIT
from model.report.report import Report, TextId
from model.session.edits import set_agency, set_number, set_numbers, set_text, set_year
from tests.forms import FORM
from tests.gui.driving import commit, dialog, every, named, press, settle, wait, words

NOW = datetime(2025, 1, 9, 10, 2).astimezone()
OFF = "applications.unavailable_not_held.natural_person"


@pytest.fixture
def wizard(window: MainWindow, seed: Report) -> Wizard:
    """The seed, opened."""
    return opened(window, seed)


def opened(window: MainWindow, report: Report) -> Wizard:
    made = window.library.create(report, NOW)
    made.file.close()
    assert window.open_file(made.file.path)
    settle()
    assert window.wizard is not None
    return window.wizard


def key(window: MainWindow, code: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, code, modifier)
    settle()


def findings(wizard: Wizard) -> list[str]:
    return [item.finding.check for item in every(wizard.findings, FindingItem)]


def test_every_page_opens_from_the_rail(wizard: Wizard) -> None:
    for page in Pages(FORM).entries:
        press(wizard.rail, f"rail_{page}")
        assert wizard.page == page
        assert wizard.rail.items[page].isChecked()


def test_next_and_previous_walk_through(wizard: Wizard) -> None:
    for page in list(Pages(FORM).entries)[1:]:
        press(wizard.bottom, "next_page")
        assert wizard.page == page
    assert not named(wizard.bottom, QWidget, "next_page").isVisible()
    press(wizard.bottom, "previous_page")
    assert wizard.page == list(Pages(FORM).entries)[-2]


def test_a_broken_balance_shows_at_once_and_mending_clears_it(window: MainWindow, wizard: Wizard) -> None:
    press(wizard.rail, "rail_applications")
    wizard.bridge.do(set_number(OFF, 2))
    settle()
    assert "T3-01" in findings(wizard)
    assert "“自然人”一列不平。差 1 件：漏填了办理结果，还是确有 1 件仍在办理？" in words(wizard.findings)
    strip = named(wizard.bottom, QLabel, "balance_terms")
    assert strip.text() == "新收 5 ＋ 结转 0 ≠ 办结 4 ＋ 结转下年 0"
    key(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "T3-01" not in findings(wizard)
    assert strip.text() == "七列都平：新收 5 ＋ 结转 0 ＝ 办结 5 ＋ 结转下年 0"
    key(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert "T3-01" in findings(wizard)


def test_the_question_of_a_remainder_is_answered_in_one_click(wizard: Wizard) -> None:
    press(wizard.rail, "rail_applications")
    wizard.bridge.do(set_number(OFF, 2))
    settle()
    press(wizard.bottom, "balance_carry_out")
    assert wizard.bridge.session.report.count("applications.carried_out.natural_person") == 1
    assert "T3-01" not in findings(wizard)


def test_undo_jumps_to_the_place(window: MainWindow, wizard: Wizard) -> None:
    wizard.bridge.do(set_number(OFF, 2))
    wizard.show_page("overview")
    key(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert wizard.page == "applications"


def test_undo_and_redo_say_what_they_changed_also_where_nobody_looks(window: MainWindow, wizard: Wizard) -> None:
    def said() -> str:
        return named(wizard.bottom, QLabel, "message_words").text()

    wizard.bridge.do(set_text("problems", "改了的一句。"))
    wizard.bridge.do(set_number(OFF, 2))
    wizard.bridge.do(set_numbers({cell: 7 for cell in FORM.typed if cell.startswith("disclosure.licences")}))
    for expected in (
        "已撤销：表二 行政许可 / 处理决定",
        "已撤销：表三 本机关不掌握相关政府信息 / 自然人",
        "已撤销：五、问题及改进",
    ):
        key(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert said() == expected
    key(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert said() == "没有可以撤销的了。"
    key(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert said() == "已重做：五、问题及改进"


def test_f8_walks_through_the_findings(window: MainWindow, wizard: Wizard) -> None:
    wizard.bridge.do(set_number(OFF, 2))
    settle()
    visited = []
    for _ in wizard.bridge.session.findings:
        key(window, Qt.Key.Key_F8)
        visited.append(wizard.page)
    pages = list(Pages(FORM).entries)
    assert sorted(visited, key=pages.index) == sorted(
        (Pages(FORM).of_section(place_of(found).section).id for found in wizard.bridge.session.findings),
        key=pages.index,
    )
    before = wizard.page
    key(window, Qt.Key.Key_F8)
    assert wizard.page != before
    key(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert wizard.page == before


def test_a_warning_is_dismissed_with_a_reason(window: MainWindow, wizard: Wizard) -> None:
    wizard.show_page("overview")
    settle()
    finding = next(found for found in wizard.bridge.session.findings if found.severity == "warning")
    press(wizard.findings, f"dismiss_{finding.check}")
    asked = dialog(window)
    assert not named(asked, QWidget, "dismiss_save").isEnabled()
    commit(named(asked, QLineEdit, "dismiss_reason"), "已核对")
    press(asked, "dismiss_save")
    assert finding not in wizard.bridge.session.findings
    assert wizard.bridge.session.report.dismissed[0].reason == "已核对"


def test_a_reason_is_for_the_places_that_are_ticked(window: MainWindow, wizard: Wizard) -> None:
    """Three of one kind on one card: those that the reason is not true of are still said."""
    year = wizard.bridge.session.report.year - 1
    text = f"{year}年，加强平台建设。{year}年，完善制度。{year}年，开展培训。"
    wizard.bridge.do(set_text("overview", text))
    wizard.bridge.do(set_text("other_matters", f"{year}年，没有收取信息处理费。"))
    wizard.show_page("overview")
    settle()
    wait(lambda: wizard.findings.findChild(QWidget, "dismiss_Y-01") is not None)
    press(wizard.findings, "dismiss_Y-01")
    asked = dialog(window)
    ticks = [named(asked, Tick, f"dismiss_place_{number}") for number in range(3)]
    assert [tick.text() for tick in ticks] == [
        f"{year}年，加强平台建设。",
        f"{year}年，完善制度。",
        f"{year}年，开展培训。",
    ]
    for tick in ticks[1:]:
        QTest.mouseClick(tick, Qt.MouseButton.LeftButton)
    QTest.keyClicks(asked.focusWidget() or asked, "quoted")
    assert named(asked, Button, "dismiss_save").text() == "保存理由（1 处）"
    QTest.mouseClick(ticks[0], Qt.MouseButton.LeftButton)
    assert not named(asked, Button, "dismiss_save").isEnabled()
    QTest.mouseClick(ticks[0], Qt.MouseButton.LeftButton)
    press(asked, "dismiss_save")
    left = [found for found in wizard.bridge.session.findings if found.check == "Y-01"]
    assert [(found.section, found.span and text[found.span[0] : found.span[0] + 10]) for found in left[:2]] == [
        ("overview", f"{year}年，完善制度"),
        ("overview", f"{year}年，开展培训"),
    ]
    assert [found.section for found in left[2:]] == ["other_matters"]


def test_findings_fold_and_give_way(window: MainWindow, wizard: Wizard) -> None:
    wizard.show_page("applications")
    assert wizard.findings.width() == 320
    press(wizard.findings, "fold_findings")
    assert wizard.findings.width() == 44
    press(wizard.findings, "unfold_findings")
    assert wizard.findings.width() == 320
    press(wizard.findings, "fold_findings")
    count = next(label for label in every(wizard.findings, QLabel) if label.text().isdigit())
    QTest.mouseClick(count, Qt.MouseButton.LeftButton)
    settle()
    assert wizard.findings.width() == 320
    window.resize(1200, 760)
    settle()
    assert wizard.findings.width() == 44


def test_the_window_is_called_after_the_report_as_it_is_now(window: MainWindow, wizard: Wizard) -> None:
    wizard.bridge.do(set_agency(name="青禾市民政局"))
    wizard.bridge.do(set_year(2023))
    settle()
    assert window.windowTitle() == "青禾市民政局 2023 年度报告 — 年报助手"
    assert window.close_report()
    assert window.windowTitle() == "年报助手"


@pytest.mark.parametrize(("code", "zoom"), [(Qt.Key.Key_Plus, 110), (Qt.Key.Key_Minus, 90), (Qt.Key.Key_0, 100)])
def test_zoom_by_keys(window: MainWindow, wizard: Wizard, code: Qt.Key, zoom: int) -> None:
    assert wizard is window.wizard
    key(window, code, Qt.KeyboardModifier.ControlModifier)
    assert theme().zoom == zoom


@pytest.mark.parametrize("zoom", [80, 100, 150, 200])
@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_every_page_paints_at_every_zoom(wizard: Wizard, zoom: int, appearance: str) -> None:
    theme().set_zoom(zoom)
    theme().set_appearance(appearance)  # type: ignore[arg-type]
    for page in Pages(FORM).entries:
        wizard.show_page(page)
        settle()
        assert not wizard.grab().isNull()


def test_no_label_of_the_bars_is_cut(wizard: Wizard) -> None:
    for zoom in (80, 100, 150):
        theme().set_zoom(zoom)
        settle()
        for bar in (wizard.top, wizard.bottom, wizard.rail):
            for button in every(bar, QWidget):
                if button.objectName() and button.minimumSizeHint().isValid():
                    assert button.width() >= min(button.minimumSizeHint().width(), button.sizeHint().width()), (
                        zoom,
                        button.objectName(),
                    )


def test_saved_at_is_shown_and_the_file_follows(wizard: Wizard) -> None:
    wizard.bridge.do(set_number(OFF, 4))
    wait(lambda: not wizard.bridge.session.unsaved)
    assert load(wizard.path).report.count(OFF) == 4
    assert named(wizard.bottom, QLabel, "saved_words").text().startswith("已自动保存 ")


def test_closing_saves_and_gives_free(window: MainWindow, wizard: Wizard) -> None:
    path = wizard.path
    wizard.bridge.do(set_number(OFF, 4))
    window.close()
    assert load(path).report.count(OFF) == 4
    again = window.library.open(path, NOW)
    assert not again.read_only
    again.file.close()


def test_a_report_that_cannot_be_saved_keeps_the_window(window: MainWindow, wizard: Wizard) -> None:
    folder = wizard.path.parent
    folder.rename(folder.with_name("移走"))
    wizard.bridge.do(set_number(OFF, 4))
    window.close()
    asked = dialog(window)
    assert "还没存上" in words(asked)
    assert window.isVisible()
    folder.with_name("移走").rename(folder)
    press(asked, "answer_retry")
    assert load(folder / wizard.path.name).report.count(OFF) == 4


def test_blank_cells_are_filled_only_on_a_click(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed.with_number("disputes.review.upheld", None))
    wizard.show_page("disputes")
    settle()
    assert "T0-01" in findings(wizard)
    press(wizard.findings, "fill_zero_T0-01")
    assert wizard.bridge.session.report.blanks == ()
    assert "填了 1 格 0，可以撤销" in words(wizard.bottom)


def test_names_for_the_screen_reader(wizard: Wizard) -> None:
    for page in Pages(FORM).entries:
        wizard.show_page(page)
        settle()
        reached = [found for found in every(wizard, QWidget) if found.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert [found.objectName() for found in reached if not found.accessibleName()] == []


def test_a_report_is_opened_where_it_was_left(window: MainWindow, wizard: Wizard) -> None:
    assert wizard.page == "agency"
    for place, check in (
        (Place("applications", OFF), lambda page: page.current_cell == OFF),
        (Place("overview", span=(12, 12)), lambda page: page.editor.selected() == (12, 12)),
        (Place(WHOLE), lambda _page: True),
    ):
        again = window.wizard
        assert again is not None
        again.go(place)
        settle()
        path = again.path
        assert window.close_report()
        assert window.open_file(path)
        settle()
        assert window.wizard is not None
        assert window.wizard.page == Pages(FORM).of_section(place.section).id
        page = named(window.wizard, QWidget, f"page_{window.wizard.page}")
        assert check(page)
        assert page.isAncestorOf(QApplication.focusWidget() or window)


def test_a_remembered_place_behind_the_end_is_the_end(window: MainWindow, wizard: Wizard, tmp_path: Path) -> None:
    """The text was made shorter elsewhere, as by an earlier version that was put back; Qt would print a warning."""
    path, report = wizard.path, wizard.bridge.session.report
    assert window.close_report()
    cases: tuple[tuple[TextId, str], ...] = (
        ("overview", "短。"),
        ("overview", ""),
        ("problems", "甲乙𠀀"),
        ("problems", "表{{applications.received.total}}"),
    )
    for name, text in cases:
        LastPlaces(tmp_path / "data").keep(place_key(path), Place(name, span=(9999, 9999)))
        save(Draft(report.with_text(name, text), load(path).id, 9), path, NOW)
        assert window.open_file(path)
        settle()
        assert window.wizard is not None
        assert window.wizard.page == name
        page = named(window.wizard, ProsePage, f"page_{name}")
        assert page.editor.selected() == (len(text), len(text))
        assert window.close_report()


def test_a_paste_that_is_too_long_is_told_at_the_foot_of_the_window(wizard: Wizard) -> None:
    wizard.show_page("overview")
    settle()
    editor = named(wizard, ProseEdit, "prose_overview")
    before = wizard.bridge.session.report
    QApplication.clipboard().setText("贴错了。" * TEXT_LIMIT)
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert f"文字太长（{4 * TEXT_LIMIT} 字），一处最多 {TEXT_LIMIT} 字，没有放进来" in words(wizard.bottom)
    assert wizard.bridge.session.report is before


def test_the_zoom_stays_under_the_mouse(window: MainWindow, wizard: Wizard) -> None:
    wizard.show_page("overview")
    places = []
    for zoom in range(80, 201, 10):
        theme().set_zoom(zoom)
        settle()
        buttons = [named(wizard.bottom, QWidget, name) for name in ("zoom_out", "zoom_in")]
        places.append([window.width() - button.mapTo(window, button.rect().center()).x() for button in buttons])
    assert all(max(of_one) - min(of_one) <= 1 for of_one in zip(*places, strict=True))


@pytest.mark.parametrize("zoom", [80, 100, 120, 150, 200])
@pytest.mark.parametrize("today", [date(2024, 11, 20), date(2025, 2, 9), date(2026, 5, 1), date(2022, 5, 1)])
@pytest.mark.parametrize("width", [224, 232])
def test_the_days_left_are_never_cut(wizard: Wizard, zoom: int, today: date, width: int) -> None:
    theme().set_zoom(zoom)
    card = wizard.rail.deadline
    wizard.rail.set_narrow(narrow=width == NARROW)
    card.show_days(date(2025, 1, 31), today, published=False)
    settle()
    for label in every(card, QLabel):
        area = QFontMetrics(label.font()).boundingRect(
            label.contentsRect(), int(Qt.TextFlag.TextWordWrap), label.text()
        )
        assert label.contentsRect().contains(area) or wizard.rail.height() < theme().px(480)


def test_the_counter_is_never_cut(window: MainWindow, wizard: Wizard) -> None:
    wizard.show_page("overview")
    for width, zoom in ((1440, 100), (1280, 150), (1280, 200), (1000, 200), (900, 100)):
        window.resize(width, 720)
        theme().set_zoom(zoom)
        settle()
        counter = named(wizard.bottom, QWidget, "prose_counter")
        for label in every(counter, QLabel):
            assert label.width() >= QFontMetrics(label.font()).horizontalAdvance(label.text())
            assert label.geometry().right() < counter.width()


def test_saved_on_another_day_names_the_day(wizard: Wizard) -> None:
    wizard.bottom.show_saved(datetime(2025, 1, 20, 1, 30).astimezone())
    assert named(wizard.bottom, QLabel, "saved_words").text() == "2025年1月20日 保存"


def test_blank_cells_of_several_tables_are_all_named(window: MainWindow, seed: Report) -> None:
    blank = {"disputes.review.upheld": None, "applications.granted.research": None}
    wizard = opened(window, seed.with_numbers(blank))
    wizard.show_page("applications")
    settle()
    assert "表三 1 格、表四 1 格" in words(wizard.findings)
