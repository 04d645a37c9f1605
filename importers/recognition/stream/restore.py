"""A document with the tables that its words spell out put back as grids."""

from collections.abc import Iterator, Sequence

from importers.document.blocks import Block, Document, Grid, GridCell, Paragraph, Residue
from importers.reading import Doubt, Location
from importers.recognition.stream.align import Aligned, Left, Placed, align
from importers.recognition.stream.pieces import Line, lines
from importers.recognition.stream.regions import Region, regions
from importers.recognition.stream.shape import Shape, bare
from model.form.form import Form, Table
from model.structs import Struct, replace

_SHOWN = 200
_LOST = "{table}有 {count} 处数字在复制时打乱了次序或缺了几格，没有读入，请按原件填写，其余各行也请核对。"
_BY_NUMBER = "{table}有 {count} 行的数字按前后次序或按合计整理后放入，不能完全确定，请对照原件核对。"
_FEW = 3
"""Of more runs of figures without a row one doubt is made."""


class Restored(Struct, frozen=True):
    """A document whose tables are grids, and what is doubtful about them."""

    document: Document
    doubts: tuple[Doubt, ...] = ()


def restored(document: Document, form: Form, wanted: Sequence[str]) -> Restored:
    """Put back the tables that are spelled out in words.

    Args:
        document: the document.
        form: the form whose labels are looked for.
        wanted: the ids of the tables that no grid of the document holds.
    """
    found = lines(document)
    shapes = [Shape(form, table) for table in form.tables]
    tables = [_aligned(region, found) for region in regions(found, shapes) if region.shape.table.id in wanted]
    return _Restorer(document, found, tables).restored() if tables else Restored(document)


def _aligned(region: Region, lines: Sequence[Line]) -> tuple[Region, Aligned]:
    """A table's figures in their rows; words that name no row after all are none of the table's, and are told."""
    inside = [index for index in region.lines if index not in region.unknown]
    aligned = align(region.shape, [lines[index] for index in inside])
    shown = [bare(placed.label) for placed in aligned.rows if placed.label]
    for index in inside:
        lost = _lost(region.shape, lines[index], shown)
        if lost and not lines[index].figures:
            region.unknown.append(index)
        elif lost and not any(lost in left.words for left in aligned.left):
            aligned.left.append(Left(lost, "不是表样里的行名，没有放进表格"))
    region.unknown.sort()
    return region, aligned


def _lost(shape: Shape, line: Line, shown: Sequence[str]) -> str:
    """The words of a line that are no label of the form and name no row of the restored table."""
    words = [piece.words for piece in line.pieces if not piece.figure]
    if all(map(shape.names, words)) or shape.names("".join(words)):
        return ""
    return " ".join(each for each in words if not shape.names(each) and not any(bare(each) in row for row in shown))


class _Restorer:
    def __init__(self, document: Document, found: list[Line], tables: list[tuple[Region, Aligned]]) -> None:
        self.document, self.lines, self.tables = document, found, tables
        self.blocks: list[Block] = []
        self.doubts: list[Doubt] = []
        self.moved: dict[int, int] = {}
        self.spans: dict[int, tuple[int, int]] = {}
        for index, line in enumerate(found):
            self.spans[line.block] = (self.spans.get(line.block, (index, index))[0], index)

    def restored(self) -> Restored:
        """The blocks up to each table, the table, and what stands behind the last."""
        done = 0
        for region, aligned in self.tables:
            self._keep(range(done, region.lines.start))
            self._table(region, aligned)
            for index in region.unknown:
                self._keep(range(index, index + 1))
            done = region.lines.stop
        self._keep(range(done, len(self.lines)))
        residues = tuple(self._residue(each) for each in self.document.residues)
        return Restored(replace(self.document, blocks=tuple(self.blocks), residues=residues), tuple(self.doubts))

    def _keep(self, kept: range) -> None:
        """Take over lines as they are; a block that is whole stays whole."""
        for index in kept:
            line = self.lines[index]
            block = self.document.blocks[line.block]
            whole = self._is_whole(line.block, kept)
            if whole and line.part == 0:
                self._add(line.block, block)
            elif not whole and line.text.strip():
                self._add(line.block, Paragraph(line.text))

    def _is_whole(self, block: int, kept: range) -> bool:
        first, last = self.spans[block]
        return first in kept and last in kept

    def _add(self, block: int, found: Block) -> None:
        self.moved.setdefault(block, len(self.blocks))
        self.blocks.append(found)

    def _table(self, region: Region, aligned: Aligned) -> None:
        table, at = region.shape.table, len(self.blocks)
        for index in region.lines:
            self.moved.setdefault(self.lines[index].block, at)
        self.blocks.append(Grid(tuple(_rows(table, aligned.rows))) if aligned.rows else Paragraph(""))
        self.doubts += _doubts(table, aligned.left, Location(at))

    def _residue(self, residue: Residue) -> Residue:
        before = [block for block in self.moved if block <= residue.block]
        return replace(residue, block=self.moved[max(before)] if before else 0)


def _doubts(table: Table, left: Sequence[Left], location: Location) -> Iterator[Doubt]:
    """One doubt for each run of figures; of many that found no row, one for all."""
    for taken, message in ((False, _LOST), (True, _BY_NUMBER)):
        alike = [each for each in left if each.taken == taken]
        printed = "；".join(each.words for each in alike)[:_SHOWN]
        if len(alike) > _FEW:
            yield Doubt(table.id, printed, "", message.format(table=table.name, count=len(alike)), location)
        else:
            yield from (_doubt(table, each, location) for each in alike)


def _doubt(table: Table, left: Left, location: Location) -> Doubt:
    words = left.words[:_SHOWN]
    what = "请核对" if left.taken else "没有读入，请按原件填写"
    return Doubt(
        table.id, words, words if left.taken else "", f"{table.name}里的“{words}”：{left.reason}，{what}。", location
    )


def _rows(table: Table, placed: Sequence[Placed]) -> Iterator[tuple[GridCell, ...]]:
    """The table as the form has it, with the rows that were found, in their order, and the heads above them."""
    said: set[int] = set()
    for each in placed:
        first = table_cell_row(table, each)
        heads = [row for row in range(first) if row not in said and _is_head(table, row)]
        yield from (_labels(table, row) for row in heads)
        said.update(heads)
        yield _figures(table, first, each)


def table_cell_row(table: Table, placed: Placed) -> int:
    """The row of the form's grid where the figures of a row stand."""
    return next(cell.row for cell in table.number_cells if cell.id == placed.row.cells[0])


def _is_head(table: Table, row: int) -> bool:
    return not any(cell.id for cell in table.grid[row])


def _labels(table: Table, row: int) -> tuple[GridCell, ...]:
    line = table.grid[row]
    return tuple(GridCell(cell.label, (cell.row, cell.column) == (row, column)) for column, cell in enumerate(line))


def _figures(table: Table, row: int, placed: Placed) -> tuple[GridCell, ...]:
    words = dict(zip(placed.row.cells, placed.words, strict=True))
    label = placed.label or (placed.row.label if placed.row.undivided else "")
    return tuple(
        GridCell(words.get(cell.id, "") if cell.id else label or cell.label, begins=cell.column == column)
        for column, cell in enumerate(table.grid[row])
    )
