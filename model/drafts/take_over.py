"""A data folder as it is found: of version 0.1, keyed by places on the disk, or moved since with its drafts.

Every version moves in one step, so that a killed run leaves each of them in one place, and the next one goes on.
"""

import json
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from model.drafts.draft import Draft, loads
from model.drafts.file_names import SUFFIX
from model.drafts.history import History, published_mark, version_name
from model.drafts.identity import PLACE, name_of, noted_id, place_in, put_place
from model.drafts.recovery import recoveries
from model.files import atomic, lock, shared_lock
from model.files.strict_json import JsonError
from model.language.patterns import pattern
from model.structs import replace

STATION = "station.txt"
"""The file that names this account on this computer, in the locks of its drafts."""
_DONE = "layout.txt"
_LAYOUT = b"2\n"
_HERE = "here.txt"
_OLD_FOLDER = pattern(r"[0-9a-f]{20}")
_OLD_NAME = "%Y%m%dT%H%M%S%f"


def take_over(data: Path) -> None:
    """Take over what version 0.1 laid into the data folder, once.

    Raises:
        OSError: something cannot be moved; call it again, nothing is lost.
    """
    mark = data / _DONE
    with suppress(FileNotFoundError):
        if mark.read_bytes() == _LAYOUT:
            return
    for folder in _old(data / "history"):
        _take_history(folder)
    for folder in _old(data / "recovery"):
        _take_recovery(folder)
    _keep_private(data)
    atomic.write(mark, _LAYOUT, private=True)


def follow(data: Path) -> None:
    """Note anew where drafts are that lie beside the data folder, when both have been moved or copied elsewhere.

    A portable program goes from one stick to another, or is renamed, with all that it has; the folder that it was
    copied from may still be there, and is another's.

    Raises:
        OSError: something cannot be noted; call it again.
    """
    here, noted = Path(os.path.abspath(data)), data / _HERE  # noqa: PTH100 - as places are noted, links and all
    there = _noted_folder(noted)
    if there == here:
        return
    if there is not None:
        _follow(data, there.parent, here.parent)
        copied = _is_another(there, here)
        _follow_marks(data, there.parent, here.parent, copied_from=(data / STATION).read_text() if copied else "")
        if copied:
            (data / STATION).unlink()
    atomic.write(noted, str(here).encode("utf-8", "surrogateescape"), private=True)


def _noted_folder(file: Path) -> Path | None:
    with suppress(FileNotFoundError):
        return Path(file.read_bytes().decode("utf-8", "surrogateescape"))
    return None


def _follow(data: Path, old: Path, new: Path) -> None:
    for found in data.glob(f"history/*/{PLACE}"):
        place = place_in(found.parent)
        if place is not None and place.path is not None:
            put_place(found.parent, _moved(place.path, old, new))
    for copy in recoveries(data / "recovery"):
        replace(copy, origin=_moved(copy.origin, old, new)).note_origin()


def _follow_marks(data: Path, old: Path, new: Path, copied_from: str) -> None:
    """Note where drafts are that were not closed; the locks beside them were only copied, where that was done."""
    for mark in data.glob("locks/*.lock"):
        holder = lock.note(mark)
        path = _moved(Path(holder.path), old, new) if holder else None
        if holder and path and str(path) != holder.path:
            shared_lock.forget(shared_lock.lock_file(path), copied_from)
            lock.note_anew(mark, replace(holder, path=str(path)))


def _moved(path: Path, old: Path, new: Path) -> Path:
    """A place below the old home, below the new one, where there is such a folder; any other place as it is."""
    if path.is_relative_to(old) and not path.is_relative_to(new):
        moved = new / path.relative_to(old)
        return moved if moved.parent.is_dir() else path
    return path


def _is_another(there: Path, here: Path) -> bool:
    """Whether the data folder that this one was copied from is still in its place, with the same station."""
    with suppress(OSError):
        same = (there / STATION).read_bytes() == (here / STATION).read_bytes()
        return same and not there.samefile(here)
    return False


def _old(root: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(found for found in root.iterdir() if _OLD_FOLDER.fullmatch(found.name) and found.is_dir())
    return []


def _take_history(folder: Path) -> None:
    """Move the versions of one place to the drafts they are of; what cannot be read goes with the one before it."""
    owner, revision = folder.name, 0
    for file in sorted(folder.glob(f"*{SUFFIX}"), key=lambda found: found.name):
        at = _old_time(file)
        if at is None:
            continue
        draft = _read(file)
        found = draft.id if draft else noted_id(file) or ""
        owner = name_of(found, file) if found else owner
        revision = draft.revision if draft else revision
        history = History(folder.parent / owner)
        number = max((version.number for version in history.generations()), default=0) + 1
        history.folder.mkdir(mode=0o700, exist_ok=True)
        mark = published_mark(draft.report) if draft else ""
        if any(version.published == mark for version in history.generations()):
            mark = ""
        file.rename(history.folder / version_name(revision, number, at, mark))
        _note_key(history.folder, folder.name)
    with suppress(OSError):
        folder.rmdir()


def _note_key(folder: Path, key: str) -> None:
    """Note the place that versions were kept under, so that a broken or missing draft there finds them."""
    place = folder / PLACE
    if not place.exists():
        atomic.write(place, json.dumps({"path": None, "key": key}).encode(), private=True)


def _take_recovery(folder: Path) -> None:
    found = noted_id(folder / f"draft{SUFFIX}")
    if found:
        target = folder.with_name(name_of(found, folder))
        if not target.exists():
            folder.rename(target)


def _old_time(file: Path) -> datetime | None:
    with suppress(ValueError):
        return datetime.strptime(file.stem, _OLD_NAME).replace(tzinfo=UTC)
    return None


def _read(file: Path) -> Draft | None:
    with suppress(JsonError):
        return loads(file.read_bytes())
    return None


def _keep_private(data: Path) -> None:
    """Let nobody else read what was written before folders and files were private."""
    if os.name == "nt":
        return
    for folder, _, files in os.walk(data):
        Path(folder).chmod(0o700)
        for file in files:
            with suppress(OSError):
                (Path(folder) / file).chmod(0o600)
