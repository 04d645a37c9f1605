"""The desk's file: what is saved is read again, wherever it is moved with its folders; a hostile one is refused."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from model.files.problems import FileProblem
from model.review import desk_file
from model.review.desk import Decision, Desk, decided, remarked, with_files
from model.review.telling import Told
from model.review.versions import changes
from model.structs import fields_of

FIRST = Path(__file__).parents[1] / "data" / "desks" / "first.nianbao-desk"
TOLD = Told(
    "T3-01", "error", "不平", "表三", "表三 · 自然人", "", ("applications.received.natural_person",), "applications"
)
WORDS = Told("Y-04", "warning", "空", "文字", "一、总体情况", "", (), "overview", (3, 5), "××")
DECISION = Decision("returned", date(2025, 1, 10), "ab" * 32, "街道/a.docx", (TOLD,), (WORDS,), "请改正")


def desk(folder: Path) -> Desk:
    made = Desk(str(folder / "收到的"), 2024, str(folder / "去年的"), ("青河县水务局", "青河县审计局"))
    return remarked(decided(made, "青河县水务局", DECISION), "名单外的局", "电话催过")


def test_a_desk_is_read_as_it_was_saved_and_moves_with_its_folders(tmp_path: Path) -> None:
    one, two = tmp_path / "一", tmp_path / "二"
    one.mkdir()
    path = one / f"a{desk_file.ENDING}"
    desk_file.save(desk(one), path)
    assert desk_file.load(path) == desk(one)
    first = path.read_bytes()
    desk_file.save(desk(one), path)
    assert path.read_bytes() == first
    shutil.move(one, two)
    assert desk_file.load(two / path.name) == desk(two)


def test_loose_files_move_with_the_desk_and_a_desk_without_them_is_as_before(tmp_path: Path) -> None:
    one, two = tmp_path / "一", tmp_path / "二"
    one.mkdir()
    path = one / f"a{desk_file.ENDING}"
    loose = with_files(Desk("", names=("甲局",)), [str(one / "a.docx"), str(one / "b.docx"), str(one / "a.docx")])
    desk_file.save(loose, path)
    assert json.loads(path.read_bytes())["files"] == ["a.docx", "b.docx"]
    assert desk_file.load(path) == loose
    shutil.move(one, two)
    assert desk_file.load(two / path.name).files == (str(two / "a.docx"), str(two / "b.docx"))
    assert loose.where == "2 个文件"


def test_a_desk_of_the_first_version_opens_and_is_written_back_byte_for_byte(tmp_path: Path) -> None:
    """It knew no loose files; where there are none, none are written."""
    path = tmp_path / FIRST.name
    shutil.copy(FIRST, path)
    found = desk_file.load(path)
    assert (found.files, found.names, found.year) == ((), ("青河县水务局", "青河县审计局"), 2024)
    assert found.decisions["青河县水务局"].findings == (TOLD, WORDS)
    assert found.remarks == {"名单外的局": "电话催过"}
    desk_file.save(found, path)
    assert path.read_bytes() == FIRST.read_bytes()


def test_unknown_keys_are_kept_and_a_decision_can_be_taken_back(tmp_path: Path) -> None:
    path = tmp_path / f"a{desk_file.ENDING}"
    desk_file.save(desk(tmp_path), path)
    value = json.loads(path.read_text("utf-8"))
    value["later"] = {"a": [1]}
    path.write_text(json.dumps(value), "utf-8")
    found = desk_file.load(path)
    desk_file.save(decided(found, "青河县水务局", None), path)
    said = json.loads(path.read_text("utf-8"))
    assert said["later"] == {"a": [1]}
    assert [unit["state"] for unit in said["units"]] == ["open"] * 3


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"schema": 2}, "格式 2"),
        ({"format": "nianbao-draft"}, "format"),
        ({"units": {}}, "units"),
        ({"units": [{"name": 1}]}, "units[0].name"),
        ({"units": [{"name": "甲", "state": "burnt"}]}, "units[0].state"),
        ({"units": [{"name": "甲", "state": "passed", "digest": "", "decision": {"at": "昨天"}}]}, "decision.at"),
        ({"year": -1}, "year"),
        ({"files": "a.docx"}, "files"),
        ({"files": [3]}, "files[0]"),
    ],
)
def test_anything_wrong_is_refused_with_its_place_and_left_alone(
    change: dict[str, Any], place: str, tmp_path: Path
) -> None:
    path = tmp_path / f"a{desk_file.ENDING}"
    desk_file.save(desk(tmp_path), path)
    data = json.dumps({**json.loads(path.read_text("utf-8")), **change}).encode()
    path.write_bytes(data)
    with pytest.raises(FileProblem) as problem:
        desk_file.load(path)
    assert place in str(problem.value)
    assert path.read_bytes() == data


def test_what_was_mended_is_told_from_what_is_still_there_though_its_figures_changed() -> None:
    now = Told(**{**fields_of(TOLD), "message": "差 3"})
    new = Told("H-03", "warning", "题", "格式", "标题")
    found = changes((TOLD, WORDS, WORDS), (now, WORDS, new))
    assert (found.mended, found.new, found.still) == ((WORDS,), (new,), (now, WORDS))
