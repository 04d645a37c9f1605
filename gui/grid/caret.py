"""The caret of the text being typed into a cell: it blinks while the table has the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QBasicTimer, QObject, QTimerEvent
from PySide6.QtGui import QGuiApplication


class Caret(QObject):
    """Whether the caret shows just now; `visible` changes as it blinks."""

    def __init__(self, parent: QObject, repaint: Callable[[], None]) -> None:
        """Begin hidden; `repaint` paints the current cell."""
        super().__init__(parent)
        self._repaint, self._timer = repaint, QBasicTimer()
        self._focused = False
        self.visible = False

    def show(self, *, editing: bool, focused: bool) -> None:
        """Show the caret, and let it blink while something is being typed."""
        self.visible = self._focused = focused
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if editing and focused and flash > 0:
            self._timer.start(flash // 2, self)
        else:
            self._timer.stop()
        self._repaint()

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802
        """Blink."""
        if event.timerId() == self._timer.timerId():
            self.visible = not self.visible and self._focused
            self._repaint()
        else:
            super().timerEvent(event)
