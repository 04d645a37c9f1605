"""One open draft on the disk: saved whole, never over a stranger's work, and kept elsewhere when its place is gone."""

import hashlib
import os
import shutil
import threading
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from model.drafts import saved_words
from model.drafts.draft import SIZE_LIMIT, Draft, dumps, load, loads
from model.drafts.file_names import beside, key
from model.drafts.history import History
from model.drafts.recovery import RecoveryCopy
from model.files import atomic
from model.files.lock import Lock
from model.files.problems import FileProblem, from_os_error
from model.files.shared_lock import SharedLock, Watch
from model.files.strict_json import JsonError
from model.structs import Struct, replace

SPACING_S = 60.0
"""While a draft is being edited, a version is kept this often, in seconds of a clock that only goes forward."""


class Saved(Struct, frozen=True):
    """A save that worked.

    Attributes:
        draft: as it was written.
        aside: where another program's version was put, when the clerk decided for the one that is open.
        versions_problem: why no version could be kept of it; empty when all is well.
    """

    draft: Draft
    aside: Path | None = None
    versions_problem: str = ""


class Backup(Struct, frozen=True):
    """Where else the content of a draft is kept, all under its id: its versions, and work that its place refuses."""

    id: str
    history: History
    recovery: RecoveryCopy


class Locks(Struct, frozen=True):
    """What keeps others from writing, each where it could be taken: beside the draft, and the mark of a crash."""

    shared: SharedLock | None = None
    mark: Lock | None = None

    def release(self) -> None:
        """Give them up."""
        for lock in (self.shared, self.mark):
            if lock is not None:
                lock.release()


class NotSaved(FileProblem):
    """The draft's place took nothing; `copy` is where the work is instead, None when it is in memory alone."""

    def __init__(self, path: Path, reason: str, copy: Path | None) -> None:
        """Take why, and where the work is."""
        super().__init__(path, saved_words.not_saved(reason, copy))
        self.cause, self.copy = reason, copy


class Conflict(FileProblem):
    """The draft was changed elsewhere; nothing is written there until the clerk has decided; `copy` as above."""

    def __init__(self, path: Path, reason: str, copy: Path | None) -> None:
        """Take what happened, and where the work is."""
        super().__init__(path, saved_words.stopped(reason, copy))
        self.cause, self.copy = reason, copy


