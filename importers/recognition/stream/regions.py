"""Where the tables stand in a stream of lines: runs of lines that hold nothing but a table's labels and figures."""

from collections.abc import Iterator, Sequence

from importers.recognition.stream.pieces import Line
from importers.recognition.stream.shape import Shape
from importers.recognition.texts.headings import headed, is_heading
from importers.recognition.texts.noise import has_stop
from importers.recognition.texts.title import is_title
from model.structs import Struct, field

_MOST_UNKNOWN = 3
"""So many lines that are none of a table's may stand between two that are."""
_LONGEST_UNKNOWN = 40
_LEAST_ANCHORS = 2


class Region(Struct):
    """Lines that make up one table.

    Attributes:
        shape: the table.
        lines: their indexes, first to last, page numbers between them too.
        unknown: the indexes of those that are none of the table's.
        anchors: how many hold words that only this table has.
        figures: how many figures and empty cells they hold.
    """

    shape: Shape
    lines: range
    unknown: list[int] = field(default_factory=list)
    anchors: int = 0
    figures: int = 0

    @property
    def is_table(self) -> bool:
        """Whether enough was found to say that it is the table."""
        least = _LEAST_ANCHORS if self.shape.has_row_labels else 1
        return self.anchors >= least and self.figures >= least


def regions(lines: Sequence[Line], shapes: Sequence[Shape]) -> list[Region]:
    """The tables among some lines, in their order; the same table may stand there twice."""
    found = [region for region in _Finder(lines, shapes).found() if region.is_table]
    named = {region.shape.table.id for region in found}
    bare = (_bare(lines, shape) for shape in shapes if not shape.has_row_labels and shape.table.id not in named)
    return sorted((*found, *filter(None, bare)), key=lambda region: region.lines.start)


def _bare(lines: Sequence[Line], shape: Shape) -> Region | None:
    """The figures of a table of one row that stand alone below the heading of its part, as many as it has."""
    for index, line in enumerate(lines):
        if line.figures or headed(line.text, shape.form) != shape.table.id:
            continue
        rest = range(index + 1, len(lines))
        end = next((at for at in rest if not (lines[at].skipped or _is_bare(lines[at]))), len(lines))
        standing = [at for at in range(index + 1, end) if not lines[at].skipped]
        figures = sum(lines[at].figures for at in standing)
        if figures == shape.rows[0].width:
            return Region(shape, range(standing[0], standing[-1] + 1), anchors=1, figures=figures)
    return None


def _is_bare(line: Line) -> bool:
    return bool(line.pieces) and all(piece.figure for piece in line.pieces)


class _Finder:
    def __init__(self, lines: Sequence[Line], shapes: Sequence[Shape]) -> None:
        self.lines, self.shapes = lines, shapes
        self.now: Region | None = None
        self.pending: list[int] = []
        self.done = -1

    def found(self) -> Iterator[Region]:
        """All runs of lines that could be a table."""
        for index, line in enumerate(self.lines):
            if line.skipped:
                continue
            if self.now and self._goes_on(line):
                self._take(index, line)
            elif self.now and self._may_stand_between(line) and not self._beginning(line):
                self.pending.append(index)
            else:
                yield from self._ended()
                self._begin(index, line)
        yield from self._ended()

    def _goes_on(self, line: Line) -> bool:
        assert self.now is not None
        shape = self.now.shape
        if not line.pieces or self._ends(line):
            return False
        words = [piece.words for piece in line.pieces if not piece.figure]
        if all(_is_label(word, shape) for word in words):
            return True
        return _is_label("".join(words), shape) or _is_whole_row(line, shape)

    def _may_stand_between(self, line: Line) -> bool:
        short = len(line.text) <= _LONGEST_UNKNOWN and not self._ends(line)
        return short and len(self.pending) < _MOST_UNKNOWN

    def _take(self, index: int, line: Line) -> None:
        assert self.now is not None
        self.now.unknown += self.pending
        self.pending = []
        self._count(index, line, self.now)

    def _count(self, index: int, line: Line, region: Region) -> None:
        region.lines = range(region.lines.start, index + 1)
        self.done = index
        region.figures += line.cells
        region.anchors += sum(region.shape.anchors(piece.words) for piece in line.pieces if not piece.figure)

    def _begin(self, index: int, line: Line) -> None:
        if line.pieces and not self._ends(line) and (shape := self._beginning(line)):
            start = self._first_of_head(index, shape)
            self.now = Region(shape, range(start, start))
            for known in range(start, index + 1):
                self._count(known, self.lines[known], self.now)

    def _first_of_head(self, index: int, shape: Shape) -> int:
        """Where the words of a table begin that stand before the first that only it has."""
        first = index
        for above in range(index - 1, self.done, -1):
            line = self.lines[above]
            if self._ends(line) or not all(shape.knows(piece.words) for piece in line.pieces if not piece.figure):
                break
            first = above if line.pieces else first
            if not line.pieces and not line.skipped:
                break
        return first

    def _beginning(self, line: Line) -> Shape | None:
        """The table that a line belongs to, when it says so by itself."""
        words = [piece.words for piece in line.pieces if not piece.figure]
        for shape in self.shapes:
            if any(map(shape.anchors, words)) and all(_is_label(word, shape) for word in words):
                return shape
        return None

    def _ends(self, line: Line) -> bool:
        """Whether a line can only be outside of a table; a head of the table on disputes reads like a part's."""
        if line.figures or not (any(is_heading(line.text, shape.form) for shape in self.shapes) or is_title(line.text)):
            return False
        return not any(all(shape.is_label(piece.words) for piece in line.pieces) for shape in self.shapes)

    def _ended(self) -> Iterator[Region]:
        if self.now:
            yield self.now
        self.now, self.pending = None, []


def _is_label(words: str, shape: Shape) -> bool:
    """Whether words are a label of a table or a part of one, in the form's words or others; a sentence is none."""
    return not has_stop(words) and (shape.knows(words) or shape.meaning(words) is not None)


def _is_whole_row(line: Line, shape: Shape) -> bool:
    """Whether a line holds as many figures behind an unknown label as a row of the table has."""
    widths = {row.width for row in shape.rows}
    return line.figures > 1 and line.figures in widths and all(piece.figure for piece in line.pieces[-line.figures :])
