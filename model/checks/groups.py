"""Findings as the clerk meets them: gravest first, in the report's order, those of one cause together.

Together are findings of one check in one part that one decision settles: slips with the same cure, places of one
kind of doubt, printed totals of one row or column. A single wrong cell is one finding already; the sums and the
balance it breaks are told under it.
"""

from collections.abc import Iterable

from model.checks.places import place_of
from model.checks.registry import CHECKS, SEVERITIES, Finding, Severity
from model.form.form import Form
from model.language import sentences
from model.report.change import WHOLE, Place, words_at
from model.report.evidence import evidence
from model.report.printed_totals import WrongTotal
from model.report.report import Report
from model.structs import Struct

_CONTEXT = 14
_TAIL = 4
"""So few characters more are not cut off the end of a sentence."""
_GRAVITY = tuple(SEVERITIES)


class Group(Struct, frozen=True):
    """One finding, or several of one cause, in the order of their places."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding whose place comes first."""
        return self.findings[0]

    @property
    def severity(self) -> Severity:
        """The gravity of all of them."""
        return self.first.severity

    @property
    def section(self) -> str:
        """The part all of them are in (see `Place.section`)."""
        return place_of(self.first).section

    @property
    def is_fixable(self) -> bool:
        """Whether all of them have a certain cure."""
        return all(finding.fix is not None for finding in self.findings)

    @property
    def sentence(self) -> str:
        """What is wrong: the finding's own sentence, or what the places have in common and how many there are."""
        messages = {finding.message for finding in self.findings}
        if len(self.findings) == 1:
            return self.first.message
        common = messages.pop().rstrip("。") if len(messages) == 1 else CHECKS[self.first.check].group
        return f"{common} {len(self.findings)} 处"


def groups(findings: Iterable[Finding], form: Form) -> tuple[Group, ...]:
    """Some findings of a report on a form, put together by cause; gravest first, then in the order of their places."""
    together: dict[object, list[Finding]] = {}
    order = ("agency", "title", "preamble", *(section.id for section in form.sections), WHOLE)
    cells = {cell_id: index for index, cell_id in enumerate(form.cells)}

    def rank(finding: Finding) -> tuple[int, int, int]:
        place = place_of(finding)
        at = finding.span[0] if finding.span else cells.get(place.cell or "", 0)
        return _GRAVITY.index(finding.severity), order.index(place.section), at

    for finding in sorted(findings, key=rank):
        together.setdefault(_cause(finding), []).append(finding)
    return tuple(Group(tuple(found)) for found in together.values())


def _cause(finding: Finding) -> object:
    """What findings have in common that stand together; the finding itself where it stands alone."""
    check, suspect = CHECKS[finding.check], isinstance(finding.about, WrongTotal) and finding.about.suspect
    if not check.group or suspect:
        return finding
    cure = finding.fix and (check.one_cure or finding.fix.label)
    return finding.check, place_of(finding).section, cure


def in_context(report: Report, finding: Finding) -> str:
    """The words or the cell a finding is about, on one line; few words with those around them."""
    if finding.section is None or not finding.quote or finding.span is None:
        return finding.quote or (report.form.name(finding.cells[0]) if finding.cells else "")
    words, (start, end) = words_at(report, Place(finding.section)) or "", finding.span
    first, last = sentences.around(words, finding.span, "sentence")
    spare = max(0, _CONTEXT - len(finding.quote))
    before = words[max(first, start - spare // 2) : start]
    room = end + spare - len(before)
    after = words[end : last if last - room <= _TAIL else room]
    return "".join((*before.splitlines()[-1:], finding.quote, *after.splitlines()[:1])).strip()


def suspect_of(finding: Finding) -> WrongTotal | None:
    """The wrong totals behind a finding, when one typed cell certainly explains all of them; else None."""
    about = finding.about
    return about if isinstance(about, WrongTotal) and about.suspect else None


def broken_by(report: Report, wrong: WrongTotal) -> tuple[str, ...]:
    """The sums that one wrong cell breaks, each in a line: the printed totals, then the balance of its column."""
    printed = {entry.place: entry.printed.strip() for entry in evidence(report)}
    sums = (
        f"{report.form.name(cell_id)}：应为 {report.total(cell_id)}，印的是 {printed.get(cell_id) or '空'}"
        for cell_id in (wrong.total, *wrong.others)
    )
    column = (wrong.suspect or "").rpartition(".")[2]
    off = (balance for balance in report.form.balances if balance.column == column and report.difference(balance))
    balances = (
        f"“{report.form.name(balance.cells[0]).rpartition(' / ')[2]}”一列不平，相差 {abs(report.difference(balance))}"
        for balance in off
    )
    return (*sums, *balances)
