"""The report, or one of its tables, for pasting into the editor of a web site: rich text, and the same as plain text.

Editors keep few styles, so lines around cells are asked for by an attribute of the table, and a table has no caption:
the heading of its part stands above it.
"""

import re
from collections.abc import Iterable

from export.content import Block, Listing, NumberTable
from export.identity import words
from export.web.page import BREAK, body

_TABLE = "<table>"
_FRAMED = '<table border="1" cellspacing="0" cellpadding="4">'
_CAPTION = re.compile("<caption>[^<]*</caption>\n")


def rich_text(blocks: Iterable[Block]) -> str:
    """Blocks as a piece of HTML, for `text/html`."""
    return _CAPTION.sub("", body(blocks)).replace(_TABLE, _FRAMED).replace(BREAK, "")


def plain_text(blocks: Iterable[Block]) -> str:
    """Blocks as lines of text, for `text/plain`; the cells of a row have tabs between them, as in spreadsheets."""
    return "\n".join("\n".join(_lines(block)) for block in blocks)


def _lines(block: Block) -> list[str]:
    match block:
        case NumberTable(table, _, values):
            return [
                "\t".join(
                    (values.get(cell.id, cell.label) if (cell.row, cell.column) == (row, column) else "")
                    for column, cell in enumerate(table.grid[row])
                )
                for row in range(table.rows)
            ]
        case Listing(head, _, rows):
            return ["\t".join(row) for row in (head, *rows)]
    return words((block,))
