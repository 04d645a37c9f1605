"""When something happened, seen from the count: before the year, within it, or after the day up to which it counts."""

from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from model.language.days import day_of
from model.language.patterns import pattern

When = Literal["before", "within", "after"]

_TIME = pattern(
    r"(?<=[0-9日号])[ T　]*(?:[上下中]午|早上|晚上)?\s*[0-9]{1,2}[:：时点][0-9]{0,2}分?(?:[:：][0-9]{0,2}秒?)?\s*"
    r"(?:AM|PM)?$"
)
_HALF_DAY = pattern(
    r"(?<=[0-9日号])\s*(?:[上下中]午|\((?:星期|周)[一二三四五六日天]\)|（(?:星期|周)[一二三四五六日天]）|(?:星期|周)[一二三四五六日天])$"
)
_SERIAL = pattern(r"[0-9]{5}(?:\.[0-9]+)?")
_FIRST_SERIAL = date(1899, 12, 30)
_NO_YEAR = 1904
"""A leap year before all ledgers, by which it is seen that a day was written without its year."""
EARLIEST = 2008
"""The year in which the regulations came into force."""


class Day(NamedTuple):
    """A day as a cell writes it; `on` is None where it writes none, `has_year` whether the cell said the year."""

    on: date | None
    has_year: bool = True


@lru_cache(maxsize=20_000)
def day(text: str, usual_year: int | None) -> Day:
    """The day that a cell writes.

    Args:
        text: in any of the ordinary ways, with a time or a day of the week behind it, or as Excel counts days.
        usual_year: the year of the sheet; None where it is not known.
    """
    bare = _HALF_DAY.sub("", _TIME.sub("", text.strip()))
    if _SERIAL.fullmatch(bare):
        on = _FIRST_SERIAL + timedelta(days=int(float(bare)))
        return Day(on if on.year >= EARLIEST else None)
    found = day_of(bare, _NO_YEAR)
    if found is None or found.year != _NO_YEAR:
        return Day(found)
    return Day(None if usual_year is None else day_of(bare, usual_year), has_year=False)


class Period(NamedTuple):
    """What is counted: a year, up to a day of it."""

    year: int
    until: date

    @property
    def is_partial(self) -> bool:
        """Whether the count ends before the year does."""
        return self.until < date(self.year, 12, 31)

    def when(self, on: date) -> When:
        """When a day was."""
        if on.year < self.year:
            return "before"
        return "within" if on <= self.until else "after"


def period(year: int, until: date | None = None) -> Period:
    """A year, as a whole unless a day within it is given."""
    return Period(year, min(until or date(year, 12, 31), date(year, 12, 31)))
