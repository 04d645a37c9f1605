"""A plant: one mistake put into a correct report, and the check that must find it, at its place."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from random import Random

from model.checks import CHECKS, Context, Finding, findings
from model.report.report import TEXT_IDS, Report, TextId
from model.structs import Struct, replace

Spoil = Callable[[Report, Random], Report | None]
"""Makes the mistake; None where the report has no place for it."""

PROSE: tuple[TextId, ...] = ("overview", "problems", "other_matters")
_SENTENCE_END = re.compile(r"(?<=[。；\n])(?!$)")
_SENTENCE = re.compile(r"[。\n]")


class Plant(Struct, frozen=True):
    """One kind of mistake.

    Attributes:
        code: the check whose mistake it is.
        name: the wording or the way of it.
        spoil: makes it.
        by: further checks by which it is told by design.
        today: the day on which it is looked for, where it matters.
    """

    code: str
    name: str
    spoil: Spoil
    by: tuple[str, ...] = ()
    today: tuple[int, int] = (1, 10)

    @property
    def label(self) -> str:
        """Its name in a table."""
        return f"{self.code} {self.name}"

    def day(self, report: Report) -> date:
        """The day on which the report is judged: in the year after its own."""
        return date(report.year + 1, *self.today)


PLANTS: list[Plant] = []
"""All plants, in the order of their modules."""


def plant(code: str, name: str, by: tuple[str, ...] = (), today: tuple[int, int] = (1, 10)) -> Callable[[Spoil], Spoil]:
    """Register a way to spoil a report."""

    def register(spoil: Spoil) -> Spoil:
        PLANTS.append(Plant(code, name, spoil, by, today))
        return spoil

    return register


def every(code: str, spoils: Iterable[tuple[str, Spoil]], by: tuple[str, ...] = ()) -> None:
    """Register several ways at once."""
    PLANTS.extend(Plant(code, name, spoil, by) for name, spoil in spoils)


# --- whether it is found ---


class Base(Struct, frozen=True):
    """A correct report, and what is found in it before any mistake."""

    report: Report
    known: frozenset[object]


def base(report: Report) -> Base:
    """A report to spoil, judged in January."""
    found = findings(report, Context(date(report.year + 1, 1, 10)))
    return Base(report, frozenset(_key(finding) for finding in found))


def new_findings(plant: Plant, before: Base, after: Report) -> list[Finding]:
    """What is found after the mistake and not before."""
    found = findings(after, Context(plant.day(before.report)))
    return [finding for finding in found if _key(finding) not in before.known]


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.check, finding.message, finding.cells, finding.quote


def is_told(plant: Plant, before: Base, after: Report, found: list[Finding]) -> bool:
    """Whether the right check tells the mistake, in words that the sentence with the mistake has."""
    codes = (plant.code, *plant.by)
    return any(finding.check in codes and _at_place(finding, before.report, after) for finding in found)


def _at_place(finding: Finding, before: Report, after: Report) -> bool:
    if finding.span is None or finding.section is None:
        return True
    changed = {section: _changed(before.words(section), after.words(section)) for section in ("title", *TEXT_IDS)}
    if not any(changed.values()):
        return True
    region = changed[finding.section]
    if region is None:
        return False
    start, end = _widened(after.words(finding.section), *region)
    return finding.span[0] <= end and start <= finding.span[1]


def _changed(before: str, after: str) -> tuple[int, int] | None:
    """The stretch of a text that is new."""
    if before == after:
        return None
    start = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(map(len, (before, after)))
    )
    tail = 0
    while tail < min(len(before), len(after)) - start and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return start, len(after) - tail


def _widened(words: str, start: int, end: int) -> tuple[int, int]:
    """A stretch with the rest of its sentences."""
    stops = [found.start() for found in _SENTENCE.finditer(words)]
    return max((stop for stop in stops if stop < start), default=0), min(
        (stop for stop in stops if stop >= end), default=len(words)
    )


# --- ways to change a text ---


def insert(report: Report, random: Random, sentence: str, sections: tuple[TextId, ...] = PROSE) -> Report:
    """The report with one sentence more, between two others."""
    section = random.choice([each for each in sections if report.text[each]])
    text = report.text[section]
    places = [found.start() for found in _SENTENCE_END.finditer(text) if text[found.start() - 1] == "。"]
    if not text.endswith("。"):
        sentence = f"\n{sentence}" if not places else sentence
    place = random.choice(places or [len(text)])
    return report.with_text(section, text[:place] + sentence + text[place:])


def swap(report: Report, random: Random, old: str, new: str, sections: tuple[TextId, ...] = PROSE) -> Report | None:
    """The report with one match of an expression replaced; `new` may name groups. None where there is no match."""
    found = [(each, match) for each in sections for match in _matches(old, report.text[each])]
    if not found:
        return None
    section, match = random.choice(found)
    text = report.text[section]
    return report.with_text(section, text[: match.start()] + match.expand(new) + text[match.end() :])


def _matches(old: str, text: str) -> list[re.Match[str]]:
    """The matches outside of names of documents and of sentences with political formulae, on which none advises."""
    hidden = [found.span() for found in re.finditer(r"《[^》]*》|[^。\n]*习近平[^。\n]*。?", text)]
    found = list(re.finditer(old, text))
    plain = [match for match in found if not any(start < match.start() < end for start, end in hidden)]
    return plain or [match for match in found if "《" in old]


def swapping(old: str, new: str, sections: tuple[TextId, ...] = PROSE) -> Spoil:
    """A spoil that replaces one match."""
    return lambda report, random: swap(report, random, old, new, sections)


def inserting(sentence: str, sections: tuple[TextId, ...] = PROSE) -> Spoil:
    """A spoil that adds a sentence, with `{年}`, `{去}`, `{名}` filled in."""
    return lambda report, random: insert(report, random, named(report, sentence), sections)


def named(report: Report, words: str) -> str:
    """Words with the report's year, the one before, and the agency's name put in."""
    known = {"{年}": f"{report.year}", "{去}": f"{report.year - 1}", "{名}": report.agency.name}
    for key, value in known.items():
        words = words.replace(key, value)
    return words


def titled(title: str) -> Spoil:
    """A spoil that gives the report a title of the clerk's own."""
    return lambda report, _random: replace(report, title=named(report, title))


def text_of(section: TextId, words: str) -> Spoil:
    """A spoil that puts other words in the place of a text."""
    return lambda report, _random: report.with_text(section, named(report, words))


CODES = tuple(CHECKS)
"""Every check; each needs a plant."""
