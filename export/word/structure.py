"""The white list for `word/document.xml`: whatever is not on it would be seen, or hidden, by Word and not by us.

Which elements may stand where, which of them only once, which must be there, and what their attributes may say.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from html import unescape
from itertools import accumulate, islice
from typing import Literal, NamedTuple

from lxml import etree

from export.word.wordml import NAMESPACE, RELATIONSHIPS, SPACE, w
from export.writer import Difference
from model.report.report import Layout
from model.structs import Struct

TEXT_WIDTH = 8844
"""The width of the text and of every table, in twentieths of a point: A4 less the margins of GB/T 9704."""
_POINT = 20
_T, _TR, _TC, _CELL_PROPERTIES, _WIDTH, _SPAN = w("t"), w("tr"), w("tc"), w("tcPr"), w("tcW"), w("gridSpan")
_W, _VAL = w("w"), w("val")
_MERGE = w("vMerge")
_PREFIXES = {"w": NAMESPACE, "r": RELATIONSHIPS}
_NAMES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _PREFIXES.items()).encode()
_BEGINNING = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<w:document %s>" % _NAMES
_WORDS = re.compile(rb'<w:t(?: xml:space="preserve")?>[^<]+')
_TEXT = re.compile(rb'<w:t(?: xml:space="preserve")?>([^<]*)</w:t>')
_NO_TEXT = re.compile("[\0-\x08\x0b-\x1f>\ufffe\uffff]|&(?!(?:amp|lt|gt);)")
"""What an XML parser would refuse among words, or read as something else than what stands there."""
_FOREIGN = b"<!", b"<?", b"xmlns"
"""What would give a piece another meaning than it has by itself: comments, CDATA, and names of other vocabularies."""


Merge = Literal["", "restart", "continue"]
"""Whether a cell stands alone, begins a merge downwards, or goes on with the one above."""


class _Place(NamedTuple):
    """A cell of a row without its words: its width, its columns, its merge downwards, and how many texts it holds."""

    width: int
    span: int
    merge: Merge
    texts: int


class _Kind(NamedTuple):
    """The cells of a row without their words, how many columns each spans, its merge, and how many texts are in it."""

    places: tuple[_Place, ...]
    spans: tuple[int, ...]
    merges: tuple[Merge, ...]
    texts: tuple[int, ...]


class _Element(Struct, frozen=True):
    """What may stand in an element: children that may repeat, children that may not, and those that must be there."""

    many: str = ""
    once: str = ""
    needed: str = ""


_ELEMENTS: Mapping[str, _Element] = {
    "document": _Element("", "body", "body"),
    "body": _Element("p tbl", "sectPr", "sectPr"),
    "p": _Element("r", "pPr", "pPr"),
    "pPr": _Element("", "pStyle keepNext keepLines pageBreakBefore wordWrap spacing ind jc", "pStyle"),
    "r": _Element("t tab br", "rPr"),
    "rPr": _Element("", "rStyle rFonts sz szCs"),
    "tbl": _Element("tr", "tblPr tblGrid", "tblPr tblGrid tr"),
    "tblPr": _Element(
        "",
        "tblStyle tblW jc tblLayout tblCellMar tblLook tblCaption tblDescription",
        "tblStyle tblW tblLayout tblCellMar",
    ),
    "tblCellMar": _Element("", "top left bottom right", "top left bottom right"),
    "tblGrid": _Element("gridCol", "", "gridCol"),
    "tr": _Element("tc", "trPr", "trPr tc"),
    "trPr": _Element("", "cantSplit trHeight tblHeader", "cantSplit"),
    "tc": _Element("p", "tcPr", "tcPr p"),
    "tcPr": _Element("", "tcW gridSpan vMerge shd textDirection vAlign", "tcW vAlign"),
    "sectPr": _Element("footerReference", "pgSz pgMar pgNumType cols docGrid", "footerReference pgSz pgMar docGrid"),
}
"""An element that is not named here, or holds what is not named, is refused; those without children hold no element."""

_STYLES = "Title|Heading1|Heading2|BodyText|Signature|TableText|TableLabel|TableHead|TableNote"
_NUMBER = r"\d{1,5}"
_ATTRIBUTES: Mapping[str, Mapping[str, str]] = {
    "pStyle": {"val": _STYLES},
    "spacing": {"before": _NUMBER},
    "wordWrap": {"val": "0"},
    "ind": {"right": _NUMBER},
    "rStyle": {"val": "Subheading"},
    "rFonts": {"hint": "eastAsia"},
    "sz": {"val": r"\d{1,2}"},
    "szCs": {"val": r"\d{1,2}"},
    "tblStyle": {"val": "TableGrid"},
    "tblW": {"w": str(TEXT_WIDTH), "type": "dxa"},
    "tblLayout": {"type": "fixed"},
    "tblLook": {
        "val": "04A0", "firstRow": "1", "lastRow": "0", "firstColumn": "1", "lastColumn": "0", "noHBand": "0",
        "noVBand": "1",
    },
    "tblCaption": {"val": ".*"},
    "tblDescription": {"val": ".*"},
    "top": {"w": r"\d\d", "type": "dxa"},
    "left": {"w": r"\d\d", "type": "dxa"},
    "bottom": {"w": r"\d\d", "type": "dxa"},
    "right": {"w": r"\d\d", "type": "dxa"},
    "gridCol": {"w": _NUMBER},
    "trHeight": {"val": r"\d{2,3}", "hRule": "atLeast"},
    "tcW": {"w": _NUMBER, "type": "dxa"},
    "gridSpan": {"val": r"\d{1,2}"},
    "shd": {"val": "clear", "color": "auto", "fill": "F2F2F2"},
    "textDirection": {"val": "tbRlV"},
    "vAlign": {"val": "center"},
    "pgSz": {"w": "11906", "h": "16838"},
    "pgMar": {
        "top": "2098", "right": "1474", "bottom": "1984", "left": "1587", "header": "851", "footer": "1417",
        "gutter": "0",
    },
    "pgNumType": {"start": "1"},
    "cols": {"space": "425"},
}  # fmt: skip
"""The attributes that an element must have, each with all that it may say; `_MAY` has those that it may also lack."""

_MAY: Mapping[str, Mapping[str, str]] = {
    "ind": {"rightChars": _NUMBER, "left": _NUMBER},
    "vMerge": {"val": "restart"},
    "jc": {"val": "left|center"},
}
_SIZES = range(7, 25)
"""Half points a figure may be set in, below what its layout says."""
_FOOTERS = {("default", "rId4"), ("even", "rId5")}


class Cell(Struct, frozen=True):
    """A cell of a row: its words, how many columns it spans, and its merge downwards."""

    text: str = ""
    span: int = 1
    merge: Merge = ""


class Main(Struct, frozen=True):
    """The main part taken apart: all of it with empty rows, and each of these in turn, without its words and with."""

    root: etree._Element
    kinds: list[_Kind]
    rows: list[list[Cell]]


def taken_apart(main: bytes) -> Main:
    """Take the main part apart; its rows are compared with the white list, and `check` does that for the rest.

    Nearly all of it stands in the rows of its tables, and without their words most of these are the same as others:
    each of them is parsed and checked once, and its words are put back into its cells.

    Raises:
        Difference: a row is not as it must be, or something in it has another meaning than it has by itself.
        lxml.etree.XMLSyntaxError: it is no XML.
    """
    if not main.startswith(_BEGINNING):
        raise Difference("正文的根元素不对")
    plain = _WORDS.sub(b"<w:t>", main)
    for mark in _FOREIGN:
        if plain.find(mark, len(_BEGINNING)) >= 0:
            raise Difference(f"正文里有不该有的 {mark.decode()}")
    frame, rows = _apart(main)
    root = etree.fromstring(frame)
    if len(list(root.iter(_TR))) != len(rows):
        raise Difference("表里有空行")
    kinds = [_kind(row) for row in _apart(plain)[1]]
    return Main(root, kinds, [_filled(kind, row) for kind, row in zip(kinds, rows, strict=True)])


def check(main: Main, layout: Layout) -> None:
    """Compare all but the rows with the white list, and the widths of all columns and cells with each other.

    Raises:
        Difference: something stands in it that is not on the list, is missing, or is not as it must be.
    """
    _check_frame(main.root, layout)
    following = iter(main.kinds)
    for table in main.root.iter(w("tbl")):
        _check_columns(table, [next(following) for _ in table.iterchildren(_TR)])


def _check_frame(root: etree._Element, layout: Layout) -> None:
    for element in root.iter():
        if element.tag != _TR:
            _check(element)
    _check_section(root.find(f"{w('body')}/{w('sectPr')}"), layout)


def _apart(main: bytes) -> tuple[bytes, list[bytes]]:
    """The main part with an empty element in the place of each row, and what stands in the rows."""
    first, *others = main.split(b"<w:tr>")
    parted = [each.partition(b"</w:tr>") for each in others]
    if not all(end for _, end, _ in parted):
        raise Difference("表的一行没有结束")
    return b"<w:tr/>".join([first, *(after for _, _, after in parted)]), [row for row, _, _ in parted]


def _filled(kind: _Kind, row: bytes) -> list[Cell]:
    """The cells of a row with their words."""
    words = _texts(row)
    if len(words) != sum(kind.texts):
        raise Difference("表里的文字读不出来")
    if kind.texts.count(1) != len(kind.texts):
        following = iter(words)
        words = ["".join(islice(following, count)) for count in kind.texts]
    return list(map(Cell, words, kind.spans, kind.merges))


def _texts(row: bytes) -> list[str]:
    """The words of a row, each of which must be what an XML parser would take for words as they stand."""
    try:
        words = [found.decode() for found in _TEXT.findall(row)]
    except UnicodeDecodeError:
        raise Difference("表里的文字不是 UTF-8") from None
    if _NO_TEXT.search("".join(words)):
        raise Difference("表里有不该有的字符")
    return [unescape(each) if "&" in each else each for each in words]


def _parsed(part: bytes) -> etree._Element:
    try:
        return etree.fromstring(part)
    except etree.XMLSyntaxError:
        raise Difference("正文的结构不对") from None


def _check(element: etree._Element) -> None:
    words = (element.text if element.tag != _T else None) or ""
    _check_one(element.tag, words + (element.tail or ""), tuple(element.items()), *[child.tag for child in element])


@lru_cache(4096)
def _check_one(named: object, words: str, attributes: tuple[tuple[str, str], ...], *children: object) -> None:
    """Compare one element with the white list; most are the same as others, in this file and in those before it.

    Args:
        named: its tag.
        words: what stands in it and behind it, but for the words of a text.
        attributes: its attributes.
        children: the tags of the elements in it.
    """
    tag, found = _local(named), [_local(child) for child in children]
    shape = _ELEMENTS.get(tag, _Element())
    once, many = shape.once.split(), shape.many.split()
    for name in found:
        if name not in once and name not in many:
            raise Difference(f"{tag} 里有不该有的 {name}")
        if name in once and found.count(name) > 1:
            raise Difference(f"{tag} 里的 {name} 多于一个")
    for name in shape.needed.split():
        if name not in found:
            raise Difference(f"{tag} 里缺少 {name}")
    if words.strip():
        raise Difference(f"{tag} 里有不该有的文字")
    _check_attributes(tag, dict(attributes))


def _local(tag: object) -> str:
    """The name of an element of WordprocessingML; others, comments too, have none that is on the list."""
    space, _, name = tag.rpartition("}") if isinstance(tag, str) else ("", "", "")
    return name if space == f"{{{NAMESPACE}" else f"？{name}"


def _check_attributes(tag: str, said: Mapping[str, str]) -> None:
    if tag in ("docGrid", "footerReference"):
        return
    needed, may = _ATTRIBUTES.get(tag, {}), _MAY.get(tag, {})
    for key, value in said.items():
        if tag == "t" and key == SPACE and value == "preserve":
            continue
        pattern = needed.get(_attribute(key)) or may.get(_attribute(key))
        if pattern is None or not _whole(pattern).fullmatch(value):
            raise Difference(f"{tag} 的属性不对：{_attribute(key)}={value[:20]}")
    missing = [name for name in needed if w(name) not in said]
    if missing:
        raise Difference(f"{tag} 缺少属性 {missing[0]}")
    if tag in ("sz", "szCs") and int(said.get(_VAL, "0")) not in _SIZES:
        raise Difference(f"字号不对：{said.get(_VAL)}")


def _attribute(key: str) -> str:
    space, _, name = key.rpartition("}")
    return name if space == f"{{{NAMESPACE}" else f"？{name}"


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.DOTALL)


def _check_section(section: etree._Element | None, layout: Layout) -> None:
    if section is None or section.getnext() is not None:
        raise Difference("页面设置不在正文末尾")
    grid = section.find(w("docGrid"))
    pitch = str(int(layout.line_pt * _POINT))
    said = None if grid is None else {str(key): str(value) for key, value in grid.attrib.items()}
    if said != {w("type"): "lines", w("linePitch"): pitch}:
        raise Difference("页面的行网格不对")
    footers = {
        (footer.get(w("type")), footer.get(f"{{{RELATIONSHIPS}}}id"))
        for footer in section.iterchildren(w("footerReference"))
    }
    if footers != _FOOTERS:
        raise Difference("页脚不对")


def _check_columns(table: etree._Element, rows: Iterable[_Kind]) -> None:
    """Columns fill the width of the text, cells fill their row, and each is as wide as the columns it covers."""
    columns = [int(column.get(w("w"), "0")) for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    if sum(columns) != TEXT_WIDTH or min(columns) <= 0:
        raise Difference(f"表的各列宽度之和是 {sum(columns)}，应为 {TEXT_WIDTH}")
    edges = list(accumulate(columns, initial=0))
    for number, row in enumerate(rows, 1):
        place = 0
        for cell in row.places:
            after = place + cell.span
            if cell.span < 1 or after > len(columns) or edges[after] - edges[place] != cell.width:
                raise Difference(f"表的第 {number} 行有一格的宽度与列宽不符")
            place = after
        if place != len(columns):
            raise Difference(f"表的第 {number} 行只有 {place} 列，应有 {len(columns)} 列")


@lru_cache(512)
def _kind(row: bytes) -> _Kind:
    """The cells of a row without their words, once it is compared with the white list.

    Args:
        row: what stands in the element, with the prefix of the whole document and without its words.
    """
    root = _parsed(b"<w:tr %s>%s</w:tr>" % (_NAMES, row))
    for element in root.iter():
        _check(element)
    places = tuple(_place(cell) for cell in root.iterchildren(_TC))
    return _Kind(places, *(tuple(getattr(place, name) for place in places) for name in ("span", "merge", "texts")))


def _place(cell: etree._Element) -> _Place:
    said = {part.tag: part for properties in cell.iterchildren(_CELL_PROPERTIES) for part in properties}
    width, span, merge = said.get(_WIDTH), said.get(_SPAN), said.get(_MERGE)
    return _Place(
        0 if width is None else int(width.get(_W, "0")),
        1 if span is None else int(span.get(_VAL, "1")),
        "" if merge is None else "restart" if merge.get(_VAL) == "restart" else "continue",
        sum(1 for _ in cell.iter(_T)),
    )
