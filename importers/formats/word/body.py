"""Walking a Word file's body: paragraphs, tables and text boxes in reading order."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from importers.bounded.xml import deeper
from importers.document.blocks import Paragraph
from importers.document.layout import Cell, Item, Mark, faint, lowered, raised, struck, table
from importers.formats.word import names
from importers.formats.word.names import DEL, INS, MOVE_FROM, MOVE_TO, RPR, TRPR, w
from importers.formats.word.numbering import Numbering
from importers.formats.word.outside import Outside
from importers.formats.word.properties import (
    ACROSS,
    DOWN,
    GRID_SPAN,
    PLACE,
    RUN_STYLE,
    SIZE,
    STYLE,
    Properties,
    Said,
    said,
    value,
)
from importers.formats.word.styles import PLAIN, Style, Styles, is_shaded, look_of, paragraph_style, white_of
from model.structs import Struct, field

if TYPE_CHECKING:
    from lxml import etree

_REVISION_SHOWN = 40
"""How many characters of a revision are told."""
_PRIVATE = range(0xE000, 0xF900)
_GONE = (DEL, MOVE_FROM)
_COME = (INS, MOVE_TO)
_NO_ROW = (*_GONE, w("hidden"))
_GRID_BEFORE = w("gridBefore")
_CONTINUE = "continue"
"""What a merge says, or means when it says nothing."""
_PLACED = {"superscript": raised, "subscript": lowered}
"""How words above or below the line are read."""
_SILENT = frozenset(
    w(name)
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "customXmlPr", "smartTagPr",
        "instrText", "delText", "delInstrText", "rt", "rubyPr", "fldData", "ffData",
    )
)  # fmt: skip


class _Line(Struct):
    """A paragraph in the making: its words, what floats beside them, and the fields that are open."""

    words: list[str] = field(default_factory=list)
    beside: list[Item] = field(default_factory=list)
    codes: list[bool] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    place: str = ""
    style: Style = PLAIN
    faint: bool = False
    tiny: bool = False

    def say(self, text: str) -> None:
        """Add words, unless they belong to a field's code."""
        if not self.codes or not any(self.codes):
            shown = _PLACED[self.place](text) if self.place in _PLACED else text
            self.words.append(faint(shown, tiny=self.tiny) if self.faint or self.tiny else shown)

    @property
    def size(self) -> tuple[int, int]:
        """How much there is."""
        return len(self.words), len(self.beside)


