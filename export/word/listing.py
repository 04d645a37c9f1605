"""A plain table of words in WordprocessingML: a head that repeats, rows that are not torn."""

from collections.abc import Sequence

from lxml import etree

from export.content import Listing
from export.word.tables import spread, table_properties
from export.word.wordml import NAMESPACE, SPACE, add, w

POINT = 20
"""Twentieths of a point in a point."""
SHORT = 6
"""A column whose words are no longer than this is centred, like numbers."""


def listing_element(block: Listing) -> etree._Element:
    """The table, over the width of the text."""
    root = etree.Element(w("tbl"), nsmap={"w": NAMESPACE})
    table_properties(root, "、".join(block.head), f"{len(block.rows)} 行 {len(block.head)} 列")
    widths = spread(block.shares)
    grid = add(root, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=width)
    short = [all(len(words) <= SHORT for words in column) for column in zip(block.head, *block.rows, strict=True)]
    _row(root, block.head, widths, ["TableHead"] * len(widths), head=True)
    for number, row in enumerate(block.rows, 1):
        styles = ["TableText" if centred else "TableLabel" for centred in short]
        kept = bool(block.row_pt) and number < len(block.rows)
        _row(root, row, widths, styles, head=False, least=block.row_pt * POINT, kept=kept)
    return root


def _row(  # noqa: PLR0913
    root: etree._Element,
    words: Sequence[str],
    widths: Sequence[int],
    styles: Sequence[str],
    *,
    head: bool,
    least: int = 0,
    kept: bool = False,
) -> None:
    row = add(root, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    if least:
        add(properties, "trHeight", val=least, hRule="atLeast")
    if head:
        add(properties, "tblHeader")
    for text, width, style in zip(words, widths, styles, strict=True):
        cell = add(row, "tc")
        settings = add(cell, "tcPr")
        add(settings, "tcW", w=width, type="dxa")
        add(settings, "vAlign", val="center")
        paragraph = add(cell, "p")
        look = add(paragraph, "pPr")
        add(look, "pStyle", val=style)
        if head or kept:
            add(look, "keepNext")
        run = add(paragraph, "r")
        add(add(run, "rPr"), "rFonts", hint="eastAsia")
        shown = add(run, "t")
        shown.text = text
        shown.set(SPACE, "preserve")
