"""Tables are read by what their rows and columns are called, however offices, portals and converters bend them."""

from contextlib import suppress
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.document.blocks import Document, Grid, GridCell, Paragraph
from importers.reading import Doubt, Reading
from importers.recognition.recognise import NotAReport, recognise
from model.form import forms
from model.report.report import Report
from model.structs import replace
from tests.forms import FORM
from tests.importers import documents
from tests.importers.documents import ANY_TABLE, BENDS, Bend, document, figures, index_of, replaced, reports, rows_of
from tests.strategies import COUNTS

CASES = [(table, bend) for table, bends in BENDS.items() for bend in bends]


def wrong(reading: Reading, report: Report) -> dict[str, object]:
    """The cells that are not as printed and that no doubt points at."""
    return {
        cell: (value, reading.numbers.get(cell))
        for cell, value in figures(report)
        if reading.numbers.get(cell) != value and not any(points_at(doubt, cell, reading) for doubt in reading.doubts)
    }


def points_at(doubt: Doubt, cell: str, reading: Reading) -> bool:
    """Whether a doubt names the cell, or the row or column in the source that it was read from."""
    location, at = doubt.location, reading.locations.get(cell)
    if doubt.place == cell:
        return True
    if doubt.place == cell.partition(".")[0] and (
        at is None or "列的次序" in doubt.message or "行的次序" in doubt.message
    ):
        return True
    if location is None or at is None or location.block != at.block:
        return False
    return (location.row is not None and location.row == at.row) or (
        location.column is not None and location.column == at.column
    )


def exact(reading: Reading, report: Report) -> bool:
    return {cell: reading.numbers.get(cell, 0) for cell in FORM.typed} == dict(figures(report))


