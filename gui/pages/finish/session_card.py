"""A card beside the preview that shows something of the session anew, or is hidden while there is nothing."""

from PySide6.QtWidgets import QWidget

from gui.controls.layouts import Card, Column
from gui.session.bridge import Bridge


class SessionCard(Card):
    """Lines made by `_show` of the kind of card."""

    def __init__(self, bridge: Bridge, name: str, margin: int, gap: int, parent: QWidget | None = None) -> None:
        """Show a session; `margin` above and below, `gap` between lines, in pixels."""
        super().__init__("sunken", "border", 8, parent)
        self.setObjectName(name)
        self._bridge = bridge
        self._column = Column(self, (14, margin, 14, margin), gap)
        if not self._show():
            self.hide()

    def refresh(self) -> None:
        """Show the session as it is now."""
        for line in self._column.taken():
            line.hide()
            line.deleteLater()
        self.setVisible(self._show())

    def _show(self) -> bool:
        """Put the lines into the column; whether there are any."""
        raise NotImplementedError
