"""Tables copied with tabs whose empty cells stand for nothing, and the figures of table four without any label."""

from pathlib import Path

import pytest

from importers.clipboard import from_clipboard
from importers.document.blocks import Document, Paragraph
from importers.formats.text import from_text
from importers.reading import Reading
from importers.recognition.recognise import NotAReport, recognise
from model.form import forms
from model.report.report import Report
from tests.importers.documents import AGENCY, TEXTS, document, figures
from tests.importers.test_shuffled_text import balanced

COPIED = (Path(__file__).parents[1] / "data" / "reading" / "08_copied_from_pdf.txt").read_text("utf-8")
ZEROS = " ".join("0" * 15)
FILLED = "1 0 2 0 3 0 0 0 0 0 4 0 0 1 5"


def tabbed(made: Document, last_tab: str = "") -> str:
    """Rows as lines, all cells of a row set apart by tabs, 0 as an empty cell; a tab more at the end or not."""
    lines = []
    for block in made.blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            rows = ([cell.text for cell in row if cell.begins] for row in block.rows)
            lines += ["\t".join("" if text == "0" else text for text in row) + last_tab for row in rows]
    return "\n".join(lines)


def different(reading: Reading, report: Report) -> list[str]:
    return [cell for cell, value in figures(report) if reading.numbers.get(cell, 0) != value]


@pytest.mark.parametrize("most", [1, 2, 10, 313])
@pytest.mark.parametrize("last_tab", ["", "\t"], ids=["", "a tab at the end"])
def test_empty_cells_are_cells_where_a_row_has_all_its_tabs(most: int, last_tab: str) -> None:
    made = balanced(most)
    text = tabbed(document(made), last_tab)
    for found in (from_text(text, "text"), from_clipboard(None, text)):
        reading = recognise(found)
        assert not different(reading, made)
        assert not [doubt for doubt in reading.doubts if "没有找到" in doubt.message]
        lost = {cell.partition(".")[0] for cell, _ in figures(made) if cell not in reading.numbers}
        assert lost <= {doubt.place.partition(".")[0] for doubt in reading.doubts}
        assert reading.text == TEXTS


def test_tables_of_empty_cells_alone_are_blank() -> None:
    made = Report(2024, AGENCY, numbers=dict.fromkeys(forms.newest().typed, 0), text=TEXTS, form=forms.newest())
    reading = recognise(from_text(tabbed(document(made)), "text"))
    assert not reading.numbers
    assert [doubt.place for doubt in reading.doubts] == [table.id for table in forms.newest().tables]
    assert all("空白" in doubt.message for doubt in reading.doubts)


def test_without_their_tabs_empty_cells_never_move_a_figure() -> None:
    for most in (1, 2, 10, 313):
        made = balanced(most)
        text = "\n".join(line.rstrip("\t") for line in tabbed(document(made)).split("\n"))
        try:
            reading = recognise(from_text(text, "text"))
        except NotAReport:
            continue
        moved = {cell for cell, value in figures(made) if reading.numbers.get(cell, value) != value}
        assert {cell.partition(".")[0] for cell in moved} <= {d.place.partition(".")[0] for d in reading.doubts}


def test_a_heading_with_a_tab_behind_it_is_no_row() -> None:
    text = tabbed(document(balanced())).replace("五、存在的主要问题及改进情况", "五、存在的主要问题及改进情况\t")
    reading = recognise(from_text(text, "text"))
    assert reading.text == TEXTS


def bare(words: str) -> Reading:
    """A report whose table four is this alone."""
    start = COPIED.index("\n", COPIED.index("四、政府信息公开行政")) + 1
    return recognise(from_text(f"{COPIED[:start]}{words}\n{COPIED[COPIED.index('五、存在') :]}", "text"))


@pytest.mark.parametrize("between", [" ", "\t", "\n"])
def test_figures_below_the_heading_of_table_four_are_taken_where_the_sums_hold(between: str) -> None:
    reading = bare(FILLED.replace(" ", between))
    found = [reading.numbers[f"disputes.{cell}"] for cell in ("review.upheld", "review.other")]
    assert found == [1, 2]
    assert reading.numbers["disputes.suit_after_review.pending"] == 1
    assert not reading.doubts
    assert reading.text == recognise(from_text(COPIED, "text")).text


def test_figures_below_the_heading_of_table_four_are_doubted_where_the_sums_do_not_hold() -> None:
    reading = bare(FILLED.replace(" 1 5", " 1 6"))
    assert reading.numbers["disputes.review.other"] == 2
    assert "disputes" in [doubt.place for doubt in reading.doubts]


@pytest.mark.parametrize("words", [f"{FILLED} 7", FILLED[2:], f"共 {FILLED}", FILLED.replace(" ", "、")])
def test_other_figures_below_the_heading_of_table_four_are_a_doubt(words: str) -> None:
    reading = bare(words)
    assert not [cell for cell in reading.numbers if cell.startswith("disputes.")]
    assert "disputes" in [doubt.place for doubt in reading.doubts]
    assert reading.text.problems


def test_a_table_four_with_its_labels_is_read_as_before() -> None:
    assert ZEROS in COPIED
    reading = recognise(from_text(COPIED.replace(ZEROS, FILLED), "text"))
    assert reading.numbers["disputes.suit_after_review.upheld"] == 4
    assert not reading.doubts
