"""How many planted mistakes the checks find, and how often they cry wolf: the full run, some minutes long.

    python -m benchmarks.recall [reports to spoil] [times each mistake is made] [correct reports]

Prints for each check what was planted and found, and how many further findings told of the same mistakes; then what is
said of correct reports, each false alarm with its words. Ends with 1 when a check finds fewer of its mistakes than
`tests.mutation.recall.LEAST` asks for, when there is a false error, or one false warning in ten reports.
"""

import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from model.checks import CHECKS, SEVERITIES, Context, findings
from model.drafts.draft import load
from tests.mutation.plant import PLANTS
from tests.mutation.precision import FalseAlarm, alarms, generated, in_other_words, published
from tests.mutation.recall import LEAST, Tally, bases, recall

SPOILT, TIMES, CORRECT = 100, 6, 1000
FALSE_WARNINGS = 0.1
"""How many false warnings a correct report may have on average."""
SEED = Path(__file__).parents[1] / "tests" / "data" / "seed.nianbao"


def main() -> int:
    """Measure and print."""
    given = [int(each) for each in sys.argv[1:]]
    spoilt, times, correct = (*given, *(SPOILT, TIMES, CORRECT)[len(given) :])
    tallies = recall(bases(spoilt), times)
    print(f"{len(PLANTS)} kinds of mistakes, each in up to {times} of {spoilt} reports")
    show_recall(tallies)
    found = list(alarms(generated(correct)))
    show_precision(f"{correct} correct reports", correct, found)
    others = list(in_other_words(correct))
    show_precision("the same figures of 2024 with the prose of the other generator", correct, others)
    show_known()
    return int(not is_good(tallies, [*found, *others], correct))


def is_good(tallies: Mapping[str, Tally], found: list[FalseAlarm], correct: int) -> bool:
    """Whether all mistakes are found that must be, and hardly anything else."""
    counted = Counter(each.finding.severity for each in found)
    told = all(tally.share >= LEAST[CHECKS[code].severity] for code, tally in tallies.items())
    return told and not counted["error"] and counted["warning"] <= FALSE_WARNINGS * correct


def show_recall(tallies: Mapping[str, Tally]) -> None:
    """One line a check, one a severity, and what was missed."""
    print(f"\n{'check':<8}{'severity':<10}{'planted':>8}{'found':>8}{'per cent':>10}{'further':>9}")
    for code, tally in sorted(tallies.items()):
        print(f"{code:<8}{CHECKS[code].severity:<10}{_counts(tally)}")
    for severity in SEVERITIES:
        some = [tally for code, tally in tallies.items() if CHECKS[code].severity == severity]
        planted, found, others = (sum(getattr(each, key) for each in some) for key in ("planted", "found", "others"))
        print(f"{'all':<8}{severity:<10}{_counts(Tally(planted, found, others))}")
    for code, tally in sorted(tallies.items()):
        for name in tally.missed:
            print(f"missed: {code} {name}")


def _counts(tally: Tally) -> str:
    return f"{tally.planted:>8}{tally.found:>8}{tally.share * 100:>10.1f}{tally.others:>9}"


def show_precision(title: str, reports: int, found: list[FalseAlarm]) -> None:
    """How many false findings of each severity, and every one of them."""
    counted = Counter(each.finding.severity for each in found)
    said = ", ".join(f"{counted[severity]} {severity}s" for severity in SEVERITIES)
    print(f"\n{title}: {said}; {counted['warning'] / reports:.3f} false warnings a report")
    for each in found:
        print(f"  {each.finding.check} {each.name} {each.finding.message} {each.around}")


def show_known() -> None:
    """What is said of published figures and of a real report, to be judged by a reader."""
    reports = {**published(), "seed": load(SEED).report}
    for name, report in reports.items():
        print(f"\n{name}")
        for finding in findings(report, Context(date(report.year + 1, 1, 10))):
            print(f"  {finding.check} {finding.message}")


if __name__ == "__main__":
    sys.exit(main())
