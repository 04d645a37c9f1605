"""Words and small signs in the theme's type and colours."""

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.controls.layouts import colour
from gui.controls.plain import harmless, set_tip
from gui.look.icons import icon
from gui.look.theme import theme

SEVERITY_ICONS = {"error": "error_circle", "warning": "warning", "hint": "lightbulb", "ok": "checkmark_circle"}
"""The drawing of each severity, and of what is done."""
SEVERITY_COLOURS = {"error": "error", "warning": "warn", "hint": "hint", "ok": "ok"}
"""The colour of each severity's words; `_tint` and `_edge` follow the name."""

Severity = Literal["error", "warning", "hint", "ok"]

_PILL_PX = 13


class Text(QLabel):
    """A label: size in pixels at 100 %, weight and colour by name; never rich text."""

    def __init__(  # noqa: PLR0913
        self,
        text: str = "",
        px: float = 15,
        *,
        bold: bool = False,
        color: str = "text",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the words."""
        super().__init__(parent)
        self._px, self._bold, self._color = px, bold, color
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self._restyle()
        theme().follow(self._restyle)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show other words; characters that cannot be seen, or turn others about, are shown as ▯."""
        super().setText(harmless(text))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Keep its size: in another place, a style sheet gives a label the font back that it had at another zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.font() != theme().font(self._px, self._bold):
            self.setFont(theme().font(self._px, self._bold))

    def set_color(self, color: str, *, bold: bool | None = None) -> None:
        """Change the colour, and the weight if given."""
        self._color = color
        self._bold = self._bold if bold is None else bold
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(theme().font(self._px, self._bold))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colour(self._color))
        self.setPalette(palette)


class Elided(Text):
    """A label on one line that ends in … where there is no room, with the whole text as a tooltip."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Nearly nothing, so that it can give way."""
        return QSize(theme().px(40), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint as much as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        set_tip(self, self.text() if shown != self.text() else "")


class Sign(QWidget):
    """One icon."""

    def __init__(
        self, name: str, color: str, size: int = 20, *, filled: bool = False, parent: QWidget | None = None
    ) -> None:
        """Take the drawing, its colour's name and its size in pixels at 100 %."""
        super().__init__(parent)
        self._name, self._color, self._size, self._filled = name, color, size, filled
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().follow(self._restyle)

    def set_sign(self, name: str, color: str, *, filled: bool = False) -> None:
        """Show another icon."""
        self._name, self._color, self._filled = name, color, filled
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The icon's size."""
        side = theme().px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the icon."""
        side = theme().px(self._size)
        top, left = (self.height() - side) // 2, (self.width() - side) // 2
        QPainter(self).drawPixmap(left, top, icon(self._name, colour(self._color), side, self._filled))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


def severity_sign(severity: Severity, size: int = 20) -> Sign:
    """The icon of a severity."""
    return Sign(SEVERITY_ICONS[severity], severity_icon_colour(severity), size, filled=True)


def severity_sign_of(severity: str) -> tuple[str, str]:
    """The drawing of a severity and the name of its colour."""
    return SEVERITY_ICONS[severity], severity_icon_colour(severity)


def severity_icon_colour(severity: str) -> str:
    """The name of the colour of a severity's icon."""
    return "warn_icon" if severity == "warning" else SEVERITY_COLOURS[severity]


class Pill(QWidget):
    """A small capsule in a severity's tint: its icon and a few words or a count."""

    def __init__(self, severity: Severity, text: str, parent: QWidget | None = None) -> None:
        """Take the severity and the words."""
        super().__init__(parent)
        self.severity, self._text = severity, text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().renew(self)

    def set_text(self, text: str) -> None:
        """Change the words."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as the words."""
        return pill_size(self._text)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the capsule."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_pill(painter, self.rect(), self.severity, self._text)


def pill_size(text: str) -> QSize:
    """The size of a capsule with these words."""
    words = QFontMetrics(theme().font(_PILL_PX, bold=True)).horizontalAdvance(text)
    return QSize(words + theme().px(8 + 14 + 6 + 10), theme().px(26))


def paint_pill(painter: QPainter, area: QRect, severity: str, text: str, *, fill: str = "") -> None:
    """Paint a capsule: the severity's icon and words on its tint, or on another colour."""
    name, height = SEVERITY_COLOURS[severity], area.height()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(fill or f"{name}_tint"))
    painter.drawRoundedRect(QRectF(area), height / 2, height / 2)
    side = theme().px(14)
    sign = icon(SEVERITY_ICONS[severity], colour(severity_icon_colour(severity)), side, True)  # noqa: FBT003
    left = area.left() + theme().px(8)
    painter.drawPixmap(left, area.top() + (height - side) // 2, sign)
    painter.setFont(theme().font(_PILL_PX, bold=True))
    painter.setPen(colour(name))
    rest = area.adjusted(theme().px(8 + 14 + 6), 0, 0, 0)
    painter.drawText(rest, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
