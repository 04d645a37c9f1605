"""A line for private words that were taken out of the report and are still in its earlier versions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Card, Column, Row
from gui.controls.text import Text, severity_sign
from gui.dialogs.question import QuestionDialog
from gui.services.moments import moment_words
from gui.services.words import shortened
from gui.session.bridge import Bridge
from gui.session.kept_words import named
from gui.session.purging import elsewhere

_SHOWN = 7
_QUESTION = "彻底清除这段文字？"
_WORDS = (
    "会从这份年报的所有历史版本、恢复文件和撤销记录里清除。清除以后，之前的步骤不能再撤销，这段文字也找不回来；"
    "报告现在的内容不变。"
)


class PurgeCards(QWidget):
    """The lines; nothing when there is nothing to purge."""

    message = Signal(str)
    """What came of it."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Follow a session."""
        super().__init__(parent)
        self.setObjectName("purge_cards")
        self._purging = bridge.purging
        self._column = Column(self, 0, 8)
        if self._purging is not None:
            self._purging.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self._column.clear()
        words = self._purging.words if self._purging is not None else ()
        for found in words:
            self._column.put(self._card(found))
        self.setMaximumHeight(16_777_215 if words else 0)

    def _card(self, words: str) -> QWidget:
        card = Card("warn_tint", "warn_edge", 8)
        card.setObjectName("purge_card")
        column, head, actions = Column(card, (12, 10, 12, 8), 6), Row(None, 0, 8), Row(None, 0, 16)
        kept = self._purging.kept[words].words if self._purging is not None else ""
        said = Text(f"“{shortened(words, _SHOWN)}”已经从报告里删去，但这段文字还留在{kept}里。", wrap=True)
        card.setAccessibleName(said.text())
        head.addWidget(severity_sign("warning", 18), 0, Qt.AlignmentFlag.AlignTop)
        head.put(said, stretch=1)
        purge = Button("彻底清除", "secondary", name="purge", height=32)
        leave = Button("不用清除", "link", name="purge_leave", height=32)
        purge.clicked.connect(lambda: self._ask(words))
        leave.clicked.connect(lambda: self._leave(words))
        actions.put(purge, leave)
        actions.addStretch(1)
        column.put(head, actions)
        return card

    def _leave(self, words: str) -> None:
        if self._purging is not None:
            self._purging.leave(words)

    def _ask(self, words: str) -> None:
        published = self._purging.published(words) if self._purging is not None else ()
        said, answers = f"{_WORDS}{self._exported(words)}", [("purge", "彻底清除")]
        if published:
            days = "、".join(moment_words(version.at) for version in published)
            said += f"公布时的那一份（{days}）里也有：它是存档，平时不改。"
            answers = [("purge", "清除，公布时的不动"), ("purge_all", "连公布时的一起清除")]
        question = QuestionDialog(_QUESTION, said, answers, self.window(), safe="cancel")
        question.answered.connect(lambda answer: self._purge(words, published=answer == "purge_all"))
        question.open()

    def _exported(self, words: str) -> str:
        """Which files are not touched and are to be thrown away, of every kind that can be written."""
        files = self._purging.kept[words].files if self._purging is not None and words in self._purging.kept else ()
        return f"{f'{named(files)}不会改，请自己删掉、重新导出。' if files else ''}{elsewhere()}"

    def _purge(self, words: str, *, published: bool) -> None:
        if self._purging is not None:
            self.message.emit(self._purging.purge(words, published=published))
