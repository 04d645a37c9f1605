"""Drafts as files: recognised as the same, listed wherever they lie, renamed, copied, sent, put back; nothing lost."""

from datetime import datetime
from pathlib import Path

import pytest

from model.desk.desk import Desk
from model.drafts.draft import Draft, load, save
from model.drafts.library import Library
from model.files.problems import FileProblem
from model.report.report import Report
from model.structs import replace

NOW = datetime(2025, 1, 9, 10, 2).astimezone()


@pytest.fixture(scope="module")
def seed() -> Report:
    return load(Path(__file__).parents[1] / "data" / "seed.nianbao").report


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(Library(tmp_path / "年报助手", tmp_path / "data"))


def make(desk: Desk, report: Report) -> Path:
    made = desk.library.create(report, NOW)
    made.file.close(NOW)
    return made.file.path


def elsewhere(tmp_path: Path, content: bytes, name: str = "同事发来.nianbao") -> Path:
    path = tmp_path / "桌面" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


def test_a_draft_that_lies_elsewhere_stays_in_the_list_with_its_name(desk: Desk, seed: Report, tmp_path: Path) -> None:
    path = elsewhere(tmp_path, b"")
    save(Draft(seed), path, NOW)
    desk.note_opened(path)
    desk.note_opened(make(desk, replace(seed, year=2023)))
    again = Desk(Library(desk.library.folder, tmp_path / "data"))
    assert again.recent.paths() == (path,), "those in the folder are listed anyway"
    (entry,) = [entry for entry in again.library.list.scan() if entry.elsewhere]
    again.library.list.refresh(entry)
    again.library.list.remember()
    path.unlink()
    later = Desk(Library(desk.library.folder, tmp_path / "data"))
    (entry,) = [entry for entry in later.library.list.scan() if entry.elsewhere]
    assert (entry.agency, entry.path, entry.problem) == (seed.agency.name, path, None)
    later.library.list.refresh(entry)
    (entry,) = [entry for entry in later.library.list.now() if entry.elsewhere]
    assert entry.agency == seed.agency.name, "one that is gone, as with a stick, keeps its name"
    assert entry.problem
    later.recent.forget(path)
    assert not [entry for entry in later.library.list.scan() if entry.elsewhere]


def test_the_list_of_recent_drafts_may_be_anything(desk: Desk, tmp_path: Path) -> None:
    for content in (b"", b"[]", b'{"paths": 5}', b'{"paths": [5]}', b"\xff", b'{"paths": ["\\ud800"]}'):
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / "recent.json").write_bytes(content)
        Desk(Library(desk.library.folder, tmp_path / "data")).library.list.scan()


def test_a_copy_of_a_draft_is_known_as_the_same_until_it_is_opened_as_its_own(
    desk: Desk, seed: Report, tmp_path: Path
) -> None:
    mine = make(desk, seed)
    sent = tmp_path / "桌面" / "发给同事.nianbao"
    sent.parent.mkdir()
    desk.send(mine, sent)
    assert sent.read_bytes() == mine.read_bytes()
    found = desk.twin(sent)
    assert found is not None
    assert (found.path, found.same) == (mine, True)
    assert desk.twin(mine) is None
    desk.library.open(sent, NOW).file.close(NOW)
    desk.note_opened(sent)
    assert desk.twin(sent) is None, "asked once"


def test_another_draft_of_the_same_agency_and_year_is_a_twin_until_it_is_listed(
    desk: Desk, seed: Report, tmp_path: Path
) -> None:
    mine = make(desk, seed)
    path = elsewhere(tmp_path, b"")
    save(Draft(seed.with_text("overview", "同事写的。")), path, NOW)
    found = desk.twin(path)
    assert found is not None
    assert (found.path, found.same) == (mine, False)
    desk.note_opened(path)
    assert desk.twin(path) is None
    assert desk.twin(elsewhere(tmp_path, b"{", "坏的.nianbao")) is None
    other = elsewhere(tmp_path, b"", "别的年度.nianbao")
    save(Draft(replace(seed, year=2022)), other, NOW)
    assert desk.twin(other) is None


def test_a_renamed_draft_has_its_versions_and_takes_nobodys_place(desk: Desk, seed: Report) -> None:
    path = make(desk, seed)
    versions = desk.library.generations(path)
    other = make(desk, replace(seed, year=2023))
    content = path.read_bytes()
    for name, why in (
        (other.stem, "已经有一个文件"),
        ("", "请写一个名字"),
        ("a/b", "不能有 /"),
        ("长" * 90, "太长"),
        ("nul", "不能作"),
    ):
        with pytest.raises(FileProblem, match=why):
            desk.rename(path, name)
    assert path.read_bytes() == content
    renamed = desk.rename(path, "送审稿 ")
    assert renamed.name == "送审稿.nianbao"
    assert renamed.read_bytes() == content
    assert not path.exists()
    assert desk.library.generations(renamed) == versions
    assert not list(renamed.parent.glob(".nianbao-*"))


def test_an_open_draft_is_not_renamed_by_another(desk: Desk, seed: Report, tmp_path: Path) -> None:
    opened = desk.library.create(seed, NOW)
    other = Desk(Library(desk.library.folder, tmp_path / "另一个账户"))
    with pytest.raises(FileProblem, match="正在别处打开"):
        other.rename(opened.file.path, "别的名字")
    assert opened.file.path.exists()
    opened.file.close(NOW)


def test_a_copy_is_a_draft_of_its_own(desk: Desk, seed: Report) -> None:
    path = make(desk, seed)
    copy = desk.copy(path, NOW)
    assert copy != path
    assert load(copy).report == load(path).report
    assert load(copy).id != load(path).id
    assert desk.twin(copy) is None


def test_what_does_not_read_back_as_it_was_sent_is_not_there(
    desk: Desk, seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, target = make(desk, seed), tmp_path / "U盘.nianbao"
    target.write_bytes(b"before")
    with pytest.raises(FileProblem, match="草稿自己"):
        desk.send(path, path)
    whole, read = path.read_bytes(), Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda file: read(file)[: -1 if file.suffix == ".tmp" else None])
    with pytest.raises(FileProblem):
        desk.send(path, target)
    monkeypatch.undo()
    assert target.read_bytes() == b"before"
    assert path.read_bytes() == whole


def test_a_draft_is_put_back_where_it_was_or_beside_what_is_there_now(desk: Desk, seed: Report) -> None:
    path = make(desk, seed)
    content = path.read_bytes()
    path.unlink()
    assert desk.put_back(path, content) == path
    assert path.read_bytes() == content
    path.write_bytes(b"another")
    beside = desk.put_back(path, content)
    assert beside.read_bytes() == content
    assert path.read_bytes() == b"another"
