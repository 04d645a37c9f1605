"""The sum of many reports: always what adding up by hand gives, every cell with its units, and the questions."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.form.form import COUNT_LIMIT
from model.report.report import Agency, Report
from model.review import summing
from model.review.row import Row, unjudged
from model.review.summing import NotSummed, consolidated, questions, summed, unequal
from tests.checks.correct import BUREAU, COUNTY, TOWNSHIP
from tests.forms import FORM
from tests.strategies import FEES, numbers


def rows(*reports: Report) -> list[Row]:
    return [unjudged(each, f"{number}.docx", "", 0) for number, each in enumerate(reports)]


def named(report: Report, name: str) -> Report:
    return replace(report, agency=replace(report.agency, name=name))


@given(st.lists(numbers(), min_size=1, max_size=5))
def test_the_sum_is_the_naive_sum_and_each_cell_names_its_units(found: list[dict[str, int | Decimal]]) -> None:
    reports = [Report(2024, Agency(f"{number}局"), each, form=FORM) for number, each in enumerate(found)]
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
    assert report.given_by["disclosure.licences.decisions"] == f"{BUREAU.agency.name} 86"
    total = sum(row.report.count("applications.received.total") for row in each)
    assert report.total("applications.received.total") == total


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
