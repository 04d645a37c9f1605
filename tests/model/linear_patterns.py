"""Run every pattern of the model and of recognition over long runs of one sign.

Run as `python -m tests.model.linear_patterns`.

A pattern whose time grows with the square of a run's length takes a minute of processor time here, a linear one
milliseconds. Each has `SECONDS` of processor time; the kernel ends the program in the midst of one that takes more,
whose expression is the last line of the output.
"""

import importlib
import pkgutil
import re
import signal
import sys
from datetime import date
from random import Random

import importers.recognition
import model
from model import checks
from model.language import patterns
from tests.mutation.reports import report_of

SIGNS = (" ", "\u3000", "1", "一", "（", "，", "的", "公开")
LENGTH, SECONDS, REPORTS = 50_000, 4.0, 6


def every_pattern() -> tuple[re.Pattern[str], ...]:
    """The patterns of all modules, and those that are made of lists of words when a check first asks for them."""
    for package in (model, importers.recognition):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(found.name)
    random = Random(1)
    for _ in range(REPORTS):
        checks.findings(report_of(random), checks.Context(date(2025, 1, 10)))
    return patterns.every()


def consume(expression: re.Pattern[str], text: str) -> None:
    for _ in expression.finditer(text):
        pass
    expression.match(text)
    expression.fullmatch(text)


def main(extra: str = "") -> None:
    """Run all patterns, or one that is given."""
    expressions = (re.compile(extra),) if extra else every_pattern()
    for expression in expressions:
        print(repr(expression.pattern), flush=True)
        for sign in SIGNS:
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
            consume(expression, sign * (LENGTH // len(sign)))
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    print(len(expressions))


if __name__ == "__main__":
    main(*sys.argv[1:])
