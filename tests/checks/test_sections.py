"""What each prose section must contain, in the words that offices use."""

import pytest

from model.report.report import Report
from model.structs import replace
from tests.checks.correct import BUREAU, COUNTY, TOWNSHIP, applications, codes, in_substance, judged, reworded


def without_paragraph(report: Report, start: str) -> Report:
    """The overview without the paragraph that begins so."""
    lines = report.text.overview.splitlines()
    kept = [line for line in lines if not line.startswith(start)]
    assert len(kept) == len(lines) - 1
    return report.with_text("overview", "\n".join(kept))


@pytest.mark.parametrize(
    ("report", "paragraph", "missing"),
    [
        (BUREAU, "（一）", "主动公开"),
        (BUREAU, "（二）", "依申请公开"),
        (BUREAU, "（三）", "政府信息管理"),
        (BUREAU, "（四）", "政府信息公开平台建设"),
        (BUREAU, "（五）", "监督保障"),
        (COUNTY, "（一）", "主动公开"),
        (COUNTY, "（二）", "依申请公开"),
        (COUNTY, "（三）", "政府信息管理"),
        (COUNTY, "（四）", "政府信息公开平台建设"),
        (TOWNSHIP, "（三）", "依申请公开"),
    ],
)
def test_an_aspect_left_out_is_one_finding(report: Report, paragraph: str, missing: str) -> None:
    if missing == "依申请公开":  # what table three says about the withdrawn application would be unexplained as well
        report = report.with_numbers(
            {"applications.other_misc.natural_person": 0, "applications.granted.natural_person": 6}
        )
        report = report if report is not TOWNSHIP else report.with_number("applications.granted.natural_person", 0)
    if report.agency.type != "department":
        report = report.with_numbers(TOWNSHIP.numbers if report.agency.type == "township" else COUNTY.numbers)
    (finding,) = in_substance(without_paragraph(report, paragraph))
    assert (finding.check, finding.section, finding.span) == ("S-06", "overview", None)
    assert finding.message == f"总体情况没有写“{missing}”，请补写。"


def test_several_aspects_left_out_are_one_finding() -> None:
    report = without_paragraph(without_paragraph(BUREAU, "（三）"), "（五）")
    (finding,) = in_substance(report)
    assert finding.message == "总体情况没有写“政府信息管理”“监督保障”，请补写。"


def test_results_of_applications_are_no_publishing() -> None:
    overview = without_paragraph(BUREAU, "（一）").text.overview.replace("，其中1件", "，其中予以公开6件，1件")
    messages = [finding.message for finding in in_substance(BUREAU.with_text("overview", overview))]
    assert messages == ["总体情况没有写“主动公开”，请补写。"]


def test_own_subheadings_need_only_touch_an_aspect() -> None:
    overview = (
        "（一）抓重点，公开更全面。在县政府网站发布信息12条，信息更新及时。\n"
        "（二）优服务，办理更规范。收到申请11件，全部按期答复，1件由申请人撤回。\n"
        "（三）强队伍，基础更扎实。接受社会监督，保障群众知情权。"
    )
    assert judged(BUREAU.with_text("overview", overview)) == ()


@pytest.mark.parametrize(
    ("overview", "missing"),
    [
        ("2024年，我局认真贯彻《中华人民共和国政府信息公开条例》，依法履职，全部11件中有1件撤回申请。", 4),
        ("各项工作平稳有序，其他处理的1件为申请人撤回。", 4),
    ],
)
def test_phrases_are_no_aspects(overview: str, missing: int) -> None:
    (finding,) = judged(BUREAU.with_text("overview", overview))
    assert finding.check == "S-06"
    assert finding.message.count("“") == missing


@pytest.mark.parametrize("report", [TOWNSHIP, COUNTY])
@pytest.mark.parametrize(("words", "missing"), [("考核", "工作考核"), ("评议", "社会评议"), ("责任追究", "责任追究")])
def test_a_government_reports_on_its_oversight(report: Report, words: str, missing: str) -> None:
    spoilt = reworded(report, "overview", words, "相关工作")
    spoilt = spoilt.with_text(
        "overview", spoilt.text.overview.replace("满意度", "得分").replace("考核", "相关工作").replace("绩效", "")
    )
    (finding,) = judged(spoilt)
    assert finding.check == "S-07"
    assert f"“{missing}”" in finding.message


def test_a_government_without_the_fifth_aspect_hears_it_once() -> None:
    assert codes(without_paragraph(COUNTY, "（五）")) == ["S-07"]
    bureau = replace(without_paragraph(COUNTY, "（五）"), agency=BUREAU.agency)
    assert "S-07" not in codes(bureau)


@pytest.mark.parametrize("empty", ["", "\n", " 　\n\t"])
def test_an_empty_overview_is_one_error(empty: str) -> None:
    assert codes(TOWNSHIP.with_text("overview", empty)) == ["S-14"]


def test_a_thousand_characters_are_enough() -> None:
    missing = 1000 - sum(not character.isspace() for character in TOWNSHIP.text.overview)
    full = TOWNSHIP.with_text("overview", TOWNSHIP.text.overview + " \n" + "好" * missing)
    assert in_substance(full) == ()
    (finding,) = in_substance(full.with_text("overview", full.text.overview + "好"))
    assert finding.message == "第一部分现有1001字；不少地方要求原则上不超过一千字，请按当地通知精简。"


