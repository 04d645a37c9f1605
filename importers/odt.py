"""OpenDocument texts (.odt), as LibreOffice and WPS write them."""

from typing import TYPE_CHECKING

from importers import kinds, xml
from importers.blocks import Document, Paragraph
from importers.layout import Cell, Item, Mark, finished, table
from importers.refused import DAMAGED, Refused
from importers.xml import deeper
from importers.zipped import Zipped

if TYPE_CHECKING:
    from lxml import etree

_TEXT, _TABLE, _OFFICE, _DRAW, _DC = (
    f"{{{name}}}"
    for name in (
        "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "http://purl.org/dc/elements/1.1/",
    )
)
_BODY = f"{_OFFICE}body/{_OFFICE}text"
_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_SILENT = frozenset(
    {f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_TEXT}sequence-decls", f"{_TEXT}ruby-text", f"{_OFFICE}forms"}
)
_CHANGES = frozenset({f"{_TEXT}change", f"{_TEXT}change-start"})
_PICTURES = frozenset({f"{_DRAW}image", f"{_DRAW}object", f"{_DRAW}object-ole"})
_CONTENT_OF_ITS_OWN = frozenset({f"{_DRAW}text-box"})
_ROWS = frozenset({f"{_TABLE}table-header-rows", f"{_TABLE}table-rows", f"{_TABLE}table-row-group"})
_MOST_REPEATED = 1000
_MOST_BLANKS = 100


def read(data: bytes) -> Document:
    """The document in an OpenDocument text.

    Raises:
        Refused: it has a password, is broken, or is too much.
    """
    archive = Zipped(data)
    if b"encryption-data" in (archive.read("META-INF/manifest.xml") or b""):
        raise Refused(kinds.PASSWORD)
    body = xml.parse(archive.read("content.xml") or b"").find(_BODY)
    if body is None:
        raise Refused(DAMAGED)
    blocks, residues = finished(_items(body, 0))
    return Document("odt", blocks, residues)


def _items(container: "etree._Element", depth: int) -> list[Item]:
    below = deeper(depth)
    found: list[Item] = []
    number = ""
    for child in container:
        tag = child.tag
        if tag in _PARAGRAPHS:
            found += _paragraph(child, number, below)
        elif tag == f"{_TEXT}number":
            number = (child.text or "").strip()
        elif tag == f"{_TABLE}table":
            found += table(_rows(child, below))
        elif tag in _PICTURES:
            found.append(Mark("picture"))
        elif tag in _CHANGES:
            found.append(Mark("revision"))
        elif tag not in _SILENT:
            found += _items(child, below)
    return found


def _paragraph(element: "etree._Element", number: str, depth: int) -> list[Item]:
    words: list[str] = []
    beside: list[Item] = []
    printed = element.find(f"{_TEXT}number")
    _words(element, words, beside, depth)
    own = "" if printed is None else (printed.text or "").strip()
    level = element.get(f"{_TEXT}outline-level", "") if element.tag == f"{_TEXT}h" else ""
    heading = int(level) if level in {*"123456789"} else None
    return [Paragraph("".join(words).strip(), own or number, heading), *beside]


def _words(element: "etree._Element", words: list[str], beside: list[Item], depth: int) -> None:
    below = deeper(depth)
    words.append(" ".join((element.text or "").split("\n")))
    for child in element:
        _inline(child, words, beside, below)
        words.append(" ".join((child.tail or "").split("\n")))


def _inline(child: "etree._Element", words: list[str], beside: list[Item], depth: int) -> None:
    tag = str(child.tag)
    if tag == f"{_TEXT}s":
        words.append(" " * _count(child, f"{_TEXT}c", _MOST_BLANKS))
    elif tag == f"{_TEXT}tab":
        words.append("\t")
    elif tag == f"{_TEXT}line-break":
        words.append("\n")
    elif tag == f"{_OFFICE}annotation":
        beside.append(
            Mark("comment", "".join(str(said) for line in child.iterchildren(f"{_TEXT}p") for said in line.itertext()))
        )
    elif tag in _CONTENT_OF_ITS_OWN:
        beside.extend(_items(child, depth))
    elif tag in _PICTURES:
        beside.append(Mark("picture"))
    elif tag in _CHANGES:
        beside.append(Mark("revision"))
    elif tag not in _SILENT and tag not in (f"{_TEXT}number", f"{_DC}creator", f"{_DC}date"):
        _words(child, words, beside, depth)


def _rows(element: "etree._Element", depth: int) -> list[list[Cell]]:
    below = deeper(depth)
    rows: list[list[Cell]] = []
    for child in element:
        if child.tag in _ROWS:
            rows += _rows(child, below)
        elif child.tag == f"{_TABLE}table-row" and child.get(f"{_TABLE}visibility", "visible") == "visible":
            cells = [cell for element in child.iterchildren(f"{_TABLE}table-cell") for cell in _cells(element, below)]
            rows += [cells] * _count(child, f"{_TABLE}number-rows-repeated", _MOST_REPEATED)
    return rows


def _cells(element: "etree._Element", depth: int) -> list[Cell]:
    """A cell, as often as it is repeated; the places that it covers are told by itself."""
    columns = _count(element, f"{_TABLE}number-columns-spanned", _MOST_REPEATED)
    rows = _count(element, f"{_TABLE}number-rows-spanned", _MOST_REPEATED)
    cell = Cell(_items(element, depth), columns, rows)
    return [cell] * _count(element, f"{_TABLE}number-columns-repeated", _MOST_REPEATED)


def _count(element: "etree._Element", name: str, most: int) -> int:
    text = element.get(name, "1")
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(most)) else 1
    return min(max(number, 1), most)
