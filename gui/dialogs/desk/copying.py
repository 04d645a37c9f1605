"""抄录模式: the figures one by one, large, on the clipboard and ticked off, for typing them into another system."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Card, Column, Row
from gui.controls.text import Text
from gui.dialogs.opening import Dialog
from gui.look.theme import theme
from model.desk.ticks import Ticks
from model.form.form import format_value
from model.report.report import Report

_WIDTH, _HEIGHT, _LIST = 760, 460, 330
BLANK = "未填"
"""Stands for the figure of a cell that nothing was entered in; it is not 0, and nothing is copied for it."""
_SAID = "数已经复制好，到要填的地方按 Ctrl+V，再回来按回车：打勾，到下一个。勾会记住；数改了，勾就没了。"


class CopyingDialog(Dialog):
    """The dialog; it stays above other windows, and the report can be worked on meanwhile."""

    def __init__(self, report: Report, ticks: Ticks, parent: QWidget | None = None) -> None:
        """Begin with the first figure that is not ticked."""
        super().__init__(parent)
        self.setObjectName("copying_dialog")
        self.setWindowTitle("抄录模式")
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form = report.form
        self._cells = list(form.cells)
        values = {cell: report.value(cell) for cell in self._cells}
        self._figures = {cell: BLANK if value is None else format_value(value) for cell, value in values.items()}
        self._names = {cell: f"{form.table_of(cell).name}　{form.name(cell)}{form.unit(cell)}" for cell in self._cells}
        self._ticks, self._done = ticks, set(ticks.ticked(self._figures))
        self._list, self._count = QListWidget(), Text("", 15, color="text2")
        self._count.setWordWrap(True)
        self._place, self._figure = Text("", 18, bold=True, wrap=True), Text("", 64, bold=True)
        column = Column(self, 24, 12)
        column.put(Text(_SAID, color="text2", wrap=True), self._middle())
        column.put(self._foot())
        self.take_room(_WIDTH, _HEIGHT)
        self._fill()

    def _middle(self) -> QWidget:
        middle, card = QWidget(), Card("surface", "border", 10)
        row, inside = Row(middle, 0, 16), Column(card, 24, 12)
        self._list.setObjectName("copying_list")
        self._list.setAccessibleName("全部数据")
        self._list.setFixedWidth(theme().px(_LIST))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentRowChanged.connect(self._show)
        self._figure.setObjectName("copying_figure")
        self._figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.put(self._place)
        inside.put(self._figure, stretch=1)
        inside.put(self._count)
        row.put(self._list)
        row.put(card, stretch=1)
        return middle

    def _foot(self) -> Row:
        foot = Row(None, 0, 8)
        buttons = (
            ("关闭", "ghost", "copying_close", self.close),
            ("全部重抄", "ghost", "copying_clear", self._clear),
            ("上一个", "secondary", "copying_back", lambda: self._step(-1)),
            ("抄好了，下一个", "primary", "copying_next", self._tick),
        )
        foot.addStretch(1)
        for words, kind, name, act in buttons:
            button = Button(words, kind, name=name, height=40)  # type: ignore[arg-type]
            button.clicked.connect(act)
            button.setDefault(name == "copying_next")
            foot.put(button)
        return foot

    def _fill(self) -> None:
        for cell in self._cells:
            self._list.addItem(QListWidgetItem(self._line(cell)))
        first = next((row for row, cell in enumerate(self._cells) if cell not in self._done), 0)
        self._list.setCurrentRow(first)

    def _line(self, cell: str) -> str:
        return f"{'✓' if cell in self._done else '　'} {self._figures[cell]}　{self._names[cell]}"

    def _show(self, row: int) -> None:
        """Show a figure, and put it on the clipboard."""
        if row < 0:
            return
        cell = self._cells[row]
        self._place.setText(self._names[cell])
        self._figure.setText(self._figures[cell])
        self._figure.setAccessibleName(f"{self._names[cell]}，{self._figures[cell]}")
        blank = sum(figure == BLANK for figure in self._figures.values())
        left = f"；有 {blank} 格还没填，先填好再抄" if blank else ""
        self._count.setText(f"第 {row + 1} 个，共 {len(self._cells)} 个；抄好了 {len(self._done)} 个{left}")
        QGuiApplication.clipboard().setText("" if self._figures[cell] == BLANK else self._figures[cell])

    def _tick(self) -> None:
        row = self._list.currentRow()
        cell = self._cells[row]
        self._done.add(cell)
        self._ticks.set(cell, self._figures[cell])
        self._list.item(row).setText(self._line(cell))
        if row + 1 < len(self._cells):
            self._list.setCurrentRow(row + 1)
        else:
            self._show(row)

    def _step(self, step: int) -> None:
        self._list.setCurrentRow(min(max(self._list.currentRow() + step, 0), len(self._cells) - 1))

    def _clear(self) -> None:
        self._ticks.clear()
        self._done.clear()
        for row, cell in enumerate(self._cells):
            self._list.item(row).setText(self._line(cell))
        self._list.setCurrentRow(0)
        self._show(0)
