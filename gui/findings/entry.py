"""A finding of the list, or several of one cause, with all that is shown of it and can be done about it."""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from gui.findings.balance_words import Equation, equation
from gui.services.words import cure_words, place_words
from model.checks import Finding
from model.checks.about import BlankCells, Unbalanced
from model.checks.groups import Group, broken_by, in_context, suspect_of
from model.form.form import Form
from model.report.remainder import Remainder, remainder
from model.session.session import Session
from model.structs import Struct

_BESIDE = 7
"""The longest words of a cure with other buttons beside it, in characters: with its frame they fit into the list."""

ActionName = Literal["go", "dismiss", "fix", "confirm", "fill_zero", "carry_out"]


class Action(Struct, frozen=True):
    """One thing that can be done about a finding, and the words for it; a cure comes before the others."""

    name: ActionName
    words: str
    is_cure: bool = False

    @property
    def above(self) -> bool:
        """Whether it has a row for itself."""
        return self.is_cure and len(self.words) > _BESIDE


class Entry(Struct, frozen=True, dict=True):
    """A finding or several, and what is shown with them.

    Attributes:
        group: the findings.
        form: the form of the report they are about.
        equation: of a column out of balance; `remainder` is what it lacks.
        remainder: see there.
        suspect: the cell that is most likely wrong, where that is certain; empty elsewhere.
        broken: the sums that it breaks, a line each.
        on_evidence: whether the findings are about what the source printed, which can be confirmed.
        places: of several findings, the words each is about.
        read_only: whether nothing can be done about them, because the draft is open elsewhere.
    """

    group: Group
    form: Form
    equation: Equation | None = None
    remainder: Remainder | None = None
    suspect: str = ""
    broken: tuple[str, ...] = ()
    on_evidence: bool = False
    places: tuple[str, ...] = ()
    read_only: bool = False

    @property
    def finding(self) -> Finding:
        """The first of the findings."""
        return self.group.first

    @property
    def sentence(self) -> str:
        """What is wrong."""
        if self.equation is not None:
            asked = self.remainder.question if self.remainder else ""
            return f"“{self.equation.name}”一列不平。{asked}"
        return f"“{self.form.name(self.suspect)}”这一格最可能有误。" if self.suspect else self.group.sentence

    @cached_property
    def looks(self) -> object:
        """All that is seen of it: an entry that looks the same is shown by the same item."""
        messages = tuple(finding.message for finding in self.group.findings if self.places)
        extra = self.equation, self.suspect, self.broken, self.actions
        return self.finding.check, self.place, self.sentence, messages, extra

    @property
    def cause(self) -> object:
        """What stays while its words change: the item of one that has the same is shown anew, and not made anew."""
        if self.places:
            return self.looks
        first = self.finding
        return first.check, first.section, first.cells, first.quote, bool(self.equation), len(self.broken)

    @cached_property
    def place(self) -> str:
        """Where it is."""
        return place_words(self.finding, self.form)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """What can be done about it, the cures first."""
        cures = () if self.read_only else tuple(self._cures())
        dismissible = self.finding.severity != "error" and not self.on_evidence
        go = (Action("go", "去看"),) if not cures or not dismissible else ()
        dismiss = (Action("dismiss", "不改，说明理由"),) if dismissible and not self.read_only else ()
        return (*cures, *go, *dismiss)

    def _cures(self) -> Iterator[Action]:
        remainder = self.remainder
        if isinstance(self.finding.about, BlankCells):
            yield Action("fill_zero", "空格全部填 0", is_cure=True)
        if remainder is not None and remainder.difference > 0 and remainder.carried_out is not None:
            yield Action("carry_out", remainder.answer, is_cure=True)
        if self.group.is_fixable:
            yield Action("fix", cure_words(self.group), is_cure=True)
        elif self.on_evidence:
            yield Action("confirm", "已核对", is_cure=True)


def entry_of(group: Group, session: Session) -> Entry:
    """Findings with what is to be shown with them."""
    finding, report, read_only = group.first, session.report, session.read_only
    if isinstance(finding.about, Unbalanced):
        column = finding.about.column
        off = equation(report, column, full=True)
        return Entry(group, report.form, off, remainder(report, column), read_only=read_only)
    on_evidence = bool(finding.evidence)
    if wrong := suspect_of(finding):
        broken = broken_by(report, wrong)
        return Entry(
            group,
            report.form,
            suspect=wrong.suspect or "",
            broken=broken,
            on_evidence=on_evidence,
            read_only=read_only,
        )
    several = len(group.findings) > 1
    places = tuple(in_context(report, one) for one in group.findings) if several else ()
    return Entry(group, report.form, on_evidence=on_evidence, places=places, read_only=read_only)
