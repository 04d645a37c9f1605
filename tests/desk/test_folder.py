"""The drafts' folder is moved with its drafts; what cannot be moved stays whole and in sight."""

import errno
import time
from datetime import datetime
from pathlib import Path

import pytest

from gui.services import folders
from model.desk import folder
from model.desk.desk import Desk
from model.drafts.draft import load
from model.drafts.library import Library
from model.files.problems import FileProblem
from model.report.report import Report
from model.structs import replace

NOW = datetime(2025, 1, 9, 10, 2).astimezone()


@pytest.fixture(scope="module")
def seed() -> Report:
    return load(Path(__file__).parents[1] / "data" / "seed.nianbao").report


@pytest.mark.parametrize("other_disk", [False, True])
def test_drafts_go_along_with_their_history_and_an_open_one_stays(
    seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other_disk: bool
) -> None:
    desk = Desk(Library(tmp_path / "旧", tmp_path / "data"))
    made = [desk.library.create(replace(seed, year=year), NOW) for year in (2021, 2022, 2023)]
    for one in made[:2]:
        one.file.close(NOW)
    paths = [one.file.path for one in made]
    content = {path.name: path.read_bytes() for path in paths}
    versions = {path.name: desk.library.generations(path) for path in paths}
    target = tmp_path / "新盘"
    target.mkdir()
    (target / paths[0].name).write_bytes(b"there already")
    if other_disk:

        def refuse(_target: Path, _path: Path) -> None:
            raise OSError(errno.EXDEV, "another disk")

        monkeypatch.setattr(Path, "hardlink_to", refuse)
    other = Desk(Library(tmp_path / "旧", tmp_path / "data"))
    done = folder.move_all(other, target)
    assert [path.name for path in done.stayed] == [paths[2].name]
    assert "正在别处打开" in done.problems[0]
    assert len(done.moved) == 2
    assert (target / paths[0].name).read_bytes() == b"there already"
    for path, before in zip(done.moved, paths[:2], strict=True):
        assert path.read_bytes() == content[before.name]
        assert not before.exists()
        assert other.library.generations(path) == versions[before.name]
    assert paths[2].read_bytes() == content[paths[2].name]
    made[2].file.close(NOW)


def test_a_draft_that_does_not_arrive_whole_stays(
    seed: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(Library(tmp_path / "旧", tmp_path / "data"))
    made = desk.library.create(seed, NOW)
    made.file.close(NOW)
    path, target, read = made.file.path, tmp_path / "新盘", Path.read_bytes
    target.mkdir()

    def refuse(_target: Path, _path: Path) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    monkeypatch.setattr(Path, "read_bytes", lambda file: read(file)[: -1 if file.suffix == ".tmp" else None])
    done = folder.move_all(desk, target)
    assert done.stayed == [path]
    assert load(path).report == seed
    assert not list(target.iterdir())


def test_the_chosen_folder_counts_from_the_next_start_on_and_the_programs_own_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(folders.DOCUMENTS_VARIABLE, raising=False)
    monkeypatch.setenv(folders.DATA_VARIABLE, str(tmp_path / "data"))
    usual = folders.documents_folder()
    desk = Desk(Library(usual, tmp_path / "data"))
    for wrong in (tmp_path / "data", tmp_path / "data" / "history"):
        with pytest.raises(FileProblem, match="数据文件夹"):
            folder.usable(wrong, desk)
    chosen = tmp_path / "同步盘" / "年报"
    folder.usable(chosen, desk)
    assert not list(chosen.iterdir())
    folder.choose(chosen, desk)
    assert folders.documents_folder() == chosen
    for content in (b"", b"relative", b"\xff\xfe\x00"):
        (tmp_path / "data" / folder.CHOSEN).write_bytes(content)
        assert folders.documents_folder() == usual
    (tmp_path / "data" / folder.CHOSEN).write_text(str(chosen), "utf-8")
    monkeypatch.setenv(folders.DOCUMENTS_VARIABLE, str(tmp_path / "given"))
    assert folders.documents_folder() == tmp_path / "given"


def test_a_folder_whose_disk_has_another_clock_can_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a share: what was written this moment is months away by this machine's clock."""
    monkeypatch.setattr(time, "time", lambda clock=time.time: clock() - 100 * 24 * 3600)
    target = tmp_path / "共享"
    folder.usable(target, Desk(Library(tmp_path / "旧", tmp_path / "data")))
    assert list(target.iterdir()) == []
