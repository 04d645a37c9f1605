"""Patterns are compiled on first use and behave as those of `re` do."""

import importlib
import pkgutil
import re

import pytest

import importers.recognition
import model
from model.language import patterns
from model.language.patterns import compile_next, pattern


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


def test_every_pattern_of_the_program_can_be_compiled() -> None:
    for package in (model, importers.recognition):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(found.name)
    assert len(patterns.every()) > 200
