"""Marks among the words of a PDF file: raised and lowered digits, struck, white and tiny words, bullets."""

import pytest

from importers.document.blocks import Residue
from importers.formats.pdf.reader import read
from importers.recognition.tables.figures import Figure, read_figure
from importers.refused import TOO_MUCH
from model.form import forms
from tests.importers.pdf_maker import FONT, pdf_of
from tests.importers.samples import begun, lines, reason

CELL = forms.newest().cells["disclosure.penalties.decisions"]
TABLE = "50 680 200 20 re S 250 680 100 20 re S 50 660 200 20 re S 250 660 100 20 re S"
X, Y = 260.0, 686.0
"""Where the figure of the table's first row stands."""
WHITE, BLACK = "1 1 1 rg", "0 0 0 rg"


def shown(x: float, y: float, words: str, size: float = 10, before: str = "") -> str:
    """Words at a place."""
    return f"BT {before} /F {size} Tf 1 0 0 1 {x} {y} Tm <{words.encode('utf-16-be').hex()}> Tj ET"


def cell(*marks: str, figure: str = "358", turned: int = 0) -> str:
    """What is read in the cell of a table where a figure of 5 points a digit stands among some marks."""
    rest = (shown(60, Y, "行政处罚"), shown(60, 666, "行政强制"), shown(X, 666, "26"))
    data = pdf_of(["\n".join((TABLE, *rest, shown(X, Y, figure), *marks))], turned)
    ((row, other),) = begun(read(data))
    assert other == ["行政强制", "26"]
    assert row[0] == "行政处罚"
    return row[1]


def doubted(words: str) -> Figure:
    """What a doubtful figure is read as."""
    figure = read_figure(words, CELL)
    assert figure.doubt
    return figure


@pytest.mark.parametrize(
    ("mark", "seen"),
    [
        (shown(X + 15, Y + 4, "1", 6), "358¹"),
        (shown(X + 15.5, Y + 3.3, "12", 8.3), "358¹²"),
        (shown(X + 15, Y, "1", 6, "4 Ts"), "358¹"),
        (shown(X + 15, Y + 8, "1", 5), "¹358"),
        (shown(X + 15, Y - 2, "1", 6), "358¹"),
        (shown(X + 15, Y, "1", 6), "358¹"),
        (shown(X + 15, Y + 3, "1"), "358¹"),
        (shown(X - 3, Y + 4, "1", 6), "¹358"),
        (shown(X + 15, Y + 4, "１", 6), "358¹"),
    ],
    ids=["raised", "as browsers do", "by a rise", "far above", "lowered", "small", "not smaller", "before", "wide"],
)
@pytest.mark.parametrize("turned", [0, 90])
def test_a_digit_off_the_line_joins_no_figure(mark: str, seen: str, turned: int) -> None:
    assert cell(mark, turned=turned) == seen
    assert doubted(seen).value == 358


@pytest.mark.parametrize(
    ("marks", "seen"),
    [
        ((shown(60, 700, "公开信息812"), shown(115, 704, "2", 6), shown(118, 700, "条。")), "公开信息812²条。"),
        ((shown(60, 700, "公开信息"), shown(100, 704, "1", 6), shown(103, 700, "，共8条。")), "公开信息¹，共8条。"),
        ((shown(60, 700, "监测PM"), shown(90, 698, "2", 6), shown(93, 700, "浓度。")), "监测PM2浓度。"),
        ((shown(60, 700, "青河县", 22), shown(126, 700, "2024", 14), shown(154, 700, "年报", 22)), "青河县2024年报"),
        ((shown(60, 700, "公开信息812"), shown(115, 707, "2", 6), shown(118, 700, "条。")), "公开信息812²条。"),
        ((shown(60, 700, "公开信息812"), shown(115, 696, "2", 6), shown(118, 700, "条。")), "公开信息812²条。"),
    ],
    ids=[
        "behind a figure",
        "behind a word",
        "lowered behind a letter",
        "smaller digits in a title",
        "far above",
        "far below",
    ],
)
def test_digits_off_the_line_are_told_apart_in_a_text(marks: tuple[str, ...], seen: str) -> None:
    assert lines(read(pdf_of(["\n".join(marks)]))) == [seen]


STROKES = {
    "line": "0.7 w 260 {y} m 270 {y} l S",
    "box": "260 {y} 10 0.6 re f",
    "many sides": "260 {y} m 270 {y} l 270 {t} l 265 {t} l 260 {t} l f",
}


@pytest.mark.parametrize("stroke", STROKES.values(), ids=STROKES)
@pytest.mark.parametrize("above", [2.2, 3.5, 4.2])
@pytest.mark.parametrize("turned", [0, 90])
def test_struck_digits_join_no_figure(stroke: str, above: float, turned: int) -> None:
    drawn = stroke.format(y=Y + above, t=Y + above + 0.5)
    assert cell(drawn, figure="171271", turned=turned) == "1271（划去的文字：17）"
    assert doubted("1271（划去的文字：17）").value == 1271


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize(
    ("kind", "seen"), [("StrikeOut", "1271（划去的文字：17）"), ("Highlight", "171271"), ("StrikeOut/F 2", "171271")]
)
def test_digits_that_a_reader_crossed_out_afterwards_join_no_figure(kind: str, seen: str, turned: int) -> None:
    corners = f"{X} {Y + 9} {X + 10} {Y + 9} {X} {Y - 2} {X + 10} {Y - 2}"
    mark = f"<</Type/Annot/Subtype/{kind}/Rect[{X} {Y - 2} {X + 10} {Y + 9}]/QuadPoints[{corners} /Odd 1 2]>>"
    page = (TABLE, shown(60, Y, "行政处罚"), shown(60, 666, "行政强制"), shown(X, 666, "26"), shown(X, Y, "171271"))
    data = pdf_of(["\n".join(page)], turned, objects=[mark], resources=">>/Annots[3 0 R]/Spare<<")
    assert begun(read(data)) == [[["行政处罚", seen], ["行政强制", "26"]]]


