"""Workbooks: what a reader of the sheet sees, where that is not what the cells hold."""

from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font, PatternFill

from importers.document.blocks import Document, Paragraph
from importers.files import document, from_bytes
from importers.formats.sheets.displayed import displayed
from importers.recognition.recognise import recognise
from importers.recognition.tables.figures import read_figure
from model.form import forms
from model.report.report import Report
from tests.importers.documents import AGENCY, TEXTS
from tests.importers.documents import document as made
from tests.importers.samples import begun
from tests.importers.test_readers_other import book
from tests.strategies import COUNTS

FEE = forms.newest().cells["disclosure.fees.amount"]
COUNT = forms.newest().cells["disclosure.licences.decisions"]
OLD_WORKBOOK = Path(__file__).parents[1] / "data" / "reading" / "displayed.xls"


@pytest.mark.parametrize(
    ("number", "number_format", "shown"),
    [
        ("850", "0!.0000", "0.0850"),
        ("850", r"#\.0000", "0.0850"),
        ("12000", "0!.0,", "1.2"),
        ("12000", '0"."0,', "1.2"),
        ("12000", "0.0,", "12.0"),
        ("850000", "#,##0,", "850"),
        ("850000", "0,,", "1"),
        ("12000", '[>=10000]0!.0,"万";0', "1.2万"),
        ("2582", '0"9"', "25829"),
        ("2.4", "0", "2"),
        ("-5", "0;[Red]0", "5"),
    ],
)
def test_a_format_that_shows_another_number_is_told_with_both(number: str, number_format: str, shown: str) -> None:
    assert displayed(number, number_format) == f"{shown}（单元格里存的数是{number}）"


@pytest.mark.parametrize(
    ("number", "number_format"),
    [
        ("251", "0.00"),
        ("1234567.5", "#,##0.00"),
        ("282", "000000"),
        ("282", "0.00E+00"),
        ("0", ";;;"),
        ("0", '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"??_ ;_ @_ '),
        ("12", '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '),
        ("8.5", '"¥"#,##0.00;[Red]"¥"\\-#,##0.00'),
        ("8.5", "[$¥-804]#,##0.00"),
        ("-5", "#,##0_);(#,##0)"),
        ("120", '[>=10000]0!.0,"万";0'),
        ("5", "[DBNum1][$-804]G/通用格式"),
        ("5", "#.##"),
        ("0.5", ".00"),
        ("1" * 30, "0.0000,"),
        ("7", "0" * 300),
    ],
)
def test_a_format_that_shows_the_same_number_says_nothing(number: str, number_format: str) -> None:
    assert displayed(number, number_format) == number


@pytest.mark.parametrize(
    ("number", "number_format", "words"),
    [
        ("260", '0"件"', "260件"),
        ("850", '0.00"元"', "850元"),
        ("50", '"约"0', "约50"),
        ("0.125", "0.0%", "12.5%"),
        ("166", ";;;", "166（按单元格格式不显示）"),
    ],
)
def test_words_around_a_number_are_read_with_it(number: str, number_format: str, words: str) -> None:
    assert displayed(number, number_format) == words


def test_a_figure_that_is_shown_as_another_is_read_as_shown_and_doubted() -> None:
    fee = read_figure(displayed("850", "0!.0000"), FEE)
    assert fee.value == Decimal("0.085")
    assert fee.doubt == "Excel 里显示的是“0.0850”，单元格里存的数是850，按显示的读入"
    count = read_figure(displayed("17000", "0,"), COUNT)
    assert (count.value, "17000" in count.doubt) == (17, True)
    assert read_figure(displayed("1.86", "0%"), COUNT).value is None


def test_digits_of_another_look_join_no_figure_of_a_sheet() -> None:
    def prepare(sheet: Any) -> None:
        sheet["B1"].value = CellRichText("5", TextBlock(InlineFont(vertAlign="subscript"), "1"))
        sheet["C1"].value = CellRichText("5", TextBlock(InlineFont(color="FFFFFFFF"), "1"))
        sheet["D1"].value = CellRichText("5", TextBlock(InlineFont(sz=1), "1"))
        sheet["B2"].font = sheet["C2"].font = Font(color="FFFFFFFF")
        sheet["C2"].fill = PatternFill("solid", "FF0000FF")

    assert begun(book(["甲", None, None, None], ["乙", 7, 8, 9], prepare=prepare)) == [
        [["甲", "5₁", "5（白色文字：1）", "5（极小的文字：1）"], ["乙", "7（白色文字）", "8", "9"]]
    ]


def test_what_is_hidden_or_struck_on_a_sheet_is_told() -> None:
    def prepare(sheet: Any) -> None:
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["C"].hidden = True
        sheet["B3"].font = Font(strike=True)

    found = book(["甲", 1, 2], ["乙", 3, 4], ["丙", 5, 6], prepare=prepare)
    assert begun(found) == [[["甲", "1"], ["丙", ""]]]
    assert [(each.kind, each.words) for each in found.residues] == [("hidden", "2 乙 3 4 6"), ("struck_out", "5")]


def sheet_of(report: Document, hidden: str = "") -> bytes:
    """A report on one sheet without lines, before another sheet whose name is like a heading; a row may be hidden."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    for block in report.blocks:
        rows = [[block.text]] if isinstance(block, Paragraph) else [[cell.text for cell in row] for row in block.rows]
        for row in rows:
            sheet.append([int(words) if words.isdecimal() else words for words in row])
            sheet.row_dimensions[sheet.max_row].hidden = bool(hidden) and hidden in row
    out = BytesIO()
    workbook.create_sheet("二、公开").append(["网站", 5])
    workbook.save(out)
    return out.getvalue()


def test_a_report_on_one_sheet_with_a_hidden_row_is_read_but_for_that() -> None:
    report = Report(2024, AGENCY, numbers=dict.fromkeys(COUNTS, 3), text=TEXTS, form=forms.newest())
    whole = recognise(from_bytes(sheet_of(made(report))))
    assert {cell: whole.numbers.get(cell) for cell in COUNTS} == dict.fromkeys(COUNTS, 3)
    assert "二、公开" not in whole.text["other_matters"]
    reading = recognise(from_bytes(sheet_of(made(report), hidden="（一）予以公开")))
    lacking = {cell for cell in COUNTS if cell not in reading.numbers}
    assert lacking == {cell for cell in COUNTS if cell.startswith("applications.granted.")}
    told = "".join(doubt.message for doubt in reading.doubts)
    assert "取消隐藏" in told
    assert "予以公开" in told


def test_an_old_workbook_is_read_as_it_shows_its_numbers() -> None:
    assert begun(document(OLD_WORKBOOK))[0] == [
        ["甲", "0.0850（单元格里存的数是850）"],
        ["乙", "17（单元格里存的数是17000）"],
        ["丙", "260件"],
        ["丁", "251"],
    ]
