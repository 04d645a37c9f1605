"""Kinds of mistakes as clerks of other provinces make them, each beside right sentences that look alike."""

import pytest

from model.report.report import Report
from model.structs import replace
from tests.checks.correct import BUREAU, COUNTY, TOWNSHIP, added, codes


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("政府网站（http://www.example .gov.cn）发布信息。", True),
        ("政府网站（http:// www.example.gov.cn）发布信息。", True),
        ("政府网站（http: //www.example.gov.cn）发布信息。", True),
        ("政府网站（http ://www.example.gov.cn）发布信息。", True),
        ("政府网站（https://www. example.gov.cn）发布信息。", True),
        ("政府网站https://www.example.gov .cn发布信息。", True),
        ("政府网站（http://www.example.gov.cn /zwgk/）发布信息。", True),
        ("政府网站（http://www.example.gov.cn/ zwgk/index.html）发布信息。", True),
        ("政府网站www.example.gov.cn /zwgk发布信息。", True),
        ("政府网站（http://www.example　.gov.cn）发布信息。", True),
        ("政府网站（http://www.example.gov.cn）发布信息。", False),
        ("政府网站http://www.example.gov.cn 2024年发布信息。", False),
        ("政府网站http://www.example.gov.cn/ 2024年发布信息。", False),
        ("网站http://www.example.gov.cn http://www.example.org.cn 可以查阅。", False),
        ("网站http://www.example.gov.cn/ www.example.org.cn 可以查阅。", False),
        ("政府网站http://www.example.gov.cn APP同步发布。", False),
    ],
)
def test_a_blank_in_the_address_of_a_site_is_told(words: str, wrong: bool) -> None:
    assert ("H-13" in added(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("推进信息公开，现将情况报告如下，请予审核。", True),
        ("现将情况报告如下，请予以审定。", True),
        ("以上是全年情况，敬请审核。", True),
        ("以上是全年情况，请领导审核。", True),
        ("有关情况附后，望予核准。", True),
        ("有关情况附后，请市局予以核实。", True),
        ("有关情况附后，请上级予以备案。", True),
        ("有关情况附后，请查收。", False),
        ("信息发布前报请分管领导审核。", False),
        ("拿不准的请法制科审核，再行发布。", False),
        ("发布前由科室提请审查，逐级把关。", False),
        ("来件登记后转有关科室予以核实。", False),
    ],
)
def test_the_words_of_a_covering_letter_are_told_inside_a_sentence(words: str, wrong: bool) -> None:
    assert ("H-10" in added(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("作出许可86件、处罚12件（《条例》第二十条第（八）项）。", True),
        ("作出许可86件（《条例》第二十条第六项）。", True),
        ("公示处罚12件（《条例》第二十条第（五）项）。", True),
        ("公开部门预算（《政府信息公开条例》第二十条第（九）项）。", True),
        ("公示政府采购合同，对应《条例》第二十条第（七）项。", True),
        ("公示收费标准，属于《条例》第二十条第（六）项。", True),
        ("作出许可86件（《条例》第二十条第（五）项）。", False),
        ("作出许可86件、处罚12件（《条例》第二十条第（六）项）。", False),
        ("公示处罚12件（《条例》第二十条第（六）项）。", False),
        ("公开教育收费标准（《条例》第二十条第（八）项）。", False),
        ("公开环境监测数据（《条例》第二十条第（十三）项）。", False),
        ("公开水价（《条例》第二十条第（八）项）。", False),
        ("作出许可86件。对民生信息（《条例》第二十条第（十一）项）及时公开。", False),
        ("对应收集的清单逐项梳理。", False),
    ],
)
def test_an_item_cited_behind_what_it_is_cited_for(words: str, wrong: bool) -> None:
    assert ("H-14" in added(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("把政府信息工作作为接受监督的重要方式。", True),
        ("扎实推进政府信息工作。", True),
        ("2024年政府信息工作情况如下。", True),
        ("做好政府公开工作。", True),
        ("县里召开政府信息工作会议。", True),
        ("把政府信息公开作为接受监督的重要方式。", False),
        ("政务信息工作由办公室承担。", False),
        ("配备政府信息工作人员2名。", False),
        ("把政府信息公开工作作为重要方式。", False),
        ("县政府公开工作要点已落实。", False),
    ],
)
def test_the_work_named_without_what_it_does(words: str, wrong: bool) -> None:
    assert ("N-01" in added(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("本报告由总体情况、主动公开情况等五个部分组成。", True),
        ("本年度报告共分七个部分。", True),
        ("本报告分为5部分。", True),
        ("年报全文包括总体情况等八个章节。", True),
        ("本报告由六个部分组成。", False),
        ("本报告由总体情况等6个部分组成。", False),
        ("培训教材由五个部分组成。", False),
        ("本报告数据由五个部门提供。", False),
        ("本报告分五个方面写总体情况。", False),
        ("本报告共收录三个部分领域的信息。", False),
    ],
)
def test_the_number_of_parts_told_further_on(words: str, wrong: bool) -> None:
    assert ("S-05" in added(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("将公开细化为立项、招标、变更、验收、结算6个环节；按期登载。", True),
        ("流程分申请、受理、答复4个阶段办理。", True),
        ("明确起草、审核、发布4个步骤的责任人。", True),
        ("标签写明名称、时限2个要素，字段写全名称、时限、依据2个要素。", True),
        ("保管期限分10年、永久三种。", True),
        ("保管期限分永久、30年、10年两档。", True),
        ("同步用好微信、抖音、微博3个账号（微信、抖音），发布信息。", True),
        ("开设3个栏目（政策解读、回应关切），按月更新。", True),
        ("涉及两个领域（社会救助、义务教育、养老服务）。", True),
        ("将公开细化为立项、招标、变更、验收、结算5个环节；按期登载。", False),
        ("流程分申请、受理、答复3个阶段办理。", False),
        ("流程分申请、受理、答复等4个阶段办理。", False),
        ("在街道、社区3个窗口登载指南。", False),
        ("政务服务大厅、图书馆4个公开点均已更新。", False),
        ("流程减少审核、送达2个环节。", False),
        ("对立项、招标、验收各3个环节逐一登载。", False),
        ("保管期限分10年、30年、永久三种。", False),
        ("用好3个账号（微信、抖音、微博），发布信息。", False),
        ("全县8个乡镇（街道、园区）按月报送。", False),
        ("开设3个栏目（含政策解读、回应关切）。", False),
        ("督促5个单位（住建、交通等）补录。", False),
        ("走访4个村（东岗、西岗为重点）。", False),
    ],
)
def test_a_list_and_another_number_than_it_names(words: str, wrong: bool) -> None:
    assert ("F-07" in added(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("其他处理1件。全部12例均在法定期限内办结。", True),
        ("其他处理1件；上述12宗均按期答复。", True),
        ("其他处理1件，以上12份申请都在期限内办结。", True),
        ("其他处理1件。全部12件均在法定期限内办结。", False),
        ("其他处理1件。全部12份档案均已入库。", False),
    ],
)
def test_all_applications_in_another_measure(words: str, wrong: bool) -> None:
    told = f"{BUREAU.text.overview}\n收到政府信息公开申请12件，{words}"
    assert ("F-03" in codes(BUREAU.with_text("overview", told))) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("（内容同上年）", True),
        ("同上年度报告。", True),
        ("详细内容从略。", True),
        ("与上年一致。", True),
        ("参照上年。", True),
        ("同上级部门建立联系。", False),
        ("与上年一致的有3项。", False),
    ],
)
def test_a_heading_with_words_that_tell_nothing(words: str, wrong: bool) -> None:
    assert ("S-06" in added(BUREAU, f"（五）监督保障。{words}")) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("主要问题是审计公告的时效性不强，部分整改结果公开得不够具体。", True),
        ("主要问题是更新不够及时，督查整改情况发布滞后。", True),
        ("存在的问题：队伍不稳定，工作措施不够有力。", True),
        ("（一）存在的主要问题\n1.解读跟进不及时。2.征求第三方意见环节耗时偏长。", True),
        ("主要问题：1.公告更新慢。2.答复文书说理笼统。", True),
        ("主要问题：1.公告更新慢。2.栏目层级过深、篇幅偏长。", True),
        ("主要问题是整改结果公开得不够具体。为改进工作，我局把整改结果细化到问题条目。", False),
        ("主要问题是整改情况公开滞后。下一步按月公布。", False),
        ("主要问题：1.公告更新慢，已改为按周更新。2.答复文书说理笼统，编印范本一册。", False),
        ("主要问题是解读少。针对解读少，录制视频5期。", False),
    ],
)
def test_problems_and_nothing_that_is_done_about_them(words: str, wrong: bool) -> None:
    assert ("S-09" in codes(BUREAU.with_text("problems", words))) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("；责任追究工作按规定研究。", True),
        ("；责任追究按要求执行。", True),
        ("，责任追究情况待补充。", True),
        ("；责任追究正常进行。", True),
        ("；责任追究0人次。", False),
        ("；责任追究情况：无。", False),
        ("；未发生责任追究情形。", False),
        ("；责任追究制度健全，没有人员被追责。", False),
        ("；按规定研究后，对1名责任人作出责任追究。", False),
    ],
)
def test_an_aspect_of_oversight_without_what_came_of_it(words: str, wrong: bool) -> None:
    told = f"公开信息63条。公开工作纳入村级考核，开展社会评议1次{words}"
    assert ("S-07" in codes(TOWNSHIP.with_text("overview", told))) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("公开时间由15日延长到30日，增加20日，执行良好。", True),
        ("办理时间由20日压到15日，缩短10日。", True),
        ("公示期从5天延长至7天，延长3天。", True),
        ("开放时间由30小时延长到20小时。", True),
        ("公开时间由15日延长到30日，增加15日，执行良好。", False),
        ("办理时间由20日压到15日，缩短5日。", False),
        ("清理文件214件，保留171件、修改18件、废止35件；结果上网。", True),
        ("清理文件214件，保留171件，修改18件，废止35件。", True),
        ("清理文件214件，继续有效171件、拟修订18件、宣布失效35件。", True),
        ("清理文件214件，保留161件、修改18件、废止25件。", True),
        ("清理文件214件，保留171件、修改18件、废止25件。", False),
        ("清理文件214件，保留161件、修改18件、废止25件、移交10件。", False),
        ("清理文件214件，修改18件、废止25件。", False),
        ("清理事项130项，取消30项、下放40项、保留60项。", False),
        ("张贴信息340条次，其中补贴发放信息212条次。", False),
        ("制作“一页通”9种（含小规模、个体户、农户等3种）。", False),
        ("公布空气质量日报365期、共366期、环评类信息298条。", True),
        ("公布图解3幅、视频5个，共8个。", False),
        ("公布图解1幅、视频12个，共13个。", False),
        ("公布空气质量日报365期、周报52期、共417期。", False),
        ("发布信息193条（其中上半年101条，下半年82条）。", True),
        ("发布信息193条，上半年101条、下半年102条。", True),
        ("上半年发布信息101条、下半年82条，全年193条。", True),
        ("举办活动20场，第一季度5场、第二季度5场、第三季度5场、第四季度6场。", True),
        ("发布信息183条（其中上半年101条，下半年82条）。", False),
        ("发布信息193条，上半年比下半年多19条。", False),
        ("举办活动21场，第一季度5场、第二季度5场、第三季度5场、第四季度6场。", False),
        ("上半年发布信息101条、下半年82条，全年183条。", False),
    ],
)
def test_sums_within_a_sentence(words: str, wrong: bool) -> None:
    told = added(BUREAU, words)
    assert bool({"X-16", "X-06"}.intersection(told)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("本局以服务用水户为宗旨，2021年信息公开工作情况如下：", True),
        ("本局牢记责任，2022年政府信息公开工作从五个方面汇报：", True),
        ("现有各科室落实责任，本局2023年度政务公开情况汇总如下：", True),
        ("对投诉人信息作去标识化处理，2022年退回含个人信息的拟公开稿件14篇。", True),
        ("本局以服务用水户为宗旨，2024年信息公开工作情况如下：", False),
        ("对照2023年政府信息公开工作要点，逐项落实。", False),
        ("沿用原有办法，2022年制定的办法5个继续有效。", False),
    ],
)
def test_the_year_that_the_report_tells_of(words: str, wrong: bool) -> None:
    assert ("Y-01" in added(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("2024年，清河县水务局坚持以人民为中心的发展思想，做好公开。", True),
        ("清河县水务局坚持以习近平新时代中国特色社会主义思想为指导。", True),
        ("2024年，青河县水务局坚持以人民为中心的发展思想，做好公开。", False),
        ("2024年，县水务局坚持以人民为中心的发展思想，做好公开。", False),
    ],
)
def test_a_county_of_a_like_name_beside_a_formula(words: str, wrong: bool) -> None:
    assert ("Y-03" in added(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("青河县城乡建设局推进公开。", True),
        ("2024年，青河县住房和城乡建设局推进公开。", False),
        ("县住建局推进公开。", False),
        ("原青河县城乡建设局的文件已清理。", False),
    ],
)
def test_a_name_without_its_first_word(words: str, wrong: bool) -> None:
    agency = replace(BUREAU.agency, name="青河县住房和城乡建设局", short_name="县住建局")
    assert ("Y-03" in added(replace(BUREAU, agency=agency), words)) is wrong


