"""The places of findings of one cause: a line each, the first few of many until the others are asked for."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column
from gui.controls.plain import set_tip
from gui.services.words import shortened
from model.checks import Finding

_FEW = 5
"""How many places are shown at once; one more than that is shown as well."""
_LONGEST = 16


class FindingPlaces(QWidget):
    """The places, numbered; pressing one goes there."""

    go = Signal(int)
    """The number of the finding, from 0."""

    def __init__(self, findings: Sequence[Finding], words: Sequence[str], parent: QWidget | None = None) -> None:
        """Show the places of some findings, each by some words."""
        super().__init__(parent)
        self._lines = [_line(*place) for place in zip(range(1, len(words) + 1), findings, words, strict=True)]
        self._more = Button(f"还有 {len(findings) - _FEW} 处", "link", name="more_places", height=26, px=14)
        column = Column(self, (24, 0, 0, 0), 0)
        for number, line in enumerate(self._lines):
            line.clicked.connect(lambda _checked, number=number: self.go.emit(number))
            column.put(line)
            line.setVisible(number < _FEW or len(findings) == _FEW + 1)
        column.put(self._more)
        self._more.setVisible(len(findings) > _FEW + 1)
        self._more.clicked.connect(self._show_all)

    def show_words(self, words: Sequence[str]) -> None:
        """Show other words for the same places."""
        for number, (line, found) in enumerate(zip(self._lines, words, strict=True), 1):
            line.setText(_numbered(number, found))

    def set_current(self, number: int) -> None:
        """Mark the place that is looked at, and see that it is shown; -1 for none."""
        for index, line in enumerate(self._lines):
            line.set_bold(bold=index == number)
        if 0 <= number < len(self._lines) and self._lines[number].isHidden():
            self._show_all()

    def _show_all(self) -> None:
        if self._more.hasFocus():
            self._lines[_FEW].setFocus()
        self._more.hide()
        for line in self._lines:
            line.show()


def _line(number: int, finding: Finding, words: str) -> Button:
    line = Button(_numbered(number, words), "link", name=f"place_{number}", height=26, px=14)
    line.setAccessibleName(f"第 {number} 处，{finding.message}")
    set_tip(line, finding.message)
    return line


def _numbered(number: int, words: str) -> str:
    return f"{number}. {shortened(words, _LONGEST)}"
