"""What a check is, what it finds, and how a warning is dismissed.

A check is a function `(Report, Context) -> Iterator[Problem]` under `@check`. Its docstring is the rule, printed in
`docs/checks.md`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from typing import Literal

from model.checks.fix import Fix, Replacement
from model.form.form import Value
from model.report.report import Dismissal, Report

Severity = Literal["error", "warning", "hint"]
Basis = Literal["official", "law", "practice", "inference"]

SEVERITIES: dict[Severity, str] = {"error": "错误", "warning": "警告", "hint": "提示"}
"""The severities, gravest first, with the words the clerk reads."""

BASES: dict[Basis, str] = {"official": "表样", "law": "法律", "practice": "惯例", "inference": "推断"}
"""What a check rests on, with the words the clerk reads."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may know besides the report."""

    today: date


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake at one place: cells, or a span of a text in code points with the words read there."""

    message: str
    cells: tuple[str, ...] = ()
    section: str | None = None
    span: tuple[int, int] | None = None
    quote: str | None = None
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A registered check."""

    code: str
    severity: Severity
    basis: Basis
    rule: str
    find: Callable[[Report, Context], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Finding:
    """校验结果: a problem with the code and the severity of the check that found it."""

    check: str
    severity: Severity
    message: str
    cells: tuple[str, ...]
    section: str | None
    span: tuple[int, int] | None
    quote: str | None
    fix: Fix | None = None


class Catalogue(Mapping[str, Check]):
    """Every check by its code, in the order of the codes; their modules are imported when it is first asked."""

    def __init__(self) -> None:
        """Begin without any."""
        self._checks: dict[str, Check] = {}
        self._codes: tuple[str, ...] = ()

    def add(self, entry: Check) -> None:
        """Register a check; ValueError when another one has its code."""
        if entry.code in self._checks:
            raise ValueError(f"two checks have the code {entry.code}")
        self._checks[entry.code] = entry

    def __getitem__(self, code: str) -> Check:
        """The check with a code."""
        self._ask()
        return self._checks[code]

    def __iter__(self) -> Iterator[str]:
        """All codes."""
        return iter(self._ask())

    def __len__(self) -> int:
        """How many there are."""
        return len(self._ask())

    def _ask(self) -> tuple[str, ...]:
        if not self._codes:
            import_module("model.checks.catalogue")
            self._codes = tuple(sorted(self._checks))
        return self._codes


CHECKS = Catalogue()
"""Every check by its code."""

_Finder = Callable[[Report, Context], Iterator[Problem]]


def check(code: str, severity: Severity, basis: Basis) -> Callable[[_Finder], _Finder]:
    """Register a check under its stable code."""

    def register(find: _Finder) -> _Finder:
        rule = "".join(line.strip() for line in (find.__doc__ or "").splitlines())
        CHECKS.add(Check(code, severity, basis, rule, find))
        return find

    return register


def in_text(section: str, span: tuple[int, int], words: str, message: str, fix: Fix | None = None) -> Problem:
    """A problem with some words of a text, and its cure where that is certain."""
    return Problem(message, section=section, span=span, quote=words[span[0] : span[1]], fix=fix)


def rewording(section: str, span: tuple[int, int], words: str) -> Fix:
    """The fix that puts other words in the place of some."""
    label = f"改为“{words}”" if words else "删去"
    return Fix(label, (Replacement(section, span, words),))


def findings(report: Report, context: Context) -> tuple[Finding, ...]:
    """What all checks find and the clerk has not dismissed, gravest first."""
    return still_open(report, (finding for entry in CHECKS.values() for finding in run(entry, report, context)))


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
        )


def still_open(report: Report, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of some findings that the clerk has not dismissed, gravest first."""
    gravity = list(SEVERITIES)
    open_ones = (finding for finding in found if not is_dismissed(report, finding))
    return tuple(sorted(open_ones, key=lambda finding: gravity.index(finding.severity)))


def _section(problem: Problem) -> str | None:
    """The text a problem is in, or else the table of its first cell."""
    return problem.section or (problem.cells[0].partition(".")[0] if problem.cells else None)


def is_dismissed(report: Report, finding: Finding) -> bool:
    """Whether the clerk has given a reason for just this: the check, the cells' present figures, the same words."""
    return dismissed_by(report, finding) is not None


def dismissed_by(report: Report, finding: Finding) -> int | None:
    """The number of the dismissal that answers a finding, from 0; None when it is open."""
    if not report.dismissed or finding.severity == "error":
        return None
    about, entries = _about(report, finding), enumerate(report.dismissed)
    return next((number for number, entry in entries if (entry.check, entry.cells, entry.quote) == about), None)


def dismiss(report: Report, finding: Finding, reason: str) -> Report:
    """The report with a warning or hint answered by a reason; it comes back when its figures or words change.

    Raises:
        ValueError: an error cannot be dismissed, and a reason must say something.
    """
    if finding.severity == "error":
        raise ValueError("错误不能忽略，请改正")
    if not reason.strip():
        raise ValueError("请写明忽略的理由")
    entry = Dismissal(*_about(report, finding), reason.strip())
    return replace(report, dismissed=(*report.dismissed, entry))


def _about(report: Report, finding: Finding) -> tuple[str, Mapping[str, Value | None], str | None]:
    return finding.check, {cell_id: report.value(cell_id) for cell_id in finding.cells}, finding.quote
