"""Mistakes that are no figure against a table, in many wordings: wrong ones are found, right ones left alone."""

import pytest

from model.report.report import Report, TextId
from model.structs import replace
from tests.checks.correct import BUREAU, COUNTY, TOWNSHIP, judged

NO_FEE = "没有其他需要报告的事项。"
RULES = "disclosure.rules.in_force"


def found(report: Report, section: TextId, words: str, *, alone: bool = False) -> set[str]:
    """The codes that a text tells with some words behind it, or with them alone."""
    text = words if alone else f"{report.text[section]}\n{words}"
    return {finding.check for finding in judged(report.with_text(section, text))}


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("青河县水务局\n2024年11月20日", True),
        ("二〇二四年十二月五日", True),
        ("落款日期：2024.12.5", True),
        ("（青河县水务局2024年11月）", True),
        ("青河县水务局（公章）\n2024年12月30日", True),
        ("2023年1月9日", True),
        ("2024 年 11 月 30 日", True),
        ("特此公告。青河县水务局，2024年12月18日。", True),
        ("青河县水务局\n2025年1月10日", False),
        ("二〇二四年十二月三十一日", False),
        ("2024年12月", False),
        ("2024年11月20日召开评审会。", False),
    ],
)
def test_a_day_signed_under_a_text_is_not_before_the_end_of_the_year(words: str, *, wrong: bool) -> None:
    codes = found(BUREAU, "other_matters", words)
    assert ("P-11" in codes) is wrong
    assert "Y-01" not in codes


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("答复周期最短2个工作日、最长26个工作日。", True),
        ("答复平均用时7个工作日，最长的一件23个工作日。", True),
        ("最长一件用时49个工作日，未超期。", True),
        ("答复申请最慢的一件用了28个工作日。", True),
        ("申请从收到到答复，最久的那件达31个工作日。", True),
        ("答复最长的那件用了23个工作日，经延长。", False),
        ("答复周期最短2个工作日、最长18个工作日。", False),
        ("答复最长14天。", False),
        ("信息公示期最长30个工作日。", False),
        ("许可审批最长一件用时49个工作日。", False),
        ("信息公开栏更新最长一次间隔45天。", False),
        ("从处罚到曝光平均隔43天，答复申请及时。", False),
    ],
)
def test_the_longest_answer_is_within_the_limit(words: str, *, wrong: bool) -> None:
    assert ("H-15" in found(BUREAU, "overview", words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("全年推送156期，4月18一篇“怎么报”阅读过万。", True),
        ("设帮办点9个，11月1全部启用。", True),
        ("专栏改版，6月5正式上线。", True),
        ("平台（3月12启用）运行平稳。", True),
        ("于5月9组织开放日活动。", True),
        ("3月修订指南，4月10重新公布。", True),
        ("5月27《供水条例》解读发布。", True),
        ("全年推送156期，4月18日一篇阅读过万。", False),
        ("12月3村开通公开栏，每月4条增加到11条。", False),
        ("3月5个科室完成清理。", False),
    ],
)
def test_a_day_keeps_its_sign(words: str, *, wrong: bool) -> None:
    assert ("F-02" in found(BUREAU, "overview", words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("依申请公开。新收11件，承接上年1宗。", True),
        ("依申请公开。收到申请11件，办结10例。", True),
        ("收到政府信息公开申请11件，上年结转1起。", True),
        ("收到申请11件，结转一起办理；曝光案例5起，出让土地6宗。", False),
        ("收到申请11件，另收到信访3起。", False),
    ],
)
def test_what_became_of_applications_is_counted_as_they_are(words: str, *, wrong: bool) -> None:
    assert ("F-03" in found(BUREAU, "overview", words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("全年召开推进会30余次。", True),
        ("召开专题会约12次。", True),
        ("全年召开座谈会近20场。", True),
        ("机关干部参与约24人次。", True),
        ("指定1名左右专职信息员。", True),
        ("配备10余名兼职审核员。", True),
        ("全年调度会开了十多次。", True),
        ("共抽查信息近百条。", True),
        ("配备工作人员3名左右。", True),
        ("召开推进会30次，机关干部参与24人次。", False),
        ("群众参与约24人次，网站访问3000余人次。", False),
        ("参观者约300人。", False),
    ],
)
def test_what_the_office_did_itself_is_counted_exactly(words: str, *, wrong: bool) -> None:
    assert ("F-06" in found(BUREAU, "overview", words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("对对2017年以来的信息复查。", True),
        ("针对对群众提出的问题逐一答复。", True),
        ("窗口备好填写写样例。", True),
        ("按照按要求公开信息。", False),
        ("把把公开目录改了。", True),
        ("该该公开的都公开。", True),
        ("我局局认真落实，全年年共发布信息214条。", True),
        ("由青河县人民镇府公布。", True),
        ("局局长、局务会年年研究，往年年鉴、全年年报齐备，做好好事。", False),
        ("对对外公布的信息复查，予以以案释法，从从业人员入手。", False),
        ("违法行为为3件，申请请求明确，把把关责任压实。", False),
        ("为为民办实事，位于于都县，尤其其他领域。", False),
    ],
)
def test_small_words_stand_once(words: str, *, wrong: bool) -> None:
    assert ("F-09" in found(BUREAU, "overview", words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("当前的问题有四：其一，公告难懂；其二，整改结果公开慢；其三，信息员兼任。改进措施：加强培训。", True),
        ("当前的问题有三：其一，公告难懂；其二，整改结果公开慢；其三，信息员兼任。改进措施：加强培训。", False),
        ("主要有三个问题：其一，公告难懂；其二，更新慢。改进措施：加强培训。", True),
        ("主要有两条不足：其一，公告难懂；其二，更新慢。改进措施有三：其一，图解；其二，培训；其三，抽查。", False),
    ],
)
def test_a_list_by_each_of_its_own_is_as_long_as_announced(words: str, *, wrong: bool) -> None:
    assert ("F-07" in found(BUREAU, "problems", words, alone=True)) is wrong


