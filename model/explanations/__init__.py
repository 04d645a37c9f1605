"""What belongs into a cell or a part of the report and what does not, on what that rests, and an example.

The words are data, `resources/explanations/<form>.json`; a form without such a file is explained nowhere. What nobody
has confirmed is not in the file.
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, cast

import resources
from model.checks import laws
from model.form.form import Cell, Form, Line, Table
from model.report.change import Place
from model.structs import Struct

Kind = Literal["in", "note", "out", "basis", "example"]
Standing = Literal["form", "law", "notice", "practice", ""]

KINDS: dict[Kind, str] = {"in": "算在内", "note": "说明", "out": "不算", "basis": "依据", "example": "例子"}
"""What a point says, with the words the clerk reads."""
STANDINGS: dict[Standing, str] = {"form": "表样", "law": "法律", "notice": "通知", "practice": "惯例", "": ""}
"""What a point rests on, with the words the clerk reads."""


class Point(Struct, frozen=True):
    """One thing that is said; `source` names the law or notice, and is empty where the form or habit says it."""

    kind: Kind
    standing: Standing
    words: str
    source: str = ""


class Explanation(Struct, frozen=True):
    """All that is said about a row, a column or a part, under its name."""

    title: str
    points: tuple[Point, ...]

    @property
    def brief(self) -> str:
        """What counts, in one sentence or two, for a tooltip."""
        return next((point.words for point in self.points if point.kind == "in"), self.points[0].words)


def explained(form: Form, place: Place) -> tuple[Explanation, ...]:
    """All that is said about a place: a cell's row, the group it is in, its column, and the part it belongs to."""
    cell = form.cells.get(place.cell or "")
    return (*(_of_cell(form, cell) if cell is not None else ()), *_of_section(form, place.section))


def explained_label(form: Form, table: Table, label: Cell) -> Explanation | None:
    """What is said about the row, the group or the column that a printed label names; None where nothing is."""
    beside = [cell for cell in table.number_cells if label in table.row_labels(cell)]
    above = [(cell, table.column_labels(cell)) for cell in table.number_cells]
    under = [cell for cell, labels in above if label in labels[-1:]]
    named = beside or under or [cell for cell, labels in above if label in labels]
    rows, columns = ({cell.id.split(".")[part] for cell in named} for part in (1, 2))
    kinds = [kind for kind, lines in (("columns", columns), ("rows", rows)) if len(lines) == 1]
    kind = "rows" if beside or not kinds else kinds[0]
    shared = set.intersection(*({key for key, _ in _keys(table, cell, kind)} for cell in named)) if named else set()
    keys = [key for key, _ in _keys(table, named[0], kind) if key in shared] if named else []
    said = _said(form.id)
    return next((Explanation(label.short_label, said[kind][key]) for key in keys if key in said.get(kind, {})), None)


def explained_parts(form: Form) -> Iterator[tuple[str, tuple[Explanation, ...]]]:
    """Everything, part by part in the form's order, each under its heading."""
    yield "单位信息和引言", (*_of_section(form, "agency"), *_of_section(form, "preamble"))
    for section in form.sections:
        cells = form.table(section.id).number_cells if section.table else ()
        about = (one for cell in cells for one in _of_cell(form, cell, groups_first=True))
        yield section.heading, tuple(dict.fromkeys([*_of_section(form, section.id), *about]))


def _of_section(form: Form, section: str) -> tuple[Explanation, ...]:
    points = _said(form.id).get("sections", {}).get(section)
    names = {one.id: one.heading.partition("、")[2] for one in form.sections} | _OTHER_PARTS
    return (Explanation(names[section], points),) if points and section in names else ()


_OTHER_PARTS = {"agency": "单位信息", "preamble": "引言"}


def _of_cell(form: Form, cell: Cell, *, groups_first: bool = False) -> Iterator[Explanation]:
    table = form.table_of(cell.id)
    rows = list(_of_lines(form, table, cell, "rows"))
    yield from reversed(rows) if groups_first else rows
    yield from _of_lines(form, table, cell, "columns")


def _of_lines(form: Form, table: Table, cell: Cell, kind: str) -> Iterator[Explanation]:
    said = _said(form.id).get(kind, {})
    return (Explanation(title, said[key]) for key, title in _keys(table, cell, kind) if key in said)


def _keys(table: Table, cell: Cell, kind: str) -> Iterator[tuple[str, str]]:
    """What the file may know a cell's row or column by, and its name: the line itself, then the groups it is in."""
    lines = table.row_lines if kind == "rows" else table.column_lines
    line = _line(lines, cell.id.split(".")[1 if kind == "rows" else 2])
    beside, above = table.row_labels(cell), table.column_labels(cell)
    labels = (beside or above[:-1]) if kind == "rows" else above[-1:]
    yield f"{table.id}.{line.id}", labels[-1].short_label
    for role, label in zip(line.roles[1:], reversed(labels[:-1]), strict=False):
        yield f"{table.id}.{role}", label.short_label


def _line(lines: tuple[Line, ...], line_id: str) -> Line:
    return next(line for line in lines if line.id == line_id)


@cache
def _said(form_id: str) -> dict[str, dict[str, tuple[Point, ...]]]:
    try:
        data = json.loads(resources.read_text(f"explanations/{form_id}.json"))
    except FileNotFoundError:
        return {}
    return {part: {key: _points(points) for key, points in entries.items()} for part, entries in data.items()}


def _points(data: list[list[Any]]) -> tuple[Point, ...]:
    return tuple(_point(*entry) for entry in data)


def _point(kind: str, standing: str, words: str, law: str = "", article: str = "") -> Point:
    source = laws.cited(law, article) if law else ""
    return Point(cast("Kind", kind), cast("Standing", standing), words, source)
