"""The pages of the preview as a PDF file: painted by Qt, then tagged and mended by `export.pdf`.

Runs in any thread. Without a window an application without a screen is started first.
"""

from PySide6.QtCore import QBuffer, QMarginsF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from export.pdf import readback
from export.pdf.mend import mend
from export.pdf.parts import MARK_X, Bookmark, Painted, Part, Piece
from export.writer import Content, Writer
from gui.paper import pages as paper
from gui.paper.application import start_application
from gui.paper.pages import HEIGHT, UNIT, Line, Page
from gui.paper.typefaces import notices, refusal

__all__ = ["WRITER", "notices", "refusal"]

_POINTS_PER_INCH = 72


class _Marks:
    """Notes what is painted, and puts a mark before each piece of text; see `export.pdf.parts`."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self.pieces: list[Piece] = []

    def __call__(self, part: Part | None, text: str) -> None:
        self._painter.fillRect(QRectF(MARK_X, len(self.pieces), 1, 1), Qt.GlobalColor.black)
        self.pieces.append(Piece(part, text))


def write(content: Content) -> bytes:
    """The bytes of the file: the same pages as the preview."""
    start_application()
    pages = paper.pages(content.blocks, content.report.layout)
    return mend(_painted(pages), content)


def _painted(pages: list[Page]) -> Painted:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_1_6)
    writer.setResolution(_POINTS_PER_INCH * UNIT)
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()))
    pieces: list[tuple[Piece, ...]] = []
    painter = QPainter(writer)
    for page in pages:
        if pieces:
            writer.newPage()
        marks = _Marks(painter)
        page.paint(painter, marks)
        pieces.append(tuple(marks.pieces))
    painter.end()
    return Painted(bytes(buffer.data().data()), tuple(pieces), tuple(_bookmarks(pages)))


def _bookmarks(pages: list[Page]) -> list[Bookmark]:
    """The headings of the parts, each where its first line stands."""
    found: dict[Part, Bookmark] = {}
    for number, page in enumerate(pages):
        for piece in page.pieces:
            if isinstance(piece, Line) and piece.part.role == "H2":
                top = (HEIGHT - piece.y) / UNIT
                found.setdefault(piece.part, Bookmark(piece.layout.text(), number, top))
    return list(found.values())


WRITER = Writer(write, readback.verify, readback.read)
"""How the file is written, verified and read again."""
