"""勾稽关系 of a column in words: 新收 5 ＋ 结转 0 ≠ 办结 4 ＋ 结转下年 0."""

from dataclasses import dataclass

from model.form.form import official
from model.report.report import Report


@dataclass(frozen=True, slots=True)
class Equation:
    """Both sides of one column's balance, in words and in 件."""

    column: str
    name: str
    left: str
    left_total: int
    right: str
    right_total: int
    difference: int

    @property
    def words(self) -> str:
        """The whole equation on one line."""
        sign = "≠" if self.difference else "＝"
        return f"{self.left} {sign} {self.right}"


def equation(report: Report, column: str, *, full: bool = False) -> Equation:
    """The balance of one column.

    Args:
        report: the report.
        column: the column's id, such as `natural_person` or `total`.
        full: name the terms in full.
    """
    balance = next(found for found in official().balances if found.column == column)
    received, carried_in, concluded, carried_out = (report.count(cell_id) for cell_id in balance.cells)
    terms = ("本年新收", "上年结转", "办结总计", "结转下年") if full else ("新收", "结转", "办结", "结转下年")
    return Equation(
        column,
        official().name(balance.cells[0]).rpartition(" / ")[2],
        f"{terms[0]} {received} ＋ {terms[1]} {carried_in}",
        report.sum(balance.left),
        f"{terms[2]} {concluded} ＋ {terms[3]} {carried_out}",
        report.sum(balance.right),
        report.difference(balance),
    )


def blank_cells(report: Report) -> int:
    """How many cells of the table with the balances are still blank."""
    table = official().balances[0].cells[0].partition(".")[0]
    return sum(cell_id.startswith(f"{table}.") for cell_id in report.blanks)


def columns_off(report: Report) -> list[str]:
    """The columns out of balance, the total left out: it follows the others."""
    off = (balance.column for balance in official().balances if report.difference(balance))
    return [column for column in off if column != "total"]
