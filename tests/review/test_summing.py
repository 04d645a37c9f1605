"""The sum of many reports: always what adding up by hand gives, every cell with its units, and the questions."""

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.drafts import draft
from model.drafts.draft import Draft
from model.form.form import COUNT_LIMIT
from model.ledger.summed import behind
from model.ledger.summed import unequal as not_summed
from model.report.report import Agency, Report
from model.review import summing
from model.review.row import Row, unjudged
from model.review.summing import NotSummed, consolidated, questions, summed, unequal
from model.session.edits import set_number
from model.session.review_copy import review_copy
from model.session.session import Session
from model.structs import replace
from tests.checks.correct import BUREAU, COUNTY, TODAY, TOWNSHIP
from tests.forms import FORM
from tests.strategies import FEES, numbers

NOW = datetime(2025, 1, 10, 9, tzinfo=UTC)


def rows(*reports: Report) -> list[Row]:
    return [unjudged(each, f"{number}.docx", "", 0) for number, each in enumerate(reports)]


def named(report: Report, name: str) -> Report:
    return replace(report, agency=replace(report.agency, name=name))


@given(st.lists(numbers(), min_size=1, max_size=5))
def test_the_sum_is_the_naive_sum_and_each_cell_names_its_units(found: list[dict[str, int | Decimal]]) -> None:
    reports = [Report(2024, Agency(f"{number}局"), numbers=each, form=FORM) for number, each in enumerate(found)]
    naive = {cell: [each[cell] for each in found if cell in each] for cell in FORM.typed}
    if any(sum(naive[cell], Decimal(0) if cell == FEES else 0) > COUNT_LIMIT for cell in FORM.typed if cell != FEES):
        with pytest.raises(NotSummed, match="相加以后"):
            summed(rows(*reports))
        return
    whole = summed(rows(*reports))
    for cell, figures in naive.items():
        if not figures:
            assert cell not in whole.numbers
        elif cell == FEES:
            digits = [int(Decimal(each).scaleb(6)) for each in figures]
            assert int(Decimal(whole.numbers[cell]).scaleb(6)) == sum(digits)
        else:
            assert whole.numbers[cell] == sum(int(each) for each in figures)
        behind = [(f"{at}局", each[cell]) for at, each in enumerate(found) if cell in each]
        assert list(whole.behind[cell]) == behind


def test_a_draft_that_is_changed_is_no_longer_the_sum() -> None:
    each = rows(BUREAU, TOWNSHIP)
    report = consolidated(summed(each), Agency("两个单位汇总"), ())
    assert unequal(report, each) == ()
    changed = report.with_number("disclosure.licences.decisions", 87)
    assert unequal(changed, each) == (("disclosure.licences.decisions", 87, 86),)
    cell = "disclosure.licences.decisions"
    assert behind(report, cell) == f"各单位相加：{BUREAU.agency.name} 86"
    assert behind(changed, cell) == f"手工改过，各单位之和是 86（{BUREAU.agency.name} 86）"
    assert (behind(report, "applications.received.total"), behind(BUREAU, cell)) == ("", "")
    total = sum(row.report.count("applications.received.total") for row in each)
    assert report.total("applications.received.total") == total


def test_the_draft_of_a_sum_speaks_of_every_later_change_until_it_is_answered_or_taken_back(tmp_path: Path) -> None:
    """The units behind each cell are in the draft, so that no other file is needed, in the window or in a check."""
    path, cell, blank = tmp_path / "汇总.nianbao", "disclosure.licences.decisions", "disputes.review.upheld"
    each = rows(BUREAU, TOWNSHIP.with_number(blank, None))
    draft.save(Draft(consolidated(summed(each), Agency("汇总"), ())), path, NOW)
    session = Session(draft.load(path), TODAY)
    own = [found for found in session.findings if found.check == "Z-01"]
    assert own == []
    session.do(set_number(cell, 87))
    (found,) = [found for found in session.findings if found.check == "Z-01"]
    assert (found.cells, found.fix and found.fix.numbers) == ((cell,), ((cell, 86),))
    assert f"各单位之和是86（{BUREAU.agency.name} 86）" in found.message
    session.undo()
    assert not [found for found in session.findings if found.check == "Z-01"]
    emptied = session.report.with_number("applications.received.natural_person", None)
    assert [each.cell for each in not_summed(emptied)] == ["applications.received.natural_person"]


def test_a_copy_that_is_handed_upward_names_no_unit() -> None:
    report = consolidated(summed(rows(BUREAU, TOWNSHIP)), Agency("汇总"), ())
    assert BUREAU.agency.name.encode() in draft.dumps(Draft(report))
    assert BUREAU.agency.name.encode() not in draft.dumps(review_copy(Draft(report)))


def test_units_that_were_not_chosen_are_said() -> None:
    asked = questions(rows(BUREAU, TOWNSHIP), left_out=["青河县民政局"])
    assert any("青河县民政局没有选" in each.words for each in asked)


def test_what_must_not_be_summed_blindly_is_asked() -> None:
    review = "disputes.review.upheld"
    one, two = BUREAU.with_number(review, 1), named(BUREAU.with_number(review, 2), "青河县审计局")
    asked = questions(rows(one, two), ["青河县民政局"], ["青河县审计局"])
    words = "\n".join(each.words for each in asked)
    assert "共同被告" in words
    assert "没有交" in words
    assert "已退回" in words
    (cases,) = [each for each in asked if "共同被告" in each.words]
    assert cases.cells == (review,)
    assert "共 3 件" in cases.words
    report = consolidated(summed(rows(one, two)), Agency("汇总"), asked)
    assert "共同被告" in report.remarks[review]
    rules = questions(rows(BUREAU.with_number("disclosure.rules.issued", 1), two))
    assert any("没有规章制定权" in each.words for each in rules)
    assert any("重复计算" in each.words for each in questions(rows(COUNTY, BUREAU)))
    assert any("不止一份" in each.words for each in questions(rows(BUREAU, BUREAU)))
    blank = questions(rows(BUREAU.with_number(review, None), TOWNSHIP))
    assert any("1 格没有填" in each.words for each in blank)
    assert questions(rows(BUREAU.with_number(review, 0))) == ()


def test_years_and_forms_are_not_mixed() -> None:
    with pytest.raises(NotSummed, match="年度或表样不同"):
        summed(rows(BUREAU, replace(TOWNSHIP, year=2023)))
    with pytest.raises(NotSummed, match="没有可以汇总"):
        summed([])
    with pytest.raises(NotSummed, match="读不了"):
        summed([Row("a.docx", error="坏了")])


def test_amounts_are_exact_to_the_last_digit() -> None:
    small, large = Decimal("0.000001"), Decimal("12345678901234567890.5")
    found = summed(rows(BUREAU.with_number(FEES, small), named(BUREAU.with_number(FEES, large), "乙局")))
    assert found.numbers[FEES] == Decimal("12345678901234567890.500001")
    assert summing.unequal(consolidated(found, Agency("汇总"), ()), rows(BUREAU.with_number(FEES, small)))
