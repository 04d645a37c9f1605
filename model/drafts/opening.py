"""How a draft is opened: which one it is, whether it may be written, and what takes the place of a broken one."""

import errno
import os
import stat
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from model.drafts import saved_words
from model.drafts.cleaning import cleaned
from model.drafts.draft import Draft, NewerDraft, dumps, load
from model.drafts.file_names import key
from model.drafts.history import Generation, History
from model.drafts.identity import HEAD, copy_id, name_of, noted_id
from model.drafts.open_draft import Backup, DraftFile, Locks, copy_aside, digest, next_revision, read
from model.drafts.store import Store, is_recovery, is_version
from model.files import atomic
from model.files.lock import Holder, Lock, Taken, present_holder
from model.files.problems import FileProblem, Unreachable, from_os_error
from model.files.shared_lock import SharedLock, Watch, lock_file
from model.structs import Struct, replace

_CLOSED = {errno.EACCES, errno.EPERM, errno.EROFS}
_BY_OTHERS = "这份年报正在别处打开"


class Opened(Struct, frozen=True):
    """A draft that was opened.

    Attributes:
        draft: its content.
        file: where it is saved.
        holder: who has it open, when it can only be looked at and that is known.
        unsaved: whether the content is not what the file holds, and has to be saved.
        remarks: what the clerk should know about what was read, a sentence each.
        version: the version that is looked at; None for a draft.
        draft_path: where the draft of that version is, if that is known.
    """

    draft: Draft
    file: DraftFile
    holder: Holder | None = None
    unsaved: bool = False
    remarks: tuple[str, ...] = ()
    version: Path | None = None
    draft_path: Path | None = None

    @property
    def read_only(self) -> bool:
        """Whether it can only be looked at."""
        return self.file.read_only


class Unreadable(FileProblem):
    """A draft is broken or missing; `generation` is the newest good version of it, if there is one."""

    def __init__(self, problem: FileProblem, generation: Generation | None, *, missing: bool = False) -> None:
        """Keep all three."""
        super().__init__(problem.path, problem.reason)
        self.generation, self.missing = generation, missing


class _Identity(Struct, frozen=True):
    """Which draft a file is: the name it is kept under, its id, and whose copy it is."""

    name: str
    id: str
    of: str = ""


class _Access(Struct, frozen=True):
    """Whether a draft may be written: the locks, or why not."""

    locks: Locks
    refusal: str = ""
    taken: Taken | None = None


