"""Web archives (.mht): the page in a mail-like envelope, as browsers, Word and WPS save it."""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

from importers.bounded.encodings import LARGEST, decoded
from importers.document.blocks import Document
from importers.formats.web import html
from importers.refused import DAMAGED, TOO_MUCH, Refused

MOST_PARTS = 500
MOST_LINES = 400_000
_BOUNDARY = b"\n--"
_DEEPEST = 5


def read(data: bytes) -> Document:
    """The document in a web archive's first page.

    Raises:
        Refused: there is no page in it, or it is too much.
    """
    if len(data) > LARGEST or data.count(b"\n") > MOST_LINES or data.count(_BOUNDARY) > MOST_PARTS:
        raise Refused(TOO_MUCH)
    try:
        page = next(_pages(message_from_bytes(data), 0), None)
    except (ValueError, LookupError, AttributeError, TypeError):
        raise Refused(DAMAGED) from None
    if page is None:
        raise Refused(DAMAGED)
    return html.from_text(decoded(page), "mht")


def _pages(message: Message, depth: int) -> Iterator[bytes]:
    if message.is_multipart() and depth < _DEEPEST:
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from _pages(part, depth + 1)
    elif message.get_content_type() in ("text/html", "application/xhtml+xml"):
        content = message.get_payload(decode=True)
        if isinstance(content, bytes):
            yield content
