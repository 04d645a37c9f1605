"""One writer of a draft across accounts and computers; a dead holder is known by its heartbeat alone."""

import errno
import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from model.drafts import draft
from model.drafts.draft import Draft
from model.drafts.library import Library
from model.drafts.open_draft import Conflict
from model.files import shared_lock
from model.files.lock import Holder, Taken
from model.files.shared_lock import STALE_S, SharedLock, Watch, lock_file
from model.report.report import Agency, new_report
from model.structs import replace
from tests.disks import held_open, remount, small_disk
from tests.tools import PATIENCE_S

NOW = datetime(2025, 1, 9, 10, 42, tzinfo=UTC)
RECEIVED = "applications.received.natural_person"
ROOT = Path(__file__).parents[2]
ZHANG = Holder("某局.nianbao", "张三", "PC-01", 7, NOW)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A draft in a shared folder."""
    (tmp_path / "共享").mkdir()
    path = tmp_path / "共享" / "某局.nianbao"
    draft.save(Draft(new_report(2024, Agency("某局"))), path, NOW)
    return path


@contextmanager
def taken(path: Path, station: str = "far", stale: bytes = b"") -> Iterator[SharedLock]:
    lock = SharedLock(lock_file(path), ZHANG, station, stale)
    try:
        yield lock
    finally:
        lock.release()


def test_it_is_taken_once_and_says_by_whom(path: Path) -> None:
    with taken(path):
        with pytest.raises(Taken) as refused:
            SharedLock(lock_file(path), ZHANG, "other")
        assert refused.value.holder == ZHANG
        assert str(refused.value) == "张三（电脑 PC-01，1月9日 10:42 起）"
    assert not lock_file(path).exists()
    with taken(path, "other"):
        pass
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_two_accounts_on_one_folder_have_one_writer(path: Path, tmp_path: Path) -> None:
    """Another process with a data folder of its own, as another account has it."""
    with held_open(path, tmp_path / "data of another account"):
        library = Library(path.parent, tmp_path / "data")
        looking = library.open(path, NOW)
        assert looking.read_only
        assert looking.holder is not None
        assert looking.file.watch is not None
        assert not looking.file.watch.free()
        looking.file.close()
    assert not list(path.parent.glob("*别处改动*"))


def test_who_closes_gives_it_up_and_the_reader_learns_it(path: Path, tmp_path: Path) -> None:
    library = Library(path.parent, tmp_path / "data")
    with held_open(path, tmp_path / "others") as process:
        looking = library.open(path, NOW)
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
        process.wait()
    assert looking.file.watch is not None
    assert looking.file.watch.free()
    looking.file.close()
    writing = library.open(path, NOW)
    assert not writing.read_only
    writing.file.close()


def test_a_dead_holder_is_known_after_two_minutes_of_the_observers_clock(path: Path, tmp_path: Path) -> None:
    clock = [1000.0]
    library = Library(path.parent, tmp_path / "data", lambda: clock[0])
    with held_open(path, tmp_path / "others") as process:
        process.kill()
        process.wait()
    looking = library.open(path, NOW)
    watch = looking.file.watch
    assert watch is not None
    assert not watch.free()
    clock[0] += STALE_S - 1
    assert not watch.free()
    clock[0] += 1
    assert watch.free()
    looking.file.close()
    assert library.open(path, NOW).read_only, "only who has watched may take it over"
    writing = library.open(path, NOW, stale=watch.stale)
    assert not writing.read_only
    writing.file.close()


def test_a_heartbeat_that_moves_keeps_the_holder_alive_whatever_its_clock_says(path: Path) -> None:
    clock = [0.0]
    with taken(path) as lock:
        watch = Watch(lock_file(path), "here", clock=lambda: clock[0])
        for _ in range(10):
            assert not watch.free()
            clock[0] += STALE_S - 1
            assert lock.beat()
        note = json.loads(lock_file(path).read_bytes())
        lock_file(path).write_text(json.dumps({**note, "since": "1999-01-01T00:00:00+00:00", "beat": 99}))
        assert not watch.free()


def test_what_this_account_left_behind_is_taken_over_at_once(path: Path, tmp_path: Path) -> None:
    with held_open(path, tmp_path / "data") as process:
        process.kill()
        process.wait()
    assert lock_file(path).exists()
    opened = Library(path.parent, tmp_path / "data").open(path, NOW)
    assert not opened.read_only
    opened.file.close()


@pytest.mark.parametrize("computer", ["this one", "another"])
def test_a_copy_of_the_data_folder_is_somebody_else(
    path: Path, tmp_path: Path, computer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a portable program is copied to a second stick, and both are at work on one shared draft."""
    first = Library(path.parent, tmp_path / "甲" / "data").open(path, NOW)
    shutil.copytree(tmp_path / "甲", tmp_path / "乙")
    if computer == "another":
        monkeypatch.setattr("model.files.os_lock.computer", lambda: "PC-02")
    second = Library(path.parent, tmp_path / "乙" / "data").open(path, NOW)
    assert second.read_only
    assert second.file.watch is not None
    assert not second.file.watch.free()
    first.file.close()
    assert second.file.watch.free()


