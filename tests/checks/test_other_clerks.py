"""Kinds of mistakes as other clerks make them, each beside a right sentence that looks alike."""

import pytest

from model.report.report import Report
from tests.checks.correct import BUREAU, COUNTY, TOWNSHIP, added, codes

YEAR = BUREAU.year


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("推文92篇（年末复核为93篇）。", True),
        ("发布信息435条，据统计台账为453条。", True),
        ("推文92篇（上年为93篇）。", False),
        ("发现错字57处，更正52处。", False),
        ("配备专职人员4人，5人全部持证上岗。", True),
        ("抽查112户，118户均与公示一致。", True),
        ("群众代表18人评议一次，19人评为“好”。", True),
        ("抽查112户，112户均与公示一致。", False),
        ("配备专职人员4人，3人持证上岗。", False),
        ("清理公众号37个，由52个减少到25个。", True),
        ("清理公众号37个，由52个减少到15个。", False),
        ("公众号推文703篇，全年推文730篇。", True),
        ("公示信用信息1,116条、1,161条。", True),
        ("旧版指南共处理1206份，已剔除1260份。", True),
        ("公众号、视频号分别推送信息392条、329条。", False),
        ("印制手册2000册，共8000册。", False),
        ("考核名次由第四上升到第六。", True),
        ("考核名次由第六上升到第四。", False),
        ("对16个村打分，前3名发奖金、后20名谈话。", True),
        ("对16个村打分，前3名发奖金、后2名谈话。", False),
        ("在网站公开183条、在公众号公开240条、在公开栏公开966条，三个渠道共计1398条。", True),
        ("在网站公开183条、在公众号公开240条、在公开栏公开966条，三个渠道共计1389条。", False),
        ("参训联络员103人，其中中小学67人、幼儿园46人。", True),
        ("参训联络员113人，其中中小学67人、幼儿园46人。", False),
        ("收到有效答卷210份，满意率93.3%（196份满意、34份不满意）。", True),
        ("收到有效答卷210份，满意率93.3%（196份满意、14份不满意）。", False),
        ("检查发现问题7处、当场整改9处。", True),
        ("检查发现问题9处、当场整改7处。", False),
    ],
)
def test_one_number_told_twice(words: str, wrong: bool) -> None:
    assert bool({"X-06", "X-16"} & {*added(BUREAU, words)}) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("账号发布1742条，其中微信930条、微博512条、视频号300条、头条号180条。", True),
        ("账号发布1742条，其中微信930条、微博512条、视频号300条。", False),
        ("全年公开信息98条，其中财政预决算2条、公共服务63条、其他43条。", True),
    ],
)
def test_one_part_too_many(words: str, wrong: bool) -> None:
    assert ("X-06" in added(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("words", "code", "wrong"),
    [
        ("申请最长一件用时27个工作日才答复，无逾期。", "H-15", True),
        ("依申请公开答复不超过20个工作日，其中一件历时32个工作日。", "H-15", True),
        ("申请最长一件用时27个工作日（征求第三方意见），无逾期。", "H-15", False),
        ("典型案例从处罚到曝光平均隔43天。", "H-15", False),
        ("《政府信息公公指南》更新一次。", "N-01", True),
        ("学习《保守国家秘蜜法》。", "N-01", True),
        ("依据《中华人民共和国行政复意法》答辩。", "N-01", True),
        ("没有收取政府信息检索处理费用。", "N-01", True),
        ("更新《政府信息公开指南》《政府信息公开目录》《政府信息公开指引》。", "N-01", False),
        ("学习《条例》2次，其中第二十条、第六十六条逐条讲。", "H-14", True),
        ("学习《条例》，逐条讨论第七十四条至第七十六条。", "H-14", True),
        ("学习《条例》和《行政处罚法》第六十六条。", "H-14", False),
        ("投稿信箱chixi.example.gov.cn。", "H-13", True),
        ("邮箱slj@example。", "H-13", True),
        ("邮箱slj@@example.gov.cn。", "H-13", True),
        ("网址http//www.example.gov.cn。", "H-13", True),
        ("局长信箱www.example.gov.cn/jzxx。", "H-13", False),
        ("邮箱slj@example.gov.cn。", "H-13", False),
        ("由办公室逐页把关，内部资料、注意保存；年内调整目录。", "P-08", True),
        ("（内部掌握，不公开）", "P-08", True),
        ("本材料仅限内部传阅，不得外传。", "P-08", True),
        ("建成办公系统（内部使用），流转文件。", "P-08", False),
        (f"{YEAR}年9月16邀请专家讲课。", "F-02", True),
        (f"{YEAR}年9月16日至18召开培训会。", "F-02", True),
        ("9月16家单位参加培训。", "F-02", False),
        (f"{YEAR}年9月16日邀请专家讲课。", "F-02", False),
        ("敏感词拦截12余次。", "F-06", True),
        ("向档案馆移交档案近1400卷。", "F-06", True),
        ("社会评议满意率92%左右。", "F-06", True),
        ("接待群众120余人次。", "F-06", False),
        ("群众满意率百分之一百零五。", "F-08", True),
        ("观看18万人次，占全县农户的180%。", "F-08", True),
        ("考核得分102分（满分100分）。", "F-08", True),
        ("考核得分98分（满分100分）。", "F-08", False),
        ("（三）落实动态更新。\n（五）加强培训。", "F-05", True),
        ("对此，一是按月更新；一是增加解读。", "F-05", True),
        ("对此，一是按月更新；二是增加解读。", "F-05", False),
        ("落实主体则任。", "F-09", True),
        ("健全长郊机制。", "F-09", True),
        ("认真贯策落实要求。", "F-09", True),
        ("落实主要责任，平台建强用好。", "F-09", False),
        ("县对本局年度考核XX分。", "Y-04", True),
        ("资料架每站 5 本。", "F-01", True),
        (f"办理进度：在办3件，{YEAR}年1月底前答复。", "Y-10", True),
        (f"办理进度：在办3件，{YEAR + 1}年1月底前答复。", "Y-10", False),
        (f"{YEAR - 1}年结转下年度。", "Y-10", True),
        (f"与上年相比，{YEAR - 2}年的公开工作更细。", "Y-01", True),
        (f"与上年相比，{YEAR}年的公开工作更细。", "Y-01", False),
        (f"培训1次，{YEAR - 3}年共42人参加。", "Y-01", True),
        (f"本报告公布日期为{YEAR}年11月20日。", "P-11", True),
        (f"本报告公布日期为{YEAR + 1}年1月20日。", "P-11", False),
        ("并按五个方面推进：1.选题；2.采写；3.审核；4.发布。", "F-07", True),
        ("不予公开的按条例（国务院令第171号）执行。", "H-12", True),
        ("依申请公开方面，12条申请都按期办完。", "F-03", True),
        ("依申请公开方面，发放申请表3份。", "F-03", False),
    ],
)
def test_in_section_one(words: str, code: str, wrong: bool) -> None:
    assert (code in added(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("report", "words", "wrong"),
    [
        (COUNTY, "全市现行有效的文件统一展示。", True),
        (COUNTY, "全镇32个单位落实审查员。", True),
        (COUNTY, "在全市考核中列第三。", False),
        (COUNTY, "全县32个单位落实审查员。", False),
        (TOWNSHIP, "全镇12个村更换公开栏。", False),
    ],
)
def test_the_area_of_another_level(report: Report, words: str, wrong: bool) -> None:
    assert ("Y-11" in added(report, words)) is wrong


@pytest.mark.parametrize(
    ("words", "code", "wrong"),
    [
        ("改进情况：四、一是加强培训；二是按月更新，解决更新慢的问题。", "F-05", True),
        ("问题：2.人员少；3.更新慢。改进：加强培训。", "F-05", True),
        ("主要问题是人员少。改进措施有四：一是加强培训；二是配备专人；三是定期检查。", "F-07", True),
        ("主要问题是人员少。改进措施有三：一是加强培训；二是配备专人；三是定期检查。", "F-07", False),
        ("存在两点不足：人员少、更新慢、形式单一。下一步加强培训。", "F-07", True),
        ("主要问题是人员少、更新慢，解读也少。整改情况：", "S-09", True),
        ("主要问题是人员少、更新慢，解读也少。整改情况：已增配一人。", "S-09", False),
        ("存在的问题：工作总体平稳，各项任务全部完成。改进情况：针对解读少，拍摄短视频5期。", "S-09", True),
        ("这一年的短板是明细少。补短板的做法是：请业主单位在大厅设窗口。", "S-09", False),
        (f"问题是人员少，更新慢。下步于{YEAR - 1}年把手册搬上网。", "Y-10", True),
        (f"问题是人员少，更新慢。计划在{YEAR}年内完成改版。", "Y-10", True),
        (f"问题是人员少，更新慢。计划在{YEAR + 1}年内完成改版。", "Y-10", False),
    ],
)
def test_in_the_part_on_problems(words: str, code: str, wrong: bool) -> None:
    assert (code in codes(BUREAU.with_text("problems", words))) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("本年度信息处理费为零，按件收取100元，没有其他需要报告的事项。", True),
        ("信息处理费：本年未收取，计收金额300元。其他：没有。", True),
        ("发出信息处理费收费通知7件，涉及金额1,900元，实际收取2,600元。没有其他事项。", True),
        ("发出信息处理费收费通知1件，金额340元，申请人逾期未缴纳，实际收费340元。没有其他事项。", True),
        ("发出信息处理费收费通知1件，金额340元，申请人逾期未缴纳，实际收费0元。没有其他事项。", False),
        ("发出信息处理费收费通知7件，涉及金额1,900元，实际收取1,600元。没有其他事项。", False),
        ("发出收费通知1件，申请人逾期未缴费，实际收取信息处理费300元。没有其他事项。", True),
        ("发出收费通知1件，申请人逾期未缴费，未实际收取信息处理费。没有其他事项。", False),
        ("发出收费通知2件，1件逾期未缴费，实际收取信息处理费300元。没有其他事项。", False),
        ("未向申请人收取信息处理费，收费金额200元。没有其他事项。", True),
        ("本年没有收取信息处理费。收费标准为按件每件100元。没有其他事项。", False),
    ],
)
def test_fees_charged_and_not(words: str, wrong: bool) -> None:
    assert ("X-07" in codes(BUREAU.with_text("other_matters", words))) is wrong


