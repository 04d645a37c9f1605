"""What is read once more with a folder: what is new or changed, and everything where last year's files changed."""

from datetime import date
from pathlib import Path

from importers.many.folder import Source
from importers.many.review import Work, unchanged
from model.report.report import PastReport
from model.review.row import Row
from model.structs import replace
from tests.checks.correct import TODAY
from tests.forms import FORM

FILES = tuple(Source(Path(f"{name}.docx"), name, 1.0, 10) for name in "abc")
LAST = (Source(Path("z.docx"), "z", 1.0, 10),)
ROWS = {each.name: Row(each.name) for each in FILES}
PASTS = ((True, "某局", PastReport(FORM, 2023)),)
BEFORE = Work(FILES, LAST, TODAY)


def kept(now: Work) -> tuple[set[str], bool]:
    """The files whose rows stay, and whether last year's reports do."""
    known = unchanged(ROWS, PASTS, BEFORE, now)
    return set(known.rows), known.pasts is not None


def test_only_files_that_are_as_they_were_are_not_read_again() -> None:
    assert kept(BEFORE) == ({"a", "b", "c"}, True)
    later, longer = replace(FILES[0], changed=2.0), replace(FILES[1], size=11)
    assert kept(Work((later, longer, FILES[2]), LAST, TODAY)) == ({"c"}, True)
    older = replace(FILES[0], changed=0.5)
    assert kept(Work((older, *FILES[1:]), LAST, TODAY)) == ({"b", "c"}, True)
    elsewhere = replace(FILES[0], path=Path("下级/a.docx"))
    assert kept(Work((elsewhere, FILES[2]), LAST, TODAY)) == ({"c"}, True)


def test_another_year_before_or_another_day_reads_everything_again() -> None:
    assert kept(Work(FILES, (replace(LAST[0], size=11),), TODAY)) == (set(), False)
    assert kept(Work(FILES, (), TODAY)) == (set(), False)
    assert kept(Work(FILES, LAST, date(2025, 2, 1))) == (set(), False)
