"""The findings of an open report, kept up to date check by check: those on the tables at once, the rest in a pause."""

from collections.abc import Iterable
from dataclasses import replace

from model.checks import CHECKS, Check, Context, Finding
from model.checks.registry import run, still_open
from model.language.text_edit import text_edit
from model.report.report import TEXT_IDS, Report


def table_checks() -> tuple[Check, ...]:
    """The checks on figures, whose codes begin with T: quick enough for every keystroke."""
    return tuple(entry for code, entry in CHECKS.items() if code.startswith("T"))


class CheckResults:
    """What each check found last, dismissed or not."""

    def __init__(self, report: Report, context: Context) -> None:
        """Run every check on a report."""
        self._context = context
        self._found: dict[str, tuple[Finding, ...]] = {}
        self.run(report, CHECKS.values())

    def run(self, report: Report, checks: Iterable[Check]) -> None:
        """Run some checks again."""
        for entry in checks:
            self._found[entry.code] = tuple(run(entry, report, self._context))

    def drop(self, cured: Iterable[Finding]) -> None:
        """Take out findings that are about to be cured; they are back when their checks find them again."""
        for finding in cured:
            known = self._found.get(finding.check, ())
            self._found[finding.check] = tuple(other for other in known if other != finding)

    def follow(self, before: Report, after: Report) -> None:
        """Move what was found in the texts along with an edit until the checks run again; drop what it cut into."""
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
