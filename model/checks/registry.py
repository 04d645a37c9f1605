"""What a check is, what it finds, and the catalogue of all checks.

A check is a function `(Report, Context) -> Iterator[Problem]` under `@check`, in a module of `model.checks.rules`.
Everything that is known about it stands in that call; its docstring is the rule, printed in `docs/checks.md`.
"""

import pkgutil
from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from datetime import date
from functools import cached_property
from importlib import import_module
from typing import Literal

from model.checks.about import About
from model.checks.fix import Fix, Replacement
from model.checks.parts import WORDS, Part
from model.checks.reasons import ANY, Reasons
from model.report.report import Report
from model.structs import Struct

Severity = Literal["error", "warning", "hint"]
Basis = Literal["official", "law", "practice", "inference"]

SEVERITIES: dict[Severity, str] = {"error": "错误", "warning": "警告", "hint": "提示"}
"""The severities, gravest first, with the words the clerk reads."""

BASES: dict[Basis, str] = {"official": "表样", "law": "法律", "practice": "惯例", "inference": "推断"}
"""What a check rests on, with the words the clerk reads."""

Aspect = Literal["", "format", "years"]
"""What a check is about where it is neither its table nor the words: title, headings, order and names, or two years."""

Printed = tuple[str, str]
"""A place of the source's evidence and what was printed there."""


class Context(Struct, frozen=True):
    """What a check may know besides the report.

    Attributes:
        today: the day of the check.
        handed_in: the report is somebody else's file: what is said of it names nothing that only the window has.
    """

    today: date
    handed_in: bool = False

    @property
    def elsewhere(self) -> str:
        """Where the agency is named besides the place that is spoken of."""
        return "报告别处" if self.handed_in else "单位信息"


class Problem(Struct, frozen=True):
    """One mistake at one place: cells, or a span of a text in code points with the words read there.

    Attributes:
        message: the sentence for the clerk; it is shown, and nothing is read out of it.
        cells: the cells it is about; those of the form's own tables.
        section: the text, `title`, or the table whose note it is in.
        span: where in the text, in code points.
        quote: the words read there.
        fix: the certain cure.
        about: what is wrong, as data.
        evidence: what the source printed that the finding rests on; confirming it ends the finding.
        state: what a dismissal depends on besides cells, sentence or text, such as the day that was missed.
    """

    message: str
    cells: tuple[str, ...] = ()
    section: str | None = None
    span: tuple[int, int] | None = None
    quote: str | None = None
    fix: Fix | None = None
    about: About | None = None
    evidence: tuple[Printed, ...] = ()
    state: str = ""


Finder = Callable[[Report, Context], Iterator[Problem]]


class Check(Struct, frozen=True, dict=True):
    """A registered check; for the attributes see `check`."""

    code: str
    severity: Severity
    basis: Basis
    rule: str
    find: Finder
    reads: frozenset[Part]
    may_read: frozenset[Part]
    group: str
    one_cure: bool
    reasons: Reasons
    private: bool
    aspect: Aspect

    @cached_property
    def parts(self) -> frozenset[Part]:
        """All parts of the report on which its findings depend."""
        return self.reads | self.may_read

    @cached_property
    def runs_at_once(self) -> bool:
        """Whether it is quick enough to run at every edit: it reads no prose."""
        return self.reads.isdisjoint(WORDS)


class Finding(Struct, frozen=True):
    """校验结果: a problem with the code and the severity of the check that found it; see `Problem`."""

    check: str
    severity: Severity
    message: str
    cells: tuple[str, ...]
    section: str | None
    span: tuple[int, int] | None
    quote: str | None
    fix: Fix | None = None
    about: About | None = None
    evidence: tuple[Printed, ...] = ()
    state: str = ""


def rule_modules() -> tuple[str, ...]:
    """The names of the modules that hold the checks: whatever lies in `model.checks.rules`, frozen or not."""
    folder = import_module("model.checks.rules")
    return tuple(f"{folder.__name__}.{found.name}" for found in pkgutil.iter_modules(folder.__path__))


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

    def items(self) -> ItemsView[str, Check]:
        """Each with its code; asked for with every key, so without the detour by the codes."""
        self._ask()
        return self._checks.items()

    def values(self) -> ValuesView[Check]:
        """Every check."""
        self._ask()
        return self._checks.values()

    def _ask(self) -> tuple[str, ...]:
        if not self._codes:
            for name in rule_modules():
                import_module(name)
            if not self._checks:
                raise RuntimeError("no module of checks was found: the program is not whole")
            self._checks = dict(sorted(self._checks.items()))
            self._codes = tuple(self._checks)
        return self._codes


CHECKS = Catalogue()
"""Every check by its code."""


def check(  # noqa: PLR0913 - each is one thing known about a check
    code: str,
    severity: Severity,
    basis: Basis,
    *,
    reads: tuple[Part, ...],
    may_read: tuple[Part, ...] = (),
    group: str = "",
    one_cure: bool = False,
    reasons: Reasons = ANY,
    private: bool = False,
    aspect: Aspect = "",
) -> Callable[[Finder], Finder]:
    """Register a check.

    Args:
        code: stable for ever; drafts and other programs name the check by it.
        severity: how grave what it finds is; an error cannot be dismissed.
        basis: what it rests on.
        reads: the parts of the report it goes by. It runs again when one of them changes: at once when none of them is
            prose, else in a pause.
        may_read: parts it looks into only where the others give cause; a change of them waits for a pause.
        group: what several findings of it in one part are called together; without it each stands alone.
        one_cure: whether all its cures do the same, whatever their buttons say.
        reasons: the usual reasons for leaving things as they are.
        private: whether what it quotes had better not be kept in earlier versions either.
        aspect: what an overview of many reports counts it under; by default the table or the words it is in.
    """

    def register(find: Finder) -> Finder:
        rule = "".join(line.strip() for line in (find.__doc__ or "").splitlines())
        parts = frozenset(reads), frozenset(may_read)
        CHECKS.add(Check(code, severity, basis, rule, find, *parts, group, one_cure, reasons, private, aspect))
        return find

    return register


def in_text(section: str, span: tuple[int, int], words: str, message: str, fix: Fix | None = None) -> Problem:
    """A problem with some words of a text, and its cure where that is certain."""
    return Problem(message, section=section, span=span, quote=words[span[0] : span[1]], fix=fix)


def rewording(section: str, span: tuple[int, int], words: str) -> Fix:
    """The fix that puts other words in the place of some."""
    label = f"改为“{words}”" if words else "删去"
    return Fix(label, (Replacement(section, span, words),))
