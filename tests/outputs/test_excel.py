"""The report as an Excel workbook: by readers of others, exact to the last digit, with any text."""

import io
import json
import re
import subprocess
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from openpyxl.utils import get_column_letter
from python_calamine import CalamineWorkbook

from export.content import NumberTable, blocks
from export.excel.sheets import LIST, TEXT, number
from export.exporters import EXCEL, REPORT, export
from export.identity import Version, words
from export.writer import Content, Difference
from model.drafts import draft
from model.report.report import PastReport, Report
from model.structs import replace
from tests.outputs import reading
from tests.strategies import FEES, reports
from tests.tools import PATIENCE_S, examples, ooxml_validator

SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"
FORMULAS = "=1+1\n+86\n-5\n@SUM(A1)\n=cmd|' /C calc'!A0\n_x000D_\n_x005F_x0041_"


@pytest.fixture
def seed() -> Report:
    return draft.load(SEED).report


def written(report: Report, version: Version | None = None) -> bytes:
    return EXCEL.load().write(Content(report, blocks(report), version=version))


def by_openpyxl(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def figures(report: Report) -> list[tuple[str, str, int, int]]:
    """The table, printed figure, row and column of each number cell, counted from 0."""
    tables = [block for block in blocks(report) if isinstance(block, NumberTable)]
    return [
        (block.table.name, block.values[cell.id], cell.row, cell.column)
        for block in tables
        for cell in block.table.number_cells
    ]


def as_read(value: Any) -> str:
    """A figure as calamine or openpyxl gives it, as it was printed; trailing zeros do not count."""
    return f"{Decimal(repr(value)).normalize():f}" if isinstance(value, int | float) else value


def as_printed(figure: str) -> str:
    return f"{Decimal(figure).normalize():f}" if isinstance(number(figure), int | Decimal) else figure


@settings(max_examples=examples(15))
@given(reports())
def test_calamine_and_openpyxl_read_every_figure_and_paragraph_of_any_report(report: Report) -> None:
    data = written(report)
    found = CalamineWorkbook.from_filelike(io.BytesIO(data))
    book = by_openpyxl(data)
    sheets = {name: found.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in found.sheet_names}
    for table, figure, row, column in figures(report):
        assert as_read(sheets[table][row + 1][column]) == as_printed(figure)
        assert as_read(book[table].cell(row + 2, column + 1).value) == as_printed(figure)
    assert [as_read(row[4]) for row in sheets[LIST][1:]] == [as_printed(figure) for _, figure, _, _ in figures(report)]
    assert len(sheets[LIST]) == 201
    writer, content = EXCEL.load(), Content(report, blocks(report))
    assert writer.verify(data, content).numbers == 200
    assert writer.read is not None
    assert writer.read(data).words == words(blocks(report))


def test_calamine_reads_the_words_as_they_are(seed: Report) -> None:
    report = seed.with_text("overview", FORMULAS)
    found = CalamineWorkbook.from_filelike(io.BytesIO(written(report)))
    rows = found.get_sheet_by_name(TEXT).to_python(skip_empty_area=False)
    assert [row[1] for row in rows if row[0] != "表"] == reading.paragraphs(report)


def test_what_begins_like_a_formula_stays_text(seed: Report) -> None:
    report = replace(seed, agency=replace(seed.agency, name="=某局")).with_text("overview", FORMULAS)
    data = written(report)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pages = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not [page for page in pages if re.search(rb"<f[ >]", page)]
    cells = [cell for row in by_openpyxl(data)[TEXT].iter_rows() for cell in row if str(cell.value)[:1] in "=+-@"]
    assert len(cells) >= 5
    assert all(cell.quotePrefix for cell in cells)
    assert EXCEL.load().verify(data, Content(report, blocks(report))).numbers == 200


@pytest.mark.parametrize(
    "amount", ["0", "35.5", "35.50", "4166.241619", "0.000000", "123456789012.345", "12345678901234.567891"]
)
def test_an_amount_is_exact_and_shows_all_its_digits(seed: Report, amount: str) -> None:
    report = seed.with_number(FEES, Decimal(amount))
    data = written(report)
    place = next((row, column) for table, figure, row, column in figures(report) if figure == amount and row == 13)
    cell = by_openpyxl(data)["表二"].cell(place[0] + 2, place[1] + 1)
    exact = len(amount.replace(".", "").lstrip("0")) <= 15
    assert isinstance(cell.value, int | float) is exact
    assert Decimal(str(cell.value)) == Decimal(amount)
    places = len(amount.partition(".")[2])
    assert cell.number_format == ("0." + "0" * places if places else "0") or not exact


def test_the_tables_are_the_official_form_and_fit_a4(seed: Report) -> None:
    book = by_openpyxl(written(seed))
    assert book.sheetnames == ["表二", "表三", "表四", LIST, TEXT]
    for block in blocks(seed):
        if isinstance(block, NumberTable):
            page = book[block.table.name]
            merged = {
                (area.min_row, area.min_col, area.size["rows"], area.size["columns"]) for area in page.merged_cells
            }
            spans = {(cell.row + 2, cell.column + 1, cell.row_span, cell.column_span) for cell in block.table.cells}
            assert merged == {span for span in spans if span[2:] != (1, 1)} | {(1, 1, 1, block.table.columns)}
            assert page.page_setup.paperSize == 9
            assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 1)
            assert page.sheet_properties.pageSetUpPr.fitToPage
    assert [cell.value for cell in book[LIST][1]] == ["序号", "表", "行", "列", "本年", "上年"]
    assert [cell.value for cell in book[LIST][2]][:4] == [1, "表二", "规章", "本年制发"]
    assert [cell.value for cell in book[LIST][11]][:4] == [10, "表二", "行政事业性收费", "收费金额（万元）"]


