"""The outputs against their floors: files against their bytes, a workbook against openpyxl, PDF against painting.

Run with `uv run python -m benchmarks.outputs`; it ends with 1 when a ratio is over its limit. What waits for the disk
is measured by the clock, the rest in seconds of the processor.
"""

import os
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

import resources
from benchmarks.timing import Work, fastest, processor, show
from export.content import blocks
from export.excel.sheets import sheets
from export.exporters import EXCEL, PAGE, REPORT, WORD, export
from export.writer import Content
from gui.paper import pages as paper
from gui.paper.outputs import PDF
from model.drafts import draft
from model.files import atomic

ROUNDS, TRIES = 30, 3
"""An output is over its limit when it is so in each of these tries: other programs disturb what the clock measures."""
WIDTH = 1190
"""How wide the preview paints a page on a screen of twice the usual density, in pixels."""
LIMITS = {"Word": 6.0, "web page": 3.0, "Excel": 1.5, "PDF": 2.0}
"""How many times the first work of each output its second may take; a third is shown only."""
WAITING = frozenset(("Word", "web page"))
"""The outputs whose floor is the disk."""


def main() -> int:
    """Print all ratios; 1 when one is over its limit."""
    kept = QGuiApplication.instance() or QGuiApplication([])
    report = draft.loads(resources.read_bytes("sample.nianbao")).report
    content = Content(report, blocks(report))
    with TemporaryDirectory() as folder:
        pairs = _works(content, Path(folder))
        over = [name for name, works in pairs.items() if not any(_within(name, works) for _ in range(TRIES))]
    print(f"\nover their limit: {'、'.join(over) or 'none'}")
    del kept
    return 1 if over else 0


def _within(name: str, works: dict[str, Work]) -> bool:
    times = fastest(works, ROUNDS, time.perf_counter if name in WAITING else processor)
    floor, product, *_shown_only = times
    show(name, times, floor)
    return times[product] / times[floor] <= LIMITS[name]


def _works(content: Content, folder: Path) -> dict[str, dict[str, Work]]:
    page, excel, pdf = PAGE.load(), EXCEL.load(), PDF.load()
    ready, parts = page.write(content), _parts(WORD.load().write(content))
    return {
        "Word": {
            "the same bytes zipped, written and flushed": lambda: atomic.write(folder / "a.docx", _zipped(parts)),
            "the report exported: flushed, read back, compared": lambda: export(
                REPORT, content.report, folder / "b.docx", replace=True
            ),
        },
        "web page": {
            "the same bytes written and flushed": lambda: atomic.write(folder / "a.html", ready),
            "the page made, written and flushed": lambda: atomic.write(folder / "b.html", page.write(content)),
            "the page exported: read back and compared too": lambda: export(
                REPORT, content.report, folder / "c.html", replace=True
            ),
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


def _parts(package: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return [(item.filename, archive.read(item)) for item in archive.infolist()]


def _zipped(parts: list[tuple[str, bytes]]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts:
            package.writestr(name, data)
    return out.getvalue()


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
