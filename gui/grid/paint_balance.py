"""How the balance row under table three is painted."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from gui.grid.marks import Off
from gui.grid.paint import PaintKit, fitting
from gui.look.icons import icon
from gui.look.theme import Tokens


def paint_balance_label(painter: QPainter, kit: PaintKit, rect: QRect, words: str) -> None:
    """Paint the words of the balance row."""
    px = kit.theme.px
    kit.ground(painter, rect, kit.tokens.head)
    side = px(18)
    sign = icon("calculator", kit.tokens.text2, side)
    painter.drawPixmap(rect.x() + px(12), rect.y() + (rect.height() - side) // 2, sign)
    painter.setFont(kit.label_bold)
    painter.setPen(kit.tokens.text)
    painter.drawText(rect.adjusted(px(40), 0, 0, -1), Qt.AlignmentFlag.AlignVCenter, words)


def paint_balance(painter: QPainter, kit: PaintKit, rect: QRect, off: Off, *, highlighted: bool) -> None:
    """Paint how one column balances: ✓, 差 n or 多 n, or nothing while cells of a column that is not off are blank."""
    kit.ground(painter, rect, _ground(kit.tokens, off, highlighted=highlighted))
    if off.difference:
        _paint_difference(painter, kit, rect, off)
    elif off.difference is not None:
        side = kit.theme.px(18)
        sign = icon("checkmark", kit.tokens.ok, side)
        painter.drawPixmap(rect.center().x() - side // 2, rect.y() + (rect.height() - side) // 2, sign)


def _ground(tokens: Tokens, off: Off, *, highlighted: bool) -> QColor:
    if off.difference:
        return tokens.warn_tint if off.unfinished else tokens.error_tint
    return tokens.tint if highlighted else tokens.head


def _paint_difference(painter: QPainter, kit: PaintKit, rect: QRect, off: Off) -> None:
    """Paint the words, behind a sign where there is room: in amber while cells of the column are still blank."""
    painter.setPen(kit.tokens.warn if off.unfinished else kit.tokens.error)
    words, side, gap = off.words, kit.theme.px(16), kit.theme.px(8)
    width = kit.text(words, kit.label_bold).size().width()
    if side + gap + width > rect.width() - kit.theme.px(4):
        kit.centre(painter, rect, words, fitting(kit, words, rect.width() - kit.theme.px(4), bold=True))
        return
    left = rect.x() + (rect.width() - side - gap - width) / 2
    sign = kit.sign("warning" if off.unfinished else "error", 16)
    painter.drawPixmap(round(left), rect.y() + (rect.height() - side) // 2, sign)
    kit.centre(
        painter, QRect(round(left) + side + gap, rect.y(), round(width), rect.height() - 1), words, kit.label_bold
    )
