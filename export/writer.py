"""What every kind of output is: bytes written from a document, and those bytes read back and compared with it.

A kind of file handles every block that the documents it is offered for may hold (see `export.content.Block`): the
report is made of `Title`, `Heading`, `Paragraph`, `NumberTable`, `Note` and `Signature`, the 审签单 of `Title`,
`Heading`, `Paragraph` and `Listing`, as are the 退回意见 and the 征集表, the 更正说明 of these and `Signature`.
A block that it cannot write is a `Difference`, never left out.
"""

from collections.abc import Callable, Collection
from functools import cached_property

from export.content import Block
from export.identity import Identity, Version, draft_of, identity
from model.report.report import Report
from model.structs import Struct


class Content(Struct, frozen=True, dict=True):
    """One document about a report, ready to be written.

    Attributes:
        report: the report it is about.
        blocks: what is written, in reading order.
        installed: the typefaces this machine is known to have; see `export.fonts.choose`.
        version: the save of the draft that the report was taken from; None when it was taken from no saved draft.
    """

    report: Report
    blocks: tuple[Block, ...]
    installed: Collection[str] = ()
    version: Version | None = None

    @cached_property
    def identity(self) -> Identity:
        """What the file's properties say of it."""
        return identity(self.blocks, self.version)

    @property
    def draft(self) -> str:
        """The id of the draft that it was made from; empty when it was made from no saved draft."""
        return draft_of(self.version)


class Comparison(Struct, frozen=True):
    """What was compared and found equal."""

    numbers: int
    headings: int
    paragraphs: int


class Difference(Exception):  # noqa: N818 - it is what was found, and the clerk's file is the one in error
    """What was read back is not what was to be written; the message names the place."""


class Found(Struct, frozen=True):
    """What a file holds that was written before.

    Attributes:
        identity: what its properties say it is; None when they name no version of ours.
        words: what it prints now, as `export.identity.words` gives it.
        draft: the id of the draft it was made from, where the file says it.
    """

    identity: Identity | None
    words: list[str]
    draft: str = ""


class Writer(Struct, frozen=True):
    """How one kind of file is written, verified, and read again later.

    Attributes:
        write: the bytes of the file; the same content gives the same bytes on every machine.
        verify: compares bytes that were read from the disk with the content, and raises `Difference` where they differ.
        read: what such a file holds that may have been changed since; raises `Difference` when it cannot be read.
    """

    write: Callable[[Content], bytes]
    verify: Callable[[bytes, Content], Comparison]
    read: Callable[[bytes], Found] | None = None
