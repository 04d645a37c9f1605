"""Texts that lack what an expression needs are not searched, none is tried where it cannot begin; nothing is missed."""

import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.drafts import draft
from model.language import patterns
from model.language.characters import exchanged
from model.language.required import required
from model.language.searches import SEARCHES
from model.report.report import TEXT_IDS
from tests.checks.correct import BUREAU, COUNTY, TOWNSHIP
from tests.model.linear_patterns import every_pattern

ROOT = Path(__file__).parents[2]
NAMES = (
    "新修订的《条例》、最新修订《条例》、刚刚修订的《政府信息公开条例》、修订后的《条例》、新版《条例》、最近修订的《条例》。"
    "市工商行政管理局、质量技术监督局、食品药品监督管理局、安全生产监督管理局、卫生和计划生育委、国土资源局、环境保护厅。"
    "国税局、地税局、质监局、工商局、安监局、食药监局、卫计委、国土局、环保局。法制办、物价局、市旅游局、粮食局。"
    "经济和贸易委员会、经贸委、经委、发展计划委员会、计划委员会、计划生育委员会、计生办、人口和计划生育局。"
    "市人事局、劳动和社会保障局、县劳动局、县农业局、县卫生局、县监察局、城乡规划局、新闻出版广电局、文化广电新闻出版局、"
    "广播电影电视局、出入境检验检疫局、国土资源所、公安消防大队、林业公安、扶贫办、乡村振兴局、银保监分局、新冠肺炎。"
    "政府信息年度报告、政府信息公开年度工作报告、信息公开工作年度报告、信息公开处理费、信息处置费、政务公开条例、"
    "《信息公开条例》、《国务院政府信息公开条例》、政府信息公开信息处理费管理条例。"
    "现将工作情况报送如下。呈报如下。敬请审阅。特此报告。妥否，请批示。现予上报。附审稿说明。（送审稿）。如有不妥，请批评指正。此致。"
    "[bookmark: _Toc1]错误！未找到引用源。Error! Reference source not found. {HYPERLINK x}_Toc123456789 &nbsp; <br>"
    "<!-- a -->[if x]结转至2025年，顺延到2025年度，2025年继续办理，结转2025年办理，2件申请已结转2025年。"
    "\\* MERGEFORMAT【批注：改】（批注1）PAGE \\* MERGEFORMAT。"
)
SIGNS = "{{a.b}}《条例》〔2021〕30号(2021)3号，1,234件，１，２３４件 \u3000\u00a0\u200b\ufeff\t\u2003\u2009件"
TEXTS = [
    NAMES,
    SIGNS,
    *(report.text[text_id] for report in (BUREAU, TOWNSHIP, COUNTY) for text_id in TEXT_IDS),
    draft.load(ROOT / "tests/data/seed.nianbao").report.text.overview,
    *((ROOT / name).read_text("utf-8") for name in ("docs/checks.md", "resources/manual/使用说明.md")),
]
"""Whole texts; the names and the lists of checks and of wordings hold words that few reports have."""


def sets(expression: str, flags: int = 0) -> list[set[str]]:
    parsed = import_module("re._parser").parse(expression, flags)
    return [set(words) for words in required(parsed, flags)]


@pytest.mark.parametrize(
    ("expression", "needed"),
    [
        ("[合总]计|一共", [{"合计", "总计", "一共"}]),
        ("(?:收到|受理)(?P<n>[0-9]+)件", [{"收到", "受理"}, {"件"}]),
        ("(?<=第)[^条]{1,9}条例?", [{"第"}, {"条"}]),
        ("(?:不|没有)?收费", [{"收费"}]),
        ("(?:邮箱|E-?mail)[：:]", [{"邮箱:", "邮箱：", "Email:", "Email：", "E-mail:", "E-mail："}]),
        ("(?!没)有(?<!没有)", [{"有"}]),
        ("公开(?:信息)+", [{"公开"}, {"信息"}]),
        ("收到|[0-9]+件|", []),
        ("件*", []),
        ("(?i:email)", []),
        (r"(?P<one>.)(?P=one)", []),
    ],
)
def test_what_must_stand_in_a_text(expression: str, needed: list[set[str]]) -> None:
    assert sorted(sets(expression), key=sorted) == sorted(needed, key=sorted)


def test_upper_and_lower_case_are_not_told_apart_where_the_expression_does_not() -> None:
    assert sets("email", re.IGNORECASE) == []


@cache
def every() -> list[patterns._Lazy]:
    """The expressions of all modules."""
    every_pattern()
    return list(patterns._PATTERNS)


@pytest.mark.parametrize("method", ["search", "finditer", "findall"])
def test_every_expression_finds_all_that_it_finds_without_looking_first(method: str) -> None:
    for lazy in every():
        plain = re.compile(lazy._expression, lazy._flags)
        for text in TEXTS:
            told, found = getattr(lazy, method)(text), getattr(plain, method)(text)
            if method == "finditer":
                assert [match.span() for match in told] == [match.span() for match in found], lazy
            else:
                assert str(told) == str(found), lazy


@settings(suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_an_expression_matches_is_found(data: st.DataObject) -> None:
    lazy = data.draw(st.sampled_from(every()))
    plain = re.compile(lazy._expression, lazy._flags)
    text = data.draw(st.from_regex(plain))
    for each in (text, f"{'无。' * 200}{text}"):
        told, found = lazy.search(each), plain.search(each)
        assert (told and told.regs) == (found and found.regs)


def test_a_part_of_a_text_is_searched_as_it_is() -> None:
    lazy = patterns.pattern("(?<=第)一条")
    assert lazy.search("第一条第二条", 3) is None
    assert lazy.search("甲第一条", 2)
    assert lazy.sub("", "第一条，无", 1) == "第，无"
    assert lazy.sub("", "第二条，无") == "第二条，无"
    patterns._PATTERNS.pop()


def test_the_methods_that_look_first_are_those_of_a_whole_text() -> None:
    assert set(SEARCHES) == {"search", "finditer", "findall", "sub"}


@given(st.text("０１２ab：—（〔一", max_size=400))
def test_characters_are_exchanged_as_translating_does(text: str) -> None:
    table = {"０": "0", "１": "1", "：": ":", "—": "-", "（": "(", "〔": "("}
    for each in (text, text * 30):
        assert exchanged(each, table) == each.translate({ord(sign): put for sign, put in table.items()})
