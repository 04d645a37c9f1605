"""H-14: which article of the regulations is cited for what."""

import re
from collections.abc import Iterator
from functools import cache

from model.checks import laws
from model.checks.parts import WORDS
from model.checks.passages import Passage, passages
from model.checks.reasons import LOCAL_NOTICE
from model.checks.registry import Context, Problem, check
from model.language.numerals import chinese, number
from model.language.patterns import pattern
from model.language.sentences import beginning
from model.report.report import Report

_LAW = "regulations"
_NUMERALS = "[一二三四五六七八九十]{1,3}|[0-9]{1,2}"
_CITED = pattern(
    rf"(?:《(?:中华人民共和国)?(?:政府信息公开)?条例》|(?<!《)政府信息公开条例|(?:(?<![一-鿿])|(?<=[据照按依与和合反对循行实]))条例)"
    "(?:[（(]以下简称[“《]{1,2}条例[”》]{1,2}[）)])?"
    rf"第(?P<article>{_NUMERALS})条(?:第[（(]?(?P<item>{_NUMERALS})[）)]?项)?(?![、和至到—-]第?)"
)
_BARE = pattern(
    rf"(?<![》例法款及和、至到—-])第(?P<article>{_NUMERALS})条(?:第[（(]?(?P<item>{_NUMERALS})[）)]?项)?(?![、和至到—-]第?|例)"
)
"""An article whose law the sentence named before."""
_LAW_NAMED = pattern("《(?P<name>[^《》\n]{2,60})》")
_ABOUT = pattern("(?:的?规定|要求|之规定|，){0,3}(?P<about>[^，。；！？《\n]{2,40})")
_IN_FORCE = pattern(
    "《(?:中华人民共和国)?(?:政府信息公开)?条例》(?:[^，。；《]{0,6})(?<![0-9])(?P<day>20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)起?(?:正式)?(?:施行|实施)"
)
_IN_FORCE_BEFORE = pattern(
    "(?<![0-9])(?P<day>20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)起(?:正式)?(?:施行|实施)的(?:新|现行|新修订的)*"
    "(?:《(?:中华人民共和国)?(?:政府信息公开)?条例》|(?:政府信息公开)?条例(?=第|[，。；]))"
)
_NO_SUCH_LAW = pattern("(?:中华人民共和国)?政府信息公开法(?![规律制治定])")


@check("H-14", "hint", "law", reads=WORDS, group="引用《条例》的条款", reasons=LOCAL_NOTICE)
def article_cited(report: Report, _context: Context) -> Iterator[Problem]:
    """引用《条例》：条号不超过第五十六条，条款和所说的内容对得上（第二十条第（五）项是许可，写在括号里的也查），施行日期、名称不错。"""
    for passage in passages(report):
        for found in (*_CITED.finditer(passage.words), *_cited_later(passage.words)):
            if why := _wrong(found, passage.words):
                yield passage.problem(found.span(), f"“{found[0]}”{why}，请核对。")
        yield from _beyond_the_last(passage)
        yield from _named_wrongly(passage)


_ARTICLE = pattern(
    "第(?P<article>[一二三四五六七八九]十[一二三四五六七八九]?|一百[一二三四五六七八九十零]{0,4}|[0-9]{2,3})条"
)


def _beyond_the_last(passage: Passage) -> Iterator[Problem]:
    """Articles that the regulations do not have, wherever in a sentence that named no other law behind them."""
    words = passage.words
    for found in _ARTICLE.finditer(words) if "条例》" in words else ():
        if _count(found["article"]) <= laws.last_article(_LAW) or _is_cited(found, words):
            continue
        start = beginning(words, found.start(), "sentence")
        named = [law["name"] for law in _LAW_NAMED.finditer(words, start, found.start())]
        if named and named[-1] in _NAMES:
            message = f"“{found[0]}”：《条例》只有{laws.last_article(_LAW)}条，请核对。"
            yield passage.problem(found.span(), message)


def _is_cited(found: re.Match[str], words: str) -> bool:
    """Whether an article is told of already, as one cited by itself."""
    return any(
        each.span("article") == found.span("article") for each in (*_CITED.finditer(words), *_BARE.finditer(words))
    )


def _cited_later(words: str) -> Iterator[re.Match[str]]:
    """Articles without the name of their law, where the last one that the sentence named is the regulations."""
    for found in _BARE.finditer(words):
        start = beginning(words, found.start(), "sentence")
        named = [law["name"] for law in _LAW_NAMED.finditer(words, start, found.start())]
        if named and named[-1] in _NAMES:
            yield found


