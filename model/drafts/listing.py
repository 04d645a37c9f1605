"""The list of drafts in a folder: quick, newest first, and whole although one of them cannot be read.

How far a draft is, the checks say; they are imported when that is asked for, after the list is there.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from model.drafts.draft import load
from model.drafts.file_names import SUFFIX
from model.files.problems import FileProblem
from model.report.report import Report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.session.progress import State

_Mark = tuple[str, int, int]
"""A file, when it was changed, and its size."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A draft in the list.

    Attributes:
        path: the file.
        saved_at: when it was saved last, in local time.
        report: what is in it; None when it cannot be read.
        problem: why it cannot be read.
    """

    path: Path
    saved_at: datetime
    report: Report | None = None
    problem: str | None = None

    @property
    def agency(self) -> str:
        """The agency's name; the file's where it cannot be read."""
        return self.report.agency.name if self.report else self.path.stem

    @property
    def year(self) -> int | None:
        """The report's year, where it can be read."""
        return self.report.year if self.report else None


class DraftList:
    """The drafts in a folder; files that have not changed are not read again."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which need not be there yet."""
        self._folder = folder
        self._known: dict[_Mark, Entry] = {}
        self._states: dict[Path, tuple[Entry, date, Mapping[str, State]]] = {}

    def entries(self) -> tuple[Entry, ...]:
        """The drafts, newest first."""
        found = {}
        for item in self._files():
            with suppress(OSError):
                seen = item.stat()
                mark = (item.path, seen.st_mtime_ns, seen.st_size)
                found[mark] = self._known.get(mark) or _entry(Path(item.path), seen.st_mtime)
        self._known = found
        return tuple(sorted(found.values(), key=lambda entry: entry.saved_at, reverse=True))

    def states(self, entry: Entry, today: date) -> "Mapping[str, State]":
        """How far each part of a draft is on a day, by the part's id; empty when the draft cannot be read."""
        if entry.report is None:
            return {}
        known, day, states = self._states.get(entry.path, (None, today, {}))
        if known is not entry or day != today:
            states = _states(entry.report, today)
            self._states[entry.path] = (entry, today, states)
        return states

    def _files(self) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self._folder) as items:
                return [item for item in items if item.name.lower().endswith(SUFFIX) and not item.is_dir()]
        except OSError:
            return []


def _entry(path: Path, modified: float) -> Entry:
    at = datetime.fromtimestamp(modified).astimezone()
    try:
        draft = load(path)
    except FileProblem as problem:
        return Entry(path, at, problem=problem.reason)
    return Entry(path, local_time(draft.saved_at) or at, draft.report)


def _states(report: Report, today: date) -> "Mapping[str, State]":
    from model.checks import Context, findings
    from model.session import progress

    found = findings(report, Context(today))
    return {section: progress.state(report, found, section) for section in progress.sections(report.form)}


def local_time(moment: datetime | None) -> datetime | None:
    """A time from a draft on this machine's clock; None where there is none, or no clock can show it."""
    try:
        return moment and moment.astimezone()
    except (OverflowError, ValueError, OSError):
        return None
