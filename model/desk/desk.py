"""The drafts as files: seen wherever they lie, recognised as the same, renamed, copied, sent, and put back."""

import errno
import os
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import NamedTuple

from model.desk.recent import Recent
from model.drafts.draft import Draft, load
from model.drafts.file_names import NAME_LIMIT, SUFFIX, key, new_paths
from model.drafts.identity import copy_id, name_of, noted_id
from model.drafts.library import Library
from model.drafts.listing import DraftList, Entry
from model.drafts.store import is_version
from model.files import atomic
from model.files.problems import FileProblem, from_os_error
from model.report.report import Report
from model.structs import replace

_FORBIDDEN = '<>:"/\\|?*'


class Twin(NamedTuple):
    """Another draft that stands for the same report: its place, and whether it is a copy of the very same draft."""

    path: Path
    same: bool


class Desk:
    """What is done with the drafts of one user besides opening and saving them."""

    def __init__(self, library: Library) -> None:
        """Take the drafts; their list shows those that lie elsewhere from now on."""
        self.library = library
        self.recent = Recent(library.store.data)
        library.list.elsewhere = self.recent.paths

    @classmethod
    def of(cls, folder: Path, data: Path, drafts: DraftList | None = None) -> "Desk":
        """The drafts in a folder, with their history in the data folder, and their list where there is one already."""
        return cls(Library(folder, data, drafts=drafts))

    def note_opened(self, path: Path) -> None:
        """Keep in sight a draft that was opened and lies outside the folder."""
        if key(path.parent) != key(self.library.folder):
            self.recent.note(path)
            for entry in self.library.list.listed():
                if entry.elsewhere and entry.path == path:
                    self.library.list.read(entry)

    # The same report twice

    def twin(self, path: Path) -> Twin | None:
        """The draft that a file from elsewhere is a copy of, or else one of the same agency and year that is listed.

        None where it was once opened as a draft of its own beside the other one, and where it cannot be read.
        """
        if is_version(path, self.library.store.data):
            return None
        draft_id = noted_id(path)
        if draft_id and (place := self._place_of_same(path, draft_id)):
            return Twin(place, same=True)
        if key(path.parent) == key(self.library.folder) or key(path) in map(key, self.recent.paths()):
            return None
        try:
            report = load(path).report
        except FileProblem:
            return None
        found = self.same_report(report.agency.name, report.year)
        return Twin(found.path, same=False) if found and key(found.path) != key(path) else None

    def exported_from(self, draft_id: str, year: int) -> Path | None:
        """The draft of that id, which an exported file names: where it was last seen, or else in the list of its year.

        A copy that was opened is a draft with an id of its own, and stands under it though its file has still the old.
        """
        if not draft_id:
            return None
        place = self.library.store.place(name_of(draft_id, Path()))
        if place is not None and place.path is not None and noted_id(place.path) in (draft_id, place.of or draft_id):
            return place.path
        listed = (entry for entry in self.library.list.listed() if entry.year == year and not entry.elsewhere)
        return next((entry.path for entry in listed if noted_id(entry.path) == draft_id), None)

    def same_report(self, agency: str, year: int) -> Entry | None:
        """The draft in the list of that agency and year that was saved last."""
        entries = (self._read(entry) for entry in self.library.list.listed())
        found = (entry for entry in entries if (entry.agency, entry.year) == (agency, year) and entry.readable)
        return max(found, key=lambda entry: entry.saved_at, default=None)

    def _place_of_same(self, path: Path, draft_id: str) -> Path | None:
        store = self.library.store
        place = store.place(name_of(draft_id, path))
        if place is None or place.path is None or place.key == key(path) or noted_id(place.path) != draft_id:
            return None
        own = store.place(copy_id(draft_id, path))
        return None if own is not None and own.key == key(path) else place.path

    def _read(self, entry: Entry) -> Entry:
        drafts = self.library.list
        return drafts.read(entry) if entry.unread and not entry.elsewhere and not drafts.far else entry

    # Files

    def rename(self, path: Path, stem: str) -> Path:
        """Give a draft another file name in its folder; its new place.

        Raises:
            FileProblem: the name cannot be one or is taken, somebody has the draft open, or the disk refuses.
        """
        target = path.with_name(_good_name(path, stem))
        if target.name == path.name:
            return path
        if os.path.lexists(target) and not _is_same(path, target):
            raise FileProblem(target, "已经有一个文件叫这个名字，请换一个")
        self.library.move(path, target)
        self.recent.replace(path, target)
        return target

    def copy(self, path: Path, now: datetime) -> Path:
        """Make a second draft of the same content beside a draft, with an id and a history of its own; its place.

        Raises:
            FileProblem: it cannot be read or written.
        """
        draft = load(path)
        target = next(new_paths(path.parent, draft.report.agency.name, draft.report.year))
        opened = self.library.save_as(replace(draft, exports=()), target, now)
        opened.file.close(now)
        self.note_opened(target)
        return target

    def send(self, path: Path, target: Path) -> None:
        """Write a draft as it is to another place, where it is known as the same draft when it comes back.

        Raises:
            FileProblem: it cannot be read, or did not read back as it was written; what was there is as it was.
        """
        if key(path) == key(target):
            raise FileProblem(target, "这就是草稿自己，请换一个位置或名字")
        write_checked(target, content_of(path))

    def put_back(self, path: Path, content: bytes) -> Path:
        """Write a draft that was deleted again, where it was or beside it when that name is taken; its place.

        Raises:
            FileProblem: it cannot be written.
        """
        target = free_name(path)
        write_checked(target, content)
        return target

    def draft(self, path: Path) -> Draft:
        """What is in a draft.

        Raises:
            FileProblem: it cannot be read.
        """
        return load(path)

    def report(self, path: Path) -> Report | None:
        """The report in a draft; None where it cannot be read."""
        with suppress(FileProblem):
            return load(path).report
        return None


