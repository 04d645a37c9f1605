"""The headings of the six parts, however they are numbered and worded, among headings of the second level like them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal

from importers.recognition.texts.lines import Line
from model.form.form import Form
from model.language.numerals import number as number_of
from model.language.patterns import pattern
from model.language.squeezed import packed
from model.structs import Struct

Style = Literal["chinese", "arabic", "part", "bracket", "plain"]

_LONGEST = 40
_OTHER_LONGEST = 30
_NUMERAL = "一二三四五六七八九十"
_NUMBERS: Mapping[Style, re.Pattern[str]] = {
    "part": pattern(rf"第([{_NUMERAL}]{{1,2}})部分[、：:，.]?"),
    "bracket": pattern(rf"\(([{_NUMERAL}]{{1,2}})\)[、.]?"),
    "chinese": pattern(rf"([{_NUMERAL}]{{1,2}})[、.．：:，]"),
    "arabic": pattern(r"([0-9]{1,2})[、.．：，](?![0-9])"),
}
_WORDS = {
    "disputes": r".{0,26}复议.{0,12}(?:诉讼|应诉).{0,6}",
    "applications": (
        r".{0,8}(?:(?:收到|接收|受理|处理|办理)[和、与及]?(?:处理|办理)?(?:政府)?信息(?:依申请)?公开申请的?(?:处理|办理)?(?:的)?情况"
        r"|依申请公开(?:政府)?(?:信息)?(?:的|办理|处理|工作)*情况|(?:政府)?信息(?:依申请公开|公开申请)(?:的|办理|处理|工作)*情况)"
    ),
    "disclosure": r".{0,10}(?:主动公开(?:政府)?(?:信息)?(?:的|工作)*情况|(?:政府)?信息主动公开(?:的|工作)*情况)",
    "problems": r".{0,16}(?:问题|不足|困难).{0,20}",
    "other_matters": r"(?:[需有]?要?(?:说明|报告)的)?其[他它].{0,12}(?:事项|情况)|需要(?:说明|报告)的(?:其[他它])?事项",
    "overview": r".{0,18}(?:总体(?:工作)?(?:情况|概况)|基本情况|概述|工作概况)",
}
"""How offices word the headings, by the role of the part's table or the id of its text."""
_RUN_IN = pattern(r"[。：:\s]")
_SENTENCE = pattern(r"[。；！？;!?]")
_STYLE_SCORE: Mapping[Style, int] = {"chinese": 6, "arabic": 5, "part": 5, "plain": 3, "bracket": 1}


class Heading(Struct, frozen=True):
    """The heading of one part, or of a further one.

    Attributes:
        section: the id of the part; `other` for one that the form does not have.
        line: its line, as an index.
        printed: its words with the number.
        rest: what follows on the same line, when the heading runs in.
    """

    section: str
    line: int
    printed: str
    rest: str = ""


class _Candidate(Struct, frozen=True):
    heading: Heading
    style: Style
    exact: bool
    score: int
    at_table: bool


def find_headings(lines: Sequence[Line], form: Form) -> tuple[Heading, ...]:
    """The headings of the parts that are there, at most one a part, and of further parts, in the source's order."""
    candidates = list(_candidates(lines, form))
    best: dict[str, _Candidate] = {}
    for found in candidates:
        known = best.get(found.heading.section)
        if known is None or found.score > known.score:
            best[found.heading.section] = found
    styles: Counter[Style] = Counter(found.style for found in best.values())
    usual: Style = max(styles, key=lambda style: styles[style], default="plain")
    chosen = [found.heading for found in best.values() if _belongs(found, usual)]
    chosen.sort(key=lambda heading: heading.line)
    return tuple(sorted((*chosen, *_further(lines, chosen)), key=lambda heading: heading.line))


def style_of(text: str) -> tuple[Style, int, str]:
    """How a line is numbered, its number, and its words behind the number; 0 for a line without one."""
    for style, numbers in _NUMBERS.items():
        if found := numbers.match(text):
            written = number_of(found[1])
            return style, int(written.value) if written else 0, text[found.end() :]
    return "plain", 0, text


@lru_cache(maxsize=2048)
def section_of(words: str, form: Form) -> tuple[str, bool]:
    """The part that a heading's words name, without number; whether they are the form's own; empty for none."""
    for section in form.sections:
        if words == packed(section.heading.partition("、")[2]):
            return section.id, True
    named = next((part for part, shape in _shapes().items() if shape.fullmatch(words)), "")
    table = form.table_as(named)
    return table.id if table else named, False


