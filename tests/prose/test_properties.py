"""Figures in any notation, correct prose in any wording, and one figure of it changed."""

from datetime import date
from decimal import Decimal
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.checks import CHECKS, Context, Finding
from model.checks.run import run
from model.prose.figures import Figure
from model.prose.insertable.linkable import linkable_figures
from model.prose.reader import reading
from model.report.report import Report
from model.structs import replace
from tests.forms import FORM
from tests.prose.sentences import READ
from tests.prose.writing import (
    NOTATIONS,
    TEMPLATES,
    Writer,
    Written,
    chinese,
    numbers_of,
    report_of,
    write,
    written_overview,
)

TODAY = date(2025, 1, 10)
PROSE_CHECKS = tuple(entry for code, entry in CHECKS.items() if code.startswith("X-"))


def judged(report: Report) -> list[Finding]:
    """What the checks of prose find."""
    return [finding for entry in PROSE_CHECKS for finding in run(entry, report, Context(TODAY))]


@given(st.integers(0, 10**8), st.sampled_from(NOTATIONS))
def test_a_count_in_any_notation_reads_back(count: int, notation: str) -> None:
    (figure,) = reading(f"全年收到政府信息公开申请{write(count, notation)}件。", FORM).figures
    assert (figure.value, figure.unit, figure.bound) == (count, "件", "exact")


@given(st.integers(1, 9999), st.integers(0, 3), st.sampled_from(("万", "亿")))
def test_a_count_in_ten_thousands_reads_back(digits: int, places: int, scale: str) -> None:
    value = Decimal(digits).scaleb(-places)
    (figure,) = reading(f"全年公开信息{value:f}{scale}条。", FORM).figures
    assert figure.value == value * {"万": 10**4, "亿": 10**8}[scale]


@given(st.decimals(0, 10**9, places=6), st.sampled_from(("万元", "元", "亿元")))
def test_an_amount_reads_back_exactly(amount: Decimal, unit: str) -> None:
    (figure,) = reading(f"行政事业性收费{amount:f}{unit}。", FORM).figures
    assert (figure.value, figure.unit) == (amount, unit)
    assert figure.amount == amount * Decimal({"万元": "1", "元": "0.0001", "亿元": "10000"}[unit])


@given(st.integers(0, 10**6))
def test_numerals_of_offices_are_read(count: int) -> None:
    assert [
        figure.value
        for figure in reading(f"办结{chinese(count).replace('二百', '两百').replace('零', '〇')}件。", FORM).figures
    ] == [count]


_PROSE = st.sampled_from(
    (
        "",
        "坚持以人民为中心的发展思想，持续擦亮为民服务底色。",
        "严格落实“三审三校”制度。\n",
        "成立由局长任组长的领导小组，召开会议4次。",
        "组织培训3次，120人次参加。\n（四）平台建设。改版栏目6个。\n",
        "深入贯彻《条例》第二十条，严格按20个工作日的期限办理。",
    )
)


@given(st.sampled_from(READ), _PROSE, _PROSE)
def test_other_prose_around_a_sentence_changes_nothing(entry: tuple[str, list[str]], before: str, after: str) -> None:
    sentence = entry[0]
    if sentence.startswith("（"):
        before = f"{before}\n" if before else ""
    moved = reading(before + sentence + after, FORM).figures
    alone = [_bare(figure, 0) for figure in reading(sentence, FORM).figures if figure.meanings]
    assert [_bare(figure, len(before)) for figure in moved if figure.meanings] == alone


def _bare(figure: Figure, shift: int) -> tuple[object, ...]:
    return figure.words, figure.number[0] - shift, figure.value, figure.meanings, figure.partial


@given(st.integers(0, 2**32))
def test_correct_prose_has_no_findings(seed: int) -> None:
    report = report_of(Random(seed))
    assert [(finding.check, finding.message) for finding in judged(report)] == []


@given(st.integers(0, 2**32))
@example(915)  # 61 and its parts 7 and 9 are of the tables, and 16 is no slip of 61
def test_any_changed_figure_is_found_once_at_its_place(seed: int) -> None:
    random = Random(seed)
    report = report_of(random)
    overview = written_overview(report, random)
    for slot in overview.slots:
        value = _other(report, slot.value)
        changed = report.with_text("overview", overview.changed(slot, value))
        found = judged(changed)
        assert len(found) == 1, (changed.text.overview, slot, found)
        start, end = found[0].span or (0, 0)
        assert start <= slot.start + (slot.notation == "spaced") < end


def _other(report: Report, value: object) -> int | Decimal:
    """A figure that is not in the report, and larger than all that are."""
    largest = max(report.value(cell) or 0 for cell in ("applications.received.total", "disclosure.fees.amount"))
    if isinstance(value, Decimal):
        return value + largest + 13
    return 2 * int(largest) + int(str(value)) + 5003


@pytest.mark.parametrize("template", TEMPLATES)
def test_each_wording_is_read_in_full(template: str) -> None:
    report = Report(2024, report_of(Random(1)).agency, numbers=numbers_of(Random(5)), form=FORM)
    for seed in range(40):
        writer = Writer(report, Random(seed))
        written = Written("（二）依申请公开。", ()) + writer.sentence(template)
        figures = {figure.number: figure for figure in reading(written.text, FORM).figures}
        for slot in written.slots:
            at = slot.start + (slot.notation == "spaced" and isinstance(slot.value, int))
            found = [figure for (start, _), figure in figures.items() if start == at]
            assert [figure.value for figure in found] == [slot.value], written.text
            assert slot.name.startswith("条") or found[0].meanings, written.text


@given(st.integers(0, 2**32))
def test_offers_put_fields_that_print_the_same(seed: int) -> None:
    report = report_of(Random(seed))
    for offer in linkable_figures(report, "overview"):
        words = report.text.overview
        assert words[slice(*offer.span)] == offer.words
        assert report.value(offer.cell_id) == offer.value
        replaced = report.with_text("overview", words[: offer.span[0]] + offer.field + words[offer.span[1] :])
        assert judged(replaced) == []
        assert len(linkable_figures(replaced, "overview")) == len(linkable_figures(report, "overview")) - 1


@given(st.integers(0, 2**32))
def test_fixes_cure_what_they_are_offered_for(seed: int) -> None:
    from model.checks.fix import fixed

    random = Random(seed)
    report = report_of(random)
    overview = written_overview(report, random)
    slot = random.choice(overview.slots)
    wrong = report.with_text("overview", overview.changed(slot, _other(report, slot.value)))
    for finding in judged(wrong):
        if finding.fix:
            assert judged(fixed(wrong, finding.fix)) == []
            assert replace(fixed(wrong, finding.fix), text=report.text) == report
