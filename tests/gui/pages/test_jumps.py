"""去看 and F8: every finding leads to the place where it is put right, with the keyboard in the page."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from gui.editor.editor import ProseEdit
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.checks import Finding
from model.report import preamble
from model.report.report import Report
from model.session.edits import set_text
from model.structs import replace
from tests.gui.driving import commit, named, press, settle
from tests.gui.test_window import opened

LETTER = "特此报告，妥否，请批示。"


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert isinstance(found, QWidget)
    return found


def finding(wizard: Wizard, check: str, section: str | None = None) -> Finding:
    return next(
        found for found in wizard.bridge.session.findings if found.check == check and section in (None, found.section)
    )


def composed(seed: Report, **agency: str) -> Report:
    report = replace(seed, agency=replace(seed.agency, **agency))  # type: ignore[arg-type]
    return report.with_text("preamble", preamble.compose(report))


@pytest.mark.parametrize(
    ("agency", "field"),
    [
        ({"postcode": "12345"}, "agency_postcode"),
        ({"phone": ""}, "agency_phone"),
        ({"address": "", "phone": ""}, "agency_address"),
    ],
)
def test_a_contact_that_follows_the_form_is_put_right_there(
    window: MainWindow, seed: Report, agency: dict[str, str], field: str
) -> None:
    wizard = opened(window, composed(seed, **agency))
    press(wizard.rail, "rail_overview")
    press(wizard.findings, "go_H-08")
    assert wizard.page == "agency"
    assert focused().objectName() == field


@pytest.mark.parametrize("width", [1280, 1440, 1700])
def test_words_of_an_own_preamble_are_selected_for_the_keyboard(window: MainWindow, seed: Report, width: int) -> None:
    window.resize(width, 800)
    wizard = opened(window, seed.with_text("preamble", seed.text.preamble + LETTER))
    press(wizard.rail, "rail_overview")
    if wizard.findings.folded:
        press(wizard.findings, "unfold_findings")
    wizard.findings.requests.go.emit(finding(wizard, "H-10", "preamble"))
    settle()
    editor = named(wizard, ProseEdit, "prose_preamble")
    assert focused() is editor
    assert editor.textCursor().selectedText() in LETTER
    assert not named(editor, QWidget, "finding_popover").isVisible()
    commit(focused(), "好。")
    assert "好。" in wizard.bridge.session.report.text.preamble


def test_a_preamble_without_contact_opens_at_its_beginning(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed.with_text("preamble", "自己写的引言，数据自2024年1月1日至2024年12月31日。"))
    wizard.show_page("overview")
    wizard.commands.go_to(finding(wizard, "H-08"))
    settle()
    assert focused().objectName() == "prose_preamble"
    assert named(wizard, QTextEdit, "prose_preamble").textCursor().position() == 0


def test_a_report_that_is_late_leads_to_the_day_it_is_due(window: MainWindow, seed: Report) -> None:
    window.stage.today = lambda: date(2025, 2, 9)
    wizard = opened(window, replace(seed, agency=replace(seed.agency, type="department")))
    wizard.show_page("finish")
    settle()
    press(wizard, "see_P-02")
    assert wizard.page == "agency"
    assert focused().objectName() == "deadline"


def test_every_finding_puts_the_keyboard_into_its_page(window: MainWindow, seed: Report) -> None:
    report = seed.with_numbers({"disputes.review.upheld": None, "applications.received.natural_person": 9})
    report = replace(report, notes={"disclosure": "信息公开处理费和政府信息工作年度报告"})
    report = report.with_text("preamble", LETTER).with_text("problems", "").with_text("other_matters", LETTER)
    wizard = opened(window, report)
    assert len(wizard.bridge.session.findings) > 5
    for _ in wizard.bridge.session.findings:
        QTest.keyClick(focused(), Qt.Key.Key_F8)
        settle()
        page = named(wizard, QWidget, f"page_{wizard.page}")
        assert page.isAncestorOf(focused()) or focused() is page


def test_an_explanation_goes_away_with_its_page_and_its_words(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed.with_text("other_matters", LETTER))
    wizard.commands.go_to(finding(wizard, "H-10", "other_matters"))
    popover = named(named(wizard, QWidget, "prose_other_matters"), QWidget, "finding_popover")
    assert popover.isVisible()
    wizard.show_page("agency")
    wizard.show_page("other_matters")
    assert not popover.isVisible()
    wizard.commands.go_to(finding(wizard, "H-10", "other_matters"))
    assert popover.isVisible()
    wizard.bridge.do(set_text("other_matters", "无其他需要报告的事项。"))
    settle()
    assert not popover.isVisible()
