"""What a draft keeps of its source, and when it ends: `docs/draft-format.md` lists the places.

A piece of evidence ends when the clerk edits its place, or confirms it; editing a part of a printed total ends the
total's evidence, for it speaks of figures that are no longer there.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from model.form.form import Form
from model.report.change import changed_numbers
from model.report.report import TEXT_IDS, Evidence, Report
from model.structs import replace

HEADING, OTHER_HEADING, MISSING, RESIDUE = "heading.", "heading.other", "missing.", "residue."
"""How the places begin that are no cells; a section's id follows."""


def evidence(report: Report) -> tuple[Evidence, ...]:
    """What the report keeps of its source, in the source's order."""
    return report.source.evidence if report.source else ()


def unread(report: Report) -> frozenset[str]:
    """The typed cells in which the source printed something that is no number, and that hold none since."""
    words = {entry.place for entry in evidence(report) if entry.printed.strip()}
    return frozenset(words.intersection(report.form.typed).difference(report.numbers))


def is_missing(report: Report, section: str) -> bool:
    """Whether the source had no heading for a section, though it had others, and the clerk has not turned to it."""
    return any(entry.place == MISSING + section for entry in evidence(report))


def without(report: Report, ended: Iterable[str], printed: str | None = None) -> Report:
    """The report with the evidence at some places ended; the report itself when there is none.

    Args:
        report: the report.
        ended: places, as in `Evidence`.
        printed: end only what printed just these words, where a place has several.
    """
    places = frozenset(ended)
    kept = tuple(
        entry
        for entry in evidence(report)
        if entry.place not in places or (printed is not None and entry.printed != printed)
    )
    if report.source is None or len(kept) == len(report.source.evidence):
        return report
    return replace(report, source=replace(report.source, evidence=kept))


def follow(before: Report, after: Report) -> Report:
    """The report after an edit, without the evidence at what was edited; an edit of the source itself stands."""
    if after.source is None or not after.source.evidence or after.source is not before.source:
        return after
    return without(after, _edited(before, after))


def _edited(before: Report, after: Report) -> Iterator[str]:
    """The places that an edit made to speak of something else."""
    for cell_id in changed_numbers(before.numbers, after.numbers):
        yield from _with_totals(after.form).get(cell_id, ())
    for text_id in TEXT_IDS:
        if before.text[text_id] != after.text[text_id]:
            yield from _turned_to(text_id)
    if before.title != after.title:
        yield from _turned_to("title")


def _turned_to(section: str) -> Iterator[str]:
    yield MISSING + section
    yield RESIDUE + section


@cache
def _with_totals(form: Form) -> dict[str, frozenset[str]]:
    """For each typed cell its own place, its table's, and every computed cell that it adds to."""
    found = {cell_id: {cell_id, *_turned_to(cell_id.partition(".")[0])} for cell_id in form.typed}
    for total in form.parts:
        for part in _typed_parts(total, form):
            found[part].add(total)
    return {cell_id: frozenset(places) for cell_id, places in found.items()}


def _typed_parts(cell_id: str, form: Form) -> Iterator[str]:
    parts = form.parts.get(cell_id)
    if parts is None:
        yield cell_id
        return
    for part in parts:
        yield from _typed_parts(part, form)
