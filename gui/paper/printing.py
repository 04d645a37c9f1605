"""Printing the pages of the preview on paper, or as a printer would into a file."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from gui.paper.pages import HEIGHT, WIDTH, Page


class NotPrinted(Exception):  # noqa: N818 - what the clerk is told
    """The printer took nothing; the message is for the clerk."""


def ask_for_printer(title: str, pages: int, divided: str, parent: QWidget) -> QPrinter | None:
    """The printer that the clerk chose, with A4 paper and the pages wanted; None when printing was called off.

    Args:
        title: the report's.
        pages: how many there are.
        divided: what no page has room for, in words.
        parent: the window that asks.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("；".join(filter(None, (f"打印报告，共 {pages} 页", divided))))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def set_up(printer: QPrinter, title: str) -> None:
    """A4 upright to the edge of the paper: the pages have their own margins."""
    printer.setDocName(title)
    printer.setFullPage(True)
    upright = QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), upright, QMarginsF()))


def print_pages(printer: QPrinter, pages: Sequence[Page]) -> int:
    """Print the pages that are asked for, and say how many.

    Raises:
        NotPrinted: the printer does not take them.
    """
    last = printer.toPage() or len(pages)
    wanted = pages[max(printer.fromPage(), 1) - 1 : last]
    painter = QPainter()
    if not painter.begin(printer):
        raise NotPrinted(_into_file(printer) or "打印机没有接受，请检查是否开机、有纸、连着")
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    painter.scale(paper.width() / WIDTH, paper.height() / HEIGHT)
    for index, page in enumerate(wanted):
        if index and not printer.newPage():
            painter.end()
            raise NotPrinted(f"打印机只收了 {index} 页，请检查后重新打印")
        page.paint(painter)
    if not painter.end():
        raise NotPrinted(_into_file(printer) or "打印机没有收完，请检查后重新打印")
    if _into_file(printer) and not _is_written(printer):
        raise NotPrinted(_into_file(printer))
    return len(wanted)


def said(printer: QPrinter, pages: int) -> str:
    """What was done with the pages that were printed: handed to a printer, or written into a file."""
    if name := printer.outputFileName():
        return f"已把 {pages} 页打印成文件“{name}”"
    name = printer.printerName()
    return f"已把 {pages} 页交给打印机{f'“{name}”' if name else ''}"


def _into_file(printer: QPrinter) -> str:
    """Why nothing was printed into a file; empty for a printer of paper."""
    name = printer.outputFileName()
    return f"文件“{name}”没有写成，请换个地方再试" if name else ""


def _is_written(printer: QPrinter) -> bool:
    with suppress(OSError):
        return Path(printer.outputFileName()).stat().st_size > 0
    return False
