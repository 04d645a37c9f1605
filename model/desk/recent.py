"""The drafts that were opened and lie outside the drafts' folder, newest first, so that none is lost from sight."""

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from model.drafts.file_names import key
from model.drafts.listing import DraftList
from model.files import atomic
from model.files.private import private_folder

MOST = 500
"""So many are remembered."""
_FILE = "recent.json"


class Recent:
    """The list in the data folder; one that cannot be read or written is as good as empty."""

    def __init__(self, data: Path) -> None:
        """Use the data folder."""
        self._file = data / _FILE
        self._paths: list[Path] | None = None

    def paths(self) -> tuple[Path, ...]:
        """All of them."""
        if self._paths is None:
            self._paths = []
            with suppress(OSError, ValueError, TypeError, AttributeError):
                found = json.loads(self._file.read_bytes())["paths"]
                self._paths = [Path(_with_bytes(path)) for path in found[:MOST]]
        return tuple(self._paths)

    def note(self, path: Path) -> None:
        """Put one first."""
        self._keep([path, *self._others(path)])

    def forget(self, path: Path) -> None:
        """Take one out of the list; the file is left alone."""
        if len(others := self._others(path)) < len(self.paths()):
            self._keep(others)

    def replace(self, before: Path, after: Path) -> None:
        """Go on with a file under another name or in another place."""
        places = [after if key(path) == key(before) else path for path in self.paths()]
        if places != list(self.paths()):
            self._keep(places)

    def _others(self, path: Path) -> list[Path]:
        return [known for known in self.paths() if key(known) != key(path)]

    def _keep(self, paths: Iterable[Path]) -> None:
        self._paths = list(paths)[:MOST]
        content = json.dumps({"paths": [_without_bytes(path) for path in self._paths]}).encode()
        with suppress(OSError):
            private_folder(self._file.parent)
            atomic.write(self._file, content, private=True)


def draft_list(folder: Path, data: Path) -> DraftList:
    """The list of the drafts in a folder, and of those that were opened elsewhere."""
    drafts = DraftList(folder, data)
    drafts.elsewhere = Recent(data).paths
    return drafts


def _without_bytes(path: Path) -> str:
    """A path as JSON can hold it, whatever bytes its name has."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "surrogatepass")


def _with_bytes(words: str) -> str:
    return words.encode("utf-8", "surrogatepass").decode("utf-8", "surrogateescape")
