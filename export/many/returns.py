"""退回意见 of many units into one folder: a file each, named after the unit; one that fails costs itself alone."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from export.exporters import OPINION, Circumstances, export
from model.drafts.file_names import report_stem
from model.files.problems import FileProblem, from_os_error
from model.review.opinion import Opinion


def write_all(
    opinions: Iterable[Opinion],
    folder: Path,
    suffix: str,
    failed: Callable[[FileProblem], None],
    *,
    replace: bool = False,
) -> Iterator[Path]:
    """Write them one after the other.

    Args:
        opinions: what is said.
        folder: where; it is made where it is missing.
        suffix: the ending of the files, one of the document's.
        failed: told of each that could not be written.
        replace: whether files of these names may be replaced.

    Raises:
        FileProblem: the folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os_error(folder, error) from None
    for each in opinions:
        report = each.report
        path = folder / f"{report_stem(report.agency.name, report.year)}{OPINION.ending}{suffix}"
        try:
            export(OPINION, report, path, replace=replace, circumstances=Circumstances(each.at, opinion=each))
        except FileProblem as problem:
            failed(problem)
        else:
            yield path
