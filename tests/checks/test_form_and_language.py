"""Kinds of slips of form and language, each in several clerks' words, beside right sentences that look alike."""

from dataclasses import replace

import pytest

from model.report.report import Report, TextId
from tests.checks.correct import BUREAU, COUNTY, TOWNSHIP, judged

STREET = replace(TOWNSHIP, agency=replace(TOWNSHIP.agency, name="安平市城东区南湖街道办事处", type="subdistrict"))
VILLAGE = replace(TOWNSHIP, agency=replace(TOWNSHIP.agency, name="石桥乡人民政府"))
CITY = replace(BUREAU, agency=replace(BUREAU.agency, name="安平市审计局", level="city"))
SAFETY = replace(BUREAU, agency=replace(BUREAU.agency, name="青河县应急管理局"))
SUED = COUNTY.with_number("disputes.direct_suit.upheld", 3)


def codes(report: Report) -> set[str]:
    return {finding.check for finding in judged(report)}


def added(report: Report, words: str, section: TextId = "overview") -> set[str]:
    return codes(report.with_text(section, f"{report.text[section]}\n{words}"))


@pytest.mark.parametrize(
    ("words", "code", "wrong"),
    [
        ("2024青河县水务局抓公开。", "F-02", True),
        ("2024继续实行例会制度。", "F-02", True),
        ("（六）2024推进标准化。", "F-02", True),
        ("活动照常。2023举行开放日。", "F-02", True),
        ("2024局机关开展培训。", "F-02", True),
        ("2024件信息逐条复核。", "F-02", False),
        ("2024户居民收到通知。", "F-02", False),
        ("2024青河旅游节期间设公开展台。", "F-02", False),
        ("2024学年信息按期公开。", "F-02", False),
        ("热线电话2024接听。", "F-02", False),
        ("群众向我局提出政府信息公开申请5例。", "F-03", True),
        ("企业提交信息公开申请3份。", "F-03", True),
        ("公民递交政府信息公开申请2条。", "F-03", True),
        ("群众提出意见5条。", "F-03", False),
        ("作出行政处罚决定约40件。", "F-06", True),
        ("全年行政许可近百件。", "F-06", True),
        ("全年巡查50余次。", "F-06", True),
        ("开展抽查近30次。", "F-06", True),
        ("举办业务培训十余场，召开例会20多次。", "F-06", True),
        ("开展督查约12轮。", "F-06", True),
        ("公众号月均推送20条以上。", "F-06", False),
        ("平均每月发布信息约20条。", "F-06", False),
        ("培训人员120余人次。", "F-06", False),
        ("接受群众咨询约300次。", "F-06", False),
        ("群众热线平均每天接听近10次。", "F-06", False),
        ("按照<中华人民共和国审计法>公开结果。", "H-09", True),
        ("落实＜政务公开工作要点＞。", "H-09", True),
        ("修订<<信息发布审查制度>>。", "H-09", True),
        ("依据〈政府信息公开信息处理费管理办法〉收费。", "H-09", True),
        ("学习“中华人民共和国政府信息公开条例”。", "H-09", True),
        ("印发《关于贯彻〈政务公开工作要点〉的通知》。", "H-09", False),
        ("气温<零下5度>时停止户外宣传。", "H-09", False),
        ("开设“法律法规”“规章制度”栏目。", "H-09", False),
        ("学习“中华人民共和国成立75周年”专题。", "H-09", False),
        ("按“一网通办”的要求公开。", "H-09", False),
        ("现将有关情况报送如下，请审阅。", "H-10", True),
        ("现报告如下，当否，请批示：", "H-10", True),
        ("情况说明如下，特此报告。", "H-10", True),
        ("现将情况呈报如下。", "H-10", True),
        ("以上情况，敬请审阅。", "H-10", True),
        ("对股室下发提醒函，妥否请批示。", "H-10", True),
        ("没有收取信息处理费，现予上报。", "H-10", True),
        ("附：报送审稿说明。", "H-10", True),
        ("（送审稿）", "H-10", True),
        ("公开工作总体平稳（征求意见稿2）。", "H-10", True),
        ("以上内容如有不妥，请指正。", "H-10", True),
        ("附件：送审稿。", "H-10", True),
        ("全年平稳，现呈上。", "H-10", True),
        ("数据已核对，谨报请审批。", "H-10", True),
        ("培训3期。可否，请示。", "H-10", True),
        ("开展培训3次，此致敬礼！", "H-10", True),
        ("现将工作情况报告如下。", "H-10", False),
        ("重大决策草案（征求意见稿）公开征求意见6次。", "H-10", False),
        ("月报现由专人上报县政府办。", "H-10", False),
        ("经审核后现已上报。", "H-10", False),
        ("能否公开，由保密办审定。", "H-10", False),
        ("是否妥当，可向法制机构咨询。", "H-10", False),
        ("规划草案附编制说明公开。", "H-10", False),
        ("附件3个随通知一并报送备案。", "H-10", False),
        ("公开前请法律顾问提出意见，不妥之处及时修改。", "H-10", False),
        ("疑难件请县司法局审核。", "H-10", False),
        ("答复书拟好后，提请局长办公会审定。", "H-10", False),
        ("按月将信息报送县政府网站。", "H-10", False),
        ("重大事项请示报告制度上墙。", "H-10", False),
        ("意见发至qhxswj163.com。", "H-13", True),
        ("来信请寄（swj2024qq.com）。", "H-13", True),
        ("可写信到shuiwuju126.com反映。", "H-13", True),
        ("材料发qhgk_2024foxmail.com。", "H-13", True),
        ("电子邮件（单位邮箱qhsw@163.com）提供。", "H-13", True),
        ("公布邮箱qhswj@qq.com，收集意见。", "H-13", True),
        ("信息登在www.sina.com上。", "H-13", False),
        ("信息登在http://news.qq.com上。", "H-13", False),
        ("公布邮箱gk@qinghe.gov.cn。", "H-13", False),
        ("在新浪、搜狐开设账号。", "H-13", False),
        ("热线12345、12315收到的问题全部回复。", "H-13", False),
        ("依照《条例》第二十条第（五）项关于个人隐私的规定不予公开。", "H-14", True),
        ("学习《条例》3次，重点学习第三十八条关于信访投诉类申请的规定。", "H-14", True),
        ("依照《条例》第二十三条延长期限。", "H-14", True),
        ("落实条例第二十五条关于公开主体的规定。", "H-14", True),
        ("对《条例》第六条各种答复情形掌握不牢。", "H-14", True),
        ("按照2017年5月15日起施行的条例第十八条规定，定期评估。", "H-14", True),
        ("依照《条例》第三十三条延长答复期限。", "H-14", False),
        ("落实《条例》第十条关于公开主体的规定。", "H-14", False),
        ("学习《条例》，重点学习第三十九条关于信访投诉类申请的规定。", "H-14", False),
        ("学习《条例》和《行政复议法》，重点是第二十三条关于个人隐私的说明。", "H-14", False),
        ("依照《条例》第二十条第（五）项公开许可事项。", "H-14", False),
        ("申请均在收到之日起31个工作日内答复，未办理延期。", "H-15", True),
        ("申请全部办结，最长的用了45个工作日。", "H-15", True),
        ("申请3件，1件为信访投诉，均在30个工作日内办结。", "H-15", True),
        ("申请均在15个工作日内答复。", "H-15", False),
        ("信访件12件，均在60个工作日内办结。", "H-15", False),
        ("申请1件经延长，30个工作日内答复。", "H-15", False),
        ("学习《政府信息公开信息处理办法》。", "N-01", True),
        ("落实《政府信息公开信息处理收费办法》。", "N-01", True),
        ("未收取信息处置费。", "N-01", True),
        ("未收取信息处费。", "N-01", True),
        ("未收取政府信息公开费。", "N-01", True),
        ("落实《政府信息公开信息处理费管理办法》。", "N-01", False),
        ("没有发生政府信息公开费用。", "N-01", False),
        ("信息化费用、信息系统维护费按预算公开。", "N-01", False),
        ("此件内部资料，请注意保存。", "P-08", True),
        ("办结全部申请。本材料为内部资料，不得外传。", "P-08", True),
        ("编印内部资料2期，已按规定清理。", "P-08", False),
        ("全年公开在建项目  个。", "Y-04", True),
        ("接待群众查询  人次。", "Y-04", True),
        ("制作图表XX张，方便查询。", "Y-04", True),
        ("无其他事项（此处由各单位根据实际填写）。", "Y-04", True),
        ("名称　　地址　　电话。", "Y-04", False),
        ("填写说明（此项可在窗口咨询）已经上墙。", "Y-04", False),
        ("全年服务 REF _Toc1283 \\h 1750人次。", "Y-05", True),
        ("见第 PAGEREF _Ref77 \\h 页。", "Y-05", True),
        ("公开信息 SEQ 表 \\* ARABIC 条。", "Y-05", True),
        ("编号 DOCPROPERTY Title \\* MERGEFORMAT 已归档。", "Y-05", True),
        ("数据以EXCEL、PDF格式提供下载。", "Y-05", False),
        ("路径D:\\data已清理。", "Y-05", False),
        ("组织刚刚修订的《条例》知识测试。", "Y-07", True),
        ("学习最新修订的《政府信息公开条例》。", "Y-07", True),
        ("修订公开指南，学习《条例》。", "Y-07", False),
        ("4件平均用时8天，最长的15个工作日、最短的当日办结。", "Y-09", False),
        ("全部申请应在15个工作日内答复。", "Y-09", True),
    ],
)
def test_in_section_one(words: str, code: str, wrong: bool) -> None:
    assert (code in added(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("words", "code", "wrong"),
    [
        ("一、主动公开\n二、依申请公开\n四、平台建设", "F-05", True),
        ("一、主动公开\n二、依申请公开\n二、平台建设", "F-05", True),
        ("第一，抓公开。\n第三，抓平台。", "F-05", True),
        ("第一件，抓公开。第二件，抓申请。第四件，抓平台。", "F-05", True),
        ("做法：（一）抓公开；（三）抓平台。", "F-05", True),
        ("一、主动公开\n二、依申请公开\n三、平台建设", "F-05", False),
        ("第一，抓公开。第二，抓申请。第三，抓平台。", "F-05", False),
        ("五、六月份集中清理。", "F-05", False),
        ("做法：（一）抓公开；（二）抓平台。", "F-05", False),
        ("工作从三个方面展开。\n（一）公开。\n（二）申请。", "F-07", True),
        ("主要做了四件事。第一件，公开。第二件，申请。第三件，平台。", "F-07", True),
        ("概括为“三个一”：\n1.一批信息。\n2.一套流程。", "F-07", True),
        ("采取三条措施：第一，公开；第二，培训。", "F-07", True),
        ("推出两项措施：一是改进流程；二是解决堵点；三是培训。", "F-07", True),
        ("一是滞后；二是不清；三是不便。以上两个方面问题须改进。", "F-07", True),
        ("资助分为免学费、助学金、奖学金四类，逐一公开。", "F-07", True),
        ("（七）上线英、日、韩二种语言版本。", "F-07", True),
        ("工作从三个方面展开。\n（一）公开。\n（二）申请。\n（三）平台。", "F-07", False),
        ("采取三条措施：第一，公开；第二，改进；第三，整改。", "F-07", False),
        ("一是滞后；二是不清。以上两个方面问题须改进。", "F-07", False),
        ("资助分为免学费、助学金、奖学金三类，逐一公开。", "F-07", False),
        ("完成三项工作。随后又组织培训：一是公开；二是申请。", "F-07", False),
        ("从三个方面着手，持续用力。", "F-07", False),
    ],
)
def test_numbers_of_lists(words: str, code: str, wrong: bool) -> None:
    before = BUREAU.with_text("overview", words)
    assert (code in codes(before)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("申请人王建国多次反映。", True),
        ("当事人孙玉梅继续提起诉讼。", True),
        ("申请人李明再次来电。", True),
        ("来访人张伟表示满意。", True),
        ("申请人赵大海本人签收。", True),
        ("申请人多次反映。", False),
        ("申请人方便时领取。", False),
        ("当事人和解后撤回。", False),
        ("申请人高度认可。", False),
        ("申请人何时再次提出，均予受理。", False),
    ],
)
def test_names_of_persons(words: str, wrong: bool) -> None:
    assert ("P-09" in added(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("截至2024年12月31日，我局未收取政府信息公开信息处理费。", True),
        ("信息处理费方面，本年度没有收取。", True),
        ("2024年度，没有收取信息处理费。", True),
        ("发出信息处理费收费通知3件，实际收取2件，收取460元；另1件逾期未缴纳，依规不再处理。", True),
        ("根据有关规定，2024年全年未收取信息处理费。", True),
        ("未收取信息处理费。没有其他需要报告的事项。", False),
        ("未收取信息处理费。组织政府开放日活动2次。", False),
    ],
)
def test_only_the_fee_is_told_of(words: str, wrong: bool) -> None:
    assert ("S-11" in codes(BUREAU.with_text("other_matters", words))) is wrong


