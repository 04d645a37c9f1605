"""A second pair of eyes on a Word report: python-docx, which others wrote, opens it and finds the same figures.

Slower than `readback` (some 0.3 s with its import), so it is for the demonstration and the self-test.
"""

from pathlib import Path

import docx

from export.content import Block, Heading, NumberTable
from export.writer import Difference


def compare(path: Path, wanted: tuple[Block, ...]) -> int:
    """Compare headings and numbers with what python-docx reads; returns how many numbers agreed.

    Raises:
        Difference: a heading or a number is not what it should be.
    """
    document = docx.Document(str(path))
    headings = [
        paragraph.text for paragraph in document.paragraphs if paragraph.style and paragraph.style.name == "Heading 1"
    ]
    if headings != [block.text for block in wanted if isinstance(block, Heading)]:
        raise Difference(f"python-docx 读到的标题不同：{'；'.join(headings)}")
    tables = [block for block in wanted if isinstance(block, NumberTable)]
    return sum(_compare_table(found, block) for found, block in zip(document.tables, tables, strict=True))


def _compare_table(found: "docx.table.Table", block: NumberTable) -> int:
    rows = [[cell.text for cell in row.cells] for row in found.rows]
    for cell in block.table.number_cells:
        if rows[cell.row][cell.column] != block.values[cell.id]:
            raise Difference(f"python-docx 读到的 {cell.id} 是“{rows[cell.row][cell.column]}”")
    return len(block.values)
