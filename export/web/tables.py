"""Tables in HTML: the official merges as spans, heads with their scope, a caption for those who do not see the page."""

from collections.abc import Iterator
from html import escape

from export.content import Listing, NumberTable
from model.form.form import Cell, Table


def number_table(block: NumberTable) -> str:
    """One of the form's tables with its figures."""
    heads = block.table.repeated_head_rows
    rows = ["<tr>" + "".join(_cells(block, row)) + "</tr>" for row in range(block.table.rows)]
    parts = ["<table>", f"<caption>{escape(block.caption)}</caption>"]
    if heads:
        parts += ["<thead>", *rows[:heads], "</thead>"]
    return "\n".join([*parts, "<tbody>", *rows[heads:], "</tbody>", "</table>"])


def listing(block: Listing) -> str:
    """A plain table of words."""
    head = "".join(f'<th scope="col">{escape(words)}</th>' for words in block.head)
    rows = "\n".join(f"<tr>{''.join(f'<td>{escape(words)}</td>' for words in row)}</tr>" for row in block.rows)
    return f"<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def scope(table: Table, cell: Cell) -> str:
    """What a label is the head of: the figures in its rows, or those in its columns below."""
    beside = any(found.id for row in cell.rows for found in table.grid[row][cell.columns.stop :])
    return "row" if beside else "col"


def _cells(block: NumberTable, row: int) -> Iterator[str]:
    """The cells that begin in a row."""
    for cell in dict.fromkeys(block.table.grid[row]):
        if cell.row != row:
            continue
        spans = (("rowspan", cell.row_span), ("colspan", cell.column_span))
        merged = "".join(f' {name}="{span}"' for name, span in spans if span > 1)
        if cell.id:
            yield f"<td{merged}>{escape(block.values[cell.id])}</td>"
        else:
            yield f'<th scope="{scope(block.table, cell)}"{merged}>{escape(cell.label)}</th>'
