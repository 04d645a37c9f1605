"""The report as an Excel workbook, by openpyxl; the same content gives the same bytes.

Numbers are numbers, words are words: what begins like a formula is stored as text and marked to stay so.
"""

import re
import zipfile
from copy import copy
from decimal import Decimal
from functools import cache
from io import BytesIO
from itertools import accumulate, product
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from export import title
from export.content import NumberTable
from export.excel.properties import CORE, core
from export.excel.sheets import LIST, Sheet, Value, sheets
from export.seal import sealed_parts
from export.writer import Content
from model.form.form import Table
from model.structs import Struct, replace

_OLDEST = (1980, 1, 1, 0, 0, 0)
_WIDTH_PORTRAIT, _WIDTH_LANDSCAPE = 84, 130
"""The width of the columns of a table together, in characters of the workbook's own type."""
_NARROW = 5
"""A label that spans rows in a column narrower than this is set upright, in the same unit."""
_CHARACTER, _LINE, _AROUND = 2.1, 14, 4
"""How wide a Chinese character is in that unit; the height of a line and what is around lines, in points."""
_PARAGRAPH, _HIGHEST = 90, 409
"""The width of the column of paragraphs in that unit; the greatest height of a row, in points."""
FORMULA = re.compile(r"[=+\-@\t\r]")
"""How words begin that a program could take for a formula."""
_SHOWN_IN_FULL = 10**10
"""The least whole number that Excel does not show in full of its own accord."""
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
    ExcelWriter(book, zipfile.ZipFile(raw, "w")).save()  # not packed twice
    return packed(raw, core(content))


def escaped(text: str) -> str:
    """A text as a cell stores it."""
    return _ESCAPE.sub("_x005F_", text)


class _Style(Struct, frozen=True):
    """How a cell looks; cells that look alike share what openpyxl makes of it."""

    side: str = "left"
    height: str = "top"
    framed: bool = False
    head: bool = False
    grey: bool = False
    upright: bool = False
    shrinks: bool = False
    places: int = -1
    formula: bool = False


_PLAIN, _USUAL = _Style(), _Style(height="bottom")
"""How what stands in no table looks: wrapped at the top of its cell, or as every workbook has it."""


class _Look:
    """Gives cells their style, made once for all that look alike."""

    def __init__(self) -> None:
        line = Side("thin")
        self._frame = Border(line, line, line, line)
        self._grey = PatternFill("solid", "F2F2F2")
        self._plain, self._head = Font("宋体", 10.5), Font("黑体", 14)
        self._made: dict[_Style, Any] = {}

    def dress(self, cell: Any, style: _Style) -> None:  # noqa: ANN401 - openpyxl is not typed
        """Give a cell its style."""
        if style in self._made:
            cell._style = copy(self._made[style])  # noqa: SLF001 - as openpyxl's own documentation copies a style
            return
        cell.font = self._head if style.head else self._plain
        turned, wraps = 255 if style.upright else 0, not (style.shrinks or style.upright)
        cell.alignment = Alignment(style.side, style.height, turned, wraps, style.shrinks)
        if style.framed:
            cell.border = self._frame
        if style.grey:
            cell.fill = self._grey
        if style.places >= 0:
            cell.number_format = "0." + "0" * style.places if style.places else "0"
        if style.formula:
            cell.quotePrefix = 1
        self._made[style] = cell._style  # noqa: SLF001


def _fill(page: Any, sheet: Sheet, look: _Look, table: Table | None) -> None:  # noqa: ANN401
    styles = _table_styles(table) if table else {}
    for (row, column), value in sheet.cells.items():
        _set(page.cell(row, column), value)
    for row, column, rows, columns in sheet.merges:
        page.merge_cells(None, row, column, row + rows - 1, column + columns - 1)
    usual = _USUAL if sheet.name == LIST else _PLAIN
    for (row, column), value in sheet.cells.items():
        style = _of_value(styles.get((row, column), usual), value)
        if style is not _USUAL:
            look.dress(page.cell(row, column), style)
    for row, column, rows, columns in sheet.merges[1:]:
        covered = product(range(row, row + rows), range(column, column + columns))
        for place in list(covered)[1:]:
            look.dress(page.cell(*place), styles[row, column])
    _set_up_page(page, table)
    if table is not None:
        _measure_table(page, table)
    elif sheet.name == LIST:
        _measure_list(page)
    else:
        _measure_text(page, sheet)


