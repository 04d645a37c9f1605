"""The list of drafts as a view on any number of them: rows exist for what is in sight, and a few beyond."""

import time
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from gui.controls.layouts import Card
from gui.look.theme import theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gui.pages.start.draft_row import DraftRow
    from model.drafts.listing import Entry
    from model.session.progress import State

BEYOND = 4
"""So many rows exist above and below what is in sight, for the keyboard."""
SLICE_S = 0.008
"""Rows that take the place of others are made for so long at a time, in seconds; events are answered in between."""
_EDGE = 4
_FIRST_ROWS = 12


class DraftListView(Card):
    """The list; all rows are equally high."""

    opened = Signal(object)
    restored = Signal(object)
    asked = Signal(str, object)
    wanted = Signal(object)
    """A list of `Entry`: rows whose progress is to be shown (see `show_states`)."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        """Build an empty list."""
        super().__init__("surface", "border", 10, parent)
        self._today = today
        self._entries: Sequence[Entry] = ()
        self._said: date | None = None
        self._rows: dict[int, DraftRow] = {}
        self._outdated: dict[int, DraftRow] = {}
        self._scroll: QScrollArea | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._make_rows)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().follow(self._restyle)

    def show_entries(self, entries: "Sequence[Entry]", said: date | None = None) -> None:
        """Show some drafts in their order; rows of the same content stay as they are.

        Args:
            entries: the drafts.
            said: the day they are due that stands above the list already.
        """
        self._said = said
        before = {(row.entry, not index): (index, row) for index, row in self._rows.items()}
        self._entries, self._rows = entries, {}
        for index in self._in_sight():
            if (kept := before.pop((entries[index], not index), None)) is not None:
                self._rows[index] = kept[1]
                kept[1].leave_out(said)
        for index, row in before.values():
            if index in self._outdated:
                _drop(row)
            else:
                self._outdated[index] = row
        self._restyle()
        self._make_rows()

    def show_states(self, entry: "Entry", states: "Mapping[str, State]") -> None:
        """Show how far a draft is, where its row exists."""
        for row in self._rows.values():
            if row.entry == entry:
                row.show_states(states)

    def ask(self) -> None:
        """Ask again for the progress of the rows that exist."""
        self.wanted.emit([row.entry for row in self._rows.values() if not row.stated])

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as all rows."""
        return QSize(theme().px(600), len(self._entries) * self._row_height() + 2 * theme().px(_EDGE))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As high as all rows."""
        return QSize(0, self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Follow the area that scrolls it."""
        super().showEvent(event)
        self._follow_scroll()
        self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay the rows out anew."""
        super().resizeEvent(event)
        self._place()
        self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Scroll to the row that the keyboard has reached."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget) and self._scroll is not None:
            self._scroll.ensureWidgetVisible(watched, 0, self._row_height())
            self._soon.start()
        return super().eventFilter(watched, event)

    def _follow_scroll(self) -> None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if self._scroll is None and isinstance(parent, QScrollArea):
            self._scroll = parent
            parent.verticalScrollBar().valueChanged.connect(lambda _value: self._make_rows())

    def _in_sight(self, beyond: int = BEYOND) -> range:
        """The rows in sight, and some above and below."""
        height = self._row_height()
        if self._scroll is None or not self.isVisible():
            return range(min(len(self._entries), _FIRST_ROWS))
        top = -self._top()
        first = max(0, top // height - beyond)
        last = min(len(self._entries), (top + self._scroll.viewport().height()) // height + 1 + beyond)
        return range(min(first, last), last)

    def _top(self) -> int:
        """Where the list begins, seen from the top of what is in sight."""
        assert self._scroll is not None
        return self.mapTo(self._scroll.viewport(), self.rect().topLeft()).y() + theme().px(_EDGE)

    def _make_rows(self) -> None:
        """Make the rows that come into sight, and let go those far out of it."""
        wanted = self._in_sight()
        for index in [index for index in self._rows if index not in wanted and not _has_focus(self._rows[index])]:
            _drop(self._rows.pop(index))
        fresh = self._make_some([index for index in wanted if index not in self._rows])
        if fresh:
            self._place()
            self._chain()
            self.wanted.emit([self._rows[index].entry for index in fresh])
        if all(index in self._rows for index in wanted):
            self._drop_outdated(list(self._outdated))
        else:
            self._soon.start()

    def _make_some(self, missing: list[int]) -> list[int]:
        """Make rows, the first ones in sight whole and others for a slice of time; an outdated row stays till then."""
        made: list[int] = []
        at_once = range(0) if self._rows or self._outdated else self._in_sight(beyond=0)
        start = time.perf_counter()
        for index in missing:
            if made and index not in at_once and time.perf_counter() - start > SLICE_S:
                break
            self._rows[index] = self._row(self._entries[index], first=not index)
            made.append(index)
        self._drop_outdated(made)
        return made

    def _drop_outdated(self, indexes: list[int]) -> None:
        for index in indexes:
            if (row := self._outdated.pop(index, None)) is not None:
                _drop(row)

    def _row(self, entry: "Entry", *, first: bool) -> "DraftRow":
        from gui.pages.start.draft_row import DraftRow  # the model, after the first screen is painted

        row = DraftRow(entry, self._today, first=first, parent=self)
        row.leave_out(self._said)
        row.opened.connect(self.opened)
        row.restored.connect(self.restored)
        row.asked.connect(self.asked)
        for button in row.buttons:
            button.installEventFilter(self)
        row.show()
        return row

    def _place(self) -> None:
        height, edge = self._row_height(), theme().px(_EDGE)
        for index, row in self._rows.items():
            row.setGeometry(1, edge + index * height, self.width() - 2, height)

    def _chain(self) -> None:
        """Let Tab go through the rows in their order."""
        for index in sorted(self._rows):
            self._rows[index].raise_()

    def _row_height(self) -> int:
        return theme().px(78)

    def _restyle(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self._place()
        self._soon.start()


def _has_focus(row: QWidget) -> bool:
    focused = row.window().focusWidget()
    return focused is not None and row.isAncestorOf(focused)


def _drop(row: QWidget) -> None:
    row.hide()
    row.deleteLater()
