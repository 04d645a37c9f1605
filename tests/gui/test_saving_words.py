"""Each sentence about where work is, forced in the window by its real cause, beside the disk it speaks of."""

import inspect
import json
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from gui.program import app
from gui.program.log import Log
from gui.program.uncaught import Uncaught
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.drafts import saved_words
from model.drafts.draft import Draft, load, save
from model.files import shared_lock
from model.report.report import Report
from model.session.edits import set_number
from tests.disks import fill, freeze, hanging_disk, held_open, small_disk, thaw
from tests.drafts import test_draft_file, test_library
from tests.gui import test_draft_files, test_hanging_share, test_saving, test_versions
from tests.gui.driving import dialog, offer_recovery, press, settle, wait, words
from tests.gui.test_saving import NOW, RECEIVED, copies, notices, opened, saved, value, window_on

_SAVE_AS = "getSaveFileName"


@contextmanager
def full_disks(tmp_path: Path, *, data_too: bool) -> Iterator[tuple[Path, Path, Path]]:
    """Folders of drafts and data, and the disk to fill: that of both, or that of the drafts alone."""
    with small_disk(tmp_path / "盘", "512k") as disk:
        yield disk / "文档", disk / "data" if data_too else tmp_path / "data", disk


def bar(window: MainWindow) -> str:
    wait(lambda: window.wizard is not None)  # what is opened anew comes in its time
    settle()
    assert window.wizard is not None
    return words(window.wizard.bottom)


def changed_elsewhere(wizard: Wizard, seed: Report) -> None:
    save(Draft(seed.with_number(RECEIVED, 50), wizard.bridge.session.draft.id, 9), wizard.path, NOW)
    wizard.bridge.do(set_number(RECEIVED, 60))
    assert wizard.bridge.save_now() is not None


@pytest.mark.parametrize("data_too", [False, True])
def test_a_full_disk_is_told_in_the_bar_with_where_the_work_is(
    qapp: QApplication, seed: Report, tmp_path: Path, data_too: bool
) -> None:
    assert qapp
    with full_disks(tmp_path, data_too=data_too) as (documents, data, disk), window_on(documents, data) as window:
        wizard = opened(window, seed)
        filler = fill(disk)
        wizard.bridge.do(set_number(RECEIVED, 77))
        assert wizard.bridge.save_now() is not None
        assert [value(copy) for copy in copies(data)] == ([] if data_too else [77])
        assert ("修改已暂存在本机，会自动再试" in saved(wizard)) == (not data_too)
        assert ("修改还在程序里，会自动再试，请先不要关闭程序" in saved(wizard)) == data_too
        QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        assert wizard.bridge.save_now() is not None
        assert "已保存" not in bar(window)
        filler.unlink()
        QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        wait(lambda: "已保存。平时不用按，改动会自动保存。" in bar(window))
        assert value(wizard.path) == 77


@pytest.mark.parametrize("data_full", [False, True])
def test_a_draft_changed_elsewhere_is_told_with_where_the_own_work_is(
    qapp: QApplication, seed: Report, tmp_path: Path, data_full: bool
) -> None:
    assert qapp
    with small_disk(tmp_path / "盘", "512k") as disk, window_on(tmp_path / "文档", disk / "data") as window:
        wizard = opened(window, seed)
        filler = fill(disk) if data_full else None
        changed_elsewhere(wizard, seed)
        asked = dialog(window)
        assert bool(copies(disk / "data")) == (not data_full)
        assert ("您的修改已暂存在本机" in saved(wizard)) == (not data_full)
        assert ("您的修改还在程序里，请先不要关闭程序" in saved(wizard)) == data_full
        assert ("您最后的修改在本机的恢复文件里。" in words(asked)) == (not data_full)
        assert ("您最后的修改还只在程序里。" in words(asked)) == data_full
        if filler is not None:
            filler.unlink()
        press(asked, "answer_mine")
        wait(lambda: not wizard.bridge.session.unsaved)
        (aside,) = wizard.path.parent.glob("*别处改动*")
        assert f"别处改过的那一份已另存为“{aside.name}”。" in bar(window)
        assert (value(wizard.path), value(aside)) == (60, 50)


def test_the_own_work_beside_is_told_by_the_name_it_has(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed)
    changed_elsewhere(wizard, seed)
    press(dialog(window), "answer_theirs")
    (beside,) = wizard.path.parent.glob("*本机的改动*")
    assert f"您的内容已另存为“{beside.name}”，这里是别处的内容。" in bar(window)
    assert value(beside) == 60


