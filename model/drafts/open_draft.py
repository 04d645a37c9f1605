"""One open draft on the disk: saved whole, never over a stranger's work, and kept elsewhere when its place is gone."""

import hashlib
import os
import shutil
import threading
import uuid
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from model.drafts.draft import SIZE_LIMIT, Draft, dumps, load, loads
from model.drafts.file_names import beside
from model.drafts.history import History
from model.drafts.recovery import RecoveryCopy
from model.files import atomic
from model.files.lock import Lock
from model.files.problems import FileProblem, from_os_error
from model.files.strict_json import JsonError

_KEPT_ON_DISK = "修改已暂存在本机，会自动再试"
_KEPT_IN_MEMORY = "修改还在程序里，会自动再试，请先不要关闭程序"


@dataclass(frozen=True, slots=True)
class Saved:
    """A save that worked: the draft as written, and where another program's version was put, if there was one."""

    draft: Draft
    aside: Path | None = None


@dataclass(frozen=True, slots=True)
class Backup:
    """Where else the content of a draft is kept: its versions, and work that its own place does not take."""

    history: History
    recovery: RecoveryCopy


class DraftFile:
    """The file of an open draft; used by one thread at a time, except for `keep_copy`."""

    def __init__(
        self, path: Path, known: str | None, backup: Backup, lock: Lock | None = None, *, read_only: bool = False
    ) -> None:
        """Take charge of a file.

        Args:
            path: where the draft is kept.
            known: the digest of what was read from there; None when nothing was.
            backup: where else its content is kept.
            lock: what keeps others from writing, given free by `close`.
            read_only: whether nothing may be written, as somebody else has the draft open.
        """
        self.path = path
        self.read_only = read_only
        self._known = known
        self._lock = lock
        self._history, self._recovery = backup.history, backup.recovery
        self._unkept: bytes | None = None
        self._aside: Path | None = None
        self._copying = threading.Lock()
        self._turn, self._copied_in, self._done_in = 0, -1, -1

    @property
    def data(self) -> Path:
        """The folder with the program's own data."""
        return self._recovery.folder.parent.parent

    @property
    def turn(self) -> int:
        """How many saves have begun."""
        return self._turn

    def save(self, draft: Draft, now: datetime) -> Saved:
        """Write the draft whole and return it as written: its next revision, with an id and the time.

        A file that was changed behind the program is kept under a name beside it first.

        Raises:
            FileProblem: it could not be written. The old file is as it was; the work is in the recovery folder, if
                that was possible, and the line says so.
        """
        self._turn += 1
        saved = next_revision(draft, now)
        content = self._content(saved)
        try:
            atomic.write(self.path, content, lambda _: self._keep_strangers_work(now))
        except OSError as error:
            raise self._elsewhere(content, error) from None
        self._known = hashlib.sha256(content).hexdigest()
        self._round_off(content, now)
        aside, self._aside = self._aside, None
        return Saved(saved, aside)

    def keep_copy(self, draft: Draft, now: datetime, turn: int | None = None) -> Path | None:
        """Put a draft into the recovery folder, also from another thread while a save does not come to an end.

        Args:
            draft: what is in hand.
            now: the time.
            turn: `turn` when the draft was taken; where a later save has begun since, that one has it all.

        Returns:
            The copy; None when there is none.
        """
        content = dumps(next_revision(draft, now))
        with self._copying, suppress(OSError):
            if turn in (None, self._turn):
                copy = self._recovery.keep(content)
                self._copied_in = self._turn
                return copy
        return None

    def close(self, now: datetime | None = None) -> None:
        """Keep the last version and give the lock free; a second call does nothing."""
        now = now or datetime.now().astimezone()
        if self._unkept is not None:
            with suppress(OSError):
                self._history.add(self._unkept, now)
            self._unkept = None
        if self._copied_in < self._done_in == self._turn:
            self._recovery.retire(self._history, now)
            self._done_in = -1
        if self._lock is not None:
            self._lock.release()

    def _content(self, saved: Draft) -> bytes:
        """The bytes of a draft, after making sure that they can be read again."""
        if self.read_only:
            raise FileProblem(self.path, "这份年报正在别处打开，这里只能查看，不能保存")
        content = dumps(saved)
        try:
            loads(content)
        except JsonError as error:
            raise FileProblem(self.path, f"没有保存：内容有误（{error}），原文件没有改动") from None
        if len(content) > SIZE_LIMIT:
            raise FileProblem(self.path, "没有保存：文字太多，草稿超出了大小限制，请删减后再试")
        return content

    def _keep_strangers_work(self, now: datetime) -> None:
        """Keep what another program has put in the file's place, once, however often the save has to be tried."""
        found = digest(self.path)
        if found in (None, self._known):
            return
        real = Path(os.path.realpath(self.path))
        aside = beside(real, "别处改动", now)
        try:
            aside.hardlink_to(real)
        except OSError:
            shutil.copyfile(real, aside)
        self._known, self._aside = found, aside

    def _elsewhere(self, content: bytes, error: OSError) -> FileProblem:
        if self.path.parent.is_dir():
            reason = from_os_error(self.path, error).reason
        else:
            reason = "保存的位置不见了（U盘拔出，或文件夹被移走），请恢复原位置"
        return FileProblem(
            self.path, f"没有保存：{reason}；{_KEPT_ON_DISK if self._rescued(content) else _KEPT_IN_MEMORY}"
        )

    def _rescued(self, content: bytes) -> bool:
        """Whether the work is in the recovery folder: as a copy made while the save was failing, or one made now."""
        with self._copying, suppress(OSError):
            if self._copied_in < self._turn:
                self._recovery.keep(content)
            return True
        return False

    def _round_off(self, content: bytes, now: datetime) -> None:
        """After a save: keep a version now and then, and put away a copy in the recovery folder that is older.

        A data folder that is full does not fail the save.
        """
        self._unkept = content
        with suppress(OSError):
            if self._history.due(now):
                self._history.add(content, now)
                self._unkept = None
        with self._copying:
            self._done_in = self._turn
            if self._copied_in < self._turn:
                self._recovery.retire(self._history, now)


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
