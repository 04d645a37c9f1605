"""What is known of laws stands in one file, and what is not confirmed yet is not said."""

import re
from pathlib import Path

import pytest

from model.checks import laws

ROOT = Path(__file__).parents[2]
PRODUCT = ("model", "importers", "export", "gui", "cli")
NUMBER = re.compile("〔20[0-9]{2}〕[0-9]+号|令第[0-9]+号")


def test_no_other_file_of_the_product_spells_the_number_of_a_law_as_its_own_knowledge() -> None:
    spelt = {
        (path.name, number)
        for room in PRODUCT
        for path in (ROOT / room).rglob("*.py")
        for number in NUMBER.findall(path.read_text(encoding="utf-8"))
        if any(number in known for known in laws.numbers())
    }
    assert spelt <= SPELT_IN_EXAMPLES, spelt - SPELT_IN_EXAMPLES


SPELT_IN_EXAMPLES: set[tuple[str, str]] = set()


def test_an_article_that_nobody_has_read_is_not_said() -> None:
    assert laws.wording("review_in_detail", 2026) is None
    assert laws.article("review", "review_first") == "第二十三条"
    with pytest.raises(KeyError):
        laws.number("nothing")
