"""Files that a call is given, read as the window reads them, and what was taken out of them said."""

from collections.abc import Iterable
from pathlib import Path

from cli import output
from importers.any_file import AnyFile, any_file
from model.drafts.cleaning import cleaned
from model.drafts.draft import Draft
from model.report.report import Report

TYPE_CHECKING = False
if TYPE_CHECKING:
    from export.identity import Version


def read(path: Path) -> AnyFile:
    """A draft, or a report of any kind.

    Raises:
        FileProblem: it is neither, or cannot be read.
    """
    found = any_file(path)
    _say(path, found.remarks)
    return found


def report_of(path: Path, found: AnyFile, year: int | None = None, agency: str = "") -> Report:
    """The report in a file, without what no report should hold; `year` and `agency` as for `AnyFile.report`.

    Raises:
        FileProblem: its year is not known, or its form does not apply to it.
    """
    clean = cleaned(found.report(year, agency))
    _say(path, clean.remarks)
    return clean.report


def opened_version(path: Path) -> "tuple[Report, Version | None]":
    """The report in a file of any kind, and which save it is where the file is a draft.

    Raises:
        FileProblem: there is none, or it cannot be read.
    """
    from export.identity import Version

    found = read(path)
    held = found.held
    version = Version(held.revision, held.saved_at, held.id) if isinstance(held, Draft) and held.revision else None
    return report_of(path, found), version


def _say(path: Path, remarks: Iterable[str]) -> None:
    for words in remarks:
        output.complain(f"{path}：{words}；文件没有改动")
