"""A report as text that was copied: a row a line, a cell a line, tabs, blanks, as browsers and PDF viewers copy it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from importers.document.blocks import Block, Document, GridCell, Paragraph

Row = Sequence[GridCell]
Way = Callable[[Row], str]


def _begun(row: Row) -> list[str]:
    return [cell.text for cell in row if cell.begins and cell.text]


def _cells(row: Row) -> str:
    return "".join(f"{text}\n" for text in _begun(row))


def _indented_cells(row: Row) -> str:
    return "".join(f"\t{cell.text}\n" for cell in row if cell.begins) + "\n"


def _folded(row: Row) -> str:
    """Long labels on two lines, the figures behind the first or between both, as they stand in the middle of a row."""
    texts = _begun(row)
    if not texts or len(texts[0]) < 16 or len(texts) < 3:
        return " ".join(texts) + "\n"
    label, half = texts[0], len(texts[0]) // 2
    return f"{label[:half]}\n{' '.join(texts[1:])}\n{label[half:]}\n"


WAYS: Mapping[str, Way] = {
    "a row a line": lambda row: " ".join(_begun(row)) + "\n",
    "ragged tabs": lambda row: "\t".join(_begun(row)) + "\n",
    "drawn with blanks": lambda row: "      ".join(_begun(row)) + "\n",
    "a cell a line": _cells,
    "cells behind tabs": _indented_cells,
    "folded labels": _folded,
}


def copied(document: Document, way: str) -> str:
    """The words of a document, its tables in one of the ways."""
    return "".join(_copied(document.blocks, WAYS[way]))


def _copied(blocks: Sequence[Block], way: Way) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield f"{block.text}\n"
        else:
            yield from (way(row) for row in block.rows)
