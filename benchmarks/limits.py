"""Ratios with limits: each thing measured beside what it is compared with, in turns, in one run.

What is counted is processor time, of this process and of those it starts and waits for, so that a machine whose cores
are busy with other things gives the same ratios; only what is said to be so is measured by the clock on the wall.
A short run does a part of the rounds and allows `MARGIN` above each limit: it is for finding what became slower.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from benchmarks.timing import Clock, Work, medians, processor

MARGIN = 1.5
"""What a short run allows above a limit."""


class Ratio(NamedTuple):
    """One thing measured.

    Attributes:
        name: what was measured, and against what.
        value: how many times the baseline it took.
        limit: the most it may take; a long run fails above it, a short one above `MARGIN` times as much.
        note: what is to be said of it.
        wanted: the limit that it is to have one day, where it is not there yet; it is shown, and fails nothing.
    """

    name: str
    value: float
    limit: float
    note: str = ""
    wanted: float | None = None


def costs(
    works: Mapping[str, Work], rounds: int, clock: Clock = processor, between: Work = lambda: None
) -> dict[str, float]:
    """The median cost of each work, in turns, in milliseconds of the processor unless another clock is given."""
    return medians(works, rounds, between, clock)


def is_short() -> bool:
    """Whether the program was called with `short`."""
    return "short" in sys.argv[1:]


def judged(title: str, ratios: Iterable[Ratio]) -> int:
    """Print each ratio beside its limit as it comes; 1 when one is above what is allowed."""
    print(f"\n{title}{f' (short: {MARGIN} times a limit is allowed)' if is_short() else ''}", flush=True)
    over = list(_printed(ratios))
    print(f"above the limit: {'; '.join(over)}" if over else "all within their limits", flush=True)
    return int(bool(over))


def _printed(ratios: Iterable[Ratio]) -> Iterator[str]:
    for each in ratios:
        allowed = each.limit * (MARGIN if is_short() else 1)
        mark = "" if each.value <= each.limit else " above" if each.value > allowed else " within the margin"
        wanted = f" (wanted {each.wanted:g})" if each.wanted is not None else ""
        print(f"  {each.name:<66}{each.value:>9.2f} ≤ {each.limit:<7g}{mark}{wanted} {each.note}", flush=True)
        if each.value > allowed:
            yield each.name