PLANS = "存在的主要问题：更新不够及时。\n改进情况：将7处公开栏迁至小区出入口，"


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("其余5处2023年上半年完成迁移。", True),
        ("余下5处拟于2023年6月底前全部迁移。", True),
        ("另外5处计划2024年上半年完成。", True),
        ("还有3处争取在2022年完成迁移。", True),
        ("其余5处2025年上半年完成迁移。", False),
        ("其余5处2023年已完成迁移。", False),
        ("其余5处按计划推进。", False),
        ("另有5处为2023年建成的旧栏。", False),
    ],
)
def test_when_the_rest_will_be_done(words: str, wrong: bool) -> None:
    assert ("Y-10" in codes(BUREAU.with_text("problems", PLANS + words))) is wrong


DISTRICT = replace(BUREAU, agency=replace(BUREAU.agency, name="浣溪区水务局", short_name="区水务局"))


@pytest.mark.parametrize(
    ("report", "words", "wrong"),
    [
        (DISTRICT, "配合完成全县规范性文件清理。", True),
        (DISTRICT, "组织全市各镇参加线上学习45人次。", True),
        (DISTRICT, "督促全市12个街道更新目录。", True),
        (DISTRICT, "干部和各股室、全市各镇参加线上学习45人次。", True),
        (BUREAU, "推进全镇“十四五”规划集中公开。", True),
        (BUREAU, "县教育局无规范性文件，无行政许可。", True),
        (BUREAU, "县教育局未制发规范性文件。", True),
        (BUREAU, "县住建局全年未收到申请。", True),
        (DISTRICT, "配合完成全区规范性文件清理。", False),
        (DISTRICT, "市局组织全市各区县参加培训。", False),
        (DISTRICT, "市水务局组织全市各镇开展检查，我区迎检2次。", False),
        (DISTRICT, "在全市考核中列第2名。", False),
        (DISTRICT, "推进全区“十四五”规划集中公开。", False),
        (BUREAU, "成全县域之美。", False),
        (BUREAU, "会同县教育局没有发现问题的学校签订协议。", False),
        (BUREAU, "本局无规范性文件，无行政许可。", False),
        (COUNTY, "县教育局未收到申请。", False),
    ],
)
def test_words_of_another_level_or_office(report: Report, words: str, wrong: bool) -> None:
    before = codes(report)
    assert ("Y-11" in added(report, words)) is (wrong or "Y-11" in before)


