"""退回意见: what a unit is told of its report, and what became of what it was told before."""

from datetime import date

from model.checks.registry import SEVERITIES
from model.form import forms
from model.report.report import Agency, Report
from model.review.board import Line
from model.review.telling import Told
from model.review.versions import Changes
from model.structs import Struct

_USUAL = tuple(SEVERITIES)[:2]
"""What is returned unless somebody chooses: hints are left to the unit."""


class Opinion(Struct, frozen=True):
    """What is said to one unit.

    Attributes:
        report: whose report of which year on which form; nothing of its content.
        title: the report's own, as far as it is known.
        file: the file it is about.
        at: the day.
        findings: what is to be mended.
        trouble: what is wrong with the file as a whole.
        remark: words of the office's own.
        changes: what became of what was said before; None the first time.
    """

    report: Report
    file: str
    at: date
    findings: tuple[Told, ...]
    trouble: tuple[str, ...] = ()
    remark: str = ""
    changes: Changes | None = None


def usual(line: Line) -> tuple[Told, ...]:
    """The findings that are returned unless somebody chooses others."""
    return tuple(finding for finding in line.sayable if finding.severity in _USUAL)


def opinion(line: Line, chosen: tuple[Told, ...], remark: str, at: date) -> Opinion:
    """What is said to a unit whose report can be read.

    Raises:
        ValueError: the unit has none.
    """
    row = line.row
    if row is None or row.error:
        raise ValueError("nothing can be said of a report that is not there")
    report = Report(row.year, Agency(line.name), form=forms.named(row.form))
    return Opinion(report, row.file, at, chosen, line.to_unit, remark, line.changes)
