"""What the window says about saving is so: on full disks, after a crash, beside others, and when the file is gone."""

import ast
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Event, Thread, current_thread

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QLabel, QListWidget, QWidget

from gui.controls.buttons import Button
from gui.controls.notice import Notice
from gui.pages.start.draft_row import DraftRow
from gui.program import app
from gui.session.draft_watch import DraftWatch
from gui.shell.reading_only import Follower
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.drafts import saved_words
from model.drafts.draft import Draft, dumps, load, save
from model.drafts.leftovers import Leftover
from model.drafts.library import Library
from model.drafts.listing import DraftList, Entry
from model.report.report import Report
from model.session.edits import set_number
from model.structs import replace
from tests.disks import fill, held_open, small_disk
from tests.gui.conftest import TODAY
from tests.gui.driving import dialog, every, named, offer_recovery, press, settle, wait, words
from tests.tools import PATIENCE_S

NOW = datetime(2025, 1, 9, 10, 2).astimezone()
RECEIVED = "applications.received.natural_person"
ROOT = Path(__file__).parents[2]
TELLING = (
    "已保存|自动保存|保存好|存好了|存上|留在本机|留在历史|暂存|接着用|已另存|恢复文件里|没写进草稿|先不要关闭|没有保存|不会丢|就丢|找不回来|"
    "都在草稿里|写进草稿|已恢复|已存(?!在)"
)
"""What tells where work is, or that it is safe."""
ELSEWHERE = (
    "gui/program/window_test.py",  # the self-test's own lines
    "gui/dialogs/help.py",  # what the program does, and a zip that was written
    "gui/findings/purge_cards.py",  # what a purge takes away
    "gui/pages/finish/sheet_panel.py",  # a check sheet that was written
)
"""Where such words are not about the open draft."""


@contextmanager
def window_on(documents: Path, data: Path) -> Iterator[MainWindow]:
    """The window of a machine with these folders."""
    window = MainWindow(documents, data, lambda: TODAY, lambda: "0")
    window.show_start()
    window.show()
    try:
        yield window
    finally:
        window.opening.leave_anyway = True
        window.close()
        window.deleteLater()
        settle()


def opened(window: MainWindow, report: Report) -> Wizard:
    made = window.library.create(report, NOW)
    made.file.close()
    assert window.open_file(made.file.path)
    settle()
    assert window.wizard is not None
    return window.wizard


def value(path: Path) -> object:
    return load(path).report.value(RECEIVED)


def saved(wizard: Wizard) -> str:
    settle()
    return named(wizard.bottom, QLabel, "saved_words").text()


def notices(window: MainWindow) -> str:
    settle()
    return "\n".join(words(found) for found in every(window.start, Notice))


def copies(data: Path) -> list[Path]:
    return list(data.glob("recovery/*/draft.nianbao"))


def test_closing_on_a_full_disk_says_that_the_work_is_on_no_disk(
    qapp: QApplication, seed: Report, tmp_path: Path
) -> None:
    """Drafts and data on one disk, the usual case."""
    assert qapp
    with small_disk(tmp_path / "盘", "512k") as disk, window_on(disk / "文档", disk / "data") as window:
        wizard = opened(window, seed)
        path, before = wizard.path, value(wizard.path)
        fill(disk)
        wizard.bridge.do(set_number(RECEIVED, 77))
        window.close()
        asked = dialog(window)
        said = words(asked)
        assert not copies(disk / "data")
        assert "没有存到任何磁盘上" in said
        assert "现在离开就丢了" in said
        assert not re.search("留在本机|恢复文件里|接着用|暂存", said)
        assert window.isVisible()
        press(asked, "answer_leave")
        assert not window.isVisible(), "仍要离开 closes the window"
        assert value(path) == before


