"""Notes stay with their table: chained to its last row, the rows drawn together when the page has no room for both."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from math import ceil
from typing import NamedTuple

from lxml import etree

from export.content import Block, Note
from export.title import width
from export.word.wordml import add, w

_TEXT_WIDTH, _POINT = 8844, 20
_LEADING, _AROUND = 5, 120
"""What a line of a note takes beyond its type, in points, and what stands around a note, in twentieths of a point."""
_SHORT = 14
"""A table of so few rows fits one page with any notes worth the name."""
_SPARE, _LOWER_ROWS, _THINNER_MARGINS = 500, 600, 560
"""What is free under table three in the largest type that keeps it whole, in twentieths of a point, and what its rows
give when they are as low as their line, and when the margins of its cells are halved."""
_LINE_LEADING, _MARGIN = 3, 20


class Tie(NamedTuple):
    """How a table makes room for the notes that are chained to it; its rows stay as they are where `height` is none."""

    height: int | None = None
    margin: int = _MARGIN


def under(following: Iterable[Block]) -> Iterator[str]:
    """The notes at the beginning of what follows a table."""
    for block in following:
        if not isinstance(block, Note):
            return
        yield block.text


def tie(rows: int, notes: Iterable[str], size: Decimal) -> Tie | None:
    """How the notes of a table are kept on the page of its last row; None where there are none, or no room for both.

    Args:
        rows: how many rows the table has.
        notes: what stands under it.
        size: the type size of tables, in points.
    """
    needed = sum(height(note, size) for note in notes)
    if not needed:
        return None
    if rows <= _SHORT or needed <= _SPARE:
        return Tie()
    if needed > _SPARE + _LOWER_ROWS + _THINNER_MARGINS:
        return None
    margin = _MARGIN // 2 if needed > _SPARE + _LOWER_ROWS else _MARGIN
    return Tie(int((size + _LINE_LEADING) * _POINT) + 2 * margin, margin)


def apply(table: etree._Element, tied: Tie) -> None:
    """Chain the last row to what follows, and draw the rows together where that is needed."""
    for properties in table.findall(w("tr"))[-1].iter(w("pPr")):
        properties.insert(1, etree.Element(w("keepNext")))
    if tied.height is None:
        return
    for row_height in table.iter(w("trHeight")):
        row_height.set(w("val"), str(tied.height))
    for side in ("top", "bottom"):
        for found in table.iterfind(f"{w('tblPr')}/{w('tblCellMar')}/{w(side)}"):
            found.set(w("w"), str(tied.margin))


def keep(properties: etree._Element, *, with_next: bool) -> None:
    """Keep a note whole, and on the page of the next one."""
    if with_next:
        properties.insert(1, etree.Element(w("keepNext")))
    add(properties, "keepLines")


def height(note: str, size: Decimal) -> int:
    """How much room a note takes, in twentieths of a point."""
    lines = ceil(width(note) * float(size) * _POINT / _TEXT_WIDTH)
    return lines * int((size + _LEADING) * _POINT) + _AROUND
