"""The explanations: nothing is left without one, nothing is said without its standing, nothing unconfirmed is said."""

import json
from pathlib import Path

import pytest

import resources
from model.checks import laws
from model.explanations import KINDS, STANDINGS, explained, explained_label, explained_parts
from model.explanations.page import page
from model.form import forms
from model.form.form import Table
from model.report.change import WHOLE, Place

ROOT = Path(__file__).parents[2]
FORM = forms.newest()
DATA = json.loads(resources.read_text(f"explanations/{FORM.id}.json"))


@pytest.mark.parametrize("table", FORM.tables, ids=lambda table: table.id)
def test_every_cell_has_its_row_its_column_and_its_table_explained(table: Table) -> None:
    for cell in table.number_cells:
        _, row, column = cell.id.split(".")
        assert f"{table.id}.{row}" in DATA["rows"], cell.id
        assert f"{table.id}.{column}" in DATA["columns"], cell.id
        found = explained(FORM, Place(table.id, cell.id))
        assert FORM.name(cell.id).split(" / ")[0] == found[0].title
        assert found[-1].title == FORM.section(table.id).heading.partition("、")[2]


def test_every_part_is_explained_and_the_whole_is_none() -> None:
    for part in ("agency", "preamble", *(section.id for section in FORM.sections)):
        assert explained(FORM, Place(part)), part
    assert explained(FORM, Place(WHOLE)) == ()


def test_every_label_over_or_beside_figures_says_what_belongs_there() -> None:
    silent = {
        label.short_label
        for table in FORM.tables
        for label in table.cells
        if label.label and explained_label(FORM, table, label) is None
    }
    assert {one for one in silent if not one.startswith(("第二十条", "信息内容"))} <= {
        *("申请人情况", "法人或其他组织", "本年度办理结果", "无法提供", "不予处理", "其他处理", "行政诉讼"),
        *(label.short_label for table in FORM.tables for label in table.cells if label.label.startswith("（本列")),
    }
    table = FORM.table("applications")
    third = next(cell for cell in table.cells if "三安全一稳定" in cell.label)
    found = explained_label(FORM, table, third)
    assert found is not None
    assert "国家安全、公共安全、经济安全、社会稳定" in found.brief


def test_all_that_is_said_names_what_it_rests_on() -> None:
    named = {
        *(f"{table.id}.{line.id}" for table in FORM.tables for line in (*table.row_lines, *table.column_lines)),
        *(f"{table.id}.{role}" for table in FORM.tables for line in table.row_lines for role in line.roles),
    }
    assert {*DATA["rows"], *DATA["columns"]} <= named
    for explanations in (found for _, part in explained_parts(FORM) for found in part):
        for point in explanations.points:
            assert point.kind in KINDS
            assert point.standing in STANDINGS
            assert bool(point.source) == (point.standing in ("law", "notice")), point
            assert bool(point.standing) == (point.kind != "example"), point


def test_what_nobody_has_confirmed_is_not_said() -> None:
    said = page(FORM)
    assert laws.name("review_in_detail").removeprefix("中华人民共和国") not in said
    assert "1000" not in said.replace("，", "")


def test_a_form_without_explanations_is_explained_nowhere() -> None:
    old = forms.of(2020)
    assert explained(old, Place("applications", old.typed[-1])) == ()
    assert all(explained_label(old, table, label) is None for table in old.tables for label in table.cells)


def test_the_page_is_up_to_date() -> None:
    """When it is not: python -m model.explanations.page > docs/表样说明.md."""
    assert (ROOT / "docs" / "表样说明.md").read_text("utf-8") == page(FORM)
