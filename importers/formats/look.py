"""A first look at a file's content, each part of it taken when a test asks for it and kept for the others."""

import re
from functools import cached_property

from importers.bounded import ole, package, zipped
from importers.bounded.encodings import decoded

_HEAD = 40_000
_MAIL = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_MAIL_TYPE = re.compile(rb"^Content-Type:", re.IGNORECASE | re.MULTILINE)
_WEB = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|table|div|p|span|h[1-6]|br)\b", re.IGNORECASE)
_DRAFT = re.compile(r'\A\s*\{[^{}]{0,200}"format"\s*:\s*"nianbao')
_CONTROL = re.compile("[\0-\x08\x0e-\x1f\ufffd]")


class Look:
    """What can be told of a file without reading it.

    Each attribute may raise `Refused` when it finds the file broken, locked or too large.
    """

    def __init__(self, data: bytes) -> None:
        """Look at nothing yet."""
        self.data = data

    @cached_property
    def is_empty(self) -> bool:
        """Whether nothing but blanks and zeros stands in it."""
        return not self.data.strip(b"\0 \t\r\n")

    @property
    def is_zip(self) -> bool:
        """Whether it begins as a zip file."""
        return self.data.startswith(b"PK")

    @property
    def is_ole(self) -> bool:
        """Whether it is a compound file, as Office 97 to 2003 wrote."""
        return self.data.startswith(ole.SIGNATURE)

    @property
    def is_plain(self) -> bool:
        """Whether it is neither of these."""
        return not self.is_zip and not self.is_ole

    @cached_property
    def members(self) -> frozenset[str]:
        """The names in a zip file, in small letters; none for others."""
        return frozenset(name.lower() for name in self._archive.names) if self.is_zip else frozenset()

    @property
    def is_office(self) -> bool:
        """Whether it is an Office package."""
        return "[content_types].xml" in self.members

    @cached_property
    def office(self) -> str:
        """The content type of an Office package's main part; empty for others."""
        if not self.is_office:
            return ""
        parts = package.Package(self._archive)
        return parts.content_type(parts.main)

    @cached_property
    def open_document(self) -> str:
        """The type that an OpenDocument package says it has; empty for others."""
        return (self._archive.read("mimetype") or b"").strip().decode("latin-1") if "mimetype" in self.members else ""

    @cached_property
    def stream(self) -> str:
        """Which of the known streams a compound file holds; empty for others."""
        return ole.content(self.data) if self.is_ole else ""

    @cached_property
    def is_mail(self) -> bool:
        """Whether it begins with the head of a mail, as web archives do."""
        head = self.data[:_HEAD]
        return self.is_plain and bool(_MAIL.search(head) and _MAIL_TYPE.search(head))

    @cached_property
    def words(self) -> str:
        """How a file of text begins; empty for others."""
        return self._text[:_HEAD].lstrip("\ufeff \t\r\n")

    @property
    def is_web(self) -> bool:
        """Whether tags of a web page stand at the beginning."""
        return bool(_WEB.search(self.words))

    @property
    def is_xml(self) -> bool:
        """Whether it is XML, but no web page."""
        return self.words.startswith("<?xml") and not self.is_web

    @property
    def is_draft(self) -> bool:
        """Whether it begins as our own drafts do."""
        return bool(_DRAFT.match(self.words))

    @property
    def is_binary(self) -> bool:
        """Whether it has more control characters than a text."""
        return len(_CONTROL.findall(self._text)) * 100 > len(self._text)

    @cached_property
    def _archive(self) -> zipped.Zipped:
        return zipped.Zipped(self.data)

    @cached_property
    def _text(self) -> str:
        return decoded(self.data) if self.is_plain else ""
