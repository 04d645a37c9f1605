"""勾稽关系 in the bar at the foot: all columns balance, or which is off, with its terms and the question."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.widgets.balance_words import columns_off, equation
from gui.widgets.buttons import Button
from gui.widgets.layouts import Row
from gui.widgets.text import Elided, Sign, Text
from model.session import Session


class BalanceStrip(QWidget):
    """The strip; a press on the column's name goes there, the button answers the question."""

    carry_out = Signal(str)
    go = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the strip."""
        super().__init__(parent)
        self.setObjectName("balance_strip")
        self._column, self._narrow = "", False
        self._sign = Sign("checkmark_circle", "ok", 20, filled=True)
        self._name = Button("", "link", name="balance_column", bold=True, height=32, ink="error")
        self._terms = Elided()
        self._terms.setObjectName("balance_terms")
        self._more = Text("", 14, color="text2")
        self._answer = Button("", "secondary", name="balance_carry_out", height=34, px=14)
        row = Row(self, (8, 0, 0, 0), 8)
        row.put(self._sign, self._name)
        row.put(self._terms, self._more, self._answer)
        row.addStretch(1)
        self._name.clicked.connect(lambda: self.go.emit(self._column))
        self._answer.clicked.connect(lambda: self.carry_out.emit(self._column))

    def set_narrow(self, *, narrow: bool) -> None:
        """Say less in a narrow window."""
        self._narrow = narrow

    def show_session(self, session: Session, column: str = "") -> None:
        """Show the balance: the given column when it is off, else the first that is, else that all balance."""
        off = columns_off(session.report)
        self._column = column if column in off else off[0] if off else "total"
        found = equation(session.report, self._column)
        self._sign.set_sign("error_circle" if off else "checkmark_circle", "error" if off else "ok", filled=True)
        self._name.setVisible(bool(off))
        self._name.set_words(found.name)
        self._terms.setText(found.words if off else f"七列都平：{found.words}")
        self._more.setText(f"还有 {len(off) - 1} 列" if len(off) > 1 else "")
        self._more.setVisible(len(off) > 1)
        self._offer(session)
        self.setAccessibleName(f"勾稽关系，{found.name if off else '各列都平'}，{found.words}")

    def _offer(self, session: Session) -> None:
        remainder = session.remainder(self._column)
        possible = remainder is not None and remainder.difference > 0 and remainder.carried_out is not None
        self._answer.setVisible(possible and not session.read_only and not self._narrow)
        if remainder is not None:
            self._answer.set_words(f"确有 {remainder.difference} 件在办")
            self._answer.setToolTip(remainder.question + "确在办理的，填入“结转下年度继续办理”。")
            self._terms.setToolTip(remainder.question)
