"""审签单: whoever signs sees the balance, what is open and what was answered with its reason, on paper or screen."""

import subprocess
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import docx as python_docx
import pytest
from lxml import html

from export.content import Block, Heading, Listing, blocks
from export.exporters import CHECK_SHEET, Circumstances, export
from export.identity import Version, digest, report_digest, short
from export.identity import words as printed
from export.sheet.check_sheet import check_sheet, parts_of
from export.sheet.signed import signed_words
from gui.paper.outputs import register_painted
from model import checks
from model.drafts import draft
from model.language.numerals import chinese
from model.report.publication import ROUTE, content_mark, with_names, with_signed
from model.report.rates import rates
from model.report.report import Agency, PastReport, Report, Signed
from model.structs import replace
from tests import invented
from tests.tools import need
from tests.word import readers
from tests.word.structure import faults

SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"
TODAY = date(2025, 1, 9)
OFF = "applications.received.natural_person"


@pytest.fixture
def report() -> Report:
    """The seed with a broken balance, markup in a text, and one warning answered."""
    seed = draft.load(SEED).report
    warning = next(finding for finding in checks.findings(seed, checks.Context(TODAY)) if finding.severity != "error")
    answered = checks.dismiss(seed, warning, "上级统一口径 <b>")
    broken = answered.with_number("applications.carried_out.natural_person", 3)
    return broken.with_text("problems", "存在“<script>alert(1)</script>【待补】”等问题，下一步改进。")


def listings(report: Report) -> dict[str, Listing]:
    found, heading = {}, ""
    for block in check_sheet(report, TODAY):
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Listing):
            found[heading] = block
    return found


def test_the_sheet_lists_what_is_open_what_was_answered_and_every_column_of_the_balance(report: Report) -> None:
    signing, main, balance, found, answered, shares = listings(report).values()
    assert [row[0] for row in signing.rows] == list(ROUTE.values())
    assert [row[0] for row in shares.rows] == [rate.name for rate in rates(report)]
    wanted = checks.findings(report, checks.Context(TODAY))
    assert [(row[-1], row[3]) for row in found.rows] == [(one.check, one.message) for one in wanted]
    assert [row[0] for row in found.rows] == [str(number) for number in range(1, len(wanted) + 1)]
    assert [(row[3], row[4]) for row in answered.rows] == [("上级统一口径 <b>", report.dismissed[0].check)]
    assert [row[-1] for row in balance.rows] == ["-3", "平", "平", "平", "平", "平", "-3"]
    assert [row[0] for row in balance.rows][::6] == ["自然人", "总计"]
    assert main.rows[0] == ("表三 本年新收 / 总计", "5")


def test_a_report_without_problems_says_so() -> None:
    sample = draft.load(SEED.parents[2] / "resources" / "sample.nianbao").report
    clean = replace(sample, published=None, events=())  # published on a day to come, seen from that of these tests
    words = [getattr(block, "text", "") for block in check_sheet(clean, TODAY)]
    assert "没有发现问题。" in words
    _, _, balance, shares = listings(clean).values()
    assert (len(balance.rows), len(shares.rows)) == (7, 6)


def test_it_says_which_save_it_is_of_and_never_when_it_was_exported(report: Report) -> None:
    saved_at = datetime(2025, 1, 8, 23, 59, tzinfo=timezone(timedelta(hours=8)))
    words = [getattr(block, "text", "") for block in check_sheet(report, TODAY, Version(42, saved_at))]
    assert "版本：草稿的第 42 次保存（2025-01-08 23:59）" in words
    assert f"报告内容的摘要：{short(digest(printed(blocks(report))))}" in "".join(words)
    unsaved = [getattr(block, "text", "") for block in check_sheet(report, TODAY)]
    assert "版本：没有存成草稿，只能按摘要辨认" in unsaved


def test_the_main_figures_stand_beside_those_of_last_year_and_what_was_nothing_in_both_is_left_out() -> None:
    sample = draft.load(SEED.parents[2] / "resources" / "sample.nianbao").report
    past = PastReport(sample.form, sample.year - 1, {**sample.numbers, OFF: sample.count(OFF) + 36})
    listing = next(found for name, found in listings(replace(sample, last_year=past)).items() if "主要数据" in name)
    assert listing.head == ("项目", "本年", "上年", "增减")
    rows = {row[0]: row[1:] for row in listing.rows}
    total = next(balance.cells[0] for balance in sample.form.balances if balance.is_sum)
    assert rows[f"表三 {sample.form.name(total)}"] == (
        str(sample.count(total)),
        str(sample.count(total) + 36),
        "－36",
    )
    assert all(set(row[:2]) != {"0"} for row in rows.values())
    assert any("（万元）" in name for name in rows)


def test_it_says_that_it_was_signed_and_lists_what_was_changed_since() -> None:
    before = draft.load(SEED).report
    mark = Signed(date(2025, 1, 8), report_digest(before), None, 6, content_mark(before))
    signed = with_signed(before, mark)
    said = words_of(check_sheet(signed, TODAY, None, before))
    assert "2025年1月8日签批的就是这一版。" in said
    assert "签批后改了哪里" not in said
    changed = signed.with_number(OFF, 9).with_text("problems", "另有问题。")
    sheet = check_sheet(changed, TODAY, None, before)
    assert "2025年1月8日签批，后来改过，见第二部分。" in words_of(sheet)
    assert signed_words(changed, "四") == ["2025年1月8日签批，后来改过，见第四部分。"]
    (listing,) = (block for block in sheet if isinstance(block, Listing) and "签批时" in block.head)
    assert [block.text for block in sheet if isinstance(block, Heading)][:2] == ["一、审签", "二、签批后改了哪里"]
    assert ("表三 本年新收 / 自然人", str(before.count(OFF)), "9") in [row[1:] for row in listing.rows]
    assert any(row[3].startswith("另有问题") for row in listing.rows)
    assert "签批，后来改过，签批的一版没有留底。" in words_of(check_sheet(changed, TODAY))
    assert "日签批" not in words_of(check_sheet(before, TODAY, None, before))


