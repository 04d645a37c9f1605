"""A draft against what was published of it: nothing that differs is missed, and nothing else is told."""

from hypothesis import given
from hypothesis import strategies as st

from model.form import forms
from model.report.comparison import Difference, Printed, compare, of_draft, of_source
from model.report.report import Evidence, Report, Source
from model.structs import replace
from tests.importers.documents import AGENCY, TEXTS
from tests.strategies import COUNTS

FORM = forms.newest()
REPORT = Report(2024, AGENCY, numbers=dict.fromkeys(COUNTS, 3), text=TEXTS, form=FORM)
DRAFT = of_draft(REPORT)


def changed(**texts: str) -> Printed:
    return of_source(replace(REPORT, text=replace(TEXTS, **texts)))  # type: ignore[arg-type]


@given(st.sampled_from(COUNTS), st.none() | st.integers(0, 9))
def test_every_cell_and_the_totals_above_it_are_compared(cell: str, value: int | None) -> None:
    numbers = {key: number for key, number in REPORT.numbers.items() if key != cell}
    other = replace(REPORT, numbers=numbers if value is None else {**numbers, cell: value})
    found = {each.place: each for each in compare(DRAFT, of_source(other))}
    assert (cell in found) is (value != 3)
    totals = {total for total in FORM.parts if REPORT.value(total) != other.value(total)}
    assert set(found) - {cell} == totals
    if value is None:
        assert found[cell] == Difference(cell, 0, "3", "")


def test_paragraphs_are_paired_and_blanks_do_not_count() -> None:
    overview = TEXTS.overview.replace("120条", "12条").replace("（二）", "\n （二） ")
    assert compare(DRAFT, changed(overview=overview)) == (
        Difference("overview", 1, "（一）主动公开。公开信息120条。", "（一）主动公开。公开信息12条。"),
    )
    assert not compare(DRAFT, changed(overview=TEXTS.overview.replace("公开信息", "公开 信息")))
    more = changed(problems=f"二是形式单一。\n{TEXTS.problems}")
    assert compare(DRAFT, more) == (Difference("problems", 1, "", "二是形式单一。"),)
    assert compare(more, DRAFT) == (Difference("problems", 1, "二是形式单一。", ""),)


def test_a_date_that_lost_characters_is_told() -> None:
    lost = changed(preamble=TEXTS.preamble.replace("2024年1月1日", "202411日"))
    (found,) = compare(DRAFT, lost)
    assert (found.place, found.paragraph) == ("preamble", 1)
    assert "202411日" in found.other


def test_title_agency_and_year_are_compared() -> None:
    other = replace(REPORT, year=2023, agency=replace(AGENCY, name="青河县水利局"))
    assert [each.place for each in compare(DRAFT, of_source(other))] == ["title", "agency.name", "year"]


def test_live_fields_are_compared_as_they_are_printed_and_raw_ones_on_a_page_are_told() -> None:
    cell = COUNTS[0]
    draft = of_draft(replace(REPORT, text=replace(TEXTS, problems=f"公开{{{{{cell}}}}}件。")))
    assert not compare(draft, changed(problems="公开3件。"))
    (found,) = compare(draft, changed(problems=f"公开{{{{{cell}}}}}件。"))
    assert found.excerpts == ("公开3件。", f"公开{{{{{cell}}}}}件。")


def test_a_total_that_the_page_prints_wrong_is_told_and_one_that_holds_is_not() -> None:
    total = next(iter(FORM.parts))
    for words, differs in ((str(REPORT.value(total)), False), ("1", True), ("", True), ("四", True)):
        page = replace(REPORT, source=Source("页", (Evidence(total, words),)))
        assert [each.other for each in compare(DRAFT, of_source(page))] == ([words] if differs else [])


def test_notes_under_tables_are_compared() -> None:
    noted = of_source(replace(REPORT, notes={"applications": "注：含下属单位。"}))
    assert compare(DRAFT, noted) == (Difference("applications", 1, "", "含下属单位。"),)
    assert not compare(of_draft(replace(REPORT, notes={"applications": "含下属单位。"})), noted)


def test_an_excerpt_shows_what_differs_of_a_long_paragraph() -> None:
    text = "前面的话" * 20 + "收到申请5件" + "后面的话" * 20
    (found,) = compare(changed(problems=text), changed(problems=text.replace("5件", "6件")))
    one, other = found.excerpts
    assert (one.strip("…"), len(one) < 30) == (other.strip("…").replace("6件", "5件"), True)
