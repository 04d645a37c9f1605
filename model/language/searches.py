"""Searches that first look whether a text holds the words without which nothing can be found, see `required`."""

from collections.abc import Callable, Iterator, Mapping
from re import Match
from typing import Any

from model.language.characters import LONG, characters
from model.language.required import Sets

Search = Callable[..., Any]


def _lacks(sets: Sets, text: str) -> bool:
    """Whether a text lacks all words of one of the sets; most words have a character that a long text lacks too."""
    may_hold = characters(text).issuperset if len(text) >= LONG else None
    for words in sets:
        for word in words:
            if (may_hold is None or may_hold(word)) and word in text:
                break
        else:
            return True
    return False


def _search(search: Search, sets: Sets) -> Search:
    def searched(text: str, *where: int) -> Match[str] | None:
        found: Match[str] | None = None if not where and _lacks(sets, text) else search(text, *where)
        return found

    return searched


def _finditer(finditer: Search, sets: Sets) -> Search:
    def each(text: str, *where: int) -> Iterator[Match[str]]:
        found: Iterator[Match[str]] = iter(()) if not where and _lacks(sets, text) else finditer(text, *where)
        return found

    return each


def _findall(findall: Search, sets: Sets) -> Search:
    def every(text: str, *where: int) -> list[Any]:
        found: list[Any] = [] if not where and _lacks(sets, text) else findall(text, *where)
        return found

    return every


def _sub(sub: Search, sets: Sets) -> Search:
    def replaced(by: str | Callable[[Match[str]], str], text: str, count: int = 0) -> str:
        found: str = text if _lacks(sets, text) else sub(by, text, count)
        return found

    return replaced


SEARCHES: Mapping[str, Callable[[Search, Sets], Search]] = {
    "search": _search,
    "finditer": _finditer,
    "findall": _findall,
    "sub": _sub,
}
"""The methods of a pattern that look through a whole text; a part of one is searched as it is."""
