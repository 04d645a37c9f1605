"""Where desks are kept: one file for each folder of reports, beside the drafts, saved after every decision."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from model.files.problems import FileProblem
from model.review import desk_file
from model.review.desk import Desk, with_files

_MOST = 200


def known(documents: Path) -> tuple[Path, ...]:
    """The desks of before, the one that was saved last first."""
    found = sorted(documents.glob(f"*{desk_file.ENDING}"), key=_changed, reverse=True)
    return tuple(found[:_MOST])


def place_for(desk: Desk, documents: Path) -> Path:
    """The file for a desk: the one that its reports have already, or a new one named after where they are.

    Single files belong to the desk whose files are all among them.
    """
    for path in known(documents):
        try:
            before = desk_file.load(path)
        except FileProblem:
            continue
        if before.folder == desk.folder and (desk.folder or set(before.files) <= set(desk.files)):
            return path
    place = Path(desk.folder or Path(desk.files[0]).parent).name
    return next(path for path in _names(place, documents) if not path.exists())


def begun(desk: Desk, path: Path) -> Desk:
    """A desk that is begun again: what was decided before is kept, what was asked for now counts."""
    if not path.exists():
        return desk
    before = desk_file.load(path)
    return Desk(
        desk.folder,
        desk.year or before.year,
        desk.last_year or before.last_year,
        desk.names or before.names,
        before.decisions,
        before.remarks,
        with_files(before, desk.files).files,
        before.extra,
    )


def _names(folder: str, documents: Path) -> Iterator[Path]:
    stem = f"审核汇总（{folder[:60]}）"
    yield documents / f"{stem}{desk_file.ENDING}"
    yield from (documents / f"{stem}（{number}）{desk_file.ENDING}" for number in count(2))


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
