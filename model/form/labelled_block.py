"""A block copied together with the labels of its rows: placed by what the labels say, wherever it is pasted."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from model.form.form import Cell, Table
from model.language.patterns import pattern
from model.structs import Struct

_NOT_A_WORD = pattern(r"[^0-9A-Za-z㐀-鿿]")
_BRACKETS = pattern(r"[(（][^()（）]*[)）]")
_WORDS_FOR_NONE = frozenset(("无", "零", "暂无", "没有", "未发生"))
_LEAST_WORD = 2
_SHOWN = 14


class Misfit(ValueError):  # noqa: N818 - it is what was found, told to the clerk
    """A block with labels that fits nowhere in its table; the message says why."""


class Piece(Struct, frozen=True):
    """A text of the block and the number cell it belongs to."""

    cell: Cell
    text: str


def is_label(text: str) -> bool:
    """Whether a text is words rather than a figure, with its unit or not, or what offices write for none."""
    words = _bare(text)
    if words in _WORDS_FOR_NONE:
        return False
    return words.isalpha() or sum("㐀" <= character <= "鿿" for character in words) >= _LEAST_WORD


def leads(texts: Sequence[str], index: int) -> bool:
    """Whether a label of one character stands before the figures of its row; a longer one may stand anywhere."""
    return len(_bare(texts[index])) > 1 or not any(map(_is_number, texts[:index]))


def pieces(table: Table, block: Sequence[Sequence[str]]) -> list[Piece]:
    """Each figure of a block with the cell that its row's label and its column say.

    A row holds as many figures as the form's, or one less when it has no total. Rows of heads say the order of the
    columns; without them it is the form's.

    Raises:
        Misfit: a label is none of the table's, or a row has another number of figures.
    """
    order = _column_order(table, block)
    start = _common_start(table, block)
    found: list[Piece] = []
    for number, texts in enumerate(block, 1):
        labels = [text for text in texts if is_label(text)]
        figures = _figures(texts, start)
        if not any(map(_is_number, figures)) or (labels and all(_is_head(table, label) for label in labels)):
            if labels and not any(_knows(table, label) for label in labels):
                raise Misfit(f"第 {number} 行的“{_short(labels[-1])}”不是{table.name}的行名")
            continue
        found += _row(table, number, labels, _ordered(figures, order))
    if not found:
        raise Misfit("没有找到带数字的行")
    cells = [piece.cell.id for piece in found]
    if len(set(cells)) < len(cells):
        raise Misfit("有两行的行名相同")
    return found


def _row(table: Table, number: int, labels: Sequence[str], figures: Sequence[str]) -> Iterator[Piece]:
    cells = _cells(table, labels)
    if not cells:
        name = _short(labels[-1]) if labels else "没有行名的一行"
        raise Misfit(f"第 {number} 行的“{name}”不是{table.name}的行名")
    typed = [cell for cell in cells if not cell.computed]
    for row in (cells, cells[:-1] if cells[-1].computed else cells, typed):
        kept = _without_rest(figures, len(row))
        if len(kept) == len(row):
            return (Piece(cell, text) for cell, text in zip(row, kept, strict=True))
    raise Misfit(f"第 {number} 行有 {len(figures)} 个数字，{table.name}的这一行是 {len(cells)} 个")


def _without_rest(figures: Sequence[str], count: int) -> Sequence[str]:
    """The figures without blanks at the end that are the rest of merged cells, where there are too many."""
    kept = list(figures)
    while len(kept) > count and not kept[-1].strip():
        kept.pop()
    return kept


def _common_start(table: Table, block: Sequence[Sequence[str]]) -> int:
    """Where the figures of all rows begin: behind the columns of labels, also those that are blank in these rows."""
    start, most = max(map(_start, block), default=0), max(len(cells) for cells in _rows(table).values())
    width = max(map(len, block), default=0)
    while width - start > most and not any(_is_number(text) for texts in block for text in texts[start : start + 1]):
        start += 1
    return start


def _start(texts: Sequence[str]) -> int:
    """Where the figures of a row begin: behind the last label that stands before a figure."""
    last = max((index for index, text in enumerate(texts) if _is_number(text)), default=-1)
    return max((index + 1 for index in range(last + 1) if is_label(texts[index])), default=0)


def _figures(texts: Sequence[str], start: int) -> list[str]:
    """The figures of a row; words behind them are left out, and blanks before the column where all rows' begin."""
    own = _start(texts)
    first = start if not any(text.strip() for text in texts[own:start]) else own
    kept = list(texts[first:])
    while kept and is_label(kept[-1]):
        kept.pop()
    return kept


