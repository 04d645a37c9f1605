"""A PDF file as blocks, in the order of its pages."""

from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain
from typing import Any

from importers.document.blocks import Document, Paragraph
from importers.document.layout import Item, finished, table
from importers.formats.pdf.asides import mark
from importers.formats.pdf.char import Char
from importers.formats.pdf.library import pdfplumber
from importers.formats.pdf.paragraphs import paragraphs, sides, without_running
from importers.formats.pdf.tables import Box, Ruled, goes_on, rows, ruled, within
from importers.formats.pdf.words import Line, lines, once
from importers.refused import DAMAGED, TOO_MUCH, Refused

MOST_PAGES = 60
"""A yearly report has some ten pages."""
MOST_CHARACTERS = 200_000
MOST_LINES = 20_000
"""The most ruled lines and boxes of a page, which the library compares with each other."""
SCAN = "这份 PDF 是扫描的图片，里面没有文字可读。请换用编写时的 Word 或 WPS 文件；没有的话，请新建报告，照着它填写"
LOCKED = "这份 PDF 有密码或加密，无法读取。请用能打开它的软件另存为没有密码的 PDF，或换用编写时的 Word 或 WPS 文件"
UNREADABLE = "这份 PDF 里的文字用了特殊的字体编码，读出来不是汉字。请换用编写时的 Word 或 WPS 文件"
_UNMAPPED = "(cid:"
_MOST_UNMAPPED = 0.1
_LEAST_CELLS = 4
_LOCK_ERRORS = frozenset(("PDFEncryptionError", "PDFPasswordIncorrect"))
"""What the library's own errors about locked files are called."""


def read(data: bytes) -> Document:
    """The document in a PDF file.

    Raises:
        Refused: it is a scan, locked, damaged, or too much.
    """
    try:
        with pdfplumber().open(BytesIO(data)) as pdf:
            pages = _pages(pdf)
    except (Refused, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - what the library raises on a broken file is anything
        raise Refused(LOCKED if _is_about_lock(error) else DAMAGED) from None
    blocks, residues = finished(_items(pages))
    return Document("pdf", blocks, residues)


def _is_about_lock(error: BaseException) -> bool:
    """Whether the library could not decipher a file; it wraps its own errors."""
    inner = error.args[0] if error.args else None
    return any(type(each).__name__ in _LOCK_ERRORS for each in (error, inner))


def _pages(pdf: Any) -> list[tuple[list[Line], list[Ruled]]]:  # noqa: ANN401 - pdfplumber's file
    if pdf.doc.encryption and not pdf.doc.is_extractable and not pdf.pages:
        raise Refused(LOCKED)
    if not pdf.pages:
        raise Refused(DAMAGED)
    if len(pdf.pages) > MOST_PAGES:
        raise Refused(TOO_MUCH)
    found, characters, pictures = [], 0, 0
    unmapped = 0
    for number, each in enumerate(pdf.pages):
        page, chars = _upright(each)
        characters += len(chars)
        pictures += len(page.images)
        unmapped += sum(char["text"].startswith(_UNMAPPED) or "\ue000" <= char["text"] <= "\uf8ff" for char in chars)
        if characters > MOST_CHARACTERS or len(page.edges) > MOST_LINES:
            raise Refused(TOO_MUCH)
        found.append(_page(page, chars, number))
        page.close()
    if not characters:
        raise Refused(SCAN if pictures else DAMAGED)
    if unmapped > _MOST_UNMAPPED * characters:
        raise Refused(UNREADABLE)
    return found


def _upright(page: Any) -> tuple[Any, list[Char]]:  # noqa: ANN401 - pdfplumber's page
    """The page with most of its characters upright, and its characters."""
    chars = _characters(page)
    turns = Counter(map(_turn, chars))
    turn = max(turns, key=lambda each: turns[each], default=0)
    if turn:
        page_obj = page.page_obj
        page_obj.attrs["Rotate"] = page_obj.rotate = (page_obj.rotate + turn) % 360
        page = type(page)(page.pdf, page_obj, page.page_number, page.initial_doctop)
        chars = _characters(page)
    return page, [char for char in chars if _turn(char) == 0]


def _turn(char: Char) -> int:
    """How far a character is turned against the page, anticlockwise, in degrees: 0, 90, 180 or 270."""
    across, up = char["matrix"][:2]
    if abs(across) >= abs(up):
        return 0 if across >= 0 else 180
    return 90 if up > 0 else 270


def _characters(page: Any) -> list[Char]:  # noqa: ANN401 - pdfplumber's page
    """What is seen on a page; a character printed twice to look bold counts once."""
    return once([char for char in page.chars if char["size"] > 1 and char["text"]])


def _page(page: Any, chars: Sequence[Char], number: int) -> tuple[list[Line], list[Ruled]]:  # noqa: ANN401
    if strikes := {id(line) for line in mark(page, chars)}:
        page = page.filter(lambda drawn: id(drawn) not in strikes)
    found = [ruled(each, chars, number) for each in page.find_tables() if len(each.cells) >= _LEAST_CELLS]
    outside = [char for char in chars if not any(_is_in(each.box, char) for each in found)] if found else chars
    return lines(outside, number), found


def _is_in(box: Box, char: Char) -> bool:
    return within(box, (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2)


def _items(pages: Sequence[tuple[list[Line], list[Ruled]]]) -> Iterator[Item]:
    kept = without_running([found for found, _ in pages])
    left, right = sides(chain.from_iterable(kept))
    waiting: list[Line] = []
    parts: list[Ruled] = []
    for each in chain.from_iterable(_in_order(found, tables) for found, (_, tables) in zip(kept, pages, strict=True)):
        if isinstance(each, Line):
            yield from table(rows(parts)) if parts else ()
            parts = []
            waiting.append(each)
            continue
        yield from map(Paragraph, paragraphs(waiting, left, right))
        waiting = []
        if parts and not goes_on(parts[-1], each):
            yield from table(rows(parts))
            parts = []
        parts.append(each)
    yield from table(rows(parts)) if parts else ()
    yield from map(Paragraph, paragraphs(waiting, left, right))


def _in_order(found: Sequence[Line], tables: Sequence[Ruled]) -> list[Line | Ruled]:
    """The lines and tables of a page from top to bottom."""
    return sorted([*found, *tables], key=lambda each: each.top if isinstance(each, Line) else each.box[1])