@pytest.mark.parametrize(
    ("upheld", "corrected", "wrong"),
    [
        (0, 2, True),
        (5, 2, True),
        (6, 2, True),
        (20, 5, True),
        (2, 3, True),
        (2, 1, False),
        (4, 0, False),
        (9, 2, False),
    ],
)
def test_section_five_is_silent_on_corrected_cases(upheld: int, corrected: int, wrong: bool) -> None:
    none = {cell: 0 for cell in COUNTY.numbers if cell.startswith("disputes.")}
    cases = {"disputes.review.upheld": upheld, "disputes.review.corrected": corrected}
    report = COUNTY.with_numbers({**none, **cases}).with_text("problems", BUREAU.text.problems)
    assert ("S-15" in codes(report)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("直接起诉3件，均为涉及程序性告知的案件。", False),
        ("未经复议直接起诉3件，系对予以公开的内容有异议，不属于不予公开。", False),
        ("直接提起诉讼3件，因逾期未答复引起。", False),
        ("直接起诉3件，均为维持。", True),
        ("直接起诉3件，均因不服不予公开答复引起。", True),
        ("直接起诉3件，法院均判决维持。", True),
    ],
)
def test_the_cause_of_a_direct_suit(words: str, wrong: bool) -> None:
    assert ("T4-05" in added(SUED, words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("（六）依申请公开：2023年，收到申请36件。", True),
        ("根据工作安排，2023年我局完成改版。", True),
        ("现将2023年政府信息公开情况总结如下。", True),
        ("2023年，青河县水务局公开审计结果和整改情况。", True),
        ("依据《条例》，2022年本机关未开展评议。", True),
        ("2023年底下发的旧版流程同时停止使用。", False),
        ("2023年启用的专区继续开放。", False),
        ("2023年指出的问题已全部整改。", False),
        ("改进方向：2025年信息占比提高到一半以上。", False),
        ("现将2024年政府信息公开情况总结如下。", False),
        ("按照2023年要点的要求，今年完成改版。", False),
    ],
)
def test_years_of_an_older_draft(words: str, wrong: bool) -> None:
    assert ("Y-01" in added(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("改进：2023年图解不少于50期。", True),
        ("改进举措：\n1.按人群梳理，2023年上半年上线“计算器”。", True),
        ("改进措施：2024年起每季度制作不少于2条短视频。", True),
        ("下一步打算：2022年每村设公开栏。", True),
        ("整改方向：自2023年6月起按月通报。", True),
        ("下一步打算：一、实行A、B岗；二、2024年上半年再组织一次实操培训。", True),
        ("改进的打算：从2024年1月起，议事结果三日内公布。", True),
        ("今后的努力方向：2024年把公开栏改成大字版。", True),
        ("针对上述问题，一是逐件复盘；二是自2023年起实行先审后发。", True),
        ("针对以上不足，将于2024年第三季度前完成目录修订。", True),
        ("计划在2025年增加图表，并于2024年10月对信息员轮训一遍。", True),
        ("计划在2024年汛期前补齐预案解读。", True),
        ("下一步增设公示栏，从2023年7月起按周更新。", True),
        ("工作设想：在2023年增设公开角。", True),
        ("力争2024年上半年前完成历史文件清理。", True),
        ("针对上述问题，2024年组织培训3次。", False),
        ("针对上述问题，2024年6月起实行先审后发，差错已明显减少。", False),
        ("改进情况：2024年7月起每周更新。", False),
        ("下一步打算：2025年上半年再组织一次培训。", False),
        ("下一步打算：对2019年以来的文件逐件清理。", False),
        ("计划继续执行于2023年印发的制度。", False),
        ("下一步打算：在2024年工作的基础上扩大范围。", False),
        ("2024年上半年前期工作平稳，下一步将加强培训。", False),
        ("改进：2025年图解不少于50期。", False),
        ("改进情况：2024年举办培训3次。", False),
        ("改进情况：2023年已上线“计算器”。", False),
        ("改进：2023年印发的制度继续执行。", False),
        ("存在问题：2023年的历史数据不全。", False),
    ],
)
def test_years_of_plans(words: str, wrong: bool) -> None:
    assert ("Y-10" in added(BUREAU, words, "problems")) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("办结12件；1件结转2024年。", True),
        ("年底尚有1件在办，结转2024年度。", True),
        ("2023年结转2件，2024年办结5件，结转2024年3件。", True),
        ("1件结转2025年。", False),
        ("上年结转2024年1件。", False),
    ],
)
def test_years_that_applications_go_on_to(words: str, wrong: bool) -> None:
    assert ("Y-10" in added(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("report", "words", "wrong"),
    [
        (BUREAU, "2024年，青源县水务局公开信息。", True),
        (SAFETY, "青河县应急管局公开信息。", True),
        (SAFETY, "青河县应急指挥管理局公开信息。", True),
        (TOWNSHIP, "由石桥乡人民政府负责。", True),
        (VILLAGE, "石桥镇人民政府每季度听取汇报。", True),
        (SAFETY, "青河县应急局公开信息。", False),
        (TOWNSHIP, "原石桥乡人民政府的档案已移交。", False),
        (BUREAU, "青河县水务稽查局办理案件。", False),
        (BUREAU, "会同青源县水务局会商。", False),
        (SAFETY, "青河县应急管理局公开信息。", False),
    ],
)
def test_names_nearly_the_agencys(report: Report, words: str, wrong: bool) -> None:
    assert ("Y-03" in added(report, words)) is wrong


@pytest.mark.parametrize(
    ("report", "words", "wrong"),
    [
        (BUREAU, "面向全镇聘请社会监督员8名。", True),
        (CITY, "梳理全县公开事项清单132项。", True),
        (STREET, "在全乡打造信息公开角15处。", True),
        (VILLAGE, "2024年全镇政府信息公开工作平稳。", True),
        (TOWNSHIP, "2024年，全县在县网站专栏公开信息173条。", True),
        (COUNTY, "统筹推进全区政府信息公开。", True),
        (BUREAU, "2024年人社局未收取信息处理费。", True),
        (BUREAU, "2024年，县教育体育局在抓好主业的同时推进公开。", True),
        (STREET, "除上述情况外，金桂街道无其他事项。", True),
        (BUREAU, "健全镇村两级公开机制。", False),
        (COUNTY, "石桥镇在全镇12个村试点。", False),
        (COUNTY, "在全区政务公开考核中名列第三。", False),
        (TOWNSHIP, "在全县乡镇考核中排名第一。", False),
        (TOWNSHIP, "2024年，全县政务公开现场会在我镇召开。", False),
        (BUREAU, "2024年水务局未收取信息处理费。", False),
        (BUREAU, "2024年度我局把公开列入考核。", False),
        (STREET, "全区统一部署的任务全部完成。", False),
    ],
)
def test_words_of_another_agency(report: Report, words: str, wrong: bool) -> None:
    assert ("Y-11" in added(report, words)) is wrong