@pytest.mark.parametrize(
    ("words", "code", "wrong"),
    [
        ("算上上年留下的意见，共研究16条。", "F-09", False),
        ("工作人员持证上上岗。", "F-09", True),
        ("统一12个社区公开栏的版式。", "F-09", False),
        ("办理一1件。", "F-09", True),
        ("对全年工作作如下安排。", "F-09", False),
        ("对全年工作作的安排。", "F-09", True),
        ("人大财经委视察1次。", "Y-07", False),
        ("会同经委视察1次。", "Y-07", True),
        ("把县、市、省政策按行业、规模、时间三个维度打标签。", "F-07", False),
        ("由法制、保密、宣传、网信三个科室会签。", "F-07", True),
        ("公示低保、特困、临时救助、残疾人两项补贴等资金。", "F-07", False),
        (f"{YEAR - 1}年报告中提到的“更新慢”，经过帮扶有好转。", "Y-01", False),
        (f"{YEAR - 1}年召开会议，研究信息公开工作。", "Y-01", True),
    ],
)
def test_what_only_looks_like_a_mistake(words: str, code: str, wrong: bool) -> None:
    assert (code in added(BUREAU, words)) is wrong


def test_mistakes_and_lessons_are_problems() -> None:
    told = "1件被纠正的复议，错在把结案的报告当成案卷，教训深刻。我们这样改：制作提示单，下架改由系统自动执行。"
    assert "S-09" not in codes(BUREAU.with_text("problems", told))


def test_a_notice_of_charges_tells_of_the_fee() -> None:
    told = "全年发出收费通知2件，1件已缴纳300元，1件因申请人逾期未缴费不再处理。无其他需要报告的事项。"
    assert "S-10" not in codes(BUREAU.with_text("other_matters", told))
