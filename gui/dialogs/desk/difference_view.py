"""Two drafts of one report side by side, part by part, with what differs marked: one view for all that compare."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Card, Column, Flowing, Row, Scroll
from gui.controls.marked_text import MarkedText
from gui.controls.text import Text
from gui.look.theme import theme
from model.desk import differences
from model.desk.differences import Part
from model.report.report import Report

_MOST = 40
"""So many places of a part are shown."""
_FIRST_COLUMN = 132
_NOTHING = "（没有）"


class Side(NamedTuple):
    """One of two reports, under the name it has for the clerk."""

    name: str
    report: Report


class DifferenceView(QWidget):
    """The parts in which two reports differ."""

    taken = Signal(str)
    """The id of a part that is to be taken from the second report."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing."""
        super().__init__(parent)
        self._inside = Flowing()
        self._list = Column(self._inside, (0, 0, 12, 0), 10)
        Column(self, 0, 0).put(Scroll(self._inside), stretch=1)

    def show_two(
        self, one: Side, other: Side, take: str = "", kept: Sequence[str] = (), *, several: bool = False
    ) -> None:
        """Show what differs.

        Args:
            one: what the clerk has.
            other: what it is laid against.
            take: what the button says that takes a part from the other one; without words there is none.
            kept: the parts that cannot be taken.
            several: whether parts are marked to be taken together; `taken` then tells of each press.
        """
        found = differences.parts(one.report, other.report)
        rows = differences.rows(one.report, other.report)
        self._list.clear()
        if not found:
            self._list.put(Text("内容完全相同。", color="text2"))
        for part in found:
            words = "" if part.id in kept else take
            button = _take(part, words, self.taken.emit, several=several) if words else None
            self._list.put(_part(part, rows[part.id], (one.name, other.name), button))
        self._list.addStretch(1)

    def show_words(self, words: str) -> None:
        """Say why nothing is compared."""
        self._list.clear()
        self._list.put(Text(words, color="text2", wrap=True))
        self._list.addStretch(1)


def pair(one: str, other: str) -> tuple[QWidget, QWidget]:
    """What stands at one place in two reports, with what differs marked."""
    first, second = differences.marks(one, other)
    if not one or not other:
        first = second = ()
    return MarkedText(one or _NOTHING, first), MarkedText(other or _NOTHING, second)


def _take(part: Part, words: str, taken: Callable[[str], None], *, several: bool) -> Button:
    button = Button(words, "secondary", name=f"take_{part.id}", height=32)
    button.setAccessibleDescription(part.name)
    button.setCheckable(several)
    button.clicked.connect(lambda: taken(part.id))
    return button


def _part(part: Part, rows: Sequence[differences.Row], names: tuple[str, str], button: Button | None) -> QWidget:
    card = Card("surface", "border", 8)
    card.setObjectName(f"difference_{part.id}")
    column, head = Column(card, (16, 10, 16, 12), 8), Row(None, 0, 8)
    head.put(Text(part.words, 16, bold=True, wrap=True), stretch=1)
    if button is not None:
        head.put(button)
    column.put(head)
    if rows:
        column.put(_table(part.name, rows, names))
    else:
        column.put(Text("印出来的字相同，嵌入的数据或标点前后的空白不同。", 14, color="text2", wrap=True))
    if len(rows) > _MOST:
        column.put(Text(f"另有 {len(rows) - _MOST} 处没有列出。", 14, color="text2"))
    return card


def _table(name: str, rows: Sequence[differences.Row], names: tuple[str, str]) -> QWidget:
    table = QWidget()
    table.setAccessibleName(name)
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme().px(16))
    grid.setVerticalSpacing(theme().px(6))
    grid.setColumnMinimumWidth(0, theme().px(_FIRST_COLUMN))
    for column, stretch in enumerate((0, 1, 1)):
        grid.setColumnStretch(column, stretch)
    for column, words in enumerate(names, 1):
        grid.addWidget(Text(words, 13, color="text2", wrap=True), 0, column)
    for line, row in enumerate(rows[:_MOST], 1):
        label = Text(row.name, 14, color="text2", wrap=True)
        label.setMaximumWidth(theme().px(_FIRST_COLUMN))
        for column, cell in enumerate((label, *pair(row.one, row.other))):
            grid.addWidget(cell, line, column, Qt.AlignmentFlag.AlignTop)
    return table
