"""The words in a number cell: a figure, a figure with a doubt, or a doubt alone; never a wrong figure."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.recognition.tables.figures import BLANK, read_figure
from model.form.form import COUNT_LIMIT, Value, format_value
from tests.forms import FORM
from tests.strategies import FEES, amounts, counts

COUNT, AMOUNT = FORM.cells["applications.granted.enterprise"], FORM.cells[FEES]

PLAIN = {
    "0": 0, "5": 5, "５": 5, "　12 ": 12, "007": 7, "1,286": 1286, "1，286": 1286, "1’286": 1286,
    "12,345,678": 12345678, "5件": 5, "5 件": 5, "３件": 3, "1,286件": 1286, "8宗": 8,
}  # fmt: skip
DOUBTFUL = {
    "/": 0, "／": 0, "-": 0, "—": 0, "——": 0, "–": 0, "无": 0, "暂无": 0, "〇": 0, "零": 0, "1 286": 1286, "1.0": 1,
    "22（其中修订16件）": 22, "22件(含转来2件)": 22, "五": 5, "十二": 12, "二十": 20, "一百零五": 105,
    "5①": 5, "5*": 5, "5[1]": 5,
}  # fmt: skip
UNREADABLE = (
    "1.5",
    "-3",
    "－3",
    "1 2",
    "12\n86",
    "1,28",
    "12,3456",
    "详见附件",
    "约5",
    "5-6",
    "5/6",
    "35元",
    "½",
    "٣",
    "①",
    "1e3",
    "5" * 70,
)
AMOUNTS = {
    "35.5": "35.5", "35.5万元": "35.5", "４１６６．２４": "4166.24", "4,166.241619": "4166.241619", "12万": "12",
    "0": "0",
}  # fmt: skip
DOUBTFUL_AMOUNTS = {
    "355000元": "35.5",
    "1,234,567元": "123.4567",
    "12元": "0.0012",
    "/": "0",
    "0.5亿元": "5000",
    "无": "0",
}


@pytest.mark.parametrize(("words", "value"), PLAIN.items())
def test_a_count_as_offices_print_it(words: str, value: int) -> None:
    assert (read_figure(words, COUNT).value, read_figure(words, COUNT).doubt) == (value, "")


@pytest.mark.parametrize(("words", "value"), DOUBTFUL.items())
def test_a_count_that_must_be_looked_at(words: str, value: int) -> None:
    found = read_figure(words, COUNT)
    assert found.value == value
    assert found.doubt


@pytest.mark.parametrize("words", UNREADABLE)
def test_no_count_is_made_of_other_words(words: str) -> None:
    found = read_figure(words, COUNT)
    assert found.value is None
    assert found.doubt


@pytest.mark.parametrize("words", ["", " ", "　\xa0\n"])
def test_an_empty_cell_is_not_filled_in(words: str) -> None:
    assert read_figure(words, COUNT) == BLANK


@pytest.mark.parametrize(("words", "value"), AMOUNTS.items())
def test_an_amount_in_wan_yuan(words: str, value: str) -> None:
    assert (read_figure(words, AMOUNT).value, read_figure(words, AMOUNT).doubt) == (Decimal(value), "")


@pytest.mark.parametrize(("words", "value"), DOUBTFUL_AMOUNTS.items())
def test_an_amount_in_another_unit_is_converted_exactly_with_a_doubt(words: str, value: str) -> None:
    found = read_figure(words, AMOUNT)
    assert format_value(found.value) == value
    assert found.doubt


@given(counts() | amounts())
def test_what_the_program_prints_it_reads(value: Value) -> None:
    cell = AMOUNT if isinstance(value, Decimal) else COUNT
    assert read_figure(format_value(value), cell).value == value


@given(counts(), st.sampled_from(("{:,}", "{}件", "{}（说明）", " {} ", "{}.0")))
def test_a_count_in_any_dress_is_that_count(value: int, dress: str) -> None:
    assert read_figure(dress.format(value), COUNT).value == value


@given(st.text(alphabet="0123456789.,，-－/ 件元万（）一十〇①", max_size=12))
def test_any_words_give_a_figure_of_the_form_or_none(words: str) -> None:
    for cell in (COUNT, AMOUNT):
        found = read_figure(words, cell)
        assert found.value is None or cell.check(found.value) == found.value
        assert found.value is None or found.value <= COUNT_LIMIT * 10**5
        assert found.value is not None or found.doubt or not words.strip()
