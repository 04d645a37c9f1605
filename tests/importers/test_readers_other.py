"""Plain text, rich text, sheets and OpenDocument texts."""

from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Border, Font, Side

from importers.document.blocks import Document, Paragraph
from importers.files import from_bytes
from importers.formats import text
from importers.formats.odf import odt
from importers.formats.rtf import reader as rtf
from importers.formats.sheets.sheet import number
from tests.importers.samples import begun, lines, zipped


def test_tabs_make_rows_and_so_do_cells_one_under_the_other() -> None:
    found = text.from_text("　　前\n甲\t1\n乙\t2\n\n\t丙\n\t3\n\n\t\n\n\n\n\n\n丁\n\t4\n\n\n后", "text")
    assert begun(found) == [[["甲", "1"], ["乙", "2"]], [["丙", "3"], ["丁", "4"]]]
    assert lines(found) == ["前", "后"]


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_file_of_any_code_is_read(code: str) -> None:
    assert lines(from_bytes("一、总体情况\r\n本机关，年度报告".encode(code))) == ["一、总体情况", "本机关，年度报告"]


def rich(body: str) -> Document:
    return rtf.read(
        ("{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset134 B;}}" + body + "}").encode()
    )


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (r"\f1\'d2\'bb\'a1\'a2", "一、"),
        (r"\f0\'d2\'bb", "一"),
        (r"\uc1\u19968?\u-1?\uc2\u20108\'93\'f1\uc0\u19977", "一二三"),
        (r"\u55362?\u57271?", "𠮷"),
        (r"a{\v b}\v c\v0 d\plain{\deleted e}f", "adf"),
        (r"a{\*\unknown b}{\*\bkmkstart x}{\header h}{\footnote n}c", "ac"),
        (r"{\field{\*\fldinst PAGE}{\fldrslt 3}}", "3"),
        (r"a\line b\tab c\~d\_e\{\}\\", "a\nb\tc d-e{}\\"),
        (r"a\bin3 {{{b", "ab"),
    ],
)
def test_rich_text_gives_the_words_that_are_seen(body: str, seen: str) -> None:
    assert lines(rich(body)) == [seen]


def test_rich_text_tables_with_merges_and_tables_in_tables() -> None:
    wide = r"\trowd\clvmgf\cellx1000\cellx2000\cellx3000 "
    merged = r"\trowd\clvmrg\cellx1005\clmgf\cellx2000\clmrg\cellx3000 "
    joined = r"\trowd\cellx1000\cellx3000 "
    found = rich(
        rf"before\par{wide}\pard\intbl A\cell B\cell C\cell\row{merged}\pard\intbl \cell D\cell \cell\row"
        rf"{joined}\pard\intbl E\cell F\par G\cell\row\pard after\par"
    )
    assert begun(found) == [[["A", "B", "C"], ["~", "D", "~"], ["E", "F\nG", "~"]]]
    assert lines(found) == ["before", "after"]
    inner = r"\pard\intbl\itap2 1\nestcell 2\nestcell{\*\nesttableprops\trowd\cellx100\cellx200\nestrow}"
    assert begun(rich(rf"\trowd\cellx900\pard\intbl {inner}{inner}\pard\intbl\itap1 x\cell\row\pard")) == [
        [["1", "2"], ["1", "2"]]
    ]


def test_rich_text_tells_numbers_levels_pictures_and_comments() -> None:
    found = rich(
        r"{\stylesheet{\s1 heading 1;}{\s2 Body;}}\pard\s1{\listtext\'d2\'bb\'a1\'a2\tab}A\par"
        r"\pard\s2\outlinelevel1 B{\pict ffd8}{\*\annotation why}\par"
        r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard box\par}}"
        r"{\shprslt box}}\pard C\par"
    )
    assert found.blocks == (Paragraph("A", "一、", 1), Paragraph("B", level=2), Paragraph("box"), Paragraph("C"))
    assert [(residue.kind, residue.words) for residue in found.residues] == [("picture", ""), ("comment", "why")]


def test_notes_of_rich_text_are_told_with_all_their_words() -> None:
    found = rich(
        r"A{\super\chftn{\*\footnote\chftn\pard {\*\bkmkstart x}why {\b not}{\pict ffd8}\par}}B\par"
        r"{\footnote\ftnalt end}C\par"
    )
    assert lines(found) == ["AB", "C"]
    assert [(residue.kind, residue.words) for residue in found.residues] == [
        ("note", "脚注：why not"),
        ("note", "尾注：end"),
    ]


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (12.0, "12"),
        (35.5, "35.5"),
        (0.1 + 0.2, "0.3"),
        (1234567, "1234567"),
        (1e-7, "0.0000001"),
        (-0.0, "0"),
        (1e20, "1" + "0" * 20),
    ],
)
def test_a_number_in_a_sheet_is_read_as_a_person_reads_it(value: float, seen: str) -> None:
    assert number(value) == seen


