"""A whole folder read and checked: last year's first, then this year's, then those that did not say their year."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from importers.last_years import LastYears
from importers.many.crew import Crew
from importers.many.folder import Source, sources
from model.files.problems import FileProblem
from model.review.board import usual_year
from model.review.row import Row


@dataclass(frozen=True, slots=True)
class Step:
    """How far the work is: which file was finished, of how many; its row where it is one of this year's."""

    done: int
    of: int
    name: str
    row: Row | None = None


@dataclass(frozen=True)
class Work:
    """What is to be read and checked.

    Attributes:
        files: this year's.
        before: last year's.
        today: the day that checks use.
        year: the report year; 0 where the files tell it.
    """

    files: tuple[Source, ...]
    before: tuple[Source, ...]
    today: date
    year: int = 0


def work(places: Sequence[Path], last_year: Path | None, today: date, year: int = 0) -> Work:
    """Look for the files.

    Raises:
        FileProblem: a folder cannot be looked into, or holds no report.
    """
    for place in (*places, *([last_year] if last_year else [])):
        if not place.exists():
            raise FileProblem(place, "没有这个文件夹：可能改了名、移走了，或者盘没有接上，请检查后再试")
    files = sources(places)
    if not files:
        raise FileProblem(places[0], "里面没有能读的年度报告（Word、网页、PDF、Excel、草稿），请换一个文件夹")
    return Work(files, sources([last_year]) if last_year else (), today, year)


def steps(found: Work, crew: Crew, skipped: Callable[[FileProblem], None]) -> Iterator[Step]:
    """Do the work; it ends early when the crew is ended.

    Args:
        found: see `work`.
        crew: the workers.
        skipped: told of each file of last year that cannot be used.
    """
    of = len(found.before) + len(found.files)
    pasts = []
    for number, past in enumerate(crew.last_years(found.before, skipped), 1):
        pasts.append(past)
        yield Step(number, of, past[1])
    before = LastYears(tuple((name, past) for _, name, past in sorted(pasts, key=lambda each: each[:2])))
    rows = []
    for number, row in enumerate(crew.rows(found.files, found.today, before, found.year), len(found.before) + 1):
        rows.append(row)
        yield Step(number, of, row.file, row)
    year = found.year or usual_year(rows)
    silent = {row.file for row in rows if row.lacks_year}
    if year and silent:
        again = [source for source in found.files if source.name in silent]
        yield from (Step(of, of, row.file, row) for row in crew.rows(again, found.today, before, year))
