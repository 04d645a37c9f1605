"""Subheadings of a text with nothing behind them, or with a word that stands for nothing, such as 略."""

import re
from collections.abc import Iterator
from itertools import pairwise

from model.language.numerals import count_of
from model.language.patterns import pattern
from model.language.sentences import Span

_BLANKS = "[ \t\\u3000]{0,12}"
_NUMBER = "[一二三四五六七八九十]{1,2}|[0-9]{1,2}"
_LINE = pattern(
    f"^{_BLANKS}(?P<open>[（(]?)(?P<number>{_NUMBER})(?P<close>[）)]|[、.．])(?P<name>[^，。；：:\n]{{2,24}})[。：:]?(?P<body>[^\n]*)",
    re.MULTILINE,
)
_OF_ASPECT = pattern("^(?:[^，。；0-9]{0,8})(?:主动公开|依申请公开|信息管理|平台|监督|保障)(?:[^，。；0-9]{0,8})$")
_NOTHING = pattern(
    f"(?:^|(?<=[。：:\n])){_BLANKS}(?P<said>[（(]?(?:从略|暂略|略|暂缺|(?:有关|具体|详细|此部分|本部分)?(?:内容|情况)?(?:同(?:上年?|去年|上年度|往年|前)(?:报告|一致|相同)?|从略|暂缺|暂无|见上年(?:报告)?|参照上年|与(?:上年|去年|往年)(?:相同|一致)))[）)]?)(?=[。；\n]|$)"
)


def bare_headings(text: str) -> Iterator[tuple[Span, str]]:
    """The places of the aspects' subheadings without content, each with the words that tell of it."""
    for found in _NOTHING.finditer(text):
        yield found.span("said"), f"“{found['said']}”不是内容"
    for line, behind in pairwise((*_LINE.finditer(text), None)):
        if line is None or line["body"].strip() or not _OF_ASPECT.search(line["name"]):
            continue
        until = behind.start() if behind else len(text)
        if not text[line.end() : until].strip() and (behind is None or _follows(line, behind)):
            yield line.span("name"), f"“{line['name'].strip()}”下面没有内容"


def _follows(line: re.Match[str], behind: re.Match[str]) -> bool:
    """Whether two subheadings are numbered in one way, one after the other."""
    alike = (line["open"], line["close"]) == (behind["open"], behind["close"])
    return alike and count_of(behind["number"]) == count_of(line["number"]) + 1
