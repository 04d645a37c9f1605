"""One entry of table three in the wrong column: it puts two columns out of balance by the same, in opposite ways."""

from collections.abc import Iterator

from model.form.form import Balance
from model.report.printed_totals import WrongTotal, wrong_totals
from model.report.report import Report
from model.structs import Struct

_FEW = 3
"""So many entries can be named as possibly the wrong one."""


class WrongColumn(Struct, frozen=True):
    """What one entry in a wrong column leaves behind.

    Attributes:
        short: the balance of the column where 新收 and 上年结转 are more than the results.
        over: that of the column where they are fewer.
        count: by how much each is off, in 件.
        moves: the likeliest entries, each with the cell it should stand in: those of just this count, and rather those
            whose right cell holds nothing; none where more than a few are alike.
        totals: the printed totals of columns that this explains.
    """

    short: Balance
    over: Balance
    count: int
    moves: tuple[tuple[str, str], ...]
    totals: frozenset[str]


def wrong_column(report: Report) -> WrongColumn | None:
    """The one entry in a wrong column that explains all that does not balance; None where there is none such."""
    off = [(report.difference(each), each) for each in report.form.balances if not each.is_sum]
    off = [(difference, each) for difference, each in off if difference]
    pair = len(off) == 2 and off[0][0] + off[1][0] == 0  # noqa: PLR2004
    if not pair or any(cell not in report.numbers for _, each in off for cell in _typed(report, each.cells)):
        return None
    (count, short), (_, over) = sorted(off, key=lambda each: -each[0])
    printed = [wrong for wrong in wrong_totals(report) if wrong.missing is not None]
    if any(wrong.suspect for wrong in printed):
        return None
    totals = frozenset(each for wrong in printed for each in _explained(report, wrong, short, over, count))
    moves = (
        *(() if totals else _moves(report, short.left, over.left, count)),
        *_moves(report, over.right, short.right, count),
    )
    if totals:
        moves = tuple(move for move in moves if any(move[0] in report.form.parts[total] for total in totals))
    likeliest = tuple(move for move in moves if not report.numbers.get(move[1])) or moves
    return WrongColumn(short, over, count, likeliest if len(likeliest) <= _FEW else (), totals)


def _typed(report: Report, cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for cell_id in cells for part in report.form.parts.get(cell_id, (cell_id,)))


def _moves(report: Report, source: tuple[str, ...], target: tuple[str, ...], count: int) -> Iterator[tuple[str, str]]:
    """The cells of one column that hold just the count, each with the cell of the same row in the other."""
    for here, there in zip(_typed(report, source), _typed(report, target), strict=True):
        if report.numbers.get(here) == count:
            yield here, there


def _explained(report: Report, wrong: WrongTotal, short: Balance, over: Balance, count: int) -> Iterator[str]:
    """The printed totals of the two columns that are off by just what is in the wrong one."""
    for balance, missing in ((short, count), (over, -count)):
        for total in (wrong.total, *wrong.others):
            if wrong.missing == missing and total in balance.right and report.form.parts.get(total):
                yield total
