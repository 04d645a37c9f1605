"""A report that was published and then changed is known; one marked by an earlier version is not judged."""

from datetime import date

from hypothesis import given

from model.drafts.draft import Draft, dumps, loads
from model.report.publication import changed_since_published, published
from model.report.report import Event, Report
from model.structs import replace
from tests.checks.correct import BUREAU
from tests.strategies import reports

DAY = date(2025, 1, 20)


@given(reports())
def test_a_report_is_unchanged_right_after_it_was_published_also_from_the_disk(report: Report) -> None:
    marked = published(report, date.max)
    assert not changed_since_published(marked)
    read = loads(dumps(Draft(marked))).report
    assert read.events == marked.events
    assert not changed_since_published(read)


def test_what_is_printed_counts_and_what_is_private_does_not() -> None:
    marked = published(BUREAU, DAY)
    changed = (
        marked.with_text("problems", "另有问题。"),
        marked.with_number("disclosure.penalties.decisions", 13),
        replace(marked, title="年报"),
        replace(marked, notes={"disclosure": "含下属单位。"}),
        replace(marked, agency=replace(marked.agency, name="青河县水利局")),
    )
    assert all(map(changed_since_published, changed))
    private = (
        replace(marked, remarks={"disclosure.penalties.decisions": "待核"}),
        replace(marked, deadline=DAY),
        replace(marked, agency=replace(marked.agency, office="综合股")),
        marked.with_number("disclosure.rules.issued", None),
    )
    assert not any(map(changed_since_published, private))


def test_publishing_again_settles_it() -> None:
    again = published(published(BUREAU, DAY).with_text("problems", "另有问题。"), DAY)
    assert not changed_since_published(again)


def test_an_event_without_a_mark_says_nothing() -> None:
    assert not changed_since_published(replace(BUREAU, events=(Event(DAY, "published"),)))
    assert not changed_since_published(BUREAU)
