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


ARTICLE = re.compile(
    "《(?P<law>[^》]{2,20})》(?P<articles>(?:第[一二三四五六七八九十]+条(?:第[一二三四五六七八九十]+[款项])?[、和]?)+)"
)
ONE_ARTICLE = re.compile("第[一二三四五六七八九十]+条")


def cited() -> list[tuple[str, str, str]]:
    """Every article of a law that the product cites, with the file."""
    return [
        (path.name, found["law"], article)
        for room in PRODUCT
        for path in (ROOT / room).rglob("*.py")
        for found in ARTICLE.finditer(path.read_text(encoding="utf-8"))
        for article in ONE_ARTICLE.findall(found["articles"])
    ]


def test_every_article_that_is_cited_is_among_what_is_known_of_its_law() -> None:
    places = cited()
    assert len(places) >= 5
    unknown = {place for place in places if place[2] not in laws.articles_of(place[1])}
    assert unknown == set()


def test_a_law_is_known_by_its_whole_and_its_short_name() -> None:
    assert laws.articles_of("条例") == laws.articles_of("中华人民共和国政府信息公开条例") >= {"第四十九条", "第五十条"}
    assert laws.articles_of("立法法") == {"第九十一条", "第九十三条"}
    assert laws.articles_of("没有的法") == frozenset()