class Opener:
    """Opens and makes drafts for one account."""

    def __init__(self, store: Store, clock: Callable[[], float] = time.monotonic) -> None:
        """Take the data folder and a clock that only goes forward."""
        self._store, self._clock = store, clock

    def create(self, path: Path, report_draft: Draft, now: datetime, *, over: bool = False) -> Opened | None:
        """Make a new draft at a place; None where somebody else has it, or takes it at the same moment.

        Args:
            path: the place.
            report_draft: what is in it; its id, where it has one, is that of the draft it comes from.
            now: the time.
            over: whether what is in that place is replaced in one step, and kept under a name beside it.

        Raises:
            FileProblem: it cannot be written. What was there is as it was.
        """
        clean = cleaned(report_draft.report)
        draft = replace(report_draft, id=str(uuid.uuid4()), report=clean.report)
        access = self._access(path, draft.id, now, new=True)
        if access.taken is not None or (os.path.lexists(path) and not over):
            access.locks.release()
            return None
        try:
            there = None if access.refusal else _put_aside(path, now)
            file = self._file(path, _Identity(draft.id, draft.id), there, access)
            saved = file.save(draft, now).draft
        except BaseException:
            access.locks.release()
            raise
        with suppress(OSError):
            self._store.note_place(draft.id, path, report_draft.id)
        return Opened(saved, file, remarks=tuple(f"{words}；来源没有改动。" for words in clean.remarks))

    def open(
        self, path: Path, now: datetime, copy: Path | None = None, stale: bytes = b"", *, name: str = ""
    ) -> Opened:
        """See `Library.open`; `name` is what a missing draft is kept under, where that is known."""
        if copy is None and is_version(path, self._store.data):
            return self._version(path)
        identity = _Identity(name, name) if name else self.identity(path)
        access = self._access(path, identity.name, now, stale)
        try:
            if copy is not None:
                return self._replaced(path, identity, copy, now, access)
            return self._read(path, identity, now, access)
        except BaseException:
            access.locks.release()
            raise

    def move(self, path: Path, target: Path, now: datetime) -> None:
        """See `Library.move`."""
        identity = self.identity(path)
        access = self._access(path, identity.name, now)
        try:
            if access.taken is not None or access.refusal:
                raise FileProblem(path, f"{access.refusal}，请在那边关闭后再试" if access.taken else access.refusal)
            _rename(path, target)
            with suppress(OSError):
                self._store.note_place(identity.name, target, identity.of)
        except OSError as error:
            raise from_os_error(path, error) from None
        finally:
            access.locks.release()

    def identity(self, path: Path) -> _Identity:
        """Which draft is at a place, be it whole, broken or missing.

        A second file of the same id, while the first is still in its place, is a draft of its own.
        """
        try:
            draft_id = load(path).id
        except FileProblem:
            name = self._store.name_at(path, _head(path)) or key(path)
            return _Identity(name, name)
        if not draft_id:
            made = copy_id("", path)
            return _Identity(made, made)
        name = name_of(draft_id, path)
        if self._is_second(path, name, draft_id):
            made = copy_id(draft_id, path)
            return _Identity(made, made, draft_id)
        return _Identity(name, draft_id)

    def _is_second(self, path: Path, name: str, draft_id: str) -> bool:
        place = self._store.place(name)
        if place is None or place.path is None or place.key == key(path) or not os.path.exists(place.path):  # noqa: PTH110 - it never raises
            return False
        return noted_id(place.path) in (draft_id, None)

    def _version(self, path: Path) -> Opened:
        """A version, or a copy of unsaved work, to be looked at."""
        draft = _cleaned(load(path))
        history = History(path.parent)
        backup = Backup(draft.id, history, self._store.recovery(path.parent.name, path))
        place = self._store.place(path.parent.name)
        file = DraftFile(path, None, backup, refusal=saved_words.RECOVERY if is_recovery(path) else saved_words.VERSION)
        return Opened(draft, file, version=path, draft_path=place.path if place else None)

    def _read(self, path: Path, identity: _Identity, now: datetime, access: _Access) -> Opened:
        """The draft; what was read is kept as a version before anything can be written over it."""
        versions, remarks = self._store.history(identity.name), list[str]()
        try:
            draft, known = read(path)
        except Unreachable as problem:
            if not problem.missing:
                raise
            raise Unreadable(problem, _newest_good(versions), missing=True) from None
        except NewerDraft:
            raise
        except FileProblem as problem:
            raise Unreadable(problem, _newest_good(versions)) from None
        kept = False
        try:
            versions.add(path.read_bytes(), now)
            kept = True
            self._store.note_place(identity.name, path, identity.of)
        except OSError as error:
            remarks.append(saved_words.versions_not_kept(from_os_error(self._store.data, error).reason))
        clean = cleaned(draft.report)
        draft = replace(draft, id=identity.id, report=clean.report)
        file = self._file(path, identity, known, access)
        holder = access.taken.holder if access.taken else None
        changed = bool(clean.remarks) and not file.read_only
        said = [saved_words.taken_out(words, kept=kept) for words in clean.remarks]
        return Opened(draft, file, holder, unsaved=changed, remarks=(*remarks, *said))

    def _replaced(self, path: Path, identity: _Identity, copy: Path, now: datetime, access: _Access) -> Opened:
        """The draft with the content of a copy, which is in its place before what was there is out of reach."""
        if access.taken:
            raise FileProblem(path, f"这份年报正由 {access.taken}打开，请在那边关闭后再试")
        if access.refusal:
            raise FileProblem(path, f"{access.refusal}，不能恢复到原处；请先解除只读再试")
        versions = self._store.history(identity.name)
        draft, there = _cleaned(load(copy)), _loaded(path)
        newest = max(draft.revision, versions.newest_revision(), there.revision if there else 0)
        draft = next_revision(replace(draft, id=identity.id, revision=newest), now)
        unsaved = False
        try:
            _keep_replaced(path, versions, now, readable=there is not None)
            atomic.write(path, dumps(draft))
        except OSError:
            unsaved = True
        try:
            known = digest(path)
        except OSError as error:
            raise from_os_error(path, error) from None
        with suppress(OSError):
            self._store.note_place(identity.name, path, identity.of)
        return Opened(draft, self._file(path, identity, known, access), unsaved=unsaved)

    def _access(self, path: Path, name: str, now: datetime, stale: bytes = b"", *, new: bool = False) -> _Access:
        """The locks of a draft, or who has them, or why nothing can be written there."""
        if refusal := _closed_to_writing(path):
            return _Access(Locks(), refusal)
        holder, mark = present_holder(path, now), None
        try:
            with suppress(OSError):
                mark = Lock(self._store.mark(name), holder)
            station = self._store.station if mark is not None and mark.sure else uuid.uuid4().hex
            shared = SharedLock(lock_file(path), holder, station, stale, new=new)
        except Taken as taken:
            Locks(None, mark).release()
            return _Access(Locks(), _BY_OTHERS, taken)
        except OSError as error:
            if error.errno in _CLOSED:
                Locks(None, mark).release()
                return _Access(Locks(), "所在的文件夹不允许写入")
            return _Access(Locks(None, mark))
        return _Access(Locks(shared, mark))

    def _file(self, path: Path, identity: _Identity, known: str | None, access: _Access) -> DraftFile:
        store, name = self._store, identity.name
        backup = Backup(identity.id, store.history(name), store.recovery(name, path))
        watch = Watch(lock_file(path), store.station, store.mark(name), self._clock) if access.taken else None
        return DraftFile(path, known, backup, access.locks, refusal=access.refusal, watch=watch, clock=self._clock)