def test_a_computer_that_slept_while_another_took_over_writes_nothing(path: Path, tmp_path: Path) -> None:
    library = Library(path.parent, tmp_path / "data")
    slept = library.open(path, NOW)
    note = lock_file(path).read_bytes().strip()
    with taken(path, "far", stale=note):
        content = path.read_bytes()
        shared = slept.file._locks.shared
        assert shared is not None
        assert not shared.beat()
        edited = replace(slept.draft, report=slept.draft.report.with_number(RECEIVED, 3))
        with pytest.raises(Conflict, match="别的电脑接着编辑") as stopped:
            slept.file.save(edited, NOW)
        assert path.read_bytes() == content
        assert stopped.value.copy is not None
        assert draft.load(stopped.value.copy).report.value(RECEIVED) == 3
        slept.file.close()
        assert lock_file(path).exists(), "the lock of the other is left alone"


def test_of_many_at_once_one_gets_it(path: Path) -> None:
    got, refused = list[SharedLock](), list[Taken]()

    def take(station: str) -> None:
        try:
            got.append(SharedLock(lock_file(path), ZHANG, station))
        except Taken as taken:
            refused.append(taken)

    threads = [threading.Thread(target=take, args=(str(number),)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(got), len(refused)) == (1, 11)
    got[0].release()


def test_who_was_written_over_at_the_same_moment_learns_of_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As over a share whose locks hold on one computer only; the second look is taken in the heartbeat's thread."""
    monkeypatch.setattr(shared_lock, "_SETTLE_S", 1.0)
    before = set(threading.enumerate())
    lock = SharedLock(lock_file(path), ZHANG, "here")
    note = json.loads(lock_file(path).read_bytes())
    lock_file(path).write_text(json.dumps({**note, "token": "another"}))
    (heartbeat,) = set(threading.enumerate()) - before
    heartbeat.join(PATIENCE_S)
    assert lock.lost
    lock.release()


def test_where_there_are_no_locks_the_second_look_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two who write at once the later one has it; the file system's answer is the one thing that is made up."""

    def none(_stream: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr("model.files.os_lock.take", none)
    monkeypatch.setattr("time.sleep", lambda _: lock_file(path).write_text('{"token": "another"}'))
    with pytest.raises(Taken):
        SharedLock(lock_file(path), ZHANG, "here")


_WRITER = """
import sys
from model.structs import replace
from datetime import datetime
from pathlib import Path
from model.drafts.library import Library
path = Path(sys.argv[1])
opened = Library(path.parent, Path(sys.argv[2])).open(path, datetime.now().astimezone())
draft = opened.draft
for line in sys.stdin:
    try:
        report = draft.report.with_number("applications.received.natural_person", int(line))
        draft = opened.file.save(replace(draft, report=report), datetime.now().astimezone()).draft
        print("saved", flush=True)
    except Exception as error:
        print(type(error).__name__, flush=True)
opened.file.close()
"""


def test_two_accounts_that_save_in_turn_overwrite_nothing(path: Path, tmp_path: Path) -> None:
    """What left ten files in 0.1; the notes are taken away, as a share would that shows no other's files."""
    command = [sys.executable, "-X", "utf8", "-c", _WRITER, str(path)]
    accounts = []
    for name in ("甲", "乙"):
        accounts.append(
            subprocess.Popen(
                [*command, str(tmp_path / name)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
            )
        )
        first = accounts[-1]
        assert first.stdin is not None
        assert first.stdout is not None
        if name == "甲":
            first.stdin.write("1\n")
            first.stdin.flush()
            assert first.stdout.readline() == "saved\n"
            lock_file(path).unlink()
    said = []
    for turn in range(12):
        process = accounts[(turn + 1) % 2]
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{turn + 10}\n")
        process.stdin.flush()
        said.append(process.stdout.readline().strip())
    for process in accounts:
        process.communicate()
    assert said == ["saved", "Conflict"] * 6, "the second stops; the first, who wrote last, goes on"
    assert draft.load(path).report.value(RECEIVED) == 20
    assert not list(path.parent.glob("*别处改动*"))
    assert draft.load(next((tmp_path / "甲" / "recovery").glob("*/draft.nianbao"))).report.value(RECEIVED) == 21


def test_a_read_only_file_opens_as_read_only(path: Path, tmp_path: Path) -> None:
    library = Library(path.parent, tmp_path / "data")
    path.chmod(0o444)
    opened = library.open(path, NOW)
    assert opened.read_only
    assert opened.file.refusal == "这个文件是只读的"
    assert not lock_file(path).exists()
    opened.file.close()
    path.chmod(0o644)
    opened = library.open(path, NOW)
    assert not opened.read_only
    opened.file.close()


def test_a_draft_on_a_disk_that_takes_nothing_opens_as_read_only(path: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path / "光盘") as disk:
        there = disk / path.name
        there.write_bytes(path.read_bytes())
        remount(disk, "ro")
        opened = Library(path.parent, tmp_path / "data").open(there, NOW)
        assert opened.read_only
        assert "不允许写入" in opened.file.refusal
        opened.file.close()


def test_a_note_full_of_rubbish_is_a_holder_until_it_has_stood_still(path: Path) -> None:
    clock = [0.0]
    for content in (b"{", b"[]", b"\xff", b'{"token": 7}', b"[" * 5000):
        lock_file(path).write_bytes(content)
        watch = Watch(lock_file(path), "here", clock=lambda: clock[0])
        assert not watch.free()
        with pytest.raises(Taken):
            SharedLock(lock_file(path), ZHANG, "here")
        clock[0] += STALE_S
        assert watch.free()
        SharedLock(lock_file(path), ZHANG, "here", watch.stale).release()
