"""Copying blocks out of a number table and pasting blocks from spreadsheets into it."""

from collections.abc import Mapping

from model.form.entry import Block, Placement, block_text, parse_block, place_block
from model.form.form import Table, Value
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


def line(placement: Placement, report: Report) -> str:
    """What was taken, skipped and refused, and where pasted totals differ from the program's; one line."""
    differing = _differing(placement.skipped, report)
    warning = f"；有 {differing} 个总计与粘贴的不同，请核对" if differing else ""
    return f"{placement.summary}{warning}。"


def _differing(printed: Mapping[str, Value | None], report: Report) -> int:
    return sum(value is not None and report.value(cell_id) != value for cell_id, value in printed.items())
