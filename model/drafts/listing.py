"""The list of drafts in a folder: newest first, and whole although one of them cannot be read.

What a row shows is remembered in the data folder, so that of thousands of drafts only the changed ones are read again,
and all that reading needs is loaded only then.
How far a draft is, the checks say, elsewhere.
"""

import json
import os
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from model.drafts.file_names import SUFFIX
from model.files import atomic
from model.files.private import private_folder
from model.files.problems import FileProblem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from model.drafts.draft import Draft
    from model.report.report import Report

_INDEX = "list.json"
_Mark = tuple[int, int]
"""When a file was changed, in nanoseconds, and its size in bytes."""
_NEVER: _Mark = (0, 0)
"""The mark of a file that was never seen."""


class Entry(NamedTuple):
    """A draft in the list; no Struct, for the list is painted before anything else is imported.

    Attributes:
        path: the file.
        saved_at: when it was saved last, in local time.
        agency: the agency's name; the file's where it cannot be read.
        year: the report's year, where it can be read.
        due: the day it is due, where it can be read.
        standing: how far it has come (see `model.drafts.exported.standing`), where it can be read.
        hand_in: the day by which it still has to be handed in, where one is set.
        problem: why it cannot be read.
        unread: whether the file has still to be read; what it says is not known yet.
        elsewhere: whether it lies outside the folder, and is listed because it was opened.
    """

    path: Path
    saved_at: datetime
    agency: str = ""
    year: int | None = None
    due: date | None = None
    standing: str = ""
    hand_in: date | None = None
    problem: str | None = None
    unread: bool = False
    elsewhere: bool = False

    @property
    def published(self) -> bool:
        """Whether it is marked as published."""
        return self.standing in ("published", "republish")

    @property
    def readable(self) -> bool:
        """Whether it was read, and could be."""
        return self.problem is None and not self.unread

    @property
    def report(self) -> "Report | None":
        """What is in it now, read from the disk; None when it cannot be read."""
        with suppress(FileProblem):
            return _loaded(self.path).report
        return None


class DraftList:
    """The drafts in a folder; files that have not changed are not read again. Safe to `read` from one more thread."""

    def __init__(self, folder: Path, data: Path | None = None) -> None:
        """Use two folders, which need not be there yet: the drafts, and where the list is remembered, if anywhere."""
        self._folder = folder
        self._index = data / _INDEX if data else None
        self._known: dict[str, tuple[_Mark, Entry]] | None = None
        self._changed = False
        self.elsewhere: Callable[[], Iterable[Path]] = tuple
        """The drafts outside the folder that are listed too; they are looked at by `refresh` alone."""
        self.far = False
        """Whether the folder may not answer for long, as a share: it is looked through by `scan` and `read` alone."""

    def scan(self) -> tuple[Entry, ...]:
        """The drafts, newest first, without reading any; those that are not known yet count as of their file's time."""
        known = self._remembered()
        found: dict[str, tuple[_Mark, Entry]] = {}
        for item in self._files():
            with suppress(OSError):
                seen = item.stat()
                mark = (seen.st_mtime_ns, seen.st_size)
                before = known.get(item.name)
                fresh = before is not None and before[0] == mark
                found[item.name] = before if before and fresh else (mark, _unread(Path(item.path), seen.st_mtime))
        for path in self.elsewhere():
            name = str(path)
            found[name] = known.get(name) or (_NEVER, _unread(path, 0)._replace(elsewhere=True))
        self._changed |= found.keys() != known.keys()
        self._known = found
        return _ordered(found)

    def listed(self) -> tuple[Entry, ...]:
        """The drafts, newest first, without reading any; those of a far folder as it was last looked through."""
        return self.now() if self.far else self.scan()

    def read(self, entry: Entry) -> Entry:
        """Read a draft of the list, and remember what its row shows."""
        mark, done = _mark(entry.path), _entry(entry.path, entry.saved_at)
        known, name = self._remembered(), str(entry.path) if entry.elsewhere else entry.path.name
        if entry.elsewhere:
            done = _still_named(entry, done)
        if name in known and (mark is not None or entry.elsewhere):
            known[name] = (mark or _NEVER, done)
            self._changed = True
        return done

    def refresh(self, entry: Entry) -> None:
        """Read a draft that lies elsewhere again, where it has changed or gone; its disk may not answer for long."""
        known = self._remembered().get(str(entry.path))
        mark = _mark(entry.path)
        if known is not None and (known[0] != mark or mark is None):
            self.read(entry)

    def now(self) -> tuple[Entry, ...]:
        """The drafts as they are known now, newest first."""
        return _ordered(dict(self._remembered()))

    def entries(self) -> tuple[Entry, ...]:
        """The drafts, newest first, all of them read; those of a far folder as far as they are known."""
        for entry in self.listed():
            if entry.unread and not entry.elsewhere and not self.far:
                self.read(entry)
        return self.now()

    def newest_report(self) -> "Report | None":
        """The report that was saved last, of those that can be read."""
        entries = sorted(self.entries(), key=lambda entry: entry.elsewhere)
        return next((report for entry in entries if entry.readable and (report := entry.report)), None)

    def remember(self) -> None:
        """Keep the list in the data folder, where it has changed; one that cannot be kept is made again."""
        if self._index is None or not self._changed or self._known is None:
            return
        self._changed = False
        rows = {name: [*mark, *_row(entry)] for name, (mark, entry) in list(self._known.items()) if not entry.unread}
        content = json.dumps({"folder": str(self._folder), "drafts": rows}, ensure_ascii=True).encode()
        with suppress(OSError):
            private_folder(self._index.parent)
            atomic.write(self._index, content, private=True)

    def _remembered(self) -> dict[str, tuple[_Mark, Entry]]:
        if self._known is None:
            self._known = {}
            with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
                found = json.loads(self._index.read_bytes()) if self._index else {}
                if found.get("folder") == str(self._folder):
                    rows = found["drafts"].items()
                    self._known = {name: ((row[0], row[1]), self._of_row(name, row[2:])) for name, row in rows}
        return self._known

    def _of_row(self, name: str, row: list[Any]) -> Entry:
        """A draft in the folder by its name, one that lies elsewhere by its whole path."""
        path = Path(name)
        return _of_row(self._folder / name, row)._replace(elsewhere=path.is_absolute())

    def _files(self) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self._folder) as items:
                return [item for item in items if item.name.lower().endswith(SUFFIX) and not item.is_dir()]
        except OSError:
            return []


