"""Whenever the program dies, the draft opens with all that was said to be saved; no disk stops the typing.

How much time passes is measured by `benchmarks.kills`; here what counts is what happened before what.
"""

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import Timer
from typing import cast

import pytest

from model.drafts import draft
from model.drafts.library import Library
from model.files.problems import FileProblem
from model.report.report import Agency, new_report
from model.structs import Struct, field
from tests.disks import fill, freeze, hanging_disk, small_disk, thaw
from tests.gui.typist import COUNT
from tests.tools import PATIENCE_S, lacking, need

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("NIANBAO_KILLS", "20"))
AT_ONCE = 2
LEAKED = "11010519491231002X"
MOST_SAVES, MOST_EDITS, MOST_S = 3, 40, 0.02
"""The latest kill: so many saves and edits after the first edit, and within so many seconds of the last of them."""
MOST_SAVE_AS_S = 0.03
"""The latest kill after the button was pressed; the other place is written within that."""
FSYNC_OF_AN_OLD_DISK = 200_000
"""Microseconds a flush takes on a very slow disk."""


class Typist(Struct):
    """A typist and what it has told so far: edits, and what saves began and worked, each by its count."""

    process: subprocess.Popen[bytes]
    told: list[str] = field(default_factory=list)
    edits: int = 0
    begun: int = 0
    saved: int = 0
    saves: int = 0
    left: int = 0
    """What was in hand when the clerk saved as; 0 before that."""
    moved: bool = False
    """Whether that was done."""
    edits_in_a_save: int = 0
    """The most edits between the beginning and the end of one save."""
    _since: int = 0

    def hear(self, line: bytes) -> None:
        """Take in one whole line."""
        words = line.decode().split()
        if words[0].isdigit():
            self.edits = int(words[0])
            if self.begun:
                self._since += 1
        elif words[0] == "begins":
            self.begun, self._since = int(words[1]), 0
        elif words[0] == "saved":
            assert int(words[1]) == self.begun
            self.saved, self.saves = self.begun, self.saves + 1
            self.edits_in_a_save = max(self.edits_in_a_save, self._since)
            self.begun = 0
        elif words[0] == "leaves":
            self.left, self.begun = int(words[1]), 0
        elif words[0] == "moved":
            assert int(words[1]) == self.left
            self.saved, self.moved = self.left, True

    def go_elsewhere(self, path: Path) -> None:
        """Let it save as, once its place takes nothing."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{path}\n".encode())
        self.process.stdin.flush()

    def until(self, done: Callable[[], object]) -> None:
        """Listen until something is so, looked at after every line; there is one every few milliseconds."""
        assert self.process.stdout is not None
        while not done():
            line = self.process.stdout.readline()
            if not line.endswith(b"\n"):
                if "trace=fsync" in cast("list[str]", self.process.args):
                    lacking("strace cannot trace here")
                pytest.fail("the typist ended, or nothing happened any more")
            self.hear(line)

    def rest(self) -> None:
        """Listen to the end; a line that was cut off says nothing."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.endswith(b"\n"):
                self.hear(line)

    def stop(self) -> None:
        """Let it close the draft, and hear the rest."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.rest()
        assert self.process.wait(PATIENCE_S) == 0


def _drafted(folder: Path, data: Path | None = None) -> Path:
    opened = Library(folder / "我的 年报", data or folder / "data").create(new_report(2024, Agency("某局")), _now())
    opened.file.close()
    return opened.file.path


def _now() -> datetime:
    return datetime.now().astimezone()


@contextmanager
def _typing(path: Path, how: str, data: Path | None = None, before: tuple[str, ...] = ()) -> Iterator[Typist]:
    """A typist at work, who is gone in the end and never hangs."""
    command = [
        *before,
        sys.executable,
        "-X",
        "utf8",
        "-m",
        "tests.gui.typist",
        how,
        str(path),
        str(data or _data(path)),
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        guard = Timer(PATIENCE_S, process.kill)
        guard.start()
        try:
            yield Typist(process)
        finally:
            guard.cancel()
            process.kill()


def _data(path: Path) -> Path:
    return path.parents[1] / "data"


def _count(path: Path) -> int:
    with suppress(FileProblem):
        return draft.load(path).report.count(COUNT)
    return 0


class Killed(Struct, frozen=True):
    """What came of one kill: edits made and not in the draft, and whether it came within a save, which then held."""

    lost: int
    within_save: bool
    save_held: bool


def _kill_one(path: Path, saves: int, edits: int, moment: float) -> Killed:
    """Kill the program after so many saves and edits and a moment more."""
    with _typing(path, "window") as typist:
        typist.until(lambda: typist.saves >= saves and typist.edits)
        last = typist.edits + edits
        typist.until(lambda: typist.edits >= last)
        time.sleep(moment)
        typist.process.kill()
        typist.rest()
    library = Library(path.parent, _data(path))
    assert [left.path for left in library.leftovers()] == [path]
    opened = library.open(path, _now())
    opened.file.close()
    assert not opened.read_only
    found = opened.draft.report
    saved = found.count(COUNT)
    assert found.value("applications.received.total") == saved
    assert saved in (typist.saved, typist.begun), "a save that was told is there, or the one after it"
    return Killed(typist.edits - saved, bool(typist.begun), bool(typist.begun) and saved == typist.begun)


def test_a_kill_at_any_moment_loses_nothing_that_was_saved(tmp_path: Path) -> None:
    chance = random.Random(os.environ.get("NIANBAO_KILLS_SEED", "年报"))
    moments = [
        (chance.randint(0, MOST_SAVES), chance.randint(0, MOST_EDITS), chance.uniform(0, MOST_S)) for _ in range(KILLS)
    ]
    paths = [_drafted(tmp_path / str(number)) for number in range(KILLS)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        done = list(pool.map(_kill_one, paths, *zip(*moments, strict=True)))
    assert len(done) == KILLS
    lost = sorted(one.lost for one in done)
    within = [one for one in done if one.within_save]
    print(
        f"{KILLS} kills of the real window: {KILLS} drafts opened whole and were offered, 0 saved edits lost; "
        f"{len(within)} came within a save: {sum(one.save_held for one in within)} hold it, the others the one before; "
        f"edits not saved yet: median {lost[KILLS // 2]}, at most {lost[-1]}"
    )


def _kill_one_that_saves_as(folder: Path, moved: bool, edits: int, moment: float) -> str:
    """Kill the program while it saves as, or in the other place after some edits and a moment more; where it was."""
    with small_disk(folder / "盘", "512k") as disk:
        path, other = _drafted(disk, folder / "data"), folder / "另存.nianbao"
        draft.save(draft.Draft(new_report(2023, Agency("另一局"))), other, _now())
        there = other.read_bytes()
        with _typing(path, "window", folder / "data") as typist:
            typist.until(lambda: typist.saves)
            fill(disk)
            last = typist.edits + edits
            typist.until(lambda: typist.edits >= last)
            typist.go_elsewhere(other)
            typist.until(lambda: typist.moved if moved else typist.left)
            last = typist.edits + edits * moved
            typist.until(lambda: typist.edits >= last)
            time.sleep(moment)
            typist.process.kill()
            typist.rest()
        return _found_after_saving_as(typist, path, other, there)


def _found_after_saving_as(typist: Typist, path: Path, other: Path, there: bytes) -> str:
    """Look at both places: the first holds what it took, the other what it had or all; the work is in one or offered.

    What the other held is in its place or beside it, whole.
    """
    library = Library(path.parent, other.parent / "data")
    opened = library.open(path, _now())
    opened.file.close()
    assert opened.draft.report.count(COUNT) < typist.left
    assert there in [file.read_bytes() for file in other.parent.glob("另存*.nianbao")]
    if other.read_bytes() != there:
        found = draft.load(other).report.count(COUNT)
        assert found in (typist.left, typist.saved, typist.begun)
        assert found >= typist.saved
        return "there" if typist.moved else "within, and done"
    assert not typist.moved
    waiting = library.waiting(path)
    assert waiting is not None
    assert waiting.copy is not None
    assert draft.load(waiting.copy).report.count(COUNT) == typist.left
    return "within, and offered"


def test_a_kill_while_the_work_is_saved_as_another_draft_loses_nothing(tmp_path: Path) -> None:
    """On a full disk, to a place where another draft is."""
    chance = random.Random(os.environ.get("NIANBAO_KILLS_SEED", "年报"))
    number = max(KILLS // 4, 6)
    moments = [(n % 3 == 0, chance.randint(1, MOST_EDITS), chance.uniform(0, MOST_SAVE_AS_S)) for n in range(number)]
    folders = [tmp_path / str(n) for n in range(number)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        done = list(pool.map(_kill_one_that_saves_as, folders, *zip(*moments, strict=True)))
    counts = ", ".join(f"{done.count(where)} {where}" for where in sorted(set(done)))
    print(f"{number} kills of the real window that saved as: 0 drafts broken, 0 saved edits lost ({counts})")


def test_a_clean_end_loses_nothing_and_leaves_no_note(tmp_path: Path) -> None:
    path = _drafted(tmp_path)
    with _typing(path, "window") as typist:
        typist.until(lambda: typist.edits >= 50)
        typist.stop()
    assert draft.load(path).report.count(COUNT) == typist.edits
    assert Library(path.parent, _data(path)).leftovers() == ()


@pytest.mark.parametrize("how", ["renamed", "data folder renamed", "copied"])
def test_a_portable_folder_that_goes_elsewhere_between_two_runs_has_it_all(tmp_path: Path, how: str) -> None:
    """A killed run in one place, the next one in another; the first place, where it is still there, is left alone."""
    home = tmp_path / "U盘" / "年报助手"
    path, data = _drafted(home), home / "data"
    unsaved = _with_unsaved_work(path.with_name("另一份.nianbao"), data)
    with _typing(path, "window", data) as typist:
        typist.until(lambda: typist.saves >= 2)
        typist.process.kill()
        typist.rest()
    before, versions = path.read_bytes(), len(Library(path.parent, data).generations(path))
    goes = tmp_path / "U盘" / "年报助手（新）"
    if how == "copied":
        shutil.copytree(home, goes)
    elif how == "renamed":
        home.rename(goes)
    else:
        data.rename(home / "程序数据")
    new_home, new_data = (home, home / "程序数据") if how == "data folder renamed" else (goes, goes / "data")
    library = Library(new_home / path.parent.name, new_data)
    here = library.folder / path.name
    left = {found.path: found for found in library.leftovers()}
    assert set(left) == {here, library.folder / unsaved.name}
    assert left[here].crashed
    copy = left[library.folder / unsaved.name].copy
    assert copy is not None
    assert copy.is_relative_to(new_data)
    assert len(library.generations(here)) == versions
    with _typing(here, "window", new_data) as typist:
        typist.until(lambda: typist.saves)
        typist.stop()
    assert _count(here) == typist.edits
    assert len(library.generations(here)) > versions
    library.purge(library.folder / unsaved.name, LEAKED)
    assert not [file for file in new_data.rglob("*.nianbao") if LEAKED in file.read_text(encoding="utf-8")]
    if how == "copied":
        assert path.read_bytes() == before
        assert {found.path for found in Library(path.parent, data).leftovers()} == {unsaved, path}


def _with_unsaved_work(path: Path, data: Path) -> Path:
    """A draft with work that never reached it, and a number in both that has to be purged."""
    report = new_report(2024, Agency("另一局")).with_text("overview", f"申请人{LEAKED}。")
    draft.save(draft.Draft(report), path, _now())
    opened = Library(path.parent, data).open(path, _now())
    opened.file.keep_copy(draft.Draft(report.with_number(COUNT, 1)), _now())
    opened.file.close()
    return path


def test_a_slow_disk_does_not_stop_the_typing(tmp_path: Path) -> None:
    path = _drafted(tmp_path)
    slow = f"inject=fsync:delay_enter={FSYNC_OF_AN_OLD_DISK}"
    strace = (need("strace"), "-f", "-qq", "-o", str(tmp_path / "log"), "-e", "trace=fsync", "-e", slow)
    with _typing(path, "bridge", before=strace) as typist:
        for saves in (1, 2, 3):
            typist.until(lambda wanted=saves: typist.saves >= wanted)  # type: ignore[misc]
            assert _count(path) >= typist.saved
        typist.stop()
    assert typist.edits_in_a_save > 1
    assert _count(path) == typist.edits


def test_a_place_that_does_not_answer_stops_nothing_and_loses_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with hanging_disk(tmp_path / "共享") as disk:
        path = _drafted(disk, data)
        with _typing(path, "bridge", data) as typist:
            typist.until(lambda: typist.saves)
            freeze(disk)
            frozen = typist.edits
            typist.until(lambda: any(_count(copy) > frozen for copy in data.glob("recovery/*/draft.nianbao")))
            rescued = typist.edits
            typist.until(lambda: any(_count(copy) > rescued for copy in data.glob("recovery/*/draft.nianbao")))
            assert typist.edits > rescued > frozen
            thaw(disk)
            typist.until(lambda: typist.saved > rescued)
            typist.stop()
        assert _count(path) == typist.edits
        assert Library(path.parent, data).leftovers() == ()
