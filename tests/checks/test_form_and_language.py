"""Kinds of slips of form and language, each in several clerks' words, beside right sentences that look alike."""

import pytest

from model.report.report import Report, TextId
from model.structs import replace
from tests.checks.correct import BUREAU, COUNTY, TOWNSHIP, judged, reworded

LED = reworded(TOWNSHIP, "overview", "由镇长任组长", "由主任任组长")
STREET = replace(LED, agency=replace(TOWNSHIP.agency, name="安平市城东区南湖街道办事处", type="subdistrict"))
VILLAGE = replace(LED, agency=replace(TOWNSHIP.agency, name="石桥乡人民政府"))
CITY = replace(BUREAU, agency=replace(BUREAU.agency, name="安平市审计局", level="city"))
SAFETY = replace(BUREAU, agency=replace(BUREAU.agency, name="青河县应急管理局"))
LAW = replace(BUREAU, agency=replace(BUREAU.agency, name="东川县城市管理和综合行政执法局", short_name=""))
GUARD = replace(BUREAU, agency=replace(BUREAU.agency, name="东川县综合行政执法局", short_name=""))
SLOPE = replace(TOWNSHIP, agency=replace(TOWNSHIP.agency, name="青河县望江坪镇人民政府"))
CULTURE = replace(BUREAU, agency=replace(BUREAU.agency, name="青河县文化广电和旅游局", short_name=""))
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
        ("依申请公开方面，新收自然人申请4例。", "F-03", True),
        ("2.依申请公开。收到自然人提出的申请4份，已答复。", "F-03", True),
        ("（二）依申请公开：全年共收到企业申请2起。", "F-03", True),
        ("依申请公开工作：受理个人申请六条。", "F-03", True),
        ("依申请公开：接收法律服务机构申请3项。", "F-03", True),
        ("依申请公开情况。新收申请：5宗。", "F-03", True),
        ("依申请公开：收到村民递交的申请2例，均公开。", "F-03", True),
        ("依申请公开：收到申请表3份。", "F-03", False),
        ("依申请公开：受理低保申请56份。", "F-03", False),
        ("依申请公开：申请人提交申请材料3份。", "F-03", False),
        ("受理行政许可申请321条。", "F-03", False),
        ("依申请公开：收到申请5件，涉及材料12份。", "F-03", False),
        ("依申请公开：受理入学申请30份不在此列。", "F-03", False),
        ("依申请公开：收到申请人意见3条。", "F-03", False),
        ("依申请公开：受理退税申请12份。", "F-03", False),
        ("举办培训4期，培训左右530人次。", "F-06", True),
        ("接待约30余人次。", "F-06", True),
        ("累计培训530余人次左右。", "F-06", True),
        ("发放折页近2000份左右。", "F-06", True),
        ("走访大约60多户。", "F-06", True),
        ("参会上下30人。", "F-06", True),
        ("解答咨询约120次左右。", "F-06", True),
        ("惠及近500余户。", "F-06", True),
        ("培训人员120余人次。", "F-06", False),
        ("接受群众咨询约300次。", "F-06", False),
        ("在公示栏左右2侧张贴。", "F-06", False),
        ("大厅左右各设一处窗口。", "F-06", False),
        ("日均浏览500次左右。", "F-06", False),
        ("上下班高峰接待群众12人。", "F-06", False),
        ("年龄30岁上下。", "F-06", False),
        ("本乡2024没有收取信息处理费。", "F-02", True),
        ("县教育局2024政府信息公开工作平稳。", "F-02", True),
        ("青河县水务局2024收到申请12件。", "F-02", True),
        ("街道办2024未收到举报。", "F-02", True),
        ("区政府2024全年公开信息30条。", "F-02", True),
        ("我局2024主动公开信息300条。", "F-02", True),
        ("县水务局2024度工作平稳。", "F-02", True),
        ("本中心2024无收费。", "F-02", True),
        ("我局2024年没有收费。", "F-02", False),
        ("县局2024版目录上线。", "F-02", False),
        ("本局2024件信息全部归档。", "F-02", False),
        ("我乡2024户居民收到通知。", "F-02", False),
        ("县局第2024期简报发布。", "F-02", False),
        ("按照国办2024要求执行。", "F-02", False),
        ("本局2024人次参加培训。", "F-02", False),
        ("县图书馆藏书2024册，街道2024个网格。", "F-02", False),
        ("按重复申请办理，25个工作日内告知申请人。", "H-15", True),
        ("依申请公开6件平均办理28.5个工作日。", "H-15", True),
        ("申请答复平均用时21个工作日。", "H-15", True),
        ("对政府信息公开申请在22个工作日内书面回复。", "H-15", True),
        ("申请在30个工作日内送达答复书。", "H-15", True),
        ("答复申请平均时长25.5个工作日。", "H-15", True),
        ("政府信息公开申请平均办结周期为26个工作日。", "H-15", True),
        ("收到申请后30个工作日内告知申请人不存在。", "H-15", True),
        ("申请平均办理8.5个工作日。", "H-15", False),
        ("在7个工作日内告知申请人补正。", "H-15", False),
        ("对信访件25个工作日内告知来访人。", "H-15", False),
        ("征求第三方意见的申请，35个工作日内告知结果。", "H-15", False),
        ("行政许可申请25个工作日内告知。", "H-15", False),
        ("申请答复平均用时12个工作日，比法定时限提前8个工作日。", "H-15", False),
        ("投诉办理平均28个工作日。", "H-15", False),
        ("延长答复期限的1件，于35个工作日内送达。", "H-15", False),
        ("每件100元，每月11至30件的部分每件200元。", "F-02", False),
        ("申请13宗，依申请公开均办结。", "F-03", False),
        ("会同县经济贸易委员会推送惠企政策。", "Y-07", True),
        ("县经贸委公开目录。", "Y-07", True),
        ("县农业局公示补贴名单。", "Y-07", True),
        ("会同区劳动和社会保障局公开。", "Y-07", True),
        ("县人口和计划生育局公开奖励扶助名单。", "Y-07", True),
        ("由县监察局监督公开。", "Y-07", True),
        ("县公安消防大队公布检查结果。", "Y-07", True),
        ("县城乡规划局公示方案。", "Y-07", True),
        ("镇国土资源所公示宅基地审批。", "Y-07", True),
        ("2019年机构改革时，县国土资源局的职责划入县自然资源局。", "Y-07", False),
        ("原县农业局的档案已移交。", "Y-07", False),
        ("会同县人力资源和社会保障局、县农业农村局公开。", "Y-07", False),
        ("县自然资源和规划局公示方案。", "Y-07", False),
        ("建设工程质监站公开检查结果。", "Y-07", False),
        ("县发展和改革委员会公开项目。", "Y-07", False),
        ("县消防救援大队公布检查结果。", "Y-07", False),
        ("县监察委员会通报典型案例。", "Y-07", False),
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
        ("未收取信息处理费。其他，无。", False),
        ("（一）信息处理费收取情况。没有收取。\n（二）其他。无。", False),
        ("（一）发出收费通知3件，收取220元。\n（二）所列收费不含代收的维修资金。", False),
        ("信息处理费：没有收。其他：停车规定的备案号见政府网站。", False),
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
        ("紧扣群众关注的内容，2023年共公开信息389条。", True),
        ("坚持“谁制作、谁公开”，2023年在县政府门户网站公开信息186条。", True),
        ("围绕民生热点，2022年主动公开政府信息230条。", True),
        ("落实主体责任，2023年全年收到申请5件。", True),
        ("畅通渠道，2023年，通过公众号发布信息120篇。", True),
        ("强化培训，2023年举办培训班3期。", True),
        ("抓好解读，2023年我局制发图解12篇。", True),
        ("线上线下并举，2023年累计推送公告34条。", True),
        ("紧扣群众关注的内容，2024年共公开信息389条。", False),
        ("上年底数不清，2023年共公开信息389条，今年公开412条。", False),
        ("比2023年多23条。", False),
        ("今年新收5件，2023年收到8件。", False),
        ("自网站上线以来，2023年公开信息389条，2024年公开412条。", False),
        ("公开信息412条，2023年公开389条。", False),
        ("复查旧文件，2019年以来公开的文件共300件逐条核对。", False),
        ("针对上年指出的问题，2023年组织培训3次，已全部整改。", False),
        ("2019年机构改革时，原县农业局的职责划入我局。", False),
        ("2023年办理的申请档案14件已全部归档。", False),
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
        (SAFETY, "有关材料由青河应急管理局留存。", True),
        (BUREAU, "设置位置由青源县水务局核定。", True),
        (LAW, "东川县城市管理和执法局公开信息。", False),
        (GUARD, "东川县综合执法局公开信息。", True),
        (LAW, "由东川县城市管理和综合执法局核定。", True),
        (LAW, "东川县城市管理综合行政执法局公开信息。", False),
        (SLOPE, "有关材料由青河县望江镇人民政府留存。", True),
        (SLOPE, "望江镇人民政府每季度听取汇报。", True),
        (SLOPE, "望江坪镇人民政府每季度听取汇报。", False),
        (SLOPE, "望江坪镇每季度听取汇报。", False),
        (CULTURE, "青河县文化和旅游局公开信息。", True),
        (CULTURE, "青河县文化广电旅游局公开信息。", False),
        (CULTURE, "青河县文旅局公开信息。", False),
        (LAW, "东川县综合执法中心移交案卷。", False),
        (BUREAU, "经青河县水务局核定。", False),
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
        (VILLAGE, "本镇列全县第11位。", True),
        (VILLAGE, "我镇把公开列入考核。", True),
        (TOWNSHIP, "我乡没有收取信息处理费。", True),
        (STREET, "本乡每季度自查一次。", True),
        (VILLAGE, "本街道聘请监督员5名。", True),
        (BUREAU, "2024年，我县人民医院围绕群众需求公开信息。", True),
        (BUREAU, "2024年，县第一中学坚持先审后发。", True),
        (BUREAU, "2024年县供水集团认真落实公开要求。", True),
        (VILLAGE, "本乡列全县第11位。", False),
        (VILLAGE, "我乡各村公开栏全部更新。", False),
        (BUREAU, "我县人民医院的收费标准全部公开。", False),
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


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("主要问题：无。改进办法：每月25日前上网，发现问题当场整改。", True),
        ("（一）存在的问题：没有。\n（二）改进情况：公开栏每月更新，专人检查。", True),
        ("存在的主要问题暂无。今后将继续加强培训，提高公开质量。", True),
        ("搬迁点的信息公开还有空白。我们对此高度重视。", True),
        ("公开栏更新较慢，解读形式单一。我局对此十分重视，认识到位。", True),
        ("答复被纠正2件，暴露出事实调查不细、条款引用不准等问题，及时性也不强。", True),
        ("部分栏目更新不够及时，公开内容不够全面。", True),
        ("一是公开意识不强；二是解读形式单一。对此深表歉意。", True),
        ("搬迁点的信息公开还有空白。对此高度重视，已新设公示栏3个。", False),
        ("主要问题：无专职人员，业务不熟。改进办法：配备专人，每月培训。", False),
        ("存在的问题：没有固定的公开栏。改进：在大厅新设公开栏2处。", False),
        ("不足之处是更新慢。对此，我局每周检查一次，逐条补齐。", False),
        ("栏目更新慢。已正式启用新栏目，每周更新。", False),
        ("问题不多，主要是解读少。下一步将增加图解。", False),
        ("答复被纠正2件，暴露出调查不细。修正答复模板，逐件复核。", False),
        ("群众反映公开栏太高。改为低处张贴，并加大字号。", False),
    ],
)
def test_a_problem_and_what_is_done(words: str, wrong: bool) -> None:
    assert ("S-09" in codes(BUREAU.with_text("problems", words))) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("主要是三点不足：网上内容少、图片质量差。对此增加内容。", True),
        ("突出的问题有三个：一个是申请人描述不清，补正率高；一个是评分标准不透明。今后逐项改进。", True),
        ("存在两个问题：解读形式单一；人员业务不熟；更新不及时。已改进。", True),
        ("主要有四个方面的不足：内容不够全、更新不够快、解读不够生动。将改进。", True),
        ("问题有两个：栏目更新较慢、解读材料偏少、培训次数不多。将改进。", True),
        ("以下三项改进措施：加强业务培训；完善审核流程。", True),
        ("暴露出三个短板：检索范围过窄、条款引用不准。已复盘。", True),
        ("主要有两点不足：村级公开滞后；解读形式单一；回应不够及时。将改进。", True),
        ("主要是两点不足：网上内容少、图片质量差。对此增加内容。", False),
        ("主要有三个问题：内容少、更新慢、解读不够等。", False),
        ("存在两个问题：解读形式单一，以文字、图片为主；人员业务不熟。", False),
        ("主要有两个方面的问题：对申请的研判、会商不够。已改进。", False),
        ("突出的问题有两个：一个是描述不清；一个是评分不透明。", False),
        ("存在三个问题：更新不够及时和全面、解读形式单一。", False),
        ("两项改进措施：加强业务培训；完善审核流程。", False),
        ("主要有三个问题：一是内容少；二是更新慢；三是解读少、形式旧。", False),
    ],
)
def test_how_many_a_plain_list_names(words: str, wrong: bool) -> None:
    assert ("F-07" in added(BUREAU, words, "problems")) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("一，主动公开。\n二、依申请公开。\n三、平台建设。", True),
        ("一、主动公开。\n二，依申请公开。\n三、平台建设。", True),
        ("一、主动公开。\n二、依申请公开。\n三.平台建设。", True),
        ("一、主动公开。\n二．依申请公开。", True),
        ("一、主动公开。\n二,依申请公开。", True),
        ("一、主动公开。\n二、依申请公开。\n三，平台建设。\n四、监督保障。", True),
        ("一、主动公开。\n二、依申请公开。", False),
        ("一，主动公开。\n二，依申请公开。", False),
        ("一年来，工作平稳。", False),
        ("一、二号楼均设公开栏。", False),
    ],
)
def test_the_mark_behind_a_number(words: str, wrong: bool) -> None:
    report = BUREAU.with_text("overview", words)
    assert any("与其他各条一致" in finding.message for finding in judged(report)) is wrong


