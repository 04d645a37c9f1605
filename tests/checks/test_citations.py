"""How documents are cited: brackets of numbers, short names defined once, 〈〉 inside 《》."""

import pytest

from model.checks.fix import fixed
from tests.checks.correct import BUREAU, judged, quotes, reworded

FORM = "国办公开办函〔2021〕30号"


@pytest.mark.parametrize(
    "brackets", ["[2021]", "【2021】", "（2021）", "(2021)", "［2021］", "〔2021]", "{2021}", "[ 2021 ]"]
)
def test_numbers_of_documents_have_their_brackets(brackets: str) -> None:
    report = reworded(BUREAU, "preamble", FORM, f"国办公开办函{brackets}30号")
    (finding,) = [finding for finding in judged(report) if finding.check == "H-09"]
    assert finding.quote == brackets
    assert finding.message == "文号请用六角括号，如“〔2021〕30号”。"
    assert finding.fix is not None
    assert fixed(report, finding.fix) == BUREAU


@pytest.mark.parametrize(
    "words",
    [
        "国办函〔2020〕109 号、国办函〔 2020 〕109号。",
        "案号（2024）吉0102行初5号。",
        "《办法》（2021年修订）、（2024）和[2024]。",
        "联系人室（2021）。",
    ],
)
def test_other_brackets_are_left_alone(words: str) -> None:
    assert quotes(BUREAU.with_text("problems", f"{BUREAU.text.problems}{words}"), "H-09") == []


def test_a_short_name_is_defined_once() -> None:
    again = "《政府信息公开条例》（以下简称《条例》）"
    report = reworded(BUREAU, "overview", "认真落实《条例》", f"认真落实{again}")
    assert quotes(report, "H-09") == ["简称《条例》）"]
    other = reworded(BUREAU, "overview", "认真落实《条例》", "认真落实《江州市政务公开办法》（以下简称《办法》）")
    assert quotes(other, "H-09") == []


def test_names_inside_names_have_their_own_marks() -> None:
    nested = reworded(
        BUREAU,
        "preamble",
        "〈中华人民共和国政府信息公开工作年度报告格式〉",
        "《中华人民共和国政府信息公开工作年度报告格式》",
    )
    (finding,) = [finding for finding in judged(nested) if finding.check == "H-09"]
    assert finding.quote == "《中华人民共和国政府信息公开工作年度报告格式》"
    assert finding.fix is not None
    assert fixed(nested, finding.fix) == BUREAU
    assert quotes(reworded(BUREAU, "overview", "落实《条例》", "落实《条例"), "H-09") == ["《"]
    assert quotes(reworded(BUREAU, "overview", "落实《条例》", "落实条例》"), "H-09") == ["》"]