def test_a_label_of_several_lines_has_the_height_for_them_and_only_a_narrow_one_is_upright(seed: Report) -> None:
    """Looked at in LibreOffice: 10.5 pt take 14 points a line, and a Chinese character two units of a column."""
    page = openpyxl.load_workbook(io.BytesIO(written(seed))).worksheets[1]
    merges = {(each.min_row, each.min_col): each for each in page.merged_cells.ranges}
    upright = set()
    for cell in (cell for row in page.iter_rows(min_row=2) for cell in row if isinstance(cell.value, str)):
        area = merges.get((cell.row, cell.column))
        rows = range(cell.row, area.max_row + 1) if area else (cell.row,)
        columns = range(cell.column, area.max_col + 1) if area else (cell.column,)
        room = sum(page.column_dimensions[get_column_letter(column)].width for column in columns)
        height = sum(page.row_dimensions[row].height for row in rows)
        characters = int(height // 14) if cell.alignment.textRotation == 255 else int(room // 2) * int(height // 14)
        assert len(cell.value.replace("1.", "").replace("2.", "")) <= characters, cell.value
        upright |= {cell.value} if cell.alignment.textRotation == 255 else set()
    assert upright == {"三、本年度办理结果"}


def test_the_list_has_last_years_figures_where_they_are_known(seed: Report) -> None:
    past = PastReport(seed.form, seed.year - 1, {"disclosure.rules.issued": 7, FEES: Decimal("1.5")})
    rows = list(by_openpyxl(written(replace(seed, last_year=past)))[LIST].iter_rows(values_only=True))
    assert rows[1][5] == 7
    assert [row[5] for row in rows[1:] if row[5] is not None] == [7, 1.5]
    old = replace(past, year=seed.year - 2)
    assert all(row[5] is None for row in list(by_openpyxl(written(replace(seed, last_year=old)))[LIST].values)[1:])


def test_a_paragraph_longer_than_a_cell_is_whole(seed: Report) -> None:
    report = seed.with_text("problems", "长𠮷" * 20_000)
    data = written(report)
    content = Content(report, blocks(report))
    assert EXCEL.load().verify(data, content).numbers == 200
    longest = max(len(str(row[1]).encode("utf-16-le")) // 2 for row in by_openpyxl(data)[TEXT].values)
    assert longest <= 32_767


def test_the_same_save_gives_the_same_bytes_and_names_itself(seed: Report, tmp_path: Path) -> None:
    version = Version(42, draft.load(SEED).saved_at)
    data = written(seed, version)
    assert data == written(seed, version)
    properties = by_openpyxl(data).properties
    assert properties.identifier.startswith("sha256:")
    assert properties.revision == "42"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    compared = export(REPORT, seed, tmp_path / "a.xlsx", replace=False)
    assert (compared.numbers, compared.headings, compared.paragraphs) == (200, 6, 16)


def test_a_changed_cell_merge_or_property_is_found(seed: Report) -> None:
    writer, content = EXCEL.load(), Content(seed, blocks(seed), version=Version(3))
    data = writer.write(content)

    def changed(name: str, old: bytes, new: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
            for item in before.namelist():
                part = before.read(item)
                assert item != name or old in part
                after.writestr(item, part.replace(old, new, 1) if item == name else part)
        return out.getvalue()

    for name, old, new in (
        ("xl/worksheets/sheet2.xml", b"<v>0</v>", b"<v>1</v>"),
        ("xl/worksheets/sheet2.xml", b'<mergeCell ref="A1:J1"', b'<mergeCell ref="A1:I1"'),
        ("xl/worksheets/sheet2.xml", b"<v>0</v>", b"<f>1+1</f><v>0</v>"),
        ("xl/worksheets/sheet4.xml", b"<v>200</v>", b"<v>199</v>"),
        ("xl/workbook.xml", "数据清单".encode(), "清单".encode()),
        ("docProps/core.xml", b"<cp:revision>3", b"<cp:revision>4"),
    ):
        with pytest.raises(Difference):
            writer.verify(changed(name, old, new), content)
    for broken in (b"", b"PK", data[:-10]):
        with pytest.raises(Difference):
            writer.verify(broken, content)


def test_the_open_xml_sdk_finds_only_the_order_in_which_openpyxl_describes_typefaces(
    seed: Report, tmp_path: Path
) -> None:
    validator, path = ooxml_validator(), tmp_path / "a.xlsx"
    path.write_bytes(written(seed.with_text("overview", FORMULAS), Version(3, draft.load(SEED).saved_at)))
    done = subprocess.run([validator, str(path)], capture_output=True, check=False, timeout=PATIENCE_S)
    found = [error["xPath"] for error in json.loads(done.stdout)["errors"]]
    assert [place for place in found if "/x:fonts[1]/x:font[" not in place] == []
