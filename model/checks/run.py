"""Running checks on a report."""

from collections.abc import Iterable, Iterator

from model.checks.dismissal import bound, is_dismissed
from model.checks.registry import CHECKS, SEVERITIES, Check, Context, Finding, Problem
from model.report.report import Report

_GRAVITY = list(SEVERITIES)


def findings(report: Report, context: Context) -> tuple[Finding, ...]:
    """What all checks find and the clerk has not dismissed, gravest first."""
    every = all_findings(report, context)
    return still_open(bound(report, every), every)


def all_findings(report: Report, context: Context) -> tuple[Finding, ...]:
    """What all checks find, dismissed or not, in the order of the checks."""
    return tuple(finding for entry in CHECKS.values() for finding in run(entry, report, context))


def run(entry: Check, report: Report, context: Context) -> Iterator[Finding]:
    """What one check finds, dismissed or not."""
    for problem in entry.find(report, context):
        yield Finding(
            entry.code,
            entry.severity,
            problem.message,
            problem.cells,
            _section(problem),
            problem.span,
            problem.quote,
            problem.fix,
            problem.about,
            problem.evidence,
            problem.state,
        )


def still_open(report: Report, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of some findings that the clerk has not dismissed, gravest first."""
    open_ones = (finding for finding in found if not is_dismissed(report, finding))
    return tuple(sorted(open_ones, key=lambda finding: _GRAVITY.index(finding.severity)))


def _section(problem: Problem) -> str | None:
    """The text a problem is in, or else the table of its first cell."""
    return problem.section or (problem.cells[0].partition(".")[0] if problem.cells else None)
