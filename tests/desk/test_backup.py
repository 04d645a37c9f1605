"""A backup holds everything, says so only when it reads back, and comes back without writing over anything."""

import json
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from cli import main
from model.desk import backup, restore
from model.desk.desk import Desk
from model.desk.restore import Choice
from model.desk.ticks import Ticks
from model.drafts.draft import dumps, load
from model.drafts.library import Library
from model.files import atomic
from model.files.problems import FileProblem
from model.gathering.plans import Plans
from model.language.patterns import pattern
from model.ledger.remembered import RememberedWords
from model.report.report import Report
from model.structs import replace
from tests.tools import bounded

NOW = datetime(2025, 1, 9, 10, 2).astimezone()
DRAFTS, DAYS = 12, 4
OF_THE_MACHINE = {
    "settings.ini",  # zoom and appearance go along by themselves
    "places.ini",
    "ledgers.ini",
    "documents.txt",
    "locks",
    "log",
    "probe.txt",
}
"""What is kept in the data folder of where things are on this machine, or of who has a draft open."""
ANSWERED = "a1" * 32
"""The digest of a file that was read and answered about."""


@pytest.fixture(scope="module")
def seed() -> Report:
    return load(Path(__file__).parents[1] / "data" / "seed.nianbao").report


def desk_in(home: Path) -> Desk:
    return Desk(Library(home / "年报助手", home / "data"))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, seed: Report) -> Path:
    """A machine with drafts and their versions, one of them elsewhere, a deleted one, unsaved work, settings."""
    home = tmp_path_factory.mktemp("office")
    desk = desk_in(home)
    for number in range(DRAFTS):
        made = desk.library.create(replace(seed, agency=replace(seed.agency, name=f"第{number}局")), NOW)
        draft = made.draft
        for day in range(DAYS):
            draft = replace(draft, report=draft.report.with_text("overview", f"第{day}天。"))
            draft = made.file.save(draft, NOW + timedelta(days=day)).draft
            made.file.history.add(dumps(draft), NOW + timedelta(days=day))
        made.file.close(NOW)
        if number == 1:
            made.file.path.unlink()
        if number == 2:
            made.file.keep_copy(replace(draft, report=draft.report.with_text("problems", "没写进去。")), NOW)
    paths = sorted(desk.library.folder.glob("*.nianbao"))
    (home / "桌面").mkdir()
    moved = paths[-1].rename(home / "桌面" / "别处的.nianbao")
    desk.note_opened(moved)
    desk.library.store.answered_files.keep(ANSWERED, {"表二": "12"})
    desk.library.open(moved, NOW).file.close(NOW)
    (home / "data" / "settings.ini").write_text("[General]\nzoom=120\nappearance=dark\nwindow=@ByteArray(x)\n", "utf-8")
    return home


