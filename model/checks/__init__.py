"""The catalogue of checks; the modules that hold them are imported when the catalogue is first asked."""

from model.checks.dismissal import dismiss, is_dismissed
from model.checks.fix import Fix, Replacement
from model.checks.registry import BASES, CHECKS, SEVERITIES, Check, Context, Finding, Problem, Severity
from model.checks.run import findings

__all__ = [
    "BASES",
    "CHECKS",
    "SEVERITIES",
    "Check",
    "Context",
    "Finding",
    "Fix",
    "Problem",
    "Replacement",
    "Severity",
    "dismiss",
    "findings",
    "is_dismissed",
]
