"""The data folder: history, recovery and marks of what is open, each under the id of the draft it belongs to.

A draft's place on the disk is only noted here, to tell a draft that was moved from a second one with the same id.
Nobody but this account may look into the folder.
"""

import json
import os
import uuid
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from model.drafts.answered_files import AnsweredFiles
from model.drafts.file_names import key
from model.drafts.history import History
from model.drafts.identity import id_in, name_of
from model.drafts.recovery import RecoveryCopy, recoveries
from model.drafts.take_over import take_over
from model.files import atomic
from model.files.private import close_to_others, private_folder

_PLACE = "place.json"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a draft was last seen; `path` is None where only the mark of its place is known, as from version 0.1."""

    path: Path | None
    key: str
    of: str = ""
    """The id it had when it was a copy of another draft."""


class Store:
    """The data folder of one account."""

    def __init__(self, data: Path) -> None:
        """Use a folder, which need not be there yet."""
        self.data = data

    @cached_property
    def _root(self) -> Path:
        """The folder, made private, with what an earlier version laid there taken over."""
        with suppress(OSError):
            private_folder(self.data)
            close_to_others(self.data)
            take_over(self.data)
        return self.data

    @cached_property
    def station(self) -> str:
        """Names this account on this computer in locks; another one each run where the folder cannot be written."""
        file = self._root / "station.txt"
        with suppress(OSError, ValueError):
            return uuid.UUID(file.read_text(encoding="ascii").strip()).hex
        made = uuid.uuid4().hex
        with suppress(OSError):
            atomic.write(file, made.encode(), private=True)
        return made

    def history(self, name: str) -> History:
        """The versions of the draft of that name; see `name_of`."""
        return History(self._root / "history" / name)

    def recovery(self, name: str, path: Path) -> RecoveryCopy:
        """The copy of unsaved work on a draft, whether or not there is one."""
        return RecoveryCopy(self._root / "recovery" / name, path)

    def recoveries(self) -> Iterator[RecoveryCopy]:
        """All copies of unsaved work that are there."""
        return recoveries(self._root / "recovery")

    @property
    def answered_files(self) -> AnsweredFiles:
        """What was answered about files that were read."""
        return AnsweredFiles(self._root / "answers")

    def mark(self, name: str) -> Path:
        """The file that marks a draft as open."""
        return self._root / "locks" / f"{name}.lock"

    def marks(self) -> list[Path]:
        """All marks, of what is open and what was."""
        return sorted((self._root / "locks").glob("*.lock"))

    def names(self) -> list[str]:
        """All drafts of which versions are kept."""
        with suppress(OSError):
            return sorted(found.name for found in os.scandir(self._root / "history") if found.is_dir())
        return []

    def place(self, name: str) -> Place | None:
        """Where a draft was last seen."""
        with suppress(OSError, ValueError, TypeError, KeyError):
            found = json.loads((self.history(name).folder / _PLACE).read_bytes())
            path = found["path"]
            noted = Path(path.encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape")) if path else None
            return Place(noted, str(found["key"]), str(found.get("of", "")))
        return None

    def note_place(self, name: str, path: Path, of: str = "") -> None:
        """Note where a draft is now.

        Raises:
            OSError: it cannot be written.
        """
        known = self.place(name)
        if known is not None and known.path == path and known.key == key(path):
            return
        folder = self.history(name).folder
        private_folder(folder)
        noted = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "surrogatepass")
        words = {"path": noted, "key": key(path), "of": of or (known.of if known else "")}
        atomic.write(folder / _PLACE, json.dumps(words).encode(), private=True)

    def name_at(self, path: Path, content: bytes = b"") -> str | None:
        """The draft that belongs to a place: by what is left of its content, else by where it was last seen.

        A place nobody knows is that of a moved draft when a draft of the same file name is missing from its own.
        """
        if found := id_in(content):
            name = name_of(found, path)
            if self.history(name).generations():
                return name
        places = {name: place for name in self.names() if (place := self.place(name))}
        here = [name for name, place in places.items() if place.key == key(path)]
        moved = [
            name
            for name, place in places.items()
            if place.path and place.path.name == path.name and not place.path.exists()
        ]
        return next(iter(sorted(here, key=self._place_noted, reverse=True) or moved), None)

    def _place_noted(self, name: str) -> float:
        """When the place of a draft was noted; of two that were at one place the later one counts."""
        with suppress(OSError):
            return (self.history(name).folder / _PLACE).stat().st_mtime
        return 0.0


def is_version(path: Path, data: Path) -> bool:
    """Whether a file is one of the versions or copies in the data folder, which are looked at and never written."""
    with suppress(OSError, ValueError):
        return path.resolve().relative_to(data.resolve()).parts[0] in ("history", "recovery")
    return False
