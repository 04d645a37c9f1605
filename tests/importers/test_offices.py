"""What offices and portals do to a report: each of these once gave a wrong figure, or none, without a word."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from importers.document.blocks import Document, Grid, GridCell, Paragraph
from importers.files import from_bytes
from importers.reading import Reading
from importers.recognition.recognise import recognise
from importers.recognition.tables.figures import money_unit, read_figure
from model.report.report import Report, Texts
from model.structs import replace
from tests.forms import FORM
from tests.importers import documents
from tests.importers.documents import AGENCY, document, index_of, replaced, rows_of
from tests.importers.samples import begun, lines, word_file
from tests.importers.test_readers_other import open_document, rich
from tests.strategies import COUNTS

FEES = "disclosure.fees.amount"
RULES = "disclosure.rules.issued"
REPORT = Report(
    2024,
    AGENCY,
    numbers={**{cell: n for n, cell in enumerate(COUNTS, 11)}, FEES: Decimal("35.5")},
    text=documents.TEXTS,
    form=FORM,
)


def bent(nth: int, words: Callable[[str], str], found: Document | None = None) -> Document:
    """The report with the words of one table's cells changed."""
    whole = found or document(REPORT)
    index = index_of(whole, nth)
    rows = [[replace(cell, text=words(cell.text)) for cell in row] for row in rows_of(whole.blocks[index])]
    return replaced(whole, index, documents.as_grid(rows))


def doubts(reading: Reading, place: str) -> list[str]:
    return [doubt.message for doubt in reading.doubts if doubt.place == place]


# --- figures -----------------------------------------------------------------------------------------------------


def in_yuan(text: str) -> str:
    return {"35.5": "355000", "本年收费金额（单位：万元）": "本年收费金额（单位：元）"}.get(text, text)


def without_unit(text: str) -> str:
    return {"35.5": "355000", "本年收费金额（单位：万元）": "本年收费金额"}.get(text, text)


def test_an_amount_in_yuan_by_its_head_becomes_wan_yuan_and_is_doubted() -> None:
    reading = recognise(bent(0, in_yuan))
    assert reading.numbers[FEES] == Decimal("35.5")
    assert "已换算成万元" in doubts(reading, FEES)[0]


def test_an_amount_in_yuan_by_the_line_above_the_table_becomes_wan_yuan() -> None:
    found = bent(0, without_unit)
    table = found.blocks[index_of(found, 0)]
    reading = recognise(replaced(found, index_of(found, 0), Paragraph("单位：件、元"), table))
    assert reading.numbers[FEES] == Decimal("35.5")
    assert doubts(reading, FEES)


def test_the_unit_of_a_head_goes_before_the_line_above_the_table() -> None:
    whole = document(REPORT)
    index = index_of(whole, 0)
    reading = recognise(replaced(whole, index, Paragraph("单位：元"), whole.blocks[index]))
    assert reading.numbers[FEES] == Decimal("35.5")
    assert not reading.doubts


@pytest.mark.parametrize(
    ("words", "unit"),
    [("单位：元", "元"), ("（单位： 万元）", "万元"), ("收费金额（元）", "元"), ("单位：件", ""), ("元旦", "")],
)
def test_the_unit_of_money_that_words_say(words: str, unit: str) -> None:
    assert money_unit(words) == unit


# --- several reports -----------------------------------------------------------------------------------------------

OTHER = Report(
    2023,
    replace(AGENCY, name="青河县城关街道办事处"),
    numbers=dict.fromkeys(COUNTS, 5),
    text=Texts(
        "根据《中华人民共和国政府信息公开条例》编制本报告。", "街道公开信息。", "街道的问题。", "街道没有收费。"
    ),
    form=FORM,
)


