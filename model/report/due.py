"""The days a report is due: to be handed in (报送), and to be published (公布).

The start screen asks for the season before the model of a report is there: that is loaded only with what needs it.
"""

from datetime import date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from model.report.report import Report

_DAYS = {"department": (1, 31), "government": (3, 31)}
_SEASON_BEGINS = 7


def due_day(report: "Report") -> date | None:
    """The day set in the report, else the one of 《条例》第四十九条; None where local notice decides.

    Departments of governments from county level up publish by 31 January, those governments by 31 March.
    """
    return lawful_day(report) if report.deadline is None else report.deadline


def lawful_day(report: "Report") -> date | None:
    """The day of 《条例》第四十九条, whatever is set in the report."""
    return date(report.year + 1, *_DAYS[report.agency.type]) if report.agency.type in _DAYS else None


def is_published(report: "Report") -> bool:
    """Whether the clerk has marked the report as published."""
    from model.report.publication import last_published

    return last_published(report) is not None


def hand_in_day(report: "Report") -> date | None:
    """The day by which the report still has to be handed in (报送); None where none is set or it is done."""
    return report.hand_in_by if report.handed_in is None else None


def season_year(today: date) -> int:
    """The year whose report is being prepared: from July on the current one, before that last year's."""
    return today.year if today.month >= _SEASON_BEGINS else today.year - 1
