"""Excel files (.xlsx, .xlsm), read with openpyxl after a look at how large they really are."""

import warnings
from datetime import date, time
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from importers import sheets, xml
from importers.blocks import Document, Paragraph
from importers.layout import MOST_PLACES, Item, finished
from importers.refused import TOO_MUCH, Refused
from importers.zipped import Zipped

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_CELLS = 60_000
_PLAIN_NAME = ("sheet", "工作表")


def read(data: bytes) -> Document:
    """The document in a workbook: every sheet that is shown, one after the other. To be run in a process of its own.

    Raises:
        Refused: it is broken, or larger than any report.
    """
    from openpyxl import load_workbook

    _look_over(Zipped(data))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(data), data_only=True, keep_links=False)
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    found: list[Item] = []
    for sheet in shown:
        if len(shown) > 1 and not sheet.title.lower().startswith(_PLAIN_NAME):
            found.append(Paragraph(sheet.title))
        found += sheets.items(_sheet(sheet))
    blocks, residues = finished(found)
    return Document("xlsx", blocks, residues)


def _look_over(archive: Zipped) -> None:
    """Unpack every XML part within bounds, as openpyxl will do without."""
    cells = 0
    for name in archive.names:
        if name.lower().endswith((".xml", ".rels")):
            part = archive.read(name) or b""
            xml.check(part)
            cells += part.count(b"<c ") + part.count(b"<row") + part.count(b":c ") + part.count(b":row")
    if cells > _MOST_CELLS:
        raise Refused(TOO_MUCH)


def _sheet(sheet: "Worksheet") -> sheets.Sheet:
    if sheet.max_row * sheet.max_column > MOST_PLACES:
        raise Refused(TOO_MUCH)
    owners = {
        (row, column): (merged.min_row, merged.min_col)
        for merged in sheet.merged_cells.ranges
        for row in range(merged.min_row, min(merged.max_row, sheet.max_row) + 1)
        for column in range(merged.min_col, min(merged.max_col, sheet.max_column) + 1)
    }
    cells = [cell for row in sheet.iter_rows() for cell in row]
    return sheets.Sheet(
        words={(cell.row, cell.column): text for cell in cells if (text := _text(cell.value).strip())},
        owners=owners,
        bordered=frozenset((cell.row, cell.column) for cell in cells if _has_line(cell)),
        rows=[row for row in range(1, sheet.max_row + 1) if not sheet.row_dimensions[row].hidden],
        columns=_shown_columns(sheet),
    )


def _shown_columns(sheet: "Worksheet") -> list[int]:
    """The columns that are shown; what is said of a column holds for a whole group."""
    hidden = {
        column
        for group in sheet.column_dimensions.values()
        if group.hidden
        for column in range(group.min or 0, min(group.max or 0, sheet.max_column) + 1)
    }
    return [column for column in range(1, sheet.max_column + 1) if column not in hidden]


def _has_line(cell: "Cell") -> bool:
    border = cell.border
    return bool(border and ((border.left and border.left.style) or (border.bottom and border.bottom.style)))


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float() | Decimal():
            return sheets.number(value)
        case date():
            return f"{value.year}年{value.month}月{value.day}日"
        case time():
            return value.isoformat("minutes")
    return str(value)
