"""A line across the start screen that something should be known or done: a recovery, a file that cannot be used."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.widgets.buttons import Button
from gui.widgets.layouts import Card, Row
from gui.widgets.text import SEVERITY_COLOURS, Severity, Text, severity_sign


class Notice(Card):
    """The line; it stays until it is answered or closed."""

    closed = Signal()

    def __init__(
        self,
        severity: Severity,
        words: str,
        answers: Sequence[tuple[str, str, Callable[[], None]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Take the gravity, the words, and (name, words, what it does) of each answer."""
        color = SEVERITY_COLOURS[severity]
        super().__init__(f"{color}_tint", f"{color}_edge", 8, parent)
        self.setObjectName("notice")
        self.setAccessibleName(words)
        row = Row(self, (16, 10, 8, 10), 12)
        row.put(severity_sign(severity))
        row.put(Text(words, wrap=True), stretch=1)
        for name, said, act in answers:
            button = Button(said, "secondary", name=name)
            button.clicked.connect(lambda _checked, act=act: act())
            row.put(button)
        close = Button("关闭", "ghost", name="close_notice", sign="dismiss", bare=True)
        close.clicked.connect(self.closed)
        row.put(close)
