"""Bounds on the running process: memory, processor time and the size of what it writes."""

import math
import sys
import time
from functools import cache
from typing import Any


def bound_this_process(memory: int, seconds: int, written: int) -> None:
    """Make the system end or refuse this process whatever goes beyond.

    Args:
        memory: the most bytes it may have.
        seconds: the most processor time.
        written: the most bytes of a file that it writes; not bounded on Windows.
    """
    if sys.platform == "win32":
        _by_job(memory, seconds)
    else:
        _by_limits(memory, seconds, written)


def allow(seconds: int) -> None:
    """Let the bounded process take so much processor time from now on, before the system ends it."""
    used = time.process_time()
    if sys.platform == "win32":
        _limit_job(memory=0, seconds=used + seconds)
    else:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(used + seconds), hard))


def _by_limits(memory: int, seconds: int, written: int) -> None:
    import resource

    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, written),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
    allow(seconds)


def _by_job(memory: int, seconds: int) -> None:
    """A Job Object for this process alone; Windows 8 and later allow one inside another."""
    from ctypes import wintypes

    kernel, job = _job()
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    _limit_job(memory, time.process_time() + seconds)
    if not (job and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())):
        raise OSError("the process could not be bounded")


@cache
def _job() -> tuple[Any, Any]:
    """The kernel's library and the job, which lasts as long as the process."""
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    return kernel, kernel.CreateJobObjectW(None, None)


@cache
def _information() -> Any:  # noqa: ANN401 - a structure of ctypes, defined here because it exists on Windows only
    """The job's limits, changed in place."""
    import ctypes
    from ctypes import wintypes

    class Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class Extended(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", Basic),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    process_time, process_memory, kill_on_close = 0x2, 0x100, 0x2000
    information = Extended()
    information.BasicLimitInformation.LimitFlags = process_time | process_memory | kill_on_close
    return information


def _limit_job(memory: int, seconds: float) -> None:
    """Set the job's limits: bytes, 0 for those of before, and the user time of the process since its start."""
    import ctypes
    from ctypes import wintypes

    extended_information = 9
    kernel, job = _job()
    information = _information()
    information.ProcessMemoryLimit = memory or information.ProcessMemoryLimit
    information.BasicLimitInformation.PerProcessUserTimeLimit = int(seconds * 10_000_000)
    kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
    size = ctypes.sizeof(information)
    if not kernel.SetInformationJobObject(job, extended_information, ctypes.byref(information), size):
        raise OSError("the process could not be bounded")
