"""The figures of a stream laid over the rows of the form: by the labels before them, by their number, by the sums."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, pairwise

from importers.recognition.stream.pieces import Line
from importers.recognition.stream.runs import Run, runs_of, tails, without_blanks_of_heads
from importers.recognition.stream.shape import Row, Shape, bare
from importers.recognition.stream.whole import laid
from model.structs import Struct, field

_PAGE_NUMBER_TOO = 8
"""The most figures of one row and a page number."""
_BEGINNING = 3
"""So many characters of a label, its number among them, say that it begins."""

_COLUMNS = "总计平，有的列不平"


class Placed(Struct, frozen=True):
    """A row of figures that found its place; a label only where it is not the form's."""

    row: Row
    words: tuple[str, ...]
    label: str = ""


class Left(Struct, frozen=True):
    """What is doubtful: what is printed, and why; `taken` when it was taken all the same."""

    words: str
    reason: str
    taken: bool = False


class Aligned(Struct):
    """What became of a stream: the rows that found their place, in the source's order, and what is doubtful."""

    rows: list[Placed] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


def align(shape: Shape, lines: Sequence[Line]) -> Aligned:
    """Lay the figures of some lines over the rows of a table."""
    all_runs, tail = runs_of(_without_empty_rows(shape, lines), is_one_row=not shape.has_row_labels)
    runs = without_blanks_of_heads(all_runs, shape.is_outer)
    if not shape.has_row_labels:
        return _with_blanks_told(_single(shape, runs or all_runs[-1:]))
    rows = _Rows(shape, runs, tail)
    found = _with_blanks_told(rows.aligned())
    if found.left and not rows.is_reordered and (whole := laid(shape, lines)):
        return Aligned([Placed(row, words) for row, words in whole])
    return found


