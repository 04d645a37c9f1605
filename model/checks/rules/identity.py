"""Numbers that belong to a person: by which marks an identity, a mobile or a bank card number is known."""

from collections.abc import Iterator
from datetime import date

from model.language.patterns import pattern

_RUN = pattern(r"[0-9](?:[ -]?[0-9]){10,}(?:[ -]?[Xx](?![A-Za-z0-9]))?")
_PART = pattern(r"[0-9]+[Xx]?")
_JOINTS = str.maketrans("", "", " -")
_PROVINCES = frozenset(
    str(code) for code in (*range(11, 16), 21, 22, 23, *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66))
) | {"71", "81", "82", "83"}
"""The first two digits: provinces, Taiwan, and the residence permits of people from Hong Kong, Macao and Taiwan."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_OLD_LENGTH = 15
_FIRST_BIRTH = date(1880, 1, 1)
_MOBILE = pattern(r"(?:86)?(1[3-9][0-9]{9})")
_CARD = pattern(r"62[0-9]{14,17}|(?:4[0-9]|5[1-5]|35)[0-9]{14}|9558[0-9]{15}")
LENGTHS = range(11, 20)
"""How many digits the numbers of persons have."""
_SHOWN = 4
"""So many characters are left at either end of one that is masked."""


def numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """The numbers in a squeezed text that are long enough, with their span there, without blanks and hyphens.

    A run of digits with blanks or hyphens in it is one number, or, where that is too long, each of its parts is.
    """
    for run in _RUN.finditer(text):
        whole = run[0].translate(_JOINTS)
        if len(whole) in LENGTHS:
            yield run.start(), run.end(), whole
        for part in _PART.finditer(run[0]):
            if len(part[0]) in LENGTHS and part[0] != whole:
                yield run.start() + part.start(), run.start() + part.end(), part[0]


def is_identity_number(number: str, today: date) -> bool:
    """Whether it is an identity number of 18 digits: province, a day of birth, and the right check digit."""
    if len(number) != len(_WEIGHTS) + 1 or number[:2] not in _PROVINCES or not number[:-1].isdecimal():
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return number[-1].upper() == _CHECK_DIGITS[total % 11] and _was_born(number[6:14], today)


def is_almost_identity_number(number: str, today: date) -> bool:
    """Whether it would be an identity number of 18 digits but for its check digit, as one with a slip in it is."""
    if len(number) != len(_WEIGHTS) + 1 or number[:2] not in _PROVINCES or not number[:-1].isdecimal():
        return False
    return _was_born(number[6:14], today) and not is_identity_number(number, today)


def is_old_identity_number(number: str, today: date) -> bool:
    """Whether it may be an identity number of 15 digits, which have no check digit."""
    if len(number) != _OLD_LENGTH or not number.isdecimal():
        return False
    return number[:2] in _PROVINCES and _was_born(f"19{number[6:12]}", today)


def _was_born(day: str, today: date) -> bool:
    try:
        return _FIRST_BIRTH <= date(int(day[:4]), int(day[4:6]), int(day[6:])) <= today
    except ValueError:
        return False


def masked(words: str) -> str:
    """A person's number as it may be printed on paper that is passed on: 1101…002X; a name stays as it is."""
    return f"{words[:_SHOWN]}…{words[-_SHOWN:]}" if len(words) >= LENGTHS.start else words


def mobile_number(number: str) -> str:
    """The eleven digits of a mobile number; empty for any other number."""
    found = _MOBILE.fullmatch(number)
    return found[1] if found else ""


def is_bank_card(number: str) -> bool:
    """Whether it is the number of a bank card: a known beginning and length, and Luhn's check digit."""
    if not _CARD.fullmatch(number):
        return False
    doubled = (int(digit) * (2 if index % 2 else 1) for index, digit in enumerate(reversed(number)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0  # noqa: PLR2004
