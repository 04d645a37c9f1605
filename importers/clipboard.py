"""Last year's report as it was copied: from a web page, Word, WPS, Excel or plain text."""

import re
from hashlib import sha256
from threading import Event

from importers.bounded import deadline
from importers.document.blocks import Document
from importers.formats import text as plain
from importers.formats.web import html as web
from importers.refused import Refused
from model.files.problems import FileProblem
from model.structs import replace

NAME = "剪贴板"
"""What stands in the place of a file's name when a problem is told."""
NOTHING = "里面没有文字。请在网页、Word 或 WPS 里全选、复制后再试"
_HEADER = re.compile(r"\A\s*Version:\s*[\d.]+\s.*?(?=<)", re.IGNORECASE | re.DOTALL)
_HEADER_WITHIN = 2000


def from_clipboard(html: str | None, text: str | None, stop: Event | None = None) -> Document:
    """The document on the clipboard; the text is read where there is no HTML, or none with words in it.

    Args:
        html: as Windows or Qt hands it on, with or without the header of its format.
        text: the same as plain text.
        stop: set by another thread to give up.

    Raises:
        FileProblem: there are no words, or far too many.
    """
    try:
        with deadline.within(deadline.SECONDS, stop):
            found = web.from_text(_without_header(html), "clipboard") if html else None
            if found is None or not found.blocks:
                found = plain.from_text(text or "", "clipboard")
    except Refused as refused:
        raise FileProblem(NAME, refused.reason) from None
    if not found.blocks:
        raise FileProblem(NAME, NOTHING)
    return replace(found, digest=sha256("\0".join((html or "", text or "")).encode("utf-8", "replace")).hexdigest())


def _without_header(html: str) -> str:
    """The HTML without the lines that Windows puts before it.

    What stands around the fragment is kept: it may say that the fragment is rows of a table.
    """
    head = html[:_HEADER_WITHIN]
    return _HEADER.sub("", head) + html[_HEADER_WITHIN:]
