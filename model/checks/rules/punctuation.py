"""F-01: punctuation that is doubled, mixed, without its partner, missing at the end, and blanks in the wrong place."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from model.checks.fix import Fix, Replacement
from model.checks.parts import WORDS
from model.checks.passages import Passage, advisable, passages
from model.checks.reasons import WORDING
from model.checks.registry import Context, Problem, check
from model.checks.rules.brackets import brackets
from model.checks.rules.placeholders import unfilled_spans
from model.language.excerpt import excerpt
from model.language.patterns import pattern
from model.report.report import Report
from model.structs import Struct, replace

_HAN = "一-鿿"
_BLANK = "[ \t\u00a0\u2002-\u200b\u3000]"
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_DOUBLED = pattern(rf"[，。；：、,;](?:{_BLANK}*[，。；：、,;])+")
_HALF = pattern(rf"{_BLANK}?(?P<mark>[,;:?!.]){_BLANK}?")
_BEFORE_HALF = pattern(rf"[{_HAN}）》”〉]$")
_BEHIND_HALF = pattern(rf"[{_HAN}（《“〈]|$", re.MULTILINE)
_STRAIGHT = pattern(rf'"(?=[^"\n]{{0,59}}[{_HAN}])([^"\n]{{1,60}})"')
_FIGURE = "[0-9０-９][0-9０-９.,]{0,80}"
_UNIT = (
    "[年月日号时点分条件篇份次个项期场例宗起处名人家户元万亿千百余多米部张幅座套批类级天周位倍本册站栋间辆台块卷轮只页％%]"
    ""
)
_BLANKS = pattern(f"{_BLANK}+")
_BLANK_BEFORE = pattern(rf"{_FIGURE}{_BLANK}*{_UNIT}")
_BLANK_BEHIND = pattern(_UNIT)
_STOP = pattern("[，。；：、！？]")
_LABEL = pattern(r"(?:电话|传真|邮编|编码|热线|手机|地址|号码|附件|附表|图|表)$")
_FOREIGN = pattern(r"[A-Za-z][ -]?[0-9.]*$")
_NUMBERING = pattern(r"(?:^|\n)\s*[0-9０-９.]{0,3}$")
_EMPTY = pattern(r"（）|\((?<![A-Za-z0-9_]\()\)|“”")
_YEAR_IN_BRACKETS = pattern(r"[〔\[【（(［]\s*(?:19|20)[0-9]{2}\s*[〕\]】）)］]")
_LOOK_BACK = 12
_NUMBERS = 4
_DOUBLED_MARKS = "标点重复或混用，请只留一个"
_HALF_MARK = "有半角标点，请改成全角"
_STRAIGHT_QUOTES = "的引号请改成“”"
_BLANK_WITHIN = "多了空格，请删去"
_NOTHING_WITHIN = "的括号或引号里是空的，请填上或删去"
_NO_END = "这一段的末尾没有句号，请补上"
_COMMA_AT_END = "这一段的末尾是逗号或顿号，请写完或改成句号"
_POINT_WITHIN = "中间的“.”多余或应是别的标点，请改正"
_BY_SECTION = (_BLANK_WITHIN, _NO_END)
_NO_PARTNER = "的括号或引号不配对，请补上或删去另一半"


class _Slip(Struct, frozen=True):
    """One slip: its place, what is wrong and to be done, and what to put in which place where that is certain."""

    start: int
    end: int
    wrong: str
    cures: tuple[tuple[int, int, str], ...] = ()


@check("F-01", "hint", "practice", reads=WORDS, group="标点", one_cure=True, reasons=WORDING)
def punctuation(report: Report, _context: Context) -> Iterator[Problem]:
    """标点：“。。”“，，”连用，汉字之间的半角标点，括号、引号不配对，空括号，数字与单位间、字词中间的空格，段末逗号或没有标点。

    数字与单位间、字词中间的空格多是习惯，一个部分一条；其他的一段一条。
    引文、书名号内的名称、政治表述、网址、邮箱不查；千分位、时间、小数、“1）”这样的序号不算。
    """
    for passage in passages(report):
        if passage.section != "title":
            slips = _slips(passage.words)
            for wrong in _BY_SECTION:
                if alike := tuple(slip for slip in slips if slip.wrong == wrong):
                    yield _problem(passage, alike)
            others = (slip for slip in slips if slip.wrong not in _BY_SECTION)
            for _, some in groupby(others, key=lambda slip: passage.paragraph(slip.start)):
                yield _problem(passage, tuple(some))


def _problem(passage: Passage, slips: tuple[_Slip, ...]) -> Problem:
    words, first = passage.words, slips[0]
    more = f"；{_others(passage, slips)}共{len(slips)}处" if len(slips) > 1 else ""
    message = f"{passage.where(first.start)}“{excerpt(words, first.start, first.end)}”{first.wrong}{more}。"
    cures = tuple(Replacement(passage.section, (a, b), new) for slip in slips for a, b, new in slip.cures)
    fix = Fix(f"改正这{len(slips)}处标点" if more else "改正标点", cures) if cures else None
    state = "\n".join(excerpt(words, slip.start, slip.end) for slip in slips[1:])
    around = 1 if first.wrong == _BLANK_WITHIN else 0
    return replace(passage.problem((first.start - around, first.end + around), message, fix), state=state)


def _others(passage: Passage, slips: tuple[_Slip, ...]) -> str:
    """Where several slips are: in one paragraph, or in which."""
    numbers = list(dict.fromkeys(passage.paragraph(slip.start) for slip in slips))
    if passage.note_of or len(numbers) == 1:
        return "这里" if passage.note_of else "这一段"
    shown = "、".join(map(str, numbers[:_NUMBERS]))
    return f"第{shown}{'等' if len(numbers) > _NUMBERS else ''}段"


@lru_cache(maxsize=16)
def _slips(words: str) -> tuple[_Slip, ...]:
    """The slips of a text in order; of two that overlap only the first counts. A text read before takes no time."""
    text = advisable(words)
    found = [*_doubled(text), *_half(text), *_straight(text), *_spaced(text), *_empty(text), *_unpaired(text)]
    found += [*_apart(text), *_points(text), *_unended(text)]
    kept, end = list[_Slip](), -1
    for slip in sorted(found, key=lambda slip: (slip.start, -slip.end)):
        if slip.start >= end:
            kept.append(slip)
            end = slip.end
    return tuple(kept)


def _doubled(text: str) -> Iterator[_Slip]:
    for run in _DOUBLED.finditer(text):
        marks = [_WIDE.get(mark, mark) for mark in run[0] if not mark.isspace() and mark != "\u200b"]
        if run[0][0] in _WIDE and not _BEFORE_HALF.search(text, max(0, run.start() - 1), run.start()):
            continue
        certain = len(set(marks)) == 1 or marks[-1] == "。"
        yield _Slip(*run.span(), _DOUBLED_MARKS, ((*run.span(), marks[-1]),) if certain else ())


def _half(text: str) -> Iterator[_Slip]:
    """Narrow marks behind Chinese, and commas between a figure and Chinese; a full stop only at the very end."""
    for found in _HALF.finditer(text):
        start, end, mark = found.start(), found.end(), found["mark"]
        before, behind = text[max(0, start - 1) : start], text[end : end + 1]
        if _BEFORE_HALF.search(before):
            wrong = (
                _ends_sentence(before, behind)
                if mark == "."
                else bool(_BEHIND_HALF.match(behind)) or _is_figure(behind)
            )
        else:
            wrong = (
                mark in ",;"
                and (_is_figure(before) or before in ("%", "％"))
                and bool(_BEHIND_HALF.match(behind or "a"))
            )
        if wrong:
            yield _Slip(start, end, _HALF_MARK, ((start, end, _WIDE[mark]),))


def _ends_sentence(before: str, behind: str) -> bool:
    """Whether a point stands at the end of a paragraph, and not behind the number of an item."""
    return behind in ("", "\n") and before not in "一二三四五六七八九十"


def _is_figure(character: str) -> bool:
    return character != "" and character in "0123456789０１２３４５６７８９"


def _straight(text: str) -> Iterator[_Slip]:
    for found in _STRAIGHT.finditer(text):
        start, end = found.span()
        yield _Slip(start, end, _STRAIGHT_QUOTES, ((start, start + 1, "“"), (end - 1, end, "”")))


def _spaced(text: str) -> Iterator[_Slip]:
    for blanks in _BLANKS.finditer(text):
        start, end = blanks.span()
        if start and _is_slip(text, start, end):
            yield _Slip(start, end, _BLANK_WITHIN, ((start, end, ""),))


def _is_slip(text: str, start: int, end: int) -> bool:
    """Whether blanks part a word from its figure, a figure from its unit, or a sentence from its stop."""
    last, before = text[start - 1], max(0, start - _LOOK_BACK)
    chinese = bool(_BEFORE_HALF.match(last))
    if _STOP.match(text, end):
        return chinese or _is_figure(last)
    if _is_figure(last):
        numbered = _NUMBERING.search(text, before, start) or _FOREIGN.search(text, before, start)
        return bool(_BLANK_BEHIND.match(text, end)) and not numbered
    return chinese and bool(_BLANK_BEFORE.match(text, end)) and not _LABEL.search(text, before, start)


def _empty(text: str) -> Iterator[_Slip]:
    return (_Slip(*found.span(), _NOTHING_WITHIN) for found in _EMPTY.finditer(text))


def _unpaired(text: str) -> Iterator[_Slip]:
    """Brackets without a partner, and pairs of which one half is wide and the other narrow; 《》 are H-09's."""
    plain = _YEAR_IN_BRACKETS.sub(lambda found: "-" * len(found[0]), text)
    found = brackets(plain, "（〔【[“‘")
    for place in found.single:
        yield _Slip(place, place + 1, _NO_PARTNER)
    for start, end in found.pairs:
        if (text[start] == "(") != (text[end] == ")"):
            narrow = start if text[start] == "(" else end
            yield _Slip(narrow, narrow + 1, _HALF_MARK, ((narrow, narrow + 1, "（" if narrow == start else "）"),))


