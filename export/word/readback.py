"""Reading a written Word report back from the disk and comparing it with the blocks it was made from.

The reader knows nothing of the writer: it opens the package, walks the body and sees what Word would see.
"""

import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from itertools import accumulate
from typing import Any, assert_never

from lxml import etree

from export import fonts
from export.content import Block, Heading, Listing, Note, NumberTable, Paragraph, Signature, Title
from export.seal import CORE, blank
from export.word import base, figures_part, structure
from export.word.structure import Cell, Merge
from export.word.wordml import w
from export.writer import Comparison, Content, Difference, Found
from model.files.zips import BROKEN_ZIP
from model.form.form import Table
from model.structs import Struct

_MAIN, _CUSTOM = "word/document.xml", "docProps/custom.xml"
_BROKEN = (*BROKEN_ZIP, OSError)

_W_P, _W_TBL, _W_T, _W_TAB, _W_BR = w("p"), w("tbl"), w("t"), w("tab"), w("br")
_W_PPR, _W_STYLE, _W_VAL = w("pPr"), w("pStyle"), w("val")
_W_TR, _W_TC, _W_SPAN, _W_MERGE = w("tr"), w("tc"), w("gridSpan"), w("vMerge")
_W_COLUMN = w("gridCol")
_SHOWN = 40
_LARGEST_PART = 64 * 1024 * 1024
_PLAIN = etree.XMLParser(resolve_entities=False, no_network=True)


class _Table(Struct, frozen=True):
    """A table: how many columns its grid has, and its cells by row."""

    columns: int
    rows: list[list[Cell]]


def verify(data: bytes, content: Content) -> Comparison:
    """Compare a written file with its content: words cell by cell and paragraph by paragraph, structure, other parts.

    Args:
        data: the file as it was read from the disk.
        content: what was to be written; its typefaces may be those of any machine.

    Raises:
        Difference: at the first place that differs, or when the file cannot be read as a Word file at all.
    """
    try:
        parts = _parts(data)
        main = structure.taken_apart(parts[_MAIN])
        found, known = list(_read(main.root[0], iter(main.rows))), figures_part.figures(parts[figures_part.NAME])
    except (*_BROKEN, etree.XMLSyntaxError):
        raise Difference("写出的文件无法读回，已损坏") from None
    wanted = content.blocks
    _compare_words(list(_expected(wanted)), found)
    if known != figures_part.printed(wanted):
        raise Difference("随文件保存的数据与表中的数字不同")
    structure.check(main, content.report.layout)
    _compare_base(parts, content)
    return Comparison(
        numbers=sum(len(block.values) for block in wanted if isinstance(block, NumberTable)),
        headings=sum(isinstance(block, Heading) for block in wanted),
        paragraphs=sum(isinstance(part, tuple) for part in found),
    )


def read(data: bytes) -> Found:
    """What a Word file that we wrote holds now, whatever program saved it since.

    Raises:
        Difference: it cannot be read as a Word file.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            core, main = (_bounded(archive, name) for name in (CORE, _MAIN))
            custom = _bounded(archive, _CUSTOM) if _CUSTOM in archive.namelist() else b"<none/>"
        said, root = base.version_in(core), etree.fromstring(main, _PLAIN)
        words = [words for part in _read(root[0]) for words in _printed(part)]
        return Found(said, words, base.draft_in(custom))
    except (*_BROKEN, etree.XMLSyntaxError):
        raise Difference("文件已损坏，不能作为 Word 文件读取") from None


def _bounded(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > _LARGEST_PART:
        raise Difference("文件里有一部分过大，不是年报助手写出的")
    return archive.read(name)


def _printed(part: "tuple[bool, str] | _Table") -> list[str]:
    """The words of a paragraph, or of the cells of a table but those that go on with the one above."""
    if isinstance(part, tuple):
        return [part[1]]
    return [cell.text for row in part.rows for cell in row if cell.merge != "continue"]


def _parts(data: bytes) -> Mapping[str, bytes]:
    """The parts of the package by name; their checksums are compared in reading."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        if len(names) != len(set(names)):
            raise Difference("文件里有同名的组成部分")
        return {name: archive.read(name) for name in names}


def _compare_words(expected: "list[tuple[bool, str] | _Table]", found: "list[tuple[bool, str] | _Table]") -> None:
    for index, (want, have) in enumerate(zip(expected, found, strict=False)):
        if problem := _problem(want, have):
            raise Difference(f"第 {index + 1} 处{problem}")
    if len(expected) != len(found):
        raise Difference(f"应有 {len(expected)} 段和表，读回 {len(found)}")


def _compare_base(parts: Mapping[str, bytes], content: Content) -> None:
    """Compare every part but the body and the figures with ours, in one of the sets of typefaces there are."""
    others = {name: data for name, data in parts.items() if name not in (_MAIN, figures_part.NAME)}
    others[CORE] = blank(others.get(CORE, b""))
    report, blocks, said, draft = content.report, content.blocks, content.identity, content.draft
    differing: list[str] = []
    for chosen in fonts.choices(report.layout.fonts):
        wanted = dict(base.parts(report, blocks, chosen, said, draft))
        if others == wanted:
            return
        differing = [name for name in (*wanted, *others) if others.get(name) != wanted.get(name)]
    raise Difference(f"文件的组成部分 {differing[0]} 缺少、多余或不对")