def _mark(path: Path) -> _Mark | None:
    with suppress(OSError):
        seen = path.stat()
        return seen.st_mtime_ns, seen.st_size
    return None


def _still_named(before: Entry, now: Entry) -> Entry:
    """What is known of a draft elsewhere, of which the name of the agency and the year stay when it cannot be read."""
    if now.problem is not None and before.year is not None:
        return before._replace(problem=now.problem, unread=False)
    return now._replace(elsewhere=True)


def _ordered(found: dict[str, tuple[_Mark, Entry]]) -> tuple[Entry, ...]:
    return tuple(sorted((entry for _, entry in found.values()), key=lambda entry: entry.saved_at, reverse=True))


def _unread(path: Path, modified: float) -> Entry:
    return Entry(path, _moment(modified), path.stem, unread=True)


def _moment(seconds: float) -> datetime:
    try:
        return datetime.fromtimestamp(seconds).astimezone()
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0).astimezone()


def _loaded(path: Path) -> "Draft":
    from model.drafts.draft import load

    return load(path)


def _entry(path: Path, at: datetime) -> Entry:
    from model.drafts.exported import standing
    from model.report.due import due_day, hand_in_day

    try:
        draft = _loaded(path)
    except FileProblem as problem:
        return Entry(path, at, path.stem, problem=problem.reason)
    report = draft.report
    saved_at, stands = local_time(draft.saved_at) or at, standing(report, draft.exports)
    return Entry(
        path,
        saved_at,
        report.agency.name,
        report.year,
        due_day(report),
        stands,
        hand_in_day(report),
    )


def _row(entry: Entry) -> list[Any]:
    due, hand_in = (day.isoformat() if day else None for day in (entry.due, entry.hand_in))
    return [entry.saved_at.isoformat(), entry.agency, entry.year, due, entry.standing, hand_in, entry.problem]


def _of_row(path: Path, row: list[Any]) -> Entry:
    saved_at, agency, year, due, standing, hand_in, problem = row
    at = datetime.fromisoformat(saved_at).astimezone()
    days = [date.fromisoformat(day) if day else None for day in (due, hand_in)]
    return Entry(path, at, str(agency), year, days[0], _standing(standing), days[1], problem)


def _standing(word: object) -> str:
    """The word of a remembered list; `TypeError` for a list of before there was one, which is then made again."""
    if not isinstance(word, str):
        raise TypeError(word)
    return word


def local_time(moment: datetime | None) -> datetime | None:
    """A time from a draft on this machine's clock; None where there is none, or no clock can show it."""
    try:
        return moment and moment.astimezone()
    except (OverflowError, ValueError, OSError):
        return None
