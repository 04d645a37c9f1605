"""A whole folder read and checked: last year's first, then this year's, then those that did not say their year."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from importers.last_years import LastYears
from importers.many.crew import Crew
from importers.many.folder import Source, sources
from model.files.problems import FileProblem
from model.report.report import PastReport
from model.review.board import usual_year
from model.review.row import Row
from model.structs import Struct, replace

Past = tuple[bool, str, PastReport]
"""A report of last year: whether it was imported, its agency, and what it says."""


class Step(Struct, frozen=True):
    """How far the work is: which file was finished, of how many, and what came of it, by the year it is of."""

    done: int
    of: int
    name: str
    row: Row | None = None
    past: Past | None = None


class Work(Struct, frozen=True):
    """What is to be read and checked.

    Attributes:
        files: this year's.
        before: last year's.
        today: the day that checks use.
        year: the report year; 0 where the files tell it.
        known: last year's reports that were read before.
    """

    files: tuple[Source, ...]
    before: tuple[Source, ...]
    today: date
    year: int = 0
    known: tuple[Past, ...] = ()


class Known(Struct, frozen=True):
    """What an earlier run has read, as far as it still holds.

    Attributes:
        rows: by the names of their files.
        pasts: last year's reports; None where they are to be read.
    """

    rows: Mapping[str, Row]
    pasts: tuple[Past, ...] | None


def work(
    places: Sequence[Path], last_year: Path | None, today: date, year: int = 0, files: Sequence[Path] = ()
) -> Work:
    """Look for the files.

    Args:
        places: the folders with this year's reports.
        last_year: the folder with last year's.
        today: the day that checks use.
        year: the report year; 0 where the files tell it.
        files: further files and folders of this year; one that is gone has a row that says so.

    Raises:
        FileProblem: a folder cannot be looked into, or there is no report at all.
    """
    for place in (*places, *([last_year] if last_year else [])):
        if not place.exists():
            raise FileProblem(place, "没有这个文件夹：可能改了名、移走了，或者盘没有接上，请检查后再试")
    found = sources([*places, *files])
    if not found:
        where = next(iter((*places, *files)), "")
        raise FileProblem(where, "里面没有能读的年度报告（Word、网页、PDF、Excel、草稿），请换一个文件夹")
    return Work(found, sources([last_year]) if last_year else (), today, year)


def unchanged(rows: Mapping[str, Row], known: Sequence[Past], before: Work, now: Work) -> Known:
    """What was read and need not be read again: rows of files that are as they were, while last year's are all so too.

    Args:
        rows: what was read, by the name of the file.
        known: last year's reports.
        before: the work that they came from.
        now: the work that is to be done.
    """
    if [each.mark for each in before.before] != [each.mark for each in now.before] or before.today != now.today:
        return Known({}, None)
    marks = {each.name: each.mark for each in before.files}
    same = [each.name for each in now.files if marks.get(each.name) == each.mark]
    return Known({name: rows[name] for name in same if name in rows}, tuple(known))


def left(found: Work, rows: Mapping[str, Row], known: Sequence[Past]) -> Work:
    """What is still to be done where some was done before: new files, and those whose year somebody else must say.

    Args:
        found: all of the work.
        rows: what was read of it, by the name of the file.
        known: all of last year's reports.
    """
    files = tuple(each for each in found.files if each.name not in rows or rows[each.name].lacks_year)
    year = found.year or usual_year(row for row in rows.values() if not row.lacks_year)
    return replace(found, files=files, before=(), known=tuple(known), year=year)


def steps(found: Work, crew: Crew, skipped: Callable[[FileProblem], None]) -> Iterator[Step]:
    """Do the work; it ends early when the crew is ended.

    Args:
        found: see `work`.
        crew: the workers.
        skipped: told of each file of last year that cannot be used.
    """
    of = len(found.before) + len(found.files)
    pasts = list(found.known)
    for number, past in enumerate(crew.last_years(found.before, skipped), 1):
        pasts.append(past)
        yield Step(number, of, past[1], past=past)
    before = LastYears(tuple((name, past) for _, name, past in sorted(pasts, key=lambda each: each[:2])))
    rows = []
    for number, row in enumerate(crew.rows(found.files, found.today, before, found.year), len(found.before) + 1):
        rows.append(row)
        yield Step(number, of, row.file, row)
    year = found.year or usual_year(rows)
    silent = {row.file for row in rows if row.lacks_year and row.year != year}
    if year and silent and not found.year:
        again = [source for source in found.files if source.name in silent]
        yield from (Step(of, of, row.file, row) for row in crew.rows(again, found.today, before, year))
