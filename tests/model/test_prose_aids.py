"""What helps while writing: length, likeness to last year, prompts, the next number."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given

from model.checks import Context, findings
from model.checks.prompts import CLOSING, prompts
from model.language.likeness import clause_keys, same_spans, share
from model.language.subheadings import next_numeral
from model.report.fields import resolve
from model.report.length import length
from model.report.report import TEXT_IDS, Agency, Report, new_report
from model.structs import replace
from tests.strategies import reports, texts

TODAY = Context(date(2025, 1, 10))
LAST_YEAR = "2023年，认真贯彻决策部署的各项要求，不断提升信息公开质量。本年度，收到申请3件。"


def _report(**words: Any) -> Report:
    report = new_report(2024, Agency("某某局", type="department", level="county"))
    return replace(report, text=replace(report.text, **words))


@given(reports())
def test_length_is_what_a_reader_counts(report: Report) -> None:
    for text_id in TEXT_IDS:
        published = resolve(report.text[text_id], report)
        assert length(report.text[text_id], report) == sum(not character.isspace() for character in published)


@pytest.mark.parametrize("count", [1000, 1001])
def test_length_is_what_the_check_counts(count: int) -> None:
    report = _report(overview="字" * (count - 2) + " \n　{{applications.received.total}}0")
    assert length(report.text.overview, report) == count
    assert any(found.check == "S-13" for found in findings(report, TODAY)) == (count > 1000)


def test_same_clauses_are_found_and_joined() -> None:
    text = "今年认真，认真贯彻决策部署的各项要求，不断提升信息公开质量。本年度，收到申请5件。"
    spans = same_spans(text, clause_keys(LAST_YEAR))
    assert [text[slice(*span)] for span in spans] == ["认真贯彻决策部署的各项要求，不断提升信息公开质量。"]
    assert share(text, clause_keys(LAST_YEAR)) == round(25 * 100 / len(text))


def test_nothing_is_like_nothing() -> None:
    assert same_spans("认真贯彻决策部署的各项要求。", clause_keys("")) == []
    assert share("", clause_keys(LAST_YEAR)) == 0


@given(texts())
def test_a_text_is_wholly_like_itself(text: str) -> None:
    spans = same_spans(text, clause_keys(text))
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert {key for span in spans for key in clause_keys(text[slice(*span)])} == clause_keys(text)


@pytest.mark.parametrize("text_id", TEXT_IDS)
def test_prompts_for_an_empty_text(text_id: str) -> None:
    lines = prompts(text_id, _report(), ())
    assert lines[-1].endswith(CLOSING)
    assert sum(line.count(CLOSING) for line in lines) == 1


def test_prompts_of_section_one_are_the_five_items() -> None:
    lines = prompts("overview", _report(), ())
    assert [line[:3] for line in lines[1:]] == ["（一）", "（二）", "（三）", "（四）", "（五）"]


def test_the_fee_comes_first_in_section_six() -> None:
    assert "信息处理费" in prompts("other_matters", _report(), ())[0]


def test_prompts_for_what_is_missing() -> None:
    report = _report(overview="主动公开信息12条，依申请公开5件，信息管理规范，网站平台良好。")
    lines = prompts("overview", report, findings(report, TODAY))
    assert lines == (f"再写监督保障：培训、检查、考核的次数和结果。{CLOSING}",)
    done = _report(overview=report.text.overview + "组织培训2次。")
    assert prompts("overview", done, findings(done, TODAY)) == ()


def test_a_government_is_asked_for_oversight() -> None:
    report = replace(_report(), agency=Agency("某县人民政府", type="government", level="county"))
    assert "社会评议" in prompts("overview", report, ())[-1]


@pytest.mark.parametrize(
    ("before", "numeral"),
    [
        ("", "（一）"),
        ("2024年，收到申请。", "（一）"),
        ("（一）强化组织。\n（二）加大力度。", "（三）"),
        ("  (九)最后。", "（十）"),
        ("（十）最后。", "（十一）"),
        ("（十九）最后。", "（二十）"),
        ("（二十一）最后。", "（二十二）"),
        ("（九十九）最后。", "（九十九）"),
    ],
)
def test_next_numeral(before: str, numeral: str) -> None:
    assert next_numeral(before) == numeral
