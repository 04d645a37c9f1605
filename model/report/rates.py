"""Rates that supervisors compute from the tables, this year and last; for the clerk to see first, and no official rule.

Each is a share of counts in 件, by the roles of the cells, so that it holds on every form that has them.
"""

from collections.abc import Callable
from fractions import Fraction
from math import floor

from model.form.form import Form
from model.report.past import past_value, year_before
from model.report.report import Report
from model.structs import Struct

_Roles = tuple[str, ...]


class Rate(Struct, frozen=True):
    """One rate.

    Attributes:
        name: what it is called.
        formula: how it is computed, in words.
        part: the count above the line, in 件.
        whole: the count below it.
        now: the share; None where nothing is below the line.
        before: last year's share; None where nothing was below the line, or where it is not known.
        known_before: whether last year's report says enough.
    """

    name: str
    formula: str
    part: int
    whole: int
    now: Fraction | None
    before: Fraction | None
    known_before: bool

    @property
    def now_words(self) -> str:
        """This year's share: 60.0%（3÷5）; 无 where nothing is below the line."""
        return "无" if self.now is None else f"{percent(self.now)}（{self.part}÷{self.whole}）"

    @property
    def before_words(self) -> str:
        """Last year's share; 无 as above, 没有上年数据 where it is not known."""
        if not self.known_before:
            return "没有上年数据"
        return "无" if self.before is None else percent(self.before)

    @property
    def change_words(self) -> str:
        """The change in percentage points between the shares as shown: ＋3.2 个百分点; empty where there are no two."""
        if self.now is None or self.before is None:
            return ""
        tenths = _tenths(self.now) - _tenths(self.before)
        return f"{'＋' if tenths > 0 else '－'}{abs(tenths) // 10}.{abs(tenths) % 10} 个百分点" if tenths else "持平"


_RATES: tuple[tuple[str, str, _Roles, _Roles], ...] = (
    (
        "实质公开率",
        "（予以公开＋部分公开）÷办理结果总计",
        ("applications.granted.total", "applications.partly_granted.total"),
        ("applications.concluded.total",),
    ),
    (
        "无法提供占比",
        "无法提供÷办理结果总计",
        ("applications.unavailable.total",),
        ("applications.concluded.total",),
    ),
    (
        "无法提供中不掌握的占比",
        "本机关不掌握÷无法提供",
        ("applications.unavailable_not_held.total",),
        ("applications.unavailable.total",),
    ),
    ("复议纠正率", "复议结果纠正÷复议总计", ("disputes.review.corrected",), ("disputes.review.total",)),
    (
        "诉讼败诉率",
        "诉讼结果纠正÷诉讼总计",
        ("disputes.direct_suit.corrected", "disputes.suit_after_review.corrected"),
        ("disputes.direct_suit.total", "disputes.suit_after_review.total"),
    ),
    (
        "结转率",
        "结转下年度÷（本年新收＋上年结转）",
        ("applications.carried_out.total",),
        ("applications.received.total", "applications.carried_in.total"),
    ),
)


def rates(report: Report) -> tuple[Rate, ...]:
    """The rates of a report; those for which its form lacks a cell are left out."""
    past, found = year_before(report), []
    for name, formula, above, below in _RATES:
        parts, wholes = _cells(report.form, above), _cells(report.form, below)
        if not parts or not wholes:
            continue
        part, whole = report.sum(parts), report.sum(wholes)
        before = None if past is None else _sums((parts, wholes), lambda cell: past_value(past, cell, report.form))
        found.append(
            Rate(name, formula, part, whole, _share(part, whole), before and _share(*before), before is not None)
        )
    return tuple(found)


def percent(share: Fraction) -> str:
    """A share with one decimal, halves rounded up: 66.7%."""
    tenths = _tenths(share)
    return f"{tenths // 10}.{tenths % 10}%"


def _tenths(share: Fraction) -> int:
    return floor(share * 1000 + Fraction(1, 2))


def _cells(form: Form, roles: _Roles) -> tuple[str, ...]:
    """The cells of some roles, all of which must be there."""
    found = [form.cells_as(role) for role in roles]
    return tuple(cell for cells in found for cell in cells) if all(found) else ()


def _sums(sides: tuple[tuple[str, ...], ...], value: Callable[[str], object]) -> tuple[int, int] | None:
    """Both sums; None where one of the figures is not known."""
    found = [[value(cell) for cell in cells] for cells in sides]
    if any(figure is None for side in found for figure in side):
        return None
    part, whole = (sum(int(str(figure)) for figure in side) for side in found)
    return part, whole


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None
