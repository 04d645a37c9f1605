"""`nianbao sheet`: the 审签单 from the command line, with the digest that tells the signed version."""

from pathlib import Path

import pytest

import cli

SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"


def test_the_sheet_names_the_digest_that_verify_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet, word = tmp_path / "审签单.html", tmp_path / "报告.docx"
    assert cli.main(["sheet", str(SEED), "-o", str(sheet), "--today", "2025-01-09"]) == 0
    assert cli.main(["export", str(SEED), "-o", str(word)]) == 0
    capsys.readouterr()
    assert cli.main(["verify", str(word)]) == 0
    shown = capsys.readouterr().out.partition("摘要 ")[2].split()[0]
    assert len(shown) == 16
    assert f"报告内容的摘要：{shown}" in sheet.read_text("utf-8")


def test_it_writes_over_nothing_and_no_other_kind_of_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "审签单.docx"
    assert cli.main(["sheet", str(SEED), "-o", str(sheet)]) == 0
    before = sheet.read_bytes()
    assert cli.main(["sheet", str(SEED), "-o", str(sheet)]) == 2
    assert sheet.read_bytes() == before
    assert cli.main(["sheet", str(SEED), "-o", str(tmp_path / "a.xlsx")]) == 2
    assert "Word（.docx）、网页（.html）" in capsys.readouterr().err
