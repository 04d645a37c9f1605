"""Usual words with one character that sounds like the right one, as it is picked by mistake from what pinyin offers."""

from collections.abc import Mapping
from functools import lru_cache

from model.checks.passages import word_list
from model.checks.rules.term_slips import make_a_word
from model.language.characters import pairs, places

_NONE = "-"
_NAMES_END = frozenset("省市县区旗盟州乡镇村街社屯湾河江山岭桥路沟港湖岛寨庄园坪某")
"""Before one of these a name may stand, which may be any characters."""


@lru_cache(maxsize=16)
def sound_alikes(text: str) -> tuple[tuple[tuple[int, int], str], ...]:
    """The places of such words in a text, each with the right one.

    None of the two characters makes a usual word with the one beside it: not 加大|对, 相应|档案.
    """
    meant = _meant()
    wrong = ((at, meant[word]) for word in meant.keys() & pairs(text) for at in places(text, word))
    return tuple(((at, at + 2), right) for at, right in sorted(wrong) if _stands_alone(text, at))


def _stands_alone(text: str, at: int) -> bool:
    """Whether the two characters at a place belong to no word beside them, and to no name."""
    before, behind = text[max(0, at - 1) : at], text[at + 2 : at + 3]
    return behind not in _NAMES_END and not make_a_word(before, text[at]) and not make_a_word(text[at + 1], behind)


@lru_cache(maxsize=1)
def _meant() -> Mapping[str, str]:
    """The right word by each that has a wrong character: `resources/words/homophones.txt`."""
    meant = dict[str, str]()
    for right, firsts, seconds in map(str.split, word_list("homophones.txt")):
        meant |= {first + right[1]: right for first in firsts if first != _NONE}
        meant |= {right[0] + second: right for second in seconds if second != _NONE}
    return meant
