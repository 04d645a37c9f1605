"""What can be asked of a 科室: the cells of a form's table of disclosure, and how many posts a channel had.

Which table that is, and which channels there are, is data (`resources/gathering/sheets.json`).
"""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from model.form.form import Cell, Form
from model.language.squeezed import packed
from model.structs import Struct
from resources import read_text

_POSTS = "posts."
_COUNTED = Cell(0, 0)
"""What the number of posts can be: what any cell with a count can."""


class Item(Struct, frozen=True):
    """One figure that is asked for.

    Attributes:
        id: the role of its cell, or `posts.` and the channel: the same on every form.
        row: what it is of, as printed on the sheet.
        column: what of it is counted, as printed on the sheet.
        unit: 件, 项, 条 or 万元.
        cell: what it may hold.
    """

    id: str
    row: str
    column: str
    unit: str
    cell: Cell

    @property
    def name(self) -> str:
        """As one says it."""
        return f"{self.row} / {self.column}"

    @property
    def channel(self) -> str:
        """The channel whose posts it counts; empty for a cell of the form."""
        return self.id.removeprefix(_POSTS) if self.id.startswith(_POSTS) else ""


@cache
def data() -> Mapping[str, Any]:
    """The words of the sheets."""
    found: dict[str, Any] = json.loads(read_text("gathering/sheets.json"))
    return found


@cache
def items(form: Form) -> tuple[Item, ...]:
    """All that can be asked for, cells first, each in the form's order."""
    return (*_cells(form), *(posts(channel) for channel in data()["posts"]))


def posts(channel: str) -> Item:
    """The number of posts of a channel."""
    said = data()["posts"][channel]
    return Item(f"{_POSTS}{channel}", said["row"], said["column"], "条", _COUNTED)


def is_gathered(form: Form, table_id: str) -> bool:
    """Whether a table of a form is the one whose cells are asked for."""
    found = form.table_as(data()["table"])
    return found is not None and found.id == table_id


def item_of(form: Form, row: str, column: str) -> Item | None:
    """The item that a line of a sheet names, however it is spaced; None for any other words."""
    return _named(form).get((packed(row), packed(column)))


@cache
def _named(form: Form) -> Mapping[tuple[str, str], Item]:
    return {(packed(item.row), packed(item.column)): item for item in items(form)}


def _cells(form: Form) -> tuple[Item, ...]:
    table = form.table_as(data()["table"])
    if table is None:
        return ()
    typed = (cell for cell in table.number_cells if not cell.computed)
    return tuple(
        Item(
            form.role(cell.id) or cell.id,
            table.row_labels(cell)[-1].short_label,
            table.column_labels(cell)[-1].label,
            _unit(cell, table.column_labels(cell)[-1].label),
            cell,
        )
        for cell in typed
    )


def _unit(cell: Cell, label: str) -> str:
    if cell.kind == "decimal":
        return "万元"
    return "项" if "项目" in label or cell.kind == "change" else "件"
