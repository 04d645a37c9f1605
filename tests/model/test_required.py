"""Texts that lack what an expression needs are not searched, and nothing that stands in a text is missed by that."""

import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.drafts import draft
from model.language import patterns
from model.language.characters import exchanged
from model.language.required import required
from model.language.searches import SEARCHES
from tests.model.linear_patterns import every_pattern

ROOT = Path(__file__).parents[2]
TEXTS = [
    draft.load(ROOT / "tests/data/seed.nianbao").report.text.overview,
    *((ROOT / name).read_text("utf-8") for name in ("docs/checks.md", "resources/manual/使用说明.md")),
]
"""Whole texts; the lists of checks and of wordings hold words that few reports have."""


def sets(expression: str, flags: int = 0) -> list[set[str]]:
    parsed = import_module("re._parser").parse(expression, flags)
    return [set(words) for words in required(parsed, flags)]


@pytest.mark.parametrize(
    ("expression", "needed"),
    [
        ("[合总]计|一共", [{"合计", "总计", "一共"}]),
        ("(?:收到|受理)(?P<n>[0-9]+)件", [{"收到", "受理"}, {"件"}]),
        ("(?<=第)[^条]{1,9}条例?", [{"第"}, {"条"}]),
        ("(?:不|没有)?收费", [{"收费"}]),
        ("(?:邮箱|E-?mail)[：:]", [{"邮箱:", "邮箱：", "Email:", "Email：", "E-mail:", "E-mail："}]),
        ("(?!没)有(?<!没有)", [{"有"}]),
        ("公开(?:信息)+", [{"公开"}, {"信息"}]),
        ("收到|[0-9]+件|", []),
        ("件*", []),
        ("(?i:email)", []),
        (r"(?P<one>.)(?P=one)", []),
    ],
)
def test_what_must_stand_in_a_text(expression: str, needed: list[set[str]]) -> None:
    assert sorted(sets(expression), key=sorted) == sorted(needed, key=sorted)


def test_upper_and_lower_case_are_not_told_apart_where_the_expression_does_not() -> None:
    assert sets("email", re.IGNORECASE) == []


@cache
def every() -> list[patterns._Lazy]:
    """The expressions of all modules."""
    every_pattern()
    return list(patterns._PATTERNS)


@pytest.mark.parametrize("method", ["search", "finditer", "findall"])
def test_every_expression_finds_all_that_it_finds_without_looking_first(method: str) -> None:
    for lazy in every():
        plain = lazy.compile()
        for text in TEXTS:
            told, found = getattr(lazy, method)(text), getattr(plain, method)(text)
            if method == "finditer":
                assert [match.span() for match in told] == [match.span() for match in found], lazy
            else:
                assert str(told) == str(found), lazy


@settings(suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_an_expression_matches_holds_what_it_needs(data: st.DataObject) -> None:
    lazy = data.draw(st.sampled_from(every()))
    text = data.draw(st.from_regex(lazy.compile()))
    for each in (text, f"{'无。' * 200}{text}"):
        assert bool(lazy.search(each)) == bool(lazy.compile().search(each))


def test_a_part_of_a_text_is_searched_as_it_is() -> None:
    lazy = patterns.pattern("(?<=第)一条")
    assert lazy.search("第一条第二条", 3) is None
    assert lazy.search("甲第一条", 2)
    assert lazy.sub("", "第一条，无", 1) == "第，无"
    assert lazy.sub("", "第二条，无") == "第二条，无"
    patterns._PATTERNS.pop()


def test_the_methods_that_look_first_are_those_of_a_whole_text() -> None:
    assert set(SEARCHES) == {"search", "finditer", "findall", "sub"}


@given(st.text("０１２ab：—（〔一", max_size=400))
def test_characters_are_exchanged_as_translating_does(text: str) -> None:
    table = {"０": "0", "１": "1", "：": ":", "—": "-", "（": "(", "〔": "("}
    for each in (text, text * 30):
        assert exchanged(each, table) == each.translate({ord(sign): put for sign, put in table.items()})
