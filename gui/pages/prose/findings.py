"""Findings about a text in quiet lines: those about the whole of it above, the one under the cursor below."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column, Row
from gui.controls.text import SEVERITY_ICONS as ICONS
from gui.controls.text import Elided, Sign, Text, severity_icon_colour, severity_sign
from gui.services.words import shortened
from model.checks import SEVERITIES, Finding

_LONGEST = 20


class FindingLines(QWidget):
    """The findings without a place of their own, a line each; nothing when there are none."""

    fix = Signal(object)
    """The `Finding` whose cure shall be made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(parent)
        self.setObjectName("prose_findings")
        self._shown: list[Finding] = []
        self._column = Column(self, (40, 4, 24, 8), 4)
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

    def _line(self, finding: Finding) -> QWidget:
        line = QWidget()
        line.setObjectName(f"finding_{finding.check}")
        line.setAccessibleName(f"{SEVERITIES[finding.severity]}，{finding.message}")
        row = Row(line, 0, 8)
        row.addWidget(severity_sign(finding.severity, 18), 0, Qt.AlignmentFlag.AlignTop)
        row.put(Text(finding.message, 14, color="text2", wrap=True), stretch=1)
        if finding.fix is not None:
            cure = Button(
                shortened(finding.fix.label, _LONGEST), "link", name=f"cure_{finding.check}", height=22, px=14
            )
            cure.setAccessibleName(finding.fix.label)
            cure.clicked.connect(lambda _checked: self.fix.emit(finding))
            row.addWidget(cure, 0, Qt.AlignmentFlag.AlignTop)
        return line


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

    def show_finding(self, finding: Finding | None) -> None:
        """Show it, or nothing."""
        self._sign.setVisible(finding is not None)
        self._words.setText(finding.message if finding else "")
        self.setAccessibleName(f"{SEVERITIES[finding.severity]}，{finding.message}" if finding else "")
        if finding:
            self._sign.set_sign(ICONS[finding.severity], severity_icon_colour(finding.severity), filled=True)
