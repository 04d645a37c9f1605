"""Which version of which content a file is: what its properties say, and what its words come to.

A file carries nothing of the machine, the account or the time of the export. It carries the digest of what it prints,
and where it was made from a saved draft, the number of that save and its time; so the same save gives the same bytes.
"""

import hashlib
import json
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime

from export.content import Block, Heading, Listing, Note, NumberTable, Paragraph, Signature, Title, blocks
from model.report.report import Report
from model.structs import Struct

IDENTIFIER, REVISION, MODIFIED = "identifier", "revision", "modified"
"""The properties, as Dublin Core and Open Packaging name them."""
DIGEST = "报告内容的摘要"
"""What people know it by: on the 审签单, and among the properties that Word and WPS show."""
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_REVISION = re.compile(r"[1-9][0-9]{0,9}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


class Version(Struct, frozen=True):
    """A save of a draft: its number from 1, and its time; a time without a zone is taken as UTC.

    `draft` is the draft's id where that is a random number and says nothing else, see `model.drafts.identity`.
    """

    revision: int
    saved_at: datetime | None = None
    draft: str = ""


class Identity(Struct, frozen=True):
    """What a file says it is.

    Attributes:
        digest: `sha256:` and 64 hexadecimal digits, of the words that it prints.
        revision: the number of the save it was made from, from 1; empty when it was made from no saved draft.
        modified: the time of that save in UTC, `2025-01-09T02:03:04Z`, or empty.
    """

    digest: str
    revision: str = ""
    modified: str = ""

    def properties(self) -> dict[str, str]:
        """The properties that have a value."""
        every = {IDENTIFIER: self.digest, REVISION: self.revision, MODIFIED: self.modified}
        return {name: value for name, value in every.items() if value}

    @property
    def saved_at(self) -> datetime | None:
        """The time of the save."""
        return datetime.strptime(self.modified, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC) if self.modified else None


def identity(made_of: Iterable[Block], version: Version | None) -> Identity:
    """What a file made of some blocks from some save says it is."""
    found = digest(words(made_of))
    if version is None or version.revision < 1:
        return Identity(found)
    return Identity(found, str(version.revision), _utc(version.saved_at))


def read(properties: Mapping[str, str | None]) -> Identity | None:
    """What properties found in a file say; None when they name no version of ours."""
    found = {name: value or "" for name, value in properties.items()}
    if not _DIGEST.fullmatch(found.get(IDENTIFIER, "")):
        return None
    revision, modified = found.get(REVISION, ""), found.get(MODIFIED, "")
    known = bool(_REVISION.fullmatch(revision))
    return Identity(found[IDENTIFIER], revision if known else "", modified if known and _is_time(modified) else "")


def draft_of(version: Version | None) -> str:
    """The id of the draft that a save is of, where it may stand in a file that goes out: a UUID and nothing else."""
    if version is None or version.revision < 1:
        return ""
    with suppress(ValueError):
        if str(uuid.UUID(version.draft)) == version.draft:
            return version.draft
    return ""


def words(printed: Iterable[Block]) -> list[str]:
    """What some blocks print: each paragraph, and each cell of each table, in reading order.

    The lines of a title are one paragraph with a line feed between them, those of a 落款 are paragraphs.
    """
    return [text for block in printed for text in _words(block)]


def digest(printed: Iterable[str]) -> str:
    """The digest of paragraphs and cells in reading order."""
    data = json.dumps(list(printed), ensure_ascii=False, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(data.encode('utf-8')).hexdigest()}"


def report_digest(report: Report) -> str:
    """The digest of what a report prints, as the properties of an exported file have it."""
    return digest(words(blocks(report)))


def short(digest_said: str) -> str:
    """As much of a digest as people compare by eye."""
    return digest_said.removeprefix("sha256:")[:16]


def _words(block: Block) -> Iterator[str]:
    match block:
        case Title(lines):
            yield "\n".join(lines)
        case Heading(text) | Paragraph(text) | Note(text):
            yield text
        case Signature(lines):
            yield from lines
        case NumberTable(table, _, values):
            yield from (values.get(cell.id, cell.label) for cell in table.cells)
        case Listing(head, _, rows):
            yield from head
            yield from (text for row in rows for text in row)


def _utc(time: datetime | None) -> str:
    if time is None:
        return ""
    try:
        moment = time.astimezone(UTC) if time.tzinfo else time
    except OverflowError:
        moment = time
    return f"{moment.replace(tzinfo=None, microsecond=0).isoformat()}Z"


def _is_time(text: str) -> bool:
    if not _TIME.fullmatch(text):
        return False
    try:
        return bool(datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC))
    except ValueError:
        return False
