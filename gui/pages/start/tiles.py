"""The large tiles of the start screen, and the place to drop files on."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.controls.layouts import Column, Row
from gui.controls.ring import RingButton, paint_ring
from gui.controls.text import Sign, Text
from gui.look.icons import icon
from gui.look.theme import theme


class Tile(RingButton):
    """A large button: an icon, what it does, and a line about it."""

    def __init__(self, words: str, line: str, *, name: str, sign: str, main: bool = False) -> None:
        """Take the words; the main tile is in the accent."""
        super().__init__(words)
        self._line, self._sign, self._main = line, sign, main
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setAccessibleDescription(line)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().renew(self)

    def set_line(self, line: str) -> None:
        """Change the line about it."""
        self._line = line
        self.setAccessibleDescription(line)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The tile's height."""
        return QSize(theme().px(300), theme().px(88))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for the words."""
        return QSize(theme().px(220), theme().px(88))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the tile."""
        painter, tokens, px = QPainter(self), theme().tokens, theme().px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bright = self._main and not theme().dark
        state = 2 if self.isDown() else 1 if self.underMouse() else 0
        if bright:
            fill, edge = (tokens.accent, tokens.accent_hover, tokens.accent_pressed)[state], tokens.accent
        elif self._main:
            fill, edge = (tokens.tint2, tokens.tint2, tokens.press)[state], tokens.accent
        else:
            fill, edge = (tokens.surface, tokens.hover, tokens.press)[state], tokens.border
        painter.setPen(QPen(edge, 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(10), px(10))
        if self.hasFocus() and self.ringed:
            paint_ring(painter, self.rect(), px(10))
        self._paint_words(painter, bright=bright)

    def _paint_words(self, painter: QPainter, *, bright: bool) -> None:
        tokens, px = theme().tokens, theme().px
        side = px(28)
        top = (self.height() - side) // 2
        painter.drawPixmap(px(20), top, icon(self._sign, tokens.onaccent if bright else tokens.accent, side))
        area = self.rect().adjusted(px(64), px(18), -px(16), -px(18))
        painter.setPen(tokens.onaccent if bright else tokens.text)
        painter.setFont(theme().font(18, bold=True))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self.text())
        painter.setPen(tokens.onaccent if bright else tokens.text2)
        painter.setFont(theme().font(14))
        room = area.width() - (px(32) if self._main else 0)
        line = painter.fontMetrics().elidedText(self._line, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, line)
        if self._main:
            arrow = icon("arrow_right", tokens.onaccent if bright else tokens.accent_t, px(20))
            painter.drawPixmap(self.width() - px(40), (self.height() - px(20)) // 2, arrow)


class DropZone(QWidget):
    """A dashed ground that says where files can be dropped; the window itself takes them anywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the ground."""
        super().__init__(parent)
        self.setObjectName("drop_zone")
        self._hot = False
        row, words = Row(self, (24, 28, 24, 28), 16), Column(None, 0, 4)
        words.put(Text("把文件拖到这里", 17, bold=True))
        words.put(Text("上年的 Word 报告、年报草稿都行；许多单位的报告一起拖进来，就是审核汇总", 14, color="text2"))
        words.put(Text("网页上的报告：全选、复制，再到这里按 Ctrl+V", 14, color="text2"))
        row.addStretch(1)
        row.put(Sign("arrow_download", "accent", 28))
        row.put(words)
        row.addStretch(1)
        theme().renew(self)

    def set_hot(self, *, hot: bool) -> None:
        """Light up while a file is held over the window."""
        self._hot = hot
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the dashed ground."""
        painter, tokens = QPainter(self), theme().tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(tokens.accent if self._hot else tokens.border2, 1.4)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(tokens.tint if self._hot else tokens.sunken)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme().px(10), theme().px(10))
