"""The icons: single-colour drawings from `resources/icons`, coloured when painted and sharp on every screen."""

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui.look.theme import FAMILIES, LIGHT

_SMALL, _LARGE = 16, 20
_FOLDER = Path(__file__).parents[2] / "resources" / "icons"
"""Read as plain files: importlib.resources would cost a tenth of the time in which the window must be there."""


def icon(name: str, color: QColor, size: int, filled: bool = False) -> QPixmap:  # noqa: FBT001, FBT002
    """One icon as a pixmap.

    Args:
        name: the drawing, such as `arrow_undo`.
        color: the colour of the whole drawing.
        size: its height and width in logical pixels.
        filled: the filled drawing (for states) in place of the outlined one (for actions).

    Raises:
        FileNotFoundError: there is no such drawing.
    """
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    return _pixmap(name, color.rgba(), size, ratio, filled=filled)


def qicon(name: str, color: QColor, size: int, *, filled: bool = False) -> QIcon:
    """The same as a QIcon, for standard widgets and menus."""
    return QIcon(icon(name, color, size, filled))


@lru_cache(maxsize=512)
def _pixmap(name: str, rgba: int, size: int, ratio: float, *, filled: bool) -> QPixmap:
    drawing = _renderer(name, _LARGE if size > _SMALL + 1 else _SMALL, filled=filled)
    side = max(1, round(size * ratio))
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    area = QRectF(0, 0, side, side)
    drawing.render(painter, area)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(area, QColor.fromRgba(rgba))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def _renderer(name: str, drawn: int, *, filled: bool) -> QSvgRenderer:
    style = "filled" if filled else "regular"
    try:
        drawing = (_FOLDER / f"{name}_{drawn}_{style}.svg").read_bytes()
    except FileNotFoundError:
        drawing = (_FOLDER / f"{name}_{_LARGE}_{style}.svg").read_bytes()
    return QSvgRenderer(QByteArray(drawing))


def app_icon() -> QIcon:
    """The program's own sign: 报 on a blue ground."""
    found = QIcon()
    for side in (16, 24, 32, 48, 256):
        found.addPixmap(_sign(side))
    return found


def _sign(side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(LIGHT.accent)
    painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.22, side * 0.22)
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(round(side * 0.66))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(LIGHT.onaccent)
    painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, "报")
    painter.end()
    return pixmap