class DraftFile:
    """The file of an open draft; used by one thread at a time, except for `keep_copy`."""

    def __init__(  # noqa: PLR0913 - all that an open file is
        self,
        path: Path,
        known: str | None,
        backup: Backup,
        locks: Locks | None = None,
        *,
        refusal: str = "",
        watch: Watch | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take charge of a file.

        Args:
            path: where the draft is kept.
            known: the digest of what was read from there; None when nothing was.
            backup: where else its content is kept.
            locks: what keeps others from writing, given up by `close`.
            refusal: why nothing may be written; empty where it may.
            watch: looks at the lock of whoever has it open.
            clock: seconds, which only go forward.
        """
        self.path, self.key = path, key(path)
        self.refusal, self.watch = refusal, watch
        self._known = known
        self._locks = locks or Locks()
        self._id, self._history, self._recovery = backup.id, backup.history, backup.recovery
        self._had_history = self._history.folder.exists()
        self._clock, self._kept_at = clock, clock() if self._had_history else None
        self._unkept: bytes | None = None
        self._aside: Path | None = None
        self._own_copy = False
        self._copying = threading.Lock()
        self._save_number, self._copied_in, self._done_in = 0, -1, -1

    @property
    def read_only(self) -> bool:
        """Whether nothing may be written."""
        return bool(self.refusal)

    @property
    def known(self) -> str | None:
        """The digest of what was read or written last; None where nothing was."""
        return self._known

    @property
    def data(self) -> Path:
        """The folder with the program's own data."""
        return self._recovery.folder.parent.parent

    @property
    def history(self) -> History:
        """The earlier versions."""
        return self._history

    @property
    def save_number(self) -> int:
        """How many saves have begun."""
        return self._save_number

    @property
    def missing(self) -> bool:
        """Whether the draft was written or read, its folder is there, and the file is gone; a share may not answer."""
        there = os.path.isdir(self.path.parent)  # noqa: PTH112 - it never raises
        return self._known is not None and there and not os.path.lexists(self.path)

    @property
    def lost(self) -> str:
        """What became of the draft's place while all was saved: a line, empty where the file is there as it was."""
        if self._known is None or os.path.lexists(self.path):
            return ""
        return saved_words.LOST if self.missing else saved_words.PLACE_GONE

    def save(self, draft: Draft, now: datetime, *, over_others: bool = False) -> Saved:
        """Write the draft whole and return it as written: its next revision, with an id and the time.

        Args:
            draft: what is in hand.
            now: the time.
            over_others: whether the clerk has decided for this one, where the file was changed elsewhere; what is
                there is kept under a name beside it first.

        Raises:
            Conflict: the file was changed elsewhere. It is as it was.
            NotSaved: it could not be written. The old file is as it was.
            FileProblem: no file can hold the draft.
        """
        self._save_number += 1
        saved = next_revision(self._own(draft), now)
        content = self._content(saved)
        shared = self._locks.shared
        if shared is not None and shared.lost and not over_others:
            raise Conflict(self.path, saved_words.TAKEN_OVER, self._rescued(content))
        try:
            atomic.write(self.path, content, lambda _: self._meet_others(now, over_others=over_others))
        except _Changed:
            raise Conflict(self.path, saved_words.CHANGED, self._rescued(content)) from None
        except OSError as error:
            raise self._elsewhere(content, error) from None
        self._known = hashlib.sha256(content).hexdigest()
        problem = self._round_off(saved, content, now)
        aside, self._aside = self._aside, None
        return Saved(saved, aside, problem)

    def keep_copy(self, draft: Draft, now: datetime, save_number: int | None = None) -> Path | None:
        """Put a draft into the recovery folder, also from another thread while a save does not come to an end.

        Args:
            draft: what is in hand.
            now: the time.
            save_number: of when the draft was taken; where a later save has begun since, that one has it all.

        Returns:
            The copy; None when there is none.
        """
        content = dumps(next_revision(self._own(draft), now))
        with self._copying:
            if save_number in (None, self._save_number):
                return self._kept(content)
        return None

    def put_beside(self, draft: Draft, now: datetime) -> Path:
        """Write a draft under a name beside the file, where the clerk decides for what is in the file.

        Raises:
            FileProblem: it cannot be written.
        """
        path = beside(Path(os.path.realpath(self.path)), "本机的改动", now)
        copy = replace(next_revision(draft, now), id=str(uuid.uuid4()))
        try:
            atomic.write(path, dumps(copy))
        except OSError as error:
            raise from_os_error(path, error) from None
        return path

    def keep_present(self, now: datetime) -> None:
        """Keep what the file holds among the versions, or under a name beside it, before much of it is replaced.

        Raises:
            OSError: it can be kept nowhere.
        """
        content = self.path.read_bytes()
        try:
            self._history.add(content, now)
        except OSError:
            copy_aside(Path(os.path.realpath(self.path)), "恢复前", now)

    def close(self, now: datetime | None = None) -> None:
        """Keep the last version and give the locks up; a second call does nothing."""
        now = now or datetime.now().astimezone()
        if self._unkept is not None:
            with suppress(OSError):
                self._history.add(self._unkept, now)
            self._unkept = None
        if self._own_copy and self._copied_in < self._done_in == self._save_number:
            self._recovery.retire(self._history, now)
            self._done_in = -1
        self._locks.release()

    def _own(self, draft: Draft) -> Draft:
        """The draft under the id this file has."""
        return replace(draft, id=self._id) if self._id and draft.id != self._id else draft

    def _content(self, saved: Draft) -> bytes:
        """The bytes of a draft, after making sure that they can be read again."""
        if self.refusal:
            raise FileProblem(self.path, f"{self.refusal}，这里{saved_words.READ_ONLY}")
        content = dumps(saved)
        try:
            loads(content)
        except JsonError as error:
            raise FileProblem(self.path, saved_words.no_draft_holds_it(f"内容有误（{error}）")) from None
        if len(content) > SIZE_LIMIT:
            why = "文字太多，草稿超出了大小限制，请删减后再试"
            raise FileProblem(self.path, saved_words.no_draft_holds_it(why))
        return content

    def _meet_others(self, now: datetime, *, over_others: bool) -> None:
        """Stop before the work of others, or keep it aside, once, however often the save has to be tried."""
        found = digest(self.path)
        if found in (None, self._known) or (self._known is None and self._history.holds(found)):
            return
        if not over_others:
            raise _Changed
        real = Path(os.path.realpath(self.path))
        self._aside = copy_aside(real, "别处改动", now)
        self._known = found

    def _elsewhere(self, content: bytes, error: OSError) -> NotSaved:
        there = os.path.isdir(self.path.parent)  # noqa: PTH112 - it never raises
        reason = from_os_error(self.path, error).reason if there else saved_words.PLACE_GONE
        return NotSaved(self.path, reason, self._rescued(content))

    def _rescued(self, content: bytes) -> Path | None:
        """Where the work is in the recovery folder: a copy made while the save was failing, or one made now."""
        with self._copying:
            if self._copied_in < self._save_number:
                return self._kept(content)
            return self._recovery.path

    def _kept(self, content: bytes) -> Path | None:
        """The copy, after one of an earlier run is put among the versions; None where it cannot be written."""
        with suppress(OSError):
            if not self._own_copy:
                self._recovery.retire(self._history, datetime.now().astimezone())
            copy = self._recovery.keep(content)
            self._own_copy, self._copied_in = True, self._save_number
            return copy
        return None

    def _due(self) -> bool:
        """Whether it is time for another version."""
        return self._kept_at is None or self._clock() - self._kept_at >= SPACING_S

    def _history_gone(self) -> bool:
        """Whether versions were kept and somebody has taken them all away."""
        return self._had_history and not self._history.folder.exists()

    def _round_off(self, saved: Draft, content: bytes, now: datetime) -> str:
        """After a save: keep a version now and then, and put away a copy in the recovery folder that is older.

        A data folder that takes nothing does not fail the save; what is wrong with it is returned.
        """
        self._unkept, problem = content, ""
        if self._history_gone():
            problem, self._kept_at = saved_words.DATA_GONE, None
        try:
            if self._due() or self._history.lacks_marked(saved.report):
                self._history.add(content, now)
                self._unkept, self._kept_at, self._had_history = None, self._clock(), True
            self._recovery.probe()
        except OSError as error:
            problem = from_os_error(self.data, error).reason
        with self._copying:
            self._done_in = self._save_number
            if self._own_copy and self._copied_in < self._save_number:
                self._recovery.retire(self._history, now)
        return problem


class _Changed(Exception):  # noqa: N818
    """The file holds what somebody else has written."""


def copy_aside(path: Path, words: str, now: datetime) -> Path:
    """A copy of a file beside it under a name that says what became of it; one that is there already is enough.

    Raises:
        OSError: it cannot be made; the file is as it was.
    """
    wanted = digest(path)
    for known in path.parent.glob(f"{_escaped(path.stem)}（{words}*"):
        with suppress(OSError):
            if digest(known) == wanted:
                return known
    aside = beside(path, words, now)
    try:
        aside.hardlink_to(path)
    except OSError:
        shutil.copyfile(path, aside)
    return aside


def _escaped(stem: str) -> str:
    return "".join(f"[{character}]" if character in "*?[" else character for character in stem)


def next_revision(draft: Draft, now: datetime) -> Draft:
    """The draft as a save at a time makes it."""
    return replace(draft, id=draft.id or str(uuid.uuid4()), revision=draft.revision + 1, saved_at=now)


def digest(path: Path) -> str | None:
    """What tells one content of a file from another; None where there is no file.

    Raises:
        OSError: the file cannot be read.
    """
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def read(path: Path) -> tuple[Draft, str | None]:
    """A draft, and the digest of the content it was read from.

    Raises:
        FileProblem: see `model.drafts.draft.load`.
    """
    while True:
        try:
            before = path.stat()
            draft, known = load(path), digest(path)
            after = path.stat()
        except OSError as error:
            raise from_os_error(path, error) from None
        if (before.st_ino, before.st_mtime_ns, before.st_size) == (after.st_ino, after.st_mtime_ns, after.st_size):
            return draft, known
