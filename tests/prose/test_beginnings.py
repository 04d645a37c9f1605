"""What is looked for only where it can begin is found as if it were looked for everywhere."""

import re

import pytest

from model.language.patterns import found_from
from model.prose import plain as plain_text
from model.prose import scope
from model.prose.plain import plain
from model.report.report import TEXT_IDS
from tests.checks.correct import BUREAU, COUNTY, TOWNSHIP
from tests.prose import items, kinds, sentences


def strings(group: object) -> list[str]:
    """All words of nested lists."""
    if isinstance(group, str):
        return [group]
    return [words for each in group for words in strings(each)] if isinstance(group, list | tuple) else []


TEXTS = [report.text[text_id] for report in (BUREAU, TOWNSHIP, COUNTY) for text_id in TEXT_IDS]
WORDS = [words for module in (items, kinds, sentences) for group in vars(module).values() for words in strings(group)]


@pytest.mark.parametrize(
    ("begins", "expression"),
    [
        (scope._TIME_BEGINS, scope._TIME),
        (scope._TOPIC_BEGINS, scope._TOPIC),
    ],
    ids=["times", "topics"],
)
def test_nothing_is_missed(begins: re.Pattern[str], expression: re.Pattern[str]) -> None:
    found = 0
    for words in (*TEXTS, *WORDS):
        text = plain(words).text
        everywhere = [each.span() for each in expression.finditer(text)]
        assert [each.span() for each in found_from(begins, expression, text)] == everywhere
        found += len(everywhere)
    assert found > len(TEXTS)


def test_nothing_that_is_taken_out_of_a_text_is_missed() -> None:
    signs = "{{a.b}}《条例》〔2021〕30号(2021)3号，1,234件，１，２３４件 \u3000\u00a0\u200b\ufeff\t\u2003\u2009件"
    for words in (signs, *TEXTS, *WORDS):
        everywhere = [each.span() for each in plain_text._TAKEN.finditer(words)]
        assert [each.span() for each in found_from(plain_text._TAKEN_BEGINS, plain_text._TAKEN, words)] == everywhere
