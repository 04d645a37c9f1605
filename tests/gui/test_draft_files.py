"""Drafts as files in the window: a colleague's copy taken back, twins asked about, names, copies, the way back."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Event, Timer
from typing import Any
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QLabel, QLineEdit, QMenu

from export.exporters import REPORT, Circumstances, export
from gui.controls.draft_menu import ACTIONS
from gui.controls.notice import Notice
from gui.dialogs.question import QuestionDialog
from gui.look.theme import theme
from gui.pages.review.page import ReviewPage
from gui.pages.start.draft_row import DraftRow
from gui.shell.desk.actions import DraftActions
from gui.shell.window import MainWindow
from importers.read import read
from model.desk import backup, restore
from model.drafts import saved_words
from model.drafts.draft import Draft, load, save
from model.form.form import format_value
from model.report.report import Report
from model.session.edits import set_number, set_text
from model.structs import replace
from tests.gui.driving import dialog, every, named, press, settle, wait, words
from tests.tools import PATIENCE_S

NOW = datetime(2025, 1, 9, 10, 2).astimezone()


def put(window: MainWindow, report: Report) -> Path:
    made = window.library.create(report, NOW)
    made.file.close(NOW)
    window.show_start()
    settle()
    return made.file.path


def choose(window: MainWindow, action: str, row: int = 0) -> None:
    """Press 更多 in a row of the list, and choose."""
    shown = sorted(every(window.start, DraftRow), key=lambda found: found.y())[row]
    press(shown, "draft_more")
    menu = named(shown, QMenu, "draft_menu")
    next(found for found in menu.actions() if found.objectName() == f"draft_{action}").trigger()
    menu.close()
    settle()


def soon(window: MainWindow) -> QDialog:
    """The dialog that comes when all that an open report needs is imported."""
    wait(lambda: bool(every_dialog(window)))
    return dialog(window)


def notices(window: MainWindow) -> str:
    settle()
    return "\n".join(words(found) for found in every(window.start, Notice))


def text_of(path: Path) -> str:
    return load(path).report.text.overview


def test_every_action_of_the_menu_is_done_by_somebody(window: MainWindow) -> None:
    done = DraftActions(window.stage, window.opening, window.importing.continue_with).table()
    assert list(done) == [action.name for action in ACTIONS]


def test_a_draft_is_sent_changed_by_a_colleague_looked_at_and_taken_back(
    window: MainWindow, seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, sent = put(window, seed), tmp_path / "桌面" / "给同事.nianbao"
    sent.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(sent), ""))
    choose(window, "send")
    press(dialog(window), "answer_whole")
    assert "读回一致" in notices(window)
    colleagues = load(sent)
    save(replace(colleagues, report=colleagues.report.with_text("overview", "同事改的。")), sent, NOW)
    window.importing.take(sent)
    asked = soon(window)
    assert "同一份草稿的另一个副本" in words(asked)
    press(asked, "answer_look")
    looked = dialog(window)
    assert "同事改的。" in words(looked)
    before = text_of(mine)
    press(looked, "difference_answer_replace")
    wizard = window.wizard
    assert wizard is not None
    assert wizard.path == mine
    assert text_of(mine) == "同事改的。"
    settle()
    assert "已换成“给同事.nianbao”的内容，可以撤销" in words(wizard.bottom)
    wizard.commands.undo()
    assert wizard.bridge.session.report.text.overview == before
    assert before in {text_of(version.path) for version in window.library.generations(mine)}
    assert text_of(sent) == "同事改的。"


def test_parts_of_what_a_colleague_sent_back_are_taken_and_the_own_work_on_others_stays(
    window: MainWindow, seed: Report, tmp_path: Path
) -> None:
    mine, sent = put(window, seed.with_text("problems", "我改的。")), tmp_path / "桌面" / "给同事.nianbao"
    sent.parent.mkdir()
    there = load(mine)
    theirs = seed.with_text("overview", "同事改的。").with_text("other_matters", "同事也改的。")
    save(replace(there, report=theirs), sent, NOW)
    window.importing.take(sent)
    press(soon(window), "answer_look")
    looked = dialog(window)
    take = named(looked, QAbstractButton, "difference_take_parts")
    assert not take.isVisible()
    for part in ("overview", "problems", "other_matters", "problems"):
        press(looked, f"take_{part}")
    assert take.text() == "换上选中的 2 部分"
    press(looked, "difference_take_parts")
    wizard = window.wizard
    assert wizard is not None
    text = wizard.bridge.session.report.text
    assert (text.overview, text.problems, text.other_matters) == ("同事改的。", "我改的。", "同事也改的。")
    assert text_of(mine) == "同事改的。"
    settle()
    assert "已换上“给同事.nianbao”的 总体情况、其他需要报告的事项，可以撤销" in words(wizard.bottom)
    wizard.commands.undo()
    assert wizard.bridge.session.report.text == seed.with_text("problems", "我改的。").text, "one step"


def test_both_are_kept_and_the_one_elsewhere_is_listed_with_its_folder(
    window: MainWindow, seed: Report, tmp_path: Path
) -> None:
    mine, other = put(window, seed), tmp_path / "桌面" / "另一份.nianbao"
    other.parent.mkdir()
    save(Draft(seed.with_text("overview", "另一份的。")), other, NOW)
    window.importing.take(other)
    press(soon(window), "answer_both")
    assert window.wizard is not None
    assert window.wizard.path == other
    window.wizard.bridge.do(set_text("problems", "改了。"))
    assert window.close_report()
    window.library.drafts()
    window.show_start()
    settle()
    assert f"在 {other.parent}" in words(window.start)
    assert {row.entry.path for row in every(window.start, DraftRow)} == {mine, other}
    window.importing.take(other)
    wait(lambda: window.wizard is not None)
    assert not every_dialog(window), "asked once"
    assert text_of(mine) == seed.text.overview
    assert window.close_report()
    rows = sorted(every(window.start, DraftRow), key=lambda found: found.y())
    choose(window, "unlist", next(at for at, row in enumerate(rows) if row.entry.path == other))
    assert {row.entry.path for row in every(window.start, DraftRow)} == {mine}
    assert other.exists()


@pytest.mark.parametrize("answer", ["open", "make"])
def test_a_second_report_of_an_agency_and_year_is_asked_about(window: MainWindow, seed: Report, answer: str) -> None:
    mine = put(window, seed)
    window.opening.create(seed.year, seed.agency.name)
    settle()
    asked = dialog(window)
    assert f"“{mine.name}”" in words(asked)
    assert len(list(mine.parent.glob("*.nianbao"))) == 1, "nothing is made before the answer"
    press(asked, f"answer_{answer}")
    assert window.wizard is not None
    assert (window.wizard.path == mine) == (answer == "open")


def test_a_draft_is_renamed_and_the_dialog_says_why_not(window: MainWindow, seed: Report) -> None:
    path, other = put(window, seed), put(window, replace(seed, year=2023))
    rows = sorted(every(window.start, DraftRow), key=lambda found: found.y())
    choose(window, "rename", next(at for at, row in enumerate(rows) if row.entry.path == path))
    asked = dialog(window)
    field = named(asked, QLineEdit, "rename_name")
    field.setText(other.stem)
    press(asked, "rename_done")
    assert "已经有一个文件叫这个名字" in words(asked)
    field.setText("送审稿")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()
    assert not path.exists()
    assert text_of(path.with_name("送审稿.nianbao")) == seed.text.overview
    assert "送审稿　" in words(window.start), "the list shows the name that was given"


def test_an_open_report_is_renamed_and_stays_open(window: MainWindow, seed: Report) -> None:
    path = put(window, seed)
    window.open_file(path)
    assert window.wizard is not None
    window.wizard.bridge.do(set_text("overview", "刚写的。"))
    window.dialogs.act("rename", path)
    asked = dialog(window)
    named(asked, QLineEdit, "rename_name").setText("新名字")
    press(asked, "rename_done")
    assert window.wizard is not None
    assert window.wizard.path == path.with_name("新名字.nianbao")
    assert text_of(window.wizard.path) == "刚写的。"


def test_a_copy_and_the_next_years_report_are_made_from_a_row(window: MainWindow, seed: Report) -> None:
    path = put(window, replace(seed, year=2023))
    choose(window, "copy")
    assert "已复制为" in notices(window)
    assert len(list(path.parent.glob("*.nianbao"))) == 2
    named_apart = [row.accessibleName() for row in every(window.start, DraftRow)]
    assert len(set(named_apart)) == 2
    assert "…（2）" in words(window.start), "two rows of one agency and year are told apart"
    choose(window, "next_year")
    assert window.wizard is not None
    report = window.wizard.bridge.session.report
    assert report.year == 2024
    assert report.last_year is not None
    assert report.last_year.year == 2023


def test_a_removed_draft_comes_back_at_once(window: MainWindow, seed: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(window, seed)
    content = path.read_bytes()

    def trash(file: Path) -> bool:
        file.unlink()
        return True

    monkeypatch.setattr("gui.shell.desk.removing.to_trash", trash)
    choose(window, "remove")
    press(dialog(window), "answer_remove")
    assert not path.exists()
    assert "已移到回收站" in notices(window)
    QTest.mouseClick(named(window.start, QAbstractButton, "undo_remove"), Qt.MouseButton.LeftButton)
    settle()
    assert path.read_bytes() == content
    assert saved_words.taken_back(path) in notices(window)
    assert "回收站" not in notices(window)
    assert not every(window.start, Notice)[0].asks, "what is back cannot be taken back a second time"
    assert [row.entry.path for row in every(window.start, DraftRow)] == [path]


def test_all_is_backed_up_and_brought_back_on_an_empty_machine(
    window: MainWindow, seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(window, seed)
    content, target = path.read_bytes(), tmp_path / "U盘" / "备份"
    target.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    press(window.start, "start_backup")
    menu = named(window.start, QMenu, "backup_menu")
    menu.actions()[0].trigger()
    menu.close()
    wait(lambda: "备份好了：1 份草稿" in notices(window))
    assert str(target) in notices(window)
    other = MainWindow(tmp_path / "新机", tmp_path / "新机数据", window.stage.today, lambda: "0")
    other.show_start()
    other.show()
    other.importing.take(target.with_suffix(".zip"))
    wait(lambda: bool([found for found in every(other, QuestionDialog) if found.isVisible()]))
    press(dialog(other), "answer_both")
    wait(lambda: "恢复了 1 份草稿" in notices(other))
    assert (tmp_path / "新机" / path.name).read_bytes() == content
    assert [row.entry.agency for row in every(other.start, DraftRow)] == [seed.agency.name]
    other.close()
    other.deleteLater()
    settle()


def test_a_restoring_that_is_cancelled_says_what_was_done_and_what_was_not(
    window: MainWindow, seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for year in (2022, 2023, 2024):
        put(window, replace(seed, year=year))
    zipped = tmp_path / "备份.zip"
    backup.write(zipped, window.library, (), {})
    begun, go_on, draft = Event(), Event(), restore._Work.draft

    def slow(*args: Any) -> None:
        if begun.is_set():
            go_on.wait(PATIENCE_S)
        begun.set()
        draft(*args)

    monkeypatch.setattr(restore._Work, "draft", slow)
    other = MainWindow(tmp_path / "新机", tmp_path / "新机数据", window.stage.today, lambda: "0")
    other.show_start()
    other.show()
    other.importing.take(zipped)
    wait(lambda: bool([found for found in every(other, QuestionDialog) if found.isVisible()]))
    press(dialog(other), "answer_both")
    wait(begun.is_set)
    Timer(0.2, go_on.set).start()
    press(dialog(other), "progress_cancel")
    told = notices(other)
    assert "已取消，没有恢复完" in told
    here = len(list((tmp_path / "新机").glob("*.nianbao")))
    assert f"恢复了 {here} 份草稿" in told
    assert f"还有 {3 - here} 份草稿没有恢复" in told
    other.close()
    other.deleteLater()
    settle()


def test_a_backup_that_is_broken_is_refused_and_nothing_is_touched(
    window: MainWindow, seed: Report, tmp_path: Path
) -> None:
    put(window, seed)
    bad = tmp_path / "坏.zip"
    with ZipFile(bad, "w") as archive:
        archive.writestr("backup.json", b"{}")
    window.importing.take(bad)
    wait(lambda: "没有恢复" in notices(window))
    assert len(list(window.library.folder.glob("*.nianbao"))) == 1


@pytest.mark.parametrize("answer", ["move", "leave"])
def test_the_drafts_folder_is_chosen_in_the_settings(
    window: MainWindow, seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.delenv("NIANBAO_DOCUMENTS", raising=False)
    path, target = put(window, seed), tmp_path / "同步盘"
    target.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(target))
    window.dialogs.settings()
    press(dialog(window), "change_documents")
    press(dialog(window), f"answer_{answer}")
    wait(lambda: f"草稿文件夹现在是“{target}”" in notices(window))
    now = target / path.name if answer == "move" else path
    assert text_of(now) == seed.text.overview
    assert [row.entry.path for row in every(window.start, DraftRow)] == [now], "it is in sight either way"
    window.opening.begin(lambda: replace(seed, year=2022))
    assert window.wizard is not None
    assert window.wizard.path.parent == target
    window.dialogs.settings()
    shown = dialog(window)
    assert not named(shown, QAbstractButton, "change_documents").isEnabled()
    assert "请先回到“我的年报”" in words(shown), "with a report open it is said beside the button"


def test_a_word_file_that_was_changed_comes_home_to_its_draft(window: MainWindow, seed: Report, tmp_path: Path) -> None:
    mine = put(window, replace(seed, remarks={"applications.received.natural_person": "问过"}))
    changed = seed.with_text("problems", "同事在 Word 里改的。")
    file = tmp_path / "改过的.docx"
    export(REPORT, changed, file, replace=True)
    back = read(file).report(file.name)
    assert not window.opening.begin(lambda: back)
    settle()
    asked = dialog(window)
    assert "备注、理由和上年报告不动" in words(asked)
    press(asked, "answer_look")
    press(dialog(window), "difference_answer_into")
    wizard = window.wizard
    assert wizard is not None
    assert wizard.path == mine
    report = wizard.bridge.session.report
    assert report.text.problems == "同事在 Word 里改的。"
    assert report.remarks == {"applications.received.natural_person": "问过"}
    assert len(list(mine.parent.glob("*.nianbao"))) == 1
    wizard.commands.undo()
    assert wizard.bridge.session.report.text.problems == seed.text.problems


def test_figures_are_copied_one_by_one_and_a_changed_one_is_open_again(window: MainWindow, seed: Report) -> None:
    path = put(window, seed)
    cells = list(seed.form.cells)
    choose(window, "copying")
    shown = next(found for found in every_dialog(window) if found.objectName() == "copying_dialog")
    for cell in cells[:3]:
        assert QGuiApplication.clipboard().text() == format_value(seed.value(cell) or 0)
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert "第 4 个，共 200 个；抄好了 3 个" in words(shown)
    shown.close()
    window.open_file(path)
    assert window.wizard is not None
    window.wizard.bridge.do(set_number(cells[1], 99))
    window.wizard.show_page("finish")
    press(window.wizard, "copy_figures")
    shown = next(found for found in every_dialog(window) if found.objectName() == "copying_dialog")
    assert QGuiApplication.clipboard().text() == "99", "it begins with what is not copied yet"
    shown.close()


def test_a_cell_that_nothing_was_entered_in_is_not_copied_as_0(window: MainWindow, seed: Report) -> None:
    cell = next(iter(seed.form.cells))
    path = put(window, seed.with_number(cell, None))
    QGuiApplication.clipboard().setText("5")
    window.dialogs.act("copying", path)
    shown = next(found for found in every_dialog(window) if found.objectName() == "copying_dialog")
    assert named(shown, QLabel, "copying_figure").text() == "未填"
    assert QGuiApplication.clipboard().text() == ""
    assert "有 1 格还没填，先填好再抄" in words(shown)
    shown.close()


def test_no_dialog_is_larger_than_the_screen_at_any_zoom(window: MainWindow, seed: Report) -> None:
    """At 200 % on a small screen its buttons would be beyond it."""
    theme().set_zoom(200)
    window.resize(1024, 600)
    path = put(window, seed)
    window.dialogs.help()
    window.dialogs.book("manual")
    window.dialogs.act("versions", path)
    window.dialogs.act("copying", path)
    settle()
    room = window.size().expandedTo(window.screen().availableSize())
    shown = [found for found in every_dialog(window) if found.isVisible()]
    assert len(shown) == 4
    for found in shown:
        assert found.width() < room.width(), found.objectName()
        assert found.height() < room.height(), found.objectName()
        found.close()


@pytest.fixture
def word(window: MainWindow, tmp_path: Path) -> Callable[[Path], Path]:
    """Exports a draft as the window does, and gives the Word file."""

    def make(path: Path) -> Path:
        window.open_file(path)
        if window.wizard is None:
            press(soon(window), "answer_both")
        assert window.wizard is not None
        bridge, file = window.wizard.bridge, tmp_path / f"{path.stem}.docx"
        around = Circumstances(version=bridge.saved_version())
        export(REPORT, bridge.session.report, file, replace=True, circumstances=around)
        assert window.close_report()
        return file

    return make


def taken(window: MainWindow, file: Path) -> QDialog:
    """Read a Word file, go on with it as this year's report, and give the question that comes."""
    window.importing.take(file)
    wait(lambda: bool(every(window, ReviewPage)))
    page = every(window, ReviewPage)[0]
    QTest.mouseClick(page.primary, Qt.MouseButton.LeftButton)
    return soon(window)


