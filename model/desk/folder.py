"""The drafts' folder: chosen by the clerk, and moved with its drafts to another disk or a share."""

import os
import shutil
from pathlib import Path

from model.desk.backup import Tell, silent
from model.desk.desk import Desk, free_name
from model.drafts.draft import load
from model.drafts.file_names import key
from model.drafts.leftovers import drafts_in
from model.files import atomic
from model.files.private import private_folder
from model.files.problems import FileProblem, from_os_error
from model.structs import Struct, field

CHOSEN = "documents.txt"
"""The file in the data folder that names the chosen folder; without it they are in the system's documents."""
_PROBE = bytes(4096)


class Moved(Struct):
    """What became of the drafts: where each is now, and why some stayed where they were."""

    moved: list[Path] = field(default_factory=list)
    stayed: list[Path] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def usable(folder: Path, desk: Desk) -> None:
    """Make sure that drafts can be kept in a folder.

    Raises:
        FileProblem: they cannot, or it is the program's own.
    """
    data = desk.library.store.data
    if key(folder) == key(data) or data.resolve() in folder.resolve().parents:
        raise FileProblem(folder, "这是程序自己的数据文件夹，请另选一个")
    probe = folder / f".nianbao-{os.getpid():012x}.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        atomic.write(probe, _PROBE)
        probe.unlink()
    except OSError as error:
        raise from_os_error(folder, error) from None


def choose(folder: Path, desk: Desk) -> None:
    """Note the folder that drafts are in from the next start on.

    Raises:
        FileProblem: it cannot be noted.
    """
    file = desk.library.store.data / CHOSEN
    try:
        private_folder(file.parent)
        atomic.write(file, str(folder).encode("utf-8", "surrogateescape"), private=True)
    except OSError as error:
        raise from_os_error(file, error) from None


def move_all(desk: Desk, folder: Path, tell: Tell = silent, done: Moved | None = None) -> Moved:
    """Move every draft, with the scans that it names, into another folder; one that somebody has open stays.

    Args:
        desk: the drafts.
        folder: where they go.
        tell: hears how far it is; what it raises ends the work.
        done: takes what was done, also where the work is ended.
    """
    done, drafts = Moved() if done is None else done, drafts_in(desk.library.folder)
    for number, path in enumerate(drafts, 1):
        target = free_name(folder / path.name)
        try:
            scan = _scan(path)
            desk.library.move(path, target)
            done.moved.append(target)
            if scan is not None:
                shutil.move(scan, free_name(folder / scan.name))
        except FileProblem as problem:
            done.stayed.append(path)
            done.problems.append(f"“{path.name}”留在原处：{problem.reason}")
        except OSError as error:
            done.problems.append(f"“{path.name}”的扫描件留在原处：{from_os_error(path, error).reason}")
        tell(number, len(drafts))
    return done


def keep_in_sight(desk: Desk, paths: list[Path]) -> None:
    """List drafts that stay in a folder that is the drafts' folder no more."""
    for path in reversed(paths):
        desk.recent.note(path)


def _scan(path: Path) -> Path | None:
    try:
        signed = load(path).report.approval.signed
    except FileProblem:
        return None
    scan = path.with_name(Path(signed.scan).name) if signed and signed.scan else None
    return scan if scan is not None and scan.is_file() else None
