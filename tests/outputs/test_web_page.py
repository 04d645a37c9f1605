"""The web page of the report: by a strict HTML parser of others, with any text, and as what a clipboard holds."""

import re
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import given, settings

import cli
from export.content import NumberTable, blocks
from export.exporters import PAGE, REPORT, export
from export.identity import Version
from export.web.clipboard import plain_text, rich_text
from export.writer import Content, Difference
from model.drafts import draft
from model.report.report import Report
from model.structs import replace
from tests.outputs import reading
from tests.strategies import reports
from tests.tools import examples

SEED = Path(__file__).parents[1] / "data" / "seed.nianbao"
PARAGRAPHS = ("h1", "h2", "h3", "p")


@pytest.fixture
def seed() -> Report:
    return draft.load(SEED).report


def page_of(report: Report) -> bytes:
    return PAGE.load().write(Content(report, blocks(report), version=Version(3)))


def parsed(page: str) -> Any:
    """The elements of a page, by html5lib, which refuses whatever is not HTML to the letter."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def text(element: Any) -> str:
    for line_break in element.iter("br"):
        line_break.text = "\n"
    return "".join(element.itertext())


def grid(table: Any) -> list[list[str]]:
    """A table as a full grid, its spans spread out as a browser does it."""
    rows = list(table.iter("tr"))
    places: dict[tuple[int, int], str] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in places:
                column += 1
            for down in range(int(cell.get("rowspan", "1"))):
                for across in range(int(cell.get("colspan", "1"))):
                    assert (number + down, column + across) not in places
                    places[number + down, column + across] = text(cell)
    width = 1 + max(column for _, column in places)
    return [[places[number, column] for column in range(width)] for number in range(len(rows))]


@settings(max_examples=examples(25))
@given(reports())
def test_any_report_is_a_page_to_the_letter_with_every_paragraph_and_figure(report: Report) -> None:
    tree = parsed(page_of(report).decode())
    found = [text(each) for each in tree.iter() if each.tag in PARAGRAPHS]
    assert found == reading.paragraphs(report)
    assert [grid(table) for table in tree.iter("table")] == reading.grids(report)


def test_the_page_has_only_plain_elements_and_nothing_from_elsewhere(seed: Report) -> None:
    page = page_of(seed.with_text("overview", "（一）见<a href='http://a.b/'>网页</a>。后文。")).decode()
    tree = parsed(page)
    elements = [each for each in tree.iter() if isinstance(each.tag, str)]
    shown = {each.tag for each in tree.find("body").iter()}
    assert shown <= {"body", "h1", "h2", "h3", "p", "strong", "small", "br", "wbr", "footer"} | {
        "table", "caption", "thead", "tbody", "tr", "th", "td"
    }  # fmt: skip
    assert {name for each in elements for name in each.attrib} <= {
        "lang", "charset", "name", "content", "scope", "rowspan", "colspan"
    }  # fmt: skip
    (style,) = tree.iter("style")
    assert not re.search(r"url\(|@import|mso|\.\w+\s*\{", style.text)
    assert "width=device-width" in page
    assert "@media print" in style.text
    assert tree.find("head/title").text == "".join(reading.paragraphs(seed)[0].split("\n"))


def test_a_title_may_break_between_its_words_on_a_narrow_page_and_is_pasted_in_one_piece(seed: Report) -> None:
    report = replace(seed, title="青山县审计局2024年政府信息工作年度报告")
    assert "<h1>青山县审计局<wbr>2024年政府信息<wbr>工作年度报告</h1>" in page_of(report).decode()
    assert f"<h1>{report.title}</h1>" in rich_text(blocks(report))
    style = page_of(report).decode()
    assert re.search(r"h1 \{[^}]*keep-all", style)


def test_every_figure_of_a_table_has_its_heads(seed: Report) -> None:
    tree = parsed(page_of(seed).decode())
    scopes = [[cell.get("scope") for cell in table.iter("th")] for table in tree.iter("table")]
    assert all(scope in ("row", "col") for table in scopes for scope in table)
    labelled = [[cell.get("scope") for cell in row] for row in list(list(tree.iter("table"))[1].iter("tr"))]
    assert labelled[0] == ["col", "col"]
    assert labelled[3] == ["row"] + [None] * 7
    assert labelled[5][:2] == ["row", "row"]
    captions = [text(table.find("caption")) for table in tree.iter("table")]
    assert captions == [section.heading for section in seed.form.sections if section.table]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b' scope="row"', b""),
        (b' colspan="7"', b' colspan="6"'),
        (b"</td><td>", b"</td></tr><tr><td>"),
        (b"<strong>", b""),
        (b"<td>0</td>", b"<td>1</td>"),
        (b"sha256:", b"sha256:0"),
        (b"</table>", b"</table>more"),
        (b"<tbody>", b"<tbody><!-- more -->"),
    ],
)
def test_a_page_that_lost_a_merge_a_head_or_a_figure_is_refused(seed: Report, old: bytes, new: bytes) -> None:
    report = seed.with_text("overview", "（一）加强组织领导。做法如下。")
    writer, content = PAGE.load(), Content(report, blocks(report))
    data = writer.write(content)
    assert old in data
    writer.verify(data, content)
    with pytest.raises(Difference):
        writer.verify(data.replace(old, new, 1), content)


def test_the_clipboard_holds_the_report_as_rich_text_and_as_lines(seed: Report) -> None:
    tree = parsed(f"<!DOCTYPE html><title>x</title>{rich_text(blocks(seed))}")
    assert [text(each) for each in tree.iter() if each.tag in PARAGRAPHS] == reading.paragraphs(seed)
    assert [grid(table) for table in tree.iter("table")] == reading.grids(seed)
    assert all(table.get("border") == "1" for table in tree.iter("table"))
    plain = plain_text(blocks(seed)).split("\n")
    assert [line for line in reading.paragraphs(seed)[1:] if line not in plain] == []


@settings(max_examples=examples(15))
@given(reports())
def test_the_clipboard_holds_one_table_alone(report: Report) -> None:
    for block in blocks(report):
        if isinstance(block, NumberTable):
            fragment = rich_text((block,))
            (table,) = parsed(f"<!DOCTYPE html><title>x</title>{fragment}").iter("table")
            assert fragment.startswith("<table")
            assert [grid(table)] == [each for each in reading.grids(report) if each == grid(table)][:1]
            rows = [line.split("\t") for line in plain_text((block,)).split("\n")]
            assert {len(row) for row in rows} == {block.table.columns}
            figures = {cell.id: rows[cell.row][cell.column] for cell in block.table.number_cells}
            assert figures == dict(block.values)


def test_the_exported_page_is_read_back_and_says_what_it_is(seed: Report, tmp_path: Path) -> None:
    compared = export(REPORT, seed, tmp_path / "a.html", replace=False)
    assert (compared.numbers, compared.headings, compared.paragraphs) == (200, 6, 16)
    read = PAGE.load().read
    assert read is not None
    found = read((tmp_path / "a.html").read_bytes())
    assert found.identity == Content(seed, blocks(seed)).identity


def test_the_program_reads_its_own_page_as_the_same_report(seed: Report, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    export(REPORT, seed, path, replace=False)
    assert cli.main(["compare", str(SEED), str(path)]) == 0
