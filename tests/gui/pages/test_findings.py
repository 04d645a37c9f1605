"""校验结果 beside the page: groups, cures, filter, and the walk through what is shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from gui.controls.buttons import Button
from gui.editor.editor import ProseEdit
from gui.findings.filter import SeverityToggle
from gui.findings.item import FindingItem
from gui.pages.prose.page import ProsePage
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.report.report import Evidence, Report, Source
from model.session.edits import set_number, set_text
from model.structs import replace
from tests.gui.driving import commit, dialog, every, named, press, settle, wait, words
from tests.gui.test_window import OFF, opened

SLIPS = "截止6月底，开展培训。。\n截止12月31日，发布信息12 条，，完成任务。\n截止到年末，全年收到申请5件。。"
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def wizard(window: MainWindow, seed: Report) -> Wizard:
    """Slips of two kinds in one text, and a column out of balance."""
    made = opened(window, seed.with_text("overview", SLIPS).with_number(OFF, 2))
    made.show_page("overview")
    window.activateWindow()
    settle()
    return made


def item(wizard: Wizard, check: str) -> FindingItem:
    return next(found for found in every(wizard.findings, FindingItem) if found.finding.check == check)


def checks(wizard: Wizard) -> list[str]:
    return [found.finding.check for found in every(wizard.findings, FindingItem)]


def key(code: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, code, held)
    settle()


def editor_of(wizard: Wizard, text: str) -> ProseEdit:
    page = wizard._pages[text]
    assert isinstance(page, ProsePage)
    return page.editor


def overview_of(wizard: Wizard) -> ProsePage:
    page = wizard._pages["overview"]
    assert isinstance(page, ProsePage)
    return page


def test_findings_of_one_cause_are_one_item_whose_places_lead_there(wizard: Wizard) -> None:
    shown = item(wizard, "F-04")
    assert "“截止”建议改为“截至” 3 处" in words(shown)
    press(shown, "place_2")
    editor = overview_of(wizard).editor
    assert editor.selected() == (SLIPS.index("截止12"), SLIPS.index("截止12") + 2)


def test_all_of_a_cause_are_cured_by_one_press_and_come_back_by_one_undo(wizard: Wizard) -> None:
    press(item(wizard, "F-04"), "fix_F-04")
    assert "截止" not in wizard.bridge.session.report.text.overview
    settle()
    assert "F-04" not in checks(wizard)
    key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert wizard.bridge.session.report.text.overview == SLIPS


def test_f8_and_alt_enter_cure_one_finding_after_the_other(wizard: Wizard) -> None:
    press(wizard.findings, "only_hint")
    press(wizard.findings, "only_here")
    for _ in range(12):
        key(Qt.Key.Key_F8)
        key(Qt.Key.Key_Return, ALT)
    said = wizard.bridge.session.report.text.overview
    assert said == "截至6月底，开展培训。\n截至12月31日，发布信息12条，完成任务。\n截至年末，全年收到申请5件。"
    assert wizard.page == "overview"


def test_alt_enter_never_writes_into_the_text_and_says_what_it_cannot_do(wizard: Wizard) -> None:
    overview_of(wizard).editor.setFocus()
    key(Qt.Key.Key_Return, ALT)
    assert wizard.bridge.session.report.text.overview == SLIPS
    assert "先按 F8" in words(wizard.bottom)


def test_the_pills_filter_and_the_counts_stay_true(wizard: Wizard) -> None:
    before = [toggle.text() for toggle in every(wizard.findings, SeverityToggle)]
    press(wizard.findings, "only_error")
    assert {found.finding.severity for found in every(wizard.findings, FindingItem)} == {"error"}
    assert [toggle.text() for toggle in every(wizard.findings, SeverityToggle)] == before
    away = words(named(wizard.findings, QWidget, "filtered_away"))
    hidden = [found for found in wizard.bridge.session.findings if found.severity != "error"]
    hints = sum(found.severity == "hint" for found in hidden)
    assert f"{hints} 个提示" in away
    press(wizard.findings, "list_all")
    assert "F-04" in checks(wizard)


def test_f8_walks_only_what_is_shown(wizard: Wizard) -> None:
    press(wizard.findings, "only_error")
    for _ in range(3):
        key(Qt.Key.Key_F8)
        assert wizard.page == "applications"
    press(wizard.findings, "only_error")
    wizard.show_page("overview")
    press(wizard.findings, "only_here")
    for _ in range(10):
        key(Qt.Key.Key_F8)
        assert wizard.page == "overview"


def test_the_filter_holds_from_page_to_page_and_says_when_it_leaves_nothing(wizard: Wizard) -> None:
    press(wizard.findings, "only_error")
    press(wizard.findings, "only_here")
    assert checks(wizard) == []
    assert "这样筛选没有问题" in words(named(wizard.findings, QWidget, "filtered_away"))
    wizard.show_page("applications")
    settle()
    assert checks(wizard) == ["T3-01"]


def test_typing_before_a_finding_keeps_its_item_and_the_cure_follows(wizard: Wizard) -> None:
    shown = item(wizard, "F-04")
    editor = overview_of(wizard).editor
    editor.select((0, 0))
    QTest.keyClicks(editor, "12")
    settle()
    assert item(wizard, "F-04") is shown
    press(shown, "fix_F-04")
    assert wizard.bridge.session.report.text.overview == f"12{SLIPS}".replace("截止到", "截至").replace("截止", "截至")


def test_a_digit_shows_its_new_sentence_in_the_same_item_and_leaves_the_others_alone(
    wizard: Wizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = every(wizard.findings, FindingItem)
    made, laid_out = list[object](), list[object]()

    def refuse(*_anything: object) -> None:
        made.append(1)

    monkeypatch.setattr(wizard.findings.open_side._list, "taken", lambda: laid_out.append(1))
    monkeypatch.setattr(FindingItem, "__init__", refuse)
    cure = "carry_out_T3-01"
    for value, said, curable in (
        (2, "差 1 件", True),
        (0, "差 3 件", True),
        (9, "多 6 件", False),
        (1, "差 2 件", True),
    ):
        wizard.bridge.do(set_number(OFF, value))
        settle()
        shown = item(wizard, "T3-01")
        assert said in words(shown)
        assert [button.objectName() for button in every(shown, Button)] == [cure] * curable + ["go_T3-01"]
        assert not curable or named(shown, Button, cure).accessibleName() == f"确有 {said[2:3]} 件仍在办理"
    assert every(wizard.findings, FindingItem) == before
    assert (made, laid_out) == ([], [])
    press(shown, cure)
    assert wizard.bridge.session.report.count("applications.carried_out.natural_person") == 2


def test_a_folded_list_makes_no_items_and_is_whole_when_it_is_opened(wizard: Wizard) -> None:
    press(wizard.findings, "fold_findings")
    made = list(wizard.findings._items)
    wizard.bridge.do(set_number(OFF, 3))
    wizard.bridge.do(set_text("problems", "无"))
    settle()
    found = [finding.severity for finding in wizard.bridge.session.findings]
    counted = {severity: label.text() for severity, label in wizard.findings._strip.counts.items()}
    assert counted == {severity: str(found.count(severity)) for severity in counted}
    assert wizard.findings._items == made
    press(wizard.findings, "unfold_findings")
    shown = {finding for found in every(wizard.findings, FindingItem) for finding in found.entry.group.findings}
    assert shown == set(wizard.bridge.session.findings)


def test_a_reason_is_given_by_one_press_for_all_of_a_cause(window: MainWindow, wizard: Wizard) -> None:
    press(item(wizard, "F-04"), "dismiss_F-04")
    press(dialog(window), "reason_0")
    assert "F-04" not in {found.check for found in wizard.bridge.session.findings}
    assert {entry.reason for entry in wizard.bridge.session.report.dismissed} == {"文件名称原文如此"}


def test_what_a_source_printed_is_confirmed(window: MainWindow, seed: Report) -> None:
    kept = (Evidence("applications.granted.total", "7"), Evidence("heading.problems", "五、问题和改进"))
    wizard = opened(window, replace(seed, source=Source("上年.docx", kept)))
    wizard.show_page("applications")
    press(wizard.findings, "confirm_T3-03")
    assert "T3-03" not in {found.check for found in wizard.bridge.session.findings}
    wizard.show_page("problems")
    press(wizard.findings, "confirm_S-02")
    wait(lambda: "S-02" not in checks(wizard))
    assert not wizard.bridge.session.report.dismissed


def test_a_confirmation_by_keys_goes_on_to_the_next_finding_and_at_last_into_the_page(
    window: MainWindow, seed: Report
) -> None:
    kept = (Evidence("applications.granted.total", "7"), Evidence("heading.problems", "五、问题和改进"))
    wizard = opened(window, replace(seed, source=Source("上年.docx", kept)))
    wizard.show_page("problems")
    window.activateWindow()
    settle()
    button = named(wizard.findings, QAbstractButton, "confirm_S-02")
    button.setFocus()
    key(Qt.Key.Key_Space)
    wait(lambda: "S-02" not in checks(wizard))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert any(shown.isAncestorOf(focused) for shown in every(wizard.findings, FindingItem))
    wizard.findings.show_entries([], wizard.page)
    settle()
    assert QApplication.focusWidget() is named(wizard, QWidget, "page_problems")
    key(Qt.Key.Key_Space)
    assert window.wizard is wizard


def test_one_wrong_cell_of_a_source_is_shown_with_what_it_breaks(window: MainWindow, seed: Report) -> None:
    cell = "applications.unavailable_not_held"
    kept = (
        Evidence(f"{cell}.total", "3"),
        Evidence("applications.concluded.natural_person", "5"),
        Evidence("applications.concluded.total", "5"),
    )
    wizard = opened(window, replace(seed.with_number(OFF, 2), source=Source("上年.docx", kept)))
    wizard.show_page("applications")
    said = words(item(wizard, "T3-03"))
    assert "这一格最可能有误" in said
    assert "应为 2，印的是 3" in said
    assert "相差 1" in said


def test_everything_in_the_panel_has_a_name(wizard: Wizard) -> None:
    press(item(wizard, "F-04"), "place_1")
    assert all(button.accessibleName() for button in every(wizard.findings, QAbstractButton))
    toggle = named(wizard.findings, QAbstractButton, "only_hint")
    assert toggle.accessibleName().startswith("只看提示，有 ")
    assert named(wizard.findings, QAbstractButton, "place_1").accessibleName().startswith("第 1 处，")


@pytest.mark.parametrize("zoom", [100, 150])
def test_nothing_in_an_item_is_wider_than_the_panel(wizard: Wizard, zoom: int) -> None:
    from gui.look.theme import theme

    theme().set_zoom(zoom)
    settle()
    wizard.findings.set_folded(folded=False)
    settle()
    area = wizard.findings.open_side.area
    content = area.widget()
    assert content is not None
    assert content.minimumSizeHint().width() <= area.viewport().width()
    assert every(wizard.findings, QLabel)


def test_an_answer_silences_the_sentence_it_was_about_and_no_other(window: MainWindow, seed: Report) -> None:
    written = f"{seed.text.overview}\n2023年，本机关持续加强政策解读。"
    wizard = opened(window, seed.with_text("overview", written))
    wizard.show_page("overview")
    window.activateWindow()
    settle()
    press(item(wizard, "Y-01"), "dismiss_Y-01")
    asked = dialog(window)
    QTest.keyClicks(named(asked, QLineEdit, "dismiss_reason"), "as it was then")
    QTest.keyClick(named(asked, QLineEdit, "dismiss_reason"), Qt.Key.Key_Return)
    settle()
    assert "Y-01" not in checks(wizard)

    wizard.show_page("other_matters")
    editor = editor_of(wizard, "other_matters")
    editor.select((0, 0))
    commit(editor, "2023年，本机关没有收取信息处理费。")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    wait(lambda: "Y-01" in checks(wizard))
    assert item(wizard, "Y-01").finding.section == "other_matters"

    wizard.show_page("overview")
    editor = editor_of(wizard, "overview")
    editor.select((len(written) - 1, len(written) - 1))
    commit(editor, "和解读回应")
    wait(lambda: checks(wizard).count("Y-01") == 2)
    assert [entry.reason for entry in wizard.bridge.session.report.dismissed] == ["as it was then"]


def whole(wizard: Wizard) -> bool:
    """Whether no words of the list are cut: every item is within the list, every sentence as high as it needs."""
    area = wizard.findings.open_side.area.viewport()
    labels = [label for found in every(wizard.findings, FindingItem) for label in every(found, QLabel)]
    return all(found.width() <= area.width() for found in every(wizard.findings, FindingItem)) and all(
        label.height() >= label.heightForWidth(label.width()) for label in labels if label.wordWrap()
    )


def test_a_sentence_that_has_grown_longer_is_shown_whole(wizard: Wizard) -> None:
    before = "推进工作。\n（一）主动公开\n其它渠道公开46条。\n（二）依申请公开\n2023年新收申请2件。\n（三）政府信息管理"
    wizard.bridge.do(set_text("overview", before))
    wait(lambda: "没有写“政府信息公开平台建设”“监督保障”" in words(wizard.findings))
    settle()
    assert whole(wizard)
    wizard.bridge.do(set_text("overview", "2024年，本局工作正常。"))
    wait(lambda: "没有写“主动公开”“依申请公开”" in words(wizard.findings))
    settle()
    assert whole(wizard)


def test_a_long_cure_is_no_wider_than_the_list(wizard: Wizard) -> None:
    wizard.bridge.do(set_text("overview", "依照《中华人民共和国政府信息公开条列》做好工作。"))
    wait(lambda: "公开条列”应为" in words(wizard.findings))
    found = next(found for found in every(wizard.findings, FindingItem) if "条列" in words(found))
    wizard.findings.take(found.finding)
    settle()
    assert whole(wizard)
