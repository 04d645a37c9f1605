"""Rows of a list with a box to tick, which shows its tick, and with room around the words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.look.icons import icon
from gui.look.theme import theme

Index = QModelIndex | QPersistentModelIndex
_LEAST = 34
_EDGES = 16
"""The room around the words, both sides together."""
_HIGHEST = 10_000


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
        """As high as the words are when they are broken to the width of the list, and no lower than a finger."""
        rows = self.parent()
        assert isinstance(rows, QAbstractItemView)
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.rect = QRect(0, 0, rows.viewport().width(), theme().px(_LEAST))  # type: ignore[attr-defined]
        room = rows.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, shown, rows).width()
        words = QRect(0, 0, room - theme().px(_EDGES), _HIGHEST)
        needed = rows.fontMetrics().boundingRect(words, Qt.TextFlag.TextWordWrap, str(index.data())).height()
        height = max(theme().px(_LEAST), needed + theme().px(_EDGES))
        return QSize(super().sizeHint(option, index).width(), height)
