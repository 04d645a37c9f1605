"""The catalogue of checks; importing this package registers every one of them."""

from model.checks import deadlines, numbers, preamble, sections, title, wording
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
    "Problem",
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
