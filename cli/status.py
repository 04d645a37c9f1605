"""How a call ends: the exit statuses, and what stops it besides a file that cannot be used."""

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

DONE, ERRORS_FOUND, UNUSABLE = 0, 1, 2
"""The exit statuses."""


class UsageError(Exception):
    """The call is not written as it should be."""


class OutputError(Exception):
    """Standard output takes nothing more; the message says why."""


def inner_trouble(error: Exception) -> str:
    """What is said of a mistake of the program: its kind and the line it came from, nothing of a report's content."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = _place(trace) if trace else "?"
    return f"程序内部出错（{type(error).__name__} {place}），草稿没有改动；请把这一行交给技术支持"


def _place(trace: "TracebackType") -> str:
    return f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"  # noqa: PTH119 - see cli.output
