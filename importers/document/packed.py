"""A document as JSON, between two processes: a merged cell's further places are lists, all others plain text."""

import json
from typing import Any

from importers.document.blocks import Block, Document, Grid, GridCell, Paragraph, Residue
from importers.refused import DAMAGED, Refused


def dumps(document: Document) -> bytes:
    """A document without known figures, which only our own Word files have."""
    residues = [[residue.kind, residue.words, residue.block] for residue in document.residues]
    return json.dumps([document.kind, [_packed(block) for block in document.blocks], residues]).encode()


def loads(data: bytes) -> Document:
    """The document again.

    Raises:
        Refused: it is none.
    """
    try:
        kind, blocks, residues = json.loads(data)
        return Document(kind, tuple(map(_unpacked, blocks)), tuple(Residue(*residue) for residue in residues))
    except (ValueError, TypeError, KeyError):
        raise Refused(DAMAGED) from None


def _packed(block: Block) -> Any:  # noqa: ANN401 - JSON
    if isinstance(block, Paragraph):
        return {"text": block.text, "number": block.number, "level": block.level}
    return [[cell.text if cell.begins else [cell.text] for cell in row] for row in block.rows]


def _unpacked(block: Any) -> Block:  # noqa: ANN401 - JSON
    if isinstance(block, dict):
        return Paragraph(**block)
    return Grid(tuple(tuple(_cell(cell) for cell in row) for row in block))


def _cell(cell: Any) -> GridCell:  # noqa: ANN401 - JSON
    return GridCell(cell) if isinstance(cell, str) else GridCell(cell[0], begins=False)