def _cells(table: Table, labels: Sequence[str]) -> list[Cell]:
    """The number cells of the row that some labels name; those of a table without row labels when none do."""
    known = _rows(table)
    for count in range(1, len(labels) + 1):
        if cells := known.get(_bare("".join(labels[-count:]))):
            return list(cells)
    return [] if labels else list(known.get("", ()))


@lru_cache(maxsize=16)
def _rows(table: Table) -> Mapping[str, tuple[Cell, ...]]:
    """The number cells of each row by what it is called: its label, shortened or with its groups before it."""
    found: dict[str, tuple[Cell, ...]] = {}
    for _, group in groupby(table.number_cells, key=lambda cell: cell.row):
        cells = tuple(group)
        if not (labels := table.row_labels(cells[0])):
            found |= {"": cells} | _kinds(table, cells)
            continue
        label, outer = labels[-1], [each.label for each in labels[:-1]]
        ways = [label.label, label.short_label, _BRACKETS.sub("", label.label)]
        ways += ["".join((*outer[start:], label.label)) for start in range(len(outer))]
        for way in ways:
            found.setdefault(_bare(way), cells)
    return found


def _kinds(table: Table, cells: Sequence[Cell]) -> dict[str, tuple[Cell, ...]]:
    """The parts of a single row by the head over each, as in a table that has them as rows."""
    grouped = groupby(cells, key=lambda cell: table.column_labels(cell)[-2].label)
    return {_bare(label): tuple(part) for label, part in grouped}


def _column_order(table: Table, block: Sequence[Sequence[str]]) -> Mapping[str, int]:
    """Where each column stands among the figures, as far as rows of heads name all of them; else nothing."""
    rows = {len(cells) for cells in _rows(table).values()}
    if len(rows) > 1:
        return {}
    first = next(iter(_rows(table).values()))
    names = {_bare(table.column_labels(cell)[-1].label): cell.id.rpartition(".")[2] for cell in first}
    heads = [texts for texts in block if texts and not any(_is_number(text) for text in texts)]
    places: dict[str, int] = {}
    for texts in heads:
        places |= {names[_bare(text)]: index for index, text in enumerate(texts) if _bare(text) in names}
    if set(places) != set(names.values()):
        return {}
    ranked = sorted(places, key=places.__getitem__)
    return {key: ranked.index(key) for key in names.values()}


def _ordered(figures: Sequence[str], order: Mapping[str, int]) -> Sequence[str]:
    return [figures[place] for place in order.values()] if len(order) == len(figures) else figures


def _is_number(text: str) -> bool:
    return bool(text.strip()) and not is_label(text)


def _is_head(table: Table, text: str) -> bool:
    return _bare(text) in _heads(table)


def _knows(table: Table, text: str) -> bool:
    return _is_head(table, text) or _bare(text) in _rows(table)


@lru_cache(maxsize=16)
def _heads(table: Table) -> frozenset[str]:
    """The labels that are no row's."""
    return frozenset(_bare(cell.label) for cell in table.cells if cell.label) - set(_rows(table))


def _bare(text: str) -> str:
    return _NOT_A_WORD.sub("", unicodedata.normalize("NFKC", text))


def _short(text: str) -> str:
    words = "".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
