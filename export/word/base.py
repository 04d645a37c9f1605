"""The parts of a Word file that are the same for every document but for some words: styles, settings, properties."""

from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from itertools import chain
from string import Template

from lxml import etree

import resources
from export.content import Block, NumberTable, Title, printable
from export.fonts import Fonts
from export.identity import DIGEST, IDENTIFIER, MODIFIED, REVISION, Identity, read, short
from export.seal import BLANK
from export.word.body import POINT
from model.files.figures_part import DRAFT
from model.report.report import Report

NAMES = (
    "[Content_Types].xml",
    "_rels/.rels",
    "customXml/_rels/item1.xml.rels",
    "customXml/itemProps1.xml",
    "docProps/app.xml",
    "docProps/core.xml",
    "docProps/custom.xml",
    "word/_rels/document.xml.rels",
    "word/fontTable.xml",
    "word/footer1.xml",
    "word/footer2.xml",
    "word/settings.xml",
    "word/styles.xml",
)
"""The parts, in the order of the package."""
_OF_THIS_FILE = "本文件内容的摘要"
"""What the digest is called in the properties of a document that is not the report."""
_NOTE_LEADING, _TABLE_LEADING = 5, 3
_CORE = {
    IDENTIFIER: "<dc:identifier>{}</dc:identifier>",
    REVISION: "<cp:revision>{}</cp:revision>",
    MODIFIED: '<dcterms:modified xsi:type="dcterms:W3CDTF">{}</dcterms:modified>',
}
_DRAFT = (
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="3" name="{}"><vt:lpwstr>{}</vt:lpwstr></property>'
)


def parts(
    report: Report, blocks: Sequence[Block], chosen: Fonts, identity: Identity, draft: str
) -> Iterator[tuple[str, bytes]]:
    """Each part with its content; `draft` is the id of the draft, empty for none."""
    layout = report.layout
    words = {
        "agency": " ".join(printable(report.agency.name)),
        "title": "".join(chain.from_iterable(block.lines for block in blocks if isinstance(block, Title))),
        "subject": report.form.report_name,
        "body": chosen.body,
        "subheading": chosen.subheading,
        "heading": chosen.heading,
        "table": chosen.table,
        "title_font": chosen.title,
        "digest_name": DIGEST if any(isinstance(block, NumberTable) for block in blocks) else _OF_THIS_FILE,
        "digest": short(identity.digest),
        "line": str(int(layout.line_pt * POINT)),
        "table_size": str(int(layout.table_pt * 2)),
        "table_line": str(int((layout.table_pt + _TABLE_LEADING) * POINT)),
        "note_line": str(int((layout.table_pt + _NOTE_LEADING) * POINT)),
    }
    safe = {key: escape(word, quote=False) for key, word in words.items()}
    safe["version"] = core_version(identity)
    safe["draft"] = _DRAFT.format(DRAFT, draft) if draft else ""
    safe["title_bold"] = "<w:b/>" if chosen.title_bold else ""
    for name in NAMES:
        yield name, _template(name).substitute(safe).encode("utf-8")


def core_version(identity: Identity) -> str:
    """The version as elements of the core properties of a package, and the place of the digest of the whole file."""
    version = "".join(_CORE[name].format(value) for name, value in identity.properties().items())
    return f"{version}<dc:description>{BLANK}</dc:description>"


def version_in(core: bytes) -> Identity | None:
    """The version that core properties name; None when they name none of ours.

    Raises:
        lxml.etree.XMLSyntaxError: they are no XML.
    """
    root = etree.fromstring(core, etree.XMLParser(resolve_entities=False, no_network=True))
    return read({str(etree.QName(part).localname): part.text for part in root if isinstance(part.tag, str)})


def draft_in(custom: bytes) -> str:
    """The draft's id among the custom properties of a package; empty where there is none.

    Raises:
        lxml.etree.XMLSyntaxError: they are no XML.
    """
    root = etree.fromstring(custom, etree.XMLParser(resolve_entities=False, no_network=True))
    found = next((part for part in root if isinstance(part.tag, str) and part.get("name") == DRAFT), None)
    return "" if found is None else "".join(map(str, found.itertext())).strip()


@cache
def _template(name: str) -> Template:
    return Template(resources.read_text(f"docx/{name}"))
