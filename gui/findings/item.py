"""One finding in the list, or several of one cause: gravity, place and sentence, and what can be done about it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Card, Column, Row
from gui.controls.plain import set_tip
from gui.controls.text import SEVERITY_COLOURS, Text, severity_sign
from gui.findings.balance_words import Equation
from gui.findings.entry import Action, ActionName, Entry
from gui.findings.places import FindingPlaces
from gui.services.words import shortened
from model.checks import SEVERITIES, Finding

_LONGEST = 15
"""The longest words of a button that are shown whole, in characters: more and its frame would not fit into the list."""


class FindingRequests(QObject):
    """What the clerk asks for in the list of findings."""

    go = Signal(object)
    """The `Finding` to be shown."""
    dismiss = Signal(object)
    """The findings to be answered with a reason, as `fix` and `confirm` give those to be cured and confirmed."""
    fix = Signal(object)
    confirm = Signal(object)
    fill_zero = Signal()
    carry_out = Signal(str)
    """The column whose remainder is still in work."""


class FindingItem(Card):
    """A finding; the one at hand is a card with a coloured edge, the others are plain text."""

    def __init__(self, entry: Entry, requests: FindingRequests, parent: QWidget | None = None) -> None:
        """Take the finding, and where to ask for what is pressed."""
        super().__init__("", "", 8, parent)
        self.entry, self._requests = entry, requests
        self._at_hand: tuple[bool, int] | None = None
        self.setObjectName(f"finding_{self.finding.check}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._place, self._sentence = Text("", 13, color="text2", wrap=True), Text("", wrap=True)
        self._equation = _EquationBox() if entry.equation else None
        self._broken = [Text("", 14, color="text2", wrap=True) for _ in entry.broken]
        self._places = self._listed()
        self._above, self._below = Row(None, 0, 0), Row(None, 0, 16)
        self._buttons: dict[ActionName, Button] = {}
        self._placed: list[tuple[Button, bool]] = []
        self._main: Button | None = None
        self._lay_out()
        self.show_entry(entry)

    @property
    def finding(self) -> Finding:
        """The first of its findings."""
        return self.entry.finding

    def show_entry(self, entry: Entry) -> None:
        """Be about findings that look the same, such as those an edit before them has moved, or have the same cause."""
        self.entry = entry
        spoken = f"{SEVERITIES[self.finding.severity]}，{entry.place}，{entry.sentence}"
        if spoken != self.accessibleName():
            self.setAccessibleName(spoken)
        self._place.setText(entry.place)
        self._sentence.setText(entry.sentence)
        if self._equation is not None and entry.equation is not None:
            self._equation.show_equation(entry.equation)
        for line, words in zip(self._broken, entry.broken, strict=True):
            line.setText(words)
        if self._places is not None:
            self._places.show_words(entry.places)
        self._show_actions(entry.actions)

    def set_at_hand(self, finding: Finding | None) -> None:
        """Show it as the card at hand, with the one of its places that is looked at; or as plain text."""
        known, at_hand = self.entry.group.findings, finding is not None
        shown = at_hand, known.index(finding) if finding in known else -1
        if shown == self._at_hand:
            return
        self._at_hand = shown
        edge = f"{SEVERITY_COLOURS[self.finding.severity]}_edge"
        self.set_colours("surface" if at_hand else "", edge if at_hand else "")
        if self._main is not None:
            self._main.set_kind("secondary" if at_hand else "link")
        if self._places is not None:
            self._places.set_current(shown[1])

    def take_focus(self) -> None:
        """Take the keyboard, on its cure or what else can be done first."""
        self.show()
        if button := self._main or self.findChild(Button):
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click anywhere on it goes to the place."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._ask("go")

    def _lay_out(self) -> None:
        severity = self.finding.severity
        head = Row(None, 0, 6)
        head.put(severity_sign(severity, 18))
        head.put(Text(SEVERITIES[severity], 13, bold=True, color=SEVERITY_COLOURS[severity]))
        head.put(self._place, stretch=1)
        middle = (self._equation, *self._broken, self._places)
        column = Column(self, (12, 10, 12, 8), 6)
        column.put(head, self._sentence, *(part for part in middle if part is not None), self._above, self._below)

    def _listed(self) -> FindingPlaces | None:
        if not self.entry.places:
            return None
        places = FindingPlaces(self.entry.group.findings, self.entry.places)
        places.go.connect(lambda index: self._requests.go.emit(self.entry.group.findings[index]))
        return places

    def _show_actions(self, actions: Sequence[Action]) -> None:
        """Have a button for each action, cures that are long above the others; buttons there are stay."""
        buttons = [self._button(action) for action in actions]
        places = list(zip(buttons, (action.above for action in actions), strict=True))
        if places == self._placed:
            return
        for button in (*self._above.taken(), *self._below.taken()):
            button.setVisible(button in buttons)
        for button, above in places:
            (self._above if above else self._below).put(button)
            button.show()
        self._above.addStretch(1)
        self._below.addStretch(1)
        cures = [button for button, action in zip(buttons, actions, strict=True) if action.is_cure]
        self._placed, self._main, self._at_hand = places, cures[-1] if cures else None, None

    def _button(self, action: Action) -> Button:
        button = self._buttons.get(action.name)
        if button is None:
            button = Button("", "link", name=f"{action.name}_{self.finding.check}", height=32)
            button.clicked.connect(lambda _checked: self._ask(action.name))
            self._buttons[action.name] = button
        _show_words(button, action.words)
        return button

    def _ask(self, name: ActionName) -> None:
        requests, findings, remainder = self._requests, self.entry.group.findings, self.entry.remainder
        match name:
            case "go":
                requests.go.emit(self.finding)
            case "dismiss":
                requests.dismiss.emit(findings)
            case "fix":
                requests.fix.emit(findings)
            case "confirm":
                requests.confirm.emit(findings)
            case "fill_zero":
                requests.fill_zero.emit()
            case "carry_out" if remainder is not None:
                requests.carry_out.emit(remainder.column)


def _show_words(button: Button, words: str) -> None:
    shown = shortened(words, _LONGEST)
    button.set_words(shown)
    if words != button.accessibleName():
        button.setAccessibleName(words)
    set_tip(button, words if shown != words else "")


class _EquationBox(Card):
    """Both sides of a column that is out of balance."""

    def __init__(self) -> None:
        super().__init__("error_tint", "", 6)
        column = Column(self, (10, 6, 10, 6), 2)
        self._sides = [
            (Text("", 14, color="text2", wrap=True), Text("", 15, bold=True, color=color))
            for color in ("text", "error")
        ]
        for words, total in self._sides:
            row = Row(None, 0, 8)
            row.put(words, stretch=1)
            row.put(total)
            column.put(row)

    def show_equation(self, found: Equation) -> None:
        """Show both sides."""
        said = (found.left, found.left_total), (found.right, found.right_total)
        for (words, total), (terms, value) in zip(self._sides, said, strict=True):
            words.setText(terms)
            total.setText(f"＝ {value}")
