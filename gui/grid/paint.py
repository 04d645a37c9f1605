"""How the cells of a number table are painted: grounds, lines, figures, labels."""

from typing import Literal

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF, QStaticText

from gui.grid.edit import CellEdit
from gui.grid.layout import LINE, GridMeasures, Style, hanging
from gui.look.icons import icon
from gui.look.theme import Theme, Tokens
from model.structs import Struct

TALL_LEAST = 40
"""A merged label is left out where less of its cell than this is in view, in pixels at 100 %."""
_LEAST = 0.55
"""How small figures become at most, as a share of their usual size."""
_TEXTS_KEPT = 600
_ROOMY = 120
"""From this width on, in pixels at 100 %, there is room for last year's figure beside the one in the middle."""
_HIGH, _FOOT = 44, 18
"""From this height on there is room for it under the other one, in a foot so high."""
_SHARE = 0.55
"""What it may take of a cell that is neither wide nor high."""
_SIGN, _SIGN_OVER = 13, 11
_SIGN_WIDTH, _SIGN_HEIGHT, _CAP = 17, 18, 0.37
"""What the sign of a finding takes of its corner, in pixels at 100 %; half the height of a figure, in ems."""
_BADGE, _BADGE_EDGE = 12, 2
_CORNER = 8
"""The sign in the corner of a head, and what it keeps off the edges, in pixels at 100 %."""


class NumberLook(Struct, frozen=True):
    """All that decides how a number cell looks."""

    text: str
    zero: bool = False
    computed: bool = False
    highlighted: bool = False
    current: bool = False
    selected: bool = False
    read_only: bool = False
    mark: Literal["error", "warning", ""] = ""
    edit: CellEdit | None = None
    caret: bool = False
    last_year: str = ""
    proposed: str = ""
    """A figure that is proposed for a blank cell."""
    remark: bool = False
    """Whether there is a private remark on it, which a corner shows."""


class LabelLook(Struct, frozen=True):
    """All that decides how a label looks."""

    lines: tuple[str, ...]
    style: Style
    bold: bool = False
    quiet: bool = False
    plain: bool = False
    highlighted: bool = False
    wrong: bool = False


class PaintKit:
    """What is needed to paint one table in the present theme at the screen's ratio."""

    def __init__(self, theme: Theme, measures: GridMeasures, ratio: float) -> None:
        """Make the fonts once."""
        self.theme, self.measures, self.ratio = theme, measures, ratio
        self.tokens = theme.tokens
        self.hairline = max(1, int(ratio)) / ratio
        self._texts: dict[tuple[str, str], QStaticText] = {}
        self.number, self.number_bold = (theme.font(measures.number_px, bold) for bold in (False, True))
        self.label, self.label_bold = (theme.font(measures.label_px, bold) for bold in (False, True))
        self.bar = theme.font(measures.label_px + 1, bold=True)
        self.small = theme.font(13)
        self.label_metrics = QFontMetricsF(self.label)

    def sign(self, severity: str, px: float) -> QPixmap:
        """The small icon of an error or a warning."""
        if severity == "error":
            return icon("error_circle", self.tokens.error, self.theme.px(px), filled=True)
        return icon("warning", self.tokens.warn_icon, self.theme.px(px), filled=True)

    def text(self, words: str, font: QFont) -> QStaticText:
        """Words set in a font; setting them costs more than painting them, so they are kept."""
        key = words, font.key()
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) > _TEXTS_KEPT:
                self._texts.clear()
            found = self._texts[key] = QStaticText(words)
            found.setTextFormat(Qt.TextFormat.PlainText)
            found.prepare(font=font)
        return found

    def centre(self, painter: QPainter, area: QRect, words: str, font: QFont) -> None:
        """Paint words in the middle of an area."""
        found = self.text(words, font)
        size = found.size()
        painter.setFont(font)
        x, y = area.x() + (area.width() - size.width()) / 2, area.y() + (area.height() - size.height()) / 2
        painter.drawStaticText(QPointF(x, y), found)

    def ground(self, painter: QPainter, rect: QRect, colour: QColor) -> None:
        """Fill a cell, with its lines at the right and below; one real pixel wide, or whole ones on dense screens."""
        line = self.hairline
        painter.fillRect(rect, colour)
        right, bottom = rect.x() + rect.width(), rect.y() + rect.height()
        painter.fillRect(QRectF(right - line, rect.y(), line, rect.height()), self.tokens.grid)
        painter.fillRect(QRectF(rect.x(), bottom - line, rect.width(), line), self.tokens.grid)


