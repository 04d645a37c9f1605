"""What our own export carries along in a Word file; a part that is not wholly right counts as none."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from types import MappingProxyType

from lxml import etree

from importers.bounded import xml
from importers.document.blocks import KnownFigures
from importers.refused import Refused
from model.files.figures_part import DRAFT, NAMESPACE
from model.form import forms
from model.form.form import CellError, Form, Value, parse_amount

_PARTS_LOOKED_AT = 20
_CELL = f"{{{NAMESPACE}}}cell"
_ROOT = f"{{{NAMESPACE}}}report"


def known_figures(read: Callable[[str], bytes], names: Iterable[str]) -> KnownFigures | None:
    """The figures of the first custom XML part that is ours.

    Args:
        read: gives the bytes of a part by its name, within bounds.
        names: the parts of the package.
    """
    parts = [name for name in names if name.startswith("customXml/item") and name.endswith(".xml")]
    found = (_figures(read(name)) for name in sorted(parts)[:_PARTS_LOOKED_AT])
    return next((figures for figures in found if figures), None)


def origin(custom: bytes | None) -> str:
    """The id of the draft that a file was exported from; empty where its custom properties do not say it, or wrongly.

    Args:
        custom: the part with the custom properties; None where there is none.
    """
    with suppress(Refused, ValueError):
        root = None if custom is None else xml.parse(custom)
        named = [] if root is None else [part for part in root if part.get("name") == DRAFT]
        said = "".join(map(str, named[0].itertext())).strip() if named else ""
        return said if str(uuid.UUID(said)) == said else ""
    return ""


def _figures(data: bytes) -> KnownFigures | None:
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
        if root.tag != _ROOT:
            return None
        form = forms.named(root.get("form", ""))
        return KnownFigures(form.id, int(root.get("year", "")), root.get("agency", ""), _numbers(root, form))
    except (etree.XMLSyntaxError, CellError, ValueError):
        return None


def _numbers(root: etree._Element, form: Form) -> Mapping[str, Value]:
    """Every figure of the form; CellError or ValueError when one is missing or is no figure."""
    words = {cell.get("id", ""): cell.text or "" for cell in root.iterchildren(_CELL)}
    if words.keys() != form.cells.keys():
        raise ValueError("not the cells of the form")
    return MappingProxyType({cell_id: _number(form, cell_id, figure) for cell_id, figure in words.items()})


def _number(form: Form, cell_id: str, figure: str) -> Value:
    cell = form.cells[cell_id]
    if not figure.isascii():
        raise ValueError("not a figure")
    return cell.check(parse_amount(figure) if cell.kind == "decimal" else int(figure))
