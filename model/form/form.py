"""An official form as a value: sections, tables, cells, what is computed from what, the balance, and roles.

A form is read from a JSON file (`resources/forms/`, described in `docs/forms.md`). The rest of the program takes a form
from the report it works on and names no cell of its own; where a cell is needed for what it means, it is asked for by
its role, such as `applications.received.total`, and a form may have no such cell.
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import Any, Literal

from model.files.strict_json import shown
from model.language.patterns import pattern
from model.structs import Struct

COUNT_LIMIT = 10**9
"""The largest count the clerk may fill in, in 件."""
TOTAL_LIMIT = COUNT_LIMIT * 200
"""More than any total can come to, in 件: the form has 200 cells."""
AMOUNT_LENGTH = 30
"""The most characters an amount in 万元 may have, so that no file can bring a number without end."""

_LONGEST_USE = 100
"""For how many years at most a form without a last year is used."""
_AMOUNT = pattern(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
_NUMBERING = pattern(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]+\.)")

Value = int | Decimal
"""What a number cell holds: a count in 件 (int) or an amount in 万元 (exact Decimal)."""

Kind = Literal["count", "decimal", "change"]
"""A count in 件 from 0, an amount in 万元 from 0, or a change of a count, which may be less than 0 (本年增/减)."""
Shape = Literal["parts", "list", "strip"]
"""How a table is set: short tables under bars, a list of rows beside their labels, or a single row of figures."""


class CellError(ValueError):
    """A value or a place that the official form does not allow; the message is for the clerk."""


class Cell(Struct, frozen=True):
    """One cell of a table as printed: a label, or a number cell with its id `table.row.column`."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    label: str = ""
    short: str = ""
    id: str = ""
    kind: Kind = "count"
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
            CellError: anything but an int from 0 to 10⁹ in a count cell (a total may be larger, a change less than 0),
                or a finite Decimal from 0 in an amount cell.
        """
        if self.kind == "decimal":
            return _check_amount(value)
        if not isinstance(value, int) or isinstance(value, bool):
            raise CellError(f"{shown(value)} 不是整数")
        most = TOTAL_LIMIT if self.computed else COUNT_LIMIT
        least = -most if self.kind == "change" else 0
        if not least <= value <= most:
            raise CellError(f"{shown(value)} 超出范围，只能是 {least} 到 {most} 的整数")
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


class Line(Struct, frozen=True):
    """The row or the column of a table that one part of its cell ids names.

    Attributes:
        id: that part.
        roles: what it means, the line's own role first, then those it shares with others, such as `refused`.
        synonyms: other words that offices print for its label.
    """

    id: str
    roles: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()


class Table(Struct, frozen=True, eq=False, dict=True):
    """One of the tables: a grid of `rows` × `columns`, and its cells in reading order.

    Attributes:
        role: what the table is of, the first part of its cells' roles.
        name: as one says it, such as 表三.
        short: what it is about, in few words.
        shape: how it is set on paper and on the screen.
        widths: the shares of the grid's columns on paper, in any unit.
        row_height: the least height of a row on paper, in twentieths of a point.
        row_lines: the second parts of the cell ids, in the form's order.
        column_lines: the third parts of the cell ids, in the form's order.
        balanced: whether its columns must balance.
        note: what the clerk is told of its figures when they are read into a report on another form.
    """

    id: str
    role: str
    name: str
    short: str
    shape: Shape
    rows: int
    columns: int
    repeated_head_rows: int
    widths: tuple[int, ...]
    row_height: int
    cells: tuple[Cell, ...]
    row_lines: tuple[Line, ...]
    column_lines: tuple[Line, ...]
    balanced: bool
    note: str = ""

    @cached_property
    def grid(self) -> tuple[tuple[Cell, ...], ...]:
        """The cell that covers each place of the grid, by row and column."""
        places = {(row, column): cell for cell in self.cells for row in cell.rows for column in cell.columns}
        return tuple(tuple(places[row, column] for column in range(self.columns)) for row in range(self.rows))

    @cached_property
    def number_cells(self) -> tuple[Cell, ...]:
        """The cells that hold numbers, in reading order."""
        return tuple(cell for cell in self.cells if cell.id)

    @cached_property
    def label_columns(self) -> int:
        """How many columns at the left hold labels beside the rows."""
        return min(cell.column for cell in self.number_cells)

    def row_labels(self, cell: Cell) -> tuple[Cell, ...]:
        """The labels left of a cell, outermost first."""
        left = self.grid[cell.row][: cell.column]
        return tuple(dict.fromkeys(found for found in left if found.label))

    def column_labels(self, cell: Cell) -> tuple[Cell, ...]:
        """The labels above a cell, outermost first."""
        above = (self.grid[row][cell.column] for row in range(cell.row))
        return tuple(dict.fromkeys(found for found in above if found.label))


class Section(Struct, frozen=True):
    """One of the six parts: its printed heading, and the text or the table that fills it."""

    heading: str
    text: str | None = None
    table: str | None = None

    @property
    def id(self) -> str:
        """The id of the text or table."""
        return self.text or self.table or ""


class Balance(Struct, frozen=True):
    """勾稽关系 of one column: the sum of the cells `left` equals the sum of the cells `right`.

    Attributes:
        terms: what each term is called in short, and in full; those on the left first.
        is_sum: whether the column adds up the others, and so balances when they do.
    """

    column: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    terms: tuple[tuple[str, str], ...] = ()
    is_sum: bool = False

    @property
    def cells(self) -> tuple[str, ...]:
        """All terms, left first."""
        return self.left + self.right


class Form(Struct, frozen=True, eq=False, dict=True):
    """A whole official form; two forms are the same when they are one object (see `model.form.forms`).

    Attributes:
        first_year: the first report year it applies to.
        last_year: the last one; None while no newer form is known.
        balance_label: the balance in the numbers of its rows, 一 ＋ 二 ＝ 三（七） ＋ 四.
    """

    id: str
    issued_as: str
    first_year: int
    last_year: int | None
    report_name: str
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    parts: Mapping[str, tuple[str, ...]]
    balances: tuple[Balance, ...]
    balance_label: str

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

    def applies_to(self, year: int) -> bool:
        """Whether reports of a year are written on the form."""
        last = self.first_year + _LONGEST_USE if self.last_year is None else self.last_year
        return self.first_year <= year <= last

    def table_of(self, cell_id: str) -> Table:
        """The table that a cell is in.

        Raises:
            KeyError: the form has no such table.
        """
        return self._tables[cell_id.partition(".")[0]]

    def cells_as(self, role: str) -> tuple[str, ...]:
        """The cells of a role `table.row.column`, in the form's order; none where the form has no such cell.

        One cell for a role of its own such as `applications.received.total`, several for a shared one such as
        `applications.refused.total`.
        """
        return self._roles.get(role, ())

    def cell_as(self, role: str) -> str | None:
        """The only cell of a role; None where the form has none or several."""
        found = self.cells_as(role)
        return found[0] if len(found) == 1 else None

    def each_as(self, *roles: str) -> tuple[str, ...]:
        """The only cells of some roles, in the order asked for; none at all where the form lacks one of them."""
        found = tuple(cell for cell in map(self.cell_as, roles) if cell is not None)
        return found if len(found) == len(roles) else ()

    def table_as(self, role: str) -> Table | None:
        """The table of a role; None where the form has none."""
        return next((table for table in self.tables if table.role == role), None)

    def balance_of(self, column: str) -> Balance:
        """The balance of a column.

        Raises:
            KeyError: the column has none.
        """
        return self._balances[column]

    def adds_row(self, cell_id: str) -> bool:
        """Whether a cell is the total of its row."""
        row = cell_id.rpartition(".")[0]
        return all(part.rpartition(".")[0] == row for part in self.parts.get(cell_id, ("",)))

    def shaped(self, shape: Shape) -> Table | None:
        """The table of a shape; None where the form has none."""
        return next((table for table in self.tables if table.shape == shape), None)

    def role(self, cell_id: str) -> str:
        """A cell's own role; empty for a cell that has none. Cells of two forms with one role mean the same."""
        return self._own_roles.get(cell_id, "")

    def name(self, cell_id: str) -> str:
        """A number cell as one says it: its row and column, such as 本年新收 / 自然人."""
        return self._names[cell_id]

    def unit(self, cell_id: str) -> str:
        """What stands behind the name of an amount, （万元）; empty for counts, which need none."""
        return "（万元）" if self.cells[cell_id].kind == "decimal" else ""

    @cached_property
    def _roles(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for table in self.tables:
            rows, columns = _roles_of(table.row_lines), _roles_of(table.column_lines)
            for cell in table.number_cells:
                _, row, column = cell.id.split(".")
                for of_row in rows[row]:
                    for of_column in columns[column]:
                        found.setdefault(f"{table.role}.{of_row}.{of_column}", []).append(cell.id)
        return {role: tuple(cells) for role, cells in found.items()}

    @cached_property
    def _own_roles(self) -> Mapping[str, str]:
        found = {}
        for table in self.tables:
            rows, columns = _roles_of(table.row_lines), _roles_of(table.column_lines)
            for cell in table.number_cells:
                _, row, column = cell.id.split(".")
                if rows[row] and columns[column]:
                    found[cell.id] = f"{table.role}.{rows[row][0]}.{columns[column][0]}"
        return found

    @cached_property
    def _balances(self) -> Mapping[str, Balance]:
        return {balance.column: balance for balance in self.balances}

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


def _roles_of(lines: tuple[Line, ...]) -> dict[str, tuple[str, ...]]:
    return {line.id: line.roles for line in lines}


def build(data: Mapping[str, Any]) -> Form:
    """A form from the data of its file.

    Raises:
        ValueError: a table does not hold together: its cells leave a place free or overlap, there are not as many
            widths as columns, a line is not named, a computed cell has no parts.
    """
    sections = tuple(Section(**section) for section in data["sections"])
    names = {section.table: f"表{section.heading[0]}" for section in sections}
    balanced = data["balance"]["table"]
    tables = tuple(_table(table, names[table["id"]], balanced) for table in data["tables"])
    ids = {cell.id: cell for table in tables for cell in table.number_cells}
    first, last = data["report_years"]
    return Form(
        id=data["form"],
        issued_as=data["issued_as"],
        first_year=first,
        last_year=last,
        report_name=data["report_name"],
        sections=sections,
        tables=tables,
        parts=MappingProxyType({cell: _parts(cell, data["sums"]) for cell, shape in ids.items() if shape.computed}),
        balances=_balances(data["balance"], ids),
        balance_label=data["balance"]["label"],
    )


def _table(data: Mapping[str, Any], name: str, balanced: str) -> Table:
    renamed = {"cell": "id", "type": "kind"}
    cells = tuple(Cell(**{renamed.get(key, key): value for key, value in cell.items()}) for cell in data["cells"])
    lists = ("cells", "widths", "row_lines", "column_lines")
    plain = {key: value for key, value in data.items() if key not in lists}
    rows, columns = (_lines(data[key]) for key in ("row_lines", "column_lines"))
    is_balanced = data["id"] == balanced
    table = Table(
        **plain,
        name=name,
        cells=cells,
        widths=tuple(data["widths"]),
        row_lines=rows,
        column_lines=columns,
        balanced=is_balanced,
    )
    _check(table)
    return table


def _lines(data: list[dict[str, Any]]) -> tuple[Line, ...]:
    return tuple(Line(line["id"], tuple(line.get("roles", ())), tuple(line.get("synonyms", ()))) for line in data)


def _check(table: Table) -> None:
    places = [(row, column) for cell in table.cells for row in cell.rows for column in cell.columns]
    if sorted(places) != [(row, column) for row in range(table.rows) for column in range(table.columns)]:
        raise ValueError(f"the cells of {table.id} do not fill its grid once")
    if len(table.widths) != table.columns:
        raise ValueError(f"{table.id} has {table.columns} columns and {len(table.widths)} widths")
    rows, columns = ({line.id for line in lines} for lines in (table.row_lines, table.column_lines))
    for cell in table.number_cells:
        its_table, row, column = cell.id.split(".")
        if its_table != table.id or row not in rows or column not in columns:
            raise ValueError(f"{cell.id} is no cell of {table.id}")


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
            tuple((short, full) for short, full in data["terms"]),
            is_sum=ids[f"{table}.{first}.{column}"].computed,
        )
        for column in columns
    )
