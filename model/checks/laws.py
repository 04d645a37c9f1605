"""The laws and notices that the checks rest on: names, numbers, articles and dates, from one file of the resources."""

import json
import re
from datetime import date
from functools import cache
from typing import Any

import resources

_FILE = "words/laws.json"


@cache
def _laws() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(resources.read_text(_FILE))
    return found


def name(law: str) -> str:
    """The name of a law without the marks around it; KeyError for an unknown one."""
    return str(_laws()[law]["name"])


def number(law: str) -> str:
    """The number of the document by which it was issued; KeyError where none is known."""
    return str(_laws()[law]["number"])


def since(law: str) -> date:
    """The day from which a law is in force; KeyError where none is known."""
    return date.fromisoformat(str(_laws()[law]["since"]))


def order_of(law: str, key: str = "number") -> str:
    """The figures in the number of an order, such as 711."""
    return "".join(filter(str.isdigit, str(_laws()[law][key])))


def article(law: str, about: str) -> str:
    """The article on something, such as 第二十三条; KeyError where none is known."""
    return str(_laws()[law]["articles"][about])


def cited(law: str, article: str = "") -> str:
    """A law as one cites it, with the number of a notice, and an article; KeyError for an unknown one."""
    entry = _laws()[law]
    issued = "" if article or "number" not in entry else f"（{entry['number']}）"
    return f"《{entry.get('short', name(law).removeprefix('中华人民共和国'))}》{issued}{article}"


def numbers() -> frozenset[str]:
    """The numbers of all documents, those replaced as well."""
    found = set[str]()
    for law in _laws().values():
        before = law.get("before", [])
        found.update(filter(None, (law.get("number"), *([before] if isinstance(before, str) else before))))
    return frozenset(found)


def replaced() -> dict[str, str]:
    """Numbers of documents that are no longer in force, each with the one in its place."""
    found = dict[str, str]()
    for law in _laws().values():
        before = law.get("before", [])
        for old in [before] if isinstance(before, str) else before:
            found[str(old)] = str(law["number"])
    return found


def wording(law: str, report_year: int) -> str | None:
    """What a law says for reports on a year; None before its year, and until a person has confirmed its article."""
    entry = _laws()[law]
    in_force = report_year >= entry.get("report_years_from", 0)
    return str(entry["wording"]) if entry.get("confirmed") and in_force else None


def articles_of(law_name: str) -> frozenset[str]:
    """The articles that are known of a law, such as 第五十条; none for a law that is not known.

    Args:
        law_name: without the marks around it: whole, without 中华人民共和国, or short.
    """
    found = set[str]()
    for law in _laws().values():
        names = {law["name"], law["name"].removeprefix("中华人民共和国"), law.get("short")}
        if law_name in names:
            for entry in law.get("articles", {}).values():
                found.update(filter(_is_article, re.split("[、和]", entry)))
    return frozenset(found)


def last_article(law: str) -> int:
    """The number of a law's last article; KeyError where it is not known."""
    return int(_laws()[law]["last_article"])


def in_force_from(law: str) -> tuple[str, ...]:
    """The days from which a law and its earlier text were in force, as the texts write them."""
    return tuple(_laws()[law]["in_force_from"])


def subjects(law: str) -> dict[str, frozenset[int]]:
    """What articles of a law are about: words, as a regular expression, and the articles that go with them."""
    return {words: frozenset(articles) for words, articles in _laws()[law]["subjects"].items()}


def items(law: str) -> dict[int, tuple[str, ...]]:
    """What the items of some articles are about: their words, as regular expressions, by the number of the article."""
    return {int(article): tuple(words) for article, words in _laws()[law]["items"].items()}


def _is_article(words: str) -> bool:
    return words.startswith("第") and words.endswith("条")
