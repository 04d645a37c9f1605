"""The three tables of a document: every number cell that was found, wherever and however they were split."""

from importers.document.blocks import Document, Paragraph
from importers.reading import Location
from importers.recognition.tables.close_up import close_up
from importers.recognition.tables.doubts import (
    blank,
    cell_doubt,
    cut,
    gaps,
    is_said,
    left_behind,
    missing,
    odd,
    out_of_order,
    sums,
    too_wide,
    two_tables,
    unsure,
)
from importers.recognition.tables.figures import Figure, money_unit, read_figure
from importers.recognition.tables.found import Found, Tables
from importers.recognition.tables.grids import Place, Scan, scan
from importers.recognition.tables.labels import row_groups
from model.form.form import Cell, Form
from model.structs import replace

_CAPTION = 60
"""The most characters of a caption."""
_BROKEN_ROW = "这一行和另一行有的格重复而数字不同，可能是一行断成了两行"
_BETWEEN_PARTS = 20
"""The most characters of a line between two parts of a split table, such as 续表."""


def find_tables(document: Document, form: Form) -> Tables:
    """Find a form's tables among the grids of a document."""
    tables = Tables(form, scans=_scans(document, form))
    tables.old = any(found.old for found in tables.scans.values())
    divided = _is_divided(tables)
    for block, found in tables.scans.items():
        here = [place for place in found.places if not (place.undivided and divided)]
        unit = _unit_above(document, block, found)
        _take(tables, block, [replace(place, unit=place.unit or unit) for place in here] if unit else here)
        tables.doubts.extend(odd(form, block, each, found) for each in found.odd)
        tables.doubts.extend(too_wide(form, block, each, found) for each in found.wide)
        tables.doubts.extend(doubt for doubt in out_of_order(form, block, found) if not is_said(tables, doubt))
    if tables.cells:
        close_up(tables)
        tables.doubts.extend((*missing(tables), *blank(tables), *sums(tables), *gaps(tables), *left_behind(tables)))
    return tables


def _scans(document: Document, form: Form) -> dict[int, Scan]:
    """The grids of the form by block; one that only holds heads belongs to the grid that goes on from it."""
    found: dict[int, Scan] = {}
    head = None
    heads_only: dict[int, Scan] = {}
    for index, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            head = None if len(block.text.strip()) > _BETWEEN_PARTS else head
        elif (read := scan(block, head, form)).places:
            found |= heads_only if head else {}
            found[index], head, heads_only = read, read.head, {}
        elif read.head:
            head, heads_only = read.head, heads_only | {index: read}
    return dict(sorted(found.items()))


def _is_divided(tables: Tables) -> bool:
    """Whether a row of a group stands in the file that also stands there undivided; then that is their sum."""
    places = [place for found in tables.scans.values() for place in found.places]
    groups = row_groups(tables.form)
    undivided = {groups.get(_row(place.cell)) for place in places if place.undivided}
    return any(groups.get(_row(place.cell)) in undivided for place in places if not place.undivided)


def _row(cell: str) -> str:
    return cell.split(".")[1]


def _unit_above(document: Document, block: int, found: Scan) -> str:
    """The unit of money that a line across the table, or a short one right above it, says."""
    above = document.blocks[block - 1] if block else None
    caption = above.text if isinstance(above, Paragraph) and len(above.text) <= _CAPTION else ""
    return next(filter(None, map(money_unit, (*(text for _, text in found.banners), caption))), "")


def _take(tables: Tables, block: int, places: list[Place]) -> None:
    """Take over the cells of one grid; of two tables with different figures the first one counts."""
    here: dict[str, list[Place]] = {}
    for place in places:
        here.setdefault(place.cell, []).append(place)
    twice = {cell for cell in here if cell in tables.cells}
    differing = [cell for cell in twice if not _same(tables, cell, here[cell][0].words)]
    for table in dict.fromkeys(cell.partition(".")[0] for cell in differing):
        tables.doubts.append(
            two_tables(tables.form, table, block, [cell for cell in differing if cell.startswith(table)], here)
        )
    for cell, found in here.items():
        if cell not in twice:
            _take_cell(tables, block, cell, found)
    _doubt_broken_rows(tables, block, {cell: found for cell, found in here.items() if cell not in twice})
    tables.doubts.extend(unsure(tables.form, block, [place for place in places if place.cell not in twice]))


def _doubt_broken_rows(tables: Tables, block: int, here: dict[str, list[Place]]) -> None:
    """Doubt what stands in rows that contradict each other: the rest of a row broken in two is in the first columns."""
    filled = {cell: [place for place in found if place.words] for cell, found in here.items()}
    rows = {
        place.row
        for cell, found in filled.items()
        if any(not _reads_same(tables.form.cells[cell], found[0].words, other.words) for other in found[1:])
        for place in found
    }
    for cell, found in filled.items():
        taken = tables.cells[cell]
        if len(found) == 1 and found[0].row in rows and not taken.figure.doubt:
            figure = replace(taken.figure, doubt=_BROKEN_ROW)
            tables.cells[cell] = replace(taken, figure=figure)
            location = Location(block, found[0].row, found[0].column)
            tables.doubts.append(cell_doubt(tables.form, cell, taken.words, figure, location))


def _take_cell(tables: Tables, block: int, cell: str, places: list[Place]) -> None:
    filled = [place for place in places if place.words] or places[:1]
    first, location = filled[0], Location(block, filled[0].row, filled[0].column)
    shape = tables.form.cells[cell]
    if shape.computed and first.words.startswith("="):
        first = replace(first, words="")
    figure = read_figure(first.words, shape, first.unit)
    others = [place.words for place in filled[1:] if not _reads_same(shape, first.words, place.words)]
    if others:
        both = "、".join(dict.fromkeys((first.words, *others)))
        figure = Figure(None, f"同一格在表里出现了几次，数字不同（{cut(both)}）")
    tables.cells[cell] = Found(first.words, figure, location)
    if figure.doubt:
        tables.doubts.append(cell_doubt(tables.form, cell, first.words, figure, location))


def _same(tables: Tables, cell: str, other: str) -> bool:
    return _reads_same(tables.form.cells[cell], tables.cells[cell].words, other)


def _reads_same(shape: Cell, one: str, other: str) -> bool:
    return one == other or read_figure(one, shape) == read_figure(other, shape)
