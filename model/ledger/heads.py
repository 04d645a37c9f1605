"""Which column of a sheet is which, by its head: in any order and wording, in one row or in several."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from model.ledger.words import squeezed_word, table, without_aside

_DEEPEST = 3
"""How many rows a head may have."""
_LEAST = 3
"""So many columns must be known in a head."""
DAYS = frozenset(("received", "answered"))
_TICKED = ("outcome", "applicant")

Rows = Sequence[Sequence[str]]


class Head(NamedTuple):
    """The head of a table.

    Attributes:
        start: its first row.
        end: the row behind its last.
        columns: the columns of each field, the one that counts first.
        counted: those of the fields that are counted, and of the name.
        ticks: columns that are ticked: the field and the word each stands for.
        fields: the fields that there is a column for.
        known: how many columns were recognised.
    """

    start: int
    end: int
    columns: Mapping[str, tuple[int, ...]]
    counted: Mapping[str, tuple[int, ...]]
    ticks: Mapping[int, tuple[str, str]]
    fields: frozenset[str]
    known: int

    @property
    def is_of_a_ledger(self) -> bool:
        """Whether it is the head of a list of applications."""
        return self.known >= _LEAST and bool(self.fields & DAYS) and bool(self.fields - DAYS)


def head_at(rows: Rows, start: int) -> Head | None:
    """The head that begins at a row or just below it; None where none does."""
    if not _may_begin(rows[start]):
        return None
    found = _of_depths(rows, start)
    if start + 1 < len(rows) and not _ends(found, rows[start + 1]):
        found += _of_depths(rows, start + 1)
    best = max(found, key=lambda head: (head.known, -(head.end - head.start), head.start))
    return best if best.is_of_a_ledger else None


def _ends(found: Sequence[Head], row: Sequence[str]) -> bool:
    """Whether a row is an application: it holds a day, and what stands above it is the head of a ledger already."""
    return any(head.is_of_a_ledger for head in found) and has_day(row)


def has_day(row: Sequence[str]) -> bool:
    """Whether a row holds a year or a long number, which few heads do: most lines are told so without a closer look."""
    for cell in row:  # noqa: SIM110 - asked of every line; a generator takes twice as long
        if cell[:4].isdigit():
            return True
    return False


def repeats(head: Head, rows: Rows, row: int) -> bool:
    """Whether a row repeats a row of the head, as on the next page."""
    return rows[row] in rows[head.start : head.end]


def _may_begin(row: Sequence[str]) -> bool:
    known = _begins()
    return sum(squeezed_word(cell) in known or without_aside(squeezed_word(cell)) in known for cell in row if cell) > 1


def _of_depths(rows: Rows, first: int) -> list[Head]:
    """The heads of one row, of two and so on that begin at a row."""
    found: list[Head] = []
    for end in range(first + 1, min(first + _DEEPEST, len(rows)) + 1):
        if _ends(found, rows[end - 1]):
            break
        found.append(_read(rows, first, end))
    return found


def _read(rows: Rows, start: int, end: int) -> Head:
    width = max(len(row) for row in rows[start:end])
    stacks = [[row[column] for row in rows[start:end] if column < len(row)] for column in range(width)]
    ranked: dict[str, list[tuple[int, int]]] = {}
    unknown = []
    for column, stack in enumerate(stacks):
        if found := _field(stack):
            ranked.setdefault(found[0], []).append((found[1], column))
        else:
            unknown.append(column)
    columns = {field: tuple(column for _, column in sorted(places)) for field, places in ranked.items()}
    ticks = _ticks(stacks, unknown, [field for field in _TICKED if field not in columns])
    real = _in_numbers(ticks)
    counted = {field: columns[field] for field in table("columns")["fields"] if field in columns}
    fields = frozenset(columns) | {field for field, _ in real.values()}
    return Head(start, end, columns, counted, real, fields, width - len(unknown) + len(ticks))


def _ticks(
    stacks: Sequence[Sequence[str]], unknown: Sequence[int], fields: Sequence[str]
) -> Mapping[int, tuple[str, str]]:
    """The columns that are ticked: of the unknown ones, and for a field that has no column of its own."""
    found = {column: _ticked(stacks[column], fields) for column in unknown} if fields else {}
    return {column: ticked for column, ticked in found.items() if ticked}


def _in_numbers(ticks: Mapping[int, tuple[str, str]]) -> Mapping[int, tuple[str, str]]:
    """Columns to be ticked stand in numbers: one alone is none."""
    fields = [field for field, _ in ticks.values()]
    return {column: ticked for column, ticked in ticks.items() if fields.count(ticked[0]) > 1}


def _field(stack: Sequence[str]) -> tuple[str, int] | None:
    """The field of a column by the cells of its head, and how good its name is, 0 the best."""
    known = _known()
    return next((known[name] for name in _names(stack) if name in known), None)


def _names(stack: Sequence[str]) -> Iterator[str]:
    """What a column may be called: all levels together, without 情况, then the lowest level alone."""
    parts = list(dict.fromkeys(squeezed_word(cell) for cell in stack if squeezed_word(cell)))
    if not parts:
        return
    for begin in range(len(parts)):
        uppers, lowest = parts[begin:-1], parts[-1]
        for bare in (lowest, without_aside(lowest)):
            yield "".join((*uppers, bare))
            if uppers:
                yield "".join((*map(_without_filler, uppers), bare))


def _without_filler(word: str) -> str:
    return next((word.removesuffix(end) for end in table("columns")["over"] if word.endswith(end)), word)


def _ticked(stack: Sequence[str], fields: Sequence[str]) -> tuple[str, str] | None:
    from model.ledger.vocabulary import built_in

    parts = list(dict.fromkeys(squeezed_word(cell) for cell in stack if squeezed_word(cell)))
    for words in ("-".join(parts[-2:]), *parts[-1:]):
        for field in fields:
            if built_in(field).is_certain(words):
                return field, words
    return None


@cache
def _known() -> Mapping[str, tuple[str, int]]:
    """Each name of a column, with its field and its rank; what is only kept is known too."""
    columns = table("columns")
    return {
        squeezed_word(name): (field, rank)
        for part in ("kept", "fields")
        for field, names in columns[part].items()
        for rank, name in reversed(list(enumerate(names)))
    }


@cache
def _begins() -> frozenset[str]:
    """The words one of which stands in every row of a head: whole names, upper and lower parts of them, ticks."""
    return frozenset(_known()) | frozenset(("申请人", "答复", "办理", "收到", "日期", "时间", "类别", "类型", "结果"))
