"""PDF files: ruled or not, over pages, turned, two reports in one, and those that cannot be read."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.document.blocks import Document, Grid, GridCell, Paragraph
from importers.formats.pdf import reader
from importers.formats.pdf.reader import LOCKED, SCAN, UNREADABLE, read
from importers.read import read as read_file
from importers.recognition.recognise import recognise
from importers.refused import DAMAGED, TOO_MUCH, Refused
from model.form import forms
from model.form.form import format_value
from model.report.report import Agency, Report
from tests.importers.documents import AGENCY, TEXTS, document, figures
from tests.importers.pdf_maker import FONT, Maker, pdf_of
from tests.importers.samples import begun, lines, reason
from tests.strategies import FEES

FOLDER = Path(__file__).parents[1] / "data" / "reading"
MADE = json.loads((FOLDER / "truth.json").read_text("utf-8"))


def report(seed: int = 0, agency: Agency = AGENCY) -> Report:
    """A report with figures up to three digits."""
    numbers = {cell: (index * 37 + seed * 101) % 313 for index, cell in enumerate(forms.newest().typed) if cell != FEES}
    balanced = Report(2024, agency, numbers=numbers, text=TEXTS, form=forms.newest())
    for balance in forms.newest().balances:
        (received, carried_in), (concluded, carried_out) = balance.left, balance.right
        if received in numbers:
            numbers[carried_in] = 0
            numbers[received] = int(balanced.value(concluded) or 0) + numbers[carried_out]
    return Report(2024, agency, numbers=numbers, text=TEXTS, form=forms.newest())


def words(text: str) -> bytes:
    """A page with these words on one line."""
    return pdf_of([f"BT /F 10 Tf 1 0 0 1 50 700 Tm <{text.encode('utf-16-be').hex()}> Tj ET"])


def exact(found: Document, made: Report) -> bool:
    reading = recognise(found)
    return all(reading.numbers.get(cell) == value for cell, value in figures(made)) and reading.text == TEXTS


@pytest.mark.parametrize("rules", [True, False], ids=["ruled", "no rules"])
@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("running_head", ["", "青河县水务局文件"])
def test_a_report_gives_every_figure_and_every_word(*, rules: bool, turned: int, running_head: str) -> None:
    made = report()
    data = Maker(rules=rules, turned=turned, running_head=running_head).pdf(document(made))
    assert exact(read(data), made)
    assert not recognise(read(data)).doubts


@pytest.mark.parametrize("name", ["ruled", "no_rules"])
def test_files_of_a_word_processor_are_read(name: str) -> None:
    reading = read_file(FOLDER / f"{name}.pdf")
    assert {cell: format_value(reading.numbers[cell]) for cell in forms.newest().typed} == MADE[name]
    assert reading.text.problems.count("\n") == 1
    assert reading.text.overview.count("\n") == 5


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 40), st.booleans())
def test_tables_go_on_over_the_end_of_a_page_wherever_it_is(lines_before: int, rules: bool) -> None:
    made = report(lines_before)
    whole = document(made)
    filler = Paragraph("（六）其他工作。" + "逐项落实公开任务。" * 4)
    blocks = (*whole.blocks[:3], *[filler] * lines_before, *whole.blocks[3:])
    reading = recognise(read(Maker(rules=rules).pdf(Document("docx", blocks))))
    assert all(reading.numbers.get(cell) == value for cell, value in figures(made))


def test_the_first_of_two_reports_is_read_and_the_other_told() -> None:
    other = report(1, Agency("白沙镇人民政府"))
    found = recognise(read(Maker().pdf(document(report()), document(other))))
    assert found.agency.name == AGENCY.name
    assert all(found.numbers.get(cell) == value for cell, value in figures(report()))
    assert ["白沙镇人民政府" in doubt.printed for doubt in found.doubts] == [True]


def test_a_row_broken_by_the_end_of_a_page_is_one_row() -> None:
    cells = tuple(tuple(GridCell(text) for text in row) for row in (("行名", "甲", "乙"), ("一、很长的行", "1", "2")))
    lower = tuple(tuple(GridCell(text) for text in row) for row in (("名", "", ""), ("二、下一行", "3", "4")))
    maker = Maker(numbered=False)
    data = maker.pdf(Document("docx", (Grid(cells),)), Document("docx", (Grid(lower),)))
    assert begun(read(data)) == [
        [["行名", "甲", "乙"], ["一、很长的行名", "1", "2"], ["二、下一行", "3", "4"]],
    ]


def test_lines_are_joined_into_paragraphs_over_pages_without_heads_and_numbers() -> None:
    text = "本机关逐项落实公开任务，按季度检查栏目，" * 190 + "全年没有超期。"
    data = Maker(running_head="青河县水务局").pdf(Document("docx", (Paragraph(text), Paragraph("第二段。"))))
    assert lines(read(data)) == [text, "第二段。"]


def test_a_long_address_that_did_not_fit_behind_its_label_belongs_to_it() -> None:
    address = f"{'qinghe_shuiwu.' * 6}office@example.com）。"
    parts = ("本机关逐项落实公开任务" * 5, "有疑问请来信，邮箱：", address, "第二段。")
    heights = zip((700, 688, 676, 640), parts, strict=True)
    shown = (f"BT /F 10 Tf 1 0 0 1 50 {y} Tm <{part.encode('utf-16-be').hex()}> Tj ET" for y, part in heights)
    assert lines(read(pdf_of(["\n".join(shown)]))) == ["".join(parts[:3]), parts[3]]


def test_radicals_are_read_as_the_characters_they_stand_for() -> None:
    assert lines(read(words("⼯作情况⻓期公开⺠⽣"))) == ["工作情况长期公开民生"]


IMAGE = (
    "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>"
    "stream\n0\nendstream"
)
KEY = "(" + "k" * 32 + ")"


def locked() -> bytes:
    """A file that asks for a password."""
    entry = f"/Encrypt<</Filter/Standard/V 1/R 2/O{KEY}/U{KEY}/P -4>>/ID[{KEY}{KEY}]"
    return words("甲").replace(b"trailer<<", f"trailer<<{entry}".encode())


def odd_letters() -> bytes:
    """A file whose font does not say which characters its letters are."""
    font = FONT.replace("UniGB-UCS2-H", "Identity-H").replace("Ordering(GB1)", "Ordering(Identity)")
    return pdf_of(["BT /F 10 Tf 1 0 0 1 50 700 Tm <0101010201030104> Tj ET"], font=font)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf_of(["q 500 0 0 700 0 0 cm /I Do Q"], objects=[IMAGE], resources="/XObject<</I 3 0 R>>"), SCAN),
        (locked(), LOCKED),
        (words("甲")[:200], DAMAGED),
        (pdf_of([""]), DAMAGED),
        (odd_letters(), UNREADABLE),
        (pdf_of([""] * (reader.MOST_PAGES + 1)), TOO_MUCH),
        (pdf_of(["0 0 m 9 9 l S\n" * 30_000]), TOO_MUCH),
    ],
    ids=["scan", "locked", "damaged", "empty", "odd letters", "pages", "lines"],
)
def test_what_cannot_be_read_says_why(data: bytes, said: str) -> None:
    assert reason(data) == said


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(Maker().pdf(document(report())))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, 3)) or len(whole)
    try:
        read(bytes(whole[: len(whole) // cut if cut < 4 else None]))
    except Refused:
        return
