"""Many reports: what reading and checking them by a crew costs against doing so one after the other, and its memory.

Processor time of this process and the workers together; over 1.3 times the single one is a failure. Memory is the most
that this process, and the largest worker, ever had.
"""

import resource
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from importers import child
from importers.last_years import LastYears
from importers.many.crew import Crew
from importers.many.folder import sources
from importers.many.one_file import row
from model.review.board import board
from model.review.desk import Desk
from tests.review.corpus import district

KINDS = (".docx", ".html", ".xlsx", ".nianbao")
TODAY = date(2025, 1, 10)
COUNTS = (100, 300, 1000)
LIMIT = 1.3
WORKERS = 2
NOBODY = LastYears(())


def main() -> int:
    """Print a line for each number of reports; 1 when the crew costs too much."""
    over = [count for count in map(int, sys.argv[1:] or COUNTS) if measure(count) > LIMIT]
    print(f"more than {LIMIT} × for {over}" if over else f"all within {LIMIT} ×")
    return int(bool(over))


def measure(count: int) -> float:
    """The crew's processor time as a share of the single one's, for so many units."""
    with TemporaryDirectory() as place:
        made = district(Path(place), count, KINDS, last_years=False)
        files = sources([made.folder])
        with child.kept():
            row(files[0].path, TODAY)  # what the first file imports and compiles is paid once in either way
            single = _processor()
            for each in files:
                row(each.path, TODAY, each.name)
        single = _processor() - single
        start, wall = _processor(), time.perf_counter()
        crew = Crew(WORKERS)
        try:
            rows = list(crew.rows(files, TODAY, NOBODY))
        finally:
            crew.end()
        wall, many = time.perf_counter() - wall, _processor() - start
        shown = time.process_time()
        lines = board(Desk("", names=tuple(made.names)), rows, {each.name: each.changed for each in files})
        shown = time.process_time() - shown
    own, workers = (
        resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(
        f"{count} units, {len(files)} files: one after the other {single:.1f} s, {WORKERS} workers {many:.1f} s", end=""
    )
    print(
        f" ({many / single:.2f} ×; {wall:.0f} s on the wall), the board of {len(lines)} lines {1000 * shown:.0f} ms",
        end="",
    )
    print(f"; at most {own} MB here, {workers} MB in a worker")
    return many / single


def _processor() -> float:
    """What this process and the ended ones that it started have used, in seconds."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


if __name__ == "__main__":
    sys.exit(main())
