"""Reading words as they are meant: without the spaces, widths and dashes that typists vary, and back to their place."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from model.language.characters import exchanged
from model.language.patterns import pattern

_BLANKS = pattern("[\\s\u200b-\u200d\u2060\ufeff]+")
_PLAIN = dict(
    zip(
        "０１２３４５６７８９（〔［[【﹝）〕］]】﹞:,;—–－―‐‑‒−─～~Ｘｘ",
        "0123456789" + "(" * 6 + ")" * 6 + "：，；" + "-" * 11 + "Xx",
        strict=True,
    )
)
_DIGITS = "0123456789"
_LINE = 120
"""So long is a line that is read again and again while a file is told apart; what it is packed to is kept."""


class Squeezed(NamedTuple):
    """A text without blanks, in half-width digits, round brackets and short dashes, that knows where it came from."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original text of some characters here."""
        return self.origin[start], self.origin[end - 1] + 1


@lru_cache(maxsize=16)
def squeezed(text: str) -> Squeezed:
    """The text squeezed; between two digits one blank stays, so that numbers are not joined."""
    plain, pieces, origin, done = exchanged(text, _PLAIN), [], list[int](), 0
    for blank in _BLANKS.finditer(plain):
        start, end = blank.span()
        joins_numbers = start > 0 and end < len(plain) and plain[start - 1] in _DIGITS and plain[end] in _DIGITS
        pieces.append(plain[done:start] + " " * joins_numbers)
        origin.extend(range(done, start + joins_numbers))
        done = end
    origin.extend(range(done, len(plain)))
    return Squeezed("".join((*pieces, plain[done:])), tuple(origin))


def packed(text: str) -> str:
    """The text as `squeezed` reads it, with no blank left at all."""
    return _packed_line(text) if len(text) <= _LINE else _packed(text)


def _packed(text: str) -> str:
    return _BLANKS.sub("", exchanged(text, _PLAIN))


_packed_line = lru_cache(maxsize=4096)(_packed)


def joined(found: Iterator[re.Match[str]], belong_together: Callable[[int, int], bool]) -> Iterator[tuple[int, int]]:
    """The spans of what was found; two neighbours are one span when what lies between belongs to the same mistake."""
    start = end = -1
    for part in found:
        if end >= 0 and belong_together(end, part.start()):
            end = part.end()
            continue
        if end >= 0:
            yield start, end
        start, end = part.span()
    if end >= 0:
        yield start, end


class Paragraphs:
    """Which paragraph of a text a place is in; one walk over the text, however many places are asked for."""

    def __init__(self, text: str) -> None:
        """Find where the paragraphs of a text start; empty lines are none."""
        self._starts: list[int] = []
        start = 0
        for line in text.splitlines(keepends=True):
            if line.strip():
                self._starts.append(start)
            start += len(line)

    def number(self, position: int) -> int:
        """The number of the paragraph at a place, from 1."""
        return max(1, bisect_right(self._starts, position))