TOLD = (
    "2024年全年公开农资供应、冷链仓储、社有资产管理等信息83条。公开动态信息312条，合计386条。"
    "公众号推送统计科普29篇。全乡8个村公开栏全覆盖。"
)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("信息采编力量弱，全年公开农资供应等信息38条。", True),
        ("公开不充分，合计公开信息368条中这类信息不多。", True),
        ("“乡音”公众号推送图解523篇；“乡音”公众号推送图解532篇。", True),
        ("推送统计科普39篇。", False),
        ("信息采编力量弱，全年公开农资供应等信息83条。", False),
        ("公开不充分，合计公开信息386条中这类信息不多。", False),
        ("其中公开农资供应等信息38条。", False),
        ("上年公开农资供应等信息38条。", False),
        ("上年合计公开信息368条。", False),
        ("年终对7个村考核打分。", False),
        ("到邻县9个村学习。", False),
        ("9个村民小组的台账有缺项。", False),
        ("累计督查24个村次。", False),
    ],
)
def test_the_same_total_told_again_in_another_section(words: str, wrong: bool) -> None:
    report = BUREAU.with_text("overview", TOLD).with_text("problems", f"存在的问题：{words}下一步加强培训。")
    assert ("X-14" in codes(report)) is wrong


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("对超期栏目发涵提醒。", "对超期栏目发函提醒。"),
        ("另外2件以经受理。", "另外2件已经受理。"),
        ("以经移交档案馆。", "已经移交档案馆。"),
        ("答覆申请人。", "答复申请人。"),
        ("既时更新目录。", "及时更新目录。"),
        ("设立公式栏。", "设立公示栏。"),
        ("按考合结果排名。", "按考核结果排名。"),
        ("开展社会评义活动。", "开展社会评议活动。"),
        ("满意渡达到98%。", "满意度达到98%。"),
        ("便于群众浏揽。", "便于群众浏览。"),
        ("收集群众建义35条。", "收集群众建议35条。"),
        ("一次性告之申请人。", "一次性告知申请人。"),
        ("实行消号管理。", "实行销号管理。"),
        ("付局长分管。", "副局长分管。"),
        ("复盖面扩大。", "覆盖面扩大。"),
        ("权利清单调整一次。", "权力清单调整一次。"),
        ("由综合科完膳制度。", "由综合科完善制度。"),
        ("解答群众咨寻。", "解答群众咨询。"),
        ("保密审察到位。", "保密审查到位。"),
        ("立既整改。", "立即整改。"),
        ("在次组织培训。", "再次组织培训。"),
        ("更新台胀。", "更新台账。"),
        ("村名代表参加评议。", "村民代表参加评议。"),
        ("公示其间无异议，征求意见涵已发。", "公示期间无异议，征求意见函已发。"),
    ],
)
def test_characters_that_sound_or_look_alike(wrong: str, right: str) -> None:
    assert "F-09" in added(BUREAU, wrong)
    assert "F-09" not in added(BUREAU, right)


