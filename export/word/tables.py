"""The three tables in WordprocessingML: official merges, fixed widths, heads that repeat, rows that hold together."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from html import escape
from itertools import accumulate, chain, pairwise
from math import ceil

from lxml import etree

from export.content import NumberTable
from export.word import notes
from export.word.notes import Tie
from export.word.wordml import NAMESPACE, add, w
from model.form.form import Cell, Table

TEXT_WIDTH = 8844
"""The width of the text and of every table, in twentieths of a point (156 mm)."""
MARGIN = 40
"""The side margin of a cell, in twentieths of a point (0.7 mm)."""
LARGEST_WHOLE = Decimal("10.5")
"""The largest type, in points, in which table three fits one page under its heading."""
SHORT = 14
"""A table of so few rows fits one page in any type."""
SMALLEST = 7
"""The smallest type a large number may be set in, in half points: twelve digits fit the narrowest column."""
_DIGIT = 56
"""How wide a digit may be, in hundredths of its height: 50 in Times New Roman and 宋体, 56 in those standing in."""
_SLACK = 20
"""What is left free beside a number, in twentieths of a point, because programs round widths in different ways."""

SHORT_LABEL = 6
"""The most characters of a label whose lines are evened out."""
_POINT = 20
_T = w("t")
_DECLARED = f' xmlns:w="{NAMESPACE}"'
_TEXTS = re.compile("(<w:t>[^<]*</w:t>)")
_UPRIGHT_WIDTH = 500
"""A label that spans rows in a column narrower than this is set upright, one character a line."""


def table_xml(block: NumberTable, size: Decimal, tied: Tie | None) -> str:
    """The table with its figures, as it stands in the main part.

    Args:
        block: the table with its figures.
        size: the type size in points.
        tied: how it makes room for its notes; None where it need not.
    """
    together = size <= LARGEST_WHOLE or block.table.rows <= SHORT
    pieces, end = _pieces(block.table, block.caption, together, size, tied)
    rooms = _rooms(block.table)
    figures = (_figure(block.values[cell_id], rooms[cell_id], size) for _, cell_id in pieces)
    return "".join([*chain.from_iterable(zip((before for before, _ in pieces), figures, strict=True)), end])


def column_widths(table: Table) -> tuple[int, ...]:
    """The widths of the grid's columns, in twentieths of a point; they add up to the width of the text."""
    return spread(table.widths)


