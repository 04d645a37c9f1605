"""One finding in the list: its gravity, place and sentence, and what can be done about it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.widgets.balance_words import Equation, equation
from gui.widgets.buttons import Button
from gui.widgets.layouts import Card, Column, Row
from gui.widgets.text import SEVERITY_COLOURS, Text, severity_sign
from gui.words import BLANKS, place_words
from model.checks import SEVERITIES, Finding
from model.session import Remainder, Session

UNBALANCED = "T3-01"
"""The check that finds the columns out of balance."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding, and for a column out of balance its equation and what is left of it."""

    finding: Finding
    equation: Equation | None = None
    remainder: Remainder | None = None


def entry_of(finding: Finding, session: Session) -> Entry:
    """A finding with what is to be shown with it."""
    if finding.check != UNBALANCED:
        return Entry(finding)
    column = finding.cells[0].rpartition(".")[2]
    return Entry(finding, equation(session.report, column, full=True), session.remainder(column))


class FindingItem(Card):
    """A finding; the one at hand is a card with a coloured edge, the others are plain text."""

    go = Signal(object)
    dismiss = Signal(object)
    fill_zero = Signal()
    carry_out = Signal(str)

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        """Take the finding."""
        super().__init__("", "", 8, parent)
        self.entry, self.finding = entry, entry.finding
        self.setObjectName(f"finding_{self.finding.check}")
        self.setAccessibleName(f"{SEVERITIES[self.finding.severity]}，{place_words(self.finding)}，{self._sentence()}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._main: Button | None = None
        self._actions = Row(None, 0, 16)
        column = Column(self, (12, 10, 12, 8), 6)
        column.put(self._head(), Text(self._sentence(), wrap=True))
        if entry.equation is not None:
            column.put(_equation_box(entry.equation))
        column.put(self._actions)
        self._add_actions()
        self._actions.addStretch(1)

    def set_at_hand(self, *, at_hand: bool) -> None:
        """Show it as the card at hand, or as plain text."""
        edge = f"{SEVERITY_COLOURS[self.finding.severity]}_edge"
        self.set_colours("surface" if at_hand else "", edge if at_hand else "")
        if self._main is not None:
            self._main.set_kind("secondary" if at_hand else "link")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click anywhere on it goes to the place."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.go.emit(self.finding)

    def _head(self) -> Row:
        severity = self.finding.severity
        row = Row(None, 0, 6)
        row.put(severity_sign(severity, 18))
        row.put(Text(SEVERITIES[severity], 13, bold=True, color=SEVERITY_COLOURS[severity]))
        row.put(Text(place_words(self.finding), 13, color="text2", wrap=True), stretch=1)
        return row

    def _sentence(self) -> str:
        found = self.entry.equation
        if found is None:
            return self.finding.message
        asked = self.entry.remainder.question if self.entry.remainder else ""
        return f"“{found.name}”一列不平。{asked}"

    def _add_actions(self) -> None:
        remainder = self.entry.remainder
        if self.finding.check == BLANKS:
            self._add("空格全部填 0", "fill_zero", self.fill_zero.emit, main=True)
        if remainder is not None and remainder.difference > 0 and remainder.carried_out is not None:
            column = remainder.column
            self._add(remainder.answer, "carry_out", lambda: self.carry_out.emit(column), main=True)
        self._add("去看", "go", lambda: self.go.emit(self.finding))
        if self.finding.severity != "error":
            self._add("不改，说明理由", "dismiss", lambda: self.dismiss.emit(self.finding))

    def _add(self, words: str, name: str, act: Callable[[], None], *, main: bool = False) -> None:
        button = Button(words, "link", name=f"{name}_{self.finding.check}", height=32)
        button.clicked.connect(lambda _checked: act())
        self._actions.put(button)
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
