"""Earlier versions of a draft, kept in the data folder under the draft's id, in the order of its revisions.

No clock decides what is kept. What stays: the newest `NEWEST` versions; before them the last one of every day in a row
(a day is what the machine's calendar said when it was kept) and one of every `MILESTONE` that were ever kept; above
`MOST` versions or `MOST_BYTES` those that stand closest together go first. A copy of what was published or signed
always stays.
"""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from model.drafts.draft import Draft, load, loads
from model.drafts.file_names import SUFFIX
from model.files import atomic
from model.files.private import private_folder
from model.files.problems import FileProblem
from model.files.strict_json import JsonError
from model.language.patterns import pattern
from model.report.publication import content_mark, last_published
from model.report.report import Report
from model.structs import Struct

NEWEST = 60
"""So many of the newest versions all stay."""
MILESTONE = 20
"""Of older versions one in so many stays, whatever any calendar said."""
MOST = 300
"""The most versions of one draft, besides what was published."""
MOST_BYTES = 64 * 1024 * 1024
"""The most room they take, in bytes; the newest version stays even where it is larger."""

_MARK_LENGTH = 12
_NAME = pattern(
    r"(?P<revision>\d{13})-(?P<number>\d{8})-(?P<day>\d{8})T(?P<time>\d{6})(?P<zone>[+-]\d{4})(?:-p(?P<mark>[0-9a-f]{12}))?"
    r"(?:-s(?P<signed>[0-9a-f]{12}))?"
)


class Generation(Struct, frozen=True):
    """An earlier version.

    Attributes:
        path: its file.
        at: when it was kept, as the machine's clock said then, which may have been wrong.
        revision: the draft's revision.
        number: how many versions had been kept of the draft when it came.
        published: tells one published copy from another; empty for a version that is none.
        size: of the file, in bytes.
        signed: the same for copies of what was signed.
    """

    path: Path
    at: datetime
    revision: int
    number: int
    published: str = ""
    size: int = 0
    signed: str = ""

    @property
    def marked(self) -> bool:
        """Whether it is what was published or signed."""
        return bool(self.published or self.signed)

    @property
    def order(self) -> tuple[int, int]:
        """What is later is greater."""
        return self.revision, self.number


def kept(versions: Iterable[Generation]) -> frozenset[Generation]:
    """Which versions stay; see the head of this module."""
    ordered = sorted(versions, key=lambda version: version.order)
    old, newest = ordered[:-NEWEST], ordered[-NEWEST:]
    following = [*old[1:], *newest[:1]]
    staying = [
        version
        for version, after in zip(old, following, strict=False)
        if version.marked or version.number % MILESTONE == 0 or version.at.date() != after.at.date()
    ]
    return frozenset(_within_bounds([*staying, *newest]))


def _within_bounds(ordered: list[Generation]) -> list[Generation]:
    """The versions without those that stand closest together, until they are few and small enough."""
    loose = [version for version in ordered if not version.marked]
    room = sum(version.size for version in loose)
    while len(loose) > 1 and (len(loose) > MOST or room > MOST_BYTES):
        room -= loose.pop(_closest(loose)).size
    staying = set(loose)
    return [version for version in ordered if version.marked or version in staying]


def _closest(ordered: list[Generation]) -> int:
    """Which version stands closest to those around it, of the old ones while there are any; never the newest."""
    last = len(ordered) - NEWEST if len(ordered) > NEWEST else len(ordered) - 1
    numbers = [0, *(version.number for version in ordered)]
    gaps = [numbers[index + 2] - numbers[index] for index in range(last)]
    return gaps.index(min(gaps))