_NAMES = (laws.name(_LAW), laws.name(_LAW).removeprefix("中华人民共和国"), "条例")


def _named_wrongly(passage: Passage) -> Iterator[Problem]:
    for found in _NO_SUCH_LAW.finditer(passage.words) if "信息公开法" in passage.words else ():
        yield passage.problem(found.span(), f"没有“{found[0]}”，应为《{laws.name(_LAW)}》，请改正。")
    for found in (*_IN_FORCE.finditer(passage.words), *_IN_FORCE_BEFORE.finditer(passage.words)):
        if found["day"] not in laws.in_force_from(_LAW):
            right = laws.in_force_from(_LAW)[-1]
            yield passage.problem(found.span("day"), f"现行《条例》自{right}起施行，这里写的是{found['day']}，请核对。")


_ITEMS_OF = {4: 5, 20: 15, 29: 3, 36: 7, 50: 5, 53: 3}
"""How many numbered items the articles have that have any, by the regulations of 2019."""


def _wrong(found: re.Match[str], words: str) -> str:
    """What is wrong with a citation; nothing where it fits, or what it is cited for is not known."""
    article, item = _count(found["article"]), _count(found["item"] or "")
    if article > laws.last_article(_LAW):
        return f"：《条例》只有{laws.last_article(_LAW)}条"
    if item > _ITEMS_OF.get(article, 0):
        return f"：《条例》第{chinese(article)}条{f'只有{_ITEMS_OF[article]}项' if article in _ITEMS_OF else '不分项'}"
    about = _ABOUT.match(words, found.end())
    said = about["about"] if about else ""
    if item and article in _items() and (why := _wrong_item(article, item, said)) is not None:
        return why
    if item and article in _items() and (why := _wrong_of_before(article, item, found, words)):
        return why
    allowed = [articles for subject, articles in _subjects() if subject.search(said)]
    if allowed and not any(article in articles for articles in allowed):
        right = "、".join(f"第{chinese(each)}条" for each in sorted(frozenset().union(*allowed)))
        return f"说的不是这个，有关的是{right}"
    return ""


_BESIDE = pattern("(?:[（(]|(?:对应|属于?|见|即|适用|依据(?:是|为)?|根据(?:是|为)?|按照?))(?:的)?(?:是|为)?$")
"""Before a citation that only says under which item falls what stands before it."""
_STATEMENT = pattern("[。；！？\\n]")
_FURTHEST = 40
_PLAIN_ITEMS = (1, 2, 5, 6, 7, 8, 9)
"""The items of article 20 whose words stand for nothing else: documents, permits, penalties, budgets, fees."""


def _wrong_of_before(article: int, item: int, found: re.Match[str], words: str) -> str:
    """What is wrong with an item in brackets behind what it is cited for, as in 许可37件（…第（八）项）."""
    before = words[max(0, found.start() - _FURTHEST) : found.start()]
    beside = _BESIDE.search(before)
    if not beside or article != _OF_WHAT_IS_OPEN:
        return ""
    said = _STATEMENT.split(before[: beside.start()])[-1]
    listed = _items()[article]
    fits = [place for place, subject in enumerate(listed, 1) if subject.search(said)]
    if not fits or item in fits or not all(place in _PLAIN_ITEMS for place in fits):
        return ""
    return f"说的不是这个，有关的是{'、'.join(f'第（{chinese(place)}）项' for place in fits)}"


_OF_WHAT_IS_OPEN = 20


def _wrong_item(article: int, item: int, said: str) -> str | None:
    """What is wrong with an item of an article by what it is cited for: it is about another one's, and not its own.

    None where it is about none of them.
    """
    listed = _items()[article]
    fits = [place for place, subject in enumerate(listed, 1) if subject.search(said)]
    if not fits:
        return None
    if item in fits:
        return ""
    return f"说的不是这个，有关的是第（{chinese(fits[0])}）项"


def _count(words: str) -> int:
    """The number of an article or item; 0 for none."""
    found = number(words) if words else None
    return int(found.value) if found else 0


@cache
def _subjects() -> tuple[tuple[re.Pattern[str], frozenset[int]], ...]:
    return tuple((re.compile(words), articles) for words, articles in laws.subjects(_LAW).items())


@cache
def _items() -> dict[int, tuple[re.Pattern[str], ...]]:
    return {article: tuple(map(re.compile, words)) for article, words in laws.items(_LAW).items()}
