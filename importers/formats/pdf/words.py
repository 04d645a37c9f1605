"""The characters of a page as lines of words."""

from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import Any

from importers.document.shared_glyphs import as_written
from model.structs import Struct

Char = dict[str, Any]
"""A character as pdfplumber gives it: its text, its box, its size."""

_SAME_PLACE = 1.0
"""Equal characters that are no more points apart are one, printed twice."""
_SAME_LINE = 0.5
"""Characters are on one line whose middles are less than this part of their height apart."""
_WORD_GAP, _WIDE_GAP = 0.2, 0.6
"""A gap of so much of the height between Latin characters, or beside a Chinese one, is a blank."""
_CELL_GAP = 1.2
"""A gap of so much of the height sets two columns apart."""


class Line(Struct, frozen=True):
    """One line of a page, cells that stand apart separated by tabs.

    Attributes:
        text: its words.
        x0: where it begins, in points from the left edge of the page.
        x1: where it ends.
        top: how far below the upper edge of the page it is.
        bottom: the same for its lower edge.
        size: the height of its characters.
        page: the page it is on, from 0.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    page: int


def once(chars: Iterable[Char]) -> list[Char]:
    """The characters without those that stand on an equal one, less than a point away.

    The library's own way to do so takes as long as an eighth of all it does for a page.
    """
    kept: list[Char] = []
    near: dict[tuple[int, int], list[Char]] = {}
    for char in chars:
        column, row = int(char["x0"]), int(char["top"])
        beside = ((column + across, row + down) for across in (-1, 0, 1) for down in (-1, 0, 1))
        if not any(_is_on(other, char) for place in beside for other in near.get(place, ())):
            near.setdefault((column, row), []).append(char)
            kept.append(char)
    return kept


def _is_on(one: Char, other: Char) -> bool:
    alike = all(one[name] == other[name] for name in ("text", "fontname", "size"))
    return alike and all(abs(one[name] - other[name]) <= _SAME_PLACE for name in ("x0", "top"))


def lines(chars: Iterable[Char], page: int) -> list[Line]:
    """The lines that some characters make up, from top to bottom."""
    return [line for row in _rows(chars) if (line := _line(row, page)).text.strip()]


def text(chars: Iterable[Char]) -> str:
    """What stands in a cell, its lines joined as one reads them."""
    found = ""
    for line in lines(chars, 0):
        words = line.text.replace("\t", " ")
        between = " " if found and found[-1].isascii() and found[-1].isalpha() and words[0].isalpha() else ""
        found += between + words
    return found


def _rows(chars: Iterable[Char]) -> Iterator[list[Char]]:
    row: list[Char] = []
    middle = 0.0
    for char in sorted(chars, key=lambda char: (char["top"] + char["bottom"]) / 2):
        here = (char["top"] + char["bottom"]) / 2
        if row and here - middle > _SAME_LINE * max(_height(char), _height(row[0])):
            yield row
            row = []
        middle = here if not row else middle
        row.append(char)
    if row:
        yield row


def _height(char: Char) -> float:
    return float(char["bottom"] - char["top"])


def _line(row: Sequence[Char], page: int) -> Line:
    placed = sorted(row, key=lambda char: char["x0"])
    size = median(_height(char) for char in placed)
    words, before = "", None
    for char in placed:
        said = as_written(char["text"])
        if before and not said.isspace():
            words = _joined(words, said, (char["x0"] - before["x1"]) / (size or 1))
        words += said if not said.isspace() else " " if words and not words[-1].isspace() else ""
        before = char if not said.isspace() or before is None else before
    top, bottom = min(char["top"] for char in placed), max(char["bottom"] for char in placed)
    return Line(words.strip(), placed[0]["x0"], placed[-1]["x1"], top, bottom, size, page)


def _joined(words: str, char: str, gap: float) -> str:
    """The words with what a gap before the next character means."""
    if gap > _CELL_GAP and words.strip():
        return f"{words.rstrip()}\t"
    wide = _WORD_GAP if words[-1:].isascii() and char.isascii() else _WIDE_GAP
    return f"{words} " if gap > wide and not words[-1:].isspace() else words
