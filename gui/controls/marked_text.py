"""Words of which some stretches are marked, by a ground and a line under them: what differs from other words."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.controls.text import Text
from gui.look.theme import theme

_LEAST = 60


class MarkedText(Text):
    """A label that wraps anywhere, with marked stretches; never rich text."""

    def __init__(
        self, words: str, marks: Iterable[tuple[int, int]] = (), px: float = 15, parent: QWidget | None = None
    ) -> None:
        """Show words, with stretches given in code points."""
        self._marks = tuple((_units(words, start), _units(words, end)) for start, end in marks)
        super().__init__(words, px, wrap=True, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if self._marks:
            encoded = self.text().encode("utf-16-le", "surrogatepass")
            told = (encoded[2 * start : 2 * end].decode("utf-16-le", "replace") for start, end in self._marks)
            self.setAccessibleDescription(f"不同之处：{'；'.join(told)}")

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """As many lines as the words need."""
        return round(self._laid_out(width).boundingRect().height()) + 1

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as there is room."""
        width = theme().px(4 * _LEAST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A few characters."""
        return QSize(theme().px(_LEAST), self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the words with their marks."""
        painter, tokens = QPainter(self), theme().tokens
        layout = self._laid_out(self.width())
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            for start, end in self._marks:
                first, last = (
                    min(max(at, line.textStart()), line.textStart() + line.textLength()) for at in (start, end)
                )
                if first < last:
                    left, right = _x(line, first), _x(line, last)
                    area = QRectF(left, line.y(), right - left, line.height())
                    painter.fillRect(area, tokens.mark)
                    painter.fillRect(QRectF(left, area.bottom() - 1, right - left, 1), tokens.text)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        layout.draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> QTextLayout:
        layout, option = QTextLayout(self.text().replace("\n", "\u2028"), self.font()), QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setAlignment(Qt.AlignmentFlag.AlignLeft)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout


def _units(words: str, at: int) -> int:
    """A place in code points as Qt counts it."""
    return len(words[:at].encode("utf-16-le", "surrogatepass")) // 2


def _x(line: QTextLine, at: int) -> float:
    found: Any = line.cursorToX(at)  # with the place itself, which Qt's stubs do not say
    return float(found[0])
