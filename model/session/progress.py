"""How far each part of a report is, and which part a finding belongs to."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from model.checks.about import BlankCells
from model.checks.places import place_of
from model.checks.registry import Finding
from model.form.form import Form
from model.language.outline import paragraphs
from model.report.change import WHOLE
from model.report.report import TEXT_IDS, Report
from model.structs import Struct


def sections(form: Form) -> tuple[str, ...]:
    """The parts of a report on a form in their order, and the whole; `agency` holds the title and the preamble too."""
    return ("agency", *(section.id for section in form.sections), WHOLE)


StateWord = Literal["empty", "working", "problems", "done"]

_ON_AGENCY = ("title", "preamble")


class State(Struct, frozen=True):
    """How far a part is: not begun, in work, with problems, done; and how many findings it has."""

    word: StateWord
    errors: int = 0
    warnings: int = 0
    hints: int = 0


def section_of(finding: Finding) -> str:
    """The part of a report whose state a finding counts for; one about the report as a whole counts for none."""
    section = place_of(finding).section if finding.section else WHOLE
    return "agency" if section in _ON_AGENCY else section


def state(report: Report, found: Iterable[Finding], section: str) -> State:
    """How far one part of a report is.

    A part not begun shows no findings, and blank cells make a table unfinished, not wrong: a new report is not red
    all over. `WHOLE` counts everything.

    Raises:
        KeyError: a report has no such part.
    """
    if section not in sections(report.form):
        raise KeyError(section)
    mine = [finding for finding in found if section in (WHOLE, section_of(finding))]
    if section == WHOLE:
        return _counted("working" if any(finding.severity == "error" for finding in mine) else "done", mine)
    mine = [finding for finding in mine if not _tells_of_nothing(report, finding)]
    if not any(_contents(report, section)):
        return State("empty")
    if any(finding.severity != "hint" for finding in mine):
        return _counted("problems", mine)
    return _counted("done" if all(_contents(report, section)) else "working", mine)


def _tells_of_nothing(report: Report, finding: Finding) -> bool:
    """Whether a finding only says that something is not filled in yet."""
    return isinstance(finding.about, BlankCells) or (
        finding.section in TEXT_IDS and not paragraphs(report.text[finding.section])
    )


def _contents(report: Report, section: str) -> Iterator[bool]:
    """For each thing the part asks for, whether it is there."""
    if section == "agency":
        yield bool(report.agency.name.strip())
        yield bool(report.agency.type)
        yield all(line.strip() for line in (report.agency.address, report.agency.postcode, report.agency.phone))
        yield bool(paragraphs(report.text.preamble))
    elif table := report.form.section(section).table:
        yield from (cell.id in report.numbers for cell in report.form.table(table).number_cells if not cell.computed)
    else:
        yield bool(paragraphs(report.text[section]))


def _counted(word: StateWord, found: Iterable[Finding]) -> State:
    severities = [finding.severity for finding in found]
    return State(word, *(severities.count(severity) for severity in ("error", "warning", "hint")))


def states(report: Report, today: date) -> dict[str, State]:
    """How far each part of a report is on a day, by the part's id; runs every check."""
    from model.checks import Context, findings

    found = findings(report, Context(today))
    return {section: state(report, found, section) for section in sections(report.form)}
