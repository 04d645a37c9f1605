"""A form that nobody has issued, made from that of 2021: other ids, rows more and fewer, a column fewer, another year.

Of the table on applications the column 法律服务机构 and the row 属于行政执法案卷 are gone and 属于工作秘密 is new; the
first table has a row 行政检查 more; every id begins with `x`.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import resources
from model.form import forms
from model.form.form import Form, build

ID, YEAR = "2031", 2031
Table = dict[str, Any]

_GONE_ROW, _GONE_COLUMN = "refused_enforcement_file", "legal_service"
_NEW_ROW, _NEW_INSPECTION = "refused_work_secret", "inspections"


def invented() -> Form:
    """The form."""
    return build(data())


@contextmanager
def known(form: Form) -> Iterator[None]:
    """The program knows the form beside its own."""
    read: Callable[[str], Form] = forms._read
    with (
        patch.object(forms, "IDS", (form.id, *forms.IDS)),
        patch.object(forms, "_read", lambda form_id: form if form_id == form.id else read(form_id)),
    ):
        yield


def data() -> dict[str, Any]:
    """The data of its file."""
    found: dict[str, Any] = json.loads(resources.read_text("forms/2021.json"))
    disclosure, applications, disputes = found["tables"]
    _drop_row(applications, _row_of(applications, _GONE_ROW))
    _drop_column(applications, _column_of(applications, _GONE_COLUMN))
    _add_refusal(applications)
    _add_inspections(disclosure)
    for rule in found["sums"]:
        rule["parts"] = [part for part in rule["parts"] if part not in (_GONE_ROW, _GONE_COLUMN)]
        if rule["total"] == "concluded":
            rule["parts"].append(_NEW_ROW)
    found |= {"form": ID, "issued_as": "国办公开办函〔2030〕1号", "report_years": [YEAR, None]}
    found["tables"] = [disclosure, applications, disputes]
    return _renamed(found)


def _row_of(table: Table, row: str) -> int:
    return next(int(cell["row"]) for cell in table["cells"] if cell.get("cell", "").split(".")[1:2] == [row])


def _column_of(table: Table, column: str) -> int:
    return next(int(cell["column"]) for cell in table["cells"] if cell.get("cell", "").endswith(f".{column}"))


def _drop_row(table: Table, row: int) -> None:
    _drop(table, "row", row)
    table["rows"] -= 1
    table["row_lines"] = [line for line in table["row_lines"] if line["id"] != _GONE_ROW]


def _drop_column(table: Table, column: int) -> None:
    _drop(table, "column", column)
    table["columns"] -= 1
    del table["widths"][column]
    table["column_lines"] = [line for line in table["column_lines"] if line["id"] != _GONE_COLUMN]


def _drop(table: Table, way: str, at: int) -> None:
    """Take a row or a column out of the grid; cells over several of them become smaller."""
    kept = []
    for cell in table["cells"]:
        span = cell.get(f"{way}_span", 1)
        if cell[way] == at and span == 1:
            continue
        if cell[way] <= at < cell[way] + span:
            cell[f"{way}_span"] = span - 1
        cell[way] -= cell[way] > at
        kept.append(cell)
    table["cells"] = kept


def _add_row(table: Table, row: int, cells: list[dict[str, Any]], line: dict[str, Any]) -> None:
    """Put a row into the grid; cells that go on over its place become larger."""
    for cell in table["cells"]:
        span = cell.get("row_span", 1)
        if cell["row"] < row < cell["row"] + span:
            cell["row_span"] = span + 1
        cell["row"] += cell["row"] >= row
    table["cells"] = sorted([*table["cells"], *cells], key=lambda cell: (cell["row"], cell["column"]))
    table["rows"] += 1
    table["row_lines"].append(line)


def _add_refusal(table: Table) -> None:
    row = _row_of(table, "refused_administrative_enquiry")
    columns = [line["id"] for line in table["column_lines"]]
    label = {"row": row, "column": 2, "label": "8.属于工作秘密"}
    cells = [
        {
            "row": row,
            "column": 3 + index,
            "cell": f"applications.{_NEW_ROW}.{column}",
            "type": "count",
            "computed": column == "total",
        }
        for index, column in enumerate(columns)
    ]
    _add_row(table, row, [label, *cells], {"id": _NEW_ROW, "roles": [_NEW_ROW, "refused", "result"]})


def _add_inspections(table: Table) -> None:
    row = _row_of(table, "compulsory_measures")
    label = {"row": row, "column": 0, "label": "行政检查"}
    cell = {"row": row, "column": 1, "column_span": 3, "cell": f"disclosure.{_NEW_INSPECTION}.decisions"}
    _add_row(table, row, [label, cell], {"id": _NEW_INSPECTION, "roles": [_NEW_INSPECTION]})


def _renamed(found: dict[str, Any]) -> dict[str, Any]:
    """The same with other ids; roles stay."""
    for section in found["sections"]:
        if "table" in section:
            section["table"] = f"x{section['table']}"
    for rule in found["sums"]:
        rule |= {
            "table": f"x{rule['table']}",
            "total": f"x{rule['total']}",
            "parts": [f"x{part}" for part in rule["parts"]],
        }
    balance = found["balance"]
    balance["table"] = f"x{balance['table']}"
    for side in ("left", "right"):
        balance[side] = [f"x{row}" for row in balance[side]]
    for table in found["tables"]:
        table["id"] = f"x{table['id']}"
        for line in (*table["row_lines"], *table["column_lines"]):
            line["id"] = f"x{line['id']}"
        for cell in table["cells"]:
            if "cell" in cell:
                cell["cell"] = ".".join(f"x{part}" for part in cell["cell"].split("."))
    return found