def _without_empty_rows(shape: Shape, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without those that hold empty cells alone; one may be the only row of a table without labels."""
    filled = [line for line in lines if not all(piece.blank for piece in line.pieces)]
    return filled if shape.has_row_labels or any(line.figures for line in filled) else lines


def _with_blanks_told(found: Aligned) -> Aligned:
    """One doubt about all empty cells of a table: whoever copied it may have lost what stood there."""
    words = [word for placed in found.rows for word in placed.words]
    blank = words.count("")
    if 0 < blank < len(words):
        found.left.append(Left(f"{blank} 个空着的格", "没有数字，没有发生的请填 0", taken=True))
    return found


def _ways(figures: Sequence[str], width: int) -> Iterator[list[str]]:
    """Ways to make as many figures as a row has of too many.

    A page number is left out, or figures that did not fit into their cells are put together: their ends follow at once,
    or on a line of their own.
    """
    more = len(figures) - width
    if more == 1:
        yield from (list(figures[1:]), list(figures[:-1]))
    for folded in combinations(range(width), more):
        following, ends = iter(figures), iter(figures[width:])
        yield [next(following) + (next(following) if column in folded else "") for column in range(width)]
        yield [figures[column] + (next(ends) if column in folded else "") for column in range(width)]


class _Rows:
    """A table whose rows have labels."""

    def __init__(self, shape: Shape, runs: list[Run], tail: list[str]) -> None:
        self.shape, self.runs, self.tail = shape, runs, tail
        self.found, self.in_order = Aligned(), True
        self.order = _column_order(shape, runs[0].before) if runs else ()

    @property
    def is_reordered(self) -> bool:
        """Whether the head names the columns in another order than the form."""
        return list(self.order) != sorted(self.order)

    def aligned(self) -> Aligned:
        """Take runs by their labels, then those between by their number; tell what is left."""
        if self.is_reordered:
            head = " ".join(self.runs[0].before[:-1])
            self.found.left.append(Left(head, "列的次序与表样不同，已按列名放入", taken=True))
        for run in self.runs:
            self._name(run)
        self._take_named()
        for gap in self._gaps():
            self._fill(*gap)
        self._tell()
        return self.found

    def _name(self, run: Run) -> None:
        """Find the row that the words before some figures name."""
        ends = [*tails(run.before), *tails([words for words in run.before if not self.shape.is_outer(words)])]
        run.named = sum(self.shape.exact(words) is not None and not self.shape.is_outer(words) for words in run.before)
        for find in (self.shape.exact, self.shape.beginning):
            run.key = run.key or next(filter(None, map(find, ends)), "")
        if not run.key:
            named = ((found[0], tail) for tail in ends if (found := self.shape.meaning(tail)))
            run.key, run.label = next(named, ("", ""))

    def _take_named(self) -> None:
        """Take runs that have one label and as many figures as its row; not where others lost their labels before."""
        taken: set[str] = set()
        one_each, unbroken = self._has_one_run_each(), True
        for run in self.runs:
            unbroken = unbroken and run.named <= 1
            fits = bool(run.key) and run.key not in taken and self._fits(run, one_each=one_each)
            if fits and (run.together or one_each or unbroken):
                run.rows = (self.shape.by_key[run.key],)
                taken.add(run.key)
            unbroken = unbroken and bool(run.rows)

    def _has_one_run_each(self) -> bool:
        """Whether every run has a label of its own, and none so many figures that they could be two rows'."""
        keys = {run.key for run in self.runs}
        most = 2 if len(keys) == len(self.shape.rows) else 1
        return len(keys) == len(self.runs) and all(
            run.key
            and run.named <= 1
            and len(run.figures) <= max(most * self.shape.by_key[run.key].width, _PAGE_NUMBER_TOO)
            for run in self.runs
        )

    def _fits(self, run: Run, *, one_each: bool) -> bool:
        """Whether a run has as many figures as its row, or more that the sums put in order for certain."""
        row = self.shape.by_key[run.key]
        run.figures = _without_last_tab(run.figures, row)
        if one_each and row.width < len(run.figures) <= 2 * row.width:
            ways = {tuple(way) for way in _ways(run.figures, row.width) if self._proves(row, way)}
            if len(ways) == 1:
                self.found.left.append(Left(run.words, "数字比表样多，去掉页码或接上折行的数字后合计相等", taken=True))
                run.figures = list(ways.pop())
        return len(run.figures) == row.width

    def _proves(self, row: Row, words: Sequence[str]) -> bool:
        """Whether the sum along a row holds, and not of zeros alone."""
        return self.shape.adds_up(row, words) and any(self.shape.values(row, words).values())

    def _gaps(self) -> Iterator[tuple[list[Run], list[str], Sequence[Row]]]:
        """Runs that found no row, with the words among them, and the rows between their neighbours."""
        begun, waiting = 0, list[Run]()
        for run in (*self.runs, None):
            if run and not run.rows:
                waiting.append(run)
                continue
            end = run.rows[0].span.start if run else len(self.shape.rows)
            if waiting and begun <= end:
                words = [*chain.from_iterable(each.before for each in waiting), *(run.before if run else self.tail)]
                yield waiting, words, self.shape.rows[begun:end]
            begun, waiting = run.rows[0].span.stop if run else end, []

    def _fill(self, runs: list[Run], words: list[str], rows: Sequence[Row]) -> None:
        """Cut the figures of some runs into rows, where there are exactly as many as the rows have."""
        figures = [figure for run in runs for figure in run.figures]
        if len(figures) != sum(row.width for row in rows) or not all(map(self.shape.knows, words)):
            return
        one_each = [len(run.figures) for run in runs] == [row.width for row in rows]
        if not self._are_named(rows, words) and not (one_each and self._are_begun(rows, words)):
            return
        self.in_order &= self.shape.names_in_order(words)
        runs[0].rows, runs[0].figures = tuple(rows), figures
        for run in runs[1:]:
            run.rows, run.figures, run.key = (), [], ""
        runs[0].key = ""

    def _is_below_head(self, run: Run, row: Row) -> bool:
        """Whether one figure stands right below the head of a row's only column."""
        (_, *more), heads = row.cells, self.shape.table.column_labels(self.shape.form.cells[row.cells[0]])
        return not more and bool(run.before and heads) and bare(run.before[-1]) == bare(heads[-1].label)

    def _are_named(self, rows: Sequence[Row], words: list[str]) -> bool:
        """Whether the labels of all rows stand among some words."""
        inner = "".join(bare(word) for word in words if not self.shape.is_outer(word))
        return all(bare(row.label) in inner for row in rows)

    def _are_begun(self, rows: Sequence[Row], words: list[str]) -> bool:
        """Whether at least the labels of all rows begin among some words, one after the other."""
        said, at = "".join(map(bare, words)), 0
        for row in rows:
            at = said.find(bare(row.label)[:_BEGINNING], at)
            if at < 0:
                return False
        return True

    def _tell(self) -> None:
        placed = [(run, row, words) for run in self.runs for row, words in self._cut(run)]
        values = {cell: value for _, row, words in placed for cell, value in self.shape.values(row, words).items()}
        balanced = self.in_order and self.shape.balances(values)
        for run, row, words in placed:
            by_number = len(run.rows) > 1 or not run.key
            if by_number and not balanced and not (self.shape.adds_up(row, words) or self._is_below_head(run, row)):
                self.found.left.append(Left(" ".join(words), f"不能确定是不是“{row.label}”这一行"))
                continue
            if by_number and not balanced:
                reason = f"按前后次序放进“{row.label}”这一行，合计不能证明放得对"
                self.found.left.append(Left(" ".join(words), reason, taken=True))
            self.found.rows.append(Placed(row, words, run.label))
        if self.shape.is_shuffled(values) and not all(run.together for run in self.runs):
            self.found.left.append(Left(_COLUMNS, "复制时可能打乱了同一行数字的次序", taken=True))
        for run in self.runs:
            if run.figures and not run.rows:
                self.found.left.append(Left(run.words, "数字的个数与这一行不符" if run.key else "不知道是哪一行"))

    def _cut(self, run: Run) -> Iterator[tuple[Row, tuple[str, ...]]]:
        start = 0
        for row in run.rows:
            words = run.figures[start : start + row.width]
            ordered = [words[place] for place in self.order] if len(self.order) == len(words) else words
            yield row, tuple(ordered)
            start += row.width


def _single(shape: Shape, runs: list[Run]) -> Aligned:
    """A table of one row without a label: its figures by their number."""
    found, row = Aligned(), shape.rows[0]
    figures = _without_last_tab([figure for run in runs for figure in run.figures], row)
    printed, filled = " ".join(figures), [figure for figure in figures if figure]
    if len(figures) > row.width == len(filled):
        figures = filled
        found.left.append(Left(printed, "数字之间有空着的格，按前后次序放入", taken=True))
    if len(figures) != row.width:
        found.left.append(Left(printed, f"有 {len(figures)} 个数字，表样里是 {row.width} 个"))
        return found
    values = shape.values(row, figures)
    if not shape.balances(values) or not _in_order(shape, runs):
        found.left.append(Left(printed, "表头或合计与表样不符，按前后次序放入", taken=True))
    found.rows.append(Placed(row, tuple(figures)))
    return found


def _without_last_tab(figures: list[str], row: Row) -> list[str]:
    """The figures of a row without the empty place behind a tab at its end."""
    return figures[:-1] if len(figures) == row.width + 1 and not figures[-1] else figures


def _in_order(shape: Shape, runs: list[Run]) -> bool:
    """Whether nothing but labels stands among the figures, groups in the form's order; or no words at all."""
    words = [word for run in runs for word in run.before]
    if not words:
        return True
    said = "".join(map(bare, words))
    cells = [shape.form.cells[cell] for cell in shape.rows[0].cells]
    groups = list(dict.fromkeys(bare(shape.table.column_labels(cell)[-2].label) for cell in cells))
    places = [said.find(group) for group in groups]
    in_groups = -1 not in places and places == sorted(places)
    return all(map(shape.knows, words)) and in_groups and not _is_head_turned(shape, said)


def _is_head_turned(shape: Shape, said: str) -> bool:
    """Whether two heads of columns follow each other the other way round; those of the next group begin anew."""
    columns = list(dict.fromkeys(shape.columns))
    places = [(columns.index(found[0]), found.span()) for found in re.finditer("|".join(columns), said)]
    return any(
        first > second > 0 or (second == 0 < first < len(columns) - 2)
        for (first, (_, end)), (second, (start, _)) in pairwise(places)
        if end == start
    )


def _column_order(shape: Shape, head: list[str]) -> tuple[int, ...]:
    """Where each column of the form stands among the figures, where the head names all columns in another order."""
    if len({row.width for row in shape.rows}) > 1:
        return ()
    text, places = bare("".join(head)).replace("法人或其他组织", ""), []
    for column in shape.columns[1:-1]:
        if text.count(column) != 1:
            return ()
        places.append(text.index(column))
    order = sorted(range(len(places)), key=places.__getitem__)
    return (0, *(order.index(index) + 1 for index in range(len(order))), len(order) + 1)
