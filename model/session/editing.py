"""What is common to every edit of an open report: the present value, undo and redo, findings, what is not saved yet."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from model.checks import CHECKS, Check, Context
from model.checks.rules.source import SOURCE_CHECKS
from model.drafts.draft import Draft
from model.report import evidence
from model.report.change import Change, Place, change, changed_fields
from model.report.report import Report
from model.session import progress
from model.session.progress import State
from model.session.results import CheckResults, table_checks
from model.session.undo import UndoStack


class Editing:
    """An open draft: edited by making the next report, whoever makes it."""

    def __init__(
        self,
        draft: Draft,
        today: date,
        read_only: bool = False,  # noqa: FBT001, FBT002
        *,
        unsaved: bool = False,
    ) -> None:
        """Open a complete draft.

        Args:
            draft: as it was loaded or made.
            today: the day that checks on deadlines go by.
            read_only: whether edits are without effect, because the draft is open elsewhere.
            unsaved: whether the draft's file does not hold it yet, as after taking an earlier version.
        """
        self.report, self.today = draft.report, today
        self.read_only = read_only
        self.revision = 0
        self._draft = draft
        self._saved_report = None if unsaved else draft.report
        self._undo = UndoStack()
        self._results = CheckResults(self.report, Context(today))
        self.findings = self._results.open(self.report)

    @property
    def draft(self) -> Draft:
        """The draft as it would be saved now."""
        return replace(self._draft, report=self.report)

    @property
    def unsaved(self) -> bool:
        """Whether the present value is another than the one saved last."""
        return self.report is not self._saved_report

    @property
    def can_undo(self) -> bool:
        """Whether an edit can be taken back."""
        return self._undo.can_undo and not self.read_only

    @property
    def can_redo(self) -> bool:
        """Whether an edit can be made again."""
        return self._undo.can_redo and not self.read_only

    def saved(self, draft: Draft) -> None:
        """Take note of what was written: its report, identity and time; edits made meanwhile stay unsaved."""
        self._draft = draft
        self._saved_report = draft.report

    def recheck(self) -> Change:
        """Run every check on the present value; edits run only those on the tables, so that typing never waits."""
        self._results.run(self.report, CHECKS.values())
        return Change(findings=self._find())

    def check(self, entry: Check) -> None:
        """Run one check on the present value, as a slice of `recheck`; `tell_findings` ends them."""
        self._results.run(self.report, [entry])

    def tell_findings(self) -> Change:
        """Bring the findings up to what the checks found that have run."""
        return Change(findings=self._find())

    def state(self, section: str) -> State:
        """How far one part of the wizard is, by the findings as they were checked last."""
        return progress.state(self.report, self.findings, section)

    # Any edit

    def accept(self, report: Report, place: Place) -> Change:
        """Take an imported report in the place of the present one, with all that it keeps of its source, as one undo.

        Args:
            report: the whole of it.
            place: where it is shown.
        """
        return self._edit(report, place)

    def apply(self, edit: Callable[[Report], Report], place: Place) -> Change:
        """Make any other edit as one undo, such as the fix of a finding.

        Args:
            edit: makes the next report from the present one.
            place: where it is shown.
        """
        return self._edit(edit(self.report), place)

    def undo(self) -> Change | None:
        """Take the last step back; None when there is none."""
        step = self._undo.undo() if self.can_undo else None
        return self._become(step.before, step.place) if step else None

    def redo(self) -> Change | None:
        """Make the step again that was taken back last; None when there is none."""
        step = self._undo.redo() if self.can_redo else None
        return self._become(step.after, step.place) if step else None

    def take_back(self) -> Change | None:
        """Withdraw the step that is being made, leaving nothing to undo or redo of it; None when there is none."""
        step = None if self.read_only else self._undo.take_back()
        return self._become(step.before, step.place) if step else None

    def forget_history(self, words: str = "") -> Change:
        """Drop every step that could be undone, and the dismissals that quote some words taken out of the report."""
        quoting = [entry for entry in self.report.dismissed if words and words in (entry.quote or "")]
        kept = tuple(entry for entry in self.report.dismissed if entry not in quoting)
        change = self._edit(replace(self.report, dismissed=kept), Place("finish"))
        if not self.read_only:
            self._undo = UndoStack()
        return change

    def _edit(self, after: Report, place: Place, now: float | None = None) -> Change:
        after = evidence.follow(self.report, after)
        if self.read_only or not changed_fields(self.report, after):
            return Change()
        self._undo.push(self.report, after, place, now)
        return self._become(after, place)

    def _become(self, after: Report, place: Place) -> Change:
        before, self.report = self.report, after
        self.revision += 1
        found = change(before, after, place)
        self._results.follow(before, after)
        if found.cells or found.agency or "last_year" in found.texts:
            self._results.run(after, table_checks())
        if "source" in found.texts:
            self._results.run(after, [CHECKS[code] for code in SOURCE_CHECKS])
        return replace(found, findings=self._find())

    def _find(self) -> bool:
        """Bring the open findings up to date; whether they changed."""
        before, self.findings = self.findings, self._results.open(self.report)
        return before != self.findings
