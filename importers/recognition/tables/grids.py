"""One grid as figures with their places in the form, found by what its rows and columns are called."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from importers.document.blocks import Grid
from importers.recognition.tables.figures import money_unit
from importers.recognition.tables.heads import Column, Head, Line, columns_of, lowest_words, names_column
from importers.recognition.tables.labels import EXACT, SHORTENED, meaning, meanings, row_order
from importers.recognition.tables.row_labels import RowLabel, is_bare_number, is_figure, is_row, row_label, row_meaning
from model.form.form import Form, Table
from model.structs import Struct, field, replace

_SEVERAL = 3
"""From so many columns on it is a table of the form."""
_MERGED = "数字与下面一行合并成一格"


class Place(Struct, frozen=True):
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


class Odd(Struct, frozen=True):
    """Something in a table of the form that is no part of it: what it is called, its words, where it stands."""

    label: str
    words: str
    row: int
    column: int | None = None


class Scan(Struct):
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


def scan(grid: Grid, carried: Head | None, form: Form) -> Scan:
    """Read a grid in the direction that gives more cells of the form.

    Args:
        grid: the grid.
        carried: the head of the table before, which a grid without a head of its own goes on from.
        form: the form whose cells are looked for.
    """
    lines = tuple(tuple(cell.text if cell.begins else "\0" + cell.text for cell in row) for row in grid.rows)
    lines = tuple(zip(*zip_longest(*lines, fillvalue=""), strict=True))
    upright = _Scanner(lines, carried, form).scan()
    figures = sum(is_figure(words, form) for line in lines for words in line)
    if upright.cells * 2 >= figures:
        return upright
    turned = _Scanner(tuple(zip(*lines, strict=True)), None, form).scan()
    return _turned_back(turned) if turned.cells > upright.cells else upright


def _turned_back(found: Scan) -> Scan:
    found.places = [replace(place, row=place.column, column=place.row) for place in found.places]
    found.odd = [Odd(odd.label, odd.words, odd.column or 0, odd.row) for odd in found.odd]
    found.wide = [Odd(odd.label, odd.words, 0, odd.row) for odd in found.wide]
    found.banners, found.turned, found.head = [], True, None
    return found


class _Scanner:
    """Goes down a grid row by row; a leading NUL marks the continuation of a merged cell."""

    def __init__(self, lines: Sequence[Line], carried: Head | None, form: Form) -> None:
        self.form = form
        self.lines = lines
        fits = carried is not None and bool(lines) and len(carried) == len(lines[0])
        self.head = carried if fits else None
        self.columns: Mapping[int, Column] = columns_of(self.head, form) if self.head else {}
        self.found = Scan()
        self.rows: list[_Row] = []
        self.alone: dict[int, str] = {}

    def scan(self) -> Scan:
        """Read all rows."""
        for row, line in enumerate(self.lines):
            self._row(row, line)
        self._keep_sentences()
        self._settle()
        self._take_blank_row()
        self.found.head = self.head
        if _is_official(self.found, self.form):
            return self.found
        right = min(self.columns, default=0)
        no_figures = not any(
            word.strip("\0 ") and is_figure(word, self.form) for line in self.lines for word in line[right:]
        )
        return Scan(head=self.head if no_figures and self.head and self.head.open else None)

    def _take_blank_row(self) -> None:
        """Take the empty row under the heads of the table on disputes, whose one row has no label."""
        table = self.form.shaped("strip")
        whole = sum(bool(column.group and column.result) for column in self.columns.values())
        if self.rows or self.head is None or table is None or whole < len(table.number_cells):
            return
        if (row := len(self.head.rows)) >= len(self.lines):
            return
        blank = ("",) * len(self.lines[row])
        self.found.places.extend(self._placed(row, blank, blank, RowLabel("")))

    def _row(self, row: int, line: Line) -> None:
        words = tuple(word.removeprefix("\0") for word in line)
        filled = list(dict.fromkeys(word.strip() for word in words if word.strip()))
        filled = filled[1:] if len(filled) == 2 and is_bare_number(filled[0]) else filled  # noqa: PLR2004
        begun = {word.strip() for word in line if word.strip() and not word.startswith("\0")}
        if len(begun) == 1 and not is_figure(text := begun.pop(), self.form):
            self.alone[row] = text
        if self._is_head(words):
            fresh = self.head.more(words) if self.head else Head((words,))
            self.head, self.columns = fresh, columns_of(fresh, self.form)
            self.found.old |= any(column.foreign for column in self.columns.values())
        elif len(filled) == 1 and not is_figure(first := filled[0], self.form):
            self._banner(row, first, words)
        elif filled:
            self._data(row, line, words)

    def _is_head(self, words: Line) -> bool:
        """Whether a row names columns: labels of columns, and no figure beside them."""
        stub = range(min(self.columns, default=0))
        named = [column for column, word in enumerate(words) if column not in stub and names_column(word, self.form)]
        if not named or (len(named) == 1 and not self.head and is_row(words[named[0]], self.form)):
            return False
        rest = (word for column, word in enumerate(words) if column > named[0] and column not in named)
        return not any(word.strip() and is_figure(word, self.form) for word in rest)

    def _banner(self, row: int, text: str, words: Line) -> None:
        """A row that says one thing only: an article's number, a caption, a note, or a label without figures."""
        if (
            self.columns
            and row_meaning(text, self.form)
            and text not in (words[column].strip() for column in self.columns)
        ):
            self._data(row, words, words)
            return
        known = meaning(text, "banner", self.form)
        if known and known.quality == EXACT:
            self.head, self.columns = None, {}
        elif not any(found.role == "group" for found in meanings(text, self.form)):
            self.found.banners.append((row, text))

    def _data(self, row: int, line: Line, words: Line) -> None:
        stub = tuple(word for column, word in enumerate(words) if column not in self.columns)
        if self.head and self.head.open and any(is_figure(words[column], self.form) for column in self.columns):
            self.head = Head(self.head.rows, open=False)
        label = row_label(stub, self.form)
        placed = self._placed(row, line, words, label)
        self.rows.append(_Row(row, label, line, words, self.columns))
        if placed:
            self.found.places.extend(placed)
            self._tell_too_wide(row, line, placed)
        elif not self._is_left_behind_row(label) and self._figures(line):
            shown = " ".join(dict.fromkeys(filter(None, map(str.strip, words))))
            self.found.odd.append(Odd(label.words, shown, row))

    def _tell_too_wide(self, row: int, line: Line, placed: Sequence[Place]) -> None:
        """Tell of figures outside of all columns that the head names: the row may have slipped."""
        last = max(place.column for place in placed)
        heads = self.head.rows if self.head else ()
        named = {column for column in range(len(line)) for head in heads if column < len(head) and head[column].strip()}
        extra = [line[column].strip() for column in self._figures(line) if column > last and column not in named]
        if not any(place.words for place in placed):
            extra += self._before_blanks(line)
        if extra:
            self.found.wide.append(Odd(placed[0].cell, "、".join(extra), row))

    def _before_blanks(self, line: Line) -> list[str]:
        """The figures behind a row's label and before its cells, which are all empty."""
        label = max(
            (at for at, word in enumerate(line) if word.strip("\0 ") and not is_figure(word, self.form)), default=0
        )
        return [line[column].strip() for column in self._figures(line) if label < column < min(self.columns)]

    def _figures(self, line: Line) -> list[int]:
        """The places of a row where figures begin."""
        return [
            column
            for column, word in enumerate(line)
            if word.strip("\0 ") and not word.startswith("\0") and is_figure(word, self.form)
        ]

    def _keep_sentences(self) -> None:
        """Keep words that stand alone in their row and are more than a label, and name no row that has no other."""
        said = {row for row, _ in self.found.banners}
        for row, text in self.alone.items():
            if row in said or any(found.quality == EXACT for found in meanings(text, self.form)):
                continue
            keys = {place.cell for place in self.found.places if place.row == row}
            if not keys or any(place.cell in keys for place in self.found.places if place.row != row):
                self.found.places = [place for place in self.found.places if place.row != row]
                self.rows = [each for each in self.rows if each.row != row]
                self.found.banners.append((row, text))

    def _settle(self) -> None:
        """Judge the rows whose label is not the form's own by the rows before and after them."""
        order = row_order(self.form)
        listed = (row.label.shape == "list" and not row.label.undivided for row in self.rows)
        known = [
            order.get(row.label.key, -1) if of_list else -1 for row, of_list in zip(self.rows, listed, strict=True)
        ]
        for index, row in enumerate(self.rows):
            before = known[index - 1] if index else -1
            after = known[index + 1] if index + 1 < len(known) else len(order)
            if known[index] >= 0 and row.label.quality == SHORTENED and before < known[index] < after:
                self.found.places = [
                    replace(place, unsure="") if place.row == row.row and place.unsure == row.label.unsure else place
                    for place in self.found.places
                ]
            elif known[index] < 0 and before >= 0 and after == before + 2 and row.columns and not row.label.shape:
                self._infer(row, list(order)[before + 1])

    def _infer(self, row: "_Row", key: str) -> None:
        """Take a row for the one that the form has between its neighbours."""
        unsure = f"行名“{row.label.words}”不认识，按前后两行推断" if row.label.words else "没有行名，按前后两行推断"
        label = RowLabel(row.label.words, "list", key, unsure=unsure)
        columns, self.columns = self.columns, row.columns
        self.found.places.extend(self._placed(row.row, row.line, row.words, label))
        self.columns = columns
        self.found.odd = [odd for odd in self.found.odd if odd.row != row.row]

    def _placed(self, row: int, line: Line, words: Line, label: RowLabel) -> list[Place]:
        placed: list[Place] = []
        above = [column for column in self.columns if self._is_of_row_above(row, line, column)]
        self._doubt_merged(row - 1, above)
        for column, head in self.columns.items():
            if column in above or (column and line[column] == f"\0{words[column - 1]}"):
                continue
            cell = _cell(label, head, self.form)
            if cell:
                unsure = label.unsure or ("" if head.sure else f"列名“{lowest_words(self.head, column)}”与表样不同")
                unit = money_unit(f"{label.words} {lowest_words(self.head, column)}")
                placed.append(Place(cell, words[column].strip(), row, column, unsure, label.undivided, unit))
        return placed if placed or above else list(self._lone(row, words, label))

    def _doubt_merged(self, row: int, columns: Sequence[int]) -> None:
        """Doubt the figures of a row that go on into the row below."""
        if columns:
            self.found.places = [
                replace(place, unsure=place.unsure or _MERGED)
                if place.row == row and place.column in columns
                else place
                for place in self.found.places
            ]

    def _is_of_row_above(self, row: int, line: Line, column: int) -> bool:
        """Whether a figure goes on from the row above, though the row has a name of its own."""
        word = line[column]
        if not row or not word.strip("\0 ") or not word.startswith("\0") or not is_figure(word[1:], self.form):
            return False
        named = any(
            each.strip() and not each.startswith("\0") for at, each in enumerate(line) if at not in self.columns
        )
        return named and self.lines[row - 1][column].removeprefix("\0") == word[1:]

    def _lone(self, row: int, words: Line, label: RowLabel) -> Iterator[Place]:
        """The figure of a row that has but one cell in the form, where no head names the column."""
        table = self.form.shaped("parts")
        cells = [cell.id for cell in table.number_cells if cell.id.split(".")[1] == label.key] if table else []
        figures = {
            word.strip(): column for column, word in reversed(list(enumerate(words))) if is_figure(word, self.form)
        }
        figures.pop("", None)
        if label.shape == "parts" and len(cells) == len(figures) == 1 and not self._is_left_behind():
            ((word, column),) = figures.items()
            yield Place(cells[0], word, row, column, "这一行上面没有表头", unit=money_unit(label.words))

    def _is_left_behind_row(self, label: RowLabel) -> bool:
        return label.key == "ignored" or (label.shape == "parts" and self._is_left_behind())

    def _is_left_behind(self) -> bool:
        return any(column.foreign for column in self.columns.values())