def test_the_part_that_lists_what_was_changed_is_named_by_its_own_number_on_a_form_that_nobody_has_issued() -> None:
    form = invented.invented()
    cells = form.typed
    before = Report(invented.YEAR, Agency("云岭县水务局"), form=form, numbers=dict.fromkeys(cells, 1))
    mark = Signed(date(2032, 1, 8), report_digest(before), None, 6, content_mark(before))
    changed = with_signed(before, mark).with_number(cells[0], 9)
    with invented.known(form):
        sheet = check_sheet(changed, date(2032, 1, 9), None, before)
    (number,) = (number for number, name in parts_of(sheet) if name == "签批后改了哪里")
    assert f"签批，后来改过，见第{number}部分。" in words_of(sheet)
    numbers, names = zip(*parts_of(sheet), strict=True)
    assert list(numbers) == [chinese(place + 1) for place in range(len(numbers))]
    assert f"{next(table.name for table in form.tables if table.balanced)}勾稽关系" in names


def words_of(sheet: tuple[Block, ...]) -> str:
    return "\n".join(getattr(block, "text", "") for block in sheet)


def test_who_signs_stands_in_its_line_and_every_line_has_room_to_sign(report: Report) -> None:
    named = with_names(report, {"drafter": " 甲 ", "principal": "乙", "office": " "})
    assert dict(named.approval.names) == {"drafter": "甲", "principal": "乙"}
    signing = listings(named)["一、审签"]
    assert [row[1] for row in signing.rows] == ["甲", "", "", "", "", "乙"]
    assert [row[2:] for row in signing.rows] == [("", "")] * 6
    assert signing.row_pt >= 30


@pytest.mark.parametrize("font_set", readers.FONT_SETS)
@pytest.mark.parametrize("many", [1, 40])
def test_the_lines_for_signatures_are_together_and_never_alone_on_the_last_page(
    report: Report, many: int, font_set: str, tmp_path: Path
) -> None:
    """With a long name of the agency too, and where it was signed before; nobody signs on a page of nothing else."""
    register_painted()
    pdftotext = need("pdftotext")
    named = with_names(replace(report, agency=replace(report.agency, name="某某县" * many)), {"principal": "乙乙乙"})
    named = with_signed(named, Signed(date(2025, 12, 28), "sha256:"))
    paths = [tmp_path / "painted.pdf", tmp_path / "sheet.docx"]
    for path in paths:
        export(CHECK_SHEET, named, path, replace=False, circumstances=Circumstances(TODAY))
    painted = subprocess.run([pdftotext, "-layout", paths[0], "-"], check=True, capture_output=True, text=True).stdout
    (converted,) = readers.printed_pages(paths[1:], font_set, tmp_path)
    for shown in (painted.split("\f"), converted):
        pages = ["".join(page.split()) for page in shown]
        (signed,) = (number for number, page in enumerate(pages) if "乙乙乙" in page)
        assert all(step in pages[signed] for step in ROUTE.values())
        assert "常用指标" in "".join(pages[signed + 1 :]), "nothing follows the page for signatures"
        if many == 1:
            assert signed == 0
            assert "摘要：" in pages[0]


def test_as_word_it_reads_back_and_has_no_fault(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "审签单.docx"
    content = check_sheet(report, TODAY)
    export(CHECK_SHEET, report, path, replace=False, circumstances=Circumstances(TODAY))
    assert faults(path) == []
    wanted = [[list(block.head), *map(list, block.rows)] for block in content if isinstance(block, Listing)]
    tables = python_docx.Document(str(path)).tables
    assert [[[cell.text for cell in row.cells] for row in table.rows] for table in tables] == wanted


def test_as_a_page_it_says_the_same_and_nothing_in_it_is_markup_or_comes_from_elsewhere(
    report: Report, tmp_path: Path
) -> None:
    path = tmp_path / "审签单.html"
    content = check_sheet(report, TODAY)
    export(CHECK_SHEET, report, path, replace=False, circumstances=Circumstances(TODAY))
    page = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
    tables = [[[cell.text or "" for cell in row] for row in table.iter("tr")] for table in page.iter("table")]
    assert tables == [[list(block.head), *map(list, block.rows)] for block in content if isinstance(block, Listing)]
    assert not list(page.iter("script", "img", "link", "iframe", "b"))
    assert not [element for element in page.iter() if {"src", "href"} & set(element.attrib)]


def test_the_printed_sheet_loses_no_word(report: Report, tmp_path: Path) -> None:
    soffice, pdftotext = need("soffice"), need("pdftotext")
    path = tmp_path / "审签单.docx"
    export(CHECK_SHEET, report, path, replace=False, circumstances=Circumstances(TODAY))
    (pdf,) = readers.office_convert(soffice, [path], "pdf", tmp_path)
    printed = subprocess.run([pdftotext, pdf, "-"], check=True, capture_output=True, text=True)
    squeezed = "".join(printed.stdout.split())
    for listing in listings(report).values():
        assert all(squeezed.count("".join(row[-1].split())) for row in listing.rows)
