"""Timing in turns: what is compared runs alternately, so that a machine's drift touches both alike."""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

COMPILED = Path(__file__).parents[1] / ".cache" / "compiled"
Work = Callable[[], object]
Clock = Callable[[], float]


def processor() -> float:
    """The seconds of the processor that this process and those that it has waited for have used.

    A clock for works that wait for no disk and no screen: what else the machine does counts in none of them.
    """
    return time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


def medians(
    works: Mapping[str, Work], rounds: int, between: Work = lambda: None, clock: Clock = time.perf_counter
) -> dict[str, float]:
    """The median time of each work in milliseconds, after one round that is not counted; see `_times`."""
    return {name: statistics.median(values) for name, values in _times(works, rounds, between, clock).items()}


def fastest(works: Mapping[str, Work], rounds: int, clock: Clock = time.perf_counter) -> dict[str, float]:
    """The least time of each work in milliseconds, which says most where other programs take turns too."""
    return {name: min(values) for name, values in _times(works, rounds, clock=clock).items()}


def _times(
    works: Mapping[str, Work], rounds: int, between: Work = lambda: None, clock: Clock = time.perf_counter
) -> dict[str, list[float]]:
    """All times of each work in milliseconds, but those of the first round.

    Args:
        works: what is timed, by its name.
        rounds: how often.
        between: what is done before each work, and not timed.
        clock: what the seconds are read from.
    """
    times: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds + 1):
        for name, work in works.items():
            between()
            start = clock()
            work()
            if turn:
                times[name].append((clock() - start) * 1000)
    return times


def show(title: str, times: Mapping[str, float], baseline: str) -> None:
    """Print each time and its ratio to the baseline."""
    print(f"\n{title}")
    for name, value in times.items():
        print(f"  {name:<44}{value:>10.2f} ms {value / times[baseline]:>9.2f} ×")


def python(code: str, *arguments: str | Path) -> Callable[[], subprocess.CompletedProcess[bytes]]:
    """A run of a fresh interpreter on some code, its modules compiled beforehand as in an installed program."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPYCACHEPREFIX": str(COMPILED)}
    return lambda: subprocess.run(command, check=True, capture_output=True, env=environment)
