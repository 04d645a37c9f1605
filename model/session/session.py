"""The open report: every edit, undo and redo, its findings, how far each part is, and what is not saved yet.

The whole flow of the wizard without a window. A session is made from a complete draft or not at all. Edits are pure
functions (see `model.session.edits` and `model.session.answers`); the session alone holds what changes.
"""

from collections.abc import Iterable
from datetime import date

from model.checks import Check, Context, Finding
from model.checks.dismissal import bound, dismissed_by
from model.checks.parts import changed_parts
from model.drafts.draft import Draft
from model.drafts.exported import Exported, remembered
from model.report import evidence
from model.report.change import WHOLE, Change, Place, change, changed_fields
from model.report.report import Report
from model.session import answers, progress
from model.session.edits import Edit
from model.session.progress import State
from model.session.results import CheckResults
from model.session.undo import UndoStack
from model.structs import replace


class Session:
    """One open draft and all that can be done to it."""

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
        self.exports = self._saved_exports = draft.exports
        self._undo = UndoStack()
        self._results = CheckResults(self.report, Context(today))
        self.report = bound(self.report, self._results.every())
        self._saved_report = None if unsaved else self.report
        self.findings = self._results.open(self.report)

    @property
    def draft(self) -> Draft:
        """The draft as it would be saved now."""
        return replace(self._draft, report=self.report, exports=self.exports)

    @property
    def unsaved(self) -> bool:
        """Whether the present value is another than the one saved last, or an export has not been noted in the file."""
        return self.report is not self._saved_report or self.exports is not self._saved_exports

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
        self._saved_report, self._saved_exports = draft.report, draft.exports

    def note_export(self, new: Exported) -> None:
        """Remember an export; no edit, so that undoing goes past it."""
        if not self.read_only:
            self.exports = remembered(self.exports, new)

    # Findings

    def recheck(self) -> Change:
        """Run every check that waits; edits run only those that read no prose, so that typing never waits."""
        self._results.run(self.report, self._results.stale)
        return Change(findings=self._find())

    @property
    def stale_checks(self) -> tuple[Check, ...]:
        """The checks that have not run since something they read has changed."""
        return self._results.stale

    def check(self, entry: Check) -> None:
        """Run one check on the present value, as a slice of `recheck`; `tell_findings` ends them."""
        self._results.run(self.report, [entry])

    def tell_findings(self) -> Change:
        """Bring the findings up to what the checks found that have run."""
        return Change(findings=self._find())

    def state(self, section: str) -> State:
        """How far one part of the wizard is, by the findings as they were checked last."""
        return progress.state(self.report, self.findings, section)

    def answered(self) -> dict[int, Finding]:
        """What each dismissal that still holds answers: by its number in the report, from 0."""
        found: dict[int, Finding] = {}
        for finding in self._results.every():
            if (number := dismissed_by(self.report, finding)) is not None:
                found.setdefault(number, finding)
        return found

    # Edits

    def do(self, edit: Edit, *, now: float | None = None) -> Change:
        """Make an edit.

        Args:
            edit: from `model.session.edits` or `model.session.answers`.
            now: a clock in seconds that only goes forward: edits at one place within the typing pause are one undo
                step; None for an edit that is always a step of its own.

        Raises:
            CellError: a draft could not hold the result.
            ValueError: a finding cannot be dismissed so.
        """
        return self._edit(edit.make(self.report), edit.place_in(self.report), now)

    def cure(self, findings: Iterable[Finding]) -> Change:
        """Make the certain cures of some findings; they are not found any more until their checks find them again.

        Raises:
            CellError: a number or a text cannot be stored; nothing is changed then.
        """
        curable = [finding for finding in findings if finding.fix is not None]
        if not curable or self.read_only:
            return Change()
        edit = answers.cured(curable)
        after, place = edit.make(self.report), edit.place_in(self.report)
        self._results.drop(curable)
        return self._edit(after, place)

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
        quoting = [
            entry
            for entry in self.report.dismissed
            if words and words in f"{entry.quote or ''}\n{entry.sentence or ''}"
        ]
        kept = tuple(entry for entry in self.report.dismissed if entry not in quoting)
        found = self._edit(replace(self.report, dismissed=kept), Place(WHOLE), None)
        if not self.read_only:
            self._undo = UndoStack()
        return found

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
        self._results.follow(before, after, changed_parts(found))
        return replace(found, findings=self._find())

    def _find(self) -> bool:
        """Bring the open findings up to date; whether they changed."""
        before, self.findings = self.findings, self._results.open(self.report)
        return before != self.findings
