"""Pages as an office program prints them, with two sets of typefaces: no number folded, nothing torn from its table.

In the first set the digits of the tables are wider than in the typeface that the file names, which is missing there; in
the second they are half an em wide, as on an office PC.
"""

import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from export.exporters import REPORT, export
from model.drafts import draft
from model.report.report import Report
from tests.forms import FORM
from tests.tools import need
from tests.word.readers import office_convert

DATA = Path(__file__).parents[1] / "data"
SEED = draft.load(DATA / "seed.nianbao").report
COUNTS = [cell_id for cell_id in FORM.typed if cell_id != "disclosure.fees.amount"]
WHOLE = {"表三": "三、收到和处理", "last row": "四、结转下年度继续办理"}


def filled(digits: int) -> Report:
    """Every number with so many digits; the largest that a draft may hold at ten."""
    number = min(int("1234567891"[:digits]), 10**9)
    return SEED.with_numbers(dict.fromkeys(COUNTS, number))


REPORTS: Mapping[str, Report] = {
    "seed": SEED,
    "one number of five digits": SEED.with_number("applications.received.natural_person", 12345),
    **{
        f"a note of {5 * lines} sentences": replace(SEED, notes={"applications": "按结案的情况统计。" * 5 * lines})
        for lines in range(1, 4)
    },
    **{f"{digits} digits everywhere": filled(digits) for digits in range(4, 11)},
}


@pytest.fixture(scope="module", params=["fonts.conf", "fonts-office.conf"])
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """The words of each page of each report."""
    soffice, pdftotext = need("soffice"), need("pdftotext")
    folder = tmp_path_factory.mktemp("pages")
    paths = [folder / f"{number}.docx" for number in range(len(REPORTS))]
    for path, report in zip(paths, REPORTS.values(), strict=True):
        export(REPORT, report, path, replace=False)
    with pytest.MonkeyPatch.context() as fonts:
        fonts.setenv("FONTCONFIG_FILE", str(DATA / request.param))
        printed = office_convert(soffice, paths, "pdf", folder)
    texts = [subprocess.run([pdftotext, "-raw", pdf, "-"], check=True, capture_output=True) for pdf in printed]
    return {name: text.stdout.decode().split("\f")[:-1] for name, text in zip(REPORTS, texts, strict=True)}


@pytest.mark.parametrize("name", REPORTS)
def test_no_number_is_folded(name: str, pages: Mapping[str, list[str]]) -> None:
    report, words = REPORTS[name], set("\n".join(pages[name]).split())
    assert {str(report.count(cell_id)) for cell_id in FORM.cells if not cell_id.endswith("amount")} <= words


@pytest.mark.parametrize("name", REPORTS)
def test_numbers_of_any_size_take_no_page_more_and_table_three_stays_whole(
    name: str, pages: Mapping[str, list[str]]
) -> None:
    assert len(pages[name]) == len(pages["seed"]) == 5
    (page,) = (page for page in pages[name] if WHOLE["表三"] in page)
    assert WHOLE["last row"] in page
    assert "".join(page.split()).count("按结案的情况统计。") == REPORTS[name].notes.get("applications", "").count("。")
