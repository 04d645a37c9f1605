"""What a check looks for only where it can begin is found as if it were looked for everywhere."""

import re

import pytest

from model.checks.rules import originality, plan_years, preamble, source, wording
from model.language.patterns import found_from
from tests.mutation import plants_clerks, traps
from tests.prose.test_beginnings import TEXTS, strings

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


WORDS = [words for module in (plants_clerks, traps) for group in vars(module).values() for words in strings(group)]


@pytest.mark.parametrize(
    ("begins", "expression", "least"),
    [
        (wording._NAME_BEGINS, wording._WRONG_NAME, 9),
        (preamble._LETTER_BEGINS, preamble._LETTER_WITHIN, 8),
        (source._LEFT_OVER_BEGINS, source._LEFT_OVER, 8),
        (plan_years._LATER_BEGINS, plan_years._LATER, 4),
        (*originality.outdated_expressions(2025), 45),
        (*originality.outdated_expressions(2021), 35),
    ],
    ids=["names", "letters", "left over", "later years", "outdated in 2025", "outdated in 2021"],
)
def test_nothing_is_missed(begins: re.Pattern[str], expression: re.Pattern[str], least: int) -> None:
    for words in (NAMES, *TEXTS, *WORDS):
        everywhere = [each.span() for each in expression.finditer(words)]
        assert [each.span() for each in found_from(begins, expression, words)] == everywhere
    assert len(expression.findall(NAMES)) >= least
