"""Text that a PDF viewer copied out of order: the sums of table three decide where its figures belong, or a doubt."""

from collections.abc import Callable, Sequence

import pytest

from importers.clipboard import from_clipboard
from importers.document.blocks import GridCell
from importers.formats.text import from_text
from importers.reading import Reading
from importers.recognition.recognise import recognise
from importers.recognition.stream import whole
from model.form import forms
from model.report.report import Report
from model.structs import replace
from tests.importers.copies import copied
from tests.importers.documents import AGENCY, TEXTS, as_grid, document, figures, index_of, replaced, rows_of

FORM = forms.newest()
HEAD = 3
"""So many rows of table three hold its head."""
Rows = Sequence[tuple[str, list[str]]]
Way = Callable[[Rows], list[str]]


def balanced(most: int = 313) -> Report:
    """A report whose sums and balances hold."""
    numbers = {cell: (index * 37) % most for index, cell in enumerate(FORM.typed)}
    made = Report(2024, AGENCY, numbers=numbers, text=TEXTS, form=FORM)
    for balance in FORM.balances:
        (received, carried_in), (concluded, carried_out) = balance.left, balance.right
        if received in numbers:
            numbers[carried_in] = 0
            numbers[received] = int(made.value(concluded) or 0) + numbers[carried_out]
    return Report(2024, AGENCY, numbers=numbers, text=TEXTS, form=FORM)


def in_order(rows: Rows) -> list[str]:
    return [each for label, row in rows for each in (label, *row)]


def labels_behind(rows: Rows) -> list[str]:
    """Most labels behind all figures."""
    return [*in_order(rows[:4]), *(word for _, row in rows[4:] for word in row), *(label for label, _ in rows[4:])]


def labels_in_pairs(rows: Rows) -> list[str]:
    """Two labels, then the figures of both."""
    pairs = (rows[at : at + 2] for at in range(0, len(rows), 2))
    return [
        each for pair in pairs for each in (*(label for label, _ in pair), *(word for _, row in pair for word in row))
    ]


def first_in_label(rows: Rows) -> list[str]:
    """The first figure of the rows with the longest labels in the middle of those, behind the figures right of it."""
    found = []
    for label, row in rows:
        half = len(label) // 2
        found += [*row[1:], label[:half], row[0], label[half:]] if len(label) > 25 else [label, *row]
    return found


def total_behind(rows: Rows) -> list[str]:
    """The total of a row behind its label, and that behind its other figures."""
    (first, second, third), rest = rows[:3], rows[3:]
    return [*in_order([first, second]), *third[1][:-1], third[0], third[1][-1], *in_order(rest)]


WAYS = (in_order, labels_behind, labels_in_pairs, first_in_label, total_behind)


def shuffled(report: Report, way: Way, change: Callable[[Rows], Rows] = lambda rows: rows) -> str:
    """The text of a report, a cell a line, the rows of table three in one of the ways."""
    made = document(report)
    at = index_of(made, 1)
    table = [[cell.text for cell in row if cell.begins and cell.text] for row in rows_of(made.blocks[at])[HEAD:]]
    rows = change([(row[-8], row[-7:]) for row in table])
    mark = "这里是表三的数字"
    head = [*rows_of(made.blocks[at])[:HEAD], [GridCell(mark)]]
    return copied(replaced(made, at, as_grid(head)), "a cell a line").replace(mark, "\n".join(way(rows)))


def differing(reading: Reading, report: Report) -> list[str]:
    return [cell for cell, value in figures(report) if reading.numbers.get(cell) != value]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("most", [1, 2, 10, 313])
def test_figures_out_of_order_find_their_rows_by_the_sums(way: Way, most: int) -> None:
    made = balanced(most)
    for found in (from_text(shuffled(made, way), "text"), from_clipboard(None, shuffled(made, way))):
        reading = recognise(found)
        assert not differing(reading, made)
        assert not reading.doubts
        assert reading.text == TEXTS


@pytest.mark.parametrize("way", WAYS[1:])
def test_without_sums_that_hold_figures_out_of_order_are_a_doubt(way: Way) -> None:
    made = balanced()
    wrong_total = shuffled(made, way, lambda rows: [(label, [*row[:-1], str(int(row[-1]) + 1)]) for label, row in rows])
    reading = recognise(from_text(wrong_total, "text"))
    assert "applications" in {doubt.place.partition(".")[0] for doubt in reading.doubts}


@pytest.mark.parametrize("way", WAYS)
def test_rows_that_changed_places_with_their_labels_are_never_taken_by_their_order(way: Way) -> None:
    made = balanced()

    def swapped(rows: Rows) -> Rows:
        return [*rows[:6], rows[7], rows[6], *rows[8:]]

    reading = recognise(from_text(shuffled(made, way, swapped), "text"))
    wrong = {cell.split(".")[1] for cell in differing(reading, made)}
    assert not wrong or "applications" in {doubt.place for doubt in reading.doubts}
    assert not differing(recognise(from_text(shuffled(made, in_order, swapped), "text")), made)


def test_figures_that_changed_places_within_a_row_are_a_doubt() -> None:
    """A row's own sum still holds, and its columns do not."""
    made = balanced()

    def turned(rows: Rows) -> Rows:
        label, row = rows[0]
        return [(label, [row[1], row[0], *row[2:]]), *rows[1:]]

    reading = recognise(from_text(shuffled(made, in_order, turned), "text"))
    assert differing(reading, made)
    assert ["打乱" in doubt.message for doubt in reading.doubts] == [True]


def test_a_table_with_too_many_choices_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "_MOST_STEPS", 3)
    made = balanced()
    reading = recognise(from_text(shuffled(made, first_in_label), "text"))
    assert any(doubt.place == "applications" for doubt in reading.doubts)


def test_a_figure_beside_a_page_number_is_no_running_head() -> None:
    made = balanced()
    numbers = {**made.numbers, "disclosure.fees.amount": 0}
    lines = copied(document(replace(made, numbers=numbers)), "a cell a line").split("\n")
    at = next(index for index, line in enumerate(lines) if line == "行政事业性收费")
    lines[at + 2 : at + 2] = ["— 2 —"]
    reading = recognise(from_text("\n".join(lines), "text"))
    assert reading.numbers["disclosure.fees.amount"] == 0
    assert not reading.doubts


def test_the_only_figure_left_below_its_head_is_taken_for_that_column_with_a_doubt() -> None:
    made = balanced()
    text = copied(document(made), "a cell a line")
    fee = f"{made.numbers['disclosure.fees.amount']}\n"
    before = text.replace(f"行政事业性收费\n{fee}", f"{fee}行政事业性收费\n")
    assert before != text
    reading = recognise(from_text(before, "text"))
    assert not differing(reading, made)
    assert [(doubt.place, bool(doubt.taken)) for doubt in reading.doubts] == [("disclosure", True)]