def test_a_lock_that_was_taken_over_stops_writing(
    window: MainWindow, seed: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_lock, "BEAT_S", 0.05)
    others = set(threading.enumerate())
    wizard = opened(window, seed)
    before = wizard.path.read_bytes()
    lock = shared_lock.lock_file(wizard.path)
    theirs = json.dumps({**json.loads(lock.read_bytes()), "token": "another"})
    (heartbeat,) = (thread for thread in set(threading.enumerate()) - others if thread.name == "heartbeat")
    while heartbeat.is_alive():
        lock.write_text(theirs, encoding="utf-8")
        heartbeat.join(0.2)
    wizard.bridge.do(set_number(RECEIVED, 60))
    assert wizard.bridge.save_now() is not None
    assert saved_words.TAKEN_OVER in saved(wizard)
    assert wizard.path.read_bytes() == before


@pytest.mark.parametrize("data_full", [False, True])
def test_a_place_that_does_not_answer_is_told_with_where_the_work_is(
    qapp: QApplication, seed: Report, tmp_path: Path, data_full: bool
) -> None:
    assert qapp
    with ExitStack() as stack:
        disk = stack.enter_context(hanging_disk(tmp_path / "share"))
        data = stack.enter_context(small_disk(tmp_path / "盘", "512k"))
        window = stack.enter_context(window_on(disk / "文档", data / "data"))
        wizard = opened(window, seed)
        filler = fill(data) if data_full else None
        freeze(disk)
        wizard.bridge.do(set_number(RECEIVED, 60))
        where = "请先不要关闭程序" if data_full else "已另存一份在本机"
        wait(lambda: "存不上：草稿所在的文件夹没有回应" in saved(wizard) and where in saved(wizard))
        assert [value(copy) for copy in copies(data / "data")] == ([] if data_full else [60])
        assert ("已另存一份在本机" in saved(wizard)) == (not data_full)
        assert ("请先不要关闭程序" in saved(wizard)) == data_full
        thaw(disk)
        wait(lambda: saved(wizard).startswith("已自动保存 "))
        assert value(wizard.path) == 60
        if filler is not None:
            filler.unlink()


def test_a_draft_that_is_gone_with_all_its_versions_is_told_to_be_lost(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed)
    wizard.path.unlink()
    shutil.rmtree(window.stage.data / "history")
    assert not window.close_report()
    asked = dialog(window)
    assert "还没存上，要离开吗？" in words(asked)
    assert "现在离开就找不回来了：没有历史版本。" in words(asked)
    press(asked, "answer_retry")
    assert load(wizard.path).report == seed