def test_a_live_field_counts_as_its_figure() -> None:
    overview = TOWNSHIP.text.overview + "{{disclosure.penalties.decisions}}" * 500
    assert in_substance(TOWNSHIP.with_text("overview", overview)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "无",
        "无。",
        "暂无",
        "没有。",
        "不存在问题。",
        "无存在的主要问题及改进情况。",
        "本年度政府信息公开工作不存在明显问题。",
        "我局在政府信息公开工作中没有发现需要改进的问题",
        "。。。。。。。。。。。。。。。。",
        "有不足，将改进。",
        "有　　不　　足　　。",
        "我单位政府信息公开工作不存在问题。",
        "目前，我局没有存在的问题。",
    ],
)
def test_no_problem_at_all_is_an_error(text: str) -> None:
    (finding,) = in_substance(BUREAU.with_text("problems", text))
    assert (finding.check, finding.section) == ("S-08", "problems")


@pytest.mark.parametrize(
    "text",
    [
        "一是重点领域信息的发布范围还有提升空间；二是解读方式还需进一步改进。",
        "公开内容不够丰富，工作人员力量薄弱，业务能力有待加强。",
        "主要问题是制度不健全，宣传力度不够，意识强化不够。",
        "下一步，我局将聚焦薄弱环节，加强培训，提升水平。",
        "坚持问题导向，持续优化公开流程，加大解读力度。",
        "针对上年存在的问题，今后将完善机制，补齐短板。",
        "存在的主要问题：一是答复文书的规范化水平不高；二是目录的颗粒度仍需细化。",
        "工作总体平稳。但解读形式单一，公开不够及时。",
        "我局将继续完善制度。今后加强培训，提升水平。",
    ],
)
def test_half_of_section_five_is_a_hint(text: str) -> None:
    (finding,) = judged(BUREAU.with_text("problems", text))
    assert (finding.check, finding.section) == ("S-09", "problems")


@pytest.mark.parametrize(
    "text",
    [
        "一是公开内容不够丰富；二是培训力度不足。下一步将加强培训，丰富内容。",
        "存在问题：政策解读形式单一。改进措施：采用图解、视频等多种形式。",
        "公开时效性有待提高。对此已制定整改清单，逐条落实。",
        "我局公开工作与群众期盼尚有差距，今后将着力解决更新不及时的问题。",
        "部分栏目信息更新滞后，解读材料偏少，我们将进一步压实责任。",
        "答复文书参差不齐，已印发示范文本，统一格式，并加强审核。",
        "工作人员变动频繁，业务不熟练。2025年将组织全员轮训。",
        "主要问题：栏目设置不合理。改进情况：完成栏目改版。",
        "窗口人手紧，回信常要等上几天。双休日轮流值守，来信当天登记当天分办。",
        "图表只有网页版，老人看不清。与社区书屋合办读报角，大字版按月送到。",
        "涉企政策散在十来个栏目里。“一企一册”把它们归到一处，企业扫码可查。",
        "村务公开栏离居民点远。三个自然村的公开栏迁到小卖部旁，照片按月归档。",
        "部门之间口径对不上，数据要反复核。牵头科室每旬碰头，口径表随文下发。",
    ],
)
def test_a_problem_and_its_remedy_are_enough(text: str) -> None:
    assert judged(BUREAU.with_text("problems", text)) == ()


FEE_SPOKEN = [
    "本年度未收取信息处理费",
    "2024年没有产生信息处理费",
    "信息处理费收取情况：0元",
    "全年发出收费通知0件，总金额0元",
    "本年度依申请提供政府信息零收费",
    "本机关未收取任何费用",
    "未因政府信息公开收取费用",
    "依申请公开政府信息均未收费",
    "政府信息公开无收费情况",
    "对申请人提供政府信息均免费",
    "依申请公开未收取检索、复制、邮寄等成本费用",
    "按照国办函〔2020〕109号文件，按件计收信息处理费300元",
]


@pytest.mark.parametrize("said", FEE_SPOKEN)
def test_the_fee_may_be_spoken_of_in_many_ways(said: str) -> None:
    assert judged(BUREAU.with_text("other_matters", f"{said}。没有其他需要报告的事项。")) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "无。",
        "没有其他需要报告的事项。",
        "办理县人大代表建议2件。",
        "全年行政事业性收费4166.24万元。",
        "公开供水价格和收费标准12项。",
        "落实三公经费公开要求。",
    ],
)
def test_a_fee_not_spoken_of_is_one_warning(text: str) -> None:
    (finding,) = judged(BUREAU.with_text("other_matters", text))
    assert (finding.check, finding.section) == ("S-10", "other_matters")
    unpaid = BUREAU.with_numbers(applications("research", received=1, other_fee_unpaid=1))
    assert codes(unpaid.with_text("other_matters", text)) == ["T3-09"]


@pytest.mark.parametrize("said", FEE_SPOKEN)
def test_the_fee_alone_is_a_hint(said: str) -> None:
    (finding,) = judged(BUREAU.with_text("other_matters", f"2024年，{said}。"))
    assert (finding.check, finding.section) == ("S-11", "other_matters")


@pytest.mark.parametrize(
    "rest",
    [
        "没有其他需要报告的事项",
        "无其他需要报告的事项",
        "其他无需要报告的事项",
        "除此之外，暂无其他需要说明的情况",
        "其他事项：无",
        "不存在其他需要报告的事项",
        "没有需要报告的其他事项",
        "办理县人大代表建议2件",
        "组织“政府开放日”活动3场，邀请群众代表60人",
    ],
)
@pytest.mark.parametrize("joint", ["。", "，", "；\n（二）", "。\n2.", "\n"])
def test_something_beside_the_fee_is_enough(joint: str, rest: str) -> None:
    assert judged(BUREAU.with_text("other_matters", f"本年度未收取信息处理费{joint}{rest}。")) == ()
