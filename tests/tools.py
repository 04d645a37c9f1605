"""What the tests use where a machine has it: absent, a test is skipped, or fails when everything is asked for."""

import ctypes
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType
from typing import NoReturn

import pytest

PATIENCE_S = 300
"""After so many seconds a test that waits for something is called hanging; on a busy machine all takes longer."""


def examples(usual: int) -> int:
    """How many random reports a costly property is tried with: 200 with HYPOTHESIS_PROFILE=thorough, else the usual."""
    return 200 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else usual


def need(tool: str) -> str:
    """The path of a program; without it the test is skipped, or fails when NIANBAO_ALL_TOOLS is 1."""
    return shutil.which(tool) or lacking(f"{tool} is not installed")


def lacking(reason: str) -> NoReturn:
    """Skip the test for want of something, or fail it when NIANBAO_ALL_TOOLS is 1."""
    if os.environ.get("NIANBAO_ALL_TOOLS") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def ooxml_validator() -> str:
    """The Open XML SDK validator, installed below the checkout by `npm`; see `docs/development.md`."""
    found = Path(__file__).parents[1] / ".cache" / "node_modules" / ".bin" / "ooxml-validator"
    return str(found) if found.exists() else lacking("the Open XML SDK validator is not installed")


def faults_of(module: str) -> str:
    """What a module says when it is run apart, until it hangs; empty when it ended well and in silence."""
    call = [sys.executable, "-m", module]
    root = Path(__file__).parents[1]
    ran = subprocess.run(call, cwd=root, timeout=4 * PATIENCE_S, check=False, capture_output=True, encoding="utf-8")
    return ran.stderr or ("" if ran.returncode == 0 else f"ended with {ran.returncode}")


@contextmanager
def bounded(seconds: float = 30) -> Iterator[None]:
    """Fail what keeps this process busy for longer, in seconds of the processor, or does not come to an end.

    What else the machine has to do does not count.
    """

    def stop(_signal: int, _frame: FrameType | None) -> NoReturn:
        pytest.fail(f"busy for more than {seconds} s, or waiting for more than {PATIENCE_S} s")

    before = [signal.signal(number, stop) for number in (signal.SIGPROF, signal.SIGALRM)]
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in zip((signal.SIGPROF, signal.SIGALRM), before, strict=True):
            signal.signal(number, handler)


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """A small file system of its own in memory."""
    folder.mkdir()
    mount = [need("mount"), "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    done = subprocess.run(mount, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        lacking(f"cannot mount here: {done.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run([need("umount"), str(folder)], check=True)


@cache
def application() -> object:
    """The one application of this process, of the kind that widgets need too: a painter alone makes a lesser one."""
    from PySide6.QtWidgets import QApplication

    return QApplication.instance() or QApplication(["nianbao", "-platform", "offscreen"])


class _Mallinfo(ctypes.Structure):
    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            "arena",
            "ordblks",
            "smblks",
            "hblks",
            "hblkhd",
            "usmblks",
            "fsmblks",
            "uordblks",
            "fordblks",
            "top",
        )
    )


def malloc_in_use() -> int:
    """Bytes that glibc's allocator has handed out and not got back; Python's small objects are not among them."""
    mallinfo = ctypes.CDLL(None).mallinfo2
    mallinfo.restype = _Mallinfo
    return int(mallinfo().uordblks)
