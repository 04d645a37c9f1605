"""All figures of a table laid over all its cells at once, where one way alone makes every sum and balance hold.

A PDF viewer gives labels before or behind their figures, and a figure in the middle of a tall label apart from its row.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from importers.recognition.stream.pieces import Line
from importers.recognition.stream.runs import Run, runs_of, tails
from importers.recognition.stream.shape import Row, Shape, bare
from model.structs import Struct, field

_MOST_STEPS = 20_000
_MOST_LOOSE = 24
_BEGINNING = 3
"""So many characters of a label, its number among them, say that it begins."""

Rows = tuple[tuple[int, ...], ...]
"""For each row of the form which figures it has."""


def laid(shape: Shape, lines: Sequence[Line]) -> list[tuple[Row, tuple[str, ...]]] | None:
    """The figures of every row; None where there are too few or too many, or where the sums leave a choice."""
    runs, tail = runs_of(lines)
    figures = [figure for run in runs for figure in run.figures]
    if "" in figures or len(figures) != sum(row.width for row in shape.rows) or not _has_labels(shape, runs, tail):
        return None
    found = _Laying(shape, runs, tail, figures).found()
    return [(row, words) for row, words in zip(shape.rows, found, strict=True)] if found else None


def _has_labels(shape: Shape, runs: Sequence[Run], tail: Sequence[str]) -> bool:
    """Whether the labels of all rows begin somewhere, those that follow each other in the form's order."""
    groups = [*(run.before for run in runs), tail]
    said = "\n".join(map(bare, chain(*groups)))
    return all(bare(row.label)[:_BEGINNING] in said for row in shape.rows) and all(map(shape.names_in_order, groups))


class _State(Struct, frozen=True):
    """How far the figures are laid: the next in order, those left for another row, those that rows took early."""

    at: int = 0
    left: frozenset[int] = frozenset()
    early: frozenset[int] = frozenset()
    rows: Rows = ()


class _Laying(Struct):
    shape: Shape
    runs: list[Run]
    tail: list[str]
    figures: list[str]
    named: dict[int, set[str]] = field(default_factory=dict)
    loose: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Find the rows that the words around figures name, and the figures that may stand apart from their rows."""
        at = 0
        for run, after in zip(self.runs, [*(run.before for run in self.runs[1:]), self.tail], strict=True):
            alone = len(run.figures) == 1
            names = self._names(run.before, after if alone else ())
            if names:
                self.named[at] = names
            if alone or len(names) > 1:
                self.loose.add(at)
            at += len(run.figures)

    def _names(self, before: Sequence[str], after: Sequence[str]) -> set[str]:
        inner = [words for words in before if not self.shape.is_outer(words)]
        broken = [words for words in after if not self.shape.is_outer(words)]
        joined = (end + "".join(broken[:count]) for end in tails(inner) for count in range(1, len(broken[:4]) + 1))
        words = [*before, *tails(before), *tails(inner), *joined]
        found = {self.shape.exact(each) for each in words} | {self.shape.beginning(each) for each in words}
        return {key for key in found if key}

    def found(self) -> list[tuple[str, ...]] | None:
        """The only way to lay the figures over the rows; None for none or several."""
        ways: set[tuple[tuple[str, ...], ...]] = set()
        if len(self.loose) > _MOST_LOOSE:
            return None
        waiting, seen, steps = [_State()], set[_State](), 0
        while waiting:
            state, steps = waiting.pop(), steps + 1
            if steps > _MOST_STEPS or len(ways) > 1:
                return None
            if state in seen:
                continue
            seen.add(state)
            if len(state.rows) < len(self.shape.rows):
                waiting += self._next(state)
            elif not state.left and self._holds(state.rows):
                ways.add(tuple(self._words(row) for row in state.rows))
        return list(ways.pop()) if len(ways) == 1 else None

    def _next(self, state: _State) -> Iterator[_State]:
        """The ways to lay the next row: figures in order, or all but the first or the last, which stands elsewhere."""
        row = self.shape.rows[len(state.rows)]
        for at, taken, left in self._in_order(state, row.width):
            yield from self._laid(state, row, taken, _State(at, left, state.early))
        for at, taken, left in self._in_order(state, row.width - 1):
            for apart in (left | self.loose) - set(taken) - state.early:
                if apart in left or apart >= at:
                    rest = _State(at, left - {apart}, state.early | ({apart} - left))
                    yield from self._laid(state, row, (apart, *taken), rest)
                    yield from self._laid(state, row, (*taken, apart), rest)

    def _laid(self, state: _State, row: Row, taken: tuple[int, ...], rest: _State) -> Iterator[_State]:
        if self._agrees(row, taken) and self._adds_up(row, taken):
            yield _State(rest.at, rest.left, rest.early, (*state.rows, taken))

    def _in_order(self, state: _State, count: int) -> Iterator[tuple[int, tuple[int, ...], frozenset[int]]]:
        """So many figures from where others ended; one that stands alone may be left for another row."""
        waiting: list[tuple[int, tuple[int, ...], frozenset[int]]] = [(state.at, (), state.left)]
        while waiting:
            at, taken, left = waiting.pop()
            if len(taken) == count:
                yield at, taken, left
            elif at in state.early:
                waiting.append((at + 1, taken, left))
            elif at < len(self.figures):
                waiting.append((at + 1, (*taken, at), left))
                if at in self.loose:
                    waiting.append((at + 1, taken, left | {at}))

    def _agrees(self, row: Row, taken: Sequence[int]) -> bool:
        """Whether no words right before a figure name other rows alone."""
        return all(row.key in self.named.get(index, (row.key,)) for index in taken)

    def _adds_up(self, row: Row, taken: Sequence[int]) -> bool:
        return self.shape.adds_up(row, self._words(taken))

    def _holds(self, rows: Rows) -> bool:
        values = (self.shape.values(row, self._words(taken)) for row, taken in zip(self.shape.rows, rows, strict=True))
        return self.shape.balances(dict(chain.from_iterable(each.items() for each in values)))

    def _words(self, taken: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.figures[index] for index in taken)