def test_of_two_agencies_of_one_name_the_word_file_leads_to_its_own_draft(
    window: MainWindow, seed: Report, word: Callable[[Path], Path]
) -> None:
    first = put(window, seed.with_text("problems", "甲县的。"))
    second = put(window, seed.with_text("problems", "乙县的。"))
    files = {path: word(path) for path in (first, second)}
    for path in (first, second):
        asked = taken(window, files[path])
        assert f"草稿“{path.name}”就在这里" in words(asked)
        press(asked, "answer_open")
        assert window.wizard is not None
        assert window.wizard.path == path
        assert window.close_report()
    assert len(list(first.parent.glob("*.nianbao"))) == 2


def test_what_was_changed_in_the_word_file_is_offered_to_its_own_draft(
    window: MainWindow, seed: Report, word: Callable[[Path], Path]
) -> None:
    first, second = put(window, seed), put(window, seed)
    file = word(first)
    held = load(first)
    save(replace(held, report=held.report.with_text("problems", "后来又写的。")), first, NOW)
    asked = taken(window, file)
    assert f"草稿是“{first.name}”" in words(asked)
    assert "不同的有：" in words(asked)
    press(asked, "answer_into")
    assert window.wizard is not None
    assert window.wizard.path == first
    assert text_of(second) == seed.text.overview
    assert load(first).report.text.problems == held.report.text.problems


def test_a_copied_drafts_word_file_leads_to_the_copy(
    window: MainWindow, seed: Report, word: Callable[[Path], Path]
) -> None:
    mine = put(window, seed)
    copy = mine.with_name("复制的.nianbao")
    copy.write_bytes(mine.read_bytes())
    file = word(copy)
    assert load(copy).id == load(mine).id, "it has not been saved yet"
    asked = taken(window, file)
    assert f"草稿“{copy.name}”就在这里" in words(asked)
    press(asked, "answer_cancel")
    assert f"草稿“{mine.name}”就在这里" in words(taken(window, word(mine)))


def test_a_word_file_of_a_draft_that_is_gone_says_that_the_one_there_is_another(
    window: MainWindow, seed: Report, word: Callable[[Path], Path]
) -> None:
    gone = put(window, seed)
    file = word(gone)
    gone.unlink()
    mine = put(window, seed)
    asked = taken(window, file)
    assert f"“{mine.name}”" in words(asked)
    assert "不是从它导出的" in words(asked)


def every_dialog(window: MainWindow) -> list[QDialog]:
    settle()
    return every(window, QDialog)
