"""A question that needs an answer before anything goes on: a heading, a sentence, and named answers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button, Kind
from gui.controls.layouts import Column, Row
from gui.controls.text import Text
from gui.dialogs.opening import Dialog
from gui.look.theme import theme

_WIDTH = 460


class QuestionDialog(Dialog):
    """The dialog; the first answer is the default unless another one is safe, Esc gives none."""

    answered = Signal(str)

    def __init__(  # noqa: PLR0913
        self,
        heading: str,
        words: str,
        answers: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        cancel: str = "取消",
        safe: str = "",
    ) -> None:
        """Ask.

        Args:
            heading: the question in a few words.
            words: what the clerk must know to answer.
            answers: (value, words) of each answer.
            parent: the window.
            cancel: what the button says that answers nothing; none where it is empty.
            safe: the answer Enter gives, where the first one can lose something; `cancel` for none.
        """
        super().__init__(parent)
        self.setObjectName("question")
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._default = safe or answers[0][0]
        column, row = Column(self, 24, 12), Row(None, 0, 8)
        sentence = Text(words, color="text2", wrap=True)
        sentence.setMinimumWidth(theme().px(_WIDTH - 48))
        column.put(Text(heading, 18, bold=True, wrap=True), sentence)
        column.addSpacing(theme().px(8))
        row.addStretch(1)
        if cancel:
            row.put(self._button("cancel", cancel, "ghost"))
        for value, said in reversed(answers):
            row.put(self._button(value, said, "secondary"))
        column.put(row)

    def _button(self, value: str, words: str, kind: Kind) -> Button:
        is_default = value == self._default
        button = Button(words, "primary" if is_default else kind, name=f"answer_{value}", height=40)
        button.setDefault(is_default)
        button.clicked.connect(lambda: self._answer(value))
        return button

    def _answer(self, value: str) -> None:
        self.close()
        if value != "cancel":
            self.answered.emit(value)
