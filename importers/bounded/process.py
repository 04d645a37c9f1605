"""Bounds on the running process: memory, processor time and the size of what it writes."""

import sys

if sys.platform == "win32":
    from importers.bounded.windows_job import allow, bound
else:
    from importers.bounded.posix_limits import allow, bound

__all__ = ["allow", "bound_this_process"]


def bound_this_process(memory: int, seconds: int, written: int) -> None:
    """Make the system end or refuse this process whatever goes beyond.

    Args:
        memory: the most bytes it may have.
        seconds: the most processor time.
        written: the most bytes of a file that it writes; not bounded on Windows.
    """
    bound(memory, seconds, written)
