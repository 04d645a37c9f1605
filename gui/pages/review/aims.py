"""What a reading can become, and what the clerk agreed to."""

from collections.abc import Sequence
from typing import Literal

from importers.reading import Reading
from model.structs import Struct

Aim = Literal["next", "same", "compare"]
"""What a reading becomes: last year's report of a new one, a report to go on with, last year's of the open one."""


class Accepted(Struct, frozen=True):
    """What the clerk agreed to.

    Attributes:
        reading: with all that was said about it.
        aim: what it becomes.
        taken: what is taken along, of `review_carry.PARTS`.
    """

    reading: Reading
    aim: Aim
    taken: frozenset[str]


class Aims(Struct, frozen=True):
    """What a reading can become.

    Attributes:
        order: the likeliest first.
        season: the year whose reports are being prepared.
        open_year: the year of the report that is open; None without one.
    """

    order: Sequence[Aim]
    season: int
    open_year: int | None = None

    def into(self, year: int | None) -> int | None:
        """The year of the report that a reading of a year goes into by the likeliest aim."""
        return self.open_year if self.order[0] == "compare" and self.open_year else self.new_year(year)

    def new_year(self, year: int | None) -> int | None:
        """The year of the report that follows one of a year: the next, or when it is older this season's."""
        return None if year is None else max(year + 1, self.season)

    def words(self, aim: Aim, year: int | None) -> str:
        """What the button says that makes it so."""
        if aim == "next":
            return f"新建 {self.new_year(year)} 年报告" if year else "新建年报"
        if aim == "compare":
            return "用作上年报告"
        return f"接着改 {year} 年这份" if year else "接着改这份"


def why_not(aim: Aim, reading: Reading) -> str:
    """Why an aim cannot be reached yet; empty when it can."""
    if reading.year is None:
        return "请先补上报告年度"
    if aim != "compare" and not reading.agency.name:
        return "请先补上机关全称"
    if aim == "same" and not reading.form.applies_to(reading.year):
        return f"{reading.year} 年的报告用的不是这张表样，只能用作上年报告"
    return ""
