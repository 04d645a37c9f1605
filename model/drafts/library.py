"""Where drafts are kept on this machine: the folder the clerk sees, and the data folder with history and recovery."""

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from model.drafts.draft import Draft, load
from model.drafts.file_names import SUFFIX, beside, key, new_paths
from model.drafts.history import Generation, History
from model.drafts.listing import DraftList, Entry, local_time
from model.drafts.open_draft import Backup, DraftFile, digest, read
from model.drafts.purge import Words, holds, purge_files
from model.drafts.recovery import RecoveryCopy, recoveries, recovery_of
from model.files import lock
from model.files.lock import Holder, Lock, Taken, present_holder
from model.files.problems import FileProblem, from_os_error
from model.report.report import Agency, Report, new_report

if TYPE_CHECKING:
    from model.session.progress import State
    from model.session.session import Session

__all__ = ["Entry", "Generation", "Holder", "Leftover", "Library", "Opened", "Purged", "Unreadable"]

_LEFT_OVER_AFTER = 3600
"""How old a temporary file must be to be swept away, in seconds."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft that was opened.

    Attributes:
        draft: its content.
        file: where it is saved.
        holder: who has it open, when it can only be looked at and that is known.
        unsaved: whether the content came from a copy and has to be saved.
    """

    draft: Draft
    file: DraftFile
    holder: Holder | None = None
    unsaved: bool = False

    @property
    def read_only(self) -> bool:
        """Whether somebody else has it open, so that it can only be looked at."""
        return self.file.read_only

    def session(self, today: date) -> "Session":
        """The session for it; the checks are imported with it."""
        from model.session.session import Session

        return Session(self.draft, today, self.read_only, unsaved=self.unsaved)


@dataclass(frozen=True, slots=True)
class Leftover:
    """What an earlier run left: a draft that was not closed, or work that could not be written to its place.

    Attributes:
        path: the draft's place.
        crashed: whether the program ended without closing it.
        saved_at: when the work that is there was saved last; None when nothing can be read.
        copy: the copy to open it from (see `Library.open`), when it holds something else than the draft itself.
    """

    path: Path
    crashed: bool
    saved_at: datetime | None
    copy: Path | None = None


@dataclass(frozen=True, slots=True)
class Purged:
    """What a purge did: how many copies held the words, and which files beside and with the draft still hold them."""

    copies: int
    left: tuple[Path, ...]


class Unreadable(FileProblem):
    """A draft cannot be read; `generation` is the newest good version of it, if there is one."""

    def __init__(self, problem: FileProblem, generation: Generation | None) -> None:
        """Keep both."""
        super().__init__(problem.path, problem.reason)
        self.generation = generation


