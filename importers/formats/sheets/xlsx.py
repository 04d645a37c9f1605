"""Excel files (.xlsx, .xlsm), read with openpyxl after a look at how large they really are."""

import re
import warnings
from collections.abc import Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from io import BytesIO
from typing import cast

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, Font
from openpyxl.worksheet.worksheet import Worksheet

from importers.bounded import xml
from importers.bounded.zipped import Zipped
from importers.document.blocks import Document
from importers.document.layout import Item, faint, finished, lowered, raised, with_unseen_told
from importers.formats.sheets import own_workbook
from importers.formats.sheets import sheet as sheets
from importers.formats.sheets.displayed import displayed
from importers.formats.sheets.sheet import Place
from importers.refused import TOO_MUCH, Refused
from model.structs import replace

_MOST_CELLS = 60_000
_LAST_COLUMN = 16_384
_NO_VALUE = re.compile(
    rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
    rb"|<(?:\w+:)?f\b[^>]*/>\s*</(?:\w+:)?c>"
)
"""A formula that nobody has calculated, at the end of a cell."""
_WHITE, _TINY = "FFFFFFFF", 2
_PLAIN_NAME = ("sheet", "工作表")


def read(data: bytes) -> Document:
    """The document in a workbook: every sheet that is shown, one after the other. To be run in a process of its own.

    Raises:
        Refused: it is broken, or larger than any report.
    """
    without_values = _look_over(Zipped(data))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(data), data_only=True, keep_links=False, rich_text=True)
        formulas = load_workbook(BytesIO(data), keep_links=False) if without_values else None
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    pages = {sheet.title: _sheet(sheet, _formulas(formulas[sheet.title]) if formulas else {}) for sheet in shown}
    own = own_workbook.in_order(pages)
    blocks, residues = finished(_one_after_the_other(pages) if own is None else own)
    return Document("xlsx", blocks, residues)


def _one_after_the_other(pages: Mapping[str, sheets.Sheet]) -> Iterator[Item]:
    for title, page in pages.items():
        if len(pages) > 1 and not title.lower().startswith(_PLAIN_NAME):
            yield sheets.name(title)
        yield from sheets.items(page)


def _formulas(sheet: Worksheet) -> Mapping[Place, str]:
    """The formulas of a sheet, which stand in for the values that nobody has calculated."""
    cells = cast("dict[Place, Cell]", sheet._cells)  # noqa: SLF001 - as above
    return {place: f"={str(cell.value).lstrip('=')}" for place, cell in cells.items() if cell.data_type == "f"}


def _look_over(archive: Zipped) -> bool:
    """Unpack every XML part within bounds, as openpyxl will do without; whether a formula has no value."""
    cells, without_values = 0, False
    for name in archive.names:
        if name.lower().endswith((".xml", ".rels")):
            part = archive.read(name) or b""
            xml.check(part)
            without_values |= bool(_NO_VALUE.search(part))
            cells += part.count(b"<c ") + part.count(b"<row") + part.count(b":c ") + part.count(b":row")
    if cells > _MOST_CELLS:
        raise Refused(TOO_MUCH)
    return without_values


def _sheet(sheet: Worksheet, formulas: Mapping[Place, str]) -> sheets.Sheet:
    cells = cast("dict[Place, Cell]", sheet._cells)  # noqa: SLF001 - `iter_rows` makes a cell for every empty place
    hidden_rows = {row for row, said in sheet.row_dimensions.items() if said.hidden}
    words = {place: _text(cell).strip() or formulas.get(place, "") for place, cell in cells.items()}
    struck = [str(cell.value) for cell in cells.values() if cell.value is not None and cell.font and cell.font.strike]
    found = sheets.shown(
        {place: text for place, text in words.items() if text},
        [
            (range(each.min_row, each.max_row + 1), range(each.min_col, each.max_col + 1))
            for each in sheet.merged_cells.ranges
        ],
        frozenset(place for place, cell in cells.items() if _has_line(cell)),
        (hidden_rows, _hidden_columns(sheet)),
    )
    return replace(found, struck=struck) if struck else found


def _hidden_columns(sheet: Worksheet) -> set[int]:
    """The columns that are not shown; what is said of a column holds for a whole group."""
    return {
        column
        for group in sheet.column_dimensions.values()
        if group.hidden
        for column in range(group.min or 0, min(group.max or 0, _LAST_COLUMN) + 1)
    }


def _has_line(cell: Cell) -> bool:
    border = cell.border
    return bool(border and ((border.left and border.left.style) or (border.bottom and border.bottom.style)))


def _text(cell: Cell) -> str:
    """What stands in a cell; what is struck through in it is a correction by hand."""
    if cell.font and cell.font.strike:
        return ""
    if isinstance(cell.value, CellRichText):
        pieces = ((piece.text, piece.font) if isinstance(piece, TextBlock) else (piece, None) for piece in cell.value)
        return with_unseen_told("".join(_piece(cell, text, font or cell.font) for text, font in pieces))
    return with_unseen_told(_piece(cell, _words(cell.value, cell.number_format), cell.font))


def _piece(cell: Cell, text: str, font: Font | InlineFont | None) -> str:
    """Words of one typeface in a cell."""
    if font is None or font.strike:
        return "" if font is not None else text
    place = font.vertAlign
    text = raised(text) if place == "superscript" else lowered(text) if place == "subscript" else text
    tiny = bool(font.sz and font.sz <= _TINY)
    unseen = tiny or (_is_white(font.color) and not (cell.fill and cell.fill.fill_type))
    return faint(text, tiny=tiny) if unseen else text


def _is_white(colour: Color | None) -> bool:
    """Whether a colour is the paper's, by itself or as the first of a theme."""
    if colour is None:
        return False
    return bool(colour.rgb == _WHITE if colour.type == "rgb" else colour.type == "theme" and colour.theme == 0)


def _words(value: object, number_format: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float() | Decimal():
            return displayed(sheets.number(value), number_format)
        case date():
            return f"{value.year}年{value.month}月{value.day}日"
        case time():
            return value.isoformat("minutes")
    return str(value)
