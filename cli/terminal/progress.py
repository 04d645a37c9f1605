"""The line on a terminal that says which of many files is worked on."""

import shutil
import sys
import unicodedata
from contextlib import suppress

from cli.terminal.line import Line, wipe
from cli.terminal.steering import spelled_out


def show(number: int, of: int, name: str) -> None:
    """Say it, where somebody looks at a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        return
    wipe()
    line = _cut(f"{number}/{of} {spelled_out(name)}", shutil.get_terminal_size().columns - 1)
    with suppress(OSError):
        sys.stderr.write(line)
        sys.stderr.flush()
        Line.width = _width(line)


def _cut(line: str, width: int) -> str:
    while _width(line) > max(width, 1):
        line = line[:-1]
    return line


def _width(line: str) -> int:
    """How many columns of a terminal a line takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)
