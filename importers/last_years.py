"""Finding last year's report of an agency among the files of a folder."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

from importers import child
from importers.any_file import AnyFile, any_file
from model.files.problems import FileProblem, from_os_error
from model.report.names import is_agency
from model.report.report import Agency, PastReport, Report
from model.structs import Struct, replace

MOST_FILES = 300
"""The most files of a folder that are looked at, by name."""


class LastYears(Struct, frozen=True):
    """Reports of earlier years, each with its agency's name, empty for any; of several that fit the first counts."""

    reports: tuple[tuple[str, PastReport], ...]

    def before(self, report: Report) -> PastReport | None:
        """The report of the same agency one year before; the same name goes before a shortened one."""
        return self.before_of(report.agency, report.year)

    def before_of(self, agency: Agency, year: int) -> PastReport | None:
        """The report of an agency for the year before some year; see `before`."""
        earlier = [(name, past) for name, past in self.reports if past.year == year - 1]
        same = (past for name, past in earlier if name == agency.name)
        like = (past for name, past in earlier if not name or is_agency(name, agency))
        return next(chain(same, like), None)

    def beside(self, report: Report) -> Report:
        """The report with last year's beside it; the report itself when there is none."""
        past = self.before(report)
        return replace(report, last_year=past) if past else report


def from_folder(folder: Path, skipped: Callable[[FileProblem], None]) -> LastYears:
    """The reports in a folder, drafts before files that were imported; not those in folders below it.

    Args:
        folder: the folder.
        skipped: told of each file that cannot be used.

    Raises:
        FileProblem: the folder cannot be looked into.
    """
    files = _files(folder, skipped)
    with child.kept():
        found = [(not each.layout, each.agency.name, past) for each, past in _reports(files, skipped)]
    return LastYears(tuple((name, past) for _, name, past in sorted(found, key=lambda entry: entry[0])))


def _files(folder: Path, skipped: Callable[[FileProblem], None]) -> list[Path]:
    try:
        files = sorted(path for path in folder.iterdir() if path.name[0] not in ".~" and path.is_file())
    except OSError as error:
        raise from_os_error(folder, error) from None
    if len(files) > MOST_FILES:
        skipped(FileProblem(folder, f"文件太多，只看了前 {MOST_FILES} 个；请把上年报告放在单独的文件夹里"))
    return files[:MOST_FILES]


def _reports(files: Iterable[Path], skipped: Callable[[FileProblem], None]) -> Iterator[tuple[AnyFile, PastReport]]:
    for path in files:
        try:
            found = any_file(path)
            yield found, found.past()
        except FileProblem as problem:
            skipped(problem)
            continue
