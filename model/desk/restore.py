"""从备份恢复: the drafts of a backup with their history; what is on this machine is never written over unasked."""

import hashlib
from collections.abc import Iterator, Sized
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Literal
from zipfile import BadZipFile, ZipFile

from model.desk.backup import BY_AGENCY, Backup, Kept, Tell, paths_in, place_of, settings_in, silent
from model.desk.desk import free_name, write_checked
from model.drafts.draft import SIZE_LIMIT, Draft, loads
from model.drafts.file_names import SUFFIX, beside
from model.drafts.identity import noted_id
from model.drafts.leftovers import drafts_below
from model.drafts.library import Library
from model.files import atomic
from model.files.by_agency import ByAgency
from model.files.private import private_folder
from model.files.problems import FileProblem, from_os_error
from model.files.strict_json import JsonError
from model.structs import Struct, field, replace

Choice = Literal["both", "replace", "skip"]
"""What becomes of a draft that is on this machine with another content: both stay, the backup's takes its place."""
State = Literal["new", "same", "different"]


class Restored(Struct):
    """What was done, as found on the disk afterwards.

    Attributes:
        new: the drafts that were not here.
        same: those that were here with the same content.
        beside: those written beside one of another content.
        replaced: those that took the place of another content, which is among its versions.
        skipped: those left out because another content is here.
        versions: how many versions came.
        agencies: for how many agencies came who gives what and the words of ledgers, where nothing was kept here.
        settings: whether the settings were taken.
        failed: what was not restored, in words.
    """

    new: list[Path] = field(default_factory=list)
    same: list[Path] = field(default_factory=list)
    beside: list[Path] = field(default_factory=list)
    replaced: list[Path] = field(default_factory=list)
    skipped: list[Path] = field(default_factory=list)
    versions: int = 0
    agencies: int = 0
    settings: bool = False
    failed: list[str] = field(default_factory=list)


def states(backup: Backup, library: Library) -> dict[Kept, State]:
    """How each draft of a backup stands to what is on this machine."""
    here = _Here(library)
    return {kept: here.state(kept, backup) for kept in backup.drafts}


def restore(  # noqa: PLR0913, PLR0917 - all that a restoring depends on
    backup: Backup,
    library: Library,
    choice: Choice,
    now: datetime,
    tell: Tell = silent,
    done: Restored | None = None,
) -> Restored:
    """Bring back what is in a backup that was looked through.

    Args:
        backup: from `model.desk.backup.look`.
        library: the drafts of this machine; those of the backup go into its folder.
        choice: what becomes of drafts that are here with another content.
        now: the time.
        tell: hears how far it is.
        done: takes what was done, also where what `tell` raises ends the work.

    Raises:
        FileProblem: the folder or the backup cannot be used.
    """
    done, here = Restored() if done is None else done, _Here(library)
    before = {kept: (here.path(kept), here.state(kept, backup)) for kept in backup.drafts}
    try:
        library.folder.mkdir(parents=True, exist_ok=True)
        with ZipFile(backup.path) as archive:
            work = _Work(backup, archive, library, done)
            for number, (kept, (path, state)) in enumerate(before.items(), 1):
                work.draft(kept, path, state, choice, now)
                tell(number, len(backup.drafts))
            work.rest()
            work.agencies()
            work.settings()
    except OSError as error:
        raise from_os_error(error.filename or backup.path, error) from None
    except BadZipFile:
        raise FileProblem(backup.path, "备份在恢复的时候变了，或已损坏；已经恢复的留着") from None
    return done


def told(done: Restored) -> list[str]:
    """What was done, a line each."""
    counted = (
        (done.new, "恢复了 {} 份草稿"),
        (done.same, "{} 份本机已有，内容相同"),
        (done.beside, "{} 份与本机的不同，另存在旁边，两份都在"),
        (done.replaced, "{} 份换成了备份里的，原来的在历史版本里"),
        (done.skipped, "{} 份与本机的不同，没有动"),
    )
    lines = [words.format(len(paths)) for paths, words in counted if paths]
    lines += [f"历史版本补上 {done.versions} 份"] if done.versions else []
    lines += ["各科室报哪几项、台账里的说法也恢复了"] if done.agencies else []
    lines += ["设置也恢复了"] if done.settings else []
    return lines or ["备份里的内容本机都有，没有要恢复的"]


def stopped(done: Restored, backup: Backup) -> list[str]:
    """What was done before a restoring was ended, a line each, and what becomes of the rest."""
    listed: tuple[Sized, ...] = (done.new, done.same, done.beside, done.replaced, done.skipped, done.failed)
    touched = sum(len(found) for found in listed)
    lines = told(done) if touched else ["还没有恢复什么"]
    left = len(backup.drafts) - touched
    rest = f"还有 {left} 份草稿没有恢复" if left else "草稿都恢复了，已删除年报的历史版本、各科室报哪几项和设置还没有"
    return [*lines, rest, "已经恢复的留着；再恢复一次就接着来，不会重复"]


