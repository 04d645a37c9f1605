"""What earlier runs left: drafts that were not closed, work that never reached its draft, deleted drafts."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from model.drafts.draft import Draft, load
from model.drafts.file_names import SUFFIX, key
from model.drafts.history import Generation
from model.drafts.identity import name_of, noted_id
from model.drafts.listing import local_time
from model.drafts.recovery import RecoveryCopy
from model.drafts.store import Store
from model.files import lock
from model.files.problems import FileProblem, Unreachable
from model.structs import Struct, replace


class Leftover(Struct, frozen=True):
    """What an earlier run left: a draft that was not closed, or work that could not be written to its place.

    Attributes:
        path: the draft's place.
        crashed: whether the program ended without closing it.
        saved_at: when the work that is there was saved last; None when nothing can be read.
        copy: the copy to open it from (see `Library.open`), when it holds something else than the draft itself.
        version: whether that copy is a version, of a draft that is broken or missing.
    """

    path: Path
    crashed: bool
    saved_at: datetime | None
    copy: Path | None = None
    version: bool = False


class Deleted(Struct, frozen=True):
    """A draft that is gone while versions of it are kept.

    Attributes:
        name: what it is kept under.
        path: where it was; None when that is not known.
        newest: the newest version that can be read.
        draft: what is in it.
        versions: how many there are.
    """

    name: str
    path: Path | None
    newest: Generation
    draft: Draft
    versions: int


def may_have_left(store: Store) -> bool:
    """Whether there is a copy of unsaved work, or the mark of a draft that is or was open; no draft is looked at."""
    return any(store.recoveries()) or any(lock.note(mark) for mark in store.marks())


def leftovers(store: Store, folder: Path) -> tuple[Leftover, ...]:
    """What earlier runs left, one for a draft; drafts that are open now are not among them."""
    copies = {copy.folder.name: copy for copy in store.recoveries()}
    names = sorted(copies.keys() | {file.stem for file in store.marks()})
    found: dict[str, Leftover] = {}
    for name in names:
        left = _leftover(store, folder, name, copies.get(name))
        if left is not None:
            other = found.get(key(left.path), left)
            found[key(left.path)] = replace(left if left.copy else other, crashed=left.crashed or other.crashed)
    return tuple(found.values())


def waiting(store: Store, path: Path, name: str) -> Leftover | None:
    """Work on a draft that is in a copy and not in its place; None where there is none, or it is open."""
    copy = store.recovery(name, path)
    with lock.glance(store.mark(name)) as free:
        crashed = free and lock.note(store.mark(name)) is not None
    return _unwritten(copy, path, crashed=crashed) if free else None


def forget(store: Store, leftover: Leftover, name: str) -> None:
    """Do not speak of it again; a copy of unsaved work goes among the draft's versions."""
    for mark in store.marks():
        holder = lock.note(mark)
        if holder is not None and Path(holder.path) == leftover.path:
            lock.forget(mark)
    lock.forget(store.mark(name))
    names = {name}
    if leftover.copy is not None and not leftover.version:
        names.add(leftover.copy.parent.name)
    for found in names:
        store.recovery(found, leftover.path).retire(store.history(found), datetime.now().astimezone())


def deleted(store: Store, folder: Path) -> Iterator[Deleted]:
    """The drafts that are gone while versions of them are kept; a place that cannot be looked at is not gone."""
    here: set[str] | None = None
    for name in store.names():
        place = store.place(name)
        if place is not None and place.path is not None and _may_be_there(place.path):
            continue
        if here is None:
            here = _names_in(folder)
        found = None if name in here else store.history(name).newest_good()
        if found is not None:
            path = place.path if place else None
            yield Deleted(name, path, *found, len(store.history(name).generations()))


def place_now(store: Store, folder: Path, name: str, path: Path) -> Path:
    """Where a draft is now: its place, or that of the file with its id in the folder, when it was moved there."""
    if os.path.lexists(path):
        return path
    place = store.place(name)
    if place is not None and place.path is not None and os.path.exists(place.path):  # noqa: PTH110 - it never raises
        return place.path
    return next((file for file in drafts_in(folder) if (noted_id(file) or "") and _is(file, name)), path)


def drafts_in(folder: Path) -> list[Path]:
    """The files in a folder that are called drafts."""
    with suppress(OSError):
        return sorted(file for file in folder.iterdir() if file.name.lower().endswith(SUFFIX))
    return []


def drafts_below(folder: Path, but: Path, closed: Callable[[OSError], None]) -> list[Path]:
    """The same with those in folders below it, hidden ones aside.

    Args:
        folder: where they are looked for.
        but: the data folder, whose versions are no drafts, should it lie there too.
        closed: told of each folder that cannot be looked into.
    """
    found: list[Path] = []
    for place, folders, files in os.walk(folder, onerror=closed):
        folders[:] = [name for name in folders if name[0] != "." and Path(place, name) != but]
        found += [Path(place, name) for name in files if name.lower().endswith(SUFFIX)]
    return sorted(found, key=lambda path: (path.parent, path.name))


def _may_be_there(path: Path) -> bool:
    """Whether a file is there, or its folder cannot be looked at; a share that is gone raises where pathlib asks."""
    return os.path.exists(path) or not os.path.isdir(path.parent)  # noqa: PTH110, PTH112


def _is(file: Path, name: str) -> bool:
    return name_of(noted_id(file) or "", file) == name


def _names_in(folder: Path) -> set[str]:
    files = drafts_in(folder)
    return {name_of(noted_id(file) or "", file) for file in files} | {key(file) for file in files}


def _leftover(store: Store, folder: Path, name: str, copy: RecoveryCopy | None) -> Leftover | None:
    mark = store.mark(name)
    with lock.glance(mark) as free:
        holder = lock.note(mark) if free else None
    if not free or not (holder or copy):
        return None
    path = copy.origin if copy else Path(holder.path if holder else "")
    path = place_now(store, folder, name if store.place(name) else store.name_at(path) or name, path)
    left = _unwritten(copy, path, crashed=holder is not None) if copy else None
    return left or (_crashed(store, path, name) if holder else None)


def _unwritten(copy: RecoveryCopy, path: Path, *, crashed: bool) -> Leftover | None:
    kept = copy.read() if copy.path.exists() else None
    if kept is None:
        return None
    there = _loaded(path)
    if there is not None and there.report == kept.report:
        return None
    return Leftover(path, crashed, local_time(kept.saved_at), copy.path)


def _crashed(store: Store, path: Path, name: str) -> Leftover:
    try:
        return Leftover(path, crashed=True, saved_at=local_time(load(path).saved_at))
    except Unreachable as problem:
        if not problem.missing:
            return Leftover(path, crashed=True, saved_at=None)
    except FileProblem:
        pass
    found = store.history(store.name_at(path) or name).newest_good()
    if found is None:
        return Leftover(path, crashed=True, saved_at=None)
    return Leftover(path, crashed=True, saved_at=found[0].at, copy=found[0].path, version=True)


def _loaded(path: Path) -> Draft | None:
    with suppress(FileProblem):
        return load(path)
    return None
