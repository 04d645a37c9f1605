"""What was read from a file, beside the file: the doubts first, then what goes where; one step makes it a report."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import NO_LIMIT, Box, Column, Divider, Ground, Scroll
from gui.controls.tab_order import go_on
from gui.controls.text import Text
from gui.look.theme import theme
from gui.pages.review.aims import Accepted, Aim, Aims, why_not
from gui.pages.review.bars import ReviewFoot, ReviewTop, SourceHead
from gui.pages.review.carry_over import Carry, Unsaid
from gui.pages.review.doubt import DoubtCard
from gui.pages.review.kept import figures_in, packed_figures, packed_replies, replies_in
from gui.pages.review.read_table import read_words
from gui.pages.review.summary import ChangedCells, Summary, headline
from gui.pages.review.tables import ReviewTables
from gui.source.view import SourceView
from importers.answers import Question, Reply, as_exported, put, questions, settled, with_numbers
from importers.reading import Reading
from model.form.form import Value

_SETTLED_MS = 30
"""After this, a card that was opened has its height."""
_TWO_COLUMNS, _ROOMY = 940, 630
_LOW_SOURCE = 150
"""The height of the source above the open tables, in pixels at 100 %."""
_SHARES = {(True, False): (1, 1), (True, True): (2, 3), (False, False): (2, 3), (False, True): (1, 3)}
"""How the source and what was read share the page: beside each other or not, with the tables open or not."""
"""The page's least width for source and review beside each other, and the review's for two columns, at 100 %."""


class ReviewPage(Ground):
    """The page; it makes nothing itself."""

    accepted = Signal(object)
    answered = Signal()
    """Something was said that is worth keeping; `answers` has it."""
    cancelled = Signal()
    help = Signal()

    def __init__(self, reading: Reading, name: str, aims: Aims, today: date, way: str = "") -> None:
        """Show a reading of a file of that name; `way` says how it came in, where the clerk chose one."""
        super().__init__("bg")
        self.setObjectName("page_review")
        self.setAccessibleName(f"核对读到的内容，{name}")
        self._read, self._aims, self._today = reading, aims, today
        self._questions = questions(reading)
        self._replies: dict[Question, Reply] = {}
        self._edited: Mapping[str, Value] | None = None
        self._at, self._shown = -1, False
        self._recalled: Mapping[Question, Reply] = {}
        self.source = SourceView(reading.document, reading.locations)
        self.cards = [
            DoubtCard(number, asked, _read(reading, asked)) for number, asked in enumerate(self._questions, 1)
        ]
        self.changed = ChangedCells(reading.changed, reading.form) if reading.changed else None
        self.unsaid = Unsaid(reading) if _unsaid(reading) else None
        self.carry, self.summary = Carry(), Summary()
        self._tables: ReviewTables | None = None
        self._heading, self._words = Text("", 24, bold=True, wrap=True), Text("", color="text2", wrap=True)
        self._top = ReviewTop(way)
        self._foot, self._source_head = ReviewFoot(aims), SourceHead(name, len(self.cards))
        self._body = Box(QBoxLayout.Direction.LeftToRight, None, 0, 0)
        self._right = QStackedWidget()
        self._lay_out()
        self._connect()
        self._mark_source()
        self._refresh()

    @property
    def reading(self) -> Reading:
        """The reading with all that the clerk has said."""
        found = settled(as_exported(self._read, self.changed.left if self.changed else ()), self._replies)
        for place, value in (self.unsaid.values if self.unsaid else {}).items():
            found = put(found, place, value)
        return found if self._edited is None else with_numbers(found, self._edited)

    @property
    def answers(self) -> dict[str, Any]:
        """All that the clerk has said, as values that can be kept; empty for nothing."""
        kept = {
            "replies": packed_replies(self._replies),
            "left": list(self.changed.left) if self.changed else [],
            "unsaid": {place: str(value) for place, value in (self.unsaid.values if self.unsaid else {}).items()},
            "numbers": None if self._edited is None else packed_figures(self._edited),
        }
        return {name: part for name, part in kept.items() if part or (name == "numbers" and part is not None)}

    def recall(self, kept: Mapping[str, Any]) -> None:
        """Fill in what was said about the same file before, as far as it still applies, and say so."""
        for question, reply in replies_in(kept.get("replies"), self._questions):
            self._replies[question] = reply
            self.cards[self._questions.index(question)].show_reply(reply)
        if self.changed is not None:
            self.changed.leave(map(str, kept.get("left") or ()))
        if self.unsaid is not None:
            self.unsaid.show_values(kept.get("unsaid") or {})
        self._edited = figures_in(kept.get("numbers"), self._read.form)
        self._recalled = dict(self._replies)
        self._mark_source()
        self._refresh()

    @property
    def _unanswered(self) -> list[int]:
        return [index for index, card in enumerate(self.cards) if card.reply is None and not card.isHidden()]

    @property
    def primary(self) -> Button:
        """The button of the likeliest aim."""
        return self._foot.primary

    def walk(self, step: int) -> None:
        """Look at the next doubt, or with -1 at the one before, and put the keyboard on it."""
        asked = [index for index, card in enumerate(self.cards) if not card.isHidden()]
        if asked:
            at = asked.index(self._at) if self._at in asked else (-1 if step > 0 else 0)
            self._look_at(asked[(at + step) % len(asked)])
            self.cards[self._at].take_focus()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802, FBT001
        """Tab goes through the review, on to the buttons below, and round by the source and the bar."""
        return go_on((self._right, self._foot, self.source, self), forward=forward)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Put the keyboard where the work is, once everything has its place."""
        super().showEvent(event)
        if not self._shown:
            self._shown = True
            QTimer.singleShot(0, self, self._begin)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the source above the review where there is no room beside it."""
        super().resizeEvent(event)
        self._arrange()

    # What was said

    def _replied(self, question: Question, reply: Reply | None) -> None:
        if reply is None:
            self._replies.pop(question, None)
        else:
            self._replies[question] = reply
        self._refresh()
        index = self._questions.index(question)
        if reply is None:
            self._look_at(index)
            self.cards[index].take_focus()
        else:
            self._go_on(index)

    def _take_back(self) -> None:
        """Open the doubt again that was answered last."""
        if self._replies and self._tables is None:
            question = next(reversed(self._replies))
            self.cards[self._questions.index(question)].show_reply(None)
            self._replied(question, None)

    def _go_on(self, answered: int) -> None:
        """Look at the next doubt without an answer, round to the first; after the last, be ready to accept."""
        left = self._unanswered
        following = next((index for index in left if index > answered), left[0] if left else None)
        if following is None:
            self._look_at(-1)
            self._focus(self.primary)
        else:
            self._look_at(following)
            self.cards[following].take_focus()

    def _look_at(self, index: int) -> None:
        self._at = index
        for number, card in enumerate(self.cards):
            card.set_at_hand(at_hand=number == index)
        self._mark_source()
        if index >= 0:
            self.source.look_at_current()
            card = self.cards[index]
            QTimer.singleShot(_SETTLED_MS, card, lambda: self._scroll.ensureWidgetVisible(card, 0, theme().px(16)))
        self._source_head.show_at(self._at + 1)

    def _pick(self, number: int) -> None:
        if 0 < number <= len(self.cards):
            self._look_at(number - 1)

    def _accept(self, aim: Aim) -> None:
        self._close_tables()
        if why_not(aim, self.reading):
            self._refresh()
            return
        self.accepted.emit(Accepted(self.reading, aim, self.carry.taken))

    # The tables

    def _open_tables(self, table: str = "") -> None:
        self._tables = ReviewTables(self.reading, self._today)
        if table:
            self._tables.show_table(table)
        self._tables.done.connect(self._take_tables)
        self._tables.looked_at.connect(self._show_cell)
        self._right.addWidget(self._tables)
        self._right.setCurrentWidget(self._tables)
        self._arrange()
        self._tables.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_cell(self._tables.grid.current)

    def _close_tables(self) -> None:
        if self._tables is not None:
            self._tables.finish()

    def _take_tables(self, numbers: Mapping[str, Value]) -> None:
        tables, self._tables = self._tables, None
        if tables is None:
            return
        if dict(numbers) != dict(self.reading.numbers):
            self._edited = dict(numbers)
        self._right.setCurrentIndex(0)
        self._right.removeWidget(tables)
        tables.deleteLater()
        self._arrange()
        self._mark_source()
        self._refresh()
        self._focus(self._see)

    def _show_cell(self, cell_id: str) -> None:
        location = self._read.locations.get(cell_id)
        self._mark_source()
        if location is not None:
            self.source.show_place(location)

    # What is shown

    def _refresh(self) -> None:
        found = self.reading
        self._leave_out_moot()
        self._heading.setText(headline(found))
        self._words.setText(self._line_words())
        self.summary.show_reading(found)
        self.carry.setVisible(self._aims.order[0] != "same")
        self.carry.show_reading(found, self._aims.into(found.year), compared=self._aims.order[0] == "compare")
        self._foot.show_reading(found, len(self._unanswered))
        self._source_head.show_at(self._at + 1)
        self.answered.emit()

    def _leave_out_moot(self) -> None:
        """Ask no longer what another answer has settled, as that a table is lacking which was taken from a card."""
        standing = frozenset(settled(self._read, self._replies).doubts)
        for card in self.cards:
            card.setVisible(card.reply is not None or not standing.isdisjoint(card.question.doubts))

    def _line_words(self) -> str:
        stand = sum(self._replies.get(question) == reply for question, reply in self._recalled.items())
        before = f"上次答过的 {stand} 处已经填好，可以重新选。" if stand else ""
        if left := len(self._unanswered):
            return f"{before}有 {left} 处拿不准，请对着原文看一眼。其余都已读准。"
        return f"{before}拿不准的地方都看过了。" if self.cards else "都读准了，没有拿不准的地方。"

    def _mark_source(self) -> None:
        marks = [(card.number, card.question.first.printed, card.question.locations) for card in self.cards]
        self.source.show_marks(marks, self._at + 1)

    def _begin(self) -> None:
        """Begin with the first doubt, with what is missing, or with the button that accepts."""
        if self.unsaid is not None:
            self.unsaid.inputs[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.cards and self._at < 0 and self._unanswered:
            self._look_at(self._unanswered[0])
            self.cards[self._at].take_focus()
        elif not self._unanswered:
            self._focus(self.primary)

    def _focus(self, button: Button) -> None:
        button.ringed = True
        button.setFocus(Qt.FocusReason.TabFocusReason)

    # How it is built

    def _lay_out(self) -> None:
        left = self._left = QWidget()
        inner = Column(left, 0, 0)
        inner.put(self._source_head, Divider())
        inner.put(self.source, stretch=1)
        self._scroll = Scroll(self._review())
        self._right.addWidget(self._scroll)
        ground = Ground("surface", "lt")
        Column(ground, (1, 1, 0, 0), 0).put(self._right, stretch=1)
        self._body.addWidget(left, 1)
        self._body.addWidget(ground, 1)
        column = Column(self, 0, 0)
        column.put(self._top)
        column.put(self._body, stretch=1)
        column.put(self._foot)

    def _review(self) -> QWidget:
        body = QWidget()
        column = Column(body, (32, 20, 32, 24), 12)
        head = Column(None, 0, 4)
        head.put(self._heading, self._words)
        column.put(head)
        if self.unsaid is not None:
            column.put(self.unsaid)
        column.put(*self.cards)
        if self.changed is not None:
            column.put(self.changed)
        column.put(self.summary)
        column.addSpacing(4)
        column.put(self.carry)
        column.addStretch(1)
        return body

    def _connect(self) -> None:
        self._top.back.connect(self.cancelled)
        self._top.help.connect(self.help)
        self._source_head.step.connect(self.walk)
        self._foot.cancelled.connect(self.cancelled)
        self._foot.accepted.connect(self._accept)
        for card in self.cards:
            asked = card.question
            card.replied.connect(lambda reply, asked=asked: self._replied(asked, reply))
            card.tables_wanted.connect(self._open_tables)
            card.picked.connect(lambda number=card.number: self._pick(number))
        for part in (self.changed, self.unsaid):
            if part is not None:
                (part.chosen if isinstance(part, ChangedCells) else part.edited).connect(self._refresh)
        self.source.picked.connect(self._pick)
        self.summary.see_all.connect(self._open_tables)
        self._see = self.summary.see
        keys = {"F8": 1, "Shift+F8": -1}
        for sequence, step in keys.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(lambda step=step: self.walk(step))
        for sequence in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(sequence), self).activated.connect(self.primary.click)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self._take_back)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._escape)
        theme().follow(self._arrange)

    def _escape(self) -> None:
        """Leave the tables, or else the page."""
        if self._tables is not None:
            self._close_tables()
        else:
            self.cancelled.emit()

    def _arrange(self) -> None:
        in_columns = self.width() >= theme().px(_TWO_COLUMNS)
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.LeftToRight if in_columns else directions.TopToBottom)
        tables = self._tables is not None
        source, read = _SHARES[in_columns, tables]
        self._body.setStretch(0, source)
        self._body.setStretch(1, read)
        self._left.setMaximumHeight(theme().px(_LOW_SOURCE) if tables and not in_columns else NO_LIMIT)
        narrow = self.width() // (2 if in_columns else 1) < theme().px(_ROOMY)
        self.summary.set_narrow(narrow=narrow)
        self.carry.set_narrow(narrow=narrow)


def _read(reading: Reading, question: Question) -> str:
    """What was read of the table that a question is about as a whole."""
    tables = {table.id: table for table in reading.form.tables}
    return read_words(reading, tables[question.first.place]) if question.first.place in tables else ""


def _unsaid(reading: Reading) -> bool:
    return reading.year is None or not reading.agency.name
