"""A draft against what was published of it: nothing that differs is missed, and nothing else is told."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from model.form import forms
from model.report.comparison import Difference, compare
from model.report.report import Report
from tests.importers.documents import AGENCY, TEXTS
from tests.strategies import COUNTS

FORM = forms.newest()
REPORT = Report(2024, AGENCY, dict.fromkeys(COUNTS, 3), TEXTS, form=FORM)


def changed(**texts: str) -> Report:
    return replace(REPORT, text=replace(TEXTS, **texts))  # type: ignore[arg-type]


@given(st.sampled_from(COUNTS), st.none() | st.integers(0, 9))
def test_every_cell_and_the_totals_above_it_are_compared(cell: str, value: int | None) -> None:
    numbers = {key: number for key, number in REPORT.numbers.items() if key != cell}
    other = replace(REPORT, numbers=numbers if value is None else {**numbers, cell: value})
    found = {each.place: each for each in compare(REPORT, other)}
    assert (cell in found) is (value != 3)
    totals = {total for total in FORM.parts if REPORT.value(total) != other.value(total)}
    assert set(found) - {cell} == totals
    if value is None:
        assert found[cell] == Difference(cell, 0, "3", "")


def test_paragraphs_are_paired_and_blanks_do_not_count() -> None:
    overview = TEXTS.overview.replace("120条", "12条").replace("（二）", "\n （二） ")
    assert compare(REPORT, changed(overview=overview)) == (
        Difference("overview", 1, "（一）主动公开。公开信息120条。", "（一）主动公开。公开信息12条。"),
    )
    assert not compare(REPORT, changed(overview=TEXTS.overview.replace("公开信息", "公开 信息")))
    more = changed(problems=f"二是形式单一。\n{TEXTS.problems}")
    assert compare(REPORT, more) == (Difference("problems", 1, "", "二是形式单一。"),)
    assert compare(more, REPORT) == (Difference("problems", 1, "二是形式单一。", ""),)


def test_a_date_that_lost_characters_is_told() -> None:
    lost = changed(preamble=TEXTS.preamble.replace("2024年1月1日", "202411日"))
    (found,) = compare(REPORT, lost)
    assert (found.place, found.paragraph) == ("preamble", 1)
    assert "202411日" in found.other


def test_title_agency_and_year_are_compared() -> None:
    other = replace(REPORT, year=2023, agency=replace(AGENCY, name="青河县水利局"))
    assert [each.place for each in compare(REPORT, other)] == ["title", "agency.name", "year"]
