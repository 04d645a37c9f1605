"""The check on what the preamble says of the report's parts."""

import re
from collections.abc import Iterator

from model.checks.reasons import CONTENTS
from model.checks.registry import Context, Problem, check, in_text
from model.form.form import Form
from model.language.numerals import count_of
from model.language.patterns import pattern
from model.language.sentences import Span, spans
from model.language.squeezed import Squeezed, squeezed
from model.report.report import Report, TextId

_LATER: tuple[TextId, ...] = ("overview", "problems", "other_matters")
_COUNT = pattern(r"(?<![的第十])(?P<n>[一二三四五六七八九十两]|[0-9]{1,2})个?(?:大)?(?:部分|方面|章节?)(?!人|工作)")
_OF_THIS_REPORT = pattern(
    r"(?:本(?:年度)?(?:报告|年报)|(?:报告|年报)全文|本份报告)(?:内容|全文|正文)?(?:共|主要)?(?:由|分为?|分成|包括|包含|涵盖|含|设|有|共)"
    r"(?:[^。；\n]{0,80}?[等、，：])?(?P<n>[一二三四五六七八九十两]|[0-9]{1,2})个?(?:大)?(?:部分|章节?)(?![人工，]?[其中])"
)
"""What a later text says of the report itself: 本报告由总体情况等五个部分组成."""
_CONTEXT = pattern(r"报告|全文|内容|总体情况|分为|包括|包含|组成|涵盖|由")
_NAMED_NEXT = pattern("(?:依次|分别)?(?:为|是|包括)[：:“]?总体情况")
"""Behind the number: the parts, as in 五个部分依次为总体情况…."""
_KEYS = ("总体情况", "主动公开", r"申请(?!行政)", "复议", "问题", "其[他它]")
"""What each of the six names has that the others have not; 被申请行政复议 is no name of the third."""
_NAMED_AT_LEAST = 3


@check(
    "S-05",
    "warning",
    "practice",
    reads=("preamble", *_LATER),
    reasons=CONTENTS,
    aspect="format",
)
def parts_counted_otherwise(report: Report, _context: Context) -> Iterator[Problem]:
    """引言（或者后面的“本报告由…组成”）写的部分数是 6；引言逐一列出名称的（不带“等”）六项都要列出。"""
    preamble = report.text.preamble
    reading = squeezed(preamble)
    for sentence in spans(reading.text, "sentence"):
        problem = _miscounted(reading, sentence, preamble) or _incomplete(reading, sentence, report)
        if problem:
            yield problem
    for section in _LATER:
        yield from _told_further_on(section, report.text[section])


def _told_further_on(section: TextId, words: str) -> Iterator[Problem]:
    """The number of the report's own parts where a later text tells of it."""
    for found in _OF_THIS_REPORT.finditer(words) if "部分" in words or "章" in words else ():
        if count_of(found["n"]) != len(_KEYS):
            span = found.start("n"), found.end()
            yield in_text(section, span, words, f"这里写“{words[slice(*span)]}”，报告是{len(_KEYS)}部分，请改正。")


def _miscounted(reading: Squeezed, sentence: Span, preamble: str) -> Problem | None:
    found = _COUNT.search(reading.text, *sentence)
    if not found or count_of(found["n"]) == len(_KEYS):
        return None
    if not (_CONTEXT.search(reading.text, sentence[0], found.start()) or _NAMED_NEXT.match(reading.text, found.end())):
        return None
    span = reading.span(*found.span())
    return in_text("preamble", span, preamble, f"引言写“{found[0]}”，正文是{len(_KEYS)}部分，请改正。")


def _incomplete(reading: Squeezed, sentence: Span, report: Report) -> Problem | None:
    """A sentence that lists the parts by name and leaves one out."""
    words = reading.text[slice(*sentence)]
    places = [re.search(key, words) for key in _KEYS]
    named = [place for place in places if place]
    if not places[0] or not _NAMED_AT_LEAST <= len(named) < len(_KEYS) or "等" in words or "…" in words:
        return None
    missing = "、".join(_name(report.form, key) for key, place in zip(_KEYS, places, strict=True) if not place)
    start, end = min(place.start() for place in named), max(place.end() for place in named)
    span = reading.span(sentence[0] + start, sentence[0] + end)
    message = f"引言写“{len(named)}部分”，正文是{len(_KEYS)}部分，没有列出“{missing}”。"
    return in_text("preamble", span, report.text.preamble, message)


def _name(form: Form, key: str) -> str:
    """The name of the part that a key tells from the others, as the form has it."""
    names = (section.heading.partition("、")[2] for section in form.sections)
    return next((name for name in names if re.search(key, name)), key)
