"""How long from starting the program to a window with an open draft: frozen against source, in turns, same machine.

`python packaging/wine/start_times.py`, after `packaging/build.py`; measures what is built: Linux, Windows in Wine.
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
from build import FROZEN, ROOT, WORK
from emulated import Windows
from screen import Screen, screen, wait

RUNS = 5
_TITLE = "年度报告 — 年报助手"
Start = Callable[[Path, Path, str], "subprocess.Popen[bytes]"]
"""Starts a program with a draft, its data folder and a screen."""


def main() -> None:
    """Print the medians, the least and the most, in seconds; the first run of each is left out."""
    with screen(None) as shown:
        for system, ways in _ways():
            took: dict[str, list[float]] = {way: [] for way in ways}
            for _ in range(RUNS + 1):
                for way, start in ways.items():
                    took[way].append(_measure(start, shown))
            for way, seconds in took.items():
                kept = sorted(seconds[1:])
                print(f"{system} {way}: {statistics.median(kept):.2f} s ({kept[0]:.2f} to {kept[-1]:.2f})", flush=True)


def _measure(start: Start, shown: Screen) -> float:
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        draft = Path(name) / "示例.nianbao"
        shutil.copy(ROOT / "resources" / "sample.nianbao", draft)
        begun = time.monotonic()
        running = start(draft, Path(name) / "data", shown.name)
        wait(lambda: bool(shown.windows(_TITLE)), "no window came", pause=0.01)
        took = time.monotonic() - begun
        time.sleep(1)
        shown.focus(_TITLE)
        shown.keys("alt+F4")  # answered inside Wine; elsewhere it takes a window manager
        with suppress(subprocess.TimeoutExpired):
            running.wait(2)
        running.terminate()
        wait(lambda: not shown.windows(_TITLE), "the window did not go")
    return took


def _ways() -> Iterator[tuple[str, dict[str, Start]]]:
    if FROZEN["linux"].exists():
        yield (
            "Linux",
            {
                "from source": _here(sys.executable, "-m", "gui"),
                "frozen": _here(str(FROZEN["linux"] / "nianbao" / "nianbao")),
            },
        )
    if FROZEN["win32"].exists():
        windows = Windows(WORK / "wine" / "windows")
        python = WORK / "wine" / "python" / "python.exe"
        yield (
            "Wine",
            {
                "from source": _inside(windows, python, windows.path(HERE.parent / "start.py")),
                "frozen": _inside(windows, FROZEN["win32"] / "nianbao" / "nianbao.exe"),
            },
        )
        windows.stop()


def _here(*command: str) -> Start:
    def start(draft: Path, data: Path, display: str) -> "subprocess.Popen[bytes]":
        own = {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "NIANBAO_DATA": str(data),
            "NIANBAO_DOCUMENTS": str(draft.parent),
        }
        return subprocess.Popen([*command, str(draft)], cwd=ROOT, env={**os.environ, **own}, stderr=subprocess.DEVNULL)

    return start


def _inside(windows: Windows, *command: str | Path) -> Start:
    def start(draft: Path, data: Path, display: str) -> "subprocess.Popen[bytes]":
        own = {"NIANBAO_DATA": windows.path(data), "NIANBAO_DOCUMENTS": windows.path(draft.parent)}
        own |= {"PYTHONPATH": windows.path(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
        return windows.start(*command, windows.path(draft), DISPLAY=display, **own)

    return start


if __name__ == "__main__":
    main()
