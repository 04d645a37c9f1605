"""XML from a stranger: no entities, no network, and no more of it than a report can need."""

from typing import TYPE_CHECKING

from importers.refused import DAMAGED, TOO_MUCH, UNSAFE, Refused

if TYPE_CHECKING:
    from lxml import etree

LARGEST = 24_000_000
"""The most bytes of one XML part."""
MOST_MARKS = 400_000
"""The most tags and attributes of one XML part; each costs some 200 bytes of memory."""
DEEPEST = 100
"""How deep elements may lie in each other where a reader follows them."""

_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))


def parse(data: bytes) -> "etree._Element":
    """The root of an XML part, without comments and processing instructions.

    Raises:
        Refused: it is no XML, declares a document type, or is too much.
    """
    from lxml import etree

    check(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Refused(DAMAGED) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refused(UNSAFE)
    return root


def check(data: bytes) -> None:
    """Look at an XML part before anybody parses it.

    Raises:
        Refused: it declares a document type, or is too much.
    """
    if len(data) > LARGEST or data.count(b"<") + data.count(b"=") > MOST_MARKS:
        raise Refused(TOO_MUCH)
    if any(doctype in data for doctype in _DOCTYPES):
        raise Refused(UNSAFE)


def deeper(depth: int) -> int:
    """One level further down.

    Raises:
        Refused: that is deeper than any report goes.
    """
    if depth >= DEEPEST:
        raise Refused(TOO_MUCH)
    return depth + 1