def _rename(path: Path, target: Path) -> None:
    """Rename a file, never over another one; where that cannot be made sure in one step, after a look.

    Raises:
        OSError: it cannot be done.
    """
    if not os.path.lexists(target):
        try:
            target.hardlink_to(path)
        except OSError as error:
            if error.errno == errno.EXDEV:
                _copy(path, target)
            else:
                path.rename(target)
                return
        path.unlink()
    elif path.samefile(target):
        path.rename(target)
    else:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))


def _copy(path: Path, target: Path) -> None:
    """Copy a file to another disk whole, and make sure that it is the same there.

    Raises:
        OSError: it is not there; nothing is left of it.
    """
    content = path.read_bytes()

    def verify(written: Path) -> None:
        if written.read_bytes() != content:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(target))

    atomic.write(target, content, verify)


def _cleaned(draft: Draft) -> Draft:
    return replace(draft, report=cleaned(draft.report).report)


def _closed_to_writing(path: Path) -> str:
    """Why a file can only be read; empty where it may be written, or is not there yet."""
    with suppress(OSError):
        if stat.S_ISREG(mode := path.stat().st_mode) and not mode & stat.S_IWUSR:
            return "这个文件是只读的"
    if os.path.isdir(path.parent) and not os.access(path.parent, os.W_OK):  # noqa: PTH112 - it never raises
        return "所在的文件夹不允许写入"
    return ""


def _put_aside(path: Path, now: datetime) -> str | None:
    """Keep what is in a place under a name beside it; its digest, or None where there is nothing.

    Raises:
        FileProblem: it cannot be kept, so nothing may be written over it.
    """
    try:
        found = digest(path)
        if found is not None:
            copy_aside(Path(os.path.realpath(path)), "被替换", now)
    except OSError as error:
        raise from_os_error(path, error) from None
    return found


def _keep_replaced(path: Path, versions: History, now: datetime, *, readable: bool) -> None:
    """Keep what is in a place that is about to be written over: as a version, a broken file under a name beside it.

    Raises:
        OSError: it cannot be kept, so nothing may be written over it.
    """
    if not os.path.lexists(path):
        return
    if not readable:
        copy_aside(path, "损坏", now)
        return
    try:
        versions.add(path.read_bytes(), now)
    except OSError:
        copy_aside(path, "恢复前", now)


def _newest_good(versions: History) -> Generation | None:
    found = versions.newest_good()
    return found and found[0]


def _loaded(path: Path) -> Draft | None:
    """The draft there; None where it is broken or missing.

    Raises:
        FileProblem: it cannot be got at, or is of a later version of the program, and so is not broken.
    """
    try:
        return load(path)
    except Unreachable as problem:
        if problem.missing:
            return None
        raise
    except NewerDraft:
        raise
    except FileProblem:
        return None


def _head(path: Path) -> bytes:
    with suppress(OSError):
        if path.is_file():
            with path.open("rb") as stream:
                return stream.read(HEAD)
    return b""
