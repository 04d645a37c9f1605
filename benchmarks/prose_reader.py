"""What reading the figures of a text costs, and the checks that compare them with the tables.

    python -m benchmarks.prose_reader

Prints medians in milliseconds for a text of 5,000 characters: read anew, and the checks with the text read before;
ends with 1 when those checks take more than 5 ms.
"""

import sys
from datetime import date
from random import Random

from benchmarks.timing import medians
from model.checks import CHECKS, Context
from model.prose.reader import reading
from model.structs import replace
from tests.prose.writing import report_of, written_overview

LENGTH = 5_000
LIMIT_MS = 5.0
CONTEXT = Context(date(2025, 1, 10))


def main() -> int:
    """Measure and print."""
    random = Random(7)
    report = report_of(random)
    text = ""
    while len(text) < LENGTH:
        text += written_overview(report, random).text + "\n"
    report = replace(report, text=replace(report.text, overview=text[:LENGTH]))
    entries = [entry for code, entry in CHECKS.items() if code.startswith("X-")]

    def read_anew() -> None:
        reading.cache_clear()
        reading(report.text.overview, report.form)

    def judge() -> None:
        for entry in entries:
            list(entry.find(report, CONTEXT))

    figures = len(reading(report.text.overview, report.form).figures)
    anew = medians({"read": read_anew}, 20)["read"]
    judge()
    checks = medians({"checks": judge}, 20)["checks"]
    print(f"{LENGTH} characters, {figures} figures: read anew {anew:.2f} ms, {len(entries)} checks {checks:.2f} ms")
    return int(checks > LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main())
