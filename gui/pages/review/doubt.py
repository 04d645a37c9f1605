"""One question about what was read: the source's words, what they were taken for, and the clerk's reply."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.controls.buttons import Button, Kind
from gui.controls.fields import Field, LineInput
from gui.controls.layouts import Card, Column, Row
from gui.controls.text import Sign, Text
from gui.look.theme import theme
from gui.pages.review.words import Answer, answers, entered, full_words, place_words, quick_words, taken_words
from importers.answers import Question, Reply
from model.form.form import CellError


class DoubtCard(Card):
    """A question; the one at hand is open, the others are one line with the likeliest replies."""

    replied = Signal(object)
    """The `Reply`, or None when the question is open again."""
    picked = Signal()
    """The clerk wants to look at it."""

    tables_wanted = Signal(str)
    """The id of the table whose figures the clerk wants to see."""

    def __init__(self, number: int, question: Question, read: str = "", parent: QWidget | None = None) -> None:
        """Ask a question under its number; `read` says what was read of the table that it is about as a whole."""
        super().__init__("surface", "border", 8, parent)
        self.number, self.question = number, question
        self.reply: Reply | None = None
        self._at_hand = False
        self.setObjectName(f"doubt_{number}")
        self.setAccessibleName(f"疑问 {number}，{place_words(question)}，{quick_words(question)}")
        self._badge = Badge(number)
        self._head = Text(place_words(question), bold=True, wrap=True)
        self._about = Text(quick_words(question), 14, color="text2", wrap=True)
        self._boxes, self._message = _boxes(question), Text(full_words(question), 14, color="text2", wrap=True)
        self._answers = [self._button(answer) for answer in answers(question)]
        self._read = self._made_read(read)
        self._again = Button("重新选", "link", name=f"doubt_again_{number}", height=32)
        self._editor, self._input, self._take = self._made_editor()
        self._quick, self._wide = Row(None, 0, 8), Row(None, 0, 8)
        self._lay_out()
        self._again.clicked.connect(lambda: self._reply(None))
        self._show()

    @property
    def at_hand(self) -> bool:
        """Whether it is the one being looked at."""
        return self._at_hand

    def set_at_hand(self, *, at_hand: bool) -> None:
        """Open it, or make it one line."""
        self._at_hand = at_hand
        self._show()

    def show_reply(self, reply: Reply | None) -> None:
        """Show what was replied."""
        self.reply = reply
        self._editor.hide()
        self._show()

    def take_focus(self) -> None:
        """Put the keyboard on the first thing to do."""
        target = self._again if self.reply is not None else self._answers[0]
        target.ringed = True
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A press anywhere on it looks at it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit()

    def _lay_out(self) -> None:
        column, head, words = Column(self, (16, 12, 16, 12), 10), Row(None, 0, 12), Column(None, 0, 2)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        words.put(self._head, self._about)
        head.put(words, stretch=1)
        head.put(self._quick)
        head.setAlignment(self._quick, Qt.AlignmentFlag.AlignVCenter)
        self._wide.addStretch(1)
        self._quick.addWidget(self._again)
        column.put(head)
        column.put(self._boxes, self._message, self._read)
        column.put(self._wide)
        column.put(self._editor)

    def _button(self, answer: Answer) -> Button:
        button = Button(answer.words, name=f"doubt_{self.number}_{answer.name}")
        button.setAccessibleDescription(place_words(self.question))
        said = answer.reply
        if said is None:
            button.clicked.connect(self._open_editor)
        else:
            button.clicked.connect(lambda: self._reply(said))
        return button

    def _made_editor(self) -> tuple[Field, LineInput, Button]:
        editor = LineInput(f"doubt_{self.number}_input", f"{place_words(self.question)}，应为")
        take = Button("填入", "secondary", name=f"doubt_{self.number}_take")
        inside = QWidget()
        row = Row(inside, 0, 8)
        row.put(editor, stretch=1)
        row.put(take)
        field = Field("应为", inside)
        editor.returnPressed.connect(self._take_words)
        take.clicked.connect(self._take_words)
        field.hide()
        return field, editor, take

    def _made_read(self, read: str) -> QWidget:
        """What was read of a whole table, and the way to see it."""
        part = QWidget()
        part.setAccessibleName(read)
        column, row = Column(part, 0, 0), Row(None, 0, 0)
        see = Button("看读到的这张表", "link", name=f"doubt_{self.number}_table", height=30)
        see.clicked.connect(lambda: self.tables_wanted.emit(self.question.first.place))
        row.put(see)
        row.addStretch(1)
        column.put(Text(read, 14, wrap=True))
        column.put(row)
        return part

    def _open_editor(self) -> None:
        self.picked.emit()
        self._editor.show()
        self._input.show_text(self.question.first.taken)
        self._input.selectAll()
        self._input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_words(self) -> None:
        try:
            value = entered(self.question, self._input.text())
        except CellError as error:
            self._editor.set_wrong(str(error))
            self._input.set_wrong(wrong=True)
            return
        self._editor.set_wrong("")
        self._input.set_wrong(wrong=False)
        self._reply(Reply(right=False, value=value))

    def _reply(self, reply: Reply | None) -> None:
        self.show_reply(reply)
        self.replied.emit(reply)

    def _show(self) -> None:
        """One line or open, asked or answered."""
        answered = self.reply is not None
        is_open = self._at_hand and not answered
        self.set_colours("surface", "warn_icon" if self._at_hand else "border")
        self._badge.show_state(full=self._at_hand, done=answered)
        self._about.setText(taken_words(self.question, self.reply) if self.reply else quick_words(self.question))
        self._about.setVisible(not is_open)
        self._boxes.setVisible(is_open)
        self._read.setVisible(is_open and bool(self._read.accessibleName()))
        self._message.setVisible(is_open and bool(self._message.text()))
        row = self._wide if is_open else self._quick
        for index, button in enumerate(self._answers):
            row.insertWidget(index, button)
            button.set_kind(_kind(index, is_open=is_open))
            button.setVisible(not answered and (is_open or index < 2))  # noqa: PLR2004 - the two likeliest
        self._again.setVisible(answered)


def _kind(index: int, *, is_open: bool) -> Kind:
    if index == 0:
        return "tonal" if is_open else "secondary"
    return "secondary" if is_open else "ghost"


def _boxes(question: Question) -> QWidget:
    """原文 and 读作 beside each other."""
    both = QWidget()
    row = Row(both, 0, 10)
    for index, (caption, words, fill) in enumerate(
        (
            ("原文", question.first.printed or "（空白）", "sunken"),
            ("读作", question.first.taken or "（没有读出）", "tint"),
        )
    ):
        if index:
            row.put(Sign("arrow_right", "text3", 20))
        box = Card(fill, "", 6)
        column = Column(box, (12, 8, 12, 8), 2)
        column.put(Text(caption, 13, color="text2"), Text(words, 15, bold=bool(index), wrap=True))
        row.put(box, stretch=1)
    return both


class Badge(QWidget):
    """The number of a doubt in a circle, as it stands in the source."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        """Take the number."""
        super().__init__(parent)
        self._number, self._full, self._done = number, False, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().renew(self)

    def show_state(self, *, full: bool, done: bool) -> None:
        """Show that it is looked at, or answered."""
        self._full, self._done = full, done
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The circle."""
        return QSize(theme().px(22), theme().px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint it: full, edged, or green with a tick's colour when answered."""
        painter, tokens = QPainter(self), theme().tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, fill, ink = (
            (tokens.ok, tokens.ok_tint, tokens.ok)
            if self._done
            else (tokens.warn, tokens.warn, tokens.surface)
            if self._full
            else (tokens.warn_icon, tokens.warn_tint, tokens.warn)
        )
        painter.setPen(QPen(edge, 1.3))
        painter.setBrush(fill)
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75))
        painter.setFont(theme().font(13 if self._number < 100 else 10, bold=True))  # noqa: PLR2004
        painter.setPen(ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
