"""Findings about a text in quiet lines: those about the whole of it above, the one under the cursor below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Box, Column, Row
from gui.controls.text import SEVERITY_ICONS as ICONS
from gui.controls.text import Elided, Sign, Text, severity_icon_colour, severity_sign
from gui.look.theme import theme
from gui.services.words import shortened
from model.checks import SEVERITIES, Finding

_LONGEST, _LEAST_WORDS = 10, 80
_ROOMY, _MARGINS, _NARROW_MARGINS = 360, (40, 4, 24, 8), (12, 0, 8, 2)
"""The width below which the margins are narrow, in pixels at 100 %."""


class FindingLines(QWidget):
    """The findings without a place of their own, a line each; nothing when there are none."""

    fix = Signal(object)
    """The `Finding` whose cure shall be made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(parent)
        self.setObjectName("prose_findings")
        self._shown: list[Finding] = []
        self._column = Column(self, _MARGINS, 4)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these."""
        if list(findings) == self._shown:
            return
        self._shown = list(findings)
        self._column.clear()
        for finding in findings:
            self._column.put(self._line(finding))
        self.setVisible(bool(findings))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stand under the words of the text, or across the page where that is narrow."""
        super().resizeEvent(event)
        self._column.set_margins(_MARGINS if self.width() >= theme().px(_ROOMY) else _NARROW_MARGINS)

    def _line(self, finding: Finding) -> QWidget:
        line = _Line(Text(finding.message, 14, color="text2", wrap=True), severity_sign(finding.severity, 18))
        line.setObjectName(f"finding_{finding.check}")
        line.setAccessibleName(f"{SEVERITIES[finding.severity]}，{finding.message}")
        if finding.fix is not None:
            cure = Button(
                shortened(finding.fix.label, _LONGEST), "link", name=f"cure_{finding.check}", height=22, px=14
            )
            cure.setAccessibleName(finding.fix.label)
            cure.clicked.connect(lambda _checked: self.fix.emit(finding))
            line.put(cure)
        return line


class _Line(QWidget):
    """A sign, a sentence, and the cure behind it, or below where it would leave the sentence too little room."""

    def __init__(self, words: Text, sign: Sign) -> None:
        super().__init__()
        row, self._words = Row(self, 0, 8), Box(QBoxLayout.Direction.LeftToRight, None, 0, 8)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.put(self._words, stretch=1)
        self._words.put(words, stretch=1)
        self._cure: Button | None = None

    def put(self, cure: Button) -> None:
        """Offer a cure."""
        self._cure = cure
        self._words.addWidget(cure, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the cure where it has room."""
        super().resizeEvent(event)
        below = self._cure is not None and 2 * self._cure.sizeHint().width() > self.width()
        self._words.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)


class FindingLine(QWidget):
    """The finding under the cursor, on one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(parent)
        self.setObjectName("finding_line")
        self._sign = Sign("lightbulb", "hint", 18, filled=True)
        self._words = Elided(px=14, color="text2")
        row = Row(self, 0, 8)
        row.put(self._sign)
        row.put(self._words, stretch=1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.show_finding(None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show the sign alone where there is no room for words, which stand in the panel too."""
        super().resizeEvent(event)
        self._words.setVisible(self.width() >= theme().px(_LEAST_WORDS))

    def show_finding(self, finding: Finding | None) -> None:
        """Show it, or nothing."""
        self._sign.setVisible(finding is not None)
        self._words.setText(finding.message if finding else "")
        self.setAccessibleName(f"{SEVERITIES[finding.severity]}，{finding.message}" if finding else "")
        if finding:
            self._sign.set_sign(ICONS[finding.severity], severity_icon_colour(finding.severity), filled=True)
