"""A screen of its own, and a person before it: keys, pictures, what windows are in sight."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE_S = 600
"""How long anything may take on a machine that does much else; it is waited for no longer than it takes."""
_SIZE = "1440x900"
_STILL, _LOOKS, _LOOK_S = 200, 3, 1.0
"""A picture is still when so many looks, so many seconds apart, differ by so many pixels at most: a caret blinks."""


class Screen:
    """A virtual screen."""

    def __init__(self, name: str, pictures: Path | None) -> None:
        """Use the screen of that name; pictures go into a folder, if one is given."""
        self.name, self._pictures = name, pictures

    def keys(self, *keys: str) -> None:
        """Press keys, such as ctrl+Next, one after the other."""
        self._xdotool("key", "--delay", "120", *keys)

    def type(self, text: str) -> None:
        """Type letters and digits."""
        self._xdotool("type", "--delay", "120", text)

    def click(self, x: int, y: int) -> None:
        """Click at a place of the screen."""
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def windows(self, name: str) -> list[str]:
        """The titles of the windows in sight whose title has these words in it."""
        found = self._xdotool("search", "--onlyvisible", "--name", name).split()
        return [self._xdotool("getwindowname", window).strip() for window in found]

    def focus(self, name: str) -> None:
        """Bring the keyboard to a window, as a window manager would."""
        window = self._window(name)
        self._xdotool("windowraise", window, "windowfocus", "--sync", window)

    def place(self, name: str) -> tuple[int, int] | None:
        """Where on the screen a window in sight begins; its title has these words in it; None when it is not there."""
        found = self._xdotool("search", "--onlyvisible", "--name", name).split()
        lines = self._xdotool("getwindowgeometry", "--shell", found[-1]).split() if found else []
        said = dict(line.split("=") for line in lines)
        return (int(said["X"]), int(said["Y"])) if said else None

    def still_place(self, name: str) -> tuple[int, int]:
        """Where a window begins once it moves no more."""
        places: list[tuple[int, int] | None] = []

        def rests() -> bool:
            places.append(self.place(name))
            return places[-1] is not None and places[-_LOOKS:] == [places[-1]] * _LOOKS

        wait(rests, f"the window {name} does not come to rest", pause=_LOOK_S)
        found = places[-1]
        assert found is not None, "rests has seen it"
        return found

    def wait_for(self, name: str, *, patience: float = PATIENCE_S) -> str:
        """Wait until a window with these words in its title is in sight, for some seconds; its title."""
        wait(lambda: bool(self.windows(name)), f"no window named {name}", patience=patience)
        return self.windows(name)[-1]

    def settle(self) -> None:
        """Wait until what is on the screen changes no more but for a caret, as a person does before going on."""
        seen: list[bytes] = []

        def rests() -> bool:
            seen.append(self._pixels())
            return len(seen) >= _LOOKS and all(_differing(seen[-1], other) <= _STILL for other in seen[-_LOOKS:-1])

        wait(rests, "the screen does not come to rest", pause=_LOOK_S)

    def _pixels(self) -> bytes:
        call = ["import", "-display", self.name, "-window", "root", "-depth", "8", "gray:-"]
        return subprocess.run(call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout

    def picture(self, name: str) -> None:
        """Keep a picture of the screen."""
        if self._pictures is not None and shutil.which("import"):
            target = self._pictures / f"{name}.png"
            subprocess.run(["import", "-display", self.name, "-window", "root", str(target)], check=False)

    def _window(self, name: str) -> str:
        """The last window in sight whose title has these words in it, waited for."""
        self.wait_for(name)
        return self._xdotool("search", "--onlyvisible", "--name", name).split()[-1]

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env={**os.environ, "DISPLAY": self.name},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )
        return done.stdout


@contextmanager
def screen(pictures: Path | None) -> Iterator[Screen]:
    """A screen that is there as long as it is needed, under the first number that is free.

    Raises:
        RuntimeError: there is none.
    """
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{_SIZE}x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            number = told.readline().strip()
            if not number:
                raise RuntimeError("Xvfb did not start")
            yield Screen(f":{number}", pictures)
    finally:
        server.terminate()
        server.wait(PATIENCE_S)


def _differing(one: bytes, other: bytes) -> int:
    """How many pixels differ between two pictures of the screen."""
    width = int(_SIZE.partition("x")[0])
    rows = ((one[start : start + width], other[start : start + width]) for start in range(0, len(one), width))
    return sum(sum(map(int.__ne__, row, like)) for row, like in rows if row != like)


def wait(until: Callable[[], bool], trouble: str, *, pause: float = 0.05, patience: float = PATIENCE_S) -> None:
    """Wait until something is so, looking again after each pause, all in seconds.

    Raises:
        TimeoutError: it did not come to be, with the words of the trouble.
    """
    begun = time.monotonic()
    while not until():
        if time.monotonic() - begun > patience:
            raise TimeoutError(trouble)
        time.sleep(pause)
