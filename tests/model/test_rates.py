"""The rates that supervisors compute: by the tables alone, with last year, and 无 where nothing can be divided."""

from fractions import Fraction

from hypothesis import given

from model.report.rates import percent, rates
from model.report.report import PastReport, Report
from model.structs import replace
from tests.checks.correct import BUREAU, applications
from tests.forms import FORM
from tests.strategies import reports


def said(report: Report) -> dict[str, tuple[str, str, str]]:
    return {rate.name: (rate.now_words, rate.before_words, rate.change_words) for rate in rates(report)}


FIGURES = {
    **applications("natural_person", received=9, carried_in=1, granted=3, partly_granted=1, carried_out=1),
    **applications("enterprise", received=5, unavailable_not_held=3, unavailable_still_unclear=1, refused_by_law=1),
    "disputes.review.upheld": 1,
    "disputes.review.corrected": 2,
    "disputes.direct_suit.corrected": 1,
    "disputes.suit_after_review.upheld": 3,
}


def test_each_rate_is_what_its_formula_says() -> None:
    numbers = {cell: 0 for cell in FORM.typed if not cell.startswith("disclosure")} | FIGURES
    found = said(replace(BUREAU, numbers=numbers, last_year=None))
    assert found["实质公开率"][0] == "44.4%（4÷9）"
    assert found["无法提供占比"][0] == "44.4%（4÷9）"
    assert found["无法提供中不掌握的占比"][0] == "75.0%（3÷4）"
    assert found["复议纠正率"][0] == "66.7%（2÷3）"
    assert found["诉讼败诉率"][0] == "25.0%（1÷4）"
    assert found["结转率"][0] == "6.7%（1÷15）"
    assert {before for _, before, _ in found.values()} == {"没有上年数据"}


def test_nothing_to_divide_by_is_said_and_last_year_is_compared() -> None:
    zeros = dict.fromkeys(FORM.typed, 0)
    past = zeros | {"applications.granted.research": 1, "applications.refused_by_law.research": 1}
    this = zeros | {"applications.granted.research": 3, "applications.refused_by_law.research": 1}
    report = replace(BUREAU, numbers=this, last_year=PastReport(FORM, BUREAU.year - 1, past))
    found = said(report)
    assert found["实质公开率"] == ("75.0%（3÷4）", "50.0%", "＋25.0 个百分点")
    assert found["复议纠正率"] == ("无", "无", "")
    older = replace(report, last_year=PastReport(FORM, BUREAU.year - 2, past))
    assert said(older)["实质公开率"] == ("75.0%（3÷4）", "没有上年数据", "")
    gaps = replace(report, last_year=PastReport(FORM, BUREAU.year - 1, {}))
    assert said(gaps)["实质公开率"][1] == "没有上年数据"


@given(reports())
def test_a_share_is_that_of_its_counts_and_never_more_than_all(report: Report) -> None:
    for rate in rates(report):
        assert (rate.now is None) == (rate.whole == 0)
        if rate.now is not None:
            assert rate.now == Fraction(rate.part, rate.whole)
            assert rate.name == "结转率" or rate.now <= 1


def test_halves_are_rounded_up() -> None:
    assert [percent(Fraction(1, 8)), percent(Fraction(49, 400)), percent(Fraction(1, 3))] == ["12.5%", "12.3%", "33.3%"]