@pytest.fixture(scope="module")
def zipped(office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("backup") / "备份.zip"
    desk = desk_in(office)
    made = backup.write(target, desk.library, desk.recent.paths(), {"zoom": "120", "appearance": "dark"})
    assert len(made.drafts) == DRAFTS - 1
    assert not made.left_out
    return target


def contents(home: Path) -> dict[str, bytes]:
    """The drafts of a machine by their id, wherever they lie."""
    paths = [*(home / "年报助手").glob("*.nianbao"), *(home / "桌面").glob("*.nianbao")]
    return {load(path).id: path.read_bytes() for path in paths}


def versions(home: Path) -> dict[str, bytes]:
    return {
        path.relative_to(home).as_posix(): path.read_bytes() for path in (home / "data" / "history").rglob("*.nianbao")
    }


def brought_back(zipped: Path, home: Path, choice: Choice = "both") -> restore.Restored:
    return restore.restore(backup.look(zipped), desk_in(home).library, choice, NOW)


def test_an_empty_machine_has_it_all_afterwards(office: Path, zipped: Path, tmp_path: Path) -> None:
    done = brought_back(zipped, tmp_path)
    assert not done.failed
    assert len(done.new) == DRAFTS - 1
    assert contents(tmp_path) == contents(office)
    assert versions(tmp_path) == versions(office)
    desk = desk_in(tmp_path)
    assert len(desk.library.deleted()) == 1
    assert desk.library.store.answered_files.answers(ANSWERED) == {"表二": "12"}
    assert "zoom=120" in (tmp_path / "data" / "settings.ini").read_text("utf-8")
    for path in done.new:
        assert len(desk.library.generations(path)) >= DAYS
    (waiting,) = [found for path in done.new if (found := desk.library.waiting(path))]
    assert waiting.copy is not None
    assert load(waiting.copy).report.text.problems == "没写进去。"
    again = brought_back(zipped, tmp_path)
    assert (len(again.same), again.new, again.versions) == (DRAFTS - 1, [], 0)


def test_what_is_kept_for_each_agency_comes_along_and_that_of_this_machine_stays(seed: Report, tmp_path: Path) -> None:
    there, here = desk_in(tmp_path / "旧"), desk_in(tmp_path / "新")
    made = there.library.create(seed, NOW)
    made.file.close(NOW)
    old, new = there.library.store.data, here.library.store.data
    cell = "disclosure.permits"
    Plans(old).keep("某局", {cell: ("法规科", "审批科")})
    Plans(old).keep("另一局", {cell: ("旧的科",)})
    RememberedWords(old).remember("某局", {"outcomes": {"已办理答复": "granted"}})
    Ticks(old, made.draft.id).set(cell, "320")
    Plans(new).keep("另一局", {cell: ("新的科",)})
    target = tmp_path / "备份.zip"
    backup.write(target, there.library, (), {})
    done = restore.restore(backup.look(target), here.library, "both", NOW)
    assert Plans(new).of("某局") == {cell: ("法规科", "审批科")}
    assert Plans(new).of("另一局") == {cell: ("新的科",)}, "what is here stays"
    assert RememberedWords(new).of("某局") == RememberedWords(old).of("某局") != {}
    assert Ticks(new, made.draft.id).ticked({cell: "320"}) == {cell}
    assert "各科室报哪几项、台账里的说法也恢复了" in restore.told(done)
    assert "各科室报哪几项、台账里的说法也恢复了" not in restore.told(
        restore.restore(backup.look(target), here.library, "both", NOW)
    )


def test_every_file_of_the_data_folder_is_in_a_backup_or_belongs_to_the_machine() -> None:
    """What is kept there by a name of its own is found in the program's source."""
    named = pattern(r"(?:data|_data|_root|root|data_folder\(\)) / \"([a-z.-]+)\"")
    root = Path(__file__).parents[2]
    sources = [path for folder in ("model", "gui", "cli") for path in (root / folder).rglob("*.py")]
    found = {name for path in sources for name in named.findall(path.read_text("utf-8"))}
    assert {"history", "sheets.json", "settings.ini"} <= found
    assert found - set(backup.FOLDERS) - set(backup.BY_AGENCY) <= OF_THE_MACHINE


def test_a_restoring_that_is_ended_says_what_is_done_and_goes_on_the_next_time(zipped: Path, tmp_path: Path) -> None:
    class Ended(Exception):  # noqa: N818
        pass

    def end(done: int, _of: int) -> None:
        if done == 3:
            raise Ended

    found, done = backup.look(zipped), restore.Restored()
    assert restore.stopped(done, found)[:2] == ["还没有恢复什么", f"还有 {DRAFTS - 1} 份草稿没有恢复"]
    with pytest.raises(Ended):
        restore.restore(found, desk_in(tmp_path).library, "both", NOW, end, done)
    assert len(done.new) == 3
    told = restore.stopped(done, found)
    assert told[0] == "恢复了 3 份草稿"
    assert f"还有 {DRAFTS - 4} 份草稿没有恢复" in told
    again = brought_back(zipped, tmp_path)
    assert (len(again.same), len(again.new), again.failed) == (3, DRAFTS - 4, [])


@pytest.mark.parametrize("choice", ["both", "replace", "skip"])
def test_what_is_here_with_another_content_is_never_lost(
    office: Path, zipped: Path, tmp_path: Path, choice: Choice
) -> None:
    brought_back(zipped, tmp_path)
    desk = desk_in(tmp_path)
    path = min(desk.library.folder.glob("*.nianbao"))
    opened = desk.library.open(path, NOW)
    mine = opened.file.save(
        replace(opened.draft, report=opened.draft.report.with_text("overview", "我的。")), NOW
    ).draft
    opened.file.close(NOW)
    done = brought_back(zipped, tmp_path, choice)
    assert len(done.same) == DRAFTS - 2
    text = load(path).report.text.overview
    if choice == "replace":
        assert done.replaced == [path]
        assert text == f"第{DAYS - 1}天。"
        assert "我的。" in {load(version.path).report.text.overview for version in desk.library.generations(path)}
    else:
        assert text == "我的。"
        assert load(path) == mine
    if choice == "both":
        (beside,) = done.beside
        assert beside.read_bytes() == contents(office)[mine.id]
        twin = desk.twin(beside)
        assert twin is not None
        assert twin.path == path


def test_a_draft_that_is_open_is_not_replaced(zipped: Path, tmp_path: Path) -> None:
    brought_back(zipped, tmp_path)
    desk = desk_in(tmp_path)
    path = min(desk.library.folder.glob("*.nianbao"))
    opened = desk.library.open(path, NOW)
    draft = opened.file.save(
        replace(opened.draft, report=opened.draft.report.with_text("overview", "在写。")), NOW
    ).draft
    other = Desk(Library(desk.library.folder, tmp_path / "另一个账户"))
    done = restore.restore(backup.look(zipped), other.library, "replace", NOW)
    assert path not in done.replaced
    assert done.failed
    assert load(path) == draft
    opened.file.close(NOW)


def test_a_backup_that_does_not_read_back_is_not_there(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "备份.zip"
    target.write_bytes(b"before")
    fill = atomic.write_by

    def spoiled(path: Path, fill_it: Callable[..., object], verify: Callable[[Path], None], **how: bool) -> None:
        def check(written: Path) -> None:
            content = bytearray(written.read_bytes())
            content[len(content) // 3] ^= 1
            written.write_bytes(content)
            verify(written)

        fill(path, fill_it, check, **how)

    monkeypatch.setattr(atomic, "write_by", spoiled)
    desk = desk_in(office)
    with pytest.raises(FileProblem, match="损坏"):
        backup.write(target, desk.library, (), {})
    assert target.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [target]


def repacked(zipped: Path, target: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with ZipFile(zipped) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target


def listed(files: dict[str, bytes], name: str, length: int, digest: str = "0") -> None:
    manifest = json.loads(files["backup.json"])
    manifest["files"][name] = [length, digest]
    files["backup.json"] = json.dumps(manifest).encode()


@pytest.mark.parametrize(
    "name",
    [
        "drafts/../../outside.nianbao",
        "../outside.nianbao",
        "/outside.nianbao",
        "drafts/a\\..\\..\\b.nianbao",
        "data/history/../../x.nianbao",
        "data/locks/x.lock",
        "data/history/a/..",
        "drafts/程序.exe",
        "drafts/科室/../../b.nianbao",
        "drafts/科室./b.nianbao",
        "drafts/a\u202egnp.nianbao",
    ],
)
def test_a_backup_of_a_stranger_writes_nowhere_else(zipped: Path, tmp_path: Path, name: str) -> None:
    def change(files: dict[str, bytes]) -> None:
        files[name] = b"x"
        listed(files, name, 1)

    bad = repacked(zipped, tmp_path / "坏.zip", change)
    with pytest.raises(FileProblem, match="不是年报助手的备份"):
        backup.look(bad)


def test_a_bomb_costs_little_and_a_changed_file_is_found(zipped: Path, tmp_path: Path) -> None:
    def bomb(files: dict[str, bytes]) -> None:
        name = next(name for name in files if name.startswith("drafts/"))
        files[name] = bytes(200 * 1024 * 1024)

    def changed(files: dict[str, bytes]) -> None:
        name = next(name for name in files if name.startswith("drafts/"))
        files[name] = files[name].replace(b"2024", b"2025", 1)

    with bounded(20):
        for change in (bomb, changed):
            bad = repacked(zipped, tmp_path / f"{change.__name__}.zip", change)
            with pytest.raises(FileProblem, match="已损坏"):
                backup.look(bad)
    for content in (b"", b"PK", zipped.read_bytes()[:-40]):
        (tmp_path / "x.zip").write_bytes(content)
        with pytest.raises(FileProblem):
            backup.look(tmp_path / "x.zip")


def test_a_bit_that_is_wrong_anywhere_is_damage_and_nothing_else(zipped: Path, tmp_path: Path) -> None:
    whole, bad = zipped.read_bytes(), tmp_path / "坏.zip"
    for place in range(0, len(whole), max(1, len(whole) // 400)):
        bad.write_bytes(whole[:place] + bytes([whole[place] ^ 0b100]) + whole[place + 1 :])
        backup.is_backup(bad)
        said = ""
        try:
            assert backup.look(bad).files == backup.look(zipped).files
        except FileProblem as problem:
            said = problem.reason
        assert re.search("^$|损坏|更新的版本", said)


def test_drafts_in_folders_below_come_along_and_back_to_their_place(seed: Report, tmp_path: Path) -> None:
    there, here = desk_in(tmp_path / "旧"), desk_in(tmp_path / "新")
    made = there.library.create(seed, NOW)
    made.file.close(NOW)
    below = there.library.folder / "2024" / "已交"
    below.mkdir(parents=True)
    moved = made.file.path.rename(below / "交了的.nianbao")
    same_name = there.library.create(replace(seed, agency=replace(seed.agency, name="另一局")), NOW)
    same_name.file.close(NOW)
    second = same_name.file.path.rename(there.library.folder / moved.name)
    there.note_opened(moved)
    target = tmp_path / "备份.zip"
    written = backup.write(target, there.library, there.recent.paths(), {})
    assert sorted(kept.file for kept in written.drafts) == ["drafts/2024/已交/交了的.nianbao", "drafts/交了的.nianbao"]
    done = restore.restore(backup.look(target), here.library, "both", NOW)
    assert not done.failed
    for path in (moved, second):
        back = here.library.folder / path.relative_to(there.library.folder)
        assert back.read_bytes() == path.read_bytes()
    again = restore.restore(backup.look(target), here.library, "both", NOW)
    assert (len(again.same), again.new, again.beside) == (2, [], [])


def test_the_command_line_says_what_was_read_back(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NIANBAO_DOCUMENTS", str(office / "年报助手"))
    monkeypatch.setenv("NIANBAO_DATA", str(office / "data"))
    target = tmp_path / "备份.zip"
    assert main(["backup", "-o", str(target)]) == 0
    assert f"{DRAFTS - 1} 份草稿" in capsys.readouterr().out
    assert main(["backup", "-o", str(target)]) == 2
    assert "--force" in capsys.readouterr().err
    monkeypatch.setenv("NIANBAO_DOCUMENTS", str(tmp_path / "新机" / "年报助手"))
    monkeypatch.setenv("NIANBAO_DATA", str(tmp_path / "新机" / "data"))
    assert main(["restore", str(target)]) == 0
    said = capsys.readouterr().out
    assert f"恢复了 {DRAFTS - 1} 份草稿" in said
    assert "设置也恢复了" in said
    assert main(["restore", str(target), "--different", "skip"]) == 0
    assert "内容相同" in capsys.readouterr().out
    target.write_bytes(b"x")
    assert main(["restore", str(target)]) == 2
