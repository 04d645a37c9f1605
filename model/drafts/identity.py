"""Which draft a file is: by the id in it, which goes with the file wherever it is moved."""

import hashlib
import re
import uuid
from contextlib import suppress
from pathlib import Path

from model.drafts.file_names import key

HEAD = 4096
"""So much of a file is looked at for the id in it, in bytes; the id stands at its beginning."""

_ID = re.compile(rb'"id"\s*:\s*"([^"\\]{1,200})"')


def name_of(draft_id: str, path: Path) -> str:
    """What a draft is kept under: its id where that is a UUID, a digest of any other, and of its place without one."""
    if not draft_id:
        return key(path)
    with suppress(ValueError):
        if str(uuid.UUID(draft_id)) == draft_id:
            return draft_id
    return "x" + hashlib.sha256(draft_id.encode("utf-8", "surrogatepass")).hexdigest()[:31]


def copy_id(draft_id: str, path: Path) -> str:
    """The id of a second draft of the same id: always the same for one place, until it is saved with it."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{draft_id} {key(path)}"))


def noted_id(path: Path) -> str | None:
    """The id that stands in a file, whole or broken; None where there is none, or nothing can be read."""
    with suppress(OSError), path.open("rb") as stream:
        return id_in(stream.read(HEAD))
    return None


def id_in(content: bytes) -> str | None:
    """The id at the beginning of a draft, or of what is left of one."""
    found = _ID.search(content[:HEAD])
    return found[1].decode("utf-8", "replace") if found else None
