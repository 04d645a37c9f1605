"""The board: how many units are in which state, a search, the table, and what can be written of all of them."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QProgressBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gui.controls.buttons import Button, Kind
from gui.controls.fields import LineInput
from gui.controls.layouts import Column, Ground, Row
from gui.controls.text import Elided, Text
from gui.desk.board_model import BoardFilter, BoardModel, Index
from gui.desk.years import YearChoice
from gui.look.theme import theme
from model.form.form import Form
from model.review.board import STATES, Line
from model.review.desk import Desk

_UNIT, _STATE, _MARK, _ALIKE, _SAID = 210, 80, 78, 260, 160
_ALIKE_SHARE = 54
"""How much of the room that the other columns leave the column 雷同 has, in per cent; what is said has the rest."""
_ROW = 38
_NOT_FOUND = "没有找到这样的单位或文件"
_NONE_OF: Mapping[str, str] = {state: f"没有“{words}”的单位" for state, words in STATES.items()}
_SEARCH_MS = 150


class BoardCells(QStyledItemDelegate):
    """The cells on the grounds that the board gives them: a style sheet with room around words leaves them out."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground, then the cell."""
        painter.fillRect(option.rect, index.data(Qt.ItemDataRole.BackgroundRole))  # type: ignore[attr-defined]
        super().paint(painter, option, index)


