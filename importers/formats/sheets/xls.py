"""Excel files of 1997 to 2003 (.xls), read with xlrd."""

from collections.abc import Mapping

import xlrd

from importers.document.blocks import Document
from importers.document.layout import MOST_PLACES, Item, finished
from importers.formats.sheets import sheet as sheets
from importers.formats.sheets.displayed import displayed
from importers.refused import PASSWORD, TOO_MUCH, Refused
from model.structs import replace

_PLAIN_NAME = ("sheet", "工作表")


def read(data: bytes) -> Document:
    """The document in an old workbook: every sheet that is shown. To be run in a process of its own.

    Raises:
        Refused: it has a password, is broken, or larger than any report.
    """
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, ragged_rows=True, logfile=_Silence())
    except xlrd.XLRDError as error:
        if "encrypted" in str(error).lower():
            raise Refused(PASSWORD) from None
        raise
    shown = [sheet for sheet in book.sheets() if sheet.visibility == 0]
    found: list[Item] = []
    for sheet in shown:
        if len(shown) > 1 and not sheet.name.lower().startswith(_PLAIN_NAME):
            found.append(sheets.name(sheet.name))
        found += sheets.items(_sheet(book, sheet))
    blocks, residues = finished(found)
    return Document("xls", blocks, residues)


class _Silence:
    """Where xlrd's warnings go."""

    def write(self, _text: str) -> None:
        """Nobody reads them."""

    def flush(self) -> None:
        """Nothing is kept."""


def _sheet(book: "xlrd.book.Book", sheet: "xlrd.sheet.Sheet") -> sheets.Sheet:
    lengths = [sheet.row_len(row) for row in range(sheet.nrows)]
    if sum(lengths) > MOST_PLACES:
        raise Refused(TOO_MUCH)
    places = [(row, column) for row, length in enumerate(lengths) for column in range(length)]
    struck = [str(sheet.cell(*place).value) for place in places if _is_struck(book, sheet.cell(*place))]
    found = sheets.shown(
        {place: text for place in places if (text := _text(book, sheet.cell(*place)).strip())},
        [(range(top, bottom), range(left, right)) for top, bottom, left, right in sheet.merged_cells],
        frozenset(place for place in places if _has_line(book, sheet.cell(*place))),
        (_hidden(sheet.rowinfo_map), _hidden(sheet.colinfo_map)),
    )
    return replace(found, struck=[words for words in struck if words])


def _hidden(told: Mapping[int, object]) -> set[int]:
    return {number for number, info in told.items() if getattr(info, "hidden", 0)}


def _has_line(book: "xlrd.book.Book", cell: "xlrd.sheet.Cell") -> bool:
    border = book.xf_list[cell.xf_index].border
    return bool(border.left_line_style or border.bottom_line_style)


def _is_struck(book: "xlrd.book.Book", cell: "xlrd.sheet.Cell") -> bool:
    return bool(book.font_list[book.xf_list[cell.xf_index].font_index].struck_out)


def _text(book: "xlrd.book.Book", cell: "xlrd.sheet.Cell") -> str:
    if _is_struck(book, cell):
        return ""
    match cell.ctype:
        case xlrd.XL_CELL_NUMBER:
            return displayed(sheets.number(cell.value), _format(book, cell))
        case xlrd.XL_CELL_DATE:
            return _date(book, cell.value)
        case xlrd.XL_CELL_BOOLEAN:
            return "TRUE" if cell.value else "FALSE"
        case xlrd.XL_CELL_TEXT:
            return str(cell.value)
    return ""


def _format(book: "xlrd.book.Book", cell: "xlrd.sheet.Cell") -> str:
    found = book.format_map.get(book.xf_list[cell.xf_index].format_key)
    return "" if found is None else str(found.format_str)


def _date(book: "xlrd.book.Book", value: float) -> str:
    try:
        year, month, day, *_ = xlrd.xldate_as_tuple(value, book.datemode)
    except xlrd.XLDateError:
        return sheets.number(value)
    return f"{year}年{month}月{day}日"
