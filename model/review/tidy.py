"""Figures as a tidy table: a line for each unit, year, form and cell."""

from collections.abc import Iterable, Iterator

from model.form.form import format_value
from model.review.row import Row

HEAD = ("unit", "year", "form", "cell", "value")
"""The names of the columns."""


def tidy(rows: Iterable[Row]) -> Iterator[tuple[str, ...]]:
    """The lines; a blank cell has an empty value, for it is no 0, and a file that cannot be read has none."""
    for row in rows:
        if row.error:
            continue
        report = row.report
        for cell_id in report.form.cells:
            value = report.value(cell_id)
            shown = "" if value is None else format_value(value)
            yield row.agency.name, str(row.year), row.form, cell_id, shown
