"""A grid that holds as many figures as a table of the form that was not found: the clerk can say that it is that table.

Its figures are then taken in the form's order, whatever its heads say.
"""

from collections.abc import Iterable, Mapping, Sequence

from importers.document.blocks import Block, Document, Grid
from importers.reading import Doubt, Reading
from importers.recognition.bare_figures import is_figure
from importers.recognition.stream.shape import Shape
from importers.recognition.tables.figures import read_figure
from model.form.form import Form, Table, Value
from model.structs import replace

_OFFER = "{message}它有 {count} 个数字，与{table}一样多{sums}；如果它就是{table}，可以用作{table}。"


def offered(doubts: Iterable[Doubt], document: Document, form: Form, found: frozenset[str]) -> list[Doubt]:
    """Doubts, those about a grid that could be a table that was not found naming that table.

    Args:
        doubts: the doubts.
        document: what they are about.
        form: the form.
        found: the ids of the tables of which anything was found.
    """
    lacking = [table for table in form.tables if table.id not in found]
    return [_offered(doubt, document, form, lacking) for doubt in doubts] if lacking else list(doubts)


def _offered(doubt: Doubt, document: Document, form: Form, lacking: Sequence[Table]) -> Doubt:
    block = document.blocks[doubt.location.block] if doubt.location else None
    if doubt.taken or not doubt.printed or not isinstance(block, Grid):
        return doubt
    for table in lacking:
        if words := figures_as(block, table):
            sums = "，合计都相等" if Shape(form, table).balances(_values(form, words)) else "，但合计不相等"
            message = _OFFER.format(message=doubt.message, count=len(words), table=table.name, sums=sums)
            return replace(doubt, message=message, table=table.id)
    return doubt


def figures_as(block: Block, table: Table) -> Mapping[str, str]:
    """The words of a grid's figures by the cells of a table, in the form's order; none where their number differs."""
    if not isinstance(block, Grid):
        return {}
    words = [cell.text.strip() for row in block.rows for cell in row if cell.begins]
    figures = [word for text in words for word in _pieces(text)]
    cells = [cell.id for cell in table.number_cells]
    return dict(zip(cells, figures, strict=True)) if len(cells) == len(figures) else {}


def _pieces(text: str) -> list[str]:
    """The figures that a cell holds, when it holds nothing else."""
    pieces = text.split()
    return pieces if pieces and all(map(is_figure, pieces)) else []


def taken(reading: Reading, doubt: Doubt) -> Reading:
    """The reading with the figures of the grid that a doubt is about taken for its table."""
    if doubt.location is None or doubt.table not in {table.id for table in reading.form.tables}:
        return reading
    words = figures_as(reading.document.blocks[doubt.location.block], reading.form.table(doubt.table))
    values = _values(reading.form, words)
    typed = {cell: value for cell, value in values.items() if not reading.form.cells[cell].computed}
    return replace(
        reading,
        numbers={**reading.numbers, **typed},
        printed={**reading.printed, **words},
        locations={**reading.locations, **dict.fromkeys(words, doubt.location)},
        doubts=tuple(each for each in reading.doubts if each.place != doubt.table or each.location is not None),
    )


def _values(form: Form, words: Mapping[str, str]) -> dict[str, Value]:
    read = ((cell, read_figure(word, form.cells[cell]).value) for cell, word in words.items())
    return {cell: value for cell, value in read if value is not None}
