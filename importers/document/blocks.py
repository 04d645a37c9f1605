"""What a file says, whatever kind it is: paragraphs and grids in reading order, plain text only."""

from collections.abc import Mapping
from typing import Literal

from model.form.form import Value
from model.structs import Struct

ResidueKind = Literal[
    "revision",
    "comment",
    "picture",
    "bookmark",
    "broken_reference",
    "faint",
    "tiny",
    "note",
    "box",
    "hidden",
    "struck",
    "struck_out",
]


class Paragraph(Struct, frozen=True):
    """One paragraph as a reader sees it, without deleted or hidden words.

    Attributes:
        text: its words; line breaks within it are line feeds.
        number: the automatic number that Word prints before it, such as 三、; not part of `text`.
        level: 1 to 9 for a paragraph that its style or outline level makes a heading.
    """

    text: str
    number: str = ""
    level: int | None = None


class GridCell(Struct, frozen=True):
    """What stands at one place of a grid; a merged cell covers several places, and begins at one of them."""

    text: str
    begins: bool = True


class Grid(Struct, frozen=True):
    """A table with merged cells spelled out: every row has the same number of places."""

    rows: tuple[tuple[GridCell, ...], ...]


Block = Paragraph | Grid


class Residue(Struct, frozen=True):
    """Something in the file that is no plain text and was left out, or kept as Word had accepted it.

    Attributes:
        kind: what it is.
        words: the words that name it, such as those of a comment; empty for a picture.
        block: the block it belongs to, as an index.
    """

    kind: ResidueKind
    words: str
    block: int


class KnownFigures(Struct, frozen=True):
    """What our own export carries along in a Word file: the public numbers with their ids, as they were exported."""

    form: str
    year: int
    agency: str
    numbers: Mapping[str, Value]


class Document(Struct, frozen=True):
    """A file as it was read: its blocks, what was left out, what it knows of itself.

    `kind` is an id of the table `importers.formats.kinds`, or `clipboard`; `digest` is the SHA-256 of the content, in
    hexadecimal digits, where it came from outside. `draft` is the id of the draft it was exported from, if it says so.
    """

    kind: str
    blocks: tuple[Block, ...]
    residues: tuple[Residue, ...] = ()
    known: KnownFigures | None = None
    digest: str = ""
    draft: str = ""
