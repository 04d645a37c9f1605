"""`nianbao review`, `sum` and `table` as another program sees them."""

import csv
import json
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from importers.many import names
from model.drafts import draft
from model.drafts.draft import Draft
from model.files.problems import FileProblem
from model.structs import replace
from tests.checks.correct import BUREAU, TOWNSHIP
from tests.cli.test_batch import words
from tests.cli.test_cli import nianbao
from tests.cli.test_cli_import import NOW

CELL = "applications.received.natural_person"
EVIL = replace(BUREAU, agency=replace(BUREAU.agency, name="=1+2局", short_name=""))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("many")
    source = place / "来源"
    (source / "街道").mkdir(parents=True)
    spoilt = BUREAU.with_number(CELL, BUREAU.count(CELL) + 1)
    words(source, spoilt)
    words(source / "街道", TOWNSHIP)
    (source / "坏.docx").write_bytes(b"PK\x03\x04")
    draft.save(Draft(EVIL), source / "公式.nianbao", NOW)
    (place / "名单.csv").write_text(
        f"序号,单位名称\n1,{BUREAU.agency.name}\n2,{TOWNSHIP.agency.name}\n3,审计局\n", "gb18030"
    )
    return place


def test_a_folder_is_reviewed(folder: Path) -> None:
    call = ("review", folder / "来源", "-o", folder / "出", "--units", folder / "名单.csv", "--today", "2025-01-10")
    done = nianbao(*call, "--json", "--workers", "1")
    assert done.returncode == 2
    assert [line for line in done.stderr.splitlines() if "坏.docx：" in line]
    told = {each["unit"]: each for each in map(json.loads, done.stdout.splitlines())}
    assert [told[name]["state"] for name in (BUREAU.agency.name, TOWNSHIP.agency.name, "审计局")] == [
        *("doubtful", "open", "missing"),
    ]
    assert [each["check"] for each in told[BUREAU.agency.name]["findings"]] == ["T3-01"]
    assert "不在单位名单里" in told[EVIL.agency.name]["trouble"]
    assert told["坏"]["state"] == "unreadable"
    book = load_workbook(folder / "出" / "汇总.xlsx")
    (evil,) = [row[0] for row in book["总表"].iter_rows() if row[0].value == EVIL.agency.name]
    assert evil.data_type == "s"
    written = sorted(path.name for path in (folder / "出" / "退回意见").iterdir())
    assert written == [f"{EVIL.agency.name}2024年度报告退回意见.docx", f"{BUREAU.agency.name}2024年度报告退回意见.docx"]
    again = nianbao(*call)
    assert (again.returncode, again.stderr.count("文件已存在")) == (2, 1)


@pytest.mark.parametrize("listed", [True, False])
def test_a_unit_whose_report_stands_behind_another_in_a_file_has_handed_it_in(tmp_path: Path, listed: bool) -> None:
    pages = []
    for number, report in enumerate((BUREAU, TOWNSHIP)):
        draft.save(Draft(report), tmp_path / f"{number}.nianbao", NOW)
        assert nianbao("export", tmp_path / f"{number}.nianbao", "-o", tmp_path / f"{number}.html").returncode == 0
        pages.append((tmp_path / f"{number}.html").read_text("utf-8"))
    source = tmp_path / "来源"
    source.mkdir()
    both = pages[0].replace("</body>", pages[1].partition("<body>")[2].partition("</body>")[0] + "</body>")
    (source / "两份.html").write_text(both, "utf-8")
    (tmp_path / "名单.txt").write_text(f"{BUREAU.agency.name}\n{TOWNSHIP.agency.name}\n审计局\n", "utf-8")
    units = ("--units", tmp_path / "名单.txt") if listed else ()
    done = nianbao("review", source, "-o", tmp_path / "出", *units, "--today", "2025-01-10", "--json")
    assert done.returncode == 2
    told = {each["unit"]: each for each in map(json.loads, done.stdout.splitlines())}
    assert told[BUREAU.agency.name]["file"] == "两份.html"
    behind = told[TOWNSHIP.agency.name]
    assert behind["state"] == "unreadable"
    assert "“两份.html”里" in behind["trouble"][0]
    assert f"{TOWNSHIP.agency.name}：它的报告在“两份.html”里" in done.stderr
    assert ("审计局" in told) == listed


def test_the_sum_is_a_draft_and_says_what_to_check(folder: Path) -> None:
    files = [folder / "来源" / "0.docx", folder / "来源" / "街道"]
    done = nianbao("sum", *files, "-o", folder / "汇总.nianbao", "--agency", "青河县")
    assert done.returncode in (0, 1), done.stderr
    assert "汇总数＝各单位之和" in done.stdout
    report = draft.load(folder / "汇总.nianbao").report
    assert (report.agency.name, report.agency.consolidated) == ("青河县", True)
    assert report.numbers[CELL] == BUREAU.count(CELL) + 1 + TOWNSHIP.count(CELL)
    assert nianbao("sum", *files, "-o", folder / "汇总.nianbao").returncode == 2
    assert nianbao("sum", folder / "来源" / "坏.docx", "-o", folder / "x.nianbao").returncode == 2
    assert not (folder / "x.nianbao").exists()


def test_the_table_is_tidy_and_no_formula(folder: Path) -> None:
    done = nianbao("table", folder / "来源", "-o", folder / "表.csv")
    assert done.returncode == 2  # one file cannot be read, the others are written
    raw = (folder / "表.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    assert lines[0] == ["unit", "year", "form", "cell", "value"]
    assert len(lines) == 1 + 3 * 200
    assert {line[0] for line in lines[1:]} == {BUREAU.agency.name, TOWNSHIP.agency.name, "'=1+2局"}
    assert [BUREAU.agency.name, "2024", "2021", "disclosure.licences.decisions", "86"] in lines


def test_a_list_of_units_in_any_shape(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["青河县2024年度报告报送名单", None])
    book.active.append(["序号", "报送单位"])
    for number, name in enumerate(("水务局", "审计局", "水务局"), 1):
        book.active.append([number, name])
    book.save(tmp_path / "a.xlsx")
    (tmp_path / "b.txt").write_text("水务局\n\n审计局\n", "utf-8")
    (tmp_path / "c.csv").write_text("1,水务局,张三\n2,审计局,\n", "utf-8")
    (tmp_path / "d.csv").write_text("1,2\n", "utf-8")
    assert {names.from_file(tmp_path / name) for name in ("a.xlsx", "b.txt", "c.csv")} == {("水务局", "审计局")}
    assert names.from_text("水务局\t1\r\n审计局") == ("水务局", "审计局")
    with pytest.raises(FileProblem, match="一行一个"):
        names.from_file(tmp_path / "d.csv")
