"""The sheets of an agency into one folder: a file for each 科室, named after it; what is there already stays."""

from collections.abc import Mapping
from pathlib import Path

from export.exporters import GATHERING, Circumstances, export
from export.gathering_sheet import Asked
from model.drafts.file_names import plain_name
from model.files.problems import FileProblem, from_os_error
from model.gathering.items import Item
from model.report.report import Report
from model.structs import Struct


class Written(Struct, frozen=True):
    """What came of it: the new files, those that stood there already, and those that could not be written."""

    new: tuple[Path, ...]
    kept: tuple[Path, ...]
    failed: tuple[FileProblem, ...]


def write_all(report: Report, asked: Mapping[str, tuple[Item, ...]], folder: Path, suffix: str) -> Written:
    """Write a sheet for each 科室; one that is there already may be filled in, and stays as it is.

    Args:
        report: whose agency and year they say.
        asked: the items by 科室.
        folder: where; it is made where it is missing.
        suffix: the ending of the files, one of the document's.

    Raises:
        FileProblem: the folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os_error(folder, error) from None
    new, kept, failed = list[Path](), list[Path](), list[FileProblem]()
    for giver, items in asked.items():
        path = folder / f"{report.year}年{GATHERING.name}（{plain_name(giver)}）{suffix}"
        if path.exists():
            kept.append(path)
            continue
        try:
            export(GATHERING, report, path, replace=False, circumstances=Circumstances(asked=Asked(giver, items)))
        except FileProblem as problem:
            failed.append(problem)
        else:
            new.append(path)
    return Written(tuple(new), tuple(kept), tuple(failed))