def paint_number(painter: QPainter, kit: PaintKit, rect: QRect, look: NumberLook) -> None:
    """Paint a number cell: its ground by the gravest of its states, the figure, the sign of a finding in the corner."""
    kit.ground(painter, rect, _number_ground(kit.tokens, look))
    if look.edit is not None:
        _paint_edit(painter, kit, rect, look.edit, caret=look.caret)
    elif look.text or look.last_year or look.proposed:
        _paint_figure(painter, kit, rect, look)
    if look.remark:
        _paint_corner(painter, kit, rect)
    if look.mark:
        area = sign_area(kit, rect, look)
        painter.drawPixmap(area.topLeft(), kit.sign(look.mark, area.width() * 100 / kit.theme.zoom))


def sign_area(kit: PaintKit, rect: QRect, look: NumberLook) -> QRect:
    """Where the sign of a finding is: at the upper right, smaller over last year's figure in a low cell."""
    px = kit.theme.px
    over = bool(look.last_year) and rect.height() < px(_HIGH) and rect.width() < px(_ROOMY)
    side, top = (_SIGN_OVER, 1) if over else (_SIGN, 4)
    return QRect(rect.right() - px(3) - px(side), rect.top() + px(top), px(side), px(side))


def _paint_corner(painter: QPainter, kit: PaintKit, rect: QRect) -> None:
    """Paint the corner of a cell with a remark, at the top left, where no sign of a finding comes."""
    side = kit.theme.px(_CORNER)
    x, y = rect.x(), rect.y()
    corner = QPolygonF([QPointF(x, y), QPointF(x + side, y), QPointF(x, y + side)])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(kit.tokens.accent)
    painter.drawPolygon(corner)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _number_ground(tokens: Tokens, look: NumberLook) -> QColor:
    if look.current:
        return tokens.surface
    if look.mark:
        return tokens.error_tint if look.mark == "error" else tokens.warn_tint
    if look.selected:
        return tokens.tint2
    if look.highlighted:
        return tokens.tint2 if look.computed else tokens.tint
    if look.computed:
        return tokens.computed
    return tokens.sunken if look.read_only else tokens.surface


def _number_ink(tokens: Tokens, look: NumberLook) -> QColor:
    if look.mark or look.current:
        return tokens.text3 if look.zero and not look.mark else tokens.text
    if look.read_only or look.computed or (look.selected and look.zero):
        return tokens.text2
    return tokens.text3 if look.zero else tokens.text


def _paint_figure(painter: QPainter, kit: PaintKit, rect: QRect, look: NumberLook) -> None:
    """Paint the figure, last year's beside or under it, and neither under the sign of a finding."""
    area = rect.adjusted(0, 0, -1, -1)
    if look.last_year:
        area = _paint_last_year(painter, kit, area, look)
    elif look.mark:
        area = _clear_of_sign(kit, area, look)
    if look.proposed and not look.text:
        _paint_proposed(painter, kit, area, look.proposed)
        return
    bold = not look.zero or bool(look.mark)
    painter.setPen(_number_ink(kit.tokens, look))
    kit.centre(painter, area, look.text, fitting(kit, look.text, area.width() - kit.theme.px(6), bold=bold))


