"""One finding in the list, or several of one cause: gravity, place and sentence, and what can be done about it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Card, Column, Row
from gui.controls.plain import set_tip
from gui.controls.text import SEVERITY_COLOURS, Text, severity_sign
from gui.findings.balance_words import Equation, equation
from gui.findings.places import FindingPlaces
from gui.services.words import cure_words, place_words, shortened
from model.checks import SEVERITIES, Finding
from model.checks.about import BlankCells, Unbalanced
from model.checks.groups import Group, broken_by, in_context, suspect_of
from model.form.form import Form
from model.report.remainder import Remainder, remainder
from model.session.session import Session

_BESIDE, _LONGEST = 8, 17
"""The longest words of a cure that has other buttons beside it, and the longest shown at all, in characters."""


@dataclass(frozen=True, slots=True)
class Entry:
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

    @property
    def looks(self) -> object:
        """All that is seen of it: an entry that looks the same is shown by the same item."""
        messages = tuple(finding.message for finding in self.group.findings)
        cure = self.finding.fix and self.finding.fix.label
        extra = self.equation, self.remainder, self.suspect, self.broken, self.on_evidence, self.read_only
        fixable = self.group.is_fixable
        return self.finding.check, place_words(self.finding, self.form), messages, cure, fixable, extra


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


class FindingItem(Card):
    """A finding; the one at hand is a card with a coloured edge, the others are plain text."""

    go = Signal(object)
    """The `Finding` to be shown."""
    dismiss = Signal(object)
    """The findings to be answered with a reason, as `fix` and `confirm` give those to be cured and confirmed."""
    fix = Signal(object)
    confirm = Signal(object)
    fill_zero = Signal()
    carry_out = Signal(str)

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        """Take the finding."""
        super().__init__("", "", 8, parent)
        self.entry = entry
        self.setObjectName(f"finding_{self.finding.check}")
        self.setAccessibleName(
            f"{SEVERITIES[self.finding.severity]}，{place_words(self.finding, entry.form)}，{entry.sentence}"
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._main: Button | None = None
        self._above, self._actions = Row(None, 0, 0), Row(None, 0, 16)
        self._column = Column(self, (12, 10, 12, 8), 6)
        self._column.put(self._head(), Text(entry.sentence, wrap=True))
        if entry.equation is not None:
            self._column.put(_equation_box(entry.equation))
        for line in entry.broken:
            self._column.put(Text(line, 14, color="text2", wrap=True))
        self._places = self._listed()
        self._column.put(self._above, self._actions)
        self._add_actions()
        self._above.addStretch(1)
        self._actions.addStretch(1)

    @property
    def finding(self) -> Finding:
        """The first of its findings."""
        return self.entry.finding

    def show_entry(self, entry: Entry) -> None:
        """Be about findings that look the same, such as those an edit before them has moved."""
        self.entry = entry
        if self._places is not None:
            self._places.show_words(entry.places)

    def set_at_hand(self, finding: Finding | None) -> None:
        """Show it as the card at hand, with the one of its places that is looked at; or as plain text."""
        edge = f"{SEVERITY_COLOURS[self.finding.severity]}_edge"
        at_hand = finding is not None
        self.set_colours("surface" if at_hand else "", edge if at_hand else "")
        if self._main is not None:
            self._main.set_kind("secondary" if at_hand else "link")
        if self._places is not None:
            known = self.entry.group.findings
            self._places.set_current(known.index(finding) if finding in known else -1)

    def take_focus(self) -> None:
        """Take the keyboard, on its cure or what else can be done first."""
        self.show()
        if button := self._main or self.findChild(Button):
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click anywhere on it goes to the place."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.go.emit(self.finding)

    def _head(self) -> Row:
        severity = self.finding.severity
        row = Row(None, 0, 6)
        row.put(severity_sign(severity, 18))
        row.put(Text(SEVERITIES[severity], 13, bold=True, color=SEVERITY_COLOURS[severity]))
        row.put(Text(place_words(self.finding, self.entry.form), 13, color="text2", wrap=True), stretch=1)
        return row

    def _listed(self) -> FindingPlaces | None:
        if len(self.entry.group.findings) == 1:
            return None
        places = FindingPlaces(self.entry.group.findings, self.entry.places)
        places.go.connect(lambda index: self.go.emit(self.entry.group.findings[index]))
        self._column.put(places)
        return places

    def _add_actions(self) -> None:
        dismissible = self.finding.severity != "error" and not self.entry.on_evidence
        if not self.entry.read_only:
            self._add_cures()
        if self._main is None or not dismissible:
            self._add("去看", "go", lambda: self.go.emit(self.finding))
        if dismissible and not self.entry.read_only:
            self._add("不改，说明理由", "dismiss", lambda: self.dismiss.emit(self.entry.group.findings))

    def _add_cures(self) -> None:
        remainder = self.entry.remainder
        if isinstance(self.finding.about, BlankCells):
            self._add("空格全部填 0", "fill_zero", self.fill_zero.emit, main=True)
        if remainder is not None and remainder.difference > 0 and remainder.carried_out is not None:
            column = remainder.column
            self._add(remainder.answer, "carry_out", lambda: self.carry_out.emit(column), main=True)
        if self.entry.group.is_fixable:
            self._add(cure_words(self.entry.group), "fix", lambda: self.fix.emit(self.entry.group.findings), main=True)
        elif self.entry.on_evidence:
            self._add("已核对", "confirm", lambda: self.confirm.emit(self.entry.group.findings), main=True)

    def _add(self, words: str, name: str, act: Callable[[], None], *, main: bool = False) -> None:
        button = Button(shortened(words, _LONGEST), "link", name=f"{name}_{self.finding.check}", height=32)
        if button.text() != words:
            button.setAccessibleName(words)
            set_tip(button, words)
        button.clicked.connect(lambda _checked: act())
        (self._above if main and len(words) > _BESIDE else self._actions).put(button)
        if main:
            self._main = button


def _equation_box(found: Equation) -> Card:
    box = Card("error_tint", "", 6)
    column = Column(box, (10, 6, 10, 6), 2)
    for words, total, wrong in ((found.left, found.left_total, False), (found.right, found.right_total, True)):
        row = Row(None, 0, 8)
        row.put(Text(words, 14, color="text2", wrap=True), stretch=1)
        row.put(Text(f"＝ {total}", 15, bold=True, color="error" if wrong else "text"))
        column.put(row)
    return box
