"""Punctuation: a finding a paragraph, blanks one a section, cured in one step; quotations, names and figures stay."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.checks.fix import fixed, together
from model.drafts.draft import Draft
from model.session.session import Session
from tests.checks.correct import BUREAU, judged, quotes


def corrected(words: str) -> str | None:
    """The words after the fixes of what is found on punctuation; None where nothing can be fixed."""
    report = BUREAU.with_text("problems", f"{BUREAU.text.problems}\n{words}")
    found = [finding for finding in judged(report) if finding.check == "F-01"]
    assert len(found) <= 2
    if not any(finding.fix for finding in found):
        return None
    after = fixed(report, together(finding.fix for finding in found if finding.fix))
    assert [finding.check for finding in judged(after) if finding.check == "F-01" and finding.fix] == []
    return after.text.problems.splitlines()[-1]


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("组织培训。。", "组织培训。"),
        ("组织培训，，提升能力。", "组织培训，提升能力。"),
        ("组织培训；。", "组织培训。"),
        ("组织培训。 。", "组织培训。"),
        ("发布信息,解读政策。", "发布信息，解读政策。"),
        ("发布信息, 解读政策。", "发布信息，解读政策。"),
        ("地址:人民路8号;电话:0431-89682735。", "地址：人民路8号；电话：0431-89682735。"),
        ("办结5件,其中予以公开2件。", "办结5件，其中予以公开2件。"),
        ("达到100%,位居前列。", "达到100%，位居前列。"),
        ("没有收到申请.", "没有收到申请。"),
        ("公开效果如何?", "公开效果如何？"),
        ("（一)加强领导。", "（一）加强领导。"),
        ("(以下简称区局）负责。", "（以下简称区局）负责。"),
        ('建设"政务公开专区"。', "建设“政务公开专区”。"),
        ("在 2024 年，公布 12 条信息。", "在2024年，公布12条信息。"),
        ("公布 1,234 条，增长 5.2 %。", "公布1,234条，增长5.2%。"),
        ("公布{{applications.received.total}} 件。", "公布{{applications.received.total}}件。"),
        ("提升影响力 。", "提升影响力。"),
        ("2024 年，公布信息。", "2024年，公布信息。"),
        ("文号为109\u00a0号。", "文号为109号。"),
        ("公布　12条，，收到 5 件。。", "公布12条，收到5件。"),
    ],
)
def test_a_slip_is_cured(words: str, right: str) -> None:
    assert corrected(words) == right


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("组织培训，提升能力（含线上。", "（"),
        ("组织培训）。", "）"),
        ("建设“政务公开专区。", "“"),
        ("建设政务公开专区”。", "”"),
        ("在网站下载（）。", "（）"),
        ("组织培训。，提升能力。", "。，"),
    ],
)
def test_what_is_not_certain_is_only_shown(words: str, quote: str) -> None:
    report = BUREAU.with_text("problems", f"{BUREAU.text.problems}\n{words}")
    assert quotes(report, "F-01") == [quote]
    assert corrected(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "坚持以习近平新时代中国特色社会主义思想为指导,深入学习党的二十大精神 ，落实到 2024 年工作中。",
        "学习“公开为常态,不公开为例外”的要求。",
        "印发《关于做好 2024 年工作的通知》《意见,试行》。",
        "公布1,234条，8:30至17:00受理，比例为1:3。",
        "网址http://www.example.com/a,b;c?d=1，邮箱a.b@example.com。",
        "使用Windows 10 系统，iPhone 15 型。",
        "1）发布信息；2）解读政策；a）图解。",
        "1. 发布信息\n2. 解读政策",
        "1 条目管理",
        "开展“件件有回应、事事有落实”活动，推进“放管服”改革。",
        "做到“先审后发”“编审分离”，讲好‘公开’故事。",
        "他说：“公开是常态。\n“不公开是例外。”",
        "（地址：人民路8号\n邮编：130000\n电话：0431-89682735）",
        "省略号……和破折号——没有问题。",
        "APP、PDF格式，Word, Excel文件。",
        "联系电话 0431-89682735，附件 1",
        "满意度96.5%，增长1.2个百分点，3×4宫格。",
        "真的吗？！好！",
        "一.总体情况",
        "（国办公开办函〔2021〕30号）、[2021]30号。",
        "index()函数、f(x)。",
        "第一部分（含附表（一）、附表（二））。",
        "收到申请5件（自然人4件，企业1件），办结5件。",
    ],
)
def test_right_punctuation_is_left_alone(words: str) -> None:
    report = BUREAU.with_text("problems", f"{BUREAU.text.problems}\n{words}")
    assert quotes(report, "F-01") == []


PIECES = st.text(st.sampled_from("公开信息条件年，。；：、（）\n12"), max_size=30)


@given(PIECES, st.sampled_from(("，，", "。。", "；，", "件,公", "公 。", "公 5 件")), PIECES)
def test_a_slip_is_never_missed(before: str, slip: str, after: str) -> None:
    report = BUREAU.with_text("overview", f"全年{before}公{slip}{after}")
    assert "F-01" in [finding.check for finding in judged(report)]


@given(st.text(st.characters(exclude_categories=("P", "Z", "Cc", "Cs", "Sm", "Po")), max_size=80))
def test_a_text_without_punctuation_and_blanks_has_no_slip(text: str) -> None:
    assert quotes(BUREAU.with_text("overview", text.replace('"', "")), "F-01") == []


def test_blanks_are_one_finding_a_section_and_the_rest_one_a_paragraph_each_cured_in_one_step() -> None:
    words = "全年公布 12 条,解读 3 件。。\n组织 4 场（培训。。"
    session = Session(Draft(BUREAU.with_text("problems", f"{BUREAU.text.problems}\n{words}")), date(2025, 1, 10))
    found = [finding for finding in session.findings if finding.check == "F-01"]
    assert [finding.message for finding in found] == [
        "第3段“全年公布 12 条,解读 3 件。”多了空格，请删去；第3、4段共6处。",
        "第3段“全年公布 12 条,解读 3 件。”有半角标点，请改成全角；这一段共2处。",
        "第4段“组织 4 场（培训。”的括号或引号不配对，请补上或删去另一半；这一段共2处。",
    ]
    session.cure([found[0]])
    assert session.report.text.problems.splitlines()[2:] == ["全年公布12条,解读3件。。", "组织4场（培训。。"]
    session.undo()
    assert session.report.text.problems.endswith(words)