def _clear_of_sign(kit: PaintKit, area: QRect, look: NumberLook) -> QRect:
    """The part of a cell that the sign in its corner leaves free, where the figure in the middle would reach it."""
    size = kit.text(look.text or look.proposed, kit.number_bold).size()
    below = area.height() / 2 - kit.measures.number_px * kit.theme.px(1) * _CAP >= kit.theme.px(_SIGN_HEIGHT)
    if below or (area.width() - size.width()) / 2 > kit.theme.px(_SIGN_WIDTH):
        return area
    return area.adjusted(0, 0, -kit.theme.px(_SIGN_WIDTH), 0)


def _paint_proposed(painter: QPainter, kit: PaintKit, area: QRect, figure: str) -> None:
    """Paint a proposed figure in a dashed frame: it is not there yet."""
    px = kit.theme.px
    font = fitting(kit, figure, area.width() - px(18), bold=False)
    size = kit.text(figure, font).size()
    width, height = size.width() + px(12), min(size.height() + px(2), area.height() - px(4))
    frame = QRectF(0, 0, width, height)
    frame.moveCenter(QRectF(area).center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(kit.tokens.accent, 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, px(4), px(4))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(kit.tokens.accent_t)
    kit.centre(painter, area, figure, font)


def _paint_last_year(painter: QPainter, kit: PaintKit, area: QRect, look: NumberLook) -> QRect:
    """Paint last year's figure, and return what it leaves for this year's.

    In a wide cell it stands at the right with its word; in a high one under this year's; else it is the small one at
    the lower right, where it is clear of the sign of a finding as well.
    """
    px, sign = kit.theme.px, kit.theme.px(_SIGN_WIDTH) if look.mark else 0
    painter.setPen(kit.tokens.text2 if look.selected else kit.tokens.text3)
    if area.width() >= px(_ROOMY):
        words = kit.text(f"上年 {look.last_year}", kit.small)
        painter.setFont(kit.small)
        x = area.right() + 1 - px(7) - sign - words.size().width()
        painter.drawStaticText(QPointF(x, area.y() + (area.height() - words.size().height()) / 2), words)
        figure = kit.text(look.text or look.proposed, kit.number_bold).size().width()
        touches = area.center().x() + figure / 2 > x - px(6)
        return area.adjusted(0, 0, round(x) - px(6) - area.right(), 0) if touches else area
    small = _fitting(kit.small, look.last_year, area.width() - px(4))
    if area.height() >= px(_HIGH):
        foot = QRect(area.x(), area.bottom() - px(_FOOT), area.width(), px(_FOOT))
        kit.centre(painter, foot, look.last_year, small)
        return area.adjusted(0, 0, -sign, -px(_FOOT - 4))
    small = _fitting(small, look.last_year, round(area.width() * _SHARE))
    words = kit.text(look.last_year, small)
    painter.setFont(small)
    x, y = area.right() - px(3) - words.size().width(), area.bottom() + px(1) - words.size().height()
    painter.drawStaticText(QPointF(x, y), words)
    return area.adjusted(0, 0, min(-sign, round(x) - area.right() - 1), 0)


def fitting(kit: PaintKit, text: str, width: int, *, bold: bool) -> QFont:
    """The table's figures, smaller where a number would not fit."""
    return _fitting(kit.number_bold if bold else kit.number, text, width)


def _fitting(font: QFont, text: str, width: int) -> QFont:
    needed = len(text) * font.pixelSize() * 0.62
    if needed <= width:
        return font
    smaller = QFont(font)
    smaller.setPixelSize(max(round(font.pixelSize() * _LEAST), int(font.pixelSize() * width / needed)))
    return smaller


def edit_places(kit: PaintKit, rect: QRect, edit: CellEdit) -> tuple[float, float]:
    """Where the edited text begins in its cell, and where its caret stands."""
    metrics = QFontMetricsF(kit.number_bold)
    width, before = metrics.horizontalAdvance(edit.shown), metrics.horizontalAdvance(edit.shown[: edit.shown_caret])
    room = rect.width() - kit.theme.px(12)
    left = rect.x() + rect.width() / 2 - width / 2
    if width > room:
        left = rect.x() + kit.theme.px(6) - max(0.0, before - room)
    return left, left + before


def _paint_edit(painter: QPainter, kit: PaintKit, rect: QRect, edit: CellEdit, *, caret: bool) -> None:
    left, caret_x = edit_places(kit, rect, edit)
    font = kit.number_bold
    if edit.preedit:
        font = QFont(font)
        font.setUnderline(True)
    painter.save()
    painter.setClipRect(rect.adjusted(3, 3, -3, -3), Qt.ClipOperation.IntersectClip)
    painter.setFont(font)
    painter.setPen(kit.tokens.error if edit.wrong else kit.tokens.text)
    area = QRectF(left, rect.y(), rect.width() * 4 + 4000, rect.height() - 1)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, edit.shown)
    if caret:
        high = font.pixelSize() * 1.15
        top = rect.y() + (rect.height() - 1 - high) / 2
        painter.fillRect(QRectF(caret_x + 1.5, top, kit.theme.px(1.4), high), kit.tokens.text)
    painter.restore()


