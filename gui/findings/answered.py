"""已说明理由: the warnings and hints that were answered, each with its reason and the way back."""

from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column, Row
from gui.controls.text import Text, severity_sign
from gui.services.words import place_words
from gui.session.bridge import Bridge
from model.checks import CHECKS, SEVERITIES, Finding
from model.report.report import Dismissal
from model.session.answers import restored

_GONE = "数据或文字已经变了，这条理由不再起作用"


class Answered(QWidget):
    """The list of them."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Show the session's present ones."""
        super().__init__(parent)
        self.setObjectName("answered")
        self._bridge = bridge
        dismissed = bridge.session.report.dismissed
        found = bridge.session.answered()
        column = Column(self, (0, 8, 0, 0), 10)
        column.put(Text(f"已说明理由的 {len(dismissed)} 个", 15, bold=True))
        for number, dismissal in enumerate(dismissed):
            column.put(self._line(number, dismissal, found.get(number)))

    def _line(self, number: int, dismissal: Dismissal, finding: Finding | None) -> QWidget:
        line, row, words = QWidget(), Row(None, 0, 10), Column(None, 0, 2)
        line.setObjectName(f"answered_{number}")
        severity = CHECKS[dismissal.check].severity if dismissal.check in CHECKS else "hint"
        where = (
            f"{SEVERITIES[severity]} · {place_words(finding, self._bridge.session.report.form)}"
            if finding
            else SEVERITIES[severity]
        )
        about = finding.message if finding else f"“{dismissal.quote}”" if dismissal.quote else ""
        side = Column(None, 0, 0)
        side.put(severity_sign("ok" if finding else severity, 20))
        side.addStretch(1)
        words.put(Text(where, 13, color="text2", wrap=True))
        if about:
            words.put(Text(about, wrap=True))
        for said in (f"理由：{dismissal.reason}", *(() if finding else (_GONE,))):
            words.put(Text(said, 14, color="text2", wrap=True))
        words.put(self._restore(dismissal, about, holds=finding is not None))
        row.put(side)
        row.put(words, stretch=1)
        line.setLayout(row)
        return line

    def _restore(self, dismissal: Dismissal, about: str, *, holds: bool) -> Row:
        row = Row(None, 0, 0)
        button = Button("恢复提醒" if holds else "删去", "link", name=f"restore_{dismissal.check}", height=32)
        button.setAccessibleDescription(about)
        button.clicked.connect(lambda: self._bridge.do(restored(dismissal)))
        button.setEnabled(not self._bridge.session.read_only)
        row.put(button)
        row.addStretch(1)
        return row