_WITHIN = pattern(f"[ \u00a0\u3000](?<=[{_HAN}].)(?=[{_HAN}])")
_HEADED = pattern(
    r"[ \t\u3000\u00a0]{0,12}"
    r"(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|第[一二三四五六七八九十]|[一二三四五六七八九十]是)"
)
_HEADING = 24
_LABELLED = pattern("地址|邮编|电话|邮箱|传真|联系人|网址|姓名|附件")
_SENTENCE_LIKE = pattern("[，。；]")
_SPACED_OUT = 3
"""With so many blanks in one line it is a list, or set so on purpose."""


def _apart(text: str) -> Iterator[_Slip]:
    """Single blanks between two characters of a sentence: not behind a heading, among labels, or where to fill in."""
    for start, line in _lines(text):
        found = list(_WITHIN.finditer(line))
        if not found or len(found) > _SPACED_OUT or _LABELLED.search(line) or not _SENTENCE_LIKE.search(line):
            continue
        least = _HEADING if _HEADED.match(line) else 0
        unfilled = list(unfilled_spans(line))
        for blank in found:
            if blank.start() >= least and not any(begin <= blank.start() < end for begin, end in unfilled):
                at = start + blank.start()
                yield _Slip(at, at + 1, _BLANK_WITHIN, ((at, at + 1, ""),))


