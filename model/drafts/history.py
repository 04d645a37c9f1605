"""Earlier versions of a draft, kept in the data folder and thinned out with age."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from model.drafts.draft import Draft, load
from model.drafts.file_names import SUFFIX
from model.files import atomic
from model.files.problems import FileProblem

SPACING = timedelta(minutes=1)
"""While a draft is being edited, a version is kept this often."""
MOST = 200
"""The most versions that are kept of one draft."""

_NAME = "%Y%m%dT%H%M%S%f"
_HOUR, _DAY, _MONTH = timedelta(hours=1), timedelta(days=1), timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Generation:
    """An earlier version: its file, and when it was kept."""

    path: Path
    at: datetime


def kept(times: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Which versions stay: all of the last hour, one an hour for a day, one a day for a month, then one a month.

    Of those that share an hour, day or month the newest stays; never more than `MOST` in all, the newest ones.
    """
    newest = {_slot(time, now): time for time in sorted(times)}
    return frozenset(sorted(newest.values())[-MOST:])


def _slot(time: datetime, now: datetime) -> tuple[object, ...]:
    age = now - time
    if age < _HOUR:
        return "all", time
    if age < _DAY:
        return "hour", time.date(), time.hour
    return ("day", time.date()) if age < _MONTH else ("month", time.year, time.month)


class History:
    """The versions of one draft."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which need not be there yet."""
        self._folder = folder

    def generations(self) -> tuple[Generation, ...]:
        """All versions, newest first."""
        found = (Generation(path, at) for path in self._folder.glob(f"*{SUFFIX}") if (at := _time(path)))
        return tuple(sorted(found, key=lambda generation: generation.at, reverse=True))

    def newest_good(self) -> tuple[Generation, Draft] | None:
        """The newest version that can be read, with its content."""
        for generation in self.generations():
            with suppress(FileProblem):
                return generation, load(generation.path)
        return None

    def due(self, now: datetime) -> bool:
        """Whether the newest version is old enough for another one."""
        newest = next(iter(self.generations()), None)
        return newest is None or abs(now - newest.at) >= SPACING

    def add(self, content: bytes, now: datetime) -> None:
        """Keep a version, unless the newest one is the same, and thin out the others.

        Raises:
            OSError: it cannot be written.
        """
        generations = self.generations()
        if not generations or generations[0].path.read_bytes() != content:
            self._folder.mkdir(parents=True, exist_ok=True)
            atomic.write(self._free_name(now.astimezone(UTC)), content)
        self._prune(now)

    def _free_name(self, at: datetime) -> Path:
        while (path := self._folder / f"{at:{_NAME}}{SUFFIX}").exists():
            at += timedelta(microseconds=1)
        return path

    def _prune(self, now: datetime) -> None:
        generations = self.generations()
        staying = kept((generation.at for generation in generations), now.astimezone(UTC))
        for generation in generations:
            if generation.at not in staying:
                with suppress(OSError):
                    generation.path.unlink()


def _time(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return None
