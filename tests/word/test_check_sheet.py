"""校验单: whoever signs sees the balance, what is open and what was answered with its reason, on paper or screen."""

import subprocess
from datetime import date
from pathlib import Path

import docx as python_docx
import pytest
from lxml import html

from export.check_sheet import check_sheet
from export.content import Heading, Listing
from export.exporters import CHECK_SHEET, Circumstances, export
from model import checks
from model.drafts import draft
from model.report.rates import rates
from model.report.report import Report
from tests.tools import need
from tests.word import readers
from tests.word.structure import faults

SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"
TODAY = date(2025, 1, 9)


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
    balance, found, answered, shares = listings(report).values()
    assert [row[0] for row in shares.rows] == [rate.name for rate in rates(report)]
    wanted = checks.findings(report, checks.Context(TODAY))
    assert [(row[-1], row[3]) for row in found.rows] == [(one.check, one.message) for one in wanted]
    assert [row[0] for row in found.rows] == [str(number) for number in range(1, len(wanted) + 1)]
    assert [(row[3], row[4]) for row in answered.rows] == [("上级统一口径 <b>", report.dismissed[0].check)]
    assert [row[-1] for row in balance.rows] == ["-3", "平", "平", "平", "平", "平", "-3"]
    assert [row[0] for row in balance.rows][::6] == ["自然人", "总计"]


def test_a_report_without_problems_says_so() -> None:
    clean = draft.load(SEED.parents[2] / "resources" / "sample.nianbao").report
    words = [getattr(block, "text", "") for block in check_sheet(clean, TODAY)]
    assert "没有发现问题。" in words
    balance, shares = listings(clean).values()
    assert (len(balance.rows), len(shares.rows)) == (7, 6)


def test_as_word_it_reads_back_and_has_no_fault(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "校验单.docx"
    content = check_sheet(report, TODAY)
    export(CHECK_SHEET, report, path, replace=False, circumstances=Circumstances(TODAY))
    assert faults(path) == []
    wanted = [[list(block.head), *map(list, block.rows)] for block in content if isinstance(block, Listing)]
    tables = python_docx.Document(str(path)).tables
    assert [[[cell.text for cell in row.cells] for row in table.rows] for table in tables] == wanted


def test_as_a_page_it_says_the_same_and_nothing_in_it_is_markup_or_comes_from_elsewhere(
    report: Report, tmp_path: Path
) -> None:
    path = tmp_path / "校验单.html"
    content = check_sheet(report, TODAY)
    export(CHECK_SHEET, report, path, replace=False, circumstances=Circumstances(TODAY))
    page = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
    tables = [[[cell.text or "" for cell in row] for row in table.iter("tr")] for table in page.iter("table")]
    assert tables == [[list(block.head), *map(list, block.rows)] for block in content if isinstance(block, Listing)]
    assert not list(page.iter("script", "img", "link", "iframe", "b"))
    assert not [element for element in page.iter() if {"src", "href"} & set(element.attrib)]


def test_the_printed_sheet_loses_no_word(report: Report, tmp_path: Path) -> None:
    soffice, pdftotext = need("soffice"), need("pdftotext")
    path = tmp_path / "校验单.docx"
    export(CHECK_SHEET, report, path, replace=False, circumstances=Circumstances(TODAY))
    (pdf,) = readers.office_convert(soffice, [path], "pdf", tmp_path)
    printed = subprocess.run([pdftotext, pdf, "-"], check=True, capture_output=True, text=True)
    squeezed = "".join(printed.stdout.split())
    for listing in listings(report).values():
        assert all(squeezed.count("".join(row[-1].split())) for row in listing.rows)
