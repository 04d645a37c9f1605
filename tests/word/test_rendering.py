"""Pages as an office program prints them, with two sets of typefaces: no number folded, nothing torn from its table.

In the first set the digits of the tables are wider than in the typeface that the file names, which is missing there; in
the second they are half an em wide, as on an office PC.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from export.exporters import CORRECTION, REPORT, Circumstances, export
from export.title import width
from model.drafts import draft
from model.report.correction import Correction, Numbered
from model.report.report import Passed, Report
from model.structs import replace
from tests.forms import FORM
from tests.tools import examples
from tests.word import readers

pytestmark = pytest.mark.prepared

DATA = Path(__file__).parents[1] / "data"
SEED = draft.load(DATA / "seed.nianbao").report
COUNTS = [cell_id for cell_id in FORM.typed if cell_id != "disclosure.fees.amount"]
WHOLE = {"表三": "三、收到和处理", "last row": "四、结转下年度继续办理"}
FIRST_OF_TABLE_TWO, LAST_OF_TABLE_TWO = "第二十条第（一）项", "行政事业性收费"
LONG_ADDRESS = "详见https://www.example.gov.cn/zwgk/zfxxgk/zfxxgknb/202501/t20250108_1234567890abcdef.html，"
FULL_LINE = 22
"""The characters of a line that is called full, of 28; LibreOffice breaks an address at its slashes only."""
LEAD_IN = "主要做法：\n加强领导。健全机制——完善制度。"
TITLE = "某某自治州某某自治县人民防空办公室（地震局）"


def of_length(paragraphs: list[str]) -> Report:
    """A report whose last part has these paragraphs, with a signature of a name and a day under it."""
    layout = replace(SEED.layout, signature=True, signature_date=date(2025, 1, 8))
    return replace(SEED.with_text("other_matters", "\n".join(paragraphs)), layout=layout)


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


UNUSUAL: Mapping[str, Report] = {
    "a long address and a long title": replace(
        SEED.with_text("problems", f"{LONG_ADDRESS * 2}\n（一）只有小标题\n{LEAD_IN}"),
        agency=replace(SEED.agency, name=TITLE),
        title=None,
        notes={"disclosure": "按现行有效的统计。"},
    ),
    "small tables": replace(SEED, layout=replace(SEED.layout, table_pt=Decimal(8))),
}
HARD = (6, 7, 9, 14, 15, 18, 19, 21, 22, 28, 29, 30, 31, 32, 41, 43, 50, 53)
"""Lines of a last paragraph of which some end at the foot of a page, or fill a page or two with their heading."""
LENGTHS: Mapping[str, Report] = {
    **{f"{count} paragraphs at the end": of_length(["按照有关规定办理了各项工作。"] * count) for count in range(3, 15)},
    **{
        f"a paragraph of {count} lines at the end": of_length(["各项工作" * 7 * count])
        for count in (HARD if examples(0) == 0 else range(1, 67))
    },
}
"""All of two pages and a half in the long run."""
LONGEST = 8
"""The most pages of these: LibreOffice wasted two when it had to keep a long paragraph whole."""
PUBLISHED = Numbered(1, Passed(date(2025, 1, 8)))


CORRECTIONS: Mapping[str, Correction] = {
    f"{count} sentences corrected": Correction(PUBLISHED, SEED.with_text("problems", "原来的一句。\n" * count))
    for count in range(1, 23)
}


@pytest.fixture(scope="module", params=readers.FONT_SETS)
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    """The words of each page of each report, and of each 更正说明."""
    folder = tmp_path_factory.mktemp("pages")
    paths: dict[str, Path] = {}
    for name, report in {**REPORTS, **UNUSUAL, **LENGTHS}.items():
        export(REPORT, report, paths.setdefault(name, folder / f"{len(paths)}.docx"), replace=False)
    for name, correction in CORRECTIONS.items():
        path = paths.setdefault(name, folder / f"{len(paths)}.docx")
        export(CORRECTION, SEED, path, replace=False, circumstances=Circumstances(correction=correction))
    return dict(zip(paths, readers.printed_pages(list(paths.values()), request.param, folder), strict=True))


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


def _lines(pages: list[str]) -> list[str]:
    return [line.strip() for page in pages for line in page.splitlines() if line.strip()]


@pytest.mark.parametrize("name", [*REPORTS, *UNUSUAL])
def test_table_two_stays_whole_under_its_heading_with_its_note(name: str, pages: Mapping[str, list[str]]) -> None:
    (page,) = (page for page in pages[name] if FIRST_OF_TABLE_TWO in page)
    heading, table, rest = page.partition(FIRST_OF_TABLE_TWO)
    assert "二、主动公开政府信息情况" in heading
    assert LAST_OF_TABLE_TWO in table + rest
    assert "".join({**REPORTS, **UNUSUAL}[name].notes.get("disclosure", "").split()) in "".join(rest.split())


@pytest.mark.parametrize("name", [*REPORTS, *UNUSUAL, *LENGTHS])
def test_no_heading_stands_alone_at_the_foot_of_a_page(name: str, pages: Mapping[str, list[str]]) -> None:
    headings = {section.heading for section in FORM.sections} | {"（一）只有小标题"}
    for page in pages[name]:
        shown = [line for line in _lines([page]) if not line.startswith("— ")]
        assert shown[-1] not in headings


@pytest.mark.parametrize("name", LENGTHS)
def test_no_page_holds_headings_alone_and_none_is_wasted(name: str, pages: Mapping[str, list[str]]) -> None:
    headings = {section.heading for section in FORM.sections}
    for page in pages[name]:
        assert not headings.issuperset(line for line in _lines([page]) if not line.startswith("— "))
    assert len(pages[name]) <= LONGEST


@pytest.mark.parametrize("name", [*LENGTHS, *CORRECTIONS])
def test_the_signature_has_words_of_the_document_on_its_page(name: str, pages: Mapping[str, list[str]]) -> None:
    *before, signed = (line for line in _lines(pages[name][-1:])[:-1] if line != "2025 年 1 月 8 日")
    assert signed == SEED.agency.name
    assert before


def test_the_lengths_tried_reach_a_new_page(pages: Mapping[str, list[str]]) -> None:
    for names in (LENGTHS, CORRECTIONS):
        assert len({len(pages[name]) for name in names}) > 1


def test_the_title_breaks_between_words_and_short_labels_evenly(pages: Mapping[str, list[str]]) -> None:
    first = _lines(pages["a long address and a long title"])[:3]
    assert first == ["2024 年某某自治州某某自治县", "人民防空办公室（地震局）", "政府信息公开工作年度报告"]
    assert "结果维" not in _lines(pages["small tables"])


def test_a_long_address_leaves_no_line_drawn_apart(pages: Mapping[str, list[str]]) -> None:
    """Broken, it fills its lines; kept whole, it would leave the line before it half empty."""
    shown = _lines(pages["a long address and a long title"])
    start = next(index for index, line in enumerate(shown) if "example" in line)
    assert all(width(line) > FULL_LINE for line in shown[start : start + 3])
