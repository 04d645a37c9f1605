"""历史版本 with the mouse: what changed in each, side by side, put back in part and whole, undone."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QListWidget, QMenu

from gui.controls.layouts import Card
from gui.dialogs.desk.versions import VersionsDialog
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.drafts import saved_words
from model.drafts.draft import Draft, dumps, load
from model.drafts.history import History
from model.report.report import Report
from model.session.edits import set_number, set_text
from tests.gui.driving import dialog, every, named, press, settle, wait, words

DAY = datetime(2025, 1, 8, 17, 2).astimezone()
RECEIVED = "applications.received.natural_person"


@pytest.fixture
def wizard(window: MainWindow, seed: Report) -> Wizard:
    """An open draft with a version of yesterday, whose text and figure are others now."""
    made = window.library.create(seed, DAY)
    made.file.close(DAY)
    window.open_file(made.file.path)
    found = window.wizard
    assert found is not None
    found.bridge.do(set_text("overview", "今天写坏了。"))
    found.bridge.do(set_number(RECEIVED, 8))
    found.bridge.save_now()
    return found


def asked(window: MainWindow, wizard: Wizard) -> VersionsDialog:
    """The dialog, opened from the report's menu."""
    settle()
    press(wizard, "report_more")
    menu = named(wizard, QMenu, "draft_menu")
    next(action for action in menu.actions() if action.objectName() == "draft_versions").trigger()
    menu.close()
    found = dialog(window)
    assert isinstance(found, VersionsDialog)
    listed = named(found, QListWidget, "versions_list")
    listed.setCurrentRow(listed.count() - 1)
    settle()
    return found


def test_yesterdays_text_comes_back_alone_and_the_step_is_undone(
    window: MainWindow, wizard: Wizard, seed: Report
) -> None:
    found = asked(window, wizard)
    said = words(found)
    assert "2025 年 1 月 8 日 17:02" in said
    assert "今天写坏了。" in said
    assert seed.text.overview.splitlines()[0] in said
    assert {"difference_overview", "difference_applications"} <= {card.objectName() for card in every(found, Card)}
    press(found, "take_overview")
    report = wizard.bridge.session.report
    assert report.text.overview == seed.text.overview
    assert report.value(RECEIVED) == 8, "the other parts stay"
    assert load(wizard.path).report.text.overview == seed.text.overview, "what is said to be put back is in the draft"
    settle()
    assert "“总体情况”已恢复到 2025 年 1 月 8 日 17:02，可以撤销" in words(wizard.bottom)
    assert wizard.page == "overview", "what came back is in sight"
    wizard.commands.undo()
    assert wizard.bridge.session.report.text.overview == "今天写坏了。"
    kept = [load(version.path).report.text.overview for version in window.library.generations(wizard.path)]
    assert "今天写坏了。" in kept


def test_a_recovery_file_that_is_opened_says_what_it_is_and_is_not_written(window: MainWindow, wizard: Wizard) -> None:
    copy = wizard.bridge.keep_copy()
    assert copy is not None
    assert window.close_report()
    content = copy.read_bytes()
    assert window.open_file(copy)
    assert window.wizard is not None
    settle()
    assert window.wizard.bridge.file is not None
    assert window.wizard.bridge.file.refusal == saved_words.RECOVERY
    assert "没写进草稿的修改（恢复文件），只能查看" in words(window.wizard.bottom)
    assert not window.wizard.bridge.do(set_number(RECEIVED, 1))
    assert copy.read_bytes() == content


def test_the_whole_comes_back_in_one_step(window: MainWindow, wizard: Wizard, seed: Report) -> None:
    before = wizard.bridge.session.report
    press(asked(window, wizard), "version_restore")
    assert wizard.bridge.session.report.value(RECEIVED) == seed.value(RECEIVED)
    assert wizard.bridge.session.report.text == seed.text
    wizard.commands.undo()
    assert wizard.bridge.session.report == before


def test_nothing_is_put_back_where_the_present_cannot_be_kept(
    window: MainWindow, wizard: Wizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = asked(window, wizard)
    file = wizard.bridge.file
    assert file is not None

    def refuse(_now: datetime) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(file, "keep_present", refuse)
    press(found, "version_restore")
    settle()
    assert wizard.bridge.session.report.value(RECEIVED) == 8
    assert "没有恢复：现在的内容没能先留一份（磁盘空间不足" in words(wizard.bottom)


def test_of_hundreds_of_versions_only_those_in_sight_are_read(
    window: MainWindow, wizard: Wizard, seed: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening the dialog costs what is in sight, whatever is kept; each says what changed in it."""
    history = History(window.library.generations(wizard.path)[0].path.parent)
    draft = Draft(seed, id=history.folder.name)
    for day in range(200):
        report = seed.with_number(RECEIVED, day).with_text("problems", f"第 {day} 天。")
        kept = Draft(report, draft.id, revision=1000 + day, saved_at=DAY + timedelta(days=day))
        history.add(dumps(kept), DAY + timedelta(days=day))
    count = list[Path]()

    def counted(path: Path) -> Draft:
        count.append(path)
        return load(path)

    monkeypatch.setattr("gui.dialogs.desk.versions.load", counted)
    found = asked_at_the_top(window, wizard)
    listed = named(found, QListWidget, "versions_list")
    wait(lambda: not listed.item(1).text().endswith("…"))
    wait(lambda: not [row for row in found._rows_in_sight() if listed.item(row).text().endswith("…")])
    assert listed.item(1).text().endswith("问题及改进情况、表三 1 格")
    assert len(count) <= 2 + len(found._rows_in_sight())
    assert listed.count() > 200
    QTest.mouseClick(named(found, QAbstractButton, "versions_close"), Qt.MouseButton.LeftButton)


def asked_at_the_top(window: MainWindow, wizard: Wizard) -> VersionsDialog:
    window.dialogs.act("versions", wizard.path)
    found = dialog(window)
    assert isinstance(found, VersionsDialog)
    return found


def test_what_was_there_before_the_first_saving_has_no_number(window: MainWindow, seed: Report, tmp_path: Path) -> None:
    store = History(tmp_path / "history")
    store.add(dumps(Draft(seed)), DAY)
    shown = VersionsDialog("某局", list(store.generations()), seed, window)
    said = named(shown, QListWidget, "versions_list").item(1).text()
    assert "最初的内容" in said
    assert "次保存" not in said
    shown.close()
