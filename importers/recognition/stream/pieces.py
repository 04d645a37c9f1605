"""A document as lines of pieces: words and figures in reading order, whatever set the cells apart."""

from collections.abc import Iterator, Sequence

from importers.document.blocks import Block, Document, Grid, Paragraph
from importers.recognition.bare_figures import is_figure
from importers.recognition.texts.noise import is_page_number
from model.language.patterns import pattern
from model.structs import Struct

_BLANKS = pattern(r"[ \u3000\xa0]+")
_LONGEST = 60
"""A longer piece is a sentence, never a label or a figure."""


class Piece(Struct, frozen=True):
    """One piece of a line: a figure, the words of a label, or an empty cell between two tabs."""

    words: str
    figure: bool

    @property
    def blank(self) -> bool:
        """Whether it is an empty cell."""
        return not self.words


class Line(Struct, frozen=True):
    """One line of a document.

    Attributes:
        text: its words, cells set apart by tabs.
        block: the block it belongs to.
        part: which line of the block it is.
        pieces: its pieces; an empty cell is one only behind a figure or a label.
        skipped: a page number or nothing, which is no part of a table.
    """

    text: str
    block: int
    part: int
    pieces: tuple[Piece, ...]
    skipped: bool

    @property
    def figures(self) -> int:
        """How many figures it holds."""
        return sum(piece.figure and not piece.blank for piece in self.pieces)

    @property
    def cells(self) -> int:
        """How many figures and empty cells it holds."""
        return sum(piece.figure for piece in self.pieces)


def lines(document: Document) -> list[Line]:
    """All lines of a document, those of its grids too."""
    return [line for index, block in enumerate(document.blocks) for line in _lines(index, block)]


def _lines(index: int, block: Block) -> Iterator[Line]:
    for part, text in enumerate(_texts(block)):
        skipped = not text.strip(" ") or is_page_number(text)
        yield Line(text, index, part, () if skipped or _is_long(text) else tuple(_pieces(text)), skipped)


def _texts(block: Block) -> Sequence[str]:
    if isinstance(block, Paragraph):
        return f"{block.number}{block.text}".splitlines()
    assert isinstance(block, Grid)
    return ["\t".join(_one_line(cell.text) for cell in row if cell.begins) for row in block.rows]


def _one_line(text: str) -> str:
    return "".join(text.splitlines())


def _is_long(text: str) -> bool:
    return any(len(piece) > _LONGEST for piece in text.split())


def _pieces(text: str) -> Iterator[Piece]:
    """The words and figures of a line; an empty cell is one behind others, or in a row that has figures alone."""
    cells = [cell.strip(" \u3000\xa0") for cell in text.split("\t")]
    begun = all(not cell or is_figure(cell) for cell in cells)
    for cell in cells:
        if cell:
            yield from (Piece(word, is_figure(word)) for word in _words(cell))
            begun = True
        elif begun:
            yield Piece("", figure=True)


def _words(cell: str) -> list[str]:
    return [cell] if is_figure(cell) else _BLANKS.split(cell)
