"""Which column of a sheet is which, by its head: in any order and wording, in one row or in several."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product

from model.ledger.words import squeezed_word, table, without_aside

_DEPTHS = (1, 2, 3)
"""How many rows a head may have."""
_LEAST = 3
"""So many columns must be known in a head."""
DAYS = frozenset(("received", "answered"))
_TICKED = ("outcome", "applicant")

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Head:
    """The head of a table.

    Attributes:
        start: its first row.
        end: the row behind its last.
        columns: the columns of each field, the one that counts first.
        ticks: columns that are ticked: the field and the word each stands for.
        known: how many columns were recognised.
    """

    start: int
    end: int
    columns: Mapping[str, tuple[int, ...]]
    ticks: Mapping[int, tuple[str, str]]
    known: int

    @cached_property
    def fields(self) -> frozenset[str]:
        """The fields that there is a column for."""
        return frozenset(self.columns) | {field for field, _ in self.ticks.values()}

    @cached_property
    def counted(self) -> Mapping[str, tuple[int, ...]]:
        """The columns of the fields that are counted, and of the name."""
        counted = table("columns")["fields"]
        return {field: columns for field, columns in self.columns.items() if field in counted}

    @property
    def is_of_a_ledger(self) -> bool:
        """Whether it is the head of a list of applications."""
        fields = self.fields
        return self.known >= _LEAST and bool(fields & DAYS) and bool(fields - DAYS)


def head_at(rows: Rows, start: int) -> Head | None:
    """The head that begins at a row or just below it; None where none does."""
    if not _may_begin(rows[start]):
        return None
    places = product(range(start, min(start + 2, len(rows))), _DEPTHS)
    found = [_read(rows, first, first + depth) for first, depth in places if first + depth <= len(rows)]
    best = max(found, key=lambda head: (head.known, -(head.end - head.start), head.start))
    return best if best.is_of_a_ledger else None


def repeats(head: Head, rows: Rows, row: int) -> bool:
    """Whether a row repeats a row of the head, as on the next page."""
    return rows[row] in rows[head.start : head.end]


def _may_begin(row: Sequence[str]) -> bool:
    known = _begins()
    return sum(squeezed_word(cell) in known or without_aside(squeezed_word(cell)) in known for cell in row if cell) > 1


def _read(rows: Rows, start: int, end: int) -> Head:
    width = max(len(row) for row in rows[start:end])
    ranked: dict[str, list[tuple[int, int]]] = {}
    ticks: dict[int, tuple[str, str]] = {}
    known = 0
    for column in range(width):
        stack = [row[column] for row in rows[start:end] if column < len(row)]
        found = _field(stack)
        if found is not None:
            ranked.setdefault(found[0], []).append((found[1], column))
        elif ticked := _ticked(stack):
            ticks[column] = ticked
        known += column in ticks or found is not None
    columns = {field: tuple(column for _, column in sorted(places)) for field, places in ranked.items()}
    return Head(start, end, columns, _real_ticks(ticks, columns), known)


def _real_ticks(ticks: Mapping[int, tuple[str, str]], columns: Mapping[str, object]) -> Mapping[int, tuple[str, str]]:
    """Columns to be ticked stand in numbers; a field with a column of its own is not ticked."""
    fields = [field for field, _ in ticks.values()]
    return {
        column: (field, words)
        for column, (field, words) in ticks.items()
        if fields.count(field) > 1 and field not in columns
    }


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


def _ticked(stack: Sequence[str]) -> tuple[str, str] | None:
    from model.ledger.vocabulary import built_in

    parts = list(dict.fromkeys(squeezed_word(cell) for cell in stack if squeezed_word(cell)))
    for words in ("-".join(parts[-2:]), *parts[-1:]):
        for field in _TICKED:
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
