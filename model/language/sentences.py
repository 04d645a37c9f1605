"""Where the sentences, statements and clauses of a text end: the one place that knows.

A sentence ends at 。！？ or with its line, a statement also at ；, a clause also at ，. The half-width marks count like
the wide ones, but not the point, which stands in figures and addresses. Spans are in characters and leave out the mark
that ends them; a stretch without any character is none.
"""

from collections.abc import Callable, Iterator
from typing import Literal

from model.language.patterns import pattern

Span = tuple[int, int]
Level = Literal["sentence", "statement", "clause"]

_MARKS: dict[Level, str] = {"sentence": "。！？!?\n", "statement": "。！？!?；;\n", "clause": "。！？!?；;，,\n"}
_END = {level: pattern(f"[{marks}]") for level, marks in _MARKS.items()}
_STRETCH = {level: pattern(f"[^{marks}]+") for level, marks in _MARKS.items()}


def spans(text: str, level: Level) -> Iterator[Span]:
    """Each sentence, statement or clause of a text, in order."""
    return (found.span() for found in _STRETCH[level].finditer(text))


def pieces(text: str, level: Level) -> Iterator[str]:
    """The words of each, in order."""
    return (found[0] for found in _STRETCH[level].finditer(text))


def rewritten(text: str, level: Level, by: Callable[[str], str]) -> str:
    """The text with the words of each put through a function."""
    return _STRETCH[level].sub(lambda found: by(found[0]), text)


def ends(text: str, level: Level) -> tuple[int, ...]:
    """The places of the marks that end them, in order."""
    return tuple(found.start() for found in _END[level].finditer(text))


def has_end(text: str, level: Level, start: int, end: int) -> bool:
    """Whether one ends between two places of a text."""
    return bool(_END[level].search(text, start, end))


def beginning(text: str, at: int, level: Level) -> int:
    """Where the one begins that a place is in."""
    near = max(text.rfind(mark, max(0, at - _NEAR), at) for mark in _MARKS[level])
    return (near if near >= 0 else max(text.rfind(mark, 0, max(0, at - _NEAR)) for mark in _MARKS[level])) + 1


_NEAR = 200
"""So far back a mark is looked for first: most are nearer, and one that a text lacks is looked for to its beginning."""


def around(text: str, span: Span, level: Level) -> Span:
    """From where the one begins that a stretch begins in to where the one ends that it ends in, with the last mark."""
    start = beginning(text, span[0], level)
    found = _END[level].search(text, max(span[0], span[1] - 1))
    return start, found.end() if found else len(text)
