"""One choice of a few, all in sight, in as many rows as the room asks for."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from gui.controls.ring import paint_ring, shows_ring
from gui.look.icons import icon
from gui.look.theme import theme

_EDGE, _HEIGHT = 3, 36


class Segments(QWidget):
    """The choices on one ground; where one row would cut their words there are two or more."""

    chosen = Signal(str)

    def __init__(
        self, name: str, spoken: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Take the object name, the accessible name, and (value, words) of each choice."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._buttons = {value: _Segment(f"{name}_{value}", words, self) for value, words in choices}
        for value, button in self._buttons.items():
            button.clicked.connect(lambda _checked, chosen=value: self.chosen.emit(chosen))
        self._restyle()
        theme().follow(self._restyle)

    def show_choice(self, value: str) -> None:
        """Mark a choice; one that is not there marks none."""
        for known, button in self._buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(known == value)
            button.setAutoExclusive(True)

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height of as many rows as that width asks for."""
        rows = -(-len(self._buttons) // self._in_a_row(width))
        return rows * theme().px(_HEIGHT) + 2 * theme().px(_EDGE)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as one row, and as high as the present width asks for."""
        width = sum(button.sizeHint().width() for button in self._buttons.values()) + 2 * theme().px(_EDGE)
        return QSize(width, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for the longest."""
        width = max(self._least) + 2 * theme().px(_EDGE)
        return QSize(width, theme().px(_HEIGHT) + 2 * theme().px(_EDGE))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give each its place."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().tokens.head)
        painter.drawRoundedRect(QRectF(self.rect()), theme().px(6), theme().px(6))

    def _in_a_row(self, width: int) -> int:
        """How many stand beside each other: all of them, or as many of the longest as there is room for."""
        least, room = self._least, width - 2 * theme().px(_EDGE)
        return len(least) if sum(least) <= room else max(1, room // max(least))

    def _place(self) -> None:
        edge, high = theme().px(_EDGE), theme().px(_HEIGHT)
        room, count, top = self.width() - 2 * edge, self._in_a_row(self.width()), edge
        buttons = list(self._buttons.values())
        for start in range(0, len(buttons), count):
            row, left = buttons[start : start + count], edge
            for button, width in zip(row, _widths(self._least[start : start + count], room, count), strict=True):
                button.setGeometry(left, top, width, high)
                left += width
            top += high

    def _restyle(self) -> None:
        self._least = [button.minimumSizeHint().width() for button in self._buttons.values()]
        self.updateGeometry()
        self._place()
        self.update()


def _widths(least: Sequence[int], room: int, count: int) -> list[int]:
    """The widths of a row with room for so many: all equal, or, where one is longer, each with the same air."""
    equal = room // count
    if max(least) <= equal:
        return [equal] * len(least)
    air = (room - sum(least)) // len(least)
    return [width + max(0, air) for width in least]


class _Segment(QRadioButton):
    """One of the choices."""

    def __init__(self, name: str, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._ring = False

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the words and the tick."""
        words = QFontMetrics(theme().font(15, bold=True)).horizontalAdvance(self.text())
        return QSize(words + theme().px(44), theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The words are never cut."""
        words = QFontMetrics(theme().font(15, bold=True)).horizontalAdvance(self.text())
        return QSize(words + theme().px(28), theme().px(_HEIGHT))

    def hitButton(self, _position: object) -> bool:  # noqa: N802
        """All of it can be pressed."""
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the ring when the keyboard brought the focus."""
        self._ring = shows_ring(event.reason(), before=self._ring)
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the segment."""
        painter, tokens, px = QPainter(self), theme().tokens, theme().px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        if self.isChecked() or self.underMouse():
            painter.setBrush(tokens.surface if self.isChecked() else tokens.hover)
            painter.setPen(QPen(tokens.accent, 1.5) if self.isChecked() else QPen(Qt.PenStyle.NoPen))
            painter.drawRoundedRect(area, px(5), px(5))
        if self.hasFocus() and self._ring:
            paint_ring(painter, self.rect(), px(5))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        tokens, px = theme().tokens, theme().px
        font = theme().font(15, self.isChecked())
        painter.setFont(font)
        painter.setPen(tokens.accent_t if self.isChecked() else tokens.text2)
        words = QFontMetrics(font).horizontalAdvance(self.text())
        tick = px(22) if self.isChecked() and self.width() >= words + px(30) else 0
        left = (self.width() - words - tick) // 2
        if tick:
            painter.drawPixmap(left, (self.height() - px(16)) // 2, icon("checkmark", tokens.accent, px(16)))
        area = self.rect().adjusted(left + tick, 0, 0, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
