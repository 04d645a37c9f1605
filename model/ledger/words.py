"""Words of a ledger as they are compared: without blanks, numbering, quotes and full stops, in half-width signs."""

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from model.language.patterns import pattern
from model.language.squeezed import packed
from resources import read_text

_NUMBERING = pattern(r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十0-9]+\)|[0-9]{1,2}[.、)](?![0-9])|[①-⑳])+")
_ASIDE = pattern(r"\([^()]*\)$")
_EDGES = "。．.；;：:、，,*★ "
_QUOTES = str.maketrans("", "", "“”\"'‘’《》「」")


@cache
def table(name: str) -> Mapping[str, Any]:
    """One of the tables of words in `resources/ledger/`."""
    found: dict[str, Any] = json.loads(read_text(f"ledger/{name}.json"))
    return found


@lru_cache(maxsize=20_000)
def squeezed_word(text: str) -> str:
    """A word as it is compared."""
    bare = packed(text).translate(_QUOTES).strip(_EDGES)
    return _NUMBERING.sub("", bare).strip(_EDGES) or bare


def without_aside(word: str) -> str:
    """A word without what stands in brackets at its end."""
    return _ASIDE.sub("", word) or word


@cache
def nothings() -> frozenset[str]:
    """The words that say that there is nothing, squeezed."""
    return frozenset(squeezed_word(word) for word in table("columns")["nothing"]) | {""}


def says_nothing(text: str) -> bool:
    """Whether a cell says that there is nothing."""
    return squeezed_word(text) in nothings()
