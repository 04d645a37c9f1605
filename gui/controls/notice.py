"""A line across the start screen that something should be known or done: a recovery, a file that cannot be used."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Card, Row
from gui.controls.text import SEVERITY_COLOURS, Severity, Text, severity_sign


class Notice(Card):
    """The line; it stays until it is answered or closed."""

    closed = Signal()

    def __init__(
        self,
        severity: Severity,
        words: str,
        answers: Sequence[tuple[str, str, Callable[[], None]]] = (),
        parent: QWidget | None = None,
        *,
        about: str = "",
    ) -> None:
        """Take the gravity, the words, (name, words, what it does) of each answer, and which file it is about."""
        color = SEVERITY_COLOURS[severity]
        super().__init__(f"{color}_tint", f"{color}_edge", 8, parent)
        self.setObjectName("notice")
        self.setAccessibleName(words)
        self.about, self.words, self.asks = about, words, bool(answers)
        self._text = Text(words, wrap=True)
        row = Row(self, (16, 10, 8, 10), 12)
        row.put(severity_sign(severity))
        row.put(self._text, stretch=1)
        for name, said, act in answers:
            button = Button(said, "secondary", name=name)
            button.clicked.connect(lambda _checked, act=act: act())
            row.put(button)
        close = Button("关闭", "ghost", name="close_notice", sign="dismiss", bare=True)
        close.clicked.connect(self.closed)
        row.put(close)

    def say_first(self, words: str) -> None:
        """Say something else about the file before what is offered."""
        self._text.setText(f"{words}\n{self.words}")
        self.setAccessibleName(self._text.text())
