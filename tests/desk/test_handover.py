"""Taking over: a data folder of 0.1, a successor with a backup, a Word file that comes home, figures copied."""

import shutil
from datetime import datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from export.exporters import REPORT, Circumstances, export
from export.identity import Version
from importers.formats.word.known_part import origin
from importers.read import read
from model.desk import backup, restore
from model.desk.brought_back import with_printed
from model.desk.desk import Desk
from model.desk.differences import parts
from model.desk.ticks import Ticks
from model.drafts.draft import load
from model.report.publication import with_names
from model.report.report import Report
from model.structs import replace

NOW = datetime(2025, 1, 9, 10, 2).astimezone()
DATA = Path(__file__).parents[1] / "data"
RECEIVED = "applications.received.natural_person"


@pytest.fixture(scope="module")
def seed() -> Report:
    return load(DATA / "seed.nianbao").report


def test_a_data_folder_of_0_1_is_upgraded_backed_up_and_restored_elsewhere(tmp_path: Path) -> None:
    old = tmp_path / "旧机"
    shutil.copytree(DATA / "data-folder-0.1", old)
    desk = Desk.of(old / "documents", old / "data")
    listed = desk.library.drafts()
    assert len(listed) == 4
    versions = {entry.path.name: len(desk.library.generations(entry.path)) for entry in listed}
    assert min(versions.values()) >= 3, "the versions of 0.1 are those of its drafts"
    made = backup.write(tmp_path / "b.zip", desk.library, desk.recent.paths(), {})
    new = Desk.of(tmp_path / "新机" / "年报助手", tmp_path / "新机" / "data")
    done = restore.restore(made, new.library, "both", NOW)
    assert not done.failed
    assert {path.name for path in done.new} == {entry.path.name for entry in listed}
    for entry in listed:
        there = new.library.folder / entry.path.name
        assert there.read_bytes() == entry.path.read_bytes()
        assert len(new.library.generations(there)) == versions[entry.path.name]


def test_a_successor_begins_with_the_agency_and_the_signers_of_the_backup(seed: Report, tmp_path: Path) -> None:
    before = Desk.of(tmp_path / "前任" / "年报助手", tmp_path / "前任" / "data")
    made = before.library.create(with_names(seed, {"drafter": "张三"}), NOW)
    made.file.close(NOW)
    zipped = backup.write(tmp_path / "b.zip", before.library, (), {})
    after = Desk.of(tmp_path / "后任" / "年报助手", tmp_path / "后任" / "data")
    restore.restore(zipped, after.library, "both", NOW)
    report = after.library.blank(2025)
    assert report.agency == seed.agency
    assert report.approval.names == {"drafter": "张三"}


def test_what_was_changed_in_word_goes_into_the_draft_and_nothing_else(seed: Report, tmp_path: Path) -> None:
    live = seed.with_text("overview", f"收到申请 {{{{{RECEIVED}}}}} 件。\n第二段照旧。\n第三段要改。")
    mine = replace(live, remarks={RECEIVED: "问过"}, notes={"disputes": "含上年一件"}).with_number(
        "disputes.review.upheld", None
    )
    file = tmp_path / "改过的.docx"
    export(REPORT, mine, file, replace=True)
    assert parts(mine, with_printed(mine, read(file).report(file.name))) == (), "the same Word changes nothing"
    changed = mine.with_text("overview", mine.text.overview.replace("第三段要改。", "第三段改好了。"))
    export(REPORT, changed.with_number(RECEIVED, 6), file, replace=True)
    back = with_printed(mine, read(file).report(file.name))
    assert {part.id for part in parts(mine, back)} == {"overview", "applications"}
    assert back.text.overview.endswith("第二段照旧。\n第三段改好了。")
    assert back.value(RECEIVED) == 6
    assert (back.remarks, back.notes, back.last_year) == (mine.remarks, mine.notes, mine.last_year)


def test_a_word_file_says_which_draft_it_is_of_and_the_same_save_gives_the_same_bytes(
    seed: Report, tmp_path: Path
) -> None:
    draft = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
    first, second, foreign = tmp_path / "一.docx", tmp_path / "二.docx", tmp_path / "三.docx"
    for file, named in ((first, draft), (second, draft), (foreign, "C:\\Users\\zhang")):
        export(REPORT, seed, file, replace=True, circumstances=Circumstances(version=Version(3, NOW, named)))
    assert first.read_bytes() == second.read_bytes()
    assert read(first).document.draft == draft
    assert read(foreign).document.draft == "", "an id that is no random number may say something, and stays at home"
    assert b"zhang" not in b"".join(ZipFile(foreign).read(name) for name in ZipFile(foreign).namelist())


def test_custom_properties_that_are_broken_or_name_no_draft_count_as_none() -> None:
    assert origin(None) == ""
    for said in (
        b"",
        b"<a",
        b"<a/>",
        '<a><b name="草稿编号"/></a>'.encode(),
        '<a><b name="草稿编号">1</b></a>'.encode(),
    ):
        assert origin(said) == ""


def test_a_tick_holds_while_the_figure_stays(tmp_path: Path) -> None:
    ticks = Ticks(tmp_path, "a")
    ticks.set("one", "5")
    ticks.set("two", "7")
    assert Ticks(tmp_path, "a").ticked({"one": "5", "two": "8"}) == {"one"}
    for content in (b"", b"[]", b"\xff", b'{"one": 5}'):
        (tmp_path / "copied" / "a.json").write_bytes(content)
        Ticks(tmp_path, "a").ticked({"one": "5"})
