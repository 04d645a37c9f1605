"""汇总.xlsx: written row by row, so that its memory does not grow with the units, and read back the same way."""

import zipfile
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from export.excel.properties import plain_core
from export.excel.readback import place_of, shared_words, value_of
from export.excel.sheets import Value
from export.excel.workbook import FORMULA, escaped, packed
from export.many.sheets import ManyRows
from export.writer import Difference
from model.files import atomic
from model.files.problems import FileProblem, from_os_error

_CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}c"
_SHADES = {"error": "F8CBAD", "warning": "FFE699"}
"""The colours of what is grave; the words in the cell say it too."""
_MOST = 32_000
"""The most characters of a cell: Excel takes 32,767."""


def write(sheets: tuple[ManyRows, ...], path: Path) -> int:
    """Write the workbook, read it back from the disk, and compare every cell.

    Returns:
        How many cells were compared.

    Raises:
        FileProblem: it cannot be written, or did not read back as it should; what stood there before is as it was.
    """
    counted = [0]

    def verify(written: Path) -> None:
        counted[0] = _compare(written, sheets)

    try:
        atomic.write(path, _bytes(sheets), verify=verify)
    except OSError as error:
        raise from_os_error(path, error) from None
    except Difference as difference:
        raise FileProblem(path, f"写出后核对不一致，未保存：{difference}") from None
    return counted[0]


def _bytes(sheets: tuple[ManyRows, ...]) -> bytes:
    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for column, width in enumerate(sheet.widths, 1):
            page.column_dimensions[get_column_letter(column)].width = width
        page.freeze_panes = f"{get_column_letter(sheet.fixed + 1)}2"
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.rows[0]))}{len(sheet.rows)}"
        for row in _written(page, sheet):
            page.append(row)
    raw = BytesIO()
    book.save(raw)
    return packed(raw, plain_core("年度报告审核汇总"))


def _written(page: Any, sheet: ManyRows) -> Iterator[list[Any]]:  # noqa: ANN401 - openpyxl is not typed
    head, wrapped = Font(bold=True), Alignment(vertical="top", wrap_text=True)
    fills = {severity: PatternFill("solid", colour) for severity, colour in _SHADES.items()}
    for number, row in enumerate(sheet.rows, 1):
        cells = [_cell(page, value) for value in row]
        for column, cell in enumerate(cells):
            shade = sheet.shades.get((number, column))
            if cell is not None and number == 1:
                cell.font, cell.alignment = head, wrapped
            if cell is not None and shade in fills:
                cell.fill = fills[shade]
        yield cells


def _cell(page: Any, value: Value) -> Any:  # noqa: ANN401
    """A cell that holds a number as a number to its last digit, and words as words that nothing computes."""
    if value is None:
        return None
    cell = WriteOnlyCell(page)
    if isinstance(value, str):
        cell.value, cell.data_type = escaped(_fitting(value)), "s"
        if FORMULA.match(value):
            cell.quotePrefix = 1
    else:
        cell.value, cell.data_type = f"{value:f}" if isinstance(value, Decimal) else value, "n"
    return cell


def _fitting(words: str) -> str:
    """Words as a cell can hold them: no control characters, and no more than Excel takes."""
    plain = "".join(each for each in words if each.isprintable() or each in "\n ")
    return plain if len(plain) <= _MOST else f"{plain[:_MOST]}…"


def _compare(path: Path, sheets: tuple[ManyRows, ...]) -> int:
    """How many cells are as they should be, which is all.

    Raises:
        Difference: one is not.
    """
    compared = 0
    with zipfile.ZipFile(path) as archive:
        shared = shared_words(archive)
        for number, sheet in enumerate(sheets, 1):
            with archive.open(f"xl/worksheets/sheet{number}.xml") as stream:
                wanted = _values(sheet)
                for place, value in _found(stream, shared):
                    if next(wanted, None) != (place, value):
                        raise Difference(f"工作表“{sheet.name}”第 {place[0]} 行第 {place[1]} 列")
                    compared += 1
                if next(wanted, None) is not None:
                    raise Difference(f"工作表“{sheet.name}”少了格")
    return compared


def _values(sheet: ManyRows) -> Iterator[tuple[tuple[int, int], Value]]:
    for number, row in enumerate(sheet.rows, 1):
        for column, value in enumerate(row, 1):
            said = _fitting(value) if isinstance(value, str) else value
            if said not in (None, ""):
                yield (number, column), said


def _found(stream: Any, shared: list[str]) -> Iterator[tuple[tuple[int, int], Value]]:  # noqa: ANN401
    for _, cell in etree.iterparse(stream, tag=_CELL, resolve_entities=False, no_network=True, huge_tree=True):
        value = value_of(cell, shared)
        if value not in (None, ""):
            yield place_of(cell.get("r", "")), value
        cell.clear()
        while cell.getprevious() is not None:
            del cell.getparent()[0]
