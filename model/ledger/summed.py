"""汇总数＝各单位之和: what stands behind the figures of a consolidated report, and where they are no sum any more."""

from collections.abc import Iterator
from decimal import Decimal

from model.form.form import Form, Value, format_value
from model.report.report import Report, Summed
from model.structs import Struct

_NAMED = 12
"""So many units are named behind a cell; the others are counted."""


class Unequal(Struct, frozen=True):
    """A cell whose figure is not that of the units together; None where it is blank."""

    cell: str
    own: Value | None
    sum: Value


def unequal(report: Report) -> Iterator[Unequal]:
    """The cells of a consolidated report that are no sum; a blank one counts as 0, as the blanks of the units do."""
    if report.summed is None:
        return
    sums = report.summed.sums
    for cell in report.form.typed:
        own, together = report.numbers.get(cell), sums.get(cell, _nothing(report.form, cell))
        if (own or 0) != together:
            yield Unequal(cell, own, together)


def _nothing(form: Form, cell: str) -> Value:
    """0 件, or 0 万元."""
    return Decimal(0) if form.cells[cell].kind == "decimal" else 0


def behind(report: Report, cell: str) -> str:
    """The units behind a cell's figure, in words; nothing where none has more than 0, or nothing was summed."""
    if report.summed is None or cell not in report.form.typed:
        return ""
    parts, together = named(report.summed, cell), report.summed.sums.get(cell, 0)
    if (report.numbers.get(cell) or 0) == together:
        return f"各单位相加：{parts}" if parts else ""
    return f"手工改过，各单位之和是 {format_value(together)}{f'（{parts}）' if parts else ''}"


def named(summed: Summed, cell: str) -> str:
    """The units that have more than 0 in a cell, with their figures."""
    found = [(unit.name, unit.numbers[cell]) for unit in summed.units if cell in unit.numbers]
    more = f"等 {len(found)} 个单位" if len(found) > _NAMED else ""
    return "、".join(f"{name} {format_value(value)}" for name, value in found[:_NAMED]) + more
