"""Where a cell's figure comes from: the ledger behind it, whether it was changed by hand, what a new count changes."""

from collections.abc import Iterator
from itertools import islice

from model.form.form import Value
from model.ledger import summed
from model.ledger.counting import Count
from model.ledger.fees import is_about_fee
from model.ledger.ledger import Ledger
from model.ledger.numbers import numbers_by_place
from model.report.past import past_value, year_before
from model.report.report import Charged, FromLedger, Report
from model.structs import Struct

_SHOWN = 12
"""So many registration numbers are listed beside a cell."""


class Difference(Struct, frozen=True):
    """A cell that a count changes; None where it is blank."""

    cell: str
    before: Value | None
    after: int


def from_ledger(ledger: Ledger, found: Count) -> FromLedger:
    """What a draft keeps of a count: registration numbers, and of the file its digest."""
    numbers = numbers_by_place(ledger)
    cells = {cell: tuple(numbers[place] for place in found.lines.get(cell, ())) for cell in found.numbers}
    return FromLedger(ledger.digest, found.period.year, cells, _charged(ledger, found))


def _charged(ledger: Ledger, found: Count) -> Charged | None:
    """What was charged; None where the ledger has no column for it, or does not say it clearly of every line."""
    says = any("fee" in sheet.fields for sheet in ledger.sheets)
    unclear = found.waiting or found.period.is_partial or any(is_about_fee(each) for each in found.unanswered)
    return Charged(found.fees.count, found.fees.amount) if says and not unclear else None


def differences(report: Report, found: Count) -> tuple[Difference, ...]:
    """The cells that a count changes, in the form's order."""
    return tuple(
        Difference(cell, report.numbers.get(cell), number)
        for cell, number in found.numbers.items()
        if report.numbers.get(cell) != number
    )


def provenance(report: Report, cell: str) -> str:
    """What stands behind a cell's figure: the ledger, or the units of a sum; nothing for one that was typed."""
    if report.ledger is None or cell not in report.ledger.cells:
        return summed.behind(report, cell)
    numbers = report.ledger.cells[cell]
    listed = "、".join(islice(numbers, _SHOWN)) + ("等" if len(numbers) > _SHOWN else "")
    behind = f"（{listed}）" if numbers else ""
    if report.numbers.get(cell) == len(numbers):
        return f"台账：{len(numbers)} 件{behind}"
    return f"手工改过，台账是 {len(numbers)} 件{behind}"


def carried_in_otherwise(report: Report, found: Count) -> Iterator[tuple[str, int, int]]:
    """The columns where last year's report carried out what the ledger does not carry in: name, last year, now."""
    past = year_before(report)
    for balance in report.form.balances:
        before, carried = balance.right[-1], balance.left[-1]
        value = past_value(past, before, report.form) if past is not None else None
        if carried in found.numbers and isinstance(value, int) and value != found.numbers[carried]:
            yield report.form.name(carried).rpartition(" / ")[2], value, found.numbers[carried]
