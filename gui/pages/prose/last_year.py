"""Last year's text beside this year's: to read, to compare, and to take over where the clerk says so."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Box, Column, Ground, Row
from gui.controls.plain import set_tip
from gui.controls.text import Text
from gui.editor.document import TextMeasures
from gui.editor.menu import edit_menu
from gui.editor.view import ProseView
from gui.look.theme import theme
from gui.session.bridge import Bridge
from model.language.likeness import clause_keys, clauses_in_order, nearest, share
from model.language.outline import paragraphs
from model.report.fields import resolve
from model.report.moved_years import moved_text
from model.report.report import PastReport, Report

_WIDTH, _LEAST, _STRIP = 424, 272, 44
_IN_ONE_LINE = 380
"""The width below which the head of the pane takes two lines."""
_NARROWEST = 240
"""What the head needs in two lines: nothing in it is ever cut."""
_SHARE = 0.45
"""The most of the page's width that last year takes."""


class LastYear(Ground):
    """A pane of 424, or less where there is less room, that folds to a strip of 44."""

    fold_asked = Signal(bool)
    """The clerk wants the pane folded, or open."""
    wanted = Signal(int)
    """The clerk wants a paragraph taken over, by its number from 0; -1 for all of them."""

    def __init__(self, text_id: str, past: PastReport, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Show one text of last year's report, its fields as the figures of last year."""
        super().__init__("panel", "tl", parent=parent)
        self.setObjectName("last_year")
        self.setAccessibleName(f"{past.year} 年的这一部分")
        self.folded, self._room = False, _WIDTH
        self._past = past
        report = Report(past.year, bridge.session.report.agency, numbers=past.numbers, form=past.form)
        self.text = resolve(past.text[text_id], report)
        """The text as it was published."""
        moved = resolve(moved_text(bridge.session.report, text_id), report)
        self._moved = dict(zip(clauses_in_order(self.text), clauses_in_order(moved), strict=False))
        self._moved_paragraphs = paragraphs(moved)
        self.clauses = clause_keys(self.text) | clause_keys(moved)
        self._view = _PastView(report, self.text)
        self._take, self._take_all = self._buttons(writable=not bridge.session.read_only)
        self._same = Text("", 14, color="text2")
        self._head = Box(QBoxLayout.Direction.LeftToRight, None, 0, 8)
        self._body = QWidget()
        self._strip = QWidget()
        self._build()
        self._restyle()
        theme().follow(self._restyle)

    def compare_with(self, published: str) -> None:
        """Mark what this year's text, as it would be published, says as well."""
        this_year = clause_keys(published)
        clauses = frozenset(mine for mine, moved in self._moved.items() if {mine, moved} & this_year)
        self._take_all.setEnabled(self._writable and not published.strip())
        set_tip(self._take_all, "" if not published.strip() else "这一部分已经写了字，可以一段一段带入")
        self._view.compare_with(clauses)
        self._same.setText(f"没改动的占 {share(self.text, clauses)}%")

    def follow(self, paragraph: str) -> None:
        """Turn to the paragraph that says what this year's paragraph says, while the clerk is not in this pane."""
        if self.folded or self._view.hasFocus():
            return
        moved = nearest(paragraph, self._moved_paragraphs)
        found = nearest(paragraph, paragraphs(self.text)) if moved is None else moved
        if found is not None:
            self._view.turn_to(found)

    def fold(self, *, folded: bool) -> None:
        """Fold to a strip, or open."""
        if folded != self.folded:
            self.folded = folded
            self._restyle()

    def take(self, page: int, room: int) -> bool:
        """Be as wide as the room allows that this year's text leaves.

        Args:
            page: the width of the whole page.
            room: what this year's text leaves of it when its lines are as short as they may be.

        Returns:
            Whether the room is too little; an open pane takes a part of the page then.
        """
        scarce = room < theme().px(_LEAST)
        self._room = round(page * _SHARE) if scarce else min(room, round(page * _SHARE))
        self._restyle()
        return scarce

    def _build(self) -> None:
        title = f"{self._past.year} 年的这一部分"
        close = Button("收起上年", "ghost", name="fold_last_year", sign="panel_right_contract", bare=True, height=32)
        unfold = Button("展开上年", "ghost", name="unfold_last_year", sign="panel_right_expand", bare=True, height=36)
        same = Row(None, 0, 8)
        same.put(_Swatch(), self._same)
        same.addStretch(0)
        self._head.put(Text(title, 16, bold=True), stretch=1)
        self._head.put(same)
        head = Row(None, (24, 8, 12, 0), 8)
        head.put(self._head, stretch=1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        note = Text("带入后年份已改为今年，请按今年的情况改写。", 13, color="text2", wrap=True)
        foot, buttons = Column(None, (24, 8, 24, 12), 6), Row(None, 0, 8)
        buttons.put(self._take, self._take_all)
        buttons.addStretch(1)
        foot.put(buttons)
        foot.put(note)
        column = Column(self._body, (1, 1, 0, 0), 0)
        column.put(head)
        column.put(self._view, stretch=1)
        column.put(foot)
        strip = Column(self._strip, (4, 8, 4, 8), 8)
        words = Text("上\n年", 13, color="text2")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        strip.put(unfold, words)
        strip.addStretch(1)
        row = Row(self, 0, 0)
        row.put(self._body, self._strip)
        close.clicked.connect(lambda: self.fold_asked.emit(True))  # noqa: FBT003 - a signal has no keywords
        unfold.clicked.connect(lambda: self.fold_asked.emit(False))  # noqa: FBT003

    def _buttons(self, *, writable: bool) -> tuple[Button, Button]:
        self._writable = writable
        take = Button("带入这一段", "secondary", name="take_paragraph", height=32)
        every = Button("全部带入", "secondary", name="take_all", height=32)
        take.setEnabled(writable)
        set_tip(take, "带入左边竖线标出的一段，接在今年的文字后面")
        take.clicked.connect(lambda: self.wanted.emit(self._view.paragraph))
        every.clicked.connect(lambda: self.wanted.emit(-1))
        return take, every

    def _restyle(self) -> None:
        self._body.setVisible(not self.folded)
        self._strip.setVisible(self.folded)
        width = max(theme().px(_NARROWEST), min(theme().px(_WIDTH), self._room))
        one_line = width >= theme().px(_IN_ONE_LINE)
        directions = QBoxLayout.Direction
        self._head.setDirection(directions.LeftToRight if one_line else directions.TopToBottom)
        self.setFixedWidth(theme().px(_STRIP) if self.folded else width)


class _PastView(ProseView):
    """The text, to be read and copied."""

    def __init__(self, report: Report, text: str) -> None:
        super().__init__(lambda: report, TextMeasures(15, 29, 4, 30), (24, 8, 24, 12), ground="panel")
        self.setObjectName("last_year_text")
        self.setAccessibleName("上年的文字")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.show_text(text)
        self.cursorPositionChanged.connect(self.viewport().update)

    @property
    def paragraph(self) -> int:
        """The number of the paragraph under the cursor, from 0; paragraphs without words do not count."""
        block, number = self.document().firstBlock(), 0
        while block.isValid() and block != self.textCursor().block():
            number += bool(block.text().strip())
            block = block.next()
        return min(number, len(paragraphs(self.stored)) - 1)

    def turn_to(self, number: int) -> None:
        """Put the cursor on a paragraph, and the whole of it in sight where it is not."""
        if number == self.paragraph:
            return
        block, left = self.document().firstBlock(), number
        while block.isValid() and (left or not block.text().strip()):
            left -= bool(block.text().strip())
            block = block.next()
        if block.isValid():
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            self.setTextCursor(cursor)
            self.setTextCursor(QTextCursor(block))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Mark the paragraph under the cursor by a line beside it."""
        super().paintEvent(event)
        cursor = QTextCursor(self.textCursor().block())
        top = self.cursorRect(cursor).top()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        height = self.cursorRect(cursor).bottom() - top
        painter = QPainter(self.viewport())
        painter.fillRect(theme().px(12), top, theme().px(3), height, theme().tokens.accent)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        edit_menu(self).exec(event.globalPos())


class _Swatch(QWidget):
    """A small square in the colour of what is the same."""

    def __init__(self) -> None:
        super().__init__()
        self._restyle()
        theme().follow(self._restyle)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().tokens.border2, 1))
        painter.setBrush(theme().tokens.same)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme().px(3), theme().px(3))

    def _restyle(self) -> None:
        self.setFixedSize(theme().px(15), theme().px(15))
        self.update()
