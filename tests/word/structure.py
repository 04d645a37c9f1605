"""Faults of a Word file that the validators do not see: what Word would repair, or show otherwise than written."""

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT_WIDTH = 8844


def faults(path: Path) -> list[str]:
    """Every fault found, in words; an empty list for a sound file."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    trees = {name: etree.fromstring(data) for name, data in parts.items()}
    return [
        *_package(parts, trees),
        *(fault for tree in trees.values() for table in tree.iter(f"{W}tbl") for fault in _table(table)),
        *(fault for name, tree in trees.items() for fault in _fields(name, tree)),
        *_styles(trees),
        *_times(trees),
    ]


def _package(parts: dict[str, bytes], trees: dict[str, etree._Element]) -> Iterator[str]:
    types = trees["[Content_Types].xml"]
    declared = {element.get("PartName", "").lstrip("/") for element in types if element.get("PartName")}
    held = {name for name in parts if name != "[Content_Types].xml" and not name.endswith(".rels")}
    if declared != held:
        yield f"content types and parts differ: {declared ^ held}"
    for name, tree in trees.items():
        if name.endswith(".rels"):
            folder = name.rpartition("_rels/")[0]
            for relation in tree:
                if relation.get("TargetMode") == "External":
                    yield f"{name} points outside the file"
                elif posixpath.normpath(f"{folder}{relation.get('Target')}") not in parts:
                    yield f"{name} points to nothing: {relation.get('Target')}"


def _table(table: etree._Element) -> Iterator[str]:
    columns = [int(column.get(f"{W}w", "0")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    if sum(columns) != TEXT_WIDTH:
        yield f"grid columns add up to {sum(columns)}"
    above: list[tuple[int, int, bool]] = []
    for number, row in enumerate(table.iterfind(f"{W}tr")):
        cells = list(_cells(row, columns))
        if sum(span for _, span, _ in cells) != len(columns):
            yield f"row {number} does not fill the grid"
        for start, span, goes_on in cells:
            if goes_on and (start, span) not in {(left, width) for left, width, _ in above}:
                yield f"row {number}: the cell at column {start} goes on from nothing"
        yield from _row(number, row)
        above = cells
    if above and table.find(f"{W}tr[last()]//{W}keepNext") is not None and not _is_note(table.getnext()):
        yield "the last row is chained to what follows, and that is no note"


def _is_note(element: etree._Element | None) -> bool:
    style = None if element is None else element.find(f"{W}pPr/{W}pStyle")
    return style is not None and style.get(f"{W}val") == "TableNote"


def _row(number: int, row: etree._Element) -> Iterator[str]:
    if row.find(f"{W}trPr/{W}cantSplit") is None:
        yield f"row {number} may be split over two pages"
    for cell in row.iterfind(f"{W}tc"):
        if cell.find(f"{W}p") is None:
            yield f"row {number} has a cell without a paragraph"


def _cells(row: etree._Element, columns: list[int]) -> Iterator[tuple[int, int, bool]]:
    start = 0
    for cell in row.iterfind(f"{W}tc"):
        span_element, merge = cell.find(f"{W}tcPr/{W}gridSpan"), cell.find(f"{W}tcPr/{W}vMerge")
        span = 1 if span_element is None else int(span_element.get(f"{W}val", "1"))
        width = cell.find(f"{W}tcPr/{W}tcW")
        assert width is not None
        assert int(width.get(f"{W}w", "0")) == sum(columns[start : start + span]), (
            "a cell is not as wide as its columns"
        )
        yield start, span, merge is not None and merge.get(f"{W}val") != "restart"
        start += span


def _fields(name: str, tree: etree._Element) -> Iterator[str]:
    depth = 0
    for mark in tree.iter(f"{W}fldChar"):
        depth += {"begin": 1, "separate": 0, "end": -1}[mark.get(f"{W}fldCharType", "")]
        if depth not in (0, 1):
            yield f"{name}: fields lie in each other"
    if depth:
        yield f"{name}: a field does not end"


def _styles(trees: dict[str, etree._Element]) -> Iterator[str]:
    known = {style.get(f"{W}styleId") for style in trees["word/styles.xml"].iter(f"{W}style")}
    for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
        for tree in trees.values():
            used = {element.get(f"{W}val") for element in tree.iter(f"{W}{kind}")}
            if used - known:
                yield f"unknown styles: {used - known}"


def _times(trees: dict[str, etree._Element]) -> Iterator[str]:
    for element in trees["docProps/core.xml"]:
        if "terms" in str(element.tag):
            yield f"the file carries a time: {element.text}"
