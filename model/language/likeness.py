"""Which clauses of a text were in another one already: this year's report beside last year's (内容雷同)."""

from collections.abc import Iterator, Sequence

from model.language.patterns import pattern
from model.language.sentences import Span, spans
from model.language.subheadings import numeral_end

LEAST = 8
"""The fewest characters of a clause that is compared; shorter ones (本年度，) are in every report."""

_TAIL = pattern(r"[，。；！？,;!?]*[”’」』）)》]*")
"""What belongs to a clause behind its words: the marks that end it, and what is closed there."""
_MARK = pattern(r"[，。；：！？,;:!?]|——|情况")
_NOT_WORDS = pattern(r"[\s，。；！？,;!?“”‘’「」『』（）()《》]+")


def clause_keys(text: str) -> frozenset[str]:
    """The clauses of a text, without blanks and marks, for comparing another text with it."""
    return frozenset(key for _, key in _clauses(text))


def clauses_in_order(text: str) -> tuple[str, ...]:
    """The same in the order of the text, with repetitions."""
    return tuple(key for _, key in _clauses(text))


def same_spans(text: str, others: frozenset[str]) -> list[Span]:
    """The spans of a text that say what `others` (see `clause_keys`) say too, neighbours joined; in code points."""
    spans: list[Span] = []
    if not others:
        return spans
    for (start, end), key in _clauses(text):
        if key not in others:
            continue
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def share(text: str, others: frozenset[str]) -> int:
    """How much of a text is the same, in per cent of its characters."""
    same = sum(end - start for start, end in same_spans(text, others))
    return round(same * 100 / len(text)) if text else 0


def nearest(paragraph: str, others: Sequence[str]) -> int | None:
    """Which of some paragraphs says most of what one says, by its number from 0; None where none says any of it.

    What is said are its clauses; where they are all new, its heading of the second level without the number.
    """
    keys = clause_keys(paragraph)
    same = [sum(map(len, keys & clause_keys(other))) for other in others]
    if any(same):
        return same.index(max(same))
    heading = _heading(paragraph)
    return next((number for number, other in enumerate(others) if heading and _heading(other) == heading), None)


def _heading(paragraph: str) -> str:
    """What stands between the number of a paragraph and the first mark behind it; empty where it has no number."""
    words = paragraph.strip()
    begin = numeral_end(words)
    return _MARK.split(words[begin:], maxsplit=1)[0].strip() if begin else ""


def _clauses(text: str) -> Iterator[tuple[Span, str]]:
    done = 0
    for begin, end in spans(text, "clause"):
        tail = _TAIL.match(text, end)
        start, done = max(begin, done), tail.end() if tail else end
        words = text[start:done]
        key = _NOT_WORDS.sub("", words)
        if len(key) >= LEAST:
            yield (start + len(words) - len(words.lstrip()), done), key