def test_a_struck_figure_is_not_read_at_all() -> None:
    assert cell(f"259 {Y + 3} 17 0.6 re f") == "（划去的文字：358）"
    assert doubted("（划去的文字：358）").value is None


def test_a_line_through_a_full_cell_is_no_rule_of_its_table() -> None:
    figure = "12345678901234567"
    assert cell(f"251.5 {Y + 3} 97 0.6 re f", figure=figure) == f"（划去的文字：{figure}）"


@pytest.mark.parametrize(
    "drawn",
    [
        f"260 {Y - 1.5} 15 0.6 re f",
        f"260 {Y + 9.5} 15 0.6 re f",
        f"260 {Y - 2} 15 11 re S",
        f"q 1 0.9 0.5 rg 260 {Y - 2} 15 11 re f Q {shown(X, Y, '358')}",
        f"q 1 1 1 RG 260 {Y + 3} m 275 {Y + 3} l S Q",
        f"255 {Y + 3} 90 0.6 re f",
    ],
    ids=["under", "over", "around", "behind", "white", "much longer"],
)
def test_other_lines_strike_nothing(drawn: str) -> None:
    assert cell(drawn) == "358"


def test_struck_words_of_a_table_without_rules_are_told_where_they_stand() -> None:
    page = (shown(60, 700, "行政处罚"), shown(260, 700, "171271"), "260 703 10 0.6 re f", shown(360, 700, "5"))
    assert lines(read(pdf_of(["\n".join(page)]))) == ["行政处罚\t1271（划去的文字：17）\t5"]


def test_struck_words_are_none_of_a_text_and_told() -> None:
    page = (shown(60, 740, "前文。"), shown(60, 700, "公开划掉的信息8条。"), "80 703 30 0.6 re f")
    whole = (shown(60, 660, "整段划掉。"), "60 663 m 110 663 l S")
    found = read(pdf_of(["\n".join((*page, *whole))]))
    assert lines(found) == ["前文。", "公开信息8条。"]
    assert found.residues == (Residue("struck", "划掉的", 1), Residue("struck", "整段划掉。", 1))


@pytest.mark.parametrize(
    ("colour", "seen"),
    [
        (WHITE, "358（白色文字：9）"),
        ("0.97 g", "358（白色文字：9）"),
        ("0 0 0 0 k", "358（白色文字：9）"),
        ("0.5 g", "3589"),
        ("0 0 0 1 k", "3589"),
    ],
)
def test_white_digits_join_no_figure(colour: str, seen: str) -> None:
    assert cell(shown(X + 15, Y, "9", before=colour)) == seen


@pytest.mark.parametrize(
    ("ground", "seen"), [("0 0 0.5 rg", "3589"), ("1 1 1 rg", "358（白色文字：9）")], ids=["blue", "white"]
)
def test_white_words_on_a_ground_are_seen(ground: str, seen: str) -> None:
    box = f"q {ground} 252 682 96 16 re f Q"
    assert cell(box, shown(X, Y, "358", before=BLACK), shown(X + 15, Y, "9", before=WHITE)) == seen


def test_words_too_small_to_see_are_none_of_the_text() -> None:
    assert cell(shown(X + 15, Y, "9", 2)) == "358（极小的文字：9）"
    found = read(pdf_of([shown(60, 700, "公开信息") + shown(100, 700, "很小的话", 2) + shown(108, 700, "8条。")]))
    assert lines(found) == ["公开信息8条。"]
    assert [(residue.kind, residue.words) for residue in found.residues] == [("tiny", "很小的话")]


SAME = " ".join(f"<{start}> <{end}> <{start}>" for start, end in (("3000", "30ff"), ("4e00", "9fff"), ("f000", "ffff")))
SAID = f"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 3 beginbfrange {SAME} endbfrange endcmap"
AS_IT_IS = f"<</Length {len(SAID)}>>stream\n{SAID}\nendstream"
"""A font's characters are those of Unicode, bullets of symbol fonts too."""


def test_bullets_of_symbol_fonts_are_no_words() -> None:
    first, second = "存在的问题：一是解读形式单一", "二是公开不够及时。"
    page = (
        *(shown(60, 740, "本机关逐项落实公开任务。" * 2), shown(60, 700, "\uf0b7"), shown(80, 700, f"{first * 2}，")),
        *(shown(80, 684, second), shown(60, 668, "\uf0d8"), shown(80, 668, "改进措施。")),
    )
    font = (
        FONT.replace("UniGB-UCS2-H", "Identity-H")
        .replace("(GB1)", "(Identity)")
        .replace("/Encoding", "/ToUnicode 3 0 R/Encoding")
    )
    assert lines(read(pdf_of(["\n".join(page)], objects=[AS_IT_IS], font=font))) == [
        "本机关逐项落实公开任务。" * 2,
        f"{first * 2}，{second}",
        "改进措施。",
    ]


def test_signs_of_a_file_are_not_taken_for_what_is_set_aside() -> None:
    assert cell(figure="12\x0e\x023\x0f") == "123"


def test_more_lines_through_words_than_in_any_report_are_too_much() -> None:
    words = shown(50, 700, "甲" * 500, 1.1)
    assert reason(pdf_of([words + "\n" + "50 700.4 500 0.1 re f\n" * 4000])) == TOO_MUCH
