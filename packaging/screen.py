"""A screen of its own, and a person before it: keys, pictures, what windows are in sight."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE_S = 180
_SIZE = "1440x900"


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
        window = self._xdotool("search", "--onlyvisible", "--name", name).split()[-1]
        self._xdotool("windowraise", window, "windowfocus", "--sync", window)

    def place(self, name: str) -> tuple[int, int]:
        """Where on the screen a window in sight begins; its title has these words in it."""
        window = self._xdotool("search", "--onlyvisible", "--name", name).split()[-1]
        said = dict(line.split("=") for line in self._xdotool("getwindowgeometry", "--shell", window).split())
        return int(said["X"]), int(said["Y"])

    def wait_for(self, name: str, *, patience: float = PATIENCE_S) -> str:
        """Wait until a window with these words in its title is in sight, for some seconds; its title."""
        wait(lambda: bool(self.windows(name)), f"no window named {name}", patience=patience)
        return self.windows(name)[-1]

    def picture(self, name: str) -> None:
        """Keep a picture of the screen."""
        if self._pictures is not None and shutil.which("import"):
            target = self._pictures / f"{name}.png"
            subprocess.run(["import", "-display", self.name, "-window", "root", str(target)], check=False)

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env={**os.environ, "DISPLAY": self.name},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=False,
        )
        return done.stdout


@contextmanager
def screen(pictures: Path | None) -> Iterator[Screen]:
    """A screen that is there as long as it is needed."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{_SIZE}x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            yield Screen(f":{told.readline().strip()}", pictures)
    finally:
        server.terminate()
        server.wait(10)


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