class Body:
    """One walk over a text body, with the numbering counted along."""

    def __init__(self, body: "etree._Element", styles: Styles, numbering: Numbering, outside: Outside) -> None:
        """Know the body's properties, and what the other parts say."""
        self._properties = Properties(body)
        self._styles = styles
        self._numbering = numbering
        self._outside = outside
        self._carried: list[str] = []
        self._shaded = False
        self._inline: dict[str, Callable[[etree._Element, _Line, int], None]] = {
            names.T: self._text,
            names.MATHS_TEXT: self._text,
            names.R: self._run,
            w("fldChar"): self._field,
            w("sym"): self._symbol,
            **dict.fromkeys((names.COMMENT, names.FOOTNOTE, names.ENDNOTE), self._reference),
            w("drawing"): self._drawing,
            w("pict"): self._drawing,
            w("object"): self._drawing,
            names.ALTERNATIVES: self._alternatives,
            **dict.fromkeys(_GONE, self._deleted),
            **dict.fromkeys(_COME, self._inserted),
            **dict.fromkeys(names.BREAKS, self._break),
        }

    def items(self, container: "Iterable[etree._Element]", depth: int = 0) -> list[Item]:
        """What stands in the body, a cell, a text box or anything around them.

        Raises:
            Refused: it is nested deeper than any report.
        """
        found: list[Item] = []
        below = deeper(depth)
        for child in container:
            tag = child.tag
            if tag == names.P:
                found += self._paragraph(child, below)
            elif tag == names.TBL:
                found += self._left_over()
                found += self._table(child, below)
            elif tag in _GONE:
                found.append(_revision(child))
            elif tag == names.ALTERNATIVES:
                found += self._one_of(child, below)
            elif tag not in _SILENT and len(child):
                found += [_revision(child)] if tag in _COME else []
                found += self.items(child, below)
        found += self._left_over()
        return found

    def _left_over(self) -> list[Item]:
        """The words of paragraphs whose end is deleted or hidden, where no other paragraph follows."""
        text = "".join(self._carried).strip() if self._carried else ""
        self._carried.clear()
        return [Paragraph(text)] if text else []

    def _one_of(self, alternatives: "etree._Element", depth: int) -> list[Item]:
        """The first of several ways to say the same that says something."""
        branches = (self.items(branch, deeper(depth)) for branch in alternatives)
        return next((found for found in branches if found), [])

    def _table(self, element: "etree._Element", depth: int) -> list[Item]:
        around = self._shaded
        self._shaded |= is_shaded(said(element, w("tblPr")))
        found = table([cells for row in _rows(element, depth) if (cells := self._cells(row, depth))])
        self._shaded = around
        return found

    def _cells(self, row: "etree._Element", depth: int) -> list[Cell]:
        before = _count(said(row, TRPR), _GRID_BEFORE)
        cells: list[Cell] = [Cell(columns=before)] if before else []
        for element in _below(row, names.TC, depth):
            parts = list(element)
            told = self._properties.among(parts)
            goes_on, around = value(told, DOWN, _CONTINUE) == _CONTINUE, self._shaded
            self._shaded |= is_shaded(told)
            cell = Cell(self.items(parts, depth), _count(told, GRID_SPAN) or 1, goes_on=goes_on)
            self._shaded = around
            if cells and value(told, ACROSS, _CONTINUE) == _CONTINUE:
                cells[-1].columns += cell.columns
            else:
                cells.append(cell)
        return cells

    def _paragraph(self, element: "etree._Element", depth: int) -> list[Item]:
        parts, around = list(element), self._shaded
        properties = self._properties.among(parts)
        self._shaded |= is_shaded(properties)
        line = _Line(style=self._styles.get(value(properties, STYLE)))
        self._inside(parts, line, depth)
        self._shaded = around
        mark = self._properties.among([properties[RPR]]) if RPR in properties else {}
        if not mark.keys().isdisjoint(_GONE):
            self._carried += line.words
            return [*line.beside, Mark("revision")]
        done = self._finished("".join((*self._carried, *line.words)).strip(), properties, line.style)
        line.beside += struck(line.struck, done.text)
        runs_in = look_of(mark) == "hidden" and done.level != 1 and done.text
        self._carried = [done.number + done.text] if runs_in else []
        return line.beside if runs_in else [done, *line.beside]

    def _finished(self, text: str, properties: Said, style: Style) -> Paragraph:
        """A paragraph with its number and level; every paragraph of a list counts, an empty one too."""
        own = paragraph_style(properties)
        level = own.level if own.level is not None else style.level
        numbering = own.numbering if own.numbering is not None else style.numbering
        index = own.list_level if own.list_level is not None else style.list_level
        number = self._numbering.next(numbering, index or 0) if numbering else ""
        return Paragraph(text, number, level or None)

    def _inside(self, parts: "Iterable[etree._Element]", line: _Line, depth: int) -> None:
        below = deeper(depth)
        for child in parts:
            tag = child.tag
            reader = self._inline.get(tag)
            if reader is not None:
                reader(child, line, below)
            elif tag == names.TEXT_BOX:
                line.beside += self.items(child, below)
            elif tag not in _SILENT and len(child):
                self._inside(child, line, below)

    def _text(self, element: "etree._Element", line: _Line, _depth: int) -> None:
        line.say(element.text or "")

    def _break(self, element: "etree._Element", line: _Line, _depth: int) -> None:
        line.say(names.BREAKS[str(element.tag)])

    def _run(self, element: "etree._Element", line: _Line, depth: int) -> None:
        parts = list(element)
        properties = self._properties.among(parts)
        style = self._styles.get(value(properties, RUN_STYLE)) if RUN_STYLE in properties else PLAIN
        look = look_of(properties) or style.look or line.style.look
        if look == "struck":
            self._deleted(element, line, depth)
            line.struck += [part.text or "" for part in element.iter(names.T)]
        if look not in ("hidden", "struck"):
            line.place, line.tiny = value(properties, PLACE) or "", SIZE in properties
            line.faint = _is_white(properties, style, line.style) and not (self._shaded or is_shaded(properties))
            self._inside(parts, line, depth)
            line.place, line.faint, line.tiny = "", False, False

    def _field(self, element: "etree._Element", line: _Line, _depth: int) -> None:
        """A field has a code up to its separator, then its result; fields lie in each other."""
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            line.codes.append(True)
        elif kind == "separate" and line.codes:
            line.codes[-1] = False
        elif kind == "end" and line.codes:
            line.codes.pop()

    def _symbol(self, element: "etree._Element", line: _Line, _depth: int) -> None:
        code = element.get(w("char"), "")
        try:
            number = int(code, 16)
        except ValueError:
            return
        if number not in _PRIVATE and chr(number).isprintable():
            line.say(chr(number))

    def _reference(self, element: "etree._Element", line: _Line, _depth: int) -> None:
        line.beside += self._outside.mark(str(element.tag), element.get(w("id"), ""))

    def _deleted(self, element: "etree._Element", line: _Line, _depth: int) -> None:
        line.beside.append(_revision(element))

    def _inserted(self, element: "etree._Element", line: _Line, depth: int) -> None:
        line.beside.append(_revision(element))
        self._inside(element, line, depth)

    def _drawing(self, element: "etree._Element", line: _Line, depth: int) -> None:
        if next(element.iter(*names.PICTURES), None) is not None or element.tag == w("object"):
            line.beside.append(Mark("picture"))
        self._inside(element, line, depth)

    def _alternatives(self, element: "etree._Element", line: _Line, depth: int) -> None:
        """Of several ways to say the same, the first that says something."""
        size = line.size
        for branch in element:
            self._inside(branch, line, deeper(depth))
            if line.size != size:
                return


def _is_white(properties: Said, style: Style, paragraph: Style) -> bool:
    """Whether a run's words are white; the nearest that says something counts."""
    own = white_of(properties)
    whole = own if own is not None else style.white
    return bool(whole if whole is not None else paragraph.white)


def _rows(element: "etree._Element", depth: int) -> Iterator["etree._Element"]:
    """The rows that are shown."""
    for row in _below(element, names.TR, depth):
        if said(row, TRPR).keys().isdisjoint(_NO_ROW):
            yield row


def _below(element: "etree._Element", wanted: str, depth: int) -> Iterator["etree._Element"]:
    """The children of a kind, those in content controls and insertions too, those deleted not."""
    below = deeper(depth)
    for child in element:
        if child.tag == wanted:
            yield child
        elif child.tag not in _SILENT and child.tag not in _GONE and child.tag not in (names.TR, names.TC):
            yield from _below(child, wanted, below)


def _revision(element: "etree._Element") -> Mark:
    said = "".join(part.text or "" for part in element.iter(names.T, w("delText")))
    return Mark("revision", said[:_REVISION_SHOWN])


def _count(properties: Said, name: str) -> int:
    text = value(properties, name) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= len("9999") else 0
