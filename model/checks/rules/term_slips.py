"""The fixed terms of the yearly report with a character lost, doubled, or exchanged with its neighbour."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from model.checks.passages import word_list
from model.language.patterns import pattern

_RIGHT = "政府信息公开的申请公开规范文件年年度报告信息处理"
"""What is left of some terms, or is a term behind what ends alike, and right: 2024年年度报告."""
_BEFORE = frozenset("无有的因出生起及和与等取件对项")
_BEHIND = pattern("[^一-鿿]|$|[的和与及等]|情况|工作|方面|决定|案件")
_SINGLE = "+"


@lru_cache(maxsize=16)
def term_slips(text: str) -> tuple[tuple[tuple[int, int], str], ...]:
    """The places of such slips in a text, each with the term that was meant."""
    expression, meant = _slips()
    told, begin = list[tuple[tuple[int, int], str]](), 0
    while found := expression.search(text, begin):
        begin = found.start() + 1
        if _stands(text, found.span(), meant[found[0]]):
            told.append((found.span(), meant[found[0]]))
            begin = found.end()
    return tuple(told)


def _stands(text: str, span: tuple[int, int], term: str) -> bool:
    """Whether a slip stands by itself: nothing of it belongs to a word beside it.

    So it is not with 进行|行政处罚, 行政处罚|罚款; and a term that lost a character near its end has nothing before or
    behind it that could go on with it.
    """
    said = text[slice(*span)]
    before, behind = text[max(0, span[0] - 1) : span[0]], text[span[1] : span[1] + 1]
    if said[1:] == term:
        return not make_a_word(before, said[0])
    if said[:-1] == term:
        return not make_a_word(said[-1], behind)
    if len(said) >= len(term):
        return True
    lost = next((at for at, character in enumerate(said) if character != term[at]), len(said))
    if lost <= 1 and before and before not in _BEFORE and ("一" <= before <= "鿿" or before.isdecimal()):
        return False
    return lost < len(term) - 2 or bool(_BEHIND.match(text, span[1]))


@lru_cache(maxsize=1)
def usual_words() -> frozenset[str]:
    """The words of two characters that are usual in reports."""
    return frozenset(word for line in word_list("usual.txt") for word in line.split())


def make_a_word(first: str, second: str) -> bool:
    """Whether two characters are a word, usual in reports or elsewhere, or end one: 补植|后, 供货商|商业秘密."""
    return first + second in usual_words() or second in _known().get(first, frozenset())


@lru_cache(maxsize=1)
def _known() -> Mapping[str, frozenset[str]]:
    """By a character those that make a word with it, standing behind it: `resources/words/known.txt`."""
    return {line[0]: frozenset(line[2:]) for line in word_list("known.txt")}


@lru_cache(maxsize=1)
def _slips() -> tuple[re.Pattern[str], dict[str, str]]:
    """An expression for all slips, and by each slip the term."""
    meant: dict[str, str] = {}
    for entry in (term for line in word_list("terms.txt") for term in line.split()):
        term = entry.rstrip(_SINGLE)
        for said in (*_doubled(term), *_exchanged(term), *(_lost(term) if term == entry else ())):
            if said not in _RIGHT and said != term:
                meant.setdefault(said, term)
    by_first = (sorted(each for each in meant if each[0] == first) for first in sorted({slip[0] for slip in meant}))
    return pattern("|".join(map(_together, by_first))), meant


def _together(slips: list[str]) -> str:
    """An expression for slips that begin with one character, each character of them tried once; the longest first."""
    rest = [slip[1:] for slip in slips]
    nexts = [_together([each for each in rest if each.startswith(one)]) for one in sorted({r[0] for r in rest if r})]
    ends = [""] if "" in rest else []
    branches = "|".join((*nexts, *ends))
    return slips[0][0] + (f"(?:{branches})" if len(nexts) + len(ends) > 1 else branches)


def _doubled(term: str) -> Iterator[str]:
    return (term[: at + 1] + term[at:] for at in range(len(term)))


def _exchanged(term: str) -> Iterator[str]:
    return (term[:at] + term[at + 1] + term[at] + term[at + 2 :] for at in range(len(term) - 1))


def _lost(term: str) -> Iterator[str]:
    """A lost character, where what then stands side by side is no usual word."""
    for at in range(len(term)):
        if not (0 < at < len(term) - 1 and term[at - 1] + term[at + 1] in usual_words()):
            yield term[:at] + term[at + 1 :]
