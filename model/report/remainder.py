"""差: what a column of table three lacks, and the question that this is to the clerk."""

from model.report.report import Report
from model.structs import Struct


class Remainder(Struct, frozen=True):
    """How far a column of table three is off, and what 结转下年度 would be if that is where it belongs.

    Attributes:
        column: the column's id.
        difference: 新收＋上年结转 minus 办理结果＋结转下年度, in 件.
        carried_out: 结转下年度 that would balance the column, in 件; None when it would be less than 0.
    """

    column: str
    difference: int
    carried_out: int | None

    @property
    def already(self) -> int:
        """What 结转下年度 holds now, in 件, where some of it is missing; else 0."""
        return self.carried_out - self.difference if self.carried_out is not None and self.difference > 0 else 0

    @property
    def question(self) -> str:
        """The question for the clerk."""
        lacking = self.difference
        if lacking < 0:
            return f"多 {-lacking} 件：办理结果或结转下年度填多了，还是本年新收、上年结转漏填了？"
        asked = f"差 {lacking} 件：漏填了办理结果，还是"
        if self.already:
            return f"{asked}还有 {lacking} 件仍在办理（结转下年由 {self.already} 改为 {self.carried_out}）？"
        return f"{asked}确有 {lacking} 件仍在办理？"

    @property
    def answer(self) -> str:
        """The words of the button that puts what is missing into 结转下年度."""
        if self.already:
            return f"再加 {self.difference} 件结转下年"
        return f"确有 {self.difference} 件仍在办理"


def remainder(report: Report, column: str) -> Remainder | None:
    """How far a column of table three is off; None when it balances, and for the total, which only follows."""
    balance = report.form.balance_of(column)
    difference = report.difference(balance)
    if not difference or balance.is_sum:
        return None
    carried_out = report.count(balance.right[-1]) + difference
    return Remainder(column, difference, carried_out if carried_out >= 0 else None)
