"""The findings of an open report, kept up to date check by check.

A check runs again only after a part that it reads has changed: at once where it reads no prose, else in a pause.
"""

from collections.abc import Iterable

from model.checks import CHECKS, Check, Context, Finding
from model.checks.parts import PARTS, Part
from model.checks.run import run, still_open
from model.language.text_edit import text_edit
from model.report.evidence import evidence
from model.report.report import TEXT_IDS, Report
from model.structs import replace


class CheckResults:
    """What each check found last, dismissed or not."""

    def __init__(self, report: Report, context: Context) -> None:
        """Run every check on a report."""
        self._context = context
        self._found: dict[str, tuple[Finding, ...]] = {}
        self._stale: set[str] = set(CHECKS)
        self.run(report, CHECKS.values())

    def run(self, report: Report, checks: Iterable[Check]) -> None:
        """Run some checks again."""
        for entry in checks:
            self._found[entry.code] = tuple(run(entry, report, self._context))
            self._stale.discard(entry.code)

    @property
    def stale(self) -> tuple[Check, ...]:
        """The checks that have not run since something they read has changed."""
        return tuple(entry for code, entry in CHECKS.items() if code in self._stale)

    def drop(self, cured: Iterable[Finding]) -> None:
        """Take out findings that are about to be cured; they are back when their checks find them again."""
        for finding in cured:
            known = self._found.get(finding.check, ())
            self._found[finding.check] = tuple(other for other in known if other != finding)
            self._stale.add(finding.check)

    def follow(self, before: Report, after: Report, changed: frozenset[Part]) -> None:
        """Follow an edit: run what is quick, move what was found in the texts along until its checks run again.

        A finding whose words the edit cut into is dropped, and one whose evidence has ended.

        Args:
            before: the report before the edit.
            after: the report after it.
            changed: the parts that differ; on another form all of them do.
        """
        changed = changed if before.form is after.form else frozenset(PARTS)
        self._stale.update(code for code, entry in CHECKS.items() if entry.parts & changed)
        self.run(after, [entry for entry in self.stale if entry.runs_at_once and entry.reads & changed])
        if "source" in changed:
            self._drop_ended(after)
        for section in ("title", *TEXT_IDS):
            old, new = before.words(section), after.words(section)
            if old is not new and old != new:
                self._move(section, old, new)

    def every(self) -> tuple[Finding, ...]:
        """What was found, dismissed or not, in the order of the checks."""
        return tuple(finding for code in CHECKS for finding in self._found.get(code, ()))

    def open(self, report: Report) -> tuple[Finding, ...]:
        """What the clerk has not dismissed, gravest first."""
        return still_open(report, self.every())

    def _drop_ended(self, report: Report) -> None:
        kept = {(entry.place, entry.printed) for entry in evidence(report)}
        for code, found in self._found.items():
            self._found[code] = tuple(finding for finding in found if kept.issuperset(finding.evidence))

    def _move(self, section: str, old: str, new: str) -> None:
        edit = text_edit(old, new)

        def moved(finding: Finding) -> Finding | None:
            if finding.section != section or finding.span is None:
                return finding
            span = edit.moved(finding.span)
            fix = finding.fix and finding.fix.moved(section, edit)
            return None if span is None else replace(finding, span=span, fix=fix)

        for code, found in self._found.items():
            if any(finding.section == section and finding.span for finding in found):
                self._found[code] = tuple(filter(None, map(moved, found)))
