"""The focus ring: when it is shown, and how it is painted."""

from functools import cache

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from gui.look.theme import theme

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_RETURNING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class RingButton(QPushButton):
    """A push button that Enter presses as Space does, and that knows whether it shows the ring."""

    ringed = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter press it once however long it is held, and keep the key from everything around it."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
            return
        event.accept()
        if not event.isAutoRepeat():
            self.click()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the ring when the keyboard brought the focus."""
        self.ringed = shows_ring(event.reason(), before=self.ringed)
        super().focusInEvent(event)


def shows_ring(reason: Qt.FocusReason, *, before: bool) -> bool:
    """Whether a widget that gets the focus shows the ring: the keyboard brought it, or code after a key.

    Args:
        reason: why it gets the focus.
        before: whether it showed the ring when it had the focus last; a window that comes back shows it again.
    """
    if reason in _BY_KEYBOARD:
        return True
    if reason == Qt.FocusReason.MouseFocusReason:
        return False
    return _last_input().by_key or (before and reason in _RETURNING)


def listen(window: QWidget) -> None:
    """Note from now on whether keys or the mouse are used in a window that is being shown."""
    if (handle := window.windowHandle()) is not None:
        handle.installEventFilter(_last_input())


def paint_ring(painter: QPainter, area: QRect, radius: float) -> None:
    """Paint the ring inside an area: 2 px in the colour of the text, and a line that parts it from the fill."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().tokens.surface, 1))
    painter.drawRoundedRect(QRectF(area).adjusted(2.5, 2.5, -2.5, -2.5), radius - 1.5, radius - 1.5)
    painter.setPen(QPen(theme().tokens.text, 2))
    painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), radius, radius)


class _LastInput(QObject):
    """Whether the last input was a key; it hears a window as the system speaks to it, which is a few events only."""

    by_key = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Note what it was, and let it go on."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            self.by_key = True
        elif event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self.by_key = False
        return super().eventFilter(watched, event)


@cache
def _last_input() -> _LastInput:
    return _LastInput()
