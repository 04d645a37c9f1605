"""Whenever the program dies, the draft opens, and at most a second of work is gone."""

import os
import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Timer

from model.drafts import draft
from model.drafts.library import Library
from model.files.problems import FileProblem
from model.report.report import Agency, new_report
from tests.disks import freeze, hanging_disk, thaw
from tests.gui.typist import COUNT
from tests.tools import lacking, need

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("NIANBAO_KILLS", "20"))
AT_ONCE = 2
LONGEST_LIFE = 2.0
"""The latest kill after the first edit, in seconds: several saves, with versions kept."""
MOST_LOST = 1.0
"""How old an edit that is lost may be, in seconds."""
LONGEST_GAP_MS = 50
"""How long the event loop may stand still, in milliseconds."""
FSYNC_OF_AN_OLD_DISK = 60_000
"""Microseconds a flush takes on a slow spinning disk."""


def _drafted(folder: Path, data: Path | None = None) -> Path:
    opened = Library(folder / "我的 年报", data or folder / "data").create(new_report(2024, Agency("某局")), _now())
    opened.file.close()
    return opened.file.path


def _now() -> datetime:
    return datetime.now().astimezone()


def _typist(
    path: Path, *more: str, how: str = "bridge", data: Path | None = None, before: tuple[str, ...] = ()
) -> subprocess.Popen[bytes]:
    words = [how, str(path), str(data or _data(path)), *more]
    command = [*before, sys.executable, "-X", "utf8", "-m", "tests.gui.typist", *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT)


def _data(path: Path) -> Path:
    return path.parents[1] / "data"


def _edits(output: bytes) -> dict[int, float]:
    """The time of every edit that was made, in seconds, by its count."""
    lines = (line.split() for line in output.splitlines(keepends=True) if line.endswith(b"\n"))
    return {int(count): int(at) / 1e9 for count, at in lines if count.isdigit()}


def _kill_one(path: Path, life: float) -> float:
    """Kill the program in the middle of the work; how old the oldest lost edit was, in seconds."""
    with _typist(path, how="window") as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(life)
        process.kill()
        died = time.monotonic()
        edits = _edits(first + process.stdout.read())
    library = Library(path.parent, _data(path))
    assert [left.path for left in library.leftovers()] == [path]
    opened = library.open(path, _now())
    opened.file.close()
    assert not opened.read_only
    found = opened.draft.report
    saved = found.count(COUNT)
    assert found.value("applications.received.total") == saved
    return max((died - at for count, at in edits.items() if count > saved), default=0.0)


def test_a_kill_at_any_moment_loses_less_than_a_second(tmp_path: Path) -> None:
    chance = random.Random(os.environ.get("NIANBAO_KILLS_SEED", "年报"))
    lives = [chance.uniform(0, LONGEST_LIFE) for _ in range(KILLS)]
    paths = [_drafted(tmp_path / str(number)) for number in range(KILLS)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        lost = list(pool.map(_kill_one, paths, lives))
    print(f"{KILLS} kills, the oldest lost edit {max(lost):.3f} s old")
    assert max(lost) < MOST_LOST


def test_a_clean_end_loses_nothing_and_leaves_no_note(tmp_path: Path) -> None:
    path = _drafted(tmp_path)
    with _typist(path, "0.9", how="window") as process:
        output, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert draft.load(path).report.count(COUNT) == max(_edits(output))
    assert Library(path.parent, _data(path)).leftovers() == ()


def test_a_slow_disk_neither_stops_the_typing_nor_loses_more(tmp_path: Path) -> None:
    path = _drafted(tmp_path)
    slow = f"inject=fsync:delay_enter={FSYNC_OF_AN_OLD_DISK}"
    strace = (need("strace"), "-f", "-qq", "-o", str(tmp_path / "log"), "-e", "trace=fsync", "-e", slow)
    with _typist(path, "3", before=strace) as process:
        late, gap, _ = _watch(process, path)
    print(f"on a slow disk an edit waited {late:.3f} s, the longest gap in the typing was {gap} ms")
    assert late < MOST_LOST
    assert gap < FSYNC_OF_AN_OLD_DISK / 1000


def test_a_place_that_does_not_answer_stops_nothing_and_loses_no_more(tmp_path: Path) -> None:
    with hanging_disk(tmp_path / "共享") as disk:
        path = _drafted(disk, tmp_path / "data")
        timers = [Timer(1.2, freeze, [disk]), Timer(4.2, thaw, [disk])]
        with _typist(path, "5", data=tmp_path / "data") as process:
            for timer in timers:
                timer.start()
            late, gap, rescued = _watch(process, path, tmp_path / "data")
        for timer in timers:
            timer.join()
        print(f"beside a hanging save an edit waited {late:.3f} s, the longest gap in the typing was {gap} ms")
        assert rescued
        assert late < MOST_LOST
        assert gap < LONGEST_GAP_MS
        assert Library(path.parent, tmp_path / "data").leftovers() == ()


def _watch(process: subprocess.Popen[bytes], path: Path, data: Path | None = None) -> tuple[float, float, bool]:
    """Follow a typist to the end.

    Gives how long an edit waited at most to be on the disk, in seconds, the longest gap of the event loop in
    milliseconds, and whether there was a copy in the recovery folder.
    """
    assert process.stdout is not None
    edits, late, rescued = dict[int, float](), 0.0, False
    while not (line := process.stdout.readline()).startswith(b"gap"):
        if not line:
            lacking("strace cannot trace here")
        edits |= _edits(line)
        now = time.monotonic()
        copies = list((data or _data(path)).glob("recovery/*/draft.nianbao"))
        rescued = rescued or bool(copies)
        saved = max(map(_count, [*copies, path]))
        late = max(late, now - edits.get(saved + 1, now))
    assert _count(path) == max(edits)
    return late, float(line.split()[-1]), rescued


def _count(path: Path) -> int:
    with suppress(FileProblem):
        return draft.load(path).report.count(COUNT)
    return 0
