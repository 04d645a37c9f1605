"""更正: what was published, and what of it reads otherwise now, sentence by sentence and figure by figure."""

from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from itertools import pairwise

from model.language.sentences import ends
from model.report.comparison import Difference, compare, of_draft, where
from model.report.publication import PUBLISHED, changed_since_published, last_published
from model.report.report import Passed, Report
from model.structs import Struct


class Numbered(Struct, frozen=True):
    """Which correction a report is: of what was published when, and from 1 the how manieth of the report.

    Attributes:
        number: from 1.
        published: the publication that is corrected.
        made: the day the corrected report was published; None while it is not.
    """

    number: int
    published: Passed
    made: date | None = None


class Correction(Struct, frozen=True):
    """A correction with the report as it was published."""

    numbered: Numbered
    before: Report


class Corrected(Struct, frozen=True):
    """One place that reads otherwise; `before` and `after` are empty where nothing stood there, or stands now."""

    place: str
    before: str
    after: str
    is_figure: bool


def publications(report: Report) -> tuple[Passed, ...]:
    """What was published, in the order in which it was noted; the same content marked again is not another one."""
    noted = [Passed(event.at, content=event.content) for event in report.events if event.what == PUBLISHED]
    last = last_published(report)
    found: list[Passed] = []
    for each in (*noted, *([last] if last else [])):
        if each.content and found and found[-1].content == each.content:
            found[-1] = each
        elif each.content:
            found.append(each)
    return tuple(found)


def numbered(report: Report) -> Numbered | None:
    """Which correction the report is as it is now; None where nothing was published, or nothing else since."""
    found = publications(report)
    if found and changed_since_published(report):
        return Numbered(len(found), found[-1])
    if len(found) > 1:
        return Numbered(len(found) - 1, found[-2], found[-1].at)
    return None


def corrected(before: Report, after: Report) -> tuple[Corrected, ...]:
    """All places that print something else, in reading order; a blank cell prints 0."""
    found = compare(of_draft(before), of_draft(after))
    return tuple(place for difference in found for place in _places(difference, before))


def _places(difference: Difference, report: Report) -> Iterator[Corrected]:
    place = where(difference, report.form)
    if difference.place in report.form.cells:
        one, other = difference.one or "0", difference.other or "0"
        if one != other:
            yield Corrected(place, one, other, is_figure=True)
        return
    for one, other in _sentences(difference.one, difference.other):
        yield Corrected(place, one, other, is_figure=False)


def _sentences(one: str, other: str) -> Iterator[tuple[str, str]]:
    """The sentences of two paragraphs that differ, those that stand together as one."""
    first, second = _split(one), _split(other)
    for tag, start, end, from_, to in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag != "equal":
            yield "".join(first[start:end]), "".join(second[from_:to])


def _split(text: str) -> list[str]:
    edges = [0, *(at + 1 for at in ends(text, "sentence")), len(text)]
    return [text[start:end] for start, end in pairwise(edges) if start < end]
