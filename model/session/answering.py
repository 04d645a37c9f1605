"""What is done about the findings of an open report: answered with a reason, cured, confirmed."""

from collections.abc import Iterable
from dataclasses import replace

from model.checks import Finding, dismiss, is_dismissed
from model.checks.fix import fixed, together
from model.checks.registry import dismissed_by
from model.checks.rules.source import rests_on
from model.form.form import Form
from model.report import evidence
from model.report.change import Change, Place
from model.report.report import Dismissal
from model.session.editing import Editing
from model.session.progress import place_of, sections
from model.session.storable import storable_text

_ONE_OF_SEVERAL = ("S-04", "Y-05")
"""The checks whose evidence may be several pieces at one place, each with a finding of its own."""


class Answering(Editing):
    """An open draft whose findings can be answered."""

    def dismiss(self, finding: Finding, reason: str) -> Change:
        """Answer a warning or a hint with a reason; it comes back when its figures or words change.

        Raises:
            ValueError: an error cannot be dismissed, and a reason must say something.
        """
        return self.dismiss_all([finding], reason)

    def dismiss_all(self, findings: Iterable[Finding], reason: str) -> Change:
        """Answer several warnings or hints with one reason, as one undo.

        Raises:
            ValueError: as `dismiss`; nothing is changed then.
        """
        report, place, words = self.report, Place("finish"), storable_text(reason)
        for finding in findings:
            place = place_of(finding)
            report = report if is_dismissed(report, finding) else dismiss(report, finding, words)
        return self._edit(report, place)

    def restore(self, dismissal: Dismissal) -> Change:
        """Take a dismissal back."""
        kept = tuple(entry for entry in self.report.dismissed if entry != dismissal)
        return self._edit(replace(self.report, dismissed=kept), Place("finish"))

    def answered(self) -> dict[int, Finding]:
        """What each dismissal that still holds answers: by its number in the report, from 0."""
        found: dict[int, Finding] = {}
        for finding in self._results.every():
            if (number := dismissed_by(self.report, finding)) is not None:
                found.setdefault(number, finding)
        return found

    def fix(self, finding: Finding) -> Change:
        """Make the certain cure of a finding as one undo; nothing for a finding that has none.

        Raises:
            CellError: a number or a text cannot be stored.
        """
        return self.fix_all([finding])

    def fix_all(self, findings: Iterable[Finding]) -> Change:
        """Make the certain cures of several findings as one undo; those without one are left as they are.

        A cure that would touch what another one touches already is left for its own turn.

        Raises:
            CellError: a number or a text cannot be stored; nothing is changed then.
        """
        curable = [(finding, finding.fix) for finding in findings if finding.fix is not None]
        if not curable or self.read_only:
            return Change()
        after = fixed(self.report, together(fix for _, fix in curable))
        self._results.drop(finding for finding, _ in curable)
        return self._edit(after, place_of(curable[0][0]))

    def confirm(self, place: str, printed: str | None = None) -> Change:
        """Take what the source printed at a place as it was taken, which ends its evidence.

        Args:
            place: of the evidence; for a finding see `model.checks.rules.source.rests_on`.
            printed: only what printed these words, where a place has several.
        """
        return self._edit(evidence.without(self.report, [place], printed), _place(place, self.report.form))

    def confirm_finding(self, finding: Finding) -> Change:
        """Take all that a finding about the source rests on as it was taken, as one undo; see `confirm`."""
        places = rests_on(self.report, finding)
        printed = finding.quote if finding.check in _ONE_OF_SEVERAL else None
        return self._edit(evidence.without(self.report, places, printed), place_of(finding)) if places else Change()


def _place(of_evidence: str, form: Form) -> Place:
    """Where a place of evidence leads."""
    if of_evidence in form.cells:
        return Place(of_evidence.partition(".")[0], of_evidence)
    section = of_evidence.partition(".")[2]
    return Place(section if section in (*sections(form), "title", "preamble") else "finish")
