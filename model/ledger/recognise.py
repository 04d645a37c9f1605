"""From the rows of a sheet to the lines of a ledger: titles, heads, sums and notes are told from applications."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from model.language.patterns import pattern
from model.ledger.endings import name_ending
from model.ledger.heads import DAYS, Head, has_day, head_at, repeats
from model.ledger.ledger import Line, Sheet
from model.ledger.when import day
from model.ledger.words import says_nothing, squeezed_word, table

LONGEST = 200
"""So many characters of a cell are kept; the words of a result and of a day are shorter."""
_MOST_FILLED = 400_000
"""So many places of merged cells are filled with what stands in them."""
_YEAR = pattern(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_ANY_YEAR = 2000
_EMPTY = frozenset(("",))
_TELLING = frozenset(("number", "received", "applicant", "name", "answered", "outcome"))
_NUMBER = frozenset(("number",))
_UNSURE = frozenset(("number", "name"))
"""What alone makes no application sure."""


class RawSheet(NamedTuple):
    """A sheet as it lies in the file.

    Attributes:
        name: its name.
        rows: what stands in each row, days as 2025-03-04.
        first_row: the number of the first of them in the sheet, from 1.
        merged: the first and the last row and column of each merged cell, counted within `rows`.
    """

    name: str
    rows: Sequence[list[str]]
    first_row: int = 1
    merged: Sequence[tuple[int, int, int, int]] = ()


def sheet_of(raw: RawSheet, *, whole: bool = False) -> Sheet:
    """The applications of a sheet; what is merged stands in every place it covers.

    Args:
        raw: the sheet.
        whole: with names, addresses and contents, which are never counted.
    """
    _fill(raw)
    lines: list[Line] = []
    fields: set[str] = set()
    head: Head | None = None
    title: list[str] = []
    other = 0
    for at, row in enumerate(raw.rows):
        if head is not None and at < head.end:
            continue
        if (head is None or not has_day(row)) and (found := head_at(raw.rows, at)):
            head, fields = found, fields | found.fields
        elif head is None:
            title += row
            other += sum(bool(cell) for cell in row) > 1
        elif not repeats(head, raw.rows, at) and (line := _line(head, row, raw.first_row + at, whole=whole)):
            lines.append(line)
    year = _year([raw.name]) or _year(title)
    is_ours = raw.name in table("template")["sheets"].values()
    return Sheet(raw.name, year, frozenset(fields), tuple(lines), 0 if head or is_ours else other)


def _fill(raw: RawSheet) -> None:
    left = _MOST_FILLED
    for top, first, bottom, last in raw.merged:
        if top >= len(raw.rows) or first >= len(raw.rows[top]):
            continue
        words = raw.rows[top][first]
        for row in raw.rows[top : bottom + 1]:
            end = min(last + 1, len(row))
            left -= max(end - first, 0)
            if left < 0:
                return
            row[first:end] = [words] * max(end - first, 0)


def _year(texts: Sequence[str]) -> int | None:
    found = {int(year) for text in texts if text for year in _YEAR.findall(text)}
    return found.pop() if len(found) == 1 else None


def _line(head: Head, row: Sequence[str], number: int, *, whole: bool) -> Line | None:
    """The line in a row; None for an empty one, a sum, a note, and one that only has a number."""
    said = _said(head, row, whole=whole)
    if head.ticks:
        said = {**_ticked(head, row), **said}
    is_note = len({*row} - _EMPTY) < 2 or _is_sum(row)  # noqa: PLR2004 - a note stands in one cell, or in merged ones
    if is_note and not any(day(said.get(field, ""), _ANY_YEAR).on for field in DAYS):
        return None
    telling = said.keys() & _TELLING
    if telling <= _NUMBER and not _says_more(head, row):
        return None
    return Line(number, said if whole else _counted(head, said), doubtful=telling <= _UNSURE)


def _counted(head: Head, said: Mapping[str, str]) -> Mapping[str, str]:
    """What is counted of a line, with no more of a name than the ending that tells the kind of an applicant."""
    if "name" not in said:
        return said
    counted = {field: words for field, words in said.items() if field != "name"}
    if "applicant" not in head.fields and (kind := name_ending(said["name"])):
        counted["name"] = kind
    return counted


def _said(head: Head, row: Sequence[str], *, whole: bool) -> Mapping[str, str]:
    """What the columns of each field say, the first that says something; of those that are counted unless `whole`."""
    found = {}
    width = len(row)
    for field, columns in (head.columns if whole else head.counted).items():
        for column in columns:
            if column < width and (words := row[column]):
                found[field] = words[:LONGEST]
                break
    return found


def _ticked(head: Head, row: Sequence[str]) -> Mapping[str, str]:
    """The words over the columns that are ticked, by field."""
    found: dict[str, list[str]] = {}
    for column, (field, words) in head.ticks.items():
        if column < len(row) and row[column] and not says_nothing(row[column]):
            found.setdefault(field, []).append(words if row[column].strip() in _ticks() else f"{words}({row[column]})")
    return {field: "、".join(words)[:LONGEST] for field, words in found.items()}


def _says_more(head: Head, row: Sequence[str]) -> bool:
    """Whether a row says anything beside the number it was given beforehand."""
    numbers = set(head.columns.get("number", ()))
    others = [cell for column, cell in enumerate(row) if column not in numbers and cell and not says_nothing(cell)]
    return len(others) > 1


def _is_sum(row: Sequence[str]) -> bool:
    begins = _begins()
    for cell in row[:3]:  # noqa: SIM110 - as above
        if cell and cell[0] in begins and squeezed_word(cell).startswith(_sums()):
            return True
    return False


@cache
def _ticks() -> frozenset[str]:
    return frozenset(table("columns")["ticks"])


@cache
def _begins() -> frozenset[str]:
    return frozenset(word[0] for word in _sums())


@cache
def _sums() -> tuple[str, ...]:
    return tuple(squeezed_word(word) for word in table("columns")["totals"])


def sheets_of(raws: Iterator[RawSheet], *, whole: bool = False) -> tuple[Sheet, ...]:
    """The sheets of a file, in order; see `sheet_of`."""
    return tuple(sheet_of(raw, whole=whole) for raw in raws)
