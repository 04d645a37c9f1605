"""The day a report is due: the regulation's for departments and governments, else what the clerk was told."""

from datetime import date

import pytest

from model.report.due import due_day, is_published, season_year
from model.report.report import Agency, AgencyType, Event, new_report
from model.structs import replace


@pytest.mark.parametrize(
    ("kind", "day"),
    [
        ("department", date(2025, 1, 31)),
        ("government", date(2025, 3, 31)),
        ("township", None),
        ("subdistrict", None),
        ("other", None),
        ("", None),
    ],
)
def test_by_the_regulation(kind: AgencyType, day: date | None) -> None:
    assert due_day(new_report(2024, Agency("某局", type=kind))) == day


def test_the_day_that_was_set_wins() -> None:
    report = replace(new_report(2024, Agency("某局", type="department")), deadline=date(2025, 1, 20))
    assert due_day(report) == date(2025, 1, 20)


def test_published() -> None:
    report = new_report(2024, Agency("某局"))
    assert not is_published(report)
    assert is_published(replace(report, events=(Event(date(2025, 1, 20), "published"),)))


def test_the_year_that_is_being_prepared() -> None:
    assert season_year(date(2024, 11, 22)) == 2024
    assert season_year(date(2025, 1, 9)) == 2024
    assert season_year(date(2025, 7, 1)) == 2025
