"""Reading a written workbook back, by its XML, and comparing it with the document: every cell, every merge, exactly."""

import re
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO

from lxml import etree

from export.content import Heading, NumberTable
from export.excel.properties import CORE, core
from export.excel.sheets import TEXT, Sheet, Value, sheets
from export.seal import blank
from export.word.base import version_in
from export.writer import Comparison, Content, Difference, Found
from model.files.zips import BROKEN_ZIP

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
BROKEN = (*BROKEN_ZIP, OSError, etree.XMLSyntaxError)
_LARGEST = 64 * 1024 * 1024
_PLAIN = etree.XMLParser(resolve_entities=False, no_network=True)
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SHOWN = 40


def verify(data: bytes, content: Content) -> Comparison:
    """Compare a workbook as it was read from the disk with what was to be written.

    Raises:
        Difference: at the first place that differs, or when the file cannot be read.
    """
    found, properties = _read(data)
    wanted = list(sheets(content.report, content.blocks))
    if [sheet.name for sheet in found] != [sheet.name for sheet in wanted]:
        raise Difference(f"应有工作表{'、'.join(sheet.name for sheet in wanted)}")
    for want, have in zip(wanted, found, strict=True):
        _compare(want, have)
    if blank(properties) != core(content):
        raise Difference("文件属性写明的版本不对")
    kinds = [type(block) for block in content.blocks]
    return Comparison(
        sum(len(block.values) for block in content.blocks if isinstance(block, NumberTable)),
        kinds.count(Heading),
        sum(kind is not NumberTable for kind in kinds),
    )


def read(data: bytes) -> Found:
    """What a workbook that we wrote holds now.

    Raises:
        Difference: it cannot be read as a workbook of ours.
    """
    found, properties = _read(data)
    try:
        tables = {sheet.name: sheet for sheet in found}
        return Found(version_in(properties), list(_words(tables)))
    except BROKEN:
        raise Difference("文件已损坏，不能作为 Excel 文件读取") from None


def _compare(want: Sheet, have: Sheet) -> None:
    for place in sorted(want.cells.keys() | have.cells.keys()):
        wanted, found = want.cells.get(place), have.cells.get(place)
        if wanted != found or type(wanted) is not type(found):
            where = f"工作表“{want.name}”第 {place[0]} 行第 {place[1]} 列"
            raise Difference(f"{where}应为“{str(wanted)[:_SHOWN]}”，读回为“{str(found)[:_SHOWN]}”")
    if sorted(want.merges) != sorted(have.merges):
        raise Difference(f"工作表“{want.name}”的合并不是表样的合并")


def _words(found: dict[str, Sheet]) -> Iterator[str]:
    """What the workbook prints in the order of the report: its words, and its tables where they are referred to."""
    for kind, words in _paragraphs(found[TEXT]):
        if kind == "表":
            yield from _table_words(found[words.removeprefix("见“").removesuffix("”")])
        else:
            yield words


def _paragraphs(sheet: Sheet) -> list[tuple[str, str]]:
    """Every paragraph with its kind; rows that go on with the one above belong to it."""
    paragraphs: list[tuple[str, str]] = []
    for row in range(1, 1 + max(row for row, _ in sheet.cells)):
        kind, words = (str(sheet.cells.get((row, column)) or "") for column in (1, 2))
        if kind == "续" and paragraphs:
            before, start = paragraphs.pop()
            paragraphs.append((before, start + words))
        else:
            paragraphs.append((kind, words))
    return paragraphs


def _table_words(sheet: Sheet) -> list[str]:
    cells = sorted((place, value) for place, value in sheet.cells.items() if place[0] > 1)
    return [f"{value:f}" if isinstance(value, Decimal) else str(value) for _, value in cells]


def _read(data: bytes) -> tuple[list[Sheet], bytes]:
    """The sheets in their order, and the core properties."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            book = etree.fromstring(_part(archive, "xl/workbook.xml"), _PLAIN)
            names = [str(sheet.get("name")) for sheet in book.iter(f"{_MAIN}sheet")]
            shared = shared_words(archive)
            found = [
                _sheet(name, etree.fromstring(_part(archive, f"xl/worksheets/sheet{number}.xml"), _PLAIN), shared)
                for number, name in enumerate(names, 1)
            ]
            return found, _part(archive, CORE)
    except BROKEN:
        raise Difference("文件已损坏，不能作为 Excel 文件读取") from None


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > _LARGEST:
        raise Difference("文件里有一部分过大，不是年报助手写出的")
    return archive.read(name)


def shared_words(archive: zipfile.ZipFile) -> list[str]:
    """The words that other programs keep apart from the sheets."""
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    root = etree.fromstring(_part(archive, "xl/sharedStrings.xml"), _PLAIN)
    return [_text(item) for item in root.iterchildren(f"{_MAIN}si")]


def _sheet(name: str, root: etree._Element, shared: list[str]) -> Sheet:
    cells: dict[tuple[int, int], Value] = {}
    for cell in root.iter(f"{_MAIN}c"):
        value = value_of(cell, shared)
        if value is not None:
            cells[place_of(cell.get("r", ""))] = value
    return Sheet(name, cells, tuple(_merge(merge.get("ref", "")) for merge in root.iter(f"{_MAIN}mergeCell")))


def value_of(cell: etree._Element, shared: list[str]) -> Value:
    """What a cell holds; one that is computed is refused, for the report has none."""
    if cell.find(f"{_MAIN}f") is not None:
        raise Difference(f"格 {cell.get('r')} 里有公式")
    if cell.get("t") == "inlineStr":
        return _text(cell) or None
    number = cell.findtext(f"{_MAIN}v")
    if number is None:
        return None
    if cell.get("t") == "s":
        return shared[int(number)]
    return int(number) if number.isdigit() else Decimal(number)


def _text(parent: etree._Element) -> str:
    """The words in an element, the codes of characters in them spelled out."""
    words = "".join(part.text or "" for part in parent.iter(f"{_MAIN}t"))
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), words)


def _merge(reference: str) -> tuple[int, int, int, int]:
    start, _, end = reference.partition(":")
    (row, column), (last_row, last_column) = place_of(start), place_of(end)
    return row, column, last_row - row + 1, last_column - column + 1


def place_of(reference: str) -> tuple[int, int]:
    """The row and the column, from 1, of a place such as B3."""
    found = _PLACE.fullmatch(reference)
    if found is None:
        raise Difference(f"格的位置不对：{reference[:_SHOWN]}")
    column = 0
    for letter in found.group(1):
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found.group(2)), column
