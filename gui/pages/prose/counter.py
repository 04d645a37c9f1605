"""How long a text is: 612 / 1000 字 for the overview, n 字 elsewhere."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.controls.layouts import Row
from gui.controls.plain import set_tip
from gui.controls.text import Text
from gui.look.theme import theme

_UNIT = "字"


class Counter(QWidget):
    """The count and, where a length is asked for, how much of it is used."""

    def __init__(self, limit: int | None = None, parent: QWidget | None = None) -> None:
        """Take the length that is asked for, in characters, if there is one."""
        super().__init__(parent)
        self.setObjectName("prose_counter")
        self._limit = limit
        self._count = Text("0", 16, bold=True)
        self._unit = Text(_UNIT, 15, color="text2")
        self._bar = _Bar()
        row = Row(self, 0, 8)
        row.put(self._count, self._unit, self._bar)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._give_way()

    @property
    def words(self) -> str:
        """What it says where there is room for all of it."""
        return f"{self._count.text()} {self._limit_words()}"

    def show_count(self, count: int) -> None:
        """Show a length; over the limit it is slate like the hint about it, for no rule forbids it."""
        over = self._limit is not None and count > self._limit
        self._count.setText(str(count))
        self._count.set_color("hint" if over else "text")
        self._bar.show_share(count / self._limit if self._limit else 0, over=over)
        self.setAccessibleName(self.words)
        set_tip(self, self.accessibleName())
        self._give_way()
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for all it can say."""
        bar = self._bar.sizeHint().width() + theme().px(8) if self._limit else 0
        return QSize(self._words_width(self._limit_words()) + bar, self._count.sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for the count, which is never cut."""
        return QSize(self._words_width(_UNIT), self._count.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Leave out the bar where there is no room for it, and then the limit."""
        limited = self._limit is not None
        self._bar.setVisible(limited and self.width() >= self.sizeHint().width())
        whole = self.width() >= self._words_width(self._limit_words())
        self._unit.setText(self._limit_words() if whole else _UNIT)

    def _limit_words(self) -> str:
        return f"/ {self._limit} 字" if self._limit else _UNIT

    def _words_width(self, unit: str) -> int:
        count = self._count.fontMetrics().horizontalAdvance(self._count.text())
        return count + theme().px(8) + self._unit.fontMetrics().horizontalAdvance(unit) + 2


class _Bar(QWidget):
    """A thin bar."""

    def __init__(self) -> None:
        super().__init__()
        self._share, self._over = 0.0, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().renew(self)

    def show_share(self, share: float, *, over: bool) -> None:
        self._share, self._over = min(1.0, share), over
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(theme().px(160), theme().px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter, tokens = QPainter(self), theme().tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        painter.setBrush(tokens.border)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setBrush(tokens.hint if self._over else tokens.accent)
        if self._share:
            width = max(self.height(), self.width() * self._share)
            painter.drawRoundedRect(QRectF(0, 0, width, self.height()), radius, radius)
