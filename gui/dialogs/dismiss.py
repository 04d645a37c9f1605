"""Asks why warnings or hints of one cause are right as they are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.fields import Field, LineInput, Tick
from gui.controls.layouts import Column, Row
from gui.controls.text import Text, severity_sign
from gui.dialogs.opening import Dialog
from gui.look.theme import theme
from gui.services.words import place_words
from model.checks import CHECKS, SEVERITIES, Finding
from model.checks.groups import Group, in_context
from model.report.report import Report

_WIDTH = 520
_MOST_TICKS = 6
"""Of more places than these all have one reason."""


class DismissDialog(Dialog):
    """The dialog; `reason` brings what the clerk wrote, or the usual reason that was pressed."""

    reason = Signal(object, str)

    def __init__(self, findings: Sequence[Finding], report: Report, parent: QWidget | None = None) -> None:
        """Ask about one finding of a report, or several of one cause; of a few the clerk takes those it is true of."""
        super().__init__(parent)
        self._report = report
        self.setObjectName("dismiss_dialog")
        self.setWindowTitle("不改，说明理由")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._group = Group(tuple(findings))
        self._input = LineInput("dismiss_reason", "理由")
        self._input.setPlaceholderText("例如：已与业务科室核对，情况属实")
        self._usual_buttons: list[Button] = []
        self._ticks = self._places() if 1 < len(findings) <= _MOST_TICKS else ()
        self._save = Button("保存理由", "primary", name="dismiss_save", height=40)
        self._save.setDefault(True)
        self._lay_out()
        self._show_chosen()
        self._input.textChanged.connect(self._show_chosen)
        self._save.clicked.connect(lambda: self._answer(self._input.text().strip()))
        self._input.setFocus()

    def _lay_out(self) -> None:
        finding = self._group.first
        cancel = Button("取消", "ghost", name="dismiss_cancel", height=40)
        cancel.clicked.connect(self.close)
        head, row = Row(None, 0, 8), Row(None, 0, 8)
        head.put(severity_sign(finding.severity))
        head.put(
            Text(f"{SEVERITIES[finding.severity]} · {place_words(finding, self._report.form)}", bold=True), stretch=1
        )
        row.addStretch(1)
        row.put(cancel, self._save)
        sentence = Text(self._group.sentence, color="text2", wrap=True)
        sentence.setMinimumWidth(theme().px(_WIDTH - 48))
        column = Column(self, 24, 12)
        column.put(head, sentence, *self._ticks, self._usual())
        column.put(Field("为什么不用改", self._input, "理由只存在草稿里，不会写进报告；数据或文字一变，会再提醒。"))
        column.put(row)

    def _places(self) -> tuple[Tick, ...]:
        """One box a place, all ticked; a click leaves the caret in the field."""
        ticks = []
        for number, finding in enumerate(self._group.findings):
            tick = Tick(f"dismiss_place_{number}", in_context(self._report, finding).replace("&", "&&"))
            tick.setChecked(True)
            tick.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tick.toggled.connect(self._show_chosen)
            ticks.append(tick)
        return tuple(ticks)

    @property
    def _chosen(self) -> tuple[Finding, ...]:
        """The findings that the reason is about."""
        if not self._ticks:
            return self._group.findings
        return tuple(one for one, tick in zip(self._group.findings, self._ticks, strict=True) if tick.isChecked())

    def _show_chosen(self) -> None:
        """Say on the button of how many places, and let it be pressed once there is one and a reason."""
        chosen = len(self._chosen)
        if self._ticks:
            self._save.setText(f"保存理由（{chosen} 处）")
        self._save.setEnabled(bool(chosen and self._input.text().strip()))
        for button in self._usual_buttons:
            button.setEnabled(bool(chosen))

    def _usual(self) -> Column:
        """The usual reasons: pressing one is the whole answer."""
        column, row = Column(None, 0, 6), Row(None, 0, 8)
        column.put(Text("常用理由，按一下就保存", 14, color="text2"))
        for number, words in enumerate(CHECKS[self._group.first.check].reasons):
            button = Button(words, "secondary", name=f"reason_{number}", height=32, px=14)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, words=words: self._answer(words))
            self._usual_buttons.append(button)
            row.put(button)
        row.addStretch(1)
        column.put(row)
        return column

    def _answer(self, words: str) -> None:
        self.close()
        self.reason.emit(self._chosen, words)
