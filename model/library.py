"""Where drafts are kept on this machine: the folder the clerk sees, and the data folder with history and recovery."""

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from model import lock as locks
from model import progress
from model.checks import Context, findings
from model.draft import Draft, dumps, load
from model.draft_file import DraftFile, digest, next_revision, read
from model.file_names import SUFFIX, beside, key, new_path
from model.history import Generation, History
from model.lock import Holder, Lock, Taken
from model.problems import FileProblem, from_os_error
from model.progress import SECTIONS, State
from model.recovery import RecoveryCopy, recoveries, recovery_of
from model.report import Agency, Report, new_report
from model.session import Session

_LEFT_OVER_AFTER = 3600
"""How old a temporary file must be to be swept away, in seconds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A draft in the list.

    Attributes:
        path: the file.
        saved_at: when it was saved last, as seconds since 1970.
        report: what is in it; None when it cannot be read.
        states: how far each part is, by its id.
        problem: why it cannot be read.
    """

    path: Path
    saved_at: float
    report: Report | None = None
    states: Mapping[str, State] = field(default_factory=dict)
    problem: str | None = None


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

    def session(self, today: date) -> Session:
        """The session for it."""
        return Session(self.draft, today, self.read_only, unsaved=self.unsaved)


@dataclass(frozen=True, slots=True)
class Leftover:
    """What an earlier run left: a draft that was not closed, or work that could not be written to its place.

    Attributes:
        path: the draft's place.
        crashed: whether the program ended without closing it.
        saved_at: when the work that is there was saved last; None when nothing can be read.
        copy: the copy to open it from (see `Library.open`) when that is newer than the draft itself.
    """

    path: Path
    crashed: bool
    saved_at: datetime | None
    copy: Path | None = None


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
        self._listed: dict[tuple[str, int, int, date], Entry] = {}

    def drafts(self, today: date) -> tuple[Entry, ...]:
        """The drafts in the folder, newest first; those that cannot be read say why. Unchanged ones cost no reading."""
        listed = {}
        for item in _files(self.folder):
            with suppress(OSError):
                found = item.stat()
                mark = (item.path, found.st_mtime_ns, found.st_size, today)
                listed[mark] = self._listed.get(mark) or _entry(Path(item.path), found.st_mtime, today)
        self._listed = listed
        return tuple(sorted(listed.values(), key=lambda entry: entry.saved_at, reverse=True))

    def blank(self, year: int, today: date, name: str = "") -> Report:
        """A new report with agency and layout of the newest draft, or for an agency of that name.

        Raises:
            CellError: the form in force does not apply to the year.
        """
        newest = next((entry.report for entry in self.drafts(today) if entry.report), None)
        if newest is None or (name and newest.agency.name != name):
            return new_report(year, Agency(name))
        return replace(new_report(year, newest.agency), layout=replace(newest.layout, signature_date=None))

    def create(self, report: Report, now: datetime) -> Opened:
        """Make a new draft of a report in the folder, and open it.

        Raises:
            FileProblem: it cannot be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise from_os_error(self.folder, error) from None
        while True:
            path = new_path(self.folder, report.agency.name, report.year)
            held, _ = self._lock(path, now)
            if not path.exists():
                break
            if held:
                held.release()
        file = self._file(path, None, held)
        try:
            return Opened(file.save(Draft(report), now).draft, file)
        except FileProblem:
            file.close()
            raise

    def open(self, path: Path, now: datetime, copy: Path | None = None) -> Opened:
        """Open a draft; a second opener may only look at it.

        Args:
            path: the draft.
            now: the time.
            copy: a version or a recovery copy whose content takes the place of the draft's own. What is in the
                draft's place is kept: among the versions when it can be read, else under a name beside it.

        Raises:
            Unreadable: the draft (or the copy) cannot be read; the file is left as it was.
        """
        path = Path(os.path.abspath(path))  # noqa: PTH100 - links are followed when reading, not in what is shown
        held, holder = self._lock(path, now)
        try:
            draft, known = self._read(path, now, copy)
        except BaseException:
            if held:
                held.release()
            raise
        _sweep(path.parent)
        file = self._file(path, known, held, read_only=held is None and holder is not None)
        return Opened(draft, file, holder, unsaved=copy is not None)

    def generations(self, path: Path) -> tuple[Generation, ...]:
        """The versions of a draft, newest first."""
        return self._versions(path).generations()
