"""Asks which 科室 gives which figure: a line of names for each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.fields import LineInput
from gui.controls.layouts import Column, Row, Scroll
from gui.controls.text import Text
from gui.dialogs.opening import Dialog
from gui.look.theme import theme
from model.gathering.items import Item
from model.gathering.plan import Plan

_WIDTH, _HEIGHT, _NAME = 720, 560, 300
_ASKED = (
    "每一项写由哪个科室填；几个科室都有的，用顿号隔开，收回来的数会相加。不征集的空着。分工记在本机，明年不用再定。"
)


class PlanDialog(Dialog):
    """The dialog; `saved` brings the lines, by the id of the item."""

    saved = Signal(object)

    def __init__(self, items: tuple[Item, ...], plan: Plan, parent: QWidget | None = None) -> None:
        """Show what was settled before."""
        super().__init__(parent)
        self.setObjectName("plan_dialog")
        self.setWindowTitle("哪个科室填哪几栏")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lines: dict[str, LineInput] = {}
        inside = QWidget()
        lines, column, foot = Column(inside, (0, 0, 12, 0), 8), Column(self, 24, 12), Row(None, 0, 8)
        for item in items:
            lines.put(self._line(item, plan))
        lines.addStretch(1)
        save = Button("保存分工", "primary", name="plan_save", height=40)
        cancel = Button("取消", "ghost", name="plan_cancel", height=40)
        save.setDefault(True)
        foot.addStretch(1)
        foot.put(cancel, save)
        column.put(Text("哪个科室填哪几栏", 18, bold=True), Text(_ASKED, color="text2", wrap=True))
        column.put(Scroll(inside), stretch=1)
        column.put(foot)
        save.clicked.connect(self._save)
        cancel.clicked.connect(self.close)
        self.setMinimumSize(theme().px(_WIDTH), theme().px(_HEIGHT))
        next(iter(self._lines.values())).setFocus()

    def _line(self, item: Item, plan: Plan) -> QWidget:
        line = QWidget()
        row, name = Row(line, 0, 12), Text(item.name, 15, wrap=True)
        field = self._lines[item.id] = LineInput(f"plan_{item.id}", f"{item.name}由哪个科室填")
        field.setText("、".join(plan.get(item.id, ())))
        name.setFixedWidth(theme().px(_NAME))
        name.setBuddy(field)
        row.put(name)
        row.put(field, stretch=1)
        return line

    def _save(self) -> None:
        said = {item: field.text() for item, field in self._lines.items()}
        self.close()
        self.saved.emit(said)
