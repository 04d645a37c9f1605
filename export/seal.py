"""The digest of a whole file, kept in the file: it tells whether anything in it was changed, not its words alone.

The digits of the digest count as zeros in it. Of a package it goes over the parts with their names, in order, so that
how they are packed does not matter; of any other file over all bytes. It is no signature: whoever knows how it is
computed can compute it anew, as with the digest of the words. It tells what a portal, an office program or a hand did.
"""

import hashlib
import re
import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import Literal

from model.files.zips import BROKEN_ZIP

CORE = "docProps/core.xml"
"""The part of a package that holds it."""
BLANK = f"file-sha256:{'0' * 64}"
"""What a writer puts where the digest is to stand: between quotes, brackets or tags."""
_SEAL = re.compile(rb"(?<=[\">(]file-sha256:)[0-9a-f]{64}(?=[\")<])")
_OURS = re.compile(
    rb"[\">(]file-sha256:[0-9a-f]{64}|identifier(?:\" content=\"|[^<>]{0,200}>)sha256:[0-9a-f]{64}"
    rb"|/identifier <FEFF0073006800610032"
)
_LARGEST = 256 * 1024 * 1024

State = Literal["same", "changed", "none"]
Parts = list[tuple[str, bytes]]


def blank(data: bytes) -> bytes:
    """A file, or the part of a package, with zeros for the digest."""
    return _SEAL.sub(b"0" * 64, data, count=1)


def sealed(data: bytes) -> bytes:
    """A file with its digest in the place that was left for it."""
    return _SEAL.sub(hashlib.sha256(blank(data)).hexdigest().encode(), data, count=1)


def sealed_parts(parts: Iterable[tuple[str, bytes]]) -> Parts:
    """The parts of a package with their digest in the place that was left for it."""
    every = list(parts)
    digits = _of_parts(every).encode()
    return [(name, _SEAL.sub(digits, data, count=1) if name == CORE else data) for name, data in every]


def state(data: bytes) -> State:
    """Whether a whole file is as it was written; `none` where it does not say what it was."""
    if not data.startswith(b"PK"):
        return _stands(data, hashlib.sha256(blank(data)).hexdigest())
    try:
        parts = _unpacked(data)
    except (*BROKEN_ZIP, OSError):
        return "changed"
    core = b"".join(content for name, content in parts if name == CORE)
    return _stands(core, _of_parts(parts))


def calls_itself_ours(data: bytes) -> bool:
    """Whether a file says that we wrote it, however little else of it can be read."""
    if not data.startswith(b"PK"):
        return _OURS.search(data) is not None
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return archive.getinfo(CORE).file_size < _LARGEST and _OURS.search(archive.read(CORE)) is not None
    except (*BROKEN_ZIP, OSError):
        return False


def _stands(where: bytes, digits: str) -> State:
    found = _SEAL.search(where)
    if found is None:
        return "none"
    return "same" if found[0] == digits.encode() else "changed"


def _of_parts(parts: Parts) -> str:
    every = hashlib.sha256()
    for name, data in parts:
        every.update(f"{len(data)} {name}\n".encode("utf-8", "surrogatepass"))
        every.update(blank(data) if name == CORE else data)
    return every.hexdigest()


def _unpacked(data: bytes) -> Parts:
    """All parts of a package, and what stands in it beside them: nothing, in one of ours.

    Raises:
        ValueError: it would unpack to more than any of ours.
    """
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > _LARGEST:
            raise ValueError(len(entries))
        beside = b"".join([archive.comment, *(entry.comment for entry in entries)])
        parts = [(entry.filename, archive.read(entry)) for entry in entries]
        return [*parts, ("", beside)] if beside else parts
