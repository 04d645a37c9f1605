"""Numbers as they are written: 12, 1.2万, 十二, 一百零三, 两千, 二〇二四; and small ones written in Chinese."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from model.language.patterns import pattern

ARABIC = r"[0-9]{1,12}(?:\.[0-9]{1,8})?(?:[百千]?[万亿](?!元)|[百千](?![万亿]))?"
CHINESE = "[零〇一二两三四五六七八九十百千][零〇一二两三四五六七八九十百千万亿]{0,14}"

YEAR_WORDS = "[二2][〇○零Oo0][〇○零一二三四五六七八九Oo0-9]{2}"
"""A year of this century with Chinese numerals in it, as a regular expression."""
_YEAR_FIGURES = str.maketrans("〇○零Oo一二三四五六七八九", "00000123456789")
_ONES, _TEN = "一二三四五六七八九", 10
_DIGITS = {character: index for index, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_SCALE = {"": 1, **_LARGE, **{f"{small}{large}": _SMALL[small] * _LARGE[large] for small in "百千" for large in "万亿"}}
_SCALE |= {"百": 100, "千": 1000}
_PARTS = pattern(r"([0-9]+(?:\.[0-9]+)?)([百千万亿]*)")


class Number(NamedTuple):
    """A number as written: its value, and the step it is written to, such as 1000 for 1.2万."""

    value: int | Decimal
    step: int | Decimal


_CHINESE = "一二两三四五六七八九十百千零〇"
AMOUNT = (
    "[0-9](?<![0-9.,][0-9])(?:[0-9]{0,2}(?:,[0-9]{3}){1,3}|[0-9]{0,6})(?:\\.[0-9]{1,2})?"
    f"|[{_CHINESE}](?<![{_CHINESE}万亿][{_CHINESE}])[{_CHINESE}万]{{0,7}}"
)
"""A whole number in figures, with or without thousands signs, or in Chinese numerals, as a regular expression."""


def amount(words: str) -> Decimal | None:
    """The number that `AMOUNT` finds; None when the words are no number."""
    found = number(words.replace(",", ""))
    return Decimal(found.value) if found else None


@lru_cache(maxsize=2048)
def number(words: str) -> Number | None:
    """The number that some words write in figures or Chinese numerals; None when they are no number, such as 百十."""
    if words[:1].isascii():
        return _arabic(words)
    value = _chinese(words)
    return None if value is None else Number(value, 1)


def _arabic(words: str) -> Number | None:
    parts = _PARTS.fullmatch(words)
    if not parts or parts[2] not in _SCALE:
        return None
    digits, scale = Decimal(parts[1]), _SCALE[parts[2]]
    exponent = digits.as_tuple().exponent
    step = Decimal(1).scaleb(int(exponent)) * scale
    return Number(_whole(digits * scale), _whole(step))


def _whole(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value


def _chinese(words: str) -> int | None:
    if all(character in _DIGITS for character in words):
        return int("".join(str(_DIGITS[character]) for character in words))
    total, rest = 0, words
    for character in "亿万":
        before, found, after = rest.partition(character)
        if found:
            section = _section(before)
            if not section:
                return None
            total, rest = total + section * _LARGE[character], after
            if len(after) == 1 and _DIGITS.get(after):
                return total + _DIGITS[after] * _LARGE[character] // 10
    last = _section(rest) if rest else 0
    return None if last is None else total + last


def _section(words: str) -> int | None:
    """A number below 10000 with 千, 百, 十 in falling order; a last digit alone counts tenths of the unit before it."""
    total, unit, digit, after_zero = 0, 10**4, None, False
    for character in words:
        if character in _SMALL:
            if _SMALL[character] >= unit or (digit is None and character != "十"):
                return None
            unit = _SMALL[character]
            total, digit, after_zero = total + (1 if digit is None else digit) * unit, None, False
        elif character in _DIGITS and (digit is None or digit == 0):
            digit, after_zero = _DIGITS[character], after_zero or not _DIGITS[character]
        else:
            return None
    if digit is None:
        return total
    return total + digit * (unit // 10 if unit in (100, 1000) and not after_zero else 1)


def year_of(words: str) -> int:
    """A year from its figures or its Chinese numerals, one for each figure."""
    return int(words.translate(_YEAR_FIGURES))


def count_of(words: str) -> int:
    """A whole number below 100 as figures or Chinese numerals write it; 0 for words that write none."""
    found = number(words)
    return int(found.value) if found else 0


def chinese(value: int) -> str:
    """A number from 1 to 99 in Chinese, such as 十二."""
    tens, ones = divmod(value, _TEN)
    head = "" if not tens else "十" if tens == 1 else f"{_ONES[tens - 1]}十"
    return head + (_ONES[ones - 1] if ones else "")
