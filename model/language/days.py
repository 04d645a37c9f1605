"""Days and years as people write them: 2027年1月15日, 2027/1/15, 27.1.15, 二〇二七年一月十五日, 1月15日, 20270115."""

import unicodedata
from datetime import date

from model.language.numerals import count_of, year_of
from model.language.patterns import pattern

_CENTURY = 2000
_NUMERAL = "[〇○零一二三四五六七八九十]"
_DAY = pattern(
    rf"(?:(?P<year>[0-9]{{4}}|[0-9]{{2}}|[二2][〇○零0][〇○零一二三四五六七八九0-9]{{2}})\s*[-/.年]\s*)?"
    rf"(?P<month>[0-9]{{1,2}}|元|{_NUMERAL}{{1,2}})\s*[-/.月]\s*"
    rf"(?P<day>[0-9]{{1,2}}|{_NUMERAL}{{1,3}})\s*[日号]?"
)
_SOLID = pattern(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_YEAR = pattern(r"(?P<year>[0-9]{4}|[二2][〇○零0][〇○零一二三四五六七八九0-9]{2})\s*年?度?|(?P<short>[0-9]{2})\s*年度?")
_STROKES = str.maketrans("—–－−／．。、", "----/...")


def day_of(text: str, usual_year: int) -> date | None:
    """The day that a text writes; None when it writes none, or one that is in no calendar.

    Args:
        text: in any of the ordinary ways, full-width figures and Chinese numerals among them.
        usual_year: the year that is meant where the text says none.
    """
    plain = _plain(text)
    found = _SOLID.fullmatch(plain) or _DAY.fullmatch(plain)
    if found is None:
        return None
    month = 1 if found["month"] == "元" else count_of(found["month"])
    try:
        return date(_year(found["year"]) if found["year"] else usual_year, month, count_of(found["day"]))
    except ValueError:
        return None


def year_in(text: str) -> int | None:
    """The year that a text writes: 2026, 2026年, 2026年度, 26年, 二〇二六年; None when it writes none."""
    found = _YEAR.fullmatch(_plain(text))
    return None if found is None else _year(found["year"] or found["short"])


def _year(words: str) -> int:
    return _CENTURY + int(words) if len(words) == len("26") else year_of(words)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_STROKES).strip()
