"""Versions are kept in the order of revisions, thinned by a rule that no clock can break, and never without bound."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from model.drafts import draft, history
from model.drafts.draft import Draft
from model.drafts.history import MILESTONE, MOST, MOST_BYTES, NEWEST, Generation, History, kept
from model.drafts.library import Library
from model.report.publication import content_mark, published, with_signed
from model.report.report import Agency, Event, Report, Signed, new_report
from model.structs import replace
from tests.tools import need

NOW = datetime(2025, 1, 31, 23, 30, tzinfo=UTC)
REPORT = new_report(2024, Agency("某局"))
RECEIVED = "applications.received.natural_person"
ROOT = Path(__file__).parents[2]


def _content(revision: int, report: Report = REPORT) -> bytes:
    return draft.dumps(Draft(report.with_number(RECEIVED, revision), "a", revision))


def _version(number: int, at: datetime, size: int = 20_000, published: str = "") -> Generation:
    return Generation(Path(str(number)), at, number, number, published, size)


def _revisions(folder: Path) -> list[int]:
    return [version.revision for version in History(folder).generations()]


def test_the_newest_stay_whole_and_of_earlier_days_the_last_one() -> None:
    versions = [_version(number, NOW - timedelta(minutes=30) * (2000 - number)) for number in range(1, 2001)]
    staying = sorted(kept(versions), key=lambda version: version.order)
    assert staying[-NEWEST:] == versions[-NEWEST:]
    last_of_day = {version.at.date(): version for version in versions}
    assert set(last_of_day.values()) <= set(staying)


@given(
    st.lists(
        st.tuples(
            st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
            st.integers(1, 3_000_000),
            st.sampled_from(("", "", "", "a", "b")),
        ),
        max_size=400,
    )
)
def test_no_clock_takes_the_newest_away_and_there_is_a_bound(drawn: list[tuple[datetime, int, str]]) -> None:
    versions = [_version(number, *of_one) for number, of_one in enumerate(drawn, 1)]
    staying = kept(versions)
    loose = [version for version in staying if not version.published]
    assert {version for version in versions if version.published} <= staying
    assert len(loose) <= MOST
    assert len(loose) <= 1 or sum(version.size for version in loose) <= MOST_BYTES
    assert kept(staying) <= staying
    small = sum(version.size for version in versions) <= MOST_BYTES
    assert not small or set(versions[-NEWEST:]) <= staying


def test_a_calendar_that_always_says_the_same_day_keeps_milestones(tmp_path: Path) -> None:
    for revision in range(1, 5 * MILESTONE + NEWEST + 1):
        History(tmp_path).add(_content(revision), NOW)
    assert _revisions(tmp_path)[NEWEST:] == [5 * MILESTONE - step * MILESTONE for step in range(5)]


def test_the_order_is_that_of_revisions_whatever_the_clock_said(tmp_path: Path) -> None:
    for revision, days in ((1, 0), (2, 4000), (3, -4000), (4, 1)):
        History(tmp_path).add(_content(revision), NOW + timedelta(days=days))
    assert _revisions(tmp_path) == [4, 3, 2, 1]
    newest = History(tmp_path).newest_good()
    assert newest is not None
    assert newest[1].revision == 4


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    for second in range(3):
        History(tmp_path / "history").add(_content(1), NOW + timedelta(seconds=second))
    assert len(History(tmp_path / "history").generations()) == 1


def test_the_newest_good_version_is_found_behind_bad_ones(tmp_path: Path) -> None:
    versions = History(tmp_path)
    versions.add(b"?", NOW - timedelta(minutes=3))
    versions.add(_content(7), NOW - timedelta(minutes=2))
    versions.add(_content(8)[:-9], NOW - timedelta(minutes=1))
    (tmp_path / "别的.nianbao").write_bytes(_content(9))
    found = versions.newest_good()
    assert found is not None
    assert (found[0].at, found[1].revision) == (NOW - timedelta(minutes=2), 7)
    assert len(versions.generations()) == 3


def test_a_publication_without_its_content_keeps_one_version_for_ever_and_not_all(tmp_path: Path) -> None:
    """As drafts of 0.1 note it: whatever is edited afterwards is no other publication."""
    report = replace(REPORT, events=(Event(date(2025, 1, 20), "published"),))
    versions = History(tmp_path)
    for revision in range(1, 6):
        versions.add(_content(revision, report), NOW)
    assert [version.revision for version in versions.generations() if version.published] == [1]


def test_a_copy_of_what_was_published_is_kept_at_once_and_never_thinned_out(tmp_path: Path) -> None:
    clock = [0.0]
    library = Library(tmp_path / "文档", tmp_path / "data", lambda: clock[0])
    opened = library.create(REPORT, NOW)
    report = published(REPORT.with_number(RECEIVED, 5), date(2025, 1, 20))
    saved = opened.file.save(Draft(report, opened.draft.id, 1), NOW).draft
    for count in range(MOST):
        clock[0] += 60
        edited = Draft(report.with_number(RECEIVED, count + 6), saved.id, saved.revision)
        saved = opened.file.save(edited, NOW).draft
    opened.file.close(NOW)
    versions = library.generations(opened.file.path)
    (printed,) = [version for version in versions if version.published]
    assert draft.load(printed.path).report == report
    assert len(versions) < MOST


def test_a_copy_of_what_was_signed_is_kept_at_once_too_and_found_by_its_content(tmp_path: Path) -> None:
    """Also where the same content was published: one version can be both."""
    clock = [0.0]
    library = Library(tmp_path / "文档", tmp_path / "data", lambda: clock[0])
    opened = library.create(REPORT, NOW)
    plain = REPORT.with_number(RECEIVED, 5)
    content = content_mark(plain)
    report = with_signed(plain, Signed(date(2025, 1, 18), "sha256:", None, 1, content))
    saved = opened.file.save(Draft(report, opened.draft.id, 1), NOW).draft
    saved = opened.file.save(Draft(published(report, date(2025, 1, 20)), saved.id, saved.revision), NOW).draft
    for count in range(NEWEST + 10):
        clock[0] += 600
        edited = Draft(report.with_number(RECEIVED, count + 6), saved.id, saved.revision)
        saved = opened.file.save(edited, NOW).draft
    opened.file.close(NOW)
    signed = [version for version in library.generations(opened.file.path) if version.signed]
    assert [version.signed for version in signed] == [content[:12]]
    history = opened.file.history
    assert history.signed_report(content) == report
    assert history.published_report(content) == published(report, date(2025, 1, 20))
    assert history.signed_report("f" * 64) is None
    assert history.signed_report("") is None


_DAY = """
import sys
from datetime import datetime
from pathlib import Path
from model.drafts.draft import Draft
from model.drafts.library import Library
root, edits = Path(sys.argv[1]), int(sys.argv[2])
clock = [0.0]
library = Library(root / "文档", root / "data", lambda: clock[0])
opened = library.open(root / "文档" / "某局2024年度报告.nianbao", datetime.now().astimezone())
draft = opened.draft
for _ in range(edits):
    clock[0] += 60
    count = draft.report.count("applications.received.natural_person") + 1
    edited = Draft(draft.report.with_number("applications.received.natural_person", count), draft.id, draft.revision)
    draft = opened.file.save(edited, datetime.now().astimezone()).draft
