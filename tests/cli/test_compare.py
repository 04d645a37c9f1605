"""`nianbao compare`: a published page against a draft."""

import json
from pathlib import Path

import pytest

from cli import main

PAGE = Path(__file__).parents[1] / "data" / "reading" / "41_normal_page.html"


def test_a_page_equals_itself_and_its_changes_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "b.html"
    other.write_text(PAGE.read_text("utf-8").replace("发布信息86条", "发布信息68条").replace(">12<", ">21<"), "utf-8")
    assert main(["compare", str(PAGE), str(PAGE)]) == 0
    assert capsys.readouterr().out.strip().endswith("：一致")
    assert main(["compare", str(PAGE), str(other)]) == 1
    said = capsys.readouterr().out
    assert "有 2 处不同" in said
    assert "“12” → “21”" in said
    assert main(["compare", str(PAGE), str(other), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["figures"] == [{"cell": "disclosure.licences.decisions", "a": "12", "b": "21"}]
    assert [(each["section"], each["paragraph"]) for each in told["texts"]] == [("overview", 1)]
    assert told["heads"] == []
    assert set(told["doubts"].values()) == {0}


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(PAGE), str(tmp_path / "none.html")]) == 2
    assert "none.html" in capsys.readouterr().err


def test_what_was_not_read_for_certain_is_not_called_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "b.html"
    last = "没有其他需要报告的事项。</p>"
    other.write_text(PAGE.read_text("utf-8").replace(last, f"{last}<p>水务热线</p>"), "utf-8")
    assert main(["compare", str(PAGE), str(other)]) == 0
    said = capsys.readouterr().out
    assert "一致" not in said
    assert "有 1 处存疑" in said
