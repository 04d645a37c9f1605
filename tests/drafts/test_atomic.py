"""Saving replaces a file whole: at whatever call it is stopped, the old file or the new one is there."""

import os
import re
import stat
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from model.drafts import draft
from model.drafts.draft import Draft
from model.files import atomic
from model.files.problems import FileProblem
from model.report.report import Agency, new_report
from model.structs import Struct, replace
from tests.tools import PATIENCE_S, lacking, mounted, need

ROOT = Path(__file__).parents[2]
NOW = datetime(2025, 1, 9, 10, 2, 3, tzinfo=UTC)
BEGIN = "/nianbao-save-begins"
SAVED, REFUSED, KILLED = 0, 3, -9
NOBODY = 65534
PLAIN = {"LC_ALL": "C.UTF-8"}
MEMORY = {"brk", "mmap", "munmap", "mremap", "madvise", "mprotect", "exit_group"}
OLD = Draft(new_report(2024, Agency("某局")).with_text("overview", "旧" * 50_000), id="1", revision=1, saved_at=NOW)
NEW = replace(OLD, report=OLD.report.with_text("overview", "新" * 60_000), revision=2)
CHILD = f"""
import os, sys
from model.structs import replace
from datetime import UTC, datetime
from pathlib import Path
from model.drafts import draft
from model.files.problems import FileProblem
path, warm = Path(sys.argv[1]), Path(sys.argv[2])
old = draft.load(path)
draft.save(old, warm, old.saved_at)
new = replace(old, report=old.report.with_text("overview", "新" * 60_000))
os.access("{BEGIN}", os.F_OK)
try:
    draft.save(new, path, old.saved_at)
except FileProblem:
    os._exit({REFUSED})
os._exit({SAVED})
"""


class Call(Struct, frozen=True):
    """One system call of a save: its name, and which call of that name it is since the process began."""

    name: str
    count: int


class Outcome(Struct, frozen=True):
    """What a save in a process of its own left behind: its exit status, its calls as strace wrote them, the file."""

    status: int
    lines: list[str]
    path: Path

    @property
    def whole(self) -> Draft | None:
        """The draft that is there now, if it is the old or the new one to the byte."""
        content = self.path.read_bytes()
        return next((known for known in (OLD, NEW) if draft.dumps(known) == content), None)

    @property
    def others(self) -> list[str]:
        """What else lies in the folder."""
        return [path.name for path in self.path.parent.iterdir() if path != self.path]

    def hit(self, faults: int) -> bool:
        """Whether so many calls of this save, and none before it, were disturbed."""
        before, after = self.lines[: self.begin], self.lines[self.begin :]
        disturbed = [sum("INJECTED" in line for line in lines) for lines in (before, after)]
        return disturbed == [0, faults]

    @property
    def begin(self) -> int:
        """The line at which the save begins."""
        return next(index for index, line in enumerate(self.lines) if BEGIN in line)


def _save(folder: Path, *faults: str) -> Outcome:
    """Save the new draft over the old one in a process of its own, with some system calls disturbed."""
    path, log = folder / "drafts" / "2024.nianbao", folder / "log"
    path.parent.mkdir(parents=True)
    path.write_bytes(draft.dumps(OLD))
    names = ",".join(["access", "?faccessat", "?faccessat2", *(fault.partition(":")[0] for fault in faults)])
    injections = [word for fault in faults for word in ("-e", f"inject={fault}")]
    strace = [need("strace"), "-f", "-qq", "-o", str(log), "-e", f"trace={names if faults else 'all'}", *injections]
    program = f"import sys; sys.path.insert(0, {str(ROOT)!r}){CHILD}"
    child = [sys.executable, "-I", "-B", "-X", "utf8", "-c", program, str(path), str(folder / "warm.nianbao")]
    done = subprocess.run(
        [*strace, *child], capture_output=True, encoding="utf-8", check=False, timeout=PATIENCE_S, env=PLAIN
    )
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines() if log.exists() else []
    if not any(BEGIN in line for line in lines):
        lacking(f"strace cannot watch a process here: {done.stderr[-300:]}")
    return Outcome(done.returncode, lines, path)


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> list[Call]:
    """Every system call that a save makes, in order."""
    outcome = _save(tmp_path_factory.mktemp("traced") / "save")
    assert (outcome.status, outcome.whole, outcome.others) == (SAVED, NEW, [])
    found, counts = [], Counter[str]()
    for index, line in enumerate(outcome.lines):
        name = re.sub(r"^[0-9]+ +(\w*).*", r"\1", line)
        counts[name] += 1
        if index > outcome.begin and name not in MEMORY:
            found.append(Call(name, counts[name]))
    return found


