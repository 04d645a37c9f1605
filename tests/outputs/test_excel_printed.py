"""The workbook as an office program prints it, with two sets of typefaces: a table a page, no figure or word cut."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from export.excel.sheets import LIST_HEAD
from export.exporters import REPORT, export
from model.report.report import PastReport, Report
from model.structs import replace
from tests.forms import FORM
from tests.outputs import reading
from tests.strategies import FEES
from tests.tools import lacking, need
from tests.word import readers
from tests.word.test_rendering import SEED, filled

pytestmark = pytest.mark.prepared

LARGEST = filled(10).with_number(FEES, Decimal("123456789012.345"))
REPORTS: Mapping[str, Report] = {
    "seed": SEED,
    "the largest numbers, in both years": replace(
        LARGEST, last_year=PastReport(FORM, SEED.year - 1, dict(LARGEST.numbers))
    ),
    "long paragraphs": SEED.with_text("problems", "\n".join(["一段很长的话，" * 40, "一段更长的话，" * 500])),
}


@pytest.fixture(scope="module", params=readers.FONT_SETS)
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """The words of each page of each report."""
    if not Path(need("soffice")).resolve().with_name("libsclo.so").exists():
        lacking("LibreOffice's Calc is not installed")
    folder = tmp_path_factory.mktemp("sheets")
    paths = [folder / f"{number}.xlsx" for number in range(len(REPORTS))]
    for path, report in zip(paths, REPORTS.values(), strict=True):
        export(REPORT, report, path, replace=False)
    return dict(zip(REPORTS, readers.printed_pages(paths, request.param, folder), strict=True))


@pytest.mark.parametrize("name", REPORTS)
def test_each_table_is_whole_on_its_page_and_the_list_has_its_head_on_each(
    name: str, pages: Mapping[str, list[str]]
) -> None:
    for page, grid in zip(pages[name], reading.grids(REPORTS[name]), strict=False):
        words = page.split()
        assert {figure for row in grid for figure in row if figure.isdigit()} <= set(words)
        assert "".join(grid[-1][0].split()) in "".join(words)
    heads = [" ".join(LIST_HEAD) in page.splitlines() for page in pages[name]]
    assert heads == [False] * 3 + [True] * 3 + [False] * (len(heads) - 6)


@pytest.mark.parametrize("name", REPORTS)
def test_every_figure_of_the_list_and_every_paragraph_is_printed_whole(
    name: str, pages: Mapping[str, list[str]]
) -> None:
    report = REPORTS[name]
    listed = [line.split() for page in pages[name][3:6] for line in page.splitlines()]
    assert "###" not in "".join(pages[name])
    figures = {str(report.value(cell_id) or 0) for cell_id in FORM.cells}
    assert figures <= {word for line in listed for word in line}
    said = "".join("".join(pages[name][6:]).split())
    for text in reading.paragraphs(report):
        assert "".join(text.split())[:900] in said
        assert "".join(text.split())[-20:] in said
