"""Last year's figures of a report to be spoilt."""

from model.form.form import Value
from model.report.report import Report
from model.structs import replace
from tests.forms import FORM

COLUMNS = tuple(part.rpartition(".")[2] for part in FORM.parts["applications.received.total"])
"""The kinds of applicants."""
TERMS = ("received", "carried_in", "carried_out")
"""The rows of table three that are no results."""


def past_of(report: Report, cell: str) -> int:
    """Last year's count; 0 without a last year."""
    return int(report.last_year.numbers.get(cell, 0)) if report.last_year else 0


def with_past(report: Report, numbers: dict[str, Value]) -> Report | None:
    """The report with some of last year's figures otherwise."""
    past = report.last_year
    return None if past is None else replace(report, last_year=replace(past, numbers={**past.numbers, **numbers}))


def typed_of_three() -> list[str]:
    """The typed cells of table three."""
    return [cell for cell in FORM.typed if cell.startswith("applications.")]