@pytest.mark.parametrize(("table", "bend"), CASES, ids=lambda case: getattr(case, "__name__", case))
@settings(max_examples=max(8, settings().max_examples // 6))
@given(report=reports(), seed=st.integers(0, 99))
def test_a_bent_table_gives_its_figures(table: str, bend: Bend, report: Report, seed: int) -> None:
    assert exact(recognise(document(report, {table: (bend,)}, seed)), report)


@settings(max_examples=settings().max_examples)
@given(report=reports(), seed=st.integers(0, 99), data=st.data())
def test_tables_bent_in_two_ways_give_their_figures_or_a_doubt(report: Report, seed: int, data: st.DataObject) -> None:
    bends = {
        table: (data.draw(st.sampled_from(ways), label=table), data.draw(st.sampled_from(ANY_TABLE), label="then"))
        for table, ways in BENDS.items()
    }
    reading = recognise(document(report, bends, seed))
    assert not wrong(reading, report)


@given(report=reports(), nth=st.integers(0, 2), at=st.integers(1, 27), repeat=st.booleans(), between=st.booleans())
def test_a_table_split_at_any_row_gives_its_figures(
    report: Report, nth: int, at: int, repeat: bool, between: bool
) -> None:
    whole = document(report)
    rows = len(rows_of(whole.blocks[index_of(whole, nth)]))
    head = 3 if repeat and nth else 0
    parts = documents.split(whole, nth, min(at, rows - 1), head=head, between="（续表）" if between else "")
    reading = recognise(parts)
    assert exact(reading, report), wrong(reading, report)
    assert not reading.doubts


# --- tables that are none of the form's, tables twice ---------------------------------------------------------------

DECOY = Grid(
    tuple(
        tuple(map(GridCell, row))
        for row in (
            ("序号", "事项", "总计"),
            ("1", "自然人咨询", "31"),
            ("2", "行政复议培训", "2"),
            ("3", "本年新收", "9"),
        )
    )
)


@given(report=reports(), at=st.integers(0, 12))
def test_other_tables_with_like_words_are_left_out_and_said(report: Report, at: int) -> None:
    whole = document(report)
    reading = recognise(replace(whole, blocks=(*whole.blocks[:at], DECOY, *whole.blocks[at:])))
    assert exact(reading, report)
    assert [doubt.printed for doubt in reading.doubts] == [
        "序号　事项　总计；1　自然人咨询　31；2　行政复议培训　2；3　本年新收　9"
    ]


@given(reports())
def test_the_same_table_twice_is_read_once(report: Report) -> None:
    whole = document(report)
    index = index_of(whole, 1)
    twice = replaced(whole, index, whole.blocks[index], whole.blocks[index])
    assert recognise(twice).numbers == recognise(whole).numbers
    assert not recognise(twice).doubts


def test_a_second_agencys_tables_are_doubted() -> None:
    first, second = (
        document(Report(2024, documents.AGENCY, numbers=dict.fromkeys(COUNTS, n), form=FORM)) for n in (1, 2)
    )
    reading = recognise(replace(first, blocks=(*first.blocks, *second.blocks)))
    assert {reading.numbers[cell] for cell in COUNTS} == {1}
    assert [doubt.place for doubt in reading.doubts if "不止一张" in doubt.message] == [
        "disclosure",
        "applications",
        "disputes",
    ]


# --- the form of 2019 ------------------------------------------------------------------------------------------------

OLD_DISCLOSURE = """第二十条第（一）项
信息内容|本年新制作数量|本年新公开数量|对外公开总数量
规章|1|2|3
规范性文件|4|5|6
第二十条第（五）项
信息内容|上一年项目数量|本年增/减|处理决定数量
行政许可|7|+8|9
其他对外管理服务事项|10|-11|12
第二十条第（六）项
信息内容|上一年项目数量|本年增/减|处理决定数量
行政处罚|13|14|15
行政强制|16|17|18
第二十条第（八）项
信息内容|上一年项目数量|本年增/减|
行政事业性收费|19|20|
第二十条第（九）项
信息内容|采购项目数量|采购总金额|
政府集中采购|21|22.5万元|"""


@given(reports())
def test_of_the_form_of_2019_only_what_means_the_same_is_read(report: Report) -> None:
    whole = document(report)
    old = documents.as_grid([[GridCell(word) for word in line.split("|")] for line in OLD_DISCLOSURE.splitlines()])
    rows = rows_of(whole.blocks[index_of(whole, 1)])
    label = GridCell("（六）其他处理")
    rows[23:26] = [[rows[25][0], label, replace(label, begins=False), *rows[25][3:]]]
    found = replaced(replaced(whole, index_of(whole, 1), documents.as_grid(rows)), index_of(whole, 0), old)
    reading = recognise(found)
    decisions = {"licences": 9, "penalties": 15, "compulsory_measures": 18}
    wanted = {f"disclosure.{row}.decisions": value for row, value in decisions.items()}
    parted = ("applications.other_not_corrected.", "applications.other_fee_unpaid.", "disclosure.")
    wanted |= {cell: value for cell, value in figures(report) if not cell.startswith(parted)}  # type: ignore[misc]
    assert (reading.form, dict(reading.numbers)) == (FORM, wanted)
    (doubt,) = reading.doubts
    assert doubt.place == "disclosure"
    assert doubt.message == f"表二用的是 2019 年的旧表样，{forms.named('2019').table('disclosure').note}"


# --- what was spoilt -------------------------------------------------------------------------------------------------

LETTERS = "申请信息处理国家其他合计总结果公开部分局？"


def garbled(rows: documents.Rows, random: Random) -> documents.Rows:
    """One label with a few characters changed."""
    old = random.choice([cell.text for row in rows for cell in row if not cell.text[:1].isdigit()])
    new = list(old)
    for _ in range(random.randint(1, 3)):
        new[random.randrange(len(new))] = random.choice(LETTERS)
    return [[replace(cell, text="".join(new)) if cell.text == old else cell for cell in row] for row in rows]


def nameless(rows: documents.Rows, random: Random) -> documents.Rows:
    """One label gone."""
    old = random.choice([cell.text for row in rows for cell in row if not cell.text[:1].isdigit()])
    return [[replace(cell, text="") if cell.text == old else cell for cell in row] for row in rows]


def shifted(rows: documents.Rows, random: Random) -> documents.Rows:
    """A cell of one row gone, those behind it one place too far left."""
    at = random.randrange(documents.head_rows(rows), len(rows)) if len(rows[0]) > 4 else random.choice((2, 3))
    first = next(column for column, cell in enumerate(rows[at]) if cell.text[:1].isdigit())
    gone = random.randrange(first, len(rows[at]))
    return [[*row[:gone], *row[gone + 1 :], GridCell("")] if index == at else row for index, row in enumerate(rows)]


def without_row(rows: documents.Rows, random: Random) -> documents.Rows:
    """A row gone."""
    at = random.randrange(len(rows))
    return rows[:at] + rows[at + 1 :]


def without_column(rows: documents.Rows, random: Random) -> documents.Rows:
    """A column gone."""
    at = random.randrange(len(rows[0]))
    return [row[:at] + row[at + 1 :] for row in rows]


def labels_exchanged(rows: documents.Rows, random: Random) -> documents.Rows:
    """Two labels, each in the other's place."""
    shape = next(table for table in FORM.tables if (table.rows, table.columns) == (len(rows), len(rows[0])))
    one, other = random.sample([cell for cell in shape.cells if cell.label], 2)
    found = [list(row) for row in rows]
    for place, words in ((one, other.label), (other, one.label)):
        for row, column in product(place.rows, place.columns):
            found[row][column] = replace(found[row][column], text=words)
    return found


def merged_down(rows: documents.Rows, random: Random) -> documents.Rows:
    """A figure that goes on into the row below."""
    places = [
        (row, column)
        for row, column in product(range(len(rows) - 1), range(len(rows[0])))
        if rows[row][column].text.isdigit() and rows[row][column].begins and rows[row + 1][column].text.isdigit()
    ]
    if not places:
        return rows
    row, column = random.choice(places)
    below = list(rows[row + 1])
    below[column] = GridCell(rows[row][column].text, begins=False)
    return [*rows[: row + 1], below, *rows[row + 2 :]]


SPOILT: tuple[Bend, ...] = (garbled, nameless, shifted, without_row, without_column, labels_exchanged, merged_down)


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
@given(seed=st.integers(0, 2**32), most=st.sampled_from((3, 40, 99_999)), table=st.sampled_from(tuple(BENDS)))
def test_no_figure_stands_in_a_wrong_cell_without_a_doubt(spoil: Bend, seed: int, most: int, table: str) -> None:
    random = Random(seed)
    report = Report(
        2024,
        documents.AGENCY,
        numbers={cell: random.randint(0, most) for cell in COUNTS},
        text=documents.TEXTS,
        form=FORM,
    )
    reading = recognise(document(report, {table: (spoil,)}, seed))
    misplaced = {cell: found for cell, found in wrong(reading, report).items() if cell in reading.numbers}
    assert not misplaced


@given(report=reports(), data=st.data())
def test_a_grid_of_any_words_only_gives_a_reading_or_a_refusal(report: Report, data: st.DataObject) -> None:
    whole = document(report)
    words = sorted(
        {cell.text for block in whole.blocks if isinstance(block, Grid) for row in block.rows for cell in row}
    )
    cell = st.builds(GridCell, st.sampled_from(words) | st.text(max_size=12), st.booleans())
    width = data.draw(st.integers(1, 11))
    line = st.lists(cell, min_size=width, max_size=width).map(tuple)
    grids = st.lists(st.lists(line, min_size=1, max_size=8).map(lambda rows: Grid(tuple(rows))), max_size=3)
    found = Document("text", (Paragraph("报告"), *data.draw(grids), *whole.blocks[:3]))
    with suppress(NotAReport):
        numbers = recognise(found).numbers
        assert all(FORM.typed_cell(cell).check(value) == value for cell, value in numbers.items())


@given(seed=st.integers(0, 2**32), most=st.sampled_from((3, 40, 99_999)))
def test_a_row_of_table_four_broken_in_two_gives_no_figure_without_a_doubt(seed: int, most: int) -> None:
    random = Random(seed)
    numbers = {cell: random.randint(0, most) for cell in COUNTS}
    report = Report(2024, documents.AGENCY, numbers=numbers, text=documents.TEXTS, form=FORM)
    reading = recognise(document(report, {"disputes": (row_broken,)}, seed))
    doubted = {doubt.place for doubt in reading.doubts}
    misplaced = {cell for cell in wrong(reading, report) if cell in reading.numbers}
    assert "disputes" in doubted or misplaced <= doubted


def row_broken(rows: documents.Rows, random: Random) -> documents.Rows:
    """The figures broken in two rows, the rest in the first columns of a row of its own."""
    cut = random.randrange(1, len(rows[-1]))
    parts = (rows[-1][:cut], rows[-1][cut:])
    return [*rows[:-1], *([*part, *(GridCell("") for _ in range(len(rows[-1]) - len(part)))] for part in parts)]
