"""Which draft a file is: by the id in it, which goes with the file wherever it is moved; and where it was last seen."""

import hashlib
import json
import re
import uuid
from contextlib import suppress
from pathlib import Path

from model.drafts.file_names import key
from model.files import atomic
from model.files.private import private_folder
from model.structs import Struct

HEAD = 4096
"""So much of a file is looked at for the id in it, in bytes; the id stands at its beginning."""

PLACE = "place.json"
"""The note beside the versions of a draft that says where it was last seen."""

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


class Place(Struct, frozen=True):
    """Where a draft was last seen; `path` is None where only the mark of its place is known, as from version 0.1."""

    path: Path | None
    key: str
    of: str = ""
    """The id it had when it was a copy of another draft."""


def place_in(folder: Path) -> Place | None:
    """The place that is noted beside the versions of a draft."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        found = json.loads((folder / PLACE).read_bytes())
        path = found["path"]
        noted = Path(path.encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape")) if path else None
        return Place(noted, str(found["key"]), str(found.get("of", "")))
    return None


def put_place(folder: Path, path: Path, of: str = "") -> None:
    """Note a place beside the versions of a draft.

    Raises:
        OSError: it cannot be written.
    """
    known = place_in(folder)
    if known is not None and known.path == path and known.key == key(path):
        return
    private_folder(folder)
    noted = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "surrogatepass")
    words = {"path": noted, "key": key(path), "of": of or (known.of if known else "")}
    atomic.write(folder / PLACE, json.dumps(words).encode(), private=True)
