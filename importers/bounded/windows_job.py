"""Bounds on the running process by a Job Object of Windows."""

import ctypes
import time
from ctypes import wintypes
from functools import cache
from typing import Any


class _Basic(ctypes.Structure):
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


class _Extended(ctypes.Structure):
    _fields_ = (
        ("BasicLimitInformation", _Basic),
        ("IoInfo", ctypes.c_ulonglong * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def allow(seconds: int) -> None:
    """Let the bounded process take so much processor time from now on, before the system ends it."""
    _limit_job(memory=0, seconds=time.process_time() + seconds)


def bound(memory: int, seconds: int, _written: int) -> None:
    """A Job Object for this process alone; Windows 8 and later allow one inside another."""
    kernel, job = _job()
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    _limit_job(memory, time.process_time() + seconds)
    if not (job and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())):
        raise OSError("the process could not be bounded")


@cache
def _job() -> tuple[Any, Any]:
    """The kernel's library and the job, which lasts as long as the process."""
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    return kernel, kernel.CreateJobObjectW(None, None)


@cache
def _information() -> _Extended:
    """The job's limits, changed in place."""
    process_time, process_memory, kill_on_close = 0x2, 0x100, 0x2000
    information = _Extended()
    information.BasicLimitInformation.LimitFlags = process_time | process_memory | kill_on_close
    return information


def _limit_job(memory: int, seconds: float) -> None:
    """Set the job's limits: bytes, 0 for those of before, and the user time of the process since its start."""
    extended_information = 9
    kernel, job = _job()
    information = _information()
    information.ProcessMemoryLimit = memory or information.ProcessMemoryLimit
    information.BasicLimitInformation.PerProcessUserTimeLimit = int(seconds * 10_000_000)
    kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
    size = ctypes.sizeof(information)
    if not kernel.SetInformationJobObject(job, extended_information, ctypes.byref(information), size):
        raise OSError("the process could not be bounded")
