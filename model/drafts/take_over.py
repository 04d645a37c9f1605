"""The data folder of version 0.1, keyed by places on the disk, becomes one keyed by the drafts' ids.

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
from model.drafts.identity import name_of, noted_id
from model.files import atomic
from model.files.strict_json import JsonError
from model.language.patterns import pattern

_DONE = "layout.txt"
_LAYOUT = b"2\n"
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
    place = folder / "place.json"
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
