"""Reading a PDF file of ours back: the words of each tagged part by its glyphs, and comparing them with the document.

The reader follows the structure tree to the marked content of each page and takes each glyph for the character that
the typeface's map in the file gives, or the words that stand beside it; it sees what a program that copies text sees.
"""

import re
from collections.abc import Iterator

from export.content import Block, Heading, Listing, NumberTable
from export.identity import words
from export.pdf.objects import Objects, hex_text, string_in
from export.pdf.properties import identity_in
from export.writer import Comparison, Content, Difference, Found
from model.structs import Struct

_TOKEN = re.compile(
    rb"/\w+ << /MCID (\d{1,6}) >> BDC|/Span << /ActualText <FEFF([0-9A-F]*)> >> BDC|/Artifact (BMC)|(EMC)\n"
    rb"|/(F\d+) [\d.]+ Tf|<([0-9A-F]{4})> Tj"
)
_CONTENT = re.compile(rb"/Pg (\d{1,6}) 0 R /MCID (\d{1,6})")
_KIDS = re.compile(rb"/K \[([^\]]*)\]")
_ROLE = re.compile(rb"/S /(\w+)")
_CHARACTER = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{4,8})>\n")
_CELL = re.compile(rb"/RowSpan (\d+) /ColSpan (\d+)(?: /Scope /(\w+))?")
_ROLES = frozenset(("H1", "H2", "H3", "P", "TH", "TD"))
_DEEPEST = 6


class _Text(Struct):
    """The words of a part, and how it is tagged."""

    role: str
    words: str
    spans: tuple[int, int] = (1, 1)


def verify(data: bytes, content: Content) -> Comparison:
    """Compare a written file with its content: every paragraph and cell, its tag, the outline, the version.

    Raises:
        Difference: at the first place that differs, or when the file cannot be read.
    """
    file = Objects(data)
    found, wanted = list(_texts(file)), words(content.blocks)
    for index, (want, have) in enumerate(zip(wanted, found, strict=False), 1):
        if want != have.words:
            raise Difference(f"第 {index} 处应为“{want[:40]}”，读回为“{have.words[:40]}”")
    if len(wanted) != len(found):
        raise Difference(f"应有 {len(wanted)} 段和格，读回 {len(found)}")
    headings = [block.text for block in content.blocks if isinstance(block, Heading)]
    _compare_structure(file, found, headings, content)
    return Comparison(
        sum(len(block.values) for block in content.blocks if isinstance(block, NumberTable)),
        len(headings),
        sum(part.role not in ("TH", "TD") for part in found),
    )


def read(data: bytes) -> Found:
    """What a PDF file that we wrote holds now.

    Raises:
        Difference: it cannot be read as a file of ours.
    """
    file = Objects(data)
    return Found(identity_in(file[file.reference(file.trailer, "Info")]), [part.words for part in _texts(file)])


def _compare_structure(file: Objects, found: list[_Text], headings: list[str], content: Content) -> None:
    if [part.words for part in found if part.role == "H2"] != headings:
        raise Difference("PDF 里标明的标题不对")
    spans = [span for block in content.blocks for span in _spans(block)]
    tagged = [part.spans for part in found if part.role in ("TH", "TD")]
    if tagged != spans:
        raise Difference("PDF 里标明的合并不是表样的合并")
    root = file[file.reference(file.trailer, "Root")]
    if list(_outline(file, file.reference(root, "Outlines"))) != headings:
        raise Difference("PDF 的书签不对")
    if identity_in(file[file.reference(file.trailer, "Info")]) != content.identity:
        raise Difference("PDF 写明的版本不对")


def _spans(block: Block) -> Iterator[tuple[int, int]]:
    """Over how many rows and columns each cell of a table goes."""
    match block:
        case NumberTable(table):
            yield from ((cell.row_span, cell.column_span) for cell in table.cells)
        case Listing(head, _, rows):
            yield from ((1, 1) for row in (head, *rows) for _ in row)


def _outline(file: Objects, number: int) -> Iterator[str]:
    entry = file[number]
    step = b"/First "
    while step in entry:
        entry = file[file.reference(entry, step.strip(b"/ ").decode())]
        yield string_in(entry, "Title") or ""
        step = b"/Next "


def _texts(file: Objects) -> Iterator[_Text]:
    root = file[file.reference(file.trailer, "Root")]
    pages: dict[int, dict[int, str]] = {}
    yield from _below(file, file.reference(root, "StructTreeRoot"), pages, _DEEPEST)


def _below(file: Objects, number: int, pages: dict[int, dict[int, str]], deepest: int) -> Iterator[_Text]:
    body = file[number]
    kids, role = _KIDS.search(body), _ROLE.search(body)
    if kids is None or not deepest:
        raise Difference("PDF 的结构树不对")
    contents = _CONTENT.findall(kids.group(1))
    name = role.group(1).decode() if role else ""
    if name not in _ROLES:
        for child in re.findall(rb"(\d{1,6}) 0 R", kids.group(1)):
            yield from _below(file, int(child), pages, deepest - 1)
        return
    text = "".join(_marked(file, int(page), int(place), pages) for page, place in contents)
    cell = _CELL.search(body)
    yield _Text(name, text, (int(cell.group(1)), int(cell.group(2))) if cell else (1, 1))


def _marked(file: Objects, page: int, place: int, pages: dict[int, dict[int, str]]) -> str:
    if page not in pages:
        pages[page] = _page(file, page)
    return pages[page].get(place, "")


def _page(file: Objects, number: int) -> dict[int, str]:
    """The words of each marked content of a page; text outside of any is refused, for it belongs to no paragraph."""
    marked: dict[int, str] = {}
    maps: dict[bytes, dict[bytes, str]] = {}
    open_marks: list[str] = []
    place, font = -1, b""
    for token in _TOKEN.finditer(file.stream(file.reference(file[number], "Contents"))):
        content, beside, artifact, end, named, code = token.groups()
        if content is not None:
            place = int(content)
            marked[place] = ""
            open_marks.append("content")
        elif beside is not None or artifact:
            open_marks.append("beside" if beside is not None else "artifact")
            if beside is not None and place in marked:
                marked[place] += hex_text(beside)
        elif end:
            if not open_marks:
                raise Difference("PDF 页面里的标记不成对")
            open_marks.pop()
        elif named:
            font = named
        elif open_marks[-1:] == ["content"]:
            maps.setdefault(font, maps[font] if font in maps else _map(file, number, font))
            marked[place] += maps[font].get(code, "\ufffd")
        elif not open_marks:
            raise Difference("PDF 页面里有不属于任何段落的文字")
    return marked


def _map(file: Objects, page: int, font: bytes) -> dict[bytes, str]:
    """The characters of a typeface that a page names."""
    typeface = file.reference(file[file.reference(file[page], "Resources")], font.decode())
    cmap = file.stream(file.reference(file[typeface], "ToUnicode"))
    return {code: hex_text(character) for code, character in _CHARACTER.findall(cmap)}