class History:
    """The versions of one draft."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which need not be there yet."""
        self._folder = folder

    @property
    def folder(self) -> Path:
        """Where they are."""
        return self._folder

    def generations(self) -> tuple[Generation, ...]:
        """All versions, newest first."""
        found = filter(None, map(_generation, self._folder.glob(f"*{SUFFIX}")))
        return tuple(sorted(found, key=lambda version: version.order, reverse=True))

    def newest_good(self) -> tuple[Generation, Draft] | None:
        """The newest version that can be read, with its content."""
        for generation in self.generations():
            with suppress(FileProblem):
                return generation, load(generation.path)
        return None

    def holds(self, digest: str) -> bool:
        """Whether a version has a content of that SHA-256."""
        return any(hashlib.sha256(version.path.read_bytes()).hexdigest() == digest for version in self.generations())

    def published_report(self, content: str) -> Report | None:
        """The report as it was published, by the mark of its content; None where no version of it can be read."""
        mark = content[:_MARK_LENGTH]
        return _of_content(content, (each.path for each in self.generations() if mark and each.published == mark))

    def signed_report(self, content: str) -> Report | None:
        """The report as it was signed, by the mark of its content; None where no version of it can be read."""
        mark = content[:_MARK_LENGTH]
        return _of_content(content, (each.path for each in self.generations() if mark and each.signed == mark))

    def frozen(self, mark: str, suffix: str) -> Path:
        """Where the file stands that was published, by the mark of its content, which is kept with the versions."""
        return self._folder / f"published-{mark[:_MARK_LENGTH]}{suffix}"

    def newest_revision(self) -> int:
        """The highest revision of all versions; 0 where there are none."""
        return max((version.revision for version in self.generations()), default=0)

    def lacks_marked(self, report: Report) -> bool:
        """Whether a report is as it was published, or as it was signed, and no version of that is kept."""
        published, signed = published_mark(report), signed_mark(report)
        return bool(published or signed) and any(_new_marks(published, signed, self.generations()))

    def add(self, content: bytes, now: datetime) -> None:
        """Keep a version, unless the newest one is the same, and thin out the others.

        Args:
            content: the bytes of a draft, or of what is left of one; those count as of the newest revision.
            now: the time, for the eyes of the clerk alone.

        Raises:
            OSError: it cannot be written.
        """
        versions = self.generations()
        draft = _read(content)
        marks = (published_mark(draft.report), signed_mark(draft.report)) if draft else ("", "")
        published, signed = _new_marks(*marks, versions)
        if versions and versions[0].path.read_bytes() == content and not published and not signed:
            return
        revision = draft.revision if draft else max((version.revision for version in versions), default=0)
        number = max((version.number for version in versions), default=0) + 1
        private_folder(self._folder)
        name = version_name(revision, number, now, published, signed)
        atomic.write(self._folder / name, content, private=True)
        self._prune()

    def _prune(self) -> None:
        generations = self.generations()
        if len(generations) <= NEWEST and sum(version.size for version in generations) <= MOST_BYTES:
            return
        staying = kept(generations)
        for generation in generations:
            if generation not in staying:
                with suppress(OSError):
                    generation.path.unlink()


def version_name(revision: int, number: int, at: datetime, published: str = "", signed: str = "") -> str:
    """What the file of a version is called; the names sort in the order of the versions."""
    marks = (f"-p{published}" if published else "") + (f"-s{signed}" if signed else "")
    return f"{revision:013d}-{number:08d}-{at.astimezone():%Y%m%dT%H%M%S%z}{marks}{SUFFIX}"


def published_mark(report: Report) -> str:
    """Tells what was published from anything else, and one publication from another; empty where it is neither.

    Of a publication that was noted without its content, as version 0.1 did, the day tells it: the first version with it
    is taken for what was published, and not every later one.
    """
    event = last_published(report)
    if event is None:
        return ""
    if not event.content:
        return hashlib.sha256(event.at.isoformat().encode()).hexdigest()[:_MARK_LENGTH]
    return event.content[:_MARK_LENGTH] if event.content == content_mark(report) else ""


def signed_mark(report: Report) -> str:
    """Tells what was signed from anything else; empty where a report is not that, or where an older mark says less."""
    signed = report.approval.signed
    if signed is None or not signed.content or signed.content != content_mark(report):
        return ""
    return signed.content[:_MARK_LENGTH]


def _new_marks(published: str, signed: str, versions: Iterable[Generation]) -> tuple[str, str]:
    """Two marks, each empty where a version has it."""
    known = [(version.published, version.signed) for version in versions]
    return (
        "" if any(published == mark for mark, _ in known) else published,
        "" if any(signed == mark for _, mark in known) else signed,
    )


def _of_content(content: str, paths: Iterable[Path]) -> Report | None:
    """The first report in some files that prints a content."""
    for path in paths:
        with suppress(FileProblem):
            report = load(path).report
            if content_mark(report) == content:
                return report
    return None


def _read(content: bytes) -> Draft | None:
    with suppress(JsonError):
        return loads(content)
    return None


def _generation(path: Path) -> Generation | None:
    """The version in a file; None for any other file."""
    found = _NAME.fullmatch(path.stem)
    if found is None:
        return None
    try:
        at = datetime.strptime(f"{found['day']}{found['time']}{found['zone']}", "%Y%m%d%H%M%S%z")
        size = path.stat().st_size
    except (ValueError, OSError):
        return None
    return Generation(
        path, at, int(found["revision"]), int(found["number"]), found["mark"] or "", size, found["signed"] or ""
    )
