"""Wordings of kinds once missed or once told wrongly: the wrong ones are found, the right ones left alone."""

import pytest

from model.report.report import Report
from model.structs import replace
from tests.checks.beside import bureau_after
from tests.checks.correct import BUREAU, COUNTY, TOWNSHIP, judged, reworded

BRANCH = replace(BUREAU, agency=replace(BUREAU.agency, name="安平市生态环境局城关分局", short_name="城关分局"))
CARRIED = bureau_after(applications__carried_out__natural_person=3)
SUED = COUNTY.with_number("disputes.direct_suit.upheld", 3)
PERIOD = "自2024年1月1日起至2024年12月31日止"
SUPERVISION = BUREAU.text.overview.index("（五）")


def added(report: Report, words: str) -> set[str]:
    return {finding.check for finding in judged(report.with_text("overview", f"{report.text.overview}\n{words}"))}


def opened(old: str, new: str) -> set[str]:
    return {finding.check for finding in judged(reworded(BUREAU, "preamble", old, new))}


@pytest.mark.parametrize(
    ("report", "words", "code", "wrong"),
    [
        (BRANCH, "安平市生态环境局城南分局公开信息。", "Y-03", True),
        (BRANCH, "按照安平市生态环境局要求公开。", "Y-03", False),
        (BRANCH, "安平市生态环境局所属分局公开信息。", "Y-03", False),
        (TOWNSHIP, "南溪县石板镇人民政府公开信息。", "Y-03", True),
        (TOWNSHIP, "青河县石桥镇人民政府公开信息。", "Y-03", False),
        (BUREAU, "青河县水务局水政监察大队办理许可。", "Y-03", False),
        (BUREAU, "四个季度分别发布信息20条、30条、25条、40条。", "X-06", False),
        (BUREAU, "发布信息115条，四个季度分别为20条、30条、25条、40条。", "X-06", False),
        (BUREAU, "举办培训8次，其中业务培训3次、专题培训6次。", "X-06", True),
        (BUREAU, "公开信息×××条。", "Y-04", True),
        (BUREAU, "大门为3×4米。", "Y-04", False),
        (CARRIED, "因机构改革划入申请，上年结转数较去年报告有变化。", "T3-06", False),
        (CARRIED, "上年结转与去年报告不一致，系供排水处并入后一并统计。", "T3-06", False),
        (CARRIED, "去年报告漏报结转2件，今年补报。", "T3-06", False),
        (CARRIED, "上年结转1件，均已按期办结。", "T3-06", True),
        (SUED, "行政诉讼3件，均由逾期不答复引起。", "T4-05", False),
        (SUED, "直接起诉3件，均不属于复议前置情形。", "T4-05", False),
        (SUED, "直接起诉3件，行为均发生在复议法修订以前。", "T4-05", False),
        (SUED, "行政诉讼3件，法院均判决维持。", "T4-05", True),
        (BUREAU, "到2024末完成全部任务。", "F-02", True),
        (BUREAU, "2024新收申请有所减少。", "F-02", True),
        (BUREAU, "使用型号A2024新收设备。", "F-02", False),
        (BUREAU, "2022年“6·18”事故调查报告评估意见公布。", "Y-01", False),
        (BUREAU, "2021年试行以来，社会反响良好。", "Y-01", False),
        (BUREAU, "2022年社会反响良好。", "Y-01", True),
        (BUREAU, "2023年底聘任的8名监督员继续履职。", "Y-01", False),
        (BUREAU, "镇里没有自己制定的文件。", "F-09", False),
        (BUREAU, "平台己建成使用。", "F-09", True),
        (BUREAU, "2024年拟制公文105件。", "Y-10", False),
        (BUREAU, "2024年拟新增栏目2个。", "Y-10", True),
        (BUREAU, "行政检查1,263件，较上年减少139件，降幅9.9%。", "X-16", False),
        (BUREAU, "行政检查1,263件，较上年减少139件，降幅19.9%。", "X-16", True),
        (BUREAU, "与网友就就业、教育交流。", "F-09", False),
        (BUREAU, "就就公开指南征求意见。", "F-09", True),
        (BUREAU, "（内部资料，仅供参阅）", "P-08", True),
        (BUREAU, "带有“秘密”“内部”等字样的来文不上网。", "P-08", False),
        (BUREAU, "要抓好三项工作：一是培训；二是宣传。", "F-07", True),
        (BUREAU, "要抓好两项工作：一是培训；二是宣传。", "F-07", False),
        (BUREAU, "服务窗口按排专人值守。", "F-09", True),
        (BUREAU, "通过门户网占公开。", "F-09", True),
        (BUREAU, "按排放量、按排名分类，按装机容量、全文见附件；互联网占80%。", "F-09", False),
        (BUREAU, "督促近期工作，既使群众满意又使企业满意，答辩公开，举措失当，医保章程。", "F-09", False),
        (BUREAU, "公开招标投标投诉处理结果。", "F-09", False),
    ],
)
def test_in_section_one(report: Report, words: str, code: str, wrong: bool) -> None:
    assert (code in added(report, words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("市医疗保障局通过窗口发布信息。", True),
        ("公布食品抽检检查结果12条。", True),
        ("加强安全生产监督检查信息公开。", True),
        ("做好资金保障信息发布。", True),
        ("对各科室开展监督检查2次。", False),
        ("公开工作列入绩效管理。", False),
        ("落实社会监督员制度。", False),
    ],
)
def test_an_office_at_its_trade_is_no_supervision_of_disclosure(words: str, wrong: bool) -> None:
    report = BUREAU.with_text("overview", BUREAU.text.overview[:SUPERVISION] + words)
    assert ("S-06" in {finding.check for finding in judged(report)}) is wrong