def free_name(path: Path) -> Path:
    """The place itself, or one beside it with a number, where nothing is yet."""
    names = (path.with_name(f"{path.stem}（{number}）{path.suffix}") for number in count(2))
    return path if not os.path.lexists(path) else next(name for name in names if not os.path.lexists(name))


def content_of(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        FileProblem: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise from_os_error(path, error) from None


def write_checked(target: Path, content: bytes) -> None:
    """Write a file whole, and give it its name only when it reads back as it was written.

    Raises:
        FileProblem: it could not be; what stood there is as it was.
    """

    def verify(written: Path) -> None:
        if written.read_bytes() != content:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(target))

    try:
        atomic.write(target, content, verify)
    except OSError as error:
        raise from_os_error(target, error) from None


def _good_name(path: Path, stem: str) -> str:
    """The file name for what was typed.

    Raises:
        FileProblem: no file can have it, or not on every system.
    """
    name = stem.strip().removesuffix(SUFFIX).strip(" .")
    if not name:
        raise FileProblem(path, "请写一个名字")
    if wrong := "".join(sorted(set(name) & set(_FORBIDDEN))):
        raise FileProblem(path, f"文件名里不能有 {wrong}，请去掉")
    if not name.isprintable() or name.split(".")[0].strip().upper() in _DEVICES:
        raise FileProblem(path, "这个名字不能作文件名，请换一个")
    if len(f"{name}{SUFFIX}".encode()) > NAME_LIMIT - len(SUFFIX):
        raise FileProblem(path, "名字太长，请短一些")
    return name + SUFFIX


_DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(1, 10))}
"""Names that Windows keeps for devices."""


def _is_same(path: Path, target: Path) -> bool:
    """Whether two names are of one file, as where large and small letters do not count."""
    with suppress(OSError):
        return path.samefile(target)
    return False