@pytest.mark.parametrize(
    ("words", "codes_told"),
    [
        ("没有发出收费通知，收费通知2份，收费金额为0元。", {"X-07"}),
        ("街道未发收费通知，信息处理费收入为100元。", {"X-07"}),
        ("未收取信息处理费（全年收费通知2件，到账200元）。", {"X-07"}),
        ("全年发出收费通知1件，金额120万元，申请人已缴纳。", {"X-07"}),
        ("发出信息处理费收费通知1件，计45元，申请人逾期未缴，实际收取0元。", {"X-13"}),
        ("全年发出收费通知1件，金额125元，申请人已缴纳。", {"X-13"}),
        ("没有下达信息处理费收费通知。下达3份收费通知。", {"X-07"}),
        ("未送达收费通知，信息处理费入账30元。", {"X-07"}),
        ("全年发出收费通知1件，金额120元，申请人已缴纳。", set()),
        ("没有发出收费通知，收费金额为0元。", set()),
        ("没有发出收费通知；上年收费通知2件，已结清。", set()),
        ("发出信息处理费收费通知2件，金额300元。", set()),
        ("收费通知0件，收取信息处理费0元。", set()),
        ("未收取信息处理费，财政收入情况按月公开。", set()),
        ("未收取信息处理费，办公经费由财政保障，共计3.5万元。", set()),
        ("没有发出收费通知，提醒通知2份。", set()),
    ],
)
def test_notices_and_amounts_of_the_fee(words: str, codes_told: set[str]) -> None:
    assert codes(BUREAU.with_text("other_matters", words)) & {"X-07", "X-13"} == codes_told
