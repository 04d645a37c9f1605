"""The parts of a document that painted text belongs to, and what each piece of painted text stands for."""

from collections.abc import Callable
from typing import Literal

from model.structs import Struct

Scope = Literal["", "Row", "Column"]
Role = Literal["H1", "H2", "H3", "P", "TH", "TD"]
"""The standard structure types of PDF (ISO 32000-1, 14.8.4) that a report needs."""


class Part(Struct, frozen=True):
    """A paragraph or a cell.

    Attributes:
        role: what it is.
        block: the number of its block in the document.
        row: of a cell, the row in which it begins; of a paragraph, its number within the block.
        column: of a cell, the column in which it begins.
        rows: how many rows a cell spans.
        columns: how many columns a cell spans.
        scope: of a label, what it heads.
    """

    role: Role
    block: int
    row: int = 0
    column: int = 0
    rows: int = 1
    columns: int = 1
    scope: Scope = ""


class Piece(Struct, frozen=True):
    """Text that was painted in one go; a piece of no part is there for the eye alone, as a page number is.

    `text` is what it stands for, which may be more than what is painted: a line feed before it, a blank at its end.
    """

    part: Part | None
    text: str


class Bookmark(Struct, frozen=True):
    """An entry of the outline: its words, its page from 0, and its height over the foot of the page in points."""

    text: str
    page: int
    top: float


class Painted(Struct, frozen=True):
    """A PDF file as a painter left it.

    Attributes:
        data: its bytes; before each piece of text stands a mark: a rectangle at `MARK_X`.
        pieces: for each page, the pieces in the order in which they were painted.
        bookmarks: the outline.
    """

    data: bytes
    pieces: tuple[tuple[Piece, ...], ...]
    bookmarks: tuple[Bookmark, ...]


MARK_X = 5000
"""Where marks are painted: far outside of every page, in the units of the page."""

Mark = Callable[[Part | None, str], None]
"""Told before a piece of text is painted: the part it belongs to, and what it stands for."""


def no_mark(_part: Part | None, _text: str) -> None:
    """For painting that makes no file."""
