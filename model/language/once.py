"""What is worked out of a value once, however many ask."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Value = TypeVar("Value")
Result = TypeVar("Result")


def once_of_each(work: Callable[[Value], Result]) -> Callable[[Value], Result]:
    """Keeps what was worked out of the value that was asked about last, such as a report, which never changes.

    The same object is meant, not an equal one: to compare two reports takes longer than most work.
    """
    kept: list[tuple[Value, Result]] = []

    @wraps(work)
    def ask(value: Value) -> Result:
        last = kept[-1:]
        if last and last[0][0] is value:
            return last[0][1]
        result = work(value)
        kept[:] = [(value, result)]
        return result

    return ask