def test_closing_on_a_full_disk_offers_another_place(
    qapp: QApplication, seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp
    with small_disk(tmp_path / "盘", "512k") as disk, window_on(disk / "文档", disk / "data") as window:
        wizard = opened(window, seed)
        fill(disk)
        wizard.bridge.do(set_number(RECEIVED, 77))
        window.close()
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "另存"), ""))
        press(dialog(window), "answer_save_as")
        assert value(tmp_path / "另存.nianbao") == 77
        assert not window.isVisible()


def test_going_on_in_another_place_after_a_disk_is_full(
    qapp: QApplication, seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp
    with small_disk(tmp_path / "盘", "512k") as disk, window_on(disk / "文档", disk / "data") as window:
        wizard = opened(window, seed)
        fill(disk)
        wizard.bridge.do(set_number(RECEIVED, 77))
        assert not window.close_report()
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "另存.nianbao"), ""))
        press(dialog(window), "answer_save_as")
        assert window.wizard is not None
        assert window.wizard.path == tmp_path / "另存.nianbao"
        settle()
        settle()
        assert "接下来的修改都写进那里" in words(window.wizard.bottom)
        window.wizard.bridge.do(set_number(RECEIVED, 78))
        assert window.wizard.bridge.save_now() is None
        assert value(tmp_path / "另存.nianbao") == 78


def test_closing_with_room_elsewhere_keeps_the_work_and_offers_it(
    qapp: QApplication, seed: Report, tmp_path: Path
) -> None:
    assert qapp
    with small_disk(tmp_path / "盘", "512k") as disk:
        with window_on(disk / "文档", tmp_path / "data") as window:
            wizard = opened(window, seed)
            path = wizard.path
            filler = fill(disk)
            wizard.bridge.do(set_number(RECEIVED, 77))
            window.close()
            asked = dialog(window)
            (copy,) = copies(tmp_path / "data")
            assert value(copy) == 77
            assert "最后的修改在本机的恢复文件里，下次打开时可以接着用" in words(asked)
            press(asked, "answer_leave")
            assert not window.isVisible()
        filler.unlink()
        with window_on(disk / "文档", tmp_path / "data") as window:
            offer_recovery(window)
            assert "有没写进草稿的修改" in notices(window)
            press(window.start, "use_recovery")
            assert window.wizard is not None
            assert window.wizard.bridge.session.report.value(RECEIVED) == 77
            assert value(path) == 77


@pytest.mark.parametrize("data_too", [False, True])
def test_a_new_report_on_a_full_disk_is_only_where_that_is_said(
    qapp: QApplication, seed: Report, tmp_path: Path, data_too: bool
) -> None:
    assert qapp
    with small_disk(tmp_path / "盘", "512k") as disk:
        data = disk / "data" if data_too else tmp_path / "data"
        with window_on(disk / "文档", data) as window:
            opened(window, seed)
            assert window.close_report()
            fill(disk)
            assert not window.opening.begin(lambda: seed.with_number(RECEIVED, 77), ask=False)
            said = notices(window)
            assert "没能新建：磁盘空间不足" in said
            assert "会自动再试" not in said
            assert ("可以从那里接着用" in said) == bool(copies(data)) == (not data_too)
            if not data_too:
                wait(lambda: window.start.findChild(QAbstractButton, "use_recovery") is not None)
                press(window.start, "use_recovery")
                assert window.wizard is not None
                assert window.wizard.bridge.session.report.value(RECEIVED) == 77


def test_a_line_about_a_folder_that_takes_nothing_ends_when_it_takes_files_again(
    qapp: QApplication, seed: Report, tmp_path: Path
) -> None:
    assert qapp
    with small_disk(tmp_path / "盘", "2m") as disk, window_on(disk / "文档", tmp_path / "data") as window:
        opened(window, seed)
        assert window.close_report()
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        assert not window.opening.begin(lambda: seed.with_number(RECEIVED, 77), ask=False)
        assert "没能新建" in notices(window)
        QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
        wait(lambda: window.stage.looked_at is None)
        assert "没能新建" in notices(window)
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
        QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
        wait(lambda: "没能新建" not in notices(window))


