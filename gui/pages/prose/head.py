"""The head of a text's page: the heading and its tools, which are icons alone where there is no room for words."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Row
from gui.controls.text import Elided
from gui.look.theme import theme

_LEFT, _RIGHT, _GAP = 40, 24, 8


class ProseHead(QWidget):
    """The heading, three tools, and the way to what the part is for."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        """Show a heading."""
        super().__init__(parent)
        self.setObjectName("prose_head")
        self.insert = Button("插入数据", "secondary", name="insert_data", sign="table_cell_add")
        self.number = Button("小标题", "secondary", name="insert_heading")
        self.compare = Button("对照上年", "secondary", name="compare_last_year", sign="column_triple")
        self.explain = Button("这一部分写什么（F1）", "ghost", name="explain_part", sign="question_circle", bare=True)
        self._tools = (self.insert, self.number, self.compare)
        self._heading = Elided(heading, 22, bold=True)
        row = Row(self, (_LEFT, 12, _RIGHT, 12), _GAP)
        row.put(self._heading)
        row.addStretch(1)
        row.put(*self._tools, self.explain)
        self._in_words = 0
        self._measure()
        theme().follow(self._measure)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """No more than the icons need, or the window could not become so narrow that they are shown."""
        icons = sum(tool.sizeHint().height() for tool in (*self._tools, self.explain))
        width = self._heading.minimumSizeHint().width() + icons + self._between()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Say the tools' names where there is room."""
        super().resizeEvent(event)
        self._make_room()

    def _between(self) -> int:
        return theme().px(_LEFT + _RIGHT + (len(self._tools) + 2) * _GAP)

    def _measure(self) -> None:
        """Keep what everything in words needs."""
        self._set_bare(bare=False)
        tools = sum(tool.sizeHint().width() for tool in (*self._tools, self.explain))
        self._in_words = self._heading.sizeHint().width() + tools + self._between()
        self._make_room()

    def _make_room(self) -> None:
        self._set_bare(bare=self.width() < self._in_words)

    def _set_bare(self, *, bare: bool) -> None:
        for tool in self._tools:
            tool.set_bare(bare=bare)
        self.number.set_sign("text_number_list_ltr" if bare else "")