def paint_ring(painter: QPainter, kit: PaintKit, rect: QRect, *, focused: bool) -> None:
    """Ring the current cell; in grey while the keyboard is elsewhere."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(kit.tokens.accent if focused else kit.tokens.border2, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 3, 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_label(painter: QPainter, kit: PaintKit, rect: QRect, visible: QRect, look: LabelLook) -> None:
    """Paint a label; a merged one puts its words into the part of it that is in view."""
    tokens = kit.tokens
    ground = tokens.label if look.style in ("label", "group", "upright") or look.plain else tokens.head
    ink = tokens.text if look.bold or look.style in ("label", "group", "upright") else tokens.text2
    if look.highlighted:
        ground, ink = tokens.tint2, tokens.accent_t
    if look.wrong:
        ground, ink = tokens.error_tint, tokens.error
    kit.ground(painter, rect, ground)
    painter.setPen(ink)
    bold = look.bold or look.highlighted or look.wrong
    painter.setFont(kit.bar if look.style == "bar" else kit.label_bold if bold else kit.label)
    _paint_lines(painter, kit, rect, visible, look)
    if look.wrong and _has_room_for_badge(kit, rect, look):
        px = kit.theme.px
        left = rect.right() - px(_BADGE_EDGE) - px(_BADGE)
        painter.drawPixmap(left, rect.top() + px(_BADGE_EDGE), kit.sign("error", _BADGE))


def _has_room_for_badge(kit: PaintKit, rect: QRect, look: LabelLook) -> bool:
    """Whether the sign in the corner stands clear of the words, which do not give way to it."""
    needed = kit.theme.px(_BADGE) + kit.theme.px(_BADGE_EDGE)
    wide = max(kit.text(line, kit.label_bold).size().width() for line in look.lines)
    high = kit.theme.px(kit.measures.label_px * (LINE * (len(look.lines) - 1) + 1))
    return (rect.width() - wide) / 2 > needed or (rect.height() - high) / 2 >= needed


def _paint_lines(painter: QPainter, kit: PaintKit, rect: QRect, visible: QRect, look: LabelLook) -> None:
    px, metrics = kit.theme.px, kit.label_metrics
    pitch = px(kit.measures.label_px * LINE)
    high = pitch * len(look.lines)
    if visible.height() < min(px(TALL_LEAST), rect.height(), high):
        return
    top = visible.y() + (visible.height() - 1 - high) / 2
    top = max(rect.y() + 2, min(top, rect.y() + rect.height() - high - 2)) if rect.height() > high else top
    over = (pitch - metrics.height()) / 2
    font = painter.font()
    for number, line in enumerate(look.lines):
        words = kit.text(line, font)
        x: float
        if look.style == "label":
            x = rect.x() + px(kit.measures.padding) - px(hanging(line, kit.measures.label_px))
        else:
            x = visible.x() + (visible.width() - 1 - words.size().width()) / 2
        painter.drawStaticText(QPointF(x, top + over + number * pitch), words)