def test_administration_by_results_is_an_assessment_of_work() -> None:
    report = reworded(COUNTY, "overview", "政府信息公开工作考核占绩效考核的4%", "公开工作纳入绩效管理")
    assert "S-07" not in {finding.check for finding in judged(report)}


@pytest.mark.parametrize(
    ("old", "new", "code", "wrong"),
    [
        (PERIOD, "为2024年全年（1月1日至12月31日）", "H-06", False),
        (PERIOD, "为2023年全年（1月1日至12月31日）", "H-06", True),
        (PERIOD, "为2024年全年（1月1日至11月30日）", "H-06", True),
        ("由青河县水务局编制", "青河县水利局编制", "H-11", True),
        ("由青河县水务局编制", "县水务局编制", "H-11", False),
        ("请与青河县水务局办公室联系", "请与青河县水利局办公室联系", "H-11", True),
        ("请与青河县水务局办公室联系", "请与青河县人民政府办公室联系", "H-11", False),
        ("请与青河县水务局办公室联系", "请与局办公室联系", "H-11", False),
        ("本报告根据", "根据贵办通知要求，本报告根据", "H-10", True),
    ],
)
def test_in_the_preamble(old: str, new: str, code: str, wrong: bool) -> None:
    assert (code in opened(old, new)) is wrong


@pytest.mark.parametrize(
    ("number", "wrong"),
    [
        ("国办公开函〔2021〕30号", True),
        ("国办函〔2021〕30号", True),
        ("国办公开办函〔2021〕31号", True),
        ("国办公开办函〔2021〕3号", True),
        ("国办公开办函〔2021〕300号", True),
        ("国办公开办函〔2021〕03号", True),
        ("国办公开办函〔2012〕30号", True),
        ("国办公开办函〔2022〕30号", True),
        ("国办公开办函〔2021〕30号", False),
        ("国办公开办函〔2021〕45号", False),
        ("国办公开办函〔2016〕201号", False),
        ("国办公开办函〔2019〕60号", False),
        ("国办函〔2020〕109号", False),
        ("国办函〔2021〕31号", False),
        ("省府办函〔2021〕30号", False),
    ],
)
def test_the_number_of_the_form_mistyped(number: str, wrong: bool) -> None:
    assert ("H-12" in opened("国办公开办函〔2021〕30号", number)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("国务院令第771号", True),
        ("国务院令第71号", True),
        ("国务院令第7111号", True),
        ("国务院令第117号", True),
        ("国务院令第711号", False),
        ("国务院令第492号", False),
        ("国务院令第563号", False),
    ],
)
def test_the_number_of_the_regulations_mistyped(words: str, wrong: bool) -> None:
    assert ("H-12" in opened("国务院令第711号", words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("本年度未收取任何费用。全年收取信息处理费200元。", True),
        ("对所有申请均未收费，全年收取信息处理费120元。", True),
        ("全年收取信息处理费300元，均已上缴国库。", False),
        ("免费向社会提供查阅服务，收取信息处理费200元。", False),
    ],
)
def test_free_and_charged(words: str, wrong: bool) -> None:
    found = {finding.check for finding in judged(BUREAU.with_text("other_matters", words))}
    assert ("X-07" in found) is wrong


def test_an_agency_without_a_name_is_asked_for_one() -> None:
    nameless = replace(BUREAU, agency=replace(BUREAU.agency, name="", short_name=""))
    assert any(finding.check == "H-05" and "机关全称" in finding.message for finding in judged(nameless))


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("（一）存在的问题\n1.更新不及时。2.内容不全。\n（二）改进情况\n1.按周更新。", False),
        ("（一）存在的问题不少，更新不及时。\n2.改进情况：按周更新。", True),
    ],
)
def test_numbers_of_a_lower_level_do_not_break_those_above(words: str, wrong: bool) -> None:
    found = {finding.check for finding in judged(BUREAU.with_text("problems", words))}
    assert ("F-05" in found) is wrong
