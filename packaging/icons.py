"""Draws the icons of the program and of its drafts into `resources/icons/program`; for when their look changes.

`python packaging/icons.py` needs a Chinese font; the drawings hold the outline of the sign, no font.
"""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter, QPainterPath, QTransform
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "icons" / "program"
FAMILIES = ("Noto Sans CJK SC", "Microsoft YaHei")
BLUE, WHITE, EDGE = "#1F5DB8", "#FFFFFF", "#8FA3BF"
SIDES = (16, 20, 24, 32, 40, 48, 64, 256)
_AS_PNG = 256
"""From this size on a picture in an .ico is a PNG."""
_SIDE = (328, 628)
"""Twice what the installer's page has at 100 %."""
_DOTS = 3780
"""To a metre: 96 to an inch."""

PROGRAM = '<rect width="256" height="256" rx="56" fill="{blue}"/><path fill="{white}" d="{large}"/>'
DRAFT = (
    '<path fill="{white}" stroke="{edge}" stroke-width="10" stroke-linejoin="round" '
    'd="M46 13H158L210 65V243H46Z"/><path fill="{edge}" d="M158 13V65H210Z"/>'
    '<rect x="72" y="104" width="112" height="112" rx="24" fill="{blue}"/><path fill="{white}" d="{small}"/>'
)


def main() -> None:
    """Draw both, as vectors and as Windows icons."""
    application = QGuiApplication(["icons", "-platform", "offscreen"])
    signs = {"large": sign(QRectF(40, 40, 176, 176)), "small": sign(QRectF(84, 116, 88, 88))}
    for name, drawing in (("nianbao", PROGRAM), ("nianbao-file", DRAFT)):
        body = drawing.format(blue=BLUE, white=WHITE, edge=EDGE, **signs)
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256">{body}</svg>\n'
        (FOLDER / f"{name}.svg").write_text(svg, encoding="utf-8")
        (FOLDER / f"{name}.ico").write_bytes(icon(FOLDER / f"{name}.svg"))
    application.quit()


def sign(area: QRectF) -> str:
    """The outline of 报 in an area, as path data."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setBold(True)
    font.setPixelSize(256)
    path = QPainterPath()
    path.addText(QPointF(0, 0), font, "报")
    bounds = path.boundingRect()
    scale = min(area.width() / bounds.width(), area.height() / bounds.height())
    shift = area.center() - bounds.center() * scale
    return data(QTransform(scale, 0, 0, scale, shift.x(), shift.y()).map(path))


def data(path: QPainterPath) -> str:
    """A path as SVG writes it; Qt has three elements for a curve."""
    letters = {
        QPainterPath.ElementType.MoveToElement: "M",
        QPainterPath.ElementType.LineToElement: "L",
        QPainterPath.ElementType.CurveToElement: "C",
        QPainterPath.ElementType.CurveToDataElement: " ",
    }
    elements = (path.elementAt(place) for place in range(path.elementCount()))
    return "".join(f"{letters[element.type]}{element.x:.1f} {element.y:.1f}" for element in elements)  # type: ignore[attr-defined]


def image(svg: Path, side: int) -> QImage:
    """A drawing as a picture of so many pixels."""
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.setDotsPerMeterX(_DOTS)  # or the picture tells of the screen it was drawn on
    picture.setDotsPerMeterY(_DOTS)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(svg)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture


def side(svg: Path, target: Path) -> None:
    """The picture down the side of the installer's first and last page: a drawing on its own ground."""
    picture = QImage(*_SIDE, QImage.Format.Format_RGB32)
    picture.fill(QColor(BLUE))
    painter = QPainter(picture)
    width = _SIDE[0] * 0.62
    painter.drawImage(QRectF((_SIDE[0] - width) / 2, width / 2, width, width), image(svg, round(width)))
    painter.end()
    picture.convertToFormat(QImage.Format.Format_RGB888).save(str(target), "BMP")  # type: ignore[call-overload]


def png(picture: QImage) -> bytes:
    """A picture as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def icon(svg: Path) -> bytes:
    """A drawing as a Windows icon of all sizes."""
    bodies = [_body(image(svg, side)) for side in SIDES]
    at = 6 + 16 * len(SIDES)
    entries = b""
    for side, body in zip(SIDES, bodies, strict=True):
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(body), at)
        at += len(body)
    return struct.pack("<HHH", 0, 1, len(SIDES)) + entries + b"".join(bodies)


def _body(picture: QImage) -> bytes:
    side = picture.width()
    if side >= _AS_PNG:
        return png(picture)
    upside_down = picture.mirrored()
    pixels = bytes(upside_down.constBits())
    mask = bytes((side + 31) // 32 * 4 * side)
    head = struct.pack("<IiiHHIIiiII", 40, side, side * 2, 1, 32, 0, len(pixels) + len(mask), 0, 0, 0, 0)
    return head + pixels + mask


if __name__ == "__main__":
    main()
