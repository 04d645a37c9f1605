"""A figure that repeats a cell is read whatever the words around it: right it is quiet, changed it is told."""

import re
from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.checks import CHECKS, Context
from model.checks.registry import Finding
from model.checks.run import run
from model.report.report import Report
from tests.checks.correct import applications, filled
from tests.prose.clerks import CLERKS, OF_OTHERS
from tests.prose.items import APPLIED, PROBLEMS, REPORT, SILENT, WORDINGS
from tests.prose.kinds import BY_KIND, IN_WORDS, OTHERS, Moved
from tests.prose.passing import NOT_THEIRS, PASSING

MARKED = re.compile("⟦([^⟦⟧]*)⟧")
ABOUT_PROSE = [check for code, check in CHECKS.items() if code.startswith("X-")]
JANUARY = Context(date(2025, 1, 10))
NEXT = {"九十七": "九十八", "九十一": "九十三", "十一": "十三", "９７": "９８", "９１": "９３", "1,286": "1,288"}


def found(lead: str, sentence: str, report: Report = REPORT) -> list[Finding]:
    """What is said of a sentence in section one, or in section five when it stands alone."""
    overview, problems = ("无。", sentence) if lead == PROBLEMS else (lead + sentence, "无。")
    report = report.with_text("overview", overview).with_text("problems", problems)
    return [finding for check in ABOUT_PROSE for finding in run(check, report, JANUARY)]


def otherwise(figure: str) -> str:
    """Another figure, written in the same way."""
    if figure in NEXT:
        return NEXT[figure]
    return str(Decimal(figure) + 3) if "." in figure else str(int(figure) + 1)


@pytest.mark.parametrize(("lead", "marked"), [*WORDINGS, *BY_KIND, *CLERKS, *PASSING])
def test_each_figure_of_a_sentence_is_read(lead: str, marked: str) -> None:
    right = MARKED.sub(r"\1", marked)
    assert [finding.message for finding in found(lead, right)] == []
    for figure in MARKED.finditer(marked):
        wrong = marked[: figure.start()] + otherwise(figure[1]) + marked[figure.end() :]
        assert found(lead, MARKED.sub(r"\1", wrong)), wrong


@pytest.mark.parametrize(("lead", "sentence"), [*SILENT, *OF_OTHERS, *NOT_THEIRS])
def test_figures_that_count_something_else_are_left_alone(lead: str, sentence: str) -> None:
    assert [finding.message for finding in found(lead, sentence)] == []


@pytest.mark.parametrize(("report", "lead", "sentence"), OTHERS)
def test_figures_and_words_for_amounts_of_something_else_are_left_alone(
    report: Report, lead: str, sentence: str
) -> None:
    assert [finding.message for finding in found(lead, sentence, report)] == []


@pytest.mark.parametrize(("report", "lead", "sentence", "moved"), IN_WORDS)
def test_an_amount_in_words_is_held_against_the_tables(report: Report, lead: str, sentence: str, moved: Moved) -> None:
    assert [finding.message for finding in found(lead, sentence, report)] == []
    changed = {cell: (report.numbers[cell] or 0) + more for cell, more in moved.items()}
    (first, *_) = found(lead, sentence, report.with_numbers(changed))
    assert set(first.cells), "the finding leads to the table"


RESULTS = {
    "granted": "予以公开",
    "partly_granted": "部分公开",
    "refused_third_party": "因涉及第三方权益不予公开",
    "refused_deliberative": "属于过程性信息",
    "unavailable_not_held": "本机关不掌握",
    "unavailable_must_be_created": "需要另行制作",
    "unprocessed_petition": "属信访投诉",
    "unprocessed_repeated": "重复申请",
    "other_not_corrected": "逾期不补正",
}
SIGNS = (("，", "件"), ("；", "件"), ("、", "件"))


@given(
    counts=st.lists(st.integers(2, 400), min_size=len(RESULTS), max_size=len(RESULTS), unique=True),
    seed=st.integers(0, 10**6),
    number_first=st.booleans(),
    sign=st.sampled_from(SIGNS),
)
def test_results_are_read_in_any_order_either_way_round(
    counts: list[int], seed: int, *, number_first: bool, sign: tuple[str, str]
) -> None:
    rows = dict(zip(RESULTS, counts, strict=True))
    total, order = sum(counts), list(RESULTS)
    Random(seed).shuffle(order)
    numbers = filled(applications("natural_person", received=total, **rows))
    report = REPORT.with_numbers(numbers)

    def sentence(changed: str = "") -> str:
        items = []
        for row in order:
            count = rows[row] + 1000 * (row == changed)
            items.append(f"{count}件{RESULTS[row]}" if number_first else f"{RESULTS[row]}{count}{sign[1]}")
        return f"收到申请{total}件，全部办结：{sign[0].join(items)}。"

    assert [finding.message for finding in found(APPLIED, sentence(), report)] == []
    assert found(APPLIED, sentence(order[seed % len(order)]), report)
