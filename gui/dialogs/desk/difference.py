"""看不同: two drafts of one report side by side, and what is to become of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Column, Row
from gui.controls.text import Text
from gui.dialogs.desk.difference_view import DifferenceView, Side
from gui.dialogs.opening import Dialog
from model.desk.differences import parts
from model.session.earlier import FIXED

_WIDTH, _HEIGHT = 1000, 600
_TAKE = "用右边的"


class DifferenceDialog(Dialog):
    """The dialog; Esc and 返回 answer nothing."""

    answered = Signal(str)
    parts_taken = Signal(object)
    """The ids of the parts that are to be taken from the second draft, in the order of the pages."""

    def __init__(
        self, heading: str, one: Side, other: Side, answers: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Show two drafts, and (value, words) of each answer."""
        super().__init__(parent)
        self.setObjectName("difference_dialog")
        self.setWindowTitle("看不同")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view, foot = DifferenceView(), Row(None, 0, 8)
        take = _TAKE if one.report.form.id == other.report.form.id else ""
        view.show_two(one, other, take, (FIXED,), several=True)
        view.taken.connect(self._mark)
        self._order, self._marked = [part.id for part in parts(one.report, other.report)], set[str]()
        self._some = Button("", "primary", name="difference_take_parts", height=40)
        self._some.clicked.connect(self._take)
        self._some.hide()
        back = Button("返回", "ghost", name="difference_back", height=40)
        back.clicked.connect(self.close)
        back.setDefault(True)
        foot.addStretch(1)
        foot.put(back)
        for value, words in answers:
            button = Button(words, "secondary", name=f"difference_answer_{value}", height=40)
            button.clicked.connect(lambda _checked=False, value=value: self._answer(value))
            foot.put(button)
        foot.put(self._some)
        column = Column(self, 24, 12)
        column.put(Text(heading, 18, bold=True, wrap=True))
        column.put(view, stretch=1)
        column.put(foot)
        self.take_room(_WIDTH, _HEIGHT)

    def _mark(self, part: str) -> None:
        """Mark a part to be taken, or no longer; what is marked is counted where it can be done."""
        self._marked ^= {part}
        self._some.set_words(f"换上选中的 {len(self._marked)} 部分")
        self._some.setVisible(bool(self._marked))

    def _take(self) -> None:
        self.close()
        self.parts_taken.emit([part for part in self._order if part in self._marked])

    def _answer(self, value: str) -> None:
        self.close()
        self.answered.emit(value)
