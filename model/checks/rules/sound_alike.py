"""Usual words with one character that sounds like the right one, as it is picked by mistake from what pinyin offers."""

from collections.abc import Mapping
from functools import lru_cache
from operator import add

from model.checks.passages import word_list
from model.checks.rules.term_slips import usual_words

_NONE = "-"
_NAMES_END = frozenset("省市县区旗盟州乡镇村街社屯湾河江山岭桥路沟港湖岛寨庄园坪某")
"""Before one of these a name may stand, which may be any characters."""


@lru_cache(maxsize=16)
def sound_alikes(text: str) -> tuple[tuple[tuple[int, int], str], ...]:
    """The places of such words in a text, each with the right one.

    None of the two characters makes a usual word with the one beside it: not 加大|对, 相应|档案.
    """
    meant, usual = _meant(), usual_words()
    told, at = list[tuple[tuple[int, int], str]](), -1
    for pair in filter(meant.__contains__, map(add, text, text[1:])):
        at = text.index(pair, at + 1)
        behind = text[at + 2 : at + 3]
        if text[max(0, at - 1) : at + 1] not in usual and pair[1] + behind not in usual and behind not in _NAMES_END:
            told.append(((at, at + 2), meant[pair]))
    return tuple(told)


@lru_cache(maxsize=1)
def _meant() -> Mapping[str, str]:
    """By each word with a wrong character the right one: `resources/words/homophones.txt`."""
    meant: dict[str, str] = {}
    for right, firsts, seconds in map(str.split, word_list("homophones.txt")):
        meant |= {wrong + right[1]: right for wrong in firsts if wrong != _NONE}
        meant |= {right[0] + wrong: right for wrong in seconds if wrong != _NONE}
    return meant