@pytest.mark.parametrize(
    "words",
    [
        "内容涵盖各科室。",
        "答复涵盖三类事项。",
        "以经费保障公开。",
        "以经营主体需求为导向。",
        "计算公式已公布。",
        "支付局长基金。",
        "长期线上受理。",
        "平台张贴公告。",
        "有问必答负责到底。",
        "推动保健权益保护。",
        "刊登计划一份。",
        "项目规模底数已清。",
        "重申核心要求。",
        "投资询价结果公开。",
        "调整和信息有关的栏目。",
        "淮安的标准已公开。",
        "公民权利保障有力。",
        "通过平台张榜公布。",
    ],
)
def test_words_that_only_look_like_a_slip(words: str) -> None:
    assert "F-09" not in added(BUREAU, words)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("从办理结果看，其中不予受理2件，予以公开8件。", True),
        ("办结申请12件：予以公开8件，不予受理2件。", True),
        ("年内办结12件，其中不予受理的有2件。", True),
        ("不予受理2件、不予公开1件。", True),
        ("从办理结果看，其中不予处理2件，予以公开8件。", False),
        ("行政复议2件，其中不予受理1件。", False),
        ("受理信访12件，不予受理2件。", False),
    ],
)
def test_applications_that_were_not_taken_in(words: str, wrong: bool) -> None:
    assert ("Y-09" in added(BUREAU, words)) is wrong


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("建立会商制度，全年会商疑难申请26宗。", True),
        ("集体研究敏感类申请3例。", True),
        ("会商3宗复杂申请。", True),
        ("建立会商制度，全年会商疑难申请26件。", False),
        ("受理土地登记申请26宗。", False),
        ("公开典型案例3例。", False),
        ("办理疑难案件3宗。", False),
    ],
)
def test_applications_of_a_kind_in_another_measure(words: str, wrong: bool) -> None:
    told = f"存在的问题：更新不够及时。\n改进情况：{words}"
    assert ("F-03" in codes(BUREAU.with_text("problems", told))) is wrong