class _Row(Struct, frozen=True):
    """One row of figures as it was met."""

    row: int
    label: RowLabel
    line: Line
    words: Line
    columns: Mapping[int, Column]


def _cell(label: RowLabel, head: Column, form: Form) -> str:
    """The cell of the form where a row and a column meet; empty when they do not."""
    table = form.shaped(label.shape or "strip")
    if table is None:
        return ""
    if label.shape == "parts":
        cell = f"{table.id}.{label.key}.{head.in_parts}"
    elif label.shape == "list":
        cell = f"{table.id}.{label.key}.{head.in_list}"
    else:
        cell = f"{table.id}.{head.group or label.group}.{head.result or label.result}"
    return cell if cell in form.cells else ""


def _is_official(found: Scan, form: Form) -> bool:
    """Whether enough was found to say that a grid is a table of the form, not another one with like words."""
    sure = [place for place in found.places if not place.unsure] or found.places
    tables = {place.table for place in sure}
    return any(_is_enough(form.table(table), found) for table in tables)


def _is_enough(table: Table, found: Scan) -> bool:
    cells = [place for place in found.places if place.table == table.id]
    columns = {place.cell.rpartition(".")[2] for place in cells}
    if table.shape == "parts":
        return any(not place.unsure for place in cells)
    return len(columns) >= _SEVERAL and (table.shape == "list" or found.cells >= _SEVERAL)
