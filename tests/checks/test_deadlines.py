"""The day the report is due: only for what is being written now, by those whom the law gives a day."""

from datetime import date

import pytest

from model.report.report import AgencyType, Event, Passed
from model.structs import replace
from tests.checks.correct import BUREAU, COUNTY, codes, judged


@pytest.mark.parametrize(
    ("kind", "today", "found"),
    [
        ("department", date(2025, 1, 31), []),
        ("department", date(2025, 2, 1), ["P-02"]),
        ("department", date(2025, 12, 31), ["P-02"]),
        ("department", date(2024, 12, 31), []),
        ("department", date(2026, 2, 1), []),
        ("government", date(2025, 3, 31), []),
        ("government", date(2025, 4, 1), ["P-03"]),
        ("government", date(2026, 4, 1), []),
        ("subdistrict", date(2025, 12, 31), []),
        ("other", date(2025, 12, 31), []),
        ("", date(2025, 12, 31), []),
    ],
)
def test_the_lawful_day(kind: AgencyType, today: date, found: list[str]) -> None:
    report = COUNTY if kind == "government" else replace(BUREAU, agency=replace(BUREAU.agency, type=kind))
    assert codes(report, today) == found


def test_a_published_report_is_not_late() -> None:
    assert codes(replace(BUREAU, events=(Event(date(2025, 1, 20), "published"),)), date(2025, 5, 1)) == []
    assert codes(replace(BUREAU, events=(Event(date(2025, 1, 20), "exported"),)), date(2025, 5, 1)) == ["P-02"]


def test_a_day_that_was_set_replaces_the_lawful_one() -> None:
    early = replace(BUREAU, deadline=date(2025, 1, 15))
    assert codes(early, date(2025, 1, 15)) == []
    (finding,) = judged(early, date(2025, 1, 16))
    assert (
        finding.message
        == "已过设定的公布日期1月15日。县级以上政府部门应在1月31日前提交并公布年度报告，请抓紧公布，已公布的请作标记。"
    )
    assert codes(replace(COUNTY, deadline=date(2025, 4, 30)), date(2025, 4, 1)) == []
    (finding,) = judged(COUNTY, date(2025, 4, 1))
    assert finding.message == "已过3月31日。本级政府年度报告应在3月31日前公布，请抓紧公布，已公布的请作标记。"


def test_what_is_marked_as_done_on_a_day_to_come_is_told() -> None:
    published = replace(BUREAU, published=Passed(date(2025, 1, 20)))
    handed_in = replace(BUREAU, handed_in=Passed(date(2025, 1, 20)))
    assert "P-11" not in codes(published, date(2025, 1, 20))
    assert codes(published, date(2025, 1, 19)) == ["P-11"]
    assert codes(handed_in, date(2025, 1, 19)) == ["P-11"]
