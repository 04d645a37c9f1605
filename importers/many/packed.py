"""Last year's report as JSON, between the processes that read many files."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from model.form import forms
from model.report.report import TEXT_IDS, PastReport, Texts


def plain_past(past: PastReport) -> dict[str, Any]:
    """A past report as JSON; see `past_from`."""
    numbers = {cell: f"{value:f}" if isinstance(value, Decimal) else value for cell, value in past.numbers.items()}
    texts = {text: past.text[text] for text in TEXT_IDS}
    return {"form": past.form.id, "year": past.year, "numbers": numbers, "text": texts}


def past_from(value: Mapping[str, Any]) -> PastReport:
    """The past report in JSON that `plain_past` gave."""
    form = forms.named(value["form"])
    said = {cell: Decimal(number) if isinstance(number, str) else number for cell, number in value["numbers"].items()}
    numbers = {cell: form.typed_cell(cell).check(number) for cell, number in said.items()}
    return PastReport(form, int(value["year"]), numbers, Texts(**value["text"]))
