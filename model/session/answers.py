"""What is done about findings, as edits: answered with a reason, cured, confirmed."""

from collections.abc import Iterable

from model.checks import Finding, dismiss, is_dismissed
from model.checks.fix import fixed, together
from model.checks.places import place_of
from model.report import evidence
from model.report.change import WHOLE, Place
from model.report.report import Dismissal, Report
from model.session.edits import Edit, table_of
from model.session.progress import sections
from model.session.storable import storable_text
from model.structs import replace


def dismissed(findings: Iterable[Finding], reason: str) -> Edit:
    """Answer warnings or hints with one reason; each comes back when its figures or words change.

    Raises once made:
        ValueError: an error cannot be dismissed, and a reason must say something; nothing is changed then.
    """
    answered, words = tuple(findings), storable_text(reason)

    def make(report: Report) -> Report:
        for finding in answered:
            report = report if is_dismissed(report, finding) else dismiss(report, finding, words)
        return report

    return Edit(make, place_of(answered[-1]) if answered else Place(WHOLE))


def restored(dismissal: Dismissal) -> Edit:
    """Take a dismissal back."""
    return Edit(
        lambda report: replace(report, dismissed=tuple(entry for entry in report.dismissed if entry != dismissal)),
        Place(WHOLE),
    )


def cured(findings: Iterable[Finding]) -> Edit:
    """Make the certain cures of several findings as one step; those without one are left as they are.

    A cure that would touch what another one touches already is left for the next time.

    Raises once made:
        CellError: a number or a text cannot be stored; nothing is changed then.
    """
    curable = [(finding, finding.fix) for finding in findings if finding.fix is not None]
    whole = together(fix for _, fix in curable)
    place = place_of(curable[0][0]) if curable else Place(WHOLE)
    return Edit(lambda report: fixed(report, whole) if curable else report, place)


def confirmed(place: str, printed: str | None = None) -> Edit:
    """Take what the source printed at a place as it was taken, which ends its evidence.

    Args:
        place: of the evidence.
        printed: only what printed these words, where a place has several.
    """
    return Edit(lambda report: evidence.without(report, [place], printed), lambda report: _place(report, place))


def confirmed_finding(finding: Finding) -> Edit:
    """Take all that a finding about the source rests on as it was taken; see `confirmed`."""

    def make(report: Report) -> Report:
        for place, printed in finding.evidence:
            report = evidence.without(report, [place], printed)
        return report

    return Edit(make, place_of(finding))


def _place(report: Report, of_evidence: str) -> Place:
    """Where a place of evidence leads."""
    if of_evidence in report.form.cells:
        return Place(table_of(of_evidence), of_evidence)
    section = of_evidence.partition(".")[2]
    return Place(section if section in (*sections(report.form), "title", "preamble") else WHOLE)
