"""Text that was copied or saved as plain text: its labels and figures find their places in the form, or are doubted."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.content import Heading, NumberTable, Title, blocks
from export.content import Paragraph as Prose
from importers.answers import RIGHT, Reply, questions, settled
from importers.clipboard import from_clipboard
from importers.document.blocks import Block, Document, Grid, GridCell, Paragraph
from importers.formats.text import from_text
from importers.read import read, read_document
from importers.reading import Location, Reading
from importers.recognition.recognise import NotAReport, recognise
from importers.recognition.stream.shape import Row, Shape
from importers.recognition.texts.broken_lines import join
from importers.recognition.texts.lines import Line
from model.drafts.draft import load
from model.form import forms
from model.form.form import Cell, Form, Value, format_value
from model.report.report import TEXT_IDS, Report
from model.structs import replace
from tests.forms import OLD_FORM
from tests.importers.copies import WAYS, copied
from tests.importers.documents import AGENCY, TEXTS, as_grid, document, figures, index_of, replaced, reports, rows_of
from tests.invented import invented, known

FOLDER = Path(__file__).parents[1] / "data" / "reading"
SEED = load(FOLDER.parent / "seed.nianbao").report
MADE = json.loads((FOLDER / "truth.json").read_text("utf-8"))


def wrong(reading: Reading, report: Report) -> dict[str, tuple[Value, Value]]:
    """The figures that were read as others than the report's."""
    return {
        cell: (reading.numbers[cell], value)
        for cell, value in figures(report)
        if reading.numbers.get(cell, value) != value
    }


def shown(reading: Reading) -> dict[str, str]:
    return {cell: format_value(reading.numbers[cell]) for cell in forms.newest().typed if cell in reading.numbers}


@settings(max_examples=25, deadline=None)
@given(reports(), st.sampled_from(sorted(WAYS)))
def test_a_copied_report_gives_every_figure_and_every_word(report: Report, way: str) -> None:
    text = copied(document(report), way)
    for found in (from_text(text, "text"), from_clipboard(None, text)):
        reading = recognise(found)
        assert len(reading.numbers) == len(forms.newest().typed)
        assert not wrong(reading, report)
        assert reading.text == TEXTS
        assert not reading.doubts


@pytest.mark.parametrize("way", sorted(WAYS))
def test_a_group_that_is_one_row_in_a_copied_table_is_that_row(way: str) -> None:
    report = SEED.with_numbers({f"applications.other_{row}.research": 0 for row in ("not_corrected", "fee_unpaid")})
    whole = document(report.with_number("applications.other_misc.research", 3))
    rows = rows_of(whole.blocks[index_of(whole, 1)])
    label = GridCell("（六）其他处理")
    rows[23:26] = [[rows[25][0], label, replace(label, begins=False), *rows[25][3:]]]
    reading = recognise(from_text(copied(replaced(whole, index_of(whole, 1), as_grid(rows)), way), "text"))
    assert reading.numbers["applications.other_misc.research"] == 3
    assert not [cell for cell in reading.numbers if "other_not_corrected" in cell or "other_fee_unpaid" in cell]


@pytest.mark.parametrize("form", [forms.newest(), invented()], ids=["in force", "invented"])
def test_a_group_that_another_form_does_not_divide_spans_its_rows_wherever_they_stand(form: Form) -> None:
    with known(form):
        table = form.shaped("list")
        assert table is not None
        shape = Shape(form, table)
        (group,) = (row for row in shape.by_key.values() if row.undivided)
        inside = [index for index, row in enumerate(shape.rows) if group.label in _labels(form, row)]
    assert group.label == "（六）其他处理"
    assert list(group.span) == inside
    assert group.cells == shape.rows[inside[-1]].cells


def _labels(form: Form, row: Row) -> list[str]:
    cell = form.cells[row.cells[0]]
    return [label.label for label in form.table_of(cell.id).row_labels(cell)]


