"""A source file as plain paper: its paragraphs and tables painted from their words; nothing of the file is loaded."""

import time
from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gui.controls.plain import show_tip
from gui.controls.ring import paint_ring, shows_ring
from gui.look.theme import theme
from gui.source.layout import LaidOut, LaidParagraph, SourceMark, Stretch, Style, laid_out
from importers.document.blocks import Block, Document, Paragraph
from importers.reading import Location
from model.structs import replace

_PAPER, _MARGIN_X, _MARGIN_Y, _AROUND = 648, 56, 36, 20
_LEAST_MARGIN = 28
_MOST_BLOCKS, _BEFORE = 3000, 200
"""How many blocks of a long file are shown, and how many of them before the first that matters."""
_SLICE_S = 0.012
"""How long laying out may take in one event-loop iteration, so that the window stays alive."""
_SHORT = 40


class SourceView(QAbstractScrollArea):
    """The paper; blocks are laid out a few at a time, as they are needed."""

    picked = Signal(int)
    """The number of a doubt whose place was pressed."""

    def __init__(self, document: Document, locations: Mapping[str, Location], parent: QWidget | None = None) -> None:
        """Show a document; the locations tell its title and where in a long file the report is."""
        super().__init__(parent)
        self.setObjectName("source_view")
        self.setAccessibleName("原文件")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._first, self._blocks = _part(document, locations)
        self._left_out = len(document.blocks) - len(self._blocks)
        self._styles = {locations[place].block: "title" for place in ("title",) if place in locations}
        self._headings = {location.block for place, location in locations.items() if place.startswith("heading.")}
        self._laid: list[tuple[int, LaidOut]] = []
        self._marks: dict[Location, SourceMark] = {}
        self._stretches: tuple[Stretch, ...] = ()
        self._said = ""
        self._looked_at: Location | None = None
        self._wanted = self._ring = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._lay_out_more)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(theme().px(40))
        theme().follow(self._begin_again)

    @property
    def laid_out(self) -> bool:
        """Whether all that is shown has its place."""
        return len(self._laid) == len(self._blocks)

    def show_marks(self, doubts: Sequence[tuple[int, str, Sequence[Location]]], current: int) -> None:
        """Mark doubts by number, words and locations; the current one is looked at."""
        self._marks = {}
        for number, words, locations in doubts:
            for index, location in enumerate(locations):
                at = replace(location, block=location.block - self._first)
                self._marks.setdefault(at, SourceMark(number, words, number == current, not index))
        self._looked_at = next((at for at, mark in self._marks.items() if mark.current and mark.first), None)
        self.viewport().update()

    def show_place(self, location: Location) -> None:
        """Show a place that is not doubtful, in the colour of what is looked at."""
        at = replace(location, block=location.block - self._first)
        known = self._marks.get(at, SourceMark(0, "", first=False))
        self._marks[at] = replace(known, current=True)
        self._looked_at = at
        self.look_at_current()
        self.viewport().update()

    def show_stretches(self, stretches: Sequence[Stretch], said: str) -> None:
        """Mark words that are no doubt, and say of each the same; it is told where the mouse rests."""
        self._stretches = tuple(replace(each, block=each.block - self._first) for each in stretches)
        self._said = said
        self.viewport().update()

    def look_at_stretch(self, number: int) -> None:
        """Scroll to one of the marked words, by its number from 0."""
        self._looked_at = Location(self._stretches[number].block)
        self.look_at_current()

    def look_at_current(self) -> None:
        """Scroll to the doubt that is looked at, as soon as it has its place."""
        self._wanted = True
        self._scroll_to_wanted()

    def location_rect(self, number: int) -> QRect:
        """Where a doubt is in the viewport; empty when it is not laid out."""
        location = next(
            (location for location, mark in self._marks.items() if mark.number == number and mark.first), None
        )
        return self._rect(location)

    def _rect(self, location: Location | None) -> QRect:
        if location is None or not 0 <= location.block < len(self._laid):
            return QRect()
        top, laid = self._laid[location.block]
        return laid.area(location).translated(self._text_left(), top - self.verticalScrollBar().value())

    def sizeHint(self) -> QSize:  # noqa: N802
        """The paper's width."""
        return QSize(theme().px(720), theme().px(600))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """It gives way."""
        return QSize(theme().px(240), theme().px(160))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay the paper out for the new width."""
        if event.size().width() != event.oldSize().width():
            self._begin_again()
        else:
            self._range_bar()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint what is in sight."""
        painter, tokens, scroll = QPainter(self.viewport()), theme().tokens, self.verticalScrollBar().value()
        painter.fillRect(event.rect(), tokens.canvas)
        paper = QRect(self._paper_left(), theme().px(_AROUND) - scroll, self._paper_width(), self._height())
        painter.setPen(QPen(tokens.border, 1))
        painter.setBrush(tokens.surface)
        painter.drawRect(paper)
        for index, (top, laid) in enumerate(self._laid):
            place = QRect(self._text_left(), top - scroll, self._text_width(), laid.height)
            if place.intersects(event.rect()):
                painter.save()
                painter.translate(place.topLeft())
                self._paint_stretches(painter, index, laid)
                marks = {location: mark for location, mark in self._marks.items() if location.block == index}
                laid.paint(painter, index, marks, event.rect().translated(-place.topLeft()))
                painter.restore()
        if self.laid_out and self._left_out:
            self._paint_left_out(painter, paper)
        if self.hasFocus() and self._ring:
            paint_ring(painter, self.viewport().rect(), 0)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Say what marked words are where the mouse rests on them."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            on_words = any(area.contains(event.pos()) for area in self._stretch_areas())
            show_tip(event.globalPos(), self._said if on_words else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Scroll by keys."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A press on a doubt makes it the one looked at."""
        number = self._mark_at(event.position().toPoint())
        if number is not None:
            self.picked.emit(number)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show where the keyboard is."""
        self._ring = shows_ring(event.reason(), before=self._ring)
        self.viewport().update()

    def focusOutEvent(self, _event: QFocusEvent) -> None:  # noqa: N802
        """Show that it has gone."""
        self.viewport().update()

    def _paint_stretches(self, painter: QPainter, index: int, laid: LaidOut) -> None:
        for stretch in self._stretches:
            if stretch.block == index and isinstance(laid, LaidParagraph):
                laid.paint_stretch(painter, stretch)

    def _stretch_areas(self) -> Iterator[QRect]:
        """Where the marked words are in the viewport, as far as they are laid out."""
        scroll = self.verticalScrollBar().value()
        for stretch in self._stretches:
            if 0 <= stretch.block < len(self._laid):
                top, laid = self._laid[stretch.block]
                if isinstance(laid, LaidParagraph):
                    for area in laid.stretch_areas(stretch):
                        yield area.toRect().translated(self._text_left(), top - scroll)

    def _mark_at(self, at: QPoint) -> int | None:
        scroll = self.verticalScrollBar().value()
        for location, mark in self._marks.items():
            if 0 <= location.block < len(self._laid):
                top, laid = self._laid[location.block]
                if laid.area(location).translated(self._text_left(), top - scroll).contains(at):
                    return mark.number
        return None

    def _begin_again(self) -> None:
        """Lay everything out anew, keeping the doubt that is looked at in view."""
        self._laid = []
        self._wanted = self._wanted or self._looked_at is not None
        self._later.start()

    def _lay_out_more(self) -> None:
        end = time.perf_counter() + _SLICE_S
        while not self.laid_out and time.perf_counter() < end:
            index = len(self._laid)
            top = theme().px(_AROUND + _MARGIN_Y) if not index else self._bottom()
            self._laid.append((top, laid_out(self._blocks[index], self._text_width(), self._style(index))))
        self._range_bar()
        self._scroll_to_wanted()
        self.viewport().update()
        if not self.laid_out:
            self._later.start()

    def _style(self, index: int) -> Style:
        block, number = self._blocks[index], index + self._first
        if self._styles.get(number) == "title":
            return "title"
        if number in self._headings or (isinstance(block, Paragraph) and block.level and len(block.text) < _SHORT):
            return "heading"
        return "text"

    def _bottom(self) -> int:
        top, laid = self._laid[-1]
        return top + laid.height

    def _height(self) -> int:
        """The height of the paper, as far as it is laid out."""
        foot = theme().px(_MARGIN_Y + (_MARGIN_Y if self._left_out else 0))
        return (self._bottom() if self._laid else theme().px(_AROUND)) + foot - theme().px(_AROUND)

    def _range_bar(self) -> None:
        whole = self._height() + 2 * theme().px(_AROUND)
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setRange(0, max(0, whole - self.viewport().height()))

    def _scroll_to_wanted(self) -> None:
        area = self._rect(self._looked_at) if self._wanted else QRect()
        if area.isNull() or (not self.laid_out and area.top() > self._height() - self.viewport().height()):
            return
        self._wanted = False
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        if area.top() < theme().px(40) or area.bottom() > seen - theme().px(40):
            bar.setValue(bar.value() + area.top() - seen // 3)

    def _paint_left_out(self, painter: QPainter, paper: QRect) -> None:
        painter.setFont(theme().font(13))
        painter.setPen(theme().tokens.text3)
        area = QRect(paper.left(), paper.bottom() - theme().px(2 * _MARGIN_Y), paper.width(), theme().px(2 * _MARGIN_Y))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"文件很长，另有 {self._left_out} 段没有显示")

    def _paper_width(self) -> int:
        room = self.viewport().width() - 2 * theme().px(_AROUND)
        return min(room, theme().px(_PAPER))

    def _paper_left(self) -> int:
        return (self.viewport().width() - self._paper_width()) // 2

    def _text_width(self) -> int:
        return max(theme().px(120), self._paper_width() - 2 * self._margin())

    def _text_left(self) -> int:
        return self._paper_left() + self._margin()

    def _margin(self) -> int:
        full = self._paper_width() >= theme().px(_PAPER - 40)
        return theme().px(_MARGIN_X if full else _LEAST_MARGIN)


def _part(document: Document, locations: Mapping[str, Location]) -> tuple[int, tuple[Block, ...]]:
    """The blocks that are shown, and the number of the first: of a long file those around the report."""
    if len(document.blocks) <= _MOST_BLOCKS:
        return 0, document.blocks
    begins = min((location.block for location in locations.values()), default=0)
    first = max(0, min(begins - _BEFORE, len(document.blocks) - _MOST_BLOCKS))
    return first, document.blocks[first : first + _MOST_BLOCKS]
