"""One grid as figures with their places in the form, found by what its rows and columns are called."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from importers.document.blocks import Grid
from importers.recognition.tables.figures import money_unit
from importers.recognition.tables.heads import Column, Head, Line, columns_of, lowest_words, names_column
from importers.recognition.tables.labels import EXACT, SHORTENED, meaning, meanings, row_order
from importers.recognition.tables.row_labels import RowLabel, is_bare_number, is_figure, is_row, row_label, row_meaning
from model.form.form import official


@dataclass(frozen=True, slots=True)
class Place:
    """Words found at a number cell of the form, where they stand in the grid, and what is unsure about it.

    Attributes:
        unit: the unit of money that its row or column says; empty for none.
        undivided: it is the row （六） as a whole, that the form in force divides.
    """

    cell: str
    words: str
    row: int
    column: int
    unsure: str = ""
    undivided: bool = False
    unit: str = ""

    @property
    def table(self) -> str:
        """The table of its cell."""
        return self.cell.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Odd:
    """Something in a table of the form that is no part of it: what it is called, its words, where it stands."""

    label: str
    words: str
    row: int
    column: int | None = None


@dataclass
class Scan:
    """What one grid gave."""

    places: list[Place] = field(default_factory=list)
    odd: list[Odd] = field(default_factory=list)
    wide: list[Odd] = field(default_factory=list)
    banners: list[tuple[int, str]] = field(default_factory=list)
    old: bool = False
    turned: bool = False
    head: Head | None = None

    @property
    def cells(self) -> int:
        """How many cells of the form it holds."""
        return len({place.cell for place in self.places})


def scan(grid: Grid, carried: Head | None) -> Scan:
    """Read a grid in the direction that gives more cells of the form.

    Args:
        grid: the grid.
        carried: the head of the table before, which a grid without a head of its own goes on from.
    """
    lines = tuple(tuple(cell.text if cell.begins else "\0" + cell.text for cell in row) for row in grid.rows)
    lines = tuple(zip(*zip_longest(*lines, fillvalue=""), strict=True))
    upright = _Scanner(lines, carried).scan()
    figures = sum(is_figure(words) for line in lines for words in line)
    if upright.cells * 2 >= figures:
        return upright
    turned = _Scanner(tuple(zip(*lines, strict=True)), None).scan()
    return _turned_back(turned) if turned.cells > upright.cells else upright


def _turned_back(found: Scan) -> Scan:
    found.places = [replace(place, row=place.column, column=place.row) for place in found.places]
    found.odd = [Odd(odd.label, odd.words, odd.column or 0, odd.row) for odd in found.odd]
    found.wide = [Odd(odd.label, odd.words, 0, odd.row) for odd in found.wide]
    found.banners, found.turned, found.head = [], True, None
    return found


class _Scanner:
    """Goes down a grid row by row; a leading NUL marks the continuation of a merged cell."""

    def __init__(self, lines: Sequence[Line], carried: Head | None) -> None:
        self.lines = lines
        fits = carried is not None and bool(lines) and len(carried) == len(lines[0])
        self.head = carried if fits else None
        self.columns: Mapping[int, Column] = columns_of(self.head) if self.head else {}
        self.found = Scan()
        self.rows: list[_Row] = []

    def scan(self) -> Scan:
        """Read all rows."""
        for row, line in enumerate(self.lines):
            self._row(row, line)
        self._settle()
        self._take_blank_row()
        self.found.head = self.head
        if _is_official(self.found):
            return self.found
        right = min(self.columns, default=0)
        no_figures = not any(word.strip("\0 ") and is_figure(word) for line in self.lines for word in line[right:])
        return Scan(head=self.head if no_figures and self.head and self.head.open else None)

    def _take_blank_row(self) -> None:
        """Take the empty row under the heads of the table on disputes, whose one row has no label."""
        whole = sum(bool(column.group and column.result) for column in self.columns.values())
        if self.rows or self.head is None or whole < len(official().table("disputes").number_cells):
            return
        if (row := len(self.head.rows)) >= len(self.lines):
            return
        blank = ("",) * len(self.lines[row])
        self.found.places.extend(self._placed(row, blank, blank, RowLabel("")))

    def _row(self, row: int, line: Line) -> None:
        words = tuple(word.removeprefix("\0") for word in line)
        filled = list(dict.fromkeys(word.strip() for word in words if word.strip()))
        filled = filled[1:] if len(filled) == 2 and is_bare_number(filled[0]) else filled  # noqa: PLR2004
        if self._is_head(words):
            fresh = self.head.more(words) if self.head else Head((words,))
            self.head, self.columns = fresh, columns_of(fresh)
            self.found.old |= any(column.old for column in self.columns.values())
        elif len(filled) == 1 and not is_figure(first := filled[0]):
            self._banner(row, first, words)
        elif filled:
            self._data(row, line, words)

    def _is_head(self, words: Line) -> bool:
        """Whether a row names columns: labels of columns, and no figure beside them."""
        stub = range(min(self.columns, default=0))
        named = [column for column, word in enumerate(words) if column not in stub and names_column(word)]
        if not named or (len(named) == 1 and not self.head and is_row(words[named[0]])):
            return False
        rest = (word for column, word in enumerate(words) if column > named[0] and column not in named)
        return not any(word.strip() and is_figure(word) for word in rest)

    def _banner(self, row: int, text: str, words: Line) -> None:
        """A row that says one thing only: an article's number, a caption, a note, or a label without figures."""
        if self.columns and row_meaning(text) and text not in (words[column].strip() for column in self.columns):
            self._data(row, words, words)
            return
        known = meaning(text, "banner")
        if known and known.quality == EXACT:
            self.head, self.columns = None, {}
        elif not any(found.role == "group" for found in meanings(text)):
            self.found.banners.append((row, text))

    def _data(self, row: int, line: Line, words: Line) -> None:
        stub = tuple(word for column, word in enumerate(words) if column not in self.columns)
        if self.head and self.head.open and any(is_figure(words[column]) for column in self.columns):
            self.head = Head(self.head.rows, open=False)
        label = row_label(stub)
        placed = self._placed(row, line, words, label)
        self.rows.append(_Row(row, label, line, words, self.columns))
        if placed:
            self.found.places.extend(placed)
            self._tell_too_wide(row, line, placed)
        elif not self._is_left_behind_row(label) and any(is_figure(word) and word.strip() for word in words):
            shown = " ".join(dict.fromkeys(filter(None, map(str.strip, words))))
            self.found.odd.append(Odd(label.words, shown, row))

    def _tell_too_wide(self, row: int, line: Line, placed: Sequence[Place]) -> None:
        """Tell of figures to the right of all columns that the head names: the row may have slipped."""
        last = max(place.column for place in placed)
        heads = self.head.rows if self.head else ()
        extra = [
            word.strip()
            for column, word in enumerate(line)
            if column > last and word.strip("\0 ") and not word.startswith("\0") and is_figure(word)
            and not any(head[column].strip() for head in heads if column < len(head))
        ]  # fmt: skip
        if extra:
            self.found.wide.append(Odd(placed[0].cell, "、".join(extra), row))

    def _settle(self) -> None:
        """Judge the rows whose label is not the form's own by the rows before and after them."""
        order = row_order()
        known = [order.get(row.label.key, -1) if row.label.table == "applications" else -1 for row in self.rows]
        for index, row in enumerate(self.rows):
            before = known[index - 1] if index else -1
            after = known[index + 1] if index + 1 < len(known) else len(order)
            if known[index] >= 0 and row.label.quality == SHORTENED and before < known[index] < after:
                self.found.places = [
                    replace(place, unsure="") if place.row == row.row and place.unsure == row.label.unsure else place
                    for place in self.found.places
                ]
            elif known[index] < 0 and before >= 0 and after == before + 2 and row.columns and not row.label.table:
                self._infer(row, list(order)[before + 1])

    def _infer(self, row: "_Row", key: str) -> None:
        """Take a row for the one that the form has between its neighbours."""
        unsure = f"行名“{row.label.words}”不认识，按前后两行推断" if row.label.words else "没有行名，按前后两行推断"
        label = RowLabel(row.label.words, "applications", key, unsure=unsure)
        columns, self.columns = self.columns, row.columns
        self.found.places.extend(self._placed(row.row, row.line, row.words, label))
        self.columns = columns
        self.found.odd = [odd for odd in self.found.odd if odd.row != row.row]

    def _placed(self, row: int, line: Line, words: Line, label: RowLabel) -> list[Place]:
        placed = []
        for column, head in self.columns.items():
            if line[column].startswith("\0") and column and line[column][1:] == words[column - 1]:
                continue
            cell = _cell(label, head)
            if cell:
                unsure = label.unsure or ("" if head.sure else f"列名“{lowest_words(self.head, column)}”与表样不同")
                unit = money_unit(f"{label.words} {lowest_words(self.head, column)}")
                placed.append(Place(cell, words[column].strip(), row, column, unsure, label.key == "undivided", unit))
        return placed or list(self._lone(row, words, label))

    def _lone(self, row: int, words: Line, label: RowLabel) -> Iterator[Place]:
        """The figure of a row that has but one cell in the form, where no head names the column."""
        cells = [cell for cell in official().cells if cell.startswith(f"disclosure.{label.key}.")]
        figures = {word.strip(): column for column, word in reversed(list(enumerate(words))) if is_figure(word)}
        figures.pop("", None)
        if label.table == "disclosure" and len(cells) == len(figures) == 1 and not self._is_left_behind():
            ((word, column),) = figures.items()
            yield Place(cells[0], word, row, column, "这一行上面没有表头", unit=money_unit(label.words))

    def _is_left_behind_row(self, label: RowLabel) -> bool:
        return label.key == "ignored" or (label.table == "disclosure" and self._is_left_behind())

    def _is_left_behind(self) -> bool:
        return any(column.old for column in self.columns.values())


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of figures as it was met."""

    row: int
    label: RowLabel
    line: Line
    words: Line
    columns: Mapping[int, Column]


def _cell(label: RowLabel, head: Column) -> str:
    """The cell of the form where a row and a column meet; empty when they do not."""
    if label.table == "disclosure":
        cell = f"disclosure.{label.key}.{head.disclosure}"
    elif label.table == "applications":
        row = "other_misc" if label.key == "undivided" else label.key
        cell = f"applications.{row}.{head.applications}"
    else:
        cell = f"disputes.{head.group or label.group}.{head.result or label.result}"
    return cell if cell in official().cells else ""


def _is_official(found: Scan) -> bool:
    """Whether enough was found to say that a grid is a table of the form, not another one with like words."""
    sure = [place for place in found.places if not place.unsure] or found.places
    tables = {place.cell.split(".")[0] for place in sure}
    return bool(tables) and any(_is_enough(table, found) for table in tables)


def _is_enough(table: str, found: Scan) -> bool:
    cells = [place.cell.split(".") for place in found.places if place.cell.startswith(f"{table}.")]
    if table == "applications":
        return len({column for _, _, column in cells}) >= 3  # noqa: PLR2004
    if table == "disputes":
        return len({column for _, _, column in cells}) >= 3 and found.cells >= 3  # noqa: PLR2004
    return any(place.cell.startswith("disclosure.") and not place.unsure for place in found.places)
