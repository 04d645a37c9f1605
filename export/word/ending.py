"""How the last paragraph and the 落款 come to stand on one page, in Word and in LibreOffice alike.

Chained to the 落款, a paragraph leaves its last lines with it in Word. LibreOffice (7.4 to 25.8: `SwFlowFrame::IsKeep`)
never divides a chained paragraph: all of it goes to the next page, and one of nearly a page or more leaves the 落款, or
its own heading, on a page alone. So only a short one is chained. Where a long one ends is estimated: where the 落款 has
room under it, or lines of it stand on a further page in any case, nothing is needed. Otherwise some lines are left free
above the heading of its part, or that begins a page; if nothing helps, it is chained, which is right in Word at least.
"""

import re
from collections.abc import Sequence
from functools import partial
from math import ceil
from typing import NamedTuple

from export.content import Block, Heading, Listing, Note, NumberTable, Paragraph, Signature, Title
from export.title import width
from export.word import notes
from export.word.tables import MARGIN, column_widths, spread
from model.form.form import Cell, Table
from model.report.report import Layout


class Ending(NamedTuple):
    """What is asked: that the last paragraph stays with the 落款, or of its part, a new page or free lines above."""

    chained: bool = False
    new_page: bool = False
    free_lines: int = 0


_POINT = 20
_PAGE, _TITLE_LINE = 12756, 680
"""The height of the text of a page and of a line of the title, in twentieths of a point."""
_LINE, _INDENT = 28, 2
"""The characters of a line, and those left free at the beginning of a paragraph."""
_LEADING, _CELL_MARGINS = 3, 40
"""What a line of a table takes beyond its type, in points; what is free above and below it, in twentieths of one."""
_GAP = 0.35
"""What is free between a letter or digit and a Chinese character, in characters: a little more than Word leaves."""
_UNIT = re.compile(r"[（《“‘「]*(?:[!-~]+|[^!-~])[，。、；：？！）》”’」…]*")
"""What is not broken, with the brackets before it and the stops behind it."""
_TOGETHER = 2
"""So many lines of a paragraph stand together at the foot and at the head of a page."""
_MOST_FREE = 5
"""The most lines that are left free above the last heading."""
_OVER = 40
"""How far a line may reach below the text of a page, in twentieths of a point."""
_UNSURE = 1
"""How many lines the estimate may be off."""


def ending(blocks: Sequence[Block], layout: Layout) -> Ending:
    """How the last paragraph of a document that ends with a 落款 is set; nothing is asked of other documents."""
    if len(blocks) < _TOGETHER or not isinstance(blocks[-1], Signature):
        return Ending()
    *text, last = blocks[:-1]
    signed, lead = 1 + len(blocks[-1].lines), int(layout.line_pt * _POINT)
    page, start = _PAGE // lead, start_of_last(blocks[:-1])
    headings = len(text) - start
    if not isinstance(last, Paragraph) or headings + lines_of(last.text) + signed <= page - 1 - 2 * _UNSURE:
        return Ending(chained=True)
    fits = partial(_is_safe, lines=lines_of(last.text), page=page, signed=signed)
    above = _height(text, layout) / lead
    if fits(above):
        return Ending()
    if not headings:
        return Ending(chained=True)
    for more in range(1, min(_MOST_FREE, int(page - above) - _TOGETHER - 1) + 1):
        if headings < above and fits(above + more):
            return Ending(free_lines=more)
    return Ending(new_page=True) if fits(headings) else Ending(chained=True)


def start_of_last(text: Sequence[Block]) -> int:
    """Where the last paragraph begins, with the headings directly above it."""
    start = len(text) - 1
    while start > 0 and _is_heading(text[start - 1]):
        start -= 1
    return start


def _is_heading(block: Block) -> bool:
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.subheading == len(block.text))


def _is_safe(above: float, lines: int, page: int, signed: int) -> bool:
    """Whether the 落款 has room under a paragraph, or lines of it for company, be it a line longer or shorter."""
    return all(_stands(above, lines + more, page, signed) for more in range(-_UNSURE, _UNSURE + 1))


def _stands(above: float, lines: int, page: int, signed: int) -> bool:
    """Whether the 落款 fits on the page on which a paragraph ends, that begins `above` lines down its page."""
    first = int(page - above)
    if lines <= first:
        return above + lines + signed <= page
    return ((lines - first - 1) % page) + 1 + signed <= page


def lines_of(text: str) -> int:
    """How many lines a paragraph takes: numbers and addresses whole, no stop at the head of a line."""
    lines, taken, before = 1, float(_INDENT), ""
    for unit in _UNIT.findall(text):
        gap = _GAP if before and before.isascii() != unit[0].isascii() else 0
        wide = width(unit)
        if taken + gap + wide > _LINE:
            lines, taken, gap = lines + 1, 0.0, 0
        taken, before = taken + gap + wide, unit[-1]
    return lines


def _height(blocks: Sequence[Block], layout: Layout) -> int:
    """How far down its page the text of blocks ends, in twentieths of a point."""
    y, lead = 0, int(layout.line_pt * _POINT)
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if isinstance(block, Paragraph) and not _is_heading(block):
            y = _after(y, lines_of(block.text), lead)
            continue
        height = _extent(block, layout)
        company = _extent(following, layout) if isinstance(following, NumberTable) else _TOGETHER * lead
        needed = height + (company if _is_heading(block) else 0)
        y = (y if y + needed <= _PAGE else 0) + height
    return y


def _after(y: int, lines: int, lead: int) -> int:
    """Where a paragraph ends that begins at `y`, two of its lines together at the foot and the head of a page."""
    page, first = _PAGE // lead, (_PAGE + _OVER - y) // lead
    if lines <= first:
        return y + lines * lead
    if first < _TOGETHER:
        first = 0
    left = max(lines - first, min(lines, _TOGETHER))
    return (((left - 1) % page) + 1) * lead


def _extent(block: Block | None, layout: Layout) -> int:
    """The height of a block that is not divided, in twentieths of a point."""
    lead = int(layout.line_pt * _POINT)
    match block:
        case Title(lines):
            return len(lines) * _TITLE_LINE + lead
        case Heading(text) | Paragraph(text):
            return ceil((width(text) + _INDENT) / _LINE) * lead
        case NumberTable():
            return _table_height(block.table, layout)
        case Note(text):
            return notes.height(text, layout.table_pt)
        case Listing():
            return sum(_row_height(row, spread(block.shares), layout) for row in (block.head, *block.rows))
        case _:
            return 0


def _table_height(table: Table, layout: Layout) -> int:
    """The height of a table of figures: each row as high as the form says, or as its labels need."""
    widths = column_widths(table)

    def needed(cell: Cell) -> int:
        return _cell_height(cell.label, sum(widths[column] for column in cell.columns), layout) // cell.row_span

    return sum(max(table.row_height, *map(needed, dict.fromkeys(row))) for row in table.grid)


def _row_height(words: Sequence[str], widths: Sequence[int], layout: Layout) -> int:
    return max(_cell_height(text, room, layout) for text, room in zip(words, widths, strict=True))


def _cell_height(text: str, room: int, layout: Layout) -> int:
    size = float(layout.table_pt) * _POINT
    lines = ceil(width(text) / max(1, int((room - 2 * MARGIN) / size)))
    return max(1, lines) * int(size + _LEADING * _POINT) + _CELL_MARGINS
