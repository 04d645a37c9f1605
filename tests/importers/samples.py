"""The sample files: one report as offices, portals and converters write it, and what is true of it."""

import json
import zipfile
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from importers.document.blocks import Document, Grid, Paragraph
from importers.files import document, from_bytes
from importers.refused import Refused

FOLDER = Path(__file__).parents[1] / "data" / "import"
REFUSED = {"15f_truncated.docx", "15i_entity_bomb.docx"}
MADE_HERE = {"21_lo_saved.odt", "22_one_sheet.xls"}
"""Samples of two more kinds, with the figures of the others."""


@cache
def truth() -> Mapping[str, Any]:
    """What is true of the samples."""
    found: dict[str, Any] = json.loads((FOLDER / "truth.json").read_text("utf-8"))
    return found


def names() -> list[str]:
    """The samples that can be read."""
    return sorted({*truth()["files"], *MADE_HERE} - REFUSED)


@cache
def sample(name: str) -> Document:
    """A sample, read."""
    return document(FOLDER / name)


def reason(data: bytes) -> str:
    """Why some bytes are refused."""
    try:
        found = from_bytes(data)
    except Refused as refused:
        return refused.reason
    raise AssertionError(f"was read as {found.kind}")


def grids(found: Document) -> list[list[list[str]]]:
    """The tables, their places as text."""
    return [[[cell.text for cell in row] for row in block.rows] for block in found.blocks if isinstance(block, Grid)]


def begun(found: Document) -> list[list[list[str]]]:
    """The tables, the places that a merged cell goes on to as `~`."""
    return [
        [[cell.text if cell.begins else "~" for cell in row] for row in block.rows]
        for block in found.blocks
        if isinstance(block, Grid)
    ]


def lines(found: Document) -> list[str]:
    """The paragraphs with their automatic numbers."""
    return [block.number + block.text for block in found.blocks if isinstance(block, Paragraph)]


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": WORD,
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    }.items()
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip file with these members."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def part(root: str, content: str) -> str:
    """An XML part with the usual namespaces."""
    return f"<w:{root} {NAMESPACES}>{content}</w:{root}>"


def word_file(body: str, main: str = "word/document.xml", **parts: str) -> bytes:
    """A Word file with this body and these further parts, named as their relationships are."""
    folder, name = main.split("/")
    links = "".join(f'<Relationship Id="{key}" Type="{_OFFICE}/{key}" Target="{key}.xml"/>' for key in parts)
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    )
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}">'
            f'<Override PartName="/{main}" ContentType="{kind}"/></Types>',
            "_rels/.rels": relationships.format(
                f'<Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="{main}"/>'
            ),
            main: part("document", f"<w:body>{body}</w:body>"),
            f"{folder}/_rels/{name}.rels": relationships.format(links),
            **{f"{folder}/{key}.xml": part(key, content) for key, content in parts.items()},
        }
    )


def p(text: str, properties: str = "") -> str:
    """A paragraph of a Word file."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
