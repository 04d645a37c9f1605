"""The finding about a cell that was gone to, beside the cell, where it can be put right or confirmed at one press."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from gui.findings.popover import FindingPopover
from gui.grid.grid import NumberGrid
from gui.session.bridge import Bridge
from model.checks import Finding

_ENDING = (QEvent.Type.KeyPress, QEvent.Type.Wheel, QEvent.Type.Hide)
_HELD = (Qt.Key.Key_Alt, Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Meta)
"""Keys that begin a command and are none themselves."""


class GridExplanation(QObject):
    """The card of one table; the next key, press or turn of the wheel in the table puts it away."""

    def __init__(self, bridge: Bridge, grid: NumberGrid) -> None:
        """Begin with nothing explained; the card is made when it is first needed."""
        super().__init__(grid)
        self._bridge, self._grid = bridge, grid
        self._card: FindingPopover | None = None
        self._cell = ""
        grid.installEventFilter(self)
        grid.place_changed.connect(lambda _cell: self.hide())

    def explain(self, cell_id: str) -> None:
        """Show the finding that is put right in a cell, if there is one and it can be answered there."""
        finding = next((found for found in self._bridge.session.findings if self._is_answered_in(found, cell_id)), None)
        if finding is None:
            self.hide()
            return
        if self._card is None:
            self._card = FindingPopover(self._bridge, self._grid, beside_table=True)
        self._cell = cell_id
        self._card.explain(finding, self._area())

    def take(self) -> bool:
        """Make the cure that is shown; whether there was one."""
        return self._card is not None and not self._card.isHidden() and self._card.take_fix()

    def hide(self) -> None:
        """Put the card away."""
        if self._card is not None:
            self._card.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Put the card away when the clerk goes on."""
        held = isinstance(event, QKeyEvent) and event.key() in _HELD
        if event.type() in _ENDING and not held:
            self.hide()
        elif event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._follow)
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        if self._card is not None and not self._card.isHidden():
            self._card.place(self._area())

    def _area(self) -> QRect:
        area = self._grid.sheet.bands.visible(self._bridge.session.report.form.cells[self._cell])
        return area.translated(self._grid.viewport().pos())

    def _is_answered_in(self, finding: Finding, cell_id: str) -> bool:
        if finding.fix is not None and finding.fix.numbers:
            return finding.fix.numbers[0][0] == cell_id
        return cell_id in finding.cells[:1] and bool(finding.evidence)