opened.file.close()
print(datetime.now().date())
"""


def _work(root: Path, day: str, edits: int) -> str:
    """Some edits, a minute each, in a process whose clock stands on a day."""
    command = [need("faketime"), "-f", f"@{day} 10:00:00", sys.executable, "-c", _DAY, str(root), str(edits)]
    environment = os.environ | {"TZ": "Asia/Shanghai"}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def test_a_wrong_clock_destroys_no_version(tmp_path: Path) -> None:
    """Thirty days of work; then the clock is hours, years behind, far ahead, and right again."""
    library = Library(tmp_path / "文档", tmp_path / "data")
    library.create(REPORT, datetime(2024, 12, 31, 9, tzinfo=UTC)).file.close()
    path = library.folder / "某局2024年度报告.nianbao"
    days = [date(2025, 1, 1) + timedelta(days=day) for day in range(30)]
    clock = [0.0]
    worked = Library(library.folder, tmp_path / "data", lambda: clock[0])
    for day in days:
        at = datetime(day.year, day.month, day.day, 2, tzinfo=UTC)
        opened = worked.open(path, at)
        saved = opened.draft
        for _ in range(3):
            clock[0] += 60
            count = saved.report.count(RECEIVED) + 1
            saved = opened.file.save(
                Draft(saved.report.with_number(RECEIVED, count), saved.id, saved.revision), at
            ).draft
        opened.file.close(at)
    last_of_day = {version.at.astimezone(UTC).date(): version.path.name for version in library.generations(path)[::-1]}
    assert last_of_day.keys() >= set(days)
    before = set(last_of_day.values())
    for wrong in ("2025-01-30", "2023-03-01", "2035-06-01", "2025-01-31"):
        assert _work(tmp_path, wrong, 2) == wrong
        assert before <= {version.path.name for version in library.generations(path)}
    assert draft.load(library.generations(path)[0].path).report.count(RECEIVED) == 98
    path.write_bytes(b"{")
    newest = library.store.history(draft.load(library.generations(path)[0].path).id).newest_good()
    assert newest is not None
    assert newest[1].report.count(RECEIVED) == 98


def test_thirty_days_of_minutes_leave_every_day() -> None:
    """What a wrong clock did to version 0.1: two minutes of typing took the other days away."""
    versions = [
        _version(number, datetime(2025, 1, 1 + number // 8, 9, number % 8, tzinfo=UTC)) for number in range(1, 240)
    ]
    back = [_version(240 + number, datetime(2025, 1, 30, 6, 0, number, tzinfo=UTC)) for number in range(60)]
    days = {version.at.date() for version in kept([*versions, *back])}
    assert days == {version.at.date() for version in versions}


def test_versions_are_for_this_account_alone(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        library = Library(tmp_path / "文档", tmp_path / "data")
        opened = library.create(REPORT, NOW)
        opened.file.keep_copy(opened.draft, NOW)
        opened.file.save(opened.draft, NOW)
        opened.file.keep_copy(opened.draft, NOW)
        library.list.entries()
        library.list.remember()
        opened.file.close(NOW)
        folders = [tmp_path / "data", *(found for found in (tmp_path / "data").rglob("*") if found.is_dir())]
        assert {folder.stat().st_mode & 0o777 for folder in folders} == {0o700}
        files = [found for found in (tmp_path / "data").rglob("*") if found.is_file()]
        assert len(files) >= 5
        assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
        assert opened.file.path.stat().st_mode & 0o777 == 0o644, "drafts in a shared folder stay readable"
    finally:
        os.umask(before)


def test_a_readable_data_folder_of_0_1_becomes_private(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "data" / "data-folder-0.1", tmp_path / "left")
    data = tmp_path / "left" / "data"
    data.chmod(0o755)
    Library(tmp_path / "left" / "documents", data).leftovers()
    assert {found.stat().st_mode & 0o077 for found in (data, *data.rglob("*"))} == {0}


def test_milestones_and_bounds_are_stated() -> None:
    assert (history.NEWEST, history.MILESTONE, history.MOST) == (60, 20, 300)
