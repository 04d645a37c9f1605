"""Ready sentences above a text that is still empty; each is written only when it is pressed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column, Row
from gui.controls.text import Text
from model.report.fields import resolve
from model.report.report import Report

_ASKED = "现成的句子，点“写入”才写进去，请改成本单位的实际情况："


class Offers(QWidget):
    """The sentences, a line each; nothing when there are none."""

    taken = Signal(str)
    """The sentence that is to be written, as stored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(parent)
        self.setObjectName("ready_sentences")
        self._shown: tuple[str, ...] = ()
        self._column = Column(self, (40, 4, 24, 8), 4)
        self.hide()

    def show_sentences(self, sentences: Sequence[str], report: Report) -> None:
        """Offer these."""
        shown = tuple(resolve(sentence, report) for sentence in sentences)
        if shown != self._shown:
            self._shown = shown
            self._column.clear()
            self._column.put(Text(_ASKED, 13, color="text2", wrap=True))
            for number, (sentence, words) in enumerate(zip(sentences, shown, strict=True)):
                self._column.put(self._line(number, sentence, words))
        self.setVisible(bool(shown))

    def _line(self, number: int, sentence: str, words: str) -> QWidget:
        line = QWidget()
        row = Row(line, 0, 12)
        take = Button("写入", "link", name=f"take_sentence_{number}", height=24, px=14)
        take.setAccessibleDescription(words)
        take.clicked.connect(lambda: self.taken.emit(sentence))
        row.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
        row.put(Text(words, 14, wrap=True), stretch=1)
        return line
