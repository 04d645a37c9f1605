"""A number table that follows the session and the cursor: no more is painted anew than has changed."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QBasicTimer, QRect, QTimerEvent
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from gui.grid.sheet import GridSheet
from gui.session.bridge import Bridge
from model.form.form import Cell
from model.report.proposals import following_cells, proposal
from model.session.session import Change


@dataclass(frozen=True)
class Lit:
    """What shows where the cursor is."""

    current: Cell
    cells: frozenset[str]
    labels: tuple[Cell, ...]
    selected: frozenset[str]


class GridView(GridSheet):
    """One of the three tables, kept up to date."""

    def __init__(self, table_id: str, bridge: Bridge, parent: QWidget | None = None) -> None:
        """Show a table of the bridge's session; `apply` must be called with every change of it."""
        self._blink = QBasicTimer()
        super().__init__(table_id, bridge, parent)

    def apply(self, change: Change) -> None:
        """Paint anew what a change has touched, and nothing else."""
        if change.cells or change.findings:
            differing = self.marks.refresh()
            ids = change.cells | differing.cells | self._proposed_anew(change)
            self._repaint_cells(cell for cell in self.table.number_cells if cell.id in ids)
            self._repaint_cells(self.column_head(column) for column in differing.heads)
            self._repaint_balances(differing.balances)
        if "last_year" in change.texts:
            self._repaint_cells(self.table.number_cells)

    def show_last_year(self, *, shown: bool) -> None:
        """Show last year's figures beside this year's, or not."""
        self.shows_last_year = shown
        self._repaint_cells(self.table.number_cells)

    def lit(self) -> Lit:
        """What shows where the cursor is now; give it to `relight` after moving."""
        cells = frozenset(cell.id for cell in self.table.number_cells if self.grid_cursor.is_lit(cell))
        selected = self.grid_cursor.selected
        labels = self.grid_cursor.labels(self.grid_cursor.current)
        return Lit(self.grid_cursor.current, cells, labels, selected if len(selected) > 1 else frozenset())

    def relight(self, before: Lit) -> None:
        """Paint anew what a move of the cursor has changed."""
        now = self.lit()
        ids = (before.cells ^ now.cells) | (before.selected ^ now.selected)
        if before.current is not now.current:
            ids |= {before.current.id, now.current.id}
            self._repaint_balances({before.current.column, now.current.column})
        self._repaint_cells(cell for cell in self.table.number_cells if cell.id in ids)
        pairs = zip(before.labels, now.labels, strict=True)
        self._repaint_cells(label for pair in pairs if pair[0] is not pair[1] for label in pair)

    def repaint_current(self) -> None:
        """Paint the current cell anew."""
        self._repaint_cells((self.grid_cursor.current,))

    def _proposed_anew(self, change: Change) -> set[str]:
        """The blank cells whose proposed figure follows what was changed."""
        report = self.session.report
        return {cell for cell in following_cells(report.form, change.cells) if proposal(report, cell) is not None}

    def _repaint_cells(self, cells: Iterable[Cell]) -> None:
        for cell in cells:
            self._update(self.bands.visible(cell))

    def _repaint_balances(self, columns: Iterable[int]) -> None:
        for column in self.marks.balances.keys() & columns:
            self._update(self.bands.balance(column).intersected(self.bands.balance_clip(column)))

    def _update(self, area: QRect) -> None:
        if not area.isEmpty():
            self.viewport().update(area)

    def show_caret(self) -> None:
        """Show the caret, and let it blink while something is being typed."""
        self.shows_caret = self.hasFocus()
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if self.edit is not None and self.shows_caret and flash > 0:
            self._blink.start(flash // 2, self)
        else:
            self._blink.stop()
        self.repaint_current()

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802
        """Blink."""
        if event.timerId() == self._blink.timerId():
            self.shows_caret = not self.shows_caret and self.hasFocus()
            self.repaint_current()
        else:
            super().timerEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show that typing goes here now."""
        super().focusInEvent(event)
        self.show_caret()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show that typing goes elsewhere now."""
        super().focusOutEvent(event)
        self.show_caret()