def test_a_second_report_in_the_file_is_left_out_and_told() -> None:
    whole, other = document(REPORT), document(OTHER)
    reading = recognise(replace(whole, blocks=(*whole.blocks, *other.blocks)))
    assert (reading.text, dict(reading.numbers)) == (recognise(whole).text, dict(recognise(whole).numbers))
    assert len(reading.document.blocks) == len(whole.blocks) + len(other.blocks)
    assert [doubt.place for doubt in reading.doubts] == ["title"]
    assert "青河县城关街道办事处2023年" in reading.doubts[0].message


def test_title_and_tables_come_from_the_same_report() -> None:
    words = tuple(block for block in document(REPORT).blocks if isinstance(block, Paragraph))
    reading = recognise(replace(document(OTHER), blocks=(*words, *document(OTHER).blocks)))
    assert (reading.agency.name, reading.year, reading.numbers[RULES]) == ("青河县城关街道办事处", 2023, 5)
    assert reading.text == OTHER.text
    assert [doubt.place for doubt in reading.doubts] == ["title"]


def test_a_portals_links_to_other_years_are_no_part_of_the_report() -> None:
    whole = document(REPORT)
    link = Paragraph("青河县水务局2023年政府信息公开工作年度报告")
    reading = recognise(replace(whole, blocks=(*whole.blocks, link)))
    assert reading.text == recognise(whole).text
    assert not reading.doubts


def test_the_title_again_on_every_page_begins_no_other_report() -> None:
    whole = document(REPORT)
    again = Paragraph("青河县水务局2024年政府信息公开工作年度报告")
    index = index_of(whole, 1)
    assert recognise(replaced(whole, index, again, whole.blocks[index])).numbers == recognise(whole).numbers


# --- corrections by hand, notes, pictures ---------------------------------------------------------------------------


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def word(content: str) -> Document:
    return from_bytes(word_file(f"<w:p>{content}</w:p>"))


def web(content: str) -> Document:
    return from_bytes(f"<html><p>{content}</p>".encode())


ODT_STYLES = (
    '<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid"/>'
    '</style:style><style:style style:name="N" style:family="text" style:parent-style-name="S"><style:text-properties '
    'style:text-line-through-style="none"/></style:style><style:style style:name="U" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="B" style:family="text"><style:text-properties style:text-position="sub 58%"/>'
    '</style:style><style:style style:name="W" style:family="text"><style:text-properties fo:color="#ffffff"/>'
    '</style:style><style:style style:name="T" style:family="text"><style:text-properties fo:font-size="1pt"/>'
    '</style:style><style:style style:name="G" style:family="text"><style:text-properties fo:color="#FFFFFF" '
    'fo:background-color="#0000ff"/></style:style><style:style style:name="C" style:family="table-cell">'
    '<style:table-cell-properties fo:background-color="#0000ff"/></style:style>'
)


@pytest.mark.parametrize(
    "found",
    [
        word(run("4", "<w:strike/>") + run("5")),
        word(run("4", "<w:dstrike/>") + run("5", '<w:strike w:val="0"/>')),
        web("<s>4</s>5"),
        web('<span style="color:red;text-decoration: line-through">4</span>5'),
        web("<del>4</del><ins>5</ins>"),
        rich(r"{\strike 4}5\par"),
        rich(r"\striked1 4\striked0 5\par"),
        open_document('<text:p><text:span text:style-name="S">4</text:span>5</text:p>', ODT_STYLES),
    ],
)
def test_a_figure_struck_through_is_none_and_leaves_a_trace(found: Document | bytes) -> None:
    document = from_bytes(found) if isinstance(found, bytes) else found
    assert lines(document) == ["5"]
    assert [(residue.kind, residue.words) for residue in document.residues] == [("revision", "4")]


@pytest.mark.parametrize(
    "found",
    [
        word(run("丙") + "</w:p><w:p>" + run("甲", "<w:strike/>") + run("乙", "<w:strike/>")),
        web("丙<p><s>甲乙</s>"),
        rich(r"\u19993?\par{\strike \u30002?\u20057?}\par"),
        open_document(
            '<text:p>丙</text:p><text:p><text:span text:style-name="S">甲乙</text:span></text:p>', ODT_STYLES
        ),
    ],
)
def test_a_paragraph_struck_through_as_a_whole_is_told_with_its_words(found: Document | bytes) -> None:
    document = from_bytes(found) if isinstance(found, bytes) else found
    assert lines(document) == ["丙"]
    assert ("struck_out", "甲乙") in [(residue.kind, residue.words) for residue in document.residues]