@settings(max_examples=60, deadline=None)
@given(
    report=reports(),
    way=st.sampled_from(sorted(WAYS)),
    change=st.sampled_from(("lost", "twice", "joined", "cut", "number", "page")),
    place=st.floats(0, 1, exclude_max=True),
)
def test_a_damaged_copy_gives_no_wrong_figure_without_a_doubt(
    report: Report, way: str, change: str, place: float
) -> None:
    lines = copied(document(report), way).split("\n")
    first = next(index for index, line in enumerate(lines) if "第二十条第" in line)
    last = next(index for index, line in enumerate(lines) if line.startswith("五、存在"))
    at = first + int(place * (last - first - 1))
    line, following = lines[at : at + 2]
    lines[at : at + (2 if change == "joined" else 1)] = {
        "lost": [],
        "twice": [line, line],
        "joined": [line + following],
        "cut": [line if line.strip().isdigit() else line[: len(line) // 2]],
        "number": [f"{line} 3"],
        "page": [line, "7"],
    }[change]
    reading = recognise(from_text("\n".join(lines), "text"))
    doubted = {doubt.place.partition(".")[0] for doubt in reading.doubts}
    assert {cell.partition(".")[0] for cell in wrong(reading, report)} <= doubted
    assert reading.text.problems == TEXTS.problems


@pytest.mark.parametrize("name", ["seed.txt", "08_copied_from_pdf.txt"])
def test_a_report_as_it_was_given_is_read_whole(name: str) -> None:
    reading = read(FOLDER / name)
    assert len(reading.numbers) == len(forms.newest().typed)
    assert not reading.doubts
    pasted = read_document(from_clipboard(None, (FOLDER / name).read_text("utf-8")), "剪贴板")
    assert (pasted.numbers, pasted.text) == (reading.numbers, reading.text)


def test_the_figures_of_the_text_copied_from_a_pdf() -> None:
    reading = read(FOLDER / "08_copied_from_pdf.txt")
    assert {cell: value for cell, value in reading.numbers.items() if value} == {
        "disclosure.licences.decisions": 12,
        "applications.received.natural_person": 6,
        "applications.received.enterprise": 1,
        "applications.granted.natural_person": 4,
        "applications.granted.enterprise": 1,
        "applications.unavailable_not_held.natural_person": 2,
    }
    assert reading.agency.name == "临川市柳溪区水务局"


@pytest.mark.parametrize("way", ["reading_order", "layout", "raw"])
def test_what_a_viewer_copies_out_of_a_pdf_is_read(way: str) -> None:
    reading = read(FOLDER / f"ruled.{way}.txt")
    assert shown(reading) == MADE["ruled"]
    assert [doubt.place for doubt in reading.doubts] == ["lines"]


def test_joined_lines_are_one_question_for_the_whole_report() -> None:
    reading = read(FOLDER / "ruled.raw.txt")
    (question,) = questions(reading)
    assert question.about_lines
    assert settled(reading, {question: RIGHT}).text == reading.text
    apart = settled(reading, {question: Reply(right=False)})
    assert not apart.doubts
    assert apart.text.overview.count("\n") > 2 * reading.text.overview.count("\n")
    assert apart.text.overview.replace("\n", "") == reading.text.overview.replace("\n", "")


def test_lines_broken_by_a_converter_are_joined_with_a_doubt() -> None:
    reading = read(FOLDER / "35_lines_broken_by_pdf_conversion.docx")
    assert reading.text.preamble == (
        "根据《中华人民共和国政府信息公开条例》的规定编制本报告。数据统计期限为2024年1月1日至2024年12月31日。"
    )
    assert [(doubt.place, doubt.taken) for doubt in reading.doubts] == [("lines", reading.text.preamble)]


def test_a_doubt_about_broken_lines_shows_where_they_broke() -> None:
    """Also when the sentence is longer than what is shown."""
    first = "".join(f"第{number}季度逐项检查栏目内容并公布结果，" for number in range(20))
    broken = [Line(text, Location(index)) for index, text in enumerate((first, "全年没有超期。"))]
    (doubt,) = join(broken, "docx", forms.newest()).doubts
    assert "公布结果，⏎全年没有超期。" in doubt.printed
    assert "公布结果，全年没有超期。" in doubt.taken


def test_rows_that_nothing_places_are_left_out_and_told() -> None:
    text = (FOLDER / "08_copied_from_pdf.txt").read_text("utf-8").replace("规章 0 0 0", "规章 0 0")
    reading = recognise(from_text(text, "text"))
    assert not [cell for cell in reading.numbers if cell.startswith("disclosure.rules.")]
    assert any(doubt.printed.endswith("规章 0 0") and not doubt.taken for doubt in reading.doubts)
    assert reading.text.problems


def test_sums_put_folded_figures_together_and_leave_page_numbers_out() -> None:
    text = (FOLDER / "08_copied_from_pdf.txt").read_text("utf-8")
    folded = text.replace("数量 6 1 0 0 0 0 7", "数量 12 86 1 0 0 0 0 12 87").replace(
        "4 1 0 0 0 0 5", "4 1 0 0 0 0 5 3"
    )
    reading = recognise(from_text(folded, "text"))
    assert reading.numbers["applications.received.natural_person"] == 1286
    assert reading.numbers["applications.granted.natural_person"] == 4
    assert sum("合计相等" in doubt.message for doubt in reading.doubts) == 2


def test_columns_in_another_order_are_read_by_their_heads() -> None:
    text = (FOLDER / "08_copied_from_pdf.txt").read_text("utf-8")
    text = text.replace("商业企业 科研机构", "科研机构 商业企业")
    reading = recognise(from_text(text, "text"))
    assert reading.numbers["applications.received.research"] == 1
    assert any("次序" in doubt.message for doubt in reading.doubts)


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="一、（三）其他总计规章行政复议0123 \t\n。", max_size=600))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        reading = recognise(from_text(text, "text"))
    except NotAReport:
        return
    assert set(reading.numbers) <= set(forms.newest().typed)


