"""Patterns are compiled on first use and behave as those of `re` do."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from model.language import patterns
from model.language.patterns import compile_next, pattern

ROOT = Path(__file__).parents[2]


def test_a_pattern_is_compiled_when_it_is_first_used() -> None:
    lazy = pattern("(?P<count>[0-9]+)件")
    assert "re.compile" not in repr(lazy)
    assert lazy.sub("n", "收到3件、4件") == "收到n、n"
    plain = re.compile("(?P<count>[0-9]+)件")
    assert lazy.findall("3件4件") == plain.findall("3件4件")
    assert lazy.search("无，5件", 1, 3) == plain.search("无，5件", 1, 3) is None
    assert (lazy.pattern, lazy.groupindex, lazy.flags) == (plain.pattern, plain.groupindex, plain.flags)


def test_a_wrong_one_fails_when_it_is_used() -> None:
    with pytest.raises(re.error):
        pattern("(").search("")
    patterns._PATTERNS.pop()


def test_idle_time_compiles_one_at_a_time_until_none_is_left() -> None:
    lazy = pattern("最后一个")
    left = sum(not each.is_compiled for each in patterns._PATTERNS)
    assert left
    assert [compile_next() for _ in range(left + 1)] == [*[True] * left, False]
    assert patterns._PATTERNS[-1].is_compiled
    assert lazy.match("最后一个")


def run_over_long_runs(*extra: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "tests.model.linear_patterns", *extra],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the kernel has no timer of processor time")
def test_every_pattern_is_linear_in_long_runs_of_one_sign() -> None:
    done = run_over_long_runs()
    assert done.returncode == 0, done.stdout.splitlines()[-1:]
    assert int(done.stdout.splitlines()[-1]) > 600


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the kernel has no timer of processor time")
def test_a_pattern_that_is_not_linear_is_caught() -> None:
    done = run_over_long_runs(r"\s*是")
    assert done.returncode == -signal.SIGVTALRM
    assert "是" in done.stdout.splitlines()[-1]
