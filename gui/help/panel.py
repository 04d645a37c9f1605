"""说明 beside the page: what belongs into the cell or part where the clerk is, and on what that rests."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column, Divider, Flowing, Ground, Row, Scroll
from gui.controls.text import Text
from gui.help.books import FORM, MANUAL
from gui.look.theme import theme
from model.explanations import KINDS, STANDINGS, Explanation, Point

WIDTH = 320
"""The panel's width in pixels at 100 %, that of the findings in whose place it stands."""


class ExplanationPanel(Ground):
    """The panel; it begins closed."""

    closed = Signal()
    book_wanted = Signal(str)
    """The id of the book that is to be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it, empty."""
        super().__init__("panel", "l", parent=parent)
        self.setObjectName("explanation")
        self.setAccessibleName("说明")
        self._shown: tuple[Explanation, ...] = ()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._close = Button("关闭说明", "ghost", name="close_explanation", sign="dismiss", bare=True)
        body = Flowing()
        self._list = Column(body, (8, 0, 12, 8), 20)
        self._area = Scroll(body)
        self._lay_out()
        self._close.clicked.connect(self.closed)
        self._later.timeout.connect(self._list_all)
        self.hide()
        self._restyle()
        theme().follow(self._restyle)

    def show_explanations(self, explanations: Sequence[Explanation]) -> None:
        """Show these, as soon as the keys let the event loop go on; what is shown already is left alone."""
        if tuple(explanations) != self._shown:
            self._shown = tuple(explanations)
            self._later.start()

    def announce(self) -> None:
        """Read it to a screen reader."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken(self._shown)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column, head, foot = Column(self, (12, 8, 8, 12), 8), Row(None, (8, 0, 4, 0), 4), Row(None, (8, 0, 8, 0), 20)
        head.put(Text("说明", 16, bold=True))
        head.addStretch(1)
        head.put(self._close)
        for words, book in (("全部说明", FORM), ("使用说明", MANUAL)):
            link = Button(words, "link", name=f"book_{book}", height=32)
            link.clicked.connect(lambda _checked=False, wanted=book: self.book_wanted.emit(wanted))
            foot.put(link)
        foot.addStretch(1)
        column.put(head)
        column.put(self._area, stretch=1)
        column.put(Divider())
        column.put(foot)

    def _list_all(self) -> None:
        self._list.clear()
        for explanation in self._shown:
            self._list.put(_shown(explanation))
        self._list.addStretch(1)
        self._area.verticalScrollBar().setValue(0)

    def _restyle(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))


def spoken(explanations: Sequence[Explanation]) -> str:
    """All of it in one line, for a screen reader."""
    points = (f"{KINDS[point.kind]}，{point.words}" for one in explanations for point in one.points)
    return "。".join([*(one.title for one in explanations[:1]), *points])


def _shown(explanation: Explanation) -> QWidget:
    part = QWidget()
    column = Column(part, 0, 10)
    column.put(Text(explanation.title, 16, bold=True, wrap=True))
    for point in explanation.points:
        said = Column(None, 0, 2)
        said.put(Text(_about(point), 13, color="text2", wrap=True), Text(point.words, 15, wrap=True))
        column.put(said)
    return part


def _about(point: Point) -> str:
    """What a point is and on what it rests: 不算 · 法律 《条例》第十六条."""
    rests = " ".join(filter(None, (STANDINGS[point.standing], point.source)))
    return f"{KINDS[point.kind]} · {rests}" if rests else KINDS[point.kind]
