"""Which files hold some words: kept versions, copies of unsaved work, drafts beside the draft, and exported files."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from export import exporters
from model.drafts.exported import Exported, ExportFolders
from model.drafts.file_names import SUFFIX
from model.drafts.library import Library
from model.drafts.open_draft import DraftFile
from model.drafts.purge import Words
from model.files.problems import FileProblem
from model.structs import Struct

_LARGEST = 4 * 1024 * 1024
"""The bytes of the largest file that is looked at as one of ours."""
_FEW, _NAMED = 3, 20
"""So many files are named, in a card and elsewhere; of more the number is told."""


class Kept(Struct, frozen=True):
    """Where some words still stand.

    Attributes:
        versions: whether a version of the draft holds them.
        recovery: whether a copy of unsaved work does.
        files: the files that the clerk sees that do.
    """

    versions: bool = False
    recovery: bool = False
    files: tuple[Path, ...] = ()

    @property
    def words(self) -> str:
        """The places, for a sentence; empty where there is none."""
        own = (*(("历史版本",) if self.versions else ()), *(("恢复文件",) if self.recovery else ()))
        return "、".join((*own, *filter(None, (named(self.files, _FEW),))))


def kept_words(file: DraftFile, stem: str, exports: Sequence[Exported], words: str) -> Kept:
    """Where words stand that are out of a report; call it in a thread, for a share may not answer.

    Args:
        file: the draft's file.
        stem: how the names of the report's exported files begin.
        exports: what the draft remembers of its exports.
        words: the words.
    """
    versions, copies, beside = Library(file.path.parent, file.data).kept_with(file.path, words)
    return Kept(bool(versions), bool(copies), (*beside, *exported_with(file, stem, exports, words)))


def exported_with(file: DraftFile, stem: str, exports: Sequence[Exported], words: str) -> tuple[Path, ...]:
    """The files written of a report, of every kind, that hold words: beside the draft, and where exports went."""
    wanted = Words(words)
    return tuple(path for path in _written(file, stem, exports) if _prints(path, wanted))


def named(files: Sequence[Path], most: int = _NAMED) -> str:
    """Some files by their names."""
    more = f"等 {len(files)} 个文件" if len(files) > most else ""
    return "、".join(f"“{path.name}”" for path in files[:most]) + more


def every_kind() -> str:
    """Every kind of file that can be written of a report, in words."""
    documents = [document.name for document in exporters.DOCUMENTS]
    kinds = dict.fromkeys(kind.name for document in exporters.DOCUMENTS for kind in document.formats)
    return f"{'、'.join(documents)}和送审副本，{'、'.join(kinds)}都算"


def _written(file: DraftFile, stem: str, exports: Sequence[Exported]) -> Iterator[Path]:
    """The files that are named like the report or one of its exports, in the folders where those are."""
    folders = ExportFolders(file.data, file.history.folder.name)
    known = [folders.path(each, file.path.parent) for each in exports]
    begins = {(path.parent, path.stem) for path in (file.path, file.path.parent / f"{stem}{SUFFIX}", *known)}
    kinds = {kind.suffix for document in exporters.DOCUMENTS for kind in document.formats}
    found: dict[Path, None] = {}
    for folder in dict.fromkeys(folder for folder, _ in begins):
        stems = tuple(begin for place, begin in begins if place == folder)
        with suppress(OSError):
            for path in sorted(folder.iterdir()):
                if path.suffix.lower() in kinds and path.name.startswith(stems):
                    found[path] = None
    return iter(found)


def _prints(path: Path, words: Words) -> bool:
    """Whether a file of ours prints words; False for one that is not of ours, or cannot be read."""
    with suppress(FileProblem, OSError):
        if path.stat().st_size <= _LARGEST:
            return words.are_in("\n".join(exporters.read(path, path.read_bytes())[1].words))
    return False
