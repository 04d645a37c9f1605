"""Last year's figures beside this year's: known or not known, never guessed."""

from model.form.carry_over import same_cells
from model.form.form import Form, Value
from model.report.report import PastReport, Report


def year_before(report: Report) -> PastReport | None:
    """The report that is kept for comparison, when it is really of the year before; an older one compares nothing."""
    past = report.last_year
    return past if past and past.year == report.year - 1 else None


def earlier_report(report: Report) -> PastReport | None:
    """The report that is kept for comparison, of whichever earlier year it is."""
    past = report.last_year
    return past if past and past.year < report.year else None


def past_value(past: PastReport, cell_id: str, form: Form) -> Value | None:
    """What a past report has for a cell of a form, in 件 or 万元; None where it is not known.

    A total adds its parts, and is known when every one of them is. Of a report on another form it is the figure of the
    cell that means the same.
    """
    own = same_cells(past.form, form).get(cell_id)
    return None if own is None else _own_value(past, own)


def _own_value(past: PastReport, cell_id: str) -> Value | None:
    parts = past.form.parts.get(cell_id)
    if parts is None:
        return past.numbers.get(cell_id)
    total = 0
    for part in parts:
        value = _own_value(past, part)
        if value is None:
            return None
        total += int(value)
    return total


def past_count(report: Report, cell_id: str) -> int | None:
    """The count of the year before in a cell, in 件; None when it is not known."""
    past = year_before(report)
    value = past_value(past, cell_id, report.form) if past else None
    return None if value is None else int(value)
