"""The files of a folder and of those below it that may be reports, and when each was changed last."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from importers.formats import kinds
from model.files.problems import FileProblem, from_os_error
from model.structs import Struct, replace

MOST_FILES = 20_000
"""The most files that are looked at."""
_DRAFT = ".nianbao"
_HIDDEN = (".", "~")


class Source(Struct, frozen=True):
    """A file: where it is, what it is called on the board, when it was changed last, and how large it is."""

    path: Path
    name: str
    changed: float
    size: int = 0

    @property
    def mark(self) -> tuple[str, float, int]:
        """Tells the file as it is now from what it was."""
        return str(self.path), self.changed, self.size


def sources(places: Iterable[Path]) -> tuple[Source, ...]:
    """The files of some folders, and some files; by name, each once.

    In a folder count those named as a kind of file that is read; what office programs keep beside them does not.

    Raises:
        FileProblem: a folder cannot be looked into, or there are too many files.
    """
    found: dict[Path, Source] = {}
    for place in places:
        for path in _below(place) if place.is_dir() else (place,):
            name = path.relative_to(place).as_posix() if place.is_dir() else path.name
            found.setdefault(path.resolve(), Source(path, name, *_state(path)))
            if len(found) > MOST_FILES:
                raise FileProblem(place, f"文件超过 {MOST_FILES} 个，请分成几个文件夹审核")
    return tuple(_named_apart(sorted(found.values(), key=lambda source: source.name)))


def _below(folder: Path) -> Iterator[Path]:
    endings = (*kinds.suffixes(), _DRAFT)

    def refuse(error: OSError) -> None:
        raise from_os_error(error.filename or folder, error) from None

    for where, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith(_HIDDEN))
        for name in files:
            if name.lower().endswith(endings) and not name.startswith(_HIDDEN):
                yield Path(where, name)


def _state(path: Path) -> tuple[float, int]:
    """When it was changed last, and its size."""
    try:
        found = path.stat()
    except OSError:
        return 0.0, 0
    return found.st_mtime, found.st_size


def _named_apart(found: Iterable[Source]) -> Iterator[Source]:
    """The files with a name each: two of one name, from different folders, are told apart by their whole paths."""
    taken: set[str] = set()
    for source in found:
        name = source.name if source.name not in taken else str(source.path)
        taken.add(name)
        yield replace(source, name=name)