class _Here:
    """What is on this machine before anything is restored."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._by_id = {
            found: path for path in drafts_below(library.folder, library.store.data, _pass) if (found := noted_id(path))
        }

    def path(self, kept: Kept) -> Path | None:
        """Where the draft of a backup is here, by its id, else by its name in the folder."""
        place = self._library.store.place(kept.under)
        if place is not None and place.path is not None and noted_id(place.path) == kept.under:
            return place.path
        named = self._library.folder / place_of(kept.file)
        return self._by_id.get(kept.under) or (named if named.exists() else None)

    def state(self, kept: Kept, backup: Backup) -> State:
        path = self.path(kept)
        if path is None:
            return "new"
        return "same" if _digest(path) == backup.files[kept.file][1] else "different"


class _Work(Struct):
    """One restoring."""

    backup: Backup
    archive: ZipFile
    library: Library
    done: Restored

    def draft(self, kept: Kept, path: Path | None, state: State, choice: Choice, now: datetime) -> None:
        """A draft and its history; what goes wrong with one stops no other."""
        try:
            content = self._content(kept)
            if path is None or state == "new":
                path = self._new(kept, content)
            elif state == "same":
                self.done.same.append(path)
            else:
                self._other(path, content, choice, now)
            self._history(kept, path)
        except FileProblem as problem:
            self.done.failed.append(f"{kept.agency} {kept.year or ''}：{problem.reason}")

    def rest(self) -> None:
        """The history of drafts that were deleted, where exports were put, answers about files, and the scans."""
        known = {kept.under for kept in self.backup.drafts}
        names = {name.split("/")[2] for name in paths_in(self.backup, "data/history")} - known
        for under in sorted(names):
            self._versions(under, under)
        for name in (*self._of_data(), *paths_in(self.backup, "drafts")):
            if name.startswith("data/"):
                self._missing(name, self.library.store.data / name.removeprefix("data/"), private=True)
            elif not name.endswith(SUFFIX):
                self._missing(name, self.library.folder / place_of(name), private=False)

    def _of_data(self) -> Iterator[str]:
        for folder in ("exports", "answers", "copied"):
            yield from paths_in(self.backup, f"data/{folder}")

    def agencies(self) -> None:
        """What is kept for each agency, where nothing is kept for it here."""
        for name, kind in BY_AGENCY.items():
            if (kept := f"data/{name}") in self.backup.files:
                file = ByAgency(self.library.store.data / name, kind)
                self.done.agencies += file.add(self.backup.read(self.archive, kept))

    def settings(self) -> None:
        """The settings, where this machine has none of its own."""
        file = self.library.store.data / "settings.ini"
        kept = settings_in(self.backup, self.archive)
        if kept and not file.exists():
            private_folder(file.parent)
            lines = ["[General]", *(f"{name}={value}" for name, value in kept.items())]
            atomic.write(file, "\n".join([*lines, ""]).encode(), private=True)
            self.done.settings = True

    def _content(self, kept: Kept) -> bytes:
        if self.backup.files[kept.file][0] > SIZE_LIMIT:
            raise FileProblem(self.backup.path, "这一份太大，不是草稿")
        return self.backup.read(self.archive, kept.file)

    def _new(self, kept: Kept, content: bytes) -> Path:
        wanted = self.library.folder / place_of(kept.file)
        try:
            wanted.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise from_os_error(wanted.parent, error) from None
        path = free_name(wanted)
        write_checked(path, content)
        self.done.new.append(path)
        return path

    def _other(self, path: Path, content: bytes, choice: Choice, now: datetime) -> None:
        if choice == "skip":
            self.done.skipped.append(path)
        elif choice == "replace" and (draft := _draft(content)) is not None:
            self._replace(path, draft, now)
        else:
            target = beside(path, "备份", now)
            write_checked(target, content)
            self.done.beside.append(target)

    def _replace(self, path: Path, draft: Draft, now: datetime) -> None:
        """Put a draft into the place of the one that is here, after that is kept; not where somebody has it open."""
        opened = self.library.open(path, now)
        try:
            if opened.read_only:
                raise FileProblem(path, f"{opened.file.refusal}，没有换")
            opened.file.keep_present(now)
            revision = max(draft.revision, opened.draft.revision)
            opened.file.save(replace(draft, revision=revision), now)
        finally:
            opened.file.close(now)
        self.done.replaced.append(path)

    def _history(self, kept: Kept, path: Path) -> None:
        under = self.library.kept_under(path)
        self._versions(kept.under, under)
        for name in paths_in(self.backup, f"data/recovery/{kept.under}"):
            copy = self.library.store.recovery(under, path)
            if not copy.path.exists() and Path(name).name == copy.path.name:
                copy.keep(self.backup.read(self.archive, name))
        self.library.store.note_place(under, path)

    def _versions(self, under: str, to: str) -> None:
        """The versions that are missing here; those that are here stay as they are."""
        folder = self.library.store.history(to).folder
        for name in paths_in(self.backup, f"data/history/{under}"):
            self.done.versions += self._missing(name, folder / Path(name).name, private=True) * name.endswith(SUFFIX)

    def _missing(self, name: str, target: Path, *, private: bool) -> bool:
        """Write a file of the backup where there is none; whether it was written."""
        if target.exists():
            return False
        if private:
            private_folder(target.parent)
        atomic.write(target, self.backup.read(self.archive, name), private=private)
        return True


def _pass(_error: OSError) -> None:
    """What lies in a folder that cannot be looked into is not known here."""


def _draft(content: bytes) -> Draft | None:
    with suppress(JsonError):
        return loads(content)
    return None


def _digest(path: Path) -> str:
    with suppress(OSError):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return ""
