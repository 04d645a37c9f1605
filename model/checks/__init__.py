"""The catalogue of checks; importing this package registers every one of them."""

from model.checks import deadlines, numbers, preamble, sections, title, wording
from model.checks.fix import Fix, Replacement
from model.checks.registry import (
    BASES,
    CHECKS,
    SEVERITIES,
    Check,
    Context,
    Finding,
    Problem,
    Severity,
    dismiss,
    findings,
    is_dismissed,
)

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
    "deadlines",
    "dismiss",
    "findings",
    "is_dismissed",
    "numbers",
    "preamble",
    "sections",
    "title",
    "wording",
]
