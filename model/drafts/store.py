"""The data folder: history, recovery and marks of what is open, each under the id of the draft it belongs to.

A draft's place on the disk is only noted here, to tell a draft that was moved from a second one with the same id.
Nobody but this account may look into the folder.
"""

import os
import uuid
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from model.drafts.answered_files import AnsweredFiles
from model.drafts.file_names import key
from model.drafts.history import History
from model.drafts.identity import PLACE, Place, id_in, name_of, place_in, put_place
from model.drafts.recovery import RecoveryCopy, recoveries
from model.drafts.take_over import STATION, follow, take_over
from model.files import atomic
from model.files.private import close_to_others, private_folder


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
            follow(self.data)
        return self.data

    @cached_property
    def station(self) -> str:
        """Names this account on this computer in locks; another one each run where the folder cannot be written."""
        file = self._root / STATION
        with suppress(OSError, ValueError):
            return uuid.UUID(file.read_text(encoding="ascii").strip()).hex
        made = uuid.uuid4().hex
        with suppress(OSError):
            atomic.write(file, made.encode(), private=True)
        return made

    def history(self, name: str) -> History:
        """The versions of the draft of that name; see `name_of`."""
        return History(self._root / "history" / name)

    def history_at(self, path: Path) -> History | None:
        """The versions of the draft in a file; None where it is no draft or none are kept.

        Raises:
            OSError: it cannot be read.
        """
        name = self.name_at(path, path.read_bytes())
        return self.history(name) if name else None

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
        return place_in(self.history(name).folder)

    def note_place(self, name: str, path: Path, of: str = "") -> None:
        """Note where a draft is now.

        Raises:
            OSError: it cannot be written.
        """
        put_place(self.history(name).folder, path, of)

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
            if place.path and place.path.name == path.name and not os.path.exists(place.path)  # noqa: PTH110
        ]
        return next(iter(sorted(here, key=self._place_noted, reverse=True) or moved), None)

    def _place_noted(self, name: str) -> float:
        """When the place of a draft was noted; of two that were at one place the later one counts."""
        with suppress(OSError):
            return (self.history(name).folder / PLACE).stat().st_mtime
        return 0.0


def is_version(path: Path, data: Path) -> bool:
    """Whether a file is one of the versions or copies in the data folder, which are looked at and never written."""
    with suppress(OSError, ValueError):
        return path.resolve().relative_to(data.resolve()).parts[0] in ("history", "recovery")
    return False


def is_recovery(path: Path) -> bool:
    """Whether such a file is a copy of unsaved work and no version."""
    return path.parent.parent.name == "recovery"