@pytest.mark.parametrize("way", sorted(WAYS))
def test_a_copied_report_of_the_form_of_2019_is_read_on_its_own_form(way: str) -> None:
    numbers: dict[str, Value] = {cell: (index * 7) % 30 for index, cell in enumerate(OLD_FORM.typed)}
    change = next(cell for cell in OLD_FORM.typed if OLD_FORM.cells[cell].kind == "change")
    made = Report(2020, AGENCY, numbers=numbers | {change: -3}, text=TEXTS, form=OLD_FORM)
    reading = recognise(from_text(copied(Document("text", old_blocks(made)), way), "text"))
    assert reading.form is OLD_FORM
    differing = {cell for cell in OLD_FORM.typed if reading.numbers.get(cell) != made.numbers[cell]}
    assert not differing
    assert [doubt.place for doubt in reading.doubts] == ["year"]


def test_heads_of_table_four_in_another_order_are_a_doubt() -> None:
    text = (FOLDER / "08_copied_from_pdf.txt").read_text("utf-8")
    assert "结果维持 结果纠正" in text
    reading = recognise(from_text(text.replace("结果维持 结果纠正", "结果纠正 结果维持", 1), "text"))
    assert [doubt.place for doubt in reading.doubts] == ["disputes"]


def test_running_heads_and_page_numbers_between_rows_are_no_part_of_the_tables() -> None:
    lines = (FOLDER / "08_copied_from_pdf.txt").read_text("utf-8").splitlines()
    plain = read(FOLDER / "08_copied_from_pdf.txt")
    for head in (lines[0].strip(), "政务公开资料汇编"):
        between = {at: (f"- {at // 9} -", head) for at in range(9, len(lines), 9)}
        paged = [each for at, line in enumerate(lines, 1) for each in (line, *between.get(at, ()))]
        reading = recognise(from_text("\n".join(paged), "text"))
        assert reading.numbers == plain.numbers
        assert reading.text == plain.text


def old_blocks(report: Report) -> tuple[Block, ...]:
    """The report on its own form as paragraphs and grids."""
    found: list[Block] = []
    for block in blocks(report):
        match block:
            case Title(lines):
                found.append(Paragraph("\n".join(lines)))
            case Heading(text) | Prose(text):
                found.append(Paragraph(text))
            case NumberTable(table, _, values):
                found.append(Grid(tuple(_row(line, row, values) for row, line in enumerate(table.grid))))
    return tuple(found)


def _row(line: Sequence[Cell], row: int, values: Mapping[str, str]) -> tuple[GridCell, ...]:
    return tuple(
        GridCell(values.get(cell.id or "", cell.label), (cell.row, cell.column) == (row, column))
        for column, cell in enumerate(line)
    )


def test_an_empty_cell_too_many_in_table_four_is_passed_over_with_a_doubt() -> None:
    text = (FOLDER / "08_copied_from_pdf.txt").read_text("utf-8")
    zeros = " ".join(["0"] * 15)
    assert zeros in text
    cells = ["1", "", "2", "0", "0", "3", *["0"] * 10]
    reading = recognise(from_text(text.replace(zeros, "\t".join(cells)), "text"))
    assert [reading.numbers[f"disputes.review.{result}"] for result in ("upheld", "corrected")] == [1, 2]
    assert [doubt.place for doubt in reading.doubts] == ["disputes"]


@pytest.mark.parametrize("name", ["own_page.browser", "own_page.browser_cells_of_blocks"])
def test_what_a_browser_copies_of_the_programs_own_page_is_read_whole(name: str) -> None:
    """All of a page selected in Chromium, as `window.getSelection().toString()`; cells hold words, or a block each."""
    reading = read_document(from_clipboard(None, (FOLDER / f"{name}.txt").read_text("utf-8")), "剪贴板")
    assert not wrong(reading, SEED)
    assert len(reading.numbers) == len(SEED.form.typed)
    for text in TEXT_IDS:
        assert reading.text[text].split() == SEED.text[text].split(), text
    assert not reading.doubts
