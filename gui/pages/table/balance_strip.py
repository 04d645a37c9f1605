"""How table three stands, in the bar at the foot: blank cells, and 勾稽关系 with its question when a column is off."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.controls.buttons import Button
from gui.controls.layouts import Row
from gui.controls.plain import set_tip
from gui.controls.text import Sign, Text
from gui.findings.balance_words import blank_cells, columns_off, equation, is_unfinished, sum_column
from model.language.numerals import chinese
from model.report.remainder import remainder
from model.session.session import Session


class BalanceStrip(QWidget):
    """The strip; a press on the column's name goes there, the button answers the question."""

    carry_out = Signal(str)
    go = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the strip."""
        super().__init__(parent)
        self.setObjectName("balance_strip")
        self._column, self._narrow = "", False
        self._blank = Text("", 14, color="text2", wrap=True)
        self._blank.setObjectName("balance_blank")
        self._sign = Sign("checkmark_circle", "ok", 20, filled=True)
        self._name = Button("", "link", name="balance_column", bold=True, height=32, ink="error")
        self._terms = Text(wrap=True)
        self._terms.setObjectName("balance_terms")
        self._more = Text("", 14, color="text2")
        self._answer = Button("", "secondary", name="balance_carry_out", height=34, px=14)
        row = Row(self, (8, 0, 0, 0), 8)
        row.put(self._blank, self._sign, self._name)
        row.put(self._terms, stretch=1)
        row.put(self._more, self._answer)
        self._name.clicked.connect(lambda: self.go.emit(self._column))
        self._answer.clicked.connect(lambda: self.carry_out.emit(self._column))

    def set_narrow(self, *, narrow: bool) -> None:
        """Say less in a narrow window."""
        self._narrow = narrow

    def show_session(self, session: Session, column: str = "") -> None:
        """Show how many cells are blank, and the given column when it is off, else the first that is.

        Only when nothing is blank and nothing off, that all columns balance.
        """
        off, blank = columns_off(session.report), blank_cells(session.report)
        self._column = column if column in off else off[0] if off else sum_column(session.report)
        found = equation(session.report, self._column)
        self._show_blank(blank, alone=not off)
        self._sign.setVisible(bool(off) or not blank)
        unfinished = is_unfinished(session.report, self._column)
        wrong = ("warning", "warn_icon") if unfinished else ("error_circle", "error")
        self._sign.set_sign(*(wrong if off else ("checkmark_circle", "ok")), filled=True)
        self._name.set_ink("warn" if unfinished else "error")
        self._name.setVisible(bool(off))
        self._name.set_words(found.name)
        self._terms.setVisible(bool(off) or not blank)
        self._terms.setText(found.words if off else f"{_count(session)}列都平：{found.words}")
        self._more.setText(f"还有 {len(off) - 1} 列" if len(off) > 1 else "")
        self._more.setVisible(len(off) > 1 and not blank)
        self._show_answer(session)
        self.setAccessibleName(_spoken(blank, f"{found.name if off else '各列都平'}，{found.words}", off=bool(off)))

    def _show_blank(self, blank: int, *, alone: bool) -> None:
        self._blank.setVisible(bool(blank))
        self._blank.setText(f"还有 {blank} 格没填" + ("；没有发生的填 0。" if alone else ""))

    def _show_answer(self, session: Session) -> None:
        found = remainder(session.report, self._column)
        possible = found is not None and found.difference > 0 and found.carried_out is not None
        self._answer.setVisible(possible and not session.read_only and not self._narrow)
        if found is not None:
            self._answer.set_words(found.answer)
            set_tip(self._answer, found.question + "确在办理的，填入“结转下年度继续办理”。")
            set_tip(self._terms, found.question)


def _count(session: Session) -> str:
    return chinese(len(session.report.form.balances))


def _spoken(blank: int, balance: str, *, off: bool) -> str:
    """The strip for a screen reader."""
    said = [f"还有 {blank} 格没填"] if blank else []
    return "，".join([*said, "勾稽关系", balance] if off or not blank else said)
