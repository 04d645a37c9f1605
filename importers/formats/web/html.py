"""Web pages, saved or copied: what a visitor reads, as blocks."""

import re
from collections.abc import Callable

from lxml import etree

from importers.bounded.encodings import decoded
from importers.bounded.xml import deeper
from importers.document.blocks import Document, Paragraph
from importers.document.layout import Cell, Item, Mark, faint, finished, lowered, raised, struck, table
from importers.formats.web.lists import Lists, numbers_itself
from importers.formats.web.setting import Setting, is_gone, is_unseen
from importers.refused import TOO_MUCH, Refused

LONGEST = 12_000_000
"""The most characters of a page."""
MOST_MARKS = 200_000
"""The most tags and attributes of a page; each costs some 200 bytes of memory."""
WIDEST = 1000
"""The most columns or rows that a cell may cover; browsers stop there too."""

MOST_WORK = 1_000_000_000
"""The most pairs of words in the same tag: what the parser compares where a tag has attributes without end."""
_REVISION_SHOWN = 40
_SILENT_WORDS = """
    script style head title template noscript iframe object embed option button svg math audio video
    canvas map colgroup col rt rp datalist nav xml
"""
_SILENT = frozenset(_SILENT_WORDS.split())
_BLOCK_WORDS = """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody td textarea tfoot th
    thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_WORDS.split())
_HEADING = re.compile("h([1-6])")
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through")
_STRUCK_TAGS = frozenset({"del", "s", "strike"})
_ABOVE = re.compile(r"vertical-align\s*:\s*super")
_BELOW = re.compile(r"vertical-align\s*:\s*sub")
_TYPED = frozenset({"text", "number"})
"""The kinds of field whose content a visitor reads."""
_LONGEST_NOTE = 2
_LIST_NUMBER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_BLANKS = re.compile("[ \t\r\n\f]+")
_AS_TYPED = {ord("\n"): "\v", ord("\r"): None, ord("\t"): "\x1c"}
"""Line ends and tabs of words that are set as they were typed, kept apart from those of the source."""
_DECLARED = re.compile(r"\A\s*<\?xml[^>]*\?>")
_CONDITIONAL = re.compile(r"<!\[[^\]>]{0,80}\]>")
_UNUSABLE = re.compile("[\0-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def read(data: bytes) -> Document:
    """The document in a saved web page, whatever code it is in or says it is in.

    Raises:
        Refused: it is too much, or nested too deep.
    """
    return from_text(decoded(data), "html")


def from_text(page: str, kind: str) -> Document:
    """The document in a web page.

    Args:
        page: the page's source.
        kind: where it came from.

    Raises:
        Refused: it is too much, or nested too deep.
    """
    root = _parsed(page)
    sheets = () if root is None else ("".join(map(str, sheet.itertext())) for sheet in root.iter("style"))
    blocks, residues = finished([] if root is None else _Page(Lists(sheets)).items(root))
    return Document(kind, blocks, residues)


def _parsed(page: str) -> etree._Element | None:
    if len(page) > LONGEST or page.count("<") + page.count("=") > MOST_MARKS:
        raise Refused(TOO_MUCH)
    if sum(len(tag.split()) ** 2 for tag in page.split("<")) > MOST_WORK:
        raise Refused(TOO_MUCH)
    plain = _CONDITIONAL.sub("", _DECLARED.sub("", _UNUSABLE.sub("", page)))
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    try:
        return etree.fromstring(plain.encode(), parser) if plain.strip() else None
    except (etree.XMLSyntaxError, ValueError):
        return None


_PLAIN = Setting()


class _Page:
    """One walk over a page, or over a cell of it: words gather until a block begins or ends."""

    def __init__(self, lists: Lists, setting: Setting = _PLAIN, *, in_cell: bool = False) -> None:
        self._lists, self._setting, self._in_cell = lists, setting, in_cell
        self._found: list[Item] = []
        self._words: list[str] = []
        self._struck: list[str] = []
        self._number = self._counted = ""
        self._level: int | None = None

    def items(self, element: etree._Element, depth: int = 0) -> list[Item]:
        """What stands in an element."""
        self._inside(element, depth)
        self._end()
        return self._found

    def _inside(self, element: etree._Element, depth: int) -> None:
        below, around = deeper(depth), self._setting
        self._setting = around.within(element)
        self._say(element.text)
        for child in element:
            self._child(child, below)
            self._say(child.tail)
        self._setting = around

    def _say(self, words: str | None) -> None:
        shown = (words or "").translate(_AS_TYPED) if self._setting.as_typed else words or ""
        setting = self._setting
        self._words.append(faint(shown, tiny=setting.tiny) if setting.faint or setting.tiny else shown)

    def _child(self, child: etree._Element, depth: int) -> None:
        tag = str(child.tag).rpartition(":")[2].lower()
        style = child.get("style", "")
        if tag in _SILENT or is_gone(child) or is_unseen(child):
            return
        if tag in _STRUCK_TAGS or _STRUCK.search(style.lower()):
            self._struck.append("".join(map(str, child.itertext())).strip())
            self._found.append(Mark("revision", self._struck[-1][:_REVISION_SHOWN]))
        elif tag == "br":
            self._words.append("\v")
        elif placed := _placed(child, tag, style.lower()):
            self._words.append(placed("".join(map(str, child.itertext()))))
        elif tag in ("input", "select"):
            self._words.append(self._entered(child, tag))
        elif tag == "img":
            self._found.append(Mark("picture"))
        elif tag == "table":
            self._end()
            rows = _rows(child, depth, self._setting.within(child), self._lists)
            self._found += table(rows[self._repeats_heading(child) :])
        elif _LIST_NUMBER.search(style):
            self._number += "".join(map(str, child.itertext())).strip()
        elif tag in _BLOCKS:
            self._block(child, tag, depth)
        else:
            self._inside(child, depth)

    def _entered(self, child: etree._Element, tag: str) -> str:
        """What a field shows; of a list only in a cell."""
        if tag == "input":
            return child.get("value", "") if child.get("type", "text").lower() in _TYPED else ""
        return _chosen(child) if self._in_cell else ""

    def _block(self, child: etree._Element, tag: str, depth: int) -> None:
        heading = _HEADING.fullmatch(tag)
        self._end()
        self._level = int(heading[1]) if heading else self._level
        if tag == "li":
            self._number = self._counted = self._lists.number(child)
        self._inside(child, depth)
        self._end()
        self._level = None
        if tag == "li":
            self._number = self._counted = ""

    def _repeats_heading(self, element: etree._Element) -> bool:
        """Whether a table begins with a caption that says again what stands above it."""
        above = next((found.text for found in reversed(self._found) if isinstance(found, Paragraph) and found.text), "")
        caption = element.find("caption")
        return caption is not None and bool(above) and "".join(map(str, caption.itertext())).strip() == above

    def _end(self) -> None:
        """End the paragraph that was gathering."""
        text = _BLANKS.sub(" ", "".join(self._words)).replace("\xa0", " ").replace("\x1c", "\t")
        lines = [line.strip() for line in text.split("\v")]
        said = "\n".join(lines).strip()
        number = "" if self._counted and self._counted == self._number and numbers_itself(said) else self._number
        self._found.append(Paragraph(said, number, self._level))
        self._found += struck(self._struck, said)
        self._words, self._struck = [], []
        if said:
            self._number = self._counted = ""


def _chosen(element: etree._Element) -> str:
    """The figure that a list shows; other words of a list are a portal's, not the report's."""
    options = list(element.iter("option"))
    shown = next((option for option in options if "selected" in option.attrib), options[0] if options else None)
    words = "" if shown is None else "".join(map(str, shown.itertext())).strip()
    return words if words.isdecimal() else ""


def _placed(element: etree._Element, tag: str, style: str) -> Callable[[str], str] | None:
    """How the words of an element are read that stand above or below the line."""
    if tag == "sup" or _ABOVE.search(style) or _is_note(element, tag):
        return raised
    return lowered if tag == "sub" or _BELOW.search(style) else None


def _is_note(element: etree._Element, tag: str) -> bool:
    """Whether an element is a number that leads to a note on the same page."""
    words = "".join(map(str, element.itertext())).strip() if tag == "a" else ""
    return words.isdecimal() and len(words) <= _LONGEST_NOTE and element.get("href", "").startswith("#")


def _rows(element: etree._Element, depth: int, setting: Setting, lists: Lists) -> list[list[Cell]]:
    """The rows of a table, each part's own; cells that cover rows end with their part."""
    below = deeper(depth)
    rows: list[list[Cell]] = []
    for child in element:
        tag = str(child.tag)
        if is_gone(child):
            continue
        if tag == "tr":
            of_row, seen = setting.within(child), not is_unseen(child)
            rows.append([_cell(cell, deeper(below), of_row, lists, seen=seen) for cell in child if _is_cell(cell)])
        elif tag in ("tbody", "thead", "tfoot", "form", "center", "div", "font", "span"):
            rows += _rows(child, below, setting.within(child), lists)
        elif tag == "caption":
            rows.append([Cell(_Page(lists, setting).items(child, below))])
    return [row for row in rows if row]


def _is_cell(element: etree._Element) -> bool:
    return element.tag in ("td", "th") and not is_gone(element)


def _cell(element: etree._Element, depth: int, setting: Setting, lists: Lists, *, seen: bool) -> Cell:
    """A cell; one that is not seen keeps its place, empty."""
    shown = seen and not is_unseen(element)
    items = _Page(lists, setting, in_cell=True).items(element, depth) if shown else []
    return Cell(items, _count(element.get("colspan")), _count(element.get("rowspan")))


def _count(text: str | None) -> int:
    digits = (text or "").strip()
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < len(str(WIDEST)) else 1
    return max(number, 1)
