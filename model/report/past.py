"""Last year's figures beside this year's: known or not known, never guessed."""

from model.form.form import Value, official
from model.report.report import PastReport, Report


def year_before(report: Report) -> PastReport | None:
    """The report that is kept for comparison, when it is really of the year before; an older one compares nothing."""
    past = report.last_year
    return past if past and past.year == report.year - 1 else None


def earlier_report(report: Report) -> PastReport | None:
    """The report that is kept for comparison, of whichever earlier year it is."""
    past = report.last_year
    return past if past and past.year < report.year else None


def past_value(past: PastReport, cell_id: str) -> Value | None:
    """A figure of a past report, in 件 or 万元; a total adds its parts, and is known when every one of them is."""
    parts = official().parts.get(cell_id)
    if parts is None:
        return past.numbers.get(cell_id)
    total = 0
    for part in parts:
        value = past_value(past, part)
        if value is None:
            return None
        total += int(value)
    return total


def past_count(report: Report, cell_id: str) -> int | None:
    """The count of the year before in a cell, in 件; None when it is not known."""
    past = year_before(report)
    value = past_value(past, cell_id) if past else None
    return None if value is None else int(value)
