"""The outputs against their floors: a page against its bytes, a workbook against openpyxl, PDF against painting.

Run with `uv run python -m benchmarks.outputs`; it ends with 1 when a ratio is over its limit.
"""

import os
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

import resources
from benchmarks.timing import Work, medians, show
from export.content import blocks
from export.excel.sheets import sheets
from export.exporters import EXCEL, PAGE
from export.writer import Content
from gui.paper import pages as paper
from gui.paper.outputs import PDF
from model.drafts import draft
from model.files import atomic

ROUNDS = 15
WIDTH = 1190
"""How wide the preview paints a page on a screen of twice the usual density, in pixels."""
LIMITS = {"web page": 3.0, "Excel": 1.5, "PDF": 2.0}


def main() -> int:
    """Print all ratios; 1 when one is over its limit."""
    kept = QGuiApplication.instance() or QGuiApplication([])
    report = draft.loads(resources.read_bytes("sample.nianbao")).report
    content = Content(report, blocks(report))
    with TemporaryDirectory() as folder:
        pairs = _works(content, Path(folder))
        over = [name for name, works in pairs.items() if not _within(name, works)]
    print(f"\nover their limit: {'、'.join(over) or 'none'}")
    del kept
    return 1 if over else 0


def _within(name: str, works: dict[str, Work]) -> bool:
    times = medians(works, ROUNDS)
    floor, product = times
    show(name, times, floor)
    return times[product] / times[floor] <= LIMITS[name]


def _works(content: Content, folder: Path) -> dict[str, dict[str, Work]]:
    page, excel, pdf = PAGE.load(), EXCEL.load(), PDF.load()
    ready = page.write(content)
    return {
        "web page": {
            "the same bytes written and flushed": lambda: atomic.write(folder / "a.html", ready),
            "the page made, written and flushed": lambda: atomic.write(folder / "b.html", page.write(content)),
        },
        "Excel": {
            "openpyxl, the same cells and merges": lambda: _plain_workbook(content),
            "the workbook": lambda: excel.write(content),
        },
        "PDF": {
            "the preview set and painted": lambda: _painted(content),
            "the file set, painted, tagged and mended": lambda: pdf.write(content),
        },
    }


def _plain_workbook(content: Content) -> bytes:
    book = Workbook()
    for sheet in sheets(content.report, content.blocks):
        page = book.create_sheet(sheet.name)
        for (row, column), value in sheet.cells.items():
            page.cell(row, column, value)
        for row, column, rows, columns in sheet.merges:
            page.merge_cells(None, row, column, row + rows - 1, column + columns - 1)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _painted(content: Content) -> list[QImage]:
    images = []
    for page in paper.pages(content.blocks, content.report.layout):
        image = QImage(WIDTH, WIDTH * paper.HEIGHT // paper.WIDTH, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(image.width() / paper.WIDTH, image.height() / paper.HEIGHT)
        page.paint(painter)
        painter.end()
        images.append(image)
    return images


if __name__ == "__main__":
    sys.exit(main())
