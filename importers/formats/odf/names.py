"""The names of OpenDocument that the reader knows, as lxml writes them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

TEXT, TABLE, OFFICE, DRAW, STYLE = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("text", "table", "office", "drawing", "style")
)
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
"""What LibreOffice adds; its tables in shapes are like all others."""


def count(element: "etree._Element", name: str, most: int) -> int:
    """A number from 1 to `most` that an attribute says; 1 when it says none."""
    text = element.get(name, "1")
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= len(str(most)) else 1
    return min(max(number, 1), most)