@pytest.mark.parametrize(
    ("report", "words", "code"),
    [
        (BUREAU, "青河区水务局推进公开。", "Y-03"),
        (BUREAU, "青河市水务局推进公开。", "Y-03"),
        (COUNTY, "青河区人民政府组织公开。", "Y-03"),
        (TOWNSHIP, "石桥乡人民政府组织公开。", "Y-03"),
        (BUREAU, "原青河区水务局档案已移交。", ""),
        (BUREAU, "镇里没有单独开设网站。", "Y-11"),
        (TOWNSHIP, "局里没有单独开设网站。", "Y-11"),
        (BUREAU, "发现3个镇公示不及时，镇里没有整改。", ""),
        (TOWNSHIP, "县里对镇考核，镇里没有自办网站。", ""),
        (BUREAU, "全年召开区长办公会2次。", "Y-11"),
        (BUREAU, "镇党委研究公开工作2次。", "Y-11"),
        (BUREAU, "在区委、区政府领导下推进公开。", "Y-11"),
        (TOWNSHIP, "乡长办公会专题研究2次。", "Y-11"),
        (TOWNSHIP, "局党组专题研究2次。", "Y-11"),
        (TOWNSHIP, "街道党工委研究2次。", "Y-11"),
        (COUNTY, "我局公开信息12条。", "Y-11"),
        (COUNTY, "局党组会专题研究2次。", "Y-11"),
        (TOWNSHIP, "全局共公开信息80条。", "Y-11"),
        (BUREAU, "我委主动公开信息80条。", "Y-11"),
        (BUREAU, "我委托第三方评估，全局共公开信息80条。", ""),
        (BUREAU, "县长办公会、局党组会各研究1次。", ""),
        (BUREAU, "在自治区党委、自治区政府领导下，按市委、市政府部署公开。", ""),
        (COUNTY, "推广石桥镇党委专题研究的做法，乡镇党委研究12次。", ""),
        (TOWNSHIP, "镇长办公会专题研究2次，镇党委听取汇报1次。", ""),
        (TOWNSHIP, "全县围绕群众关心的事公开信息342条。", "Y-11"),
        (TOWNSHIP, "我县主动公开信息300条。", "Y-11"),
        (TOWNSHIP, "按照全县统一部署，参加全县评比。", ""),
    ],
)
def test_another_place_or_level_speaks_with_another_voice(report: Report, words: str, code: str) -> None:
    assert found(report, "overview", words) & {"Y-03", "Y-11"} == ({code} if code else set())


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("2022年内对新出台的文件一律配发图解。", True),
        ("从2022年起，下架改由系统自动执行。", True),
        ("首场定在2022年3月。", True),
        ("凡清单内事项2022年起一律主动公开。", True),
        ("2022年底前实现全员轮训。", True),
        ("其余7个橱窗2022年春节前换完。", True),
        ("自动提醒已上线，2022年将开设专栏。", True),
        ("在窗口增加代办服务，2024年再评估一次效果。", True),
        ("拟在2022年拍摄短视频不少于12部。", True),
        ("争取2022年同日发布。", True),
        ("新专栏拟2024年6月上线。", True),
        ("列入2022年工作计划，逐项落实。", True),
        ("2024年要完成目录更新。", True),
        ("2024年努力方向：加强培训。", True),
        ("2025年内对新出台的文件一律配发图解，从2026年起自动下架，首场定在2025年3月。", False),
        ("已于2024年7月起施行，2024年第四季度起再无超期。", False),
        ("对2022年印发的文件逐件清理，2022年起施行的办法已重新解读。", False),
        ("2022年底前的档案已全部扫描。", False),
        ("2025年努力方向：加强培训；2024年要求各股室自查，已完成。", False),
    ],
)
def test_improvements_are_not_planned_for_a_year_that_is_over(words: str, *, wrong: bool) -> None:
    text = f"存在的问题：公开栏更新偏慢，专业人员少。我们这样改：{words}"
    told = [finding for finding in judged(BUREAU.with_text("problems", text)) if finding.check == "Y-10"]
    assert len(told) == wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("群众看不明白，2022年网站访问统计显示，停留只有40秒。", True),
        ("群众看不明白，2024年网站访问统计显示，停留只有40秒。", False),
        ("更新偏慢，2023年抽查发现超期12条，本年已降到2条。", False),
    ],
)
def test_what_a_look_at_the_year_has_shown_is_of_this_year(words: str, *, wrong: bool) -> None:
    text = f"存在的问题：{words}改进情况：每季抽查一次。"
    assert (found(BUREAU, "problems", text, alone=True) & {"Y-01", "Y-10"}) == ({"Y-01"} if wrong else set())


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("信息处理费，本年无，实际收取30元。", "X-07"),
        ("信息处理费：无。申请人缴纳200元。", "X-07"),
        ("本年度没有信息处理费收入。已收取30元并入库。", "X-07"),
        ("收取信息处理费300元。全年信息处理费共计200元。", "X-07"),
        ("信息处理费：收取1笔，按件计费105元。", "X-13"),
        ("信息处理费：收取1笔，按件计费100元。", ""),
        ("信息处理费，本年无。", ""),
        ("收取信息处理费300元。其中信息处理费100元由法人缴纳。", ""),
        ("收取信息处理费300元。全年信息处理费300元已入库。", ""),
        ("有1名申请人提出9件申请，未达到收费标准，已解释。", "S-10"),
        ("未达到收费标准，没有收取信息处理费。", ""),
    ],
)
def test_the_fee_is_told_once_and_can_be(words: str, code: str) -> None:
    codes = found(BUREAU, "other_matters", words + NO_FEE, alone=True)
    assert codes & {"X-07", "X-13", "S-10"} == ({code} if code else set())


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("依据国务院令第771号，把公开嵌入流程。", "H-12"),
        ("按照国务院第717号令要求公开信息。", "H-12"),
        ("依据《专利法实施细则》（国务院令第771号）公开。", ""),
        ("按照国务院令第711号公开。", ""),
        ("根据《条例》第二十条第（五）项对收费作了公示。", "H-14"),
        ("根据《条例》第二十条第（八）项公示收费。", ""),
        ("修订政府信息工作指南与目录。", "N-01"),
        ("召开政府信息工作领导小组会议1次。", "N-01"),
        ("修订政府信息公开工作指南，更新政府信息公开目录。", ""),
    ],
)
def test_laws_and_names_are_the_right_ones(words: str, code: str) -> None:
    assert found(BUREAU, "overview", words) & {"H-12", "H-14", "N-01"} == ({code} if code else set())


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("办结率和按时答复率均为100%。", True),
        ("按时答复率100%。", True),
        ("热线留言12条。办结率100%。", False),
        ("接到村民来电8个，办结率100%。", False),
    ],
)
def test_nothing_asked_has_no_rate_of_answers(words: str, *, wrong: bool) -> None:
    assert ("X-15" in found(TOWNSHIP, "overview", words)) is wrong
    assert "X-15" not in found(BUREAU, "overview", words)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("改进情况：这些问题制约了公开质效。", True),
        ("改进办法：以上问题都不同程度地影响了群众的知晓度。", True),
        ("改进措施：暂无。", True),
        ("（二）改进情况。公开质量有待提高，人员能力有待加强。", True),
        ("改进情况：（一）更新仍然较慢；（二）解读仍然偏少。", True),
        ("改进措施：①工期调整须在24小时内补发公告；②编印热线应答手册。", False),
        ("改进措施：上述问题均已列入明年计划，逐项销号。", False),
        ("改进措施：针对以上问题，每季度抽查一次。", False),
    ],
)
def test_problems_told_again_are_no_improvement(words: str, *, wrong: bool) -> None:
    text = f"存在的问题：公开栏更新偏慢；专业人员少。{words}"
    assert ("S-09" in found(BUREAU, "problems", text, alone=True)) is wrong


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("县政府网站水务专栏改版，新增3×4宫格导航，维护政务公开专区1处。", "略。", True),
        ("县政府网站水务专栏改版，新增3×4宫格导航，维护政务公开专区1处。", "（略）", True),
        ("县政府网站水务专栏改版，新增3×4宫格导航，维护政务公开专区1处。", "", True),
        ("县政府网站水务专栏改版，新增3×4宫格导航，维护政务公开专区1处。", "县政府网站专栏改版。", False),
    ],
)
def test_a_subheading_has_content(old: str, new: str, *, wrong: bool) -> None:
    report = BUREAU.with_text("overview", BUREAU.text.overview.replace(old, new))
    assert ("S-06" in {finding.check for finding in judged(report)}) is wrong


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("发现漏公示9处、补公示12处。", "X-16"),
        ("发现错漏9处，补录9处。", ""),
        ("评分由86.5分提高到90分，提高4.5分。", "X-16"),
        ("评分由86.5分提高到90分，提高3.5分。", ""),
        ("村民当场提问415个（院落会提问总数451个）。", "X-16"),
        ("村民当场提问415个（上年提问451个）。", ""),
        ("按照国家秘密“秘密、机密、绝密”三个等级管理。", ""),
        ("本文件绝密。", "P-08"),
    ],
)
def test_one_sentence_agrees_with_itself(words: str, code: str) -> None:
    assert found(BUREAU, "overview", words) & {"X-16", "P-08"} == ({code} if code else set())


