"""Bounds on the running process: memory, processor time and the size of what it writes."""

import sys


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


def _by_limits(memory: int, seconds: int, written: int) -> None:
    import resource

    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, written),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def _by_job(memory: int, seconds: int) -> None:
    """A Job Object for this process alone; Windows 8 and later allow one inside another."""
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

    process_time, process_memory, kill_on_close, extended_information = 0x2, 0x100, 0x2000, 9
    wanted = Extended()
    wanted.ProcessMemoryLimit = memory
    wanted.BasicLimitInformation.PerProcessUserTimeLimit = seconds * 10_000_000
    wanted.BasicLimitInformation.LimitFlags = process_time | process_memory | kill_on_close
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
    kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    job = kernel.CreateJobObjectW(None, None)
    told = kernel.SetInformationJobObject(job, extended_information, ctypes.byref(wanted), ctypes.sizeof(wanted))
    if not (job and told and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())):
        raise OSError("the process could not be bounded")
