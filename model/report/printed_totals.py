"""Totals that a source printed and that its own figures do not come to; which cell was most likely misread or mistyped.

A wrong cell breaks the total of its row, the total of its column, and the total of all; they are told as one.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from model.form.form import official
from model.language.patterns import pattern
from model.report.evidence import evidence
from model.report.report import Report

_SEPARATORS = pattern(r"[\s,，'’]")
_NUMBER = pattern(r"(\d{1,15})件?")
_NONE = pattern(r"[\W_]*(?:无|没有|零|[OoＯ○〇])?[\W_]*")


@dataclass(frozen=True, slots=True)
class WrongTotal:
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
    printed = {entry.place: entry.printed for entry in evidence(report) if entry.place in official().parts}
    if not printed:
        return ()
    found = [
        WrongTotal(cell_id, printed[cell_id], _missing(report, cell_id, printed[cell_id]))
        for cell_id in official().parts
        if cell_id in printed and not _holds(report, cell_id, printed[cell_id])
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


def _holds(report: Report, cell_id: str, printed: str) -> bool:
    """Whether a printed total is right; a stroke or 无 is right when there is nothing to add up."""
    count = number(printed)
    return report.total(cell_id) == (count or 0) and (count is not None or bool(_NONE.fullmatch(printed)))


def _told_once(report: Report, found: list[WrongTotal]) -> Iterator[WrongTotal]:
    """The wrong totals, those of table three that are off by the same joined where one cell explains them."""
    groups: dict[int, list[WrongTotal]] = {}
    for wrong in found:
        if wrong.missing is None or not wrong.total.startswith("applications."):
            yield wrong
        elif _row(wrong.total) in _TERMS:
            yield replace(wrong, suspect=_term(report, wrong, wrong.missing))
        else:
            groups.setdefault(wrong.missing, []).append(wrong)
    joined = [wrong for group in groups.values() for wrong in _joined(group)]
    yield from _with_grand(joined)


def _with_grand(found: list[WrongTotal]) -> Iterator[WrongTotal]:
    """The wrong results; a total of all that is off by what they come to together is no mistake of its own."""
    rest = [wrong for wrong in found if wrong.total != _GRAND]
    rows = [wrong.missing or 0 for wrong in rest if _row(wrong.total) != _CONCLUDED]
    columns = [wrong.missing or 0 for wrong in rest if _row(wrong.total) == _CONCLUDED]
    for wrong in found:
        if wrong.total != _GRAND or wrong.missing not in (sum(rows), sum(columns)):
            yield wrong


def _joined(group: list[WrongTotal]) -> Iterator[WrongTotal]:
    """The results that are off by the same, as one mistake when they cross in one cell or lie in one row or column."""
    rows = [wrong for wrong in group if _row(wrong.total) != _CONCLUDED]
    columns = [wrong for wrong in group if _row(wrong.total) == _CONCLUDED and wrong.total != _GRAND]
    first = next(iter((*rows, *columns)), None)
    if first is None or len(rows) > 1 or len(columns) > 1:
        yield from rows or group
        return
    crossing = f"{_row(first.total)}.{_column(columns[0].total)}" if rows and columns else None
    others = tuple(wrong.total for wrong in (*columns, *group) if wrong.total == _GRAND or (rows and wrong in columns))
    yield replace(first, suspect=crossing, others=tuple(dict.fromkeys(others)))


def _term(report: Report, wrong: WrongTotal, missing: int) -> str | None:
    """The cell of 新收, 上年结转 or 结转下年度 in the one column whose balance is off by what the row's total is."""
    row = _row(wrong.total)
    lack = -missing if row in _LEFT else missing
    off = [balance.column for balance in official().balances if report.difference(balance) == lack]
    off = [column for column in off if column != "total"]
    return f"{row}.{off[0]}" if len(off) == 1 else None


def _row(cell_id: str) -> str:
    return cell_id.rpartition(".")[0]


def _column(cell_id: str) -> str:
    return cell_id.rpartition(".")[2]


_CONCLUDED = "applications.concluded"
_GRAND = f"{_CONCLUDED}.total"
_LEFT = frozenset(_row(term) for balance in official().balances for term in balance.left)
_TERMS = _LEFT | {_row(balance.right[-1]) for balance in official().balances}
"""The rows of table three that are no results: 新收 and 上年结转, then also 结转下年度."""
