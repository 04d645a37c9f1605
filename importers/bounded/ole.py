"""Files of Office 97 to 2003 and of encrypted newer ones: what is inside, by the names in their directory."""

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128
_NAMES = ("EncryptedPackage", "WordDocument", "Workbook", "Book", "PowerPoint Document")


def content(data: bytes) -> str:
    """Which of the known streams comes first in the directory; empty when there is none.

    What is embedded in a document stands in the directory behind the document itself.
    """
    places = {name: _place(data, name) for name in _NAMES}
    found = {name: place for name, place in places.items() if place >= 0}
    return min(found, key=lambda name: found[name], default="")


def _place(data: bytes, name: str) -> int:
    """Where an entry of the directory has a name; -1 for nowhere."""
    wanted = name.encode("utf-16-le") + b"\0\0"
    place = data.find(wanted)
    while place >= 0 and place % _ENTRY:
        place = data.find(wanted, place + 1)
    return place
