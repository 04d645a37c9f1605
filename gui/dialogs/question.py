"""A question that needs an answer before anything goes on: a heading, a sentence, and named answers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from gui.theme import theme
from gui.widgets.buttons import Button
from gui.widgets.layouts import Column, Row
from gui.widgets.text import Text

_WIDTH = 460


class Question(QDialog):
    """The dialog; the first answer is the primary one, Esc gives none."""

    answered = Signal(str)

    def __init__(
        self,
        heading: str,
        words: str,
        answers: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        cancel: str = "取消",
    ) -> None:
        """Ask.

        Args:
            heading: the question in a few words.
            words: what the clerk must know to answer.
            answers: (value, words) of each answer.
            parent: the window.
            cancel: what the button says that answers nothing; none where it is empty.
        """
        super().__init__(parent)
        self.setObjectName("question")
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column, row = Column(self, 24, 12), Row(None, 0, 8)
        sentence = Text(words, color="text2", wrap=True)
        sentence.setMinimumWidth(theme().px(_WIDTH - 48))
        column.put(Text(heading, 18, bold=True, wrap=True), sentence)
        column.addSpacing(theme().px(8))
        row.addStretch(1)
        if cancel:
            row.put(self._button("cancel", cancel, "ghost"))
        for index, (value, said) in reversed(list(enumerate(answers))):
            row.put(self._button(value, said, "secondary" if index else "primary"))
        column.put(row)

    def _button(self, value: str, words: str, kind: str) -> Button:
        button = Button(words, kind, name=f"answer_{value}", height=40)  # type: ignore[arg-type]
        button.setDefault(kind == "primary")
        button.clicked.connect(lambda: self._answer(value))
        return button

    def _answer(self, value: str) -> None:
        self.close()
        if value != "cancel":
            self.answered.emit(value)
