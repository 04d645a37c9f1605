"""The report as an Excel workbook, by openpyxl; the same content gives the same bytes.

Numbers are numbers, words are words: what begins like a formula is stored as text and marked to stay so.
"""

import re
import zipfile
from decimal import Decimal
from io import BytesIO
from itertools import accumulate
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from export.content import NumberTable
from export.excel.properties import CORE, core
from export.excel.sheets import LIST, TEXT, Sheet, Value, sheets
from export.writer import Content
from model.form.form import Table

_OLDEST = (1980, 1, 1, 0, 0, 0)
_WIDTH_PORTRAIT, _WIDTH_LANDSCAPE = 84, 130
"""The width of the columns of a table together, in characters of the workbook's own type."""
_FORMULA = re.compile(r"[=+\-@\t\r]")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would read as the code of a character (ISO/IEC 29500-1, 22.9.2.19)."""


def write(content: Content) -> bytes:
    """The bytes of the workbook."""
    book = Workbook()
    book.remove(book.active)
    tables = [block.table for block in content.blocks if isinstance(block, NumberTable)]
    look = _Look()
    for index, sheet in enumerate(sheets(content.report, content.blocks)):
        _fill(book.create_sheet(sheet.name), sheet, look, tables[index] if index < len(tables) else None)
    raw = BytesIO()
    book.save(raw)
    return _packed(raw, core(content))


def escaped(text: str) -> str:
    """A text as a cell stores it."""
    return _ESCAPE.sub("_x005F_", text)


class _Look:
    """The styles that cells share."""

    def __init__(self) -> None:
        line = Side("thin")
        self.frame = Border(line, line, line, line)
        self.centred = Alignment("center", "center", wrap_text=True)
        self.figure = Alignment("center", "center", shrink_to_fit=True)
        self.left = Alignment("left", "center", wrap_text=True)
        self.top = Alignment("left", "top", wrap_text=True)
        self.upright = Alignment("center", "center", text_rotation=255)
        self.plain, self.head = Font("宋体", 10.5), Font("黑体", 14)
        self.grey = PatternFill("solid", "F2F2F2")


def _fill(page: Any, sheet: Sheet, look: _Look, table: Table | None) -> None:  # noqa: ANN401 - openpyxl is not typed
    for (row, column), value in sheet.cells.items():
        _set(page.cell(row, column), value, look)
    for row, column, rows, columns in sheet.merges:
        page.merge_cells(None, row, column, row + rows - 1, column + columns - 1)
    _set_up_page(page, table)
    if table is not None:
        _dress_table(page, table, look)
    else:
        widths = {LIST: (6, 8, 44, 28, 16, 16), TEXT: (8, 90)}[sheet.name]
        for number, width in enumerate(widths, 1):
            page.column_dimensions[_letter(number)].width = width
        page.freeze_panes = "A2" if sheet.name == LIST else None
        page.print_title_rows = "1:1" if sheet.name == LIST else None


def _set(cell: Any, value: Value, look: _Look) -> None:  # noqa: ANN401
    """Set a number as a number that shows every digit, and words as words."""
    cell.font, cell.alignment = look.plain, look.top
    if isinstance(value, str):
        cell.value = escaped(value)
        cell.data_type = "s"
        cell.quotePrefix = int(bool(_FORMULA.match(value)))
        return
    cell.value, cell.data_type = f"{value:f}" if isinstance(value, Decimal) else value, "n"  # written to the last digit
    places = -int(value.as_tuple().exponent) if isinstance(value, Decimal) else 0
    cell.number_format = "0." + "0" * places if places > 0 else "0"


def _dress_table(page: Any, table: Table, look: _Look) -> None:  # noqa: ANN401
    width = _WIDTH_LANDSCAPE if page.page_setup.orientation == "landscape" else _WIDTH_PORTRAIT
    edges = [share * width / sum(table.widths) for share in accumulate(table.widths, initial=0)]
    for column in range(table.columns):
        page.column_dimensions[_letter(column + 1)].width = round(edges[column + 1] - edges[column], 1)
    head = page.cell(1, 1)
    head.font, head.alignment = look.head, look.centred
    page.row_dimensions[1].height = 30
    for cell in table.cells:
        shown = page.cell(cell.row + 2, cell.column + 1)
        upright = cell.row_span > 2 and cell.column_span == 1 and not cell.id  # noqa: PLR2004 - a tall label
        beside = any(found.id for found in table.grid[cell.row]) and table.repeated_head_rows and table.label_columns
        shown.alignment = look.figure if cell.id else look.upright if upright else look.left if beside else look.centred
        for row in cell.rows:
            for column in cell.columns:
                page.cell(row + 2, column + 1).border = look.frame
        if cell.column_span == table.columns:
            shown.fill = look.grey
    for row in range(table.rows):
        page.row_dimensions[row + 2].height = 24 if table.rows > 20 else 28  # noqa: PLR2004 - one page holds them all
    if table.repeated_head_rows:
        page.print_title_rows = f"1:{table.repeated_head_rows + 1}"


def _set_up_page(page: Any, table: Table | None) -> None:  # noqa: ANN401
    """A4, as wide as the paper; a table on one page, the others on as many as they need."""
    landscape = table is not None and table.shape == "strip"
    page.page_setup.paperSize = 9
    page.page_setup.orientation = "landscape" if landscape else "portrait"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 1 if table else 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_options.horizontalCentered = True
    page.oddFooter.center.text = "第 &P 页，共 &N 页"
    margins = page.page_margins
    margins.left = margins.right = 0.6
    margins.top = margins.bottom = 0.75


def _letter(column: int) -> str:
    return str(get_column_letter(column))


def _packed(raw: BytesIO, properties: bytes) -> bytes:
    """The package without the times of its parts, its properties replaced."""
    out = BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = properties if name == CORE else old.read(name)
            new.writestr(zipfile.ZipInfo(name, _OLDEST), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
