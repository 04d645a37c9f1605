"""The characters of texts: which there are, some put for others, and none that a file cannot hold."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import add

LONG = 300
"""Of a text with so many characters it is remembered which there are: many ask it of the same text."""


def characters(text: str) -> frozenset[str]:
    """Which characters there are in a text."""
    return _remembered(text) if len(text) >= LONG else frozenset(text)


_remembered = lru_cache(maxsize=16)(frozenset[str])


@lru_cache(maxsize=16)
def pairs(text: str) -> frozenset[str]:
    """Which two characters stand side by side in a text."""
    return frozenset(map(add, text, text[1:]))


def places(text: str, words: str) -> Iterator[int]:
    """Where some words stand in a text, in order; they may overlap."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def exchanged(text: str, table: Mapping[str, str]) -> str:
    """A text with some characters put for others, as `str.translate` does it, but fast where there are few of them.

    Args:
        text: the text.
        table: characters and what is put for each; none of the latter is one of the former.
    """
    for character in characters(text).intersection(table):
        text = text.replace(character, table[character])
    return text


def half_width(text: str) -> str:
    """A text with half-width figures; places stay where they are."""
    return exchanged(text, _HALF_WIDTH)


_HALF_WIDTH = dict(zip("０１２３４５６７８９", "0123456789", strict=True))


def whole_characters(text: str) -> str:
    """The text with surrogate pairs joined and lone surrogates replaced by �, so that any file can hold it."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
