"""Two reports against each other, such as a draft and what was published of it: every figure and every paragraph."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from model.form.form import format_value
from model.report.report import TEXT_IDS, Report


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where two reports differ.

    Attributes:
        place: a cell id, `title`, `agency.name`, `year`, or the id of a text.
        paragraph: which paragraph of a text, from 1, as the first report counts; 0 where there is none.
        one: what the first report has; empty for nothing.
        other: what the second one has.
    """

    place: str
    paragraph: int
    one: str
    other: str


def compare(one: Report, other: Report) -> tuple[Difference, ...]:
    """All differences in the order of the first report's form; none when the reports say the same.

    A blank cell is not a 0. Blanks in and around words do not count: pages and converters set them as they like.
    """
    return (*_heads(one, other), *_figures(one, other), *_texts(one, other))


def _heads(one: Report, other: Report) -> Iterator[Difference]:
    pairs = {
        "title": (one.title_text, other.title_text),
        "agency.name": (one.agency.name, other.agency.name),
        "year": (str(one.year), str(other.year)),
    }
    for place, (first, second) in pairs.items():
        if _bare(first) != _bare(second):
            yield Difference(place, 0, first, second)


def _figures(one: Report, other: Report) -> Iterator[Difference]:
    for cell in one.form.cells:
        first, second = one.value(cell), other.value(cell) if cell in other.form.cells else None
        if first != second:
            yield Difference(cell, 0, *("" if value is None else format_value(value) for value in (first, second)))


def _texts(one: Report, other: Report) -> Iterator[Difference]:
    for text in TEXT_IDS:
        yield from _paragraphs(text, _lines(one.text[text]), _lines(other.text[text]))


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _paragraphs(place: str, one: Sequence[str], other: Sequence[str]) -> Iterator[Difference]:
    """The paragraphs that differ; those between two that are the same are paired in their order."""
    matcher = SequenceMatcher(None, list(map(_bare, one)), list(map(_bare, other)), autojunk=False)
    for tag, start, end, from_, to in matcher.get_opcodes():
        if tag == "equal":
            continue
        for offset, (first, second) in enumerate(zip_longest(one[start:end], other[from_:to], fillvalue="")):
            yield Difference(place, start + offset + 1, first, second)


def _bare(words: str) -> str:
    return "".join(words.split())