def spread(shares: Iterable[int]) -> tuple[int, ...]:
    """The width of the text shared out among columns, to the last twentieth of a point."""
    sums = list(accumulate(shares, initial=0))
    edges = [share * TEXT_WIDTH // sums[-1] for share in sums]
    return tuple(right - left for left, right in pairwise(edges))


@cache
def _rooms(table: Table) -> Mapping[str, int]:
    """How wide the text in each number cell may be, in twentieths of a point."""
    widths = column_widths(table)
    return {cell.id: sum(widths[column] for column in cell.columns) - 2 * MARGIN for cell in table.number_cells}


def _figure(figure: str, room: int, size: Decimal) -> str:
    """A number; in smaller type when it would not fit its cell on one line."""
    half_points = int(size * 2)
    fitting = (room - _SLACK) * 10 // (_DIGIT * len(figure))
    small = max(fitting, SMALLEST)
    smaller = f'<w:rPr><w:sz w:val="{small}"/><w:szCs w:val="{small}"/></w:rPr>' if fitting < half_points else ""
    return f"{smaller}<w:t>{figure if figure.isalnum() else escape(figure, quote=False)}</w:t>"


def _even_out(text: etree._Element, size: Decimal) -> None:
    """Draw in a short label that takes several lines, so that they are alike: 结果 and 维持, not 结果维 and 持."""
    label = text.text or ""
    cell = next(text.iterancestors(w("tc")))[0]
    settings = next(text.iterancestors(w("p")))[0]
    if len(label) > SHORT_LABEL or "（" in label or cell.find(w("textDirection")) is not None:
        return
    room = int(cell[0].get(w("w"), "0")) - 2 * MARGIN
    free = (room - even_length(len(label), room / (float(size) * _POINT)) * int(size * _POINT) - _SLACK) // 2
    if len(label) * size * _POINT > room and free > 0:
        add(settings, "ind", left=free, right=free)


def even_length(length: int, most: float) -> int:
    """How many characters of a label stand in a line when its lines are as alike as can be.

    Args:
        length: how many it has.
        most: how many a line can hold.
    """
    lines = ceil(length / max(1, int(most)))
    return ceil(length / lines)


@cache
def _pieces(
    table: Table,
    caption: str,
    together: bool,  # noqa: FBT001 - a key of the cache
    size: Decimal,
    tied: Tie | None,
) -> tuple[tuple[tuple[str, str], ...], str]:
    """What stands before each figure, with the id of its cell, and what stands behind the last one."""
    root = _skeleton(table, caption, together, size)
    if tied:
        notes.apply(root, tied)
    written = etree.tostring(root, encoding="unicode").replace(_DECLARED, "", 1)
    pieces, before = [], ""
    for text in _TEXTS.split(written):
        cell_id = text.removeprefix("<w:t>").removesuffix("</w:t>")
        if cell_id in _rooms(table):
            pieces.append((before, cell_id))
            before = ""
        else:
            before += text
    return tuple(pieces), before


def _skeleton(table: Table, caption: str, together: bool, size: Decimal) -> etree._Element:  # noqa: FBT001
    """The table with cell ids in the place of figures.

    `together` chains all rows to one page; a table too tall for that chains only its head to the first row.
    """
    widths = column_widths(table)
    root = etree.Element(w("tbl"), nsmap={"w": NAMESPACE})
    table_properties(root, caption, f"{table.name}，{table.rows} 行 {table.columns} 列")
    grid = add(root, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=width)
    for row in range(table.rows):
        chained = row < (table.rows - 1 if together else table.repeated_head_rows)
        _row(add(root, "tr"), table, row, widths, chained=chained)
    for text in root.iter(_T):
        if text.text not in _rooms(table):
            _even_out(text, size)
    return root


def _head_rows(table: Table) -> int:
    """How many rows at the top hold labels alone: they are the table's head for readers.

    表二 stays on one page, so that its head, which is that of its first part only, is never printed again above others.
    Breaking it between its parts would save no page, because 表三 after it fills a page of its own.
    """
    return min(cell.row for cell in table.number_cells)


def table_properties(root: etree._Element, caption: str, description: str) -> None:
    """The properties that every table has: the width of the text, fixed columns, thin lines; words for readers."""
    properties = add(root, "tblPr")
    add(properties, "tblStyle", val="TableGrid")
    add(properties, "tblW", w=TEXT_WIDTH, type="dxa")
    add(properties, "jc", val="center")
    add(properties, "tblLayout", type="fixed")
    margins = add(properties, "tblCellMar")
    for side, width in (("top", 20), ("left", MARGIN), ("bottom", 20), ("right", MARGIN)):
        add(margins, side, w=width, type="dxa")
    add(properties, "tblLook", val="04A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=0, noVBand=1)
    add(properties, "tblCaption", val=caption)
    add(properties, "tblDescription", val=description)


def _row(parent: etree._Element, table: Table, row: int, widths: tuple[int, ...], *, chained: bool) -> None:
    properties = add(parent, "trPr")
    add(properties, "cantSplit")
    add(properties, "trHeight", val=table.row_height, hRule="atLeast")
    if row < _head_rows(table):
        add(properties, "tblHeader")
    for cell in dict.fromkeys(table.grid[row]):
        paragraph = _cell(add(parent, "tc"), table, cell, row, sum(widths[column] for column in cell.columns))
        if chained:
            add(paragraph[0], "keepNext")


def _cell(parent: etree._Element, table: Table, cell: Cell, row: int, width: int) -> etree._Element:
    """Fill one cell of a row and return its paragraph, which begins with its properties."""
    upright = cell.row_span > 1 and width < _UPRIGHT_WIDTH
    bar = cell.column_span == table.columns
    properties = add(parent, "tcPr")
    add(properties, "tcW", w=width, type="dxa")
    if cell.column_span > 1:
        add(properties, "gridSpan", val=cell.column_span)
    if cell.row_span > 1:
        add(properties, "vMerge", **({"val": "restart"} if row == cell.row else {}))
    if bar:
        add(properties, "shd", val="clear", color="auto", fill="F2F2F2")
    if upright:
        add(properties, "textDirection", val="tbRlV")
    add(properties, "vAlign", val="center")
    paragraph = add(parent, "p")
    settings = add(paragraph, "pPr")
    add(settings, "pStyle", val="TableText" if upright else _style(table, cell))
    if row == cell.row:
        run = add(paragraph, "r")
        if not cell.id:
            add(add(run, "rPr"), "rFonts", hint="eastAsia")
        add(run, "t").text = cell.id or cell.label
    return paragraph


def _style(table: Table, cell: Cell) -> str:
    """Numbers and lone labels in their plain style, column heads in 黑体, the labels of table three to the left."""
    if cell.id:
        return "TableText"
    if table.repeated_head_rows:
        head = cell.row < table.repeated_head_rows and cell.column > 0
        return "TableHead" if head or table.repeated_head_rows == table.rows - 1 else "TableLabel"
    above_numbers = not any(found.id for found in table.grid[cell.row])
    return "TableHead" if above_numbers else "TableText"
