"""审签单 on the last page: beside the report, in any kind of file, and the ways to it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from gui.controls.layouts import Scroll
from gui.paper import typefaces
from gui.shell.window import MainWindow
from model.drafts.draft import load
from model.report.report import Report
from model.session.edits import set_agency, set_year
from model.structs import replace
from tests.gui.driving import dialog, every, named, press, settle, wait, words
from tests.gui.pages.test_finish import export, finish


@pytest.mark.parametrize(("way", "suffix"), [("sheet_docx", ".docx"), ("sheet_html", ".html"), ("sheet_pdf", ".pdf")])
def test_the_sheet_is_saved_beside_the_report_and_can_be_found(
    window: MainWindow, seed: Report, way: str, suffix: str
) -> None:
    wizard = finish(window, seed)
    assert not named(wizard, QWidget, "open_sheet").isVisible()
    press(wizard, way)
    if suffix == ".pdf":
        press(dialog(window), "answer_write")
    line = named(wizard, QLabel, "sheet_line")
    wait(named(wizard, QWidget, "open_sheet").isVisible)
    (sheet,) = wizard.path.parent.glob("*审签单*")
    assert sheet.name == f"{wizard.path.stem}审签单{suffix}"
    assert sheet.name in line.text()
    assert named(wizard, QWidget, "open_sheet_folder").isVisible()


@pytest.mark.parametrize("height", [540, 640, 1000], ids=["lowest", "low", "tall"])
def test_what_is_pressed_stays_where_it_is_when_the_sheet_is_written(
    window: MainWindow, seed: Report, height: int
) -> None:
    window.resize(1366, height)
    wizard = finish(window, seed)
    button = named(wizard, QWidget, "sheet_docx")
    for area in every(wizard, Scroll):
        if area.widget().isAncestorOf(button):
            area.ensureWidgetVisible(button)
    settle()
    before = button.mapTo(wizard, QPoint())
    press(wizard, "sheet_docx")
    wait(lambda: not named(wizard, QWidget, "open_sheet").isHidden())
    settle()
    assert button.mapTo(wizard, QPoint()) == before


@pytest.mark.parametrize("height", [720, 738, 768, 1050])
def test_its_ways_stand_right_below_those_of_the_report_in_sight_without_scrolling(
    window: MainWindow, seed: Report, height: int
) -> None:
    window.resize(1366, height)
    wizard = finish(window, seed)
    settle()
    above = named(wizard, QWidget, "export_pdf")
    bottom = above.mapTo(wizard, QPoint(0, above.height())).y()
    for way in ("sheet_docx", "sheet_html", "sheet_pdf", "sheet_signers"):
        button = named(wizard, QWidget, way)
        assert button.visibleRegion().boundingRect() == button.rect()
        assert 0 < button.mapTo(wizard, QPoint()).y() - bottom < above.height()


def test_its_ways_come_back_to_the_foot_when_a_low_window_grows(window: MainWindow, seed: Report) -> None:
    window.resize(1366, 1000)
    wizard = finish(window, seed)
    names = ("export_panel", "sheet_panel", "review_copy")
    for height in (540, 640, 1000, 540, 1000):
        window.resize(1366, height)
        settle()
    places = [named(wizard, QWidget, name).mapTo(wizard, QPoint()).y() for name in names]
    assert places == sorted(places)
    assert not any(area.isAncestorOf(named(wizard, QWidget, "sheet_panel")) for area in every(wizard, Scroll))


def test_it_holds_what_the_list_shows(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    press(wizard, "sheet_html")
    wait(named(wizard, QWidget, "open_sheet").isVisible)
    page = wizard.path.with_name(f"{wizard.path.stem}审签单.html").read_text("utf-8")
    assert all(finding.check in page for finding in wizard.bridge.session.findings)


def test_it_is_not_named_after_an_agency_that_was_edited(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    export(wizard)
    wizard.bridge.do(set_agency(name="青禾市民政局"))
    wizard.bridge.do(set_year(2023))
    press(wizard, "sheet_html")
    wait(named(wizard, QWidget, "open_sheet").isVisible)
    assert (wizard.path.parent / "青禾市民政局2023年度报告审签单.html").exists()


def test_a_sheet_that_is_there_is_replaced_only_when_that_is_wanted(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    there = wizard.path.with_name(f"{wizard.path.stem}审签单.html")
    there.write_text("signed")
    press(wizard, "sheet_html")
    press(dialog(window), "answer_cancel")
    assert there.read_text() == "signed"
    press(wizard, "sheet_html")
    press(dialog(window), "answer_replace")
    wait(named(wizard, QWidget, "open_sheet").isVisible)
    assert there.read_text("utf-8") != "signed"


def test_a_place_that_cannot_be_written_is_named(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    wizard.path.with_name(f".~lock.{wizard.path.stem}审签单.docx#").write_text("")
    press(wizard, "sheet_docx")
    line = named(wizard, QLabel, "sheet_line")
    wait(lambda: line.text().startswith("没有导出审签单："))
    assert not named(wizard, QWidget, "open_sheet").isVisible()


def test_it_stands_beside_a_report_that_was_exported_elsewhere(
    window: MainWindow, seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = finish(window, seed)
    chosen = tmp_path / "报送" / "年报.docx"
    chosen.parent.mkdir()
    monkeypatch.setattr("gui.pages.finish.page.QFileDialog.getSaveFileName", lambda *_a, **_k: (str(chosen), ""))
    press(wizard, "export_elsewhere")
    wait(named(wizard, QWidget, "export_result").isVisible)
    press(wizard, "sheet_docx")
    wait(named(wizard, QWidget, "open_sheet").isVisible)
    assert (chosen.parent / "年报审签单.docx").exists()


def test_the_names_are_set_once_and_stand_on_the_sheet_with_the_save_that_holds_them(
    window: MainWindow, seed: Report
) -> None:
    wizard = finish(window, seed)
    press(wizard, "sheet_signers")
    asked = dialog(window)
    named(asked, QLineEdit, "signer_principal").setText("某某某")
    named(asked, QLineEdit, "signed_office").setText("下周")
    named(asked, QLineEdit, "signed_principal").setText("2025-1-8")
    press(asked, "signers_save")
    assert "请填日期，如 2025年1月15日；还没签就空着" in words(asked)
    named(asked, QLineEdit, "signed_office").clear()
    press(asked, "signers_save")
    press(wizard, "sheet_html")
    wait(named(wizard, QWidget, "open_sheet").isVisible)
    page = wizard.path.with_name(f"{wizard.path.stem}审签单.html").read_text("utf-8")
    assert "<td>主要领导</td><td>某某某</td><td></td><td>2025年1月8日</td>" in page
    assert "<td>办公室</td><td></td><td></td><td></td>" in page
    saved = load(wizard.path)
    assert saved.report.approval.names == {"principal": "某某某"}
    assert saved.report.approval.days == {"principal": date(2025, 1, 8)}
    assert f"版本：草稿的第 {saved.revision} 次保存（{saved.saved_at:%Y-%m-%d %H:%M}）" in page
    started = window.library.blank(2025)
    assert started.approval.names == {"principal": "某某某"}
    assert not started.approval.days
    assert not window.library.blank(2025, "另一个机关").approval.names


def test_what_stands_in_for_a_missing_typeface_is_said_before_a_pdf_is_written_and_once(
    window: MainWindow, seed: Report
) -> None:
    wizard = finish(window, seed)
    pdf = wizard.path.with_suffix(".pdf")
    press(wizard, "export_pdf")
    asked = dialog(window)
    assert typefaces.notices(seed)
    assert all(line in words(asked) for line in typefaces.notices(seed))
    press(asked, "answer_cancel")
    assert not pdf.exists()
    press(wizard, "export_pdf")
    press(dialog(window), "answer_write")
    wait(pdf.exists)
    wait(named(wizard, QWidget, "export_result").isVisible)
    press(wizard, "sheet_pdf")
    wait(named(wizard, QWidget, "open_sheet").isVisible)


def test_a_copy_to_hand_upward_goes_where_it_is_wanted_but_never_over_the_draft(
    window: MainWindow, seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = finish(window, replace(seed, remarks={seed.form.typed[0]: "绝不外传"}))
    places = iter([str(wizard.path), str(tmp_path / "副本")])
    monkeypatch.setattr(
        "gui.pages.finish.review_copying.QFileDialog.getSaveFileName", lambda *_a, **_k: (next(places), "")
    )
    press(wizard, "review_copy")
    wait(lambda: "没有写送审副本：那是这份草稿自己" in words(wizard.bottom))
    assert "绝不外传" in wizard.path.read_text("utf-8")
    press(wizard, "review_copy")
    wait(lambda: "送审副本已写出并读回核对：副本.nianbao" in words(wizard.bottom))
    assert "绝不外传" not in (copy := (tmp_path / "副本.nianbao").read_text("utf-8"))
    assert seed.agency.name in copy


def test_a_copy_without_its_ending_gets_it_and_replaces_nothing_that_nobody_was_asked_about(
    window: MainWindow, seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dialog asks about the name that was typed, not about the name with the ending."""
    wizard, there = finish(window, seed), tmp_path / "副本.nianbao"
    there.write_text("另一份", encoding="utf-8")
    places = iter(["", str(tmp_path / "副本"), str(tmp_path / "副本.docx"), str(there)])
    monkeypatch.setattr(
        "gui.pages.finish.review_copying.QFileDialog.getSaveFileName", lambda *_a, **_k: (next(places), "")
    )
    press(wizard, "review_copy")
    assert list(tmp_path.glob("副本*")) == [there]
    press(wizard, "review_copy")
    wait(lambda: "没有写送审副本：已有“副本.nianbao”，请换一个名字" in words(wizard.bottom))
    assert there.read_text("utf-8") == "另一份"
    press(wizard, "review_copy")
    wait(lambda: "送审副本已写出并读回核对：副本.docx.nianbao" in words(wizard.bottom))
    press(wizard, "review_copy")
    wait(lambda: "送审副本已写出并读回核对：副本.nianbao" in words(wizard.bottom))
    assert load(there).report.agency == seed.agency
