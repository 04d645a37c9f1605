"""What a table of the form looks like as a stream: its rows in order, the words of its labels, its sums."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import groupby

from importers.recognition.tables.figures import read_figure
from importers.recognition.tables.labels import EXACT, meaning
from importers.recognition.tables.row_labels import row_meaning
from model.form.form import Balance, Cell, Form, Table, Value
from model.language.patterns import pattern
from model.structs import Struct

_NOT_A_WORD = pattern(r"[^0-9A-Za-z㐀-鿿]")
_UNDIVIDED = "undivided."
"""Before the key of a group as a whole, which another form prints as one row where this one has several."""
_LEAST_PREFIX = 5
"""From so many characters the beginning of a label names its row."""


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """The letters, digits and Chinese characters of a text alone."""
    return _NOT_A_WORD.sub("", unicodedata.normalize("NFKC", text))


class Row(Struct, frozen=True):
    """A row of figures.

    Attributes:
        key: names it within its table.
        label: its own label.
        cells: its cells from left to right.
        span: the rows of the form that it stands for, counted from 0: itself, or a group that is not divided.
    """

    key: str
    label: str
    cells: tuple[str, ...]
    span: range

    @property
    def width(self) -> int:
        """How many figures it has."""
        return len(self.cells)

    @property
    def undivided(self) -> bool:
        """Whether it stands for a whole group of rows."""
        return self.key.startswith(_UNDIVIDED)


class Shape:
    """One table of a form as a stream."""

    def __init__(self, form: Form, table: Table) -> None:
        """Keep the table and the form that it belongs to."""
        self.form, self.table = form, table

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of figures in the form's order."""
        rows: list[Row] = []
        for _, cells in groupby(self.table.number_cells, key=lambda cell: cell.row):
            found = tuple(cells)
            labels = self.table.row_labels(found[0])
            key, label = (found[0].id.split(".")[1], labels[-1].label) if labels else ("", "")
            rows.append(Row(key, label, tuple(cell.id for cell in found), range(len(rows), len(rows) + 1)))
        return tuple(rows)

    @cached_property
    def by_key(self) -> Mapping[str, Row]:
        """Every row by its key, and every group that another form does not divide."""
        return {row.key: row for row in (*self.rows, *self._undivided())}

    def _undivided(self) -> Iterator[Row]:
        """The groups that are one row in another form; its figures stand in the row that means the same."""
        rows = {row.key: row for row in self.rows}
        groups: dict[Cell, list[int]] = {}
        for index, row in enumerate(self.rows):
            for label in self.table.row_labels(self.form.cells[row.cells[0]])[:-1]:
                groups.setdefault(label, []).append(index)
        for label, inside in groups.items():
            known = meaning(label.label, "undivided.row", self.form)
            if known and known.key in rows:
                span = range(inside[0], inside[-1] + 1)
                yield Row(_UNDIVIDED + known.key, label.label, rows[known.key].cells, span)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all labels."""
        return frozenset(bare(cell.label) for cell in self.table.cells if cell.label)

    @cached_property
    def outer_words(self) -> frozenset[str]:
        """The words of the labels that are no row's own: heads, groups of rows, whole lines."""
        return self.words - {bare(row.label) for row in self.rows if row.label}

    @property
    def has_row_labels(self) -> bool:
        """Whether its rows are named."""
        return any(row.label for row in self.rows)

    def is_label(self, words: str) -> bool:
        """Whether words are a whole label."""
        return bare(words) in self.words

    def knows(self, words: str) -> bool:
        """Whether words are a label, or a part of one that was broken over lines."""
        found = bare(words)
        return not found or any(found in word for word in self.words) or self._is_joined(found)

    def names(self, words: str) -> bool:
        """Whether words are a label of the form or a part of one, or what offices write for a row's."""
        return self.knows(words) or self.exact(words) is not None

    def _is_joined(self, words: str) -> bool:
        """Whether words are several labels that stand together without a blank."""
        while words:
            end = next((n for n in range(len(words), 1, -1) if any(words[:n] in word for word in self.words)), 0)
            if not end:
                return False
            words = words[end:]
        return True

    def is_outer(self, words: str) -> bool:
        """Whether words are part of a head or a group's label only."""
        found = bare(words)
        return any(found in word for word in self.outer_words)

    def anchors(self, words: str) -> bool:
        """Whether words can only stand in this table."""
        found = bare(words)
        return (len(found) > 1 and found in self._anchors) or (not self.is_outer(words) and bool(self.exact(words)))

    @cached_property
    def _anchors(self) -> frozenset[str]:
        """Words of this table that no other table has, and that are no heading of a part."""
        others = {bare(cell.label) for table in self.form.tables if table is not self.table for cell in table.cells}
        return self.outer_words - others

    def exact(self, words: str) -> str | None:
        """The key of the row whose label these words are, labels of its groups before it or not."""
        found = bare(words)
        if found in self._keys:
            return self._keys[found]
        known = self.meaning(words)
        return known[0] if known and known[1] else self._keys.get(self._inner(found))

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        return {bare(row.label): row.key for row in self.rows if row.label}

    def _inner(self, found: str) -> str:
        """Words without the labels of groups that they begin with."""
        while found and (outer := next((word for word in self.outer_words if word and found.startswith(word)), "")):
            found = found[len(outer) :]
        return found

    def meaning(self, words: str) -> tuple[str, bool] | None:
        """The key of the row that words name, and whether they are the form's own; None for none."""
        if not self.has_row_labels or len(words) < 2 or not (known := row_meaning(words, self.form)):  # noqa: PLR2004
            return None
        if known.role == f"{self.table.shape}.row" and known.key in self.by_key:
            return known.key, known.quality == EXACT
        key = _UNDIVIDED + known.key
        return (key, True) if known.role == "undivided.row" and key in self.by_key else None

    def beginning(self, words: str) -> str | None:
        """The key of the only row whose label begins with these words, when they are long enough to say so."""
        found = self._inner(bare(words))
        keys = [key for label, key in self._keys.items() if len(found) >= _LEAST_PREFIX and label.startswith(found)]
        return keys[0] if len(keys) == 1 else None

    def names_in_order(self, words: Sequence[str]) -> bool:
        """Whether the rows that some words name one after the other follow each other so in the form too."""
        inner = (each for each in words if not self.is_outer(each))
        keys = filter(None, (self.exact(each) or self.beginning(each) for each in inner))
        places = [self.by_key[key].span.start for key in keys]
        return places == sorted(places)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The labels right above the figures of a row, from left to right, of a table whose rows are all alike."""
        cells = [self.form.cells[cell] for cell in self.rows[0].cells]
        return tuple(bare(self.table.column_labels(cell)[-1].label) for cell in cells)

    def holds(self, values: Mapping[str, Value], total: str) -> bool:
        """Whether a computed cell is the sum of its parts, all of which are there."""
        parts = self.form.parts[total]
        return (
            total in values
            and all(part in values for part in parts)
            and values[total] == sum(values[part] for part in parts)
        )

    def values(self, row: Row, words: Sequence[str]) -> dict[str, Value]:
        """The figures of a row; an empty cell counts as 0, one that cannot be read is left out."""
        cells = dict(zip(row.cells, words, strict=True))
        read = {cell: read_figure(word, self.form.cells[cell]).value if word else 0 for cell, word in cells.items()}
        return {cell: value for cell, value in read.items() if value is not None}

    def adds_up(self, row: Row, words: Sequence[str]) -> bool:
        """Whether a row has totals along it, and each is the sum of the others."""
        totals = [cell for cell in row.cells if self._is_along(cell, row)]
        values = self.values(row, words)
        return bool(totals) and all(self.holds(values, total) for total in totals)

    def _is_along(self, cell: str, row: Row) -> bool:
        return self.form.cells[cell].computed and set(self.form.parts[cell]) <= set(row.cells)

    def balances(self, values: Mapping[str, Value]) -> bool:
        """Whether all cells are there and every sum and balance of the table holds."""
        totals = [cell for row in self.rows for cell in row.cells if self.form.cells[cell].computed]
        return (
            bool(totals)
            and all(self.holds(values, total) for total in totals)
            and all(_is_even(each, values) for each in self._balances)
        )

    def is_shuffled(self, values: Mapping[str, Value]) -> bool:
        """Whether the totals balance and a column does not, as when figures changed places within a row."""
        if not all(cell in values for each in self._balances for cell in each.cells):
            return False
        uneven = [each for each in self._balances if not _is_even(each, values)]
        return bool(uneven) and not any(each.is_sum for each in uneven)

    @cached_property
    def _balances(self) -> Sequence[Balance]:
        return [each for each in self.form.balances if each.cells[0].startswith(f"{self.table.id}.")]


def _is_even(balance: Balance, values: Mapping[str, Value]) -> bool:
    return sum(values[cell] for cell in balance.left) == sum(values[cell] for cell in balance.right)
