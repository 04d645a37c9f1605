"""What is taken along into a new report or an open one, where the clerk wants only a part of it."""

from typing import TYPE_CHECKING

from model.report import preamble
from model.report.proposals import carried, proposals
from model.report.report import Agency, Texts
from model.structs import replace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from model.form.form import Value
    from model.report.report import PastReport, Report


def only(report: "Report", taken: frozenset[str]) -> "Report":
    """A new report without what the clerk does not want taken along."""
    if "carried" not in taken:
        report = report.with_numbers({cell: None for cell in report.numbers if cell in carried(report.form)})
    report = replace(report, last_year=_part(report.last_year, taken))
    if "agency" not in taken:
        report = replace(report, agency=Agency(report.agency.name))
        report = report.with_text("preamble", preamble.compose(report))
    return report


def _part(past: "PastReport | None", taken: frozenset[str]) -> "PastReport | None":
    if past is None or not taken & {"numbers", "text"}:
        return None
    numbers: Mapping[str, Value] = past.numbers if "numbers" in taken else {}
    return replace(past, numbers=numbers, text=past.text if "text" in taken else Texts())


def with_last_year(report: "Report", past: "PastReport", taken: frozenset[str]) -> "Report":
    """An open report with last year's, and in blank cells of 上年结转 what was carried out then."""
    whole = replace(report, last_year=past)
    proposed = {cell: count for cell, count in proposals(whole).items() if cell in carried(report.form)}
    after = whole.with_numbers(proposed) if "carried" in taken else whole
    return replace(after, last_year=_part(past, taken))
