"""Lists that number themselves, counted as a word processor counts them, whatever kind of file they stand in."""

import re
from collections.abc import Mapping

from importers.document.list_numerals import numeral
from model.structs import Struct, field

LEVELS = 9
_PLACE = re.compile("%([1-9])")


class Level(Struct, frozen=True):
    """How one level of a list is numbered.

    Attributes:
        start: the first number.
        kind: the number format, as `numeral` knows it.
        text: what is printed, `%1` to `%9` for the number of each level.
        restarts_after: the level, from 1, that lets it begin anew; None for each above it.
        plain: all levels are printed in plain digits.
    """

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    restarts_after: int | None = None
    plain: bool = False


Levels = Mapping[int, Level]
"""The levels of a list, from 0."""


class Count(Struct):
    """How far a list has counted, by level; None where it has not begun."""

    reached: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def next(self, levels: Levels, index: int, start: int | None = None) -> str:
        """The number of the next paragraph; empty when it prints none.

        Args:
            levels: how the list is numbered.
            index: the paragraph's level, from 0.
            start: the number to begin anew with; None to go on.
        """
        if index not in levels:
            return ""
        reached = self.reached[index]
        fresh = levels[index].start if start is None else start
        self.reached[index] = fresh if reached is None or start is not None else reached + 1
        for deeper in range(index + 1, LEVELS):
            after = levels[deeper].restarts_after if deeper in levels else None
            if after is None or index < after:
                self.reached[deeper] = None
        return self._printed(levels, index)

    def _printed(self, levels: Levels, index: int) -> str:
        def place(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            level = levels.get(at, Level())
            number = self.reached[at]
            return numeral(level.start if number is None else number, "decimal" if plain else level.kind)

        plain = levels[index].plain
        return "" if levels[index].kind in ("bullet", "none") else _PLACE.sub(place, levels[index].text)
