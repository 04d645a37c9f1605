"""What supervisors compute of one unit's figures, with last year's beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui.desk.board_model import Index
from gui.look.theme import theme
from model.review.row import RateTold

_HEADS = ("指标（供参考）", "本年", "上年", "变化")
_ROW = 34


class _Words(QStyledItemDelegate):
    """Cells without the frame of the keyboard, which has nothing to do here."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Take the frame away."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]


class RatesTable(QTableWidget):
    """The table; it is only looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build it without figures."""
        super().__init__(0, len(_HEADS), parent)
        self.setObjectName("unit_rates")
        self.setAccessibleName("指标，同上年比")
        self.setHorizontalHeaderLabels(_HEADS)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Words(self))
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        theme().follow(self._restyle)
        self._restyle()

    def show_rates(self, rates: Sequence[RateTold]) -> None:
        """Show the figures of a report; none where there is none."""
        self.setRowCount(len(rates))
        for row, rate in enumerate(rates):
            for column, words in enumerate((rate.name, rate.now, rate.before, rate.change)):
                item = QTableWidgetItem(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
                self.setItem(row, column, item)

    def _restyle(self) -> None:
        self.setFont(theme().font(14))
        self.horizontalHeader().setFont(theme().font(14, bold=True))
        self.verticalHeader().setMinimumSectionSize(theme().px(_ROW))
