"""`nianbao sheets`: settled, written, read, and put into a new draft; the draft that was given is not touched."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from cli import main
from model.drafts import draft
from model.drafts.draft import Draft
from model.report.report import Posted
from tests.gathering.filling import COMPULSORY, LICENCES, PENALTIES, WEBSITE, fill, report

SETTLED = ("行政许可=审批科", "行政处罚 / 本年处理决定数量=法规科、执法队", "政府网站=办公室")
GIVE = [word for each in SETTLED for word in ("--give", each)]
FIGURES = {
    "审批科": {LICENCES: "12"},
    "法规科": {PENALTIES: "3"},
    "执法队": {PENALTIES: "5"},
    "办公室": {WEBSITE: "120"},
}


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty draft, with a data folder of its own."""
    monkeypatch.setenv("NIANBAO_DATA", str(tmp_path / "data"))
    path = tmp_path / "a.nianbao"
    draft.save(Draft(report()), path, datetime(2026, 1, 5, tzinfo=UTC))
    return path


def test_who_gives_what_is_settled_once(given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheets", str(given)]) == 0
    assert "还没有定哪个科室填哪几栏" in capsys.readouterr().out
    assert main(["sheets", str(given), *GIVE]) == 0
    capsys.readouterr()
    assert main(["sheets", str(given), "--give", "微博=", "--give", "行政强制=执法队"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "审批科：行政许可 / 本年处理决定数量",
        "法规科：行政处罚 / 本年处理决定数量",
        "执法队：行政处罚 / 本年处理决定数量、行政强制 / 本年处理决定数量",
        "办公室：政府网站 / 全年发布信息条数",
    ]


def test_sheets_are_written_read_and_become_a_new_draft(
    given: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = given.read_bytes()
    folder, new = tmp_path / "表", tmp_path / "新.nianbao"
    assert main(["sheets", str(given), *GIVE, "-o", str(folder), "--to", "xlsx"]) == 0
    paths = sorted(folder.iterdir())
    assert {path.name for path in paths} == {f"2025年征集表（{giver}）.xlsx" for giver in FIGURES}
    for giver, figures in FIGURES.items():
        fill(folder / f"2025年征集表（{giver}）.xlsx", figures)
    capsys.readouterr()
    assert main(["sheets", str(given), "-o", str(folder), "--to", "xlsx"]) == 0
    assert capsys.readouterr().out.count("可能填过，没有动") == 4
    assert main(["sheets", str(given), "--read", *map(str, paths), "-o", str(new)]) == 0
    said = capsys.readouterr().out
    assert "行政处罚 / 本年处理决定数量：空 → 8（法规科 3、执法队 5）" in said
    assert "填入 3 个数，改动 3 个" in said
    after = draft.load(new).report
    assert dict(after.numbers) == {LICENCES: 12, PENALTIES: 8}
    assert dict(after.given_by) == {LICENCES: "审批科", PENALTIES: "法规科 3、执法队 5"}
    assert dict(after.posts) == {"website": Posted(120, "办公室")}
    assert given.read_bytes() == before


def test_what_is_unclear_is_said_and_not_taken(given: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["sheets", str(given), "--give", "行政强制=执法队", "-o", str(tmp_path)])
    sheet = fill(tmp_path / "2025年征集表（执法队）.docx", {COMPULSORY: "十几"})
    capsys.readouterr()
    assert main(["sheets", str(given), "--read", str(sheet), str(tmp_path / "没有.docx")]) == 1
    said = capsys.readouterr().out
    assert "请核对：“2025年征集表（执法队）.docx”行政强制 / 本年处理决定数量：写的是“十几”，这一格不是数字" in said
    assert "请核对：“没有.docx”没有读成" in said


@pytest.mark.parametrize(
    "wrong",
    [
        ["--give", "行政许可"],
        ["--give", "不存在=某科"],
        ["--to", "pdf"],
        ["-o", "folder"],
        ["--read", "a.docx", "-o", "b.docx"],
    ],
)
def test_what_cannot_be_done_is_said(given: Path, wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheets", str(given), *wrong]) == 2
    assert capsys.readouterr().err.strip()