@cache
def _shapes() -> Mapping[str, re.Pattern[str]]:
    return {part: pattern(words) for part, words in _WORDS.items()}


def is_heading(text: str, form: Form) -> bool:
    """Whether a line can be the heading of a part, and nothing else."""
    return bool(headed(text, form))


def headed(text: str, form: Form) -> str:
    """The part whose heading a line can be, and nothing else; empty for none."""
    found = _heading(0, text, form)
    return found[0].section if found and not found[0].rest else ""


def _candidates(lines: Sequence[Line], form: Form) -> Iterator[_Candidate]:
    tables: dict[str, int] = {line.table: index for index, line in reversed(list(enumerate(lines))) if line.table}
    for index, line in enumerate(lines):
        if line.table or not (found := _heading(index, line.text, form)):
            continue
        heading, style, exact = found
        at_table = _stands_at(lines, index, heading.section, form)
        score = _STYLE_SCORE[style] + 4 * exact + 8 * at_table + (3 if line.level == 1 else 0)
        score += _fits(heading.section, index, tables) - 5 * _next_is_heading(lines, index, heading, form)
        yield _Candidate(heading, style, exact, score, at_table)


def _heading(index: int, text: str, form: Form) -> tuple[Heading, Style, bool] | None:
    """A line as a heading; one whose words go on needs a number and the form's words, or a colon."""
    style, number, _ = style_of(packed(text))
    for end in (len(text), *(found.start() for found in _RUN_IN.finditer(text) if number and style != "bracket")):
        printed, rest = text[:end].rstrip(), text[end:].lstrip(" \t\u3000\xa0。：:")
        if len(packed(printed)) > _LONGEST:
            continue
        words = style_of(packed(printed))[2].rstrip("。：:，.")
        section, exact = section_of(words, form)
        if section and not _SENTENCE.search(words) and (exact or not rest):
            return Heading(section, index, printed, rest), style, exact
    return None


def _stands_at(lines: Sequence[Line], index: int, section: str, form: Form) -> bool:
    """Whether the section's table follows, with at most a few short lines between."""
    for line in lines[index + 1 : index + 4]:
        if line.table and line.table != "other":
            return line.table == section
        if len(line.text) > 60 or (not line.table and _heading(0, line.text, form)):  # noqa: PLR2004 - a caption is shorter
            return False
    return False


def _fits(section: str, index: int, tables: Mapping[str, int]) -> int:
    """Whether a part stands on its side of the tables."""
    known = [place for table, place in tables.items() if table != "other"]
    if not known:
        return 0
    if section == "overview":
        return 3 if index < min(known) else -6
    if section in ("problems", "other_matters"):
        return 3 if index > max(known) else -3
    return 0


def _next_is_heading(lines: Sequence[Line], index: int, heading: Heading, form: Form) -> bool:
    """Whether nothing stands between a heading and the next, as in a table of contents."""
    if heading.rest or index + 1 >= len(lines):
        return False
    after = lines[index + 1]
    return not after.table and (found := _heading(0, after.text, form)) is not None and found[1] != "bracket"


def _belongs(found: _Candidate, usual: Style) -> bool:
    """Whether a heading is of the first level, judged by how the others are numbered."""
    if found.at_table or found.style == usual:
        return True
    if found.style == "bracket":
        return False
    return found.exact or found.style != "plain"


def _further(lines: Sequence[Line], chosen: Sequence[Heading]) -> Iterator[Heading]:
    """Headings that go on with the numbers of the parts but name none of them."""
    ends = [*(heading.line for heading in chosen[1:]), len(lines)]
    for heading, end in zip(chosen, ends, strict=False):
        style, number, _ = style_of(packed(heading.printed))
        limit = style_of(packed(lines[end].text))[1] if end < len(lines) else 0
        for index in range(heading.line + 1, end if style not in ("plain", "bracket") else 0):
            found, value, words = style_of(packed(lines[index].text))
            fits = found == style and value == number + 1 and (not limit or value < limit)
            if fits and len(words) <= _OTHER_LONGEST and not _SENTENCE.search(words):
                number = value
                yield Heading("other", index, lines[index].text)
