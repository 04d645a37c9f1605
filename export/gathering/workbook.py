"""征集表 as a workbook: only the places to be filled in can be changed, and a figure must be a number."""

import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from lxml import etree
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from export.content import Block, Heading, Listing, Paragraph, Title
from export.excel.properties import core
from export.excel.readback import BROKEN, place_of, shared_words, value_of
from export.excel.workbook import FORMULA, escaped, packed
from export.writer import Comparison, Content, Difference
from model.gathering.items import data

NAME = "征集表"
"""The name of the one sheet."""
_CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}c"
_WIDTH = 96
"""The width of the columns together, in characters of the workbook's own type."""
_INPUT, _HEAD = PatternFill("solid", "FFF2CC"), PatternFill("solid", "F2F2F2")
_LINE = Side("thin")
_FRAME = Border(_LINE, _LINE, _LINE, _LINE)
_OPEN = Protection(locked=False)
_LONG = 40
"""A paragraph with more characters takes two lines."""

Place = tuple[int, int]


def write(content: Content) -> bytes:
    """The bytes of the workbook; the same content gives the same bytes."""
    book = Workbook()
    sheet = book.active
    sheet.title = NAME
    shares = next((block.shares for block in content.blocks if isinstance(block, Listing)), (1, 1))
    for place, words in _words(content.blocks).items():
        _put(sheet.cell(*place), words)
    row = 1
    for block in content.blocks:
        row = _dress(sheet, row, block, len(shares))
    for column, share in enumerate(shares, 1):
        sheet.column_dimensions[get_column_letter(column)].width = round(share * _WIDTH / sum(shares), 1)
    _set_up(sheet)
    raw = BytesIO()
    book.save(raw)
    return packed(raw, core(content))


def verify(written: bytes, content: Content) -> Comparison:
    """Compare a workbook as it was read from the disk with what was to be written.

    Raises:
        Difference: at the first place that differs, or when the file cannot be read.
    """
    wanted = {place: words for place, words in _words(content.blocks).items() if words}
    try:
        found = dict(_found(written))
    except (*BROKEN, etree.XMLSyntaxError):
        raise Difference("文件已损坏，不能作为 Excel 文件读取") from None
    for place in sorted(wanted.keys() | found.keys()):
        if wanted.get(place) != found.get(place):
            raise Difference(f"第 {place[0]} 行第 {place[1]} 列")
    kinds = [type(block) for block in content.blocks]
    return Comparison(0, kinds.count(Heading), len(kinds))


def _found(written: bytes) -> Iterator[tuple[Place, str]]:
    with zipfile.ZipFile(BytesIO(written)) as archive:
        shared = shared_words(archive)
        root = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"), etree.XMLParser(resolve_entities=False))
        for cell in root.iter(_CELL):
            if (value := value_of(cell, shared)) not in (None, ""):
                yield place_of(cell.get("r", "")), str(value)


def _words(blocks: Sequence[Block]) -> dict[Place, str]:
    """What stands in each cell."""
    found: dict[Place, str] = {}
    row = 1
    for block in blocks:
        for line in _lines(block):
            found.update({(row, column): words for column, words in enumerate(line, 1)})
            row += 1
    return found


def _lines(block: Block) -> tuple[tuple[str, ...], ...]:
    match block:
        case Title(lines):
            return (("\n".join(lines),),)
        case Heading(text) | Paragraph(text):
            return ((text,),)
        case Listing(head, _, rows):
            return (head, *rows)
    raise Difference(f"征集表里不能有 {type(block).__name__}")


def _put(cell: Any, words: str) -> None:  # noqa: ANN401 - openpyxl is not typed
    """Write words, never a formula; nothing into a place that is to be filled in."""
    if words:
        cell.value, cell.data_type = escaped(words), "s"
        if FORMULA.match(words):
            cell.quotePrefix = 1


def _dress(sheet: Any, row: int, block: Block, columns: int) -> int:  # noqa: ANN401
    """Give a block its look; the row of the next one."""
    if isinstance(block, Listing):
        for offset, line in enumerate((block.head, *block.rows)):
            _dress_line(sheet, row + offset, line, head=offset == 0)
        _check(sheet, row, block)
        return row + 1 + len(block.rows)
    sheet.merge_cells(None, row, 1, row, columns)
    cell, is_title = sheet.cell(row, 1), isinstance(block, Title)
    cell.font = Font("黑体", 16 if is_title else 12) if isinstance(block, Title | Heading) else Font("宋体", 12)
    cell.alignment = Alignment("center" if is_title else "left", "center", wrap_text=True)
    long = isinstance(block, Paragraph) and len(block.text) > _LONG
    sheet.row_dimensions[row].height = 52 if is_title else 40 if long else 28
    if isinstance(block, Paragraph) and row > 1 and block.text.startswith("填表人"):
        cell.protection = _OPEN
    return row + 1


def _dress_line(sheet: Any, row: int, line: Sequence[str], *, head: bool) -> None:  # noqa: ANN401
    sheet.row_dimensions[row].height = 30
    for column, words in enumerate(line, 1):
        cell = sheet.cell(row, column)
        cell.border, cell.font = _FRAME, Font("宋体", 12, bold=head)
        cell.alignment = Alignment("center", "center", wrap_text=True)
        if head:
            cell.fill = _HEAD
        elif not words:
            cell.fill, cell.protection = _INPUT, _OPEN


def _check(sheet: Any, row: int, block: Listing) -> None:  # noqa: ANN401
    """Let only numbers into the figures."""
    names = data()["head"]
    figure, unit = (list(block.head).index(names[name]) for name in ("figure", "unit"))
    for offset, line in enumerate(block.rows, 1):
        kind, says = ("decimal", "请填多少万元，没有发生的填 0") if line[unit] == "万元" else ("whole", _WHOLE)
        rule = {"operator": "between", "formula1": "-1000000000", "formula2": "1000000000"}
        check = DataValidation(kind, allow_blank=True, showErrorMessage=True, errorTitle=NAME, error=says, **rule)
        check.add(f"{get_column_letter(figure + 1)}{row + offset}")
        sheet.add_data_validation(check)


_WHOLE = "请填整数，没有发生的填 0"


def _set_up(sheet: Any) -> None:  # noqa: ANN401
    """A4, on one page; what is not to be filled in cannot be changed by accident."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = 1
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
