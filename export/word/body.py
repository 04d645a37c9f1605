"""The body of the Word report: blocks as paragraphs, runs and tables of WordprocessingML."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import assert_never

from lxml import etree

from export.content import Block, Heading, Listing, Note, NumberTable, Paragraph, Signature, Title
from export.signature import RIGHT, rights
from export.word import notes
from export.word.listing import listing_element
from export.word.tables import table_element
from export.word.wordml import NAMESPACE, RELATIONSHIPS, SPACE, add, w
from model.report.report import Layout

POINT = 20
"""Twentieths of a point in a point, the unit of WordprocessingML."""

_CHARACTER = 316
"""How wide a character is, 16 pt less what lines are drawn together, in twentieths of a point."""
_AMBIGUOUS = re.compile("[“”‘’—…·]")
_PAGE = {"top": 2098, "right": 1474, "bottom": 1984, "left": 1587, "header": 851, "footer": 1417, "gutter": 0}


def document(blocks: Iterable[Block], layout: Layout) -> bytes:
    """The main part of the package, `word/document.xml`."""
    root = etree.Element(w("document"), nsmap={"w": NAMESPACE, "r": RELATIONSHIPS})
    body = add(root, "body")
    for block, after in pairwise((*blocks, None)):
        if block is not None:
            _add_block(body, block, layout)
        if isinstance(after, Signature):
            _keep_with_next(body)
    notes.tie(body, layout.table_pt)
    _section(add(body, "sectPr"), layout)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _add_block(body: etree._Element, block: Block, layout: Layout) -> None:
    match block:
        case Title(lines):
            paragraph, _ = _paragraph(body, "Title")
            _broken_run(paragraph, lines)
        case Heading(text):
            paragraph, _ = _paragraph(body, "Heading1")
            _run(paragraph, text)
        case Paragraph():
            _prose(body, block)
        case NumberTable():
            body.append(table_element(block, layout.table_pt))
        case Listing():
            body.append(listing_element(block))
        case Note(text):
            paragraph, _ = _paragraph(body, "TableNote")
            _run(paragraph, text)
        case Signature(lines):
            _signature(body, lines, layout)
        case _:
            assert_never(block)


def _paragraph(body: etree._Element, style: str) -> tuple[etree._Element, etree._Element]:
    paragraph = add(body, "p")
    properties = add(paragraph, "pPr")
    add(properties, "pStyle", val=style)
    return paragraph, properties


def _keep_with_next(body: etree._Element) -> None:
    """Keep the last paragraph so far on the page of the next one."""
    properties = body[-1].find(w("pPr")) if len(body) else None
    style = None if properties is None else properties.find(w("pStyle"))
    if style is not None:
        style.addnext(etree.Element(w("keepNext")))


def _signature(body: etree._Element, lines: tuple[str, ...], layout: Layout) -> None:
    """落款 after GB/T 9704-2012, 7.3.5.2: two characters from the right, the day two characters behind the name."""
    for index, (line, right) in enumerate(zip(lines, rights(lines), strict=True)):
        paragraph, properties = _paragraph(body, "Signature")
        if not index:
            add(properties, "spacing", before=int(layout.line_pt * POINT))
        if right != RIGHT:
            add(properties, "ind", rightChars=int(right * 100), right=int(right * _CHARACTER))
        _run(paragraph, line)


def _prose(body: etree._Element, block: Paragraph) -> None:
    if block.subheading == len(block.text):
        _run(_paragraph(body, "Heading2")[0], block.text)
        return
    paragraph, properties = _paragraph(body, "BodyText")
    if block.long_word:
        add(properties, "wordWrap", val="0")
    if block.subheading:
        _run(paragraph, block.text[: block.subheading], style="Subheading")
    if block.text[block.subheading :]:
        _run(paragraph, block.text[block.subheading :])


def _run(paragraph: etree._Element, text: str, style: str = "") -> etree._Element:
    run = add(paragraph, "r")
    ambiguous = _AMBIGUOUS.search(text)
    if style or ambiguous:
        properties = add(run, "rPr")
        if style:
            add(properties, "rStyle", val=style)
        if ambiguous:
            add(properties, "rFonts", hint="eastAsia")
    for index, part in enumerate(text.split("\t")):
        if index:
            add(run, "tab")
        if part:
            words = add(run, "t")
            words.text = part
            if part != part.strip():
                words.set(SPACE, "preserve")
    return run


def _broken_run(paragraph: etree._Element, lines: tuple[str, ...]) -> None:
    for index, line in enumerate(lines):
        run = _run(paragraph, line)
        if index:
            run.insert(0, etree.Element(w("br")))


def _section(properties: etree._Element, layout: Layout) -> None:
    """A4 after GB/T 9704-2012, page numbers outside, 22 lines a page at the usual spacing."""
    for kind, target in (("default", "rId4"), ("even", "rId5")):
        reference = add(properties, "footerReference", type=kind)
        reference.set(f"{{{RELATIONSHIPS}}}id", target)
    add(properties, "pgSz", w=11906, h=16838)
    add(properties, "pgMar", **_PAGE)
    add(properties, "pgNumType", start=1)
    add(properties, "cols", space=425)
    add(properties, "docGrid", type="lines", linePitch=int(layout.line_pt * POINT))
