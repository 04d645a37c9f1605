"""OpenDocument texts (.odt, .fodt), as LibreOffice and WPS write them."""

from typing import TYPE_CHECKING

from importers.bounded import xml
from importers.bounded.xml import deeper
from importers.bounded.zipped import Zipped
from importers.document.blocks import Document, Paragraph
from importers.document.layout import Cell, Item, Mark, faint, finished, lowered, note, raised, struck, table
from importers.formats.odf.lists import Lists, Place
from importers.formats.odf.names import DC, DRAW, LOEXT, OFFICE, TABLE, TEXT, count
from importers.formats.odf.styles import OF_TABLES, PLAIN, Look, looks
from importers.refused import DAMAGED, PASSWORD, Refused

if TYPE_CHECKING:
    from lxml import etree

_BODY = f"{OFFICE}body/{OFFICE}text"
_STYLES = (f"{OFFICE}styles", f"{OFFICE}automatic-styles")
_HEADING = f"{TEXT}h"
_PARAGRAPHS = frozenset({f"{TEXT}p", _HEADING})
_SILENT = frozenset({f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{TEXT}ruby-text", f"{OFFICE}forms"})
_NO_WORDS = frozenset({f"{TEXT}number", f"{DC}creator", f"{DC}date", f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"})
_REGION = f"{TEXT}changed-region"
_CHANGES = frozenset({f"{TEXT}change", f"{TEXT}change-start", f"{TEXT}change-end"})
_PICTURES = frozenset({f"{DRAW}image", f"{DRAW}object", f"{DRAW}object-ole"})
_TABLES, _ROWS, _CELLS = (
    frozenset({f"{TABLE}{name}", f"{LOEXT}{name}"}) for name in ("table", "table-row", "table-cell")
)
_GROUPS_OF_ROWS = frozenset({f"{TABLE}table-header-rows", f"{TABLE}table-rows", f"{TABLE}table-row-group"})
_MOST_REPEATED = 1000
_MOST_BLANKS = 100
_REVISION_SHOWN = 40
_NOTE = f"{TEXT}note"
_LEVELS = frozenset("123456789")


def read(data: bytes) -> Document:
    """The document in an OpenDocument text, packed or as one XML file.

    Raises:
        Refused: it has a password, is broken, or is too much.
    """
    roots = _packed(data) if data.startswith(b"PK") else [xml.parse(data)]
    body = roots[0].find(_BODY)
    if body is None:
        raise Refused(DAMAGED)
    styles = [style for root in reversed(roots) for name in _STYLES for style in root.iterchildren(name)]
    deleted = {str(name) for region in body.iter(_REGION) for name in region.attrib.values() if _is_deletion(region)}
    blocks, residues = finished(_Text(styles, deleted).items(body, 0))
    return Document("odt", blocks, residues)


def _packed(data: bytes) -> list["etree._Element"]:
    archive = Zipped(data)
    if b"encryption-data" in (archive.read("META-INF/manifest.xml") or b""):
        raise Refused(PASSWORD)
    styles = archive.read("styles.xml")
    content = xml.parse(archive.read("content.xml") or b"")
    return [content] if styles is None else [content, xml.parse(styles)]


class _Line:
    """A paragraph in the making: its words, and what floats beside them."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.beside: list[Item] = []
        self.struck: list[str] = []

    def say(self, text: str | None, look: Look) -> None:
        """Add words as they look; those struck through are a revision."""
        words = " ".join((text or "").split("\n"))
        if look.struck and words.strip():
            self.beside.append(Mark("revision", words[:_REVISION_SHOWN]))
            self.struck.append(words)
        elif not (look.hidden or look.struck):
            shown = raised(words) if look.above else lowered(words) if look.below else words
            unseen = look.tiny or (look.white and not look.grounded)
            self.words.append(faint(shown, tiny=bool(look.tiny)) if unseen else shown)


class _Text:
    """One walk over a text, with its lists counted along."""

    def __init__(self, styles: list["etree._Element"], deleted: set[str]) -> None:
        self._lists = Lists(styles)
        self._looks = looks(styles)
        self._deleted = deleted
        self._open: set[str] = set()
        self._around = PLAIN

    def items(self, container: "etree._Element", depth: int, place: Place | None = None) -> list[Item]:
        """What stands in the body, a section, a cell or a text box."""
        below = deeper(depth)
        found: list[Item] = []
        for child in container:
            tag = child.tag
            if tag in _PARAGRAPHS:
                found += self._paragraph(child, below, "")
            elif tag == f"{TEXT}list":
                found += self._list(child, below, place)
            elif tag in _TABLES:
                found += table(self._rows(child, below))
            elif tag in _PICTURES:
                found.append(Mark("picture"))
            elif tag in _CHANGES:
                found.append(self._change(child))
            elif tag not in _SILENT and tag != _NOTE:
                found += self.items(child, below)
        return found

    def _list(self, element: "etree._Element", depth: int, around: Place | None) -> list[Item]:
        place, below = self._lists.enter(element, around), deeper(depth)
        found: list[Item] = []
        for item in element:
            printed = item.findtext(f"{TEXT}number")
            number = None if item.tag == f"{TEXT}list-header" else printed
            for child in item:
                if child.tag in _PARAGRAPHS:
                    counts = number is None and item.tag == f"{TEXT}list-item"
                    number = self._lists.number(place, item) if counts else number
                    found += self._paragraph(child, deeper(below), (number or "").strip(), listed=True)
                    number = ""
                elif child.tag == f"{TEXT}list":
                    found += self._list(child, deeper(below), place)
        return found

    def _paragraph(self, element: "etree._Element", depth: int, number: str, *, listed: bool = False) -> list[Item]:
        line = _Line()
        self._words(element, line, depth, self._look(element, self._around))
        said = element.get(f"{TEXT}outline-level", "") if element.tag == _HEADING else ""
        level = int(said) if said in _LEVELS else None
        if level and not listed:
            number = self._lists.heading(element, level)
        printed = (element.findtext(f"{TEXT}number") or "").strip()
        text = "".join(line.words).strip()
        return [Paragraph(text, printed or number, level), *line.beside, *struck(line.struck, text)]

    def _change(self, element: "etree._Element") -> Mark:
        """Note where a deletion whose words still stand in the text begins and ends."""
        name, tag = element.get(f"{TEXT}change-id", ""), element.tag
        if tag == f"{TEXT}change-start" and name in self._deleted:
            self._open.add(name)
        elif tag == f"{TEXT}change-end":
            self._open.discard(name)
        return Mark("revision")

    def _look(self, element: "etree._Element", around: Look) -> Look:
        return self._looks.get(element.get(f"{TEXT}style-name", ""), PLAIN).over(around)

    def _ground(self, element: "etree._Element") -> Look:
        """What a cell or a row gives what stands in it."""
        return self._looks.get(OF_TABLES + element.get(f"{TABLE}style-name", ""), PLAIN)

    def _words(self, element: "etree._Element", line: _Line, depth: int, look: Look) -> None:
        below = deeper(depth)
        self._say(line, element.text, look)
        for child in element:
            self._inline(child, line, below, look)
            self._say(line, child.tail, look)

    def _say(self, line: _Line, text: str | None, look: Look) -> None:
        if not self._open:
            line.say(text, look)

    def _inline(self, child: "etree._Element", line: _Line, depth: int, look: Look) -> None:
        tag = str(child.tag)
        if tag == f"{TEXT}s":
            line.words.append(" " * count(child, f"{TEXT}c", _MOST_BLANKS))
        elif tag == f"{TEXT}tab":
            line.words.append("\t")
        elif tag == f"{TEXT}line-break":
            line.words.append("\n")
        elif tag in (f"{OFFICE}annotation", _NOTE):
            line.beside += _note(child) if tag == _NOTE else [Mark("comment", _comment(child))]
        elif tag in _TABLES:
            line.beside.extend(table(self._rows(child, depth)))
        elif tag == f"{DRAW}text-box":
            line.beside.extend(self._on(Look(grounded=True), child, depth))
        elif tag in _PICTURES:
            line.beside.append(Mark("picture"))
        elif tag in _CHANGES:
            line.beside.append(self._change(child))
        elif tag not in _SILENT and tag not in _NO_WORDS:
            self._words(child, line, depth, self._look(child, look))

    def _on(self, ground: Look, element: "etree._Element", depth: int) -> list[Item]:
        """What stands in an element that may lie on a ground of its own, such as a cell or a shape."""
        around, self._around = self._around, Look(grounded=ground.grounded).over(self._around)
        found = self.items(element, depth)
        self._around = around
        return found

    def _rows(self, element: "etree._Element", depth: int) -> list[list[Cell]]:
        below = deeper(depth)
        rows: list[list[Cell]] = []
        for child in element:
            if child.tag in _GROUPS_OF_ROWS:
                rows += self._rows(child, below)
            elif child.tag in _ROWS and child.get(f"{TABLE}visibility", "visible") == "visible":
                cells = [cell for element in child.iterchildren(*_CELLS) for cell in self._cells(element, below)]
                rows += [cells] * count(child, f"{TABLE}number-rows-repeated", _MOST_REPEATED)
        return rows

    def _cells(self, element: "etree._Element", depth: int) -> list[Cell]:
        """A cell, as often as it is repeated; the places that it covers are told by itself."""
        columns = count(element, f"{TABLE}number-columns-spanned", _MOST_REPEATED)
        rows = count(element, f"{TABLE}number-rows-spanned", _MOST_REPEATED)
        row = element.getparent()
        ground = self._ground(element).over(PLAIN if row is None else self._ground(row))
        cell = Cell(self._on(ground, element, depth), columns, rows)
        return [cell] * count(element, f"{TABLE}number-columns-repeated", _MOST_REPEATED)


def _is_deletion(region: "etree._Element") -> bool:
    return region.find(f"{TEXT}deletion") is not None


def _comment(annotation: "etree._Element") -> str:
    return "".join(str(said) for line in annotation.iterchildren(f"{TEXT}p") for said in line.itertext())


def _note(element: "etree._Element") -> list[Mark]:
    """A footnote or an endnote."""
    body = element.find(f"{TEXT}note-body")
    kind = "尾注" if element.get(f"{TEXT}note-class") == "endnote" else "脚注"
    return note(kind, "" if body is None else "".join(map(str, body.itertext())))
