"""Zip packages from a stranger: nothing a header says is believed, nothing unpacks to more than its bound."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from importers.refused import DAMAGED, TOO_MUCH, Refused
from model.files.zips import BROKEN_ZIP

MOST_MEMBERS = 3000
LARGEST_MEMBER = 24_000_000
"""The most bytes a member may unpack to."""
LARGEST_TOTAL = 60_000_000
"""The most bytes all members that are read may unpack to together."""
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (*BROKEN_ZIP, OSError)


class Zipped:
    """The members of a zip file by name; the case of a name does not matter, of two with one name the first counts."""

    def __init__(self, data: bytes, largest: int = LARGEST_MEMBER, total: int = LARGEST_TOTAL) -> None:
        """Read the directory.

        Args:
            data: the file's content.
            largest: the most bytes a member may unpack to.
            total: the most bytes all members that are read may unpack to together.

        Raises:
            Refused: it is broken, or has too many members.
        """
        if data.count(_ENTRY) > MOST_MEMBERS:
            raise Refused(TOO_MUCH)
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _BROKEN:
            raise Refused(DAMAGED) from None
        self._members: dict[str, zipfile.ZipInfo] = {}
        for member in self._archive.infolist():
            self._members.setdefault(_plain(member.filename).lower(), member)
        self._largest, self._left = largest, total

    @property
    def names(self) -> tuple[str, ...]:
        """The members' names, with `/` between folders and none at the beginning."""
        return tuple(_plain(member.filename) for member in self._members.values())

    def read(self, name: str) -> bytes | None:
        """A member's content; None when there is no such member.

        Raises:
            Refused: it is broken, encrypted, or unpacks to too much.
        """
        if _plain(name).lower() not in self._members:
            return None
        return b"".join(self.pieces(name, LARGEST_TOTAL))

    def pieces(self, name: str, size: int) -> Iterator[bytes]:
        """The content of a member that there is, piece by piece; see `read`."""
        member = self._members[_plain(name).lower()]
        if member.flag_bits & _ENCRYPTED:
            raise Refused("文件有密码，无法读取。请用原来的软件打开，去掉密码另存一份后再试")
        if member.compress_type not in _METHODS:
            raise Refused(DAMAGED)
        left = min(self._largest, self._left)
        try:
            with self._archive.open(member) as stream:
                while piece := stream.read(min(size, left + 1)):
                    left -= len(piece)
                    self._left -= len(piece)
                    if left < 0:
                        raise Refused(TOO_MUCH)
                    yield piece
        except _BROKEN:
            raise Refused(DAMAGED) from None


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")
