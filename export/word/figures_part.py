"""The figures with their ids as a custom XML part, so that an exported Word file is read again without guessing."""

from collections.abc import Iterable, Mapping
from functools import cache
from html import escape

from lxml import etree

from export.content import NO_FIGURE, Block, NumberTable, printable
from model.files.figures_part import NAMESPACE
from model.report.report import Report

NAME = "customXml/item1.xml"
"""Where the part stands in the package."""

_HERE = "cells"
_CELL = f"{{{NAMESPACE}}}cell"


def part(report: Report, content: Iterable[Block]) -> bytes:
    """The part of a report: form, year, agency, and every figure as the tables print it; nothing private."""
    head = {"form": report.form.id, "year": str(report.year), "agency": " ".join(printable(report.agency.name))}
    root = etree.Element(f"{{{NAMESPACE}}}report", head, nsmap={"nianbao": NAMESPACE})
    root.text = _HERE
    around = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    before, _, after = around.rpartition(_HERE.encode())
    cells = "".join(
        [f"{_begin(cell_id)}{_safe(figure)}</nianbao:cell>" for cell_id, figure in printed(content).items()]
    )
    return before + cells.encode() + after


@cache
def _begin(cell_id: str) -> str:
    return f'<nianbao:cell id="{escape(cell_id)}">'


def _safe(figure: str) -> str:
    """A figure as it stands in XML; whole numbers are what most are."""
    return figure if figure.isalnum() else escape(figure)


def printed(content: Iterable[Block]) -> Mapping[str, str]:
    """The figures of all tables among some blocks, by cell id; 0 where a table prints that there is none."""
    tables = (block for block in content if isinstance(block, NumberTable))
    figures = {cell_id: figure for table in tables for cell_id, figure in table.values.items()}
    return {cell_id: "0" if figure == NO_FIGURE else figure for cell_id, figure in figures.items()}


def figures(data: bytes) -> Mapping[str, str]:
    """The figures in a part that `part` wrote, by cell id."""
    return {cell.get("id", ""): cell.text or "" for cell in etree.fromstring(data).iter(_CELL)}
