"""Buttons: primary (one a screen), tonal, secondary, ghost, link; painted, because a style sheet has no icon gap."""

from typing import Literal, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.controls.layouts import colour
from gui.controls.plain import set_tip
from gui.controls.ring import RingButton, paint_ring
from gui.look.icons import icon
from gui.look.theme import theme

Kind = Literal["primary", "tonal", "secondary", "ghost", "link"]

_NONE = QColor(0, 0, 0, 0)


class _Look(NamedTuple):
    fill: QColor
    edge: QColor
    ink: QColor


class Button(RingButton):
    """A push button with words, an icon before or behind them, or an icon alone."""

    def __init__(  # noqa: PLR0913
        self,
        text: str,
        kind: Kind = "secondary",
        *,
        name: str,
        sign: str = "",
        sign_right: str = "",
        bare: bool = False,
        height: float = 36,
        px: float = 15,
        bold: bool | None = None,
        ink: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make the button.

        Args:
            text: its words; with `bare`, only its accessible name and tooltip.
            kind: how much it calls for attention.
            name: the object name.
            sign: the icon before the words.
            sign_right: the icon behind them.
            bare: show the icon alone.
            height: in pixels at 100 %, as `px`, the type's size.
            px: the type's size.
            bold: whether the words are bold; primary and tonal ones are.
            ink: the name of the colour of a link's words, if not the usual one.
            parent: the parent widget.
        """
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.kind: Kind = kind
        self._sign, self._sign_right, self._bare = sign, sign_right, bare
        self._height, self._px = height, px
        self._bold = kind in ("primary", "tonal") if bold is None else bold
        self._ink, self._least = ink, 0.0
        if bare:
            set_tip(self, text)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().follow(self._restyle)

    def set_words(self, text: str) -> None:
        """Change the words and the accessible name."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    def set_sign(self, sign: str) -> None:
        """Change the icon before the words."""
        self._sign = sign
        self._restyle()

    def set_bare(self, *, bare: bool) -> None:
        """Show the icon alone, or the words too."""
        if bare != self._bare:
            self._bare = bare
            set_tip(self, self.text() if bare else "")
            self._restyle()

    def set_kind(self, kind: Kind) -> None:
        """Change how much it calls for attention."""
        self.kind, self._bold = kind, kind in ("primary", "tonal")
        self._restyle()

    def set_bold(self, *, bold: bool) -> None:
        """Make the words bold, or not."""
        if bold != self._bold:
            self._bold = bold
            self._restyle()

    def set_ink(self, ink: str) -> None:
        """Change the colour of a link's words, by name."""
        self._ink = ink
        self.update()

    def set_least_width(self, px: float) -> None:
        """Be at least as wide, in pixels at 100 %."""
        self._least = px
        self._restyle()

    def fill_width(self) -> None:
        """Take all the width there is."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as its words and icons."""
        height = theme().px(self._height)
        if self._bare:
            return QSize(height, height)
        width = self._words_width() + self._signs_width() + 2 * self._padding()
        return QSize(max(width, theme().px(self._least)), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ground, the ring, the icons and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look()
        self._paint_ground(painter, look)
        self._paint_content(painter, look.ink)

    def _paint_ground(self, painter: QPainter, look: _Look) -> None:
        radius = theme().px(6)
        painter.setPen(QPen(look.edge, 1) if look.edge.alpha() else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(look.fill)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if self.hasFocus() and self.ringed:
            paint_ring(painter, self.rect(), radius)

    def _paint_content(self, painter: QPainter, ink: QColor) -> None:
        side, gap = theme().px(20), theme().px(8)
        words = 0 if self._bare else self._words_width()
        left = (self.width() - words - self._signs_width()) // 2
        if self.kind == "link":
            left = self._padding()
        if self._sign:
            painter.drawPixmap(left, (self.height() - side) // 2, icon(self._sign, ink, side))
            left += side + gap
        if self._bare:
            return
        painter.setFont(self._font())
        painter.setPen(ink)
        area = QRect(left, 0, words + 2, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.kind == "link" and (self.underMouse() or (self.hasFocus() and self.ringed)):
            base = area.center().y() + QFontMetrics(self._font()).ascent() // 2 + theme().px(2)
            painter.fillRect(left, base, words, 1, ink)
        if self._sign_right:
            painter.drawPixmap(left + words + gap, (self.height() - side) // 2, icon(self._sign_right, ink, side))

    def _look(self) -> _Look:
        tokens = theme().tokens
        if not self.isEnabled():
            edge = tokens.border if self.kind in ("secondary", "primary", "tonal") else _NONE
            return _Look(_NONE if self.kind in ("ghost", "link") else tokens.sunken, edge, tokens.disabled)
        if self.isChecked():
            return _Look(tokens.tint, tokens.accent, tokens.accent_t)
        state = 2 if self.isDown() else 1 if self.underMouse() else 0
        return self._enabled_look(state)

    def _enabled_look(self, state: int) -> _Look:
        tokens = theme().tokens
        if self.kind == "primary":
            return _Look((tokens.accent, tokens.accent_hover, tokens.accent_pressed)[state], _NONE, tokens.onaccent)
        if self.kind == "tonal":
            return _Look((tokens.tint2, tokens.tint, tokens.press)[state], _NONE, tokens.accent_t)
        if self.kind == "secondary":
            return _Look((tokens.raised, tokens.hover, tokens.press)[state], tokens.button_border, tokens.text)
        if self.kind == "ghost":
            return _Look((_NONE, tokens.hover, tokens.press)[state], _NONE, tokens.text)
        return _Look(_NONE, _NONE, colour(self._ink or "accent_t"))

    def _font(self) -> QFont:
        return theme().font(self._px, self._bold)

    def _words_width(self) -> int:
        return QFontMetrics(self._font()).horizontalAdvance(self.text())

    def _signs_width(self) -> int:
        signs = bool(self._sign) + bool(self._sign_right)
        return signs * theme().px(20) + (0 if self._bare else signs * theme().px(8))

    def _padding(self) -> int:
        return theme().px(0 if self.kind == "link" else 16)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
