"""Automatic numbers as Word prints them: 三, 十二, 叁, ③, iv."""

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ALPHABET = 26
_TENS = 10
_COUNTED = 10_000
"""From here on a Chinese number is printed in digits, as a list never gets so long."""


def numeral(number: int, kind: str) -> str:
    """A number as the numbering format `kind` prints it; in plain digits when the format is unknown.

    Args:
        number: from 0 on.
        kind: a value of `w:numFmt`, such as `chineseCounting`.
    """
    return _KINDS.get(kind, str)(number)


def _counted(number: int, digits: str = _DIGITS, units: str = "十百千", *, short: bool = True) -> str:
    if not 0 < number < _COUNTED:
        return digits[0] if number == 0 else str(number)
    printed, gap = "", False
    for power, digit in reversed(tuple(enumerate(map(int, reversed(str(number)))))):
        if digit:
            printed += (digits[0] if gap else "") + digits[digit] + (units[power - 1] if power else "")
        gap = not digit and bool(printed)
    begins_with_one_ten = short and printed.startswith(digits[1] + units[0])
    return printed[1:] if begins_with_one_ten else printed


def _formal(number: int) -> str:
    return _counted(number, _FORMAL, "拾佰仟", short=False)


def _by_digits(number: int) -> str:
    return "".join("〇" if digit == "0" else _DIGITS[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    printed = ""
    for worth, letters in _ROMAN:
        count, number = (number // worth, number % worth) if number < _COUNTED else (0, number)
        printed += letters * count
    return printed or str(number)


def _letter(number: int) -> str:
    if number < 1:
        return str(number)
    repeats, index = divmod(number - 1, _ALPHABET)
    return chr(ord("a") + index) * min(repeats + 1, _TENS)


def _series(characters: str) -> Callable[[int], str]:
    """The characters one after the other; digits when they are used up."""
    return lambda number: characters[number - 1] if 0 < number <= len(characters) else str(number)


def _from(first: str, count: int) -> Callable[[int], str]:
    return _series("".join(chr(ord(first) + index) for index in range(count)))


def _fullwidth(number: int) -> str:
    return "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in str(number))


def _nothing(_number: int) -> str:
    return ""


_KINDS: dict[str, Callable[[int], str]] = {
    "none": _nothing,
    "bullet": _nothing,
    "decimalZero": "{:02}".format,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
    "chineseLegalSimplified": _formal,
    "chineseLegalTraditional": lambda number: _counted(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟", short=False),
    "ideographDigital": _by_digits,
    "japaneseDigitalTenThousand": _by_digits,
    "taiwaneseDigital": _by_digits,
    "ideographTraditional": _series("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _series("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _from("㊀", 10),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "decimalFullWidth": _fullwidth,
    "decimalFullWidth2": _fullwidth,
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
         "taiwaneseCountingThousand", "koreanCounting"), _counted,
    ),
}  # fmt: skip