_POINTS = pattern(f"[.．](?<=[{_HAN}].)(?<![一二三四五六七八九十].)(?=[{_HAN}])")


def _points(text: str) -> Iterator[_Slip]:
    """A point between two characters, as in 0条.内容."""
    return (_Slip(*found.span(), _POINT_WITHIN) for found in _POINTS.finditer(text))


_LEAST_SENTENCE, _LONGEST_HEADING = 20, 40


def _unended(text: str) -> Iterator[_Slip]:
    """Paragraphs that end in a comma, or those of a sentence that end in no mark at all."""
    for start, line in _lines(text):
        kept = line.rstrip()
        end = start + len(kept)
        if kept[-1:] in ("，", "、", ",") and len(kept) > 1:
            yield _Slip(end - 1, end, _COMMA_AT_END)
        elif kept and _is_sentence(kept):
            yield _Slip(end - 1, end, _NO_END, ((end, end, "。"),))


def _is_sentence(line: str) -> bool:
    """Whether a line without a mark at its end should have one; a heading and a line of labels should not."""
    if not (_BEFORE_HALF.search(line) or _is_figure(line[-1])) or line[-1] in "）》”〉" or _LABELLED.search(line):
        return False
    marks = _SENTENCE_LIKE.search(line)
    heading = bool(_HEADED.match(line)) and "。" not in line and len(line) <= _LONGEST_HEADING
    return bool(marks) and len(line) >= _LEAST_SENTENCE and not heading


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text, each with where it begins."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1
