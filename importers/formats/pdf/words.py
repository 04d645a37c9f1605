"""The characters of a page as lines of words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import Any

from importers.document.layout import aside, raised, seen, unmarked
from importers.document.shared_glyphs import as_written
from importers.formats.pdf.char import Char
from importers.formats.pdf.raised import SMALL, said
from model.structs import Struct

_BULLETS = frozenset("\uf06c\uf06e\uf06f\uf075\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0e8\uf0fc\uf0fe")
"""Signs of symbol fonts that Word and WPS set before the items of a list."""
_SAME_PLACE = 1.0
"""Equal characters that are no more points apart are one, printed twice."""
_SAME_LINE = 0.5
"""Characters are on one line whose middles are less than this part of their height apart."""
_NOTES = frozenset("0123456789０１２３４５６７８９[]()（）〔〕*＊注 ")
"""What marks of notes are made of."""
_BETWEEN = 0.3
"""So much of a small character set above or below a line is still between the line's edges."""
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
        bullet: it is an item of a list, whose bullet is none of its words.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    page: int
    bullet: bool = False


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
    return [line for row in _together(_rows(chars)) if (line := _line(row, page)).text.strip()]


def text(chars: Iterable[Char]) -> str:
    """What stands in a cell, its lines joined as one reads them."""
    found = ""
    rows = lines(chars, 0)
    largest = max((line.size for line in rows), default=0.0)
    for line in rows:
        words = line.text.replace("\t", " ")
        words = raised(words) if line.size <= SMALL * largest and words.isdecimal() else words
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


def _together(rows: Iterable[list[Char]]) -> list[list[Char]]:
    """The rows, those of small characters set above or below a line with the line itself."""
    found: list[list[Char]] = []
    for row in rows:
        if found and (_is_set_off(row, found[-1]) or _is_set_off(found[-1], row)):
            found[-1] = [*found[-1], *row]
        else:
            found.append(row)
    return found


def _is_set_off(row: Sequence[Char], line: Sequence[Char]) -> bool:
    """Whether a row is notes of small digits between a line's edges, each behind one of its characters."""
    largest = max(map(_height, line))
    if max(map(_height, row)) > SMALL * largest or not all(char["text"] in _NOTES for char in row):
        return False
    whole = [char for char in line if _height(char) > SMALL * largest and not char["text"].isspace()]
    high, low = min(char["top"] for char in row), max(char["bottom"] for char in row)
    top, bottom = (
        min((char["top"] for char in whole), default=low),
        max((char["bottom"] for char in whole), default=high),
    )
    ends = sorted([char["x1"] for char in whole] + [char["x1"] for char in row])
    before = (bisect_left(ends, char["x0"] + _SAME_PLACE) - 1 for char in row)
    behind = all(index >= 0 and char["x0"] - ends[index] <= largest for char, index in zip(row, before, strict=True))
    return behind and bool(min(bottom, low) - max(top, high) >= _BETWEEN * (low - high))


def _height(char: Char) -> float:
    return float(char["bottom"] - char["top"])


def _line(row: Sequence[Char], page: int) -> Line:
    placed = sorted(row, key=lambda char: char["x0"])
    signs = [char["text"] for char in placed if not char["text"].isspace()]
    bullet = len(signs) > 1 and signs[0] in _BULLETS
    if bullet:
        placed = placed[next(index for index, char in enumerate(placed) if char["text"] in _BULLETS) + 1 :]
        placed = placed[next(index for index, char in enumerate(placed) if not char["text"].isspace()) :]
    size = median(_height(char) for char in placed)
    top, bottom = min(char["top"] for char in placed), max(char["bottom"] for char in placed)
    return Line(_words(placed, size), placed[0]["x0"], placed[-1]["x1"], top, bottom, size, page, bullet)


def _words(placed: Sequence[Char], size: float) -> str:
    """What the characters of a line say, from left to right; those that may be no words of it as such."""
    words, before = "", None
    kinds: list[tuple[int, Any]] = []
    for char, sign in zip(placed, map(as_written, said(placed)), strict=True):
        if before and not sign.isspace():
            words = _joined(words, sign, (char["x0"] - before["x1"]) / (size or 1))
        if not sign.isspace() and char.get("aside") != (kinds[-1][1] if kinds else None):
            kinds.append((len(words), char.get("aside")))
        words += sign if not sign.isspace() else " " if words and not words[-1].isspace() else ""
        before = char if not sign.isspace() or before is None else before
    return _with_asides(words, kinds).strip() if kinds else unmarked(words).strip()


def _with_asides(words: str, kinds: Sequence[tuple[int, Any]]) -> str:
    """The words with those that are none set aside.

    Args:
        words: all of them.
        kinds: from where on they are of which kind; of none at the beginning.
    """
    found = unmarked(words[: kinds[0][0]])
    for (start, kind), (end, _) in zip(kinds, [*kinds[1:], (len(words), None)], strict=True):
        part = seen(words[start:end]) if kind else ""
        found += aside(kind, part) + " " * words[start:end].endswith(" ") if part else words[start:end]
    return found


def _joined(words: str, char: str, gap: float) -> str:
    """The words with what a gap before the next character means."""
    if gap > _CELL_GAP and words.strip():
        return f"{words.rstrip()}\t"
    wide = _WORD_GAP if words[-1:].isascii() and char.isascii() else _WIDE_GAP
    return f"{words} " if gap > wide and not words[-1:].isspace() else words
