"""Asks why a warning or a hint is right as it is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.dialogs.shown import Dialog
from gui.theme import theme
from gui.widgets.buttons import Button
from gui.widgets.fields import Field, LineInput
from gui.widgets.layouts import Column, Row
from gui.widgets.text import Text, severity_sign
from gui.words import place_words
from model.checks import SEVERITIES, Finding

_WIDTH = 520


class DismissDialog(Dialog):
    """The dialog; `reason` brings what the clerk wrote."""

    reason = Signal(object, str)

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        """Ask about one finding."""
        super().__init__(parent)
        self.setObjectName("dismiss_dialog")
        self.setWindowTitle("不改，说明理由")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._finding = finding
        self._input = LineInput("dismiss_reason", "理由")
        self._input.setPlaceholderText("例如：已与业务科室核对，情况属实")
        self._save = Button("保存理由", "primary", name="dismiss_save", height=40)
        cancel = Button("取消", "ghost", name="dismiss_cancel", height=40)
        self._save.setEnabled(False)
        self._save.setDefault(True)
        head, row = Row(None, 0, 8), Row(None, 0, 8)
        head.put(severity_sign(finding.severity))
        head.put(Text(f"{SEVERITIES[finding.severity]} · {place_words(finding)}", bold=True), stretch=1)
        row.addStretch(1)
        row.put(cancel, self._save)
        sentence = Text(finding.message, color="text2", wrap=True)
        sentence.setMinimumWidth(theme().px(_WIDTH - 48))
        column = Column(self, 24, 12)
        column.put(head, sentence)
        column.put(Field("为什么不用改", self._input, "理由只存在草稿里，不会写进报告；数据或文字一变，会再提醒。"))
        column.put(row)
        self._input.textChanged.connect(lambda words: self._save.setEnabled(bool(words.strip())))
        self._save.clicked.connect(self._answer)
        cancel.clicked.connect(self.close)

    def _answer(self) -> None:
        words = self._input.text().strip()
        self.close()
        self.reason.emit(self._finding, words)
