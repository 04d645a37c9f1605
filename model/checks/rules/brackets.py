"""Brackets and quotation marks: which belong together, and which have no partner."""

import re
from collections.abc import Iterator

from model.language.patterns import pattern
from model.structs import Struct

_OPENERS = {"（": "）", "(": ")", "〔": "〕", "【": "】", "[": "]", "“": "”", "‘": "’", "《": "》", "〈": "〉"}
_ALIKE = {"(": "（", ")": "）"}
_CLOSERS = frozenset(_OPENERS.values())
_QUOTES = "“‘"
_MARK = pattern("[" + re.escape("".join((*_OPENERS, *_OPENERS.values()))) + "]")
_ITEM = pattern(r"(?:^|[\s，。；：、！？])(?:[0-9]{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,2}|[①-⑳])$")
_ITEM_LENGTH = 4
_INDENT = 8
_NESTED = 5


class Brackets(Struct, frozen=True):
    """What was found in a text: the places of pairs, of openings and closings without a partner, in order."""

    pairs: tuple[tuple[int, int], ...]
    single: tuple[int, ...]


def brackets(text: str, kinds: str) -> Brackets:
    """Match the brackets of some kinds, given by their opening forms; （ takes ( along.

    Over several paragraphs goes a contact in brackets, and a quotation, whose paragraphs each begin with the mark. The
    closing bracket of an item, as in 1）, needs no partner, nor does an apostrophe.
    """
    pairs, single, opened = list[tuple[int, int]](), list[int](), list[int]()
    for mark in _marks(text, kinds):
        place, character = mark.start(), mark[0]
        if character in _OPENERS:
            if not _goes_on(text, place, opened):
                opened.append(place)
        elif (partner := _partner(text, character, opened)) is not None:
            single += opened[partner + 1 :]
            pairs.append((opened[partner], place))
            del opened[partner:]
        elif not _is_item(text, place):
            single.append(place)
    return Brackets(tuple(pairs), tuple(sorted(single + opened)))


def _marks(text: str, kinds: str) -> Iterator[re.Match[str]]:
    wanted = {character for kind in kinds for character in (kind, _OPENERS[kind])}
    wanted |= {plain for plain, wide in _ALIKE.items() if wide in wanted}
    return (mark for mark in _MARK.finditer(text) if mark[0] in wanted)


def _goes_on(text: str, place: int, opened: list[int]) -> bool:
    """Whether a quotation mark only begins the next paragraph of a quotation."""
    if text[place] not in _QUOTES or not opened:
        return False
    before = text[max(0, place - _INDENT) : place].rstrip(" \t\u3000")
    return before[-1:] in ("", "\n") and text[opened[-1]] == text[place]


def _partner(text: str, closer: str, opened: list[int]) -> int | None:
    """Which of the opened brackets a closing one belongs to, the last of its kind; a few are looked at."""
    wanted = _ALIKE.get(closer, closer)
    for index in range(len(opened) - 1, max(-1, len(opened) - 1 - _NESTED), -1):
        found = _OPENERS[text[opened[index]]]
        if _ALIKE.get(found, found) == wanted:
            return index
    return None


def _is_item(text: str, place: int) -> bool:
    """Whether a closing bracket is that of an item such as 1）, or an apostrophe."""
    before = text[max(0, place - _ITEM_LENGTH) : place]
    if text[place] == "’":
        return before[-1:].isascii()
    return text[place] in ")）" and bool(_ITEM.search(before))
