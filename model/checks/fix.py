"""The certain cure of a finding, as data: words to be replaced and numbers to be set, in one step."""

from collections.abc import Iterable
from types import MappingProxyType

from model.form.form import Value
from model.language.text_edit import TextEdit
from model.report.report import TEXT_IDS, Report
from model.structs import Struct, replace


class Replacement(Struct, frozen=True):
    """New words for a stretch of a text; the span counts code points of the stored text."""

    section: str
    span: tuple[int, int]
    words: str


class Fix(Struct, frozen=True):
    """A cure that needs no thought.

    Attributes:
        label: what the button says, such as 改为“截至”.
        replacements: in texts, the title, or the note under a table (by the table's id); they do not overlap.
        numbers: typed cells and their new values; None makes one blank.
        own_title: False gives the composing of the title back to the program.
    """

    label: str
    replacements: tuple[Replacement, ...] = ()
    numbers: tuple[tuple[str, Value | None], ...] = ()
    own_title: bool = True

    def moved(self, section: str, edit: TextEdit) -> "Fix | None":
        """The fix after somebody edited a text; None when the edit cut into what it replaces."""
        moved = []
        for part in self.replacements:
            span = edit.moved(part.span) if part.section == section else part.span
            if span is None:
                return None
            moved.append(replace(part, span=span))
        return replace(self, replacements=tuple(moved))


def together(fixes: Iterable[Fix]) -> Fix:
    """Several fixes as one; one that would touch what another touches already is left out."""
    taken: list[Fix] = []
    for fix in fixes:
        if not any(_collide(fix, other) for other in taken):
            taken.append(fix)
    return Fix(
        "全部改正",
        tuple(part for fix in taken for part in fix.replacements),
        tuple(number for fix in taken for number in fix.numbers),
        all(fix.own_title for fix in taken),
    )


def _collide(one: Fix, other: Fix) -> bool:
    same_cell = {cell for cell, _ in one.numbers} & {cell for cell, _ in other.numbers}
    return bool(same_cell) or any(_overlap(a, b) for a in one.replacements for b in other.replacements)


def _overlap(one: Replacement, other: Replacement) -> bool:
    """Whether two replacements share characters or begin at the same place."""
    if one.section != other.section:
        return False
    (a, b), (c, d) = one.span, other.span
    return a == c or (a < d and c < b)


def fixed(report: Report, fix: Fix) -> Report:
    """The report with a fix made.

    Raises:
        CellError: a number cannot be set.
    """
    report = report.with_numbers(dict(fix.numbers)) if fix.numbers else report
    for section in dict.fromkeys(part.section for part in fix.replacements):
        parts = [part for part in fix.replacements if part.section == section]
        report = _with_words(report, section, _replaced(_words(report, section), parts))
    return report if fix.own_title else replace(report, title=None)


def _words(report: Report, section: str) -> str:
    return report.words(section) if section in ("title", *TEXT_IDS) else report.notes.get(section, "")


def _replaced(words: str, parts: Iterable[Replacement]) -> str:
    for part in sorted(parts, key=lambda part: part.span, reverse=True):
        words = words[: part.span[0]] + part.words + words[part.span[1] :]
    return words


def _with_words(report: Report, section: str, words: str) -> Report:
    if section == "title":
        return replace(report, title=words)
    if section in TEXT_IDS:
        return report.with_text(TEXT_IDS[TEXT_IDS.index(section)], words)
    return replace(report, notes=MappingProxyType({**report.notes, section: words}))
