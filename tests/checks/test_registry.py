"""Order, dismissal and the catalogue: what holds for every check."""

import json

import pytest

from model.checks import BASES, CHECKS, SEVERITIES, Finding, dismiss, is_dismissed
from model.checks.registry import check
from model.report.report import Dismissal, Report
from model.structs import replace
from tests.checks.correct import BUREAU, COUNTY, codes, judged, reworded
from tests.checks.test_one_mistake import CATALOGUE, MISTAKES, Spoil

REASON = "已核实"


def first(report: Report, code: str) -> Finding:
    return next(finding for finding in judged(report) if finding.check == code)


def test_findings_come_gravest_first() -> None:
    spoilt = BUREAU.with_number("disputes.direct_suit.upheld", None).with_number("disclosure.rules.issued", 1)
    spoilt = reworded(spoilt, "other_matters", "没有其他需要报告的事项。", "")
    spoilt = spoilt.with_text("problems", "无").with_text("preamble", "")
    severities = [finding.severity for finding in judged(spoilt)]
    assert severities == sorted(severities, key=list(SEVERITIES).index)
    assert set(severities) == set(SEVERITIES)


def test_a_dismissal_about_figures_lives_as_long_as_they_do() -> None:
    spoilt = COUNTY.with_number("disputes.direct_suit.upheld", 3)
    report = dismiss(spoilt, first(spoilt, "T4-05"), f" {REASON} ")
    assert codes(report) == []
    assert report.dismissed[0].reason == REASON
    assert codes(report.with_number("disclosure.licences.decisions", 9)) == []
    changed = report.with_number("disputes.direct_suit.corrected", 1)
    assert codes(changed) == ["T4-05"]
    assert codes(changed.with_number("disputes.direct_suit.corrected", 0)) == []
    moved = report.with_numbers({"disputes.direct_suit.upheld": 2, "disputes.direct_suit.pending": 1})
    assert codes(moved) == []


def test_a_dismissal_tells_a_blank_from_a_zero() -> None:
    spoilt = BUREAU.with_number("disclosure.rules.in_force", 1)
    report = dismiss(spoilt, first(spoilt, "T2-03"), REASON)
    entry = report.dismissed[0]
    assert entry.cells == {"disclosure.rules.in_force": 1}
    blank = replace(report, dismissed=(replace(entry, cells={"disclosure.rules.in_force": None}),))
    assert codes(blank) == ["T2-03"]


def test_a_dismissal_about_words_lives_as_long_as_they_do() -> None:
    spoilt = reworded(BUREAU, "preamble", "〔2021〕30号", "〔2019〕60号")
    report = dismiss(spoilt, first(spoilt, "H-07"), REASON)
    assert codes(report) == []
    assert codes(report.with_text("preamble", f"　　{report.text.preamble}")) == []
    assert codes(reworded(report, "preamble", "〔2019〕60号", "〔2019〕51号")) == ["H-07"]


def test_a_dismissal_of_one_check_says_nothing_about_another() -> None:
    spoilt = COUNTY.with_number("disputes.direct_suit.upheld", 3)
    finding = first(spoilt, "T4-05")
    report = dismiss(spoilt, finding, REASON)
    other = replace(report, dismissed=(replace(report.dismissed[0], check="T4-06"),))
    assert not is_dismissed(other, finding)
    assert is_dismissed(report, finding)


ERRORS = [each for each in MISTAKES if CHECKS[each[0]].severity == "error"]
OTHERS = [each for each in MISTAKES if CHECKS[each[0]].severity != "error"]


@pytest.mark.parametrize(("code", "spoil"), ERRORS, ids=[code for code, _ in ERRORS])
def test_an_error_cannot_be_dismissed_nor_hidden_by_a_file(code: str, spoil: Spoil) -> None:
    report = spoil()
    (finding,) = judged(report)
    with pytest.raises(ValueError, match="错误不能忽略"):
        dismiss(report, finding, REASON)
    cells = {cell_id: report.value(cell_id) for cell_id in finding.cells}
    forged = replace(report, dismissed=(Dismissal(code, cells, finding.quote, REASON),))
    assert judged(forged) == (finding,)


@pytest.mark.parametrize(("code", "spoil"), OTHERS, ids=[code for code, _ in OTHERS])
def test_whatever_is_no_error_can_be_dismissed(code: str, spoil: Spoil) -> None:
    report = spoil()
    (finding,) = judged(report)
    assert finding.check == code
    assert judged(dismiss(report, finding, REASON)) == ()


@pytest.mark.parametrize("reason", ["", "  \n　"])
def test_a_dismissal_needs_a_reason(reason: str) -> None:
    spoilt = COUNTY.with_number("disputes.direct_suit.upheld", 3)
    with pytest.raises(ValueError, match="理由"):
        dismiss(spoilt, first(spoilt, "T4-05"), reason)


def test_unknown_dismissals_are_harmless() -> None:
    odd = (
        Dismissal("Z-99", {"no.such.cell": 1}, None, REASON),
        Dismissal("T4-05", {"no.such.cell": None}, "没有的话", ""),
        Dismissal("", {}, None, ""),
    )
    spoilt = COUNTY.with_number("disputes.direct_suit.upheld", 3)
    assert judged(replace(COUNTY, dismissed=odd)) == ()
    assert codes(replace(spoilt, dismissed=odd)) == ["T4-05"]


def test_a_code_is_given_once() -> None:
    with pytest.raises(ValueError, match="T0-01"):
        check("T0-01", "error", "practice", reads=("tables",))(CHECKS["T0-01"].find)


def test_every_check_says_its_rule_in_chinese() -> None:
    for entry in CHECKS.values():
        assert entry.rule.endswith("。"), entry.code
        assert "\n" not in entry.rule
        assert entry.severity in SEVERITIES
        assert entry.basis in BASES


def test_what_the_catalogue_asks_for_is_there_as_grave_and_on_the_ground_that_it_names() -> None:
    """The catalogue was written before the checks and is kept by hand; a check that it does not ask for needs none."""
    asked = {entry["code"]: (entry["severity"], entry["basis"]) for entry in json.loads(CATALOGUE.read_text("utf-8"))}
    assert {code: (CHECKS[code].severity, CHECKS[code].basis) for code in asked} == asked
