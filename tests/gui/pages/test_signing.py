"""标记已签: what was signed is told from its digest, now and after reopening, until the mark is taken back."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

import cli
from export.content import blocks
from export.identity import digest
from export.identity import words as printed
from gui.dialogs.desk.versions import _words
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.drafts.draft import load
from model.files import scans
from model.files.problems import FileProblem
from model.files.scans import keep_scan
from model.report.report import Report
from model.session.edits import set_number
from tests.gui.driving import dialog, named, press, settle, wait, words
from tests.gui.pages.test_course import row_words
from tests.gui.pages.test_finish import finish
from tests.gui.test_window import OFF


def sign(window: MainWindow, wizard: Wizard) -> None:
    press(wizard, "mark_signed")
    asked = dialog(window)
    named(asked, QLineEdit, "signed_day").setText("2025年1月18日")
    press(asked, "signed_save")
    settle()


def state(wizard: Wizard) -> str:
    return named(wizard, QLabel, "signing_state").text()


def test_the_window_says_whether_the_report_is_what_was_signed(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    sign(window, wizard)
    signed = wizard.bridge.session.report.approval.signed
    assert signed is not None
    assert (signed.at, signed.digest) == (date(2025, 1, 18), digest(printed(blocks(wizard.bridge.session.report))))
    assert load(wizard.path).report.approval.signed == signed
    wait(lambda: "已签 2025年1月18日" in words(named(wizard, QWidget, "course")))
    assert state(wizard) == "与签批的一致"

    wizard.bridge.do(set_number(OFF, 2))
    wait(lambda: state(wizard).startswith("签批后改过"))
    assert wizard.bridge.save_now() is None
    path = wizard.path
    assert window.close_report()
    assert window.open_file(path)
    assert window.wizard is not None
    wizard = window.wizard
    wizard.show_page("finish")
    settle()
    assert state(wizard).startswith("签批后改过")
    wizard.bridge.do(set_number(OFF, seed.count(OFF)))
    wait(lambda: state(wizard) == "与签批的一致")

    press(wizard, "unmark_signed")
    wait(lambda: not named(wizard, QWidget, "course").isVisible())
    assert wizard.bridge.session.report.approval.signed is None


def test_a_change_after_the_signature_is_told_on_every_page_in_the_list_and_before_the_next_mark(
    window: MainWindow, seed: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wizard = finish(window, seed)
    press(wizard, "mark_published")
    assert "签批后改过" not in words(dialog(window))
    press(dialog(window), "passed_cancel")
    sign(window, wizard)
    assert "签批后改过" not in words(wizard.rail.deadline)
    wizard.bridge.do(set_number(OFF, 2))
    wait(lambda: "签批后改过" in words(wizard.rail.deadline))
    assert "签批后改过" in wizard.rail.deadline.accessibleName()
    for way in ("mark_published", "mark_handed_in"):
        press(wizard, way)
        assert "签批后改过" in named(dialog(window), QLabel, "passed_warning").text()
        press(dialog(window), "passed_cancel")
    assert wizard.bridge.save_now() is None
    assert cli.main(["export", str(wizard.path), "-o", str(tmp_path / "a.docx")]) == 0
    assert "不是签批的那一版" in capsys.readouterr().out
    path = wizard.path
    assert window.close_report()
    assert "签批后改过" in row_words(window)
    assert window.open_file(path)
    assert window.wizard is not None
    wizard = window.wizard
    wizard.bridge.do(set_number(OFF, seed.count(OFF)))
    wait(lambda: "签批后改过" not in words(wizard.rail.deadline))


def test_what_was_signed_is_kept_and_the_next_sheet_lists_what_was_changed_since(
    window: MainWindow, seed: Report
) -> None:
    wizard = finish(window, seed)
    sign(window, wizard)
    wizard.bridge.do(set_number(OFF, 2))
    wait(lambda: f"处：表三 {seed.form.name(OFF)}" in words(named(wizard, QWidget, "course")))
    press(wizard, "sheet_html")
    wait(named(wizard, QWidget, "open_sheet").isVisible)
    page = wizard.path.with_name(f"{wizard.path.stem}审签单.html").read_text("utf-8")
    assert "签批后改了哪里" in page
    assert f"<td>表三 {seed.form.name(OFF)}</td><td>{seed.count(OFF)}</td><td>2</td>" in page
    file = wizard.bridge.file
    assert file is not None
    (version,) = [each for each in file.history.generations() if each.signed]
    assert "签批时的内容" in _words(version, "")
    assert load(version.path).report.count(OFF) == seed.count(OFF)


def test_a_scan_is_copied_beside_the_draft_and_its_loss_is_told(
    window: MainWindow, seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = finish(window, seed)
    scan = tmp_path / "外面" / "SCAN0001.PDF"
    scan.parent.mkdir()
    scan.write_bytes(b"%PDF-1.7 scanned")
    monkeypatch.setattr("gui.dialogs.signed.QFileDialog.getOpenFileName", lambda *_a, **_k: (str(scan), ""))
    press(wizard, "mark_signed")
    asked = dialog(window)
    press(asked, "signed_scan")
    press(asked, "signed_save")
    settle()
    signed = load(wizard.path).report.approval.signed
    assert signed is not None
    assert signed.scan is not None
    kept = wizard.path.with_name(signed.scan)
    assert kept.read_bytes() == scan.read_bytes()
    wait(lambda: f"扫描件：{kept.name}" in words(named(wizard, QWidget, "course")))
    assert "外面" not in wizard.path.read_text("utf-8")
    kept.unlink()
    wizard.bridge.do(set_number(OFF, 2))
    wait(lambda: "不在草稿旁边了" in words(named(wizard, QWidget, "course")))


def test_without_the_scan_that_was_wanted_nothing_is_marked(
    window: MainWindow, seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = finish(window, seed)
    gone = tmp_path / "gone.pdf"
    monkeypatch.setattr("gui.dialogs.signed.QFileDialog.getOpenFileName", lambda *_a, **_k: (str(gone), ""))
    press(wizard, "mark_signed")
    asked = dialog(window)
    press(asked, "signed_scan")
    press(asked, "signed_save")
    settle()
    assert wizard.bridge.session.report.approval.signed is None
    assert "没有标记：扫描件没能存到草稿旁边" in words(window)


def test_a_scan_takes_no_name_that_is_there_and_leaves_nothing_when_it_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan, draft = tmp_path / "a.jpg", tmp_path / "d" / "x.nianbao"
    draft.parent.mkdir()
    scan.write_bytes(b"one")
    first = keep_scan(scan, draft, "某局2024年度报告")
    scan.write_bytes(b"two")
    second = keep_scan(scan, draft, "某局2024年度报告")
    assert (first.name, first.read_bytes()) == ("某局2024年度报告签批件.jpg", b"one")
    assert (second.name, second.read_bytes()) == ("某局2024年度报告签批件（2）.jpg", b"two")
    monkeypatch.setattr(scans, "SIZE_LIMIT", 2)
    with pytest.raises(FileProblem, match="扫描件超过"):
        keep_scan(scan, draft, "某局2024年度报告")
    assert sorted(draft.parent.iterdir()) == [first, second]
