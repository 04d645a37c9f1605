"""Copying blocks out of a number table and pasting blocks from spreadsheets into it."""

from collections.abc import Mapping
from itertools import groupby

from model.form.entry import Block, Placement, block_text, parse_block, place_block
from model.form.form import Cell, Table, Value, format_value
from model.report.report import Report


def copied(table: Table, report: Report, rows: range, columns: range) -> str:
    """The figures of a block as text that a spreadsheet takes; labels within it are blank."""
    return block_text([[_figure(table, report, row, column) for column in columns] for row in rows])


def _figure(table: Table, report: Report, row: int, column: int) -> Value | None:
    cell = table.grid[row][column]
    begins = (row, column) == (cell.row, cell.column)
    return report.value(cell.id) if cell.id and begins else None


def placed(table: Table, text: str, rows: range, columns: range) -> tuple[Placement, Block]:
    """What pasting a text at a selection comes to, and the block that was read."""
    block = parse_block(text)
    return place_block(table, (rows[0], columns[0]), block), block


def placed_rows(table: Table, placement: Placement, report: Report) -> list[tuple[str, str]]:
    """The rows that figures go to by their labels, each with its figures, and what they replace."""
    found = []
    for _, group in groupby(table.number_cells, key=lambda cell: cell.row):
        cells = [cell for cell in group if cell.id in placement.values]
        if cells:
            label = " / ".join(line.label for line in table.row_labels(cells[0]))
            found.append((label, "，".join(_going(placement, report, cell) for cell in cells)))
    return found


def _going(placement: Placement, report: Report, cell: Cell) -> str:
    """自然人 6, or with another figure there now 自然人 6（原为 5）."""
    before, value = report.numbers.get(cell.id), placement.values[cell.id]
    name = report.form.name(cell.id).rpartition(" / ")[2]
    was = f"（原为 {format_value(before)}）" if before is not None and before != value else ""
    return f"{name} {format_value(value)}{was}"


def outlook(placement: Placement, report: Report) -> str:
    """What else is to be said before a block is pasted: how many figures are replaced, what is left out."""
    replaced = sum(report.numbers.get(cell, value) != value for cell, value in placement.values.items())
    parts = [f"共 {len(placement.values)} 格", *([f"其中 {replaced} 格换掉原数"] if replaced else [])]
    return f"{'，'.join(parts)}；{placement.left_out}。" if placement.left_out else f"{'，'.join(parts)}。"


def line(placement: Placement, report: Report) -> str:
    """What was taken, skipped and refused, and where pasted totals differ from the program's; one line."""
    differing = _differing(placement.skipped, report)
    warning = f"；有 {differing} 个总计与粘贴的不同，请核对" if differing else ""
    return f"{placement.summary}{warning}。"


def _differing(printed: Mapping[str, Value | None], report: Report) -> int:
    return sum(value is not None and report.value(cell_id) != value for cell_id, value in printed.items())