def _set(cell: Any, value: Value) -> None:  # noqa: ANN401
    """Set a number as a number, to its last digit, and words as words."""
    if isinstance(value, str):
        cell.value, cell.data_type = escaped(value), "s"
    else:
        cell.value, cell.data_type = f"{value:f}" if isinstance(value, Decimal) else value, "n"


def _of_value(style: _Style, value: Value) -> _Style:
    """The style with what a value adds: a number shows every digit, and what looks like a formula is marked as none."""
    if isinstance(value, str):
        return _with(style, formula=True, places=-1) if FORMULA.match(value) else style
    if isinstance(value, Decimal):
        return _with(style, formula=False, places=max(0, -int(value.as_tuple().exponent)))
    long = style.places < 0 and isinstance(value, int) and value >= _SHOWN_IN_FULL
    return _with(style, formula=False, places=0) if long else style


@cache
def _with(style: _Style, *, formula: bool, places: int) -> _Style:
    return replace(style, formula=formula, places=places)


def _table_styles(table: Table) -> dict[tuple[int, int], _Style]:
    """The style of each cell of a table, and of the heading above it, by row and column."""
    centred = _Style("center", "center", framed=True)
    styles = {(1, 1): _Style("center", "center", head=True)}
    for cell in table.cells:
        style = replace(centred, grey=cell.column_span == table.columns)
        if cell.id:
            style = replace(style, shrinks=True, places=0)
        elif cell.row_span > 1 and _edges(table)[cell.columns.stop] - _edges(table)[cell.column] < _NARROW:
            style = replace(style, upright=True)
        elif table.shape == "list" and any(found.id for found in table.grid[cell.row]):
            style = replace(style, side="left")
        styles[cell.row + 2, cell.column + 1] = style
    return styles


@cache
def _edges(table: Table) -> tuple[float, ...]:
    """Where the columns of a table begin and the last one ends, in the unit of widths of columns."""
    width = _WIDTH_LANDSCAPE if table.shape == "strip" else _WIDTH_PORTRAIT
    return tuple(share * width / sum(table.widths) for share in accumulate(table.widths, initial=0))


def _lines(table: Table, row: int) -> int:
    """How many lines the longest label of a row takes, of those that stand in this row alone."""
    edges = _edges(table)
    labels = [cell for cell in dict.fromkeys(table.grid[row]) if not cell.id and cell.row_span == 1]
    rooms = {cell: max(1, int((edges[cell.columns.stop] - edges[cell.column] - 1) / _CHARACTER)) for cell in labels}
    return max((ceil(title.width(cell.label) / rooms[cell]) for cell in labels), default=1)


def _measure_table(page: Any, table: Table) -> None:  # noqa: ANN401
    edges = _edges(table)
    for column in range(table.columns):
        page.column_dimensions[get_column_letter(column + 1)].width = round(edges[column + 1] - edges[column], 1)
    page.row_dimensions[1].height = 30
    for row in range(table.rows):
        least = 24 if table.shape == "list" else 28
        page.row_dimensions[row + 2].height = max(least, _LINE * _lines(table, row) + _AROUND)
    if table.repeated_head_rows:
        page.print_title_rows = f"1:{table.repeated_head_rows + 1}"


def _measure_list(page: Any) -> None:  # noqa: ANN401
    _widen(page, (6, 8, 44, 28, 16, 16))
    page.freeze_panes, page.print_title_rows = "A2", "1:1"
    page.print_options.gridLines = True


def _measure_text(page: Any, sheet: Sheet) -> None:  # noqa: ANN401
    """Give each paragraph the height of its lines: not every program finds it by itself."""
    _widen(page, (8, _PARAGRAPH))
    for (row, column), text in sheet.cells.items():
        if column > 1:
            lines = sum(max(1, ceil(title.width(line) * _CHARACTER / _PARAGRAPH)) for line in str(text).split("\n"))
            page.row_dimensions[row].height = min(_HIGHEST, _LINE * lines + _AROUND)


def _widen(page: Any, widths: tuple[int, ...]) -> None:  # noqa: ANN401
    for number, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(number)].width = width


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


def packed(raw: BytesIO, properties: bytes) -> bytes:
    """The package without the times of its parts, its properties replaced, sealed where these have a place for it."""
    out = BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        parts = [(name, properties if name == CORE else old.read(name)) for name in old.namelist()]
        for name, data in sealed_parts(parts):
            new.writestr(zipfile.ZipInfo(name, _OLDEST), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
