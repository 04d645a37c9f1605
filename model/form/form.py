"""The official form as data: sections, tables, cells, what is computed from what, and the balance.

The form in force is 国办公开办函〔2021〕30号 (`resources/forms/2021.json`): 200 number cells, of which 166 are typed
and 34 computed. Nothing about the form is written anywhere else in the program.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from itertools import chain
from types import MappingProxyType
from typing import Any, Literal

import resources
from model.files.strict_json import shown
from model.language.patterns import pattern

COUNT_LIMIT = 10**9
"""The largest count the clerk may fill in, in 件."""
TOTAL_LIMIT = COUNT_LIMIT * 200
"""More than any total can come to, in 件: the form has 200 cells."""
AMOUNT_LENGTH = 30
"""The most characters an amount in 万元 may have, so that no file can bring a number without end."""

_AMOUNT = pattern(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
_NUMBERING = pattern(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]+\.)")

Value = int | Decimal
"""What a number cell holds: a count in 件 (int) or an amount in 万元 (exact Decimal)."""


class CellError(ValueError):
    """A value or a place that the official form does not allow; the message is for the clerk."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table as printed: a label, or a number cell with its id `table.row.column`."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    label: str = ""
    short: str = ""
    id: str = ""
    kind: Literal["count", "decimal"] = "count"
    computed: bool = False

    @property
    def rows(self) -> range:
        """The grid rows the cell covers."""
        return range(self.row, self.row + self.row_span)

    @property
    def columns(self) -> range:
        """The grid columns the cell covers."""
        return range(self.column, self.column + self.column_span)

    @property
    def short_label(self) -> str:
        """The label as one says it, without its numbering."""
        return self.short or _NUMBERING.sub("", self.label)

    def check(self, value: object) -> Value:
        """The value itself, when the cell may hold it.

        Raises:
            CellError: anything but an int from 0 to 10⁹ in a count cell (a total may be larger), or a finite Decimal
                from 0 in the amount cell.
        """
        if self.kind == "decimal":
            return _check_amount(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise CellError(f"{shown(value)} 不是整数")
        most = TOTAL_LIMIT if self.computed else COUNT_LIMIT
        if not 0 <= value <= most:
            raise CellError(f"{shown(value)} 超出范围，只能是 0 到 {most} 的整数")
        return value


def _check_amount(value: object) -> Decimal:
    if not isinstance(value, Decimal) or not value.is_finite():
        raise CellError(f"{shown(value)} 不是金额")
    if value.is_signed() or abs(value.adjusted()) > AMOUNT_LENGTH or len(f"{value:f}") > AMOUNT_LENGTH:
        raise CellError(f"{shown(value)} 超出范围，金额不能是负数，也不能超过 {AMOUNT_LENGTH} 个字符")
    return value


def parse_amount(text: str) -> Decimal:
    """An amount in 万元 from its written form, exact to the last digit.

    Raises:
        CellError: the text is not a plain decimal number from 0, such as 4166.241619.
    """
    if len(text) > AMOUNT_LENGTH or not _AMOUNT.fullmatch(text):
        raise CellError(f"{shown(text)} 不是金额，应写成 35.5 这样的小数")
    return Decimal(text)


def format_value(value: Value | None) -> str:
    """A number as it is printed; a blank cell prints as 0."""
    if value is None:
        return "0"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


@dataclass(frozen=True)
class Table:
    """One of the three tables: a grid of `rows` × `columns`, and its cells in reading order."""

    id: str
    name: str
    rows: int
    columns: int
    repeated_head_rows: int
    cells: tuple[Cell, ...]

    @cached_property
    def grid(self) -> tuple[tuple[Cell, ...], ...]:
        """The cell that covers each place of the grid, by row and column."""
        places = {(row, column): cell for cell in self.cells for row in cell.rows for column in cell.columns}
        return tuple(tuple(places[row, column] for column in range(self.columns)) for row in range(self.rows))

    @cached_property
    def number_cells(self) -> tuple[Cell, ...]:
        """The cells that hold numbers, in reading order."""
        return tuple(cell for cell in self.cells if cell.id)

    def row_labels(self, cell: Cell) -> tuple[Cell, ...]:
        """The labels left of a cell, outermost first."""
        left = self.grid[cell.row][: cell.column]
        return tuple(dict.fromkeys(found for found in left if found.label))

    def column_labels(self, cell: Cell) -> tuple[Cell, ...]:
        """The labels above a cell, outermost first."""
        above = (self.grid[row][cell.column] for row in range(cell.row))
        return tuple(dict.fromkeys(found for found in above if found.label))


@dataclass(frozen=True, slots=True)
class Section:
    """One of the six parts: its printed heading, and the text or the table that fills it."""

    heading: str
    text: str | None = None
    table: str | None = None

    @property
    def id(self) -> str:
        """The id of the text or table."""
        return self.text or self.table or ""


@dataclass(frozen=True, slots=True)
class Balance:
    """勾稽关系 of one column: the sum of the cells `left` equals the sum of the cells `right`."""

    column: str
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """All terms, left first."""
        return self.left + self.right


@dataclass(frozen=True)
class Form:
    """The whole official form."""

    id: str
    issued_as: str
    first_year: int
    report_name: str
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    parts: Mapping[str, tuple[str, ...]]
    balances: tuple[Balance, ...]

    @cached_property
    def cells(self) -> Mapping[str, Cell]:
        """Every number cell by its id, in the form's order."""
        numbers = chain.from_iterable(table.number_cells for table in self.tables)
        return MappingProxyType({cell.id: cell for cell in numbers})

    @cached_property
    def typed(self) -> tuple[str, ...]:
        """The ids of the cells that the clerk fills in."""
        return tuple(cell.id for cell in self.cells.values() if not cell.computed)

    def table(self, table_id: str) -> Table:
        """One table by its id.

        Raises:
            KeyError: the form has no such table.
        """
        return self._tables[table_id]

    def section(self, section_id: str) -> Section:
        """One section by the id of its text or table.

        Raises:
            KeyError: the form has no such section.
        """
        return self._sections[section_id]

    def typed_cell(self, cell_id: str) -> Cell:
        """A cell the clerk may fill in.

        Raises:
            CellError: the form has no such cell, or computes it.
        """
        cell = self.cells.get(cell_id)
        if cell is None:
            raise CellError("表样里没有这一格")
        if cell.computed:
            raise CellError("这一格由程序计算，不能填写")
        return cell

    def name(self, cell_id: str) -> str:
        """A number cell as one says it: its row and column, such as 本年新收 / 自然人."""
        return self._names[cell_id]

    @cached_property
    def _tables(self) -> Mapping[str, Table]:
        return {table.id: table for table in self.tables}

    @cached_property
    def _sections(self) -> Mapping[str, Section]:
        return {section.id: section for section in self.sections}

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {cell.id: _name(table, cell) for table in self.tables for cell in table.number_cells}


def _name(table: Table, cell: Cell) -> str:
    rows, columns = table.row_labels(cell), table.column_labels(cell)
    words = (rows[-1], columns[-1]) if rows else columns[-2:]
    return " / ".join(label.short_label for label in words)


@cache
def official() -> Form:
    """The form in force (国办公开办函〔2021〕30号), for report years from 2021."""
    return _form(json.loads(resources.read_text("forms/2021.json")))


def _form(data: Mapping[str, Any]) -> Form:
    sections = tuple(Section(**section) for section in data["sections"])
    names = {section.table: f"表{section.heading[0]}" for section in sections}
    tables = tuple(_table(table, names[table["id"]]) for table in data["tables"])
    ids = {cell.id: cell for table in tables for cell in table.number_cells}
    return Form(
        id=data["form"],
        issued_as=data["issued_as"],
        first_year=data["applies_from_report_year"],
        report_name=data["report_name"],
        sections=sections,
        tables=tables,
        parts=MappingProxyType({cell: _parts(cell, data["sums"]) for cell, shape in ids.items() if shape.computed}),
        balances=_balances(data["balance"], ids),
    )


def _table(data: Mapping[str, Any], name: str) -> Table:
    renamed = {"cell": "id", "type": "kind"}
    cells = tuple(Cell(**{renamed.get(key, key): value for key, value in cell.items()}) for cell in data["cells"])
    return Table(data["id"], name, data["rows"], data["columns"], data["repeated_head_rows"], cells)


def _parts(cell_id: str, sums: list[dict[str, Any]]) -> tuple[str, ...]:
    """The cells that a computed cell adds up: along its row where the form says so, else along its column."""
    table, row, column = cell_id.split(".")
    for rule in sums:
        if rule["table"] == table and rule["along"] == "row" and rule["total"] == column:
            return tuple(f"{table}.{row}.{part}" for part in rule["parts"])
        if rule["table"] == table and rule["along"] == "column" and rule["total"] == row:
            return tuple(f"{table}.{part}.{column}" for part in rule["parts"])
    raise ValueError(f"the form computes {cell_id} but does not say from what")


def _balances(data: Mapping[str, Any], ids: Mapping[str, Cell]) -> tuple[Balance, ...]:
    table, first = data["table"], data["left"][0]
    columns = [cell.rpartition(".")[2] for cell in ids if cell.startswith(f"{table}.{first}.")]
    return tuple(
        Balance(
            column,
            tuple(f"{table}.{row}.{column}" for row in data["left"]),
            tuple(f"{table}.{row}.{column}" for row in data["right"]),
        )
        for column in columns
    )