def _expected(wanted: tuple[Block, ...]) -> Iterator[tuple[bool, str] | _Table]:
    """Each paragraph as (is a heading, text), each table as its cells with their merges."""
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
                yield _Table(len(head), [[Cell(words) for words in row] for row in (head, *rows)])
            case NumberTable(table, _, values):
                yield _Table(table.columns, [_filled(row, values) for row in _wanted_rows(table)])
            case _:
                assert_never(block)


def _filled(row: tuple[Cell, ...], values: Mapping[str, str]) -> list[Cell]:
    """A row with its figures."""
    return [Cell(values[cell.text], cell.span, cell.merge) if cell.text in values else cell for cell in row]


@cache
def _wanted_rows(table: Table) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a form's table as a file must hold them, with the ids of cells in the place of figures."""
    return tuple(tuple(_wanted_row(table, row)) for row in range(table.rows))


def _wanted_row(table: Table, row: int) -> Iterator[Cell]:
    for cell in dict.fromkeys(table.grid[row]):
        begins = row == cell.row
        merge: Merge = "" if cell.row_span == 1 else "restart" if begins else "continue"
        yield Cell((cell.id or cell.label) if begins else "", cell.column_span, merge)


def _read(body: etree._Element, rows: Iterator[list[Cell]] | None = None) -> Iterator[tuple[bool, str] | _Table]:
    """Each paragraph and each table.

    Args:
        body: all of the main part; its rows may be empty.
        rows: the cells of each of its rows then.
    """
    for element in body:
        if element.tag == _W_P:
            yield _style(element) == "Heading1", _text(element)
        elif element.tag == _W_TBL:
            yield _table(element) if rows is None else _Table(*_outline(element, rows))


def _outline(table: etree._Element, rows: Iterator[list[Cell]]) -> tuple[int, list[list[Cell]]]:
    """How many columns the grid of a table with empty rows has, and its cells."""
    return sum(1 for _ in table.iter(_W_COLUMN)), [next(rows) for _ in table.iterchildren(_W_TR)]


def _style(paragraph: etree._Element) -> str:
    properties = paragraph.find(_W_PPR)
    style = None if properties is None else properties.find(_W_STYLE)
    return "" if style is None else style.get(_W_VAL, "")


def _text(paragraph: etree._Element) -> str:
    marks = {_W_TAB: "\t", _W_BR: "\n"}
    return "".join(
        part.text or "" if part.tag == _W_T else marks[str(part.tag)] for part in paragraph.iter(_W_T, *marks)
    )


def _table(table: etree._Element) -> _Table:
    """The cells by row as they stand in the file, and the columns of its grid."""
    columns, rows = 0, list[list[list[Any]]]()
    for part in table.iter(_W_COLUMN, _W_TR, _W_TC, _W_SPAN, _W_MERGE, _W_T):
        tag = part.tag
        if tag == _W_COLUMN:
            columns += 1
        elif tag == _W_TR:
            rows.append([])
        elif tag == _W_TC:
            rows[-1].append(["", 1, ""])
        elif tag == _W_T:
            rows[-1][-1][0] += part.text or ""
        elif tag == _W_SPAN:
            rows[-1][-1][1] = int(part.get(_W_VAL, "1"))
        else:
            rows[-1][-1][2] = "restart" if part.get(_W_VAL) == "restart" else "continue"
    return _Table(columns, [[Cell(*cell) for cell in row] for row in rows])


def _problem(want: tuple[bool, str] | _Table, have: tuple[bool, str] | _Table) -> str:
    """What is wrong with what was read back; empty when nothing is."""
    if isinstance(want, tuple) or isinstance(have, tuple):
        return "" if want == have else f"应为{_shown(want)}，读回为{_shown(have)}"
    if len(want.rows) != len(have.rows):
        return f"应为{_shown(want)}，读回为{_shown(have)}"
    if have.columns != want.columns:
        return f"的表应为 {want.columns} 列网格，读回 {have.columns} 列"
    return _cell_problem(want, have)


def _cell_problem(want: _Table, have: _Table) -> str:
    """The first cell whose place, merge or words are not as wanted."""
    for number, (wanted, found) in enumerate(zip(want.rows, have.rows, strict=True), 1):
        if wanted == found:
            continue
        if [(cell.span, cell.merge) for cell in wanted] != [(cell.span, cell.merge) for cell in found]:
            return f"的表第 {number} 行的合并应为表样的合并"
        edges = accumulate((cell.span for cell in wanted), initial=1)
        for column, one, other in zip(edges, wanted, found, strict=False):
            if one.text != other.text:
                where = f"第 {number} 行第 {column} 格"
                return f"应为{where}“{one.text[:_SHOWN]}”，读回为{where}“{other.text[:_SHOWN]}”"
    return ""


def _shown(part: tuple[bool, str] | _Table) -> str:
    return f"“{part[1][:_SHOWN]}”" if isinstance(part, tuple) else f"{len(part.rows)} 行的表"
