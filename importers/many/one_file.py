"""One file of a report into its row: a function of the file alone, to be called by whoever has many of them."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

from importers.any_file import AnyFile, YearUnknown, any_file
from importers.reading import Reading
from importers.recognition.reports import agencies_left_out
from model.checks import CHECKS
from model.drafts.cleaning import cleaned
from model.files.problems import FileProblem, from_os_error
from model.report.report import PastReport, Report
from model.review.row import Row, row_of, unjudged
from model.review.telling import Told
from model.structs import replace

Before = Callable[[Report], PastReport | None]
"""Finds the report of the same agency one year before; None where there is none."""


def row(
    path: Path,
    today: date | None,
    name: str = "",
    before: Before = lambda _report: None,
    year: int | None = None,
) -> Row:
    """Read and check one report.

    The same file gives the same row, on every machine; the file is not changed.

    Args:
        path: the file, of any kind that can be read.
        today: the day that checks use; None where nothing is to be checked.
        name: what the row calls the file; by default the path.
        before: finds last year's report.
        year: the report year, where the file does not say it, or names it beside another one.
    """
    called, digest = name or str(path), ""
    try:
        digest = _digest(path)
        found = any_file(path)
        silent, named = isinstance(found.held, Reading) and not found.held.year, _years_named(found)
        report = cleaned(found.report(year if silent or year in named else None)).report
    except FileProblem as problem:
        return Row(called, digest, problem.reason, lacks_year=isinstance(problem, YearUnknown))
    beside = replace(report, last_year=before(report) or report.last_year, dismissed=())
    more = agencies_left_out(found.doubts)
    if today is None:
        plain = unjudged(beside, called, digest, len(found.doubts))
        return replace(plain, lacks_year=silent or bool(named), more=more)
    whole = row_of(beside, called, digest, len(found.doubts), today)
    findings = tuple(each for each in whole.findings if _can_be_seen(each))
    return replace(whole, findings=findings, lacks_year=silent or bool(named), more=more)


def _years_named(found: AnyFile) -> set[int]:
    """The years that a file names for its report, where title and preamble contradict each other."""
    doubted = (doubt.printed.split("、") for doubt in found.doubts if doubt.place == "year" and doubt.printed)
    return {int(year) for years in doubted for year in years}


def _can_be_seen(finding: Told) -> bool:
    """Whether a file tells it: not whether the report was published and when, which only its own draft knows."""
    return "events" not in CHECKS[finding.check].reads


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise from_os_error(path, error) from None
