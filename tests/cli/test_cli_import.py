"""Reports from elsewhere on the command line: `import`, `new`, and `check` beside last year's report."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

from export.content import Heading, NumberTable, Paragraph, Title, blocks
from export.exporters import REPORT, export
from model.drafts import draft
from model.drafts.draft import Draft
from model.report.report import Report
from model.structs import replace
from tests.checks.correct import BUREAU, TOWNSHIP
from tests.cli.test_cli import SEED, nianbao
from tests.tools import PATIENCE_S

NOW = datetime(2025, 1, 9, 10, 2, 3, tzinfo=UTC)
LAST = replace(BUREAU, year=2023, text=TOWNSHIP.text)
MISTAKE = BUREAU.with_number("applications.received.natural_person", 19)


def _word(report: Report, path: Path) -> Path:
    export(REPORT, report, path, replace=False)
    return path


def _draft(report: Report, path: Path) -> Path:
    draft.save(Draft(report), path, NOW)
    return path


def _without_figures(path: Path) -> Path:
    """The Word file as another program would have written it: without the figures that ours carry along."""
    kept = path.with_name(f"别的程序写的 {path.name}")
    with ZipFile(path) as old, ZipFile(kept, "w") as new:
        for name in old.namelist():
            if not name.startswith("customXml/"):
                new.writestr(name, old.read(name))
    return kept


def test_an_exported_report_becomes_the_draft_it_was(tmp_path: Path) -> None:
    word, made = _word(BUREAU, tmp_path / "报告.docx"), tmp_path / "草稿.nianbao"
    done = nianbao("import", word, "-o", made)
    assert (done.returncode, done.stderr) == (0, "")
    assert "读入 166 个数据" in done.stdout
    read = draft.load(made).report
    assert (read.year, read.agency.name, read.numbers) == (2024, BUREAU.agency.name, BUREAU.numbers)
    assert read.source is not None
    assert read.source.file == "报告.docx"
    assert nianbao("check", made, "--today", "2025-01-10").returncode == 0


def test_doubts_are_printed_and_in_json_as_the_contract_says(tmp_path: Path) -> None:
    page = tmp_path / "报告.html"
    page.write_text(_page(), "utf-8")
    done = nianbao("import", page, "-o", tmp_path / "一.nianbao")
    assert done.returncode == 0, done.stderr
    assert "存疑" in done.stdout
    listed = json.loads(nianbao("import", page, "-o", tmp_path / "二.nianbao", "--json").stdout)
    assert listed["file"] == str(page)
    doubt = next(each for each in listed["doubts"] if each["place"] == "applications.granted.research")
    assert set(doubt) == {"place", "printed", "taken", "message"}
    assert (doubt["printed"], doubt["taken"]) == ("/", "0")
    checked = nianbao("check", page, "--json")
    assert checked.returncode == 1
    (finding,) = [each for each in json.loads(checked.stdout)["findings"] if each["check"] == "T3-04"]
    assert finding["cells"] == ["applications.granted.research"]


def _page() -> str:
    """A report as a web page, with a stroke for a zero in one cell."""
    lines = []
    for block in blocks(BUREAU):
        match block:
            case Title():
                lines.append(f"<h1>{''.join(block.lines)}</h1>")
            case Heading() | Paragraph():
                lines.append(f"<p>{block.text}</p>")
            case NumberTable():
                lines.append(_table(block))
    return f"<html><meta charset=utf-8><body>{''.join(lines)}</body></html>"


def _table(block: NumberTable) -> str:
    printed = {**block.values, "applications.granted.research": "/"}
    rows = [
        "".join(
            f"<td rowspan={cell.row_span} colspan={cell.column_span}>{printed.get(cell.id, cell.label)}</td>"
            for cell in block.table.cells
            if cell.row == row
        )
        for row in range(block.table.rows)
    ]
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def test_an_older_report_is_named_and_can_begin_a_new_year(tmp_path: Path) -> None:
    page = tmp_path / "旧报告.html"
    page.write_text(_page().replace("2024", "2020"), "utf-8")
    refused = nianbao("import", page, "-o", tmp_path / "草稿.nianbao")
    assert (refused.returncode, refused.stdout) == (2, "")
    (line,) = refused.stderr.splitlines()
    assert "2020年的报告" in line
    assert "nianbao new --from" in line
    done = nianbao("new", "--from", page, "--year", "2021", "-o", tmp_path / "草稿.nianbao")
    assert done.returncode == 0, done.stderr
    last = draft.load(tmp_path / "草稿.nianbao").report.last_year
    assert last is not None
    assert last.year == 2020


@pytest.mark.parametrize("from_word", [False, True], ids=["from a draft", "from Word"])
def test_a_new_year_is_begun_from_a_draft_or_a_word_file(tmp_path: Path, *, from_word: bool) -> None:
    last = _word(BUREAU, tmp_path / "上年.docx") if from_word else _draft(BUREAU, tmp_path / "上年.nianbao")
    before, made = last.read_bytes(), tmp_path / "今年.nianbao"
    done = nianbao("new", "--from", last, "--year", "2025", "-o", made)
    assert (done.returncode, done.stderr) == (0, "")
    assert "带入上年结转 2 件" in done.stdout
    report = draft.load(made).report
    assert (report.year, report.agency.name) == (2025, BUREAU.agency.name)
    assert report.count("applications.carried_in.total") == 2
    assert report.last_year is not None
    assert report.last_year.numbers == BUREAU.numbers
    assert (report.text.overview, report.source) == ("", None)
    assert last.read_bytes() == before


def test_a_year_that_leaves_a_gap_is_begun_without_figures_and_says_why(tmp_path: Path) -> None:
    last = _draft(BUREAU, tmp_path / "上年.nianbao")
    done = nianbao("new", "--from", last, "--year", "2026", "-o", tmp_path / "今年.nianbao")
    assert done.returncode == 0
    assert "不是2025年的" in done.stdout
    early = nianbao("new", "--from", last, "--year", "2024", "-o", tmp_path / "再来.nianbao")
    assert early.returncode == 2
    assert "2024年" in early.stderr
    assert not (tmp_path / "再来.nianbao").exists()


def test_nothing_is_replaced_without_force(tmp_path: Path) -> None:
    word, made = _word(BUREAU, tmp_path / "报告.docx"), _draft(TOWNSHIP, tmp_path / "草稿.nianbao")
    calls: list[list[str | Path]] = [
        ["import", word, "-o", made],
        ["new", "--from", word, "--year", "2025", "-o", made],
    ]
    for arguments in calls:
        refused = nianbao(*arguments)
        assert refused.returncode == 2
        assert "文件已存在" in refused.stderr
        assert draft.load(made).report == TOWNSHIP
        assert nianbao(*arguments, "--force").returncode == 0
        assert draft.load(made).report.agency.name == BUREAU.agency.name
        draft.save(Draft(TOWNSHIP), made, NOW)
    assert ".nianbao" in nianbao("import", word, "-o", tmp_path / "草稿.docx").stderr
    same = nianbao("new", "--from", made, "--year", "2025", "-o", made, "--force")
    assert same.returncode == 2
    assert draft.load(made).report == TOWNSHIP


def test_a_draft_is_told_by_its_content_and_needs_no_import(tmp_path: Path) -> None:
    disguised = _draft(BUREAU, tmp_path / "其实是草稿.docx")
    assert nianbao("check", disguised, "--today", "2025-01-10").returncode == 0
    assert "不用导入" in nianbao("import", disguised, "-o", tmp_path / "草稿.nianbao").stderr
    word = _word(BUREAU, tmp_path / "其实是报告.nianbao.docx").rename(tmp_path / "其实是报告.nianbao")
    assert nianbao("check", word, "--today", "2025-01-10").returncode == 0


def test_what_is_no_report_is_one_line_and_the_other_files_are_still_checked(tmp_path: Path) -> None:
    letter = tmp_path / "便函.txt"
    letter.write_text("请于周五前报送材料。", "utf-8")
    done = nianbao("check", letter, SEED, "--today", "2025-01-10", "--json")
    unusable, usable = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 2
    assert set(unusable) == {"file", "error"}
    assert usable["year"] == 2024
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(f"{letter}：")


def test_a_report_of_another_program_is_exported(tmp_path: Path) -> None:
    theirs = _without_figures(_word(BUREAU, tmp_path / "报告.docx"))
    done = nianbao("export", theirs, "-o", tmp_path / "标准的.docx", "--today", "2025-01-10")
    assert done.returncode == 0, done.stderr
    assert "200 个数据、6 个部分" in done.stdout


def test_check_compares_with_a_file_or_with_the_right_one_of_a_folder(tmp_path: Path) -> None:
    now, folder = _word(BUREAU, tmp_path / "今年.docx"), tmp_path / "历年"
    folder.mkdir()
    _word(replace(LAST, year=2022), folder / "2022.docx")
    _word(replace(LAST, agency=replace(TOWNSHIP.agency)), folder / "别的单位.docx")
    last = _word(LAST, folder / "上年.docx")
    for place in (folder, last):
        done = nianbao("check", now, "--last-year", place, "--today", "2025-01-10")
        assert (done.returncode, done.stderr) == (0, "")
        assert "T3-06" in done.stdout
        assert "两年对不上" in done.stdout
    assert "T3-06" not in nianbao("check", now, "--today", "2025-01-10").stdout
    last.unlink()
    alone = nianbao("check", now, "--last-year", folder, "--today", "2025-01-10")
    assert alone.returncode == 0
    assert "没有找到青河县水务局2023年的报告" in alone.stderr


def test_files_of_the_folder_that_cannot_be_read_are_named_and_passed_over(tmp_path: Path) -> None:
    now, folder = _draft(BUREAU, tmp_path / "今年.nianbao"), tmp_path / "历年"
    folder.mkdir()
    (folder / "照片.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "~$上年.docx").write_bytes(b"lock")
    _draft(LAST, folder / "上年.nianbao")
    done = nianbao("check", now, "--last-year", folder, "--today", "2025-01-10")
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"{folder / '照片.png'}：")
    assert "T3-06" in done.stdout
    assert done.returncode == 0


def test_a_last_year_that_is_nowhere_is_refused(tmp_path: Path) -> None:
    done = nianbao("check", SEED, "--last-year", tmp_path / "没有.docx")
    assert (done.returncode, done.stdout) == (2, "")
    assert "不存在" in done.stderr


@pytest.mark.parametrize("arguments", [["import"], ["import", "a"], ["new", "--from", "a"], ["new", "-o", "b.nianbao"]])
def test_a_wrong_call_shows_the_right_one(arguments: list[str]) -> None:
    done = nianbao(*arguments)
    assert done.returncode == 2
    assert f"nianbao {arguments[0]}" in done.stderr


def test_reading_a_report_loads_no_window(tmp_path: Path) -> None:
    word = _word(MISTAKE, tmp_path / "报告.docx")
    code = "import sys; sys.modules['PySide6'] = None; import cli; sys.exit(cli.main(sys.argv[1:]))"
    call = [sys.executable, "-c", code, "check", str(word)]
    done = subprocess.run(call, capture_output=True, encoding="utf-8", check=False, timeout=PATIENCE_S)
    assert done.returncode == 1, done.stderr
    assert "T3-01" in done.stdout