def _first(calls: list[Call], *names: str) -> Call:
    return next(call for call in calls if call.name in names)


def _disturbed(calls: list[Call], fault: str, folder: Path) -> Iterator[tuple[Call, Outcome]]:
    """One save for every system call, that call disturbed."""

    def run(index: int) -> Outcome:
        call = calls[index]
        return _save(folder / f"{index}-{call.name}", f"{call.name}:{fault}:when={call.count}")

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from zip(calls, pool.map(run, range(len(calls))), strict=True)


@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
def test_an_error_at_any_system_call_leaves_the_old_file_or_the_new_one_and_nothing_else(
    error: str, calls: list[Call], tmp_path: Path
) -> None:
    statuses = {}
    for call, outcome in _disturbed(calls, f"error={error}", tmp_path):
        assert outcome.hit(1), call
        assert outcome.status in (SAVED, REFUSED), call
        assert outcome.whole == (NEW if outcome.status == SAVED else OLD), call
        assert outcome.others == [], call
        statuses[call] = outcome.status
    rename = _first(calls, "rename", "renameat", "renameat2")
    needed = (_first(calls, "openat"), _first(calls, "write"), _first(calls, "fsync"), _first(calls, "close"), rename)
    assert {statuses[call] for call in needed} == {REFUSED}
    assert {statuses[call] for call in calls[calls.index(rename) + 1 :]} == {SAVED}


def test_a_process_killed_at_any_system_call_leaves_the_old_file_or_the_new_one(
    calls: list[Call], tmp_path: Path
) -> None:
    rename = calls.index(_first(calls, "rename", "renameat", "renameat2"))
    for index, (call, outcome) in enumerate(_disturbed(calls, "signal=KILL", tmp_path)):
        assert outcome.status == KILLED, call
        assert outcome.whole == (OLD if index <= rename else NEW), call
        assert all(re.fullmatch(r"\.nianbao-[0-9a-f]{12}\.tmp", name) for name in outcome.others), call
        atomic.write(outcome.path, draft.dumps(NEW))
        assert outcome.whole == NEW, call


@pytest.mark.parametrize(("fault", "status"), [("error=EIO", REFUSED), ("signal=KILL", KILLED)])
def test_a_failing_clean_up_leaves_the_old_file_whole(
    fault: str, status: int, calls: list[Call], tmp_path: Path
) -> None:
    fsync = _first(calls, "fsync")
    outcome = _save(tmp_path / "save", f"fsync:error=EIO:when={fsync.count}", f"unlink,unlinkat:{fault}")
    assert (outcome.status, outcome.whole) == (status, OLD)
    assert len(outcome.others) == 1


