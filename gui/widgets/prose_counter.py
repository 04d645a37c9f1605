"""How long a text is: 612 / 1000 字 for the overview, n 字 elsewhere."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import theme
from gui.widgets.layouts import Row
from gui.widgets.text import Text


class Counter(QWidget):
    """The count and, where a length is asked for, how much of it is used."""

    def __init__(self, limit: int | None = None, parent: QWidget | None = None) -> None:
        """Take the length that is asked for, in characters, if there is one."""
        super().__init__(parent)
        self.setObjectName("prose_counter")
        self._limit = limit
        self._count = Text("0", 16, bold=True)
        self._unit = Text(f"/ {limit} 字" if limit else "字", 15, color="text2")
        self._bar = _Bar()
        self._bar.setVisible(bool(limit))
        row = Row(self, 0, 8)
        row.put(self._count, self._unit, self._bar)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._count.text()} {self._unit.text()}"

    def show_count(self, count: int) -> None:
        """Show a length; over the limit it is slate like the hint about it, for no rule forbids it."""
        over = self._limit is not None and count > self._limit
        self._count.setText(str(count))
        self._count.set_color("hint" if over else "text")
        self._bar.show_share(count / self._limit if self._limit else 0, over=over)
        self.setAccessibleName(self.words)
        self.updateGeometry()


class _Bar(QWidget):
    """A thin bar."""

    def __init__(self) -> None:
        super().__init__()
        self._share, self._over = 0.0, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

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
