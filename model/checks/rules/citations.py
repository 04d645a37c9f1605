"""H-09: how documents are cited: their numbers, the short name of the regulations, the marks of their names."""

import sys
from collections.abc import Iterator

from model.checks.fix import Fix, Replacement
from model.checks.parts import WORDS
from model.checks.passages import Passage, passages
from model.checks.reasons import LOCAL_NOTICE
from model.checks.registry import Context, Problem, check, rewording
from model.checks.rules.brackets import brackets
from model.language.patterns import pattern
from model.report.report import Report

_NUMBER = pattern(
    r"(?P<year>[〔\[【（(［〖{]\s?(?P<figures>(?:19|20)[0-9]{2})\s?[〕\]】）)］〗}])(?=\s?第?[0-9]{1,4}\s?号)"
)
_NO_BRACKETS = pattern(
    r"(?<=[办厅政府委]函|[办政府委厅]发)(?P<year>20[0-9]{2})[ \u3000年]?第?(?=[ \u3000]?[0-9]{1,4}号)"
)
"""The year of a document's number without any: 国办公开办函2021 30号."""
_DEFINED = pattern(r"(?:简称|以下称)(?:为)?[：:]?\s?[“《]?(?P<name>[^”》）)，。；\s]{2,20})[”》]?\s?[）)]")
_EMPTY = pattern(r"《[ \u3000]{0,4}》|〈[ \u3000]{0,4}〉|<[ \u3000]{0,4}>|＜[ \u3000]{0,4}＞")
_PLAIN_MARKS = pattern(
    r"(?<=《)[<＜][一-鿿][^<>＜＞《》\n]{1,60}[>＞]|[<＜][一-鿿][^<>＜＞《》\n]{1,60}[>＞](?=[^《》\n]{0,20}》)"
    r"|(?<=[》〉一-鿿])[>＞](?=[，。；、的等》])|(?<=[，。；、《])[<＜](?=[《〈一-鿿][^>＞\n]{0,60}(?:$|[。\n]))"
)
_NAME_ENDS = "法|条例|办法|规定|通知|意见|方案|要点|细则|规范|制度|标准|指南|目录|决定|规则|纲要|规划|计划"
_OTHER_MARKS = pattern(
    rf"<<(?P<a>[一-鿿][^<>＜＞《》\n]{{2,60}})>>|«(?P<b>[一-鿿][^«»《》\n]{{2,60}})»"
    rf"|[<＜](?P<c>[一-鿿][^<>＜＞《》\n]{{2,60}}(?:{_NAME_ENDS}))[>＞](?![^《》\n]{{0,20}}》)"
    rf"|〈(?P<d>条例|[一-鿿][^〈〉《》\n]{{2,60}}(?:{_NAME_ENDS}))〉(?![^《》\n]{{0,20}}》)"
    r"|“(?P<e>中华人民共和国[^“”《》\n]{2,30}(?:法|条例)|[一-鿿]{4,40}(?:管理办法|实施细则|实施办法|暂行办法|暂行规定|管理规定|实施方案|管护办法))”"
)
"""The name of a document between marks that are not those of a name."""
_OLD = "2019"


@check("H-09", "hint", "practice", reads=WORDS, group="文号的括号", reasons=LOCAL_NOTICE)
def citation(report: Report, _context: Context) -> Iterator[Problem]:
    """引用文件：文号用六角括号〔〕；同一简称只定义一次；书名号配对，书名号里的书名号用〈〉，不用 <>，里面不能空。

    文件名不用 <>、引号代替书名号。
    """
    defined = set[str]()
    for passage in passages(report):
        if passage.section != "title":
            yield from _numbers(passage, report.form.issued_as)
            yield from _without_brackets(passage)
            yield from _defined_again(passage, defined)
            yield from _book_marks(passage)


def _numbers(passage: Passage, basis: str) -> Iterator[Problem]:
    """Numbers of documents, which follow a word, with other brackets; what H-07 has a newer document for is its own."""
    for found in _NUMBER.finditer(passage.words):
        year, span = "".join(found["year"].split()), found.span("year")
        right = f"〔{found['figures']}〕"
        before = passage.words[max(0, span[0] - 2) : span[0]].strip()[-1:]
        old_form = passage.section == "preamble" and found["figures"] == _OLD
        if "一" <= before <= "鿿" and year != right and not old_form:
            message = f"文号请用六角括号，如“{basis.removeprefix('国办公开办函')}”。"
            yield passage.problem(span, message, rewording(passage.section, span, right))


def _without_brackets(passage: Passage) -> Iterator[Problem]:
    for found in _NO_BRACKETS.finditer(passage.words):
        if passage.section == "preamble" and found["year"] == _OLD:
            continue
        right, span = f"〔{found['year']}〕", found.span()
        message = f"文号的年份要用六角括号，写“{right}”。"
        yield passage.problem(span, message, rewording(passage.section, span, right))


def _defined_again(passage: Passage, defined: set[str]) -> Iterator[Problem]:
    for found in _DEFINED.finditer(passage.words):
        name = found["name"]
        if name in defined:
            yield passage.problem(found.span(), f"简称“{name}”前面已经定义过，这里不必再写。")
        defined.add(name)


def _book_marks(passage: Passage) -> Iterator[Problem]:
    found = brackets(passage.words, "《〈")
    for place in found.single:
        yield passage.problem((place, place + 1), f"{passage.where(place)}的书名号“{passage.words[place]}”不配对。")
    for mark in _EMPTY.finditer(passage.words):
        yield passage.problem(mark.span(), f"{passage.where(mark.start())}的“{mark[0]}”里没有名称，请填上或删去。")
    for mark in _PLAIN_MARKS.finditer(passage.words) if "<" in passage.words or "＜" in passage.words else ():
        yield _plain(passage, mark.start(), mark.end(), mark[0])
    for mark in _OTHER_MARKS.finditer(passage.words):
        name = mark[mark.lastgroup or 0]
        message = f"{passage.where(mark.start())}的“{mark[0].strip('“”')}”应当用书名号，请改用《》。"
        yield passage.problem(mark.span(), message, rewording(passage.section, mark.span(), f"《{name}》"))
    for start, end in _inner(found.pairs):
        if passage.words[start] == "《":
            yield _nested(passage, start, end)


def _plain(passage: Passage, start: int, end: int, shown: str) -> Problem:
    """Signs of comparison for book marks, or one that is left over."""
    if len(shown) == 1:
        message = f"{passage.where(start)}的“{shown}”像是多余的，或应是书名号，请核对。"
        return passage.problem((start, end), message)
    marks = (Replacement(passage.section, (start, start + 1), "〈"), Replacement(passage.section, (end - 1, end), "〉"))
    message = f"{passage.where(start)}的“{shown}”应当用书名号，请改用〈〉。"
    return passage.problem((start, end), message, Fix("改用〈〉", marks))


def _nested(passage: Passage, start: int, end: int) -> Problem:
    marks = (Replacement(passage.section, (start, start + 1), "〈"), Replacement(passage.section, (end, end + 1), "〉"))
    message = f"{passage.where(start)}书名号里的书名号请用〈〉。"
    return passage.problem((start, end + 1), message, Fix("改用〈〉", marks))


def _inner(pairs: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """The pairs inside another one; as they are in the order of their ends, only later ones can be around them."""
    inner, earliest = list[tuple[int, int]](), sys.maxsize
    for pair in reversed(pairs):
        if earliest < pair[0]:
            inner.append(pair)
        earliest = min(earliest, pair[0])
    return inner[::-1]
