"""Which units are summed: a list to tick, and what must be asked of just those."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from gui.controls.buttons import Button
from gui.controls.fields import Field, LineInput
from gui.controls.layouts import Column, Row, Scroll
from gui.controls.plain import harmless
from gui.controls.text import Text
from gui.desk.summing import ToSum
from gui.desk.ticks import TickRows
from gui.dialogs.opening import Dialog
from gui.look.theme import theme
from model.review.board import STATES, Line

_WIDTH, _HEIGHT = 860, 600
_SOON_MS = 120
_PASSED = "passed"


class SumDialog(Dialog):
    """The dialog; `wanted` brings what is to be summed, and the name of the agency."""

    wanted = Signal(object, str)
    """A `ToSum`, and the name, empty for the usual one."""

    def __init__(self, found: ToSum, parent: QWidget | None = None) -> None:
        """Show the units of a board, those that are in no list without a tick."""
        super().__init__(parent)
        self.setObjectName("sum_dialog")
        self.setWindowTitle("汇总成草稿")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(theme().px(_WIDTH), theme().px(_HEIGHT))
        self._found = self.chosen = found
        self.units = QListWidget()
        self.units.setObjectName("sum_units")
        self.units.setAccessibleName("汇总哪些单位")
        self.units.setItemDelegate(TickRows(self.units))
        self._name = LineInput("sum_name", "汇总报告的机关全称")
        self._heading, self._asked = Text("", 18, bold=True), Text("", 14, wrap=True)
        self._asked.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._sum = Button("汇总，问题记在备注里", "primary", name="sum_write", height=40)
        self._sum.setDefault(True)
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._show)
        self._list()
        self._build(Column(self, 24, 12))
        self.units.itemChanged.connect(lambda _item: self._soon.start())
        self._show()

    @property
    def ticked(self) -> set[str]:
        """The names of the units that are ticked."""
        return {str(item.data(Qt.ItemDataRole.UserRole)) for item in self._items() if _is_ticked(item)}

    def _list(self) -> None:
        for line in (*self.chosen.lines, *self.chosen.left_out):
            self.units.addItem(_item(line, ticked=line in self.chosen.lines))
        for line in self.chosen.missing:
            item = _item(line, ticked=False)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.units.addItem(item)

    def _build(self, column: Column) -> None:
        column.put(self._heading)
        both, left, right = Row(None, 0, 16), Column(None, 0, 8), Column(None, 0, 8)
        ticks = Row(None, 0, 6)
        for words, name, states in (
            ("全选", "sum_all", None),
            ("只选通过的", "sum_passed", _PASSED),
            ("全不选", "sum_none", ""),
        ):
            button = Button(words, "secondary", name=name, height=32, px=14)
            button.clicked.connect(lambda _checked=False, states=states: self._tick(states))
            ticks.put(button)
        ticks.addStretch(1)
        left.put(ticks)
        left.put(self.units, stretch=1)
        right.put(Text("请先核对", 15, bold=True))
        right.put(Scroll(self._asked), stretch=1)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        column.put(both, stretch=1)
        column.put(Field("汇总报告的机关全称", self._name))
        row = Row(None, 0, 8)
        row.addStretch(1)
        cancel = Button("取消", "ghost", name="sum_cancel", height=40)
        cancel.clicked.connect(self.close)
        self._sum.clicked.connect(self._answer)
        row.put(cancel, self._sum)
        column.put(row)

    def _items(self) -> list[QListWidgetItem]:
        return [self.units.item(at) for at in range(self.units.count())]

    def _tick(self, state: str | None) -> None:
        """Tick the units of a state, with None all of them."""
        for item in self._items():
            if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                is_chosen = state is None or item.data(Qt.ItemDataRole.UserRole + 1) == state
                item.setCheckState(Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked)
        self._show()

    def _show(self) -> None:
        """Say how many are chosen, and what must be asked of them."""
        self._soon.stop()
        self.chosen = self._found.only(self.ticked)
        count = len(self.chosen.lines)
        self._heading.setText(f"把 {count} 个单位加成一份汇总草稿" if count else "请勾上要汇总的单位")
        words = [f"· {each.words}" for each in self.chosen.questions]
        self._asked.setText("\n".join(words) or ("没有需要先核对的。" if count else ""))
        self._name.setPlaceholderText(self.chosen.name)
        self._sum.setEnabled(bool(count))

    def _answer(self) -> None:
        self._show()
        if self.chosen.lines:
            chosen, name = self.chosen, self._name.text().strip()
            self.close()
            self.wanted.emit(chosen, name)


def _item(line: Line, *, ticked: bool) -> QListWidgetItem:
    item = QListWidgetItem(harmless(f"{line.name}　{STATES[line.state]}"))
    item.setData(Qt.ItemDataRole.UserRole, line.name)
    item.setData(Qt.ItemDataRole.UserRole + 1, line.state)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    return item


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() == Qt.CheckState.Checked
