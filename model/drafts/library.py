"""Where drafts are kept on this machine: the folder the clerk sees, and the data folder with history and recovery."""

import os
import shutil
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from model.drafts import leftovers
from model.drafts.draft import Draft
from model.drafts.file_names import new_paths
from model.drafts.history import Generation
from model.drafts.leftovers import Deleted, Leftover
from model.drafts.listing import DraftList, Entry
from model.drafts.open_draft import NotSaved
from model.drafts.opening import Opened, Opener, Unreadable
from model.drafts.purge import Purged, Words, holds, kept_with, published_holding, purge_versions
from model.drafts.store import Store
from model.files import atomic
from model.files.lock import Holder
from model.files.problems import FileProblem, from_os_error
from model.report.names import with_likely
from model.report.publication import names_of
from model.report.report import Agency, Report, new_report
from model.structs import replace

__all__ = ["Deleted", "Entry", "Generation", "Holder", "Leftover", "Library", "Opened", "Purged", "Unreadable"]


class Library:
    """The drafts of one user."""

    def __init__(
        self, folder: Path, data: Path, clock: Callable[[], float] = time.monotonic, drafts: DraftList | None = None
    ) -> None:
        """Use two folders, which need not be there yet.

        Args:
            folder: where the clerk sees the drafts.
            data: where history, recovery and marks are kept.
            clock: seconds, which only go forward.
            drafts: the list of the drafts in that folder, where there is one already.
        """
        self.folder = folder
        self.store = Store(data)
        self._opener = Opener(self.store, clock)
        self.list = drafts or DraftList(folder, data)

    def takes_files(self) -> bool:
        """Whether a file can be made in the folder now."""
        return atomic.takes_files(self.folder)

    def drafts(self) -> tuple[Entry, ...]:
        """The drafts in the folder, newest first; those that cannot be read say why."""
        return self.list.entries()

    def blank(self, year: int, name: str = "") -> Report:
        """A new report with agency, layout and signers of the newest draft; `name` is needed where there is none.

        Raises:
            CellError: the form in force does not apply to the year.
        """
        newest = self.list.newest_report()
        if newest is None:
            return new_report(year, with_likely(Agency(name)))
        layout = replace(newest.layout, signature_date=None)
        if name not in ("", newest.agency.name):
            return replace(new_report(year, with_likely(Agency(name))), layout=layout)
        return replace(new_report(year, newest.agency), layout=layout, approval=names_of(newest))

    def create(self, report: Report, now: datetime) -> Opened:
        """Make a new draft of a report in the folder, and open it.

        Raises:
            FileProblem: it cannot be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise from_os_error(self.folder, error) from None
        for path in new_paths(self.folder, report.agency.name, report.year):
            if opened := self._opener.create(path, Draft(report), now):
                return opened
        raise AssertionError("names do not end")

    def open(self, path: Path, now: datetime, copy: Path | None = None, stale: bytes = b"") -> Opened:
        """Open a draft; a second opener may only look at it, and so may anybody at a version in the data folder.

        Args:
            path: the draft.
            now: the time.
            copy: a version or a recovery copy whose content takes the place of the draft's own. What is in that
                place is kept: among the versions when it can be read, else under a name beside it.
            stale: the note of a dead holder (see `model.files.shared_lock.Watch`), whose lock is taken over.

        Raises:
            FileProblem: the draft or the copy cannot be read, and is left as it was; `Unreadable` for a draft that is
                broken or missing.
        """
        path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would show a link's target to the clerk
        atomic.sweep(path.parent)
        return self._opener.open(path, now, copy, stale)

    def save_as(self, draft: Draft, path: Path, now: datetime) -> Opened:
        """Write what is in hand to another place as a draft of its own, and open that.

        Raises:
            FileProblem: it cannot be written, or somebody has it open. What was there is as it was.
        """
        try:
            opened = self._opener.create(path, draft, now, over=True)
        except NotSaved as problem:
            if problem.copy is not None:  # the work is in hand, and in a copy of the draft that it comes from
                shutil.rmtree(problem.copy.parent, ignore_errors=True)
            raise FileProblem(path, problem.cause) from None
        if opened is None:
            raise FileProblem(path, "这份文件正打开着，请换一个名字")
        return opened

    def move(self, path: Path, target: Path) -> None:
        """Give a draft another name or place on the same disk, under the same id; nothing is written over.

        Raises:
            FileProblem: somebody has it open, it is not there, or the disk refuses; it is as it was.
        """
        self._opener.move(path, target, datetime.now().astimezone())

    def generations(self, path: Path) -> tuple[Generation, ...]:
        """The earlier versions of a draft, newest first."""
        return self.store.history(self._name(path)).generations()

    @property
    def may_have_left(self) -> bool:
        """Whether an earlier run may have left something; only the data folder is looked at."""
        return leftovers.may_have_left(self.store)

    def leftovers(self) -> tuple[Leftover, ...]:
        """What earlier runs left; drafts that are open now are not among them."""
        return leftovers.leftovers(self.store, self.folder)

    def waiting(self, path: Path) -> Leftover | None:
        """Work on a draft that is in a copy and not in its place; None where there is none, or it is open."""
        return leftovers.waiting(self.store, path, self._name(path))

    def forget(self, leftover: Leftover) -> None:
        """Do not speak of it again; a copy of unsaved work goes among the draft's versions."""
        leftovers.forget(self.store, leftover, self._name(leftover.path))

    def deleted(self) -> tuple[Deleted, ...]:
        """The drafts that are gone while versions of them are kept."""
        return tuple(leftovers.deleted(self.store, self.folder))

    def bring_back(self, gone: Deleted, now: datetime) -> Opened:
        """Open a deleted draft with its newest version, where it was, or in the folder when that is not known.

        Raises:
            FileProblem: it cannot be read or written.
        """
        report = gone.draft.report
        path = gone.path or next(new_paths(self.folder, report.agency.name, report.year))
        return self._opener.open(path, now, gone.newest.path, name=gone.name)

    def remove_versions(self, gone: Deleted) -> None:
        """Delete every version of a deleted draft for good.

        Raises:
            FileProblem: something cannot be deleted.
        """
        recovery = self.store.recovery(gone.name, gone.newest.path).folder
        try:
            shutil.rmtree(self.store.history(gone.name).folder)
            if recovery.exists():
                shutil.rmtree(recovery)
        except OSError as error:
            raise from_os_error(error.filename or gone.newest.path, error) from None

    def purge(self, path: Path, words: str, *, published: bool = False) -> Purged:
        """彻底清除: take words out of the versions and the recovery copy of a draft, after they are out of the draft.

        Answers about files that hold them are forgotten. Call it when the draft is saved without them; a copy that is
        no draft without them is deleted.

        Args:
            path: the draft.
            words: what must be gone.
            published: whether copies of what was published are purged too; else they are left and named.

        Raises:
            FileProblem: a copy cannot be read, written or deleted; call it again.
            ValueError: the words are too few.
        """
        gone = Words(words)
        try:
            self.store.answered_files.forget(lambda file: holds(file, gone))
            return purge_versions(self.store, self._name(path), path, gone, published=published)
        except OSError as error:
            raise from_os_error(path, error) from None

    def kept_with(self, path: Path, words: str) -> tuple[tuple[Path, ...], tuple[Path, ...], tuple[Path, ...]]:
        """Which versions, which copies of unsaved work, and which drafts beside a draft hold some words.

        Raises:
            ValueError: the words are too few.
        """
        return kept_with(self.store, self._name(path), path, Words(words))

    def holds_published(self, path: Path, words: str) -> tuple[Generation, ...]:
        """The copies of what was published that hold some words.

        Raises:
            ValueError: the words are too few.
        """
        return published_holding(self.store.history(self._name(path)), Words(words))

    def kept_under(self, path: Path) -> str:
        """The name in the data folder that a draft is kept under (see `model.drafts.store`)."""
        return self._name(path)

    def _name(self, path: Path) -> str:
        return self._opener.identity(path).name
