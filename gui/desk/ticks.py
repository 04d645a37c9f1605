"""Rows of a list with a box to tick, which shows its tick, and with room around the words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.look.icons import icon
from gui.look.theme import theme

Index = QModelIndex | QPersistentModelIndex
_LEAST = 34


class TickRows(QStyledItemDelegate):
    """The style sheet fills a ticked box; this paints the tick into it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row, and the tick."""
        super().paint(painter, option, index)
        if index.data(Qt.ItemDataRole.CheckStateRole) != Qt.CheckState.Checked.value:
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        rows = self.parent()
        assert isinstance(rows, QWidget)
        box = rows.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, shown, rows)
        side = min(box.width(), box.height())
        painter.drawPixmap(box.x(), box.y(), icon("checkmark", theme().tokens.onaccent, side))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As high as the words ask for, and no lower than a finger."""
        size = super().sizeHint(option, index)
        return size.expandedTo(QSize(0, theme().px(_LEAST)))
