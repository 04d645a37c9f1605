"""Every kind of file gives the same report: all its numbers stand in its grids, all its headings in its paragraphs."""

from collections import Counter
from itertools import chain

import pytest

from importers.document.blocks import Grid
from tests.importers.samples import REFUSED, begun, grids, lines, names, sample, truth

SAME_TABLES = [
    "02_lo_saved.doc", "02_lo_saved.docx", "02_lo_saved.html", "02_lo_saved.rtf", "03a_nested_layout_table.docx",
    "08b_auto_numbering.docx", "10_table4_in_textbox.docx", "11_tracked_changes.docx", "13b_split_runs_fields.docx",
    "14a_strict_ooxml.docx", "15c_docx_named.doc", "17a_portal_utf8.html", "18a_one_sheet.xlsx", "21_lo_saved.odt",
    "22_one_sheet.xls",
]  # fmt: skip
KINDS = {"15a_html_named.doc": "html", "15c_docx_named.doc": "docx"}


@pytest.mark.parametrize("name", SAME_TABLES)
def test_a_kind_of_file_makes_no_difference_to_the_tables(name: str) -> None:
    wanted = {len(table): table for table in begun(sample("01_base.docx"))}
    found = {len(table): table for table in begun(sample(name)) if len(table) in wanted}
    assert found == wanted


@pytest.mark.parametrize("name", names())
def test_the_kind_is_told_by_the_content(name: str) -> None:
    assert sample(name).kind == KINDS.get(name, name.rpartition(".")[2])


@pytest.mark.parametrize("name", names())
def test_every_row_of_a_grid_has_the_same_number_of_places(name: str) -> None:
    for block in sample(name).blocks:
        if isinstance(block, Grid):
            assert len({len(row) for row in block.rows}) == 1


@pytest.mark.parametrize("name", ["01_base.docx", *SAME_TABLES])
def test_all_numbers_stand_in_the_grids(name: str) -> None:
    found = Counter(chain.from_iterable(chain.from_iterable(grids(sample(name)))))
    assert Counter(str(number) for number in truth()["base"].values() if number) <= found


def test_what_cannot_be_read_is_known() -> None:
    assert {*truth()["files"]} - {*names()} == REFUSED


@pytest.mark.parametrize("name", ["02_lo_saved.doc", "02_lo_saved.rtf", "02_lo_saved.docx", "21_lo_saved.odt"])
def test_the_texts_are_those_of_the_report(name: str) -> None:
    assert lines(sample(name)) == lines(sample("01_base.docx"))


def test_revisions_are_told_once_for_each_block() -> None:
    found = sample("11_tracked_changes.docx")
    assert [(residue.kind, residue.block) for residue in found.residues] == [
        ("revision", 3),
        ("revision", 10),
        ("revision", 12),
    ]
    assert sample("01_base.docx").residues == ()
