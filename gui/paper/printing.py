"""Printing the pages of the preview on paper."""

from collections.abc import Sequence

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
        raise NotPrinted("打印机没有接受，请检查是否开机、有纸、连着")
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    painter.scale(paper.width() / WIDTH, paper.height() / HEIGHT)
    for index, page in enumerate(wanted):
        if index and not printer.newPage():
            painter.end()
            raise NotPrinted(f"打印机只收了 {index} 页，请检查后重新打印")
        page.paint(painter)
    if not painter.end():
        raise NotPrinted("打印机没有收完，请检查后重新打印")
    return len(wanted)
