"""Notes stay with their table: chained to its last row, the rows drawn together when the page has no room for both."""

from decimal import Decimal
from itertools import takewhile
from math import ceil

from lxml import etree

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


def tie(body: etree._Element, size: Decimal) -> None:
    """Keep the notes of each table on the page of its last row, where table and notes fit one page.

    Args:
        body: the whole body, changed in place.
        size: the type size of tables, in points.
    """
    for table in body.iterchildren(w("tbl")):
        notes = list(takewhile(_is_note, table.itersiblings()))
        if notes and _make_room(table, sum(_height(note, size) for note in notes), size):
            for properties in (*table.findall(w("tr"))[-1].iter(w("pPr")), *(note[0] for note in notes[:-1])):
                properties.insert(1, etree.Element(w("keepNext")))
            for note in notes:
                add(note[0], "keepLines")


def _is_note(element: etree._Element) -> bool:
    style = element.find(f"{w('pPr')}/{w('pStyle')}")
    return style is not None and style.get(w("val")) == "TableNote"


def _make_room(table: etree._Element, needed: int, size: Decimal) -> bool:
    """Draw the rows of a tall table together as far as its notes need it; whether that is enough."""
    if len(table.findall(w("tr"))) <= _SHORT or needed <= _SPARE:
        return True
    if needed > _SPARE + _LOWER_ROWS + _THINNER_MARGINS:
        return False
    margin = _MARGIN // 2 if needed > _SPARE + _LOWER_ROWS else _MARGIN
    _draw_together(table, int((size + _LINE_LEADING) * _POINT) + 2 * margin, margin)
    return True


def _height(note: etree._Element, size: Decimal) -> int:
    """How much room a note takes, in twentieths of a point."""
    lines = ceil(width("".join(map(str, note.itertext()))) * float(size) * _POINT / _TEXT_WIDTH)
    return lines * int((size + _LEADING) * _POINT) + _AROUND


def _draw_together(table: etree._Element, height: int, margin: int) -> None:
    for row_height in table.iter(w("trHeight")):
        row_height.set(w("val"), str(height))
    for side in ("top", "bottom"):
        for found in table.iterfind(f"{w('tblPr')}/{w('tblCellMar')}/{w(side)}"):
            found.set(w("w"), str(margin))
