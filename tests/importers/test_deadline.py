"""Work in this process that ends in time, and leaves the interpreter as it was."""

import subprocess
import sys
import time
from threading import Event

import pytest

from importers.bounded.deadline import within
from importers.refused import CANCELLED, TOO_LONG, Refused
from tests.tools import PATIENCE_S

TRACED = """
import sys
from importers.bounded.deadline import within
with within(30):
    pass
try:
    with within(0):
        while True:
            pass
except Exception:
    pass
def call():
    return 1
sys.settrace(lambda *_: None)
print(sum(call() for _ in range(1000)))
"""


def _endless() -> None:
    while True:
        time.sleep(0)


def test_work_that_takes_too_long_is_ended() -> None:
    with pytest.raises(Refused, match=TOO_LONG), within(0):
        _endless()


def test_work_is_ended_when_another_thread_says_so() -> None:
    stop = Event()
    stop.set()
    with pytest.raises(Refused, match=CANCELLED), within(PATIENCE_S, stop):
        _endless()


def test_an_end_that_comes_with_the_last_instruction_comes_inside_or_not_at_all() -> None:
    """The watch looks every tenth of a second: blocks that last as long meet it in every phase of their end."""
    for phase in range(100):
        until, ended = time.monotonic() + 0.095 + phase / 10_000, False
        try:
            with within(0):
                while time.monotonic() < until:
                    pass
        except Refused:
            ended = True
        assert sum(range(1000)) == 499_500
        assert ended or time.monotonic() >= until


def test_reading_leaves_no_request_for_an_exception_that_is_not_there() -> None:
    """CPython 3.11 under a tracer never goes on from a call while there is one."""
    ran = subprocess.run([sys.executable, "-c", TRACED], capture_output=True, text=True, timeout=PATIENCE_S, check=True)
    assert ran.stdout == "1000\n"