@pytest.mark.parametrize(
    "found",
    [
        word(run("5") + run("1", '<w:vertAlign w:val="superscript"/>')),
        web("5<sup>1</sup>"),
        web('5<a href="#n1">1</a>'),
        web('5<span style="vertical-align:super">1</span>'),
        rich(r"5{\super 1}\par"),
        open_document('<text:p>5<text:span text:style-name="U">1</text:span></text:p>', ODT_STYLES),
    ],
)
def test_a_raised_digit_is_a_note_and_never_a_part_of_the_figure(found: Document | bytes) -> None:
    assert lines(from_bytes(found) if isinstance(found, bytes) else found) == ["5¹"]


@pytest.mark.parametrize(
    "found",
    [
        word(run("5") + run("1", '<w:vertAlign w:val="subscript"/>')),
        web("5<sub>1</sub>"),
        web('5<span style="vertical-align: sub">1</span>'),
        rich(r"5{\sub 1}\par"),
        open_document('<text:p>5<text:span text:style-name="B">1</text:span></text:p>', ODT_STYLES),
    ],
)
def test_a_lowered_digit_is_never_a_part_of_the_figure(found: Document | bytes) -> None:
    document = from_bytes(found) if isinstance(found, bytes) else found
    assert lines(document) == ["5₁"]
    figure = read_figure(lines(document)[0], FORM.cells[RULES])
    assert (figure.value, bool(figure.doubt)) == (5, True)


COLOURS = r"{\colortbl;\red255\green255\blue255;\red0\green0\blue255;}"


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (word(run("5") + run("1", '<w:sz w:val="2"/>')), "tiny"),
        (web('5<span style="font-size:1pt">1</span>'), "tiny"),
        (rich(r"5{\fs2 1}\par"), "tiny"),
        (rich(COLOURS + r"5{\cf1 1}\par"), "faint"),
        (open_document('<text:p>5<text:span text:style-name="W">1</text:span></text:p>', ODT_STYLES), "faint"),
        (open_document('<text:p>5<text:span text:style-name="T">1</text:span></text:p>', ODT_STYLES), "tiny"),
    ],
)
def test_a_digit_that_nobody_sees_joins_no_figure_and_is_told(found: Document | bytes, kind: str) -> None:
    document = from_bytes(found) if isinstance(found, bytes) else found
    assert lines(document) == ["5"]
    assert [(residue.kind, residue.words) for residue in document.residues] == [(kind, "1")]


@pytest.mark.parametrize(
    "found",
    [
        rich(COLOURS + r"5{\cf2 1}\par"),
        rich(COLOURS + r"5{\cf1\chcbpat2 1}\par"),
        rich(COLOURS + r"\trowd\clcbpat2\cellx9\cellx20\pard\intbl 5\cf1 1\cell 7\cell\row\pard"),
        open_document('<text:p>5<text:span text:style-name="G">1</text:span></text:p>', ODT_STYLES),
        open_document(
            '<table:table><table:table-row><table:table-cell table:style-name="C"><text:p>5<text:span '
            'text:style-name="W">1</text:span></text:p></table:table-cell><table:table-cell><text:p>7</text:p>'
            "</table:table-cell></table:table-row></table:table>",
            ODT_STYLES,
        ),
    ],
)
def test_white_digits_on_a_ground_are_read(found: Document | bytes) -> None:
    document = from_bytes(found) if isinstance(found, bytes) else found
    assert [*lines(document), *(cell for grid in begun(document) for row in grid for cell in row)][0] == "51"
    assert not document.residues


