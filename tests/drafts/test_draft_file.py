"""Saving when something is in the way: a stranger's change, a full or closed disk, a place that is gone."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from model.drafts import draft
from model.drafts.draft import Draft
from model.drafts.library import Library, Opened
from model.drafts.open_draft import Conflict, DraftFile
from model.files.problems import FileProblem
from model.files.shared_lock import lock_file
from model.report.report import Agency, new_report
from model.session.edits import set_number
from model.session.opened import session_of
from model.structs import replace
from tests.disks import fill, held_open, remount, small_disk
from tests.tools import need

NOW = datetime(2025, 1, 9, 10, 2, 3, tzinfo=UTC)
TODAY = date(2025, 1, 9)
RECEIVED = "applications.received.natural_person"


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """Whatever a test opened is closed after it."""
    yield
    for opened in _OPENED:
        opened.file.close(NOW)
    _OPENED.clear()


_OPENED: list[Opened] = []


def _opened(library: Library) -> Opened:
    _OPENED.append(library.create(new_report(2024, Agency("某局")), NOW))
    return _OPENED[-1]


def _edited(opened: Opened, value: int) -> Draft:
    return replace(opened.draft, report=opened.draft.report.with_number(RECEIVED, value))


def _value(path: Path) -> object:
    return draft.load(path).report.value(RECEIVED)


@contextmanager
def _refused(file: DraftFile, words: str) -> Iterator[list[FileProblem]]:
    """Saving is refused in one line with these words, and the old file stays as it is."""
    before = file.path.read_bytes() if file.path.exists() else None
    problems = list[FileProblem]()
    with pytest.raises(FileProblem, match=words) as refused:
        yield problems
    problems.append(refused.value)
    assert "\n" not in str(refused.value)
    assert (file.path.read_bytes() if file.path.exists() else None) == before


def test_a_file_changed_elsewhere_stops_the_save_until_the_clerk_decides(tmp_path: Path) -> None:
    opened = _opened(Library(tmp_path, tmp_path / "data"))
    path = opened.file.path
    draft.save(_edited(opened, 9), path, NOW)
    for value in (1, 2, 3):
        with _refused(opened.file, "在别处被改过.*修改已暂存在本机") as stopped:
            opened.file.save(_edited(opened, value), NOW)
        assert isinstance(stopped[0], Conflict)
        assert stopped[0].copy is not None
        assert _value(stopped[0].copy) == value
    assert not list(tmp_path.glob("*（*"))
    saved = opened.file.save(_edited(opened, 4), NOW, over_others=True)
    assert saved.aside == tmp_path / "某局2024年度报告（别处改动，2025-01-09 10时02分）.nianbao"
    assert (_value(path), _value(saved.aside)) == (4, 9)
    assert opened.file.save(_edited(opened, 5), NOW).aside is None
    path.write_bytes(b"no draft at all")
    with _refused(opened.file, "在别处被改过"):
        opened.file.save(_edited(opened, 6), NOW)
    again = opened.file.save(_edited(opened, 6), NOW, over_others=True)
    assert again.aside is not None
    assert again.aside.name.endswith("（2）.nianbao")
    assert again.aside.read_bytes() == b"no draft at all"
    assert _value(path) == 6


def test_the_clerk_can_decide_for_the_other_and_keep_the_own_beside(tmp_path: Path) -> None:
    opened = _opened(Library(tmp_path, tmp_path / "data"))
    path = opened.file.path
    draft.save(_edited(opened, 9), path, NOW)
    with _refused(opened.file, "在别处被改过"):
        opened.file.save(_edited(opened, 1), NOW)
    own = opened.file.put_beside(_edited(opened, 1), NOW)
    assert own.name == "某局2024年度报告（本机的改动，2025-01-09 10时02分）.nianbao"
    assert (_value(path), _value(own)) == (9, 1)
    assert draft.load(own).id != draft.load(path).id


def test_a_change_of_the_same_size_and_time_is_noticed(tmp_path: Path) -> None:
    opened = _opened(Library(tmp_path, tmp_path / "data"))
    opened.file.save(_edited(opened, 1), NOW)
    path = opened.file.path
    with path.open("r+b") as stream:
        stream.write(path.read_bytes().replace(b": 1\n", b": 8\n"))
    with _refused(opened.file, "在别处被改过"):
        opened.file.save(_edited(opened, 2), NOW)
    assert _value(path) == 8


def test_a_strangers_change_is_kept_once_though_the_save_fails_again_and_again(tmp_path: Path) -> None:
    with small_disk(tmp_path / "盘") as disk:
        opened = _opened(Library(disk, tmp_path / "data"))
        path = opened.file.path
        draft.save(_edited(opened, 9), path, NOW)
        filler = fill(disk)
        for _ in range(3):
            with _refused(opened.file, "磁盘空间不足"):
                opened.file.save(_edited(opened, 1), NOW, over_others=True)
        filler.unlink()
        aside = opened.file.save(_edited(opened, 1), NOW, over_others=True).aside
        assert aside is not None
        assert _value(aside) == 9
        assert {file.name for file in disk.glob("*.nianbao")} == {path.name, aside.name}


def test_a_draft_that_was_deleted_while_open_is_noticed(tmp_path: Path) -> None:
    opened = _opened(Library(tmp_path, tmp_path / "data"))
    assert not opened.file.missing
    opened.file.path.unlink()
    assert opened.file.missing


def test_saving_as_another_draft_leaves_the_first_alone(tmp_path: Path) -> None:
    library = Library(tmp_path / "文档", tmp_path / "data")
    opened = _opened(library)
    other = tmp_path / "别处" / "另存.nianbao"
    other.parent.mkdir()
    other.write_bytes(b"what was there")
    second = library.save_as(_edited(opened, 7), other, NOW)
    second.file.close(NOW)
    assert (_value(other), _value(opened.file.path)) == (7, None)
    assert draft.load(other).id != draft.load(opened.file.path).id
    (replaced,) = other.parent.glob("*被替换*")
    assert replaced.read_bytes() == b"what was there"


@pytest.mark.parametrize("holder", ["this window", "another account"])
def test_saving_as_a_draft_that_is_open_leaves_that_as_it_is(tmp_path: Path, holder: str) -> None:
    library = Library(tmp_path / "文档", tmp_path / "data")
    opened = _opened(library)
    draft.save(_edited(opened, 9), other := tmp_path / "文档" / "另一份.nianbao", NOW)
    target = opened.file.path if holder == "this window" else other
    before = target.read_bytes()
    with held_open(other, tmp_path / "another"):
        with pytest.raises(FileProblem, match="正打开着"):
            library.save_as(_edited(opened, 7), target, NOW)
        assert target.read_bytes() == before
        assert {file.name for file in target.parent.glob("*.nianbao")} == {opened.file.path.name, other.name}
    opened.file.save(_edited(opened, 8), NOW)
    assert _value(opened.file.path) == 8


@pytest.mark.parametrize("trouble", ["full", "read only disk", "read only file"])
def test_saving_as_where_nothing_can_be_written_leaves_what_is_there(tmp_path: Path, trouble: str) -> None:
    """And promises nothing: the place is not tried again, and no copy is offered for a draft that was never made."""
    with small_disk(tmp_path / "盘") as disk:
        library = Library(tmp_path / "文档", tmp_path / "data")
        opened = _opened(library)
        draft.save(_edited(opened, 9), other := disk / "另一份.nianbao", NOW)
        if trouble == "full":
            fill(disk)
        elif trouble == "read only disk":
            remount(disk, "ro")
        else:
            other.chmod(0o444)
        with pytest.raises(FileProblem) as refused:
            library.save_as(_edited(opened, 7), other, NOW)
        assert not re.search("暂存|再试，请先", str(refused.value))
        assert _value(other) == 9
        assert library.leftovers() == ()
        assert not list(tmp_path.glob("data/recovery/*/*"))


@pytest.mark.parametrize(
    ("trouble", "words"), [("full", "磁盘空间不足"), ("deleted", "数据文件夹被删掉"), ("read only", "只读")]
)
def test_a_data_folder_that_takes_nothing_is_told_and_saving_goes_on(tmp_path: Path, trouble: str, words: str) -> None:
    with small_disk(tmp_path / "盘") as disk:
        data = disk / "data"
        opened = _opened(Library(tmp_path / "文档", data))
        assert opened.file.save(_edited(opened, 1), NOW).versions_problem == ""
        with _troubled(trouble, disk):
            problem = opened.file.save(_edited(opened, 2), NOW).versions_problem
            assert words in problem
            assert _value(opened.file.path) == 2
        assert opened.file.save(_edited(opened, 3), NOW).versions_problem == ""
        assert opened.file.history.generations()
        opened.file.close(NOW)


@contextmanager
def _troubled(how: str, disk: Path) -> Iterator[None]:
    if how == "full":
        filler = fill(disk)
        yield
        filler.unlink()
    elif how == "deleted":
        shutil.rmtree(disk / "data")
        yield
    else:
        subprocess.run([need("mount"), "-t", "tmpfs", "-o", "ro", "tmpfs", str(disk / "data")], check=True)
        yield
        subprocess.run([need("umount"), str(disk / "data")], check=True)


def test_a_file_that_was_deleted_is_made_again(tmp_path: Path) -> None:
    opened = _opened(Library(tmp_path, tmp_path / "data"))
    opened.file.path.unlink()
    assert opened.file.save(_edited(opened, 1), NOW).aside is None
    assert _value(opened.file.path) == 1


def test_a_place_that_is_gone_is_waited_for(tmp_path: Path) -> None:
    place, away = tmp_path / "U盘", tmp_path / "抽屉"
    library = Library(place, tmp_path / "data")
    opened = _opened(library)
    place.rename(away)
    with _refused(opened.file, "保存的位置不见了.*修改已暂存在本机"):
        opened.file.save(_edited(opened, 4), NOW + timedelta(minutes=1))
    opened.file.close(NOW)
    (left,) = library.leftovers()
    assert left.path == opened.file.path
    assert not left.crashed
    assert left.saved_at == NOW + timedelta(minutes=1)
    assert left.copy is not None
    again = library.open(left.path, NOW, copy=left.copy)
    with _refused(again.file, "保存的位置不见了"):
        again.file.save(again.draft, NOW)
    away.rename(place)
    again.file.save(again.draft, NOW)
    assert _value(left.path) == 4
    again.file.close(NOW)
    assert library.leftovers() == ()


def test_saved_work_that_was_put_away_stays_among_the_versions(tmp_path: Path) -> None:
    library = Library(tmp_path / "文档", tmp_path / "data")
    opened = _opened(library)
    assert opened.file.keep_copy(_edited(opened, 6), NOW + timedelta(minutes=2))
    opened.file.close(NOW)
    (left,) = library.leftovers()
    library.forget(left)
    assert library.leftovers() == ()
    newest = library.generations(opened.file.path)[0]
    assert _value(newest.path) == 6
    assert _value(opened.file.path) is None


def test_a_copy_of_what_a_later_save_has_is_not_made(tmp_path: Path) -> None:
    library = Library(tmp_path / "文档", tmp_path / "data")
    opened = _opened(library)
    number = opened.file.save_number
    opened.file.save(_edited(opened, 7), NOW)
    assert opened.file.keep_copy(_edited(opened, 6), NOW, number) is None
    assert opened.file.keep_copy(_edited(opened, 8), NOW, opened.file.save_number)
    opened.file.save(_edited(opened, 9), NOW)
    opened.file.close(NOW)
    assert library.leftovers() == ()
    assert {_value(generation.path) for generation in library.generations(opened.file.path)} >= {8, 9}


def test_a_copy_that_says_the_same_as_the_draft_is_not_spoken_of(tmp_path: Path) -> None:
    library = Library(tmp_path / "文档", tmp_path / "data")
    opened = _opened(library)
    assert opened.file.keep_copy(opened.draft, NOW)
    assert library.leftovers() == ()
    opened.file.close(NOW)
    assert library.leftovers() == ()


def test_a_full_disk_keeps_the_old_file_and_takes_the_new_one_when_there_is_room(tmp_path: Path) -> None:
    with small_disk(tmp_path / "盘") as disk:
        library = Library(disk / "年报 助手", tmp_path / "data")
        opened = _opened(library)
        filler = fill(disk)
        with _refused(opened.file, "磁盘空间不足.*修改已暂存在本机"):
            opened.file.save(_edited(opened, 5), NOW)
        assert {file.name for file in library.folder.iterdir()} == {
            opened.file.path.name,
            lock_file(opened.file.path).name,
        }
        filler.unlink()
        opened.file.save(_edited(opened, 5), NOW)
        assert _value(opened.file.path) == 5
        assert library.leftovers() == ()
        opened.file.close(NOW)
        assert library.leftovers() == ()


def test_nowhere_any_room_leaves_the_work_in_memory(tmp_path: Path) -> None:
    with small_disk(tmp_path / "盘") as disk:
        library = Library(disk / "文档", disk / "data")
        opened = _opened(library)
        session = session_of(opened, TODAY)
        filler = fill(disk)
        session.do(set_number(RECEIVED, 5))
        with _refused(opened.file, "修改还在程序里.*请先不要关闭程序"):
            opened.file.save(session.draft, NOW)
        assert opened.file.keep_copy(session.draft, NOW) is None
        filler.unlink()
        session.saved(opened.file.save(session.draft, NOW).draft)
        assert not session.unsaved
        assert _value(opened.file.path) == 5
        opened.file.close(NOW)


def test_a_disk_turned_read_only_keeps_the_old_file(tmp_path: Path) -> None:
    with small_disk(tmp_path / "盘") as disk:
        opened = _opened(Library(disk / "文档", tmp_path / "data"))
        remount(disk, "ro")
        with _refused(opened.file, "只读"):
            opened.file.save(_edited(opened, 5), NOW)
        remount(disk, "rw")
        opened.file.save(_edited(opened, 5), NOW)
        assert _value(opened.file.path) == 5


def test_a_pulled_stick_is_written_when_it_is_back(tmp_path: Path) -> None:
    with small_disk(tmp_path / "usb") as disk:
        opened = _opened(Library(disk / "年报", tmp_path / "data"))
        copy = shutil.copytree(disk / "年报", tmp_path / "on the stick")
        shutil.rmtree(disk / "年报")
        with _refused(opened.file, "保存的位置不见了"):
            opened.file.save(_edited(opened, 5), NOW)
        shutil.copytree(copy, disk / "年报")
        assert opened.file.save(_edited(opened, 6), NOW).aside is None
        assert _value(opened.file.path) == 6


def test_a_report_no_draft_can_hold_does_not_replace_a_good_one(tmp_path: Path) -> None:
    opened = _opened(Library(tmp_path, tmp_path / "data"))
    nameless = replace(opened.draft, report=replace(opened.draft.report, agency=Agency("")))
    with _refused(opened.file, "机关全称不能是空的.*原文件没有改动"):
        opened.file.save(nameless, NOW)
    endless = replace(opened.draft, report=opened.draft.report.with_text("overview", "长" * 6_000_000))
    with _refused(opened.file, "文字太多"):
        opened.file.save(endless, NOW)
