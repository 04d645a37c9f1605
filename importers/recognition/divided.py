"""A sheet on which a whole report stands in one run of rows, divided where the heading of a part stands alone."""

from collections.abc import Iterator, Sequence

from importers.document.blocks import Block, Document, Grid, GridCell, Paragraph
from importers.recognition.texts.headings import is_heading
from model.form.form import Form
from model.structs import replace

_SHEETS = frozenset({"xlsx", "xls"})
_A_REPORT = "报告"
_Row = tuple[GridCell, ...]


def divided(document: Document, form: Form) -> Document:
    """The document with the parts of each sheet's table as tables and paragraphs of their own.

    The name of a sheet is left out, unless it is the heading of a part or the report's title.

    Args:
        document: the document; only a workbook's sheets are divided, as others tell their tables apart themselves.
        form: the form whose headings are looked for.
    """
    if document.kind not in _SHEETS or document.known:
        return document
    blocks: list[Block] = []
    moved: list[int] = []
    for block in document.blocks:
        if isinstance(block, Grid):
            blocks += _parts(block, form)
        elif block.level is None or is_heading(block.text, form) or _A_REPORT in block.text:
            blocks.append(block)
        moved.append(max(len(blocks) - 1, 0))
    residues = tuple(replace(each, block=moved[each.block]) for each in document.residues)
    return replace(document, blocks=tuple(blocks), residues=residues)


def _parts(grid: Grid, form: Form) -> list[Block]:
    heads = [at for at, row in enumerate(grid.rows) if at and is_heading(_alone(row), form)]
    if not heads:
        return [grid]
    parts: list[Block] = list(_part(grid.rows[: heads[0]]))
    for at, end in zip(heads, (*heads[1:], len(grid.rows)), strict=True):
        parts += [Paragraph(_alone(grid.rows[at])), *_part(grid.rows[at + 1 : end])]
    return parts


def _alone(row: _Row) -> str:
    """The words of a row that says one thing only; empty for any other."""
    said = {cell.text for cell in row if cell.text.strip()}
    return said.pop() if len(said) == 1 else ""


def _part(rows: Sequence[_Row]) -> Iterator[Block]:
    """What stands under a heading: a table, or paragraphs where every row says one thing."""
    if all(_alone(row) or not any(cell.text.strip() for cell in row) for row in rows):
        yield from (Paragraph(words) for row in rows if (words := _alone(row)))
        return
    used = [at for row in rows for at, cell in enumerate(row) if cell.text.strip()]
    yield Grid(tuple(row[min(used) : max(used) + 1] for row in rows))
