"""The life after the draft: what was exported, handed in and published is remembered, and so is what became of it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget

import cli
from gui.pages.start.draft_row import DraftRow
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.drafts.draft import load
from model.report.report import Report
from model.session.edits import set_number
from model.structs import replace
from tests.gui.driving import commit, dialog, every, named, press, settle, wait, words
from tests.gui.pages.test_finish import export, finish
from tests.gui.test_window import OFF


def publish(window: MainWindow, wizard: Wizard, day: str, where: str) -> None:
    """Mark the report as published with keys, as a clerk does."""
    press(wizard, "mark_published")
    asked = dialog(window)
    line = named(asked, QLineEdit, "passed_day")
    line.setFocus()
    line.selectAll()
    commit(line, day)
    named(asked, QLineEdit, "passed_where").setFocus()
    QTest.keyClicks(named(asked, QLineEdit, "passed_where"), where)
    QTest.keyClick(asked, Qt.Key.Key_Return)
    wait(lambda: wizard.bridge.session.report.published is not None)
    settle()


def checks(wizard: Wizard) -> list[str]:
    wizard.bridge.recheck()
    return [finding.check for finding in wizard.bridge.session.findings]


def again(window: MainWindow, wizard: Wizard) -> Wizard:
    """The same draft, closed and opened again, on its last page."""
    path = wizard.path
    assert window.close_report()
    assert window.open_file(path)
    assert window.wizard is not None
    window.wizard.show_page("finish")
    settle()
    return window.wizard


def row_words(window: MainWindow) -> str:
    window.show_start()
    wait(lambda: bool(every(window, DraftRow)) and every(window, DraftRow)[0].stated)
    settle()
    return words(every(window, DraftRow)[0])


def test_what_was_published_is_frozen_and_a_change_is_told_everywhere_until_it_is_taken_back(
    window: MainWindow, seed: Report, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    wizard = finish(window, seed)
    publish(window, wizard, "2025年1月8日", "https://www.example.gov.cn/1")
    mark = wizard.bridge.session.report.published
    assert mark is not None
    assert (mark.at, mark.where, len(mark.digest)) == (date(2025, 1, 8), "https://www.example.gov.cn/1", 64)
    wait(lambda: "留底" in words(named(wizard, QWidget, "course")))
    said = words(named(wizard, QWidget, "course"))
    assert "已公布 2025年1月8日" in said
    assert "https://www.example.gov.cn/1" in said
    assert "公布时的草稿和 Word 已留底" in said
    assert "P-06" not in checks(wizard)
    file = wizard.bridge.file
    assert file is not None
    frozen = file.history.frozen(mark.content, ".docx")
    assert frozen.exists()
    (version,) = [each for each in file.history.generations() if each.published]
    assert load(version.path).report.published == mark

    assert "已标记公布" in words(wizard.rail.deadline)
    wizard.bridge.do(set_number(OFF, 2))
    assert "P-06" in checks(wizard)
    wait(lambda: "公布后改过" in words(wizard.rail.deadline))
    assert "已标记公布" not in words(wizard.rail.deadline)
    wait(lambda: "公布后改过" in words(named(wizard, QWidget, "course")))
    assert wizard.bridge.save_now() is None
    assert cli.main(["check", str(wizard.path)]) == 1
    assert "P-06" in capsys.readouterr().out
    assert cli.main(["export", str(wizard.path), "-o", str(tmp_path / "a.docx")]) == 0
    assert "标记后又改过" in capsys.readouterr().out
    path = wizard.path
    assert window.close_report()
    assert "公布后改过" in row_words(window)
    assert window.open_file(path)
    assert window.wizard is not None
    wizard = window.wizard
    wizard.show_page("finish")
    settle()
    wizard.bridge.do(set_number(OFF, seed.count(OFF)))
    assert "P-06" not in checks(wizard)
    wait(lambda: "公布后改过" not in words(named(wizard, QWidget, "course")))

    press(wizard, "unmark_published")
    wait(lambda: wizard.bridge.session.report.published is None)
    assert wizard.bridge.session.report.events == seed.events
    assert frozen.exists()


def test_a_frozen_file_that_was_changed_or_lost_is_not_called_kept(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    publish(window, wizard, "1月8日", "")
    mark, file = wizard.bridge.session.report.published, wizard.bridge.file
    assert mark is not None
    assert file is not None
    frozen = file.history.frozen(mark.content, ".docx")
    frozen.write_bytes(b"other")
    wizard = again(window, wizard)
    assert "留底的文件后来被改过" in words(named(wizard, QWidget, "course"))
    frozen.unlink()
    wizard = again(window, wizard)
    assert "公布时的草稿已留底" in words(named(wizard, QWidget, "course"))


def test_a_mark_needs_a_day_that_can_be_read(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    press(wizard, "mark_published")
    asked = dialog(window)
    line = named(asked, QLineEdit, "passed_day")
    line.selectAll()
    commit(line, "上周")
    press(asked, "passed_save")
    assert "请填日期" in words(asked)
    assert wizard.bridge.session.report.published is None
    press(asked, "passed_cancel")


def test_handing_in_and_publishing_have_a_day_and_a_reminder_each(window: MainWindow, seed: Report) -> None:
    early = replace(seed, hand_in_by=date(2025, 1, 6))
    wizard = finish(window, early)
    assert "P-10" in checks(wizard)
    card = named(wizard, QWidget, "deadline_card")
    assert "报送已过 3 天" in words(card)
    assert "公布距 1 月 31 日还有" in words(card)
    press(wizard, "mark_handed_in")
    press(dialog(window), "passed_save")
    settle()
    assert wizard.bridge.session.report.handed_in is not None
    assert "P-10" not in checks(wizard)
    assert "报送" not in words(card)
    wait(lambda: "已报送 2025年1月9日" in words(named(wizard, QWidget, "course")))


def test_an_export_is_remembered_after_reopening_with_what_became_of_it(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    exported = export(wizard)
    wait(lambda: not wizard.bridge.session.unsaved)
    heading = named(again(window, wizard), QLabel, "export_heading")
    wait(lambda: heading.text() == "已导出，那个文件没有变")
    wizard = window.wizard  # type: ignore[assignment]
    assert str(exported.name) in words(named(wizard, QWidget, "export_result"))
    assert window.close_report()
    assert "已导出" in row_words(window)
    content = exported.read_bytes()
    exported.write_bytes(content + b" ")
    heading = named(again_from(window, wizard.path), QLabel, "export_heading")
    wait(lambda: heading.text() == "已导出，那个文件后来改过")
    exported.unlink()
    assert window.wizard is not None
    heading = named(again(window, window.wizard), QLabel, "export_heading")
    wait(lambda: heading.text() == "已导出，但文件不在原处了")
    window.wizard.bridge.do(set_number(OFF, 2))
    settle()
    assert named(window.wizard, QLabel, "export_heading").text() == "导出后又改过，请重新导出"
    assert window.close_report()
    assert "已导出" not in row_words(window)


def again_from(window: MainWindow, path: Path) -> Wizard:
    """A draft opened on its last page."""
    assert window.open_file(path)
    assert window.wizard is not None
    window.wizard.show_page("finish")
    settle()
    return window.wizard


def test_the_unchanged_own_file_is_replaced_without_a_threat_and_a_changed_one_with_it(
    window: MainWindow, seed: Report
) -> None:
    wizard = finish(window, seed)
    exported = export(wizard)
    wizard.bridge.do(set_number(OFF, 2))
    wait(lambda: not wizard.bridge.session.unsaved)
    wizard = again(window, wizard)
    before = exported.read_bytes()
    press(wizard, "export_docx")
    wait(lambda: exported.read_bytes() != before)
    assert not [found for found in every(window, QDialog) if found.isVisible()]
    wait(named(wizard, QWidget, "export_docx").isEnabled)
    exported.write_bytes(b"edited by hand")
    press(wizard, "export_docx")
    assert "手工改过的内容就没有了" in words(dialog(window))
    press(dialog(window), "answer_cancel")
    assert exported.read_bytes() == b"edited by hand"


def test_undoing_goes_past_an_export(window: MainWindow, seed: Report) -> None:
    wizard = finish(window, seed)
    wizard.bridge.do(set_number(OFF, 2))
    export(wizard)
    wizard.bridge.undo()
    assert [each.kind for each in wizard.bridge.session.exports] == ["docx"]
    assert named(wizard, QLabel, "export_heading").text() == "导出后又改过，请重新导出"
