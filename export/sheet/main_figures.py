"""The figures one looks at first, this year and last: all of a short table, and the totals of a long one."""

from collections.abc import Iterator
from decimal import Decimal

from model.form.form import Form, Table, Value, format_value
from model.report.past import past_value, year_before
from model.report.report import Report
from model.structs import Struct


class MainFigure(Struct, frozen=True):
    """One of them.

    Attributes:
        name: as one says it, such as 表三 本年新收 / 总计; an amount has its unit behind it.
        now: this year's, in 件 or 万元; a blank cell is printed as 0.
        before: last year's; None where it is not known.
    """

    name: str
    now: Value
    before: Value | None

    @property
    def change_words(self) -> str:
        """By how much it grew: ＋3, －36, 持平; empty where last year's is not known."""
        if self.before is None:
            return ""
        change = Decimal(self.now) - Decimal(self.before)
        return f"{'＋' if change > 0 else '－'}{format_value(abs(change))}" if change else "持平"


def main_figures(report: Report) -> tuple[MainFigure, ...]:
    """Those that are not 0 in both years, in the order of the form."""
    form, past = report.form, year_before(report)
    found = (
        MainFigure(_name(form, cell), report.value(cell) or 0, past_value(past, cell, form) if past else None)
        for table in form.tables
        for cell in _cells(form, table)
    )
    return tuple(each for each in found if each.now or each.before)


def _cells(form: Form, table: Table) -> Iterator[str]:
    """Of a table that balances the terms of its column of sums; else its totals, or all cells where it has none."""
    if table.balanced:
        yield from (cell for balance in form.balances if balance.is_sum for cell in balance.cells)
        return
    totals = [cell.id for cell in table.number_cells if cell.computed]
    yield from totals or [cell.id for cell in table.number_cells]


def _name(form: Form, cell_id: str) -> str:
    return f"{form.table_of(cell_id).name} {form.name(cell_id)}{form.unit(cell_id)}"
