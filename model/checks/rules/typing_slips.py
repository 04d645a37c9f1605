"""F-09: characters and words written twice, and common misspellings."""

import json
import re
from collections.abc import Iterator
from functools import lru_cache

from model.checks.parts import WORDS
from model.checks.passages import Passage, advisable, passages
from model.checks.reasons import WORDING
from model.checks.registry import Context, Problem, check, rewording
from model.language.patterns import pattern
from model.report.report import Report
from resources import read_text

_WORD_TWICE = pattern(r"(?P<word>(?![一二两三四五六七八九十百千万几每各许])[一-鿿]{2,4})(?P<again>(?P=word))")
_TWICE_ON_PURPOSE = pattern("研究|讨论|商量|考虑|了解|比较|尝试")
_DOUBLED = pattern(
    "(?<![目标])的的(?![确士])|(?<!为)了了(?![解然])|(?<![温平谐])和和(?![美气平睦谐])|(?<![存现所正实内潜旨自好])在在(?![校线职建])"
    "|(?<!求)是是(?!否)|(?<![参])与与|(?<![涉以])及及(?!时)|(?<![自理事缘])由由|(?<!合)并并|(?<!成)就就|(?<!即)将将|(?<![推促改增先演跟引])进进(?![一行度出村入])"
)


@check("F-09", "hint", "practice", reads=WORDS, group="错字、叠字", reasons=WORDING)
def slip_of_typing(report: Report, _context: Context) -> Iterator[Problem]:
    """重复的字词（公开公开、的的）和常见的错别字（以经、做为、布署、其它）；词表见 resources/words/slips.json。"""
    for passage in passages(report):
        if passage.section != "title":
            text = advisable(passage.words)
            yield from _twice(passage, text)
            yield from _misspelt(passage, text)


def _twice(passage: Passage, text: str) -> Iterator[Problem]:
    for found in _WORD_TWICE.finditer(text):
        word = found["word"]
        if not _TWICE_ON_PURPOSE.fullmatch(word) and len(set(word)) > 1:
            yield _said_twice(passage, found.span("again"), word)
    for found in _DOUBLED.finditer(text):
        yield _said_twice(passage, (found.end() - 1, found.end()), found[0][-1])


def _said_twice(passage: Passage, again: tuple[int, int], word: str) -> Problem:
    span = (again[0] - len(word), again[1])
    message = f"“{word}”连写了两次，请核对后删去一个。"
    return passage.problem(span, message, rewording(passage.section, again, ""))


def _misspelt(passage: Passage, text: str) -> Iterator[Problem]:
    whole, rights = _slips()
    for found in whole.finditer(text):
        right = rights[(found.lastindex or 1) - 1]
        message = f"“{found[0]}”像是错字，应为“{right}”。"
        yield passage.problem(found.span(), message, rewording(passage.section, found.span(), right))


@lru_cache(maxsize=1)
def _slips() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """All misspellings as one pattern, a group each, and what each should be."""
    entries = json.loads(read_text("words/slips.json"))["slips"]
    whole = "|".join(f"({entry['pattern']})" for entry in entries)
    return re.compile(whole, re.MULTILINE), tuple(entry["right"] for entry in entries)
