"""The words of WordprocessingML that the writer and the reader share: names with their namespace."""

from functools import cache

from lxml import etree

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def w(name: str) -> str:
    """A name of WordprocessingML as lxml writes it."""
    return f"{{{NAMESPACE}}}{name}"


def add(parent: etree._Element, name: str, **attributes: str | int) -> etree._Element:
    """A new last child, its attributes in the same namespace."""
    said = {w(key): str(value) for key, value in attributes.items()} if attributes else None
    return etree.SubElement(parent, w(name), said)
