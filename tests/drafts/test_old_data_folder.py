"""What 0.1 left on a machine opens with all its versions and leftovers; see `tests/data/data-folder-0.1/README.md`."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from model.drafts import draft
from model.drafts.draft import Draft
from model.drafts.library import Library

LEFT = Path(__file__).parents[1] / "data" / "data-folder-0.1"
DOCUMENTS = Path("/home/clerk/Documents/年报助手")
"""Where the drafts were when 0.1 wrote; the names in its data folder follow from that."""
BUREAU = "青河县水务局2024年度报告.nianbao"
PENALTIES = "disclosure.penalties.decisions"
VERSIONS = {
    DOCUMENTS / BUREAU: (7, datetime(2025, 1, 6, 1, 14, 44, tzinfo=UTC), datetime(2025, 1, 14, 7, 6, 33, tzinfo=UTC)),
    DOCUMENTS / "青河县水务局2025年度报告.nianbao": (
        3,
        datetime(2026, 1, 5, 1, 30, tzinfo=UTC),
        datetime(2026, 1, 5, 1, 38, 22, tzinfo=UTC),
    ),
    DOCUMENTS / "石桥镇人民政府2024年度报告.nianbao": (
        3,
        datetime(2025, 1, 16, 8, 30, 2, tzinfo=UTC),
        datetime(2025, 1, 16, 8, 38, 24, tzinfo=UTC),
    ),
    DOCUMENTS / "云岭县水务局2024年度报告.nianbao": (
        3,
        datetime(2025, 1, 10, 2, 0, tzinfo=UTC),
        datetime(2025, 1, 10, 2, 8, 22, tzinfo=UTC),
    ),
    Path("/home/clerk/U盘/青河县人民政府2024年度报告.nianbao"): (
        2,
        datetime(2025, 1, 15, 2, 0, tzinfo=UTC),
        datetime(2025, 1, 15, 2, 5, tzinfo=UTC),
    ),
}
"""The drafts, and how many versions there are of each, from when to when."""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The library of 0.1, as it was left."""
    shutil.copytree(LEFT, tmp_path / "left")
    return Library(tmp_path / "left" / "documents", tmp_path / "left" / "data")


def test_the_drafts_are_listed(library: Library) -> None:
    listed = {entry.path.name: entry.report for entry in library.drafts()}
    assert sorted(listed) == sorted(path.name for path in (LEFT / "documents").iterdir())
    assert len(listed) == 4
    assert all(listed.values())


@pytest.mark.parametrize("path", VERSIONS, ids=lambda path: path.stem)
def test_every_version_is_there_and_opens(library: Library, path: Path) -> None:
    generations = library.generations(path)
    assert (len(generations), generations[-1].at, generations[0].at) == VERSIONS[path]
    versions = [draft.load(generation.path) for generation in generations]
    assert {version.report.agency.name for version in versions} == {path.stem.partition("202")[0]}
    revisions = [version.revision for version in versions]
    assert revisions == sorted(revisions, reverse=True)
    assert len({version.id for version in versions}) == 1


def test_the_versions_of_a_draft_are_known_by_its_identity_too(library: Library) -> None:
    for path in VERSIONS:
        newest = draft.load(library.generations(path)[0].path)
        there = LEFT / "documents" / path.name
        there = there if there.exists() else LEFT / "stick" / path.name
        assert not there.exists() or draft.load(there).id == newest.id


def test_the_work_of_the_stick_and_the_draft_that_was_open_are_offered(library: Library) -> None:
    stick, crashed = library.leftovers()
    assert stick.path == Path("/home/clerk/U盘/青河县人民政府2024年度报告.nianbao")
    assert stick.crashed
    assert stick.copy is not None
    work, known = draft.load(stick.copy), draft.load(LEFT / "stick" / stick.path.name)
    assert [version.report.value("disclosure.normative_documents.issued") for version in (known, work)] == [20, 21]
    assert (work.id, work.revision) == (known.id, known.revision + 1)
    found = library.folder / "石桥镇人民政府2024年度报告.nianbao"
    assert (crashed.path, crashed.crashed, crashed.copy) == (found, True, None), "its folder was moved since"


def test_a_draft_goes_on_from_its_old_versions(library: Library) -> None:
    path = library.folder / BUREAU
    now = datetime(2025, 2, 3, 9, 0, tzinfo=UTC)
    opened = library.open(path, now)
    assert not opened.read_only
    assert opened.draft.report.value(PENALTIES) == 12
    assert [event.what for event in opened.draft.report.events] == ["published"]
    edited = Draft(opened.draft.report.with_number(PENALTIES, 14), opened.draft.id, opened.draft.revision)
    opened.file.save(edited, now)
    opened.file.close(now)
    assert draft.load(path).report.value(PENALTIES) == 14
    assert draft.load(path).revision == opened.draft.revision + 1


def test_what_another_program_wrote_was_kept_beside() -> None:
    (aside,) = (LEFT / "documents").glob("*别处改动*")
    assert draft.load(aside).report.value("disclosure.licences.decisions") == 90
    assert draft.load(LEFT / "documents" / BUREAU).report.value("disclosure.licences.decisions") == 86
