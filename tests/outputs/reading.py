"""What every output must print, told without the writers: the 200 figures in their places, and every paragraph."""

from export.content import Block, Heading, Note, NumberTable, Paragraph, Signature, Title, blocks
from model.report.report import Report


def paragraphs(report: Report) -> list[str]:
    """Every paragraph outside of the tables, in order; the lines of the title are one."""
    return [text for block in blocks(report) for text in _texts(block)]


def _texts(block: Block) -> list[str]:
    match block:
        case Title(lines):
            return ["\n".join(lines)]
        case Heading(text) | Paragraph(text) | Note(text):
            return [text]
        case Signature(lines):
            return list(lines)
    return []


def grids(report: Report) -> list[list[list[str]]]:
    """Each table as a full grid: every place has the words of the cell that covers it."""
    tables = [block for block in blocks(report) if isinstance(block, NumberTable)]
    return [[[block.values.get(cell.id, cell.label) for cell in row] for row in block.table.grid] for block in tables]