def test_an_end_of_a_case_does_not_explain_applications() -> None:
    said = BUREAU.text.overview.replace("，其中1件由申请人主动撤回；", "；").replace("结果为维持", "以申请撤回终止1件")
    assert "T3-10" in {finding.check for finding in judged(BUREAU.with_text("overview", said))}
    told = said + "其他处理1件，系申请人撤回。"
    assert "T3-10" not in {finding.check for finding in judged(BUREAU.with_text("overview", told))}


def test_a_district_or_a_city_silent_on_rules_is_asked_about_them() -> None:
    district = replace(COUNTY, agency=replace(COUNTY.agency, name="青河区人民政府", level=""))
    city = replace(COUNTY, agency=replace(COUNTY.agency, name="青河市人民政府", level=""))
    region = replace(COUNTY, agency=replace(COUNTY.agency, name="青河自治区人民政府", level=""))
    assert "T2-03" in {finding.check for finding in judged(district.with_number(RULES, 2))}
    assert "T2-03" in {finding.check for finding in judged(city.with_number(RULES, 2))}
    assert "T2-03" not in {finding.check for finding in judged(region.with_number(RULES, 2))}
    speaks = city.with_text("overview", city.text.overview + "规章现行有效2件。")
    assert "T2-03" not in {finding.check for finding in judged(speaks.with_number(RULES, 2))}


def test_many_repealed_and_few_left_are_told_where_the_text_is_silent() -> None:
    many = BUREAU.with_number("disclosure.normative_documents.repealed", 60)
    assert "T2-06" in {finding.check for finding in judged(many)}
    told = many.with_text("overview", many.text.overview + "清理后废止60件。")
    assert "T2-06" not in {finding.check for finding in judged(told)}
