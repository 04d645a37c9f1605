"""Digits set above or below the line, or clearly smaller than the number beside them: no part of that number."""

from collections.abc import Iterator, Sequence

from importers.document.layout import raised
from importers.formats.pdf.char import Char

_DIGITS = {sign: str(value % 10) for value, sign in enumerate("0123456789０１２３４５６７８９")}
SMALL = 0.75
"""A digit so small beside a larger one is none of its number, wherever it stands."""
_SMALLER = 0.92
"""What is set above the line is so small at most."""
_OFF, _FAR_OFF = 0.12, 0.2
"""How far from the line a smaller digit of a number is set, and any; as a part of the size of what is beside it."""
_BESIDE = 0.6
"""A gap of more than this part of the size sets digits apart."""


def said(placed: Sequence[Char]) -> list[str]:
    """What the characters of a line say, from left to right; digits that are no part of a number as raised ones."""
    texts = [char["text"] for char in placed]
    if len({(char["size"], char["matrix"][5], char["bottom"]) for char in placed}) > 1:
        for start, end in _numbers(placed):
            for index in _raised(placed, start, end):
                texts[index] = raised(_DIGITS[texts[index]]) if "aside" not in placed[index] else texts[index]
    return texts


def _numbers(placed: Sequence[Char]) -> Iterator[tuple[int, int]]:
    """Where digits side by side begin and end."""
    start = 0
    for index, char in enumerate(placed):
        if char["text"] not in _DIGITS:
            if start < index:
                yield start, index
            start = index + 1
        elif start < index and char["x0"] - placed[index - 1]["x1"] > _BESIDE * placed[index - 1]["size"]:
            yield start, index
            start = index
    if start < len(placed):
        yield start, len(placed)


def _raised(placed: Sequence[Char], start: int, end: int) -> Sequence[int]:
    """Which of the digits from one place to another are raised, lowered or small."""
    largest = max(placed[start:end], key=lambda char: char["size"])
    apart = [index for index in range(start, end) if _is_apart(placed[index], largest)]
    beside = placed[start - 1] if start else placed[end] if end < len(placed) else largest
    return apart or (range(start, end) if _is_above(largest, beside) else ())


def _is_apart(char: Char, number: Char) -> bool:
    part, off = char["size"] / number["size"], abs(_rise(char, number))
    return part <= SMALL or off >= _FAR_OFF or (part <= _SMALLER and off >= _OFF)


def _is_above(char: Char, beside: Char) -> bool:
    return char["size"] <= _SMALLER * beside["size"] and _rise(char, beside) >= _FAR_OFF


def _rise(char: Char, beside: Char) -> float:
    """How far above another a character is set, as a part of the other's size.

    A text's own rise moves the box of a character only; boxes of one font can be compared.
    """
    rise = char["matrix"][5] - beside["matrix"][5]
    if not rise and char["fontname"] == beside["fontname"]:
        rise = beside["bottom"] - char["bottom"]
    return float(rise / beside["size"])
