"""Figures and outcomes told in other words are held against the tables, and what only looks like them is left alone."""

import pytest

from model.form.form import Value
from model.report.report import Report
from tests.prose.items import PROBLEMS
from tests.prose.plainly import ENDED, NO_MORE, NONE, SILENT, TOLD
from tests.prose.test_items import MARKED, found, otherwise


def one_more(figure: str) -> str:
    return {"八": "九", "一": "两", "2,688": "2,868"}.get(figure) or otherwise(figure)


@pytest.mark.parametrize(("report", "lead", "marked"), [*TOLD, *NO_MORE])
def test_each_figure_is_read(report: Report, lead: str, marked: str) -> None:
    right = MARKED.sub(r"\1", marked)
    assert [finding.message for finding in found(lead, right, report)] == []
    for figure in MARKED.finditer(marked):
        wrong = marked[: figure.start()] + one_more(figure[1]) + marked[figure.end() :]
        assert found(lead, MARKED.sub(r"\1", wrong), report), wrong


@pytest.mark.parametrize(("report", "lead", "words", "some"), NONE)
def test_words_that_say_none_contradict_a_cell_that_has_some(
    report: Report, lead: str, words: str, some: dict[str, Value]
) -> None:
    assert [finding.message for finding in found(lead, words, report)] == []
    assert any(finding.cells for finding in found(lead, words, report.with_numbers(some)))


@pytest.mark.parametrize(("report", "lead", "words", "ended", "otherwise_"), ENDED)
def test_an_outcome_without_a_figure_is_held_against_the_tables(
    report: Report, lead: str, words: str, ended: str, otherwise_: str
) -> None:
    assert [finding.message for finding in found(lead, words, report)] == []
    moved = {ended: 0, otherwise_: (report.numbers[otherwise_] or 0) + int(report.numbers[ended] or 0)}
    assert len(found(lead, words, report.with_numbers(moved))) == 1


@pytest.mark.parametrize(("report", "lead", "words"), SILENT)
def test_what_only_looks_alike_is_left_alone(report: Report, lead: str, words: str) -> None:
    assert lead != PROBLEMS
    assert [finding.message for finding in found(lead, words, report)] == []
