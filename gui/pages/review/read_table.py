"""What was read of one table, in a few words, for a doubt about all of it."""

from collections.abc import Iterator
from itertools import groupby

from importers.reading import Reading
from model.form.form import Cell, Table, format_value

_MOST = 12
"""So many rows are spelled out."""


def read_words(reading: Reading, table: Table) -> str:
    """The rows that hold figures other than 0, and how many cells were read of all there are."""
    cells = [cell.id for cell in table.number_cells]
    count = sum(cell in reading.printed for cell in cells)
    if not count:
        return f"{table.name}一格也没有读到。"
    rows = list(_rows(reading, table))
    typed = [cell.id for cell in table.number_cells if not cell.computed]
    rest = "0" if all(cell in reading.numbers for cell in typed) else "0 或空着"
    more = f"；另有 {len(rows) - _MOST} 行" if len(rows) > _MOST else ""
    said = f"{'；'.join(rows[:_MOST])}{more}；其余都是 {rest}。" if rows else f"都是 {rest}。"
    return f"{table.name}读到 {count} / {len(cells)} 格。{said}"


def _rows(reading: Reading, table: Table) -> Iterator[str]:
    for _, cells in groupby(table.number_cells, key=lambda cell: cell.row):
        row = [cell for cell in cells if not cell.computed]
        if any(reading.numbers.get(cell.id) for cell in row):
            labels = table.row_labels(row[0])
            name = f"{labels[-1].label}：" if labels else ""
            yield f"{name}{'、'.join(_figure(reading, cell) for cell in row)}"


def _figure(reading: Reading, cell: Cell) -> str:
    value = reading.numbers.get(cell.id)
    return "空" if value is None else format_value(value)
