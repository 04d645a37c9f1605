"""The catalogue of checks; importing this package registers every one of them."""

from model.checks import deadlines, numbers, opening, sections, wording
from model.checks.registry import (
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
    "opening",
    "sections",
    "wording",
]
