"""A folder that does not answer: the window lives, says what is so, and nothing is lost."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import cast

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel

from gui.dialogs.desk.progress import ProgressDialog
from gui.dialogs.question import QuestionDialog
from gui.shell.window import MainWindow
from gui.shell.wizard import Wizard
from model.drafts import saved_words
from model.report.report import Report
from model.session.edits import set_number
from model.session.session import Session
from tests.disks import Share, freeze, hanging_disk, share, thaw
from tests.gui.driving import dialog, every, named, press, settle, wait, words
from tests.gui.test_saving import NOW, RECEIVED, copies, notices, opened, saved, value, window_on
from tests.tools import PATIENCE_S

ROOT = Path(__file__).parents[2]


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def _on_a_share(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the folder of the drafts one that the clerk has chosen; call a save hanging sooner."""
    monkeypatch.setattr("gui.shell.stage.is_chosen", lambda _folder: True)
    monkeypatch.setattr("gui.session.autosave.HANGING_S", 0.5)


@contextmanager
def hung(disk: Share) -> Iterator[None]:
    """Nothing answers within; it fails where the window's thread waits for what does not answer."""
    disk.hang()
    rescue = Timer(PATIENCE_S / 2, disk.answer)
    rescue.start()
    try:
        yield
        assert rescue.is_alive(), "the window's thread has waited for the folder"
    finally:
        rescue.cancel()
        disk.answer()


@contextmanager
def on_a_share(folder: Path) -> Iterator[tuple[Share, MainWindow]]:
    """A window with its drafts on a share, of which every call can be kept waiting."""
    with share(folder / "共享") as disk, window_on(folder / "共享", folder / "data") as window:
        yield disk, window


@contextmanager
def on_a_disk(folder: Path) -> Iterator[tuple[Path, MainWindow]]:
    """A window with its drafts on a disk that can be frozen, so that only writing waits."""
    with hanging_disk(folder / "共享") as disk, window_on(disk / "文档", folder / "data") as window:
        yield disk, window


def when(window: MainWindow, kind: type[QDialog], act: Callable[[QDialog], object]) -> list[str]:
    """Do something once with a dialog that comes, even while the window waits; what the dialog said."""
    said = list[str]()
    timer = QTimer(window, interval=10)

    def look() -> None:
        if found := every(window, kind):
            timer.stop()
            said.extend((words(found[0]), *buttons_of(found[0])))
            act(found[0])

    timer.timeout.connect(look)
    timer.start()
    return said


def draft_in(window: MainWindow, report: Report) -> Path:
    """A draft that is closed."""
    made = window.library.create(report, NOW)
    made.file.close()
    return made.file.path


def is_open(window: MainWindow) -> bool:
    return window.wizard is not None


def session_of(window: MainWindow) -> Session:
    assert window.wizard is not None
    return window.wizard.bridge.session


def buttons_of(asked: QDialog) -> list[str]:
    return [button.text() for button in cast("list[QAbstractButton]", asked.findChildren(QAbstractButton))]


def message(wizard: Wizard) -> str:
    return named(wizard.bottom, QLabel, "message_words").text()


def test_opening_can_be_given_up_and_the_draft_is_free_afterwards(seed: Report, tmp_path: Path) -> None:
    with on_a_share(tmp_path) as (disk, window):
        path = draft_in(window, seed)
        with hung(disk):
            said = when(window, ProgressDialog, QDialog.reject)
            assert not window.open_file(path)
            assert said == [f"正在打开“{path.name}”…", "取消"]
            assert not is_open(window)
            assert f"“{path.name}”打不开：它所在的文件夹没有回应，没有再等" in notices(window)
        assert window.open_file(path)
        assert not session_of(window).read_only


def test_opening_goes_on_when_the_folder_answers(seed: Report, tmp_path: Path) -> None:
    with on_a_disk(tmp_path) as (disk, window):
        path = draft_in(window, seed)
        freeze(disk)
        said = when(window, ProgressDialog, lambda _dialog: thaw(disk))
        assert window.open_file(path)
        assert said
        assert not every(window, QDialog)


def test_what_is_given_up_and_opened_all_the_same_is_given_free(seed: Report, tmp_path: Path) -> None:
    with on_a_disk(tmp_path) as (disk, window):
        path = draft_in(window, seed)
        freeze(disk)
        when(window, ProgressDialog, QDialog.reject)
        assert not window.open_file(path)
        thaw(disk)
        wait(lambda: not list(path.parent.glob(".nianbao-*.lock")))
        assert window.open_file(path)
        assert not session_of(window).read_only


def test_typing_turning_pages_and_looking_at_versions_go_on(seed: Report, tmp_path: Path) -> None:
    with on_a_share(tmp_path) as (disk, window):
        wizard = opened(window, seed)
        path = wizard.path
        with hung(disk):
            for count, page in enumerate(wizard._table.entries):
                wizard.show_page(page)
                wizard.bridge.do(set_number(RECEIVED, 100 + count))
                settle()
            wait(lambda: saved(wizard).startswith("存不上：草稿所在的文件夹没有回应；已另存一份在本机"))
            wait(lambda: [value(copy) for copy in copies(tmp_path / "data")] == [100 + count])
            window.dialogs.act("versions", path)
            asked = dialog(window)
            assert asked.windowTitle() == "历史版本"
            asked.close()
        wait(lambda: saved(wizard).startswith("已自动保存 "))
        assert value(path) == 100 + count