def test_a_picture_in_place_of_a_figure_is_told() -> None:
    cell = from_bytes(b"<html><table><tr><td>a<td><img src=5.png><tr><td>b<td>1</table>").blocks[0]
    assert isinstance(cell, Grid)
    words = cell.rows[0][1].text
    reading = recognise(bent(0, lambda text: words if text == "11" else text))
    assert RULES not in reading.numbers
    assert "是图片" in doubts(reading, RULES)[0]


def test_a_formula_that_nobody_calculated_is_told_where_it_is_no_total() -> None:
    reading = recognise(bent(0, lambda text: "=B3+1" if text == "11" else text))
    assert "是公式" in doubts(reading, RULES)[0]
    whole = document(REPORT)
    index = index_of(whole, 1)
    rows = rows_of(whole.blocks[index])
    totals = [[*row[:-1], replace(row[-1], text="=SUM(D1:I1)")] if row[-1].text.isdigit() else row for row in rows]
    assert not recognise(replaced(whole, index, documents.as_grid(totals))).doubts


def test_a_run_in_heading_is_one_paragraph_with_its_text() -> None:
    hidden = "<w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>"
    found = from_bytes(word_file(f"<w:p>{hidden}{run('（一）主动公开。')}</w:p><w:p>{run('公开 3 条。')}</w:p>"))
    assert lines(found) == ["（一）主动公开。公开 3 条。"]


# --- OpenDocument ----------------------------------------------------------------------------------------------------

NUMBERED = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." '
    'style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." '
    'style:num-prefix="（" style:num-suffix="）"/></text:list-style><text:outline-style>'
    '<text:outline-level-style text:level="1" style:num-format="1" loext:num-list-format="第%1%部分"/>'
    "</text:outline-style>"
)


def listed(text: str, more: str = "", *, goes_on: bool = True) -> str:
    told = ' text:continue-numbering="true"' if goes_on else ""
    item = f"<text:list-item><text:p>{text}</text:p>{more}</text:list-item>"
    return f'<text:list text:style-name="L"{told}>{item}</text:list>'


def test_the_numbers_that_an_open_document_prints_by_itself() -> None:
    nested = "<text:list><text:list-item><text:p>子</text:p><text:p>续</text:p></text:list-item></text:list>"
    body = (
        listed("甲", nested, goes_on=False)
        + "<text:p>文</text:p>"
        + listed("乙", nested)
        + listed("重", goes_on=False)
        + '<text:h text:outline-level="1">题</text:h><text:h text:outline-level="1">目</text:h>'
    )
    found = lines(from_bytes(open_document(body, NUMBERED)))
    assert found == ["一、甲", "（一）子", "续", "文", "二、乙", "（一）子", "续", "一、重", "第1部分题", "第2部分目"]


def test_a_deletion_that_an_open_document_keeps_in_its_text_is_not_read() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="d"><text:deletion/></text:changed-region>'
        '<text:changed-region text:id="i"><text:insertion/></text:changed-region></text:tracked-changes>'
    )
    body = (
        f'{changes}<text:p><text:change-start text:change-id="d"/>999<text:change-end text:change-id="d"/>'
        '<text:change-start text:change-id="i"/>2<text:change-end text:change-id="i"/></text:p>'
    )
    assert lines(from_bytes(open_document(body))) == ["2"]


def test_a_table_in_a_shape_and_a_text_as_one_xml_file() -> None:
    row = (
        "<loext:table-row><loext:table-cell><text:p>{}</text:p></loext:table-cell><loext:table-cell/></loext:table-row>"
    )
    rows = row.format("甲") + row.format("乙")
    body = f"<text:p><draw:custom-shape><loext:table>{rows}</loext:table></draw:custom-shape></text:p>"
    flat = open_document(body, flat=True)
    assert flat.startswith(b"<")
    for data in (flat, open_document(body)):
        found = from_bytes(data)
        assert (found.kind, found.blocks) == (
            "odt",
            (Grid(((GridCell("甲"), GridCell("")), (GridCell("乙"), GridCell("")))),),
        )
