"""`nianbao ledger` counts with the words that an agency has answered in the window, and says whose, or why none."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from cli import main
from model.ledger.remembered import RememberedWords

WORD = "材料退回"


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger with one word that the program does not know."""
    monkeypatch.setenv("NIANBAO_DATA", str(tmp_path / "data"))
    book = Workbook()
    for row in (
        ["登记号", "收到日期", "申请人类别", "答复日期", "办理结果"],
        ["〔2025〕1号", "2025-3-1", "公民", "2025-4-1", WORD],
    ):
        book.active.append(row)
    book.save(path := tmp_path / "台账.xlsx")
    return path


def remember(tmp_path: Path, *agencies: str) -> None:
    for agency in agencies:
        RememberedWords(tmp_path / "data").remember(agency, {"outcome": {WORD: "other_not_corrected"}})


def test_without_any_words_nothing_is_said_of_them(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ledger", str(ledger), "--year", "2025"]) == 1
    said = capsys.readouterr()
    assert (f"“{WORD}”不认识" in said.out, said.err) == (True, "")


def test_the_words_of_the_only_agency_are_used(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    remember(tmp_path, "某县某局")
    assert main(["ledger", str(ledger), "--year", "2025"]) == 0
    said = capsys.readouterr()
    assert "逾期不补正" in said.out
    assert said.err == "用了“某县某局”答过的叫法 1 个\n"


def test_of_several_agencies_one_must_be_named(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    remember(tmp_path, "某县某局", "某市某局")
    assert main(["ledger", str(ledger), "--year", "2025"]) == 1
    assert "本机记着 2 个机关的叫法，没有用；请加 --agency 机关全称：某县某局、某市某局" in capsys.readouterr().err
    assert main(["ledger", str(ledger), "--year", "2025", "--agency", "某市某局"]) == 0
    assert main(["ledger", str(ledger), "--year", "2025", "--agency", "别的局"]) == 1
    assert "本机没有记过“别的局”的叫法" in capsys.readouterr().err


def test_next_year_begins_with_what_these_words_leave_open(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["ledger", str(ledger), "--year", "2025", "--template"]
    assert main([*call, str(tmp_path / "a.xlsx")]) == 0
    assert "带来没有办结的 1 件，其中 1 行不清楚" in capsys.readouterr().out
    remember(tmp_path, "某县某局")
    assert main([*call, str(tmp_path / "b.xlsx")]) == 0
    assert "带来没有办结的 0 件" in capsys.readouterr().out
