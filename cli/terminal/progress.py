"""The line on a terminal that says which of many files is worked on."""

import os
import sys
import unicodedata
from contextlib import suppress

from cli.terminal.line import Line, wipe
from cli.terminal.steering import spelled_out

_WIDTH = 80
"""How wide a terminal is that does not say it."""


def show(number: int, of: int, name: str) -> None:
    """Say it, where somebody looks at a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        return
    wipe()
    with suppress(OSError):
        width = os.get_terminal_size(sys.stderr.fileno()).columns or _WIDTH
        line = _cut(f"{number}/{of} {spelled_out(name)}", width - 1)
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
