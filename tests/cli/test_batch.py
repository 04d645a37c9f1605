"""Many files in one call: each by itself, named after its report, progress only where somebody looks."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

import cli
from export.exporters import REPORT, export
from gui.paper import typefaces
from model.drafts import draft
from model.drafts.draft import Draft
from model.report.report import Report
from model.structs import replace
from tests.checks.correct import BUREAU, TOWNSHIP
from tests.cli.test_cli import nianbao
from tests.cli.test_cli_import import NOW, _page
from tests.importers.samples import FOLDER

NAMES = [f"{report.agency.name}{report.year}年度报告" for report in (BUREAU, TOWNSHIP)]


@pytest.fixture
def drafts(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "a.nianbao", tmp_path / "b.nianbao"]
    for path, report in zip(paths, (BUREAU, TOWNSHIP), strict=True):
        draft.save(Draft(report), path, NOW)
    return paths


def words(folder: Path, *reports: Report) -> list[Path]:
    paths = [folder / f"{number}.docx" for number in range(len(reports))]
    for report, path in zip(reports, paths, strict=True):
        export(REPORT, report, path, replace=False)
    return paths


def test_many_drafts_are_exported_into_a_folder_and_a_bad_one_costs_one_line(
    drafts: list[Path], tmp_path: Path
) -> None:
    bad, out = tmp_path / "坏.nianbao", tmp_path / "新" / "报送"
    bad.write_bytes(b"{")
    done = nianbao("export", drafts[0], bad, drafts[1], "-o", out)
    assert done.returncode == 2
    assert [line.startswith(f"{bad}：") for line in done.stderr.splitlines()] == [True]
    assert [line.count("200 个数据、6 个部分") for line in done.stdout.splitlines()] == [1, 1]
    assert sorted(path.name for path in out.iterdir()) == sorted(f"{name}.docx" for name in NAMES)


def test_what_is_there_is_left_alone_without_force(drafts: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "报送"
    out.mkdir()
    there = out / f"{NAMES[0]}.docx"
    there.write_bytes(b"mine")
    done = nianbao("export", *drafts, "-o", out)
    assert (done.returncode, there.read_bytes()) == (2, b"mine")
    assert done.stderr.startswith(f"{there}：文件已存在")
    assert (out / f"{NAMES[1]}.docx").exists()
    assert nianbao("export", *drafts, "-o", out, "--force").returncode == 0
    assert there.read_bytes() != b"mine"


def test_one_file_and_a_folder_that_is_there_or_ends_as_one(drafts: list[Path], tmp_path: Path) -> None:
    assert nianbao("export", drafts[0], "-o", tmp_path).returncode == 0
    assert nianbao("export", drafts[0], "-o", f"{tmp_path / '新的'}/", "--to", "docx").returncode == 0
    assert (tmp_path / f"{NAMES[0]}.docx").exists()
    assert (tmp_path / "新的" / f"{NAMES[0]}.docx").exists()


def test_a_folder_is_made_only_when_something_is_written_and_the_way_to_ask_for_one_is_told(
    drafts: list[Path], tmp_path: Path
) -> None:
    out = tmp_path / "报送"
    calls: list[list[str | Path]] = [["--to", "zzz", *drafts], [tmp_path / "没有.nianbao", tmp_path / "也没有.nianbao"]]
    for call in calls:
        assert nianbao("export", *call, "-o", f"{out}/").returncode == 2
        assert not out.exists()
    asked: list[list[str | Path]] = [["export", drafts[0], "--to", "pdf"], ["import", drafts[0]]]
    for call in asked:
        done = nianbao(*call, "-o", out)
        assert (done.returncode, "请在后面加上 /" in done.stderr) == (2, True)
    assert "请在后面加上 /" not in nianbao("new", "--from", drafts[0], "--year", "2025", "-o", out).stderr


def test_a_file_that_is_named_twice_is_worked_on_once(drafts: list[Path], tmp_path: Path) -> None:
    again = drafts[0].parent / "." / ".." / drafts[0].parent.name / drafts[0].name
    done = nianbao("export", drafts[0], again, drafts[1], drafts[0], "-o", tmp_path / "报送", "--force")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 2


def test_the_kind_of_file_must_be_one_there_is(drafts: list[Path], tmp_path: Path) -> None:
    other = nianbao("export", *drafts, "-o", tmp_path / "报送", "--to", "wps")
    assert (other.returncode, other.stdout) == (2, "")
    assert "没有“wps”这种输出，可以是：Word（.docx）" in other.stderr
    named = nianbao("export", *drafts, "-o", tmp_path / "报送.docx")
    assert named.returncode == 2
    assert "请写文件夹" in named.stderr


def test_many_reports_are_imported_and_two_of_one_agency_and_year_do_not_meet(tmp_path: Path) -> None:
    out = tmp_path / "草稿"
    files = words(tmp_path, BUREAU, TOWNSHIP, replace(BUREAU, notes={"disclosure": "又一份"}))
    for _ in range(2):  # with --force, too, the two do not overwrite each other
        done = nianbao("import", *files, "-o", out, "--force")
        assert done.returncode == 2
        (line,) = done.stderr.splitlines()
        assert line.startswith(f"{files[2]}：与“0.docx”是同一机关同一年的")
        assert [each.count("读入 166 个数据") for each in done.stdout.splitlines() if "读入" in each] == [1, 1]
        assert sorted(path.name for path in out.iterdir()) == sorted(f"{name}.nianbao" for name in NAMES)
        assert draft.load(out / f"{NAMES[0]}.nianbao").report.notes == {}


def test_json_has_one_line_a_file_also_for_a_bad_one(tmp_path: Path) -> None:
    bad = tmp_path / "照片.png"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n")
    files = [*words(tmp_path, BUREAU), bad, FOLDER / "18a_one_sheet.xlsx", FOLDER / "22_one_sheet.xls"]
    done = nianbao("import", *files, "-o", tmp_path / "草稿", "--json")
    read, refused, *sheets = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 2
    assert read == {"file": str(files[0]), "doubts": []}
    assert set(refused) == {"file", "error"}
    assert "图片" in refused["error"]
    assert [each["file"] for each in sheets] == [str(path) for path in files[2:]]


def test_a_year_or_an_agency_that_a_file_does_not_say_is_asked_for(tmp_path: Path) -> None:
    page = tmp_path / "报告.html"
    page.write_text(re.sub(r"20\d\d年?", "", _page().replace(BUREAU.agency.name, "")), "utf-8")
    without_year = nianbao("import", page, "-o", tmp_path / "草稿.nianbao")
    assert without_year.returncode == 2
    assert "请加 --year 年" in without_year.stderr
    without_agency = nianbao("import", page, "-o", tmp_path / "草稿.nianbao", "--year", "2024")
    assert without_agency.returncode == 2
    assert "请加 --agency 机关全称" in without_agency.stderr
    done = nianbao("import", page, "-o", tmp_path / "草稿.nianbao", "--year", "2024", "--agency", "青河县水务局")
    assert done.returncode == 0, done.stderr
    assert "（青河县水务局，2024年）" in done.stdout
    both = nianbao("import", page, page, "-o", tmp_path / "草稿", "--agency", "青河县水务局")
    assert (both.returncode, both.stdout) == (2, "")


def test_progress_is_shown_on_a_terminal_and_nowhere_else(drafts: list[Path], tmp_path: Path) -> None:
    assert nianbao("check", *drafts, "--today", "2025-01-10").stderr == ""
    done, shown = on_terminal("export", *drafts, "-o", tmp_path / "出")
    assert done.returncode == 0
    assert "1/2 a.nianbao" in shown
    assert "2/2 b.nianbao" in shown
    assert shown.endswith("\r")
    assert "\r" not in done.stdout


def on_terminal(*arguments: str | Path, **environment: str) -> tuple[subprocess.CompletedProcess[str], str]:
    """A call whose standard error is a terminal, and what that shows."""
    ours, theirs = pty.openpty()
    call, root = [sys.executable, "-m", "cli", *map(str, arguments)], Path(__file__).parents[2]
    around = {**os.environ, **environment}
    done = subprocess.run(
        call, stdout=subprocess.PIPE, stderr=theirs, check=False, cwd=root, encoding="utf-8", env=around
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            shown += os.read(ours, 1000)
        except OSError:
            break
    os.close(ours)
    return done, shown.decode()


def test_a_backup_shows_on_a_terminal_how_far_it_is(drafts: list[Path], tmp_path: Path) -> None:
    zipped, there = tmp_path / "备份.zip", {"NIANBAO_DOCUMENTS": str(drafts[0].parent)}
    done, shown = on_terminal("backup", "-o", zipped, NIANBAO_DATA=str(tmp_path / "data"), **there)
    assert "5/5 备份" in shown, "two drafts, written and read back, and the settings"
    assert shown.endswith("\r")
    assert "\r" not in done.stdout
    there["NIANBAO_DOCUMENTS"] = str(tmp_path / "新机")
    _, shown = on_terminal("restore", zipped, NIANBAO_DATA=str(tmp_path / "新机数据"), **there)
    assert "3/3 核对" in shown
    assert "2/2 恢复" in shown


def test_what_stands_in_for_a_missing_typeface_is_said_once_for_a_folder(
    drafts: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["export", *map(str, drafts), "-o", f"{tmp_path / 'many'}/", "--to", "pdf"]) == 0
    said = capsys.readouterr().out
    expected = typefaces.notices(draft.load(drafts[0]).report)
    assert expected
    assert all(said.count(f"注意：{line}") == 1 for line in expected)
    assert said.index("注意：") < said.index("写出后读回")
    assert len(list((tmp_path / "many").glob("*.pdf"))) == 2
