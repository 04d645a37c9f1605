"""Shares in words: 三成四, 近六成, 三分之二, 一半多, 过半, 百分之五十 – from how much to how much of a whole."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from model.language.numerals import number
from model.language.patterns import pattern

_ONES = "一二两三四五六七八九"
_NEVER = "立员果效本熟长品交绩功分型人立都语因片套双群"
"""Behind 成: then it is no tenth, as in 一成立, 三成员."""
_FRACTION = pattern(
    "(?:(?P<less>不足|不到|未到|不满|低于)|(?P<near>将近|接近|近)|(?P<over>超过|超出|超|逾|多于|高于|不少于|过)|(?P<about>大约|约|大致))?"
    f"(?:(?<![统唯同逐之第{_ONES}十])(?P<tenths>[{_ONES}])成(?![{_NEVER}])(?:(?P<ones>[{_ONES}](?![件份宗个名家起十百]))|(?P<five>半))?"
    f"|(?<![之第])(?P<of>百|[{_ONES}十]{{1,3}}|[0-9]{{1,3}})分之(?P<many>[{_ONES}十百点零]{{1,7}}|[0-9]{{1,3}}(?:\\.[0-9]{{1,2}})?)"
    "|(?P<half>一半|半数|(?<=[过超])半(?=[，。；、()（）多以]|的|是|$)))"
    "(?:(?P<more>多(?![数少次种样年])|有余|余(?![下件])|强|出头|(?<!半)以上)|(?P<above>以上)|(?P<fewer>不到|以下|弱)|(?P<round>左右|上下))?"
)
_ANCHOR = pattern(f"[{_ONES}]成|分之|半")
"""One of these is in every share in words."""
_FARTHEST = 6
"""How many characters before it a share may begin."""
_EXACT, _ABOUT, _NEAR, _MORE = Fraction(2, 100), Fraction(5, 100), Fraction(10, 100), Fraction(10, 100)
_LITTLE = Fraction(1, 100)
_ALMOST = Fraction(999, 1000)
_HALF_OF_ONE = Fraction(1, 2)
_TENTH, _DIGIT = Fraction(1, 10), Fraction(1, 100)


_UNDER, _OVER, _NEARLY = ("不足", "不到", "未到", "低于"), ("超", "逾", "多于", "高于", "过"), ("接近", "近", "将近")


class Said(NamedTuple):
    """What share some words say: from `least` to `most` of a whole, or so many of what is counted off the middle."""

    least: Fraction
    most: Fraction
    off: Fraction = Fraction(0)

    def fits(self, part: Fraction | int, whole: Fraction | int) -> bool:
        """Whether a part can be said to be this share of its whole."""
        middle = (self.least + self.most) / 2 * whole
        low, high = min(self.least * whole, middle - self.off), max(self.most * whole, middle + self.off)
        return low <= part <= high

    def bounded(self, words: str) -> "Said":
        """The same share behind words that stand apart from it: 接近办结数的一半."""
        share = (self.least + self.most) / 2
        if words.startswith(_UNDER):
            return Said(Fraction(0), share)
        if words.startswith(_OVER):
            return _over(share)
        return Said(share - _NEAR, share + _LITTLE) if words.startswith(_NEARLY) else self


class Found(NamedTuple):
    """A share in words, and where it stands."""

    start: int
    end: int
    said: Said


def _over(share: Fraction) -> Said:
    """More than a share; nobody says that all are more than a third."""
    return Said(share, Fraction(1) if share >= _HALF_OF_ONE else share + _HALF_OF_ONE / 2)


def per_cent(value: Fraction, step: Fraction) -> Said:
    """A share in figures, rounded or cut off at its last place.

    Args:
        value: the share, as a part of one.
        step: one of its last place, as a part of one.
    """
    return Said(value - step * _ALMOST, value + step * _ALMOST)


def exactly(share: Fraction) -> Said:
    """All, or none, or what else is said without rounding."""
    return Said(share, share, _HALF_OF_ONE)


@lru_cache(maxsize=8)
def fractions(text: str) -> tuple[Found, ...]:
    """The shares in words of a text; no time for one that was asked for before."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Found]:
    done = 0
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() < done:
            continue
        for start in range(max(done, anchor.start() - _FARTHEST), anchor.end()):
            found = _FRACTION.match(text, start)
            if found and found.end() > anchor.start():
                done = found.end()
                if said := _said(found):
                    yield Found(*found.span(), said)
                break


def fraction_at(text: str, at: int) -> Found | None:
    """The share in words that begins at a place."""
    found = _FRACTION.match(text, at)
    said = _said(found) if found else None
    return Found(*found.span(), said) if found and said else None


def _said(found: re.Match[str]) -> Said | None:
    share, exact = _share(found)
    if share is None:
        return None
    fine = found["of"] == "百" or found["ones"]
    return _bounded(found, share) or Said(share - exact, share + exact, Fraction(0) if fine else _HALF_OF_ONE)


def _bounded(found: re.Match[str], share: Fraction) -> Said | None:
    """The share with the words that say that it is over, under or near."""
    if found["less"] or found["fewer"]:
        return Said(Fraction(0), share)
    if found["near"]:
        return Said(share - _NEAR, share + _LITTLE)
    if found["over"] or found["above"] or found["more"] == "以上":
        return _over(share)
    if found["more"]:
        return Said(share, share + _MORE)
    return Said(share - _ABOUT, share + _ABOUT, _HALF_OF_ONE) if found["about"] or found["round"] else None


def _share(found: re.Match[str]) -> tuple[Fraction | None, Fraction]:
    """The share itself, and how far off it may be where nothing says that it is rounded."""
    if found["half"]:
        return Fraction(1, 2), _EXACT
    if found["tenths"]:
        share = _ones(found["tenths"]) * _TENTH
        if found["ones"]:
            return share + _ones(found["ones"]) * _DIGIT, _LITTLE
        return (share + _TENTH / 2, _EXACT) if found["five"] else (share, _ABOUT)
    return _per_cent(found["many"]) if found["of"] == "百" else (_parts_of(found["of"], found["many"]), _EXACT)


def _per_cent(words: str) -> tuple[Fraction | None, Fraction]:
    """百分之八十三点三, and to what it is written."""
    whole, _, places = words.partition("点" if "点" in words else ".")
    digits = places if places.isascii() else "".join(str(_DIGITS.find(each)) for each in places)
    read = number(whole) if whole else None
    if read is None or (digits and not digits.isdecimal()):
        return None, _EXACT
    tail = Fraction(int(digits or 0), 10 ** len(digits))
    return (int(read.value) + tail) / 100, _LITTLE / 10 ** len(digits)


def _parts_of(of: str, many: str) -> Fraction | None:
    """三分之二."""
    whole, part = number(of), number(many) if "点" not in many else None
    if whole is None or part is None or not whole.value or part.value > whole.value:
        return None
    return Fraction(int(part.value), int(whole.value))


_DIGITS = "零一二三四五六七八九"


def _ones(word: str) -> int:
    read = number(word)
    return int(read.value) if read else 0
