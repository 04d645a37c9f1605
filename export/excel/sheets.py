"""What stands in the sheets of the workbook, as values: the writer sets them, the reader compares with them."""

from collections.abc import Iterator
from decimal import Decimal

from export.content import Block, Heading, Note, NumberTable, Paragraph, Signature, Title
from model.form.form import format_value
from model.report.past import past_value, year_before
from model.report.report import Report
from model.structs import Struct

LIST, TEXT = "数据清单", "文字"
"""The sheets behind those of the tables."""
LIST_HEAD = ("序号", "表", "行", "列", "本年", "上年")
EXACT_DIGITS = 15
"""How many digits of a number Excel keeps; one with more is written as text, so that none is lost."""
_CHUNK = 1_000
"""The most characters of a paragraph in one row: Excel has no row higher than 409 points, and cuts what is below."""

Value = str | int | Decimal | None
"""What a cell holds: words, a number, or nothing."""


class Sheet(Struct, frozen=True):
    """A sheet: its name, what its cells hold by (row, column) from 1, and its merges (row, column, rows, columns)."""

    name: str
    cells: dict[tuple[int, int], Value]
    merges: tuple[tuple[int, int, int, int], ...] = ()


def sheets(report: Report, blocks: tuple[Block, ...]) -> Iterator[Sheet]:
    """All sheets in their order: one for each table, the list of all figures, and every paragraph."""
    for block in blocks:
        if isinstance(block, NumberTable):
            yield _table(block)
    yield Sheet(LIST, dict(_list(report, blocks)))
    lines = enumerate(_texts(blocks), 1)
    yield Sheet(TEXT, {(row, column): text for row, pair in lines for column, text in enumerate(pair, 1) if text})


def number(figure: str) -> Value:
    """A printed figure as a number; as words where it is none, or has more digits than Excel keeps."""
    if not figure.replace(".", "", 1).isascii() or not figure.replace(".", "", 1).isdigit():
        return figure
    value = Decimal(figure)
    if len(value.as_tuple().digits) > EXACT_DIGITS:
        return figure
    return value if "." in figure else int(figure)


def _table(block: NumberTable) -> Sheet:
    table = block.table
    cells: dict[tuple[int, int], Value] = {(1, 1): block.caption}
    for cell in table.cells:
        cells[cell.row + 2, cell.column + 1] = number(block.values[cell.id]) if cell.id else cell.label
    spans = ((cell.row + 2, cell.column + 1, cell.row_span, cell.column_span) for cell in table.cells)
    merges = ((1, 1, 1, table.columns), *(span for span in spans if span[2:] != (1, 1)))
    return Sheet(table.name, cells, merges)


def _list(report: Report, blocks: tuple[Block, ...]) -> Iterator[tuple[tuple[int, int], Value]]:
    """A line for each figure: its number, table, row, column, this year's and last year's."""
    yield from (((1, column), words) for column, words in enumerate(LIST_HEAD, 1))
    row = 1
    for block in blocks:
        if isinstance(block, NumberTable):
            for cell in block.table.number_cells:
                row += 1
                *heads, column_name = (label.short_label for label in block.table.column_labels(cell))
                beside = [label.short_label for label in block.table.row_labels(cell)] or heads
                figures = number(block.values[cell.id]), _last_year(report, cell.id)
                column_name += report.form.unit(cell.id)
                line = row - 1, block.table.name, " ".join(beside), column_name, *figures
                yield from (((row, column), value) for column, value in enumerate(line, 1) if value is not None)


def _last_year(report: Report, cell_id: str) -> Value:
    """Last year's figure of the cell; nothing where it is not known."""
    past = year_before(report)
    value = past_value(past, cell_id, report.form) if past else None
    return None if value is None else number(format_value(value))


def _texts(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    """Every paragraph with what it is; one that is too long for a row goes on in the next."""
    for kind, text in _paragraphs(blocks):
        yield kind, text[:_CHUNK]
        yield from (("续", text[start : start + _CHUNK]) for start in range(_CHUNK, len(text), _CHUNK))


def _paragraphs(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        match block:
            case Title(lines):
                yield "标题", "\n".join(lines)
            case Heading(text):
                yield "部分", text
            case Paragraph(text):
                yield "段", text
            case Note(text):
                yield "注", text
            case Signature(lines):
                yield from (("落款", line) for line in lines)
            case NumberTable(table):
                yield "表", f"见“{table.name}”"
