"""What is shown beside the findings of a unit: the file as it stands, or a draft as it would be printed."""

from collections.abc import Collection, Mapping, Sequence

from export import content
from gui.source.layout import Stretch
from importers.any_file import AnyFile
from importers.document.blocks import Block, Document, Grid, GridCell, Paragraph
from importers.reading import Location, Reading
from model.form.form import Table
from model.language.squeezed import packed
from model.report.report import Report
from model.review.sentences import Sentence, keyed
from model.review.telling import Told
from model.structs import Struct

_SHORTEST = 2


class Paper(Struct, frozen=True):
    """A document, and where the places of the report are in it, by the names that readings use."""

    document: Document
    locations: Mapping[str, Location]

    def place_of(self, finding: Told) -> Location | None:
        """Where a finding is: its words, its cell, or where its part begins; None for nowhere."""
        begins, words = self.locations.get(finding.section or ""), packed(finding.quote or "")
        if len(words) >= _SHORTEST and (found := self._with_words(words, begins)) is not None:
            return found
        cells = (self.locations[each] for each in finding.cells if each in self.locations)
        own = next((self.locations[each] for each in finding.cells if _is_of(each, finding, self.locations)), None)
        return own or begins or next(cells, None)

    def stretches(self, names: tuple[str, ...], keys: Collection[Sentence]) -> tuple[Stretch, ...]:
        """Where sentences are, by what they come to with the agency's names taken out."""
        return tuple(
            Stretch(at, start, end)
            for at, block in enumerate(self.document.blocks)
            if isinstance(block, Paragraph)
            for (start, end), key in keyed(block.text, names)
            if key in keys
        )

    def _with_words(self, words: str, begins: Location | None) -> Location | None:
        """The first paragraph with some words, from where a part begins, or from the top."""
        blocks = self.document.blocks
        order = [*range(begins.block if begins else 0, len(blocks)), *range(begins.block if begins else 0)]
        for at in order:
            block = blocks[at]
            if isinstance(block, Paragraph) and words in packed(block.text):
                return Location(at)
        return None


def _is_of(cell: str, finding: Told, locations: Mapping[str, Location]) -> bool:
    """Whether a cell is in the table that the finding is in."""
    return cell in locations and cell.startswith(f"{finding.section}.")


def paper_of(found: AnyFile) -> Paper:
    """The paper of a file."""
    if isinstance(found.held, Reading):
        return Paper(found.held.document, found.held.locations)
    return _printed(found.held.report)


def _printed(report: Report) -> Paper:
    blocks: list[Block] = []
    locations: dict[str, Location] = {"title": Location(0), "preamble": Location(1)}
    sections = iter(report.form.sections)
    for block in content.blocks(report):
        match block:
            case content.Title(lines):
                blocks.append(Paragraph("".join(lines), level=1))
            case content.Heading(text):
                locations[next(sections).id] = Location(len(blocks))
                blocks.append(Paragraph(text, level=2))
            case content.Paragraph(text) | content.Note(text):
                blocks.append(Paragraph(text))
            case content.NumberTable(table, _, values):
                locations |= {cell.id: Location(len(blocks), cell.row, cell.column) for cell in table.number_cells}
                blocks.append(_grid(table, values))
            case content.Signature(lines):
                blocks += [Paragraph(line) for line in lines]
    return Paper(Document("nianbao", tuple(blocks)), locations)


def _grid(table: Table, values: Mapping[str, str]) -> Grid:
    def place(row: int, column: int) -> GridCell:
        cell = table.grid[row][column]
        words = values.get(cell.id, cell.label) if cell.id else cell.label
        return GridCell(words, (cell.row, cell.column) == (row, column))

    rows: Sequence[tuple[GridCell, ...]] = [
        tuple(place(row, column) for column in range(table.columns)) for row in range(table.rows)
    ]
    return Grid(tuple(rows))