def test_saving_elsewhere_that_fails_is_said_and_nothing_there_is_touched(
    qapp: QApplication, seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp
    with full_disks(tmp_path, data_too=False) as (documents, data, disk), window_on(documents, data) as window:
        wizard = opened(window, seed)
        other = disk / "另一份.nianbao"
        other.write_bytes(b"theirs")
        fill(disk)
        wizard.bridge.do(set_number(RECEIVED, 77))
        window.close()
        monkeypatch.setattr(QFileDialog, _SAVE_AS, lambda *_args: (str(other), ""))
        press(dialog(window), "answer_save_as")
        assert "没有存上：" in bar(window)
        assert "已另存" not in bar(window)
        assert other.read_bytes() == b"theirs"
        assert window.isVisible()


def test_a_report_that_was_killed_with_all_saved_is_told_to_be_whole(
    window: MainWindow, seed: Report, tmp_path: Path
) -> None:
    made = window.library.create(seed, NOW)
    made.file.close()
    with held_open(made.file.path, tmp_path / "data"):
        pass
    window.show_start()
    offer_recovery(window)
    assert f"“{made.file.path.stem}”上次没有正常关闭，已恢复到" in notices(window)
    assert load(made.file.path).report == seed


def test_a_missing_draft_is_told_with_the_version_that_takes_its_place(
    window: MainWindow, seed: Report, tmp_path: Path
) -> None:
    made = window.library.create(seed, NOW)
    made.file.close()
    with held_open(made.file.path, tmp_path / "data"):
        made.file.path.unlink()
    window.show_start()
    offer_recovery(window)
    assert re.search("草稿文件不见了（.*）。程序留有 .* 的版本，可以放回原处继续。", notices(window))
    press(window.start, "use_recovery")
    assert load(made.file.path).report == seed


def test_a_broken_draft_is_told_with_its_version_and_kept_beside(window: MainWindow, seed: Report) -> None:
    made = window.library.create(seed, NOW)
    made.file.close()
    made.file.path.write_bytes(b"{broken")
    assert not window.open_file(made.file.path)
    asked = dialog(window)
    assert "可以用它继续；打不开的文件会另存在旁边，不会删除。" in words(asked)
    press(asked, "answer_restore")
    assert load(made.file.path).report == seed
    (kept,) = made.file.path.parent.glob("*损坏*")
    assert kept.read_bytes() == b"{broken"


def test_what_was_taken_out_on_opening_is_in_a_version(window: MainWindow, seed: Report, tmp_path: Path) -> None:
    received = tmp_path / "收到的.nianbao"
    save(Draft(seed.with_text("overview", "某\u200b局。")), received, NOW)
    content = received.read_bytes()
    assert window.open_file(received)
    assert "原来的内容留在历史版本里" in bar(window)
    assert content in [version.path.read_bytes() for version in window.library.generations(received)]


def test_a_version_that_is_opened_from_its_folder_is_not_written(window: MainWindow, seed: Report) -> None:
    opened(window, seed)
    assert window.close_report()
    (version,) = (window.stage.data / "history").rglob("*.nianbao")
    before = version.read_bytes()
    assert window.open_file(version)
    assert window.wizard is not None
    assert "历史版本，只能查看；草稿没有改动。" in saved(window.wizard)
    assert not window.wizard.bridge.do(set_number(RECEIVED, 60))
    assert window.close_report()
    assert version.read_bytes() == before


def test_a_data_folder_that_was_removed_is_said_beside_the_save(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed)
    shutil.rmtree(window.stage.data)
    wizard.bridge.do(set_number(RECEIVED, 60))
    assert wizard.bridge.save_now() is None
    assert saved_words.DATA_GONE in saved(wizard)
    assert [value(version.path) for version in window.library.generations(wizard.path)] == [60]


def test_a_folder_that_has_gone_away_is_said(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed)
    away = wizard.path.parent.with_name("移走")
    wizard.path.parent.rename(away)
    wizard.bridge.do(set_number(RECEIVED, 60))
    assert wizard.bridge.save_now() is not None
    assert saved_words.PLACE_GONE in saved(wizard)
    assert value(away / wizard.path.name) == seed.value(RECEIVED)
    away.rename(wizard.path.parent)
    assert wizard.bridge.save_now() is None
    assert value(wizard.path) == 60


def test_a_report_that_was_saved_on_another_day_says_the_day(window: MainWindow, seed: Report) -> None:
    day = NOW - timedelta(days=20)
    made = window.library.create(seed, day)
    made.file.close()
    assert window.open_file(made.file.path)
    assert window.wizard is not None
    assert f"{day.year}年{day.month}月{day.day}日 保存" in saved(window.wizard)
    window.wizard.bridge.do(set_number(RECEIVED, 60))
    assert window.wizard.bridge.save_now() is None
    assert saved(window.wizard).startswith("已自动保存 ")


@pytest.mark.parametrize("data_full", [False, True])
def test_after_an_error_of_the_program_it_is_said_whether_there_is_a_copy(
    qapp: QApplication, seed: Report, tmp_path: Path, data_full: bool
) -> None:
    """The guard of the running program, and an exception in a slot."""
    assert qapp
    with small_disk(tmp_path / "盘", "512k") as disk, window_on(tmp_path / "文档", disk / "data") as window:
        wizard = opened(window, seed)
        wizard.bridge.do(set_number(RECEIVED, 60))
        filler = fill(disk) if data_full else None
        guard = Uncaught(Log(tmp_path / "log"), window.keep_copy, lambda place, copy: app._tell(window, place, copy))
        guard.install()
        QTimer.singleShot(0, _wrong)
        settle()
        guard.uninstall()
        asked = dialog(window)
        assert [value(copy) for copy in copies(disk / "data")] == ([] if data_full else [60])
        assert ("您的内容已另存一份：" in words(asked)) == (not data_full)
        assert ("您的内容还没有另存成功，请先不要关闭程序" in words(asked)) == data_full
        press(asked, "answer_go_on")
        if filler is not None:
            filler.unlink()


def _wrong() -> None:
    raise LookupError


FORCED: dict[str, Callable[..., object]] = {
    "READ_ONLY": test_saving.test_saving_by_hand_what_is_only_looked_at_says_that_nothing_is_saved,
    "GONE": test_saving.test_a_draft_deleted_while_open_is_told_on_leaving_and_can_be_saved_again,
    "LOST": test_saving.test_a_draft_that_is_taken_away_is_not_said_to_be_saved,
    "OUTDATED": test_saving.test_a_reader_does_nothing_with_what_was_changed_elsewhere_meanwhile,
    "READ_AGAIN": test_saving.test_a_reader_does_nothing_with_what_was_changed_elsewhere_meanwhile,
    "GONE_MEANWHILE": test_saving.test_a_reader_does_nothing_with_what_was_changed_elsewhere_meanwhile,
    "CHANGED": test_saving.conflict,
    "VERSION": test_library.test_a_version_is_only_looked_at,
    "TAKEN_OVER": test_a_lock_that_was_taken_over_stops_writing,
    "SAVING": test_hanging_share.test_saving_by_hand_says_saved_only_when_the_draft_holds_it,
    "CLOSING": test_hanging_share.test_giving_a_saved_draft_free_is_waited_for_only_so_long,
    "leaving_now": test_hanging_share.test_closing_asks_and_leaves_a_recovery_copy,
    "STILL_UNSAVED": test_a_draft_that_is_gone_with_all_its_versions_is_told_to_be_lost,
    "NOT_CHOSEN": test_saving.test_what_is_said_to_be_kept_is_kept_although_the_data_folder_is_full,
    "LOOKING": test_saving.test_what_is_said_to_be_kept_is_kept_although_the_data_folder_is_full,
    "DATA_GONE": test_a_data_folder_that_was_removed_is_said_beside_the_save,
    "PLACE_GONE": test_a_folder_that_has_gone_away_is_said,
    "saved_words": test_a_report_that_was_saved_on_another_day_says_the_day,
    "saved_by_hand": test_a_full_disk_is_told_in_the_bar_with_where_the_work_is,
    "nothing_to_save": test_saving.test_saving_by_hand_what_is_only_looked_at_says_that_nothing_is_saved,
    "not_saved": test_a_full_disk_is_told_in_the_bar_with_where_the_work_is,
    "not_made": test_saving.test_a_new_report_on_a_full_disk_is_only_where_that_is_said,
    "no_draft_holds_it": test_draft_file.test_a_report_no_draft_can_hold_does_not_replace_a_good_one,
    "not_written_there": test_saving_elsewhere_that_fails_is_said_and_nothing_there_is_touched,
    "stopped": test_a_draft_changed_elsewhere_is_told_with_where_the_own_work_is,
    "hanging": test_a_place_that_does_not_answer_is_told_with_where_the_work_is,
    "versions_not_kept": test_saving.test_a_data_folder_that_is_full_is_said_beside_every_save,
    "taken_out": test_what_was_taken_out_on_opening_is_in_a_version,
    "leaving": test_saving.test_closing_on_a_full_disk_says_that_the_work_is_on_no_disk,
    "in_conflict": test_a_draft_changed_elsewhere_is_told_with_where_the_own_work_is,
    "leaving_gone": test_a_draft_that_is_gone_with_all_its_versions_is_told_to_be_lost,
    "emergency": test_after_an_error_of_the_program_it_is_said_whether_there_is_a_copy,
    "recovered": test_a_report_that_was_killed_with_all_saved_is_told_to_be_whole,
    "unsaved_work": test_saving.test_esc_on_recovered_work_forgets_nothing,
    "put_beside": test_the_own_work_beside_is_told_by_the_name_it_has,
    "kept_aside": test_a_draft_changed_elsewhere_is_told_with_where_the_own_work_is,
    "damaged": test_a_broken_draft_is_told_with_its_version_and_kept_beside,
    "saved_elsewhere": test_saving.test_going_on_in_another_place_after_a_disk_is_full,
    "RECOVERY": test_versions.test_a_recovery_file_that_is_opened_says_what_it_is_and_is_not_written,
    "looking": test_versions.test_a_recovery_file_that_is_opened_says_what_it_is_and_is_not_written,
    "put_back": test_versions.test_yesterdays_text_comes_back_alone_and_the_step_is_undone,
    "replaced_by": test_draft_files.test_a_draft_is_sent_changed_by_a_colleague_looked_at_and_taken_back,
    "taken_from": test_draft_files.test_parts_of_what_a_colleague_sent_back_are_taken_and_the_own_work_on_others_stays,
    "sent": test_draft_files.test_a_draft_is_sent_changed_by_a_colleague_looked_at_and_taken_back,
    "copied": test_draft_files.test_a_copy_and_the_next_years_report_are_made_from_a_row,
    "taken_back": test_draft_files.test_a_removed_draft_comes_back_at_once,
}
"""Every sentence of `saved_words`, and what brings it into the window; two that the window
does not come to (a version is not edited, no field takes so much) are forced at the file."""


def test_no_sentence_about_saving_is_left_unforced() -> None:
    """What is in the table has words of the sentence in it, or its name."""
    sentences = {
        name: found if isinstance(found, str) else inspect.getsource(found)
        for name, found in vars(saved_words).items()
        if not name.startswith("_") and getattr(found, "__module__", saved_words.__name__) == saved_words.__name__
        if isinstance(found, str) or callable(found)
    }
    assert set(FORCED) == set(sentences)
    for name, test in FORCED.items():
        asserted = inspect.getsource(test)
        spoken = re.findall("[一-鿿，。：；]{4,}", re.sub('""".*?"""', "", sentences[name], flags=re.DOTALL))
        parts = {piece for words_ in spoken for piece in re.split("[，。：；]", words_) if len(piece) >= 4}
        assert f"saved_words.{name}" in asserted or any(part in asserted for part in parts), name
