"""Last year's words taken into this year's report: the years in them moved on, all else as it was."""

from bisect import bisect_right
from collections.abc import Iterator

from model.language.outline import paragraphs, subheading_end
from model.language.patterns import pattern
from model.report import preamble
from model.report.report import PastReport, Report

_DIGITS = "0123456789０１２３４５６７８９"
_NUMERALS = "〇一二三四五六七八九○零"
_AS_DIGITS = str.maketrans(_NUMERALS, "012345678900")
_DATE = r"[./-][0-9０-９]{1,2}[./-][0-9０-９]{1,2}"
_YEAR = pattern(
    rf"(?<![{_DIGITS}A-Za-z/._-])[2２][0０][{_DIGITS}]{{2}}(?=\s*年|\s*[-—–―~～－至到]+\s*[2２][0０][{_DIGITS}]{{2}}\s*年|{_DATE})"
    rf"|二[〇○零][{_NUMERALS}]{{2}}(?=\s*年)"
    rf"|(?<=[-—–―~～－])[2２][0０][{_DIGITS}]{{2}}(?=\s*年|{_DATE})"
)
_FIXED_AFTER = pattern(
    r"\s{0,8}年\s{0,8}(?:"
    rf"(?:国务院|部|省|市|政府)*令|第?\s*[{_DIGITS}]{{1,5}}\s*号"
    r"|(?:[^，。；\n年]{1,4}月(?:[^，。；\n月]{1,3}[日号])?)?(?:起|正式|重新|第[一二三四]次)*(?:施行|实施|生效|修订|修正)"
    r")"
)
_SINCE = pattern(r"(?:自|从)\s*$")
_BEGINNING = pattern(
    r"\s{0,8}年(?:度|初|底)?\s{0,8}(?:[^，。；\n年]{1,4}月(?:[^，。；\n月]{1,3}[日号])?)?起(?!\s*[至到])"
)
_BRACKETS = pattern(r"[《》〈〉]")
_LOOK_BACK = 4
_MARKS = pattern(r"(?:[^\w.．%％‰]|_|(?<![0-9])[.．]|[.．](?![0-9]))+")
"""Punctuation and blanks; the point of a figure and 96% are none."""


def moved_years(text: str, by: int, around: int | None = None) -> str:
    """The text with its years moved on: 2023年, ２０２３ 年, 二〇二三年, 2023-12-31, also those it compares with.

    The names of documents in 《》, their numbers and the days they came into force are no years of the report, nor is
    the beginning of something that lasts (自2023年起).

    Args:
        text: as stored, live fields and all.
        by: how many years.
        around: the year the text was written for; years further off than one from it are history, and stay.
    """
    pieces, done = [], 0
    for start, end in _years(text):
        year = _read(text[start:end])
        if around is None or abs(year - around) <= 1:
            pieces += [text[done:start], year_like(year + by, text[start:end])]
            done = end
    return "".join((*pieces, text[done:]))


def moved_text(report: Report, text_id: str) -> str:
    """Last year's text with its years moved to this report's; empty without last year's report."""
    past = report.last_year
    return _moved(report, past, past.text[text_id]) if past else ""


def moved_paragraph(report: Report, text_id: str, index: int) -> str:
    """One paragraph of it, from 0.

    Raises:
        IndexError: there is no such paragraph.
    """
    return paragraphs(moved_text(report, text_id))[index]


def untouched(report: Report, text_id: str) -> tuple[tuple[int, int], ...]:
    """The paragraphs that were taken from last year's text and not edited yet, as spans in code points.

    One in which only punctuation and blanks were changed is not edited. Headings do not count, nor does a preamble
    that the program composes.
    """
    if text_id == "preamble" and preamble.is_composed(report):
        return ()
    lines = paragraphs(moved_text(report, text_id))
    taken = {_MARKS.sub("", line) for line in lines if subheading_end(line) < len(line)} - {""}
    return tuple(span for span, line in _lines(report.text[text_id]) if _MARKS.sub("", line) in taken) if taken else ()


def _moved(report: Report, past: PastReport, text: str) -> str:
    return moved_years(text, report.year - past.year, past.year)


def _years(text: str) -> Iterator[tuple[int, int]]:
    named = _NamedDocuments(text)
    for found in _YEAR.finditer(text):
        start, end = found.span()
        since = _SINCE.search(text, max(0, start - _LOOK_BACK), start) and _BEGINNING.match(text, end)
        if not since and not _FIXED_AFTER.match(text, end) and not named.hold(start):
            yield start, end


class _NamedDocuments:
    """Where names of documents stand in a text."""

    def __init__(self, text: str) -> None:
        """Walk over its brackets once; one that is never closed opens nothing beyond its line."""
        self._turns: list[int] = []
        depth = start = 0
        for mark in _BRACKETS.finditer(text):
            if depth and "\n" in text[start : mark.start()]:
                self._turns.pop()
                depth = 0
            opens = mark[0] in "《〈"
            if opens and not depth:
                self._turns.append(mark.start())
                start = mark.start()
            depth = depth + 1 if opens else max(0, depth - 1)
            if not depth and len(self._turns) % 2:
                self._turns.append(mark.start())
        if len(self._turns) % 2:
            self._turns.pop()

    def hold(self, position: int) -> bool:
        """Whether a place is within one."""
        return bool(bisect_right(self._turns, position) % 2)


def _read(words: str) -> int:
    return int(words.translate(_AS_DIGITS))


def year_like(year: int, like: str) -> str:
    """A year in the digits or numerals that another is written in."""
    signs = {"二": like[1] + _NUMERALS[1:10], "２": _DIGITS[10:]}.get(like[0], _DIGITS[:10])
    return "".join(signs[int(digit)] for digit in str(year))


def _lines(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """The paragraphs of a stored text with their spans, without the blanks around them."""
    start = 0
    for whole in text.splitlines(keepends=True):
        if line := whole.strip():
            begin = start + len(whole) - len(whole.lstrip())
            yield (begin, begin + len(line)), line
        start += len(whole)
