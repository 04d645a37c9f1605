"""A row that goes on in further rows below where its place is too narrow for all of it."""

from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from gui.look.theme import theme


class Flow(QLayout):
    """Items beside each other as far as there is room; those that fill their width share what a row leaves."""

    def __init__(self, parent: QWidget | None = None, gap: float = 8, row_gap: float = 4) -> None:
        """Take the gaps between items and between rows, in pixels at 100 %."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap, self._row_gap = gap, row_gap
        if parent is not None:
            parent.setLayout(self)
        self.setContentsMargins(0, 0, 0, 0)
        theme().follow(self._restyle)

    def put(self, *widgets: QWidget) -> None:
        """Add widgets."""
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Add an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """The item at a place, if there is one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # noqa: N802
        """Take the item at a place out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """It takes no more height than it needs."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """The narrower, the more rows."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """The height of its rows at a width."""
        rows = self._rows(width)
        gaps = theme().px(self._row_gap) * max(0, len(rows) - 1)
        return sum(_height(row) for row in rows) + gaps + self._edges().height()

    def sizeHint(self) -> QSize:  # noqa: N802
        """All in one row."""
        shown = self._shown()
        gaps = theme().px(self._gap) * max(0, len(shown) - 1)
        width = sum(item.sizeHint().width() for item in shown) + gaps
        return QSize(width, _height(shown)) + self._edges()

    def minimumSize(self) -> QSize:  # noqa: N802
        """Room for the widest item."""
        shown = self._shown()
        return QSize(max((item.minimumSize().width() for item in shown), default=0), _height(shown)) + self._edges()

    def setGeometry(self, area: QRect) -> None:  # noqa: N802
        """Put the items into their rows."""
        super().setGeometry(area)
        inside = area.marginsRemoved(self.contentsMargins())
        top = inside.top()
        for row in self._rows(area.width()):
            height, left = _height(row), inside.left()
            for item, width in zip(row, self._widths(row, inside.width()), strict=True):
                own = min(height, item.sizeHint().height())
                item.setGeometry(QRect(left, top + (height - own) // 2, width, own))
                left += width + theme().px(self._gap)
            top += height + theme().px(self._row_gap)

    def _restyle(self) -> None:
        self.invalidate()

    def _edges(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        room, rows, used = width - self._edges().width(), list[list[QLayoutItem]](), 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if rows and used + theme().px(self._gap) + wide <= room:
                rows[-1].append(item)
                used += theme().px(self._gap) + wide
            else:
                rows.append([item])
                used = wide
        return rows

    def _widths(self, row: list[QLayoutItem], room: int) -> list[int]:
        """The width of each item of a row: those that fill their width are equally wide where that is possible."""
        wanted = [item.sizeHint().width() for item in row]
        filling = [at for at, item in enumerate(row) if item.expandingDirections() & Qt.Orientation.Horizontal]
        left = room - sum(wanted) - theme().px(self._gap) * (len(row) - 1)
        if not filling or left <= 0:
            return [min(each, room) for each in wanted]
        whole, widest = left + sum(wanted[at] for at in filling), max(wanted[at] for at in filling)
        edges = [round(whole * step / len(filling)) for step in range(len(filling) + 1)]
        equal = [after - before for before, after in pairwise(edges)]
        for at, width in zip(filling, equal, strict=True):
            wanted[at] = width if widest <= min(equal) else wanted[at] + left // len(filling)
        return wanted


def _height(row: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in row), default=0)
