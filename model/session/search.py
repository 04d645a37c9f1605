"""Words looked for in all that is written of a report, and put right everywhere in one step."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from model.report.change import Place, words_at
from model.report.fields import fields
from model.report.report import TEXT_IDS, Report
from model.session.edits import Edit, set_note, set_text, set_title
from model.structs import Struct

_MASK = "\0"
"""Stands for a live field: its name is not among the words."""


class Hit(Struct, frozen=True):
    """Where the words stand: the title of the clerk's own, a text, or the note under a table; in code points."""

    section: str
    start: int
    end: int

    @property
    def place(self) -> Place:
        """The same as a place of the report."""
        return Place(self.section, span=(self.start, self.end))


def hits(report: Report, wanted: str) -> tuple[Hit, ...]:
    """Where some words stand, part by part; capital and small letters are the same."""
    return tuple(hit for section in _sections(report) for hit in _hits(section, _words(report, section), wanted))


def from_here(report: Report, found: Iterable[Hit], here: Place) -> Iterator[Hit]:
    """The places that are not before another one; the words the cursor is at the end of are not before it."""
    sections = {section: index for index, section in enumerate(_sections(report))}
    part, at = sections.get(here.section, 0), here.span[1] if here.span else 0
    return (hit for hit in found if sections[hit.section] > part or (sections[hit.section] == part and hit.end >= at))


def replaced(found: Iterable[Hit], words: str) -> Edit:
    """Put other words in the place of those that were found, as one step.

    Raises once made:
        CellError: a text would be longer than a draft can hold; nothing is changed then.
    """
    parts = {section: tuple(group) for section, group in groupby(found, key=lambda hit: hit.section)}

    def make(report: Report) -> Report:
        for section, places in parts.items():
            text = _words(report, section)
            for hit in sorted(places, key=lambda hit: hit.start, reverse=True):
                text = text[: hit.start] + words + text[hit.end :]
            report = _set(section, text).make(report)
        return report

    first = next((hit.place for places in parts.values() for hit in places), Place("overview"))
    return Edit(make, first)


def _sections(report: Report) -> Iterator[str]:
    """The parts that are written, in the report's order."""
    yield from ("title", "preamble", *(section.id for section in report.form.sections))


def _words(report: Report, section: str) -> str:
    if section == "title":
        return report.title or ""
    return words_at(report, Place(section)) or ""


def _hits(section: str, words: str, wanted: str) -> Iterator[Hit]:
    folded, needle = _folded(_masked(words)), _folded(wanted)
    at = folded.find(needle) if needle else -1
    while at >= 0:
        yield Hit(section, at, at + len(needle))
        at = folded.find(needle, at + len(needle))


def _masked(words: str) -> str:
    for field in fields(words) if "{{" in words else ():
        words = words[: field.start] + _MASK * (field.end - field.start) + words[field.end :]
    return words


def _folded(words: str) -> str:
    """Words without capital letters, as long as they were."""
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in words)


def _set(section: str, text: str) -> Edit:
    if section == "title":
        return set_title(text)
    return set_text(section, text) if section in TEXT_IDS else set_note(section, text)
