"""What one edit changed, and where: all that a page needs to know to show it."""

from collections.abc import Iterable, Iterator, Mapping

from model.form.form import Value, format_value
from model.language.text_edit import text_edit
from model.report.report import TEXT_IDS, Report
from model.structs import Struct, replace

WHOLE = "report"
"""The section of what is about the report as a whole, and of no part of it."""


class Place(Struct, frozen=True):
    """Where something is: what to show and what to put the cursor on.

    Attributes:
        section: `agency`, `title`, a text id, a table id, or `WHOLE`.
        cell: a cell of the table; for `agency` the field's name.
        span: the stretch in code points of the stored text; for a table without `cell`, of the note under it.
    """

    section: str
    cell: str | None = None
    span: tuple[int, int] | None = None


class Change(Struct, frozen=True):
    """What one edit, undo or redo changed, and nothing else.

    Attributes:
        cells: typed and computed cells whose shown value is another now.
        texts: text ids, `title` (the title as printed), and of the report's other fields `notes`, `remarks`,
            `last_year`, `dismissed`, `events` (also for what was signed, handed in or published), `source`, `as_typed`,
            `summed`.
        agency: whether agency, year, deadline or layout changed.
        findings: whether the open findings changed.
        place: where it happened; undo and redo jump there.
    """

    cells: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()
    agency: bool = False
    findings: bool = False
    place: Place | None = None

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.cells or self.texts or self.agency or self.findings)


_HEAD = {"agency", "year", "deadline", "hand_in_by", "layout"}
_ELSEWHERE = ("notes", "remarks", "last_year", "dismissed", "events", "source", "as_typed", "summed")
_WITH = {
    **dict.fromkeys(("handed_in", "published", "approval"), "events"),
    **dict.fromkeys(("given_by", "ledger", "posts"), "remarks"),
}
"""Fields that are told of under the name of another."""


def changed_fields(before: Report, after: Report) -> frozenset[str]:
    """The fields of the report that differ; parts that both share cost nothing."""
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in Report.__struct_fields__)
    differing = {name for name, old, new in pairs if old is not new and old != new}
    if "numbers" not in differing and any(changed_numbers(before.numbers, after.numbers)):
        differing.add("numbers")
    return frozenset(differing)


def change(before: Report, after: Report, place: Place) -> Change:
    """What differs between two reports, with the place filled in; says nothing about findings."""
    differing = changed_fields(before, after)
    texts = set(differing.intersection(_ELSEWHERE))
    texts.update(_WITH[name] for name in differing & _WITH.keys())
    texts.update(text_id for text_id in TEXT_IDS if before.text[text_id] != after.text[text_id])
    if before.title_text != after.title_text or "title" in differing:
        texts.add("title")
    cells = frozenset(_changed_cells(before, after)) if differing & {"numbers", "as_typed"} else frozenset[str]()
    return Change(cells, frozenset(texts), bool(differing & _HEAD), place=_spanned(place, before, after))


def merged(changes: Iterable[Change]) -> Change:
    """Several changes, one after the other, as one; its place is that of the last."""
    every = tuple(changes)
    return Change(
        frozenset[str]().union(*(found.cells for found in every)),
        frozenset[str]().union(*(found.texts for found in every)),
        any(found.agency for found in every),
        any(found.findings for found in every),
        next((found.place for found in reversed(every) if found.place), None),
    )


def words_at(report: Report, place: Place) -> str | None:
    """The stored words that a place's span counts in; None where there are none."""
    if place.cell is not None:
        return None
    if place.section in ("title", *TEXT_IDS):
        return report.words(place.section)
    is_table = any(table.id == place.section for table in report.form.tables)
    return report.notes.get(place.section, "") if is_table else None


def _spanned(place: Place, before: Report, after: Report) -> Place:
    old, new = words_at(before, place), words_at(after, place)
    if old is None or new is None or old == new:
        return place
    return replace(place, span=text_edit(old, new).span)


def _changed_cells(before: Report, after: Report) -> Iterator[str]:
    yield from changed_numbers(before.numbers, after.numbers)
    for name, words in before.as_typed.items() ^ after.as_typed.items():
        if words and name in after.form.cells:
            yield name
    for cell_id in after.form.parts:
        if before.total(cell_id) != after.total(cell_id):
            yield cell_id


def changed_numbers(before: Mapping[str, Value], after: Mapping[str, Value]) -> Iterator[str]:
    """Typed cells that read otherwise: 1.0 and 1.00 are equal, but not the same to the eye."""
    if before is after:
        return
    for cell_id in before.keys() | after.keys():
        old, new = before.get(cell_id), after.get(cell_id)
        if old is not new and (old is None or new is None or format_value(old) != format_value(new)):
            yield cell_id
