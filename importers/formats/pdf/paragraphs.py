"""Lines of pages joined into paragraphs; page numbers and running heads left out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from importers.document.layout import told_in_cells
from importers.formats.pdf.words import Line
from model.language.patterns import pattern

_DIGITS = pattern(r"[0-9]+")
_PAGE_NUMBER = pattern(r"[-—–·•\s]*(?:第\s*)?[0-9]{1,3}(?:\s*页)?(?:\s*[,，/]?\s*共?\s*[0-9]+\s*页?)?[-—–·•\s]*")
_BEGINS = pattern(
    r"[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+部分|[（(][一二三四五六七八九十]{1,3}[）)]|[0-9]{1,2}[、.．](?![0-9])"
)
_ENDS = pattern(r"[。！？；：]$")
_AT_THE_EDGE = 2
"""So many lines at the head and at the foot of a page may be running heads and page numbers."""
_STOPS = pattern(r"[。！？；]$")
_WORD = pattern(r"[!-~]{2,}[，。、；：！？）》〉”’]*")
"""What is not broken over lines: a word, a number, an address of a page or a mailbox, and the stops behind it."""
_LONG = 0.75
"""A line without a stop that fills so much of the width goes on: a long word did not fit behind it."""
_SHORT = 1.6
"""A line that ends so many characters before the right edge is the last of its paragraph."""
_INDENT = 1.0
"""A line that begins so many characters behind the left edge begins a paragraph."""
_CLOSE = 2.2
"""Lines of a paragraph are less than so many times their height apart."""


def without_running(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without page numbers and what is repeated at the head or foot of pages."""
    edges = Counter(shape for lines in pages for shape in {_shape(line) for line in _edge(lines)})
    repeated = {shape for shape, count in edges.items() if count > 1 and count * 2 >= len(pages)}
    return [[line for line in lines if not _is_running(line, lines, repeated)] for lines in pages]


def _edge(lines: Sequence[Line]) -> list[Line]:
    return [*lines[:_AT_THE_EDGE], *lines[-_AT_THE_EDGE:]]


def _shape(line: Line) -> str:
    """The words of a line, its numbers left out: those of pages differ."""
    return _DIGITS.sub("#", "".join(line.text.split()))


def _is_running(line: Line, lines: Sequence[Line], repeated: set[str]) -> bool:
    if line in (lines[0], lines[-1]) and _PAGE_NUMBER.fullmatch(line.text):
        return True
    return line in _edge(lines) and _shape(line) in repeated and "\t" not in line.text


def sides(lines: Iterable[Line]) -> tuple[float, float]:
    """Where the text of a document begins and ends on its pages, in points from their left edge."""
    plain = [line for line in lines if "\t" not in line.text]
    return min((line.x0 for line in plain), default=0.0), max((line.x1 for line in plain), default=0.0)


def paragraphs(lines: Sequence[Line], left: float, right: float) -> Iterator[str]:
    """Lines that follow each other, on one page or over its end, as paragraphs.

    Args:
        lines: the lines.
        left: where text begins.
        right: where it ends.
    """
    gathered: list[Line] = []
    for line in lines:
        if gathered and not _belongs(gathered, line, left, right):
            yield _text(gathered)
            gathered = []
        gathered.append(line)
    if gathered:
        yield _text(gathered)


def _belongs(before: Sequence[Line], line: Line, left: float, right: float) -> bool:
    """Whether a line goes on from those before: they fill the width, and it begins at the edge."""
    last = before[-1]
    if "\t" in last.text or "\t" in line.text or abs(last.size - line.size) > 0.15 * last.size:
        return False
    full = last.x1 > right - _SHORT * last.size
    unstopped = not _STOPS.search(last.text)
    full = full or (unstopped and last.x1 > left + _LONG * (right - left))
    full = full or (unstopped and last.x1 + _first_word(line) > right)
    hangs = before[0].bullet and abs(line.x0 - before[0].x0) < _INDENT * line.size
    begins = line.bullet or (line.x0 > left + _INDENT * line.size and not hangs)
    apart = line.page == last.page and line.top - last.top > _CLOSE * last.size
    return full and not begins and not apart and not (_BEGINS.match(line.text) and _ENDS.search(last.text))


def _first_word(line: Line) -> float:
    """How wide the word is with which a line begins, in points; 0 when it can be broken anywhere, as Chinese is."""
    word = _WORD.match(line.text)
    if word is None:
        return 0.0
    return (line.x1 - line.x0) * _half_widths(word[0]) / _half_widths(line.text)


def _half_widths(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


def _text(lines: Sequence[Line]) -> str:
    words = ""
    for line in lines:
        latin = words[-1:].isascii() and words[-1:].isalpha() and line.text[0].isascii() and line.text[0].isalpha()
        words += f" {line.text}" if latin else line.text
    return told_in_cells(words) if "\t" in words else words
