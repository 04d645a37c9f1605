"""What the program exports it reads again: with the figures it carries along, and without them from the words alone."""

import re
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from export.content import blocks, printable
from export.excel.workbook import write as workbook
from export.exporters import REPORT, export
from export.writer import Content
from importers.document.blocks import Block, Document, Grid, Paragraph
from importers.files import document
from importers.formats.text import from_text
from importers.recognition.recognise import recognise
from model.drafts.draft import load
from model.report.fields import resolve
from model.report.report import TEXT_IDS, Report
from model.structs import replace
from tests import strategies
from tests.forms import FORM
from tests.importers.copies import copied
from tests.importers.documents import AGENCY, figures, replaced, rows_of
from tests.importers.documents import document as plain_document
from tests.importers.documents import reports as plain_reports

SEED = load(Path(__file__).parents[1] / "data" / "seed.nianbao").report
RADICALS = re.compile("[\u2f00-\u2fd5]")
ODD = re.compile("[\\s\u200b-\u200f\u202a-\u202e\u00ad\u2060\ufeff\ufffe\uffff]+")


def exported(report: Report, folder: Path) -> Document:
    path = folder / "报告.docx"
    export(REPORT, report, path, replace=True)
    return document(path)


def words(text: str) -> str:
    """A text without what files and readers may change: blanks, characters that are not seen, Kangxi radicals."""
    return RADICALS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), ODD.sub("", text))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("导出")


@settings(phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(report=strategies.reports())
def test_any_report_comes_back(report: Report, folder: Path) -> None:
    assume(words("".join(printable(report.title_text))))
    report = strategies.without_unknown_fields(report)
    found = exported(report, folder)
    assert found.known is not None
    reading = recognise(found)
    assert dict(reading.numbers) == dict(figures(report))
    assert reading.year == report.year
    assert words(reading.agency.name) == words(" ".join(printable(report.agency.name)))
    assert words(reading.title) == words("".join(printable(report.title_text)))
    for text in TEXT_IDS:
        assert words(reading.text[text]) == words("".join(printable(resolve(report.text[text], report)))), text
    assert not reading.changed
    assert not [doubt for doubt in reading.doubts if doubt.place in (*FORM.cells, "year")]


@given(report=plain_reports(), signature=st.booleans())
def test_without_what_it_carries_along_a_report_comes_back_from_its_words(
    report: Report, signature: bool, folder: Path
) -> None:
    report = replace(report, layout=replace(report.layout, signature=signature))
    reading = recognise(replace(exported(report, folder), known=None))
    assert dict(reading.numbers) == dict(figures(report))
    assert (reading.year, reading.agency.name, reading.title) == (2024, AGENCY.name, report.title_text)
    assert all(reading.text[text] == report.text[text] for text in TEXT_IDS if not signature or text != "other_matters")
    assert reading.text.other_matters.startswith(report.text.other_matters)
    assert not reading.doubts


@given(report=plain_reports(), at=st.integers(0, 6), printed=st.sampled_from(("7777", "５件", "/", "", "另行说明")))
def test_cells_changed_after_the_export_are_named(report: Report, at: int, printed: str, folder: Path) -> None:
    found = exported(report, folder)
    index = next(index for index, block in enumerate(found.blocks) if isinstance(block, Grid) and len(block.rows) == 28)
    rows = rows_of(found.blocks[index])
    rows[3][3 + at] = replace(rows[3][3 + at], text=printed)
    reading = recognise(replaced(found, index, Grid(tuple(map(tuple, rows)))))
    column = FORM.table("applications").grid[3][3 + at].id
    before = report.value(column) or 0
    wanted = {"7777": 7777, "５件": 5, "/": 0}.get(printed, before)
    assert dict(reading.numbers) == dict(figures(report)) | ({} if at == 6 else {column: wanted})
    assert [(doubt.place, doubt.printed, doubt.taken) for doubt in reading.changed] == (
        [(column, printed, str(before))] if wanted != before else []
    )
    assert any(doubt.place == column for doubt in (*reading.changed, *reading.doubts)) or wanted == before


def test_a_figure_part_that_was_taken_out_leaves_an_ordinary_file(folder: Path, tmp_path: Path) -> None:
    exported(Report(2024, AGENCY, form=FORM), folder)
    with zipfile.ZipFile(folder / "报告.docx") as source, zipfile.ZipFile(tmp_path / "b.docx", "w") as target:
        for name in source.namelist():
            if name != "customXml/item1.xml":
                target.writestr(name, source.read(name))
    assert document(tmp_path / "b.docx").known is None


def test_the_workbook_comes_back_with_its_texts(tmp_path: Path) -> None:
    (tmp_path / "报告.xlsx").write_bytes(workbook(Content(SEED, blocks(SEED))))
    reading = recognise(document(tmp_path / "报告.xlsx"))
    assert dict(reading.numbers) == dict(figures(SEED))
    assert (reading.year, reading.agency.name, reading.title) == (SEED.year, SEED.agency.name, SEED.title_text)
    assert [words(reading.text[text]) for text in TEXT_IDS] == [words(SEED.text[text]) for text in TEXT_IDS]
    assert not reading.doubts


def test_a_workbook_with_another_sheet_of_texts_is_not_taken_for_ones_own(tmp_path: Path) -> None:
    book = load_workbook(BytesIO(workbook(Content(SEED, blocks(SEED)))))
    book["文字"]["A1"] = "说明"
    book.save(tmp_path / "报告.xlsx")
    reading = recognise(document(tmp_path / "报告.xlsx"))
    assert dict(reading.numbers) == dict(figures(SEED))
    assert reading.doubts


def test_a_heading_printed_again_above_its_table_is_no_sentence_in_a_browsers_copy() -> None:
    whole = plain_document(replace(SEED, layout=replace(SEED.layout, signature=False)))
    twice = [block for each in whole.blocks for block in ((each, each) if _heads_table(each) else (each,))]
    reading = recognise(from_text(copied(Document("text", tuple(twice)), "ragged tabs"), "text"))
    assert dict(reading.numbers) == dict(figures(SEED))
    assert words(reading.text.overview) == words(SEED.text.overview)
    assert not reading.doubts


def _heads_table(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.text.startswith(("二、", "三、", "四、"))
