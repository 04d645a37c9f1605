"""Texts without a figure of their own, and words that were right some years ago."""

import pytest

from model.structs import replace
from tests.checks.correct import BUREAU, TOWNSHIP, codes, quotes

GENERAL = (
    "各级政府部门通过政府网站、政务新媒体等渠道积极主动公开信息，及时公布法律法规、政策文件及解读材料，方便公众了解政策导向。"
    "不断规范依申请公开流程，建立健全登记、审核、办理、答复等环节的制度，多数部门能在法定时限内答复。加强信息管理和平台建设，"
    "强化监督保障，完善考核机制，定期开展业务培训，不断提升信息公开工作的水平。"
)


def test_a_text_without_any_figure_is_general() -> None:
    assert "Y-06" in codes(BUREAU.with_text("overview", GENERAL))
    assert "Y-06" in codes(BUREAU.with_text("overview", f"2024年，{GENERAL}一是加强领导，二是落实《条例》第十九条。"))


@pytest.mark.parametrize(
    "words",
    [
        "发布信息12条。",
        "发布信息{{applications.received.total}}条。",
        "组织培训两次。",
        "公开率达96.5%。",
        "全年县水务局未收到申请。",
    ],
)
def test_a_figure_or_a_none_of_its_own_is_enough(words: str) -> None:
    assert "Y-06" not in codes(BUREAU.with_text("overview", GENERAL + words))


def test_a_short_text_is_not_judged() -> None:
    assert "Y-06" not in codes(BUREAU.with_text("overview", GENERAL[:90]))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("学习新修订的《政府信息公开条例》。", ["新修订的《政府信息公开条例》"]),
        ("落实新修订《条例》。", ["新修订《条例》"]),
        ("会同县国土资源局、县环保局公开信息。", ["国土资源局", "环保局"]),
        ("由县扶贫办公开，县扶贫办公室负责。", ["扶贫办"]),
        ("公开新冠肺炎疫情防控信息。", ["新冠肺炎"]),
    ],
)
def test_words_of_earlier_years_are_a_hint(words: str, found: list[str]) -> None:
    assert quotes(TOWNSHIP.with_text("problems", TOWNSHIP.text.problems + words), "Y-07") == found


@pytest.mark.parametrize(
    "words",
    [
        "学习新修订的《中华人民共和国行政复议法》和《条例》。",
        "落实《中华人民共和国政府信息公开条例》。",
        "执行《国土资源局档案管理办法》，使用“环保局”旧章。",
        "公开自然资源局、生态环境局、市场监管局、税务局的信息。",
        "环境保护工作、工商联、国土空间规划、安监员。",
        "县乡村振兴局公开信息。",
    ],
)
def test_words_of_today_are_left_alone(words: str) -> None:
    assert quotes(TOWNSHIP.with_text("problems", TOWNSHIP.text.problems + words), "Y-07") == []


def test_what_is_outdated_depends_on_the_year() -> None:
    report = TOWNSHIP.with_text("problems", TOWNSHIP.text.problems + "县乡村振兴局公开信息，新冠肺炎疫情平稳。")
    assert quotes(replace(report, year=2022), "Y-07") == []
    assert quotes(replace(report, year=2025), "Y-07") == ["乡村振兴局", "新冠肺炎"]
