"""What can be done with the pages at once: print them, or copy the report or its figures into another system."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from export.content import Block, NumberTable, Title, blocks, why_not
from export.web.clipboard import plain_text, rich_text
from gui.controls.buttons import Button
from gui.controls.flow import Flow
from gui.controls.layouts import Column
from gui.controls.plain import set_tip
from gui.controls.text import Text
from gui.paper import pages as paper
from gui.paper.typefaces import refusal
from gui.services.clipboard import on_clipboard
from model.report.report import Report

LOST_MERGES = "有的编辑器（如 Quill）不认合并，粘贴后请看表头"
"""Said before anything is pasted: such an editor keeps every figure, and tears the merged heads into single cells."""


class PaperTools(QWidget):
    """The buttons below the pages."""

    message = Signal(str)
    """One quiet line: what was done."""
    figures_wanted = Signal()
    """The figures are to be copied one by one."""

    def __init__(
        self,
        report: Callable[[], Report],
        parent: QWidget | None = None,
        when_current: Callable[[Callable[[], object]], object] = lambda act: act(),
    ) -> None:
        """Take what gives the report as it is now, and what does something as soon as it is sure to be that."""
        super().__init__(parent)
        self.setObjectName("paper_tools")
        self._report = report
        printing = Button("打印…", "ghost", name="print_report")
        set_tip(printing, "打印这些页（Ctrl+P）")
        self._copying = Button("复制到网页编辑器…", "ghost", name="copy_report")
        set_tip(self._copying, "复制全文或一张表，到网站后台的编辑器里粘贴；后台另有标题一栏的，选“不带标题”")
        figures = Button("抄到填报系统…", "ghost", name="copy_figures")
        set_tip(figures, "抄录模式：数一个一个放大显示，已经复制好，到上级的填报系统里粘贴")
        self._divided = Text("", 14, color="warn", wrap=True)
        self._divided.hide()
        column, flow = Column(self, (12, 4, 12, 4), 0), Flow(gap=4)
        flow.put(printing, self._copying, figures)
        column.addLayout(flow)
        column.put(self._divided)
        printing.clicked.connect(lambda: when_current(self.print))
        self._copying.clicked.connect(lambda: when_current(self._choose))
        figures.clicked.connect(lambda: when_current(self.figures_wanted.emit))

    def show_pages(self, pages: Sequence[paper.Page]) -> None:
        """Say beside the button what these pages have no room for."""
        self._divided.setText(paper.divided(pages))
        self._divided.setVisible(bool(self._divided.text()))

    def print(self) -> None:
        """Ask for the printer, and print."""
        self.message.emit(print_report(self._report(), self))

    def _choose(self) -> None:
        """Ask what is to be copied."""
        if why := why_not(self._report()):
            self.message.emit(f"没有复制：{why}")
            return
        content = blocks(self._report())
        menu = QMenu(self)
        menu.setObjectName("copy_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        untitled = tuple(block for block in content if not isinstance(block, Title))
        choices: list[tuple[str, tuple[Block, ...]]] = [("全文", content), ("全文，不带标题", untitled)]
        choices += [(block.table.name, (block,)) for block in content if isinstance(block, NumberTable)]
        for name, chosen in choices:
            menu.addAction(name).triggered.connect(lambda *_, n=name, c=chosen: self.message.emit(copy(n, c)))
        menu.addSeparator()
        menu.addAction(LOST_MERGES).setEnabled(False)
        menu.popup(self._copying.mapToGlobal(QPoint(0, -menu.sizeHint().height())))


def copy(name: str, content: tuple[Block, ...]) -> str:
    """Put blocks on the clipboard, and say whether they are there."""
    data = QMimeData()
    data.setData("text/html", rich_text(content).encode("utf-8"))
    data.setText(plain_text(content))
    QGuiApplication.clipboard().setMimeData(data)
    if on_clipboard().html() != rich_text(content):
        return "没有复制上，剪贴板可能被别的程序占着，请再试一次"
    return f"已复制{name}，到网站后台按 Ctrl+V；{LOST_MERGES}"


def print_report(report: Report, parent: QWidget) -> str:
    """Ask for the printer, print the pages of the preview, and say what came of it."""
    from gui.paper import printing

    if why := why_not(report):
        return f"没有打印：{why}"
    printed = blocks(report)
    if why := refusal(printed):
        return f"没有打印：{why}"
    pages = paper.pages(printed, report.layout)
    printer = printing.ask_for_printer(report.title_text, len(pages), paper.divided(pages), parent)
    if printer is None:
        return "没有打印"
    try:
        return printing.said(printer, printing.print_pages(printer, pages))
    except printing.NotPrinted as problem:
        return f"没有打印：{problem}"
