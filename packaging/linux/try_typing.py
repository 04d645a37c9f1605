"""Tries to type Chinese into the desktop package as a clerk does, with fcitx 4 and with fcitx 5; nothing is simulated.

`python packaging/linux/try_typing.py [--program /usr/bin/nianbao] [--pictures FOLDER]` after the package is installed.
Each step says what held; the first that does not ends it with a trouble.
"""

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
import bundle
import input_methods
from input_methods import InputMethod
from screen import PATIENCE_S, Screen, screen, wait

INSTALLED = "/usr/bin/nianbao"
"""The program of the package; the name alone may find one without an input method, of the environment this runs in."""
TITLE = "年度报告 — 年报助手"
WORD, LETTERS = "年报", "nianbao"
SENTENCE_WORD, SENTENCE_LETTERS = "公开", "xinxigongkaigongzuo"
"""What every input method makes of the letters of a sentence, among other words."""
TEXT, CELL, FIGURE = "overview", "disclosure.normative_documents.issued", 17
A_ROW = (20, 80)
"""How far, at least and at most, the next row of a table is below, in pixels."""


class Trial:
    """One clerk with one input method, one draft and one screen."""

    def __init__(self, method: InputMethod, shown: Screen, home: Path) -> None:
        """Make the draft in the home."""
        self.method, self.screen = method, shown
        self.draft = home / "水务局 2025.nianbao"
        shutil.copy(bundle.ROOT / "resources" / "sample.nianbao", self.draft)
        self.before = self._text()

    def kept(self, *names: str) -> object:
        """A value as the draft has it on the disk."""
        value: Any = json.loads(self.draft.read_text("utf-8"))
        for name in names:
            value = value.get(name)
        return value

    def run(self, program: str, environment: Mapping[str, str]) -> None:
        """Do it all in one window."""
        started = subprocess.Popen([program, str(self.draft)], env=environment, stdin=subprocess.DEVNULL)
        try:
            self.screen.wait_for(TITLE)
            self.screen.focus(TITLE)
            for step in (self.switch_on, self.type_text, self.undo_and_redo, self.type_into_table):
                step()
                print(f"ok  {self.method.name}: {step.__doc__}", flush=True)
        finally:
            started.terminate()
            started.wait(PATIENCE_S)

    def switch_on(self) -> None:
        """The usual key switches to Chinese."""
        self.screen.keys("ctrl+Next", "ctrl+End")
        wait(self._answers, f"{self.method.name} does not answer the program", pause=1)

    def type_text(self) -> None:
        """Chinese is composed in a text, and stands there once it is chosen."""
        self._compose(LETTERS)
        self.screen.picture(f"{self.method.name}-text")
        expect(self._text(), self.before)
        self.screen.keys("space")
        self._wait_for_text(f"{self.before}{WORD}")

    def undo_and_redo(self) -> None:
        """A whole sentence that was chosen at once is undone at once, and comes back."""
        before = f"{self.before}{WORD}"
        self._compose(SENTENCE_LETTERS)
        self.screen.keys("space")
        wait(lambda: self._text() != before, "the sentence is not written")
        written = self._text()
        expect((written.startswith(before), SENTENCE_WORD in written.removeprefix(before)), (True, True))
        self.screen.keys("ctrl+z")
        self._wait_for_text(before)
        self.screen.keys("ctrl+y")
        self._wait_for_text(written)

    def type_into_table(self) -> None:
        """In a table the letters stand at the cell, the candidates go with it, and a figure is still typed as such."""
        self.screen.keys("ctrl+Next")
        self._compose(LETTERS)
        x, y = self.screen.still_place(self.method.candidates)
        self.screen.keys("Escape")
        wait(lambda: not self._composes(), "the candidates stay")
        self.screen.keys("Escape", "Down")
        self._compose(LETTERS)
        right, down = self.screen.still_place(self.method.candidates)
        self.screen.picture(f"{self.method.name}-table")
        expect((right, y + A_ROW[0] <= down <= y + A_ROW[1]), (x, True))
        self.screen.keys("Escape", "Escape")
        self.screen.type(str(FIGURE))
        self.screen.keys("Return")
        wait(lambda: self.kept("numbers", CELL) == FIGURE, "the figure was not saved")

    def _answers(self) -> bool:
        """Whether a letter is composed; until the two have found each other the key does nothing, and it is written.

        One of both happens, however long it takes; the key that switches would switch back if it came too soon.
        """
        self.screen.keys("ctrl+space", "n")
        wait(lambda: self._composes() or self._text() != self.before, "a letter is neither composed nor written")
        composes = self._composes()
        self.screen.keys("Escape" if composes else "BackSpace")
        self._wait_for_text(self.before)
        wait(lambda: not self._composes(), "the candidates stay")
        return composes

    def _compose(self, letters: str) -> None:
        self.screen.type(letters)
        wait(self._composes, "nothing is composed")
        self.screen.settle()

    def _composes(self) -> bool:
        return bool(self.screen.windows(self.method.candidates))

    def _text(self) -> str:
        return str(self.kept("text", TEXT))

    def _wait_for_text(self, wanted: str) -> None:
        wait(lambda: self._text() == wanted, f"the text does not become: …{wanted[-20:]}")


def expect(found: object, wanted: object) -> None:
    """Two values must be the same.

    Raises:
        SystemExit: they are not.
    """
    if found != wanted:
        raise SystemExit(f"found {found!r} instead of {wanted!r}")


def main() -> None:
    """Do it with each input method."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=INSTALLED)
    parser.add_argument("--pictures", type=Path)
    options = parser.parse_args()
    with TemporaryDirectory(prefix="nianbao-") as scratch, screen(options.pictures) as shown:
        for method in input_methods.ALL:
            with input_methods.running(
                method, shown.name, Path(scratch), bundle.ROOT / "build" / "debian"
            ) as environment:
                Trial(method, shown, Path(environment["HOME"])).run(options.program, environment)


if __name__ == "__main__":
    main()
