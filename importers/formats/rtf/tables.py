"""The tables of an RTF file: rows are told by the places of their cells' right edges, which make the columns."""

from bisect import bisect_left

from importers.document.layout import Cell, Item, table
from importers.refused import TOO_MUCH, Refused
from model.structs import Struct, field, replace

_MOST_CELLS = 200
_NEAR = 30
"""Edges that lie less than so many twips apart are one edge: half a millimetre."""
DEEPEST = 20
"""How deep tables may lie in each other."""


class CellShape(Struct, frozen=True):
    """A cell's right edge in twips, and how it is merged."""

    right: int = 0
    goes_on: bool = False
    joins_left: bool = False


class RowShape(Struct):
    """A row's left edge and its cells, as the words before or behind the row tell them."""

    left: int = 0
    cells: list[CellShape] = field(default_factory=list)
    coming: CellShape = CellShape()
    shaded: bool = False

    def tell(self, word: str, number: int) -> None:
        """Take in one control word.

        Raises:
            Refused: the row has more cells than any report's.
        """
        match word:
            case "trleft":
                self.left = number
            case "clvmrg":
                self.coming = replace(self.coming, goes_on=True)
            case "clmrg":
                self.coming = replace(self.coming, joins_left=True)
            case "clcbpat":
                self.shaded |= number > 0
            case "cellx":
                self.cells.append(replace(self.coming, right=number))
                self.coming = CellShape()
        if len(self.cells) > _MOST_CELLS:
            raise Refused(TOO_MUCH)


class _Level(Struct):
    """What gathers outside tables, or at one depth of tables in tables."""

    items: list[Item] = field(default_factory=list)
    cells: list[list[Item]] = field(default_factory=list)
    rows: list[tuple[RowShape, list[list[Item]]]] = field(default_factory=list)


class Tables:
    """What was read so far, with the tables that are open."""

    def __init__(self) -> None:
        """Begin outside of tables."""
        self._levels = [_Level()]

    def add(self, item: Item, depth: int) -> None:
        """Put something into the text, or into the cell at a depth of tables."""
        self._go(depth).items.append(item)

    def end_cell(self, depth: int) -> None:
        """End the cell at a depth."""
        level = self._go(depth)
        level.cells.append(level.items)
        level.items = []

    def end_row(self, shape: RowShape, depth: int) -> None:
        """End the row at a depth."""
        level = self._go(depth)
        level.rows.append((shape, level.cells))
        level.cells = []

    def finished(self) -> list[Item]:
        """Everything, all tables ended."""
        return self._go(0).items

    def _go(self, depth: int) -> _Level:
        """The level of a depth; deeper tables end there."""
        if depth > DEEPEST:
            raise Refused(TOO_MUCH)
        while len(self._levels) - 1 > depth:
            done = self._levels.pop()
            self._levels[-1].items += _table(done)
        while len(self._levels) - 1 < depth:
            self._levels.append(_Level())
        return self._levels[-1]


def _table(level: _Level) -> list[Item]:
    """The table of a level that ended; words behind its last cell stay behind it."""
    unended = [item for cell in level.cells for item in cell]
    edges = _edges([edge for shape, _ in level.rows for edge in (shape.left, *(cell.right for cell in shape.cells))])
    rows = [_row(shape, cells, edges) for shape, cells in level.rows if cells]
    return [*(table(rows) if rows else []), *unended, *level.items]


def _row(shape: RowShape, cells: list[list[Item]], edges: list[int]) -> list[Cell]:
    left = _index(edges, shape.left)
    row: list[Cell] = [Cell(columns=left)] if left else []
    for index, items in enumerate(cells):
        told = shape.cells[index] if index < len(shape.cells) else None
        right = left + 1 if told is None else max(_index(edges, told.right), left + 1)
        if told is not None and told.joins_left and row:
            row[-1].columns += right - left
        else:
            row.append(Cell(items, columns=right - left, goes_on=told is not None and told.goes_on))
        left = right
    return row


def _edges(places: list[int]) -> list[int]:
    """The places, those near each other once."""
    found: list[int] = []
    for place in sorted(set(places)):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _index(edges: list[int], place: int) -> int:
    """Which edge a place is."""
    return bisect_left(edges, place - _NEAR)
