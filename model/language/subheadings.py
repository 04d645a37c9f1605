"""The number that the next heading of the second level takes."""

from model.language.outline import paragraphs
from model.language.patterns import pattern

_DIGITS = "一二三四五六七八九十"
_NUMBERED = pattern(r"[（(]([一二三四五六七八九十]{1,3})[）)]")
_TEN = 10
_MOST = 99


def next_numeral(text_before: str) -> str:
    """The number behind the last one of the paragraphs before, such as （三）; （一） where there is none."""
    found = [number for line in paragraphs(text_before) if (number := _NUMBERED.match(line))]
    last = value_of(found[-1][1]) if found else 0
    return f"（{numeral(min(last + 1, _MOST))}）"


def numeral(value: int) -> str:
    """A number from 1 to 99 in Chinese, such as 十二."""
    tens, ones = divmod(value, _TEN)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens - 1]}十"
    return head + (_DIGITS[ones - 1] if ones else "")


def value_of(written: str) -> int:
    """The number that such a numeral stands for; of several digits without 十 the first counts."""
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return _DIGITS.index(written[0]) + 1
    return (_DIGITS.index(tens[0]) + 1 if tens else 1) * _TEN + (_DIGITS.index(ones[0]) + 1 if ones else 0)
