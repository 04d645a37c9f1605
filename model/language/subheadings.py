"""The number that the next heading of the second level takes."""

from model.language.numerals import chinese, count_of
from model.language.outline import paragraphs
from model.language.patterns import pattern

_NUMBERED = pattern(r"[（(]([一二三四五六七八九十]{1,3})[）)]")
_MOST = 99


def numeral_end(paragraph: str) -> int:
    """How many characters at the start of a paragraph are such a number; 0 where there is none."""
    found = _NUMBERED.match(paragraph)
    return found.end() if found else 0


def next_numeral(text_before: str) -> str:
    """The number behind the last one of the paragraphs before, such as （三）; （一） where there is none."""
    found = [number for line in paragraphs(text_before) if (number := _NUMBERED.match(line))]
    last = count_of(found[-1][1]) if found else 0
    return f"（{chinese(min(last + 1, _MOST))}）"
