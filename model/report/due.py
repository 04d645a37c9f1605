"""The day a report is due."""

from datetime import date

from model.report.report import Report

_DAYS = {"department": (1, 31), "government": (3, 31)}
_SEASON_BEGINS = 7


def due_day(report: Report) -> date | None:
    """The day set in the report, else the one of 《条例》第四十九条; None where local notice decides.

    Departments of governments from county level up publish by 31 January, those governments by 31 March.
    """
    if report.deadline is not None or report.agency.type not in _DAYS:
        return report.deadline
    return date(report.year + 1, *_DAYS[report.agency.type])


def is_published(report: Report) -> bool:
    """Whether the clerk has marked the report as published."""
    return any(event.what == "published" for event in report.events)


def season_year(today: date) -> int:
    """The year whose report is being prepared: from July on the current one, before that last year's."""
    return today.year if today.month >= _SEASON_BEGINS else today.year - 1
