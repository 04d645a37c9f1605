"""How old an edit can be that a kill, a slow disk or a place that does not answer keeps from the disk.

Run with `uv run python -m benchmarks.kills [KILLS]`; it fails where an edit waited a second or longer, or the typing
stood still. Needs strace, and for the last part the right to mount an image.
"""

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer

from model.drafts import draft
from tests.disks import freeze, hanging_disk, thaw
from tests.gui.test_kills import _count, _data, _drafted, _typing
from tests.gui.typist import COUNT

AT_ONCE = 2
LONGEST_LIFE = 2.0
"""The latest kill after the first edit, in seconds: several saves, with versions kept."""
MOST_LOST = 1.0
"""How old an edit may be that is not on the disk, in seconds."""
LONGEST_GAP_MS = 50
"""How long the event loop may stand still."""
LOOK_EVERY = 0.02
"""How often the files are looked at, in seconds: listening must keep up with the typist."""
FSYNC_OF_AN_OLD_DISK = 60_000
"""Microseconds a flush takes on a slow spinning disk."""


def main() -> None:
    """Measure all three."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with TemporaryDirectory() as name:
        folder = Path(name)
        lost = _killed(folder, kills)
        print(f"{kills} kills: the oldest lost edit was {lost:.3f} s old")
        late, gap = _slow(folder)
        print(f"on a slow disk an edit waited {late:.3f} s, the longest gap in the typing was {gap} ms")
        hung_late, hung_gap = _hanging(folder)
        print(f"beside a hanging save an edit waited {hung_late:.3f} s, the longest gap was {hung_gap} ms")
    if max(lost, late, hung_late) >= MOST_LOST or max(gap, hung_gap) >= LONGEST_GAP_MS:
        sys.exit("too long")


def _killed(folder: Path, kills: int) -> float:
    chance = random.Random("年报")
    lives = [chance.uniform(0, LONGEST_LIFE) for _ in range(kills)]
    paths = [_drafted(folder / str(number)) for number in range(kills)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return max(pool.map(_kill, paths, lives))


def _kill(path: Path, life: float) -> float:
    """Kill the program in the middle of the work; how old the oldest lost edit was, in seconds."""
    with _typing(path, "window") as typist:
        process = typist.process
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(life)
        process.kill()
        died = time.monotonic()
        edits = _edits(first + process.stdout.read())
    saved = draft.load(path).report.count(COUNT)
    return max((died - at for count, at in edits.items() if count > saved), default=0.0)


def _slow(folder: Path) -> tuple[float, float]:
    path = _drafted(folder / "slow")
    slow = f"inject=fsync:delay_enter={FSYNC_OF_AN_OLD_DISK}"
    strace = ("strace", "-f", "-qq", "-o", str(folder / "log"), "-e", "trace=fsync", "-e", slow)
    with _typing(path, "bridge", before=strace) as typist:
        return _watch(typist.process, path, _data(path), 3)


def _hanging(folder: Path) -> tuple[float, float]:
    data = folder / "hanging" / "data"
    with hanging_disk(folder / "hanging" / "共享") as disk:
        path = _drafted(disk, data)
        timers = [Timer(3, freeze, [disk]), Timer(6, thaw, [disk])]
        with _typing(path, "bridge", data) as typist:
            for timer in timers:
                timer.start()
            return _watch(typist.process, path, data, 8)


def _watch(process: subprocess.Popen[bytes], path: Path, data: Path, seconds: float) -> tuple[float, float]:
    """Follow a typist for some seconds: how long an edit waited at most, in s, and the loop's longest gap, in ms."""
    assert process.stdout is not None
    assert process.stdin is not None
    edits, late, looked = _edits(process.stdout.readline()), 0.0, 0.0
    Timer(seconds, process.stdin.close).start()
    while not (line := process.stdout.readline()).startswith(b"gap"):
        assert line, "it ended too early"
        edits |= _edits(line)
        now = time.monotonic()
        if now - looked < LOOK_EVERY:
            continue
        looked = now
        saved = max(map(_count, [*data.glob("recovery/*/draft.nianbao"), path]))
        late = max(late, now - edits.get(saved + 1, now))
    return late, float(line.split()[-1])


def _edits(output: bytes) -> dict[int, float]:
    """The time of every edit that was made, in seconds, by its count."""
    lines = (line.split() for line in output.splitlines(keepends=True) if line.endswith(b"\n"))
    return {int(words[0]): int(words[1]) / 1e9 for words in lines if words[0].isdigit()}


if __name__ == "__main__":
    main()
