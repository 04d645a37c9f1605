"""Versions are kept close together for a while, further apart later, and never without bound."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from model.drafts import draft
from model.drafts.draft import Draft
from model.drafts.history import MOST, History, kept
from model.report.report import Agency, new_report

NOW = datetime(2025, 1, 31, 23, 30, tzinfo=UTC)
GOOD = draft.dumps(Draft(new_report(2024, Agency("某局"))))


def _every(minutes: int, count: int) -> list[datetime]:
    return [NOW - timedelta(minutes=minutes * number) for number in range(count)]


def test_the_last_hour_stays_whole() -> None:
    assert len(kept(_every(1, 60), NOW)) == 60


def test_a_year_of_minutes_becomes_hours_days_and_months() -> None:
    staying = sorted(kept(_every(10, 6 * 24 * 365), NOW), reverse=True)
    assert len([time for time in staying if NOW - time < timedelta(hours=1)]) == 6
    assert len([time for time in staying if timedelta(hours=1) <= NOW - time < timedelta(days=1)]) in (23, 24)
    assert len([time for time in staying if timedelta(days=1) <= NOW - time < timedelta(days=31)]) in (30, 31)
    assert len([time for time in staying if NOW - time >= timedelta(days=31)]) in (11, 12)


@given(st.lists(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)), max_size=300))  # noqa: DTZ001
def test_the_newest_always_stays_and_there_is_a_bound(times: list[datetime]) -> None:
    staying = kept(times, NOW)
    assert len(staying) <= MOST
    assert staying <= set(times)
    assert not times or max(times) in staying
    assert kept(staying, NOW) == staying


@given(st.integers(1, 400), st.integers(1, 90))
def test_thinning_again_and_again_keeps_one_of_every_day(count: int, minutes: int) -> None:
    staying: frozenset[datetime] = frozenset()
    for time in sorted(_every(minutes, count)):
        staying = kept([*staying, time], time)
    days = {time.date() for time in _every(minutes, count)}
    assert {time.date() for time in staying} == days


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    history = History(tmp_path / "history")
    assert history.generations() == ()
    assert history.due(NOW)
    for second in range(3):
        history.add(GOOD, NOW + timedelta(seconds=second))
    assert len(history.generations()) == 1
    assert not history.due(NOW + timedelta(seconds=59))
    assert history.due(NOW + timedelta(seconds=60))


def test_the_newest_good_version_is_found_behind_bad_ones(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.add(b"?", NOW - timedelta(minutes=3))
    history.add(GOOD, NOW - timedelta(minutes=2))
    history.add(GOOD[:-9], NOW - timedelta(minutes=1))
    (tmp_path / "别的.nianbao").write_bytes(GOOD)
    found = history.newest_good()
    assert found is not None
    assert found[0].at == NOW - timedelta(minutes=2)
    assert found[1].report.agency.name == "某局"
    assert len(history.generations()) == 3
