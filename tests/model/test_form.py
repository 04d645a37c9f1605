"""The official form as data: every cell once, every name once, and as it was published."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from model.form.form import Cell, Table
from tests.forms import FORM

TABLES = pytest.mark.parametrize("table", FORM.tables, ids=lambda table: table.id)


def _published() -> Any:
    path = Path(__file__).parents[1] / "data" / "forms" / "2021-as-published.json"
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_form_has_200_number_cells_of_which_34_are_computed() -> None:
    cells = FORM.cells
    assert len(cells) == 200
    assert len(FORM.typed) == 166
    assert [cell_id for cell_id, cell in cells.items() if cell.computed] == list(FORM.parts)
    assert len(FORM.parts) == 34
    assert [cell_id for cell_id, cell in cells.items() if cell.kind == "decimal"] == ["disclosure.fees.amount"]


@TABLES
def test_every_place_of_a_grid_is_covered_by_one_cell(table: Table) -> None:
    places = Counter((row, column) for cell in table.cells for row in cell.rows for column in cell.columns)
    assert set(places.values()) == {1}
    assert set(places) == {(row, column) for row in range(table.rows) for column in range(table.columns)}
    for (row, column), cell in ((place, table.grid[place[0]][place[1]]) for place in places):
        assert row in cell.rows
        assert column in cell.columns


@TABLES
def test_cells_stand_in_reading_order_and_are_a_label_or_a_number(table: Table) -> None:
    starts = [(cell.row, cell.column) for cell in table.cells]
    assert starts == sorted(starts)
    assert all(cell.id.startswith(f"{table.id}.") for cell in table.number_cells)
    assert all(bool(cell.label) != bool(cell.id) for cell in table.cells)


def test_every_number_cell_has_a_name_of_its_own() -> None:
    for table in FORM.tables:
        names = [FORM.name(cell.id) for cell in table.number_cells]
        assert len(set(names)) == len(names)
        assert all(len(name) > len(" / ") for name in names)


@pytest.mark.parametrize(
    ("cell_id", "name"),
    [
        ("disclosure.rules.issued", "规章 / 本年制发"),
        ("applications.received.natural_person", "本年新收 / 自然人"),
        ("applications.concluded.total", "办理结果总计 / 总计"),
        ("disputes.direct_suit.pending", "未经复议直接起诉 / 尚未审结"),
    ],
)
def test_a_name_is_row_and_column_as_one_says_them(cell_id: str, name: str) -> None:
    assert FORM.name(cell_id) == name


def test_sums_lead_to_typed_counts_only_and_each_typed_count_once() -> None:
    def leaves(cell_id: str) -> list[str]:
        parts = FORM.parts.get(cell_id)
        return [cell_id] if parts is None else [leaf for part in parts for leaf in leaves(part)]

    for cell_id in FORM.parts:
        found = leaves(cell_id)
        assert len(set(found)) == len(found)
        assert set(found) <= set(FORM.typed)
    assert len(leaves("applications.concluded.total")) == 21 * 6


def test_the_balance_has_seven_columns_of_four_cells() -> None:
    assert [balance.column for balance in FORM.balances] == [
        "natural_person",
        "enterprise",
        "research",
        "public_welfare",
        "legal_service",
        "other_organisation",
        "total",
    ]
    rows = ("received", "carried_in", "concluded", "carried_out")
    for balance in FORM.balances:
        assert balance.cells == tuple(f"applications.{row}.{balance.column}" for row in rows)
        assert len(balance.left) == 2


def test_every_section_is_found_by_its_id() -> None:
    ids = ["overview", "disclosure", "applications", "disputes", "problems", "other_matters"]
    assert [section.id for section in FORM.sections] == ids
    assert [FORM.section(section_id) for section_id in ids] == list(FORM.sections)
    assert [FORM.table(table.id).name for table in FORM.tables] == ["表二", "表三", "表四"]


def test_the_form_is_the_published_one_cell_by_cell() -> None:
    published = _published()
    assert FORM.id == published["form"]
    assert FORM.issued_as == published["issued_as"]
    assert FORM.first_year == published["applies_from_report_year"]
    assert [section.heading for section in FORM.sections] == published["sections"]
    for table, wanted in zip(FORM.tables, published["tables"], strict=True):
        assert (table.id, table.rows, table.columns) == (wanted["id"], wanted["rows"], wanted["columns"])
        section = next(section for section in FORM.sections if section.table == table.id)
        assert section.heading == wanted["section"]
        assert [_as_published(cell) for cell in table.cells] == wanted["cells"]


def test_sums_and_balance_are_the_published_ones() -> None:
    published = _published()
    sums = published["computed_sums"]
    for cell_id, parts in FORM.parts.items():
        table, row, column = cell_id.split(".")
        along_row = sums[f"each_row_of_{table}"]
        if column in along_row:
            assert parts == tuple(f"{table}.{row}.{part}" for part in along_row[column])
        else:
            along_column = sums[f"each_column_of_{table}"][row]
            assert parts == tuple(f"{table}.{part}.{column}" for part in along_column)
    balance = published["balance"]["each_column_of_applications"]
    for found in FORM.balances:
        assert [cell_id.split(".")[1] for cell_id in found.left] == balance["left"]
        assert [cell_id.split(".")[1] for cell_id in found.right] == balance["right"]


def _as_published(cell: Cell) -> dict[str, Any]:
    spans = {"row_span": cell.row_span, "column_span": cell.column_span}
    content: dict[str, Any] = {"cell": cell.id, "type": cell.kind} if cell.id else {"label": cell.label}
    return {
        "row": cell.row,
        "column": cell.column,
        **{key: span for key, span in spans.items() if span > 1},
        **content,
        **({"computed": True} if cell.computed else {}),
    }
