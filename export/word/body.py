"""The body of the Word report: blocks as paragraphs, runs and tables of WordprocessingML."""

import re
from collections.abc import Mapping, Sequence
from typing import assert_never

from lxml import etree

from export.content import Block, Heading, Listing, Note, NumberTable, Paragraph, Signature, Title
from export.signature import RIGHT, rights
from export.word import notes
from export.word.ending import ending, start_of_last
from export.word.listing import listing_element
from export.word.tables import table_xml
from export.word.wordml import NAMESPACE, RELATIONSHIPS, SPACE, add, w
from model.report.report import Layout

POINT = 20
"""Twentieths of a point in a point, the unit of WordprocessingML."""

_CHARACTER = 316
"""How wide a character is, 16 pt less what lines are drawn together, in twentieths of a point."""
_AMBIGUOUS = re.compile("[“”‘’—…·]")
_PLACE = b"<w:tbl/>"
"""Left for each table of figures, which is written by itself."""
_PAGE = {"top": 2098, "right": 1474, "bottom": 1984, "left": 1587, "header": 851, "footer": 1417, "gutter": 0}


def document(blocks: Sequence[Block], layout: Layout) -> bytes:
    """The main part of the package, `word/document.xml`."""
    root = etree.Element(w("document"), nsmap={"w": NAMESPACE, "r": RELATIONSHIPS})
    body, tables, chained = add(root, "body"), list[str](), 0
    last = _at_the_end(blocks, layout)
    for index, block in enumerate(blocks):
        _add_block(body, block, layout)
        if isinstance(block, NumberTable):
            under = list(notes.under(blocks[index + 1 :]))
            tied = notes.tie(block.table.rows, under, layout.table_pt)
            tables.append(table_xml(block, layout.table_pt, tied))
            chained = len(under) if tied else 0
        elif chained:
            chained -= 1
            notes.keep(body[-1][0], with_next=chained > 0)
        if index in last:
            _say_behind_style(body, last[index])
    _section(add(body, "sectPr"), layout)
    return _filled(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), tables)


def _filled(frame: bytes, tables: list[str]) -> bytes:
    """The main part with its tables in the places that were left for them."""
    before, *others = frame.split(_PLACE)
    parts = (table.encode() + after for table, after in zip(tables, others, strict=True))
    return b"".join((before, *parts))


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
            add(body, "tbl")
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


def _at_the_end(blocks: Sequence[Block], layout: Layout) -> Mapping[int, etree._Element]:
    """What is said of the last paragraph, or of where its part begins, by the number of the block."""
    asked, start = ending(blocks, layout), start_of_last(blocks[:-1])
    if asked.chained:
        return {len(blocks) - 2: etree.Element(w("keepNext"))}
    if asked.new_page:
        return {start: etree.Element(w("pageBreakBefore"))}
    if asked.free_lines:
        return {start: etree.Element(w("spacing"), {w("before"): str(asked.free_lines * int(layout.line_pt * POINT))})}
    return {}


def _say_behind_style(body: etree._Element, said: etree._Element) -> None:
    """Say something of the last paragraph so far, behind its style."""
    properties = body[-1].find(w("pPr"))
    style = None if properties is None else properties.find(w("pStyle"))
    if style is not None:
        style.addnext(said)


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
