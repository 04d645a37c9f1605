"""The drafts of a machine: listed, made, opened, repaired; whatever lies in the folder."""

import errno
import os
import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.drafts import draft
from model.drafts.draft import Draft
from model.drafts.file_names import NAME_LIMIT, new_paths, report_stem
from model.drafts.library import Library, Unreadable
from model.files.problems import FileProblem
from model.report.length import LINE_LIMIT
from model.report.report import Agency, Layout, Report, new_report
from model.session.opened import session_of
from model.session.progress import states
from model.structs import replace
from tests.disks import held_open

TODAY = date(2025, 1, 9)
NOW = datetime(2025, 1, 9, 10, 2, 3, tzinfo=UTC)
RECEIVED = "applications.received.natural_person"
AGENCY = Agency("某局", type="department", level="county", phone="0431-1")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library in folders that are not there yet."""
    return Library(tmp_path / "文档" / "年报助手", tmp_path / "data")


def _made(library: Library, report: Report, now: datetime = NOW) -> Path:
    opened = library.create(report, now)
    opened.file.close(now)
    return opened.file.path


def _read(library: Library, path: Path) -> Draft:
    opened = library.open(path, NOW)
    opened.file.close(NOW)
    return opened.draft


def test_a_new_draft_has_the_name_of_agency_and_year(library: Library) -> None:
    assert library.drafts() == ()
    report = library.blank(2024, "某局")
    names = [_made(library, report).name for _ in range(3)]
    assert names == ["某局2024年度报告.nianbao", "某局2024年度报告（2）.nianbao", "某局2024年度报告（3）.nianbao"]
    loaded = draft.load(library.folder / names[0])
    assert loaded.report == report
    assert loaded.revision == 1
    assert loaded.saved_at == NOW
    assert loaded.id


def test_a_new_draft_takes_agency_and_layout_from_the_newest(library: Library) -> None:
    layout = Layout(signature=True, signature_date=TODAY, line_pt=Decimal(29))
    _made(library, replace(new_report(2023, AGENCY), layout=layout))
    _made(library, new_report(2024, Agency("旧局")), NOW - timedelta(days=9))
    (library.folder / "坏.nianbao").write_bytes(b"{")
    fresh = library.blank(2025)
    assert fresh == replace(new_report(2025, AGENCY), layout=replace(layout, signature_date=None))
    assert library.blank(2025, "别的局").agency == Agency("别的局", type="department")


@given(st.text(max_size=300), st.integers(2021, 2121))
def test_any_agency_gives_a_name_that_windows_takes(agency: str, year: int) -> None:
    name = next(new_paths(Path("no/such/folder"), agency, year)).name
    assert len(name.encode()) <= NAME_LIMIT - 60
    assert not set(name) & set('<>:"/\\|?*')
    assert name.isprintable()
    assert name == name.strip(" .")
    assert name.endswith(f"{year}年度报告.nianbao")


def test_drafts_are_listed_newest_first(library: Library) -> None:
    for days, year in ((3, 2022), (1, 2024), (2, 2023)):
        _made(library, new_report(year, AGENCY).with_number(RECEIVED, 1), NOW - timedelta(days=days))
    entries = library.drafts()
    assert [entry.year for entry in entries] == [2024, 2023, 2022]
    assert {entry.agency for entry in entries} == {"某局"}
    assert entries[0].saved_at == NOW - timedelta(days=1)
    assert library.drafts()[0] is entries[0]
    assert states(entries[0].report or new_report(2024, AGENCY), TODAY)["applications"].word == "working"


def test_a_list_that_was_read_once_is_not_read_again(library: Library, tmp_path: Path) -> None:
    paths = [_made(library, new_report(year, AGENCY)) for year in (2022, 2023, 2024)]
    assert [entry.unread for entry in library.list.scan()] == [True] * 3
    library.drafts()
    library.list.remember()
    again = Library(library.folder, tmp_path / "data").list
    assert [entry.unread for entry in again.scan()] == [False] * 3
    assert again.scan() == library.drafts()
    paths[1].write_bytes(b"{")
    assert [entry.path for entry in again.scan() if entry.unread] == [paths[1]]
    (tmp_path / "data" / "list.json").write_bytes(b'{"folder": 1')
    assert len(Library(library.folder, tmp_path / "data").drafts()) == 3


def test_a_bad_draft_is_listed_with_its_reason_and_hides_no_other(library: Library) -> None:
    good = _made(library, new_report(2024, AGENCY))
    folder = library.folder
    (folder / "空.nianbao").write_bytes(b"")
    (folder / "残.NIANBAO").write_bytes(good.read_bytes()[:-40])
    (folder / "夹.nianbao").mkdir()
    (folder / "断.nianbao").symlink_to(folder / "没有")
    os.mkfifo(folder / "管.nianbao")
    (folder / ".nianbao-0123456789ab.tmp").write_bytes(b"")
    (folder / "报告.docx").write_bytes(b"")
    strange = draft.dumps(Draft(new_report(2024, AGENCY), saved_at=datetime(1, 1, 1)))  # noqa: DTZ001
    (folder / "早.nianbao").write_bytes(strange)
    problems = {entry.path.name: entry.problem for entry in library.drafts()}
    assert problems.keys() == {good.name, "空.nianbao", "残.NIANBAO", "早.nianbao", "管.nianbao"}
    assert problems[good.name] is None
    assert problems["空.nianbao"] == "文件是空的"
    assert [entry.agency for entry in library.drafts() if entry.path.name == "空.nianbao"] == ["空"]


def test_what_is_opened_and_saved_is_what_is_opened_again(library: Library) -> None:
    path = _made(library, new_report(2024, AGENCY))
    opened = library.open(path, NOW)
    saved = opened.file.save(replace(opened.draft, report=opened.draft.report.with_number(RECEIVED, 7)), NOW)
    assert saved.draft.revision == 2
    assert saved.aside is None
    opened.file.close(NOW)
    assert _read(library, path) == saved.draft


def test_a_second_opener_only_reads_and_saves_nothing(library: Library, tmp_path: Path) -> None:
    path = _made(library, new_report(2024, AGENCY))
    with held_open(path, tmp_path / "data"):
        opened = library.open(path, NOW)
        assert opened.read_only
        assert session_of(opened, TODAY).read_only
        with pytest.raises(FileProblem, match="正在别处打开"):
            opened.file.save(opened.draft, NOW)
        with pytest.raises(FileProblem, match=r"正由.*打开"):
            library.open(path, NOW, copy=library.generations(path)[0].path)
        opened.file.close(NOW)
        assert library.open(path, NOW).read_only
    assert draft.load(path).revision == 1


def test_one_draft_by_two_names_has_one_writer(library: Library) -> None:
    path = _made(library, new_report(2024, AGENCY))
    link = library.folder / "快捷.nianbao"
    link.symlink_to(path)
    opened = library.open(link, NOW)
    assert opened.file.path == link
    assert library.open(path, NOW).read_only
    opened.file.save(opened.draft, NOW)
    opened.file.close(NOW)
    assert link.is_symlink()
    assert draft.load(path).revision == 2


def test_two_processes_never_make_the_same_new_draft(library: Library) -> None:
    first = library.create(new_report(2024, AGENCY), NOW)
    first.file.path.unlink()
    second = library.create(new_report(2024, AGENCY), NOW)
    assert second.file.path != first.file.path
    first.file.close(NOW)
    second.file.close(NOW)


def test_a_draft_in_a_long_folder_with_blanks_and_chinese(tmp_path: Path) -> None:
    folder = tmp_path / ("长 夹" + "机关" * 40) / "a b"
    library = Library(folder, tmp_path / "data")
    path = _made(library, new_report(2024, Agency("很长的单位" * 60)))
    opened = library.open(path, NOW)
    path.write_bytes(draft.dumps(replace(opened.draft, revision=5)))
    aside = opened.file.save(opened.draft, NOW, over_others=True).aside
    assert aside is not None
    assert "别处改动" in aside.name
    assert len(aside.name.encode()) <= NAME_LIMIT
    assert draft.load(aside).revision == 5
    opened.file.close(NOW)


def test_a_broken_draft_stays_until_its_newest_good_version_is_in_its_place(library: Library) -> None:
    path = _made(library, new_report(2024, AGENCY).with_number(RECEIVED, 5))
    damaged = path.read_bytes()[:-30]
    path.write_bytes(damaged)
    with pytest.raises(Unreadable, match="文件已损坏或不完整") as refused:
        library.open(path, NOW)
    assert path.read_bytes() == damaged
    generation = refused.value.generation
    assert generation is not None
    opened = library.open(path, NOW, copy=generation.path)
    assert draft.load(path).report.value(RECEIVED) == 5, "it is in its place already"
    assert not opened.unsaved
    assert not session_of(opened, TODAY).unsaved
    (aside,) = library.folder.glob("*损坏*")
    assert aside.name == "某局2024年度报告（损坏，2025-01-09 10时02分）.nianbao"
    assert aside.read_bytes() == damaged
    assert opened.file.save(opened.draft, NOW).aside is None
    opened.file.close(NOW)
    assert _read(library, path).report.value(RECEIVED) == 5


@pytest.mark.parametrize("remains", [b"", b"{", b"\x00" * 4096])
def test_versions_of_a_broken_draft_are_found_after_its_folder_was_moved(
    library: Library, tmp_path: Path, remains: bytes
) -> None:
    path = _made(library, new_report(2024, AGENCY).with_number(RECEIVED, 5))
    library.folder.rename(tmp_path / "U盘")
    moved = tmp_path / "U盘" / path.name
    moved.write_bytes(remains)
    with pytest.raises(Unreadable) as refused:
        library.open(moved, NOW)
    assert refused.value.generation is not None


def test_a_missing_draft_is_offered_its_newest_version_where_it_was(library: Library) -> None:
    path = _made(library, new_report(2024, AGENCY).with_number(RECEIVED, 5))
    path.unlink()
    with pytest.raises(Unreadable, match="不存在") as refused:
        library.open(path, NOW)
    assert refused.value.missing
    assert refused.value.generation is not None
    opened = library.open(path, NOW, copy=refused.value.generation.path)
    opened.file.close(NOW)
    assert draft.load(path).report.value(RECEIVED) == 5


def test_a_deleted_draft_can_be_brought_back_and_its_versions_removed(library: Library) -> None:
    path = _made(library, new_report(2024, AGENCY).with_number(RECEIVED, 5))
    kept = _made(library, new_report(2023, AGENCY))
    assert library.deleted() == ()
    path.unlink()
    (gone,) = library.deleted()
    assert (gone.path, gone.draft.report.value(RECEIVED)) == (path, 5)
    back = library.bring_back(gone, NOW)
    back.file.close(NOW)
    assert draft.load(path).report.value(RECEIVED) == 5
    assert library.deleted() == ()
    path.unlink()
    library.remove_versions(library.deleted()[0])
    assert library.deleted() == ()
    assert library.generations(path) == ()
    assert library.generations(kept)


def test_a_draft_on_a_stick_that_is_not_there_is_not_deleted(library: Library, tmp_path: Path) -> None:
    stick = tmp_path / "U盘"
    stick.mkdir()
    path = stick / "某局.nianbao"
    draft.save(Draft(new_report(2024, AGENCY)), path, NOW)
    _read(library, path)
    stick.rename(tmp_path / "抽屉")
    assert library.deleted() == ()


@pytest.mark.parametrize("moved", ["folder", "file", "drive letter"])
def test_versions_and_unsaved_work_follow_a_draft_that_was_moved(library: Library, tmp_path: Path, moved: str) -> None:
    path = _made(library, new_report(2024, AGENCY))
    opened = library.open(path, NOW)
    opened.file.keep_copy(replace(opened.draft, report=opened.draft.report.with_number(RECEIVED, 8)), NOW)
    opened.file.close(NOW)
    data = library.store.data
    if moved == "file":
        path = path.rename(path.with_name("报送稿.nianbao"))
    elif moved == "folder":
        library.folder.rename(tmp_path / "别处")
        path = tmp_path / "别处" / path.name
    else:
        (tmp_path / "F").mkdir()
        library.folder.rename(tmp_path / "F" / "年报草稿")
        data = data.rename(tmp_path / "F" / "程序数据")
        path = tmp_path / "F" / "年报草稿" / path.name
    library = Library(path.parent, data)
    assert len(library.generations(path)) == 1
    (left,) = library.leftovers()
    assert left.path == path
    waiting = library.waiting(path)
    assert waiting is not None
    again = library.open(path, NOW, copy=waiting.copy)
    assert again.draft.report.value(RECEIVED) == 8
    again.file.close(NOW)
    library.forget(waiting)
    assert library.leftovers() == ()
    assert library.waiting(path) is None


def test_a_copy_with_the_same_id_is_a_draft_of_its_own(library: Library) -> None:
    path = _made(library, new_report(2024, AGENCY).with_number(RECEIVED, 1))
    twin = path.with_name("副本.nianbao")
    twin.write_bytes(path.read_bytes())
    opened, second = library.open(path, NOW), library.open(twin, NOW)
    assert not second.read_only
    assert second.draft.id == library.open(twin, NOW).draft.id, "the same until it is saved"
    second.file.save(replace(second.draft, report=second.draft.report.with_number(RECEIVED, 2)), NOW)
    for file in (opened.file, second.file):
        file.close(NOW)
    assert draft.load(twin).id == second.draft.id != draft.load(path).id
    assert [draft.load(version.path).report.value(RECEIVED) for version in library.generations(path)] == [1]
    twin_values = [draft.load(version.path).report.value(RECEIVED) for version in library.generations(twin)]
    assert twin_values == [2, 1]


def test_a_version_is_only_looked_at(library: Library) -> None:
    path = _made(library, new_report(2024, AGENCY))
    version = library.generations(path)[0].path
    content = version.read_bytes()
    opened = library.open(version, NOW)
    assert (opened.read_only, opened.version) == (True, version)
    with pytest.raises(FileProblem, match="这是历史版本"):
        opened.file.save(opened.draft, NOW)
    opened.file.close(NOW)
    assert version.read_bytes() == content
    assert len(library.generations(path)) == 1


def test_what_cannot_be_got_at_is_not_called_broken(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _made(library, new_report(2024, AGENCY))
    generation = library.generations(path)[0]

    def closed(self: Path, *_more: object) -> object:
        raise PermissionError(errno.EACCES, "closed", str(self))

    with monkeypatch.context() as locked:
        locked.setattr(Path, "open", closed)
        with pytest.raises(FileProblem, match="没有权限") as refused:
            library.open(path, NOW)
        assert not isinstance(refused.value, Unreadable)
        with pytest.raises(FileProblem):
            library.open(path, NOW, copy=generation.path)
    assert not list(library.folder.glob("*损坏*"))
    path.write_bytes(path.read_bytes().replace(b'"schema": 1', b'"schema": 9'))
    with pytest.raises(FileProblem, match="更新的版本") as newer:
        library.open(path, NOW)
    assert not isinstance(newer.value, Unreadable)
    with pytest.raises(FileProblem, match="更新的版本"):
        library.open(path, NOW, copy=generation.path)
    assert not list(library.folder.glob("*损坏*"))


@pytest.mark.parametrize(
    "name", ["NUL.局", "aux.水务局", "con.a.b", "COM1.局", "LPT9 .局", "prn.", "NUL", "CONIN$.局", "normal.局"]
)
def test_no_name_is_one_that_windows_keeps_for_a_device(name: str) -> None:
    stem = report_stem(name, 2024).partition(".")[0].strip().upper()
    assert not re.fullmatch(r"CON|PRN|AUX|NUL|(COM|LPT)[0-9]|CONIN\$|CONOUT\$", stem)


def test_unseen_characters_and_endless_lines_are_taken_out_with_a_word(library: Library) -> None:
    report = replace(
        new_report(2024, Agency("某\u202e局\u200b" + "长" * 100_000, phone="0431\ufeff-1")),
        remarks={RECEIVED: "软\u00ad连字符"},
    ).with_text("overview", "共收到\u200e申请\ufffc３件。")
    path = library.folder / "收到的.nianbao"
    path.parent.mkdir(parents=True)
    draft.save(Draft(report), path, NOW)
    opened = library.open(path, NOW)
    found = opened.draft.report
    assert found.agency.name == "某局" + "长" * (LINE_LIMIT - 2)
    assert (found.agency.phone, found.text.overview) == ("0431-1", "共收到申请３件。")
    assert found.remarks[RECEIVED] == "软连字符"
    assert opened.remarks == (
        "去掉了 6 个看不见的字符；原来的内容留在历史版本里。",
        "机关全称原有 100002 字，太长，后面的没有带入；原来的内容留在历史版本里。",
    )
    assert opened.unsaved
    assert draft.load(library.generations(path)[0].path).report == report
    opened.file.save(opened.draft, NOW)
    opened.file.close(NOW)
    again = library.open(path, NOW)
    assert (again.remarks, again.unsaved) == ((), False)
    again.file.close(NOW)


def test_a_draft_without_versions_is_left_alone(library: Library, tmp_path: Path) -> None:
    for name, content in (("空", b""), ("断", b'{"format": "nianbao-draft", "schema": 1')):
        path = tmp_path / f"{name}.nianbao"
        path.write_bytes(content)
        with pytest.raises(Unreadable) as refused:
            library.open(path, NOW)
        assert refused.value.generation is None
        assert path.read_bytes() == content
    with pytest.raises(Unreadable, match="不存在"):
        library.open(tmp_path / "没有.nianbao", NOW)
    assert not library.leftovers()


def test_an_earlier_version_replaces_the_present_one_and_both_stay(library: Library) -> None:
    path = _made(library, new_report(2024, AGENCY))
    earlier = library.generations(path)[0]
    opened = library.open(path, NOW)
    opened.file.save(replace(opened.draft, report=opened.draft.report.with_number(RECEIVED, 7)), NOW)
    opened.file.close(NOW)
    back = library.open(path, NOW + timedelta(hours=1), copy=earlier.path)
    assert back.draft.report.value(RECEIVED) is None
    back.file.save(back.draft, NOW + timedelta(hours=1))
    back.file.close(NOW + timedelta(hours=1))
    numbers = [draft.load(generation.path).report.value(RECEIVED) for generation in library.generations(path)]
    assert numbers == [None, 7, None]
    assert not list(library.folder.glob("*（*"))


def test_what_a_killed_save_left_is_swept_away_after_a_while(library: Library) -> None:
    path = _made(library, new_report(2024, AGENCY))
    old, young = (library.folder / f".nianbao-{digit * 12}.tmp" for digit in "ab")
    for file in (old, young):
        file.write_bytes(b"x")
    os.utime(old, (0, 0))
    _read(library, path)
    assert not old.exists()
    assert young.exists()


def test_a_draft_is_opened_although_the_data_folder_takes_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.write_bytes(b"a file, not a folder")
    library = Library(tmp_path / "drafts", data)
    path = _made(library, new_report(2024, AGENCY))
    opened = library.open(path, NOW)
    assert not opened.read_only
    assert opened.file.save(opened.draft, NOW).draft.revision == 2
    assert library.leftovers() == ()
    opened.file.close(NOW)
