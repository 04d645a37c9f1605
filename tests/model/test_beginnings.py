"""With which characters an expression can begin; that nothing is missed by that is shown beside `required`."""

import re
from importlib import import_module

import pytest

from model.language import beginnings


def firsts(expression: str, flags: int = 0) -> str | None:
    """The first characters of an expression, in order; None where any may be one."""
    found = beginnings.first_characters(import_module("re._parser").parse(expression, flags), flags)
    return None if found is None else "".join(sorted(found))


@pytest.mark.parametrize(
    ("expression", "characters"),
    [
        ("收到|(?:受理|登记)申请", "受收登"),
        ("(?:共|总)?收到", "共总收"),
        ("(?<![不未])(?=收)收到", "收"),
        ("(?:^|(?<=。))其中", "其"),
        ("(?P<a>[a-c])(?P=a)", "abc"),
        ("[0-2]++件", "012"),
        (r"(?:\s*)件", "".join(sorted({each for each in map(chr, range(0x110000)) if each.isspace()} | {"件"}))),
        ("[^\\S\n]+件", "".join(sorted(each for each in map(chr, range(0x110000)) if each.isspace()))),
        ("[一-鿿]{2}局", None),
        ("[^，]局", None),
        (".局", None),
        ("收?", None),
        ("|收到", None),
        ("$", None),
        ("(?i:a)b", None),
    ],
)
def test_what_a_match_begins_with(expression: str, characters: str | None) -> None:
    assert firsts(expression) == characters


def test_upper_and_lower_case_are_not_told_apart_where_the_expression_does_not() -> None:
    assert firsts("email", re.IGNORECASE) is None


def test_the_engine_looks_for_them_where_it_knows_none_itself() -> None:
    compiler, parser = import_module("re._compiler"), import_module("re._parser")
    for expression, looks, changed in (("收到", True, False), ("(?<!未)收到", True, True), (".收到", False, False)):
        parsed = parser.parse(expression, 0)
        code = compiler._code(parsed, 0)
        found = beginnings.looking_first(code, parsed, 0)
        assert (beginnings.looks_first(found), found != code) == (looks, changed), expression
