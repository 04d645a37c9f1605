"""The rows of a workbook or of a list with commas, within bounds; to be run in a process of its own."""

import csv
import gc
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

from python_calamine import CalamineSheet, CalamineWorkbook

from importers.bounded.encodings import decoded
from importers.bounded.zipped import Zipped
from importers.refused import DAMAGED, TOO_MUCH, Refused
from model.ledger.ledger import Ledger, plain
from model.ledger.recognise import RawSheet, sheets_of

MOST_ROWS, MOST_COLUMNS, MOST_PLACES = 200_000, 300, 3_000_000
"""The most rows, columns and cells of a sheet."""
_LARGEST_PART = 130_000_000
_LARGEST = 200_000_000
"""The most bytes of a part of a package, and of all of them; 100,000 lines take some 60,000,000."""
_PIECE = 1 << 20
_FAR = re.compile(rb"""r(?<![A-Za-z0-9_:.-]r)\s*=\s*["'](?=[A-Z]{2}|[A-Z]?[0-9]{6})([A-Z]{0,3})([0-9]{0,9})["']""")
"""A cell or a row behind the first 26 columns or the first 99,999 rows: those before them need little room.

It begins with a letter, not with a boundary, so that the places where it can begin are found at once.
"""
_LONGEST_TAG = 400
_LETTERS = 26
_DELIMITERS = "\t,;|"
_HEAD = 4000


def answer(task: str, data: bytes) -> bytes:
    """The lines of a ledger as JSON, for `importers.tasks.ROWS` with all that stands in them.

    Raises:
        Refused: it is broken, or larger than any ledger.
    """
    gc.disable()  # rows of words refer to nothing in a circle, and looking for circles takes a quarter of the time
    try:
        sheets = sheets_of(raw_sheets(data), whole=task.endswith("rows"))
        return json.dumps(plain(Ledger(sheets)), ensure_ascii=False, check_circular=False).encode()
    finally:
        gc.enable()


def raw_sheets(data: bytes) -> Iterator[RawSheet]:
    """Every sheet, also one that is hidden.

    Raises:
        Refused: it is broken, or larger than any ledger.
    """
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        yield from _of_workbook(data)
    else:
        yield _of_text(decoded(data))


def _of_workbook(data: bytes) -> Iterator[RawSheet]:
    if data.startswith(b"PK"):
        _look_over(Zipped(data, _LARGEST_PART, _LARGEST))
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        for index, name in enumerate(book.sheet_names):
            sheet = book.get_sheet_by_index(index)
            if sheet.start is not None:
                yield _raw(name, sheet, *sheet.start)
    except (Refused, MemoryError, GeneratorExit):
        raise
    except BaseException:  # noqa: BLE001 - what goes wrong in the library's own code is no Exception of Python's
        raise Refused(DAMAGED) from None


def _raw(name: str, sheet: CalamineSheet, top: int, left: int) -> RawSheet:
    if sheet.height > MOST_ROWS or sheet.height * sheet.width > MOST_PLACES:
        raise Refused(TOO_MUCH)
    merged = [(a - top, b - left, c - top, d - left) for (a, b), (c, d) in sheet.merged_cell_ranges or ()]
    rows = [[cell.strip() if type(cell) is str else _words(cell) for cell in row] for row in sheet.iter_rows()]
    return RawSheet(name, rows, top + 1, [each for each in merged if min(each) >= 0])


def _look_over(archive: Zipped) -> None:
    """Look how far the cells of the sheets reach before a library makes a place for all between them."""
    for name in archive.names:
        if "worksheets/" in name and name.endswith(".xml"):
            rows = columns = 0
            rest = b""
            for piece in archive.pieces(name, _PIECE):
                rest = rest[-_LONGEST_TAG:] + piece
                for letters, number in _FAR.findall(rest):
                    rows, columns = max(rows, int(number or 0)), max(columns, _column(letters))
            if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_PLACES:
                raise Refused(TOO_MUCH)
        else:
            for _ in archive.pieces(name, _PIECE):
                pass


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + letter - 64
    return number


def _number(cell: float) -> str:
    return str(int(cell)) if cell.is_integer() and abs(cell) < 10**15 else repr(cell)


def _words(cell: Any) -> str:  # noqa: ANN401 - whatever the library gives
    """The words of a cell that holds no text."""
    return _WORDS.get(type(cell), str)(cell)


_WORDS: Mapping[type, Callable[[Any], str]] = {
    bool: lambda cell: "是" if cell else "否",
    float: _number,
    datetime: lambda cell: cell.date().isoformat(),
    date: date.isoformat,
}
"""By its type; those of other types as Python writes them."""


def _of_text(text: str) -> RawSheet:
    head = text[:_HEAD]
    delimiter = max(_DELIMITERS, key=head.count)
    csv.field_size_limit(_LARGEST)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            if len(rows) >= MOST_ROWS or len(row) > MOST_COLUMNS:
                raise Refused(TOO_MUCH)
            rows.append([cell.strip() for cell in row])
    except csv.Error:
        raise Refused(DAMAGED) from None
    return RawSheet("", rows)
