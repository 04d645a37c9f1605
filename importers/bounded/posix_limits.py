"""Bounds on the running process by the limits of POSIX."""

import math
import resource
import time


def bound(memory: int, seconds: int, written: int) -> None:
    """Bound memory and written files in bytes, and processor time in seconds; no core is written."""
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, written),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
    allow(seconds)


def allow(seconds: int) -> None:
    """Let the bounded process take so much processor time from now on, before the system ends it."""
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time() + seconds), hard))