def test_saving_by_hand_says_saved_only_when_the_draft_holds_it(seed: Report, tmp_path: Path) -> None:
    with on_a_disk(tmp_path) as (disk, window):
        wizard = opened(window, seed)
        there = list[object]()
        wizard.bridge.saved_by_hand.connect(lambda _gone: there.append(value(wizard.path)))
        freeze(disk)
        wizard.bridge.do(set_number(RECEIVED, 60))
        wizard.commands.save()
        wait(lambda: saved(wizard) == saved_words.SAVING)
        wizard.bridge.do(set_number(RECEIVED, 61))
        wait(lambda: saved(wizard).startswith("存不上："))
        assert "已保存" not in message(wizard)
        assert not there
        thaw(disk)
        wait(lambda: bool(there))
        assert there == [61], "what was typed meanwhile is in the draft before it is called saved"
        assert "已保存" in message(wizard)


def test_saving_by_hand_without_a_change_looks_whether_the_draft_is_there(seed: Report, tmp_path: Path) -> None:
    with on_a_share(tmp_path) as (disk, window):
        wizard = opened(window, seed)
        assert wizard.bridge.save_now() is None
        with hung(disk):
            wizard.commands.save()
            wait(lambda: "草稿所在的文件夹没有回应；没有还没存的修改" in saved(wizard))
            assert not message(wizard)
            assert not copies(tmp_path / "data")
        wait(lambda: "已" in message(wizard))
        assert "没有回应" not in saved(wizard)


def test_closing_asks_and_leaves_a_recovery_copy(seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.session.autosave.HANGING_S", PATIENCE_S)
    with on_a_share(tmp_path) as (disk, window):
        wizard = opened(window, seed)
        path = wizard.path
        with hung(disk):
            wizard.bridge.do(set_number(RECEIVED, 60))
            waiting = when(window, ProgressDialog, QDialog.reject)
            assert not window.close_report()
            assert waiting == [saved_words.SAVING, "不等了"]
            asked = dialog(window)
            assert isinstance(asked, QuestionDialog)
            assert "现在离开，最后的修改在本机的恢复文件里" in words(asked)
            assert {"继续等", "不等了，已留恢复文件在本机"} < set(buttons_of(asked))
            assert [value(copy) for copy in copies(tmp_path / "data")] == [60]
            press(asked, "answer_leave")
            assert not is_open(window)
        wait(lambda: not list(path.parent.glob(".nianbao-*.lock")))
        if value(path) != 60:
            assert not window.open_file(path)
            press(dialog(window), "answer_use_recovery")
            assert is_open(window)
            assert value(path) == 60


def test_the_answer_says_nothing_of_a_copy_that_is_not_there() -> None:
    assert "恢复文件" not in saved_words.leaving_now(None)


def test_the_question_ends_when_the_draft_is_saved_after_all(seed: Report, tmp_path: Path) -> None:
    with on_a_disk(tmp_path) as (disk, window):
        wizard = opened(window, seed)
        path = wizard.path
        freeze(disk)
        wizard.bridge.do(set_number(RECEIVED, 60))
        window.close()
        assert window.isVisible()
        assert isinstance(dialog(window), QuestionDialog)
        thaw(disk)
        wait(lambda: not window.isVisible())
        assert value(path) == 60
        wait(lambda: not list(path.parent.glob(".nianbao-*.lock")))


def test_closing_a_report_that_is_saved_does_not_hang(seed: Report, tmp_path: Path) -> None:
    with on_a_share(tmp_path) as (disk, window):
        wizard = opened(window, seed)
        assert wizard.bridge.save_now() is None
        with hung(disk):
            window.close()
            assert not window.isVisible()


def test_giving_a_saved_draft_free_is_waited_for_only_so_long(
    seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It can be looked at there, but the lock beside it cannot be taken away."""
    monkeypatch.setattr("gui.session.autosave.HANGING_S", PATIENCE_S)
    with on_a_disk(tmp_path) as (disk, window):
        path = opened(window, seed).path
        freeze(disk)
        said = when(window, ProgressDialog, QDialog.reject)
        assert window.close_report()
        assert said == [saved_words.CLOSING, "不等了"]
        thaw(disk)
        wait(lambda: not list(path.parent.glob(".nianbao-*.lock")))


def test_a_draft_that_is_left_while_it_hangs_is_saved_once_and_opens_for_writing_again(
    seed: Report, tmp_path: Path
) -> None:
    with on_a_disk(tmp_path) as (disk, window):
        wizard = opened(window, seed)
        path = wizard.path
        freeze(disk)
        wizard.bridge.do(set_number(RECEIVED, 60))
        assert not window.close_report()
        press(dialog(window), "answer_leave")
        assert not is_open(window)
        when(window, ProgressDialog, lambda _dialog: thaw(disk))
        assert window.open_file(path), "what was being saved is waited for"
        assert not session_of(window).read_only
        assert session_of(window).report.value(RECEIVED) == 60


def test_the_program_ends_although_a_thread_waits_for_a_file() -> None:
    code = "from gui.services.worker import Worker\nfrom threading import Event\nWorker('x').submit(Event().wait)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=PATIENCE_S, check=False)
    assert done.returncode == 0
