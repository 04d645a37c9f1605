"""What supervisors compute of one unit's figures, with last year's beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from gui.look.theme import theme
from model.review.row import RateTold

_HEADS = ("指标（供参考）", "本年", "上年", "变化")
_ROW = 34


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
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
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
        self.verticalHeader().setDefaultSectionSize(theme().px(_ROW))
