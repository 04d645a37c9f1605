"""Reading a written Word report back from the disk and comparing it with the blocks it was made from.

The reader knows nothing of the writer: it opens the package, walks the body and sees what Word would see.
"""

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import chain

from lxml import etree

from export import fonts
from export.content import Block, Heading, Listing, Note, NumberTable, Paragraph, Signature, Title
from export.word import base, figures_part, structure
from export.word.wordml import w
from export.writer import Comparison, Content, Difference

_MAIN = "word/document.xml"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    IndexError,
    ValueError,
    NotImplementedError,
    EOFError,
    RuntimeError,
)

_W_P, _W_TBL, _W_T, _W_TAB, _W_BR = w("p"), w("tbl"), w("t"), w("tab"), w("br")
_W_PPR, _W_STYLE, _W_VAL = w("pPr"), w("pStyle"), w("val")
_W_TR, _W_TC, _W_SPAN, _W_MERGE = w("tr"), w("tc"), w("gridSpan"), w("vMerge")

Grid = list[list[str]]


@dataclass(slots=True)
class _Cell:
    text: str = ""
    span: int = 1
    goes_on: bool = False


def compare(data: bytes, content: Content) -> Comparison:
    """Compare a written file with its content: words cell by cell and paragraph by paragraph, structure, other parts.

    Args:
        data: the file as it was read from the disk.
        content: what was to be written; its typefaces may be those of any machine.

    Raises:
        Difference: at the first place that differs, or when the file cannot be read as a Word file at all.
    """
    try:
        parts = _parts(data)
        root = etree.fromstring(parts[_MAIN])
        found, known = list(_read(root)), figures_part.figures(parts[figures_part.NAME])
    except (*_BROKEN, etree.XMLSyntaxError) as error:
        raise Difference(f"写出的文件无法读回（{error}）") from None
    wanted = content.blocks
    _compare_words(list(_expected(wanted)), found)
    if known != figures_part.printed(wanted):
        raise Difference("随文件保存的数据与表中的数字不同")
    structure.check(root, content.report.layout)
    _compare_base(parts, content)
    return Comparison(
        numbers=sum(len(block.values) for block in wanted if isinstance(block, NumberTable)),
        headings=sum(isinstance(block, Heading) for block in wanted),
        paragraphs=sum(isinstance(part, tuple) for part in found),
    )


def _parts(data: bytes) -> Mapping[str, bytes]:
    """The parts of the package by name; their checksums are compared in reading."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        if len(names) != len(set(names)):
            raise Difference("文件里有同名的组成部分")
        return {name: archive.read(name) for name in names}


def _compare_words(expected: "list[tuple[bool, str] | Grid]", found: "list[tuple[bool, str] | Grid]") -> None:
    for index, (want, have) in enumerate(zip(expected, found, strict=False)):
        if want != have:
            raise Difference(f"第 {index + 1} 处应为{_shown(want, have)}，读回为{_shown(have, want)}")
    if len(expected) != len(found):
        raise Difference(f"应有 {len(expected)} 段和表，读回 {len(found)}")


def _compare_base(parts: Mapping[str, bytes], content: Content) -> None:
    """Compare every part but the body and the figures with ours, in one of the sets of typefaces there are."""
    others = {name: data for name, data in parts.items() if name not in (_MAIN, figures_part.NAME)}
    report, blocks = content.report, content.blocks
    differing: list[str] = []
    for chosen in fonts.choices(report.layout.fonts):
        wanted = dict(base.parts(report, blocks, chosen))
        if others == wanted:
            return
        differing = [name for name in (*wanted, *others) if others.get(name) != wanted.get(name)]
    raise Difference(f"文件的组成部分 {differing[0]} 缺少、多余或不对")


def _expected(wanted: tuple[Block, ...]) -> Iterator[tuple[bool, str] | Grid]:
    """Each paragraph as (is a heading, text), each table as its grid with merged cells spelled out."""
    for block in wanted:
        match block:
            case Title(lines):
                yield False, "\n".join(lines)
            case Heading(text):
                yield True, text
            case Paragraph(text) | Note(text):
                yield False, text
            case Signature(lines):
                yield from ((False, line) for line in lines)
            case Listing(head, _, rows):
                yield [list(row) for row in (head, *rows)]
            case NumberTable(table, values):
                yield [[values.get(cell.id, cell.label) for cell in row] for row in table.grid]


def _read(root: etree._Element) -> Iterator[tuple[bool, str] | Grid]:
    for element in root[0]:
        if element.tag == _W_P:
            yield _style(element) == "Heading1", _text(element)
        elif element.tag == _W_TBL:
            yield _grid(element)


def _style(paragraph: etree._Element) -> str:
    properties = paragraph.find(_W_PPR)
    style = None if properties is None else properties.find(_W_STYLE)
    return "" if style is None else style.get(_W_VAL, "")


def _text(paragraph: etree._Element) -> str:
    marks = {_W_TAB: "\t", _W_BR: "\n"}
    return "".join(
        part.text or "" if part.tag == _W_T else marks[str(part.tag)] for part in paragraph.iter(_W_T, *marks)
    )


def _grid(table: etree._Element) -> Grid:
    """The cells by row and column; a cell merged into the one above shows that one's text."""
    rows = [[_Cell() for _ in row.iterchildren(_W_TC)] for row in table.iterchildren(_W_TR)]
    cells = chain.from_iterable(rows)
    cell = _Cell()
    for part in table.iter(_W_TC, _W_SPAN, _W_MERGE, _W_T):
        tag = part.tag
        if tag == _W_T:
            cell.text += part.text or ""
        elif tag == _W_TC:
            cell = next(cells, cell)
        elif tag == _W_SPAN:
            cell.span = int(part.get(_W_VAL, "1"))
        else:
            cell.goes_on = part.get(_W_VAL) != "restart"
    return _spelled_out(rows)


def _spelled_out(rows: list[list["_Cell"]]) -> Grid:
    grid: Grid = []
    for row in rows:
        line: list[str] = []
        for cell in row:
            if cell.goes_on and not grid:
                raise ValueError("the first row goes on from nothing")
            text = grid[-1][len(line)] if cell.goes_on else cell.text
            line += [text] * cell.span
        grid.append(line)
    return grid


def _shown(part: tuple[bool, str] | Grid, other: tuple[bool, str] | Grid) -> str:
    """One side of a difference: the paragraph, or the first cell of a table that differs."""
    if isinstance(part, tuple):
        return f"“{part[1][:40]}”"
    if isinstance(other, tuple) or len(part) != len(other):
        return f"{len(part)} 行的表"
    for row, (line, other_line) in enumerate(zip(part, other, strict=True)):
        if line != other_line:
            column = next((i for i, pair in enumerate(zip(line, other_line, strict=False)) if pair[0] != pair[1]), 0)
            return f"第 {row + 1} 行第 {column + 1} 格“{line[column] if line else ''}”"
    return "同一张表"
