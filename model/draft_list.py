"""The list of drafts in a folder: quick, newest first, and whole although one of them cannot be read."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from model import progress
from model.checks import Context, findings
from model.draft import load
from model.file_names import SUFFIX
from model.problems import FileProblem
from model.progress import SECTIONS, State
from model.report import Report


@dataclass(frozen=True, slots=True)
class Entry:
    """A draft in the list.

    Attributes:
        path: the file.
        saved_at: when it was saved last, in local time.
        report: what is in it; None when it cannot be read.
        states: how far each part is, by the part's id; empty when it cannot be read.
        problem: why it cannot be read.
    """

    path: Path
    saved_at: datetime
    report: Report | None = None
    states: Mapping[str, State] = field(default_factory=dict)
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
        self._known: dict[tuple[str, int, int, date], Entry] = {}

    def entries(self, today: date) -> tuple[Entry, ...]:
        """The drafts, newest first, with their states as of a day."""
        found = {}
        for item in self._files():
            with suppress(OSError):
                seen = item.stat()
                mark = (item.path, seen.st_mtime_ns, seen.st_size, today)
                found[mark] = self._known.get(mark) or _entry(Path(item.path), seen.st_mtime, today)
        self._known = found
        return tuple(sorted(found.values(), key=lambda entry: entry.saved_at, reverse=True))

    def _files(self) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self._folder) as items:
                return [item for item in items if item.name.lower().endswith(SUFFIX) and not item.is_dir()]
        except OSError:
            return []


def _entry(path: Path, modified: float, today: date) -> Entry:
    at = datetime.fromtimestamp(modified).astimezone()
    try:
        draft = load(path)
    except FileProblem as problem:
        return Entry(path, at, problem=problem.reason)
    found = findings(draft.report, Context(today))
    states = {section: progress.state(draft.report, found, section) for section in SECTIONS}
    return Entry(path, local_time(draft.saved_at) or at, draft.report, states)


def local_time(moment: datetime | None) -> datetime | None:
    """A time from a draft on this machine's clock; None where there is none, or no clock can show it."""
    try:
        return moment and moment.astimezone()
    except (OverflowError, ValueError, OSError):
        return None
