"""Totals that a source printed and that its own figures do not come to; which cell was most likely misread or mistyped.

A wrong cell breaks the total of its row, the total of its column, and the total of all; they are told as one.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache

from model.form.form import Form
from model.language.patterns import pattern
from model.report.evidence import evidence
from model.report.report import Report
from model.structs import Struct, replace

_SEPARATORS = pattern(r"[\s,，'’]")
_NUMBER = pattern(r"(\d{1,15})件?")
_NONE = pattern(r"[\W_]*(?:无|没有|零|[OoＯ○〇])?[\W_]*")


class WrongTotal(Struct, frozen=True):
    """A printed total that does not hold, with the others that the same mistake breaks.

    Attributes:
        total: the computed cell, of a row where one is broken, else of a column.
        printed: the source's words there.
        missing: by how much the printed total is larger than the sum of its parts, in 件; None where no number stood.
        suspect: the typed cell that explains all of it.
        others: further computed cells, off by the same.
    """

    total: str
    printed: str
    missing: int | None
    suspect: str | None = None
    others: tuple[str, ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells to show: the likely wrong one first."""
        return (*([self.suspect] if self.suspect else []), self.total, *self.others)


def wrong_totals(report: Report) -> tuple[WrongTotal, ...]:
    """The printed totals of the three tables that do not hold, one for each mistake."""
    printed = {entry.place: entry.printed for entry in evidence(report) if entry.place in report.form.parts}
    if not printed:
        return ()
    found = [
        WrongTotal(cell_id, printed[cell_id], _missing(report, cell_id, printed[cell_id]))
        for cell_id in report.form.parts
        if cell_id in printed and not holds(report, cell_id, printed[cell_id])
    ]
    return tuple(_told_once(report, found))


def suspects(report: Report) -> dict[str, int]:
    """The typed cells that printed totals show to be wrong, each with by how much, in 件."""
    found = wrong_totals(report)
    return {wrong.suspect: wrong.missing for wrong in found if wrong.suspect and wrong.missing is not None}


def number(printed: str) -> int | None:
    """The whole number that some printed words are, however they write it; None for other words."""
    found = _NUMBER.fullmatch(_SEPARATORS.sub("", unicodedata.normalize("NFKC", printed)))
    return int(found[1]) if found else None


def _missing(report: Report, cell_id: str, printed: str) -> int | None:
    count = number(printed)
    return None if count is None else count - report.total(cell_id)


def holds(report: Report, cell_id: str, printed: str) -> bool:
    """Whether a printed total is right; a stroke or 无 is right when there is nothing to add up."""
    count = number(printed)
    return report.total(cell_id) == (count or 0) and (count is not None or bool(_NONE.fullmatch(printed)))


def _told_once(report: Report, found: list[WrongTotal]) -> Iterator[WrongTotal]:
    """The wrong totals, those of table three that are off by the same joined where one cell explains them."""
    groups: dict[int, list[WrongTotal]] = {}
    sums = _sums(report.form)
    for wrong in found:
        if wrong.missing is None or not report.form.table_of(wrong.total).balanced:
            yield wrong
        elif _row(wrong.total) in sums.terms:
            yield replace(wrong, suspect=_term(report, wrong, wrong.missing, sums))
        else:
            groups.setdefault(wrong.missing, []).append(wrong)
    joined = [wrong for group in groups.values() for wrong in _joined(group, sums)]
    yield from _with_grand(joined, sums)


def _with_grand(found: list[WrongTotal], sums: "_Sums") -> Iterator[WrongTotal]:
    """The wrong results; a total of all that is off by what they come to together is no mistake of its own."""
    rest = [wrong for wrong in found if wrong.total not in sums.grand]
    rows = [wrong.missing or 0 for wrong in rest if _row(wrong.total) not in sums.summed]
    columns = [wrong.missing or 0 for wrong in rest if _row(wrong.total) in sums.summed]
    for wrong in found:
        if wrong.total not in sums.grand or wrong.missing not in (sum(rows), sum(columns)):
            yield wrong


def _joined(group: list[WrongTotal], sums: "_Sums") -> Iterator[WrongTotal]:
    """The results that are off by the same, as one mistake when they cross in one cell or lie in one row or column."""
    rows = [wrong for wrong in group if _row(wrong.total) not in sums.summed]
    columns = [wrong for wrong in group if _row(wrong.total) in sums.summed and wrong.total not in sums.grand]
    first = next(iter((*rows, *columns)), None)
    if first is None or len(rows) > 1 or len(columns) > 1:
        yield from rows or group
        return
    crossing = f"{_row(first.total)}.{_column(columns[0].total)}" if rows and columns else None
    others = tuple(
        wrong.total for wrong in (*columns, *group) if wrong.total in sums.grand or (rows and wrong in columns)
    )
    yield replace(first, suspect=crossing, others=tuple(dict.fromkeys(others)))


def _term(report: Report, wrong: WrongTotal, missing: int, sums: "_Sums") -> str | None:
    """The cell of 新收, 上年结转 or 结转下年度 in the one column whose balance is off by what the row's total is."""
    row = _row(wrong.total)
    lack = -missing if row in sums.left else missing
    balances = (balance for balance in report.form.balances if not balance.is_sum)
    off = [balance.column for balance in balances if report.difference(balance) == lack]
    return f"{row}.{off[0]}" if len(off) == 1 else None


def _row(cell_id: str) -> str:
    return cell_id.rpartition(".")[0]


def _column(cell_id: str) -> str:
    return cell_id.rpartition(".")[2]


class _Sums(Struct, frozen=True):
    """What a form sums up in its balanced table.

    Attributes:
        left: the rows of the left side of the balance: 新收 and 上年结转.
        terms: the rows that are no results: these, and 结转下年度.
        summed: the row that adds up the results.
        grand: the cell where that row meets the total of all applicants.
    """

    left: frozenset[str]
    terms: frozenset[str]
    summed: frozenset[str]
    grand: frozenset[str]


@cache
def _sums(form: Form) -> _Sums:
    right = [cell_id for balance in form.balances for cell_id in balance.right]
    summed = frozenset(_row(cell_id) for cell_id in right if _adds_its_column(form, cell_id))
    left = frozenset(_row(cell_id) for balance in form.balances for cell_id in balance.left)
    grand = (cell_id for cell_id in right if _row(cell_id) in summed and not _adds_its_column(form, cell_id))
    return _Sums(left, left | {_row(cell_id) for cell_id in right} - summed, summed, frozenset(grand))


def _adds_its_column(form: Form, cell_id: str) -> bool:
    return any(_column(part) == _column(cell_id) for part in form.parts.get(cell_id, ()))