@pytest.fixture
def unsaved(window: MainWindow, seed: Report, tmp_path: Path) -> Path:
    """A draft whose last work is only in a copy, as a crash leaves it."""
    made = Library(window.library.folder, tmp_path / "data").create(seed, NOW)
    made.file.keep_copy(Draft(seed.with_number(RECEIVED, 9)), NOW)
    made.file.close()
    return made.file.path


def test_esc_on_recovered_work_forgets_nothing(window: MainWindow, unsaved: Path) -> None:
    window.show_start()
    wait(lambda: "有没写进草稿的修改" in notices(window))
    QTest.keyClick(window.start, Qt.Key.Key_Escape)
    assert notices(window) == ""
    window.show_start()
    wait(lambda: "有没写进草稿的修改" in notices(window))  # again whenever the list is
    assert copies(window.stage.data)
    assert unsaved.exists()


def test_work_lost_while_the_list_is_looked_through_is_told_too(
    window: MainWindow, seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look, seen, go_on = Library.leftovers, Event(), Event()

    def slow(library: Library) -> tuple[Leftover, ...]:
        found = look(library)
        seen.set()
        go_on.wait(PATIENCE_S)
        return found

    made = Library(window.library.folder, tmp_path / "data").create(seed, NOW)
    monkeypatch.setattr(Library, "leftovers", slow)
    window.opening.offer_leftovers()
    wait(seen.is_set)
    made.file.keep_copy(Draft(seed.with_number(RECEIVED, 9)), NOW)
    made.file.close()
    window.show_start()
    go_on.set()
    wait(lambda: "有没写进草稿的修改" in notices(window))


@pytest.mark.parametrize(("answer", "count"), [("use_recovery", 9), ("use_draft", None)])
def test_opening_a_draft_with_unsaved_work_asks_which(
    window: MainWindow, seed: Report, unsaved: Path, answer: str, count: int | None
) -> None:
    assert not window.open_file(unsaved)
    asked = dialog(window)
    assert "没写进草稿的修改" in words(asked)
    press(asked, f"answer_{answer}")
    assert window.wizard is not None
    expected = seed.value(RECEIVED) if count is None else count
    assert window.wizard.bridge.session.report.value(RECEIVED) == expected
    kept = {load(version.path).report.value(RECEIVED) for version in window.library.generations(unsaved)}
    assert kept == {9, seed.value(RECEIVED)}, "neither is lost"
    assert window.close_report()
    assert notices(window) == ""


def test_a_draft_deleted_while_open_is_told_on_leaving_and_can_be_saved_again(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed)
    path = wizard.path
    path.unlink()
    assert not window.close_report()
    asked = dialog(window)
    assert saved_words.GONE in words(asked)
    assert "历史版本（1 份）" in words(asked)
    press(asked, "answer_retry")
    assert load(path).report == seed
    assert window.wizard is None


def test_a_draft_that_is_taken_away_is_not_said_to_be_saved(window: MainWindow, seed: Report, tmp_path: Path) -> None:
    wizard = opened(window, seed)
    wizard.bridge.do(set_number(RECEIVED, 1))
    assert wizard.bridge.save_now() is None
    assert saved(wizard).startswith("已自动保存 ")
    away = wizard.path.rename(tmp_path / "别处.nianbao")
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    wait(lambda: saved(wizard) == saved_words.LOST)
    away.rename(wizard.path)
    wizard.bridge.look()
    wait(lambda: saved(wizard).startswith("已自动保存 "))
    wizard.path.unlink()
    assert not window.close_report()
    assert saved(wizard) == saved_words.LOST
    press(dialog(window), "answer_cancel")
    wizard.bridge.do(set_number(RECEIVED, 2))
    wait(lambda: saved(wizard).startswith("已自动保存 "))
    assert value(wizard.path) == 2
    folder = wizard.path.parent.rename(tmp_path / "U盘")
    wizard.bridge.look()
    wait(lambda: saved(wizard) == saved_words.PLACE_GONE)
    folder.rename(wizard.path.parent)


def test_saving_by_hand_a_draft_that_was_deleted_makes_it_again(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed)
    wizard.path.unlink()
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    wait(lambda: "不见了（被删除或移走），已在原处重新保存" in words(wizard.bottom))
    assert load(wizard.path).report == seed


def test_saving_by_hand_what_is_only_looked_at_says_that_nothing_is_saved(window: MainWindow, seed: Report) -> None:
    made = window.library.create(seed, NOW)
    made.file.close()
    made.file.path.chmod(0o444)
    assert window.open_file(made.file.path)
    settle()
    assert window.wizard is not None
    before = saved(window.wizard)
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert saved(window.wizard) == before
    assert f"{saved_words.READ_ONLY}，没有要保存的" in words(window.wizard.bottom)
    assert not re.search("已保存|已自动保存", words(window.wizard.bottom))


def conflict(window: MainWindow, seed: Report) -> QDialog:
    wizard = opened(window, seed)
    save(Draft(seed.with_number(RECEIVED, 50), wizard.bridge.session.draft.id, 9), wizard.path, NOW)
    wizard.bridge.do(set_number(RECEIVED, 60))
    assert wizard.bridge.save_now() is not None
    asked = dialog(window)
    (copy,) = copies(window.stage.data)
    assert value(copy) == 60
    assert saved_words.CHANGED in saved(wizard)
    assert "这份年报在别处被改过" in words(asked)
    assert "最后的修改在本机的恢复文件里" in words(asked)
    assert value(wizard.path) == 50
    assert "没有保存" in saved(wizard)
    return asked


def test_a_conflict_is_asked_once_and_the_own_content_can_win(window: MainWindow, seed: Report) -> None:
    asked = conflict(window, seed)
    wizard = window.wizard
    assert wizard is not None
    wizard.bridge.do(set_number(RECEIVED, 61))
    assert wizard.bridge.save_now() is not None
    assert len([found for found in every(window, QDialog) if found.isVisible()]) == 1
    press(asked, "answer_mine")
    wait(lambda: not wizard.bridge.session.unsaved)
    (aside,) = wizard.path.parent.glob("*别处改动*")
    assert (value(wizard.path), value(aside)) == (61, 50)
    assert saved(wizard).startswith("已自动保存 ")
    assert window.close_report()


def test_in_a_conflict_the_other_content_can_win(window: MainWindow, seed: Report) -> None:
    asked = conflict(window, seed)
    press(asked, "answer_theirs")
    wait(lambda: window.wizard is not None)  # the other content is opened in its time
    wizard = window.wizard
    assert wizard is not None
    assert wizard.bridge.session.report.value(RECEIVED) == 50
    (beside,) = wizard.path.parent.glob("*本机的改动*")
    assert (value(wizard.path), value(beside)) == (50, 60)


def test_a_reader_can_write_when_the_holder_has_closed(window: MainWindow, seed: Report, tmp_path: Path) -> None:
    made = window.library.create(seed, NOW)
    made.file.close()
    with held_open(made.file.path, tmp_path / "another account") as process:
        assert window.open_file(made.file.path)
        reader = window.wizard
        assert reader is not None
        assert reader.bridge.session.read_only
        assert "这里只能查看" in saved(reader)
        assert not named(reader.top, QWidget, "reading_action").isVisible()
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
        process.wait()
    follower = next(found for found in reader.children() if isinstance(found, Follower))
    follower.look()
    wait(lambda: named(reader.top, QWidget, "reading_action").isVisible())
    assert "已经关闭这份年报，可以改了" in saved(reader)
    press(reader.top, "reading_action")
    writer = window.wizard
    assert writer is not None
    assert not writer.bridge.session.read_only
    writer.bridge.do(set_number(RECEIVED, 5))
    assert writer.bridge.save_now() is None


def test_a_reader_does_nothing_with_what_was_changed_elsewhere_meanwhile(
    window: MainWindow, seed: Report, tmp_path: Path
) -> None:
    made = window.library.create(seed, NOW)
    made.file.close()
    path = made.file.path
    with held_open(path, tmp_path / "another account"):
        assert window.open_file(path)
        reader = window.wizard
        assert reader is not None
        path.write_bytes(dumps(Draft(seed.with_number(RECEIVED, 50), made.draft.id, 9)))
        look_at_draft(reader)
        wait(lambda: saved_words.OUTDATED in saved(reader))
        assert named(reader.top, Button, "reading_action").text() == "重新读入"
        reader.show_page("finish")
        press(reader, "export_docx")
        wait(lambda: window.wizard not in (None, reader))
        again = window.wizard
        assert again is not None
        assert again.bridge.session.read_only
        assert again.bridge.session.report.value(RECEIVED) == 50
        assert not path.with_suffix(".docx").exists()
        wait(lambda: saved_words.READ_AGAIN in words(again.bottom))
        again.show_page("finish")
        press(again, "export_docx")
        wait(path.with_suffix(".docx").exists)
        path.unlink()
        look_at_draft(again)
        wait(lambda: saved_words.GONE_MEANWHILE in saved(again))


def look_at_draft(reader: Wizard) -> None:
    next(found for found in reader.bridge.children() if isinstance(found, DraftWatch)).look()


def test_a_read_only_file_says_so(window: MainWindow, seed: Report) -> None:
    made = window.library.create(seed, NOW)
    made.file.close()
    made.file.path.chmod(0o444)
    assert window.open_file(made.file.path)
    assert window.wizard is not None
    assert "这个文件是只读的" in saved(window.wizard)


def test_a_data_folder_that_is_full_is_said_beside_every_save(qapp: QApplication, seed: Report, tmp_path: Path) -> None:
    assert qapp
    with small_disk(tmp_path / "盘", "512k") as disk, window_on(tmp_path / "文档", disk / "data") as window:
        wizard = opened(window, seed)
        filler = fill(disk)
        wizard.bridge.do(set_number(RECEIVED, 1))
        assert wizard.bridge.save_now() is None
        assert saved(wizard).startswith("已自动保存 ")
        assert "历史版本没有存上：磁盘空间不足" in saved(wizard)
        filler.unlink()
        wizard.bridge.do(set_number(RECEIVED, 2))
        assert wizard.bridge.save_now() is None
        assert "历史版本" not in saved(wizard)


def test_versions_are_looked_at_without_a_change_and_put_back(window: MainWindow, seed: Report) -> None:
    wizard = opened(window, seed)
    path = wizard.path
    wizard.bridge.do(set_number(RECEIVED, 8))
    assert window.close_report()
    content = path.read_bytes()
    window.dialogs.act("versions", path)
    asked = dialog(window)
    listed = named(asked, QListWidget, "versions_list")
    assert listed.count() == 4, "two days with a version each"
    listed.setCurrentRow(3)
    press(asked, "version_look")
    looking = window.wizard
    assert looking is not None
    assert looking.bridge.session.read_only
    assert looking.bridge.session.report.value(RECEIVED) == seed.value(RECEIVED)
    assert "历史版本，只能查看" in saved(looking)
    assert not looking.bridge.do(set_number(RECEIVED, 99))
    assert path.read_bytes() == content
    press(looking.top, "reading_action")
    assert value(path) == seed.value(RECEIVED)
    assert window.wizard is not None
    assert not window.wizard.bridge.session.read_only
    assert {load(version.path).report.value(RECEIVED) for version in window.library.generations(path)} == {
        seed.value(RECEIVED),
        8,
    }


def test_what_is_said_to_be_kept_is_kept_although_the_data_folder_is_full(
    qapp: QApplication, seed: Report, tmp_path: Path
) -> None:
    """Going back to a version, and choosing between two contents: what is not chosen is on a disk either way."""
    assert qapp
    with small_disk(tmp_path / "盘", "512k") as disk, window_on(tmp_path / "文档", disk / "data") as window:
        wizard = opened(window, seed)
        path = wizard.path
        filler = fill(disk)
        wizard.bridge.do(set_number(RECEIVED, 70))
        assert window.close_report()
        window.dialogs.act("versions", path)
        asked = dialog(window)
        assert "现在的内容也留着，在历史版本里或草稿旁边" in words(asked)
        press(asked, "version_restore")
        assert value(path) == seed.value(RECEIVED)
        (beside,) = path.parent.glob("*恢复前*")
        assert value(beside) == 70
        assert window.close_report()
        filler.unlink()
        _unsaved_work(window.library, path, 9)
        filler = fill(disk)
        assert not window.open_file(path)
        asked = dialog(window)
        assert saved_words.NOT_CHOSEN in words(asked)
        press(asked, "answer_use_draft")
        kept = {value(file) for file in disk.glob("data/*/*/*.nianbao")}
        assert 9 in kept


def _unsaved_work(library: Library, path: Path, number: int) -> None:
    work = library.open(path, NOW)
    work.file.keep_copy(Draft(work.draft.report.with_number(RECEIVED, number)), NOW)
    work.file.close()


def test_a_deleted_draft_is_offered_brought_back_and_removed(window: MainWindow, seed: Report) -> None:
    made = window.library.create(seed, NOW)
    made.file.close()
    made.file.path.unlink()
    window.show_start()
    wait(lambda: named(window.start, QWidget, "deleted_drafts").isVisible())
    press(window.start, "deleted_drafts")
    press(dialog(window), "deleted_restore")
    assert window.wizard is not None
    assert load(made.file.path).report == seed
    assert window.close_report()
    made.file.path.unlink()
    window.dialogs.deleted()
    press(dialog(window), "deleted_remove")
    press(dialog(window), "answer_remove")
    assert window.library.deleted() == ()


def test_a_chosen_folder_that_is_away_is_told_and_looked_at_again(
    qapp: QApplication, seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp
    folder, data = tmp_path / "U盘", tmp_path / "data"
    monkeypatch.setenv("NIANBAO_DATA", str(data))
    data.mkdir()
    (data / "documents.txt").write_text(f"{folder}", encoding="utf-8")
    with window_on(folder, data) as window:
        wait(lambda: f"草稿文件夹“{folder}”现在打不开" in notices(window))
        Library(folder, tmp_path / "elsewhere").create(seed, NOW).file.close()
        press(window.start, "look_again")
        wait(lambda: seed.agency.name in words(window.start))
    with window_on(tmp_path / "另一个", data) as window:
        wait(lambda: "还没有" in words(window.start))
        assert notices(window) == "", "an unused usual folder is no trouble"


def test_a_chosen_folder_is_never_looked_through_in_the_windows_thread(
    qapp: QApplication, seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a share that hangs: the list of the last time stands there until it answers."""
    assert qapp
    folder, data = tmp_path / "共享", tmp_path / "data"
    monkeypatch.setenv("NIANBAO_DATA", str(data))
    data.mkdir()
    (data / "documents.txt").write_text(f"{folder}", encoding="utf-8")
    made = [Library(folder, tmp_path / "elsewhere").create(replace(seed, year=year), NOW) for year in (2023, 2024)]
    for each in made:
        each.file.close()
    with window_on(folder, data) as window:
        wait(lambda: "2 份" in words(window.start) and (data / "list.json").exists())
        window.stage.end_reading()
    seen, answered, scan = list[Thread](), Event(), DraftList.scan

    def slow(drafts: DraftList) -> tuple[Entry, ...]:
        seen.append(current_thread())
        answered.wait(PATIENCE_S)
        return scan(drafts)

    monkeypatch.setattr(DraftList, "scan", slow)
    made[0].file.path.unlink()
    with window_on(folder, data) as window:
        wait(lambda: bool(seen))
        assert "正在看草稿文件夹，下面是上次看到的…" in words(window.start)
        wait(lambda: len(every(window.start, DraftRow)) == 2)
        answered.set()
        wait(lambda: "1 份" in words(window.start))
        assert current_thread() not in seen


def test_an_error_in_the_program_says_where_the_work_is(window: MainWindow, seed: Report, tmp_path: Path) -> None:
    opened(window, seed)
    for copy, said in ((tmp_path / "copy.nianbao", "已另存一份"), (None, "没有另存成功")):
        app._tell(window, tmp_path / "log.txt", copy)
        asked = dialog(window)
        assert said in words(asked)
        press(asked, "answer_go_on")


def test_every_word_about_saving_is_made_in_one_place_from_what_was_written() -> None:
    """Each sentence of `saved_words`, for a copy that is on a disk and for none; no other module has such words."""
    copy = Path("/data/recovery/1/draft.nianbao")
    promises = re.compile("在本机|接着用|已另存")
    warnings = re.compile("先不要关闭|就丢|还只在程序里|还在程序里")
    made = (
        lambda kept: saved_words.not_saved("磁盘已满", kept),
        lambda kept: saved_words.stopped("别处改过", kept),
        saved_words.hanging,
        saved_words.leaving,
        saved_words.in_conflict,
        saved_words.emergency,
    )
    for sentence in made:
        assert promises.search(sentence(copy))
        assert not warnings.search(sentence(copy))
        assert warnings.search(sentence(None))
        assert not promises.search(sentence(None))
    assert "找不回来" in saved_words.leaving_gone(0)
    assert "从历史版本（3 份）里恢复" in saved_words.leaving_gone(3)
    assert _elsewhere(ROOT) == set()


def test_a_new_word_about_saving_elsewhere_is_seen(tmp_path: Path) -> None:
    for name in ("gui/shell/leaving.py", "model/drafts/library.py", "model/drafts/saved_words.py", *ELSEWHERE):
        copy = tmp_path / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes((ROOT / name).read_bytes())
    assert _elsewhere(tmp_path) == set()
    for name, planted in (("gui/shell/leaving.py", "已保存到 "), ("model/drafts/library.py", "下次可以接着用")):
        with (tmp_path / name).open("a", encoding="utf-8") as module:
            module.write(f"\n\ndef _said(path):\n    return f'{planted}{{path}}'\n")
    assert _elsewhere(tmp_path) == {"gui/shell/leaving.py: 已保存到 ", "model/drafts/library.py: 下次可以接着用"}
    assert _telling("tell(f'已保存到 {path}')") == ["已保存到 "]
    assert _telling("words = {'a': ('不会丢',)}") == ["不会丢"]
    assert _telling("def save():\n    '已保存。'\n    return '文件已存在'") == []
    assert set(ELSEWHERE) == {name for name in ELSEWHERE if _telling((ROOT / name).read_text(encoding="utf-8"))}


def _elsewhere(root: Path) -> set[str]:
    """The words about saving in the modules below a folder, but for where they are made and where they may be."""
    return {
        f"{name}: {words}"
        for folder in ("gui", "model", "cli", "importers", "export")
        for path in (root / folder).rglob("*.py")
        if (name := path.relative_to(root).as_posix()) not in ELSEWHERE and path.name != "saved_words.py"
        for words in _telling(path.read_text(encoding="utf-8"))
    }


def _telling(source: str) -> list[str]:
    """The words about saving in a module's source, documentation left out."""
    tree = ast.parse(source)
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in alone]
    return [node.value for node in strings if isinstance(node.value, str) and re.search(TELLING, node.value)]
