"""勾稽关系 of a column in words: 新收 5 ＋ 结转 0 ≠ 办结 4 ＋ 结转下年 0."""

from model.report.report import Report
from model.structs import Struct


class Equation(Struct, frozen=True):
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
    balance = report.form.balance_of(column)
    terms = [names[full] for names in balance.terms]
    said = [f"{term} {report.count(cell_id)}" for term, cell_id in zip(terms, balance.cells, strict=True)]
    return Equation(
        column,
        report.form.name(balance.cells[0]).rpartition(" / ")[2],
        " ＋ ".join(said[: len(balance.left)]),
        report.sum(balance.left),
        " ＋ ".join(said[len(balance.left) :]),
        report.sum(balance.right),
        report.difference(balance),
    )


def blank_cells(report: Report) -> int:
    """How many cells of the table with the balances are still blank."""
    return sum(report.form.table_of(cell_id).balanced for cell_id in report.blanks)


def is_unfinished(report: Report, column: str) -> bool:
    """Whether cells of a column are blank still, so that what it is off may yet be filled in."""
    return any(report.form.table_of(cell).balanced and cell.endswith(f".{column}") for cell in report.blanks)


def columns_off(report: Report) -> list[str]:
    """The columns out of balance, the total left out: it follows the others."""
    return [balance.column for balance in report.form.balances if not balance.is_sum and report.difference(balance)]


def sum_column(report: Report) -> str:
    """The column that adds up the others; the last one where none does."""
    columns = [balance.column for balance in report.form.balances if balance.is_sum]
    return columns[0] if columns else report.form.balances[-1].column