class Library:
    """The drafts of one user."""

    def __init__(self, folder: Path, data: Path) -> None:
        """Use two folders, which need not be there yet.

        Args:
            folder: where the clerk sees the drafts.
            data: where history, recovery and locks are kept.
        """
        self.folder = folder
        self._history = data / "history"
        self._recovery = data / "recovery"
        self._locks = data / "locks"
        self._list = DraftList(folder)

    def drafts(self) -> tuple[Entry, ...]:
        """The drafts in the folder, newest first; those that cannot be read say why."""
        return self._list.entries()

    def states(self, entry: Entry, today: date) -> "Mapping[str, State]":
        """How far each part of a draft is on a day, by the part's id; empty when the draft cannot be read."""
        return self._list.states(entry, today)

    def blank(self, year: int, name: str = "") -> Report:
        """A new report with agency and layout of the newest draft; `name` is needed where there is none.

        Raises:
            CellError: the form in force does not apply to the year.
        """
        newest = next((entry.report for entry in self.drafts() if entry.report), None)
        if newest is None:
            return new_report(year, Agency(name))
        agency = newest.agency if name in ("", newest.agency.name) else Agency(name)
        return replace(new_report(year, agency), layout=replace(newest.layout, signature_date=None))

    def create(self, report: Report, now: datetime) -> Opened:
        """Make a new draft of a report in the folder, and open it.

        Raises:
            FileProblem: it cannot be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise from_os_error(self.folder, error) from None
        path, held = self._reserved(report, now)
        file = self._file(path, None, held)
        try:
            return Opened(file.save(Draft(report), now).draft, file)
        except FileProblem:
            file.close(now)
            raise

    def open(self, path: Path, now: datetime, copy: Path | None = None) -> Opened:
        """Open a draft; a second opener may only look at it.

        Args:
            path: the draft.
            now: the time.
            copy: a version or a recovery copy whose content takes the place of the draft's own. What is in that
                place is kept: among the versions when it can be read, else under a name beside it.

        Raises:
            FileProblem: the draft or the copy cannot be read, and is left as it was; `Unreadable` for the draft.
        """
        path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would show a link's target to the clerk
        held, taken = self._lock(path, now)
        try:
            draft, known = self._read(path, now) if copy is None else self._replaced(path, copy, now, taken)
        except BaseException:
            if held:
                held.release()
            raise
        _sweep(path.parent)
        file = self._file(path, known, held, read_only=taken is not None)
        return Opened(draft, file, taken.holder if taken else None, unsaved=copy is not None)

    def generations(self, path: Path) -> tuple[Generation, ...]:
        """The earlier versions of a draft, newest first."""
        return self._versions(path).generations()

    def leftovers(self) -> tuple[Leftover, ...]:
        """What earlier runs left; drafts that are open now are not among them."""
        copies = {key(copy.origin): copy for copy in recoveries(self._recovery)}
        names = sorted(copies.keys() | {file.stem for file in self._locks.glob("*.lock")})
        found = (self._leftover(name, copies.get(name)) for name in names)
        return tuple(leftover for leftover in found if leftover)

    def forget(self, leftover: Leftover) -> None:
        """Do not speak of it again; a copy of unsaved work goes among the draft's versions."""
        lock.forget(self._lock_file(key(leftover.path)))
        recovery_of(self._recovery, leftover.path).retire(self._versions(leftover.path), datetime.now().astimezone())

    def purge(self, path: Path, words: str) -> Purged:
        """彻底清除: take words out of the versions and the recovery copy of a draft, after they are out of the draft.

        Call it when the draft is saved without them; a copy that is no draft without them is deleted.

        Raises:
            FileProblem: a copy cannot be read, written or deleted; call it again.
            ValueError: the words are too few.
        """
        gone = Words(words)
        folders = (self._history / key(path), recovery_of(self._recovery, path).folder)
        copies = sorted(file for folder in folders for file in folder.glob("*") if file.suffix in (SUFFIX, ".tmp"))
        near = (file for file in sorted(path.parent.glob(f"*{SUFFIX}")) if file.stem.startswith(path.stem))
        try:
            return Purged(purge_files(copies, gone), tuple(file for file in near if holds(file, gone)))
        except OSError as error:
            raise from_os_error(path, error) from None

    def _leftover(self, name: str, copy: RecoveryCopy | None) -> Leftover | None:
        file = self._lock_file(name)
        with lock.glance(file) as free:
            holder = lock.note(file) if free else None
        if not free or not (holder or copy):
            return None
        path = copy.origin if copy else Path(holder.path if holder else "")
        there, kept = _loaded(path), copy.read() if copy else None
        if copy and kept and (there is None or there.report != kept.report):
            return Leftover(path, holder is not None, local_time(kept.saved_at), copy.path)
        return Leftover(path, crashed=True, saved_at=local_time(there.saved_at) if there else None) if holder else None

    def _reserved(self, report: Report, now: datetime) -> tuple[Path, Lock | None]:
        """A name for a new draft that nobody else takes at the same moment."""
        for path in new_paths(self.folder, report.agency.name, report.year):
            held, taken = self._lock(path, now)
            if taken is None and not path.exists():
                return path, held
            if held:
                held.release()
        raise AssertionError("names do not end")

    def _lock(self, path: Path, now: datetime) -> tuple[Lock | None, Taken | None]:
        """The lock of a draft, or who has it; neither where the data folder can hold no lock."""
        try:
            return Lock(self._lock_file(key(path)), present_holder(path, now)), None
        except Taken as taken:
            return None, taken
        except OSError:
            return None, None

    def _read(self, path: Path, now: datetime) -> tuple[Draft, str | None]:
        """The draft and its digest; what was read is kept as a version before anything can be written over it."""
        versions = self._versions(path)
        try:
            draft, known = read(path)
        except FileProblem as problem:
            good = versions.newest_good()
            raise Unreadable(problem, good[0] if good else None) from None
        with suppress(OSError):
            versions.add(path.read_bytes(), now)
        return draft, known

    def _replaced(self, path: Path, copy: Path, now: datetime, taken: Taken | None) -> tuple[Draft, str | None]:
        """The draft in a copy, after what is in its place is kept, and the digest of what is still there."""
        if taken:
            raise FileProblem(path, f"这份年报正由 {taken}打开，请在那边关闭后再试")
        draft = load(copy)
        try:
            if _loaded(path):
                self._versions(path).add(path.read_bytes(), now)
            elif path.is_file():
                path.rename(beside(path, "损坏", now))
            return draft, digest(path)
        except OSError as error:
            raise from_os_error(path, error) from None

    def _file(self, path: Path, known: str | None, held: Lock | None, *, read_only: bool = False) -> DraftFile:
        backup = Backup(self._versions(path), recovery_of(self._recovery, path))
        return DraftFile(path, known, backup, held, read_only=read_only)

    def _versions(self, path: Path) -> History:
        return History(self._history / key(path))

    def _lock_file(self, name: str) -> Path:
        return self._locks / f"{name}.lock"


def _loaded(path: Path) -> Draft | None:
    with suppress(FileProblem):
        return load(path)
    return None


def _sweep(folder: Path) -> None:
    """Take away what a save that was killed left in a folder."""
    with suppress(OSError):
        for file in _temporaries(folder):
            if time.time() - file.stat().st_mtime > _LEFT_OVER_AFTER:
                file.unlink()


def _temporaries(folder: Path) -> Iterator[Path]:
    return folder.glob(f".nianbao-{'[0-9a-f]' * 12}.tmp")