@pytest.mark.parametrize("options", ["size=256k", "size=1m,nr_inodes=2"])
def test_a_full_disk_keeps_the_old_file_and_takes_a_save_again_when_there_is_room(options: str, tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", options) as disk:
        path = disk / "2024.nianbao"
        path.write_bytes(draft.dumps(OLD))
        with pytest.raises(FileProblem, match="磁盘空间不足，请清理后再试，或换一个位置"):
            draft.save(NEW, path, NOW)
        assert draft.load(path) == OLD
        assert list(disk.iterdir()) == [path]
        subprocess.run([need("mount"), "-o", "remount,size=2m,nr_inodes=9", str(disk)], check=True)
        assert draft.load(path) != draft.save(NEW, path, NOW) == draft.load(path)


def test_a_read_only_disk_is_named_as_such(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "size=1m") as disk:
        path = disk / "2024.nianbao"
        path.write_bytes(draft.dumps(OLD))
        subprocess.run([need("mount"), "-o", "remount,ro", str(disk)], check=True)
        for target in (path, disk / "new.nianbao"):
            with pytest.raises(FileProblem, match="文件或所在磁盘是只读的，请取消只读或换一个位置"):
                draft.save(NEW, target, NOW)
        assert draft.load(path) == OLD
        assert list(disk.iterdir()) == [path]


def test_a_folder_closed_to_writing_is_named_as_such() -> None:
    user = os.geteuid()
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "2024.nianbao").write_bytes(draft.dumps(OLD))
        (folder / "2024.nianbao").chmod(0o666)
        folder.chmod(0o555)
        try:
            os.seteuid(user or NOBODY)
            with pytest.raises(FileProblem, match="没有权限，或文件正被其他程序打开"):
                draft.save(NEW, folder / "2024.nianbao", NOW)
        finally:
            os.seteuid(user)
            folder.chmod(0o755)
        assert [draft.load(path) for path in folder.iterdir()] == [OLD]


def test_a_target_that_cannot_be_replaced_is_left_as_it_was(tmp_path: Path) -> None:
    read_only, folder, pipe = tmp_path / "read-only", tmp_path / "folder", tmp_path / "pipe"
    read_only.write_bytes(b"old")
    read_only.chmod(0o444)
    folder.mkdir()
    os.mkfifo(pipe)
    before = {path: path.lstat() for path in tmp_path.iterdir()}
    for path, message in (
        (read_only, "文件或所在磁盘是只读的，请取消只读或换一个位置"),
        (folder, "这是一个文件夹，请指定文件"),
        (pipe, "不是普通文件"),
        (tmp_path / "absent" / "x", "文件或文件夹不存在，请检查路径"),
        (read_only / "x", "路径中有一段不是文件夹，请检查路径"),
        (tmp_path / ("长" * 200), "文件名或路径太长，请缩短后再试"),
        (Path("/"), "这是一个文件夹，请指定文件"),
    ):
        with pytest.raises(FileProblem) as refused:
            draft.save(NEW, path, NOW)
        assert message in str(refused.value)
    assert {path: path.lstat() for path in tmp_path.iterdir()} == before
    assert read_only.read_bytes() == b"old"
    assert list(folder.iterdir()) == []


def test_a_link_stays_and_what_it_points_to_is_replaced(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    target = elsewhere / "2024.nianbao"
    near, far = tmp_path / "near", tmp_path / "far"
    far.symlink_to(target)
    near.symlink_to("far")
    for content in (b"made", b"replaced"):
        atomic.write(near, content)
        assert target.read_bytes() == content
    assert (near.readlink(), far.readlink()) == (Path("far"), target)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["2024.nianbao", "elsewhere", "far", "near"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_access_bits_are_kept(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "2024.nianbao"
    path.write_bytes(b"old")
    path.chmod(mode)
    atomic.write(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("name", ["报告 2024.nianbao", "长" * 85, ".nianbao", "-rf", "a\nb"])
def test_any_name_that_a_file_can_have_is_written(name: str, tmp_path: Path) -> None:
    atomic.write(tmp_path / name, b"")
    atomic.write(tmp_path / name, b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {name: b"new"}


@pytest.mark.parametrize("wrong", [ValueError, KeyboardInterrupt])
def test_what_does_not_verify_does_not_replace(wrong: type[BaseException], tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(b"old")
    seen = []

    def verify(written: Path) -> None:
        seen.append((written.read_bytes(), path.read_bytes()))
        raise wrong

    with pytest.raises(wrong):
        atomic.write(path, b"new", verify)
    assert seen == [(b"new", b"old")]
    assert [(found, found.read_bytes()) for found in tmp_path.iterdir()] == [(path, b"old")]
