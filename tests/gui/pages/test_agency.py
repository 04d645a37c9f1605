"""单位信息: fields that send their edits, a preamble that follows until it is written by hand, the layout's choices."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QTableView,
    QTextEdit,
    QWidget,
)

from export.content import title_lines
from gui.look.theme import theme
from gui.pages.agency.opening_preview import OpeningPreview
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.language.contact import contact_problem
from model.report import preamble
from model.report.change import Place
from model.report.length import LINE_LIMIT, TITLE_LIMIT
from model.report.report import Agency, Report, new_report
from model.session.edits import set_agency
from model.structs import replace
from tests.gui.driving import commit, every, named, press, settle, words
from tests.gui.test_window import opened


@pytest.fixture
def wizard(window: MainWindow) -> Wizard:
    """A report that has just been begun."""
    report = new_report(2024, Agency("云岭县水务局", type="department"))
    return opened(window, report.with_text("preamble", preamble.compose(report)))


@pytest.fixture
def finished(window: MainWindow, seed: Report) -> Wizard:
    """The seed, opened."""
    return opened(window, seed)


def report(wizard: Wizard) -> Report:
    return wizard.bridge.session.report


def retype(wizard: Wizard, name: str, text: str) -> None:
    field = named(wizard, QLineEdit, name)
    field.selectAll()
    if text.isascii():
        field.setFocus()
        QTest.keyClicks(field, text)
        settle()
    else:
        commit(field, text)


@pytest.mark.parametrize(("field", "limit"), [("report_title", TITLE_LIMIT), ("agency_office", LINE_LIMIT)])
def test_a_line_that_is_too_long_is_refused_in_words(wizard: Wizard, field: str, limit: int) -> None:
    before = report(wizard)
    line = named(wizard, QLineEdit, field)
    QApplication.clipboard().setText("长" * (limit + 1))
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert f"最多 {limit} 字" in words(wizard)
    assert replace(report(wizard), as_typed={}) == replace(before, as_typed={})
    assert report(wizard).as_typed == {field.partition("_")[2]: "长" * (limit + 1)}
    assert line.text() == "长" * (limit + 1)
    retype(wizard, field, "短\u202e的")
    assert not report(wizard).as_typed.get(field.partition("_")[2])
    assert f"最多 {limit} 字" not in words(wizard)
    kept = report(wizard).title if field == "report_title" else report(wizard).agency.office
    assert kept == "短的"


def test_fields_send_what_is_typed(wizard: Wizard) -> None:
    retype(wizard, "agency_address", "清源路8号")
    retype(wizard, "agency_phone", "0123-1234567")
    retype(wizard, "report_year", "2025")
    press(wizard, "agency_type_government")
    press(wizard, "agency_level_city")
    press(wizard, "agency_consolidated")
    agency = report(wizard).agency
    assert (agency.address, agency.phone, report(wizard).year) == ("清源路8号", "0123-1234567", 2025)
    assert (agency.type, agency.level, agency.consolidated) == ("government", "city", True)
    assert "3 月 31 日前公布" in words(wizard)


def test_the_preamble_follows_until_it_is_written_by_hand(wizard: Wizard) -> None:
    retype(wizard, "agency_phone", "0123-1234567")
    assert "电话：0123-1234567" in report(wizard).text.preamble
    shown = named(wizard, QTextEdit, "opening_preview_text")
    assert "电话：0123-1234567" in shown.toPlainText()
    press(wizard, "edit_preamble")
    editor = named(wizard, QTextEdit, "prose_preamble")
    editor.selectAll()
    commit(editor, "自己写的引言。")
    assert report(wizard).text.preamble == "自己写的引言。"
    retype(wizard, "agency_phone", "0123-7654321")
    assert report(wizard).text.preamble == "自己写的引言。"
    press(wizard, "compose_preamble")
    assert "电话：0123-7654321" in report(wizard).text.preamble


def test_one_undo_takes_back_field_and_preamble(wizard: Wizard) -> None:
    before = report(wizard)
    retype(wizard, "agency_phone", "1")
    QTest.keyClick(named(wizard, QLineEdit, "agency_phone"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert (report(wizard).agency, report(wizard).text) == (before.agency, before.text)
    assert named(wizard, QLineEdit, "agency_phone").text() == ""


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("report_year", "1999", "填四位年份"),
        ("line_pt", "很宽", "填 28 到 30"),
        ("deadline", "2025-13-40", "写成 2025年1月15日"),
        ("hand_in_by", "月底前", "写成 2025年1月15日"),
    ],
)
def test_what_cannot_be_is_said_kept_as_typed_and_an_error_until_it_is_put_right(
    wizard: Wizard, name: str, text: str, line: str
) -> None:
    before = report(wizard)
    retype(wizard, name, text)
    assert line in words(wizard)
    assert (report(wizard).year, report(wizard).layout, report(wizard).deadline) == (2024, before.layout, None)
    assert list(report(wizard).as_typed.items()) == [(name.removeprefix("report_"), text)]
    assert [found.check for found in wizard.bridge.session.findings if found.section == "agency"] == ["R-02"]
    assert named(wizard, QLabel, "status_words").text().startswith(("还没填", "请核对"))
    assert wizard.bridge.session.state("agency").errors == 1
    QTest.keyClick(named(wizard, QLineEdit, name), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert report(wizard).as_typed.get(name.removeprefix("report_")) is None
    assert named(wizard, QLineEdit, name).text() != text


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2027年1月15日", date(2027, 1, 15)),
        ("2027/1/15", date(2027, 1, 15)),
        ("2027-1-15", date(2027, 1, 15)),
        ("2027.1.15", date(2027, 1, 15)),
        ("二〇二七年一月十五日", date(2027, 1, 15)),
        ("1月15日", date(2025, 1, 15)),
        ("20270115", date(2027, 1, 15)),
        ("２０２７年１月３１号", date(2027, 1, 31)),
    ],
)
def test_a_day_is_read_as_people_write_it_and_shown_after_reopening(
    window: MainWindow, seed: Report, typed: str, day: date
) -> None:
    wizard = opened(window, replace(seed, layout=replace(seed.layout, signature=True)))
    for name in ("signature_date", "deadline", "hand_in_by"):
        retype(wizard, name, typed)
    named(wizard, QLineEdit, "agency_name").setFocus()
    found = report(wizard)
    assert (found.layout.signature_date, found.deadline, found.hand_in_by) == (day, day, day)
    assert named(wizard, QLineEdit, "deadline").text() == f"{day.year}年{day.month}月{day.day}日"
    path = wizard.path
    window.close_report()
    window.open_file(path)
    assert window.wizard is not None
    window.wizard.go(Place("agency"))
    settle()
    assert named(window.wizard, QLineEdit, "signature_date").text() == f"{day.year}年{day.month}月{day.day}日"


def test_a_day_is_picked_from_the_calendar_by_keys(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed)
    line = named(wizard, QLineEdit, "deadline")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    (view,) = every(every(line, QCalendarWidget)[0], QTableView)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    settle()
    assert report(wizard).deadline == date(2025, 1, 16)
    assert line.text() == "2025年1月16日"


def test_an_empty_name_is_refused(wizard: Wizard) -> None:
    field = named(wizard, QLineEdit, "agency_name")
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    settle()
    assert "请填写机关全称" in words(wizard)
    assert report(wizard).agency.name
    assert "R-02" in [found.check for found in wizard.bridge.session.findings]


def test_layout_choices(wizard: Wizard) -> None:
    retype(wizard, "line_pt", "28")
    retype(wizard, "deadline", "2025-01-20")
    press(wizard, "title_order_year_first")
    press(wizard, "signature")
    layout = report(wizard).layout
    assert (layout.line_pt, layout.title_order, layout.signature) == (Decimal(28), "year_first", True)
    assert report(wizard).deadline == date(2025, 1, 20)


def test_a_stroke_for_no_rules_can_be_chosen_where_there_can_be_none(wizard: Wizard) -> None:
    wizard.bridge.do(set_agency(type="department", level="county"))
    settle()
    press(wizard, "rules_slash")
    assert report(wizard).layout.rules_slash
    press(wizard, "rules_slash")
    wizard.bridge.do(set_agency(type="government", level="province"))
    settle()
    assert not named(wizard, QWidget, "rules_slash").isEnabled()
    assert "不能制定规章的机关" in words(named(wizard, QWidget, "check_form"))


def test_an_own_title_stays_until_it_is_given_up(wizard: Wizard) -> None:
    retype(wizard, "report_title", "2024年云岭县水务局政府信息公开工作年度报告")
    assert report(wizard).title == "2024年云岭县水务局政府信息公开工作年度报告"
    press(wizard, "compose_title")
    assert report(wizard).title is None
    assert named(wizard, QLineEdit, "report_title").text() == report(wizard).title_text


def test_says_what_is_missing(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, replace(seed, agency=replace(seed.agency, phone="", type="")))
    assert named(wizard, QLabel, "status_words").text() == "还没填：电话、机关类型"


@pytest.mark.parametrize(
    ("name", "wrong", "right", "line"),
    [
        ("name", "135日", "青禾市民政局", "不像机关的名称"),
        ("postcode", "12345", "123456", "邮编是 6 位数字"),
        ("phone", "12", "0123-1234567", "不像电话号码"),
        ("email", "gk.example.cn", "gk@example.cn", "不像邮箱地址"),
    ],
)
def test_a_doubtful_contact_is_named_and_not_called_done(
    finished: Wizard, name: str, wrong: str, right: str, line: str
) -> None:
    wizard = finished
    status = named(wizard, QLabel, "status_words")
    assert status.text() == "必填的都填好了"
    retype(wizard, f"agency_{name}", wrong)
    named(wizard, QLineEdit, "agency_name" if name != "name" else "agency_phone").setFocus()
    settle()
    assert getattr(report(wizard).agency, name) == wrong
    assert line in words(named(wizard, QWidget, "agency_form"))
    assert status.text().startswith("请核对：")
    retype(wizard, f"agency_{name}", right)
    assert line not in words(named(wizard, QWidget, "agency_form"))
    assert status.text() == "必填的都填好了"


def test_nothing_is_said_while_a_postcode_is_still_being_typed(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed)
    retype(wizard, "agency_postcode", "123")
    assert "邮编是 6 位数字" not in words(named(wizard, QWidget, "agency_form"))


@pytest.mark.parametrize("phone", ["0431-89682735", "（0431）89682735", "13800138000", "12345", "89682735、89682736"])
def test_usual_telephone_numbers_are_fine(phone: str) -> None:
    assert contact_problem("phone", phone) == ""


def test_optional_fields_all_say_so(wizard: Wizard) -> None:
    said = words(named(wizard, QWidget, "agency_form"))
    for label in ("简称", "传真", "电子邮箱", "联系科室"):
        assert f"{label}（可不填）" in said


@pytest.mark.parametrize("zoom", [80, 100, 150, 200])
def test_title_lines_of_the_opening_are_not_broken(window: MainWindow, seed: Report, zoom: int) -> None:
    theme().set_zoom(zoom)
    window.resize(1280 * zoom // 100, 720 * zoom // 100)
    agency = replace(seed.agency, name="云岭县住房和城乡建设管理局")
    wizard = opened(window, replace(seed, agency=agency))
    settle()
    document = named(wizard, QTextEdit, "opening_preview_text").document()
    lines = title_lines(report(wizard))
    assert [document.findBlockByNumber(number).text() for number in range(len(lines))] == list(lines)
    assert [document.findBlockByNumber(number).layout().lineCount() for number in range(len(lines))] == [1] * len(lines)


@pytest.mark.usefixtures("qapp")
def test_a_line_too_long_for_the_opening_in_its_smallest_type_is_folded_by_meaning(seed: Report) -> None:
    sheet = OpeningPreview()
    sheet.resize(theme().px(220), 400)
    sheet.show_report(replace(seed, title="青山县审计局2024年政府信息工作年度报告"))
    document = named(sheet, QTextEdit, "opening_preview_text").document()
    blocks = [document.findBlockByNumber(number) for number in range(2)]
    assert [block.text() for block in blocks] == ["青山县审计局", "2024年政府信息工作年度报告"]


@pytest.mark.parametrize(("width", "zoom", "fits"), [(1280, 200, True), (1440, 100, True), (1024, 200, False)])
def test_nothing_of_the_form_is_cut_at_the_right(
    window: MainWindow, seed: Report, width: int, zoom: int, fits: bool
) -> None:
    theme().set_zoom(zoom)
    window.resize(width, 720)
    wizard = opened(window, seed)
    area = named(wizard, QWidget, "agency_form").parentWidget()
    while not isinstance(area, QScrollArea):
        assert area is not None
        area = area.parentWidget()
    settle()
    content = area.widget()
    assert content.width() - area.viewport().width() == area.horizontalScrollBar().maximum()
    assert (area.horizontalScrollBar().maximum() == 0) == fits
    for form in ("agency_form", "layout_form"):
        for part in every(named(wizard, QWidget, form), QWidget):
            assert part.mapTo(content, part.rect().topRight()).x() < content.width(), part.objectName()
            assert part.width() >= part.minimumSizeHint().width(), part.objectName()


def test_choices_that_have_no_room_beside_each_other_stand_in_rows(window: MainWindow, seed: Report) -> None:
    theme().set_zoom(200)
    window.resize(1280, 720)
    choices = every(named(opened(window, seed), QWidget, "agency_type"), QRadioButton)
    assert len({choice.y() for choice in choices}) == 2
    theme().set_zoom(100)
    settle()
    assert len({choice.y() for choice in choices}) == 1
