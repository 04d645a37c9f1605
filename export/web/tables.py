"""Tables in HTML: the official merges as spans, heads with their scope, a caption for those who do not see the page."""

from collections.abc import Mapping
from functools import lru_cache
from html import escape

from export.content import Listing, NumberTable
from model.form.form import Cell, Table

_Tagged = tuple[str, str]
"""A label with its tags and no id, or the tag before a figure and the id of its cell."""


def number_table(block: NumberTable) -> str:
    """One of the form's tables with its figures."""
    heads = block.table.repeated_head_rows
    rows = [f"<tr>{_row(cells, block.values)}</tr>" for cells in _tagged(block.table)]
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


def _row(cells: tuple[_Tagged, ...], values: Mapping[str, str]) -> str:
    """A row, its figures put between their tags."""
    return "".join(f"{opening}{escape(values[id_])}</td>" if id_ else opening for opening, id_ in cells)


@lru_cache(maxsize=16)
def _tagged(table: Table) -> tuple[tuple[_Tagged, ...], ...]:
    """The cells that begin in each row; they are the same in every report on a form."""
    return tuple(
        tuple(_cell(table, cell) for cell in dict.fromkeys(row) if cell.row == number)
        for number, row in enumerate(table.grid)
    )


def _cell(table: Table, cell: Cell) -> _Tagged:
    spans = (("rowspan", cell.row_span), ("colspan", cell.column_span))
    merged = "".join(f' {name}="{span}"' for name, span in spans if span > 1)
    if cell.id:
        return f"<td{merged}>", cell.id
    return f'<th scope="{scope(table, cell)}"{merged}>{escape(cell.label)}</th>', ""
