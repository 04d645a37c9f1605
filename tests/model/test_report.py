"""The report as a value: totals from the numbers, edits that make new values, blanks that are not zeros."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from model.drafts import draft
from model.drafts.draft import Draft
from model.form.form import AMOUNT_LENGTH, COUNT_LIMIT, CellError, Value, format_value
from model.report.report import TEXT_IDS, Agency, Layout, Report, TextId, new_report
from model.structs import replace
from tests.forms import FORM
from tests.strategies import COMPUTED, COUNTS, FEES, amounts, counts, reports, texts, words

PUBLISHED = Path(__file__).parents[1] / "data" / "published"
BLANK_TOTALS = {"shanghai_kewei_2024.json": {"applications.carried_out.total"}}
"""Totals that a published report left blank."""
RECEIVED = "applications.received.natural_person"


def _form_cells() -> dict[str, bool]:
    tables = json.loads(resources.read_text("forms/2021.json"))["tables"]
    return {cell["cell"]: cell.get("computed", False) for table in tables for cell in table["cells"] if "cell" in cell}


FORM_CELLS = _form_cells()


def _naive_totals(numbers: Mapping[str, Value]) -> dict[str, int]:
    """The totals from the wording of the form: a total column adds its row, the row of results adds every result."""
    totals: dict[str, int] = {}
    not_results = {"received", "carried_in", "carried_out", "concluded"}
    for total in (cell_id for cell_id, computed in FORM_CELLS.items() if computed):
        table, row, column = total.split(".")
        totals[total] = 0
        for cell_id in (cell_id for cell_id, computed in FORM_CELLS.items() if not computed):
            its_table, its_row, its_column = cell_id.split(".")
            in_row = its_row == row or (row == "concluded" and its_row not in not_results)
            if its_table == table and in_row and column in ("total", its_column):
                totals[total] += int(numbers.get(cell_id, 0))
    return totals


@given(reports())
def test_totals_and_balances_agree_with_a_naive_recomputation(report: Report) -> None:
    totals = _naive_totals(report.numbers)
    assert {cell_id: report.total(cell_id) for cell_id in COMPUTED} == totals
    assert {cell_id: report.value(cell_id) for cell_id in COMPUTED} == totals
    figures = {**dict.fromkeys(COUNTS, 0), **report.numbers, **totals}
    for balance in FORM.balances:
        received, carried_in, concluded, carried_out = (
            int(figures[f"applications.{row}.{balance.column}"])
            for row in ("received", "carried_in", "concluded", "carried_out")
        )
        assert report.difference(balance) == received + carried_in - concluded - carried_out


@given(reports(), st.sampled_from(COUNTS), st.none() | counts(), st.none() | amounts())
def test_an_edit_makes_a_new_value_and_leaves_the_old_one(
    report: Report, cell_id: str, count: int | None, amount: Decimal | None
) -> None:
    before = draft.dumps(Draft(report)), _naive_totals(report.numbers)
    assert {total: report.total(total) for total in COMPUTED} == before[1]
    edited = report.with_number(cell_id, count).with_number(FEES, amount)
    assert (edited.value(cell_id), edited.value(FEES)) == (count, amount)
    assert {total: edited.total(total) for total in COMPUTED} == _naive_totals(edited.numbers)
    untouched = set(FORM_CELLS) - {cell_id, FEES} - set(COMPUTED)
    assert all(edited.value(other) == report.value(other) for other in untouched)
    assert (draft.dumps(Draft(report)), {total: report.total(total) for total in COMPUTED}) == before
    back = edited.with_numbers({cell_id: report.value(cell_id), FEES: report.value(FEES)})
    unread = {place: words for place, words in report.as_typed.items() if place not in (cell_id, FEES)}
    assert back == replace(report, as_typed=unread)
    with pytest.raises(TypeError):
        edited.numbers[cell_id] = 1  # type: ignore[index]


@given(reports(), st.sampled_from(COUNTS))
def test_a_blank_is_not_a_zero_and_is_printed_as_one(report: Report, cell_id: str) -> None:
    blank, zero = report.with_number(cell_id, None), report.with_number(cell_id, 0)
    assert blank != zero
    assert (blank.value(cell_id), zero.value(cell_id)) == (None, 0)
    assert cell_id in blank.blanks
    assert cell_id not in zero.blanks
    assert format_value(blank.value(cell_id)) == format_value(zero.value(cell_id)) == "0"
    assert blank.count(cell_id) == zero.count(cell_id) == 0
    assert set(blank.blanks) == set(FORM.typed) - set(blank.numbers) - set(blank.as_typed)


@pytest.mark.parametrize(
    ("cell_id", "value", "message"),
    [
        ("applications.received.total", 5, "这一格由程序计算，不能填写"),
        ("applications.concluded.natural_person", None, "这一格由程序计算，不能填写"),
        ("disputes.review.total", 0, "这一格由程序计算，不能填写"),
        ("applications.received", 5, "表样里没有这一格"),
        ("", 5, "表样里没有这一格"),
        (RECEIVED, -1, "-1 超出范围，只能是 0 到 1000000000 的整数"),
        (RECEIVED, COUNT_LIMIT + 1, "1000000001 超出范围，只能是 0 到 1000000000 的整数"),
        pytest.param(RECEIVED, 10**5000, "太长的数 超出范围，只能是 0 到 1000000000 的整数", id="endless"),
        (RECEIVED, True, "true 不是整数"),
        (RECEIVED, 1.5, "1.5 不是整数"),
        (RECEIVED, "5", '"5" 不是整数'),
        (RECEIVED, Decimal(5), "5 不是整数"),
        (FEES, 5, "5 不是金额"),
        (FEES, 35.5, "35.5 不是金额"),
        (FEES, "35.5", '"35.5" 不是金额'),
        (FEES, Decimal("NaN"), "NaN 不是金额"),
        (FEES, Decimal("sNaN"), "sNaN 不是金额"),
        (FEES, Decimal("Infinity"), "Infinity 不是金额"),
        (FEES, Decimal("-0.01"), "-0.01 超出范围"),
        (FEES, Decimal("1E+999999999999"), "1E+999999999999 超出范围"),
        (FEES, Decimal("1E-999999999999"), "1E-999999999999 超出范围"),
        (FEES, Decimal("1" * (AMOUNT_LENGTH + 1)), f"也不能超过 {AMOUNT_LENGTH} 个字符"),
    ],
)
def test_a_wrong_edit_is_refused_and_changes_nothing(cell_id: str, value: Any, message: str) -> None:
    report = new_report(2024, Agency("某局")).with_number(RECEIVED, 7)
    with pytest.raises(CellError) as refused:
        report.with_numbers({"applications.granted.natural_person": 7, cell_id: value})
    assert message in str(refused.value)
    assert report.numbers == {RECEIVED: 7}


@given(st.decimals(min_value=0, allow_nan=False, allow_infinity=False))
def test_any_amount_that_is_taken_survives_the_draft_exactly(amount: Decimal) -> None:
    report = new_report(2024, Agency("某局"))
    try:
        report = report.with_number(FEES, amount)
    except CellError:
        return
    found = draft.loads(draft.dumps(Draft(report))).report.value(FEES)
    assert found == amount
    assert format_value(found) == format_value(amount)


@pytest.mark.parametrize("year", [0, 2018, 2122, 10**400])
def test_a_year_without_a_form_is_refused(year: int) -> None:
    with pytest.raises(CellError, match="不是可用的报告年度，表样从 2019 年度起使用"):
        new_report(year, Agency("某局"))


@given(reports(), st.sampled_from(TEXT_IDS), texts())
def test_a_text_edit_changes_that_text_only(report: Report, text_id: TextId, text: str) -> None:
    edited = report.with_text(text_id, text)
    assert edited.text[text_id] == edited.words(text_id) == text
    assert edited.with_text(text_id, report.text[text_id]) == report


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\ud83d", "�"),
        ("\ude00好", "�好"),
        ("好\ud83d好", "好�好"),
        ("\ud83d\ude00", "😀"),
        ("\ufeff好😀", "\ufeff好😀"),
    ],
)
def test_halves_of_characters_never_stay_in_a_text(typed: str, kept: str) -> None:
    assert new_report(2024, Agency("某局")).with_text("overview", typed).text.overview == kept


@given(reports(), words())
def test_the_title_is_composed_until_the_clerk_writes_one(report: Report, title: str) -> None:
    name, year = report.agency.name, f"{report.year}年"
    own = Report(report.year, report.agency, title=title, form=FORM)
    agency_first = Report(report.year, report.agency, form=FORM)
    year_first = Report(report.year, report.agency, layout=Layout(title_order="year_first"), form=FORM)
    assert own.title_text == own.words("title") == title
    assert agency_first.title_text == f"{name}{year}政府信息公开工作年度报告"
    assert year_first.title_text == f"{year}{name}政府信息公开工作年度报告"


def _published_reports() -> list[Path]:
    return sorted(PUBLISHED.glob("*.json"))


@pytest.mark.parametrize("path", _published_reports(), ids=lambda path: path.stem)
def test_computed_totals_are_those_a_real_report_printed(path: Path) -> None:
    published = json.loads(path.read_text(encoding="utf-8"))
    printed = published["numbers"]
    figures = {cell_id: printed[cell_id] for cell_id in FORM.typed}
    report = new_report(published["year"], Agency(published["agency"])).with_numbers(
        {cell_id: Decimal(value) if cell_id == FEES else value for cell_id, value in figures.items()}
    )
    differing = {cell_id for cell_id in COMPUTED if report.total(cell_id) != printed[cell_id]}
    assert differing == BLANK_TOTALS.get(path.name, set())
    assert all(printed[cell_id] is None for cell_id in differing)
    assert len(differing) == len(published["sums_that_do_not_hold"])
    assert [report.difference(balance) for balance in FORM.balances] == [0] * 7
    assert format_value(report.value(FEES)) == printed[FEES]