def book(*rows: list[Any], lined: bool = True, prepare: Any = lambda _sheet: None) -> Document:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    line = Border(left=Side("thin"), bottom=Side("thin"))
    for row in rows:
        sheet.append(row)
    for cells in sheet.iter_rows():
        for cell in cells:
            if lined and cell.value is not None and cell.column > 0 and rows[cell.row - 1][1:]:
                cell.border = line
    prepare(sheet)
    out = BytesIO()
    workbook.save(out)
    return from_bytes(out.getvalue())


def test_a_sheet_holds_paragraphs_and_tables_below_each_other() -> None:
    found = book(
        ["2023年报告"],
        ["一、总体情况"],
        ["甲", 1, 2],
        ["乙", 3.5, None],
        [],
        ["二、标题"],
        ["丙", True, date(2024, 1, 25)],
    )
    assert lines(found) == ["2023年报告", "一、总体情况", "二、标题"]
    assert begun(found) == [[["甲", "1", "2"], ["乙", "3.5", ""]], [["丙", "TRUE", "2024年1月25日"]]]


@pytest.mark.parametrize("lined", [True, False])
def test_a_row_without_numbers_stays_in_its_table(lined: bool) -> None:
    found = book(["甲", 1, 2], ["一、本年新收", None, None], ["丙", 5, 6], lined=lined)
    assert begun(found) == [[["甲", "1", "2"], ["一、本年新收", "", ""], ["丙", "5", "6"]]]


def test_merged_and_hidden_parts_of_a_sheet() -> None:
    def prepare(sheet: Any) -> None:
        sheet.merge_cells("A1:B2")
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["D"].hidden = True
        other = sheet.parent.create_sheet("别的")
        other["A1"] = "看不见"
        other.sheet_state = "hidden"

    found = book(
        ["甲", None, 1, 9],
        [None, None, 2, 9],
        ["丙", 5, 6, 9],
        ["丁", 7, datetime.fromisoformat("2024-01-05"), 9],
        prepare=prepare,
    )
    assert begun(found) == [[["甲", "~", "1"], ["~", "~", "2"], ["丁", "7", "2024年1月5日"]]]


def test_what_is_struck_through_in_a_sheet_is_not_read() -> None:
    def prepare(sheet: Any) -> None:
        sheet["B1"].font = Font(strike=True)
        sheet["C1"].value = CellRichText(TextBlock(InlineFont(strike=True), "4"), "5")

    assert begun(book(["甲", 4, None, 6], ["乙", 1, 2, 3], prepare=prepare)) == [[["甲", "", "5", "6"], list("乙123")]]


def test_a_formula_without_a_value_is_read_as_a_formula() -> None:
    assert begun(book(["甲", 1, "=B1+1"], ["乙", 2, 3])) == [[["甲", "1", "=B1+1"], ["乙", "2", "3"]]]


ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
    }.items()
)
ODF += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
ODF += ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
ODF_TEXT = "application/vnd.oasis.opendocument.text"


def open_document(body: str, styles: str = "", *, flat: bool = False) -> bytes:
    """An OpenDocument text with this body and these styles, packed or as one XML file."""
    root = "office:document" if flat else "office:document-content"
    content = (
        f'<{root} {ODF} office:mimetype="{ODF_TEXT}"><office:automatic-styles>{styles}</office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></{root}>"
    )
    return content.encode() if flat else zipped({"mimetype": ODF_TEXT, "content.xml": content})


def test_an_open_document_text() -> None:
    cells = (
        (
            '<table:table-cell table:number-columns-spanned="2"><text:p>甲</text:p></table:table-cell>'
            "<table:covered-table-cell/>"
        ),
        '<table:table-cell table:number-columns-repeated="2"><text:p>1</text:p></table:table-cell>',
    )
    rows = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    found = from_bytes(
        open_document(
            '<text:tracked-changes><text:p>删</text:p></text:tracked-changes><text:h text:outline-level="1">'
            "<text:number>一、</text:number>题</text:h><text:p>甲<text:s text:c='2'/>乙<text:line-break/><text:change/>"
            "<office:annotation><text:p>批</text:p></office:annotation><text:note><text:p>注</text:p></text:note></text:p>"
            f"<table:table>{rows}</table:table><text:p><draw:frame><draw:text-box><text:p>盒</text:p></draw:text-box></draw:frame></text:p>"
        )
    )
    assert found.blocks[:2] == (Paragraph("题", "一、", 1), Paragraph("甲  乙"))
    assert begun(found) == [[["甲", "~"], ["1", "1"]]]
    assert lines(found)[-1] == "盒"
    assert [(residue.kind, residue.words) for residue in found.residues] == [("revision", ""), ("comment", "批")]
    noted = open_document(
        '<text:p>甲<text:note text:note-class="endnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>其中微信120条</text:p></text:note-body></text:note>乙</text:p>"
    )
    assert lines(odt.read(noted)) == ["甲乙"]
    assert [(residue.kind, residue.words) for residue in odt.read(noted).residues] == [("note", "尾注：其中微信120条")]
    assert odt.read(open_document("<text:p>甲</text:p>")).blocks == (Paragraph("甲"),)