class BoardTable(QTableView):
    """The table; Enter and a click open a unit."""

    wanted = Signal(int)
    """The row of the unit that is to be opened."""
    nothing: str
    """What is said where there is no row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the table."""
        super().__init__(parent)
        self.setObjectName("board")
        self.nothing = ""
        self.setAccessibleName("各单位")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setItemDelegate(BoardCells(self))
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(lambda index: self.wanted.emit(index.row()))
        theme().follow(self._restyle)

    def measure(self) -> None:
        """Give rows and columns their sizes."""
        count = self.model().columnCount() if self.model() else 0
        widths = [_UNIT, _STATE, *[_MARK] * (count - 4), _ALIKE, _SAID]
        for column, width in enumerate(widths[:count]):
            self.setColumnWidth(column, theme().px(width))
        self._share_room()
        self.verticalHeader().setDefaultSectionSize(theme().px(_ROW))
        self.horizontalHeader().setMinimumHeight(theme().px(40))
        self.horizontalHeader().setStretchLastSection(True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give what is said in words the room that is left."""
        super().resizeEvent(event)
        self._share_room()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the rows, or say that there are none."""
        super().paintEvent(event)
        if self.nothing and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(theme().tokens.text2)
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self.nothing)

    def _share_room(self) -> None:
        """The last two columns share the room that the others leave; the last one stretches over its part."""
        count = self.model().columnCount() if self.model() else 0
        if count > 1:
            left = self.viewport().width() - sum(map(self.columnWidth, range(count - 2)))
            self.setColumnWidth(count - 2, max(theme().px(_ALIKE), left * _ALIKE_SHARE // 100))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open the unit the keyboard is on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.wanted.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _restyle(self) -> None:
        self.setFont(theme().font(15))
        self.horizontalHeader().setFont(theme().font(14, bold=True))
        self.measure()


class BoardView(Ground):
    """The board and what stands around it."""

    back = Signal()
    again = Signal()
    cancelled = Signal()
    returns_wanted = Signal()
    sum_wanted = Signal()
    table_wanted = Signal()
    tidy_wanted = Signal()
    files_wanted = Signal()
    all_passed = Signal()
    """All that is shown and 待审 has passed; or, after it was so, that is to be taken back."""
    opened = Signal(object)
    """The `Line` that is to be opened."""

    def __init__(self, form: Form, newest: int, parent: QWidget | None = None) -> None:
        """Build the board without lines, on a form; the newest year is the last one that is offered."""
        super().__init__("bg", parent=parent)
        self.setObjectName("desk_board")
        self.model = BoardModel(form, self)
        self.shown = BoardFilter(self.model, self)
        self.table = BoardTable()
        self.table.setModel(self.shown)
        self.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
        self.table.measure()
        self.table.wanted.connect(lambda row: self.opened.emit(self.shown.line_at(row)))
        self._title, self._where = Text("审核汇总", 22, bold=True), Elided("", 14, color="text2")
        self._told = Text("", 14, color="text2", wrap=True)
        self._bar, self._busy = QProgressBar(), QWidget()
        self.year = YearChoice("board_year", newest)
        self._states: dict[str, Button] = {}
        self._state, self._whole, self._may_undo = "", False, False
        self.search = LineInput("board_search", "查找单位或文件")
        self.search.setPlaceholderText("查找单位或文件")
        self._soon = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._soon.timeout.connect(self._filter)
        self.search.textChanged.connect(lambda _text: self._soon.start())
        column = Column(self, (20, 12, 20, 12), 10)
        column.put(self._head(), self._progress(), self._filters())
        column.put(self.table, stretch=1)
        column.put(self._told)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the units as they are now; the one that is selected stays so."""
        at = self.table.verticalScrollBar().value()
        self.model.show_lines(lines)
        self.table.verticalScrollBar().setValue(at)
        counted = Counter(line.state for line in lines)
        self._states[""].set_words(f"全部 {len(lines)}")
        for state, words in STATES.items():
            self._states[state].set_words(f"{words} {counted[state]}")
        self._offer_to_pass()

    def show_heads(self, year: int, desk: Desk) -> None:
        """Say what is reviewed: the reports of a year, 0 while it is not known."""
        self._title.setText(f"审核汇总　{year}年" if year else "审核汇总")
        self._where.setText(desk.where)
        self.year.show_year(desk.year, 0 if desk.year else year)

    def show_progress(self, done: int, of: int, name: str) -> None:
        """Say how far the reading is."""
        self._busy.show()
        self._bar.setMaximum(max(of, 1))
        self._bar.setValue(done)
        self._now.setText(f"{done}／{of}　{name}" if done else name)
        self._may_write(whole=False)

    def show_end(self, *, whole: bool) -> None:
        """The reading is over; only where all was read is anything written of all units."""
        self._busy.hide()
        self._may_write(whole=whole)

    def show_undo(self, *, possible: bool) -> None:
        """Offer to take back that all were passed, or not any more."""
        self._may_undo = possible
        self._offer_to_pass()

    def _offer_to_pass(self) -> None:
        """Offer it where only units are shown that want nothing done and all was read; the button says how many."""
        many = self.shown.rowCount() if self._state == "open" and self._whole else 0
        self._pass_all.setVisible(self._may_undo or bool(many))
        self._pass_all.set_words("撤销“都通过”" if self._may_undo else f"这 {many} 个都通过")

    def _may_write(self, *, whole: bool) -> None:
        self._whole = whole
        for button in self._after:
            button.setEnabled(whole)
        self._offer_to_pass()

    def say(self, words: str) -> None:
        """Say one line below the table."""
        self._told.setText(words)

    @property
    def order(self) -> list[Line]:
        """The lines in the order in which they are shown."""
        return [self.shown.line_at(row) for row in range(self.shown.rowCount())]

    def select(self, line: Line) -> None:
        """Put the keyboard on a unit."""
        row = next((at for at, each in enumerate(self.order) if each.name == line.name), -1)
        if row >= 0:
            self.table.setCurrentIndex(self.shown.index(row, 0))
        self.table.setFocus()

    def _head(self) -> Row:
        row, words = Row(None, 0, 8), Column(None, 0, 0)
        back = Button("返回", "ghost", name="board_back", sign="arrow_left")
        back.clicked.connect(self.back)
        words.put(self._title, self._where)
        row.put(back)
        row.put(words, stretch=1)
        self._after: list[Button] = []
        kinds: tuple[tuple[str, str, Kind, SignalInstance], ...] = (
            ("重新审核", "board_again", "ghost", self.again),
            ("导出汇总.xlsx…", "board_table", "secondary", self.table_wanted),
            ("导出长表.csv…", "board_tidy", "secondary", self.tidy_wanted),
            ("汇总成草稿…", "board_sum", "secondary", self.sum_wanted),
            ("写退回意见…", "board_returns", "primary", self.returns_wanted),
        )
        for said, name, kind, signal in kinds:
            button = Button(said, kind, name=name)
            button.clicked.connect(signal)
            self._after += [button] if name != "board_again" else []
            row.put(button)
        return row

    def _progress(self) -> QWidget:
        row = Row(self._busy, 0, 12)
        self._now = Elided("正在找文件…", 14, color="text2")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("审核进度")
        cancel = Button("停止", "secondary", name="board_cancel", sign="dismiss")
        cancel.clicked.connect(self.cancelled)
        row.put(self._bar, stretch=2)
        row.put(self._now, stretch=3)
        row.put(cancel)
        self._busy.hide()
        return self._busy

    def _filters(self) -> Row:
        row = Row(None, 0, 6)
        for state, words in (("", "全部"), *STATES.items()):
            button = Button(words, "secondary", name=f"board_{state or 'all'}", height=34, px=14)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(not state)
            button.clicked.connect(lambda _checked=False, state=state: self._show_state(state))
            self._states[state] = button
            row.put(button)
        self._pass_all = Button("", "tonal", name="board_pass_all", sign="checkmark", height=34, px=14)
        self._pass_all.clicked.connect(self.all_passed)
        self._pass_all.hide()
        row.put(self._pass_all)
        row.addStretch(1)
        add = Button("加文件…", "secondary", name="board_add", sign="add", height=34, px=14)
        add.clicked.connect(self.files_wanted)
        self.search.setMaximumWidth(theme().px(240))
        row.put(add, self.year, self.search)
        return row

    def _show_state(self, state: str) -> None:
        self._state = state
        self._filter()

    def _filter(self) -> None:
        self.shown.show_only(self._state, self.search.text())
        words = self.search.text().strip()
        self.table.nothing = _NOT_FOUND if words else _NONE_OF.get(self._state, "")
        self.table.setCurrentIndex(QModelIndex())
        self.table.scrollToTop()
        self._offer_to_pass()
