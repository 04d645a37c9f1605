"""What the clerk says about a reading: its doubts as questions, the replies to them, and the reading that results."""

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from importers.reading import Doubt, Location, Reading
from importers.recognition.unplaced import taken
from model.form.form import Form, Value
from model.report.report import TEXT_IDS
from model.structs import Struct, replace

_SEVERAL_ROWS = 2
"""From so many rows of one table on, equal doubts are one question for the whole table."""


class Question(Struct, frozen=True):
    """One or several doubts that have one answer: equal words that were read alike in one row, or in one table.

    `form` is the form of the reading they are of.
    """

    doubts: tuple[Doubt, ...]
    form: Form

    @property
    def first(self) -> Doubt:
        """The first of the doubts, which all say the same."""
        return self.doubts[0]

    @property
    def places(self) -> tuple[str, ...]:
        """The places they are about."""
        return tuple(doubt.place for doubt in self.doubts)

    @property
    def locations(self) -> tuple[Location, ...]:
        """Where they stand in the source."""
        return tuple(doubt.location for doubt in self.doubts if doubt.location is not None)

    @property
    def about_cells(self) -> bool:
        """Whether some are about cells that the clerk fills in, so that another figure can be said."""
        return any(_is_typed(place, self.form) for place in self.places)

    @property
    def could_be(self) -> str:
        """The id of the table that the clerk can take what it is about for; empty for none."""
        return self.first.table

    @property
    def about_words(self) -> bool:
        """Whether it is about one line of words: the title, the year, or something of the agency."""
        return self.first.place in ("title", "year") or self.first.place.startswith("agency.")

    @property
    def about_lines(self) -> bool:
        """Whether it is about all paragraphs whose lines were joined."""
        return self.first.place == "lines"

    @property
    def about_section(self) -> bool:
        """Whether it is about a whole section."""
        return any(self.first.place == section.id for section in self.form.sections)


class Reply(Struct, frozen=True):
    """What the clerk says: it was read right; or what it is instead, None for nothing."""

    right: bool
    value: Any = None


RIGHT = Reply(right=True)


def questions(reading: Reading) -> tuple[Question, ...]:
    """The doubts of a reading as questions, in the order of the source."""
    asked, form = [], reading.form
    for _, alike in groupby(reading.doubts, key=partial(_kind, form)):
        doubts = tuple(alike)
        together = [doubts] if doubts[0].place in form.cells else [(one,) for one in doubts]
        asked += [Question(each, form) for each in together]
    return tuple(_joined(asked))


def settled(reading: Reading, replies: Mapping[Question, Reply]) -> Reading:
    """The reading as the clerk has it: answered doubts are gone, with the evidence of their places.

    Args:
        reading: as it was read.
        replies: by the questions they answer; a doubt without a reply stays.
    """
    for question, reply in replies.items():
        for place in question.places:
            if question.could_be and reply.value == question.could_be:
                reading = taken(reading, question.first)
            elif not question.could_be:
                reading = reading if reply.right else put(reading, place, reply.value)
        answered = set(question.doubts)
        ended = {end for place in question.places for end in (place, f"heading.{place}", f"missing.{place}")}
        reading = replace(
            reading,
            doubts=tuple(doubt for doubt in reading.doubts if doubt not in answered),
            evidence=tuple(entry for entry in reading.evidence if entry.place not in ended),
        )
    return reading


def as_exported(reading: Reading, places: Iterable[str]) -> Reading:
    """The reading with the figures that our own export carries, in place of those that were changed in Word since."""
    known = reading.document.known
    for place in places:
        reading = put(reading, place, known.numbers.get(place) if known else None)
    return reading


def with_numbers(reading: Reading, numbers: Mapping[str, Value]) -> Reading:
    """The reading with the figures that the clerk has gone through; what was changed is no longer doubtful."""
    changed = {cell_id for cell_id in reading.form.typed if numbers.get(cell_id) != reading.numbers.get(cell_id)}
    return replace(
        reading,
        numbers=numbers,
        doubts=tuple(doubt for doubt in reading.doubts if doubt.place not in changed),
        evidence=tuple(entry for entry in reading.evidence if entry.place not in changed),
    )


def _kind(form: Form, doubt: Doubt) -> tuple[str, ...]:
    if doubt.place not in form.cells:
        return (doubt.place,)
    return (doubt.place.rpartition(".")[0], doubt.printed, doubt.taken)


def _joined(asked: list[Question]) -> Iterable[Question]:
    """Equal questions about several rows of one table as one, where the first of them was."""
    rows: dict[tuple[str, ...], list[Question]] = {}
    for question in asked:
        rows.setdefault(_table_kind(question), []).append(question)
    for question in asked:
        alike = rows[_table_kind(question)]
        if len(alike) < _SEVERAL_ROWS or not question.about_cells:
            yield question
        elif question is alike[0]:
            yield Question(tuple(doubt for one in alike for doubt in one.doubts), question.form)


def _table_kind(question: Question) -> tuple[str, ...]:
    first = question.first
    if not question.about_cells:
        return (str(id(question)),)
    return (first.place.partition(".")[0], first.printed, first.taken)


def put(reading: Reading, place: str, value: Any) -> Reading:  # noqa: ANN401 - a figure, a year or words
    """The reading with something else at a place; None for nothing."""
    if place in reading.form.cells:
        if not _is_typed(place, reading.form):
            return reading
        numbers = {cell: figure for cell, figure in reading.numbers.items() if cell != place}
        return replace(reading, numbers=numbers if value is None else {**numbers, place: value})
    if place == "lines":
        return _with_lines(reading)
    if place in ("year", "title"):
        words: dict[str, Any] = {place: value if place == "year" else value or ""}
        return replace(reading, **words)
    if place.startswith("agency."):
        field: dict[str, Any] = {place.removeprefix("agency."): value or ""}
        return replace(reading, agency=replace(reading.agency, **field))
    return _without_section(reading, place)


def _with_lines(reading: Reading) -> Reading:
    """The reading with its texts in the lines that the source has."""
    texts: dict[str, Any] = {
        text: "\n".join(reading.broken.get(line, line) for line in getattr(reading.text, text).split("\n"))
        for text in TEXT_IDS
    }
    return replace(reading, text=replace(reading.text, **texts))


def _is_typed(place: str, form: Form) -> bool:
    return place in form.cells and not form.cells[place].computed


def _without_section(reading: Reading, section: str) -> Reading:
    """The reading as if what was taken for a section were not it."""
    if section in TEXT_IDS:
        empty: dict[str, Any] = {section: ""}
        return replace(reading, text=replace(reading.text, **empty))
    kept = {cell: figure for cell, figure in reading.numbers.items() if not cell.startswith(f"{section}.")}
    return replace(reading, numbers=kept)
