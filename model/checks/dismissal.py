"""A warning or a hint answered with a reason: what the answer is about, and when the finding comes back.

An answer holds for its check, its section, and what the finding was about there: the sentence around the words it
read, or, for a finding on a whole text or note, what that text says, and the figures of its cells. When any of these is
another, the finding is open again. Drafts of 0.1 hold answers without section and sentence; see `bound`.
"""

import hashlib
from collections.abc import Iterable, Mapping

from model.checks.registry import Finding
from model.form.form import Value
from model.language.sentences import around
from model.report.report import TEXT_IDS, Dismissal, Report
from model.structs import replace

_TEXTS = ("title", *TEXT_IDS)


def is_dismissed(report: Report, finding: Finding) -> bool:
    """Whether the clerk has given a reason for just this."""
    return dismissed_by(report, finding) is not None


def dismissed_by(report: Report, finding: Finding) -> int | None:
    """The number of the dismissal that answers a finding, from 0; None when it is open."""
    if finding.severity == "error":
        return None
    mine = [number for number, entry in enumerate(report.dismissed) if entry.check == finding.check]
    if not mine:
        return None
    about = _about(report, finding)
    return next((number for number in mine if _key(report.dismissed[number]) == _key(about)), None)


def dismiss(report: Report, finding: Finding, reason: str) -> Report:
    """The report with a warning or hint answered by a reason.

    Raises:
        ValueError: an error cannot be dismissed, and a reason must say something.
    """
    if finding.severity == "error":
        raise ValueError("错误不能忽略，请改正")
    if not reason.strip():
        raise ValueError("请写明忽略的理由")
    entry = replace(_about(report, finding), reason=reason.strip())
    return replace(report, dismissed=(*report.dismissed, entry))


def bound(report: Report, found: Iterable[Finding]) -> Report:
    """The report with the answers of an older draft, which say no section, put to what they can only be about.

    Such an answer knows cells and words. It is put to the one finding with just these; words alone must also stand in
    the report only once. Where that leaves a doubt the answer stays as it is, and answers nothing.

    Args:
        report: as it was read.
        found: all findings on it, dismissed or not.
    """
    if all(entry.section is not None for entry in report.dismissed):
        return report
    every = tuple(found)
    return replace(report, dismissed=tuple(_bound(report, entry, every) for entry in report.dismissed))


def _bound(report: Report, entry: Dismissal, every: tuple[Finding, ...]) -> Dismissal:
    if entry.section is not None or not (entry.cells or entry.quote):
        return entry
    alike = [
        finding
        for finding in every
        if (finding.check, _values(report, finding), finding.quote) == (entry.check, entry.cells, entry.quote)
    ]
    if len(alike) != 1 or (not entry.cells and _times_printed(report, entry.quote or "") != 1):
        return entry
    about = _about(report, alike[0])
    return replace(entry, section=about.section, sentence=about.sentence, digest=about.digest)


def _times_printed(report: Report, words: str) -> int:
    """How often some words stand in the title, the texts and the notes."""
    printed = (*(report.words(section) for section in _TEXTS), *report.notes.values())
    return sum(text.count(words) for text in printed)


def _about(report: Report, finding: Finding) -> Dismissal:
    """What an answer to a finding is about, with no reason yet."""
    words, span = _words(report, finding.section), finding.span
    sentence = None if span is None else words[slice(*around(words, span, "sentence"))].strip()
    about_cells = bool(finding.cells) and finding.section not in _TEXTS
    whole = words if span is None and not about_cells else ""
    return Dismissal(
        finding.check,
        _values(report, finding),
        finding.quote,
        "",
        section=finding.section or "",
        sentence=sentence,
        digest=_digest(whole, finding.state),
    )


def _key(entry: Dismissal) -> tuple[object, ...]:
    return entry.check, entry.section, entry.sentence, entry.digest, entry.cells, entry.quote


def _values(report: Report, finding: Finding) -> Mapping[str, Value | None]:
    return {cell_id: report.value(cell_id) for cell_id in finding.cells}


def _words(report: Report, section: str | None) -> str:
    """The words of a section: the title, a text, or the note under a table."""
    if section is not None and section in _TEXTS:
        return report.words(section)
    return report.notes.get(section or "", "")


def _digest(words: str, state: str) -> str | None:
    """What tells one text, or one state of things, from another; None where there is neither."""
    return hashlib.sha256(f"{words}\0{state}".encode()).hexdigest()[:32] if words or state else None
